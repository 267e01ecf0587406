/* SPDX-License-Identifier: GPL-3.0-or-later
 * members.c - the wanted files of an archive. */
#include "members.h"

#include "archive.h"
#include "encoding.h"

struct _GxMembers {
    GxStr raw;
    char *path;
    guint64 room;      /* bytes that may still be unpacked */
    GHashTable *texts; /* name -> GString */
    char *encoding;    /* of the first that is not UTF-8 */
    guint confidence, replaced;
};

static void
text_free (gpointer text)
{
    (void)g_string_free (text, TRUE);
}

GxMembers *
gx_members_new (GxStr raw, const char *path, guint64 max_bytes)
{
    GxMembers *self = g_new0 (GxMembers, 1);
    self->raw = raw;
    self->path = g_strdup (path);
    self->room = max_bytes;
    self->confidence = 100;
    self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
    return self;
}

void
gx_members_free (GxMembers *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->texts);
    g_free (self->encoding);
    g_free (self->path);
    g_free (self);
}

/** Whether bytes may be markup: what is encrypted isn't. */
static gboolean
opens_as_markup (const GByteArray *bytes)
{
    for (guint i = 0; i < bytes->len; i++)
        if (bytes->data[i] == '<')
            return TRUE;
        else if (!(g_ascii_isspace (bytes->data[i]) || bytes->data[i] == 0 || bytes->data[i] >= 0xBB)) /* blanks and marks of any UTF */
            return FALSE;
    return FALSE;
}

static gboolean
keep (GxMembers *self, const char *name, const GByteArray *bytes, GError **error)
{
    if (!opens_as_markup (bytes))
        return TRUE;
    g_autofree char *label = g_strconcat (self->path, "/", name, NULL);
    GxDecoded decoded = { 0 };
    const GxStr raw = { (const char *)bytes->data, bytes->len };
    if (!gx_encoding_decode (raw, NULL, label, &decoded, error))
        return FALSE;
    GString *text = decoded.text ? g_string_new_len (decoded.text, (gssize)decoded.len) : g_string_new_len (raw.data, (gssize)raw.len);
    g_hash_table_insert (self->texts, g_strdup (name), text);
    self->replaced += decoded.replaced;
    self->confidence = MIN (self->confidence, decoded.confidence);
    if (!self->encoding && strcmp (decoded.encoding, "UTF-8") != 0)
        self->encoding = g_steal_pointer (&decoded.encoding);
    g_free (decoded.encoding);
    g_free (decoded.text);
    return TRUE;
}

gboolean
gx_members_read (GxMembers *self, GxMemberFunc is_wanted, gconstpointer user_data, GError **error)
{
    g_autoptr (GError) failure = NULL;
    g_autoptr (GxArchive) archive = gx_archive_open_memory (self->raw, self->path, error);
    const char *name;
    if (!archive)
        return FALSE;
    while ((name = gx_archive_next (archive, &failure))) {
        if (g_hash_table_contains (self->texts, name) || !is_wanted (name, user_data))
            continue;
        g_autoptr (GByteArray) bytes = gx_archive_read (archive, self->room, error);
        if (!bytes)
            return FALSE;
        self->room -= MIN (self->room, bytes->len);
        if (!keep (self, name, bytes, error))
            return FALSE;
    }
    if (!failure)
        return TRUE;
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
}

GxStr
gx_members_find (const GxMembers *self, const char *name)
{
    const GString *text = g_hash_table_lookup (self->texts, name);
    return text ? (GxStr){ text->str, text->len } : (GxStr){ NULL, 0 };
}

const char *
gx_members_find_ending (const GxMembers *self, const char *ending)
{
    const char *found = NULL;
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init (&iter, self->texts);
    while (g_hash_table_iter_next (&iter, &name, NULL))
        if (g_str_has_suffix (name, ending) && (!found || strcmp (name, found) < 0))
            found = name;
    return found;
}

void
gx_members_tell_encoding (const GxMembers *self, GxSource *source)
{
    gx_source_set_encoding (source, self->encoding ? self->encoding : "UTF-8", self->confidence, self->replaced);
}
