/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-candidates.c - names left unread with their candidates; states inside institutions. */
#include "match-sample.h"

static void
append_text (GString *out, const Reading *read, GxSpan span)
{
    if (out->len > 0)
        g_string_append_c (out, ' ');
    g_string_append_len (out, gx_source_text (read->source).data + span.start, (gssize)(span.end - span.start));
}

/* `text=id|id:rule` of each unread name. */
static char *
show_unresolved (const Reading *read)
{
    GString *out = g_string_new (NULL);
    guint n;
    const GxUnresolved *names = gx_mentions_unresolved (read->mentions, &n);

    for (guint i = 0; i < n; i++) {
        append_text (out, read, names[i].source);
        g_assert_cmpuint (names[i].n_candidates, >, 1);
        for (guint c = 0; c < names[i].n_candidates; c++)
            g_string_append_printf (out, "%c%s", c == 0 ? '=' : '|', names[i].candidates[c]->id);
        g_string_append_printf (out, ":%s", names[i].rule);
    }
    return g_string_free (out, FALSE);
}

/* `text=id<id of the mention` of each nested state. */
static char *
show_nested (const Reading *read)
{
    GString *out = g_string_new (NULL);
    guint n, n_mentions;
    const GxNested *nested = gx_mentions_nested (read->mentions, &n);
    const GxMention *mentions = gx_mentions_get (read->mentions, &n_mentions);

    for (guint i = 0; i < n; i++) {
        g_assert_cmpuint (nested[i].part_of, <, n_mentions);
        const GxMention *whole = &mentions[nested[i].part_of];
        g_assert_cmpuint (nested[i].clean.start, >=, whole->clean.start);
        g_assert_cmpuint (nested[i].clean.end, <=, whole->clean.end);
        append_text (out, read, nested[i].source);
        g_string_append_printf (out, "=%s<%s", nested[i].entity->id, whole->entity->id);
    }
    return g_string_free (out, FALSE);
}

static void
check (char *(*show) (const Reading *), const char *text, const char *expected)
{
    Sample sample = sample_new ();
    Reading read = reading_new (sample.matcher, "a.txt", text);
    g_autofree char *found = show (&read);

    g_assert_cmpstr (found, ==, expected);
    reading_clear (&read);
    sample_clear (&sample);
}

static void
test_unresolved (void)
{
    check (show_unresolved, "布什来了。", "布什=bush|oldbush:name");
    check (show_unresolved, "小布什来了，布什又走了。", "");
    check (show_unresolved, "金正恩和金英哲都在。金委员长说。", "金委员长=kim|kimyc:surname");
    check (show_unresolved, "金正恩和金英哲都在。金政府说。", "金=kim|kimyc:surname");
    check (show_unresolved, "金正恩委员长和金英哲都在。金委员长说。", "");
    check (show_unresolved, "Kim Jong-un and Kim Yong-chol met. Then Kim left.", "Kim=kim|kimyc:surname");
    check (show_unresolved, "习近平、马英九和马三立：习马会", "马=ma|masan:portmanteau");
    check (show_unresolved, "在美国和日本，民主党赢了。", "民主党=dpjp|dpus:name");
    check (show_unresolved, "劳动党开会，国会休会，一片汪洋。", "");
}

/* Who is told later on speaks for what stands behind. */
static void
test_told_later (void)
{
    check (show_unresolved, "发布时间：2003-03-20\n\n民主党输了。布什来了。民主党赢了。", "民主党=dpjp|dpus:name");
    check (show_unresolved, "发布时间：2003-03-20\n\n布什来了。民主党赢了。", "");
}

static void
test_nested (void)
{
    check (show_nested, "美国国防部说。", "美国=US<US+defence");
    check (show_nested, "韩国防部说。", "韩国=KR<KR+defence");
    check (show_nested, "朝鲜劳动党和联合国。", "朝鲜=KP<wpk");
    check (show_nested, "在韩国，韩外交部说。", "韩=KR<KR+foreign");
    check (show_nested, "美国国务院、国防部说。", "美国=US<state");
    check (show_nested, "香港中文大学说，中大也说。", "");
    check (show_nested, "The U.S. State Department spoke.", "U.S.=US<state");
    check (show_nested, "美国总统特朗普说。", "");
}

static void
test_counted (void)
{
    Sample sample = sample_new ();
    Reading read = reading_new (sample.matcher, "a.txt", "美国国防部说，朝鲜劳动党也说。");
    guint n;

    gx_mentions_count_nested (read.mentions);
    (void)gx_mentions_nested (read.mentions, &n);
    g_assert_cmpuint (n, ==, 0);
    const GxMention *mentions = gx_mentions_get (read.mentions, &n);
    g_assert_cmpuint (n, ==, 4);
    g_assert_cmpstr (mentions[0].entity->id, ==, "US+defence");
    g_assert_cmpstr (mentions[1].entity->id, ==, "US");
    g_assert_cmpstr (mentions[1].rule, ==, "part");
    g_assert_cmpuint (mentions[1].sentence, ==, mentions[0].sentence);
    g_assert_cmpstr (mentions[2].entity->id, ==, "wpk");
    g_assert_cmpstr (mentions[3].entity->id, ==, "KP");
    reading_clear (&read);
    sample_clear (&sample);
}

static void
test_time (void)
{
    sample_check ("a.md", "---\ndate: 2002-05-01\n---\n\n布什来了。\n", "布什=bush:alias");
    sample_check ("a.md", "---\ndate: 1988-05-01\n---\n\n布什来了。\n", "布什=oldbush:alias");
    assert_mentions ("布什和里根来了。", "里根=reagan:name");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/candidates/unresolved", test_unresolved);
    g_test_add_func ("/candidates/told-later", test_told_later);
    g_test_add_func ("/candidates/nested", test_nested);
    g_test_add_func ("/candidates/counted", test_counted);
    g_test_add_func ("/candidates/time", test_time);
    return g_test_run ();
}
