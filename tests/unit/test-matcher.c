/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-matcher.c - what holds of all mentions: order, spans, sentences, blocks, time. */
#include "match-sample.h"

#include "fold.h"
#include "lexicon.h"

/* Whether a name's mention folds to a form that has its entity. */
static void
check_form (const Sample *sample, const Reading *reading, const GxMention *mention)
{
    if (!g_str_equal (mention->rule, "name") && !g_str_equal (mention->rule, "alias") && !g_str_equal (mention->rule, "context"))
        return;
    g_autofree char *clean =
        g_strndup (gx_document_text (reading->document).data + mention->clean.start, mention->clean.end - mention->clean.start);
    g_autofree char *folded = gx_fold_name (clean);
    const GxForm *form = gx_lexicon_find (sample->dictionary, folded, strlen (folded));
    gboolean has_entity = FALSE;
    g_assert_nonnull (form);
    for (guint i = 0; i < form->n_readings; i++)
        has_entity |= form->readings[i].entity == mention->entity;
    g_assert_true (has_entity);
}

static guint
check_all (const Sample *sample, const Reading *reading)
{
    guint n, n_sentences, n_blocks;
    const GxMention *list = gx_mentions_get (reading->mentions, &n);
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);

    for (guint i = 0; i < n; i++) {
        const GxMention *mention = &list[i];
        g_assert_cmpuint (mention->clean.start, <, mention->clean.end);
        g_assert_true (i == 0 || list[i - 1].clean.end <= mention->clean.start);
        g_assert_cmpuint (mention->sentence, <, n_sentences);
        const GxSentence *sentence = &sentences[mention->sentence];
        g_assert_true (sentence->start <= mention->clean.start && mention->clean.start < sentence->end);
        g_assert_cmpuint (mention->clean.end, <=, blocks[sentence->block].end);
        GxSpan source = gx_document_source_span (reading->document, mention->clean.start, mention->clean.end);
        g_assert_true (source.start == mention->source.start && source.end == mention->source.end);
        check_form (sample, reading, mention);
    }
    return n;
}

/* Texts put together at random from names, pieces of names and what stands between them. */
static void
test_random (void)
{
    static const char *const pieces[] = {
        "美国", "美",     "国",     "国防部", "、",      "，",         "。",          "韩",     "朝鲜",
        "半岛", "金正恩", "金",     "委员长", "特朗普",  "特金会",     "·",           "文在寅", "总统",
        " ",    "US",     "U.S.",   "Trump",  "'s",      "President ", "Moon Jae-in", "Moon",   "State Department",
        " of ", "Japan",  "한국",   "은",     " 외교부", "문",         " 대통령",     "《",     "时代",
        "》",   "劳动党", "和",     "的",     "布什",    "小",         "ＵＮ",        "\n\n",   "\n",
        "其中", "中",     "民主党", "é",      "𬭩",    "이란",       "象牙海岸",    "会",
    };
    Sample sample = sample_new ();
    guint n = 0;

    for (guint round = 0; round < 400; round++) {
        GString *text = g_string_new ("。");
        for (guint i = 0; i < 60; i++)
            g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
        Reading reading = reading_new (sample.matcher, "a.txt", text->str);
        n += check_all (&sample, &reading);
        reading_clear (&reading);
        (void)g_string_free (text, TRUE);
    }
    g_assert_cmpuint (n, >, 400);
    sample_clear (&sample);
}

static void
test_source_spans (void)
{
    sample_check ("a.md", "特朗\n普见了金 正恩。\n", "特朗\n普=trump:name 金 正恩=kim:name");
    sample_check ("a.html", "<p>美<b>国</b>和&#x97E9;国</p>", "美<b>国=US:name &#x97E9;国=KR:name");
    sample_check ("a.html", "<p>美</p><p>国</p>", "");
}

static void
test_outermost (void)
{
    assert_mentions ("朝鲜劳动党在朝鲜", "朝鲜劳动党=wpk:name 朝鲜=KP:name");
    assert_mentions ("美国国务院", "美国国务院=state:name");
}

/* Names in what isn't read must not count as evidence either. */
static void
test_furniture (void)
{
    sample_check ("a.html", "<nav><a href='/'>朝鲜劳动党</a></nav><p>劳动党开会，美国没有。</p>", "美国=US:name");
}

static void
test_empty_dictionary (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, NULL, &error);
    g_assert_no_error (error);
    Sample sample = { dictionary, gx_matcher_new (dictionary) };
    Reading reading = reading_new (sample.matcher, "a.txt", "美国。");

    g_assert_cmpuint (check_all (&sample, &reading), ==, 0);
    reading_clear (&reading);
    gx_matcher_free (sample.matcher);
}

/* Each of these a hundred thousand times over, in a few seconds even with sanitizers. */
static void
test_linear (void)
{
    static const char *const pieces[] = {
        "美国",   "金委员长", "美国国防部、", "特金会", "会",      "金正恩",    "民主党",   "劳动党", "·特朗普",
        "Trump ", "Moon ",    "a-",           "한국",   "한국은 ", "문 대통령", "《时代》", "美",     "中、",
    };
    Sample sample = sample_new ();

    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
        GString *text = g_string_new ("金正恩、特朗普、朝鲜劳动党，Moon Jae-in。\n\n");
        for (guint j = 0; j < 100000; j++)
            g_string_append (text, pieces[i]);
        gint64 before = g_get_monotonic_time ();
        Reading reading = reading_new (sample.matcher, "a.txt", text->str);
        (void)check_all (&sample, &reading);
        gint64 took = g_get_monotonic_time () - before;
        if (took > 5 * G_USEC_PER_SEC)
            g_test_message ("%s takes %.1f s", pieces[i], (double)took / G_USEC_PER_SEC);
        g_assert_cmpint (took, <, 20 * G_USEC_PER_SEC);
        reading_clear (&reading);
        (void)g_string_free (text, TRUE);
    }
    sample_clear (&sample);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/matcher/random", test_random);
    g_test_add_func ("/matcher/source-spans", test_source_spans);
    g_test_add_func ("/matcher/outermost", test_outermost);
    g_test_add_func ("/matcher/furniture", test_furniture);
    g_test_add_func ("/matcher/empty-dictionary", test_empty_dictionary);
    g_test_add_func ("/matcher/linear", test_linear);
    return g_test_run ();
}
