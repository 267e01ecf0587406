/* SPDX-License-Identifier: GPL-3.0-or-later
 * explain.c - from what the rules told to cases by their places: which of them became mentions, and what need not be said twice. */
#include "trace-private.h"

#include <guanxi/explanation.h>

struct _GxExplanation {
    GArray *cases; /* GxCase */
    GStringChunk *strings;
};

void
gx_explanation_free (GxExplanation *self)
{
    if (!self)
        return;
    g_array_unref (self->cases);
    g_string_chunk_free (self->strings);
    g_free (self);
}

const GxCase *
gx_explanation_cases (const GxExplanation *self, guint *n_cases)
{
    *n_cases = self->cases->len;
    return (const GxCase *)(gconstpointer)self->cases->data;
}

const char *
gx_why_name (GxWhy why)
{
    static const char *const names[GX_N_WHYS] = {
        [GX_WHY_TAKEN] = "taken",
        [GX_WHY_PHRASE] = "phrase",
        [GX_WHY_NULL_ROW] = "null-row",
        [GX_WHY_LONGER] = "longer",
        [GX_WHY_AMBIGUOUS] = "ambiguous",
        [GX_WHY_OTHER] = "other",
        [GX_WHY_DOUBTFUL] = "doubtful",
        [GX_WHY_NO_CONTEXT] = "no-context",
        [GX_WHY_NO_COUNTRIES] = "no-countries",
        [GX_WHY_BELOW] = "below-threshold",
        [GX_WHY_VETO] = "veto",
        [GX_WHY_BOUNDARY] = "boundary",
        [GX_WHY_WORDS] = "words",
        [GX_WHY_GOES_ON] = "goes-on",
        [GX_WHY_NAMESAKE] = "namesake",
        [GX_WHY_OTHER_NAME] = "other-name",
        [GX_WHY_CASE] = "case",
        [GX_WHY_OTHER_STATE] = "other-state",
        [GX_WHY_NO_STATE] = "no-state",
        [GX_WHY_ANYBODYS] = "anybodys",
        [GX_WHY_NO_FULL_NAME] = "no-full-name",
        [GX_WHY_OTHER_FIELD] = "other-field",
        [GX_WHY_MONTH] = "month",
        [GX_WHY_NO_NAME] = "no-name",
        [GX_WHY_FURNITURE] = "furniture",
        [GX_WHY_NO_TEXT] = "no-text",
    };
    return why < GX_N_WHYS ? names[why] : "";
}

/* By place, longer ones first, then what was taken, then as they were told. */
static gint
by_place (gconstpointer a, gconstpointer b)
{
    const GxCase *left = a, *right = b;

    if (left->clean.start != right->clean.start)
        return left->clean.start < right->clean.start ? -1 : 1;
    if (left->clean.end != right->clean.end)
        return left->clean.end > right->clean.end ? -1 : 1;
    return (left->why != GX_WHY_TAKEN) - (right->why != GX_WHY_TAKEN);
}

/* Takes the cases out of the trace, with clean ranges for folded ones. What lies in no sentence is furniture, where the rules look but
 * nothing is found. */
static GArray *
place (GxTrace *self, const GxSentences *sentences)
{
    const GxDraft *draft = self->draft;
    GArray *placed = g_array_new (FALSE, FALSE, sizeof (GxCase));
    guint n_sentences, sentence = 0;
    const GxSentence *list = gx_sentences_get (sentences, &n_sentences);

    g_array_sort (self->cases, by_place);
    for (guint i = 0; i < self->cases->len; i++) {
        GxCase told = g_array_index (self->cases, GxCase, i);
        told.clean = gx_folded_clean (draft->folded, told.clean.start, told.clean.end);
        while (sentence < n_sentences && list[sentence].end <= told.clean.start)
            sentence++;
        if (sentence == n_sentences || list[sentence].start > told.clean.start) {
            gx_trace_clear_case (&told);
            continue;
        }
        told.sentence = sentence;
        g_array_append_val (placed, told);
    }
    g_array_set_clear_func (self->cases, NULL);
    g_array_set_size (self->cases, 0);
    return placed;
}

static gboolean
means (const GxCase *told, const GxEntity *entity)
{
    for (guint i = 0; i < told->n_candidates; i++)
        if (told->candidates[i] == entity)
            return TRUE;
    return FALSE;
}

/* A mention with all that was told for it by its own rule, or by the scan that found the name. */
static GxCase
take (const GxMention *mention, const GxCase *told, guint n)
{
    GxCase taken = { .clean = mention->clean, .rule = mention->rule, .cover = "", .table = "", .sentence = mention->sentence };

    gx_trace_candidate (&taken, mention->entity);
    for (guint i = 0; i < n; i++) {
        if (told[i].why != GX_WHY_TAKEN || !means (&told[i], mention->entity) ||
            (*told[i].rule && !g_str_equal (told[i].rule, mention->rule)))
            continue;
        gx_trace_add_grounds (&taken, told[i].grounds, told[i].n_grounds);
        taken.sum = told[i].sum;
        taken.threshold = told[i].threshold;
    }
    return taken;
}

static gboolean
same_grounds (const GxCase *a, const GxCase *b)
{
    if (a->n_grounds != b->n_grounds)
        return FALSE;
    for (guint i = 0; i < a->n_grounds; i++)
        if (!g_str_equal (a->grounds[i].label, b->grounds[i].label) || !g_str_equal (a->grounds[i].text, b->grounds[i].text))
            return FALSE;
    return TRUE;
}

