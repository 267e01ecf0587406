/* SPDX-License-Identifier: GPL-3.0-or-later
 * draft.h - the reading of one document while it is being made.
 *
 * The scan fills `spots`, each a form of the lexicon at a place, none overlapping. Then each rule adds `marks`, mentions to be, which may
 * overlap until gx_draft_settle().
 *
 * Units      bytes of folded text.
 * Threads    a draft is used by one thread. */
#pragma once

#include "fold.h"
#include "judgement.h"
#include "lexicon.h"
#include "name-model.h"
#include "scan.h"
#include "words.h"

/** What was considered, for an explanation: trace.h. */
typedef struct _GxTrace GxTrace;

/** Readings of one form that are looked at: the bits of GxSpot.usable. */
#define GX_MOST_READINGS 64

/** A form of the lexicon at a place. */
typedef struct {
    gsize start, end;
    guint form;             /**< index in the lexicon */
    GxFormKind kind;        /**< what it is read as here */
    guint64 usable;         /**< for names: bit i is set when reading i may be meant here */
    const GxEntity *entity; /**< for names: who is meant; NULL while or when undecided */
    gboolean alone;         /**< for names: nothing beside it makes it one; it counts when the document speaks for one reading */
} GxSpot;

/** A mention to be. */
typedef struct {
    gsize start, end;
    const GxEntity *entity;
    const char *rule; /**< static */
} GxMark;

/** A name left unread because several may be meant: candidates first to first + n. */
typedef struct {
    gsize start, end;
    guint first, n;
    const char *rule; /**< static */
} GxDoubt;

typedef struct {
    const GxDictionary *dictionary;
    const GxJudgement *judgement;
    const GxNameModel *names;
    const GxForm *forms;
    const GxScanner *scanner;
    const GxDocument *document;
    const GxFolded *folded;
    GxStr text;            /**< folded */
    gint year;             /**< the document's; 0 when unknown */
    GArray *spots;         /**< GxSpot, in order */
    GArray *marks;         /**< GxMark */
    GArray *doubts;        /**< GxDoubt */
    GPtrArray *candidates; /**< const GxEntity, of the doubts; a reading takes it over */
    GHashTable *seen;      /**< entity -> where its first full (unmarked, unambiguous) name starts, plus one */
    GHashTable *kin; /**< institutions an alias of which begins a compatriot's longer name that was read: 劳动党 in 劳动党中央委员会 */
    GHashTable *misfits; /**< forms of names that a title beside them makes somebody else's: index plus one */
    GArray *skipped;     /**< GxSpan of folded bytes that are not read: furniture, in order */
    guint n_skipped;     /**< how many of them the scan has passed */
    GxWords *words;      /**< of the folded text; NULL until somebody asks */
    GHashTable *common;  /**< words for gx_latin_is_common(); NULL until somebody asks */
    GxTrace *trace;      /**< NULL unless somebody wants an explanation */
} GxDraft;

/** Folds nothing and scans nothing yet; borrows everything. */
GxDraft *gx_draft_new (const GxDictionary *dictionary, const GxJudgement *judgement, const GxNameModel *names, const GxScanner *scanner,
                       const GxDocument *document, const GxFolded *folded);
void gx_draft_free (GxDraft *self);

/** Finds the spots. O(text). */
void gx_draft_scan (GxDraft *self);
/** Adds a mark. */
void gx_draft_add (GxDraft *self, gsize start, gsize end, const GxEntity *entity, const char *rule);
/** Adds a doubt; candidates are copied, each once. */
void gx_draft_doubt (GxDraft *self, gsize start, gsize end, const GxEntity *const *candidates, guint n, const char *rule);
/** Whether an unmarked name of the entity stands before an offset. */
gboolean gx_draft_seen_before (const GxDraft *self, const GxEntity *entity, gsize offset);
/** While scanning: whether a longer name that begins with a doubtful alias of the entity has been read. */
gboolean gx_draft_kin_before (const GxDraft *self, const GxEntity *entity);
/** Notes that the full name of the entity stands at an offset. */
void gx_draft_see (GxDraft *self, const GxEntity *entity, gsize start);
/** Whether one stands anywhere. */
gboolean gx_draft_seen (const GxDraft *self, const GxEntity *entity);
/** Index of the first spot that ends behind an offset; the number of spots when none does. O(log n). */
guint gx_draft_spot_after (const GxDraft *self, gsize offset);
/** The spot that ends exactly at an offset, or NULL. O(log n). */
const GxSpot *gx_draft_spot_ending (const GxDraft *self, gsize offset);
/** The spot that starts exactly at an offset, or NULL. O(log n). */
const GxSpot *gx_draft_spot_starting (const GxDraft *self, gsize offset);
/** Whether a name or a phrase overlaps a range. O(log n). */
gboolean gx_draft_covered (const GxDraft *self, gsize start, gsize end);
/** The reading of this kind of the longest form at an offset, or NULL; end is where that form ends. */
const GxFormReading *gx_draft_reading_at (const GxDraft *self, gsize offset, GxFormKind kind, gsize *end);
/** Whether a word of ICU's dictionary starts (or the text ends) at an offset. */
gboolean gx_draft_word_starts (GxDraft *self, gsize offset);
/** Whether an offset lies in furniture, which isn't read. Passed, 0 at first, counts the stretches of `skipped` that end before it, so that
 * offsets must not fall; it is the index of the one that the offset lies in. Amortised O(1). */
