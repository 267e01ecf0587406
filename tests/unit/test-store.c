/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading-sample.h"

#include <errno.h>
#include <guanxi/output.h>
#include <guanxi/store.h>
#include <unistd.h>

static gboolean
add (const GxReading *reading, gpointer user_data, GError **error)
{
    return gx_store_add (user_data, reading, error);
}

/** Writes the sample into a file beside it. The path is the caller's. */
static char *
write_store (const Sample *sample, const char *name, guint n_threads)
{
    g_autoptr (GError) error = NULL;
    char *path = g_build_filename (sample->folder, name, NULL);
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
    g_autoptr (GxStore) store = gx_store_create (path, path, &error);
    g_assert_no_error (error);
    sample_read (sample, n_threads, add, store);
    g_assert_true (gx_store_finish (store, &error));
    g_assert_no_error (error);
    return path;
}

static GxStore *
open_store (const char *path)
{
    g_autoptr (GError) error = NULL;
    GxStore *store = gx_store_open (path, &error);
    g_assert_no_error (error);
    return store;
}

/** A sample, its store on disk, open. */
typedef struct {
    Sample sample;
    char *path;
    GxStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
    (void)data;
    self->sample = sample_new ();
    self->path = write_store (&self->sample, "corpus.db", 2);
    self->store = open_store (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
    (void)data;
    gx_store_free (self->store);
    g_assert_cmpint (g_unlink (self->path), ==, 0);
    g_free (self->path);
    sample_clear (&self->sample);
}

static void
test_documents (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GError) error = NULL;
    guint n = 0;
    const GxStoreDocument *documents = gx_store_documents (self->store, &n, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (n, ==, 4);
    g_assert_cmpint (documents[0].number, ==, 1);
    g_assert_cmpstr (documents[0].name, ==, "a.md");
    g_assert_cmpstr (documents[0].title, ==, "会谈之后");
    g_assert_cmpstr (documents[0].author, ==, "王五");
    g_assert_cmpstr (documents[0].date, ==, "2019-02-27");
    g_assert_cmpstr (documents[0].kind, ==, "markdown");
    g_assert_cmpstr (documents[0].encoding, ==, "UTF-8");
    g_assert_cmpuint (strlen (documents[0].digest), ==, 64);
    g_assert_cmpuint (documents[0].sentences, ==, 3);
    g_assert_cmpuint (documents[0].mentions, ==, 5);
    g_assert_null (documents[0].failure);
    g_assert_cmpstr (documents[1].name, ==, "b.txt");
    g_assert_cmpstr (documents[1].failure, ==, "empty"); /* no path of this machine */
    g_assert_null (documents[1].digest);
    g_assert_cmpuint (documents[3].mentions, ==, 0);
    g_assert_true (gx_store_documents (self->store, &n, &error) == documents);
}

/** The ids a name finds, joined with blanks. */
static char *
find (GxStore *store, const char *name)
{
    g_autoptr (GError) error = NULL;
    g_autofree const GxEntity **found = gx_store_find (store, name, &error);
    g_assert_no_error (error);
    GString *ids = g_string_new (NULL);
    for (gsize i = 0; found[i]; i++)
        g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", found[i]->id);
    return g_string_free (ids, FALSE);
}

static void
test_find (Fixture *self, gconstpointer data)
{
    (void)data;
    static const char *const cases[][2] = {
        { "US", "US" },    { "美国", "US" }, { "United States", "US" },
        { "America", "" }, /* in no text */
        { "老李", "" },    { "", "" },       { "美", "" },
        { "美国'--", "" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *ids = find (self->store, cases[i][0]);
        g_assert_cmpstr (ids, ==, cases[i][1]);
    }
    g_autoptr (GError) error = NULL;
    g_autofree const GxEntity **found = gx_store_find (self->store, "联合国", &error);
    g_assert_cmpint (found[0]->type, ==, GX_ENTITY_INSTITUTION);
    g_assert_cmpstr (found[0]->english, ==, "United Nations");
    g_assert_cmpstr (found[0]->country, ==, "");
}

static const GxEntity *
find_one (GxStore *store, const char *id)
{
    g_autofree const GxEntity **found = gx_store_find (store, id, NULL);
    g_assert_nonnull (found[0]);
    return found[0];
}

/** Counts straight from the readings, to compare with. */
typedef struct {
    GxCounts *counts;
    const gint64 *documents;
    gint64 number;
} Direct;

static gboolean
count_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    (void)error;
    Direct *direct = user_data;
    direct->number++;
    gboolean wanted = direct->documents == NULL;
    for (gsize i = 0; direct->documents && direct->documents[i]; i++)
        wanted |= direct->documents[i] == direct->number;
    if (!wanted || reading->failure)
        return TRUE;
    guint n = 0, n_sentences = 0;
    const GxMention *mentions = gx_mentions_get (reading->mentions, &n);
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (GxCountMention));
    for (guint i = 0; i < n; i++) {
        const GxCountMention mention = { .entity = mentions[i].entity,
                                         .start = mentions[i].clean.start,
                                         .end = mentions[i].clean.end,
                                         .sentence = mentions[i].sentence,
                                         .block = sentences[mentions[i].sentence].block };
        g_array_append_val (plain, mention);
    }
    gx_counts_add (direct->counts, gx_document_date (reading->document), (const GxCountMention *)(gpointer)plain->data, n);
    return TRUE;
}