/* Whether two cases of one place say the same, be it of several who bear one name. */
static gboolean
same (const GxCase *a, const GxCase *b)
{
    return a->why == b->why && a->sum >= b->sum && a->sum <= b->sum && g_str_equal (a->rule, b->rule) && g_str_equal (a->cover, b->cover) &&
           same_grounds (a, b) && (a->n_candidates > 0) == (b->n_candidates > 0);
}

/* Whether a case says anything that the mention of the same place (NULL: none) doesn't. May change why it ended so: who may be meant as
 * far as the scan went is told of as somebody else's once it is decided. */
static gboolean
adds (GxCase *told, const GxMention *mention)
{
    if (told->why == GX_WHY_TAKEN && told->n_candidates > 1 && !mention)
        told->why = GX_WHY_AMBIGUOUS;
    if (told->why == GX_WHY_TAKEN && (!mention || means (told, mention->entity)))
        return FALSE;
    if (told->why == GX_WHY_TAKEN)
        told->why = GX_WHY_OTHER;
    return !mention || told->threshold != 0 || (told->n_candidates > 0 && !means (told, mention->entity));
}

/* Adds what a case says to those of its place, which begin at first. */
static void
add_case (GArray *settled, guint first, GxCase *told)
{
    for (guint k = first; k < settled->len; k++) {
        GxCase *before = &g_array_index (settled, GxCase, k);
        if (!same (told, before))
            continue;
        for (guint i = 0; i < told->n_candidates; i++)
            gx_trace_candidate (before, told->candidates[i]);
        gx_trace_clear_case (told);
        return;
    }
    g_array_append_val (settled, *told);
}

/* The cases [told, told + n) of one place, and the mention of it or NULL. */
static void
settle_place (GArray *settled, GxCase *told, guint n, const GxMention *mention)
{
    guint first = settled->len;

    if (mention) {
        GxCase taken = take (mention, told, n);
        g_array_append_val (settled, taken);
    }
    for (guint i = 0; i < n; i++)
        if (adds (&told[i], mention))
            add_case (settled, first, &told[i]);
        else
            gx_trace_clear_case (&told[i]);
}

static gint
compare_spans (const GxSpan *a, const GxSpan *b)
{
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->end == b->end ? 0 : a->end > b->end ? -1 : 1;
}

static GArray *
settle (GArray *placed, const GArray *mentions)
{
    GArray *settled = g_array_new (FALSE, FALSE, sizeof (GxCase));
    GxCase *cases = (GxCase *)(gpointer)placed->data;

    g_array_set_clear_func (settled, gx_trace_clear_case);
    for (guint i = 0, m = 0, n; i < placed->len || m < mentions->len; i += n) {
        const GxMention *mention = m < mentions->len ? &g_array_index (mentions, GxMention, m) : NULL;
        gint order = !mention ? -1 : i == placed->len ? 1 : compare_spans (&cases[i].clean, &mention->clean);
        for (n = 0; order <= 0 && i + n < placed->len && compare_spans (&cases[i].clean, &cases[i + n].clean) == 0;)
            n++;
        settle_place (settled, cases + i, n, order < 0 ? NULL : mention);
        m += order >= 0;
    }
    return settled;
}

GxExplanation *
gx_trace_explain (GxTrace *self, const GArray *mentions, const GxSentences *sentences)
{
    GxExplanation *explanation = g_new0 (GxExplanation, 1);

    gx_trace_clear (self);
    gx_trace_inner_names (self);
    gx_trace_bodies (self);
    g_autoptr (GArray) placed = place (self, sentences);
    explanation->cases = settle (placed, mentions);
    explanation->strings = g_steal_pointer (&self->strings);
    for (guint i = 0; i < explanation->cases->len; i++) {
        GxCase *told = &g_array_index (explanation->cases, GxCase, i);
        told->source = gx_document_source_span (self->draft->document, told->clean.start, told->clean.end);
    }
    return explanation;
}

static gboolean
overlap (GxSpan a, GxSpan b)
{
    return a.start < b.end && b.start < a.end;
}

/* The characters of a block that come from these source bytes; an empty range when none do. */
static GxSpan
characters_of (const GxDocument *document, const GxBlock *block, GxSpan source)
{
    const char *text = gx_document_text (document).data;
    GxSpan found = { block->start, block->start };

    for (gsize at = block->start, next; at < block->end; at = next) {
        next = at + (gsize)g_utf8_skip[(guchar)text[at]];
        if (!overlap (gx_document_source_span (document, at, next), source))
            continue;
        found.start = found.end == found.start ? at : found.start;
        found.end = next;
    }
    return found;
}

static guint
sentence_of (const GxSentences *sentences, gsize clean)
{
    guint n_sentences;
    const GxSentence *list = gx_sentences_get (sentences, &n_sentences);

    for (guint i = 0; i < n_sentences; i++)
        if (list[i].start <= clean && clean < list[i].end)
            return i;
    return GX_NO_SENTENCE;
}

GxCase
gx_explanation_nothing (const GxDocument *document, const GxSentences *sentences, GxSpan source)
{
    GxCase nothing = { .source = source, .why = GX_WHY_NO_TEXT, .rule = "", .cover = "", .table = "", .sentence = GX_NO_SENTENCE };
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);

    for (guint i = 0; i < n_blocks; i++) {
        if (!overlap (gx_document_source_span (document, blocks[i].start, blocks[i].end), source))
            continue;
        GxSpan clean = characters_of (document, &blocks[i], source);
        if (clean.start == clean.end)
            continue;
        nothing.clean = clean;
        nothing.source = gx_document_source_span (document, clean.start, clean.end);
        nothing.why = blocks[i].type == GX_BLOCK_FURNITURE ? GX_WHY_FURNITURE : GX_WHY_NO_NAME;
        nothing.sentence = sentence_of (sentences, clean.start);
        break;
    }
    return nothing;
}
