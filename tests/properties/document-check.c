/* SPDX-License-Identifier: GPL-3.0-or-later
 * document-check.c - every promise of the headers that can be looked at in a single document. */
#include "document-check.h"

#include <stdio.h>
#include <stdlib.h>

#include "source-says.h"

#define MAX_FINDINGS 20

typedef struct {
    DocumentCheck *check;
    const GxSource *source;
    const GxDocument *document;
    GxStr from, text; /* source, clean */
    guint8 *used;     /* a bit a source byte: whether a character was copied from it */
    guint n_lines;    /* of the source */
    guint64 n_jumps;
    gsize first_jump; /* clean */
} Look;

DocumentCheck
document_check_start (void)
{
    return (DocumentCheck){ .findings = g_ptr_array_new_with_free_func (g_free) };
}

void
document_check_clear (DocumentCheck *self)
{
    g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static void G_GNUC_PRINTF (3, 4) find (Look *look, gsize at, const char *format, ...)
{
    va_list arguments;

    if (look->check->n_findings++ >= MAX_FINDINGS)
        return;
    va_start (arguments, format);
    g_autofree char *what = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    g_ptr_array_add (look->check->findings,
                     g_strdup_printf ("%s: clean byte %" G_GSIZE_FORMAT ": %s", gx_source_name (look->source), at, what));
}

static gboolean
is_border (GxStr text, gsize at)
{
    return at == text.len || (at < text.len && ((guchar)text.data[at] & 0xC0) != 0x80);
}

static gboolean
is_white_at (GxStr text, gsize at)
{
    return text.data[at] == '\v' || g_unichar_isspace (g_utf8_get_char (text.data + at)); /* GLib's has no vertical tab */
}

/* Marks source bytes as used; FALSE when one of them was already. */
static gboolean
use (Look *look, GxSpan span)
{
    gboolean is_new = TRUE;

    for (gsize i = span.start; i < span.end; i++) {
        guint8 bit = (guint8)(1u << (i & 7));
        is_new = is_new && !(look->used[i >> 3] & bit);
        look->used[i >> 3] |= bit;
    }
    return is_new;
}

/* The character in clean bytes [start, end), whose source is span; last is that of the character before. */
static void
check_character (Look *look, gsize start, gsize end, GxSpan span, GxSpan last)
{
    DocumentCheck *check = look->check;
    GxStr clean = { look->text.data + start, end - start };
    gunichar c = g_utf8_get_char (clean.data);

    check->n_characters++;
    if (span.start >= span.end || span.end > look->from.len || !is_border (look->from, span.start) || !is_border (look->from, span.end)) {
        find (look, start, "source span %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " is empty, outside, or cuts a character", span.start,
              span.end);
        return;
    }
    GxStr source = { look->from.data + span.start, span.end - span.start };
    switch (source_says (source, clean, c)) {
    case SAYS_SAME:
        check->n_same++;
        break;
    case SAYS_BLANK:
        check->n_blanks++;
        break;
    case SAYS_REFERENCE:
        check->n_references++;
        break;
    case SAYS_FOLDED:
        check->n_folded++;
        break;
    case SAYS_NOTHING:
    default:
        find (look, start, "U+%04X stands for %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " `%.*s`", (guint)c, span.start, span.end,
              (int)MIN (source.len, (gsize)40), source.data);
    }
    if (span.start < last.start && look->n_jumps++ == 0)
        look->first_jump = start;
    gboolean is_shared = span.start == last.start && span.end == last.end; /* both come from one reference */
    if (!is_shared && !use (look, span))
        find (look, start, "source bytes %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " are used twice", span.start, span.end);
    if (gx_source_part_at (look->source, span.start) != gx_source_part_at (look->source, span.end - 1))
        find (look, start, "lies in two parts");
}

static void
check_block (Look *look, const GxBlock *block, gsize at)
{
    GxSpan last = { 0, 0 };

    if (block->start != at || block->start >= block->end || block->end > look->text.len) {
        find (look, at, "block %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " does not follow the one before", block->start, block->end);
        return;
    }
    if ((block->type == GX_BLOCK_FURNITURE) != (block->reason != GX_REASON_NONE))
        find (look, at, "%s with reason `%s`", gx_block_type_name (block->type), gx_reason_name (block->reason));
    if (memchr (look->text.data + block->start, '\n', block->end - block->start))
        find (look, at, "a line break inside of a block");
    if (is_white_at (look->text, block->start) ||
        is_white_at (look->text, (gsize)(g_utf8_prev_char (look->text.data + block->end) - look->text.data)))
        find (look, at, "white space at the edge of a block");
    for (gsize start = block->start; start < block->end;) {
        gsize end = start + (gsize)g_utf8_skip[(guchar)look->text.data[start]];
        GxSpan span = gx_document_source_span (look->document, start, end);
        check_character (look, start, end, span, last);
        last = span;
        start = end;
    }
    look->check->n_blocks++;
}

static void
check_blocks (Look *look)
{
    guint n = 0;
    const GxBlock *blocks = gx_document_blocks (look->document, &n);
    gsize at = 0;

    for (guint i = 0; i < n; i++) {
        check_block (look, &blocks[i], at);
        at = blocks[i].end + 1;
        if (blocks[i].end < look->text.len && look->text.data[blocks[i].end] != '\n')
            find (look, blocks[i].end, "no line break behind a block");
    }
    if (look->text.len > at)
        find (look, at, "text behind the last block");
    if (look->text.len > 2 * look->from.len)
        find (look, 0, "%" G_GSIZE_FORMAT " bytes of text from %" G_GSIZE_FORMAT, look->text.len, look->from.len);
    /* Only lines of plain text and of pages are put right; markup is read in its order. */
    GxKind kind = gx_source_kind (look->source);
    guint64 most = kind == GX_KIND_TEXT || kind == GX_KIND_PDF ? 2 + look->n_lines / 4 : 0;
    if (look->n_jumps > most)
        find (look, look->first_jump, "goes back in the source %" G_GUINT64_FORMAT " times", look->n_jumps);
    look->check->n_jumps += look->n_jumps;
}

/* Letters and digits from clean byte start to end are in no sentence. */
static void
check_gap (Look *look, gsize start, gsize end)
{
    for (gsize at = start; at < end; at += (gsize)g_utf8_skip[(guchar)look->text.data[at]])
        if (g_unichar_isalnum (g_utf8_get_char (look->text.data + at))) {
            find (look, at, "a letter in no sentence");
            return;
        }
}

static void
check_sentences (Look *look, const GxSentences *sentences)
{
    guint n_blocks = 0, n = 0, next = 0;
    const GxBlock *blocks = gx_document_blocks (look->document, &n_blocks);
    const GxSentence *all = gx_sentences_get (sentences, &n);

    for (guint b = 0; b < n_blocks; b++) {
        gsize at = blocks[b].start;
        for (; next < n && all[next].block == b; next++) {
            const GxSentence *s = &all[next];
            if (s->start < at || s->start >= s->end || s->end > blocks[b].end || !is_border (look->text, s->start) ||
                !is_border (look->text, s->end)) {
                find (look, s->start, "a sentence ends at %" G_GSIZE_FORMAT ", outside of its block or before the last one", s->end);
                return;
            }
            check_gap (look, at, s->start);
            at = s->end;
        }
        if (blocks[b].type != GX_BLOCK_FURNITURE)
            check_gap (look, at, blocks[b].end);
        else if (at > blocks[b].start)
            find (look, at, "a sentence in furniture");
    }
    if (next < n)
        find (look, all[next].start, "a sentence of block %u, which does not come next", all[next].block);
    look->check->n_sentences += n;
}

/* Parts lie in order, leave nothing but white space out, and are found by each of their bytes. */
static void
check_parts (Look *look)
{
    guint n = 0;
    const GxPart *parts = gx_source_parts (look->source, &n);
    gsize at = 0;

    if (n == 0 && look->from.len > 0 && gx_source_part_at (look->source, 0))
        find (look, 0, "a part of a source that has none");
    for (guint i = 0; i < n; i++) {
        const GxPart *part = &parts[i];
        if (part->start < at || part->start > part->end || part->end > look->from.len || !is_border (look->from, part->start) ||
            !is_border (look->from, part->end)) {
            find (look, 0, "part %s: %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " behind %" G_GSIZE_FORMAT, part->name, part->start, part->end,
                  at);
            return;
        }
        for (; at < part->start; at++)
            if (!g_ascii_isspace (look->from.data[at]))
                find (look, 0, "source byte %" G_GSIZE_FORMAT " is in no part", at);
        at = part->end;
        if (part->start < part->end && (gx_source_part_at (look->source, part->start) != part ||
                                        gx_source_part_at (look->source, part->start + (part->end - part->start) / 2) != part ||
                                        gx_source_part_at (look->source, part->end - 1) != part))
            find (look, 0, "part %s is not found by its bytes", part->name);
        if (!part->name || !*part->name || !g_utf8_validate (part->name, -1, NULL))
            find (look, 0, "part %u has no name", i);
    }
    for (; n > 0 && at < look->from.len; at++)
        if (!g_ascii_isspace (look->from.data[at]))
            find (look, 0, "source byte %" G_GSIZE_FORMAT " is in no part", at);
}

static void
check_line (Look *look, const char *what, const char *value)
{
    if (value && (!*value || !g_utf8_validate (value, -1, NULL) || strchr (value, '\n')))
        find (look, 0, "the %s is empty or no line of UTF-8", what);
}

static void
check_metadata (Look *look)
{
    const char *date = gx_document_date (look->document);

    check_line (look, "title", gx_document_title (look->document));
    check_line (look, "author", gx_document_author (look->document));
    check_line (look, "site", gx_document_site (look->document));
    if (date && !g_regex_match_simple ("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", date, (GRegexCompileFlags)0,
                                       (GRegexMatchFlags)0))
        find (look, 0, "the date is `%s`", date);
    if ((date != NULL) != (gx_document_date_origin (look->document) != GX_DATE_NONE))
        find (look, 0, "the date's origin is `%s`", gx_date_origin_name (gx_document_date_origin (look->document)));
}

void
document_check_run (DocumentCheck *self, const GxSource *source, const GxDocument *document, const GxSentences *sentences)
{
    Look look = { .check = self, .source = source, .document = document };

    look.from = gx_source_text (source);
    look.text = gx_document_text (document);
    look.used = g_malloc0 (look.from.len / 8 + 1);
    for (const char *p = look.from.data; (p = memchr (p, '\n', look.from.len - (gsize)(p - look.from.data))); p++)
        look.n_lines++;
    if (g_utf8_validate_len (look.text.data, look.text.len, NULL) && g_utf8_validate_len (look.from.data, look.from.len, NULL)) {
        check_parts (&look);
        check_blocks (&look);
        check_sentences (&look, sentences);
        check_metadata (&look);
    } else
        find (&look, 0, "is not UTF-8");
    g_free (look.used);
}

void
document_check_assert (const GxSource *source, const GxDocument *document, const GxSentences *sentences)
{
    g_auto (DocumentCheck) check = document_check_start ();

    document_check_run (&check, source, document, sentences);
    if (check.n_findings == 0)
        return;
    for (guint i = 0; i < check.findings->len; i++)
        fprintf (stderr, "%s\n", (const char *)g_ptr_array_index (check.findings, i));
    abort (); /* libFuzzer keeps what ended so */
}
