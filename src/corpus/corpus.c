/* SPDX-License-Identifier: GPL-3.0-or-later
 * corpus.c - a stream of inputs in the order of their names. */
#include "container.h"
#include "kind.h"
#include "walk.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

struct _GxCorpus {
    GPtrArray *inputs; /* of GxInput, sorted; NULL once handed out */
    guint next;
    guint64 bytes;
    GxReadOptions *options;
    GxContainer *container; /* the one that is being read, or NULL */
    guint64 consumed;       /* bytes of it that its inputs so far took */
    guint n_contained;      /* inputs that containers gave, beyond one each */
};

/** A document's name: place below root, whatever the bytes of its parts. Bytes that are not UTF-8, and control characters, are written
 * `%FF`: a name fits in a line. The caller's. */
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
        const char *end = p;
        while (*end && !g_ascii_iscntrl (*end))
            end++;
        gboolean valid = g_utf8_validate (p, end - p, &end);
        g_string_append_len (name, p, end - p);
        if (valid && !*end)
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
add_inputs (GxCorpus *self, const GxWalk *walk, GxReadOptions *options)
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
    self->options = gx_read_options_new (options);
    add_inputs (self, walk, self->options);
    if (has_stdin)
        g_ptr_array_add (self->inputs, gx_input_new ("-", "-", 0, self->options, NULL));
    g_ptr_array_sort (self->inputs, compare_inputs);
    return self;
}

void
gx_corpus_free (GxCorpus *self)
{
    if (!self)
        return;
    gx_container_free (self->container);
    gx_read_options_unref (self->options);
    g_ptr_array_unref (self->inputs);
    g_free (self);
}

/** Opens standard input, or a pipe, which can be read only once: as a container, or an input that holds its bytes. */
static GxInput *
open_once (GxCorpus *self, const GxPlace *place, GError **error)
{
    GxStream *stream = gx_stream_open (place->path, error);
    self->container = stream ? gx_container_open (stream, place, error) : NULL;
    if (self->container || !stream || *error)
        return NULL;
    GByteArray *bytes = gx_stream_read_all (stream, self->options->options.max_bytes, place->path, error);
    gx_stream_free (stream);
    return bytes ? gx_input_new_held (place->name, place->path, NULL, bytes, self->options) : NULL;
}

/** Whether an input gives its bytes only once: standard input, a pipe. */
static gboolean
is_once (const GxInput *input)
{
    GStatBuf status;
    const char *path = gx_input_path (input);
    return g_str_equal (path, "-") || (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode));
}

/** Looks whether an input is a container, and opens it then. What it is else, or why it can't be told, is returned; takes input over.
 * NULL too when the input is passed over. */
static GxInput *
open_input (GxCorpus *self, GxInput *input)
{
    const char *name = gx_input_name (input), *path = gx_input_path (input);
    if (self->options->options.scope == GX_CORPUS_FILES && is_once (input)) {
        gx_input_free (input);
        return NULL;
    }
    if (gx_input_has_failed (input) || (!g_str_equal (path, "-") && !gx_container_may_be (name)))
        return input;
    const GxPlace place = { name, path, path, self->options, 0, NULL };
    GError *error = NULL;
    GxInput *result = NULL;
    if (is_once (input))
        result = open_once (self, &place, &error);
    else
        self->container = gx_container_open_file (&place, &error);
    if (error)
        result = gx_input_new_failed (name, path, NULL, error);
    else if (!result && !self->container)
        return input;
    gx_input_free (input);
    return result;
}

/** The next input of the container that is being read; NULL at its end. */
static GxInput *
take_contained (GxCorpus *self)
{
    GxInput *input = gx_container_next (self->container);
    guint64 consumed = gx_container_consumed (self->container);
    if (!input) {
        g_clear_pointer (&self->container, gx_container_free);
        self->consumed = 0;
        self->n_contained--; /* the container itself is none */
        return NULL;
    }
    gx_input_add_bytes (input, consumed > self->consumed ? consumed - self->consumed : 0);
    self->consumed = MAX (self->consumed, consumed);
    self->n_contained++;
    return input;
}

GxInput *
gx_corpus_next (GxCorpus *self)
{
    for (;;) {
        GxInput *input = self->container ? take_contained (self) : NULL;
        if (input || self->next == self->inputs->len)
            return input;
        input = open_input (self, g_steal_pointer (&g_ptr_array_index (self->inputs, self->next++)));
        if (input)
            return input;
    }
}

guint64
gx_corpus_bytes (const GxCorpus *self)
{
    return self->bytes;
}

guint
gx_corpus_size (const GxCorpus *self)
{
    return self->inputs->len + self->n_contained;
}
