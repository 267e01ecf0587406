/* SPDX-License-Identifier: GPL-3.0-or-later
 * fold-built.h - the table that make-fold-table.c computed when the program was built. */
#pragma once

#include "fold-table.h"

extern const GxFoldTable gx_fold_built;
/** What gx_fold_data_name() said then. */
extern const char gx_fold_built_data[];
