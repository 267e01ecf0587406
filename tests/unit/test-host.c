/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include <glib.h>

static void
check (const char *address, const char *expected)
{
    g_autofree char *host = gx_str_dup (gx_host_of (gx_str (address)));
    g_assert_cmpstr (host, ==, expected);
}

static void
test_hosts (void)
{
    check ("https://www.a.example/b", "a.example");
    check ("http://WWW.a.example", "a.example");
    check (" //a.example:8080/b", "a.example");
    check ("https://me:word@a.example:80/x@y", "a.example");
    check ("https://新闻.example?x", "新闻.example");
    check ("https://[2001:db8::1]:80/", "[2001:db8::1]");
    check ("https://a.example\nb", "a.example");
}

static void
test_no_hosts (void)
{
    check ("", "");
    check ("//", "");
    check ("https:", "");
    check ("https:///a", "");
    check ("新华社", "");
    check ("a.example/b", "");
    check ("甲//乙", "");
    check ("mailto:me@a.example", "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/host/hosts", test_hosts);
    g_test_add_func ("/host/none", test_no_hosts);
    return g_test_run ();
}
