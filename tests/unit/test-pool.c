/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pool.h"

enum { N_ITEMS = 2000 };

/** The cells that exist tell whether every one of them was freed. */
typedef struct {
    guint drawn, n_items, taken, stop_after;
    gint alive;     /* atomic */
    gint max_alive; /* calling thread */
} Run;

/** An item, and after work its own result. */
typedef struct {
    Run *run;
    guint number;
} Cell;

static gpointer
next (gpointer user_data)
{
    Run *run = user_data;
    if (run->drawn == run->n_items)
        return NULL;
    Cell *cell = g_new (Cell, 1);
    *cell = (Cell){ run, run->drawn++ };
    g_atomic_int_inc (&run->alive);
    run->max_alive = MAX (run->max_alive, g_atomic_int_get (&run->alive));
    return cell;
}

static gpointer
work (gpointer item, gpointer user_data)
{
    (void)user_data;
    Cell *cell = item;
    if (cell->number % 64 == 0)
        g_usleep (500); /* a long one: the others overtake it */
    cell->number *= 2;
    return cell;
}

static void
free_cell (gpointer data)
{
    Cell *cell = data;
    g_atomic_int_add (&cell->run->alive, -1);
    g_free (cell);
}

static gboolean
take (gpointer result, gpointer user_data, GError **error)
{
    Run *run = user_data;
    const Cell *cell = result;
    g_assert_cmpuint (cell->number, ==, 2 * run->taken);
    free_cell (result);
    run->taken++;
    if (run->taken != run->stop_after)
        return TRUE;
    g_set_error (error, GX_ERROR, GX_ERROR_CANCELLED, "enough");
    return FALSE;
}

static const GxPoolFuncs funcs = { .next = next, .work = work, .take = take, .free_item = free_cell, .free_result = free_cell };

static void
test_order (void)
{
    static const guint threads[] = { 1, 2, 8, 0 };
    for (gsize i = 0; i < G_N_ELEMENTS (threads); i++) {
        g_autoptr (GError) error = NULL;
        Run run = { .n_items = N_ITEMS };
        g_assert_true (gx_pool_run (&funcs, threads[i], &run, &error));
        g_assert_no_error (error);
        g_assert_cmpuint (run.taken, ==, N_ITEMS);
        g_assert_cmpint (run.alive, ==, 0);
    }
}

static void
test_bounded (void)
{
    g_autoptr (GError) error = NULL;
    Run run = { .n_items = N_ITEMS };
    g_assert_true (gx_pool_run (&funcs, 2, &run, &error));
    g_assert_cmpint (run.max_alive, <=, 16);
}

static void
test_empty (void)
{
    g_autoptr (GError) error = NULL;
    Run run = { .n_items = 0 };
    g_assert_true (gx_pool_run (&funcs, 4, &run, &error));
    g_assert_cmpuint (run.taken, ==, 0);
}

static void
test_early_end (void)
{
    static const guint stops[] = { 1, 2, 7, 100, N_ITEMS };
    for (gsize i = 0; i < G_N_ELEMENTS (stops); i++) {
        g_autoptr (GError) error = NULL;
        Run run = { .n_items = N_ITEMS, .stop_after = stops[i] };
        g_assert_false (gx_pool_run (&funcs, 4, &run, &error));
        g_assert_error (error, GX_ERROR, GX_ERROR_CANCELLED);
        g_assert_cmpuint (run.taken, ==, stops[i]);
        g_assert_cmpint (run.alive, ==, 0);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pool/order", test_order);
    g_test_add_func ("/pool/bounded", test_bounded);
    g_test_add_func ("/pool/empty", test_empty);
    g_test_add_func ("/pool/early-end", test_early_end);
    return g_test_run ();
}
