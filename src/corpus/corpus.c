/* SPDX-License-Identifier: GPL-3.0-or-later
 * corpus.c - a stream of inputs in the order of their names. */
#include "input.h"
#include "walk.h"

#include <guanxi/corpus.h>

struct _GxCorpus {
    GPtrArray *inputs; /* of GxInput, sorted; NULL once handed out */
    guint next;
    guint64 bytes;
};

/** A document's name: place below root, whatever the bytes of its parts. Bytes that are not UTF-8 are written `%FF`. The caller's. */
static char *
make_name (const char *root, const char *place)
{
    gsize len = root ? strlen (root) : 0;
    const char *below = place;
    if (len > 0 && strncmp (place, root, len) == 0)
        below = place + len;
    while (*below == G_DIR_SEPARATOR)
        below++;
    g_autofree char *own = g_path_get_basename (place);
    const char *p = *below ? below : own;
    GString *name = g_string_new (NULL);
    while (*p) {
        const char *end;
        gboolean valid = g_utf8_validate (p, -1, &end);
        g_string_append_len (name, p, end - p);
        if (valid)
            break;
        g_string_append_printf (name, "%%%02X", (guint8)*end);
        p = end + 1;
    }
    return g_string_free (name, FALSE);
}

static int
compare_inputs (gconstpointer a, gconstpointer b)
{
    const GxInput *const *x = a, *const *y = b;
    return strcmp (gx_input_name (*x), gx_input_name (*y));
}

static void
input_free (gpointer input)
{
    gx_input_free (input);
}

/** Makes inputs of what was found. */
static void
add_inputs (GxCorpus *self, const GxWalk *walk, const GxCorpusOptions *options)
{
    for (guint i = 0; i < walk->found->len; i++) {
        GxFound *found = g_ptr_array_index (walk->found, i);
        g_autofree char *name = make_name (walk->root, found->place);
        g_ptr_array_add (self->inputs, gx_input_new (name, found->path, found->bytes, options, g_steal_pointer (&found->failure)));
        self->bytes += found->bytes;
    }
}

/** Fails when all that was found is that folders are empty. */
static gboolean
holds_something (const GxWalk *walk, GError **error)
{
    const GxFound *first = walk->found->len > 0 ? g_ptr_array_index (walk->found, 0) : NULL;
    if (!first) {
        g_set_error (error, GX_ERROR, GX_ERROR_EMPTY, "nothing to read");
        return FALSE;
    }
    for (guint i = 0; i < walk->found->len; i++) {
        const GxFound *found = g_ptr_array_index (walk->found, i);
        if (!g_error_matches (found->failure, GX_ERROR, GX_ERROR_EMPTY))
            return TRUE;
    }
    if (error)
        *error = g_error_copy (first->failure);
    return FALSE;
}

GxCorpus *
gx_corpus_open (const char *const *paths, const GxCorpusOptions *options, GError **error)
{
    gboolean has_stdin = FALSE;
    g_autoptr (GPtrArray) on_disk = g_ptr_array_new ();
    for (gsize i = 0; paths[i]; i++) {
        if (g_str_equal (paths[i], "-"))
            has_stdin = !options || options->scope == GX_CORPUS_ALL;
        else
            g_ptr_array_add (on_disk, (gpointer)paths[i]);
    }
    g_ptr_array_add (on_disk, NULL);
    g_autoptr (GxWalk) walk = gx_walk_run ((const char *const *)on_disk->pdata);
    if (!has_stdin && !holds_something (walk, error))
        return NULL;

    GxCorpus *self = g_new0 (GxCorpus, 1);
    self->inputs = g_ptr_array_new_with_free_func (input_free);
    add_inputs (self, walk, options);
    if (has_stdin)
        g_ptr_array_add (self->inputs, gx_input_new ("-", "-", 0, options, NULL));
    g_ptr_array_sort (self->inputs, compare_inputs);
    return self;
}

void
gx_corpus_free (GxCorpus *self)
{
    if (!self)
        return;
    g_ptr_array_unref (self->inputs);
    g_free (self);
}

GxInput *
gx_corpus_next (GxCorpus *self)
{
    if (self->next == self->inputs->len)
        return NULL;
    return g_steal_pointer (&g_ptr_array_index (self->inputs, self->next++));
}

guint64
gx_corpus_bytes (const GxCorpus *self)
{
    return self->bytes;
}

guint
gx_corpus_size (const GxCorpus *self)
{
    return self->inputs->len;
}
