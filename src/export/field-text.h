/* SPDX-License-Identifier: GPL-3.0-or-later
 * field-text.h - text as one field of a row. */
#pragma once

#include <guanxi/output.h>

/** A field of CSV (RFC 4180): in quotes when it holds a comma, a quote or a line end. Text that a spreadsheet would take for a formula
 *  (`=1+1`) is left as it is: a file is for programs to read, and they want what the text says. */
void gx_csv_put (GxWriter *writer, GxStr text);
/** A field of TSV: tab, line feed, carriage return and backslash become `\t`, `\n`, `\r`, `\\`. */
void gx_tsv_put (GxWriter *writer, GxStr text);
