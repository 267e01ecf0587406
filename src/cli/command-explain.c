/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dictionaries.h"
#include "explaining.h"
#include "texts.h"

#include <unistd.h>

/* What of an explanation is shown. */
typedef enum { SHOW_ALL, SHOW_TAKEN, SHOW_DROPPED } Show;
/* In which shape. */
typedef enum { FORMAT_TEXT, FORMAT_JSONL } Shape;

/* A place that is asked for: `FILE`, `FILE:BYTE`, `FILE:START-END`, where FILE may go on with what lies inside the file. */
typedef struct {
    char *path;   /* of the file or folder that is read */
    char *inside; /* the text or part inside it; NULL: all of it */
    GxSpan bytes; /* empty: all of them */
} Place;

typedef struct {
    const GxMatcher *matcher;
    const Place *place;
    Show show;
    Shape shape;
    GxWriter *writer;
    guint n_found; /* texts that the place is in */
} Explaining;

static void
clear_place (Place *place)
{
    g_free (place->path);
    g_free (place->inside);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, clear_place)

/* Reads `BYTE` or `START-END`; FALSE when it is neither. */
static gboolean
parse_bytes (const char *text, GxSpan *bytes)
{
    char *end;
    if (!g_ascii_isdigit (*text))
        return FALSE;
    bytes->start = g_ascii_strtoull (text, &end, 10);
    bytes->end = bytes->start + 1;
    if (*end == '-' && g_ascii_isdigit (end[1]))
        bytes->end = g_ascii_strtoull (end + 1, &end, 10);
    return *end == '\0' && bytes->end > bytes->start;
}

