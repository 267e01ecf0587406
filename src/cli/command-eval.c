/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dictionaries.h"
#include "gold-pairs.h"
#include "scores.h"
#include "texts.h"

#include <unistd.h>

/* So many rows are shown to people who don't ask for more or less. */
#define SHOWN 20
/* So many complaints about one gold file are told. */
#define TOLD 10

typedef struct {
    const Options *options;
    const GoldPairs *pairs;
    GxEvaluation *evaluation;
    GPtrArray *complaints; /* told when all is read */
    guint n_scored, n_skipped, n_lines;
} Run;

static void complain (Run *run, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
complain (Run *run, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_ptr_array_add (run->complaints, g_strdup_vprintf (format, arguments));
    va_end (arguments);
}

/* Says what is wrong with a gold file; FALSE when that must not be. */
static gboolean
note_faults (Run *run, const char *path, const GxGold *gold, GError **error)
{
    const char *const *warnings = gx_gold_warnings (gold);
    guint n_skipped = gx_gold_n_skipped (gold), n_told = run->options->verbosity == REPORT_NORMAL ? TOLD : G_MAXUINT;
    if (run->options->verbosity != REPORT_QUIET)
        for (guint i = 0; warnings[i] && i < n_told; i++)
            complain (run, "%s", warnings[i]);
    if (n_skipped == 0)
        return TRUE;
    run->n_lines += n_skipped;
    if (run->options->strict) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: lines that are no annotations: %u", path, n_skipped);
        return FALSE;
    }
    complain (run, "%s: lines skipped: %u", path, n_skipped);
    return TRUE;
}

static gboolean
score_gold (Run *run, const char *path, const GxReading *reading, GError **error)
{
    g_autoptr (GError) failure = NULL;
    g_autoptr (GxGold) gold = gx_gold_read (path, reading->source, &failure);
    if (gold) {
        gx_evaluation_add (run->evaluation, reading, gold);
        run->n_scored++;
        return note_faults (run, path, gold, error);
    }
    run->n_skipped++;
    if (run->options->strict) {
        g_propagate_error (error, g_steal_pointer (&failure));
        return FALSE;
    }
    complain (run, "skipped: %s", failure->message);
    return TRUE;
}

/* Says once of an archive that gold is for no text in it. */
static void
refuse (Run *run, const GxReading *reading)
{
    const char *inside = gx_input_path (reading->input), *file = gx_input_container (reading->input);
    GoldPair *pair = file ? gold_pairs_at (run->pairs, file) : NULL;
    if (pair && pair->refused)
        return;
    if (pair)
        pair->refused = TRUE;
    complain (run, "skipped: %s: gold is for a text that is a file of its own", inside);
    run->n_skipped++;
}

static gboolean
score_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    Run *run = user_data;
    const GoldPair *pair = gold_pairs_at (run->pairs, gx_input_path (reading->input));
    if (reading->failure)
        return TRUE; /* told by read_texts() */
    if (!pair) {
        refuse (run, reading);
        return TRUE;
    }
    for (guint i = 0; i < pair->golds->len; i++)
        if (!score_gold (run, pair->golds->pdata[i], reading, error))
            return FALSE;
    return TRUE;
}

static gboolean
score_texts (Run *run, TextCounts *counts, GError **error)
{
    g_autoptr (GxDictionary) dictionary = load_dictionary (run->options, error);
    if (!dictionary)
        return FALSE;
    g_autoptr (GxMatcher) matcher = make_matcher (run->options, dictionary);
    g_autoptr (GPtrArray) sources = g_ptr_array_new ();
    for (guint i = 0; i < run->pairs->pairs->len; i++)
        g_ptr_array_add (sources, ((const GoldPair *)run->pairs->pairs->pdata[i])->source);
    guint n_sources = sources->len;
    g_ptr_array_add (sources, NULL);

    Options texts = *run->options; /* nothing of it is freed */
    texts.arguments = (char **)sources->pdata;
    texts.n_arguments = n_sources;
    texts.keep_duplicates = TRUE; /* each was annotated */
    g_autoptr (GxRepeats) repeats = NULL;
    return survey_texts (&texts, &repeats, error) && read_texts (&texts, matcher, repeats, score_reading, run, counts, error);
}

static gboolean
print (const Run *run, gboolean with_mistakes, GError **error)
{
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    gboolean aligned = run->options->format == GX_TABLE_ALIGNED;
    if (aligned || !with_mistakes)
        write_scores (run->evaluation, run->options, writer);
    if (with_mistakes) {
        if (aligned)
            gx_writer_puts (writer, "\n");
        write_mistakes (run->evaluation, run->options, writer);
    }
    if (aligned)
        gx_writer_printf (writer,
                          "\ngold files: %u scored, %u skipped; annotations: %" G_GUINT64_FORMAT " scored, %" G_GUINT64_FORMAT
                          " not counted, %u lines skipped\n",
                          run->n_scored, run->n_skipped, gx_evaluation_n_annotations (run->evaluation),
                          gx_evaluation_n_ignored (run->evaluation), run->n_lines);
    return gx_writer_finish (writer, error);
}

