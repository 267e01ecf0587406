/* SPDX-License-Identifier: GPL-3.0-or-later
 * dictionary-dump.h - all that a dictionary says, as text: two that say the same are the same. */
#pragma once

#include "lexicon.h"

static void
dump_names (const GxDictionary *self, const GxEntity *entity, GString *out)
{
    guint n = 0;
    g_autofree GxName *names = gx_dictionary_names (self, entity, &n);
    const char *surname = gx_lexicon_surname (self, entity);
    g_string_append_printf (out, "%s %d %s %s %s %d-%d %s\n", entity->id, (int)entity->type, entity->name, entity->english, entity->country,
                            entity->since, entity->until, surname ? surname : "-");
    for (guint i = 0; i < n; i++)
        g_string_append_printf (out, "  %s %u %s:%u\n", names[i].text, names[i].flags, names[i].file, names[i].line);
}

static void
dump_forms (const GxDictionary *self, GString *out)
{
    guint n = 0;
    const GxForm *forms = gx_lexicon_forms (self, &n);
    for (guint i = 0; i < n; i++) {
        g_assert_true (gx_lexicon_find (self, forms[i].text, forms[i].len) == &forms[i]);
        g_string_append_printf (out, "%s\n", forms[i].text);
        for (guint r = 0; r < forms[i].n_readings; r++) {
            const GxFormReading *reading = &forms[i].readings[r];
            const char *id = reading->entity ? reading->entity->id : reading->body ? reading->body->id : "-";
            const char *name = reading->body ? reading->body->name : "", *english = reading->body ? reading->body->english : "";
            g_string_append_printf (out, "  %d %u %s %s %s %s %d\n", (int)reading->kind, reading->flags, reading->exact, id, name, english,
                                    (int)reading->position);
        }
    }
}

static void
dump_shorts (const GxDictionary *self, gunichar c, GString *out)
{
    const GxEntity *const *states = gx_lexicon_short_states (self, c), *const *people = gx_lexicon_short_people (self, c);
    for (guint i = 0; states && states[i]; i++)
        g_string_append_printf (out, "short %x %s\n", c, states[i]->id);
    for (guint i = 0; people && people[i]; i++)
        g_string_append_printf (out, "short %x %s\n", c, people[i]->id);
}

static void
dump_count (const GxDictionaryCount *count, gpointer out)
{
    g_string_append_printf (out, "%s %s %u %u %u %u %u\n", count->by, count->value, count->rows, count->names, count->aliases,
                            count->marked, count->wikidata);
}

static void
dump_found (const GxFound *found, gpointer out)
{
    g_string_append_printf (out, "found %d %s %s %u\n", (int)found->how, found->entity ? found->entity->id : found->word,
                            found->kind ? found->kind : "", found->line);
}

static void
dump_words (const GxDictionary *self, GString *out)
{
    guint n = 0;
    const GxContextRow *rows = gx_lexicon_contexts (self, &n);
    char weight[G_ASCII_DTOSTR_BUF_SIZE];
    for (guint i = 0; i < n; i++)
        g_string_append_printf (out, "%s %s %s %s %s %s\n", rows[i].id, rows[i].kind, rows[i].text, rows[i].states, rows[i].language,
                                g_ascii_dtostr (weight, sizeof weight, rows[i].weight));
    for (guint kind = 0; kind < GX_N_AFFIXES; kind++)
        for (const char *const *affix = gx_lexicon_affixes (self, (GxAffixKind)kind); *affix; affix++)
            g_string_append_printf (out, "affix %u %s\n", kind, *affix);
}

/** Looks the words up too. The caller's. */
static inline char *
dictionary_dump (const GxDictionary *self, const char *const *words)
{
    GString *out = g_string_new (NULL);
    guint n = 0;
    const GxEntity *const *entities = gx_dictionary_entities (self, &n);
    for (guint i = 0; i < n; i++) {
        g_assert_true (gx_dictionary_find (self, entities[i]->id) == entities[i]);
        dump_names (self, entities[i], out);
    }
    dump_forms (self, out);
    for (gunichar c = 0; c < 0x10000; c++)
        dump_shorts (self, c, out);
    dump_words (self, out);
    gx_dictionary_count (self, dump_count, out);
    for (; words && *words; words++)
        (void)gx_dictionary_search (self, *words, dump_found, out);
    return g_string_free (out, FALSE);
}