/** All there is to say of counts. */
static char *
describe (GxCounts *counts)
{
    GString *text = g_string_new (NULL);
    guint n_nodes = 0, n_pairs = 0;
    const GxNodeCount *nodes = gx_counts_nodes (counts, &n_nodes);
    const GxPairCount *pairs = gx_counts_pairs (counts, &n_pairs);
    const GxCountTotals *totals = gx_counts_totals (counts);
    g_string_append_printf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", totals->documents,
                            totals->mentions, totals->windows_with_entity);
    for (guint i = 0; i < n_nodes; i++)
        g_string_append_printf (text, "%s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", nodes[i].entity->id, nodes[i].windows,
                                nodes[i].mentions);
    for (guint i = 0; i < n_pairs; i++)
        g_string_append_printf (text, "%s-%s %" G_GUINT64_FORMAT " %s\n", nodes[pairs[i].a].entity->id, nodes[pairs[i].b].entity->id,
                                pairs[i].windows, pairs[i].first_date ? pairs[i].first_date : "");
    return g_string_free (text, FALSE);
}

static void
check_count (Fixture *self, GxWindow window, const gint64 *documents)
{
    g_autoptr (GError) error = NULL;
    const GxCountOptions options = { .window = window };
    Direct direct = { .counts = gx_counts_new (&options), .documents = documents };
    sample_read (&self->sample, 1, count_reading, &direct);
    g_autofree char *expected = describe (direct.counts);
    gx_counts_free (direct.counts);

    g_autoptr (GxCounts) counts = gx_store_count (self->store, &options, documents, &error);
    g_assert_no_error (error);
    g_autofree char *text = describe (counts);
    g_assert_cmpstr (text, ==, expected);
}

static void
test_count (Fixture *self, gconstpointer data)
{
    (void)data;
    static const gint64 third[] = { 3, 0 }, backwards[] = { 4, 3, 1, 3, 0 }, failed[] = { 2, 0 };
    for (guint window = GX_WINDOW_SENTENCE; window <= GX_WINDOW_DOCUMENT; window++) {
        check_count (self, window, NULL);
        check_count (self, window, third);
        check_count (self, window, backwards);
        check_count (self, window, failed);
    }
    static const gint64 none[] = { 5, 0 };
    const GxCountOptions options = GX_COUNT_OPTIONS_DEFAULT;
    g_autoptr (GError) error = NULL;
    g_assert_null (gx_store_count (self->store, &options, none, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_NOT_FOUND);
}

/** Writes evidence as `document: text with [names]`, a line each, and checks its spans against the file. */
typedef struct {
    const Fixture *fixture;
    GString *text;
} Log;

static gboolean
note (const GxEvidence *evidence, gpointer user_data, GError **error)
{
    (void)error;
    Log *log = user_data;
    g_autofree char *path = g_build_filename (log->fixture->sample.texts, evidence->document, NULL), *source = NULL;
    gsize len = 0, at = 0;
    g_assert_true (g_file_get_contents (path, &source, &len, NULL));
    g_assert_cmpuint (evidence->source.end, <=, len);
    g_string_append_printf (log->text, "%s: ", evidence->document);
    for (guint i = 0; i < evidence->n_mentions; i++) {
        const GxEvidenceMention *mention = &evidence->mentions[i];
        gsize size = mention->in_sentence.end - mention->in_sentence.start;
        g_assert_cmpuint (mention->in_sentence.start, >=, at);
        g_assert_true (memcmp (evidence->text + mention->in_sentence.start, source + mention->source.start, size) == 0);
        g_assert_cmpstr (mention->rule, ==, "name");
        g_string_append_len (log->text, evidence->text + at, (gssize)(mention->in_sentence.start - at));
        g_string_append_printf (log->text, "[%.*s]", (int)size, evidence->text + mention->in_sentence.start);
        at = mention->in_sentence.end;
    }
    g_string_append_printf (log->text, "%s\n", evidence->text + at);
    return TRUE;
}

static void
check_evidence_of (const Fixture *self, const GxCountOptions *options, const char *const *ids, gint64 windows, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) entities = g_ptr_array_new ();
    for (gsize i = 0; ids[i]; i++)
        g_ptr_array_add (entities, (gpointer)find_one (self->store, ids[i]));
    Log log = { .fixture = self, .text = g_string_new (NULL) };
    gint64 n = gx_store_evidence (self->store, options, (const GxEntity *const *)entities->pdata, entities->len, note, &log, &error);
    g_assert_no_error (error);
    g_assert_cmpint (n, ==, windows);
    g_assert_cmpstr (log.text->str, ==, expected);
    g_string_free (log.text, TRUE);
}

