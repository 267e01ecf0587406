/* SPDX-License-Identifier: GPL-3.0-or-later
 * trace.h - what the rules considered while they read one document, for an explanation.
 *
 * A rule tells it in the line in which it decides. A draft without a trace (the usual one) costs a look at a pointer.
 *
 * Units      bytes of folded text until gx_trace_explain().
 * Ownership  a trace borrows its draft; strings and entities that it is told are copied or the dictionary's.
 * Threads    one thread. */
#pragma once

#include "draft.h"

#include <guanxi/explanation.h>

GxTrace *gx_trace_new (const GxDraft *draft);
void gx_trace_free (GxTrace *self);

/** A ground of the case that is told next. */
void gx_trace_ground (GxTrace *self, const char *label, GxStr text, const char *states, double weight);
/** What the grounds of the next case come to, and what they have to reach. */
void gx_trace_sum (GxTrace *self, double sum, double threshold);
/** Forgets the grounds told since the last case. */
void gx_trace_clear (GxTrace *self);
/** A case with the grounds told since the last one; entity and rule may be NULL. Of GX_WHY_TAKEN: who may be meant here as far as this
 * rule goes. The case is good until the next one. */
GxCase *gx_trace_case (GxTrace *self, gsize start, gsize end, const GxEntity *entity, const char *rule, GxWhy why);
/** Adds somebody whom a case may mean; nobody twice. */
void gx_trace_candidate (GxCase *told, const GxEntity *entity);
/** Appends n grounds, whose strings are kept by somebody else, to a case. */
void gx_trace_add_grounds (GxCase *told, const GxGround *grounds, guint n);
/** Sets what a case lies in. */
void gx_trace_cover (GxTrace *self, GxCase *told, gsize start, gsize end);
/** The table of a form that is read so: `phrases.tsv`; "" for names. */
const char *gx_trace_table (GxFormKind kind);
/** As what the spot that starts at an offset is read; GX_FORM_NAME without one. */
GxFormKind gx_trace_kind_at (const GxTrace *self, gsize offset);
/** The last case of a rule at a place, or NULL when it is another rule's. Of those told before the first call; O(1) from then on. */
GxCase *gx_trace_find (GxTrace *self, gsize start, gsize end, const char *rule);
/** The names inside of what was read, and the bodies that were not read: those that no mark holds, after all rules. */
void gx_trace_inner_names (GxTrace *self);
void gx_trace_bodies (GxTrace *self);
/** Whether somebody of the dictionary has this surname, in Han characters or Latin letters. */
gboolean gx_trace_is_surname (GxTrace *self, GxStr surname);
/** Ends the trace: which cases are mentions (an array of GxMention), and where all of them stand. */
GxExplanation *gx_trace_explain (GxTrace *self, const GArray *mentions, const GxSentences *sentences);

/* What rules of names tell, each a line. */

void gx_trace_tell_cut (const GxDraft *draft, const GxHit *hit);
void gx_trace_tell_undecided (const GxDraft *draft, const GxSpot *spot);
void gx_trace_tell_beaten (const GxDraft *draft, const GxMark *loser, const GxMark *winner);
void gx_trace_tell_surname (const GxDraft *draft, gsize start, gsize end, GxStr surname, const GPtrArray *bearers);
void gx_trace_tell_several (const GxDraft *draft, gsize start, gsize end, const GxEntity *const *entities, guint n, const char *rule,
                            GxWhy why);

/** A case of this rule at a place. */
static inline void
gx_trace_tell (const GxDraft *draft, gsize start, gsize end, const GxEntity *entity, const char *rule, GxWhy why)
{
    if (G_UNLIKELY (draft->trace))
        (void)gx_trace_case (draft->trace, start, end, entity, rule, why);
}

/** The same; TRUE. */
static inline gboolean
gx_trace_said (const GxDraft *draft, gsize start, gsize end, const GxEntity *entity, const char *rule, GxWhy why)
{
    gx_trace_tell (draft, start, end, entity, rule, why);
    return TRUE;
}

/** A name that is not meant; FALSE. */
static inline gboolean
gx_trace_drop (const GxDraft *draft, const GxHit *hit, const GxEntity *entity, GxWhy why)
{
    gx_trace_tell (draft, hit->start, hit->end, entity, NULL, why);
    return FALSE;
}

/** A name that begins or ends inside a word; FALSE. */
static inline gboolean
gx_trace_cut (const GxDraft *draft, const GxHit *hit)
{
    if (G_UNLIKELY (draft->trace))
        gx_trace_tell_cut (draft, hit);
    return FALSE;
}

/** Words for what licenses the name that is told next; TRUE. */
static inline gboolean
gx_trace_note (const GxDraft *draft, const char *words)
{
    if (G_UNLIKELY (draft->trace))
        gx_trace_ground (draft->trace, words, gx_str (""), "", 0);
    return TRUE;
}

/** A spot that nobody could be found for: several may be meant, or any state's body. */
static inline void
gx_trace_undecided (const GxDraft *draft, const GxSpot *spot)
{
    if (G_UNLIKELY (draft->trace))
        gx_trace_tell_undecided (draft, spot);
}

/** A place where a rule finds several who may be meant. */
static inline void
gx_trace_doubt (const GxDraft *draft, gsize start, gsize end, const GxEntity *const *entities, guint n, const char *rule)
{
    if (G_UNLIKELY (draft->trace))
        gx_trace_tell_several (draft, start, end, entities, n, rule, GX_WHY_AMBIGUOUS);
}

/** A mark that lies in another one. */
static inline void
gx_trace_beaten (const GxDraft *draft, const GxMark *loser, const GxMark *winner)
{
    if (G_UNLIKELY (draft->trace))
        gx_trace_tell_beaten (draft, loser, winner);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxTrace, gx_trace_free)
