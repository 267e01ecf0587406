/* SPDX-License-Identifier: GPL-3.0-or-later
 * matcher.c - from a document to its mentions: fold, scan, the rules in their order, the grammar of abbreviations, the way back to the
 * source. */
#include <guanxi/matcher.h>

#include "abbreviation.h"
#include "draft.h"
#include "result.h"
#include "trace.h"

struct _GxMatcher {
    const GxDictionary *dictionary;
    GxScanner *scanner;
    GxJudgement *judgement;
    GxNameModel *names;
    GxAbbreviations *abbreviations;
    gboolean only_listed; /* people whom no table knows are left out */
};

struct _GxMentions {
    GArray *mentions;      /* GxMention */
    GArray *nested;        /* GxNested */
    GArray *unresolved;    /* GxUnresolved */
    GPtrArray *candidates; /* const GxEntity, of the unresolved */
};

GxMatcher *
gx_matcher_new (const GxDictionary *dictionary)
{
    GxMatcher *self = g_new0 (GxMatcher, 1);
    guint n_forms;
    const GxForm *forms = gx_lexicon_forms (dictionary, &n_forms);
    g_autofree GxStr *texts = g_new (GxStr, MAX (n_forms, 1));

    for (guint i = 0; i < n_forms; i++)
        texts[i] = (GxStr){ forms[i].text, forms[i].len };
    self->dictionary = dictionary;
    self->scanner = gx_scanner_new (texts, n_forms);
    self->judgement = gx_judgement_new (dictionary);
    self->names = gx_name_model_new (dictionary);
    self->abbreviations = gx_abbreviations_new (dictionary);
    return self;
}

GxMatcher *
gx_matcher_new_listed (const GxDictionary *dictionary)
{
    GxMatcher *self = gx_matcher_new (dictionary);
    self->only_listed = TRUE;
    return self;
}

void
gx_matcher_free (GxMatcher *self)
{
    if (!self)
        return;
    gx_scanner_free (self->scanner);
    gx_judgement_free (self->judgement);
    gx_name_model_free (self->names);
    gx_abbreviations_free (self->abbreviations);
    g_free (self);
}

/* The language most of the text is written in; nobody reads furniture. */
static const char *
main_language (const GxSentences *sentences, const GxBlock *blocks, guint n)
{
    g_autoptr (GHashTable) sizes = g_hash_table_new (g_str_hash, g_str_equal);
    const char *most = "";
    gsize most_bytes = 0;

    for (guint i = 0; i < n; i++) {
        if (blocks[i].type == GX_BLOCK_FURNITURE)
            continue;
        const char *language = gx_sentences_language (sentences, i);
        gsize bytes = GPOINTER_TO_SIZE (g_hash_table_lookup (sizes, language)) + blocks[i].end - blocks[i].start;
        g_hash_table_insert (sizes, (gpointer)language, GSIZE_TO_POINTER (bytes));
        if (bytes > most_bytes) {
            most_bytes = bytes;
            most = language;
        }
    }
    return most;
}

/* The language of each block, in an array of GxStretch. Han characters alone are Chinese, but in a text that is not: 日米首脳会談. */
static GArray *
languages_of (const GxDraft *draft, const GxSentences *sentences)
{
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (draft->document, &n_blocks);
    GArray *stretches = g_array_sized_new (FALSE, FALSE, sizeof (GxStretch), n_blocks);
    const char *main = main_language (sentences, blocks, n_blocks);

    for (guint i = 0; i < n_blocks; i++) {
        const char *language = gx_sentences_language (sentences, i);
        gboolean is_han = strcmp (language, "zh") == 0;
        GxStretch stretch = { gx_folded_from_clean (draft->folded, blocks[i].end), is_han ? main : language };
        g_array_append_val (stretches, stretch);
    }
    return stretches;
}

/* A character that the grammar reads as a state's, of which nothing tells which: 巴方. */
static void
doubt_short (GxDraft *draft, const GxShort *abbreviation)
{
    const GxEntity *const *states = gx_lexicon_short_states (draft->dictionary, g_utf8_get_char (draft->text.data + abbreviation->start));
    guint n = 0;

    while (states && states[n])
        n++;
    if (n > 1)
        gx_draft_doubt (draft, abbreviation->start, abbreviation->end, states, n, "short");
}

static void
add_abbreviations (const GxMatcher *self, GxDraft *draft, const GxSentences *sentences)
{
    g_autoptr (GArray) covers = gx_draft_covers (draft);
    g_autoptr (GArray) stretches = languages_of (draft, sentences);
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GxShort));

    gx_abbreviations_find (self->abbreviations, draft->text, stretches, (const GxCover *)(gconstpointer)covers->data, covers->len,
                           draft->trace, found);
    for (guint i = 0; i < found->len; i++) {
        const GxShort *abbreviation = &g_array_index (found, GxShort, i);
        if (!abbreviation->entity) {
            doubt_short (draft, abbreviation);
            continue;
        }
        gx_draft_add (draft, abbreviation->start, abbreviation->end, abbreviation->entity, abbreviation->rule);
    }
}

