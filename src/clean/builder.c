/* SPDX-License-Identifier: GPL-3.0-or-later
 * builder.c - the clean text grows at its end; a block is closed by trimming it. */
#include "builder.h"

#include "date.h"
#include "parts.h"
#include "plain-bytes.h"
#include "spacing.h"

#define MAX_WARNINGS 100 /* of one document: damaged markup repeats itself */

struct _GxBuilder {
    GxStr source;
    GxDocument *document;
    gsize block; /* where the current block starts in the clean text */
};

GxBuilder *
gx_builder_new (const GxSource *source)
{
    GxBuilder *self = g_new0 (GxBuilder, 1);

    self->source = gx_source_text (source);
    self->document = gx_document_new (gx_source_name (source));
    return self;
}

void
gx_builder_free (GxBuilder *self)
{
    if (!self)
        return;
    gx_document_free (self->document);
    g_free (self);
}

void
gx_builder_reserve (GxBuilder *self, gsize n_bytes)
{
    GString *clean = self->document->text;
    gsize len = clean->len;

    if (n_bytes > G_MAXSIZE / 4 - len)
        return;
    g_string_set_size (clean, len + n_bytes);
    g_string_truncate (clean, len);
}

/* How many bytes of white space text starts with. */
static gsize
leading_white (GxStr text)
{
    const char *p = text.data, *end = text.data + text.len;

    while (p < end && gx_spacing_is_white (gx_char_at (p)))
        p = g_utf8_next_char (p);
    return (gsize)(p - text.data);
}

static gboolean
is_block_empty (const GxBuilder *self)
{
    return self->document->text->len == self->block;
}

static void
append (GxBuilder *self, GxStr text, GxSpan span)
{
    GString *clean = self->document->text;

    gx_map_append (self->document->map, (GxMapRun){ clean->len, text.len, span.start, span.end - span.start });
    if (clean->allocated_len - clean->len <= text.len) {
        g_string_append_len (clean, text.data, (gssize)text.len);
        return;
    }
    memcpy (clean->str + clean->len, text.data, text.len);
    clean->len += text.len;
    clean->str[clean->len] = '\0';
}

void
gx_builder_copy (GxBuilder *self, gsize start, gsize end)
{
    g_return_if_fail (start <= end && end <= self->source.len);

    if (is_block_empty (self))
        start += leading_white ((GxStr){ self->source.data + start, end - start });
    if (start < end)
        append (self, (GxStr){ self->source.data + start, end - start }, (GxSpan){ start, end });
}

void
gx_builder_replace (GxBuilder *self, GxStr text, gsize start, gsize end)
{
    g_return_if_fail (start < end && end <= self->source.len);

    if (is_block_empty (self)) {
        gsize white = leading_white (text);

        text = (GxStr){ text.data + white, text.len - white };
    }
    if (text.len > 0)
        append (self, text, (GxSpan){ start, end });
}

gboolean
gx_builder_has_text (const GxBuilder *self)
{
    return !is_block_empty (self); /* white space never starts a block */
}

gunichar
gx_builder_last_char (const GxBuilder *self)
{
    const GString *clean = self->document->text;

    if (is_block_empty (self))
        return 0;
    return gx_char_at (gx_char_before (clean->str + clean->len));
}

void
gx_builder_end_block (GxBuilder *self, GxBlockType type)
{
    GxDocument *document = self->document;
    gsize end = document->text->len;
    GxBlock block = { type, GX_REASON_NONE, self->block, 0 };

    while (end > self->block) {
        const char *last = gx_char_before (document->text->str + end);

        if (!gx_spacing_is_white (gx_char_at (last)))
            break;
        end = (gsize)(last - document->text->str);
    }
    gx_map_truncate (document->map, end);
    g_string_truncate (document->text, end);
    if (is_block_empty (self))
        return;
    block.end = end;
    g_array_append_val (document->blocks, block);
    g_string_append_c (document->text, '\n');
    self->block = document->text->len;
}

void
gx_builder_end_furniture (GxBuilder *self, GxReason reason)
{
    guint n = self->document->blocks->len;

    gx_builder_end_block (self, GX_BLOCK_FURNITURE);
    if (self->document->blocks->len > n)
        gx_builder_remove_block (self, n, reason);
}

