/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/explanation.h - why places of a text are mentions, and why others are not.
 *
 * The rules that decide tell what they considered while they do; nothing is decided a second time. So what an explanation calls taken is
 * what gx_matcher_find() finds, and a sum of weights is the one that was compared.
 *
 * Units      bytes, as in mention.h.
 * Ownership  an explanation owns its cases with their strings; entities are the dictionary's, which must outlive it.
 * Threads    immutable once made. */
#pragma once

#include <guanxi/matcher.h>

G_BEGIN_DECLS

/** Why a case ended as it did. */
typedef enum {
    GX_WHY_TAKEN,        /**< it is a mention */
    GX_WHY_PHRASE,       /**< lies in a row of phrases.tsv */
    GX_WHY_NULL_ROW,     /**< lies in a row of contexts.tsv of kind `null` */
    GX_WHY_LONGER,       /**< lies in a longer name, title or mention, or crosses its edge */
    GX_WHY_AMBIGUOUS,    /**< several may be meant and nothing tells which */
    GX_WHY_OTHER,        /**< somebody else of this name is meant */
    GX_WHY_DOUBTFUL,     /**< an alias marked `~` without the context it needs */
    GX_WHY_NO_CONTEXT,   /**< one character with nothing beside it that licenses a state */
    GX_WHY_NO_COUNTRIES, /**< characters that are read together only before what speaks of countries (两国) */
    GX_WHY_BELOW,        /**< the sum of its weights is below the threshold */
    GX_WHY_VETO,         /**< so it is, and without its vetoes it were not */
    GX_WHY_BOUNDARY,     /**< begins or ends inside a word of letters, Hangul or katakana */
    GX_WHY_WORDS,        /**< lies across the edges of ordinary words: 其[他信]息 */
    GX_WHY_GOES_ON,      /**< a name that is the beginning of another word or name: 国防部|长, 丹麦|区域供热协会 */
    GX_WHY_NAMESAKE,     /**< something named after it: 里根|机场 */
    GX_WHY_OTHER_NAME,   /**< a part of somebody else's name */
    GX_WHY_CASE,         /**< an alias marked `=` in another case */
    GX_WHY_OTHER_STATE,  /**< the state beside it speaks against it, or makes one name with it that another rule reads */
    GX_WHY_NO_STATE,     /**< a body that no state is named with */
    GX_WHY_ANYBODYS,     /**< a body's name that every state has, and the text is not about this one */
    GX_WHY_NO_FULL_NAME, /**< a surname with a title, and nobody's full name before it */
    GX_WHY_OTHER_FIELD,  /**< the title beside a doubtful name is none of the person's field: 教授|李强 */
    GX_WHY_MONTH,        /**< a surname that is a month here */
    GX_WHY_NO_NAME,      /**< no name, abbreviation or surname of the dictionary is here */
    GX_WHY_FURNITURE,    /**< the block is furniture, in which nothing is looked for */
    GX_WHY_NO_TEXT       /**< the bytes are no text: markup, or blanks */
} GxWhy;
#define GX_N_WHYS (GX_WHY_NO_TEXT + 1)

/** What spoke for a case or against it. Strings are never NULL. */
typedef struct {
    const char *label; /**< a kind of row of contexts.tsv (`left`, `prior`), the text of one of kind `score` (`words-inside`), else words */
    const char *text;  /**< the row's text, as it is folded; of a score, what it was given for: the word, the name */
    const char *states; /**< the characters that the row is for; `*`: all; "" when it is no row of such a kind */
    double weight;      /**< what it added to the sum; 0 when nothing was summed up */
} GxGround;

/** A reading that was considered, and what became of it. */
typedef struct {
    GxSpan clean, source;
    GxWhy why;
    const char *rule;                  /**< as in mention.h; of what was not taken, the rule that refused it; "" when there is none */
    const GxEntity *const *candidates; /**< who may be meant; of what was taken, the one who is */
    guint n_candidates;
    const char *cover; /**< what it lies in or lost to, folded; "" without */
    const char *table; /**< the table in which the cover is a row; "" without */
    const GxGround *grounds;
    guint n_grounds;
    double sum, threshold; /**< of the weights, and what it has to reach; both 0 when nothing was summed up */
    guint sentence;        /**< as in mention.h; GX_NO_SENTENCE outside of all */
} GxCase;
#define GX_NO_SENTENCE G_MAXUINT

typedef struct _GxExplanation GxExplanation;

/** Every reading that is considered in a document, sorted by clean start, longer ones first, then what was taken. Furniture has none, nor
 * has a single character of a longer name that was read. O(text), at a multiple of gx_matcher_find(). */
GxExplanation *gx_matcher_explain (const GxMatcher *self, const GxDocument *document, const GxSentences *sentences);
void gx_explanation_free (GxExplanation *self);
/** The cases, borrowed. */
const GxCase *gx_explanation_cases (const GxExplanation *self, guint *n_cases);
/** What can be said of source bytes that no case touches: GX_WHY_NO_NAME, GX_WHY_FURNITURE or GX_WHY_NO_TEXT, with the characters they
 * belong to; of GX_WHY_NO_TEXT the clean range is empty. O(text). */
GxCase gx_explanation_nothing (const GxDocument *document, const GxSentences *sentences, GxSpan source);
/** The word for it: `taken`, `phrase`, `null-row`, `longer`, `ambiguous`, … */
const char *gx_why_name (GxWhy why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxExplanation, gx_explanation_free)
G_END_DECLS
