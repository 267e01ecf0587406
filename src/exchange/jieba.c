/* SPDX-License-Identifier: GPL-3.0-or-later
 * jieba.c - a user dictionary of jieba: `word [frequency] [tag]` a line, with blanks between.
 *
 * Tags are those of ICTCLAS: nr… people, nt… bodies, ns… places. A word may have blanks. Nothing ties the names of one entity. */
#include "foreign.h"

/* Any number keeps a word whole that ends in one; without it jieba finds one that is high enough. */
#define FREQUENCY " 1000"

static const char *const tags[] = {
    [GX_ENTITY_PERSON] = "nr",
    [GX_ENTITY_STATE] = "ns",
    [GX_ENTITY_INSTITUTION] = "nt",
};

/* A line, cut from its end. */
typedef struct {
    GxStr word, frequency, tag;
} Entry;

static gboolean
is_all (GxStr text, gboolean (*fits) (char c))
{
    for (gsize i = 0; i < text.len; i++)
        if (!fits (text.data[i]))
            return FALSE;
    return text.len > 0;
}

static gboolean
is_digit (char c)
{
    return g_ascii_isdigit (c);
}

static gboolean
is_tag_letter (char c)
{
    return g_ascii_islower (c);
}

/* The last field of text, when it is of the kind and not all there is: it is cut off. */
static GxStr
cut_last (GxStr *text, gboolean (*fits) (char c))
{
    gsize start = text->len;
    while (start > 0 && text->data[start - 1] != ' ' && text->data[start - 1] != '\t')
        start--;
    GxStr last = { text->data + start, text->len - start };
    if (start == 0 || !is_all (last, fits))
        return (GxStr){ text->data, 0 };
    *text = gx_foreign_trim ((GxStr){ text->data, start });
    return last;
}

static Entry
read_entry (GxStr line)
{
    Entry entry = { gx_foreign_trim (line), { NULL, 0 }, { NULL, 0 } };
    entry.tag = cut_last (&entry.word, is_tag_letter);
    entry.frequency = cut_last (&entry.word, is_digit);
    return entry;
}

static guint
judge (const char *path, GxStr head)
{
    g_autofree char *text = gx_str_dup (head);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint n_tagged = 0, n_lines = 0;
    (void)path;
    for (guint i = 0; lines[i] && lines[i + 1]; i++) { /* the last one may be cut */
        GxStr line = gx_foreign_trim (gx_str (lines[i]));
        Entry entry = read_entry (line);
        n_lines += line.len > 0;
        n_tagged += entry.frequency.len > 0 || (entry.tag.len > 0 && entry.tag.len <= 3 && entry.tag.data[0] == 'n');
    }
    return n_lines > 0 && n_tagged * 10 >= n_lines * 6 ? 50 : 0;
}

static GxForeignType
type_of (GxStr tag)
{
    if (gx_str_has_prefix (tag, "nr"))
        return GX_TYPE_PERSON;
    if (gx_str_has_prefix (tag, "nt"))
        return GX_TYPE_INSTITUTION;
    if (gx_str_has_prefix (tag, "ns"))
        return GX_TYPE_PLACE;
    return tag.len > 0 ? GX_TYPE_OTHER : GX_TYPE_UNTOLD;
}

static void
read_line (GxImport *import, gpointer state, GxStr line)
{
    GxForeignRecord *record = state;
    Entry entry = read_entry (line);
    record->type = type_of (entry.tag);
    gx_foreign_record_add_name (record, entry.word, NULL, 0);
    gx_import_take (import, record);
}

const GxForeignReader gx_read_jieba = { .judge = judge, .start = gx_foreign_start, .line = read_line, .finish = gx_foreign_finish };

/* A writer, and what was written: a word stands there once for a tag. */
typedef struct {
    GxWriter *writer;
    GHashTable *written;
} Writing;

static void
write_name (const GxEntity *entity, const char *name, gpointer user_data)
{
    Writing *writing = user_data;
    GxStr word = gx_str (name);
    gboolean needs_frequency = cut_last (&word, is_digit).len > 0;
    g_autofree char *line = g_strconcat (name, needs_frequency ? FREQUENCY : "", " ", tags[entity->type], "\n", NULL);
    if (g_hash_table_contains (writing->written, line))
        return;
    gx_writer_puts (writing->writer, line);
    g_hash_table_add (writing->written, g_steal_pointer (&line));
}

static void
write_names (const GxDictionary *dictionary, const GxNamesOptions *options, GxWriter *writer)
{
    g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Writing writing = { writer, written };
    gx_names_each (dictionary, options, write_name, &writing);
}

const GxForeignWriter gx_write_jieba = { .name = "jieba", .write = write_names };
