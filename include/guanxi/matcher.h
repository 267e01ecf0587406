/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/matcher.h - finds mentions of a dictionary's entities.
 *
 * Threads    a matcher is immutable and may be shared; every call works on its own scratch. */
#pragma once

#include <guanxi/dictionary.h>
#include <guanxi/mention.h>
#include <guanxi/sentence.h>

G_BEGIN_DECLS

typedef struct _GxMatcher GxMatcher;
typedef struct _GxMentions GxMentions;

/** Compiles the dictionary, which must outlive it. O(total length of all names). */
GxMatcher *gx_matcher_new (const GxDictionary *dictionary);
/** The same, but one that finds only people and institutions of the tables: no 研究员埃里克·汉森 and no 丹麦区域供热协会 whom no
 * table has. */
GxMatcher *gx_matcher_new_listed (const GxDictionary *dictionary);
void gx_matcher_free (GxMatcher *self);

/** All mentions in a document, sorted by clean start; no two overlap unless gx_mentions_count_nested() is called. O(text). */
GxMentions *gx_matcher_find (const GxMatcher *self, const GxDocument *document, const GxSentences *sentences);
void gx_mentions_free (GxMentions *self);
/** The mentions, borrowed. */
const GxMention *gx_mentions_get (const GxMentions *self, guint *n_mentions);
/** The names of states inside mentions of institutions, sorted by clean start; borrowed. */
const GxNested *gx_mentions_nested (const GxMentions *self, guint *n_nested);
/** Makes the nested states mentions as well, with the rule `part`: each comes behind the mention it lies in. None is nested any more. O(n).
 */
void gx_mentions_count_nested (GxMentions *self);
/** The names that were left unread because several entities may be meant, sorted by clean start; none overlaps a mention. Borrowed. */
const GxUnresolved *gx_mentions_unresolved (const GxMentions *self, guint *n_unresolved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxMatcher, gx_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxMentions, gx_mentions_free)
G_END_DECLS
