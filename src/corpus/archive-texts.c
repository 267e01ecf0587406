/* SPDX-License-Identifier: GPL-3.0-or-later
 * archive-texts.c - the texts in an archive, one after the other. */
#include "archive-texts.h"
#include "kind.h"
#include "unique-names.h"

typedef struct {
    GxContainer base;
    GxArchive *archive;
    GByteArray *bytes;  /* it lies in; NULL: a file or stream */
    GxContainer *child; /* the file inside that is a container itself */
    GHashTable *names;  /* so far */
    guint64 n_inputs;
    gboolean over;
} ArchiveTexts;

static void
texts_free (GxContainer *container)
{
    ArchiveTexts *self = (ArchiveTexts *)container;
    g_clear_pointer (&self->child, gx_container_free);
    gx_archive_free (self->archive);
    g_clear_pointer (&self->bytes, g_byte_array_unref);
    g_hash_table_unref (self->names);
}

static guint64
texts_consumed (const GxContainer *container)
{
    return gx_archive_consumed (((const ArchiveTexts *)container)->archive);
}

static gssize
read_entry (gpointer archive, char *buffer, gsize size, GError **error)
{
    return gx_archive_read_some (archive, buffer, size, error);
}

/** Whether a part of the name begins with a dot, or is what macOS puts beside files. */
static gboolean
is_hidden (const char *name)
{
    return name[0] == '.' || strstr (name, "/.") || g_str_has_prefix (name, "__MACOSX/");
}

/** Opens a file inside that may be a container: sets child, or gives an input. */
static GxInput *
open_entry (ArchiveTexts *self, const GxPlace *place)
{
    GxContainer *base = &self->base;
    GError *error = NULL;
    GxStream *stream = gx_stream_new (read_entry, self->archive);
    self->child = gx_container_open (stream, place, &error);
    if (self->child)
        return NULL;
    GByteArray *bytes = NULL;
    if (!error) {
        bytes = gx_stream_read_all (stream, base->options->options.max_bytes, place->path, &error);
        gx_stream_free (stream);
    }
    return error ? gx_input_new_failed (place->name, place->path, base->file, error)
                 : gx_input_new_held (place->name, place->path, base->file, bytes, base->options);
}

/** What an entry gives: an input, or a child that gives them, or nothing. */
static GxInput *
take_entry (ArchiveTexts *self, const char *entry)
{
    GxContainer *base = &self->base;
    gboolean is_packed_file = gx_archive_is_packed_file (self->archive);
    if (!is_packed_file && (is_hidden (entry) || !gx_kind_is_text_name (entry)))
        return NULL;
    g_autofree char *unique = gx_unique_names_make (self->names, entry);
    g_autofree char *name = is_packed_file ? g_strdup (base->name) : g_strconcat (base->name, "/", unique, NULL);
    g_autofree char *path = is_packed_file ? g_strdup (base->path) : g_strconcat (base->path, "/", unique, NULL);
    const GxPlace place = { name, path, base->file, base->options, base->depth + 1, self->archive };
    if (is_packed_file ? gx_kind_role (name) != GX_ROLE_TEXT : gx_container_may_be (entry))
        return open_entry (self, &place);
    GError *error = NULL;
    GByteArray *bytes = gx_archive_read (self->archive, base->options->options.max_bytes, &error);
    return bytes ? gx_input_new_held (name, path, base->file, bytes, base->options) : gx_input_new_failed (name, path, base->file, error);
}

static GxInput *
find_next (ArchiveTexts *self)
{
    while (!self->over) {
        if (self->child) {
            GxInput *input = gx_container_next (self->child);
            if (input)
                return input;
            g_clear_pointer (&self->child, gx_container_free);
        }
        GError *error = NULL;
        const char *entry = gx_archive_next (self->archive, &error);
        GxInput *input = entry ? take_entry (self, entry) : NULL;
        self->over = !entry;
        if (error)
            return gx_container_fail (&self->base, error);
        if (input)
            return input;
    }
    return NULL;
}

static GxInput *
texts_next (GxContainer *container)
{
    ArchiveTexts *self = (ArchiveTexts *)container;
    GxInput *input = find_next (self);
    if (!input && self->n_inputs == 0) {
        input = gx_container_fail (container, g_error_new (GX_ERROR, GX_ERROR_EMPTY, "%s: no texts in this archive", container->path));
    }
    self->n_inputs++;
    return input;
}

static const GxContainerClass texts_class = { texts_next, texts_consumed, texts_free };

GxContainer *
gx_archive_texts_open (GxArchive *archive, GByteArray *bytes, const GxPlace *place)
{
    ArchiveTexts *self = g_new0 (ArchiveTexts, 1);
    gx_container_init (&self->base, &texts_class, place, NULL);
    self->archive = archive;
    self->bytes = bytes;
    self->names = gx_unique_names_new ();
    if (place->outer)
        gx_archive_set_outer (archive, place->outer);
    return &self->base;
}
