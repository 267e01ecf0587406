/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-usage.c - how often names stand in texts, alone or inside longer words. */
#include <guanxi/usage.h>

#include <glib/gstdio.h>

#define HEADER "id\ttype\tname\ten\taliases\n"

static const char own[] = HEADER "hua\tinstitution\t海地社\tHaidi\t~=Hua|海\n"
                                 "thaksin\tperson\t他信\tThaksin\t\n"
                                 "xin\tinstitution\t新闻报\t\t新闻日报\n"
                                 "haiti\tstate\t海地\tHaiti\t\n";

typedef struct {
    char *path;
    GxDictionary *dictionary;
    GxUsage *usage;
} Sample;

static void
set_up (Sample *self, gconstpointer data)
{
    GxDictionaryBase base = data ? GX_DICTIONARY_BUILTIN : GX_DICTIONARY_OWN_ONLY;
    g_autoptr (GError) error = NULL;
    gint fd = g_file_open_tmp ("guanxi-XXXXXX.tsv", &self->path, &error);
    g_assert_no_error (error);
    g_assert_true (g_close (fd, NULL));
    g_assert_true (g_file_set_contents (self->path, own, -1, &error));
    const char *const paths[] = { self->path, NULL };
    self->dictionary = gx_dictionary_load (base, paths, &error);
    g_assert_no_error (error);
    self->usage = gx_usage_new (self->dictionary, base, paths);
}

static void
tear_down (Sample *self, gconstpointer data)
{
    (void)data;
    gx_usage_free (self->usage);
    gx_dictionary_free (self->dictionary);
    g_assert_cmpint (g_unlink (self->path), ==, 0);
    g_free (self->path);
}

static void
add (Sample *self, const char *name, const char *text)
{
    g_autoptr (GxSource) source = gx_source_new (name, text, strlen (text), NULL, NULL);
    g_autoptr (GxDocument) document = gx_document_read (source, NULL);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    const GxReading reading = { .source = source, .document = document, .sentences = sentences };
    gx_usage_add (self->usage, &reading);
}

/* A line for each use: `name fires/inside words document:byte`, with ! when it is doubtful. */
static void
expect_uses (const Sample *self, const char *expected)
{
    g_autoptr (GString) said = g_string_new (NULL);
    guint n_uses;
    g_autofree GxUse *uses = gx_usage_list (self->usage, &n_uses);
    for (guint i = 0; i < n_uses; i++)
        g_string_append_printf (said, "%s%s %u/%u %s %s:%u\n", uses[i].is_doubtful ? "!" : "", uses[i].name, (guint)uses[i].fires,
                                (guint)uses[i].inside, uses[i].words, uses[i].document, (guint)uses[i].byte);
    g_assert_cmpstr (said->str, ==, expected);
}

static void
note (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    (void)file;
    g_assert_cmpint (level, ==, GX_FINDING_WARNING);
    g_string_append_printf (user_data, "%u: %s\n", line, message);
}

/* Two characters out of two words; a state's name is never doubtful, nor is what stands there seldom. */
static void
test_swallowed (Sample *self, gconstpointer data)
{
    (void)data;
    add (self, "a", "没有其他信息。其他信息不明。\n");
    add (self, "b", "其他信息很多，他信回国。沿海地区，沿海地区，沿海地区。\n");
    expect_uses (self, "!他信 4/3 其他信息 a:9\n海地 3/3 沿海地区 b:39\n");
    g_autoptr (GString) said = g_string_new (NULL);
    gx_usage_doubt (self->usage, note, said);
    g_assert_cmpstr (
        said->str, ==,
        "3: \"他信\" of thaksin lies inside longer words in 3 of 4 places, as in 其他信息 (a:9): mark it with ~ [swallowed]\n");
}

/* Longer names and phrases take the place of shorter ones; names of other tables are not told. */
static void
test_longest (Sample *self, gconstpointer data)
{
    (void)data;
    add (self, "a", "新闻日报说，美国没有其他信息。\n");
    expect_uses (self, "新闻日报 1/0 新闻日报 a:0\n");
}

/* In scripts that write words apart a name is a whole word, and one marked = is in its case. */
static void
test_letters (Sample *self, gconstpointer data)
{
    (void)data;
    add (self, "a", "Hua and hua met Huang in Haitian Haiti.\n");
    expect_uses (self, "Haiti 1/0 haiti a:33\nHua 1/0 hua a:0\n");
}

static void
test_nothing (Sample *self, gconstpointer data)
{
    (void)data;
    expect_uses (self, "");
    add (self, "a", "这里没有名字。\n");
    expect_uses (self, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/usage/swallowed", Sample, NULL, set_up, test_swallowed, tear_down);
    g_test_add ("/usage/longest", Sample, "built-in tables, too", set_up, test_longest, tear_down);
    g_test_add ("/usage/letters", Sample, NULL, set_up, test_letters, tear_down);
    g_test_add ("/usage/nothing", Sample, NULL, set_up, test_nothing, tear_down);
    return g_test_run ();
}
