/* SPDX-License-Identifier: GPL-3.0-or-later
 * usage.c - how often names stand in texts, alone or inside longer words. */
#include <guanxi/usage.h>

#include "boundary.h"
#include "check.h"
#include "fold.h"
#include "scan.h"
#include "words.h"

/* A name is doubtful when it has fewer characters, stands there so often, and is swallowed in so large a share of the cases. */
#define SAFE_LENGTH 4
#define FEWEST      3
#define MOST_INSIDE 0.6

/* What is counted of a form. */
typedef struct {
    const GxNameRow *name; /* the row that has it; NULL: no name of the tables that are asked about */
    const GxEntity *entity;
    guint n_entities;
    guint64 fires, inside, read;
    char *document, *words; /* an example */
    gsize byte;
    gboolean example_inside;
} Count;

struct _GxUsage {
    const GxForm *forms;
    guint n_forms;
    const GxDictionary *dictionary;
    GxScanner *scanner;
    GxWords *breaker;
    Count *counts; /* of each form */
};

/* The row of the entity that says a form, in a table of this rank or higher: the free one rather than a marked one. */
static const GxNameRow *
find_row (const GxDictionary *dictionary, const GxEntity *entity, const char *folded, guint first_rank)
{
    const GxEntityRow *row = g_hash_table_lookup (dictionary->tables->entity_index, entity->id);
    const GxNameRow *found = NULL;
    for (guint i = 0; row && i < row->names->len; i++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, i);
        if (name->place.rank >= first_rank && strcmp (name->folded, folded) == 0 && (!found || gx_name_is_free (name)))
            found = name;
    }
    return found;
}

static void
find_owner (GxUsage *self, guint number, guint first_rank)
{
    const GxForm *form = &self->forms[number];
    Count *count = &self->counts[number];
    const GxEntity *last = NULL;
    for (guint i = 0; i < form->n_readings; i++) {
        const GxFormReading *reading = &form->readings[i];
        if (reading->kind != GX_FORM_NAME || reading->entity == last)
            continue;
        last = reading->entity;
        const GxNameRow *name = find_row (self->dictionary, last, form->text, first_rank);
        if (name && (!count->name || (gx_name_is_free (name) && !gx_name_is_free (count->name)))) {
            count->name = name;
            count->entity = last;
        }
        count->n_entities += name ? 1 : 0;
    }
}

GxUsage *
gx_usage_new (const GxDictionary *dictionary, GxDictionaryBase base, const char *const *paths)
{
    GxUsage *self = g_new0 (GxUsage, 1);
    self->dictionary = dictionary;
    self->forms = gx_lexicon_forms (dictionary, &self->n_forms);
    self->counts = g_new0 (Count, MAX (self->n_forms, 1));
    self->breaker = gx_words_new ();
    g_autofree GxStr *texts = g_new (GxStr, MAX (self->n_forms, 1));
    for (guint i = 0; i < self->n_forms; i++) {
        texts[i] = (GxStr){ self->forms[i].text, self->forms[i].len };
        find_owner (self, i, paths && paths[0] ? gx_builtin_count (base) : 0);
    }
    self->scanner = gx_scanner_new (texts, self->n_forms);
    return self;
}

void
gx_usage_free (GxUsage *self)
{
    if (!self)
        return;
    for (guint i = 0; i < self->n_forms; i++) {
        g_free (self->counts[i].document);
        g_free (self->counts[i].words);
    }
    g_free (self->counts);
    gx_words_free (self->breaker);
    gx_scanner_free (self->scanner);
    g_free (self);
}

/* A document under way. */
typedef struct {
    GxUsage *usage;
    const GxReading *reading;
    const GxFolded *folded;
    GxStr text; /* folded */
    const GxSentence *sentences;
    guint n_sentences, sentence;
    const GxMention *mentions;
    guint n_mentions, mention;
} Walk;

static gboolean
is_han_at (GxStr text, gsize offset)
{
    return offset < text.len && gx_is_han (g_utf8_get_char (text.data + offset));
}

/* Whether a word goes over an edge of Han characters, which may otherwise stand anywhere. */
static gboolean
is_crossed (const Walk *walk, gsize offset)
{
    if (offset == 0 || !is_han_at (walk->text, offset))
        return FALSE;
    const char *before = g_utf8_prev_char (walk->text.data + offset);
    return gx_is_han (g_utf8_get_char (before)) && !gx_words_is_boundary (walk->usage->breaker, offset);
}

/* Whether the name stands whole where words are written apart: `line` has no Lin. */
static gboolean
is_whole (const Walk *walk, const GxHit *hit)
{
    return gx_boundary_left (walk->text, hit->start) && gx_boundary_right (walk->usage->dictionary, walk->text, hit->end);
}

