/* SPDX-License-Identifier: GPL-3.0-or-later
 * batch.c - texts as rows of symbols with what stands beside them. */
#include "batch.h"

#include "capitals.h"
#include "fold.h"
#include "neighbour.h"
#include "words.h"

#define NAME_DOT 0xB7 /* what all dots between names are folded to */
/* Most bytes of a name in Latin letters in brackets. */
#define LONGEST_PAIR 80
/* Bytes of 《 and 》. */
#define BOOK_MARK 3

/* A document under way. */
typedef struct {
    GxBatch *batch;
    const GxReading *reading;
    const GxDictionary *dictionary;
    GxFolded *folded;
    GxStr text; /* folded */
    guint16 *before, *after;
    GxWords *words;
    guint number;
} Page;

static void
clear_passage (gpointer data)
{
    GxPassage *passage = data;
    g_ref_string_release ((char *)passage->document);
    g_ref_string_release ((char *)passage->text);
}

GxBatch *
gx_batch_new (void)
{
    GxBatch *self = g_new0 (GxBatch, 1);
    self->symbols = g_array_new (FALSE, FALSE, sizeof (gunichar));
    self->before = g_array_new (FALSE, FALSE, sizeof (guint16));
    self->after = g_array_new (FALSE, FALSE, sizeof (guint16));
    self->passage = g_array_new (FALSE, FALSE, sizeof (guint32));
    self->passages = g_array_new (FALSE, FALSE, sizeof (GxPassage));
    g_array_set_clear_func (self->passages, clear_passage);
    self->words = g_hash_table_new (g_str_hash, g_str_equal);
    self->spelt = g_ptr_array_new_with_free_func (g_free);
    self->lower = g_array_new (FALSE, TRUE, sizeof (guint32));
    self->pairs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    return self;
}

void
gx_batch_free (GxBatch *self)
{
    if (!self)
        return;
    g_array_unref (self->symbols);
    g_array_unref (self->before);
    g_array_unref (self->after);
    g_array_unref (self->passage);
    g_array_unref (self->passages);
    g_hash_table_unref (self->words);
    g_ptr_array_unref (self->spelt);
    g_array_unref (self->lower);
    g_hash_table_unref (self->pairs);
    g_free (self);
}

void
gx_batch_clear (GxBatch *self)
{
    g_array_set_size (self->symbols, 0);
    g_array_set_size (self->before, 0);
    g_array_set_size (self->after, 0);
    g_array_set_size (self->passage, 0);
    g_array_set_size (self->passages, 0);
    g_hash_table_remove_all (self->words);
    g_ptr_array_set_size (self->spelt, 0);
    g_array_set_size (self->lower, 0);
    g_hash_table_remove_all (self->pairs);
}

char *
gx_batch_text (const GxBatch *self, gsize start, guint length)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (gsize i = start; i < start + length; i++) {
        gunichar symbol = g_array_index (self->symbols, gunichar, i);
        if (symbol >= GX_FIRST_WORD)
            g_string_append (text, self->spelt->pdata[symbol - GX_FIRST_WORD]);
        else
            g_string_append_unichar (text, symbol);
    }
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_symbol (gunichar c)
{
    return c == NAME_DOT || gx_is_han (c) || gx_is_word_script (c);
}

/* A name that is there already: nothing begins or ends inside. */
static void
cover (Page *self, gsize start, gsize end)
{
    self->before[end] |= GX_BESIDE_KNOWN;
    self->after[start] |= GX_BESIDE_KNOWN;
    for (gsize i = start; i < end; i++)
        self->before[i] |= GX_BESIDE_COVERED;
    for (gsize i = start + 1; i < end; i++) {
        self->before[i] |= GX_BESIDE_CUT;
        self->after[i] |= GX_BESIDE_CUT;
    }
}

/* Whether a mention is of somebody whom a title has introduced, no table. */
static gboolean
is_stranger (const Page *self, const GxEntity *entity)
{
    return entity->type == GX_ENTITY_PERSON && !gx_dictionary_find (self->dictionary, entity->id);
}

