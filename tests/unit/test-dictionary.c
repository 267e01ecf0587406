/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-dictionary.c - tables that are read, merged and refused. */
#include <guanxi/dictionary.h>

#include "lexicon.h"

#include <glib/gstdio.h>
#include <math.h>

#define ENTITIES "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"
#define OLDLAND  ENTITIES "s1\tstate\t旧国\tOldland\t旧邦\t旧\t\t\t\t\n"

/* A folder of tables; a.tsv, b.tsv … in order. */
typedef struct {
    char *folder;
    GPtrArray *paths;
} Tables;

static void
set_up (Tables *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GError) error = NULL;
    self->folder = g_dir_make_tmp ("guanxi-XXXXXX", &error);
    g_assert_no_error (error);
    self->paths = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->paths, NULL);
}

static void
tear_down (Tables *self, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i + 1 < self->paths->len; i++)
        g_assert_cmpint (g_unlink (self->paths->pdata[i]), ==, 0);
    g_assert_cmpint (g_rmdir (self->folder), ==, 0);
    g_ptr_array_unref (self->paths);
    g_free (self->folder);
}

static void
write_table (Tables *self, const char *text)
{
    g_autoptr (GError) error = NULL;
    guint number = self->paths->len - 1;
    g_autofree char *name = g_strdup_printf ("%c.tsv", 'a' + (gint)number);
    char *path = g_build_filename (self->folder, name, NULL);
    self->paths->pdata[number] = path;
    g_ptr_array_add (self->paths, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, &error));
    g_assert_no_error (error);
}

static void
remove_tables (Tables *self)
{
    while (self->paths->len > 1) {
        g_assert_cmpint (g_unlink (self->paths->pdata[0]), ==, 0);
        g_ptr_array_remove_index (self->paths, 0);
    }
}

static GxDictionary *
load (const Tables *self)
{
    g_autoptr (GError) error = NULL;
    GxDictionary *dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, (const char *const *)self->paths->pdata, &error);
    g_assert_no_error (error);
    return dictionary;
}

/* A line for each finding: `W b.tsv:3: message`. */
static void
note (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    g_autofree char *base = g_path_get_basename (file);
    g_string_append_printf (user_data, "%c %s:%u: %s\n", level == GX_FINDING_ERROR ? 'E' : 'W', base, line, message);
}

static void
expect_findings (const Tables *self, const char *expected)
{
    g_autoptr (GString) said = g_string_new (NULL);
    guint n_errors = gx_dictionary_check (GX_DICTIONARY_OWN_ONLY, (const char *const *)self->paths->pdata, 0, note, said);
    g_assert_cmpstr (said->str, ==, expected);

    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, (const char *const *)self->paths->pdata, &error);
    g_assert_true ((n_errors == 0) == (dictionary != NULL));
    if (n_errors > 0)
        g_assert_error (error, GX_ERROR, GX_ERROR_DICTIONARY);
}

/* A table alone gives just this finding. */
static void
expect_fault (Tables *self, const char *table, const char *expected)
{
    remove_tables (self);
    write_table (self, table);
    expect_findings (self, expected);
}

static guint
flags_of (const GxDictionary *self, const char *form)
{
    const GxForm *found = gx_lexicon_find (self, form, strlen (form));
    g_assert_nonnull (found);
    g_assert_cmpuint (found->n_readings, ==, 1);
    return found->readings[0].flags;
}

static gboolean
has_form (const GxDictionary *self, const char *form)
{
    return gx_lexicon_find (self, form, strlen (form)) != NULL;
}

static void
test_nothing (Tables *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GxDictionary) dictionary = load (self);
    guint n;
    gx_dictionary_entities (dictionary, &n);
    g_assert_cmpuint (n, ==, 0);
    gx_lexicon_forms (dictionary, &n);
    g_assert_cmpuint (n, ==, 0);
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n);
    for (guint i = 0; i < n; i++)
        g_assert_cmpstr (rows[i].kind, ==, "score");
    g_assert_null (gx_dictionary_find (dictionary, ""));
    g_assert_false (has_form (dictionary, ""));
    g_assert_null (gx_lexicon_short_states (dictionary, 0x7F8E));
}

