/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"
#include "dictionaries.h"
#include "load.h"

static const struct {
    const char *name;
    GxColumnType type;
} columns[] = {
    { "by", GX_COLUMN_TEXT },       { "value", GX_COLUMN_TEXT },      { "label", GX_COLUMN_TEXT },
    { "rows", GX_COLUMN_NUMBER },   { "names", GX_COLUMN_NUMBER },    { "aliases", GX_COLUMN_NUMBER },
    { "marked", GX_COLUMN_NUMBER }, { "wikidata", GX_COLUMN_NUMBER }, { "share", GX_COLUMN_NUMBER },
};

/* A table of counts under way. */
typedef struct {
    const GxDictionary *dictionary;
    GxTable *table;
    guint top, n_countries;
} Counting;

static void
add_count (const GxDictionaryCount *count, gpointer user_data)
{
    Counting *counting = user_data;
    gboolean is_country = strcmp (count->by, "country") == 0;
    if (is_country && counting->top > 0 && counting->n_countries >= counting->top)
        return;
    counting->n_countries += is_country ? 1 : 0;
    const GxEntity *country = is_country ? gx_dictionary_find (counting->dictionary, count->value) : NULL;
    gx_table_put_text (counting->table, count->by);
    gx_table_put_text (counting->table, count->value);
    gx_table_put_text (counting->table, country ? country->name : "");
    gx_table_put_int (counting->table, count->rows);
    gx_table_put_int (counting->table, count->names);
    gx_table_put_int (counting->table, count->aliases);
    gx_table_put_int (counting->table, count->marked);
    gx_table_put_int (counting->table, count->wikidata);
    gx_table_put_double (counting->table, count->rows > 0 ? (double)count->wikidata / count->rows : 0, 3);
}

ExitStatus
dict_stats (int argc, char **argv)
{
    const OptionHelp help = {
        "[TABLE…]",
        "Counts what is in the tables: all, then by table, type, script, country (the --top\n"
        "ones) and by whether years are known.",
        "rows: entities (by table: its rows); names: labels, aliases and abbreviations; aliases: those that are\n"
        "no label; marked: those with ~ or =; wikidata, share: rows whose id is Wikidata's.\n\n"
        "Example:\n  guanxi dict stats\n  guanxi dict stats --no-builtin my-people.tsv --format tsv\n",
    };
    g_auto (Options) options = { .top = 20 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_DICTIONARY | OPTIONS_TABLE, NULL, &help, argc, argv, &status))
        return status;

    g_autoptr (GError) error = NULL;
    g_autofree const char **paths = dict_tables (&options, 0);
    g_autoptr (GxDictionary) dictionary = load_tables (&options, paths, &error);
    if (!dictionary) {
        report_failure (error);
        return EXIT_FAILED;
    }
    g_autoptr (GxTable) table = gx_table_new ();
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        gx_table_add_column (table, columns[i].name, columns[i].type);
    Counting counting = { dictionary, table, options.top, 0 };
    gx_dictionary_count (dictionary, add_count, &counting);
    return print_table (table, options.format);
}