/* Goes through a document from the first byte to the last. */
typedef struct {
    const GxDraft *draft;
    const GxSentence *sentences;
    guint n_sentences, sentence;
    const GxBlock *blocks;
} Walk;

static Walk
walk_start (const GxDraft *draft, const GxSentences *sentences)
{
    Walk self = { .draft = draft };
    guint n_blocks;

    self.sentences = gx_sentences_get (sentences, &self.n_sentences);
    self.blocks = gx_document_blocks (draft->document, &n_blocks);
    return self;
}

/* The clean and source bytes of a stretch of folded text; FALSE when it doesn't begin in a sentence or runs out of its block. */
static gboolean
walk_to (Walk *self, gsize start, gsize end, GxSpan *clean, GxSpan *source)
{
    *clean = gx_folded_clean (self->draft->folded, start, end);
    while (self->sentence < self->n_sentences && self->sentences[self->sentence].end <= clean->start)
        self->sentence++;
    if (self->sentence == self->n_sentences || self->sentences[self->sentence].start > clean->start ||
        self->blocks[self->sentences[self->sentence].block].end < clean->end)
        return FALSE;
    *source = gx_document_source_span (self->draft->document, clean->start, clean->end);
    return TRUE;
}

/* The names of states inside a mark. */
static void
place_nested (GxDraft *draft, const GxMark *mark, guint part_of, GArray *nested_states)
{
    g_autoptr (GArray) inner = gx_draft_parts (draft, mark);

    for (guint i = 0; i < inner->len; i++) {
        const GxMark *state = &g_array_index (inner, GxMark, i);
        GxSpan clean = gx_folded_clean (draft->folded, state->start, state->end);
        GxNested nested = { clean, gx_document_source_span (draft->document, clean.start, clean.end), state->entity, part_of };
        g_array_append_val (nested_states, nested);
    }
}

static void
place_marks (GxMentions *self, GxDraft *draft, const GxSentences *sentences)
{
    Walk walk = walk_start (draft, sentences);

    self->mentions = g_array_sized_new (FALSE, FALSE, sizeof (GxMention), draft->marks->len);
    self->nested = g_array_new (FALSE, FALSE, sizeof (GxNested));
    for (guint i = 0; i < draft->marks->len; i++) {
        const GxMark *mark = &g_array_index (draft->marks, GxMark, i);
        GxMention mention = { .entity = mark->entity, .rule = mark->rule };
        if (!walk_to (&walk, mark->start, mark->end, &mention.clean, &mention.source))
            continue;
        mention.sentence = walk.sentence;
        if (mark->entity->type == GX_ENTITY_INSTITUTION)
            place_nested (draft, mark, self->mentions->len, self->nested);
        g_array_append_val (self->mentions, mention);
    }
}

static gint
by_id (gconstpointer a, gconstpointer b)
{
    const GxEntity *const *left = a, *const *right = b;
    return strcmp ((*left)->id, (*right)->id);
}

static void
place_doubts (GxMentions *self, GxDraft *draft, const GxSentences *sentences)
{
    Walk walk = walk_start (draft, sentences);

    self->candidates = g_steal_pointer (&draft->candidates);
    self->unresolved = g_array_sized_new (FALSE, FALSE, sizeof (GxUnresolved), draft->doubts->len);
    for (guint i = 0; i < draft->doubts->len; i++) {
        const GxDoubt *doubt = &g_array_index (draft->doubts, GxDoubt, i);
        gpointer *first = self->candidates->pdata + doubt->first;
        GxUnresolved name = { .candidates = (const GxEntity *const *)first, .n_candidates = doubt->n, .rule = doubt->rule };
        if (!walk_to (&walk, doubt->start, doubt->end, &name.clean, &name.source))
            continue;
        qsort (first, doubt->n, sizeof *first, by_id);
        name.sentence = walk.sentence;
        g_array_append_val (self->unresolved, name);
    }
}

/* Whether no table knows who is meant; institutions of a state and a body are known. */
static gboolean
is_unlisted (const GxDraft *draft, const GxMark *mark)
{
    if (mark->entity->type == GX_ENTITY_INSTITUTION && !g_str_equal (mark->rule, "unlisted"))
        return FALSE;
    return gx_dictionary_find (draft->dictionary, mark->entity->id) != mark->entity;
}

/* Takes out the marks of people and institutions whom no table knows. */
static void
drop_unlisted (GxDraft *draft)
{
    GxMark *marks = (GxMark *)(gpointer)draft->marks->data;
    guint n = 0;

    for (guint i = 0; i < draft->marks->len; i++)
        if (!is_unlisted (draft, &marks[i]))
            marks[n++] = marks[i];
    g_array_set_size (draft->marks, n);
}

