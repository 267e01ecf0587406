/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-gold.c - a gold file of any bytes, and a table of names. */
#include "fuzz.h"
#include "name-sets.h"

#include <glib/gstdio.h>
#include <guanxi/gold.h>
#include <unistd.h>

static void
read_gold (GxStr lines)
{
    static const char text[] = "朝美首脑会谈，𠀀 UN。";
    g_autoptr (GxSource) source = gx_source_new ("a.txt", text, sizeof text - 1, NULL, NULL);
    g_autoptr (GxGold) gold = gx_gold_parse ("a.jsonl", lines, source);
    guint n = 0;
    const GxAnnotation *annotations = gx_gold_annotations (gold, &n);
    for (guint i = 0; i < n; i++) {
        GxSpan span = annotations[i].source;
        g_assert_true (span.start < span.end && span.end <= sizeof text - 1);
        g_assert_true (gx_str_equal (gx_str (annotations[i].text), (GxStr){ text + span.start, span.end - span.start }));
        g_assert_true (g_utf8_validate (annotations[i].entity, -1, NULL));
    }
    for (const char *const *warning = gx_gold_warnings (gold); *warning; warning++)
        g_assert_true (g_utf8_validate (*warning, -1, NULL));
}

static void
read_names (const uint8_t *data, size_t size)
{
    g_autofree char *path = NULL;
    g_autoptr (GxNameSets) sets = gx_name_sets_new ();
    int fd = g_file_open_tmp ("fuzz-XXXXXX.tsv", &path, NULL);
    g_assert_cmpint (fd, >=, 0);
    g_assert_cmpint (write (fd, data, size), ==, (gssize)size);
    g_assert_cmpint (close (fd), ==, 0);
    (void)gx_name_sets_read (sets, path, NULL);
    g_assert_cmpint (g_unlink (path), ==, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    read_gold ((GxStr){ (const char *)data, size });
    read_names (data, size);
    return 0;
}
