/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-scan.c - the scanner against a naive one, its edges, its speed on text that overlaps itself. */
#include "scan.h"

#include <time.h>

typedef struct {
    GPtrArray *texts;
    GArray *forms;
    GxScanner *scanner;
} Lexicon;

static gint
by_bytes (gconstpointer a, gconstpointer b)
{
    return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Takes the strings; doubles are dropped. */
static Lexicon
lexicon_new (GPtrArray *texts)
{
    Lexicon self = { texts, g_array_new (FALSE, FALSE, sizeof (GxStr)), NULL };

    g_ptr_array_sort (texts, by_bytes);
    for (guint i = 0; i < texts->len; i++) {
        GxStr text = gx_str (texts->pdata[i]);
        if (i == 0 || strcmp (texts->pdata[i - 1], texts->pdata[i]) != 0)
            g_array_append_val (self.forms, text);
    }
    self.scanner = gx_scanner_new ((const GxStr *)(gpointer)self.forms->data, self.forms->len);
    return self;
}

static void
lexicon_clear (Lexicon *self)
{
    g_ptr_array_unref (self->texts);
    g_array_unref (self->forms);
    gx_scanner_free (self->scanner);
}

static Lexicon
lexicon_of (const char *first, ...)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
    va_list args;

    va_start (args, first);
    for (const char *text = first; text; text = va_arg (args, const char *))
        g_ptr_array_add (texts, g_strdup (text));
    va_end (args);
    return lexicon_new (texts);
}

/* The hits written as `form form`, with a `-` for every hit refused before. */
static char *
found (const Lexicon *lexicon, const char *text, GxHitFunc take, gpointer user_data)
{
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (GxHit));
    GString *out = g_string_new (NULL);

    gx_scanner_scan (lexicon->scanner, gx_str (text), take, user_data, hits);
    for (guint i = 0; i < hits->len; i++) {
        const GxHit *hit = &g_array_index (hits, GxHit, i);
        if (i > 0)
            g_string_append_c (out, ' ');
        g_string_append_len (out, text + hit->start, (gssize)(hit->end - hit->start));
        g_assert_true (
            gx_str_equal (g_array_index (lexicon->forms, GxStr, hit->form), (GxStr){ text + hit->start, hit->end - hit->start }));
    }
    return g_string_free (out, FALSE);
}

#define assert_found(lexicon, text, expected)                                                                                              \
    do {                                                                                                                                   \
        g_autofree char *hits_ = found (lexicon, text, NULL, NULL);                                                                        \
        g_assert_cmpstr (hits_, ==, expected);                                                                                             \
    } while (0)

static void
test_longest (void)
{
    Lexicon lexicon = lexicon_of ("印度", "印度尼西亚", "尼西", "西亚", "美", "美国国防部长", "国防", "a", "ab", "abcd", "bcx", NULL);

    assert_found (&lexicon, "印度尼西亚和印度", "印度尼西亚 印度");
    assert_found (&lexicon, "印度尼西", "印度 尼西");
    assert_found (&lexicon, "美国国防部", "美 国防");
    assert_found (&lexicon, "美", "美");
    assert_found (&lexicon, "abcx", "ab");
    assert_found (&lexicon, "x abcd", "abcd");
    assert_found (&lexicon, "xabcd", "");
    assert_found (&lexicon, "", "");
    assert_found (&lexicon, "x", "");
    lexicon_clear (&lexicon);
}

static void
test_empty (void)
{
    Lexicon lexicon = lexicon_of (NULL);

    assert_found (&lexicon, "美国", "");
    g_assert_cmpuint (gx_scanner_longest_at (lexicon.scanner, gx_str ("美国"), 0), ==, GX_NO_FORM);
    lexicon_clear (&lexicon);
}

static void
test_longest_at (void)
{
    Lexicon lexicon = lexicon_of ("中", "中国", "中国外交部", NULL);
    GxStr text = gx_str ("在中国外交");

    g_assert_cmpuint (gx_scanner_longest_at (lexicon.scanner, text, 0), ==, GX_NO_FORM);
    g_assert_cmpuint (gx_scanner_longest_at (lexicon.scanner, text, 3), ==, 1);
    g_assert_cmpuint (gx_scanner_longest_at (lexicon.scanner, text, text.len), ==, GX_NO_FORM);
    g_assert_cmpuint (gx_scanner_shorter (lexicon.scanner, 2), ==, 1);
    g_assert_cmpuint (gx_scanner_shorter (lexicon.scanner, 1), ==, 0);
    g_assert_cmpuint (gx_scanner_shorter (lexicon.scanner, 0), ==, GX_NO_FORM);
    lexicon_clear (&lexicon);
}

