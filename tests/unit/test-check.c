/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-check.c - a planted fault of every sort is found where it stands, and nothing else is. */
#include <guanxi/dictionary.h>

#include "check.h"

#include <glib/gstdio.h>

#define HEADER "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"

/* Tables without a fault, which every case is read on top of. */
static const char *const clean[] = {
    HEADER "# a comment\n"
           "Q9000001\tstate\t旧国\tOldland\t旧邦|=Oldlander|~旧|올드랜드\t旧\t\t1900\t\t\n"
           "Q9000002\tstate\t刚果（新）\tNew Congo\tコンゴ・新共和国|刚果共和国（新）\t\t\t\t\t\n"
           "army-of-oldland\tinstitution\t旧国近卫军\tOldland Guards\t近卫军团|=OG|올드랜드 근위대\t\tQ9000001\t\t\tmilitary\n"
           "li-jia\tperson\t李甲乙\tLi Jiayi\tLee Ka-yuet|이갑을\t\tQ9000001\t1950\t2001\t\n"
           "smith\tperson\t伊恩·史密斯\tIan Smith\t~史密斯|~=Smith|이언 스미스|イアン·スミス|~スミス\t\tQ9000001\t1980\t\t\n",
    "id\tname\ten\taliases\tnote\ndefence-ministry\t国防部\tMinistry of Defence\t防卫部|国防省\t\n",
    "title\tposition\tnote\n副总工程师\tboth\t\n总督\tbefore\t\n",
    "phrase\tnote\n旧国界\twhy\n",
};

typedef struct {
    const char *what;  /* of the case, when it fails */
    const char *table; /* planted */
    const char *found; /* `E2 W2:surname`: level, line and sort of every finding */
} Case;

/* What keeps a table from being used. */
static const Case faults[] = {
    { "id twice", HEADER "x\tperson\t丁丑寅\t\t\t\t\t\t\t\nx\tperson\t戊己庚\t\t\t\t\t\t\t\n", "E3" },
    { "unknown type", HEADER "x\twizard\t丁丑寅\t\t\t\t\t\t\t\n", "E2" },
    { "too few columns", HEADER "x\tperson\t丁丑寅\n", "E2" },
    { "too many columns", HEADER "x\tperson\t丁丑寅\t\t\t\t\t\t\t\t\n", "E2" },
    { "since no number", HEADER "x\tperson\t丁丑寅\t\t\t\t\tlately\t\t\n", "E2" },
    { "until no number", HEADER "x\tperson\t丁丑寅\t\t\t\t\t\t20 10\t\n", "E2" },
    { "until before since", HEADER "x\tperson\t丁丑寅\t\t\t\t\t2010\t2001\t\n", "E2" },
    { "unknown country", HEADER "x\tperson\t丁丑寅\t\t\t\tUS\t\t\t\n", "E2" },
    { "no id", HEADER "\tperson\t丁丑寅\t\t\t\t\t\t\t\n", "E2" },
    { "no name", HEADER "x\tperson\t\tX\t\t\t\t\t\t\n", "E2" },
    { "control character", HEADER "x\tperson\t丁\x07丑寅\t\t\t\t\t\t\t\n", "E2 W2:invisible" },
    { "not UTF-8", HEADER "x\tperson\t\xb6\xa1\t\t\t\t\t\t\t\n", "E2" },
    { "long abbreviation", HEADER "x\tperson\t丁丑寅\t\t\t丁丑\t\t\t\t\n", "E2" },
    { "nothing left", HEADER "x\tperson\t丁丑寅\t\t\xe2\x80\x8b\t\t\t\t\t\n", "E2 W2:invisible" },
    { "no header", "丁丑寅\n", "E1" },
    { "column twice", "id\ttype\tname\tname\n", "E1" },
    { "column missing", "id\ttype\tname_zh\n", "E1" },
    { "unknown position", "title\tposition\n丁总\tabove\n", "E2" },
    { "unknown kind of affix", "kind\ttext\nfront\t丁\n", "E2" },
    { "unknown kind of context", "id\tkind\ttext\tstates\tweight\na\tup\t访\t*\t1\n", "E2" },
    { "weight no number", "id\tkind\ttext\tstates\tweight\na\tleft\t访\t*\t1,5\n", "E2" },
    { "unknown state of context", "id\tkind\ttext\tstates\tweight\na\tdefault\t巴\tQ99\t1\n", "E2" },
    { "unknown kind of word", "word\tkind\n丁丑\tverb\n", "E2" },
};

