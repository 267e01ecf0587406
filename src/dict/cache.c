/* SPDX-License-Identifier: GPL-3.0-or-later
 * cache.c - a compiled dictionary kept in a file: a head, then the bytes of compiled.h. */
#include "cache.h"

#include "dict-digest.h"
#include "fold.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAGIC  "guanxi\n"
#define PREFIX "dictionary-"
/* Files that a folder keeps, of some megabytes each. */
#define MOST_FILES 16u

typedef struct {
    char magic[8];
    guint64 checksum; /* of all that follows */
    char key[64];
} Head;

#define CHECKED_FROM G_STRUCT_OFFSET (Head, key)
/* What is longer gx_cache_write() has not written. */
#define MOST_BYTES ((goffset)G_MAXUINT32)

/* Tells any change within a word for certain, and all others but for one in 2^64. Four words at a time, as each waits for the one before.
 */
static guint64
checksum_of (const char *data, gsize len)
{
    const guint64 prime = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
    guint64 lanes[4] = { len, 1, 2, 3 }, sum = 0;
    for (gsize at = 0; at < len; at += sizeof lanes) {
        guint64 words[4] = { 0 };
        memcpy (words, data + at, MIN (sizeof words, len - at));
        for (guint i = 0; i < 4; i++) {
            guint64 mixed = (lanes[i] ^ words[i]) * prime;
            lanes[i] = mixed << 29 | mixed >> 35;
        }
    }
    for (guint i = 0; i < 4; i++) {
        guint64 mixed = (sum ^ lanes[i]) * prime;
        sum = mixed << 29 | mixed >> 35;
    }
    return sum;
}

static void
add_text (GChecksum *checksum, const char *text)
{
    g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text) + 1);
}

/* All that the compiled bytes depend on. Built-in tables are part of the digest of the program. */
static void
set_key (GxCache *self, GxDictionaryBase base, const GPtrArray *own)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    guint32 what[] = { G_BYTE_ORDER, base };
    add_text (checksum, GX_DICT_DIGEST);
    add_text (checksum, gx_fold_data_name ());
    g_checksum_update (checksum, (const guchar *)what, sizeof what);
    for (guint i = 0; i < own->len; i++) {
        const GxOwnTable *table = own->pdata[i];
        guint64 len = table->text.len;
        add_text (checksum, table->path);
        g_checksum_update (checksum, (const guchar *)&len, sizeof len);
        g_checksum_update (checksum, (const guchar *)table->text.data, (gssize)len);
    }
    g_strlcpy (self->key, g_checksum_get_string (checksum), sizeof self->key);
}

/* One file a set of tables, so that a changed table replaces its old file. */
static char *
choose_path (const char *folder, GxDictionaryBase base, const GPtrArray *own)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    add_text (checksum, base == GX_DICTIONARY_BUILTIN ? "builtin" : "own");
    for (guint i = 0; i < own->len; i++) {
        g_autofree char *whole = g_canonicalize_filename (((const GxOwnTable *)own->pdata[i])->path, NULL);
        add_text (checksum, whole);
    }
    g_autofree char *name = g_strdup_printf (PREFIX "%.16s", g_checksum_get_string (checksum));
    return g_build_filename (folder, name, NULL);
}

GxCache *
gx_cache_new (const char *folder, GxDictionaryBase base, const GPtrArray *own)
{
    GxCache *self = g_new0 (GxCache, 1);
    self->path = choose_path (folder, base, own);
    set_key (self, base, own);
    return self;
}

void
gx_cache_free (GxCache *self)
{
    if (!self)
        return;
    g_free (self->path);
    g_free (self);
}

static gboolean
refuse (const GxCache *self, char **note)
{
    *note = g_strdup_printf ("%s is damaged and is made anew", self->path);
    return FALSE;
}

gboolean
gx_cache_read (const GxCache *self, GxTables **tables, GxForms **forms, char **note)
{
    g_autofree char *bytes = NULL;
    gsize len;
    Head head;
    GStatBuf status;
    /* Read, not mapped: what was checked can't change any more. Nobody waits for a pipe. */
    if (g_stat (self->path, &status) != 0 || !S_ISREG (status.st_mode))
        return FALSE;
    if (status.st_size > MOST_BYTES)
        return refuse (self, note);
    if (!g_file_get_contents (self->path, &bytes, &len, NULL))
        return FALSE;
    if (len < sizeof head)
        return refuse (self, note);
    memcpy (&head, bytes, sizeof head);
    if (memcmp (head.magic, MAGIC, sizeof head.magic) != 0 || head.checksum != checksum_of (bytes + CHECKED_FROM, len - CHECKED_FROM))
        return refuse (self, note);
    if (memcmp (head.key, self->key, sizeof head.key) != 0)
        return FALSE;
    GxStr compiled = { bytes + sizeof head, len - sizeof head };
    return gx_compiled_read (g_steal_pointer (&bytes), compiled, tables, forms) || refuse (self, note);
}

/* A file of a folder. */
typedef struct {
    char *path;
    gint64 time;
} Old;

static void
clear_old (gpointer data)
{
    g_free (((Old *)data)->path);
}

static gint
newest_first (gconstpointer left, gconstpointer right)
{
    const Old *a = left, *b = right;
    return a->time != b->time ? (a->time > b->time ? -1 : 1) : strcmp (a->path, b->path);
}

/* Removes the oldest files beside a new one: tables under names that never come again would fill the disk. */
static void
remove_oldest (const char *folder, const char *new)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (Old));
    g_array_set_clear_func (files, clear_old);
    for (const char *name; dir && (name = g_dir_read_name (dir));) {
        Old old = { g_build_filename (folder, name, NULL), 0 };
        GStatBuf status;
        gboolean is_other = g_str_has_prefix (name, PREFIX) && strcmp (old.path, new) != 0;
        if (is_other && g_lstat (old.path, &status) == 0 && S_ISREG (status.st_mode)) {
            old.time = status.st_mtime;
            g_array_append_val (files, old);
        } else
            g_free (old.path);
    }
    g_array_sort (files, newest_first);
    for (guint i = MOST_FILES - 1; i < files->len; i++)
        if (g_unlink (g_array_index (files, Old, i).path) != 0)
            g_debug ("%s: %s", g_array_index (files, Old, i).path, g_strerror (errno));
}

void
gx_cache_write (const GxCache *self, GxTables *tables, GxForms *forms, char **note)
{
    g_autoptr (GByteArray) bytes = gx_compiled_write (tables, forms);
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_path_get_dirname (self->path);
    Head head = { .magic = MAGIC };
    if (!bytes)
        return;
    memcpy (head.key, self->key, sizeof head.key);
    g_byte_array_prepend (bytes, (const guint8 *)&head, sizeof head);
    head.checksum = checksum_of ((const char *)bytes->data + CHECKED_FROM, bytes->len - CHECKED_FROM);
    memcpy (bytes->data, &head, sizeof head);

    if (g_mkdir_with_parents (folder, 0700) != 0)
        *note = g_strdup_printf ("cannot make folder %s: %s", folder, g_strerror (errno));
    else if (!g_file_set_contents_full (self->path, (const char *)bytes->data, bytes->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
        *note = g_strdup (error->message);
    else
        remove_oldest (folder, self->path);
}