static gboolean
refuse_form (const GxHit *hit, gpointer user_data)
{
    return hit->form != GPOINTER_TO_UINT (user_data);
}

static gboolean
refuse_all (const GxHit *hit G_GNUC_UNUSED, gpointer user_data)
{
    ++*(guint *)user_data;
    return FALSE;
}

static void
test_refused (void)
{
    Lexicon lexicon = lexicon_of ("中国", "中国外交", "中国外交部", "交部", "外交部", NULL);
    guint refused = 0;

    g_autofree char *longest = found (&lexicon, "中国外交部", NULL, NULL);
    g_assert_cmpstr (longest, ==, "中国外交部");
    guint form = gx_scanner_longest_at (lexicon.scanner, gx_str ("中国外交部"), 0);
    g_autofree char *shorter = found (&lexicon, "中国外交部", refuse_form, GUINT_TO_POINTER (form));
    g_assert_cmpstr (shorter, ==, "中国外交");
    g_autofree char *none = found (&lexicon, "中国外交部", refuse_all, &refused);
    g_assert_cmpstr (none, ==, "");
    g_assert_cmpuint (refused, ==, 5);
    lexicon_clear (&lexicon);
}

/* Text that ends inside a character must not be read past. */
static void
test_cut_text (void)
{
    Lexicon lexicon = lexicon_of ("中国", "国", NULL);
    const char *text = "中国";

    for (gsize len = 0; len <= strlen (text); len++) {
        g_autofree char *copy = g_malloc (len + 1);
        memcpy (copy, text, len);
        g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (GxHit));
        gx_scanner_scan (lexicon.scanner, (GxStr){ copy, len }, NULL, NULL, hits);
        g_assert_cmpuint (hits->len, ==, len == 6 ? 1 : 0);
    }
    lexicon_clear (&lexicon);
}

static char *
random_text (const char *const *alphabet, guint n_letters, guint length)
{
    GString *text = g_string_new (NULL);

    for (guint i = 0; i < length; i++)
        g_string_append (text, alphabet[g_test_rand_int_range (0, (gint32)n_letters)]);
    return g_string_free (text, FALSE);
}

static int
by_length_down (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const GxStr *forms = user_data;
    gsize x = forms[*(const guint *)a].len, y = forms[*(const guint *)b].len;
    return x > y ? -1 : x < y;
}

/* Offers all forms that stand at a place, the longest first, at most 64; the end of the one taken or start. */
static gsize
naive_offer (const Lexicon *lexicon, const char *text, gsize start, GxHitFunc take, gpointer user_data)
{
    GxStr *forms = (GxStr *)(gpointer)lexicon->forms->data;
    g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < lexicon->forms->len; i++)
        if (forms[i].data[0] == text[start] && strncmp (text + start, forms[i].data, forms[i].len) == 0)
            g_array_append_val (here, i);
    g_array_sort_with_data (here, by_length_down, forms);
    for (guint i = 0; i < MIN (here->len, 64); i++) {
        guint form = g_array_index (here, guint, i);
        GxHit hit = { start, start + forms[form].len, form };
        if (!take || take (&hit, user_data))
            return hit.end;
    }
    return start;
}

/* A scanner as one would write it who does not mind the time. */
static char *
naive (const Lexicon *lexicon, const char *text, GxHitFunc take, gpointer user_data)
{
    GString *out = g_string_new (NULL);

    for (gsize at = 0; text[at] != '\0';) {
        gboolean inside = at > 0 && g_ascii_isalnum (text[at]) && g_ascii_isalnum (text[at - 1]);
        if (inside && g_ascii_isdigit (text[at - 1]) && g_ascii_isalpha (text[at])) /* 13Biden */
            inside = FALSE;
        gsize end = inside ? at : naive_offer (lexicon, text, at, take, user_data);
        if (end > at)
            g_string_append_printf (out, "%s%.*s", out->len > 0 ? " " : "", (int)(end - at), text + at);
        else
            end = at + (gsize)g_utf8_skip[(guchar)text[at]];
        at = end;
    }
    return g_string_free (out, FALSE);
}