/* What is doubtful in the rows and names of entities. */
static const Case names[] = {
    { "name of two", HEADER "x\tperson\t丁丑寅\t\t旧邦\t\t\t\t\t\n", "W2:claimed" },
    { "two rows of one name", HEADER "x\tperson\t丁丑寅\t\t\t\t\t\t\t\ny\tperson\t丁丑寅\t\t\t\t\t\t\t\n", "W3:claimed" },
    { "label again", HEADER "x\tperson\t韩丑寅\t\t韓丑寅\t\t\t\t\t\n", "W2:label-again" },
    { "label again, same", HEADER "x\tperson\t韩丑寅\t\t韩丑寅\t\t\t\t\t\n", "W2:repeated" },
    { "alias again", HEADER "x\tperson\t丁丑寅\t\t韩丑寅|韓丑寅\t\t\t\t\t\n", "W2:alias-again" },
    { "alias twice", HEADER "x\tperson\t丁丑寅\t\t韩丑寅|韩丑寅\t\t\t\t\t\n", "W2:repeated" },
    { "without dots", HEADER "x\tperson\t丁丑·寅卯辰\t\t丁丑寅卯辰\t\t\t\t\t\n", "W2:without-dots" },
    { "phrase", HEADER "x\tperson\t丁丑寅\t\t旧国界\t\t\t\t\t\n", "W2:phrase" },
    { "phrase that is a label", "phrase\n李甲乙\n", "W2:phrase" },
    { "title", HEADER "x\tperson\t丁丑寅\t\t总督\t\t\t\t\t\n", "W2:title W2:word" },
    { "body", HEADER "x\tinstitution\t丁丑部\t\t国防部\t\t\t\t\t\n", "W2:body" },
    { "inside a title", HEADER "x\tinstitution\t丁丑部\t\t工程师\t\t\t\t\t\n", "W2:inside-word" },
    { "word: 第一", HEADER "x\tinstitution\t丁丑电视台\t\t第一\t\t\t\t\t\n", "W2:word" },
    { "word: 生活", HEADER "x\tinstitution\t生活\tLife\t\t\t\t\t\t\n", "W2:word" },
    { "word: 时代", HEADER "x\tinstitution\t丁丑周刊\t\t时代\t\t\t\t\t\n", "W2:word" },
    { "word: 教授", HEADER "x\tperson\t丁丑寅\t\t教授\t\t\t\t\t\n", "W2:word" },
    { "word: 财富", HEADER "x\tinstitution\t丁丑杂志\t\t财富\t\t\t\t\t\n", "W2:word" },
    { "word: 汪洋", HEADER "x\tperson\t汪洋\tWang Yang\t\t\t\t\t\t\n", "W2:word" },
    { "fragment: 求是", HEADER "x\tinstitution\t丁丑杂志\t\t求是\t\t\t\t\t\n", "W2:fragment" },
    { "fragment: 中大", HEADER "x\tinstitution\t丁丑大学\t\t中大\t\t\t\t\t\n", "W2:fragment" },
    { "fragment: 他信", HEADER "x\tperson\t他信\t\t\t\t\t\t\t\n", "W2:fragment" },
    { "word: 人大", HEADER "x\tinstitution\t丁丑大学\t\t人大\t\t\t\t\t\n", "W2:word" },
    { "surname: own", HEADER "x\tperson\t丁丑·克林顿\t\t克林顿\t\t\t\t\t\n", "W2:surname" },
    { "surname: another's", HEADER "x\tperson\t史密斯\t\t丁丑·史密斯\t\t\t\t\t\n", "W2:surname" },
    { "surname: Latin", HEADER "x\tperson\t丁丑寅\tJohn Hawthorne\tHawthorne\t\t\t\t\t\n", "W2:surname" },
    { "surname: kana", HEADER "x\tperson\t丁丑寅\t\tジョン·ドゥ|ドゥ\t\t\t\t\t\n", "W2:surname" },
    { "single character", HEADER "x\tperson\t丁丑寅\t\t寅\t\t\t\t\t\n", "W2:single" },
    { "digits", HEADER "x\tinstitution\t丁丑杂志\t\t17\t\t\t\t\t\n", "W2:digits" },
    { "capitals", HEADER "x\tinstitution\t丁丑署\t\tAID\t\t\t\t\t\n", "W2:abbreviation" },
    { "Hangul for name", HEADER "x\tperson\t김갑을\t\t\t\t\t\t\t\n", "W2:name-script" },
    { "kana for name", HEADER "x\tperson\tジョン·ドゥ\t\t\t\t\t\t\t\n", "W2:name-script" },
    { "Cyrillic for name", HEADER "x\tperson\tИванов\t\t\t\t\t\t\t\n", "W2:name-script" },
    { "Chinese for en", HEADER "x\tperson\t丁丑寅\t戊己庚\t\t\t\t\t\t\n", "W2:en-script" },
    { "Cyrillic а in Latin", HEADER "x\tperson\t丁丑寅\tIv\xd0\xb0nov Petr\t\t\t\t\t\t\n", "W2:en-script W2:look-alike" },
    { "kana ニ for 二", HEADER "x\tperson\t丁丑寅\t\t第ニ局局\t\t\t\t\t\n", "W2:look-alike" },
    { "Hangul and Han", HEADER "x\tinstitution\t丁丑部\t\t갑을위원会\t\t\t\t\t\n", "W2:mixed-scripts" },
    { "brackets", HEADER "x\tperson\t丁丑寅\t\t辰巳午（记者）\t\t\t\t\t\n", "W2:brackets" },
    { "pattern", HEADER "x\tperson\t丁丑寅\t\t辰巳?午\t\t\t\t\t\n", "W2:pattern" },
    { "markup", HEADER "x\tinstitution\t丁丑店\t\tMarks&amp;Co\t\t\t\t\t\n", "W2:markup" },
    { "damaged", HEADER "x\tperson\t丁丑寅\t\tFranÃ§ois\t\t\t\t\t\n", "W2:damaged" },
    { "lost character", HEADER "x\tperson\t丁丑寅\t\t辰\xef\xbf\xbd午\t\t\t\t\t\n", "W2:damaged" },
    { "address", HEADER "x\tinstitution\t丁丑网\t\twww.example.org\t\t\t\t\t\n", "W2:address" },
    { "id as a name", HEADER "x\tperson\t丁丑寅\t\tQ9000009\t\t\t\t\t\n", "W2:is-id" },
    { "several names", HEADER "x\tperson\t丁丑寅\t\t辰巳午；未申酉\t\t\t\t\t\n", "W2:several" },
    { "mark at the edge", HEADER "x\tperson\t丁丑寅\t\t辰巳午。\t\t\t\t\t\n", "W2:punctuation" },
    { "mark twice", HEADER "x\tperson\t丁丑寅\t\t~~辰巳午\t\t\t\t\t\n", "W2:mark" },
    { "mark in name", HEADER "x\tperson\t~丁丑寅\t\t\t\t\t\t\t\n", "W2:mark" },
    { "malformed Q-id", HEADER "Q12a\tperson\t丁丑寅\t\t\t\t\t\t\t\n", "W2:id" },
    { "small q", HEADER "q12\tperson\t丁丑寅\t\t\t\t\t\t\t\n", "W2:id" },
    { "blank in id", HEADER "ding chou\tperson\t丁丑寅\t\t\t\t\t\t\t\n", "W2:id" },
    { "no name left", HEADER "Q9000001\t\t\t\t-旧国|-Oldland|-旧邦|-Oldlander|-旧|-올드랜드\t\t\t\t\t\n", "W2:nameless" },
    { "state without English", HEADER "Q9000003\tstate\t丁丑国\t\t\t\t\t\t\t\n", "W2:no-english" },
    { "since to come", HEADER "x\tperson\t丁丑寅\t\t\t\t\t2062\t\t\n", "W2:year" },
    { "until to come", HEADER "x\tperson\t丁丑寅\t\t\t\t\t2001\t2202\t\n", "W2:span W2:year" },
    { "year of two digits", HEADER "x\tperson\t丁丑寅\t\t\t\t\t98\t\t\n", "W2:year" },
    { "two bodies", "id\tname\taliases\nx\t丁丑部\t防卫部\n", "W2:claimed" },
    { "choice of characters", HEADER "x\tperson\t丁[丑寅]卯\t\t\t\t\t\t\t\n", "W2:pattern" },
    { "too long a life", HEADER "x\tperson\t丁丑寅\t\t\t\t\t1845\t1999\t\n", "W2:span" },
    { "country no state", HEADER "x\tperson\t丁丑寅\t\t\t\tli-jia\t\t\t\n", "W2:country" },
    { "abbreviation of a body", HEADER "x\tinstitution\t丁丑部\t\t\t丁\t\t\t\t\n", "W2:short" },
    { "abbreviation twice", HEADER "x\tperson\t丁丑寅\t\t\t丁|丁\t\t\t\t\n", "W2:short" },
    { "surname of letters", "surname\nSmith\n", "W2:surname-row" },
};