static ExitStatus
evaluate (Run *run, gboolean with_mistakes)
{
    g_autoptr (GError) error = NULL;
    TextCounts counts = { 0 };
    gboolean done = run->pairs->pairs->len == 0 || score_texts (run, &counts, &error);
    for (guint i = 0; i < run->complaints->len; i++)
        report_error ("%s", (const char *)run->complaints->pdata[i]);
    run->n_skipped += counts.n_skipped;
    if (done && run->n_scored == 0) {
        report_error ("nothing could be scored");
        return EXIT_FAILED;
    }
    if (done && print (run, with_mistakes, &error))
        return run->n_skipped + run->n_lines > 0 ? EXIT_SKIPPED : EXIT_DONE;
    report_failure (error);
    return EXIT_FAILED;
}

/* Pairs the arguments, reads the tables of names, and evaluates. */
static ExitStatus
start (const Options *options, const GxEvaluationOptions *how, const char *const *names, gboolean with_mistakes)
{
    g_autoptr (GError) error = NULL;
    g_auto (GoldPairs) pairs = { 0 };
    g_autoptr (GxEvaluation) evaluation = gx_evaluation_new (how);
    g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
    gboolean ready = gold_pairs_find (&pairs, (const char *const *)options->arguments, &error);
    for (guint i = 0; ready && names && names[i]; i++)
        ready = gx_evaluation_read_names (evaluation, names[i], &error);
    if (ready && options->strict && pairs.n_skipped > 0)
        return EXIT_FAILED; /* told */
    if (!ready) {
        report_failure (error);
        return EXIT_FAILED;
    }
    Run run = { .options = options, .pairs = &pairs, .evaluation = evaluation, .complaints = complaints, .n_skipped = pairs.n_skipped };
    return evaluate (&run, with_mistakes);
}

ExitStatus
command_eval (int argc, char **argv)
{
    gboolean spans = FALSE, short_only = FALSE, mistakes = FALSE;
    g_auto (GStrv) names = NULL;
    const GOptionEntry own[] = {
        { "spans", 0, 0, G_OPTION_ARG_NONE, &spans, "Compare places only, not who is meant", NULL },
        { "short", 0, 0, G_OPTION_ARG_NONE, &short_only, "Score mentions of one character only", NULL },
        { "accept", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names,
          "A table of names that count as well: entity, tab, names with | between (repeatable)", "FILE" },
        { "errors", 'e', 0, G_OPTION_ARG_NONE, &mistakes, "Print the errors, too; in tsv, csv and json the errors alone", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "GOLD SOURCE [GOLD SOURCE…]",
        "Scores mentions against texts annotated by hand: precision, recall and F1 by type,\n"
        "rule and document. GOLD is a file of JSON lines, SOURCE the text it is for; or both\n"
        "are folders, and a.jsonl is for the text called a (a.txt, a.html …). Texts that repeat\n"
        "others count, too.",
        "A line of gold: {\"start\": 2, \"end\": 3, \"text\": \"朝\", \"type\": \"state\", \"entity\": \"朝鲜\"}. Start and end\n"
        "count characters of the file (`guanxi clean --format source` shows those of one that isn't plain\n"
        "text); type is person, state, institution, or ignore for what counts neither way.\n\n"
        "An error is wrong (gold has nothing there), missed, or entity (gold means another one there: that\n"
        "counts as one wrong and one missed). Start and end of errors are bytes of the file; those without a\n"
        "sentence stand in what is not read, as furniture. A table shows the 20 worst documents and the first\n"
        "20 errors, the other formats all, unless --top says otherwise.\n\n"
        "Example:\n  guanxi eval news.jsonl news.txt --errors\n  guanxi eval gold/ texts/ --short --type state\n",
    };
    g_auto (Options) options = { .top = G_MAXINT };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT | OPTIONS_DICTIONARY | OPTIONS_LISTED | OPTIONS_TYPES | OPTIONS_TABLE, own, &help, argc,
                        argv, &status))
        return status;
    if (options.n_arguments == 0 || options.n_arguments % 2 != 0)
        return options_misuse (argv[0], "name gold and texts in pairs");
    if (options.top == G_MAXINT)
        options.top = options.format == GX_TABLE_ALIGNED ? SHOWN : 0;
    const GxEvaluationOptions how = { .agreement = spans ? GX_AGREE_PLACE : GX_AGREE_ENTITY,
                                      .length = short_only ? GX_LENGTH_SHORT : GX_LENGTH_ANY,
                                      .types = options.network.types };
    return start (&options, &how, (const char *const *)names, mistakes);
}
