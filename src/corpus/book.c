/* SPDX-License-Identifier: GPL-3.0-or-later
 * book.c - the package of an EPUB: what it says of itself, and its spine. */
#include "book.h"

#include "tree.h"

static gboolean
is_package (const char *name, gconstpointer user_data)
{
    (void)user_data;
    return strcmp (name, "META-INF/container.xml") == 0 || g_str_has_suffix (name, ".opf");
}

/** The name in the archive of what href, written in the file called from, points to. */
static char *
resolve (const char *from, const char *href)
{
    gsize len = strcspn (href, "#?");
    g_autofree char *plain = g_uri_unescape_segment (href, href + len, NULL);
    if (!plain)
        plain = g_strndup (href, len);
    g_autofree char *folder = g_path_get_dirname (from);
    g_autofree char *joined = *plain == '/' ? g_strdup (plain) : g_strconcat (folder, "/", plain, NULL);
    g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
    g_autoptr (GPtrArray) kept = g_ptr_array_new ();
    for (guint i = 0; steps[i]; i++)
        if (strcmp (steps[i], "..") == 0) {
            if (kept->len > 0)
                g_ptr_array_set_size (kept, (gint)kept->len - 1);
        } else if (*steps[i] && strcmp (steps[i], ".") != 0) {
            g_ptr_array_add (kept, steps[i]);
        }
    g_ptr_array_add (kept, NULL);
    return g_strjoinv ("/", (char **)kept->pdata);
}

/** The package's name: as the container says, else the first there is. */
static char *
package_name (const GxMembers *members)
{
    g_autoptr (xmlDoc) container = gx_tree_parse (gx_members_find (members, "META-INF/container.xml"));
    xmlNode *root = container ? gx_tree_next (container, NULL, "rootfile") : NULL;
    g_autofree char *said = root ? gx_tree_attribute (root, "full-path") : NULL;
    if (said && gx_members_find (members, said).data)
        return g_steal_pointer (&said);
    return g_strdup (gx_members_find_ending (members, ".opf"));
}

/** Whether an item of the manifest is a chapter. */
static gboolean
is_chapter (const xmlNode *item)
{
    g_autofree char *type = gx_tree_attribute (item, "media-type"), *properties = gx_tree_attribute (item, "properties");
    g_auto (GStrv) words = g_strsplit (properties ? properties : "", " ", -1);
    if (g_strv_contains ((const char *const *)words, "nav"))
        return FALSE;
    return !type || strcmp (type, "application/xhtml+xml") == 0 || strcmp (type, "text/html") == 0 ||
           strcmp (type, "application/x-dtbook+xml") == 0 || strcmp (type, "text/x-oeb1-document") == 0;
}

static GPtrArray *
read_spine (const xmlDoc *package, const char *package_path)
{
    g_autoptr (GHashTable) manifest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    GPtrArray *chapters = g_ptr_array_new_with_free_func (g_free);
    for (xmlNode *item = gx_tree_next (package, NULL, "item"); item; item = gx_tree_next (package, item, "item")) {
        char *id = gx_tree_attribute (item, "id");
        g_autofree char *href = gx_tree_attribute (item, "href");
        if (id && href && is_chapter (item))
            g_hash_table_replace (manifest, id, resolve (package_path, href));
        else
            g_free (id);
    }
    for (xmlNode *ref = gx_tree_next (package, NULL, "itemref"); ref; ref = gx_tree_next (package, ref, "itemref")) {
        g_autofree char *id = gx_tree_attribute (ref, "idref");
        const char *name = id ? g_hash_table_lookup (manifest, id) : NULL;
        if (!name || g_hash_table_contains (seen, name))
            continue;
        char *own = g_strdup (name);
        g_ptr_array_add (chapters, own);
        g_hash_table_add (seen, own);
    }
    return chapters;
}

/** When the file was last written, NULL when it doesn't say; the caller's. */
static char *
modified (const xmlDoc *package)
{
    for (xmlNode *node = gx_tree_next (package, NULL, "meta"); node; node = gx_tree_next (package, node, "meta")) {
        g_autofree char *property = gx_tree_attribute (node, "property");
        if (g_strcmp0 (property, "dcterms:modified") == 0)
            return gx_tree_text (node);
    }
    return NULL;
}

/** All creators; the date of publication, else the first that isn't one of a change. */
static void
read_fields (const xmlDoc *package, GxFields *fields)
{
    g_autoptr (GString) creators = g_string_new (NULL);
    gx_tree_set_field (fields, GX_SOURCE_TITLE, package, "title");
    gx_tree_set_field (fields, GX_SOURCE_SITE, package, "publisher");
    for (xmlNode *node = gx_tree_next (package, NULL, "creator"); node; node = gx_tree_next (package, node, "creator")) {
        g_autofree char *text = gx_tree_text (node);
        if (*text)
            g_string_append_printf (creators, "%s%s", creators->len > 0 ? ", " : "", text);
    }
    gx_fields_set (fields, GX_SOURCE_AUTHOR, (GxStr){ creators->str, creators->len });
    g_autofree char *written = modified (package);
    for (xmlNode *node = gx_tree_next (package, NULL, "date"); node; node = gx_tree_next (package, node, "date")) {
        g_autofree char *event = gx_tree_attribute (node, "event"), *text = gx_tree_text (node);
        if (strchr (text, 'T') && g_strcmp0 (text, written) == 0)
            continue; /* when a program wrote the file */
        if (event ? strcmp (event, "publication") == 0 : !fields->values[GX_SOURCE_DATE])
            gx_fields_set (fields, GX_SOURCE_DATE, gx_str (text));
    }
}

static gboolean
is_listed (const char *name, gconstpointer user_data)
{
    return g_hash_table_contains ((GHashTable *)user_data, name);
}

GPtrArray *
gx_book_read (GxMembers *members, const char *path, GxFields *fields, GError **error)
{
    if (!gx_members_read (members, is_package, NULL, error))
        return NULL;
    g_autofree char *name = package_name (members);
    g_autoptr (xmlDoc) package = name ? gx_tree_parse (gx_members_find (members, name)) : NULL;
    g_autoptr (GPtrArray) chapters = package ? read_spine (package, name) : NULL;
    if (!chapters || chapters->len == 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: a book that doesn't say what its chapters are", path);
        return NULL;
    }
    read_fields (package, fields);
    g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < chapters->len; i++)
        g_hash_table_add (wanted, g_ptr_array_index (chapters, i));
    return gx_members_read (members, is_listed, wanted, error) ? g_steal_pointer (&chapters) : NULL;
}