/* How cells are written. */
static const Case cells[] = {
    { "blank at an edge", HEADER "x\tperson\t丁丑寅 \t\t\t\t\t\t\t\n", "W2:edge" },
    { "blank around an alias", HEADER "x\tperson\t丁丑寅\t\t辰巳午 | 未申酉\t\t\t\t\t\n", "W2:edge W2:edge" },
    { "wide blank in front", HEADER "x\tperson\t　丁丑寅\t\t\t\t\t\t\t\n", "W2:edge" },
    { "two blanks", HEADER "x\tperson\t丁丑寅\tDing  Chou\t\t\t\t\t\t\n", "W2:blanks" },
    { "no-break blank",
      HEADER "x\tperson\t丁丑寅\tDing\xc2\xa0"
             "Chou\t\t\t\t\t\t\n",
      "W2:blanks" },
    { "zero width", HEADER "x\tperson\t丁\xe2\x80\x8b丑寅\t\t\t\t\t\t\t\n", "W2:invisible" },
    { "invisible in id", HEADER "x\xe2\x80\x8e\tperson\t丁丑寅\t\t\t\t\t\t\t\n", "W2:id W2:invisible" },
    { "decomposed", HEADER "x\tperson\t丁丑寅\tFranc\xcc\xa7ois D\t\t\t\t\t\t\n", "W2:nfc" },
    { "full width", HEADER "x\tperson\t丁丑寅\tＤing Chou\t\t\t\t\t\t\n", "W2:width" },
    { "radical", HEADER "x\tperson\t丁⾦寅\t\t\t\t\t\t\t\n", "W2:width" },
    { "wide mark", HEADER "x\tperson\t丁丑寅\t\t～辰巳午\t\t\t\t\t\n", "W2:mark W2:width" },
    { "wide separator", HEADER "x\tperson\t丁丑寅\t\t辰巳午｜未申酉\t\t\t\t\t\n", "W2:several W2:width" },
    { "other dot", HEADER "x\tperson\t丁丑•寅卯\t\t\t\t\t\t\t\n", "W2:dot" },
    { "traditional", HEADER "x\tperson\t張國寅\t\t\t\t\t\t\t\n", "W2:traditional" },
    { "empty alias", HEADER "x\tperson\t丁丑寅\t\t辰巳午||未申酉\t\t\t\t\t\n", "E2 W2:empty-alias" },
    { "marked twice", HEADER "x\tperson\t丁丑寅\t\t辰巳午|~辰巳午\t\t\t\t\t\n", "W2:two-marks" },
    { "not sorted", HEADER "y\tperson\t丁丑寅\t\t\t\t\t\t\t\nx\tperson\t戊己庚\t\t\t\t\t\t\t\n", "W3:unsorted" },
    { "phrases not sorted", "phrase\n丑丁\n丁丑\n", "W3:unsorted" },
    { "last line open", HEADER "x\tperson\t丁丑寅\t\t\t\t\t\t\t", "W2:line-end" },
};

