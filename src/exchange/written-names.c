/* SPDX-License-Identifier: GPL-3.0-or-later
 * written-names.c - the formats that are written. */
#include "foreign.h"

static const GxForeignWriter *const writers[] = { &gx_write_spacy, &gx_write_gate, &gx_write_jieba };

static const char *const formats[] = { "spacy", "gate", "jieba", NULL };

const char *const *
gx_names_formats (void)
{
    return formats;
}

static const GxForeignWriter *
find_writer (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
        if (strcmp (writers[i]->name, name) == 0)
            return writers[i];
    return NULL;
}

gboolean
gx_names_format_is_folder (const char *format)
{
    const GxForeignWriter *writer = find_writer (format);
    return writer && writer->write_folder;
}

void
gx_names_each (const GxDictionary *dictionary, const GxNamesOptions *options, GxNameFunc take, gpointer user_data)
{
    guint n_entities = 0;
    const GxEntity *const *entities = gx_dictionary_entities (dictionary, &n_entities);
    for (guint i = 0; i < n_entities; i++) {
        guint n_names = 0;
        g_autofree GxName *names = gx_dictionary_names (dictionary, entities[i], &n_names);
        if (options->types && !(options->types & 1u << entities[i]->type))
            continue;
        for (guint k = 0; k < n_names; k++)
            if (!(names[k].flags & (options->without | (guint)GX_ALIAS_SHORT)))
                take (entities[i], names[k].text, user_data);
    }
}

void
gx_names_write (const GxDictionary *dictionary, const char *format, const GxNamesOptions *options, GxWriter *writer)
{
    const GxForeignWriter *found = find_writer (format);
    g_return_if_fail (found && found->write);
    found->write (dictionary, options, writer);
}

gboolean
gx_names_write_folder (const GxDictionary *dictionary, const char *format, const GxNamesOptions *options, GxOutput *output, GError **error)
{
    const GxForeignWriter *found = find_writer (format);
    g_return_val_if_fail (found && found->write_folder, FALSE);
    return found->write_folder (dictionary, options, output, error);
}
