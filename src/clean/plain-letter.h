/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-letter.h - the head of a letter (From, To, Subject), and groups that sign a text.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

typedef enum { GX_LETTER_NONE, GX_LETTER_SENDER, GX_LETTER_SUBJECT, GX_LETTER_OTHER } GxLetterField;

/** Which field of a letter's head the line is, by its label (From:, 发信人:, 标  题：); what it says, without address, `Re:` and the like,
 * goes to value, which may be empty. O(bytes). */
GxLetterField gx_letter_field (GxStr line, GxStr *value);
/** Whether the line is the name of a group that writes texts (…课题组, …編輯部). O(1). */
gboolean gx_letter_is_group (GxStr line);