/* Findings of the last table in the form of a case. */
static void
note (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    GPtrArray *said = user_data;
    g_autofree char *base = g_path_get_basename (file);
    const char *sort = strrchr (message, '[');
    g_assert_cmpstr (base, ==, "z.tsv");
    if (level == GX_FINDING_ERROR)
        g_ptr_array_add (said, g_strdup_printf ("E%u", line));
    else if (sort)
        g_ptr_array_add (said, g_strdup_printf ("W%u:%.*s", line, (int)strcspn (sort + 1, "]"), sort + 1));
    else
        g_ptr_array_add (said, g_strdup_printf ("W%u", line));
}

static gint
compare_texts (gconstpointer left, gconstpointer right)
{
    return strcmp (*(const char *const *)left, *(const char *const *)right);
}

/* The clean tables and one more, whose text is given; files of a fresh folder. */
static char *
check_on_top (const char *table)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free), said = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *folder = g_dir_make_tmp ("guanxi-XXXXXX", &error);
    g_assert_no_error (error);
    for (guint i = 0; i <= G_N_ELEMENTS (clean); i++) {
        gboolean last = i == G_N_ELEMENTS (clean);
        g_autofree char *name = g_strdup_printf ("%c.tsv", last ? 'z' : 'a' + (gint)i);
        if (last && !table)
            break;
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
        g_assert_true (g_file_set_contents (paths->pdata[i], last ? table : clean[i], -1, &error));
    }
    guint n_files = paths->len;
    g_ptr_array_add (paths, NULL);
    (void)gx_dictionary_check (GX_DICTIONARY_OWN_ONLY, (const char *const *)paths->pdata, 2026, note, said);
    for (guint i = 0; i < n_files; i++)
        g_assert_cmpint (g_unlink (paths->pdata[i]), ==, 0);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    g_ptr_array_sort (said, compare_texts);
    g_ptr_array_add (said, NULL);
    return g_strjoinv (" ", (char **)said->pdata);
}

