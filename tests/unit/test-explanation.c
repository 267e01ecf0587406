/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-explanation.c - why names are taken or dropped, as the rules tell it. */
#include "match-sample.h"

#include <math.h>

static Reading
explain (const GxMatcher *matcher, const char *name, const char *text)
{
    Reading self = reading_new (matcher, name, text);

    self.explanation = gx_matcher_explain (matcher, self.document, self.sentences);
    return self;
}

/* What holds of all: sums are those of the weights, and cases lie in order in the text. */
static void
check_case (const Reading *reading, const GxCase *told, const GxCase *before)
{
    double sum = 0;

    for (guint i = 0; i < told->n_grounds; i++)
        sum += told->grounds[i].weight;
    g_assert_true (told->threshold == 0 || fabs (sum - told->sum) < 1e-9);
    g_assert_true (told->threshold == 0 || (told->why != GX_WHY_BELOW && told->why != GX_WHY_VETO) || told->sum < told->threshold);
    g_assert_true (told->why != GX_WHY_TAKEN || told->n_candidates == 1);
    g_assert_cmpuint (told->clean.start, <, told->clean.end);
    g_assert_cmpuint (told->clean.end, <=, gx_document_text (reading->document).len);
    g_assert_true (!before || before->clean.start <= told->clean.start);
    g_assert_cmpuint (told->sentence, !=, GX_NO_SENTENCE);
}

/* What was dropped, as `text:why=id|id`. */
static char *
tell_dropped (const Reading *reading)
{
    guint n;
    const GxCase *cases = gx_explanation_cases (reading->explanation, &n);
    GString *out = g_string_new (NULL);

    for (guint i = 0; i < n; i++) {
        check_case (reading, &cases[i], i > 0 ? &cases[i - 1] : NULL);
        if (cases[i].why == GX_WHY_TAKEN)
            continue;
        g_string_append_printf (out, "%s%.*s:%s", out->len > 0 ? " " : "", (int)(cases[i].source.end - cases[i].source.start),
                                gx_source_text (reading->source).data + cases[i].source.start, gx_why_name (cases[i].why));
        for (guint k = 0; k < cases[i].n_candidates; k++)
            g_string_append_printf (out, "%c%s", k == 0 ? '=' : '|', cases[i].candidates[k]->id);
    }
    return g_string_free (out, FALSE);
}

static void
check_dropped (const char *name, const char *text, const char *expected)
{
    Sample sample = sample_new ();
    Reading reading = explain (sample.matcher, name, text);
    g_autofree char *found = tell_dropped (&reading);

    if (!g_str_equal (found, expected)) {
        g_test_message ("in   %s\ntold %s\nnot  %s", text, found, expected);
        g_test_fail ();
    }
    reading_clear (&reading);
    sample_clear (&sample);
}

/* What was dropped in a plain text. */
#define assert_dropped(text, expected) check_dropped ("a.txt", text, expected)

static void
test_names (void)
{
    assert_dropped ("美国和特朗普。", "特朗普:doubtful=ivanka");
    assert_dropped ("朝鲜半岛局势。", "朝鲜:phrase=KP 朝:phrase=KP");
    assert_dropped ("印度尼西亚的船。", "印度:longer=IN");
    assert_dropped ("trumped, Indiana.", "trump:boundary=trump India:boundary=IN");
    assert_dropped ("这是汪洋。", "汪洋:doubtful=wang");
    assert_dropped ("布什来了。", "布什:ambiguous=bush|oldbush");
    assert_dropped ("里根机场关闭。", "里根:namesake=reagan");
    assert_dropped ("Maria Reagan-Trump.", "");
    assert_dropped ("trump card, us too.", "trump:case=trump us:case=US");
}

/* The case of this text that ended so. */
static const GxCase *
case_of (const Reading *reading, const char *text, GxWhy why)
{
    guint n;
    const GxCase *cases = gx_explanation_cases (reading->explanation, &n);

    for (guint i = 0; i < n; i++) {
        GxStr here = { gx_document_text (reading->document).data + cases[i].clean.start, cases[i].clean.end - cases[i].clean.start };
        if (cases[i].why == why && gx_str_equal (here, gx_str (text)))
            return &cases[i];
    }
    g_test_message ("no case %s of %s", gx_why_name (why), text);
    g_test_fail ();
    return NULL;
}

static const GxGround *
ground_of (const GxCase *told, const char *label)
{
    for (guint i = 0; told && i < told->n_grounds; i++)
        if (g_str_equal (told->grounds[i].label, label))
            return &told->grounds[i];
    g_test_message ("no ground %s", label);
    g_test_fail ();
    return NULL;
}