gboolean gx_draft_is_skipped (const GxDraft *self, gsize offset, guint *passed);
/** Where the title may stand beside a name, by all that its form is. */
GxTitlePosition gx_draft_title_position (const GxDraft *self, const GxSpot *title);
/** Whether the form has a reading of this kind. */
gboolean gx_draft_has_kind (const GxDraft *self, guint form, GxFormKind kind);
/** Whether a name that nothing else vouches for may end here: before a mark, a title, a word of several characters, or one that stands
 * behind names. */
gboolean gx_draft_name_may_end (GxDraft *self, gsize end);
/** Whether the form can stand for a body, so that its names are everybody's: 众议院. */
gboolean gx_draft_is_body (const GxDraft *self, guint form);
/** Whether the state is written with this one character. */
gboolean gx_draft_is_short_of (const GxDraft *self, gunichar c, const GxEntity *state);

/* The rules, in the order in which they are used. */

/** Whether the state beside an institution's doubtful name speaks against it: context.c. */
gboolean gx_context_contradicts (const GxDraft *self, const GxHit *hit, const GxEntity *entity);
/** Whether a title beside a name is none of the person's field, and nothing else tells that the person is meant: context.c. */
gboolean gx_context_misfits (GxDraft *self, const GxHit *hit, const GxEntity *entity);
/** Whether an alias marked `~` counts here: context.c. */
gboolean gx_context_licenses (GxDraft *self, const GxHit *hit, const GxEntity *entity);
/** Institutions made of a state and a body: bodies.c. */
void gx_rule_bodies (GxDraft *self);
/** The same with an abbreviation that the grammar has read: 俄外交部, 美方国防部. bodies.c. */
void gx_rule_short_bodies (GxDraft *self);
/** Names: names.c. */
void gx_rule_names (GxDraft *self);
/** Surnames with titles, and surnames in Latin letters: titles.c. */
void gx_rule_titles (GxDraft *self);
/** Institutions whom no table knows: unlisted-bodies.c, and in Latin letters: unlisted-latin-bodies.c. */
void gx_rule_unlisted_bodies (GxDraft *self);
/** Chinese names of people whom no table knows: unlisted-chinese.c. */
void gx_rule_unlisted_chinese (GxDraft *self);
/** Their names in Latin letters: unlisted-latin.c. */
void gx_rule_unlisted_latin (GxDraft *self);
/** People whom no table knows, introduced by a title: strangers.c. */
void gx_rule_strangers (GxDraft *self);
/** Two people in one word: portmanteau.c. */
void gx_rule_portmanteaus (GxDraft *self);

/** The states whose names stand inside the mark of an institution: an array of GxMark, in order. O(mark). parts.c. */
GArray *gx_draft_parts (GxDraft *self, const GxMark *mark);
/** Whether the clean text behind a hit has the case of a table's `=` alias: spots.c. */
gboolean gx_draft_has_case_of (const GxDraft *self, const GxHit *hit, const char *exact);
/** Sorts the doubts and takes out those that overlap a mark, or a doubt before them. After gx_draft_settle(). resolve.c. */
void gx_draft_settle_doubts (GxDraft *self);
/** Sorts the marks and takes out those that overlap a longer one: resolve.c. */
void gx_draft_settle (GxDraft *self);
/** What has been read so far, for the grammar of abbreviations: an array of GxCover. After gx_draft_settle(). resolve.c. */
GArray *gx_draft_covers (GxDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxDraft, gx_draft_free)
