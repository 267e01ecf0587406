/* SPDX-License-Identifier: GPL-3.0-or-later
 * evaluation.c - holds the mentions of readings against gold. */
#include "mistakes.h"
#include "name-sets.h"
#include "ranges.h"
#include "score.h"

struct _GxEvaluation {
    GxEvaluationOptions options;
    GxNameSets *other_names; /* those of tables */
    GxScores *groups[GX_N_SCORE_GROUPS];
    GxMistakes *mistakes;
    guint64 n_annotations, n_ignored;
};

/** A mention that is looked at. */
typedef struct {
    const GxMention *mention;
    char *name; /* squeezed */
    gboolean settled;
} Candidate;

/** One reading beside its gold. */
typedef struct {
    GxEvaluation *evaluation;
    const GxReading *reading;
    const GxAnnotation *gold;
    guint n_gold;
    GArray *candidates; /* of Candidate, in the order of the source */
    GxRanges *places;   /* theirs */
    GxRanges *ignored;  /* what counts neither way */
    GxNameSets *names;  /* those that gold gives */
    GArray *missed;     /* of guint: which of gold */
} Comparison;

GxEvaluation *
gx_evaluation_new (const GxEvaluationOptions *options)
{
    GxEvaluation *self = g_new0 (GxEvaluation, 1);
    if (options)
        self->options = *options;
    self->other_names = gx_name_sets_new ();
    self->mistakes = gx_mistakes_new ();
    for (guint i = 0; i < GX_N_SCORE_GROUPS; i++)
        self->groups[i] = gx_scores_new ();
    gx_scores_at (self->groups[GX_SCORES_ALL], "all");
    return self;
}

void
gx_evaluation_free (GxEvaluation *self)
{
    if (!self)
        return;
    gx_name_sets_free (self->other_names);
    gx_mistakes_free (self->mistakes);
    for (guint i = 0; i < GX_N_SCORE_GROUPS; i++)
        gx_scores_free (self->groups[i]);
    g_free (self);
}

gboolean
gx_evaluation_read_names (GxEvaluation *self, const char *path, GError **error)
{
    return gx_name_sets_read (self->other_names, path, error);
}

static void
clear_candidate (gpointer data)
{
    g_free (((Candidate *)data)->name);
}

