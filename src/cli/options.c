/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <stdio.h>

/* What GOption fills in before it is checked. */
typedef struct {
    char *kind, *window, *blocks, *type, *format;
    gint jobs, min_count, max_entities, top, max_size;
    gboolean quiet, verbose, no_builtin;
} Raw;

static void
clear_raw (Raw *raw)
{
    g_free (raw->kind);
    g_free (raw->window);
    g_free (raw->blocks);
    g_free (raw->type);
    g_free (raw->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Raw, clear_raw)

/* Adds entries, and notes the letters that take a value. */
static void
add (GOptionContext *context, const GOptionEntry *entries, GString *letters)
{
    g_option_context_add_main_entries (context, entries, NULL);
    for (guint i = 0; entries[i].long_name; i++)
        if (entries[i].short_name && entries[i].arg != G_OPTION_ARG_NONE)
            g_string_append_c (letters, entries[i].short_name);
}

static void
add_entries (GOptionContext *context, guint groups, Options *self, Raw *raw, GString *letters)
{
    const GOptionEntry common[] = {
        { "quiet", 'q', 0, G_OPTION_ARG_NONE, &raw->quiet, "Say nothing but errors", NULL },
        { "verbose", 'v', 0, G_OPTION_ARG_NONE, &raw->verbose, "Say what is read, and how", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const GOptionEntry input[] = {
        { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding, "Read every text in this encoding (default: told by its bytes)", "NAME" },
        { "kind", 0, 0, G_OPTION_ARG_STRING, &raw->kind,
          "Read every text as text, markdown, html, xml, wikitext, docx, odt, epub or pdf (default: told by name and content)", "KIND" },
        { "max-size", 0, 0, G_OPTION_ARG_INT, &raw->max_size, "Skip texts larger than so many megabytes (default 256)", "MB" },
        { "text-field", 0, 0, G_OPTION_ARG_FILENAME, &self->text_field,
          "The field or column of NDJSON, JSON and CSV that holds the text (default: text, content, body, 正文 …)", "NAME" },
        { "title-field", 0, 0, G_OPTION_ARG_FILENAME, &self->fields[GX_SOURCE_TITLE], "The one that holds the title", "NAME" },
        { "author-field", 0, 0, G_OPTION_ARG_FILENAME, &self->fields[GX_SOURCE_AUTHOR], "The one that holds the author", "NAME" },
        { "date-field", 0, 0, G_OPTION_ARG_FILENAME, &self->fields[GX_SOURCE_DATE], "The one that holds the date", "NAME" },
        { "site-field", 0, 0, G_OPTION_ARG_FILENAME, &self->fields[GX_SOURCE_SITE], "The one that holds the site or address", "NAME" },
        { "jobs", 'j', 0, G_OPTION_ARG_INT, &raw->jobs, "Threads (default: one a core)", "N" },
        { "strict", 0, 0, G_OPTION_ARG_NONE, &self->strict, "Fail when an input has to be skipped", NULL },
        { "keep-duplicates", 0, 0, G_OPTION_ARG_NONE, &self->keep_duplicates, "Count documents that repeat others, too", NULL },
        { "keep-repeated", 0, 0, G_OPTION_ARG_NONE, &self->keep_repeated, "Keep lines that stand in many documents of one site", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const GOptionEntry dictionary[] = {
        { "dict", 'd', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->dictionaries, "A table on top of the built-in ones (repeatable)", "FILE" },
        { "no-builtin", 0, 0, G_OPTION_ARG_NONE, &raw->no_builtin, "Leave the built-in tables out", NULL },
        { "no-cache", 0, 0, G_OPTION_ARG_NONE, &self->no_cache, "Neither use nor keep what was compiled of the tables", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const GOptionEntry people[] = {
        { "listed", 0, 0, G_OPTION_ARG_NONE, &self->only_listed, "Leave out people and institutions whom no table knows", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const GOptionEntry window[] = {
        { "window", 'w', 0, G_OPTION_ARG_STRING, &raw->window, "Count within a sentence (default), paragraph or document", "WINDOW" },
        { "max-entities", 0, 0, G_OPTION_ARG_INT, &raw->max_entities, "Windows with more entities make no edges (default 30; 0: no limit)",
          "N" },
        { "blocks", 0, 0, G_OPTION_ARG_STRING, &raw->blocks,
          "Count in blocks of these kinds: body, heading, caption (these by default), note, byline; with commas between", "KINDS" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const GOptionEntry network[] = {
        { "min-count", 'm', 0, G_OPTION_ARG_INT, &raw->min_count, "Leave out edges of fewer windows (default 1)", "N" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const GOptionEntry types[] = {
        { "type", 't', 0, G_OPTION_ARG_STRING, &raw->type, "Keep only these types: person, state, institution, with commas between",
          "TYPES" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const GOptionEntry table[] = {
        { "format", 'f', 0, G_OPTION_ARG_STRING, &raw->format, "Write as table (default), tsv, csv, json or jsonl", "FORMAT" },
        { "top", 'n', 0, G_OPTION_ARG_INT, &raw->top, "Print the first N rows (0: all)", "N" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    if (groups & OPTIONS_INPUT)
        add (context, input, letters);
    if (groups & OPTIONS_DICTIONARY)
        add (context, dictionary, letters);
    if (groups & OPTIONS_LISTED)
        add (context, people, letters);
    if (groups & (OPTIONS_WINDOW | OPTIONS_NETWORK))
        add (context, window, letters);
    if (groups & OPTIONS_NETWORK)
        add (context, network, letters);
    if (groups & (OPTIONS_TYPES | OPTIONS_NETWORK))
        add (context, types, letters);
    if (groups & OPTIONS_TABLE)
        add (context, table, letters);
    add (context, common, letters);
}

/* GOption wants the value of a short option apart; people write -j2 as often as -j 2. */
static char **
split_short_values (int argc, char **argv, const char *letters)
{
    g_autoptr (GPtrArray) split = g_ptr_array_new ();
    gboolean options = TRUE;
    for (int i = 0; i < argc; i++) {
        options = options && strcmp (argv[i], "--") != 0;
        gboolean attached = options && i > 0 && argv[i][0] == '-' && argv[i][1] != '\0' && argv[i][1] != '-' && argv[i][2] != '\0' &&
                            strchr (letters, argv[i][1]);
        if (attached) {
            g_ptr_array_add (split, g_strndup (argv[i], 2));
            g_ptr_array_add (split, g_strdup (argv[i] + (argv[i][2] == '=' ? 3 : 2)));
        } else
            g_ptr_array_add (split, g_strdup (argv[i]));
    }
    g_ptr_array_add (split, NULL);
    return (char **)g_ptr_array_free (g_steal_pointer (&split), FALSE);
}

gboolean
options_parse_types (const char *names, guint *types)
{
    g_auto (GStrv) parts = g_strsplit (names, ",", -1);
    for (guint i = 0; parts[i]; i++) {
        GxEntityType type;
        if (!gx_entity_type_parse (g_strstrip (parts[i]), &type))
            return FALSE;
        *types |= 1u << type;
    }
    return TRUE;
}

/* Checks what was given; NULL when all is well, else what is wrong. */
static const char *
check_raw (Options *self, Raw *raw)
{
    if (raw->kind && !gx_kind_parse (raw->kind, &self->corpus.kind))
        return "--kind is text, markdown, html, xml, wikitext, docx, odt, epub or pdf";
    if (raw->max_size < 1)
        return "--max-size is at least 1";
    if (raw->window && !gx_window_parse (raw->window, &self->count.window))
        return "--window is sentence, paragraph or document";
    if (raw->blocks && !gx_block_set_parse (raw->blocks, &self->count.blocks))
        return "--blocks is body, paragraph, list-item, cell, heading, caption, note, byline or all, or several with commas between";
    if (raw->type && !options_parse_types (raw->type, &self->network.types))
        return "--type is person, state or institution, or several with commas between";
    if (raw->format && !gx_table_format_parse (raw->format, &self->format))
        return "--format is table, tsv, csv, json or jsonl";
    if (raw->jobs < 0 || raw->min_count < 0 || raw->max_entities < 0 || raw->top < 0)
        return "numbers must not be negative";
    if (raw->quiet && raw->verbose)
        return "--quiet and --verbose exclude each other";
    self->n_threads = (guint)raw->jobs;
    self->network.min_count = (guint64)MAX (raw->min_count, 1);
    self->count.max_entities = (guint)raw->max_entities;
    self->top = (guint)raw->top;
    self->verbosity = raw->quiet ? REPORT_QUIET : raw->verbose ? REPORT_VERBOSE : REPORT_NORMAL;
    self->base = raw->no_builtin ? GX_DICTIONARY_OWN_ONLY : GX_DICTIONARY_BUILTIN;
    self->corpus.encoding = self->encoding;
    self->corpus.max_bytes = (guint64)raw->max_size << 20;
    self->corpus.text_field = self->text_field;
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++)
        self->corpus.fields[i] = self->fields[i];
    return NULL;
}

static gboolean
check_fields (const char *command, const Options *self)
{
    return options_check_text (command, "--text-field", self->text_field) &&
           options_check_text (command, "--title-field", self->fields[GX_SOURCE_TITLE]) &&
           options_check_text (command, "--author-field", self->fields[GX_SOURCE_AUTHOR]) &&
           options_check_text (command, "--date-field", self->fields[GX_SOURCE_DATE]) &&
           options_check_text (command, "--site-field", self->fields[GX_SOURCE_SITE]);
}

gboolean
options_parse (Options *self, guint groups, const GOptionEntry *own, const OptionHelp *help, int argc, char **argv, ExitStatus *status)
{
    const GxCountOptions count = GX_COUNT_OPTIONS_DEFAULT;
    g_autoptr (GError) error = NULL;
    g_auto (Raw) raw = {
        .min_count = 1, .max_entities = (gint)count.max_entities, .top = (gint)self->top, .max_size = (gint)(GX_MAX_DOCUMENT_BYTES >> 20)
    };
    g_autofree char *program = g_strconcat ("guanxi ", argv[0], NULL);
    g_autoptr (GOptionContext) context = g_option_context_new (help->arguments);
    g_autoptr (GString) letters = g_string_new (NULL);
    const char *wrong;

    self->count = count;
    g_set_prgname (program);
    g_option_context_set_summary (context, help->summary);
    g_option_context_set_description (context, help->description);
    if (own)
        add (context, own, letters);
    add_entries (context, groups, self, &raw, letters);
    g_auto (GStrv) arguments = split_short_values (argc, argv, letters->str);
    g_option_context_set_help_enabled (context, FALSE);

    for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
        if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0) {
            g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
            fputs (text, stdout);
            *status = EXIT_DONE;
            return FALSE;
        }
    if (!g_option_context_parse_strv (context, &arguments, &error)) {
        *status = options_misuse (argv[0], "%s", error->message);
        return FALSE;
    }
    if ((wrong = check_raw (self, &raw))) {
        *status = options_misuse (argv[0], "%s", wrong);
        return FALSE;
    }
    if (!check_fields (argv[0], self)) {
        *status = EXIT_MISUSED;
        return FALSE;
    }
    guint first = arguments[0] ? 1 : 0;
    if (arguments[first] && strcmp (arguments[first], "--") == 0)
        first++;
    self->arguments = g_strdupv (arguments + first);
    self->n_arguments = g_strv_length (self->arguments);
    return TRUE;
}

void
options_clear (Options *self)
{
    g_free (self->encoding);
    g_free (self->text_field);
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++)
        g_free (self->fields[i]);
    g_strfreev (self->dictionaries);
    g_strfreev (self->arguments);
}

gboolean
options_check_text (const char *command, const char *option, const char *text)
{
    if (!text || g_utf8_validate (text, -1, NULL))
        return TRUE;
    (void)options_misuse (command, "%s is not UTF-8", option);
    return FALSE;
}

ExitStatus
options_misuse (const char *command, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *text = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    report_error ("%s: %s; `guanxi %s --help` tells more", command, text, command);
    return EXIT_MISUSED;
}