static void
check_evidence (const Fixture *self, GxWindow window, const char *const *ids, gint64 windows, const char *expected)
{
    const GxCountOptions options = { .window = window };
    check_evidence_of (self, &options, ids, windows, expected);
}

static void
test_evidence (Fixture *self, gconstpointer data)
{
    (void)data;
    static const char *const us_kr[] = { "US", "KR", NULL }, *const un[] = { "un", NULL }, *const us_un[] = { "un", "US", "un", NULL };
    static const char *const all[] = { "US", "KR", "JP", NULL }, *const none[] = { NULL };
    check_evidence (self, GX_WINDOW_SENTENCE, us_kr, 2, "a.md: [美国]与[韩国]会谈。\nc.txt: [美国]和日本、[韩国]都到了。\n");
    check_evidence (self, GX_WINDOW_PARAGRAPH, us_kr, 2,
                    "a.md: [美国]与[韩国]会谈。\nc.txt: [美国]和日本、[韩国]都到了。\nc.txt: [美国]说：“[美国]会再来。”\n");
    check_evidence (self, GX_WINDOW_SENTENCE, un, 1, "a.md: [联合国]欢迎美国的决定。\n");
    check_evidence (self, GX_WINDOW_DOCUMENT, us_un, 1, "a.md: [美国]与韩国会谈。\na.md: [联合国]欢迎[美国]的决定。\n");
    check_evidence (self, GX_WINDOW_SENTENCE, all, 1, "c.txt: [美国]和[日本]、[韩国]都到了。\n");
    check_evidence (self, GX_WINDOW_PARAGRAPH, all, 2,
                    "a.md: [美国]与[韩国]会谈。\na.md: [日本]没有参加。\n"
                    "c.txt: [美国]和[日本]、[韩国]都到了。\nc.txt: [美国]说：“[美国]会再来。”\n");
    check_evidence (self, GX_WINDOW_SENTENCE, none, 0, "");

    /* Entities of a dictionary are known by their ids; one that no text mentions has no evidence. */
    const GxEntity *foreign[] = { gx_dictionary_find (self->sample.dictionary, "US"), gx_dictionary_find (self->sample.dictionary, "li") };
    const GxCountOptions options = { .window = GX_WINDOW_DOCUMENT };
    Log log = { .fixture = self, .text = g_string_new (NULL) };
    g_assert_cmpint (gx_store_evidence (self->store, &options, foreign, 1, note, &log, NULL), ==, 2);
    g_assert_cmpint (gx_store_evidence (self->store, &options, foreign, 2, note, &log, NULL), ==, 0);
    g_string_free (log.text, TRUE);
}

static gboolean
ignore (const GxEvidence *evidence, gpointer user_data, GError **error)
{
    (void)evidence;
    (void)user_data;
    (void)error;
    return TRUE;
}