guint
gx_builder_n_blocks (const GxBuilder *self)
{
    return self->document->blocks->len;
}

const GxBlock *
gx_builder_block (const GxBuilder *self, guint index)
{
    g_return_val_if_fail (index < self->document->blocks->len, NULL);
    return &g_array_index (self->document->blocks, GxBlock, index);
}

GxStr
gx_builder_block_text (const GxBuilder *self, guint index)
{
    const GxBlock *block = gx_builder_block (self, index);

    return (GxStr){ self->document->text->str + block->start, block->end - block->start };
}

void
gx_builder_retype_block (GxBuilder *self, guint index, GxBlockType type)
{
    g_return_if_fail (index < self->document->blocks->len);
    g_array_index (self->document->blocks, GxBlock, index).type = type;
    g_array_index (self->document->blocks, GxBlock, index).reason = GX_REASON_NONE;
}

void
gx_builder_remove_block (GxBuilder *self, guint index, GxReason reason)
{
    gx_document_remove_block (self->document, index, reason);
}

/* White space trimmed and squeezed, by the rules for blocks; NULL when nothing is left. */
static char *
squeeze (GxStr text)
{
    g_autoptr (GString) out = g_string_sized_new (text.len);
    const char *p = text.data, *end = text.data + text.len;
    gunichar last = 0;
    gboolean blank = FALSE;

    for (; p < end; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);

        if (gx_spacing_is_white (c)) {
            blank = TRUE;
            continue;
        }
        if (blank && last && !gx_spacing_is_tight (last, c))
            g_string_append_c (out, ' ');
        blank = FALSE;
        last = c;
        g_string_append_unichar (out, c);
    }
    return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static void
replace_value (char **slot, char *value)
{
    if (!value)
        return;
    g_free (*slot);
    *slot = value;
}

void
gx_builder_set_title (GxBuilder *self, GxStr title)
{
    replace_value (&self->document->title, squeeze (title));
}

void
gx_builder_set_author (GxBuilder *self, GxStr author)
{
    replace_value (&self->document->author, squeeze (author));
}

void
gx_builder_set_site (GxBuilder *self, GxStr site)
{
    replace_value (&self->document->site, squeeze (site));
}

void
gx_builder_set_date (GxBuilder *self, GxStr date, GxDateOrigin origin)
{
    char *parsed;

    g_return_if_fail (origin != GX_DATE_NONE);
    if (self->document->date && self->document->date_origin < origin)
        return;
    parsed = gx_date_parse (date);
    if (parsed)
        self->document->date_origin = origin;
    replace_value (&self->document->date, parsed);
}

gboolean
gx_builder_has_title (const GxBuilder *self)
{
    return self->document->title != NULL;
}

GxStr
gx_builder_title (const GxBuilder *self)
{
    return gx_str (self->document->title ? self->document->title : "");
}

gboolean
gx_builder_has_author (const GxBuilder *self)
{
    return self->document->author != NULL;
}

gboolean
gx_builder_has_date (const GxBuilder *self)
{
    return self->document->date != NULL;
}

gboolean
gx_builder_has_site (const GxBuilder *self)
{
    return self->document->site != NULL;
}

void
gx_builder_warn (GxBuilder *self, const char *format, ...)
{
    va_list arguments;

    if (self->document->warnings->len >= MAX_WARNINGS)
        return;
    va_start (arguments, format);
    g_ptr_array_add (self->document->warnings, g_strdup_vprintf (format, arguments));
    va_end (arguments);
}

/* A document that doesn't say its title is called by its first heading. */
static void
take_title_from_heading (GxDocument *document)
{
    for (guint i = 0; i < document->blocks->len && !document->title; i++) {
        const GxBlock *block = &g_array_index (document->blocks, GxBlock, i);

        if (block->type == GX_BLOCK_HEADING)
            document->title = g_strndup (document->text->str + block->start, block->end - block->start);
    }
}

GxDocument *
gx_builder_finish (GxBuilder *self)
{
    GxDocument *document = self->document;

    gx_builder_end_block (self, GX_BLOCK_PARAGRAPH);
    if (document->text->len > 0) /* the line break after the last block separates nothing */
        g_string_truncate (document->text, document->text->len - 1);
    take_title_from_heading (document);
    g_ptr_array_add (document->warnings, NULL);
    return g_steal_pointer (&self->document);
}
