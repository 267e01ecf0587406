/* SPDX-License-Identifier: GPL-3.0-or-later
 * gate.c - gazetteer lists of GATE.
 *
 * An index (lists.def) has a line a list: `file.lst:majorType[:minorType[:language[:annotationType]]]`. A list has an entry a line, with
 * features behind it, `NATO&id=Q7184`, when the gazetteer was given a separator: any sign of a few is known by the `key=` behind it. What
 * is written here has a tab between. A list without its index is of the type its file is named after. */
#include "foreign.h"

#define SEPARATORS "\t&:;,|~#@"

/* A list that is read. */
typedef struct {
    GxForeignRecord *record;
    GxForeignType type;
    const char *language; /* NULL: not told */
} List;

static guint
judge (const char *path, GxStr head)
{
    if (g_str_has_suffix (path, ".lst"))
        return 70;
    return g_str_has_suffix (path, ".def") && g_strstr_len (head.data, (gssize)head.len, ".lst:") ? 90 : 0;
}

/* Whether a `key=` begins here. */
static gboolean
is_key (GxStr line, gsize at)
{
    gsize end = at;
    while (end < line.len && (g_ascii_isalnum (line.data[end]) || line.data[end] == '_'))
        end++;
    return end > at && end < line.len && line.data[end] == '=';
}

/* Where the features of an entry begin: at the first of the first separator that has a key behind it; the end when none has. */
static gsize
find_features (GxStr line)
{
    for (const char *separator = SEPARATORS; *separator; separator++)
        for (gsize i = 0; i < line.len; i++)
            if (line.data[i] == *separator && is_key (line, i + 1))
                return i;
    return line.len;
}

static void
read_feature (List *list, GxStr feature)
{
    const char *sign = memchr (feature.data, '=', feature.len);
    if (!sign)
        return;
    gsize n = (gsize)(sign - feature.data);
    GxStr key = { feature.data, n }, value = { sign + 1, feature.len - n - 1 };
    if (gx_str_equal (key, gx_str ("id")) || gx_str_equal (key, gx_str ("inst")))
        gx_foreign_record_set (&list->record->id, gx_foreign_tail (value));
    else if (gx_str_equal (key, gx_str ("country")))
        gx_foreign_record_set (&list->record->country, value);
}

static void
read_entry (GxImport *import, gpointer state, GxStr line)
{
    List *list = state;
    gsize at = find_features (line);
    GxStr name = gx_foreign_trim ((GxStr){ line.data, at });
    if (name.len == 0) {
        gx_import_complain (import, 0, "the entry has no name");
        return;
    }
    for (char separator = at < line.len ? line.data[at] : '\0'; at < line.len;) {
        const char *stop = memchr (line.data + at + 1, separator, line.len - at - 1);
        gsize end = stop ? (gsize)(stop - line.data) : line.len;
        read_feature (list, (GxStr){ line.data + at + 1, end - at - 1 });
        at = end;
    }
    list->record->type = list->type;
    gx_foreign_record_add_name (list->record, name, list->language, 0);
    gx_import_take (import, list->record);
}

static gboolean
read_list (GxImport *import, const char *path, GxForeignType type, const char *language, GError **error)
{
    List list = { gx_foreign_record_new (), type, language };
    gboolean read = gx_import_each_line (import, path, read_entry, &list, error);
    gx_foreign_record_free (list.record);
    return read;
}

/* Major and minor type together: `location` is a state only when the minor type says so, `person_first` is a part of a name. */
static GxForeignType
type_of (const char *major, const char *minor)
{
    GxForeignType wide = gx_foreign_type (gx_str (major)), narrow = gx_foreign_type (gx_str (minor));
    if (strcmp (major, "location") == 0)
        return narrow == GX_TYPE_STATE ? narrow : GX_TYPE_OTHER;
    return wide == GX_TYPE_OTHER && strcmp (major, "govern_key") == 0 ? GX_TYPE_INSTITUTION : wide;
}

static void
read_definition (GxImport *import, gpointer state, GxStr line)
{
    (void)state;
    g_autofree char *text = gx_str_dup (gx_foreign_trim (line));
    g_auto (GStrv) parts = g_strsplit (text, ":", -1);
    guint n = g_strv_length (parts);
    if (n < 2 || *parts[0] == '\0' || *parts[1] == '\0') {
        gx_import_complain (import, 0, "a list has a file and a major type: `file.lst:majorType`");
        return;
    }
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_path_get_dirname (gx_import_path (import)), *path = g_build_filename (folder, parts[0], NULL);
    const char *language = n > 3 && g_utf8_strlen (parts[3], -1) == 2 ? parts[3] : NULL;
    if (!read_list (import, path, type_of (parts[1], n > 2 ? parts[2] : ""), language, &error))
        gx_import_complain (import, 0, "%s", error->message);
}

/* person.lst, country_names.lst: the type is the longest start of the name that is a type. */
static GxForeignType
type_of_file (const char *path)
{
    g_autofree char *name = g_path_get_basename (path);
    for (gsize len = strlen (name); len > 0; len--) {
        GxForeignType type = g_ascii_isalpha (name[len]) ? GX_TYPE_OTHER : gx_foreign_type ((GxStr){ name, len });
        if (type != GX_TYPE_OTHER)
            return type;
    }
    return GX_TYPE_UNTOLD;
}

static gboolean
read_file (GxImport *import, const char *path, GError **error)
{
    if (g_str_has_suffix (path, ".def"))
        return gx_import_each_line (import, path, read_definition, NULL, error);
    return read_list (import, path, type_of_file (path), NULL, error);
}

const GxForeignReader gx_read_gate = { .judge = judge, .read = read_file };

static const struct {
    const char *file, *types;
} lists[] = {
    [GX_ENTITY_PERSON] = { "person.lst", "person:full" },
    [GX_ENTITY_STATE] = { "country.lst", "location:country" },
    [GX_ENTITY_INSTITUTION] = { "organization.lst", "organization" },
};

static void
write_entry (const GxEntity *entity, const char *name, gpointer user_data)
{
    GxWriter *const *writers = user_data;
    gx_writer_printf (writers[entity->type], "%s\tid=%s\n", name, entity->id);
}

static gboolean
write_folder (const GxDictionary *dictionary, const GxNamesOptions *options, GxOutput *output, GError **error)
{
    GxWriter *writers[G_N_ELEMENTS (lists)] = { NULL };
    GxWriter *index = gx_output_add (output, "lists.def", error);
    if (!index)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
        if (!(writers[i] = gx_output_add (output, lists[i].file, error)))
            return FALSE;
        gx_writer_printf (index, "%s:%s\n", lists[i].file, lists[i].types);
    }
    gx_names_each (dictionary, options, write_entry, writers);
    return TRUE;
}

const GxForeignWriter gx_write_gate = { .name = "gate", .write_folder = write_folder };
