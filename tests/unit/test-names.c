/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-names.c - names, aliases, boundaries, context. */
#include "match-sample.h"

static void
test_names (void)
{
    assert_mentions ("。", "");
    assert_mentions ("美", "");
    assert_mentions ("美国", "美国=US:name");
    assert_mentions ("美國與韓國", "美國=US:name 韓國=KR:name");
    assert_mentions ("大韩民国和美利坚合众国", "大韩民国=KR:alias 美利坚合众国=US:alias");
    assert_mentions ("他在印度尼西亚和印度停留。", "印度尼西亚=ID:name 印度=IN:name");
    assert_mentions ("唐纳德‧特朗普和川普是一个人。", "唐纳德‧特朗普=trump:alias 川普=trump:alias");
    assert_mentions ("美国智库布鲁金斯学会", "美国=US:name 布鲁金斯学会=brookings:name");
}

static void
test_phrases (void)
{
    assert_mentions ("朝鲜半岛的局势和朝鲜有关，韩国瑜没有谈韩国。", "朝鲜=KP:name 韩国=KR:name");
}

static void
test_word_boundaries (void)
{
    assert_mentions ("The USB stick, the US and U.S. voters.", "US=US:alias U.S.=US:alias");
    assert_mentions ("A trumpet, Trump's and trump.", "Trump=trump:alias");
    assert_mentions ("在G20峰会上，G201号。", "G20=g20:alias");
    assert_mentions ("ＵＮ和UN都一样，Unlike un.", "ＵＮ=un:alias UN=un:alias");
    assert_mentions ("Indiana is not India.", "India=IN:name");
    assert_mentions ("see https://example.org/US/Trump and US.", "US=US:alias");
}

static void
test_hangul (void)
{
    assert_mentions ("미국은 한국에서 북한의 일을 말했다.", "미국=US:alias 한국=KR:alias 북한=KP:alias");
    assert_mentions ("이것은 작품이란 말이다. 이란은 크다.", "이란=IR:alias");
    assert_mentions ("한국측은 미국산을 본다.", "한국=KR:alias 미국=US:alias");
    assert_mentions ("중국집에 갔다.", "");
}

static void
test_parts_of_names (void)
{
    assert_mentions ("梅拉尼娅·特朗普来了，特朗普也来了。", "特朗普=trump:name");
    assert_mentions ("伊万卡·特朗普来了，特朗普也来了。", "伊万卡·特朗普=ivanka:name 特朗普=trump:name");
    assert_mentions ("That day Melania Trump met Trump.", "Trump=trump:alias");
    assert_mentions ("特朗普集团和特朗普机场，特朗普大学毕业。", "特朗普=trump:name");
    assert_mentions ("The Trump Tower and Trump.", "Trump=trump:alias");
    assert_mentions ("里根说，这里根本没有路，里根也说。", "里根=reagan:name 里根=reagan:name");
    assert_mentions ("But Trump went.", "Trump=trump:alias");
}

static void
test_context (void)
{
    assert_mentions ("劳动党开会。", "");
    assert_mentions ("劳动党开会。朝鲜劳动党又开会。劳动党散会。", "朝鲜劳动党=wpk:name 劳动党=wpk:context");
    assert_mentions ("朝鲜的劳动党开会。", "朝鲜=KP:name 劳动党=wpk:context");
    assert_mentions ("劳动党开会。劳动党中央委员会开会。劳动党散会。", "劳动党中央委员会=wpkcc:alias 劳动党=wpk:context");
    assert_mentions ("美国的劳动党开会，中国的央行也开会。央行行长", "美国=US:name 中国=CN:name 央行=pbc:context");
    assert_mentions ("香港中文大学：其中大部分，中大的学生。", "香港中文大学=cuhk:name 中大=cuhk:context");
    assert_mentions ("这个时代，《时代》和〈时代〉，“时代”。", "时代=time:context 时代=time:context");
    assert_mentions ("一片汪洋。汪洋主席说话。", "汪洋=wang:context");
    assert_mentions ("汪洋主席说话。汪洋走了。", "汪洋=wang:context 汪洋=wang:context");
    assert_mentions ("去了象牙海岸。", "");
    assert_mentions ("象牙海岸总统来了。", "象牙海岸=CI:context");
}

static void
test_ambiguous (void)
{
    assert_mentions ("布什来了。", "");
    assert_mentions ("小布什来了，布什又走了。", "小布什=bush:name 布什=bush:alias");
    assert_mentions ("布什来了。小布什和老布什都来了。", "小布什=bush:name 老布什=oldbush:name");
    assert_mentions ("日本的民主党", "日本=JP:name 民主党=dpjp:alias");
    assert_mentions ("在美国，民主党赢了。", "美国=US:name 民主党=dpus:alias");
    assert_mentions ("在美国和日本，民主党赢了。", "美国=US:name 日本=JP:name");
    sample_check ("a.md", "---\ndate: 2002-05-01\n---\n\n布什来了。\n", "布什=bush:alias");
    sample_check ("a.md", "---\ndate: 1994-05-01\n---\n\n布什来了。\n", "布什=oldbush:alias");
    sample_check ("a.md", "---\ndate: 2018\n---\n\n布什来了。\n", "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/names/names", test_names);
    g_test_add_func ("/names/phrases", test_phrases);
    g_test_add_func ("/names/word-boundaries", test_word_boundaries);
    g_test_add_func ("/names/hangul", test_hangul);
    g_test_add_func ("/names/parts-of-names", test_parts_of_names);
    g_test_add_func ("/names/context", test_context);
    g_test_add_func ("/names/ambiguous", test_ambiguous);
    return g_test_run ();
}
