/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-aliases.h - other forms of institutions' names in brackets behind them: 全球水务中心（GWC）.
 *
 * Units      bytes of folded text. */
#pragma once

#include "draft.h"

/** The forms in the brackets behind a name: capitals (GWC), capitalised words, or some of its characters (水务中心). Fills at most most of
 * them, returns how many. O(bracket). */
guint gx_aliases_behind (GxDraft *draft, gsize start, gsize end, GxSpan *aliases, guint most);
#define GX_MOST_ALIASES 3

/** Gives these forms to the institutions that have been marked, and finds them and the names that no table knows again. O(text). */
void gx_rule_body_aliases (GxDraft *self);
