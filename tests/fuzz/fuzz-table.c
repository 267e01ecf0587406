/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-table.c - a dictionary table of any bytes. */
#include "fuzz.h"

#include "tidy.h"

static void
count (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    (void)line;
    g_assert_true (file && g_utf8_validate (message, -1, NULL));
    *(guint *)user_data += level == GX_FINDING_ERROR;
}

static void
ignore (GxCheck check, guint line, const char *message, gpointer user_data)
{
    (void)check, (void)line, (void)user_data;
    g_assert_true (g_utf8_validate (message, -1, NULL));
}

/* What was tidied once needs no more of it. */
static void
check_tidy (GxStr text)
{
    GString *once = gx_tidy_table (text, GX_TIDY_REPAIR, ignore, NULL);
    if (!once)
        return;
    GString *twice = gx_tidy_table ((GxStr){ once->str, once->len }, GX_TIDY_REPAIR, ignore, NULL);
    g_assert_null (twice);
    g_string_free (once, TRUE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    guint n_errors = 0;
    GxFindings findings = { .report = count, .user_data = &n_errors };
    g_autoptr (GxTables) tables = gx_tables_new ();

    gx_tables_read (tables, "table.tsv", (GxStr){ (const char *)data, size }, &findings);
    if (findings.n_errors == 0) {
        gx_tables_fold (tables, &findings);
        gx_tables_look (tables, 2000, &findings);
    }
    check_tidy ((GxStr){ (const char *)data, size });
    g_assert_cmpuint (n_errors, ==, findings.n_errors);
    g_clear_error (&findings.first);
    return 0;
}
