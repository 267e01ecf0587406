/* SPDX-License-Identifier: GPL-3.0-or-later
 * spacing.h - which characters are white space, and between which a line break is none.
 *
 * Han, kana and their punctuation are written without blanks: where a line of them is wrapped, joining needs none. Hangul and
 * alphabets need one. */
#pragma once

#include <guanxi/str.h>

/** White space in markup and at the edges of blocks: ASCII's, no-break, ideographic and the widths of general punctuation; no zero-width
 * ones. */
gboolean gx_spacing_is_white (gunichar c);
/** Text without the white space at its ends. */
GxStr gx_spacing_trim (GxStr text);
/** Whether no blank stands between left and right when white space separates them in the source. */
gboolean gx_spacing_is_tight (gunichar left, gunichar right);

/** Han or kana: letters between which a blank is no word boundary. */
gboolean gx_spacing_is_han (gunichar c);