static void
test_entity (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, ENTITIES "z\tstate\t新国\tNewland\t\t\t\t\t\t\n"
                                "a\tperson\t李甲\t\t\t\tz\t1990\t2001\ta minister\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    guint n;
    const GxEntity *const *entities = gx_dictionary_entities (dictionary, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpstr (entities[0]->id, ==, "a");
    g_assert_true (entities[1] == gx_dictionary_find (dictionary, "z"));

    const GxEntity *person = gx_dictionary_find (dictionary, "a");
    g_assert_cmpint (person->type, ==, GX_ENTITY_PERSON);
    g_assert_cmpstr (person->name, ==, "李甲");
    g_assert_cmpstr (person->english, ==, "");
    g_assert_cmpstr (person->country, ==, "z");
    g_assert_cmpint (person->since, ==, 1990);
    g_assert_cmpint (person->until, ==, 2001);
}

static void
test_marks (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, ENTITIES "s1\tstate\t甲国\tTurquia\t~甲|=USA|~=It|=~As|=Turquia\t\t\t\t\t\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    g_assert_cmpuint (flags_of (dictionary, "甲国"), ==, GX_ALIAS_LABEL);
    g_assert_cmpuint (flags_of (dictionary, "甲"), ==, GX_ALIAS_CONTEXT);
    g_assert_cmpuint (flags_of (dictionary, "usa"), ==, GX_ALIAS_EXACT);
    g_assert_cmpuint (flags_of (dictionary, "it"), ==, GX_ALIAS_EXACT | GX_ALIAS_CONTEXT);
    g_assert_cmpuint (flags_of (dictionary, "as"), ==, GX_ALIAS_EXACT | GX_ALIAS_CONTEXT);
    g_assert_cmpuint (flags_of (dictionary, "turquia"), ==, GX_ALIAS_EXACT | GX_ALIAS_LABEL);
    g_assert_cmpstr (gx_lexicon_find (dictionary, "usa", 3)->readings[0].exact, ==, "USA");
}

static void
test_later_table (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, ENTITIES "s1\tstate\t旧国\tOldland\t旧邦|舊土|~老地\t旧|老\t\t1900\t1990\t\n"
                                "s2\tstate\t别国\tOther\t\t\t\t\t\t\n");
    write_table (self, ENTITIES "s1\t\t\t\t-旧邦|-旧土|老地|新邦\t-老|新\ts2\t\t1999\t\n");
    write_table (self, ENTITIES "s1\tinstitution\t新国\t\t\t\t\t\t\t\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    const GxEntity *entity = gx_dictionary_find (dictionary, "s1");
    g_assert_cmpint (entity->type, ==, GX_ENTITY_INSTITUTION);
    g_assert_cmpstr (entity->name, ==, "新国");
    g_assert_cmpstr (entity->english, ==, "Oldland");
    g_assert_cmpstr (entity->country, ==, "s2");
    g_assert_cmpint (entity->since, ==, 1900);
    g_assert_cmpint (entity->until, ==, 1999);

    g_assert_false (has_form (dictionary, "旧邦"));
    g_assert_false (has_form (dictionary, "旧土"));
    g_assert_cmpuint (flags_of (dictionary, "新国"), ==, GX_ALIAS_LABEL);
    g_assert_cmpuint (flags_of (dictionary, "旧国"), ==, 0);
    g_assert_cmpuint (flags_of (dictionary, "老地"), ==, 0);
    g_assert_cmpuint (flags_of (dictionary, "oldland"), ==, GX_ALIAS_LABEL);
    g_assert_true (has_form (dictionary, "新邦"));
}

static void
test_words_later (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, "phrase\n其中\n美好\n");
    write_table (self, "phrase\n-其中\n完美\n");
    write_table (self, "title\tposition\n总统\tafter\n");
    write_table (self, "title\tposition\n總統\tboth\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    g_assert_false (has_form (dictionary, "其中"));
    g_assert_true (has_form (dictionary, "完美"));
    const GxForm *title = gx_lexicon_find (dictionary, "总统", strlen ("总统"));
    g_assert_cmpuint (title->n_readings, ==, 1);
    g_assert_cmpint (title->readings[0].kind, ==, GX_FORM_TITLE);
    g_assert_cmpint (title->readings[0].position, ==, GX_TITLE_BOTH);
}

/* The rows of a dictionary but those of the library, which come first. */
static const GxContextRow *
own_contexts (const GxDictionary *dictionary, guint *n)
{
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, n);
    for (; *n > 0 && g_str_equal (rows->kind, "score"); rows++)
        *n -= 1;
    return rows;
}

