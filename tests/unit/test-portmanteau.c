/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-portmanteau.c - two people in one word. */
#include "match-sample.h"

static void
test_meetings (void)
{
    assert_mentions ("特朗普和金正恩的“特金会”与金特会晤", "特朗普=trump:name 金正恩=kim:name 特=trump:portmanteau 金=kim:portmanteau "
                                                           "金=kim:portmanteau 特=trump:portmanteau");
    assert_mentions ("特金会之后特朗普走了。", "特=trump:portmanteau 金=kim:portmanteau 特朗普=trump:name");
    assert_mentions ("特朗普：特金峰会", "特朗普=trump:name 特=trump:portmanteau 金=kim:portmanteau");
}

static void
test_doubt (void)
{
    assert_mentions ("特金会召开。", "");
    assert_mentions ("习近平：习马会", "习近平=xi:name");
    assert_mentions ("习近平和马英九：习马会", "习近平=xi:name 马英九=ma:name 习=xi:portmanteau 马=ma:portmanteau");
    assert_mentions ("习近平、马英九和马三立：习马会", "习近平=xi:name 马英九=ma:name 马三立=masan:name");
    assert_mentions ("特朗普：特特会，特川会。", "特朗普=trump:name");
    assert_mentions ("会", "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/portmanteau/meetings", test_meetings);
    g_test_add_func ("/portmanteau/doubt", test_doubt);
    return g_test_run ();
}
