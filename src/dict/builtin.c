/* SPDX-License-Identifier: GPL-3.0-or-later
 * builtin.c - the tables that are part of the library. */
#include "builtin-tables.h"
#include "dictionary-private.h"

#define FOLDER "/guanxi/dicts/"

/* In the order in which they are read. */
static const char *const tables[] = {
    "affixes.tsv",     "candidates.tsv",  "suggestions.tsv", "words.tsv",    "states.tsv",  "institutions.tsv",
    "people.tsv",      "bodies.tsv",      "titles.tsv",      "surnames.tsv", "phrases.tsv", "contexts.tsv",
    "contexts-ja.tsv", "contexts-ko.tsv", "characters.tsv",  "roles.tsv",
};

/* Affixes, the weights of candidates and suggestions, and words name nobody: they are the grammar of all names, the user's too. */
#define N_NAMELESS 4u

guint
gx_builtin_count (GxDictionaryBase base)
{
    return base == GX_DICTIONARY_BUILTIN ? (guint)G_N_ELEMENTS (tables) : N_NAMELESS;
}

gboolean
gx_builtin_read (guint number, const char **name, GxStr *text, GError **error)
{
    g_return_val_if_fail (number < G_N_ELEMENTS (tables), FALSE);
    g_autofree char *path = g_strconcat (FOLDER, tables[number], NULL);
    *name = tables[number];

    /* An uncompressed table is not copied: the bytes are those of the program. */
    g_autoptr (GBytes) bytes = g_resource_lookup_data (gx_builtin_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    if (!bytes)
        return FALSE;
    gsize len;
    text->data = g_bytes_get_data (bytes, &len);
    text->len = len;
    return TRUE;
}
