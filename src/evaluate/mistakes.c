/* SPDX-License-Identifier: GPL-3.0-or-later
 * mistakes.c - mistakes and the sentences they stand in.
 *
 * There is a way from clean text to the source and none back, so that one walk over the sentences finds the places of all mistakes. */
#include "mistakes.h"
#include "ranges.h"

struct _GxMistakes {
    GArray *all; /* of GxMistake */
    guint n_settled;
    GStringChunk *strings;
};

GxMistakes *
gx_mistakes_new (void)
{
    GxMistakes *self = g_new0 (GxMistakes, 1);
    self->all = g_array_new (FALSE, FALSE, sizeof (GxMistake));
    self->strings = g_string_chunk_new (4096);
    return self;
}

void
gx_mistakes_free (GxMistakes *self)
{
    if (!self)
        return;
    g_array_unref (self->all);
    g_string_chunk_free (self->strings);
    g_free (self);
}

void
gx_mistakes_note (GxMistakes *self, const GxAnnotation *gold, const GxMention *mention)
{
    GxMistake mistake = {
        .kind = gold && mention ? GX_MISTAKE_ENTITY
                : gold          ? GX_MISTAKE_MISSED
                                : GX_MISTAKE_WRONG,
        .source = gold ? gold->source : mention->source,
        .expected = gold ? g_string_chunk_insert_const (self->strings, gold->entity) : NULL,
        .found = mention ? g_string_chunk_insert_const (self->strings, mention->entity->name) : NULL,
        .type = gold ? gold->type : mention->entity->type,
        .rule = mention ? mention->rule : NULL,
    };
    g_array_append_val (self->all, mistake);
}

static GxMistake *
mistake_at (const GxMistakes *self, guint i)
{
    return &g_array_index (self->all, GxMistake, i);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const GxMistake *left = a, *right = b;
    if (left->source.start != right->source.start)
        return left->source.start < right->source.start ? -1 : 1;
    if (left->source.end != right->source.end)
        return left->source.end < right->source.end ? -1 : 1;
    return left->kind != right->kind ? (left->kind > right->kind) - (left->kind < right->kind) : g_strcmp0 (left->found, right->found);
}

static const char *
keep (GxMistakes *self, GxStr text)
{
    g_autofree char *copy = gx_str_dup (text);
    return g_string_chunk_insert_const (self->strings, copy);
}

/* Takes note of a character of a sentence, which is clean bytes and lies at `place` in the source. */
static void
take_character (GxMistakes *self, const GxRanges *places, GxStr clean, const GxSentence *sentence, GxSpan character, GxSpan place)
{
    for (guint i = gx_ranges_find (places, place, 0); i != G_MAXUINT; i = gx_ranges_find (places, place, i + 1)) {
        GxMistake *mistake = mistake_at (self, self->n_settled + i);
        GxSpan inside = { character.start - sentence->start, character.end - sentence->start };
        if (!mistake->sentence) {
            mistake->sentence = keep (self, (GxStr){ clean.data + sentence->start, sentence->end - sentence->start });
            mistake->in_sentence = inside;
        } else if (mistake->in_sentence.end == inside.start) {
            mistake->in_sentence.end = inside.end; /* what lies elsewhere is another sentence's, or this one's later on */
        }
    }
}

static void
find_sentences (GxMistakes *self, const GxReading *reading)
{
    g_autoptr (GxRanges) places = gx_ranges_new ();
    GxStr clean = gx_document_text (reading->document);
    guint n_sentences = 0;
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    for (guint i = self->n_settled; i < self->all->len; i++)
        gx_ranges_add (places, mistake_at (self, i)->source);
    for (guint s = 0; s < n_sentences; s++)
        for (gsize at = sentences[s].start, next; at < sentences[s].end; at = next) {
            next = (gsize)(g_utf8_next_char (clean.data + at) - clean.data);
            GxSpan place = gx_document_source_span (reading->document, at, next);
            take_character (self, places, clean, &sentences[s], (GxSpan){ at, next }, place);
        }
}

/* Where people look a mistake up: the document or the file inside it, and its bytes there. */
static void
tell_place (GxMistakes *self, const GxReading *reading, GxMistake *mistake)
{
    const char *name = gx_document_name (reading->document);
    const GxPart *part = gx_source_part_at (reading->source, mistake->source.start);
    g_autofree char *whole = part ? g_strconcat (name, "/", part->name, NULL) : g_strdup (name);
    gsize start = part ? MIN (part->start, mistake->source.start) : 0;
    mistake->document = g_string_chunk_insert_const (self->strings, whole);
    mistake->source = (GxSpan){ mistake->source.start - start, mistake->source.end - start };
}

void
gx_mistakes_settle (GxMistakes *self, const GxReading *reading)
{
    GxStr source = gx_source_text (reading->source);
    guint n = self->all->len - self->n_settled;
    if (n == 0)
        return;
    qsort (mistake_at (self, self->n_settled), n, sizeof (GxMistake), compare_places);
    find_sentences (self, reading);
    for (guint i = self->n_settled; i < self->all->len; i++) {
        GxMistake *mistake = mistake_at (self, i);
        mistake->text = keep (self, (GxStr){ source.data + mistake->source.start, mistake->source.end - mistake->source.start });
        tell_place (self, reading, mistake);
    }
    self->n_settled = self->all->len;
}

const GxMistake *
gx_mistakes_get (const GxMistakes *self, guint *n_mistakes)
{
    *n_mistakes = self->all->len;
    return (const GxMistake *)(void *)self->all->data;
}

const char *
gx_mistake_kind_name (GxMistakeKind kind)
{
    static const char *const names[] = { [GX_MISTAKE_WRONG] = "wrong", [GX_MISTAKE_MISSED] = "missed", [GX_MISTAKE_ENTITY] = "entity" };
    g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (names), NULL);
    return names[kind];
}
