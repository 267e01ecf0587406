/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-builder.c - blocks, their trimming, and the map back to the source. */
#include "builder.h"
#include "clean-sample.h"
#include "map.h"

static GxSource *
source_of (const char *text)
{
    g_autoptr (GError) error = NULL;
    GxSource *source = gx_source_new ("a.txt", text, strlen (text), NULL, &error);

    g_assert_no_error (error);
    return source;
}

static void
test_map (void)
{
    g_autoptr (GxMap) map = gx_map_new ();
    GxSpan span;
    gsize n;

    span = gx_map_span (map, 0, 1);
    g_assert_cmpuint (span.end, ==, 0);
    gx_map_append (map, (GxMapRun){ 0, 3, 10, 3 });
    gx_map_append (map, (GxMapRun){ 3, 3, 13, 3 }); /* touches: one run */
    gx_map_append (map, (GxMapRun){ 6, 1, 16, 6 });
    gx_map_append (map, (GxMapRun){ 8, 2, 2, 2 }); /* a gap in front, and back in the source */
    (void)gx_map_runs (map, &n);
    g_assert_cmpuint (n, ==, 3);
    span = gx_map_span (map, 1, 5);
    g_assert_cmpuint (span.start, ==, 11);
    g_assert_cmpuint (span.end, ==, 15);
    span = gx_map_span (map, 5, 7);
    g_assert_cmpuint (span.start, ==, 15);
    g_assert_cmpuint (span.end, ==, 22);
    span = gx_map_span (map, 6, 8); /* ends in the gap */
    g_assert_cmpuint (span.start, ==, 16);
    g_assert_cmpuint (span.end, ==, 22);
    span = gx_map_span (map, 7, 9); /* starts in it */
    g_assert_cmpuint (span.start, ==, 2);
    g_assert_cmpuint (span.end, ==, 3);
    span = gx_map_span (map, 0, 10); /* ends before it starts */
    g_assert_cmpuint (span.start, ==, 2);
    g_assert_cmpuint (span.end, ==, 16);
    span = gx_map_span (map, 10, 12);
    g_assert_cmpuint (span.end, ==, 0);
    gx_map_truncate (map, 4);
    span = gx_map_span (map, 3, 7);
    g_assert_cmpuint (span.start, ==, 13);
    g_assert_cmpuint (span.end, ==, 14);
}

static void
test_blocks (void)
{
    g_autoptr (GxSource) source = source_of ("　中国&amp;x \n美国 ");
    g_autoptr (GxBuilder) builder = gx_builder_new (source);
    g_autoptr (GxDocument) document = NULL;
    g_autofree char *blocks = NULL;
    GxSpan span;

    g_assert_false (gx_builder_has_text (builder));
    g_assert_cmpuint (gx_builder_last_char (builder), ==, 0);
    gx_builder_end_block (builder, GX_BLOCK_HEADING); /* empty: nothing */
    gx_builder_copy (builder, 0, 9);
    g_assert_cmpuint (gx_builder_last_char (builder), ==, 0x56FD);
    gx_builder_replace (builder, gx_str ("&"), 9, 14);
    gx_builder_copy (builder, 14, 16);
    gx_builder_end_block (builder, GX_BLOCK_HEADING);
    gx_builder_replace (builder, gx_str (" "), 16, 17);
    g_assert_false (gx_builder_has_text (builder));
    gx_builder_copy (builder, 17, 24);
    gx_builder_retype_block (builder, 0, GX_BLOCK_CAPTION);
    g_assert_cmpuint (gx_builder_n_blocks (builder), ==, 1);
    document = gx_builder_finish (builder);
    blocks = sample_blocks (document);
    g_assert_cmpstr (blocks, ==, "caption: 中国&x\nparagraph: 美国");
    sample_check (document, gx_source_text (source));
    span = gx_document_source_span (document, 3, 8);
    g_assert_cmpuint (span.start, ==, 6);
    g_assert_cmpuint (span.end, ==, 15);
}

static void
test_empty (void)
{
    g_autoptr (GxSource) source = source_of (" x ");
    g_autoptr (GxBuilder) builder = gx_builder_new (source);
    g_autoptr (GxDocument) document = NULL;
    guint n;

    gx_builder_copy (builder, 0, 1);
    document = gx_builder_finish (builder);
    (void)gx_document_blocks (document, &n);
    g_assert_cmpuint (n, ==, 0);
    g_assert_cmpuint (gx_document_text (document).len, ==, 0);
    g_assert_null (gx_document_title (document));
    g_assert_null (gx_document_warnings (document)[0]);
}

static void
test_metadata (void)
{
    g_autoptr (GxSource) source = source_of ("会晤");
    g_autoptr (GxBuilder) builder = gx_builder_new (source);
    g_autoptr (GxDocument) document = NULL;

    gx_builder_set_title (builder, gx_str ("  第二次\n 会晤  in\tHanoi "));
    gx_builder_set_title (builder, gx_str ("　"));
    gx_builder_set_author (builder, gx_str ("甲"));
    gx_builder_set_author (builder, gx_str ("乙"));
    gx_builder_set_date (builder, gx_str ("2019年2月27日"), GX_DATE_METADATA);
    gx_builder_set_date (builder, gx_str ("昨天"), GX_DATE_METADATA);
    gx_builder_warn (builder, "line %d: %s", 3, "odd");
    gx_builder_copy (builder, 0, 6);
    gx_builder_end_block (builder, GX_BLOCK_HEADING);
    document = gx_builder_finish (builder);
    g_assert_cmpstr (gx_document_title (document), ==, "第二次会晤 in Hanoi");
    g_assert_cmpstr (gx_document_author (document), ==, "乙");
    g_assert_cmpstr (gx_document_date (document), ==, "2019-02-27");
    g_assert_cmpstr (gx_document_name (document), ==, "a.txt");
    g_assert_cmpstr (gx_document_warnings (document)[0], ==, "line 3: odd");
    g_assert_null (gx_document_warnings (document)[1]);
}

static void
test_title_from_heading (void)
{
    g_autoptr (GxSource) source = source_of ("会晤");
    g_autoptr (GxBuilder) builder = gx_builder_new (source);
    g_autoptr (GxDocument) document = NULL;

    gx_builder_copy (builder, 0, 3);
    gx_builder_end_block (builder, GX_BLOCK_PARAGRAPH);
    gx_builder_copy (builder, 3, 6);
    gx_builder_end_block (builder, GX_BLOCK_HEADING);
    document = gx_builder_finish (builder);
    g_assert_cmpstr (gx_document_title (document), ==, "晤");
}

static void
test_type_names (void)
{
    g_assert_cmpstr (gx_block_type_name (GX_BLOCK_HEADING), ==, "heading");
    g_assert_cmpstr (gx_block_type_name (GX_BLOCK_LIST_ITEM), ==, "list-item");
    g_assert_cmpstr (gx_block_type_name (GX_BLOCK_FURNITURE), ==, "furniture");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/builder/map", test_map);
    g_test_add_func ("/builder/blocks", test_blocks);
    g_test_add_func ("/builder/empty", test_empty);
    g_test_add_func ("/builder/metadata", test_metadata);
    g_test_add_func ("/builder/title-from-heading", test_title_from_heading);
    g_test_add_func ("/builder/type-names", test_type_names);
    return g_test_run ();
}
