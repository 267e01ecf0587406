/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-lexicon.c - forms and their readings, abbreviations, surnames, bodies of states. */
#include "lexicon.h"

#include <glib/gstdio.h>

#define ENTITIES "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"
#define BODIES   "id\tname\ten\taliases\tnote\n"

/* Loads up to three tables given as text. */
static GxDictionary *
load (const char *first, const char *second, const char *third)
{
    const char *const texts[] = { first, second, third };
    char *paths[4] = { NULL };
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("guanxi-XXXXXX", &error);
    g_assert_no_error (error);
    for (guint i = 0; i < 3 && texts[i]; i++) {
        g_autofree char *name = g_strdup_printf ("%u.tsv", i);
        paths[i] = g_build_filename (folder, name, NULL);
        g_assert_true (g_file_set_contents (paths[i], texts[i], -1, &error));
    }
    GxDictionary *dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, (const char *const *)paths, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < 3 && paths[i]; i++) {
        g_assert_cmpint (g_unlink (paths[i]), ==, 0);
        g_free (paths[i]);
    }
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    return dictionary;
}

static const GxForm *
find (const GxDictionary *self, const char *text)
{
    return gx_lexicon_find (self, text, strlen (text));
}

static void
test_forms_sorted (void)
{
    g_autoptr (GxDictionary) dictionary =
        load (ENTITIES "s1\tstate\t乙国\tZ Land\t甲国|a|ａ|臺灣\t\t\t\t\t\n", "phrase\n台湾海峡\n台\n", NULL);
    guint n;
    const GxForm *forms = gx_lexicon_forms (dictionary, &n);
    g_assert_cmpuint (n, ==, 7);
    for (guint i = 0; i < n; i++) {
        g_assert_cmpuint (forms[i].len, ==, strlen (forms[i].text));
        g_assert_true (gx_lexicon_find (dictionary, forms[i].text, forms[i].len) == &forms[i]);
        g_assert_cmpuint (forms[i].n_readings, ==, 1);
        if (i > 0)
            g_assert_cmpint (strcmp (forms[i - 1].text, forms[i].text), <, 0);
    }
    g_assert_nonnull (find (dictionary, "台湾"));
    g_assert_null (find (dictionary, "臺灣"));
    /* The length counts, not a terminator. */
    g_assert_true (gx_lexicon_find (dictionary, "台湾海峡吗", strlen ("台湾海峡")) == find (dictionary, "台湾海峡"));
    g_assert_null (gx_lexicon_find (dictionary, "台湾", 5));
}

static void
test_readings (void)
{
    g_autoptr (GxDictionary) dictionary =
        load (ENTITIES "q2\tinstitution\t大会\t\t~中大|=SK|=Sk|~sk\t\t\t\t\t\nq1\tinstitution\t中大会\t\t中大\t\t\t\t\t\n",
              BODIES "assembly\t大会\tAssembly\t\t\n", "phrase\n大会\n中大\n");
    const GxForm *shared = find (dictionary, "中大");
    g_assert_cmpuint (shared->n_readings, ==, 3);
    g_assert_cmpstr (shared->readings[0].entity->id, ==, "q1");
    g_assert_cmpuint (shared->readings[0].flags, ==, 0);
    g_assert_cmpstr (shared->readings[1].entity->id, ==, "q2");
    g_assert_cmpuint (shared->readings[1].flags, ==, GX_ALIAS_CONTEXT);
    g_assert_cmpint (shared->readings[2].kind, ==, GX_FORM_PHRASE);

    /* The phrase yields to an entity's own name; the body stays. */
    const GxForm *own = find (dictionary, "大会");
    g_assert_cmpuint (own->n_readings, ==, 2);
    g_assert_cmpint (own->readings[0].kind, ==, GX_FORM_NAME);
    g_assert_cmpint (own->readings[1].kind, ==, GX_FORM_BODY);
    g_assert_cmpstr (own->readings[1].body->english, ==, "Assembly");

    /* One entity, three ways to write it that ask for different things. */
    const GxForm *exact = find (dictionary, "sk");
    g_assert_cmpuint (exact->n_readings, ==, 3);
    g_assert_cmpuint (exact->readings[0].flags, ==, GX_ALIAS_CONTEXT);
    g_assert_cmpstr (exact->readings[1].exact, ==, "SK");
    g_assert_cmpstr (exact->readings[2].exact, ==, "Sk");
}

