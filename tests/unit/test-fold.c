/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-fold.c - folding and its way back. */
#include "fold-built.h"
#include "fold.h"

static void
check (const char *text, const char *expected)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_str (text));
    g_autofree char *got = gx_str_dup (gx_folded_text (folded));

    g_assert_cmpstr (got, ==, expected);
}

static void
test_plain (void)
{
    check ("", "");
    check ("a", "a");
    check ("朝", "朝");
    check ("Kim Jong-UN", "kim jong-un");
    check ("ＡＢＣ１２３", "abc123");
    check ("刚果（金）", "刚果(金)");
    check ("ÉCOLE Ж Σ", "école ж σ");
    check ("\xE2\xBD\x82\xE2\xBB\x93", "文长"); /* Kangxi and CJK radicals */
    check ("\xEF\xA5\xA7", "不");               /* a compatibility ideograph */
    check ("①…", "1...");
}

static void
test_simplified (void)
{
    check ("韓國總統與美國國務卿會談", "韩国总统与美国国务卿会谈");
    check ("臺灣裡裏峯衆恆綫衞靑", "台湾里里峰众恒线卫青");
    check ("後來於是夥伴菸草", "后来于是伙伴烟草");
    check ("著名 乾隆 與日俱增 魏徵", "著名乾隆与日俱增魏徵");
}

/* What GB 2312 lists first are the simplified characters in use: none of them may change. */
static void
test_first_level_stays (void)
{
    for (guint row = 0xB0; row <= 0xD7; row++)
        for (guint cell = 0xA1; cell <= 0xFE; cell++) {
            const char bytes[3] = { (char)row, (char)cell, '\0' };
            g_autofree char *text = g_convert (bytes, 2, "UTF-8", "GB2312", NULL, NULL, NULL);

            if (text)
                check (text, text);
        }
}

static void
test_marks (void)
{
    check ("唐納德‧川普 唐纳德•特朗普 唐纳德・特朗普", "唐纳德·川普唐纳德·特朗普唐纳德·特朗普");
    check ("唐纳德．特朗普 3．5", "唐纳德·特朗普 3.5");
    check ("唐纳德\xEF\xBB\xBF．\xE2\x80\x8B特朗普．", "唐纳德·特朗普.");
    check ("미．일．한", "미·일·한");
    check ("．미．a", ".미.a");
    check ("Trump’s Oʼbrien", "trump's o'brien");
    check ("Jong‐un Jong‑un 2016–2017", "jong-un jong-un 2016-2017");
}

static void
test_blanks (void)
{
    check ("特 朗\t普", "特朗普");
    check ("朝　鲜", "朝鲜");
    check ("金 · 正恩", "金·正恩");
    check ("朝鲜 （ DPRK ）", "朝鲜( dprk )");
    check ("2019 年 G20", "2019 年 g20");
    check ("대한  민국", "대한 민국");
    check ("韓國 한국", "韩国 한국");
    check ("a \t\xC2\xA0 b", "a b");
    check (" 朝鲜 ", " 朝鲜 ");
    check ("标题 \n 正文", "标题\n正文");
    check ("特\xE2\x80\x8B朗\xEF\xBB\xBF普", "特朗普");
    check ("po\xC2\xADlitics", "politics");
    check ("特 \xE2\x80\x8B 朗", "特朗");
}

static void
test_composed (void)
{
    check ("e\xCC\x81"
           "a",
           "éa");
    check ("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8", "한국"); /* jamo */
    check ("\xE3\x81\x8B\xE3\x82\x99", "が");
    check ("\xEF\xBD\xB6\xEF\xBE\x9E", "ガ"); /* half-width */
    check ("\xCC\x81x", "\xCC\x81x");
}