/* Whether the clean text is what one of the readings of the form asks for: an alias marked = wants its case. */
static gboolean
is_written_so (const Walk *walk, const GxForm *form, GxSpan clean)
{
    GxStr text = gx_document_text (walk->reading->document);
    for (guint i = 0; i < form->n_readings; i++) {
        const GxFormReading *reading = &form->readings[i];
        if (reading->kind != GX_FORM_NAME)
            continue;
        if (!(reading->flags & GX_ALIAS_EXACT))
            return TRUE;
        gsize len = clean.end - clean.start;
        if (strlen (reading->exact) == len && memcmp (reading->exact, text.data + clean.start, len) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_in_sentence (Walk *walk, GxSpan clean)
{
    while (walk->sentence < walk->n_sentences && walk->sentences[walk->sentence].end <= clean.start)
        walk->sentence++;
    return walk->sentence < walk->n_sentences && walk->sentences[walk->sentence].start <= clean.start;
}

static gboolean
is_mention (Walk *walk, GxSpan clean)
{
    while (walk->mention < walk->n_mentions && walk->mentions[walk->mention].clean.start < clean.start)
        walk->mention++;
    for (guint i = walk->mention; i < walk->n_mentions && walk->mentions[i].clean.start == clean.start; i++)
        if (walk->mentions[i].clean.end == clean.end)
            return TRUE;
    return FALSE;
}

/* Keeps the first example, but rather one inside words. */
static void
keep_example (Walk *walk, Count *count, const GxHit *hit, GxSpan clean, gboolean inside)
{
    if (count->document && (count->example_inside || !inside))
        return;
    gsize start, end, unused;
    gx_words_at (walk->usage->breaker, hit->start, &start, &unused);
    gx_words_at (walk->usage->breaker, hit->end - 1, &unused, &end);
    g_free (count->document);
    g_free (count->words);
    count->document = g_strdup (gx_document_name (walk->reading->document));
    count->words = g_strndup (walk->text.data + start, end - start);
    count->byte = gx_document_source_span (walk->reading->document, clean.start, clean.end).start;
    count->example_inside = inside;
}

static void
count_hit (Walk *walk, const GxHit *hit)
{
    Count *count = &walk->usage->counts[hit->form];
    if (!count->name)
        return;
    GxSpan clean = gx_folded_clean (walk->folded, hit->start, hit->end);
    if (!is_in_sentence (walk, clean) || !is_whole (walk, hit) || !is_written_so (walk, &walk->usage->forms[hit->form], clean))
        return;
    gboolean inside = is_crossed (walk, hit->start) || is_crossed (walk, hit->end);
    count->fires++;
    count->inside += inside ? 1 : 0;
    count->read += is_mention (walk, clean) ? 1 : 0;
    keep_example (walk, count, hit, clean, inside);
}

void
gx_usage_add (GxUsage *self, const GxReading *reading)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (reading->document));
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (GxHit));
    Walk walk = { .usage = self, .reading = reading, .folded = folded, .text = gx_folded_text (folded) };
    walk.sentences = gx_sentences_get (reading->sentences, &walk.n_sentences);
    if (reading->mentions)
        walk.mentions = gx_mentions_get (reading->mentions, &walk.n_mentions);
    gx_words_set_text (self->breaker, walk.text);
    gx_scanner_scan (self->scanner, walk.text, NULL, NULL, hits);
    for (guint i = 0; i < hits->len; i++)
        count_hit (&walk, &g_array_index (hits, GxHit, i));
    gx_words_set_text (self->breaker, gx_str (""));
}

static gboolean
is_doubtful (const Count *count)
{
    glong n;
    return count->entity->type != GX_ENTITY_STATE && gx_name_is_free (count->name) && gx_name_is_han (count->name->folded, &n) &&
           n < SAFE_LENGTH && count->fires >= FEWEST && (double)count->inside >= MOST_INSIDE * (double)count->fires;
}

static gint
compare_uses (gconstpointer left, gconstpointer right)
{
    const GxUse *a = left, *b = right;
    if (a->is_doubtful != b->is_doubtful)
        return a->is_doubtful ? -1 : 1;
    if (a->inside != b->inside)
        return a->inside > b->inside ? -1 : 1;
    if (a->fires != b->fires)
        return a->fires > b->fires ? -1 : 1;
    gint order = strcmp (a->name, b->name);
    return order ? order : strcmp (a->entity->id, b->entity->id);
}

GxUse *
gx_usage_list (const GxUsage *self, guint *n_uses)
{
    g_autoptr (GArray) uses = g_array_new (TRUE, FALSE, sizeof (GxUse));
    for (guint i = 0; i < self->n_forms; i++) {
        const Count *count = &self->counts[i];
        if (count->fires == 0)
            continue;
        GxUse use = { count->name->text,
                      count->name->flags,
                      count->entity,
                      count->n_entities,
                      count->fires,
                      count->inside,
                      count->read,
                      count->document,
                      count->words,
                      count->byte,
                      count->name->place.file,
                      count->name->place.line,
                      is_doubtful (count) };
        g_array_append_val (uses, use);
    }
    g_array_sort (uses, compare_uses);
    *n_uses = uses->len;
    return (GxUse *)(gpointer)g_array_free (g_steal_pointer (&uses), FALSE);
}

static gint
compare_places (gconstpointer left, gconstpointer right)
{
    const Count *const *a = left, *const *b = right;
    const GxPlace *p = &(*a)->name->place, *q = &(*b)->name->place;
    if (p->rank != q->rank)
        return p->rank < q->rank ? -1 : 1;
    if (p->line != q->line)
        return p->line < q->line ? -1 : 1;
    return strcmp ((*a)->name->text, (*b)->name->text);
}

void
gx_usage_doubt (const GxUsage *self, GxFindingFunc report, gpointer user_data)
{
    GxFindings findings = { .report = report, .user_data = user_data };
    g_autoptr (GPtrArray) doubtful = g_ptr_array_new ();
    for (guint i = 0; i < self->n_forms; i++)
        if (self->counts[i].fires > 0 && is_doubtful (&self->counts[i]))
            g_ptr_array_add (doubtful, &self->counts[i]);
    g_ptr_array_sort (doubtful, compare_places);
    for (guint i = 0; i < doubtful->len; i++) {
        const Count *count = doubtful->pdata[i];
        gx_findings_doubt (&findings, GX_CHECK_SWALLOWED, count->name->place,
                           "\"%s\" of %s lies inside longer words in %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                           " places, as in %s (%s:%" G_GSIZE_FORMAT ")",
                           count->name->text, count->entity->id, count->inside, count->fires, count->words, count->document, count->byte);
    }
}
