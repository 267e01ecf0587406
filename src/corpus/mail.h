/* SPDX-License-Identifier: GPL-3.0-or-later
 * mail.h - a message taken apart: what it says, and the files that hang on it.
 *
 * The text is the plain one, unless that only tells that there is another: then it is the page. Messages inside a message are texts of
 * their own. Nothing is fetched, deciphered or verified.
 *
 * Threads    any. */
#pragma once

#include "input.h"

/** A text of a message, or a file that hangs on it. */
typedef struct {
    char *name;      /**< `attachment.docx`, `message.eml`; NULL: the message itself */
    GxRecord record; /**< of a file: its bytes, and no kind */
} GxMailPart;

/** Takes a message apart, in its order: GxMailPart, none when there is nothing in it; NULL when the bytes are no message. O(bytes). */
GPtrArray *gx_mail_read (GByteArray *bytes, const GxCorpusOptions *options);
