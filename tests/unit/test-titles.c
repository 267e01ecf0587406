/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-titles.c - surnames with titles and by themselves. */
#include "match-sample.h"

static void
test_chinese (void)
{
    assert_mentions ("文在寅说话后，文总统走了。", "文在寅=moon:name 文总统=moon:title");
    assert_mentions ("文总统走了。文在寅说话。", "文在寅=moon:name");
    assert_mentions ("文在寅总统和特朗普总统", "文在寅=moon:name 特朗普=trump:name");
    assert_mentions ("金正恩来了。金委员长走了。", "金正恩=kim:name 金委员长=kim:title");
    assert_mentions ("文在寅走后，文前总统回来。", "文在寅=moon:name 文前总统=moon:title");
    assert_mentions ("主席汪洋来了。汪主席走了。", "汪洋=wang:context 汪主席=wang:title");
    assert_mentions ("总统来了，国防部长走了。", "");
    assert_mentions ("习近平来了。学习主席的话。对习主席说。", "习近平=xi:name 习主席=xi:title");
}

static void
test_governments (void)
{
    assert_mentions ("文在寅下台，文政府结束。", "文在寅=moon:name 文=moon:title");
    assert_mentions ("文政府上台。中文政府网站。", "");
    assert_mentions ("文在寅。中文政府网站。文政策。", "文在寅=moon:name");
}

static void
test_two_of_a_surname (void)
{
    assert_mentions ("金正恩和金英哲来了。金委员长走了。", "金正恩=kim:name 金英哲=kimyc:name");
    assert_mentions ("金正恩委员长和金英哲来了。金委员长走了。", "金正恩=kim:name 金英哲=kimyc:name 金委员长=kim:title");
    assert_mentions ("金英哲副委员长见了金正恩委员长。金副委员长走了。", "金英哲=kimyc:name 金正恩=kim:name 金副委员长=kimyc:title");
}

static void
test_english (void)
{
    assert_mentions ("Moon Jae-in came. President Moon left. Mr. Moon spoke, Moon's aide too.",
                     "Moon Jae-in=moon:name Moon=moon:title Moon=moon:title Moon=moon:surname");
    assert_mentions ("President Moon left. Moon Jae-in came.", "Moon Jae-in=moon:name");
    assert_mentions ("Moon Jae-in looked at the moon, at Full Moon Bay and the Moonshine.", "Moon Jae-in=moon:name");
    assert_mentions ("文在寅在这里。Then Moon left. Mr Moon too.", "文在寅=moon:name");
    assert_mentions ("In May 2016, Theresa May came. May left in May and, last May, May spoke.",
                     "Theresa May=may:name May=may:surname May=may:surname");
    assert_mentions ("Kim Jong-un met Kim Yong-chol. Then Kim left.", "Kim Jong-un=kim:name Kim Yong-chol=kimyc:name");
    assert_mentions ("Kim Jong-un came. Then Kim Sung-han came. Then Kim left.", "Kim Jong-un=kim:name Kim=kim:surname");
}

static void
test_korean (void)
{
    assert_mentions ("문재인이 말했다. 문 대통령은 떠났다. 문대통령도 왔다.", "문재인=moon:alias 문 대통령=moon:title 문대통령=moon:title");
    assert_mentions ("논문 대통령은 문재인.", "문재인=moon:alias");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/titles/chinese", test_chinese);
    g_test_add_func ("/titles/governments", test_governments);
    g_test_add_func ("/titles/two-of-a-surname", test_two_of_a_surname);
    g_test_add_func ("/titles/english", test_english);
    g_test_add_func ("/titles/korean", test_korean);
    return g_test_run ();
}
