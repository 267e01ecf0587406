/* SPDX-License-Identifier: GPL-3.0-or-later
 * command.h - what a command of the command-line tool is.
 *
 * A command lives in a file of its own (command-NAME.c), parses its own options and returns an exit status. */
#pragma once

#include <guanxi/guanxi.h>

/** Exit statuses of the tool. */
typedef enum {
    EXIT_DONE = 0,
    EXIT_FAILED = 1,
    EXIT_MISUSED = 2,
    EXIT_SKIPPED = 3 /**< done, but some input was skipped */
} ExitStatus;

/** A command: its name, one line about it, and what runs it (argv[0] is the command's name). */
typedef struct {
    const char *name, *summary;
    ExitStatus (*run) (int argc, char **argv);
} Command;

ExitStatus command_build (int argc, char **argv);
ExitStatus command_mentions (int argc, char **argv);
ExitStatus command_explain (int argc, char **argv);
ExitStatus command_clean (int argc, char **argv);
ExitStatus command_rank (int argc, char **argv);
ExitStatus command_compare (int argc, char **argv);
ExitStatus command_evidence (int argc, char **argv);
ExitStatus command_export (int argc, char **argv);
ExitStatus command_eval (int argc, char **argv);
ExitStatus command_dict (int argc, char **argv);
