/* SPDX-License-Identifier: GPL-3.0-or-later
 * options.h - options that several commands share, each written once.
 *
 * A command declares an Options, asks for the groups it knows with options_parse() and finds every value checked. */
#pragma once

#include "command.h"
#include "report.h"

/** Groups of options. */
typedef enum {
    OPTIONS_INPUT = 1 << 0,      /**< --encoding --kind --max-size --text-field (and the like) --jobs --strict --keep-duplicates … */
    OPTIONS_DICTIONARY = 1 << 1, /**< --dict --no-builtin --no-cache */
    OPTIONS_NETWORK = 1 << 2,    /**< --window --max-entities --blocks --min-count --type */
    OPTIONS_TABLE = 1 << 3,      /**< --format --top */
    OPTIONS_WINDOW = 1 << 4,     /**< --window --max-entities --blocks */
    OPTIONS_TYPES = 1 << 5,      /**< --type */
    OPTIONS_LISTED = 1 << 6      /**< --listed */
} OptionGroups;

typedef struct {
    Verbosity verbosity;
    GxCorpusOptions corpus;
    char *encoding, *text_field, *fields[GX_N_SOURCE_FIELDS];
    guint n_threads;
    gboolean strict, keep_duplicates, keep_repeated;
    gboolean count_nested; /**< build --nested */
    char **dictionaries;
    gboolean no_cache, only_listed;
    GxDictionaryBase base;
    GxCountOptions count;
    GxNetworkOptions network;
    GxTableFormat format;
    guint top;        /**< 0: all */
    char **arguments; /**< what is not an option; NULL-terminated */
    guint n_arguments;
} Options;

/** What a command's --help says. */
typedef struct {
    const char *arguments, *summary, *description;
} OptionHelp;

/** Parses argv into self (defaults first): TRUE to go on; FALSE with status set when the command is over (help printed, misuse told). */
gboolean options_parse (Options *self, guint groups, const GOptionEntry *own, const OptionHelp *help, int argc, char **argv,
                        ExitStatus *status);
void options_clear (Options *self);
/** The types that names with commas between ask for, as bits; FALSE when one is none. */
gboolean options_parse_types (const char *names, guint *types);
/** Whether an option's text (NULL: not given) is UTF-8; tells the misuse otherwise. Texts are taken as G_OPTION_ARG_FILENAME, bytes as they
 * are: G_OPTION_ARG_STRING converts from the locale's encoding, which is ASCII as long as nobody calls setlocale(). */
gboolean options_check_text (const char *command, const char *option, const char *text);
/** Tells a misuse. */
ExitStatus options_misuse (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)