static void
test_damaged (void)
{
    check ("\xFF"
           "a",
           "\xEF\xBF\xBD"
           "a");
    check ("\xE6\x9C", "\xEF\xBF\xBD\xEF\xBF\xBD");
    check ("\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void
check_span (const char *text, const char *piece, const char *behind)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_str (text));
    g_autofree char *got = gx_str_dup (gx_folded_text (folded)), *clean = NULL;
    const char *at = strstr (got, piece);
    GxSpan span;

    g_assert_nonnull (at);
    span = gx_folded_clean (folded, (gsize)(at - got), (gsize)(at - got) + strlen (piece));
    clean = g_strndup (text + span.start, span.end - span.start);
    g_assert_cmpstr (clean, ==, behind);
    g_assert_cmpuint (gx_folded_from_clean (folded, span.start), ==, (gsize)(at - got));
}

static void
test_way_back (void)
{
    check_span ("会见特 朗　普總統，", "特朗普", "特 朗　普");
    check_span ("会见特 朗　普總統，", "总统", "總統");
    check_span ("a  ＫＩＭ b", "kim", "ＫＩＭ");
    check_span ("x\xE2\x80\x8B朝鲜\xE2\x80\x8By", "朝鲜", "朝鲜");
    check_span ("re\xCC\x81sume\xCC\x81 x", "résumé", "re\xCC\x81sume\xCC\x81");
    check_span ("x㈱y", "(株)", "㈱");
    check_span ("x㈱y", "y", "y");
    check_span ("朝鲜 美国", "朝", "朝");
    check_span ("朝鲜 美国", "美国", "美国");
}

static void
test_from_clean (void)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_str ("朝  鲜Ａb"));

    g_assert_cmpuint (gx_folded_from_clean (folded, 0), ==, 0);
    g_assert_cmpuint (gx_folded_from_clean (folded, 3), ==, 3);
    g_assert_cmpuint (gx_folded_from_clean (folded, 4), ==, 3);
    g_assert_cmpuint (gx_folded_from_clean (folded, 5), ==, 3);
    g_assert_cmpuint (gx_folded_from_clean (folded, 8), ==, 6);
    g_assert_cmpuint (gx_folded_from_clean (folded, 9), ==, 7);
    g_assert_cmpuint (gx_folded_from_clean (folded, 11), ==, 7);
    g_assert_cmpuint (gx_folded_from_clean (folded, 12), ==, 8);
    g_assert_cmpuint (gx_folded_from_clean (folded, 99), ==, 8);
}

/* Every character alone: folding twice changes nothing, and the table agrees with the text. */
static void
test_every_character (void)
{
    for (gunichar c = 1; c < 0x30000; c++) {
        char text[8];
        gunichar single;

        if (!g_unichar_validate (c))
            continue;
        text[g_unichar_to_utf8 (c, text)] = '\0';
        g_autoptr (GxFolded) once = gx_fold_new (gx_str (text));
        g_autoptr (GxFolded) twice = gx_fold_new (gx_folded_text (once));

        if (!gx_str_equal (gx_folded_text (once), gx_folded_text (twice)))
            g_error ("U+%04X: %s, then %s", c, gx_folded_text (once).data, gx_folded_text (twice).data);
        single = gx_fold_char (c);
        if (single != c)
            g_assert_cmpuint (gx_folded_text (once).len, ==, single == 0 ? 0 : (gsize)g_unichar_to_utf8 (single, NULL));
    }
}

/* Pieces in any order, whatever they do to each other: spans come back in order and inside the text. */
static void
test_mixed (void)
{
    static const char *const pieces[] = { "朝",           "美國", " ",       "　", "a",  "É",  "e\xCC\x81",
                                          "\xE2\x80\x8B", "ﬃ",    "㈱",      "Ａ", "．", "한", "\xF0\x9D\x90\x80",
                                          "\n",           "。",   "\xCC\x81" };
    g_autoptr (GRand) rand = g_rand_new_with_seed (7);

    for (guint round = 0; round < 2000; round++) {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GxFolded) folded = NULL;
        gsize last = 0;
        GxStr out;

        for (gint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
            g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        folded = gx_fold_new ((GxStr){ text->str, text->len });
        out = gx_folded_text (folded);
        g_assert_true (g_utf8_validate (out.data, (gssize)out.len, NULL));
        for (gsize at = 0; at < out.len;) {
            gsize end = at + (gsize)g_utf8_skip[(guchar)out.data[at]];
            GxSpan span = gx_folded_clean (folded, at, end);

            g_assert_cmpuint (span.start, <, span.end);
            g_assert_cmpuint (span.start, >=, last);
            g_assert_cmpuint (span.end, <=, text->len);
            g_assert_true (g_utf8_validate (text->str + span.start, (gssize)(span.end - span.start), NULL));
            last = span.start;
            at = end;
        }
    }
}

