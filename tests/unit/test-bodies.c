/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-bodies.c - institutions made of a state and a body. */
#include "match-sample.h"

static void
test_glued (void)
{
    assert_mentions ("美国国防部说。", "美国国防部=US+defence:body");
    assert_mentions ("国防部说。", "");
    assert_mentions ("美国国务院说。", "美国国务院=state:name");
    assert_mentions ("韩国防部说。", "韩国防部=KR+defence:body");
    assert_mentions ("美国会采取行动。", "美国=US:name");
    assert_mentions ("日本国防部说，日本国说。", "日本国防部=JP+defence:body 日本国=JP:alias");
    assert_mentions ("美国国会国防部说。", "美国国会国防部=US+defence:body");
    assert_mentions ("美国的国防部与外交部说。", "美国=US:name 国防部=US+defence:body 外交部=US+foreign:body:list");
    assert_mentions ("访问美国的国防部。", "美国=US:name");
    assert_mentions ("美国国会采取行动。", "美国国会=US+parliament:body");
    assert_mentions ("在韩国，韩外交部说。", "韩国=KR:name 韩外交部=KR+foreign:body");
    assert_mentions ("中国央行和日本央行", "中国央行=pbc:body 日本央行=JP+bank:body");
    assert_mentions ("中国人民银行与美国，美央行", "中国人民银行=pbc:name 美国=US:name 美央行=US+bank:body");
    assert_mentions ("各国央行行长", "");
    assert_mentions ("在韩国和日本，国会说。", "韩国=KR:name 日本=JP:name");
    assert_mentions ("在日本，国会说。", "日本=JP:name 国会=jpdiet:alias");
    assert_mentions ("在美国。其中外交部说。", "美国=US:name");
}

static void
test_titles_win (void)
{
    assert_mentions ("韩国外长和中国外交部长会面。", "韩国=KR:name 中国=CN:name");
    assert_mentions ("美国国防部长期工作。", "美国=US:name");
    assert_mentions ("美国国务院长、韩国外交部门。中国外交部队列，韩国国防部署。",
                     "美国=US:name 韩国=KR:name 中国外交部=CN+foreign:body 韩国=KR:name");
    assert_mentions ("美国国务院、国防部门。", "美国国务院=state:name");
    assert_mentions ("中国外交部长期工作。", "中国外交部=CN+foreign:body");
}

static void
test_lists (void)
{
    assert_mentions ("美国国务院、国防部和国会说。", "美国国务院=state:name 国防部=US+defence:body:list 国会=US+parliament:body:list");
    assert_mentions ("韩国国防部和外交部说，国会也说。", "韩国国防部=KR+defence:body 外交部=KR+foreign:body:list");
    assert_mentions ("联合国、国防部", "联合国=un:name");
}

static void
test_english (void)
{
    assert_mentions ("The U.S. State Department and the South Korean Defense Ministry.",
                     "U.S. State Department=state:alias South Korean Defense Ministry=KR+defence:body");
    assert_mentions ("The Ministry of Foreign Affairs of Japan spoke.", "Ministry of Foreign Affairs of Japan=JP+foreign:body");
    assert_mentions ("Japan's Ministry of Defence spoke.", "Japan's Ministry of Defence=JP+defence:body");
    assert_mentions ("The U.S. State Department and the Defense Ministry spoke.",
                     "U.S. State Department=state:alias Defense Ministry=US+defence:body:list");
    assert_mentions ("The State Department spoke.", "");
}

static void
test_korean (void)
{
    assert_mentions ("한국 외교부는 말했다. 외교부는 말했다.", "한국 외교부=KR+foreign:body");
    assert_mentions ("한국외교부", "한국외교부=KR+foreign:body");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bodies/glued", test_glued);
    g_test_add_func ("/bodies/titles-win", test_titles_win);
    g_test_add_func ("/bodies/lists", test_lists);
    g_test_add_func ("/bodies/english", test_english);
    g_test_add_func ("/bodies/korean", test_korean);
    return g_test_run ();
}