static void
mark_known (Page *self)
{
    guint n = 0;
    const GxMention *mentions = gx_mentions_get (self->reading->mentions, &n);
    for (guint i = 0; i < n; i++) {
        gsize start = gx_folded_from_clean (self->folded, mentions[i].clean.start);
        gsize end = gx_folded_from_clean (self->folded, mentions[i].clean.end);
        if (!is_stranger (self, mentions[i].entity))
            cover (self, start, end);
        else {
            self->before[start] |= GX_BESIDE_STRANGER;
            self->after[end] |= GX_BESIDE_STRANGER;
        }
    }
    const GxUnresolved *unresolved = gx_mentions_unresolved (self->reading->mentions, &n);
    for (guint i = 0; i < n; i++)
        cover (self, gx_folded_from_clean (self->folded, unresolved[i].clean.start),
               gx_folded_from_clean (self->folded, unresolved[i].clean.end));
}

static guint
mark_before (gunichar c)
{
    switch (c) {
    case 0x300A:
    case 0x3008:
        return GX_BESIDE_BOOK;
    case 0x201C:
    case 0x300C:
    case 0x300E:
    case '"':
        return GX_BESIDE_QUOTE;
    case 0x3001:
        return GX_BESIDE_LIST;
    default:
        return 0;
    }
}

static guint
mark_after (gunichar c)
{
    switch (c) {
    case 0x300B:
    case 0x3009:
        return GX_BESIDE_BOOK;
    case 0x201D:
    case 0x300D:
    case 0x300F:
    case '"':
        return GX_BESIDE_QUOTE;
    case 0x3001:
        return GX_BESIDE_LIST;
    default:
        return 0;
    }
}

/* Words beside a name are such only where words meet: 有 is none in 有限公司. */
static guint
heed_words (guint bits)
{
    const guint words = (guint)GX_BESIDE_FUNCTION | GX_BESIDE_SPEECH | GX_BESIDE_SOURCE | GX_BESIDE_LIST;
    return bits & ((guint)GX_BESIDE_WORD | GX_BESIDE_EDGE) ? bits : bits & ~words;
}

/* What stands before an offset. */
static guint
look_before (const Page *self, gsize offset)
{
    gsize at, next;
    gunichar c = gx_char_before (self->text, offset, &at);
    guint bits = self->before[offset] | (gx_words_is_boundary (self->words, offset) ? GX_BESIDE_WORD : 0);

    if (gx_is_word_script (c) && gx_is_word_script (gx_char_at (self->text, offset, &next)))
        return bits | GX_BESIDE_CUT;
    bits = heed_words (bits | (is_symbol (c) ? 0 : GX_BESIDE_EDGE | mark_before (c)));
    if ((bits & GX_BESIDE_LIST) && (self->before[at] & GX_BESIDE_KNOWN))
        bits |= GX_BESIDE_PEER;
    if (is_symbol (c))
        return bits;
    if ((bits & GX_BESIDE_BOOK) && (self->before[at] & GX_BESIDE_SOURCE))
        bits |= GX_BESIDE_MEDIA;
    return bits;
}

static guint
look_after (const Page *self, gsize offset)
{
    gsize at, next;
    gunichar c = gx_char_at (self->text, offset, &next);
    guint bits = self->after[offset] | (gx_words_is_boundary (self->words, offset) ? GX_BESIDE_WORD : 0);

    if (gx_is_word_script (c) && gx_is_word_script (gx_char_before (self->text, offset, &at)))
        return bits | GX_BESIDE_CUT;
    bits = heed_words (bits | (is_symbol (c) ? 0 : GX_BESIDE_EDGE | mark_after (c)));
    if ((bits & GX_BESIDE_LIST) && (self->after[next] & GX_BESIDE_KNOWN))
        bits |= GX_BESIDE_PEER;
    if (is_symbol (c))
        return bits;
    if ((bits & GX_BESIDE_BOOK) && (self->after[offset + BOOK_MARK] & GX_BESIDE_SOURCE))
        bits |= GX_BESIDE_MEDIA;
    return bits;
}