static gboolean
is_there (const char *path)
{
    return strcmp (path, "-") == 0 || g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Parts a path that is no file's own from the deepest file above it: `book.epub/OEBPS/ch1.xhtml`. */
static void
split_inside (Place *place)
{
    for (char *slash = strrchr (place->path, '/'); slash && slash > place->path; slash = strrchr (place->path, '/')) {
        *slash = '\0';
        gboolean is_file = g_file_test (place->path, G_FILE_TEST_IS_REGULAR);
        char *inside = place->inside ? g_strconcat (slash + 1, "/", place->inside, NULL) : g_strdup (slash + 1);
        g_free (place->inside);
        place->inside = inside;
        if (is_file)
            return;
    }
}

static void
parse_place (const char *argument, Place *place)
{
    const char *colon = strrchr (argument, ':');
    place->path = g_strdup (argument);
    if (is_there (argument))
        return;
    if (colon && parse_bytes (colon + 1, &place->bytes))
        place->path[colon - argument] = '\0';
    if (is_there (place->path))
        return;
    g_autofree char *whole = g_strdup (place->path);
    split_inside (place);
    if (g_file_test (place->path, G_FILE_TEST_IS_REGULAR))
        return;
    g_free (place->path);
    place->path = g_steal_pointer (&whole);
    g_clear_pointer (&place->inside, g_free);
}

static gboolean
overlap (GxSpan a, GxSpan b)
{
    return a.start < b.end && b.start < a.end;
}

static gboolean
is_shown (const Explaining *self, const GxCase *told, GxSpan bytes)
{
    if (bytes.end > bytes.start && !overlap (told->source, bytes))
        return FALSE;
    return self->show == SHOW_ALL || (self->show == SHOW_TAKEN) == (told->why == GX_WHY_TAKEN);
}

/* The clean ranges to put into brackets: the bytes that are asked for, else what was taken. */
static GArray *
marks_of (const Explaining *self, const GxReading *reading, const GxCase *cases, guint n_cases, GxSpan bytes)
{
    GArray *marks = g_array_new (FALSE, FALSE, sizeof (GxSpan));
    if (self->place->bytes.end > self->place->bytes.start) {
        GxCase asked = gx_explanation_nothing (reading->document, reading->sentences, bytes);
        g_array_append_val (marks, asked.clean);
        return marks;
    }
    for (guint i = 0; i < n_cases; i++)
        if (cases[i].why == GX_WHY_TAKEN)
            g_array_append_val (marks, cases[i].clean);
    return marks;
}

/* A case, under its sentence with these ranges in brackets (NULL: the last case has shown it). */
static void
show_case (const Explaining *self, const GxReading *reading, const GxCase *told, const GArray *marks)
{
    if (self->shape == FORMAT_JSONL) {
        gx_export_case (reading, told, self->writer);
        return;
    }
    if (marks)
        print_sentence (reading, told, (const GxSpan *)(gconstpointer)marks->data, marks->len, self->writer);
    print_case (reading, told, self->writer);
}

/* The bytes, from the first of a character to the last of one. */
static GxSpan
whole_characters (const GxReading *reading, GxSpan bytes)
{
    GxStr text = gx_source_text (reading->source);
    while (bytes.start > 0 && ((guchar)text.data[bytes.start] & 0xC0) == 0x80)
        bytes.start--;
    while (bytes.end < text.len && ((guchar)text.data[bytes.end] & 0xC0) == 0x80)
        bytes.end++;
    return bytes;
}

static void
explain (const Explaining *self, const GxReading *reading, GxSpan bytes)
{
    g_autoptr (GxExplanation) explanation = gx_matcher_explain (self->matcher, reading->document, reading->sentences);
    guint n_cases, n_shown = 0, last = GX_NO_SENTENCE;
    const GxCase *cases = gx_explanation_cases (explanation, &n_cases);
    g_autoptr (GArray) marks = marks_of (self, reading, cases, n_cases, bytes);

    for (guint i = 0; i < n_cases; i++) {
        if (!is_shown (self, &cases[i], bytes))
            continue;
        gboolean first = n_shown == 0 || cases[i].sentence != last;
        if (first && n_shown > 0 && self->shape == FORMAT_TEXT)
            gx_writer_puts (self->writer, "\n");
        show_case (self, reading, &cases[i], first ? marks : NULL);
        last = cases[i].sentence;
        n_shown++;
    }
    if (n_shown == 0 && bytes.end > bytes.start && self->show == SHOW_ALL) {
        GxCase nothing = gx_explanation_nothing (reading->document, reading->sentences, bytes);
        show_case (self, reading, &nothing, marks);
        n_shown++;
    }
    if (n_shown == 0 && self->shape == FORMAT_TEXT && self->show == SHOW_ALL)
        gx_writer_printf (self->writer, "%s: no name of the dictionary is here\n", gx_document_name (reading->document));
    if (n_shown > 0 && self->shape == FORMAT_TEXT)
        gx_writer_puts (self->writer, "\n");
}

/* Whether the text (or a part of it) is the one that is asked for, and which of its bytes are its own. */
static gboolean
find_inside (const Place *place, const GxReading *reading, GxSpan *own)
{
    g_autofree char *base = g_path_get_basename (place->path);
    g_autofree char *wanted = place->inside ? g_strconcat (base, "/", place->inside, NULL) : g_strdup (base);
    const char *name = gx_document_name (reading->document);
    guint n_parts;
    const GxPart *parts = gx_source_parts (reading->source, &n_parts);

    *own = (GxSpan){ 0, gx_source_text (reading->source).len };
    if (strcmp (name, wanted) == 0 && n_parts == 1)
        *own = (GxSpan){ parts[0].start, parts[0].end };
    if (strcmp (name, wanted) == 0 && n_parts <= 1)
        return TRUE;
    for (guint i = 0; i < n_parts; i++) {
        g_autofree char *part = g_strconcat (name, "/", parts[i].name, NULL);
        if (strcmp (part, wanted) != 0)
            continue;
        *own = (GxSpan){ parts[i].start, parts[i].end };
        return TRUE;
    }
    return FALSE;
}

static gboolean
explain_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    Explaining *self = user_data;
    const Place *place = self->place;
    GxSpan own = { 0, 0 }, bytes = { 0, 0 };
    gboolean all = place->bytes.end == place->bytes.start;

    if (reading->failure || reading->twin)
        return TRUE;
    if (!find_inside (place, reading, &own) && (place->inside || !all))
        return TRUE;
    self->n_found++;
    if (!all && place->bytes.end > own.end - own.start) {
        g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "%s: has only %" G_GSIZE_FORMAT " bytes", gx_document_name (reading->document),
                     own.end - own.start);
        return FALSE;
    }
    if (!all)
        bytes = whole_characters (reading, (GxSpan){ own.start + place->bytes.start, own.start + place->bytes.end });
    else if (place->inside)
        bytes = own;
    explain (self, reading, bytes);
    return TRUE;
}

/* Explains what one argument asks for. */
static gboolean
explain_place (const Options *options, Explaining *self, const Place *place, TextCounts *counts, GError **error)
{
    char *paths[] = { place->path, NULL };
    Options one = *options;
    TextCounts read = { 0 };
    g_autoptr (GxRepeats) repeats = NULL;

    one.arguments = paths;
    one.n_arguments = 1;
    self->place = place;
    self->n_found = 0;
    if (!survey_texts (&one, &repeats, error) || !read_texts (&one, NULL, repeats, explain_reading, self, &read, error))
        return FALSE;
    counts->n_read += read.n_read;
    counts->n_skipped += read.n_skipped;
    if (self->n_found > 0 || read.n_read == 0)
        return TRUE;
    if (place->inside)
        g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "%s: there is no text `%s` in it", place->path, place->inside);
    else
        g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND,
                     "%s: holds several texts: name the one whose bytes are counted (as `guanxi mentions` does)", place->path);
    return FALSE;
}

