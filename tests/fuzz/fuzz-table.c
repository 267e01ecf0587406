/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-table.c - a dictionary table of any bytes. */
#include "fuzz.h"

#include "tables.h"

static void
count (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    (void)line;
    g_assert_true (file && g_utf8_validate (message, -1, NULL));
    *(guint *)user_data += level == GX_FINDING_ERROR;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    guint n_errors = 0;
    GxFindings findings = { count, &n_errors, 0, 0, NULL };
    g_autoptr (GxTables) tables = gx_tables_new ();

    gx_tables_read (tables, "table.tsv", (GxStr){ (const char *)data, size }, &findings);
    if (findings.n_errors == 0) {
        gx_tables_fold (tables, &findings);
        gx_tables_doubt (tables, &findings);
    }
    g_assert_cmpuint (n_errors, ==, findings.n_errors);
    g_clear_error (&findings.first);
    return 0;
}