/* The name in Latin letters in brackets at an offset, as the clean text has it; NULL when there is none. */
static char *
read_pair (const Page *self, gsize offset)
{
    offset += gx_text_goes_on (self->text, offset, " ") ? 1 : 0;
    if (!gx_text_goes_on (self->text, offset, "("))
        return NULL;
    gsize start = offset + 1, end = start, next;
    for (gunichar c; (c = gx_char_at (self->text, end, &next)) != 0 && end - start <= LONGEST_PAIR; end = next)
        if (!(c < 0x250 && (g_unichar_isalpha (c) || strchr (" -.'&", (int)c))))
            break;
    if (end - start < 2 || end - start > LONGEST_PAIR || end >= self->text.len || !strchr ("),;", self->text.data[end]))
        return NULL;
    GxSpan clean = gx_folded_clean (self->folded, start, end);
    g_autofree char *pair = g_strstrip (g_strndup (gx_document_text (self->reading->document).data + clean.start, clean.end - clean.start));
    return g_unichar_isupper (g_utf8_get_char (pair)) ? g_steal_pointer (&pair) : NULL;
}

static void
add_symbol (Page *self, gunichar c, guint before, guint after, guint32 passage)
{
    guint16 b = (guint16)before, a = (guint16)after;
    g_array_append_val (self->batch->symbols, c);
    g_array_append_val (self->batch->before, b);
    g_array_append_val (self->batch->after, a);
    g_array_append_val (self->batch->passage, passage);
}

/* The symbol of the character or word at start, and where it ends. */
static gunichar
read_symbol (Page *self, gsize start, gsize *end)
{
    gunichar c = gx_char_at (self->text, start, end);
    if (!gx_is_word_script (c))
        return c;
    for (gsize next; gx_is_word_script (gx_char_at (self->text, *end, &next)); *end = next)
        ;
    g_autofree char *word = g_strndup (self->text.data + start, *end - start);
    gunichar symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->batch->words, word));
    if (symbol == 0) {
        symbol = GX_FIRST_WORD + self->batch->spelt->len;
        g_hash_table_insert (self->batch->words, word, GUINT_TO_POINTER (symbol));
        g_ptr_array_add (self->batch->spelt, g_steal_pointer (&word));
        g_array_set_size (self->batch->lower, self->batch->spelt->len);
    }
    GxSpan clean = gx_folded_clean (self->folded, start, *end);
    if (g_unichar_islower (g_utf8_get_char (gx_document_text (self->reading->document).data + clean.start)))
        g_array_index (self->batch->lower, guint32, symbol - GX_FIRST_WORD)++;
    return symbol;
}

/* The symbols of [start, end) of folded text. */
static void
add_symbols (Page *self, gsize start, gsize end, guint32 passage)
{
    GxPassage *row = &g_array_index (self->batch->passages, GxPassage, passage);
    for (gsize at = start, next; at < end; at = next) {
        gunichar c = gx_char_at (self->text, at, &next);
        if (!is_symbol (c))
            continue;
        c = read_symbol (self, at, &next);
        guint before = look_before (self, at), after = look_after (self, next);
        row->has_known = row->has_known || (before & GX_BESIDE_COVERED);
        if ((after & GX_BESIDE_EDGE)) {
            char *pair = read_pair (self, next);
            if (pair) {
                g_hash_table_insert (self->batch->pairs, GUINT_TO_POINTER (self->batch->symbols->len + 1), pair);
                after |= GX_BESIDE_PAIR;
            }
        }
        add_symbol (self, c, before, after, passage);
        if (after & GX_BESIDE_EDGE)
            add_symbol (self, 0, GX_BESIDE_CUT, GX_BESIDE_CUT, passage);
    }
    add_symbol (self, 0, GX_BESIDE_CUT, GX_BESIDE_CUT, passage);
}

/* Cuts titles off a run of capitalised words: President | Jane Roe | Professor. */
static void
cut_titles (const Page *self, GxStr text, gsize base, GxSpan *run)
{
    GxSpan word, last = { run->start, run->start };
    for (gsize at = run->start; gx_capitals_word (text, at, &word) && word.start < run->end; at = word.end) {
        gsize offset = gx_folded_from_clean (self->folded, base + word.start);
        if (word.start > run->start && (self->before[offset] & GX_BESIDE_TITLE))
            run->start = word.start;
        else if (word.start > run->start && (self->after[offset] & GX_BESIDE_TITLE)) {
            run->end = last.end;
            return;
        }
        last = word;
    }
}