static void
check_cases (const Case *cases, guint n)
{
    guint n_wrong = 0;
    for (guint i = 0; i < n; i++) {
        g_autofree char *found = check_on_top (cases[i].table);
        if (strcmp (found, cases[i].found) == 0)
            continue;
        g_test_message ("%s: found \"%s\", not \"%s\"", cases[i].what, found, cases[i].found);
        n_wrong++;
    }
    g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_faults (void)
{
    check_cases (faults, G_N_ELEMENTS (faults));
}

static void
test_names (void)
{
    check_cases (names, G_N_ELEMENTS (names));
}

static void
test_cells (void)
{
    check_cases (cells, G_N_ELEMENTS (cells));
}

/* Every sort has a planted case, but for what needs texts, and long names. */
static void
test_all_sorts (void)
{
    g_autoptr (GString) planted = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_string_append_printf (planted, " %s ", names[i].found);
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        g_string_append_printf (planted, " %s ", cells[i].found);
    const GxCheckKind *kind;
    for (guint i = 0; (kind = gx_dictionary_check_kind (i)); i++) {
        g_autofree char *wanted = g_strdup_printf (":%s ", kind->name);
        gboolean elsewhere = i == GX_CHECK_SWALLOWED || i == GX_CHECK_LONG;
        g_assert_true (*kind->about && *kind->hint);
        if (!elsewhere && !strstr (planted->str, wanted))
            g_error ("no planted case for %s", kind->name);
    }
}

static void
test_long_name (void)
{
    g_autofree char *name = g_strnfill (91, 'x');
    g_autofree char *table = g_strdup_printf (HEADER "x\tperson\t丁丑寅\t\t%s\t\t\t\t\t\n", name);
    g_autofree char *found = check_on_top (table);
    g_assert_cmpstr (found, ==, "W2:long");
}

static void
test_clean (void)
{
    g_autofree char *found = check_on_top (NULL);
    g_assert_cmpstr (found, ==, "");
}

static void
print_finding (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    (void)level;
    g_test_message ("%s:%u: %s", file, line, message);
    (*(guint *)user_data)++;
}

/* The library's own tables raise neither a fault nor a doubt. */
static void
test_builtin (void)
{
    guint n_findings = 0;
    g_assert_cmpuint (gx_dictionary_check (GX_DICTIONARY_BUILTIN, NULL, 2026, print_finding, &n_findings), ==, 0);
    g_assert_cmpuint (n_findings, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/check/faults", test_faults);
    g_test_add_func ("/check/names", test_names);
    g_test_add_func ("/check/cells", test_cells);
    g_test_add_func ("/check/all-sorts", test_all_sorts);
    g_test_add_func ("/check/long-name", test_long_name);
    g_test_add_func ("/check/clean", test_clean);
    g_test_add_func ("/check/builtin", test_builtin);
    return g_test_run ();
}
