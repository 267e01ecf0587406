/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-text.h"
#include "twins.h"

static GxSignature
sign (const char *name, const char *text)
{
    GxSignature signature;
    g_autoptr (GxDocument) document = sample_document (name, text);
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (document));
    gx_signature_make (&signature, document, folded);
    return signature;
}

/* The name of the twin, "" when there is none. */
static const char *
add (GxTwins *twins, const char *name, const char *text)
{
    GxSignature signature = sign (name, text);
    const char *twin = gx_twins_add (twins, name, 1, &signature).name;
    return twin ? twin : "";
}

/* Short texts are only known by exact copies: of the words, the title and the date that metadata gives. */
static void
test_short (void)
{
    g_autoptr (GxTwins) twins = gx_twins_new ();
    g_assert_cmpstr (add (twins, "a.txt", "两国外长今天会面。\n"), ==, "");
    g_assert_cmpstr (add (twins, "b.txt", "两国外长明天会面。\n"), ==, "");
    g_assert_cmpstr (add (twins, "c.txt", "两国外长，今天会面！"), ==, "a.txt");
    g_assert_cmpstr (add (twins, "d.txt", "兩國外長今天會面。\n"), ==, "a.txt");
    g_assert_cmpstr (add (twins, "2019-02-27.txt", "两国外长今天会面。\n"), ==, "a.txt");
    g_assert_cmpstr (add (twins, "e.md", "---\ndate: 2019-02-27\n---\n\n两国外长今天会面。\n"), ==, "");
    g_assert_cmpstr (add (twins, "f.md", "---\ndate: 2019-02-28\n---\n\n两国外长今天会面。\n"), ==, "");
    g_assert_cmpstr (add (twins, "g.md", "---\ndate: 2019-02-28\n---\n\n两国外长今天会面。\n"), ==, "f.md");
    g_assert_cmpstr (add (twins, "h.txt", "……\n"), ==, "");
    g_assert_cmpstr (add (twins, "i.txt", "……\n"), ==, ""); /* no words, no twin */
}

static void
test_words (void)
{
    static const char first[] =
        "The two delegations met on Monday in a hall that nobody had heated, and for the better part of an hour they spoke about the "
        "weather, the roads that led to the valley, and the price of grain in the towns along the river. Only when tea was served did the "
        "older of the two envoys open his folder and read from it, slowly, what his government was ready to concede and what it was not.";
    g_autofree char *upper = g_utf8_strup (first, -1);
    g_autofree char *reprint = g_strconcat ("(From our correspondent) ", first, NULL);
    g_autofree char *half = g_strndup (first, sizeof first / 2);
    g_autoptr (GxTwins) twins = gx_twins_new ();
    g_assert_cmpstr (add (twins, "a.txt", first), ==, "");
    g_assert_cmpstr (add (twins, "b.txt", upper), ==, "a.txt");
    g_assert_cmpstr (add (twins, "c.txt", reprint), ==, "a.txt");
    g_assert_cmpstr (add (twins, "d.txt", half), ==, "");
}

/* Another headline, byline and note of the editors; a text that is another. */
static void
test_reprints (void)
{
    g_autoptr (GRand) chance = g_rand_new_with_seed (7);
    g_autoptr (GArray) characters = sample_characters (chance, 1500), others = sample_characters (chance, 1500);
    g_autofree char *text = sample_write (characters), *other = sample_write (others);
    g_autofree char *headline = g_strconcat ("<h1>原来的标题</h1><p>", text, "</p>", NULL);
    g_autofree char *reprint = g_strconcat ("<h1>换了的标题</h1><p>编者按：本文原载于别处，转载时略有删节。</p><p>", text, "</p>", NULL);
    g_autofree char *both = g_strconcat (text, "\n", other, NULL);
    g_autoptr (GxTwins) twins = gx_twins_new ();
    g_assert_cmpstr (add (twins, "a.html", headline), ==, "");
    g_assert_cmpstr (add (twins, "b.html", reprint), ==, "a.html");
    g_assert_cmpstr (add (twins, "c.txt", other), ==, "");
    g_assert_cmpstr (add (twins, "d.txt", both), ==, ""); /* what says more is no duplicate */
    g_assert_cmpstr (add (twins, "e.txt", text), ==, "a.html");
}