static void
assert_ground (const GxCase *told, const char *label, const char *text)
{
    const GxGround *ground = ground_of (told, label);
    g_assert_cmpstr (ground->text, ==, text);
    g_assert_cmpfloat (ground->weight, !=, 0);
}

static void
test_decided (void)
{
    Sample sample = sample_new ();
    Reading reading = explain (sample.matcher, "a.txt", "美国主席汪洋。日本的民主党。特朗普、小布什与布什。");

    assert_mentions ("美国主席汪洋。", "美国=US:name 汪洋=wang:context");
    g_assert_cmpstr (ground_of (case_of (&reading, "汪洋", GX_WHY_TAKEN), "a title beside it")->text, ==, "");
    const GxCase *told = case_of (&reading, "民主党", GX_WHY_TAKEN);
    g_assert_cmpstr (told->candidates[0]->id, ==, "dpjp");
    g_assert_nonnull (ground_of (told, "meant-beside"));
    told = case_of (&reading, "布什", GX_WHY_TAKEN);
    g_assert_nonnull (ground_of (told, "document"));
    told = case_of (&reading, "布什", GX_WHY_OTHER);
    g_assert_cmpstr (told->candidates[0]->id, ==, "oldbush");
    reading_clear (&reading);
    sample_clear (&sample);
}

static void
test_bodies (void)
{
    assert_dropped ("国防部发表声明。", "国防部:no-state");
    assert_dropped ("美国国防部、外交部。", "美国:longer=US");
    assert_dropped ("国会休会。", "国会:anybodys=jpdiet");
}

static void
test_surnames (void)
{
    assert_dropped ("文总统走了。", "文总统:no-full-name");
    assert_dropped ("他总统走了。", "");
    assert_dropped ("金正恩和金英哲来了。金委员长走了。", "金委员长:ambiguous=kim|kimyc");
    assert_dropped ("Theresa May came in May 2016.", "May:month");
    assert_dropped ("Kim Jong-un came. Kim Sung-han left.", "Kim Sung-han:below-threshold Kim:other-name=kim");
    assert_dropped ("President Moon left.", "Moon:no-full-name");
    assert_dropped ("Kim Jong-un met Kim Yong-chol. Kim left.", "Kim:ambiguous=kim|kimyc");
    assert_dropped ("文政府没有回应。", "文:no-full-name");
    assert_dropped ("金正恩和金英哲来了。金政府没有回应。", "金:ambiguous=kim|kimyc");
}

static void
test_meetings (void)
{
    assert_dropped ("习近平来了。习马会落幕。", "习马:no-full-name=xi|ma|masan");
    assert_dropped ("习近平、马英九和马三立来了。习马会落幕。", "习马:ambiguous=xi|ma|masan");
    assert_dropped ("大会落幕。", "");
}

static void
test_rivals (void)
{
    assert_dropped ("在那里，伊尔没有来。伊甸园里也没有人。", "伊:other=IR 伊:other=IR");
}

/* The grammar of abbreviations, with the rows of the built-in tables. */
static void
test_abbreviations (void)
{
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_BUILTIN, NULL, NULL);
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    Reading reading = explain (matcher, "a.txt",
                               "国务卿访朝，朝着目标，谈中美关系。绝对美味。小明朝前走。朝鲜半岛。巴方拒绝。"
                               "一中原则。俄、美两国和日、韩。随意说。沙方。汉森不抱希望。研究员埃里克·汉森也一样。他讲한국어。");

    const GxCase *told = case_of (&reading, "朝", GX_WHY_TAKEN);
    g_assert_cmpstr (told->rule, ==, "short:left");
    assert_ground (told, "left", "访");
    assert_ground (told, "prior", "朝");
    g_assert_cmpfloat (told->sum, >=, told->threshold);

    told = case_of (&reading, "朝", GX_WHY_NULL_ROW);
    g_assert_cmpstr (told->cover, ==, "朝着");
    g_assert_cmpstr (told->table, ==, "contexts.tsv");

    told = case_of (&reading, "美", GX_WHY_TAKEN);
    g_assert_cmpstr (told->rule, ==, "short:pair");
    assert_ground (told, "pair", "中美");
    assert_ground (told, "follow", "关系");

    g_assert_cmpuint (case_of (&reading, "巴", GX_WHY_AMBIGUOUS)->n_candidates, >, 1);
    told = case_of (&reading, "朝", GX_WHY_PHRASE);
    g_assert_cmpstr (told->cover, ==, "朝鲜半岛");
    g_assert_cmpstr (told->table, ==, "phrases.tsv");
    told = case_of (&reading, "沙", GX_WHY_BELOW);
    g_assert_cmpfloat (told->sum, <, told->threshold);
    g_assert_nonnull (case_of (&reading, "意", GX_WHY_NO_CONTEXT));
    g_assert_nonnull (case_of (&reading, "俄", GX_WHY_TAKEN));
    g_assert_nonnull (case_of (&reading, "汉森", GX_WHY_NO_FULL_NAME));
    g_assert_cmpstr (case_of (&reading, "한국", GX_WHY_PHRASE)->cover, ==, "한국어");
    reading_clear (&reading);
}