/** Evidence shows the windows that the edge counted, and no crowded ones. */
static void
test_crowded (Fixture *self, gconstpointer data)
{
    (void)data;
    static const char *const us_kr[] = { "US", "KR", NULL }, *const kr[] = { "KR", NULL }, *const all[] = { "US", "KR", "JP", NULL };
    const GxCountOptions sentences = { GX_WINDOW_SENTENCE, 2, 0 }, blocks = { GX_WINDOW_PARAGRAPH, 2, 0 },
                         roomy = { GX_WINDOW_PARAGRAPH, 3, 0 }, documents = { GX_WINDOW_DOCUMENT, 3, 0 };
    check_evidence_of (self, &sentences, us_kr, 1, "a.md: [美国]与[韩国]会谈。\n");
    check_evidence_of (self, &blocks, us_kr, 0, "");
    check_evidence_of (self, &roomy, all, 2,
                       "a.md: [美国]与[韩国]会谈。\na.md: [日本]没有参加。\n"
                       "c.txt: [美国]和[日本]、[韩国]都到了。\nc.txt: [美国]说：“[美国]会再来。”\n");
    check_evidence_of (self, &documents, us_kr, 1,
                       "c.txt: [韩国]代表访问日本。\nc.txt: [美国]和日本、[韩国]都到了。\nc.txt: [美国]说：“[美国]会再来。”\n");
    /* A node is counted in crowded windows too. */
    check_evidence_of (self, &sentences, kr, 3,
                       "a.md: 美国与[韩国]会谈。\nc.txt: [韩国]代表访问日本。\nc.txt: 美国和日本、[韩国]都到了。\n");

    g_autoptr (GError) error = NULL;
    g_autoptr (GxCounts) counts = gx_store_count (self->store, &sentences, NULL, &error);
    g_assert_no_error (error);
    guint n_nodes = 0, n_pairs = 0;
    const GxNodeCount *nodes = gx_counts_nodes (counts, &n_nodes);
    const GxPairCount *pairs = gx_counts_pairs (counts, &n_pairs);
    for (guint i = 0; i < n_pairs; i++) {
        const GxEntity *const ends[] = { nodes[pairs[i].a].entity, nodes[pairs[i].b].entity };
        g_assert_cmpint (gx_store_evidence (self->store, &sentences, ends, 2, ignore, NULL, &error), ==, (gint64)pairs[i].windows);
        g_assert_no_error (error);
    }
    g_assert_cmpuint (n_pairs, >, 0);
}

static gboolean
stop (const GxEvidence *evidence, gpointer user_data, GError **error)
{
    (void)evidence;
    (void)user_data;
    g_set_error (error, GX_ERROR, GX_ERROR_CANCELLED, "enough");
    return FALSE;
}

static void
test_stop (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GError) error = NULL;
    const GxEntity *us = find_one (self->store, "US");
    const GxCountOptions options = GX_COUNT_OPTIONS_DEFAULT;
    g_assert_cmpint (gx_store_evidence (self->store, &options, &us, 1, stop, NULL, &error), ==, -1);
    g_assert_error (error, GX_ERROR, GX_ERROR_CANCELLED);
}

static void
test_same_bytes (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autofree char *other = write_store (&self->sample, "other.db", 4), *a = NULL, *b = NULL;
    gsize a_len = 0, b_len = 0;
    g_assert_true (g_file_get_contents (self->path, &a, &a_len, NULL));
    g_assert_true (g_file_get_contents (other, &b, &b_len, NULL));
    g_assert_cmpuint (a_len, ==, b_len);
    g_assert_true (memcmp (a, b, a_len) == 0);
    g_assert_cmpint (g_unlink (other), ==, 0);
}

