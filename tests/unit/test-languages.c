/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-languages.c - what is read in texts of one language alone. */
#include "match-sample.h"

static void
test_japanese (void)
{
    assert_mentions ("政府は対米政策を見直すと言った。", "米=US:short:left");
    assert_mentions ("这里対米没有什么可说的，大家都这样认为，不会改变。", "");
    assert_mentions ("政府は対ロ政策を見直し、対ロシアの政策も見直す。", "ロ=ID:short:left");
}

/* Where a language has abbreviations of its own, no others are read. */
static void
test_own_abbreviations (void)
{
    assert_mentions ("我们对美没有什么可说的。", "美=US:short:left");
    assert_mentions ("政府は対美と書かれた看板を見た。", "");
}

static void
test_korean (void)
{
    assert_mentions ("北 정부는 회의를 열었다고 말했다.", "北=KP:short:right");
    assert_mentions ("동北 정부는 회의를 열었다고 말했다.", "");
    assert_mentions ("北·美·中 대표가 모두 회의에 참석했다.", "北=KP:short:list 美=US:short:list 中=CN:short:list");
    assert_mentions ("北、美、中代表都参加了会议，没有发言。", "");
}

/* Each block is read by its own language. */
static void
test_blocks (void)
{
    sample_check ("a.html", "<p>政府は対米政策を見直すと言った。</p><p>他们在这里対米没有什么可说的，大家都这样认为。</p>",
                  "米=US:short:left");
}

/* Han characters alone, in a text that is Japanese. */
static void
test_headline (void)
{
    sample_check ("a.html",
                  "<p>政府対米政策全面見直公開発表会議開催</p><p>政府はそれを見直すと言ったが、だれもそれを聞いていなかったと言う。</p>",
                  "米=US:short:left");
    sample_check ("a.html", "<p>政府対米政策全面見直公開発表会議開催</p>", "");
    sample_check (
        "a.html",
        "<nav><a href='a'>Politics and more news of the whole world</a> <a href='b'>Sports, culture, and the weather of today</a> "
        "<a href='c'>About us, our history, and how to find us in the city</a></nav><main><p>政府対米政策全面見直公開発表会議開催</p>"
        "<p>政府はそれを見直すと言ったが、だれもそれを聞いていなかったと言う。</p></main>",
        "米=US:short:left");
}

static void
test_rivals (void)
{
    assert_mentions ("在那里，伊尔没有来。", "伊=IR:short:right");
    assert_mentions ("在那里，伊尔没有来。伊甸园里也没有人。", "");
    assert_mentions ("在那里，伊尔没有来。伊甸园里也没有人。伊朗来了。", "伊=IR:short:right 伊朗=IR:name");
}

static void
test_halves (void)
{
    assert_mentions ("Sino-American ties, Sino-Tibetan words, Sino-U.S. trade.",
                     "Sino=CN:context American=US:alias Sino=CN:context U.S.=US:alias");
    assert_mentions ("China and the Sino- label.", "China=CN:name");
}

static void
test_prefixes (void)
{
    assert_mentions ("대중국 수출과 친한국 정책.", "중국=CN:alias 한국=KR:alias");
    assert_mentions ("서울대중국 수출과 왕중국 정책.", "");
}

static void
test_shared_title (void)
{
    assert_mentions ("美国防部长来了。", "美=US:short:right");
    assert_mentions ("美国国防部长来了。", "美国=US:name");
    assert_mentions ("美国总统来了。", "美国=US:name");
}

static void
test_surname_in_han (void)
{
    assert_mentions ("문재인이 말했다. 文 대통령은 떠났다. 文대통령도 왔다.", "문재인=moon:alias 文 대통령=moon:title 文대통령=moon:title");
    assert_mentions ("文 대통령은 떠났다. 문재인이 말했다.", "문재인=moon:alias");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/languages/japanese", test_japanese);
    g_test_add_func ("/languages/own-abbreviations", test_own_abbreviations);
    g_test_add_func ("/languages/korean", test_korean);
    g_test_add_func ("/languages/blocks", test_blocks);
    g_test_add_func ("/languages/headline", test_headline);
    g_test_add_func ("/languages/rivals", test_rivals);
    g_test_add_func ("/languages/halves", test_halves);
    g_test_add_func ("/languages/prefixes", test_prefixes);
    g_test_add_func ("/languages/shared-title", test_shared_title);
    g_test_add_func ("/languages/surname-in-han", test_surname_in_han);
    return g_test_run ();
}
