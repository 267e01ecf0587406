/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-document-check.c - the check of all documents finds what it is there to find: documents made wrong on purpose. */
#include <guanxi/sentence.h>

#include "builder.h"
#include "document-check.h"
#include "source-says.h"

typedef void (*MakeFunc) (GxBuilder *builder);

/* Findings in a document that make builds from this source. */
static guint
count_findings (const char *text, MakeFunc make)
{
    g_autoptr (GxSource) source = gx_source_new ("a.html", text, strlen (text), NULL, NULL);
    g_autoptr (GxBuilder) builder = gx_builder_new (source);
    make (builder);
    gx_builder_end_block (builder, GX_BLOCK_PARAGRAPH);
    g_autoptr (GxDocument) document = gx_builder_finish (builder);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_auto (DocumentCheck) check = document_check_start ();
    document_check_run (&check, source, document, sentences);
    return check.n_findings;
}

static void
make_right (GxBuilder *builder)
{
    gx_builder_copy (builder, 0, 3);
    gx_builder_replace (builder, gx_str ("&"), 3, 8);
    gx_builder_copy (builder, 8, 11);
}

static void
make_other_character (GxBuilder *builder)
{
    gx_builder_replace (builder, gx_str ("丁"), 0, 3);
}

static void
make_cut (GxBuilder *builder)
{
    gx_builder_replace (builder, gx_str ("甲"), 0, 2);
}

static void
make_twice (GxBuilder *builder)
{
    gx_builder_copy (builder, 0, 3);
    gx_builder_end_block (builder, GX_BLOCK_PARAGRAPH);
    gx_builder_copy (builder, 0, 3);
}

static void
make_backwards (GxBuilder *builder)
{
    gx_builder_copy (builder, 8, 11);
    gx_builder_copy (builder, 0, 3);
}

static void
make_blank_of_letters (GxBuilder *builder)
{
    gx_builder_copy (builder, 0, 3);
    gx_builder_replace (builder, gx_str (" "), 8, 11);
    gx_builder_copy (builder, 11, 12);
}

static void
test_documents (void)
{
    const char *text = "甲&amp;乙。丙";

    g_assert_cmpuint (count_findings (text, make_right), ==, 0);
    g_assert_cmpuint (count_findings (text, make_other_character), >, 0);
    g_assert_cmpuint (count_findings (text, make_cut), >, 0);
    g_assert_cmpuint (count_findings (text, make_twice), >, 0);
    g_assert_cmpuint (count_findings (text, make_backwards), >, 0);
    g_assert_cmpuint (count_findings ("甲&amp;乙x丙", make_blank_of_letters), >, 0);
}

static void
test_sayings (void)
{
    static const struct {
        const char *source, *clean;
        Saying saying;
    } cases[] = {
        { "甲", "甲", SAYS_SAME },
        { "乙", "甲", SAYS_NOTHING },
        { "&#20013;", "中", SAYS_REFERENCE },
        { "&#x4e2d", "中", SAYS_REFERENCE },
        { "&#x4e2d;", "国", SAYS_NOTHING },
        { "&ldquo;", "“", SAYS_REFERENCE },
        { "&#147;", "“", SAYS_REFERENCE },
        { "&amp;", "<", SAYS_NOTHING },
        { "\\*", "*", SAYS_REFERENCE },
        { "\n  > ", " ", SAYS_BLANK },
        { "<br/>\n", " ", SAYS_BLANK },
        { "&nbsp;&#8195;", " ", SAYS_BLANK },
        { "-", " ", SAYS_BLANK },
        { "1\n", " ", SAYS_NOTHING },
        { "<b>a</b>", " ", SAYS_NOTHING },
        { "Ａ", "a", SAYS_FOLDED },
        { "韓", "韩", SAYS_FOLDED },
        { "<w:noBreakHyphen/>", "-", SAYS_REFERENCE },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        Saying saying = source_says (gx_str (cases[i].source), gx_str (cases[i].clean), g_utf8_get_char (cases[i].clean));
        g_test_message ("%s as %s", cases[i].source, cases[i].clean);
        g_assert_cmpint (saying, ==, cases[i].saying);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document-check/documents", test_documents);
    g_test_add_func ("/document-check/sayings", test_sayings);
    return g_test_run ();
}
