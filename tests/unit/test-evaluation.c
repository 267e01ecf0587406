/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <guanxi/evaluation.h>

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/** What is evaluated, with a matcher that all tests share. */
typedef struct {
    const GxMatcher *matcher;
    GxEvaluation *evaluation;
} Sample;

static void
sample_clear (Sample *self)
{
    gx_evaluation_free (self->evaluation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/* Gold is written into the text: `对<朝|state|朝鲜>` and `<美国|state>`. Returns the text alone and the lines of gold. */
static char *
split (const char *marked, GString *lines)
{
    GString *text = g_string_new (NULL);
    glong at = 0;
    g_auto (GStrv) pieces = g_strsplit_set (marked, "<>", -1);
    for (guint i = 0; pieces[i]; i++) {
        g_auto (GStrv) cells = g_strsplit (pieces[i], "|", 3);
        const char *piece = i % 2 == 0 ? pieces[i] : cells[0];
        glong length = g_utf8_strlen (piece, -1);
        g_auto (GStrv) rows = g_strsplit (cells[0] ? cells[0] : "", "\n", -1);
        g_autofree char *escaped = g_strjoinv ("\\n", rows);
        g_string_append (text, piece);
        if (i % 2 != 0)
            g_string_append_printf (lines, "{\"start\": %ld, \"end\": %ld, \"text\": \"%s\", \"type\": \"%s\", \"entity\": \"%s\"}\n", at,
                                    at + length, escaped, cells[1], cells[2] ? cells[2] : cells[0]);
        at += length;
    }
    return g_string_free (text, FALSE);
}

static void
sample_add (Sample *self, const char *name, const char *marked)
{
    g_autoptr (GString) lines = g_string_new (NULL);
    g_autofree char *text = split (marked, lines);
    g_autoptr (GxSource) source = gx_source_new (name, text, strlen (text), NULL, NULL);
    g_autoptr (GxDocument) document = gx_document_read (source, NULL);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GxMentions) mentions = gx_matcher_find (self->matcher, document, sentences);
    g_autoptr (GxGold) gold = gx_gold_parse ("gold", (GxStr){ lines->str, lines->len }, source);
    g_assert_cmpuint (gx_gold_n_skipped (gold), ==, 0);
    const GxReading reading = { .source = source, .document = document, .sentences = sentences, .mentions = mentions };
    gx_evaluation_add (self->evaluation, &reading, gold);
}

/* `name found/wrong/missed` of a group. */
static void
assert_scores (const Sample *self, GxScoreGroup group, const char *expected)
{
    guint n = 0;
    g_autoptr (GString) told = g_string_new (NULL);
    g_autofree GxScore *scores = gx_evaluation_scores (self->evaluation, group, &n);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (told, "%s%s %u/%u/%u", i > 0 ? ", " : "", scores[i].name, (guint)scores[i].found, (guint)scores[i].wrong,
                                (guint)scores[i].missed);
    g_assert_cmpstr (told->str, ==, expected);
}

/* `kind text expected found rule before[it]after` of every mistake. */
static void
assert_mistakes (const Sample *self, const char *expected)
{
    guint n = 0;
    g_autoptr (GString) told = g_string_new (NULL);
    const GxMistake *mistakes = gx_evaluation_mistakes (self->evaluation, &n);
    for (guint i = 0; i < n; i++) {
        const GxMistake *m = &mistakes[i];
        g_string_append_printf (told, "%s %s:%u-%u %s %s %s %s ", gx_mistake_kind_name (m->kind), m->document, (guint)m->source.start,
                                (guint)m->source.end, m->text, m->expected ? m->expected : "-", m->found ? m->found : "-",
                                m->rule ? m->rule : "-");
        if (m->sentence)
            g_string_append_printf (told, "%.*s[%.*s]%s\n", (int)m->in_sentence.start, m->sentence,
                                    (int)(m->in_sentence.end - m->in_sentence.start), m->sentence + m->in_sentence.start,
                                    m->sentence + m->in_sentence.end);
        else
            g_string_append (told, "nowhere\n");
    }
    g_assert_cmpstr (told->str, ==, expected);
}

/* Counts of one text, without any other names. */
static void
assert_one (const GxMatcher *matcher, const GxEvaluationOptions *options, const char *marked, const char *expected)
{
    g_auto (Sample) sample = { matcher, gx_evaluation_new (options) };
    sample_add (&sample, "a.txt", marked);
    assert_scores (&sample, GX_SCORES_ALL, expected);
}

static void
test_nothing (gconstpointer matcher)
{
    g_auto (Sample) sample = { matcher, gx_evaluation_new (NULL) };
    assert_scores (&sample, GX_SCORES_ALL, "all 0/0/0");
    assert_scores (&sample, GX_SCORES_TYPE, "");
    sample_add (&sample, "a.txt", "这里谁也没有。");
    assert_scores (&sample, GX_SCORES_DOCUMENT, "a.txt 0/0/0");
    assert_mistakes (&sample, "");
}

static void
test_outcomes (gconstpointer matcher)
{
    assert_one (matcher, NULL, "<美国|state>与<联合国|institution>。", "all 2/0/0");
    assert_one (matcher, NULL, "美国与<联合国|institution>。", "all 1/1/0");
    assert_one (matcher, NULL, "<美国|state>与<瓦肯星|state>。", "all 1/0/1");
    assert_one (matcher, NULL, "<美|state|英国>方。", "all 0/1/1");
    assert_one (matcher, NULL, "<美国|ignore>与<联合国|institution>。", "all 1/0/0");
    assert_one (matcher, NULL, "<美国|place>与联合国。", "all 0/1/0");
}

/* A name of the entity anywhere in gold is one everywhere, but for one of one character. */
static void
test_names (gconstpointer matcher)
{
    assert_one (matcher, NULL, "<美国|state|USA>。", "all 1/0/0");
    assert_one (matcher, NULL, "<美国|state|USA>。<美|state|USA>方。", "all 2/0/0");
    assert_one (matcher, NULL, "<美|state|USA>方。", "all 0/1/1");
    assert_one (matcher, NULL, "<美国|ignore|USA>。<美|state|USA>方。", "all 0/1/1");
    assert_one (matcher, NULL, "<美国|place|USA>。<美|state|USA>方。", "all 1/0/0");
    assert_one (matcher, NULL, "<美|state|美 国>方。", "all 1/0/0");
}

/* A mention serves once, in the order of gold. */
static void
test_once (gconstpointer matcher)
{
    assert_one (matcher, NULL, "<美|state|美国><国|state|美国>。", "all 1/0/1");
    assert_one (matcher, NULL, "<美国与联合国|institution|联合国>。", "all 1/1/0");
}

static void
test_options (gconstpointer matcher)
{
    const GxEvaluationOptions places = { .agreement = GX_AGREE_PLACE }, brief = { .length = GX_LENGTH_SHORT },
                              institutions = { .types = 1u << GX_ENTITY_INSTITUTION };
    assert_one (matcher, &places, "<美|state|英国>方与联合国。", "all 1/1/0");
    assert_one (matcher, &brief, "<朝|state|朝鲜><美|state|美国>会谈，中国与<英国|state>也在。", "all 2/0/0");
    assert_one (matcher, &brief, "<朝美|institution>会谈。", "all 0/0/0");
    assert_one (matcher, &brief, "朝<美|state|美国>会谈。", "all 1/1/0");
    assert_one (matcher, &institutions, "美国与<英国|state>，<中国|institution>与联合国。", "all 0/1/1");
    assert_one (matcher, &institutions, "<联合国|state>。", "all 0/0/0");
}

static void
test_groups (gconstpointer matcher)
{
    g_auto (Sample) sample = { matcher, gx_evaluation_new (NULL) };
    sample_add (&sample, "b.txt", "<美国|state>、<英国|state>与<联合国|institution>。");
    sample_add (&sample, "a.txt", "<美国|state>与联合国和<瓦肯星|state>。");
    sample_add (&sample, "c.txt", "<朝|state|朝鲜><美|state|美国>会谈。<特朗普|ignore>");
    assert_scores (&sample, GX_SCORES_ALL, "all 6/1/1");
    assert_scores (&sample, GX_SCORES_TYPE, "state 5/0/1, institution 1/1/0");
    assert_scores (&sample, GX_SCORES_RULE, "name 4/1/0, short:pair 2/0/0");
    assert_scores (&sample, GX_SCORES_DOCUMENT, "a.txt 1/1/1, b.txt 3/0/0, c.txt 2/0/0");
    g_assert_cmpuint (gx_evaluation_n_annotations (sample.evaluation), ==, 7);
    g_assert_cmpuint (gx_evaluation_n_ignored (sample.evaluation), ==, 1);
}

static void
test_mistakes (gconstpointer matcher)
{
    g_auto (Sample) sample = { matcher, gx_evaluation_new (NULL) };
    sample_add (&sample, "b.txt", "这里没有。<川\n普|person|拜登>来了，<瓦肯星|state>没来。\n\n联合国也来了。");
    assert_mistakes (&sample, "entity b.txt:15-22 川\n普 拜登 特朗普 alias [川普]来了，瓦肯星没来。\n"
                              "missed b.txt:31-40 瓦肯星 瓦肯星 - - 川普来了，[瓦肯星]没来。\n"
                              "wrong b.txt:51-60 联合国 - 联合国 name [联合国]也来了。\n");
}

/* What stands in no sentence has none to show. */
static void
test_not_read (gconstpointer matcher)
{
    g_auto (Sample) sample = { matcher, gx_evaluation_new (NULL) };
    sample_add (&sample, "a.md", "---\ntitle: 会谈\nkeywords: <美国|state>\n---\n\n这里谁也没有。\n");
    assert_mistakes (&sample, "missed a.md:28-34 美国 美国 - - nowhere\n");
}

static void
test_other_names (gconstpointer matcher)
{
    g_auto (Sample) sample = { matcher, gx_evaluation_new (NULL) };
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp ("guanxi-XXXXXX.tsv", &path, NULL);
    g_assert_cmpint (fd, >=, 0);
    g_assert_true (g_close (fd, NULL));
    g_assert_true (g_file_set_contents (path, "USA\tUnited States|美国\n", -1, NULL));
    g_assert_true (gx_evaluation_read_names (sample.evaluation, path, NULL));
    g_assert_cmpint (g_remove (path), ==, 0);
    sample_add (&sample, "a.txt", "<美|state|USA>方。");
    assert_scores (&sample, GX_SCORES_ALL, "all 1/0/0");
}

static void
test_figures (void)
{
    const GxScore some = { "some", 6, 2, 4 }, none = { "none", 0, 0, 0 }, missed = { "missed", 0, 0, 1 };
    g_assert_cmpfloat (fabs (gx_score_precision (&some) - 0.75), <, 1e-12);
    g_assert_cmpfloat (fabs (gx_score_recall (&some) - 0.6), <, 1e-12);
    g_assert_cmpfloat (fabs (gx_score_f1 (&some) - 2 * 0.75 * 0.6 / (0.75 + 0.6)), <, 1e-12);
    g_assert_true (isnan (gx_score_precision (&none)) && isnan (gx_score_recall (&none)) && isnan (gx_score_f1 (&none)));
    g_assert_true (isnan (gx_score_precision (&missed)));
    g_assert_cmpfloat (gx_score_f1 (&missed), ==, 0);
}

int
main (int argc, char **argv)
{
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_BUILTIN, NULL, NULL);
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    g_test_init (&argc, &argv, NULL);
    g_test_add_data_func ("/evaluation/nothing", matcher, test_nothing);
    g_test_add_data_func ("/evaluation/outcomes", matcher, test_outcomes);
    g_test_add_data_func ("/evaluation/names", matcher, test_names);
    g_test_add_data_func ("/evaluation/once", matcher, test_once);
    g_test_add_data_func ("/evaluation/options", matcher, test_options);
    g_test_add_data_func ("/evaluation/groups", matcher, test_groups);
    g_test_add_data_func ("/evaluation/mistakes", matcher, test_mistakes);
    g_test_add_data_func ("/evaluation/not-read", matcher, test_not_read);
    g_test_add_data_func ("/evaluation/other-names", matcher, test_other_names);
    g_test_add_func ("/evaluation/figures", test_figures);
    return g_test_run ();
}
