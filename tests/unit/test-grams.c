/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grams.h"

/* A batch of one passage, of runs with | between; all of it one document. */
static GxBatch *
batch_of (const char *text)
{
    GxBatch *batch = gx_batch_new ();
    GxPassage passage = { .document = g_ref_string_new ("a"), .text = g_ref_string_new (text), .number = 1 };
    const guint32 number = 0;
    g_array_append_val (batch->passages, passage);
    for (const char *at = text; *at; at = g_utf8_next_char (at)) {
        const char *next = g_utf8_next_char (at);
        gunichar c = *at == '|' ? 0 : g_utf8_get_char (at);
        guint16 before = at == text || at[-1] == '|' ? GX_BESIDE_EDGE : 0, after = *next == '\0' || *next == '|' ? GX_BESIDE_EDGE : 0;
        g_array_append_val (batch->symbols, c);
        g_array_append_val (batch->before, before);
        g_array_append_val (batch->after, after);
        g_array_append_val (batch->passage, number);
    }
    return batch;
}

static void
note (const GxBatch *batch, gsize start, guint length, const GxEvidence *evidence, gpointer user_data)
{
    g_autofree char *text = gx_batch_text (batch, start, length);
    g_string_append_printf (user_data, "%s %u/%u left %u right %u\n", text, evidence->signs[GX_SIGN_COUNT], evidence->raw,
                            evidence->tied_left, evidence->tied_right);
}

static void
test_strings (void)
{
    g_autoptr (GxBatch) batch = batch_of ("甲乙丙|甲乙丙|丁乙丙");
    g_autoptr (GString) found = g_string_new (NULL);
    gx_grams_each (batch, note, found);
    /* 甲乙 stands only in 甲乙丙; 乙丙 once without 甲. */
    g_assert_cmpstr (found->str, ==, "甲乙 2/2 left 0 right 2\n乙丙 3/3 left 2 right 0\n甲乙丙 2/2 left 0 right 0\n");
}

static void
test_known (void)
{
    g_autoptr (GxBatch) batch = batch_of ("甲乙丙|甲乙丁|甲乙");
    g_autoptr (GString) found = g_string_new (NULL);
    guint16 *before = (guint16 *)(gpointer)batch->before->data, *after = (guint16 *)(gpointer)batch->after->data;
    before[0] |= GX_BESIDE_COVERED; /* the first 甲乙 is a known name */
    before[1] |= GX_BESIDE_COVERED | GX_BESIDE_CUT;
    after[0] |= GX_BESIDE_CUT;
    gx_grams_each (batch, note, found);
    g_assert_cmpstr (found->str, ==, "甲乙 2/3 left 0 right 0\n");
}

static void
test_nothing (void)
{
    g_autoptr (GxBatch) empty = gx_batch_new (), one = batch_of ("甲"), lone = batch_of ("甲乙丙丁");
    g_autoptr (GString) found = g_string_new (NULL);
    gx_grams_each (empty, note, found);
    gx_grams_each (one, note, found);
    gx_grams_each (lone, note, found);
    g_assert_cmpstr (found->str, ==, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/grams/strings", test_strings);
    g_test_add_func ("/grams/known", test_known);
    g_test_add_func ("/grams/nothing", test_nothing);
    return g_test_run ();
}
