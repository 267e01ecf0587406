/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"
#include "dictionaries.h"
#include "texts.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Most characters that are shown on either side of a name. */
#define MOST_BESIDE 100

static const struct {
    const char *name;
    GxColumnType type;
} columns[] = {
    { "rank", GX_COLUMN_NUMBER },  { "name", GX_COLUMN_TEXT },        { "type", GX_COLUMN_TEXT },  { "score", GX_COLUMN_NUMBER },
    { "count", GX_COLUMN_NUMBER }, { "documents", GX_COLUMN_NUMBER }, { "place", GX_COLUMN_TEXT }, { "context", GX_COLUMN_TEXT },
    { "place2", GX_COLUMN_TEXT },  { "context2", GX_COLUMN_TEXT },    { "id", GX_COLUMN_TEXT },    { "en", GX_COLUMN_TEXT },
    { "aliases", GX_COLUMN_TEXT }, { "evidence", GX_COLUMN_TEXT },
};

static gboolean
look_at (const GxReading *reading, gpointer user_data, GError **error)
{
    GxSuggestions *suggestions = user_data;
    (void)error; /* nothing fails here */
    if (!reading->twin && reading->mentions)
        gx_suggestions_add (suggestions, reading);
    return TRUE;
}

/* The sentence around a name, with … where it is cut: sentences of broken texts may be long. */
static char *
context_of (const GxSuggestionPlace *place)
{
    const char *text = place->sentence, *name = text + place->in_sentence.start, *behind = text + place->in_sentence.end;
    const char *end = text + strlen (text), *from = name, *to = behind;
    for (guint i = 0; i < MOST_BESIDE && from > text; i++)
        from = g_utf8_prev_char (from);
    for (guint i = 0; i < MOST_BESIDE && to < end; i++)
        to = g_utf8_next_char (to);
    return g_strdup_printf ("%s%.*s%s%.*s%s%.*s%s", from > text ? "…" : "", (int)(name - from), from, behind > name ? "[" : "",
                            (int)(behind - name), name, behind > name ? "]" : "", (int)(to - behind), behind, to < end ? "…" : "");
}

static void
put_place (GxTable *table, const GxSuggestion *suggestion, guint number)
{
    const GxSuggestionPlace *place = number < suggestion->n_places ? &suggestion->places[number] : NULL;
    g_autofree char *where = place ? g_strdup_printf ("%s:%zu-%zu", place->document, place->source.start, place->source.end) : NULL;
    g_autofree char *context = place ? context_of (place) : NULL;
    gx_table_put_text (table, where ? where : "");
    gx_table_put_text (table, context ? context : "");
}

/* What the score is made of. */
static char *
evidence_of (const GxSuggestion *suggestion)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < suggestion->n_reasons; i++)
        g_string_append_printf (text, "%s%s %+.2f", i > 0 ? ", " : "", suggestion->reasons[i].name, suggestion->reasons[i].weight);
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
    put_place (table, suggestion, 0);
    put_place (table, suggestion, 1);
    gx_table_put_text (table, suggestion->id);
    gx_table_put_text (table, suggestion->english);
    gx_table_put_text (table, aliases);
    gx_table_put_text (table, evidence);
}

/* For people: a line a name, its contexts below. */
static void
write_listing (const GxSuggestion *found, guint n, guint n_all, GxWriter *writer)
{
    for (guint i = 0; i < n; i++) {
        const GxSuggestion *s = &found[i];
        g_autofree char *aliases = g_strjoinv (" | ", (char **)s->aliases);
        gx_writer_printf (writer, "%s%u  %s  %s", i > 0 ? "\n" : "", i + 1, s->name, gx_entity_type_name (s->type));
        if (*s->english && strcmp (s->english, s->name) != 0)
            gx_writer_printf (writer, "  %s", s->english);
        if (*aliases)
            gx_writer_printf (writer, "  %s", aliases);
        gx_writer_printf (writer, "  %u in %u document%s\n", s->count, s->documents, s->documents == 1 ? "" : "s");
        for (guint k = 0; k < s->n_places; k++) {
            g_autofree char *context = context_of (&s->places[k]);
            gx_writer_printf (writer, "  %s:%zu-%zu  %s\n", s->places[k].document, s->places[k].source.start, s->places[k].source.end,
                              context);
        }
    }
    if (n_all > n)
        gx_writer_printf (writer, "\n%u more: --top 0 shows all\n", n_all - n);
}

static gint
by_id (gconstpointer a, gconstpointer b)
{
    return strcmp ((*(const GxSuggestion *const *)a)->id, (*(const GxSuggestion *const *)b)->id);
}

