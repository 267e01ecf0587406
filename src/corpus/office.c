/* SPDX-License-Identifier: GPL-3.0-or-later
 * office.c - which files inside an office document are read, and in which order. */
#include "office.h"

#include "book.h"
#include "read-options.h"
#include "tree.h"

static gboolean
is_docx_part (const char *name, gconstpointer user_data)
{
    (void)user_data;
    if (g_str_has_prefix (name, "docProps/") || strcmp (name, "_rels/.rels") == 0)
        return TRUE;
    return g_str_has_suffix (name, ".xml") && !strstr (name, "theme/") && !g_str_has_prefix (name, "customXml/") &&
           !g_str_has_prefix (name, "xl/") && !g_str_has_prefix (name, "ppt/");
}

static gboolean
is_odt_part (const char *name, gconstpointer user_data)
{
    (void)user_data;
    return strcmp (name, "content.xml") == 0 || strcmp (name, "styles.xml") == 0 || strcmp (name, "meta.xml") == 0;
}

/** The part that the package calls its document; `word/document.xml` as a rule. */
static char *
find_main_part (const GxMembers *members)
{
    g_autoptr (xmlDoc) relations = gx_tree_parse (gx_members_find (members, "_rels/.rels"));
    xmlNode *node = relations ? gx_tree_next (relations, NULL, "Relationship") : NULL;
    for (; node; node = gx_tree_next (relations, node, "Relationship")) {
        g_autofree char *type = gx_tree_attribute (node, "Type"), *target = gx_tree_attribute (node, "Target");
        const char *name = target && *target == '/' ? target + 1 : target;
        if (type && name && g_str_has_suffix (type, "/officeDocument") && gx_members_find (members, name).data)
            return g_strdup (name);
    }
    return g_strdup ("word/document.xml");
}

static GPtrArray *
read_docx (GxMembers *members, GxFields *fields, GError **error)
{
    static const char *const beside[] = { "styles.xml", "footnotes.xml", "endnotes.xml" };
    if (!gx_members_read (members, is_docx_part, NULL, error))
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    char *main_part = find_main_part (members);
    g_autofree char *folder = g_path_get_dirname (main_part);
    g_ptr_array_add (names, main_part);
    for (gsize i = 0; i < G_N_ELEMENTS (beside); i++)
        g_ptr_array_add (names, g_strconcat (folder, "/", beside[i], NULL));

    g_autoptr (xmlDoc) core = gx_tree_parse (gx_members_find (members, "docProps/core.xml"));
    g_autoptr (xmlDoc) app = gx_tree_parse (gx_members_find (members, "docProps/app.xml"));
    if (core) {
        gx_tree_set_field (fields, GX_SOURCE_TITLE, core, "title");
        gx_tree_set_field (fields, GX_SOURCE_AUTHOR, core, "creator");
        gx_tree_set_date (fields, core, "created", "modified");
    }
    if (app)
        gx_tree_set_field (fields, GX_SOURCE_SITE, app, "Company");
    return names;
}

static GPtrArray *
read_odt (GxMembers *members, GxFields *fields, GError **error)
{
    if (!gx_members_read (members, is_odt_part, NULL, error))
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (names, g_strdup ("content.xml"));
    g_ptr_array_add (names, g_strdup ("styles.xml"));
    g_autoptr (xmlDoc) meta = gx_tree_parse (gx_members_find (members, "meta.xml"));
    if (meta) {
        gx_tree_set_field (fields, GX_SOURCE_TITLE, meta, "title");
        gx_tree_set_field (fields, GX_SOURCE_AUTHOR, meta, "initial-creator");
        gx_tree_set_field (fields, GX_SOURCE_AUTHOR, meta, "creator");
        gx_tree_set_date (fields, meta, "creation-date", "date");
    }
    return names;
}

static gboolean
fail_unreadable (const char *path, const char *member, GError **error)
{
    g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: nothing to read in it (%s is missing, encrypted or no markup)", path, member);
    return FALSE;
}

/** Puts the members one behind the other. The first of an office document must be there; of a book, any. */
static gboolean
join (const GxMembers *members, const GPtrArray *names, GxKind kind, const char *path, GString *text, GArray *parts, GError **error)
{
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index (names, i);
        GxStr member = gx_members_find (members, name);
        if (!member.data && i == 0 && kind != GX_KIND_EPUB)
            return fail_unreadable (path, name, error);
        if (!member.data)
            continue;
        gsize start = text->len;
        g_string_append_len (text, member.data, (gssize)member.len);
        gx_parts_add (parts, name, start, text->len);
    }
    return parts->len > 0 || fail_unreadable (path, g_ptr_array_index (names, 0), error);
}

GxSource *
gx_office_read (const char *name, const char *path, GxKind kind, GxStr raw, const GxCorpusOptions *options, GError **error)
{
    g_auto (GxFields) fields = { 0 };
    g_autoptr (GxMembers) members = gx_members_new (raw, path, gx_max_bytes (options));
    g_autoptr (GPtrArray) names = kind == GX_KIND_DOCX  ? read_docx (members, &fields, error)
                                  : kind == GX_KIND_ODT ? read_odt (members, &fields, error)
                                                        : gx_book_read (members, path, &fields, error);
    if (!names)
        return NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GArray) parts = gx_parts_new ();
    if (!join (members, names, kind, path, text, parts, error))
        return NULL;
    GxSource *source = gx_source_compose (name, path, kind, raw, g_steal_pointer (&text), g_steal_pointer (&parts), error);
    if (!source)
        return NULL;
    gx_source_take_fields (source, &fields);
    gx_members_tell_encoding (members, source);
    return source;
}
