/* SPDX-License-Identifier: GPL-3.0-or-later
 * tails.h - names of institutions that are only the beginning of another word: 国防部|长, 国防部|门, 科学院|士.
 *
 * Units      bytes of folded text. */
#pragma once

#include "draft.h"

/** Whether the name of an institution that ends here goes on as another word. O(1) but for ICU's words, each stretch once. */
gboolean gx_tail_goes_on (GxDraft *draft, gsize end);
