/* SPDX-License-Identifier: GPL-3.0-or-later
 * mail-texts.h - the texts of a message, or of a mailbox that is read message by message.
 *
 * A message goes by the name of its file (`talks.eml`) or its number in the mailbox (`talks.mbox/17`), what hangs on it by its own below
 * that (`talks.eml/minutes.docx`). What no header stands in front of is a text. */
#pragma once

#include "container.h"

/** Whether there is one message in the stream, or one behind the other. */
typedef enum { GX_MAIL_MESSAGE, GX_MAIL_BOX } GxMailSort;

/** The stream is taken over. */
GxContainer *gx_mail_texts_open (GxStream *stream, GxMailSort sort, const GxPlace *place);
