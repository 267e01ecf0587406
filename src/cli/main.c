/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"
#include "report.h"

#include <signal.h>
#include <stdio.h>

static const Command commands[] = {
    { "build", "read texts and write their network", command_build },
    { "rank", "print who is central", command_rank },
    { "evidence", "print the sentences behind a node or an edge", command_evidence },
    { "compare", "compare the networks of texts, stores or GraphML files", command_compare },
    { "export", "write a network as GraphML or tables", command_export },
    { "mentions", "print every mention in texts", command_mentions },
    { "explain", "tell why places are mentions, or not", command_explain },
    { "clean", "print texts as they are read", command_clean },
    { "eval", "score mentions against texts annotated by hand", command_eval },
    { "dict", "check, look up, import and export tables of names", command_dict },
};

static void
print_help (void)
{
    printf ("guanxi turns texts into a network of the people, states and institutions they speak of.\n\n"
            "Usage: guanxi COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n");
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        printf ("  %-10s %s\n", commands[i].name, commands[i].summary);
    printf ("  %-10s %s\n  %-10s %s\n\n", "help", "print this, or the help of a command", "version", "print the version");
    printf ("Example:\n"
            "  guanxi build texts/ -o output\n"
            "  guanxi rank output\n"
            "  guanxi evidence output 金正恩 特朗普\n\n"
            "`guanxi COMMAND --help` tells more. Exit status: 0 done, 1 failed, 2 misused, 3 done but some input was skipped.\n");
}

static const Command *
find_command (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        if (strcmp (name, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

static ExitStatus
unknown_command (const char *name)
{
    report_error ("there is no command `%s`; `guanxi help` lists them", name);
    return EXIT_MISUSED;
}

static ExitStatus
help (int argc, char **argv)
{
    if (argc < 3) {
        print_help ();
        return EXIT_DONE;
    }
    const Command *command = find_command (argv[2]);
    if (!command)
        return unknown_command (argv[2]);
    char option[] = "--help";
    char *arguments[] = { argv[2], option, NULL };
    return command->run (2, arguments);
}

static ExitStatus
version (void)
{
    g_autofree char *text = gx_version_describe ();
    fputs (text, stdout);
    return EXIT_DONE;
}

static ExitStatus
run (int argc, char **argv)
{
    if (argc < 2) {
        print_help ();
        return EXIT_MISUSED;
    }
    if (strcmp (argv[1], "help") == 0 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
        return help (argc, argv);
    if (strcmp (argv[1], "version") == 0 || strcmp (argv[1], "--version") == 0)
        return version ();
    const Command *command = find_command (argv[1]);
    return command ? command->run (argc - 1, argv + 1) : unknown_command (argv[1]);
}

/* What is printed counts only when it has reached its reader: a full disk is a failure, whatever the command thinks. */
int
main (int argc, char **argv)
{
    signal (SIGXFSZ, SIG_IGN); /* a file too large is a failed write with a message, not the end */
    ExitStatus status = run (argc, argv);
    if ((fflush (stdout) != 0 || ferror (stdout)) && status != EXIT_FAILED) {
        report_error ("cannot write to standard output: %s", g_strerror (errno));
        status = EXIT_FAILED;
    }
    return status;
}
