/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "capitals.h"

/* The runs of a text, with | between. */
static char *
runs_of (const GxDictionary *dictionary, const char *text)
{
    g_autoptr (GString) runs = g_string_new (NULL);
    GxSpan run;
    for (gsize at = 0; gx_capitals_next (dictionary, gx_str (text), at, &run); at = run.end)
        g_string_append_printf (runs, "%s%.*s", runs->len > 0 ? "|" : "", (int)(run.end - run.start), text + run.start);
    return g_string_free (g_steal_pointer (&runs), FALSE);
}

static void
test_runs (void)
{
    static const struct {
        const char *text, *runs;
    } cases[] = {
        { "", "" },
        { "nobody here", "" },
        { "The Bank of Fairland met Jane Roe.", "Bank of Fairland|Jane Roe" },
        { "据Acme Lab的报告，CNN说", "Acme Lab|CNN" },
        { "Fairland's Ministry", "Fairland|Ministry" },
        { "I'm here. We've seen O'Neil", "O'Neil" },
        { "Roe, Doe", "Roe|Doe" },
        { "R&D of AT&T", "R&D of AT&T" },
    };
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, NULL, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *runs = runs_of (dictionary, cases[i].text);
        g_assert_cmpstr (runs, ==, cases[i].runs);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/capitals/runs", test_runs);
    return g_test_run ();
}
