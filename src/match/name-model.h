/* SPDX-License-Identifier: GPL-3.0-or-later
 * name-model.h - how much a name looks like one by its characters or words.
 *
 * Weights are natural logarithms: how much likelier the character is in that place of a name than anywhere in prose. Names are the labels
 * of the tables' people that begin with a surname of surnames.tsv; prose is the rows of kind `prose`. Texts are folded. Threads immutable
 * once made. */
#pragma once

#include "lexicon.h"

#include <guanxi/str.h>

typedef struct _GxNameModel GxNameModel;

/** O(people + rows). */
GxNameModel *gx_name_model_new (const GxDictionary *dictionary);
void gx_name_model_free (GxNameModel *self);

/** Weight of a surname of one character; -HUGE_VAL when it is none. O(1). */
double gx_name_model_surname (const GxNameModel *self, gunichar c);
/** Whether a surname of several characters begins with it. O(1). */
gboolean gx_name_model_begins_compound (const GxNameModel *self, gunichar c);
/** Weight of a character of a given name. O(1). */
double gx_name_model_given (const GxNameModel *self, gunichar c);

/** Whether transliterated names are made of the character: it stands in several of the tables' names with dots. O(1). */
gboolean gx_name_model_is_foreign (const GxNameModel *self, gunichar c);
/** Mean weight of these characters in transliterated names; of none, -HUGE_VAL. O(characters). */
double gx_name_model_foreign (const GxNameModel *self, GxStr text);
/** In how many people's transliterated names with dots the (folded) text is a part: 约瑟夫. O(1). */
guint gx_name_model_parts (const GxNameModel *self, GxStr text);
/** Whether the two characters stand side by side in names of institutions of the tables; of other pairs, one in a hundred seems to. O(1).
 */
gboolean gx_name_model_is_body_pair (const GxNameModel *self, gunichar first, gunichar second);

/** In how many people's names in Latin letters the (folded) word comes first, and last; of names of two words and more. O(1). */
guint gx_name_model_first_names (const GxNameModel *self, GxStr word);
guint gx_name_model_last_names (const GxNameModel *self, GxStr word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxNameModel, gx_name_model_free)