static gboolean
explain_text (const Options *options, Explaining *self, const char *text, GError **error)
{
    g_auto (Place) place = { .path = g_strdup ("text") };
    GxCorpusOptions corpus = options->corpus;
    corpus.kind = corpus.kind == GX_KIND_AUTO ? GX_KIND_TEXT : corpus.kind;
    g_autoptr (GxSource) source = gx_source_new ("text", text, strlen (text), &corpus, error);
    g_autoptr (GxDocument) document = source ? gx_document_read (source, error) : NULL;
    if (!document)
        return FALSE;
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    const GxReading reading = { .source = source, .document = document, .sentences = sentences };

    if (options->n_arguments > 0)
        (void)parse_bytes (options->arguments[0], &place.bytes);
    self->place = &place;
    return explain_reading (&reading, self, error);
}

static gboolean
explain_all (const Options *options, Explaining *self, const char *text, TextCounts *counts, GError **error)
{
    g_autoptr (GxDictionary) dictionary = load_dictionary (options, error);
    if (!dictionary)
        return FALSE;
    g_autoptr (GxMatcher) matcher = make_matcher (options, dictionary);
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    self->matcher = matcher;
    self->writer = writer;
    if (text && !explain_text (options, self, text, error))
        return FALSE;
    for (guint i = 0; i < options->n_arguments && !text; i++) {
        g_auto (Place) place = { 0 };
        parse_place (options->arguments[i], &place);
        if (!explain_place (options, self, &place, counts, error))
            return FALSE;
    }
    return gx_writer_finish (writer, error);
}

/* What is wrong with the arguments, or NULL. */
static const char *
check (const Options *options, const char *text, const char *format, const char *show)
{
    GxSpan ignored;
    if (!text && options->n_arguments == 0)
        return "name a file, or give a --text";
    if (text && (options->n_arguments > 1 || (options->n_arguments == 1 && !parse_bytes (options->arguments[0], &ignored))))
        return "besides a --text there is nothing but a place in it: BYTE or START-END";
    if (format && strcmp (format, "text") != 0 && strcmp (format, "jsonl") != 0)
        return "--format is text or jsonl";
    if (show && strcmp (show, "all") != 0 && strcmp (show, "taken") != 0 && strcmp (show, "dropped") != 0)
        return "--show is all, taken or dropped";
    return NULL;
}

ExitStatus
command_explain (int argc, char **argv)
{
    g_autofree char *format = NULL, *show = NULL, *text = NULL;
    const GOptionEntry own[] = {
        { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, "Explain this text instead of a file's", "TEXT" },
        { "show", 0, 0, G_OPTION_ARG_STRING, &show, "Print all (default), what was taken, or what was dropped", "WHAT" },
        { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "Write as text (default) or jsonl", "FORMAT" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "FILE[:BYTE]…",
        "Tells why places of a text are mentions and others are not: the rule that took a name,\n"
        "or what spoke against it, with the rows of the tables and their weights. BYTE (or\n"
        "START-END) is a place as `guanxi mentions` prints it; without one, every name,\n"
        "abbreviation and surname that was considered is told.",
        "A sum of weights has to reach the threshold behind it. Labels are kinds of rows of\n"
        "contexts.tsv (left, prior, veto-right, office) or rows of the kind score there\n"
        "(words-inside) and in candidates.tsv (meant-beside).\n\n"
        "Example:\n  guanxi explain report.txt:1204\n  guanxi explain --show dropped report.txt | less\n"
        "  guanxi explain --text 国务卿访朝后又访美\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT | OPTIONS_DICTIONARY | OPTIONS_LISTED, own, &help, argc, argv, &status))
        return status;
    const char *wrong = check (&options, text, format, show);
    if (wrong)
        return options_misuse (argv[0], "%s", wrong);
    if (!options_check_text (argv[0], "--text", text))
        return EXIT_MISUSED;

    TextCounts counts = { 0 };
    g_autoptr (GError) error = NULL;
    Explaining self = { .show = !show || strcmp (show, "all") == 0 ? SHOW_ALL
                                : strcmp (show, "taken") == 0      ? SHOW_TAKEN
                                                                   : SHOW_DROPPED,
                        .shape = format && strcmp (format, "jsonl") == 0 ? FORMAT_JSONL : FORMAT_TEXT };
    if (explain_all (&options, &self, text, &counts, &error))
        return text ? EXIT_DONE : texts_status (&counts);
    report_failure (error);
    return EXIT_FAILED;
}