static void
test_free_name_wins (void)
{
    g_autoptr (GxDictionary) dictionary = load (ENTITIES "q1\tstate\tLand\tLAND\t~LaND|=land\t\t\t\t\t\n", NULL, NULL);
    const GxForm *form = find (dictionary, "land");
    g_assert_cmpuint (form->n_readings, ==, 1);
    g_assert_cmpuint (form->readings[0].flags, ==, GX_ALIAS_LABEL);
}

static void
test_shorts (void)
{
    g_autoptr (GxDictionary) dictionary = load (ENTITIES "p1\tperson\t特某\t\t\t特|韓\t\t\t\t\n"
                                                         "z9\tstate\t巴甲\tA\t\t巴|巴|華\t\t\t\t\n"
                                                         "a1\tstate\t巴乙\tB\t\t巴\t\t\t\t\n",
                                                NULL, NULL);
    const GxEntity *const *states = gx_lexicon_short_states (dictionary, 0x5DF4);
    g_assert_cmpstr (states[0]->id, ==, "z9");
    g_assert_cmpstr (states[1]->id, ==, "a1");
    g_assert_null (states[2]);
    g_assert_nonnull (gx_lexicon_short_states (dictionary, 0x534E)); /* 华 */
    g_assert_null (gx_lexicon_short_states (dictionary, 0x7279));    /* 特 */
    g_assert_cmpstr (gx_lexicon_short_people (dictionary, 0x7279)[0]->id, ==, "p1");
    g_assert_nonnull (gx_lexicon_short_people (dictionary, 0x97E9)); /* 韩 */
    g_assert_null (gx_lexicon_short_people (dictionary, 0));
}

static void
test_surnames (void)
{
    g_autoptr (GxDictionary) dictionary = load (ENTITIES "a\tperson\t歐陽某\t\t\t\t\t\t\t\n"
                                                         "b\tperson\t欧某\t\t\t\t\t\t\t\n"
                                                         "c\tperson\t欧阳\t\t\t\t\t\t\t\n"
                                                         "d\tperson\t马克某\t\t甲乙·马克某\t\t\t\t\t\n"
                                                         "e\tperson\t马·克\t\t\t\t\t\t\t\n"
                                                         "f\tperson\t马某某某某\t\t\t\t\t\t\t\n"
                                                         "g\tperson\t马\t\t\t\t\t\t\t\n"
                                                         "h\tperson\t马田某某\t\t~马田\t\t\t\t\t\n"
                                                         "i\tperson\t无某\t\t\t\t\t\t\t\n"
                                                         "j\tperson\t马A\t\t\t\t\t\t\t\n"
                                                         "k\tinstitution\t马会\t\t\t\t\t\t\t\n",
                                                "surname\n欧\n歐陽\n马\n", NULL);
    static const struct {
        const char *id, *surname;
    } expected[] = { { "a", "欧阳" }, { "b", "欧" },   { "c", "欧" }, { "d", NULL }, { "e", NULL }, { "f", NULL },
                     { "g", NULL },   { "h", "马田" }, { "i", NULL }, { "j", NULL }, { "k", NULL } };
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        g_assert_cmpstr (gx_lexicon_surname (dictionary, gx_dictionary_find (dictionary, expected[i].id)), ==, expected[i].surname);
}

static GxDictionary *
load_bodies (void)
{
    return load (
        ENTITIES "s1\tstate\t甲国\tAland\t甲邦|~Alanders\t甲\t\t\t\t\n"
                 "s2\tstate\t乙国\tBland\t\t乙\t\t\t\t\n"
                 "s3\tstate\t丙国\t\t\t\t\t\t\t\n"
                 "i1\tinstitution\t甲国战争部\tWar Department\t甲邦國防部\t\ts1\t\t\t\n"
                 "i2\tinstitution\t乙国国防部\t\t\t\ts1\t\t\t\n"
                 "i3\tinstitution\t大议院\t\t~国会\t\ts2\t\t\t\n"
                 "i4\tinstitution\tBland Office of Trade\t\t\t\ts2\t\t\t\n",
        BODIES "defence\t国防部\tDefence Ministry\t防卫部\t\nparliament\t国会\tParliament\t\t\ntrade\t商务部\tOffice of Trade\t\t\n", NULL);
}

static const GxEntity *
state_body (const GxDictionary *self, const char *state, const char *body)
{
    return gx_lexicon_state_body (self, gx_dictionary_find (self, state), find (self, body)->readings[0].body);
}

