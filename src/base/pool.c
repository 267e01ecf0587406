/* SPDX-License-Identifier: GPL-3.0-or-later
 * pool.c - an ordered pool: a window of jobs in the order of the items, workers that do whichever comes next.
 *
 * A job's stage is its only shared field: whoever sets it hands the rest of the job over. */
#include "pool.h"

/** Jobs under way for each worker: enough to keep all of them busy behind one long job, few enough to bound memory. */
#define JOBS_PER_WORKER 4u
#define MAX_WORKERS     256u

/** Who holds a job. */
typedef enum { STAGE_WAITING, STAGE_DONE } Stage;

typedef struct {
    gint stage; /* atomic */
    gpointer item, result;
} Job;

typedef struct {
    const GxPoolFuncs *funcs;
    gpointer user_data;
    GAsyncQueue *todo, *done; /* of Job; the pool itself in todo sends a worker home */
    GPtrArray *workers;
    GQueue window; /* all jobs under way, in order */
} Pool;

static void
do_job (const Pool *pool, Job *job)
{
    g_assert (g_atomic_int_get (&job->stage) == STAGE_WAITING); /* also makes what the calling thread wrote visible here */
    job->result = pool->funcs->work (g_steal_pointer (&job->item), pool->user_data);
    g_atomic_int_set (&job->stage, STAGE_DONE);
}

static gpointer
run_worker (gpointer data)
{
    const Pool *pool = data;
    for (;;) {
        gpointer next = g_async_queue_pop (pool->todo);
        if (next == pool)
            return NULL;
        do_job (pool, next);
        g_async_queue_push (pool->done, next);
    }
}

/** Starts as many workers as the system grants; with none, the calling thread does the work itself. */
static void
start_workers (Pool *pool, guint n_threads)
{
    guint wanted = n_threads > 0 ? n_threads : g_get_num_processors ();
    for (guint i = 0; i < MIN (wanted, MAX_WORKERS); i++) {
        GThread *thread = g_thread_try_new ("gx-worker", run_worker, pool, NULL);
        if (!thread)
            return;
        g_ptr_array_add (pool->workers, thread);
    }
}

/** Fills the window; FALSE when there are no more items. */
static gboolean
draw_items (Pool *pool)
{
    guint limit = MAX (1, pool->workers->len * JOBS_PER_WORKER);
    while (g_queue_get_length (&pool->window) < limit) {
        gpointer item = pool->funcs->next (pool->user_data);
        if (!item)
            return FALSE;
        Job *job = g_new0 (Job, 1);
        job->item = item;
        g_atomic_int_set (&job->stage, STAGE_WAITING);
        g_queue_push_tail (&pool->window, job);
        if (pool->workers->len > 0)
            g_async_queue_push (pool->todo, job);
        else
            do_job (pool, job);
    }
    return TRUE;
}

/** Waits for the oldest job and takes its result. */
static gboolean
take_oldest (Pool *pool, GError **error)
{
    Job *job = g_queue_pop_head (&pool->window);
    while (g_atomic_int_get (&job->stage) != STAGE_DONE)
        (void)g_async_queue_pop (pool->done); /* wakes for any job; the window keeps the order */
    gpointer result = job->result;
    g_free (job);
    return pool->funcs->take (result, pool->user_data, error);
}

/** Sends the workers home and frees what they left. */
static void
stop (Pool *pool)
{
    while (g_async_queue_try_pop (pool->todo))
        continue; /* the window still holds them */
    for (guint i = 0; i < pool->workers->len; i++)
        g_async_queue_push (pool->todo, pool);
    for (guint i = 0; i < pool->workers->len; i++)
        (void)g_thread_join (g_ptr_array_index (pool->workers, i)); /* workers return nothing */

    for (Job *job = g_queue_pop_head (&pool->window); job; job = g_queue_pop_head (&pool->window)) {
        if (g_atomic_int_get (&job->stage) == STAGE_DONE)
            pool->funcs->free_result (job->result);
        else
            pool->funcs->free_item (job->item);
        g_free (job);
    }
    g_ptr_array_unref (pool->workers);
    g_async_queue_unref (pool->todo);
    g_async_queue_unref (pool->done);
}

gboolean
gx_pool_run (const GxPoolFuncs *funcs, guint n_threads, gpointer user_data, GError **error)
{
    Pool pool = { .funcs = funcs,
                  .user_data = user_data,
                  .todo = g_async_queue_new (),
                  .done = g_async_queue_new (),
                  .workers = g_ptr_array_new (),
                  .window = G_QUEUE_INIT };
    start_workers (&pool, n_threads);

    gboolean ok = TRUE, more = TRUE;
    while (ok) {
        if (more)
            more = draw_items (&pool);
        if (g_queue_is_empty (&pool.window))
            break;
        ok = take_oldest (&pool, error);
    }
    stop (&pool);
    return ok;
}
