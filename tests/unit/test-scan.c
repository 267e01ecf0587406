/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-scan.c - the scanner against a naive one, its edges, its speed on text that overlaps itself. */
#include "scan.h"

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

static char *
naive (const Lexicon *lexicon, const char *text)
{
    GString *out = g_string_new (NULL);

    for (const char *at = text; *at;) {
        gsize longest = 0;
        if (at > text && g_ascii_isalnum (*at) && g_ascii_isalnum (at[-1])) {
            at++;
            continue;
        }
        for (guint i = 0; i < lexicon->forms->len; i++) {
            GxStr form = g_array_index (lexicon->forms, GxStr, i);
            if (form.len > longest && strncmp (at, form.data, form.len) == 0)
                longest = form.len;
        }
        if (longest > 0) {
            if (out->len > 0)
                g_string_append_c (out, ' ');
            g_string_append_len (out, at, (gssize)longest);
            at += longest;
        } else {
            at = g_utf8_next_char (at);
        }
    }
    return g_string_free (out, FALSE);
}

/* Few letters make many overlaps; forms up to 60 letters reach the halving. */
static void
test_naive (void)
{
    static const char *const alphabet[] = { "中", "国", "a", "é", "𬭩" };

    for (guint round = 0; round < 300; round++) {
        guint n_letters = 1 + round % G_N_ELEMENTS (alphabet);
        guint longest = round % 3 == 0 ? 60 : round % 3 == 1 ? 4 : 25;
        GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
        guint n_forms = (guint)g_test_rand_int_range (1, 60);
        for (guint i = 0; i < n_forms; i++)
            g_ptr_array_add (texts, random_text (alphabet, n_letters, (guint)g_test_rand_int_range (1, (gint32)longest + 1)));
        Lexicon lexicon = lexicon_new (texts);
        for (guint i = 0; i < 3; i++) {
            g_autofree char *text = random_text (alphabet, n_letters, 300);
            g_autofree char *expected = naive (&lexicon, text);
            assert_found (&lexicon, text, expected);
        }
        /* A text made of beginnings of forms goes deep. */
        GString *text = g_string_new (NULL);
        for (guint i = 0; i < lexicon.forms->len; i++) {
            GxStr form = g_array_index (lexicon.forms, GxStr, i);
            const char *end = g_utf8_offset_to_pointer (form.data, g_test_rand_int_range (0, (gint32)g_utf8_strlen (form.data, -1) + 1));
            g_string_append_len (text, form.data, end - form.data);
        }
        g_autofree char *expected = naive (&lexicon, text->str);
        assert_found (&lexicon, text->str, expected);
        (void)g_string_free (text, TRUE);
        lexicon_clear (&lexicon);
    }
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

/* 10^5 repeats against forms of 2 to 2000 repeats that never end as the text does: a scanner that starts anew everywhere needs minutes. */
static void
test_self_overlap (void)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 2; i <= 2000; i++) {
        g_ptr_array_add (texts, repeat ("中", i, "国"));
        g_ptr_array_add (texts, repeat ("中", i, "美"));
    }
    Lexicon lexicon = lexicon_new (texts);
    g_autofree char *text = repeat ("中", 100000, "");

    gint64 before = g_get_monotonic_time ();
    assert_found (&lexicon, text, "");
    g_assert_cmpint (g_get_monotonic_time () - before, <, 5 * G_USEC_PER_SEC);
    lexicon_clear (&lexicon);

    texts = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 1; i <= 2000; i++)
        g_ptr_array_add (texts, repeat ("中", i, ""));
    lexicon = lexicon_new (texts);
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
    g_test_add_func ("/scan/many-forms", test_many_forms);
    return g_test_run ();
}