static void
test_names (void)
{
    g_autofree char *name = gx_fold_name ("  Ｋim Jong‑un \n"), *han = gx_fold_name ("刚果 （金）");

    g_assert_cmpstr (name, ==, "kim jong-un");
    g_assert_cmpstr (han, ==, "刚果(金)");
}

static void
test_scripts (void)
{
    g_assert_true (gx_is_han (0x671D) && gx_is_han (0x20000) && gx_is_han (0x3007));
    g_assert_false (gx_is_han ('a') || gx_is_han (0x3002) || gx_is_han (0xAC00));
    g_assert_true (gx_is_word_script ('a') && gx_is_word_script ('5') && gx_is_word_script (0xE9) && gx_is_word_script (0x416) &&
                   gx_is_word_script (0x644));
    g_assert_false (gx_is_word_script (0x671D) || gx_is_word_script (0xAC00) || gx_is_word_script (' ') || gx_is_word_script ('-') ||
                    gx_is_word_script (0x3042));
    g_assert_true (gx_is_hangul (0xD55C) && gx_is_hangul (0x1112));
    g_assert_false (gx_is_hangul (0x671D) || gx_is_hangul ('a'));
}

static void
test_long_runs (void)
{
    static const char *const pieces[] = {
        " ", "\xCC\x81", "\xCC\xA3\xCC\x81", "\xE2\x80\x8B", "ﷺ", "\xE3\x80\x80", "\xE1\x85\xA1", "\xFF"
    };

    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) text = g_string_new ("朝");
        g_autoptr (GxFolded) folded = NULL;

        for (guint n = 0; n < 100000; n++)
            g_string_append (text, pieces[i]);
        g_string_append (text, "鲜");
        folded = gx_fold_new ((GxStr){ text->str, text->len });
        g_assert_true (g_str_has_suffix (gx_folded_text (folded).data, "鲜"));
        g_assert_cmpuint (gx_folded_from_clean (folded, text->len - 3), ==, gx_folded_text (folded).len - 3);
    }
}

/* What was computed while building is what the ICU that runs says. */
static void
test_built_table (void)
{
    g_autofree GxFoldTable *computed = gx_fold_table_compute ();
    const GxFoldTable *table = gx_fold_table_get ();

    g_assert_true (memcmp (table, computed, sizeof *table) == 0);
    g_assert_cmpstr (gx_fold_built_data, ==, gx_fold_data_name ());
    g_assert_true (table == &gx_fold_built);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/fold/plain", test_plain);
    g_test_add_func ("/fold/simplified", test_simplified);
    g_test_add_func ("/fold/first-level-stays", test_first_level_stays);
    g_test_add_func ("/fold/marks", test_marks);
    g_test_add_func ("/fold/blanks", test_blanks);
    g_test_add_func ("/fold/composed", test_composed);
    g_test_add_func ("/fold/damaged", test_damaged);
    g_test_add_func ("/fold/way-back", test_way_back);
    g_test_add_func ("/fold/from-clean", test_from_clean);
    g_test_add_func ("/fold/every-character", test_every_character);
    g_test_add_func ("/fold/mixed", test_mixed);
    g_test_add_func ("/fold/names", test_names);
    g_test_add_func ("/fold/scripts", test_scripts);
    g_test_add_func ("/fold/long-runs", test_long_runs);
    g_test_add_func ("/fold/built-table", test_built_table);
    return g_test_run ();
}
