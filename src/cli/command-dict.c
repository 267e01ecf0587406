/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"

#include <stdio.h>

static const Command parts[] = {
    { "check", "name the faults of tables", dict_check },
    { "stats", "count what is in the tables", dict_stats },
    { "find", "print all that the tables say of a name", dict_find },
    { "suggest", "name what texts speak of and no table knows", dict_suggest },
    { "import", "make a table of names in files of other programs", dict_import },
    { "export", "write names for other programs", dict_export },
};

static void
print_help (void)
{
    printf ("Usage: guanxi dict WHAT [OPTION…] [ARGUMENT…]\n\n"
            "Works on tables of names: the built-in ones and your own.\n\n");
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        printf ("  %-10s %s\n", parts[i].name, parts[i].summary);
    printf ("\nExample:\n"
            "  guanxi dict check my-people.tsv\n"
            "  guanxi dict find 川普\n\n"
            "`guanxi dict WHAT --help` tells more.\n");
}

const char **
dict_tables (const Options *options, guint first)
{
    g_autoptr (GPtrArray) paths = g_ptr_array_new ();
    for (guint i = 0; options->dictionaries && options->dictionaries[i]; i++)
        g_ptr_array_add (paths, options->dictionaries[i]);
    for (guint i = first; i < options->n_arguments; i++)
        g_ptr_array_add (paths, options->arguments[i]);
    g_ptr_array_add (paths, NULL);
    return (const char **)g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

ExitStatus
command_dict (int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    if (strcmp (what, "--help") == 0 || strcmp (what, "-h") == 0) {
        print_help ();
        return EXIT_DONE;
    }
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        if (strcmp (parts[i].name, what) != 0)
            continue;
        g_autofree char *name = g_strconcat (argv[0], " ", what, NULL);
        argv[1] = name;
        return parts[i].run (argc - 1, argv + 1);
    }
    if (*what == '\0')
        return options_misuse (argv[0], "say what to do: `guanxi dict check`");
    return options_misuse (argv[0], "`%s` is nothing to do with tables", what);
}