static void
test_contexts (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, "id\tkind\ttext\tstates\tweight\tnote\na\tleft\t訪\t美韓\tstrict\t\na\tright\t方\t*\t-1.5\t\n");
    write_table (self, "id\tkind\ttext\tstates\tweight\tnote\na\tright\t方\t*\t0\t\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    guint n;
    const GxContextRow *rows = own_contexts (dictionary, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpstr (rows[0].text, ==, "访");
    g_assert_cmpstr (rows[0].states, ==, "美韩");
    g_assert_true (isinf (rows[0].weight));
    g_assert_cmpfloat (rows[1].weight, ==, 0);
    g_assert_cmpstr (rows[1].language, ==, "");
}

/* A row of one language stands beside the same row of all. */
static void
test_contexts_of_language (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, "id\tkind\ttext\tstates\tweight\tlanguage\na\tleft\t訪\t美\tstrict\t\na\tleft\t訪\t美\t1\tja\n");
    write_table (self, "id\tkind\ttext\tstates\tweight\tlanguage\na\tleft\t訪\t美\t2\tja\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    guint n;
    const GxContextRow *rows = own_contexts (dictionary, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_true (isinf (rows[0].weight));
    g_assert_cmpstr (rows[1].language, ==, "ja");
    g_assert_cmpfloat (rows[1].weight, ==, 2);
}

static gsize
affix_at (const GxDictionary *self, GxAffixKind kind, const char *text, gsize below)
{
    return gx_lexicon_affix_at (self, kind, gx_str (text), 0, below);
}

static gsize
affix_before (const GxDictionary *self, GxAffixKind kind, const char *text)
{
    return gx_lexicon_affix_before (self, kind, gx_str (text), strlen (text), GX_ANY_LENGTH);
}

static void
test_affixes (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, "kind\ttext\tnote\nlist-link\t_ampersand_\t\nlist-link\t_AMPERSAND_the_\t\nmeeting\t會\t\nmeeting\t会上\t\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    const char *text = " ampersand the ";
    g_assert_cmpuint (affix_at (dictionary, GX_AFFIX_LIST_LINK, text, GX_ANY_LENGTH), ==, strlen (text));
    g_assert_cmpuint (affix_at (dictionary, GX_AFFIX_LIST_LINK, text, strlen (text)), ==, strlen (" ampersand "));
    g_assert_cmpuint (affix_at (dictionary, GX_AFFIX_LIST_LINK, text, strlen (" ampersand ")), ==, 0);
    g_assert_cmpuint (affix_at (dictionary, GX_AFFIX_LIST_LINK, " ampersand", GX_ANY_LENGTH), ==, 0);
    g_assert_cmpuint (affix_at (dictionary, GX_AFFIX_MONTH, text, GX_ANY_LENGTH), ==, 0);
    g_assert_cmpuint (affix_at (dictionary, GX_AFFIX_MEETING, "", GX_ANY_LENGTH), ==, 0);
    g_assert_cmpuint (affix_before (dictionary, GX_AFFIX_LIST_LINK, text), ==, strlen (text));
    g_assert_cmpuint (affix_before (dictionary, GX_AFFIX_MEETING, "特金会"), ==, strlen ("会"));
    g_assert_cmpuint (affix_before (dictionary, GX_AFFIX_MEETING, ""), ==, 0);
    const char *const *meetings = gx_lexicon_affixes (dictionary, GX_AFFIX_MEETING);
    g_assert_cmpstr (meetings[0], ==, "会上");
    g_assert_cmpstr (meetings[1], ==, "会");
    g_assert_null (meetings[2]);
}

/* The tables of the library have affixes of every kind, whatever the base; another table takes some away. */
static void
test_affixes_away (Tables *self, gconstpointer data)
{
    (void)data;
    write_table (self, "kind\ttext\nmeeting\t-会\n");
    g_autoptr (GxDictionary) dictionary = load (self);
    for (guint kind = 0; kind < GX_N_AFFIXES; kind++)
        g_assert_true ((gx_lexicon_affixes (dictionary, (GxAffixKind)kind)[0] == NULL) == (kind == GX_AFFIX_MEETING));
    g_assert_cmpuint (affix_before (dictionary, GX_AFFIX_MEETING, "会"), ==, 0);
    g_assert_cmpuint (affix_at (dictionary, GX_AFFIX_PARTICLE, "에서는", GX_ANY_LENGTH), ==, strlen ("에서"));
}

static void
test_affix_faults (Tables *self, gconstpointer data)
{
    (void)data;
    expect_fault (self, "kind\ttext\nlinks\tand\n", "E a.tsv:2: the kind of affix \"links\" is not known\n");
    expect_fault (self, "kind\ttext\nlink\t\n", "E a.tsv:2: text is empty\n");
    expect_fault (self, "kind\ttext\nlink\t12345678901234567890123456789012345678901234567890123456789012345\nlinks\ta\n",
                  "E a.tsv:2: the affix \"12345678901234567890123456789012345678901234567890123456789012345\" has more than 63 bytes\n"
                  "E a.tsv:3: the kind of affix \"links\" is not known\n");
    expect_fault (self, "kind\tnote\n", "E a.tsv:1: the header lacks the column \"text\"\n");
    expect_fault (self, "kind\ttext\nlink\tb\nlink\ta\nlink\t-c\nlinks\ta\n",
                  "W a.tsv:3: the rows are not sorted by kind and text: link a comes after link b: --fix sorts them [unsorted]\n"
                  "W a.tsv:4: there is no \"c\" to take away\n"
                  "E a.tsv:5: the kind of affix \"links\" is not known\n");
}

static void
test_entity_faults (Tables *self, gconstpointer data)
{
    (void)data;
    expect_fault (self, ENTITIES "\tstate\t甲\tA\t\t\t\t\t\t\n", "E a.tsv:2: id is empty\n");
    expect_fault (self, ENTITIES "x\tstate\t\tA\t\t\t\t\t\t\n", "E a.tsv:2: name is empty\n");
    expect_fault (self, ENTITIES "x\tplanet\t甲国\tA\t\t\t\t\t\t\n",
                  "E a.tsv:2: the type \"planet\" is none of person, state, institution\n");
    expect_fault (self, ENTITIES "x\tstate\t甲国\tA\t乙||丙国\t\t\t\t\t\n",
                  "E a.tsv:2: an alias is empty\n"
                  "W a.tsv:2: an alias is empty: --fix takes it away [empty-alias]\n"
                  "W a.tsv:2: the alias \"乙\" is a single character: short is the place for it [single]\n");
    expect_fault (self, ENTITIES "x\tstate\t甲国\tA\t~\t\t\t\t\t\n",
                  "E a.tsv:2: an alias is empty\nW a.tsv:2: an alias is empty: --fix takes it away [empty-alias]\n");
    expect_fault (self, ENTITIES "x\tstate\t甲国\tA\t乙\x01国\t\t\t\t\t\n",
                  "E a.tsv:2: an alias holds a control character\n"
                  "W a.tsv:2: the alias \"乙国\" has characters that nobody sees: --fix takes them away [invisible]\n");
    expect_fault (self, ENTITIES "x\tstate\t甲国\tA\t\t甲乙\t\t\t\t\n", "E a.tsv:2: short is longer than one character: \"甲乙\"\n");
    expect_fault (self, ENTITIES "x\tstate\t甲国\tA\t\t\t\t19x0\t\t\n", "E a.tsv:2: since is not a year: \"19x0\"\n");
    expect_fault (self, ENTITIES "x\tstate\t甲国\tA\t\t\t\t\t0\t\n", "E a.tsv:2: until is not a year: \"0\"\n");
    expect_fault (self, ENTITIES "x\tstate\t甲国\tA\t\t\t\t2001\t2000\t\n", "E a.tsv:2: since 2001 is after until 2000\n");
    expect_fault (self, OLDLAND "x\tperson\t李甲\t\t\t\tnowhere\t\t\t\n", "E a.tsv:3: the country nowhere is not in the tables\n");
    expect_fault (self, OLDLAND "s1\tstate\t旧国\tOldland\t\t\t\t\t\t\n",
                  "E a.tsv:3: the id s1 stands in line 2 already: make one row of them\n");
    expect_fault (self, OLDLAND "s2\tstate\t\xff\t\t\t\t\t\t\t\n", "E a.tsv:3: the line is not valid UTF-8\n");
}

static void
test_other_faults (Tables *self, gconstpointer data)
{
    (void)data;
    expect_fault (self, "title\tposition\n总统\tabove\n", "E a.tsv:2: the position \"above\" is none of before, after, both\n");
    expect_fault (self, "phrase\tnote\n\tx\n", "E a.tsv:2: phrase is empty\n");
    expect_fault (self, "id\tname\nb\t\n", "E a.tsv:2: name is empty\n");
    expect_fault (self, "id\tname\nb\t部\nb\t部\n", "E a.tsv:3: the id b stands in line 2 already: make one row of them\n");
    static const char *const weights[] = { "", "x", "1,5", "inf", "nan", "0x1", "1e400", "--1", "1.2.3" };
    for (guint i = 0; i < G_N_ELEMENTS (weights); i++) {
        g_autofree char *table = g_strdup_printf ("id\tkind\ttext\tstates\tweight\na\tleft\t访\t*\t%s\n", weights[i]);
        g_autofree char *said = g_strdup_printf ("E a.tsv:2: the weight is neither a number nor `strict`: \"%s\"\n", weights[i]);
        expect_fault (self, table, said);
    }
    expect_fault (self, "id\tkind\ttext\tstates\tweight\na\tup\t访\t*\t1\n", "E a.tsv:2: the kind of context \"up\" is not known\n");
    expect_fault (self, "id\tkind\ttext\tstates\tweight\na\tphrase\t[]\t*\t1\n",
                  "E a.tsv:2: nothing is left of \"[]\" when it is folded\n");
    expect_fault (self, "id\tkind\ttext\tstates\tweight\na\tphrase\t\xE2\x80\x8B\t*\t1\n",
                  "E a.tsv:2: nothing is left of \"\xE2\x80\x8B\" when it is folded\n");
    g_autofree char *most = g_strnfill (64, 'x');
    g_autofree char *fits = g_strdup_printf ("id\tkind\ttext\tstates\tweight\na\tphrase\t[%s]\t*\t1\n", most);
    g_autofree char *long_one = g_strdup_printf ("id\tkind\ttext\tstates\tweight\na\tphrase\t[%s]y\t*\t1\n", most);
    expect_fault (self, fits, "");
    expect_fault (self, long_one, "E a.tsv:2: the text has 65 characters, more than 64\n");
    expect_fault (self, "id\tkind\ttext\tstates\tweight\na\tdefault\t巴\tQ1|Q2\t1\n",
                  "E a.tsv:2: the state Q1 is not in the tables\nE a.tsv:2: the state Q2 is not in the tables\n");
}

static void
test_doubts (Tables *self, gconstpointer data)
{
    (void)data;
    expect_fault (self, OLDLAND "s2\tstate\t别国\t\t旧邦\t\t\t\t\t\n",
                  "W a.tsv:3: the state s2 has no English name: fill in en [no-english]\n"
                  "W a.tsv:3: \"旧邦\" names both s1 (旧国) and s2 (别国): mark it with ~ in all but one [claimed]\n");
    expect_fault (self, OLDLAND "s2\tstate\t别国\tB\t~旧邦\t\t\t\t\t\n", "");
    expect_fault (self, OLDLAND "s2\tstate\t别国\tB\t别国|別國\t\t\t\t\t\n",
                  "W a.tsv:3: the alias \"别国\" is the label: --fix takes one away [repeated]\n"
                  "W a.tsv:3: the alias \"別國\" is the label, folded: leave it out [label-again]\n");
    expect_fault (self, OLDLAND "s0\tstate\t别国\tB\t-没有\t\t\t\t\t\n",
                  "W a.tsv:3: there is no name \"没有\" to take away\n"
                  "W a.tsv:3: the rows are not sorted by id: s0 comes after s1: --fix sorts them [unsorted]\n");
    expect_fault (self, OLDLAND "x\tperson\t李甲\t\t\t\ts1\t\t\t\ny\tperson\t李乙\t\t\t\tx\t\t\t\n",
                  "W a.tsv:4: the country x is not a state: country is the id of a row of type state [country]\n");
    expect_fault (self, "phrase\n其中\n其中\n", "W a.tsv:3: \"其中\" stands in line 2 already: leave one of them out\n");

    expect_fault (self, "id\tname\nb\t部\na\t院\nc\t局\nb2\t署\n",
                  "W a.tsv:3: the rows are not sorted by id: a comes after b: --fix sorts them [unsorted]\n");

    remove_tables (self);
    write_table (self, OLDLAND);
    write_table (self, "phrase\n旧国\n旧邦\n");
    g_autoptr (GString) said = g_string_new (NULL);
    g_assert_cmpuint (gx_dictionary_check (GX_DICTIONARY_OWN_ONLY, (const char *const *)self->paths->pdata, 0, note, said), ==, 0);
    g_assert_nonnull (strstr (said->str, "W b.tsv:2: the phrase \"旧国\" is an entity's own name"));
    g_assert_nonnull (strstr (said->str, "W a.tsv:2: the alias \"旧邦\" is also a phrase"));
}

static void
test_unreadable (Tables *self, gconstpointer data)
{
    (void)data;
    g_autofree char *missing = g_build_filename (self->folder, "missing.tsv", NULL);
    const char *const paths[] = { missing, self->folder, NULL };
    g_autoptr (GError) error = NULL;
    g_assert_null (gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, paths, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_nonnull (strstr (error->message, "missing.tsv"));

    g_autoptr (GString) said = g_string_new (NULL);
    g_assert_cmpuint (gx_dictionary_check (GX_DICTIONARY_OWN_ONLY, paths, 0, note, said), ==, 2);
}

/* The library's own tables are without faults, and doubts about them are not told to somebody who checks a table of his own. */
static void
test_builtin (Tables *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GString) said = g_string_new (NULL);
    g_assert_cmpuint (gx_dictionary_check (GX_DICTIONARY_BUILTIN, NULL, 0, note, said), ==, 0);

    write_table (self, ENTITIES "Q30\t\t\t\t花旗国\t\t\t\t\t\n");
    g_string_truncate (said, 0);
    g_assert_cmpuint (gx_dictionary_check (GX_DICTIONARY_BUILTIN, (const char *const *)self->paths->pdata, 0, note, said), ==, 0);
    g_assert_cmpstr (said->str, ==, "");

    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_BUILTIN, (const char *const *)self->paths->pdata, &error);
    g_assert_no_error (error);
    const GxEntity *state = gx_dictionary_find (dictionary, "Q30");
    g_assert_cmpstr (state->name, ==, "美国");
    g_assert_true (gx_lexicon_find (dictionary, "花旗国", strlen ("花旗国"))->readings[0].entity == state);
    guint n;
    gx_dictionary_entities (dictionary, &n);
    g_assert_cmpuint (n, >, 200);
}

static void
test_types (void)
{
    GxEntityType type = GX_ENTITY_STATE;
    g_assert_cmpstr (gx_entity_type_name (GX_ENTITY_INSTITUTION), ==, "institution");
    g_assert_true (gx_entity_type_parse ("person", &type));
    g_assert_cmpint (type, ==, GX_ENTITY_PERSON);
    g_assert_false (gx_entity_type_parse ("Person", &type));
    g_assert_false (gx_entity_type_parse ("", &type));
}

static void
add (const char *path, void (*test) (Tables *, gconstpointer))
{
    g_test_add (path, Tables, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/dictionary/types", test_types);
    add ("/dictionary/nothing", test_nothing);
    add ("/dictionary/entity", test_entity);
    add ("/dictionary/marks", test_marks);
    add ("/dictionary/later-table", test_later_table);
    add ("/dictionary/words-later", test_words_later);
    add ("/dictionary/contexts", test_contexts);
    add ("/dictionary/contexts-of-language", test_contexts_of_language);
    add ("/dictionary/affixes", test_affixes);
    add ("/dictionary/affixes-away", test_affixes_away);
    add ("/dictionary/affix-faults", test_affix_faults);
    add ("/dictionary/entity-faults", test_entity_faults);
    add ("/dictionary/other-faults", test_other_faults);
    add ("/dictionary/doubts", test_doubts);
    add ("/dictionary/unreadable", test_unreadable);
    add ("/dictionary/builtin", test_builtin);
    return g_test_run ();
}