/* Vetoes are what a sum falls by, or they are told as weights among others. */
static void
test_vetoes (void)
{
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_BUILTIN, NULL, NULL);
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    Reading reading = explain (matcher, "a.txt", "萨德式导弹。厂主是江西籍。");
    const GxCase *told = case_of (&reading, "德", GX_WHY_VETO);

    g_assert_cmpstr (told->rule, ==, "short:right");
    assert_ground (told, "veto-left", "萨");
    assert_ground (told, "right", "式");
    assert_ground (case_of (&reading, "西", GX_WHY_VETO), "veto", "江西");
    reading_clear (&reading);
}

/* A title of another field, by the rows of the built-in tables. */
static void
test_fields (void)
{
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_BUILTIN, NULL, NULL);
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    Reading reading = explain (matcher, "a.txt", "教授布朗没有出席。前首相布朗也没有。");

    g_assert_cmpstr (case_of (&reading, "布朗", GX_WHY_OTHER_FIELD)->candidates[0]->id, ==, "Q10648");
    g_assert_cmpstr (ground_of (case_of (&reading, "布朗", GX_WHY_TAKEN), "a title beside it")->text, ==, "");
    reading_clear (&reading);
}

static GxCase
nothing_at (const Reading *reading, const char *text)
{
    const char *source = gx_source_text (reading->source).data, *at = strstr (source, text);

    g_assert_nonnull (at);
    return gx_explanation_nothing (reading->document, reading->sentences, (GxSpan){ (gsize)(at - source), (gsize)(at - source) + 1 });
}

static void
test_nothing (void)
{
    Sample sample = sample_new ();
    Reading reading = explain (sample.matcher, "a.html",
                               "<html><body><nav><a href='x'>首页</a></nav><main><p>大家好，今天天气很好。</p></main></body></html>");
    GxCase nothing = nothing_at (&reading, "天气");
    guint n;

    (void)gx_explanation_cases (reading.explanation, &n);
    g_assert_cmpuint (n, ==, 0);
    g_assert_cmpint (nothing.why, ==, GX_WHY_NO_NAME);
    g_assert_cmpuint (nothing.clean.end - nothing.clean.start, ==, strlen ("天"));
    g_assert_cmpuint (nothing.sentence, ==, 0);
    g_assert_cmpint (nothing_at (&reading, "首页").why, ==, GX_WHY_FURNITURE);
    nothing = nothing_at (&reading, "<p>");
    g_assert_cmpint (nothing.why, ==, GX_WHY_NO_TEXT);
    g_assert_cmpuint (nothing.clean.end, ==, nothing.clean.start);
    g_assert_cmpuint (nothing.sentence, ==, GX_NO_SENTENCE);
    reading_clear (&reading);
    sample_clear (&sample);
}

/* Furniture has no cases; neither has a text that names nobody. */
static void
test_furniture (void)
{
    check_dropped ("a.html", "<html><body><nav><a href='x'>美国</a> 布什</nav><main><p>今天天气很好，我们去公园。</p></main></body></html>",
                   "");
    assert_dropped ("。", "");
}

static void
test_words (void)
{
    g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint why = 0; why < GX_N_WHYS; why++) {
        g_assert_cmpuint (strlen (gx_why_name ((GxWhy)why)), >, 0);
        g_assert_true (g_hash_table_add (words, (gpointer)gx_why_name ((GxWhy)why)));
    }
    g_assert_cmpstr (gx_why_name (GX_N_WHYS), ==, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/explanation/names", test_names);
    g_test_add_func ("/explanation/decided", test_decided);
    g_test_add_func ("/explanation/bodies", test_bodies);
    g_test_add_func ("/explanation/surnames", test_surnames);
    g_test_add_func ("/explanation/meetings", test_meetings);
    g_test_add_func ("/explanation/rivals", test_rivals);
    g_test_add_func ("/explanation/abbreviations", test_abbreviations);
    g_test_add_func ("/explanation/vetoes", test_vetoes);
    g_test_add_func ("/explanation/fields", test_fields);
    g_test_add_func ("/explanation/nothing", test_nothing);
    g_test_add_func ("/explanation/furniture", test_furniture);
    g_test_add_func ("/explanation/words", test_words);
    return g_test_run ();
}
