/* SPDX-License-Identifier: GPL-3.0-or-later
 * make-fold-table.c - runs while the program is built: writes the table of folded characters as C.
 *
 * usage: make-fold-table FILE */
#include "fold-built.h"
#include "fold.h"

/* None is built in yet, so that the table is computed. */
const GxFoldTable gx_fold_built = { { 0 }, { 0 } };
const char gx_fold_built_data[] = "";

int
main (int argc, char **argv)
{
    g_autoptr (GString) out = g_string_new ("#include \"fold-built.h\"\nconst GxFoldTable gx_fold_built = { {");
    const GxFoldTable *table = gx_fold_table_get ();

    if (argc != 2)
        return 2;
    for (gsize i = 0; i < G_N_ELEMENTS (table->to); i++)
        g_string_append_printf (out, "%s%u,", i % 32 == 0 ? "\n" : "", table->to[i]);
    g_string_append (out, "\n}, {");
    for (gsize i = 0; i < G_N_ELEMENTS (table->joins); i++)
        g_string_append_printf (out, "%s%u,", i % 32 == 0 ? "\n" : "", table->joins[i]);
    g_string_append_printf (out, "\n} };\nconst char gx_fold_built_data[] = \"%s\";\n", gx_fold_data_name ());
    return g_file_set_contents (argv[1], out->str, (gssize)out->len, NULL) ? 0 : 1;
}
