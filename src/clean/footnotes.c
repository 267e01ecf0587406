/* SPDX-License-Identifier: GPL-3.0-or-later
 * footnotes.c - finding notes line by line, and then their marks. */
#include "footnotes.h"

#define MAX_LABEL   64 /* bytes */
#define MAX_INDENT  3  /* blanks in front of a definition */
#define CONT_INDENT 4  /* blanks in front of a note's further paragraphs */

typedef struct {
    GxStr text;
    GxFootnotes *notes;
    GHashTable *labels;
    char fence; /* the character of the code fence that is open, 0: none */
} Finder;

/* The label of a `[^label]` at offset, with its length in bytes and all; 0 when there is none. */
static gsize
read_label (GxStr text, gsize offset, GxStr *label)
{
    gsize i = offset + 2;

    if (text.len - offset < 4 || memcmp (text.data + offset, "[^", 2) != 0)
        return 0;
    while (i < text.len && i - offset < MAX_LABEL && text.data[i] != ']' && !strchr (" \t\r\n[", text.data[i]))
        i++;
    if (i >= text.len || text.data[i] != ']' || i == offset + 2)
        return 0;
    *label = (GxStr){ text.data + offset + 2, i - offset - 2 };
    return i + 1 - offset;
}

static gsize
line_end (GxStr text, gsize offset)
{
    const char *end = memchr (text.data + offset, '\n', text.len - offset);

    return end ? (gsize)(end - text.data) + 1 : text.len;
}

static gsize
indent_of (GxStr text, gsize offset)
{
    gsize n = 0;

    while (offset + n < text.len && text.data[offset + n] == ' ')
        n++;
    return offset + n < text.len && text.data[offset + n] == '\t' ? CONT_INDENT : n;
}

static gboolean
is_blank (GxStr text, gsize offset)
{
    gsize end = line_end (text, offset);

    while (offset < end && strchr (" \t\r\n", text.data[offset]))
        offset++;
    return offset == end;
}

/* Whether a definition starts on the line at offset; body is where its text does. */
static gboolean
is_definition (GxStr text, gsize offset, GxStr *label, gsize *body)
{
    gsize indent = indent_of (text, offset), len;

    if (indent > MAX_INDENT)
        return FALSE;
    len = read_label (text, offset + indent, label);
    *body = offset + indent + len + 1;
    return len > 0 && *body <= text.len && text.data[*body - 1] == ':';
}

/* Where the note whose text starts at body ends: before the next note, or at a blank line that no indented line follows. */
static gsize
definition_end (GxStr text, gsize body)
{
    gsize offset = line_end (text, body), unused;
    GxStr label;

    while (offset < text.len && !is_definition (text, offset, &label, &unused)) {
        if (is_blank (text, offset)) {
            gsize next = offset;

            while (next < text.len && is_blank (text, next))
                next = line_end (text, next);
            if (next >= text.len || indent_of (text, next) < CONT_INDENT)
                return offset;
            offset = next;
        }
        offset = line_end (text, offset);
    }
    return offset;
}

static void
follow_fence (Finder *self, gsize offset)
{
    const char *line;

    while (offset < self->text.len && (self->text.data[offset] == ' ' || self->text.data[offset] == '\t'))
        offset++;
    line = self->text.data + offset;
    if (self->text.len - offset < 3 || (*line != '`' && *line != '~') || line[1] != *line || line[2] != *line)
        return;
    if (self->fence == 0)
        self->fence = *line;
    else if (self->fence == *line)
        self->fence = 0;
}

static void
find_definitions (Finder *self)
{
    gsize offset = 0;

    while (offset < self->text.len) {
        GxStr label;
        GxSpan note = { 0, 0 };

        follow_fence (self, offset);
        if (self->fence || !is_definition (self->text, offset, &label, &note.start)) {
            offset = line_end (self->text, offset);
            continue;
        }
        note.end = definition_end (self->text, note.start);
        if (!self->notes->text) {
            self->notes->text = g_malloc (self->text.len + 1); /* with any NUL in it */
            memcpy (self->notes->text, self->text.data, self->text.len);
            self->notes->text[self->text.len] = 0;
        }
        for (gsize i = offset; i < note.end; i++)
            if (self->text.data[i] != '\n')
                self->notes->text[i] = ' ';
        g_hash_table_add (self->labels, gx_str_dup (label));
        g_array_append_val (self->notes->notes, note);
        offset = note.end;
    }
}

static void
blank_marks (Finder *self)
{
    GxStr text = { self->notes->text, self->text.len };

    for (gsize i = 0; i < text.len; i++) {
        GxStr label;
        gsize len = text.data[i] == '[' ? read_label (text, i, &label) : 0;
        g_autofree char *name = len > 0 ? gx_str_dup (label) : NULL;

        if (name && g_hash_table_contains (self->labels, name))
            memset (self->notes->text + i, GX_FOOTNOTE_MARK, len);
    }
}

GxFootnotes *
gx_footnotes_new (GxStr text)
{
    GxFootnotes *self = g_new0 (GxFootnotes, 1);
    g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Finder finder = { text, self, labels, 0 };

    self->notes = g_array_new (FALSE, FALSE, sizeof (GxSpan));
    find_definitions (&finder);
    if (self->text)
        blank_marks (&finder);
    return self;
}

void
gx_footnotes_free (GxFootnotes *self)
{
    if (!self)
        return;
    g_free (self->text);
    g_array_unref (self->notes);
    g_free (self);
}