/* Whether the last line of standard output, a file of this size, has no end yet. */
static gboolean
is_within_line (off_t size)
{
    char last = '\n';
    int fd = g_open ("/dev/stdout", O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0)
        return FALSE;
    if (pread (fd, &last, 1, size - 1) != 1)
        last = '\n';
    return close (fd) == 0 && last != '\n';
}

/* A file with nothing in it needs a header; one that others have written may lack the end of its last line. */
static void
begin_rows (GxWriter *writer)
{
    struct stat status;
    if (fstat (STDOUT_FILENO, &status) != 0 || !S_ISREG (status.st_mode))
        return;
    if (status.st_size == 0)
        gx_writer_printf (writer, "%s\n", gx_suggestion_header ());
    else if (is_within_line (status.st_size))
        gx_writer_printf (writer, "\n");
}

/* In the order of ids, as tables are. */
static void
write_rows (const GxSuggestion *found, guint n, GxWriter *writer)
{
    g_autoptr (GPtrArray) rows = g_ptr_array_new ();
    for (guint i = 0; i < n; i++)
        g_ptr_array_add (rows, (gpointer)&found[i]);
    g_ptr_array_sort (rows, by_id);
    begin_rows (writer);
    for (guint i = 0; i < n; i++) {
        g_autofree char *row = gx_suggestion_row (rows->pdata[i]);
        gx_writer_printf (writer, "%s\n", row);
    }
}

static void
write_table (const GxSuggestion *found, guint n, GxTableFormat format, GxWriter *writer)
{
    g_autoptr (GxTable) table = gx_table_new ();
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        gx_table_add_column (table, columns[i].name, columns[i].type);
    for (guint i = 0; i < n; i++)
        add_row (table, i + 1, &found[i]);
    gx_table_write (table, format, writer);
}

/** What is written. */
typedef enum { WRITE_NAMES, WRITE_ROWS } Wanted;

static gboolean
suggest_names (const Options *options, Wanted wanted, TextCounts *counts, GError **error)
{
    g_autoptr (GxDictionary) dictionary = load_dictionary (options, error);
    if (!dictionary)
        return FALSE;
    g_autoptr (GxMatcher) matcher = gx_matcher_new_listed (dictionary);
    const GxSuggestionOptions which = { options->network.types, (guint)options->network.min_count };
    g_autoptr (GxSuggestions) suggestions = gx_suggestions_new (dictionary, &which);
    g_autoptr (GxRepeats) repeats = NULL;
    if (!survey_texts (options, &repeats, error) || !read_texts (options, matcher, repeats, look_at, suggestions, counts, error))
        return FALSE;
    guint n_all = 0;
    const GxSuggestion *found = gx_suggestions_rank (suggestions, &n_all);
    guint n = options->top > 0 ? MIN (n_all, options->top) : n_all;
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    if (wanted == WRITE_ROWS)
        write_rows (found, n, writer);
    else if (options->format == GX_TABLE_ALIGNED)
        write_listing (found, n, n_all, writer);
    else
        write_table (found, n, options->format, writer);
    return gx_writer_finish (writer, error);
}

ExitStatus
dict_suggest (int argc, char **argv)
{
    gboolean rows = FALSE;
    gint min_count = 2;
    const GOptionEntry own[] = {
        { "rows", 0, 0, G_OPTION_ARG_NONE, &rows, "Write rows for a table of your own: >> mine.tsv", NULL },
        { "min-count", 'm', 0, G_OPTION_ARG_INT, &min_count, "Leave out names that stand fewer times (default 2)", "N" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "PATH…",
        "Prints names in texts (files, folders, - for standard input) that no table knows, the\n"
        "surest first: how often and in how many documents each stands, what it probably is,\n"
        "and a sentence or two that name it.",
        "tsv, csv, json and jsonl have a row a name, with what the score is made of. --rows writes the header as well\n"
        "when the file it goes to is empty. Look through the rows: type and names are guesses.\n\n"
        "Example:\n  guanxi dict suggest texts/ --top 20\n  guanxi dict suggest texts/ --type person --rows >> my-people.tsv\n",
    };
    g_auto (Options) options = { .top = 50 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT | OPTIONS_DICTIONARY | OPTIONS_TABLE | OPTIONS_TYPES, own, &help, argc, argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");
    if (min_count < 0)
        return options_misuse (argv[0], "numbers must not be negative");
    options.network.min_count = (guint64)min_count;

    TextCounts counts = { 0 };
    g_autoptr (GError) error = NULL;
    if (suggest_names (&options, rows ? WRITE_ROWS : WRITE_NAMES, &counts, &error))
        return texts_status (&counts);
    report_failure (error);
    return EXIT_FAILED;
}
