/* SPDX-License-Identifier: GPL-3.0-or-later
 * formats.c - the formats that are read, and how one is told. */
#include "import.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* Where two are as sure, the first is taken. */
static const GxForeignReader *const readers[] = {
    &gx_read_spacy, &gx_read_gate, &gx_read_jieba,   &gx_read_petrarch,  &gx_read_wikidata, &gx_read_sparql,
    &gx_read_ftm,   &gx_read_skos, &gx_read_cortext, &gx_read_vosviewer, &gx_read_list,
};

/* Their names, in the same order. */
static const char *const names[] = { "spacy", "gate", "jieba",   "petrarch",  "wikidata", "sparql",
                                     "ftm",   "skos", "cortext", "vosviewer", "list",     NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (readers) + 1);

const char *const *
gx_import_formats (void)
{
    return names;
}

static FILE *
open_file (const char *path, GError **error)
{
    FILE *file = strcmp (path, "-") == 0 ? fdopen (dup (STDIN_FILENO), "rb") : fopen (path, "rb");
    if (!file)
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (errno));
    return file;
}

/* Closes the file; FALSE when reading had failed. */
static gboolean
close_file (FILE *file, const char *path, GError **error)
{
    gint code = ferror (file) ? errno : 0;
    (void)fclose (file); /* it was only read */
    if (code == 0)
        return TRUE;
    g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (code));
    return FALSE;
}

static GxStr
without_end (GxStr line)
{
    while (line.len > 0 && (line.data[line.len - 1] == '\n' || line.data[line.len - 1] == '\r'))
        line.len--;
    return line;
}

gboolean
gx_import_each_line (GxImport *import, const char *path, void (*line) (GxImport *import, gpointer state, GxStr line), gpointer state,
                     GError **error)
{
    FILE *file = open_file (path, error);
    if (!file)
        return FALSE;
    char *outer_path = import->path, *buffer = NULL;
    guint outer_line = import->line;
    size_t room = 0;
    ssize_t len;
    import->path = g_strdup (path);
    for (import->line = 1; (len = getline (&buffer, &room, file)) >= 0; import->line++) {
        GxStr text = without_end ((GxStr){ buffer, (gsize)len });
        if (import->line == 1 && gx_str_has_prefix (text, "\xEF\xBB\xBF"))
            text = (GxStr){ text.data + 3, text.len - 3 };
        if (!g_utf8_validate_len (text.data, text.len, NULL))
            gx_import_complain (import, 0, "the line is not valid UTF-8");
        else if (gx_foreign_trim (text).len > 0)
            line (import, state, text);
    }
    gboolean read = close_file (file, path, error);
    free (buffer);
    g_free (import->path);
    import->path = outer_path;
    import->line = outer_line;
    return read;
}

static const GxForeignReader *
find_reader (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
        if (strcmp (names[i], name) == 0)
            return readers[i];
    return NULL;
}

/* The first bytes of a file, without a mark of byte order. */
static gboolean
read_head (const char *path, char *head, GxStr *text, GError **error)
{
    FILE *file = open_file (path, error);
    if (!file)
        return FALSE;
    *text = (GxStr){ head, fread (head, 1, GX_HEAD_BYTES, file) };
    if (gx_str_has_prefix (*text, "\xEF\xBB\xBF"))
        *text = (GxStr){ head + 3, text->len - 3 };
    return close_file (file, path, error);
}

static const GxForeignReader *
tell_reader (const char *path, GError **error)
{
    char head[GX_HEAD_BYTES];
    GxStr text;
    const GxForeignReader *best = NULL;
    guint surest = 0;
    if (strcmp (path, "-") == 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "the format of standard input isn't told: say it");
        return NULL;
    }
    if (!read_head (path, head, &text, error))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS (readers); i++) {
        guint sure = readers[i]->judge (path, text);
        if (sure > surest) {
            surest = sure;
            best = readers[i];
        }
    }
    if (!best)
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: the format isn't told by name or content: say it", path);
    return best;
}

gboolean
gx_import_read (GxImport *self, const char *format, const char *path, GError **error)
{
    const GxForeignReader *reader = format ? find_reader (format) : tell_reader (path, error);
    if (!reader && format)
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "there is no format `%s`", format);
    if (!reader)
        return FALSE;
    g_free (self->path);
    self->path = g_strdup (path);
    self->line = 0;
    if (reader->read)
        return reader->read (self, path, error);
    gpointer state = reader->start ? reader->start (self) : NULL;
    gboolean read = gx_import_each_line (self, path, reader->line, state, error);
    if (reader->finish)
        reader->finish (self, state);
    return read;
}