/* Edits at many places and in runs: what is clearly a twin is found, what clearly is none is not. */
static void
test_edits (void)
{
    static const struct {
        guint percent, run;
        gboolean is_twin;
    } cases[] = {
        { 0, 1, TRUE }, { 1, 1, TRUE }, { 5, 20, TRUE }, { 25, 20, FALSE }, { 10, 1, FALSE }, { 40, 40, FALSE },
    };
    g_autoptr (GRand) chance = g_rand_new_with_seed (11);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        for (guint n = 0; n < 10; n++) {
            g_autoptr (GArray) characters = sample_characters (chance, 2000);
            g_autofree char *text = sample_write (characters);
            sample_edit (chance, characters, 20 * cases[i].percent, cases[i].run);
            g_autofree char *edited = sample_write (characters);
            g_autoptr (GxTwins) twins = gx_twins_new ();
            g_assert_cmpstr (add (twins, "a.txt", text), ==, "");
            g_assert_cmpstr (add (twins, "b.txt", edited), ==, cases[i].is_twin ? "a.txt" : "");
        }
}

/* Reports of one form with other numbers are no twins; a reprint may have some more. */
static void
test_numbers (void)
{
    static const char form[] =
        "本月港口共有%u艘船停靠，其中%u艘来自邻国，卸下粮食%u吨、木材%u车，另有%u名旅客上岸。与上月相比，停靠的船增加了%u艘，"
        "粮食减少了%u吨。港口的灯塔一切正常，防波堤修补了%u米，渔民没有提出意见，海关也没有扣留任何货物。\n";
    g_autofree char *first = g_strdup_printf (form, 12, 7, 300, 45, 80, 3, 20, 15);
    g_autofree char *second = g_strdup_printf (form, 19, 9, 410, 38, 66, 5, 27, 11);
    g_autofree char *reprint = g_strconcat ("据2019年5月4日报道：", first, NULL);
    g_autoptr (GxTwins) twins = gx_twins_new ();
    GxSignature a = sign ("a.txt", first), b = sign ("b.txt", second), c = sign ("c.txt", reprint);
    g_assert_cmpuint (a.n_numbers, ==, 8);
    g_assert_true (gx_signature_numbers_differ (&a, &b) && gx_signature_numbers_differ (&b, &a));
    g_assert_false (gx_signature_numbers_differ (&a, &c) || gx_signature_numbers_differ (&a, &a));
    g_assert_cmpstr (add (twins, "a.txt", first), ==, "");
    g_assert_cmpstr (add (twins, "b.txt", second), ==, "");
    g_assert_cmpstr (add (twins, "c.txt", reprint), ==, "a.txt");

    GString *many = g_string_new (NULL);
    for (guint i = 0; i < 200; i++)
        g_string_append_printf (many, "%c号有%u件", 'a' + i % 26, i);
    GxSignature d = sign ("d.txt", many->str);
    g_assert_cmpuint (d.n_numbers, ==, 1); /* all behind 号有 */
    for (guint i = 0; i < 200; i++)
        g_string_append_printf (many, "%c%c有%u件", 'a' + i % 26, 'a' + i / 26, i);
    GxSignature e = sign ("e.txt", many->str);
    g_assert_cmpuint (e.n_numbers, ==, GX_SIGNATURE_NUMBERS);
    g_string_free (many, TRUE);
}

/* Thousands of documents: every copy finds its own, also when all of them share a form. */
static void
test_many (void)
{
    enum { DOCUMENTS = 3000 };
    g_autoptr (GRand) chance = g_rand_new_with_seed (13);
    g_autoptr (GxTwins) twins = gx_twins_new ();
    g_autofree GxSignature *signatures = g_new (GxSignature, DOCUMENTS);
    g_autoptr (GArray) form = sample_characters (chance, 120);
    for (guint i = 0; i < DOCUMENTS; i++) {
        g_autoptr (GArray) own = sample_characters (chance, 80);
        g_array_prepend_vals (own, form->data, form->len);
        g_autofree char *text = sample_write (own), *name = g_strdup_printf ("%u", i);
        signatures[i] = sign ("text.txt", text);
        GxTwin twin = gx_twins_add (twins, name, i + 1, &signatures[i]);
        g_assert_null (twin.name);
    }
    for (guint i = 0; i < DOCUMENTS; i++) {
        GxTwin twin = gx_twins_add (twins, "again", 0, &signatures[i]);
        g_assert_cmpuint (twin.number, ==, i + 1);
        g_assert_cmpuint (twin.similarity, ==, 100);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/twins/short", test_short);
    g_test_add_func ("/twins/words", test_words);
    g_test_add_func ("/twins/reprints", test_reprints);
    g_test_add_func ("/twins/edits", test_edits);
    g_test_add_func ("/twins/numbers", test_numbers);
    g_test_add_func ("/twins/many", test_many);
    return g_test_run ();
}