/* Whether there is nothing but known names. */
static gboolean
is_covered (const Page *self, gsize start, gsize end)
{
    for (gsize i = start; i < end; i++)
        if (self->text.data[i] != ' ' && !(self->before[i] & GX_BESIDE_COVERED))
            return FALSE;
    return TRUE;
}

static void
tell_capitals (Page *self, GxStr text, gsize base, guint32 passage, GxCapitalsFunc report, gpointer user_data)
{
    GxSpan run;
    for (gsize at = 0; gx_capitals_next (self->dictionary, text, at, &run);) {
        at = run.end;
        cut_titles (self, text, base, &run);
        gsize start = gx_folded_from_clean (self->folded, base + run.start), end = gx_folded_from_clean (self->folded, base + run.end);
        gsize n_known = 0;
        for (gsize i = start; i < end; i++)
            n_known += (self->before[i] & GX_BESIDE_COVERED) != 0;
        if (end <= start || is_covered (self, start, end))
            continue;
        g_autofree char *written = g_strndup (text.data + run.start, run.end - run.start);
        g_autofree char *key = g_strndup (self->text.data + start, end - start);
        GxCapitals found = { written, key, look_before (self, start), look_after (self, end), n_known > 0, passage };
        report (&found, user_data);
    }
}

static gboolean
has_capital (GxStr text)
{
    for (gsize i = 0; i < text.len; i++)
        if (g_ascii_isupper (text.data[i]) || (guchar)text.data[i] == 0xC3)
            return TRUE;
    return FALSE;
}

static gboolean
is_aside (GxBlockType type)
{
    return type == GX_BLOCK_CAPTION || type == GX_BLOCK_BYLINE || type == GX_BLOCK_NOTE;
}

static void
add_sentences (Page *self, GxCapitalsFunc report, gpointer user_data)
{
    guint n_sentences = 0, n_blocks = 0;
    const GxSentence *sentences = gx_sentences_get (self->reading->sentences, &n_sentences);
    const GxBlock *blocks = gx_document_blocks (self->reading->document, &n_blocks);
    GxStr clean = gx_document_text (self->reading->document);
    char *name = g_ref_string_new (gx_document_name (self->reading->document));

    for (guint i = 0; i < n_sentences; i++) {
        GxSentence s = sentences[i];
        GxStr text = { clean.data + s.start, s.end - s.start };
        GxPassage passage = { .document = g_ref_string_acquire (name),
                              .text = g_ref_string_new_len (text.data, (gssize)text.len),
                              .source = gx_document_source_span (self->reading->document, s.start, s.end),
                              .number = self->number,
                              .is_heading = blocks[s.block].type == GX_BLOCK_HEADING,
                              .is_aside = is_aside (blocks[s.block].type) };
        guint32 number = self->batch->passages->len;
        g_array_append_val (self->batch->passages, passage);
        add_symbols (self, gx_folded_from_clean (self->folded, s.start), gx_folded_from_clean (self->folded, s.end), number);
        if (has_capital (text))
            tell_capitals (self, text, s.start, number, report, user_data);
    }
    g_ref_string_release (name);
}

void
gx_batch_add (GxBatch *self, const GxReading *reading, guint number, const GxDictionary *dictionary, const GxCues *cues,
              GxCapitalsFunc report, gpointer user_data)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (reading->document));
    g_autoptr (GxWords) words = gx_words_new ();
    GxStr text = gx_folded_text (folded);
    g_autofree guint16 *before = g_new0 (guint16, text.len + 1 + BOOK_MARK), *after = g_new0 (guint16, text.len + 1 + BOOK_MARK);
    Page page = { self, reading, dictionary, folded, text, before, after, words, number };

    gx_words_set_text (words, text);
    gx_cues_mark (cues, text, before, after);
    mark_known (&page);
    add_sentences (&page, report, user_data);
}
