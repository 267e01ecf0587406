/* SPDX-License-Identifier: GPL-3.0-or-later
 * bench-load.c - what it takes until texts can be read. usage: bench-load [ROUNDS] [TABLE…]
 *
 * Ways of loading take turns inside a round, after one round that doesn't count: the tables read as they are, the same with what was
 * compiled kept anew, and what is kept read back; then the matcher made of it. Printed are milliseconds of CPU, the median [least .. most]
 * over the rounds, and the same as a share of reading the tables in the same round. TABLES come on top of the built-in ones. */
#include <guanxi/guanxi.h>

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { READ, KEEP, KEPT, MATCHER, N_WAYS };

static const char *const way_names[N_WAYS] = { "tables", "tables, kept", "compiled", "matcher" };

static double
milliseconds (void)
{
    struct timespec now;
    g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now), ==, 0);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double
load (const char *const *tables, const char *folder, GxDictionary **dictionary)
{
    g_autofree char *note = NULL;
    g_autoptr (GError) error = NULL;
    double start = milliseconds ();
    *dictionary = gx_dictionary_load_cached (GX_DICTIONARY_BUILTIN, tables, folder, &note, &error);
    double used = milliseconds () - start;
    if (!*dictionary || note)
        g_error ("%s", note ? note : error->message);
    return used;
}

static void
forget (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name (dir));) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
run_round (const char *const *tables, const char *folder, double *used)
{
    GxDictionary *dictionary;
    used[READ] = load (tables, NULL, &dictionary);
    gx_dictionary_free (dictionary);
    forget (folder);
    used[KEEP] = load (tables, folder, &dictionary);
    gx_dictionary_free (dictionary);
    used[KEPT] = load (tables, folder, &dictionary);
    double start = milliseconds ();
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    used[MATCHER] = milliseconds () - start;
    g_clear_pointer (&matcher, gx_matcher_free);
    gx_dictionary_free (dictionary);
}

static int
compare (const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void
print (const char *name, double *times, double *shares, guint n)
{
    qsort (times, n, sizeof *times, compare);
    qsort (shares, n, sizeof *shares, compare);
    printf ("%-14s %7.2f ms [%.2f .. %.2f]   %.2f of reading the tables [%.2f .. %.2f]\n", name, times[n / 2], times[0], times[n - 1],
            shares[n / 2], shares[0], shares[n - 1]);
}

int
main (int argc, char **argv)
{
    guint n = argc > 1 ? (guint)MAX (1, g_ascii_strtoll (argv[1], NULL, 10)) : 15;
    const char *const *tables = (const char *const *)argv + MIN (argc, 2);
    g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
    g_autofree double *times = g_new (double, N_WAYS *n), *shares = g_new (double, N_WAYS *n);
    double used[N_WAYS];

    g_assert_nonnull (folder);
    run_round (tables, folder, used);
    for (guint round = 0; round < n; round++) {
        run_round (tables, folder, used);
        for (guint way = 0; way < N_WAYS; way++) {
            times[way * n + round] = used[way];
            shares[way * n + round] = used[way] / used[READ];
        }
    }
    forget (folder);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    for (guint way = 0; way < N_WAYS; way++)
        print (way_names[way], times + way * n, shares + way * n, n);
    return 0;
}
