/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dictionaries.h"

/* NULL: nowhere. Without a home the user's cache would be where the program is run. */
static char *
cache_folder (void)
{
    const char *chosen = g_getenv ("GUANXI_CACHE"), *users = g_get_user_cache_dir ();
    if (!chosen)
        return g_path_is_absolute (users) ? g_build_filename (users, "guanxi", NULL) : NULL;
    return *chosen ? g_strdup (chosen) : NULL;
}

GxDictionary *
load_tables (const Options *options, const char *const *tables, GError **error)
{
    g_autofree char *folder = options->no_cache ? NULL : cache_folder ();
    g_autofree char *note = NULL;
    GxDictionary *dictionary = gx_dictionary_load_cached (options->base, tables, folder, &note, error);
    if (note && options->verbosity == REPORT_VERBOSE)
        report_error ("%s", note);
    return dictionary;
}

GxDictionary *
load_dictionary (const Options *options, GError **error)
{
    return load_tables (options, (const char *const *)options->dictionaries, error);
}

GxDictionary *
load_builtin (GError **error)
{
    const Options options = { .verbosity = REPORT_NORMAL, .base = GX_DICTIONARY_BUILTIN };
    return load_dictionary (&options, error);
}

GxMatcher *
make_matcher (const Options *options, const GxDictionary *dictionary)
{
    return options->only_listed ? gx_matcher_new_listed (dictionary) : gx_matcher_new (dictionary);
}