static void
test_roles (void)
{
    g_autoptr (GxDictionary) dictionary = load (ENTITIES "p1\tperson\t甲\tA\t\t\t\t\t\tMinister of Trade\np2\tperson\t乙\tB\t\t\t\t\t\t\n"
                                                         "s1\tstate\t甲国\tZ Land\t\t\t\t\t\tisland\n",
                                                "id\ttype\tname\tnote\np1\t\t\t\np2\t\t\tScholar\n", NULL);
    g_assert_cmpstr (gx_lexicon_role (dictionary, gx_dictionary_find (dictionary, "p1")), ==, "minister of trade");
    g_assert_cmpstr (gx_lexicon_role (dictionary, gx_dictionary_find (dictionary, "p2")), ==, "scholar");
    g_assert_cmpstr (gx_lexicon_role (dictionary, gx_dictionary_find (dictionary, "s1")), ==, "");
    g_assert_cmpstr (gx_lexicon_role (dictionary, gx_lexicon_stranger (dictionary, "丙")), ==, "");
}

static void
test_state_body (void)
{
    g_autoptr (GxDictionary) dictionary = load_bodies ();
    /* A row that goes by one of the state's names and one of the body's. */
    g_assert_cmpstr (state_body (dictionary, "s1", "国防部")->id, ==, "i1");
    g_assert_true (state_body (dictionary, "s1", "防卫部") == state_body (dictionary, "s1", "国防部"));
    /* With a blank between words. */
    g_assert_cmpstr (state_body (dictionary, "s2", "商务部")->id, ==, "i4");
    /* An institution of the state that goes by the body's name alone. */
    const GxForm *parliament = find (dictionary, "国会");
    g_assert_cmpuint (parliament->n_readings, ==, 2);
    const GxBody *body = parliament->readings[1].body;
    g_assert_cmpstr (gx_lexicon_state_body (dictionary, gx_dictionary_find (dictionary, "s2"), body)->id, ==, "i3");

    /* The row by that name is another state's: one is made. */
    const GxEntity *made = state_body (dictionary, "s2", "国防部");
    g_assert_cmpstr (made->id, ==, "s2+defence");
    g_assert_cmpint (made->type, ==, GX_ENTITY_INSTITUTION);
    g_assert_cmpstr (made->name, ==, "乙国国防部");
    g_assert_cmpstr (made->english, ==, "Bland Defence Ministry");
    g_assert_cmpstr (made->country, ==, "s2");
    g_assert_true (made == state_body (dictionary, "s2", "防卫部"));
    g_assert_cmpstr (state_body (dictionary, "s3", "国防部")->english, ==, "");
    g_assert_null (gx_dictionary_find (dictionary, "s2+defence"));
}

static gpointer
ask_often (gpointer data)
{
    const GxDictionary *dictionary = data;
    const GxEntity *first = state_body (dictionary, "s3", "国防部");
    for (guint i = 0; i < 1000; i++)
        g_assert_true (state_body (dictionary, "s3", "国防部") == first);
    return (gpointer)first;
}

static void
test_threads (void)
{
    g_autoptr (GxDictionary) dictionary = load_bodies ();
    GThread *threads[4];
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("ask", ask_often, dictionary);
    const GxEntity *expected = state_body (dictionary, "s3", "国防部");
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_assert_true (g_thread_join (threads[i]) == expected);
}

/* 10^5 names, many of them alike at the start, stay quick to load and to find. */
static void
test_many (void)
{
    g_autoptr (GString) text = g_string_new ("phrase\n");
    for (guint i = 0; i < 100000; i++)
        g_string_append_printf (text, "朝鲜半岛%u\n", i);
    g_autoptr (GxDictionary) dictionary = load (text->str, NULL, NULL);
    guint n;
    gx_lexicon_forms (dictionary, &n);
    g_assert_cmpuint (n, ==, 100000);
    for (guint i = 0; i < 100000; i++) {
        g_autofree char *word = g_strdup_printf ("朝鲜半岛%u", i);
        g_assert_nonnull (find (dictionary, word));
    }
    g_assert_null (find (dictionary, "朝鲜半岛"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/lexicon/forms-sorted", test_forms_sorted);
    g_test_add_func ("/lexicon/readings", test_readings);
    g_test_add_func ("/lexicon/free-name-wins", test_free_name_wins);
    g_test_add_func ("/lexicon/shorts", test_shorts);
    g_test_add_func ("/lexicon/surnames", test_surnames);
    g_test_add_func ("/lexicon/roles", test_roles);
    g_test_add_func ("/lexicon/state-body", test_state_body);
    g_test_add_func ("/lexicon/threads", test_threads);
    g_test_add_func ("/lexicon/many", test_many);
    return g_test_run ();
}
