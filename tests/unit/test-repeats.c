/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repeated-lines.h"
#include "sample-text.h"
#include "tally.h"

/* Counts a document's lines. */
static void
learn (GxRepeats *repeats, const char *name, const char *text)
{
    g_autoptr (GxDocument) document = sample_document (name, text);
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (document));
    g_autoptr (GArray) lines = gx_repeats_lines (document, folded);
    gx_repeats_add (repeats, gx_repeats_site (document), lines);
}

/* The texts of the blocks that are taken out of a document, joined by `|`. */
static char *
removed (const GxRepeats *repeats, const char *name, const char *text)
{
    g_autoptr (GxDocument) document = sample_document (name, text);
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (document));
    GString *out = g_string_new (NULL);
    guint n_blocks;
    gx_repeats_remove (repeats, document, folded);
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);
    for (guint i = 0; i < n_blocks; i++)
        if (blocks[i].reason == GX_REASON_REPEATED) {
            g_assert_cmpint (blocks[i].type, ==, GX_BLOCK_FURNITURE);
            g_assert_cmpuint (gx_repeats_count (repeats, document, i), >=, 5);
            g_string_append_printf (out, "%s%.*s", out->len > 0 ? "|" : "", (int)(blocks[i].end - blocks[i].start),
                                    gx_document_text (document).data + blocks[i].start);
        }
    return g_string_free (out, FALSE);
}

/* n documents of a site, each with its own body; %u in a pattern is the document's number, everywhere. */
static GxRepeats *
survey (guint n, const char *name, const char *pattern)
{
    GxRepeats *repeats = gx_repeats_new ();
    for (guint i = 0; i < n; i++) {
        g_autofree char *number = g_strdup_printf ("%u", 100 + i), *own = g_strdup_printf ("%s/%u.md", name, i);
        g_auto (GStrv) parts = g_strsplit (pattern, "%u", -1);
        g_autofree char *text = g_strjoinv (number, parts);
        learn (repeats, own, text);
    }
    return repeats;
}

#define BODY "第一段说到这里为止，号码是%u。\n\n第二段也说到这里为止，号码是%u，比第一段长一些。\n\n第三段（%u）就不长了。\n\n"

static void
check (guint n, const char *pattern, const char *expected)
{
    g_autoptr (GxRepeats) repeats = survey (n, "site", pattern);
    g_auto (GStrv) parts = g_strsplit (pattern, "%u", -1);
    g_autofree char *text = g_strjoinv ("7", parts);
    g_autofree char *found = removed (repeats, "site/other.md", text);
    g_assert_cmpstr (found, ==, expected);
}

static void
test_ends (void)
{
    check (5, "某某网\n\n# 标题%u\n\n" BODY "河口台播出\n\n本文只代表作者自己。\n", "某某网|河口台播出|本文只代表作者自己。");
    check (4, "某某网\n\n# 标题%u\n\n" BODY "河口台播出\n", "");
    check (5, "# 标题%u\n\n" BODY "阅读 %u 次\n", "阅读 7 次");
    check (5, "# 标题%u\n\n" BODY "%u\n", ""); /* no word */
}

/* What belongs to the text stays, however often it is repeated. */
static void
test_text (void)
{
    check (9, "# 标题%u\n\n各位早上好。\n\n" BODY, "");                          /* a sentence above */
    check (9, "# 标题%u\n\n" BODY "# 结论\n\n一切照旧，只有第%u件不同。\n", ""); /* a heading with text behind it */
    check (9, "# 标题%u\n\n" BODY "结论\n\n这一次说的是第%u件事，下一次再说别的。\n", "");
    check (9, "# 标题%u\n\n" BODY "| 国家 | 数 |\n|---|---|\n| 美国 | 1 |\n| 日本 | 2 |\n", "");
    check (9, "# 标题%u\n\n" BODY "协议第%u号生效。\n", ""); /* other numbers make another sentence */
    check (9, "同一行%u", "");                               /* nothing else there */
}

static void
test_headings (void)
{
    check (9, "# 标题%u\n\n" BODY "# 订阅\n\n每天一封信\n", "订阅|每天一封信");
    check (9, "# 标题%u\n\n" BODY "# 订阅\n", ""); /* no furniture behind it */
}

/* A sentence has to stand in a tenth of the site, other lines in two of a hundred. */
static void
test_shares (void)
{
    g_autoptr (GxRepeats) repeats = survey (194, "site", "# 标题%u\n\n" BODY);
    static const char with[] = "# 标题\n\n这一篇有自己的话要说。\n\n还有一段。\n\n不许转载本站文字。\n\n栏目主页\n";
    for (guint i = 0; i < 6; i++)
        learn (repeats, "site/with.md", with);
    g_autofree char *few = removed (repeats, "site/with.md", with);
    g_assert_cmpstr (few, ==, "栏目主页");
    for (guint i = 0; i < 20; i++)
        learn (repeats, "site/with.md", with);
    g_autofree char *many = removed (repeats, "site/with.md", with);
    g_assert_cmpstr (many, ==, "不许转载本站文字。|栏目主页");
    g_autofree char *elsewhere = removed (repeats, "other/with.md", with);
    g_assert_cmpstr (elsewhere, ==, "");
}

static void
test_tally (void)
{
    GxTally *tally = gx_tally_new (2000);
    for (guint i = 0; i < 100; i++)
        for (guint64 j = 0; j < 1000; j++) {
            gx_tally_add (tally, 1 + j % 3); /* common */
            gx_tally_add (tally, 100 + i * 1000 + j);
        }
    for (guint64 key = 1; key <= 3; key++)
        g_assert_cmpuint (gx_tally_get (tally, key), >, 33000);
    g_assert_cmpuint (gx_tally_get (tally, 4), ==, 0);
    g_assert_cmpuint (gx_tally_get (tally, 99 + 100 * 1000), ==, 1);
    gx_tally_free (tally);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/repeats/ends", test_ends);
    g_test_add_func ("/repeats/text", test_text);
    g_test_add_func ("/repeats/headings", test_headings);
    g_test_add_func ("/repeats/shares", test_shares);
    g_test_add_func ("/repeats/tally", test_tally);
    return g_test_run ();
}