static void
test_stages (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (self->sample.folder, "new.db", NULL);
    g_autoptr (GxStore) store = gx_store_create (path, path, &error);
    g_assert_no_error (error);
    guint n = 0;
    g_assert_null (gx_store_documents (store, &n, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_STORE);
    g_clear_error (&error);
    g_assert_true (gx_store_finish (store, &error));

    /* Empty, but a store: and it can be read at once. */
    g_assert_nonnull (gx_store_documents (store, &n, &error));
    g_assert_cmpuint (n, ==, 0);
    g_assert_false (gx_store_finish (store, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_STORE);
    g_clear_error (&error);
    const GxReading reading = { 0 };
    g_assert_false (gx_store_add (store, &reading, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_STORE);
    g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
assert_refused (const char *path, GxError code, const char *reason)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (gx_store_open (path, &error));
    g_assert_error (error, GX_ERROR, (gint)code);
    g_autofree char *expected = g_strdup_printf ("%s: %s", path, reason);
    g_assert_cmpstr (error->message, ==, expected);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autofree char *path = g_build_filename (self->sample.folder, "other.db", NULL), *bytes = NULL;
    gsize len = 0;
    assert_refused (path, GX_ERROR_IO, g_strerror (ENOENT));
    assert_refused (self->sample.folder, GX_ERROR_IO, g_strerror (EISDIR));
    assert_refused (self->sample.table, GX_ERROR_STORE, "not a store of guanxi");
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
    assert_refused (path, GX_ERROR_STORE, "not a store of guanxi");

    g_assert_true (g_file_get_contents (self->path, &bytes, &len, NULL));
    bytes[68]++; /* the application's mark in SQLite's header */
    g_assert_true (g_file_set_contents (path, bytes, (gssize)len, NULL));
    assert_refused (path, GX_ERROR_STORE, "not a store of guanxi");
    bytes[68]--;
    bytes[63] = 99; /* the format's version */
    g_assert_true (g_file_set_contents (path, bytes, (gssize)len, NULL));
    assert_refused (path, GX_ERROR_STORE, "in format 99, but this guanxi reads format 3; build it again");
    g_assert_cmpint (g_unlink (path), ==, 0);
}

/** Whoever marks the mentions in a sentence goes from one to the next. */
static gboolean
check_order (const GxEvidence *evidence, gpointer user_data, GError **error)
{
    gsize at = 0, len = strlen (evidence->text);
    for (guint i = 0; i < evidence->n_mentions; i++) {
        g_assert_cmpuint (evidence->mentions[i].in_sentence.start, >=, at);
        at = evidence->mentions[i].in_sentence.end;
        g_assert_cmpuint (at, <=, len);
    }
    return ignore (evidence, user_data, error);
}

/** Asks everything of a store whose bytes may be anything. */
static void
ask_everything (const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxStore) store = gx_store_open (path, &error);
    if (!store) {
        g_assert_nonnull (error);
        return;
    }
    const GxCountOptions options = GX_COUNT_OPTIONS_DEFAULT;
    guint n = 0;
    (void)gx_store_documents (store, &n, NULL);
    g_autoptr (GxCounts) counts = gx_store_count (store, &options, NULL, NULL);
    g_autofree const GxEntity **found = gx_store_find (store, "美国", NULL);
    g_autofree const GxEntity **other = gx_store_find (store, "韩国", NULL);
    if (!found || !found[0] || !other || !other[0])
        return;
    const GxEntity *const both[] = { found[0], other[0] };
    const GxCountOptions blocks = { GX_WINDOW_PARAGRAPH, 3, 0 };
    (void)gx_store_evidence (store, &blocks, both, 1, check_order, NULL, NULL);
    (void)gx_store_evidence (store, &blocks, both, 2, check_order, NULL, NULL);
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autofree char *path = g_build_filename (self->sample.folder, "damaged.db", NULL), *bytes = NULL;
    gsize len = 0;
    g_assert_true (g_file_get_contents (self->path, &bytes, &len, NULL));
    for (gsize cut = 0; cut < len; cut += 2048) {
        g_assert_true (g_file_set_contents (path, bytes, (gssize)cut, NULL));
        ask_everything (path);
    }
    g_autoptr (GRand) rand = g_rand_new_with_seed (11);
    for (guint round = 0; round < 60; round++) {
        g_autofree char *noisy = g_memdup2 (bytes, len);
        for (guint i = 0; i < 40; i++)
            noisy[g_rand_int_range (rand, 100, (gint32)len)] = (char)g_rand_int_range (rand, 0, 256);
        g_assert_true (g_file_set_contents (path, noisy, (gssize)len, NULL));
        ask_everything (path);
    }
    g_assert_cmpint (g_unlink (path), ==, 0);
}

/** The store's file comes out of an output, as in a build. */
static void
test_output (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_build_filename (self->sample.folder, "out", NULL);
    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    const char *temporary = gx_output_add_path (output, GX_STORE_FILE, &error);
    GxStore *store = gx_store_create (temporary, temporary, &error);
    g_assert_no_error (error);
    sample_read (&self->sample, 1, add, store);
    g_assert_true (gx_store_finish (store, &error));
    gx_store_free (store);
    g_assert_true (gx_output_commit (output, &error));
    g_autofree char *path = g_build_filename (folder, GX_STORE_FILE, NULL);
    g_autoptr (GxStore) again = open_store (path);
    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_unwritable (Fixture *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (self->sample.folder, "none", "a.db", NULL);
    g_assert_null (gx_store_create (path, path, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_true (g_str_has_prefix (error->message, path));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
    ADD ("documents", test_documents);
    ADD ("find", test_find);
    ADD ("count", test_count);
    ADD ("evidence", test_evidence);
    ADD ("crowded", test_crowded);
    ADD ("stop", test_stop);
    ADD ("same-bytes", test_same_bytes);
    ADD ("stages", test_stages);
    ADD ("refused", test_refused);
    ADD ("damaged", test_damaged);
    ADD ("output", test_output);
    ADD ("unwritable", test_unwritable);
    return g_test_run ();
}
