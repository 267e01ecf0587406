/* SPDX-License-Identifier: GPL-3.0-or-later
 * output.c - files of one folder that are replaced when all of them are whole. */
#include <guanxi/output.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/** A file on its way: still under its temporary name. */
typedef struct {
    char *target, *temporary;
    int fd;           /* -1 once closed */
    GxWriter *writer; /* NULL when a library writes the file itself */
} Item;

struct _GxOutput {
    char *folder;
    GPtrArray *items;
    gboolean folder_is_new; /* nobody has put anything into it yet */
};

static void
item_free (gpointer data)
{
    Item *item = data;
    gx_writer_free (item->writer);
    if (item->fd >= 0 && close (item->fd) != 0)
        g_debug ("%s: %s", item->temporary, g_strerror (errno));
    if (item->temporary && g_unlink (item->temporary) != 0)
        g_debug ("%s: %s", item->temporary, g_strerror (errno));
    g_free (item->temporary);
    g_free (item->target);
    g_free (item);
}

static gboolean
fail (const char *path, int reason, GError **error)
{
    g_set_error (error, GX_ERROR, GX_ERROR_IO, "cannot write %s: %s", path, g_strerror (reason));
    return FALSE;
}

GxOutput *
gx_output_new (const char *folder, GError **error)
{
    gboolean was_there = g_file_test (folder, G_FILE_TEST_EXISTS);
    if (g_mkdir_with_parents (folder, 0777) != 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "cannot make folder %s: %s", folder, g_strerror (errno));
        return NULL;
    }
    GxOutput *self = g_new0 (GxOutput, 1);
    self->folder = g_strdup (folder);
    self->items = g_ptr_array_new_with_free_func (item_free);
    self->folder_is_new = !was_there;
    return self;
}

void
gx_output_free (GxOutput *self)
{
    if (!self)
        return;
    g_ptr_array_unref (self->items);
    if (self->folder_is_new && g_rmdir (self->folder) != 0)
        g_debug ("%s: %s", self->folder, g_strerror (errno));
    g_free (self->folder);
    g_free (self);
}

/** A fresh temporary file beside the target; what only the rename would refuse is refused here. */
static Item *
add_item (GxOutput *self, const char *name, GError **error)
{
    g_autofree char *target = g_build_filename (self->folder, name, NULL);
    if (g_file_test (target, G_FILE_TEST_IS_DIR)) {
        (void)fail (target, EISDIR, error);
        return NULL;
    }
    g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
    g_autofree char *temporary = g_build_filename (self->folder, hidden, NULL);
    int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666); /* the system takes the umask away */
    if (fd < 0) {
        (void)fail (target, errno, error);
        return NULL;
    }
    Item *item = g_new0 (Item, 1);
    item->target = g_steal_pointer (&target);
    item->temporary = g_steal_pointer (&temporary);
    item->fd = fd;
    g_ptr_array_add (self->items, item);
    return item;
}

GxWriter *
gx_output_add (GxOutput *self, const char *name, GError **error)
{
    Item *item = add_item (self, name, error);
    if (!item)
        return NULL;
    item->writer = gx_writer_new (item->fd, item->target);
    return item->writer;
}

const char *
gx_output_add_path (GxOutput *self, const char *name, GError **error)
{
    const Item *item = add_item (self, name, error);
    return item ? item->temporary : NULL;
}

/** Brings the file's bytes to the disk. */
static gboolean
settle (Item *item, GError **error)
{
    if (item->writer && !gx_writer_finish (item->writer, error))
        return FALSE;
    /* Pipes and some network folders cannot sync; their bytes are as safe as they get. */
    if (fsync (item->fd) != 0 && errno != EINVAL && errno != ENOTSUP)
        return fail (item->target, errno, error);
    int fd = item->fd;
    item->fd = -1;
    return close (fd) == 0 || errno == EINTR || fail (item->target, errno, error);
}

/** Makes the renames last; a folder that cannot be synced keeps them in memory only, which is no failure. */
static void
sync_folder (const char *folder)
{
    int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0)
        return;
    if (fsync (fd) != 0)
        g_debug ("%s: %s", folder, g_strerror (errno));
    if (close (fd) != 0)
        g_debug ("%s: %s", folder, g_strerror (errno));
}

gboolean
gx_output_commit (GxOutput *self, GError **error)
{
    for (guint i = 0; i < self->items->len; i++)
        if (!settle (g_ptr_array_index (self->items, i), error))
            return FALSE;

    self->folder_is_new = FALSE;
    for (guint i = 0; i < self->items->len; i++) {
        Item *item = g_ptr_array_index (self->items, i);
        if (g_rename (item->temporary, item->target) != 0)
            return fail (item->target, errno, error);
        g_clear_pointer (&item->temporary, g_free);
    }
    sync_folder (self->folder);
    g_ptr_array_set_size (self->items, 0);
    return TRUE;
}