static void
comparison_clear (Comparison *self)
{
    g_array_unref (self->candidates);
    gx_ranges_free (self->places);
    gx_ranges_free (self->ignored);
    gx_name_sets_free (self->names);
    g_array_unref (self->missed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static gboolean
is_looked_at (const GxEvaluation *self, GxEntityType type, gsize length)
{
    gboolean typed = self->options.types == 0 || (self->options.types & (1u << type));
    return typed && (self->options.length == GX_LENGTH_ANY || length == 1);
}

static gboolean
counts (const GxEvaluation *self, const GxAnnotation *annotation)
{
    return annotation->kind == GX_GOLD_MENTION && is_looked_at (self, annotation->type, annotation->length);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
    const GxMention *left = ((const Candidate *)a)->mention, *right = ((const Candidate *)b)->mention;
    if (left->source.start != right->source.start)
        return left->source.start < right->source.start ? -1 : 1;
    if (left->source.end != right->source.end)
        return left->source.end < right->source.end ? -1 : 1;
    int order = strcmp (left->entity->name, right->entity->name);
    return order != 0 ? order : strcmp (gx_entity_type_name (left->entity->type), gx_entity_type_name (right->entity->type));
}

/* Mentions come in the order of the clean text; notes, for one, stand elsewhere in the source. */
static void
collect_candidates (Comparison *self)
{
    GxStr source = gx_source_text (self->reading->source);
    guint n_mentions = 0;
    const GxMention *mentions = gx_mentions_get (self->reading->mentions, &n_mentions);
    for (guint i = 0; i < n_mentions; i++) {
        GxSpan span = mentions[i].source;
        gsize length = (gsize)g_utf8_strlen (source.data + span.start, (gssize)(span.end - span.start));
        if (!is_looked_at (self->evaluation, mentions[i].entity->type, length))
            continue;
        Candidate candidate = { &mentions[i], gx_name_squeeze (mentions[i].entity->name), FALSE };
        g_array_append_val (self->candidates, candidate);
    }
    g_array_sort (self->candidates, compare_candidates);
    for (guint i = 0; i < self->candidates->len; i++)
        gx_ranges_add (self->places, g_array_index (self->candidates, Candidate, i).mention->source);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
    const GxSpan *left = a, *right = b;
    return (left->start > right->start) - (left->start < right->start);
}

static void
collect_ignored (Comparison *self)
{
    g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (GxSpan));
    for (guint i = 0; i < self->n_gold; i++)
        if (!counts (self->evaluation, &self->gold[i]))
            g_array_append_val (spans, self->gold[i].source);
    g_array_sort (spans, compare_spans);
    for (guint i = 0; i < spans->len; i++)
        gx_ranges_add (self->ignored, g_array_index (spans, GxSpan, i));
}

/* A character alone is no name: 朝 is whoever the sentence makes it. */
static void
collect_names (Comparison *self)
{
    for (guint i = 0; i < self->n_gold; i++) {
        const GxAnnotation *gold = &self->gold[i];
        if (gold->kind == GX_GOLD_IGNORE)
            continue;
        gx_name_sets_add (self->names, gold->entity, gold->entity);
        if (gold->length > 1)
            gx_name_sets_add (self->names, gold->entity, gold->text);
    }
}

static void
comparison_init (Comparison *self, GxEvaluation *evaluation, const GxReading *reading, const GxGold *gold)
{
    self->evaluation = evaluation;
    self->reading = reading;
    self->gold = gx_gold_annotations (gold, &self->n_gold);
    self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
    g_array_set_clear_func (self->candidates, clear_candidate);
    self->places = gx_ranges_new ();
    self->ignored = gx_ranges_new ();
    self->names = gx_name_sets_new ();
    self->missed = g_array_new (FALSE, FALSE, sizeof (guint));
    collect_candidates (self);
    collect_ignored (self);
    collect_names (self);
}

static gboolean
agrees (const Comparison *self, const GxAnnotation *gold, const Candidate *candidate)
{
    return self->evaluation->options.agreement == GX_AGREE_PLACE || gx_name_sets_has (self->names, gold->entity, candidate->name) ||
           gx_name_sets_has (self->evaluation->other_names, gold->entity, candidate->name);
}

/* The first candidate in gold's place that isn't settled yet and, if it must, agrees; NULL when there is none. */
static Candidate *
find_candidate (const Comparison *self, const GxAnnotation *gold,
                gboolean (*fits) (const Comparison *, const GxAnnotation *, const Candidate *))
{
    for (guint i = gx_ranges_find (self->places, gold->source, 0); i != G_MAXUINT; i = gx_ranges_find (self->places, gold->source, i + 1)) {
        Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
        if (!candidate->settled && fits (self, gold, candidate))
            return candidate;
    }
    return NULL;
}

/** The counts that one mention or annotation goes into. */
typedef enum { FOUND, WRONG, MISSED } Outcome;

static void
count (GxScores *scores, const char *name, Outcome outcome)
{
    GxScore *score = gx_scores_at (scores, name);
    score->found += outcome == FOUND;
    score->wrong += outcome == WRONG;
    score->missed += outcome == MISSED;
}

static void
count_everywhere (const Comparison *self, Outcome outcome, GxEntityType type, const GxMention *mention)
{
    GxScores *const *groups = self->evaluation->groups;
    count (groups[GX_SCORES_ALL], "all", outcome);
    count (groups[GX_SCORES_TYPE], gx_entity_type_name (type), outcome);
    count (groups[GX_SCORES_DOCUMENT], gx_document_name (self->reading->document), outcome);
    if (mention)
        count (groups[GX_SCORES_RULE], mention->rule, outcome);
}

static void
find_gold (Comparison *self)
{
    for (guint i = 0; i < self->n_gold; i++) {
        const GxAnnotation *gold = &self->gold[i];
        if (!counts (self->evaluation, gold)) {
            self->evaluation->n_ignored++;
            continue;
        }
        Candidate *hit = find_candidate (self, gold, agrees);
        self->evaluation->n_annotations++;
        count_everywhere (self, hit ? FOUND : MISSED, gold->type, hit ? hit->mention : NULL);
        if (hit)
            hit->settled = TRUE;
        else
            g_array_append_val (self->missed, i);
    }
}

/* What is left over is wrong where it counts. */
static void
count_wrong (Comparison *self)
{
    for (guint i = 0; i < self->candidates->len; i++) {
        Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
        if (candidate->settled)
            continue;
        candidate->settled = gx_ranges_find (self->ignored, candidate->mention->source, 0) != G_MAXUINT;
        if (!candidate->settled)
            count_everywhere (self, WRONG, candidate->mention->entity->type, candidate->mention);
    }
}

static gboolean
stands_there (const Comparison *self, const GxAnnotation *gold, const Candidate *candidate)
{
    (void)self, (void)gold, (void)candidate;
    return TRUE;
}

/* What was missed and what is wrong, as one where they share a place. */
static void
note_mistakes (Comparison *self)
{
    GxMistakes *mistakes = self->evaluation->mistakes;
    for (guint i = 0; i < self->missed->len; i++) {
        const GxAnnotation *gold = &self->gold[g_array_index (self->missed, guint, i)];
        Candidate *instead = find_candidate (self, gold, stands_there);
        gx_mistakes_note (mistakes, gold, instead ? instead->mention : NULL);
        if (instead)
            instead->settled = TRUE;
    }
    for (guint i = 0; i < self->candidates->len; i++) {
        const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
        if (!candidate->settled)
            gx_mistakes_note (mistakes, NULL, candidate->mention);
    }
    gx_mistakes_settle (mistakes, self->reading);
}

void
gx_evaluation_add (GxEvaluation *self, const GxReading *reading, const GxGold *gold)
{
    g_return_if_fail (reading->mentions);
    g_auto (Comparison) comparison = { 0 };
    comparison_init (&comparison, self, reading, gold);
    gx_scores_at (self->groups[GX_SCORES_DOCUMENT], gx_document_name (reading->document));
    find_gold (&comparison);
    count_wrong (&comparison);
    note_mistakes (&comparison);
}

guint64
gx_evaluation_n_annotations (const GxEvaluation *self)
{
    return self->n_annotations;
}

guint64
gx_evaluation_n_ignored (const GxEvaluation *self)
{
    return self->n_ignored;
}

GxScore *
gx_evaluation_scores (const GxEvaluation *self, GxScoreGroup group, guint *n_scores)
{
    return gx_scores_list (self->groups[group], group, n_scores);
}

const GxMistake *
gx_evaluation_mistakes (const GxEvaluation *self, guint *n_mistakes)
{
    return gx_mistakes_get (self->mistakes, n_mistakes);
}
