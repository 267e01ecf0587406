/* SPDX-License-Identifier: GPL-3.0-or-later
 * pool.c - an ordered pool: a window of jobs in the order of the items, workers that do whichever comes next.
 *
 * The lock is POSIX's, not GLib's: the thread sanitizer understands it. */
#include "pool.h"

#include <pthread.h>

/** Jobs under way for each worker: enough to keep all of them busy behind one long job, few enough to bound memory. */
#define JOBS_PER_WORKER 4u
#define MAX_WORKERS     256u

typedef struct _Job Job;
struct _Job {
    gpointer item;   /* until a worker takes it */
    gpointer result; /* NULL until it is done */
    Job *next;       /* the one to do after this */
};

typedef struct {
    const GxPoolFuncs *funcs;
    gpointer user_data;
    GPtrArray *workers;
    GQueue window; /* all jobs under way, in order; the calling thread's */

    pthread_mutex_t lock; /* over all below, and every job under way */
    pthread_cond_t has_work, has_result;
    Job *first, *last; /* to be done */
    gboolean closed;   /* the workers go home */
} Pool;

/** Locks and signals fail only when they are misused. */
static void
must (int code)
{
    if (code != 0)
        g_error ("pool: %s", g_strerror (code));
}

/** Waits for the next job; NULL when there will be none. Called under the lock. */
static Job *
wait_for_job (Pool *pool)
{
    while (!pool->first && !pool->closed)
        must (pthread_cond_wait (&pool->has_work, &pool->lock));
    Job *job = pool->closed ? NULL : pool->first;
    if (job)
        pool->first = job->next;
    return job;
}

static gpointer
run_worker (gpointer data)
{
    Pool *pool = data;
    must (pthread_mutex_lock (&pool->lock));
    for (Job *job = wait_for_job (pool); job; job = wait_for_job (pool)) {
        gpointer item = g_steal_pointer (&job->item);
        must (pthread_mutex_unlock (&pool->lock));
        gpointer result = pool->funcs->work (item, pool->user_data);
        must (pthread_mutex_lock (&pool->lock));
        job->result = result;
        must (pthread_cond_signal (&pool->has_result));
    }
    must (pthread_mutex_unlock (&pool->lock));
    return NULL;
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

/** Gives a job to the workers, or does it when there are none. */
static void
submit (Pool *pool, Job *job)
{
    if (pool->workers->len == 0) {
        job->result = pool->funcs->work (g_steal_pointer (&job->item), pool->user_data);
        return;
    }
    must (pthread_mutex_lock (&pool->lock));
    if (pool->first)
        pool->last->next = job;
    else
        pool->first = job;
    pool->last = job;
    must (pthread_cond_signal (&pool->has_work));
    must (pthread_mutex_unlock (&pool->lock));
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
        g_queue_push_tail (&pool->window, job);
        submit (pool, job);
    }
    return TRUE;
}

/** Waits for the oldest job and takes its result. */
static gboolean
take_oldest (Pool *pool, GError **error)
{
    Job *job = g_queue_pop_head (&pool->window);
    must (pthread_mutex_lock (&pool->lock));
    while (!job->result)
        must (pthread_cond_wait (&pool->has_result, &pool->lock));
    must (pthread_mutex_unlock (&pool->lock));
    gpointer result = job->result;
    g_free (job);
    return pool->funcs->take (result, pool->user_data, error);
}

/** Sends the workers home and frees what they left. */
static void
stop (Pool *pool)
{
    must (pthread_mutex_lock (&pool->lock));
    pool->closed = TRUE;
    must (pthread_cond_broadcast (&pool->has_work));
    must (pthread_mutex_unlock (&pool->lock));
    for (guint i = 0; i < pool->workers->len; i++)
        (void)g_thread_join (g_ptr_array_index (pool->workers, i)); /* workers return nothing */

    for (Job *job = g_queue_pop_head (&pool->window); job; job = g_queue_pop_head (&pool->window)) {
        if (job->result)
            pool->funcs->free_result (job->result);
        else
            pool->funcs->free_item (job->item);
        g_free (job);
    }
    g_ptr_array_unref (pool->workers);
    must (pthread_cond_destroy (&pool->has_result));
    must (pthread_cond_destroy (&pool->has_work));
    must (pthread_mutex_destroy (&pool->lock));
}

gboolean
gx_pool_run (const GxPoolFuncs *funcs, guint n_threads, gpointer user_data, GError **error)
{
    Pool pool = { .funcs = funcs, .user_data = user_data, .workers = g_ptr_array_new (), .window = G_QUEUE_INIT };
    must (pthread_mutex_init (&pool.lock, NULL));
    must (pthread_cond_init (&pool.has_work, NULL));
    must (pthread_cond_init (&pool.has_result, NULL));
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
