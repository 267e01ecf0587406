/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"
#include "texts.h"

#include <unistd.h>

static const struct {
    const char *name;
    GxColumnType type;
} columns[] = {
    { "rank", GX_COLUMN_NUMBER },      { "name", GX_COLUMN_TEXT },  { "type", GX_COLUMN_TEXT },    { "score", GX_COLUMN_NUMBER },
    { "count", GX_COLUMN_NUMBER },     { "documents", GX_COLUMN_NUMBER }, { "en", GX_COLUMN_TEXT }, { "aliases", GX_COLUMN_TEXT },
    { "place", GX_COLUMN_TEXT },       { "context", GX_COLUMN_TEXT }, { "place2", GX_COLUMN_TEXT }, { "context2", GX_COLUMN_TEXT },
    { "evidence", GX_COLUMN_TEXT },    { "id", GX_COLUMN_TEXT },
};

/* What the texts go into. */
typedef struct {
    GxSuggestions *suggestions;
} Looking;

static gboolean
look_at (const GxReading *reading, gpointer user_data, GError **error)
{
    Looking *looking = user_data;
    (void)error;
    if (!reading->twin && reading->mentions)
        gx_suggestions_add (looking->suggestions, reading);
    return TRUE;
}

static char *
context_of (const GxSuggestionPlace *place)
{
    GxSpan at = place->in_sentence;
    return at.end > at.start ? g_strdup_printf ("%.*s[%.*s]%s", (int)at.start, place->sentence, (int)(at.end - at.start),
                                                place->sentence + at.start, place->sentence + at.end)
                             : g_strdup (place->sentence);
}

static void
put_place (GxTable *table, const GxSuggestion *suggestion, guint number)
{
    const GxSuggestionPlace *place = number < suggestion->n_places ? &suggestion->places[number] : NULL;
    g_autofree char *where = place ? g_strdup_printf ("%s:%zu-%zu", place->document, place->source.start, place->source.end) : g_strdup ("");
    g_autofree char *context = place ? context_of (place) : g_strdup ("");
    gx_table_put_text (table, where);
    gx_table_put_text (table, context);
}

static char *
evidence_of (const GxSuggestion *suggestion)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < suggestion->n_reasons; i++)
        g_string_append_printf (text, "%s%s=%.3f", i > 0 ? " " : "", suggestion->reasons[i].name, suggestion->reasons[i].value);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (GxTable *table, guint rank, const GxSuggestion *suggestion)
{
    g_autofree char *aliases = g_strjoinv ("|", (char **)suggestion->aliases);
    g_autofree char *evidence = evidence_of (suggestion);
    gx_table_put_int (table, rank);
    gx_table_put_text (table, suggestion->name);
    gx_table_put_text (table, gx_entity_type_name (suggestion->type));
    gx_table_put_double (table, suggestion->score, 3);
    gx_table_put_int (table, suggestion->count);
    gx_table_put_int (table, suggestion->documents);
    gx_table_put_text (table, suggestion->english);
    gx_table_put_text (table, aliases);
    put_place (table, suggestion, 0);
    put_place (table, suggestion, 1);
    gx_table_put_text (table, evidence);
    gx_table_put_text (table, suggestion->id);
}

static gboolean
suggest_names (const Options *options, gboolean rows, TextCounts *counts, GError **error)
{
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (options->base, (const char *const *)options->dictionaries, error);
    if (!dictionary)
        return FALSE;
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    const GxSuggestionOptions wanted = { options->network.types, (guint)options->network.min_count };
    g_autoptr (GxSuggestions) suggestions = gx_suggestions_new (dictionary, &wanted);
    Looking looking = { suggestions };
    g_autoptr (GxRepeats) repeats = NULL;
    if (!survey_texts (options, &repeats, error) || !read_texts (options, matcher, repeats, look_at, &looking, counts, error))
        return FALSE;
    guint n = 0;
    const GxSuggestion *found = gx_suggestions_rank (suggestions, &n);
    n = options->top > 0 ? MIN (n, options->top) : n;
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    if (rows) {
        for (guint i = 0; i < n; i++) {
            g_autofree char *row = gx_suggestion_row (&found[i]);
            gx_writer_printf (writer, "%s\n", row);
        }
        return gx_writer_finish (writer, error);
    }
    g_autoptr (GxTable) table = gx_table_new ();
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        gx_table_add_column (table, columns[i].name, columns[i].type);
    for (guint i = 0; i < n; i++)
        add_row (table, i + 1, &found[i]);
    gx_table_write (table, options->format, writer);
    return gx_writer_finish (writer, error);
}

ExitStatus
dict_suggest (int argc, char **argv)
{
    gboolean rows = FALSE;
    const GOptionEntry own[] = {
        { "rows", 0, 0, G_OPTION_ARG_NONE, &rows, "Write rows for a table of your own instead", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "PATH…",
        "Prints names in texts that no table knows, the surest first.",
        "Example:\n  guanxi dict suggest texts/\n",
    };
    g_auto (Options) options = { .top = 50 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT | OPTIONS_DICTIONARY | OPTIONS_TABLE | OPTIONS_TYPES, own, &help, argc, argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");
    TextCounts counts = { 0 };
    g_autoptr (GError) error = NULL;
    if (suggest_names (&options, rows, &counts, &error))
        return texts_status (&counts);
    report_failure (error);
    return EXIT_FAILED;
}
