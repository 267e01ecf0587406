/* SPDX-License-Identifier: GPL-3.0-or-later
 * dict.h - what `guanxi dict` does, a file each. */
#pragma once

#include "options.h"

ExitStatus dict_check (int argc, char **argv);
ExitStatus dict_stats (int argc, char **argv);
ExitStatus dict_find (int argc, char **argv);
ExitStatus dict_suggest (int argc, char **argv);
ExitStatus dict_import (int argc, char **argv);
ExitStatus dict_export (int argc, char **argv);

/** The tables of --dict, then those among the arguments from first on: NULL-terminated, borrowed strings, g_free(). */
const char **dict_tables (const Options *options, guint first);