/* Takes them out of the doubts, too; one of whom that leaves a single candidate is none of the tables'. */
static void
drop_unlisted_doubts (GxDraft *draft)
{
    GxDoubt *doubts = (GxDoubt *)(gpointer)draft->doubts->data;
    guint n = 0;

    for (guint i = 0; i < draft->doubts->len; i++) {
        GxDoubt doubt = doubts[i];
        gpointer *candidates = draft->candidates->pdata + doubt.first;
        doubt.n = 0;
        for (guint k = 0; k < doubts[i].n; k++) {
            const GxEntity *entity = candidates[k];
            if (entity->type != GX_ENTITY_PERSON || gx_dictionary_find (draft->dictionary, entity->id) == entity)
                candidates[doubt.n++] = candidates[k];
        }
        if (doubt.n > 1)
            doubts[n++] = doubt;
    }
    g_array_set_size (draft->doubts, n);
}

static GxMentions *
read_draft (const GxMatcher *self, GxDraft *draft, const GxSentences *sentences)
{
    GxMentions *mentions = g_new0 (GxMentions, 1);

    gx_draft_scan (draft);
    gx_rule_bodies (draft);
    gx_rule_names (draft);
    gx_rule_unlisted_bodies (draft);
    gx_rule_strangers (draft);
    gx_rule_unlisted_chinese (draft);
    gx_rule_unlisted_latin (draft);
    gx_rule_titles (draft);
    gx_rule_portmanteaus (draft);
    if (self->only_listed) {
        drop_unlisted (draft);
        drop_unlisted_doubts (draft);
    }
    gx_draft_settle (draft);
    add_abbreviations (self, draft, sentences);
    gx_rule_short_bodies (draft);
    gx_draft_settle (draft);
    gx_draft_settle_doubts (draft);
    place_marks (mentions, draft, sentences);
    place_doubts (mentions, draft, sentences);
    return mentions;
}

GxMentions *
gx_matcher_find_folded (const GxMatcher *self, const GxDocument *document, const GxFolded *folded, const GxSentences *sentences)
{
    g_autoptr (GxDraft) draft = gx_draft_new (self->dictionary, self->judgement, self->names, self->scanner, document, folded);
    return read_draft (self, draft, sentences);
}

GxExplanation *
gx_matcher_explain (const GxMatcher *self, const GxDocument *document, const GxSentences *sentences)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (document));
    g_autoptr (GxDraft) draft = gx_draft_new (self->dictionary, self->judgement, self->names, self->scanner, document, folded);
    g_autoptr (GxTrace) trace = gx_trace_new (draft);

    draft->trace = trace;
    g_autoptr (GxMentions) mentions = read_draft (self, draft, sentences);
    return gx_trace_explain (trace, mentions->mentions, sentences);
}

GxMentions *
gx_matcher_find (const GxMatcher *self, const GxDocument *document, const GxSentences *sentences)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (document));
    return gx_matcher_find_folded (self, document, folded, sentences);
}

void
gx_mentions_free (GxMentions *self)
{
    if (!self)
        return;
    g_array_unref (self->mentions);
    g_array_unref (self->nested);
    g_array_unref (self->unresolved);
    g_ptr_array_unref (self->candidates);
    g_free (self);
}

const GxMention *
gx_mentions_get (const GxMentions *self, guint *n_mentions)
{
    *n_mentions = self->mentions->len;
    return (const GxMention *)(gconstpointer)self->mentions->data;
}

const GxNested *
gx_mentions_nested (const GxMentions *self, guint *n_nested)
{
    *n_nested = self->nested->len;
    return (const GxNested *)(gconstpointer)self->nested->data;
}

const GxUnresolved *
gx_mentions_unresolved (const GxMentions *self, guint *n_unresolved)
{
    *n_unresolved = self->unresolved->len;
    return (const GxUnresolved *)(gconstpointer)self->unresolved->data;
}

void
gx_mentions_count_nested (GxMentions *self)
{
    GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (GxMention), self->mentions->len + self->nested->len);
    guint next = 0;

    for (guint i = 0; i < self->mentions->len; i++) {
        const GxMention *whole = &g_array_index (self->mentions, GxMention, i);
        g_array_append_val (all, *whole);
        for (; next < self->nested->len && g_array_index (self->nested, GxNested, next).part_of == i; next++) {
            const GxNested *nested = &g_array_index (self->nested, GxNested, next);
            GxMention part = { nested->clean, nested->source, nested->entity, "part", whole->sentence };
            g_array_append_val (all, part);
        }
    }
    g_array_unref (self->mentions);
    self->mentions = all;
    g_array_set_size (self->nested, 0);
}