/* Takes this share of the hits, told by their place and form alone. */
static gboolean
take_some (const GxHit *hit, gpointer user_data)
{
    return (hit->start * 2654435761u + hit->form * 40503u) % 97 < GPOINTER_TO_UINT (user_data);
}

static void
assert_like_naive (const Lexicon *lexicon, const char *text)
{
    static const guint shares[] = { 97, 50, 5 };

    for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
        g_autofree char *expected = naive (lexicon, text, take_some, GUINT_TO_POINTER (shares[i]));
        g_autofree char *hits = found (lexicon, text, take_some, GUINT_TO_POINTER (shares[i]));
        g_assert_cmpstr (hits, ==, expected);
    }
    for (gsize at = 0; text[at] != '\0'; at += (gsize)g_utf8_skip[(guchar)text[at]]) {
        guint form = gx_scanner_longest_at (lexicon->scanner, gx_str (text), at);
        gsize end = naive_offer (lexicon, text, at, NULL, NULL);
        g_assert_cmpuint (form == GX_NO_FORM ? at : at + g_array_index (lexicon->forms, GxStr, form).len, ==, end);
    }
}

/* A text made of beginnings of forms goes deep. */
static char *
text_of_beginnings (const Lexicon *lexicon, guint n)
{
    GString *text = g_string_new (NULL);

    for (guint i = 0; i < n; i++) {
        GxStr form = g_array_index (lexicon->forms, GxStr, g_test_rand_int_range (0, (gint32)lexicon->forms->len));
        const char *end =
            g_utf8_offset_to_pointer (form.data, g_test_rand_int_range (0, (gint32)g_utf8_strlen (form.data, (gssize)form.len) + 1));
        g_string_append_len (text, form.data, end - form.data);
    }
    return g_string_free (text, FALSE);
}

/* Few letters make many overlaps; forms up to 60 letters reach the halving. Blanks and digits lie beside letters of the alphabet. */
static const char *const han[] = { "中", "国", "美", "朝", "韩" };
static const char *const latin[] = { "a", "b", "3", " ", "é", "." };
static const char *const mixed[] = { "中", "国", "a", "é", "𬭩", "7", "·", "한" };
static const struct {
    const char *const *letters;
    guint n;
} alphabets[] = { { han, G_N_ELEMENTS (han) }, { latin, G_N_ELEMENTS (latin) }, { mixed, G_N_ELEMENTS (mixed) } };

/* A form of random letters; every other one goes on from the beginning of an earlier one, so that many share a long way. */
static char *
random_form (const GPtrArray *earlier, const char *const *letters, guint n_letters, guint longest)
{
    guint length = (guint)g_test_rand_int_range (1, (gint32)longest + 1);
    g_autofree char *rest = random_text (letters, n_letters, length);

    if (earlier->len == 0 || g_test_rand_bit ())
        return g_steal_pointer (&rest);
    const char *form = earlier->pdata[g_test_rand_int_range (0, (gint32)earlier->len)];
    g_autofree char *start = g_utf8_substring (form, 0, MIN (length, g_utf8_strlen (form, -1)));
    g_autofree char *joined = g_strconcat (start, rest, NULL);
    return g_utf8_substring (joined, 0, MIN ((glong)longest, g_utf8_strlen (joined, -1)));
}

static void
compare_with_naive (guint round, guint n_forms, guint longest)
{
    const char *const *letters = alphabets[round % 3].letters;
    guint n_letters = 1 + round / 3 % alphabets[round % 3].n;
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; i < n_forms; i++)
        g_ptr_array_add (texts, random_form (texts, letters, n_letters, longest));
    Lexicon lexicon = lexicon_new (texts);
    for (guint i = 0; i < 2; i++) {
        g_autofree char *text = random_text (letters, n_letters, 300);
        assert_like_naive (&lexicon, text);
    }
    g_autofree char *text = text_of_beginnings (&lexicon, 40);
    assert_like_naive (&lexicon, text);
    lexicon_clear (&lexicon);
}

static void
test_naive (void)
{
    static const guint lengths[] = { 60, 4, 25 };

    for (guint round = 0; round < 300; round++)
        compare_with_naive (round, (guint)g_test_rand_int_range (1, 60), lengths[round % G_N_ELEMENTS (lengths)]);
    for (guint round = 0; round < 48; round++)
        compare_with_naive (round, (guint)g_test_rand_int_range (60, 5001), lengths[round % G_N_ELEMENTS (lengths)]);
}

static char *
repeat (const char *text, guint n, const char *ending)
{
    GString *out = g_string_sized_new (strlen (text) * n + strlen (ending));

    for (guint i = 0; i < n; i++)
        g_string_append (out, text);
    g_string_append (out, ending);
    return g_string_free (out, FALSE);
}

/* Forms that begin as a text of n repeats of a unit does, by tenths of it, but end as it never does. */
static Lexicon
lexicon_of_repeats (const char *unit, guint n)
{
    static const char *const endings[] = { "国", "美" };
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 1; i <= 10; i++)
        for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
            g_ptr_array_add (texts, repeat (unit, n * i / 10, endings[e]));
    return lexicon_new (texts);
}

/* CPU seconds of finding nothing in n repeats among forms as long as they, the least of five. */
static double
cost (const char *unit, guint n)
{
    Lexicon lexicon = lexicon_of_repeats (unit, n);
    g_autofree char *text = repeat (unit, n, "");
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (GxHit));
    double least = G_MAXDOUBLE;

    for (guint i = 0; i < 5; i++) {
        clock_t before = clock ();
        gx_scanner_scan (lexicon.scanner, gx_str (text), NULL, NULL, hits);
        least = MIN (least, (double)(clock () - before) / CLOCKS_PER_SEC);
    }
    g_assert_cmpuint (hits->len, ==, 0);
    lexicon_clear (&lexicon);
    return least;
}

/* Four times the text and the forms cost about four times as much, where a scanner that starts anew everywhere needs sixteen times. */
static void
test_self_overlap (void)
{
    static const char *const units[] = { "中", "中国", "ab ", "中中国" };

    for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
        Lexicon lexicon = lexicon_of_repeats (units[i], 60);
        g_autofree char *text = repeat (units[i], 100, "国国美美国"), *expected = naive (&lexicon, text, NULL, NULL);
        assert_found (&lexicon, text, expected);
        lexicon_clear (&lexicon);
        g_assert_cmpfloat (cost (units[i], 20000), <, 9 * cost (units[i], 5000) + 0.005);
    }
}

/* Each form is the beginning of the next. */
static void
test_nested (void)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 1; i <= 2000; i++)
        g_ptr_array_add (texts, repeat ("中", i, ""));
    Lexicon lexicon = lexicon_new (texts);
    g_autofree char *text = repeat ("中", 100000, "");
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (GxHit));

    gx_scanner_scan (lexicon.scanner, gx_str (text), NULL, NULL, hits);
    g_assert_cmpuint (hits->len, ==, 50);
    lexicon_clear (&lexicon);
}

static void
test_many_forms (void)
{
    static const char *const alphabet[] = {
        "金", "正", "恩", "特", "朗", "普", "文", "在", "寅", "王", "毅", "习", "近", "平", "国", "部"
    };
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

    for (guint i = 0; i < (g_test_slow () ? 1000000 : 50000); i++)
        g_ptr_array_add (texts, random_text (alphabet, G_N_ELEMENTS (alphabet), (guint)g_test_rand_int_range (2, 9)));
    Lexicon lexicon = lexicon_new (texts);
    for (guint i = 0; i < lexicon.forms->len; i += 7) {
        GxStr form = g_array_index (lexicon.forms, GxStr, i);
        g_assert_cmpuint (gx_scanner_longest_at (lexicon.scanner, form, 0), ==, i);
    }
    g_assert_cmpuint (gx_scanner_size (lexicon.scanner) / lexicon.forms->len, <, 200);
    lexicon_clear (&lexicon);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/scan/longest", test_longest);
    g_test_add_func ("/scan/empty", test_empty);
    g_test_add_func ("/scan/longest-at", test_longest_at);
    g_test_add_func ("/scan/refused", test_refused);
    g_test_add_func ("/scan/cut-text", test_cut_text);
    g_test_add_func ("/scan/naive", test_naive);
    g_test_add_func ("/scan/self-overlap", test_self_overlap);
    g_test_add_func ("/scan/nested", test_nested);
    g_test_add_func ("/scan/many-forms", test_many_forms);
    return g_test_run ();
}
