/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kind.h"

#include <guanxi/corpus.h>

#define REPLACEMENT "\xEF\xBF\xBD"

static const char simplified[] = "美国国务卿周三抵达首尔，与韩国外长讨论半岛局势。双方同意继续对话，并就制裁问题交换意见。";
static const char traditional[] = "美國國務卿週三抵達首爾，與韓國外長討論半島局勢。雙方同意繼續對話，並就制裁問題交換意見。";
static const char korean[] =
    "미국 국무장관은 수요일 서울에 도착하여 한국 외교장관과 한반도 정세를 논의했다. 양측은 대화를 계속하기로 했다.";
static const char japanese[] =
    "米国の国務長官は水曜日にソウルに到着し、韓国の外相と半島情勢について話し合った。双方は対話を続けることで合意した。";
static const char french[] =
    "Le président a reçu jeudi à l’Élysée le ministre coréen des Affaires étrangères ; les négociations ont été différées.";

static GxSource *
read_bytes (const char *name, const char *bytes, gsize len)
{
    g_autoptr (GError) error = NULL;
    GxSource *source = gx_source_new (name, bytes, len, NULL, &error);
    g_assert_no_error (error);
    return source;
}

static void
assert_text (const GxSource *source, const char *expected)
{
    g_autofree char *text = gx_str_dup (gx_source_text (source));
    g_assert_cmpstr (text, ==, expected);
}

/** Writes text in an encoding and reads it back without being told which. */
static void
check_round (const char *text, const char *encoding, const char *expected)
{
    g_autoptr (GError) error = NULL;
    gsize len = 0;
    g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &len, &error);
    g_assert_no_error (error);
    g_autoptr (GxSource) source = read_bytes ("a.txt", bytes, len);
    g_assert_cmpstr (gx_source_encoding (source), ==, expected);
    g_assert_cmpuint (gx_source_replaced (source), ==, 0);
    assert_text (source, text);
}

static void
test_detect (void)
{
    check_round (simplified, "UTF-8", "UTF-8");
    check_round (simplified, "GB18030", "GB18030");
    check_round (simplified, "GBK", "GB18030");
    check_round (traditional, "BIG5", "Big5");
    check_round ("香港嘅記者話佢哋已經離開咗，國務卿週三抵達首爾，與韓國外長討論半島局勢。", "BIG5-HKSCS", "Big5");
    check_round (korean, "EUC-KR", "EUC-KR");
    check_round (japanese, "SHIFT_JIS", "Shift_JIS");
    check_round (japanese, "EUC-JP", "EUC-JP");
    check_round (french, "CP1252", "windows-1252");
    check_round (simplified, "UTF-16LE", "UTF-16LE");
    check_round (traditional, "UTF-16BE", "UTF-16BE");
    check_round (korean, "UTF-16BE", "UTF-16BE");
    check_round ("plain words", "UTF-16LE", "UTF-16LE");
    check_round ("plain words", "UTF-8", "UTF-8");
}

static void
test_short (void)
{
    check_round ("朝美峰会下周举行", "GBK", "GB18030");
    check_round ("朝美高峰會談", "BIG5", "Big5");
    check_round ("북미 정상회담", "EUC-KR", "EUC-KR");
    check_round ("naïve", "CP1252", "windows-1252");
}

static void
test_marks (void)
{
    static const char utf8[] = "\xEF\xBB\xBF朝鲜";
    g_autoptr (GxSource) kept = read_bytes ("a.txt", utf8, sizeof utf8 - 1);
    g_assert_cmpstr (gx_source_encoding (kept), ==, "UTF-8");
    assert_text (kept, utf8); /* offsets are the file's */

    static const char utf16[] = "\xFF\xFE\x1D\x67\x9C\x9C";
    g_autoptr (GxSource) little = read_bytes ("a.txt", utf16, sizeof utf16 - 1);
    g_assert_cmpstr (gx_source_encoding (little), ==, "UTF-16LE");
    assert_text (little, "朝鲜");

    static const char surrogate[] = "\xFE\xFF\x67\x1D\xD8\x00\x9C\x9C";
    g_autoptr (GxSource) broken = read_bytes ("a.txt", surrogate, sizeof surrogate - 1);
    assert_text (broken, "朝" REPLACEMENT "鲜");
    g_assert_cmpuint (gx_source_replaced (broken), ==, 1);
}

static void
test_repair (void)
{
    static const struct {
        const char *bytes;
        gsize len;
        const char *text;
        guint replaced;
    } cases[] = {
        { "朝鲜\xFF核问题", 16, "朝鲜" REPLACEMENT "核问题", 1 },
        { "朝鲜\xE6\x9C核问题", 17, "朝鲜" REPLACEMENT "核问题", 1 },                      /* one maximal sequence */
        { "朝鲜核问题\xE6\x9C", 17, "朝鲜核问题" REPLACEMENT, 1 },                         /* cut at the end */
        { "朝鲜核问\xED\xA0\x80", 15, "朝鲜核问" REPLACEMENT REPLACEMENT REPLACEMENT, 3 }, /* a surrogate */
        { "朝鲜\0核", 10, "朝鲜" REPLACEMENT "核", 1 },
        { "\xC0\xAF朝鲜核问题会谈", 23, REPLACEMENT REPLACEMENT "朝鲜核问题会谈", 2 },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GxSource) source = read_bytes ("a.txt", cases[i].bytes, cases[i].len);
        g_assert_cmpstr (gx_source_encoding (source), ==, "UTF-8");
        assert_text (source, cases[i].text);
        g_assert_cmpuint (gx_source_replaced (source), ==, cases[i].replaced);
    }
}

static void
test_declared (void)
{
    g_autoptr (GError) error = NULL;
    gsize len = 0;
    g_autofree char *page = g_strdup_printf ("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head>"
                                             "<body>%s</body></html>",
                                             "俄");
    g_autofree char *bytes = g_convert (page, -1, "GBK", "UTF-8", NULL, &len, &error);
    g_assert_no_error (error);
    g_autoptr (GxSource) source = read_bytes ("a", bytes, len);
    g_assert_cmpstr (gx_source_encoding (source), ==, "GB18030");
    g_assert_cmpint (gx_source_kind (source), ==, GX_KIND_HTML);
    assert_text (source, page);

    /* A page in UTF-8 that says otherwise is in UTF-8. */
    g_autoptr (GxSource) wrong = read_bytes ("a.html", page, strlen (page));
    g_assert_cmpstr (gx_source_encoding (wrong), ==, "UTF-8");
    assert_text (wrong, page);

    static const char cyrillic[] = "<?xml version='1.0' encoding='windows-1251'?><p>\xCC\xEE\xF1\xEA\xE2\xE0</p>";
    g_autoptr (GxSource) russian = read_bytes ("a.xhtml", cyrillic, sizeof cyrillic - 1);
    assert_text (russian, "<?xml version='1.0' encoding='windows-1251'?><p>Москва</p>");
}

static void
test_forced (void)
{
    GxCorpusOptions options = { .encoding = "GBK" };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) forced = gx_source_new ("a.txt", "\xC3\xC0", 2, &options, &error);
    g_assert_no_error (error);
    assert_text (forced, "美");

    options.encoding = "no-such-thing";
    g_assert_null (gx_source_new ("a.txt", "x", 1, &options, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_ENCODING);
    g_assert_cmpstr (error->message, ==, "a.txt: unknown encoding no-such-thing");
    g_clear_error (&error);

    options.encoding = "UTF-8";
    g_autoptr (GxSource) repaired = gx_source_new ("a.txt", "a\xFFz", 3, &options, &error);
    g_assert_no_error (error);
    assert_text (repaired, "a" REPLACEMENT "z");
}

static void
assert_fails (const char *name, const char *bytes, gsize len, GxError code, const char *message)
{
    g_autoptr (GError) error = NULL;
    g_assert_null (gx_source_new (name, bytes, len, NULL, &error));
    g_assert_error (error, GX_ERROR, (gint)code);
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused (void)
{
    assert_fails ("a.txt", "", 0, GX_ERROR_EMPTY, "a.txt: empty");
    assert_fails ("a.txt", " \n\t\r\n", 5, GX_ERROR_EMPTY, "a.txt: empty");
    assert_fails ("a.txt", "\xEF\xBB\xBF\xE3\x80\x80", 6, GX_ERROR_EMPTY, "a.txt: empty"); /* mark, ideographic space */
    assert_fails ("a.txt", "\xFF\xFE", 2, GX_ERROR_EMPTY, "a.txt: empty");
    assert_fails ("a.pdf", "%PDF-1.7 x", 10, GX_ERROR_FORMAT, "a.pdf: PDF: damaged");
    assert_fails ("a.docx", "PK\x03\x04xx", 6, GX_ERROR_FORMAT, "a.docx: Truncated ZIP file header");
    assert_fails ("a.txt", "PK\x03\x04xx", 6, GX_ERROR_FORMAT, "a.txt: not a text (ZIP archive: its name should end with .zip)");

    char zeros[64] = { 'a' };
    assert_fails ("a.txt", zeros, sizeof zeros, GX_ERROR_FORMAT, "a.txt: not a text (binary data)");

    g_autoptr (GRand) rand = g_rand_new_with_seed (7);
    char noise[2048];
    for (gsize i = 0; i < sizeof noise; i++)
        noise[i] = (char)g_rand_int_range (rand, 0, 256);
    assert_fails ("a.txt", noise, sizeof noise, GX_ERROR_FORMAT, "a.txt: not a text (binary data)");
    for (gsize i = 0; i < sizeof noise; i++)
        noise[i] = (char)g_rand_int_range (rand, 128, 256);
    assert_fails ("a.txt", noise, sizeof noise, GX_ERROR_ENCODING, "a.txt: no known encoding fits");
}

static void
test_kind (void)
{
    static const struct {
        const char *name, *text;
        GxKind kind;
    } cases[] = {
        { "a.md", "<html>", GX_KIND_MARKDOWN },
        { "a.HTM", "words", GX_KIND_HTML },
        { "a.txt", "words", GX_KIND_TEXT },
        { "a", "", GX_KIND_TEXT },
        { "a.txt", "---\ntitle: x\n---\nwords", GX_KIND_MARKDOWN },
        { "a.txt", "\xEF\xBB\xBF---\r\ntitle: x\r\n---\r\n", GX_KIND_MARKDOWN },
        { "a.txt", "---\nwords\n---\n", GX_KIND_TEXT },
        { "a.txt", "---\ntitle: never closed\n", GX_KIND_TEXT },
        { "-", "\n <!DOCTYPE html><p>", GX_KIND_HTML },
        { "-", "<?xml version='1.0'?><!-- x --><html>", GX_KIND_HTML },
        { "-", "<?xml version='1.0'", GX_KIND_TEXT },
        { "-", "<p>a</p><p>b</p><p>c</p><p>d</p>", GX_KIND_HTML },
        { "-", "<p>one paragraph</p>", GX_KIND_HTML },
        { "-", "<p, q> is a pair", GX_KIND_TEXT },
        { "-", "<?xml version='1.0'?><article><p>x</p></article>", GX_KIND_XML },
        { "-", "<TEI xmlns='http://www.tei-c.org/ns/1.0'>", GX_KIND_XML },
        { "a.xml", "<article><p>x</p></article>", GX_KIND_XML },
        { "a.xml", "<!DOCTYPE html><html>", GX_KIND_HTML },
        { "a.md.gz", "words", GX_KIND_MARKDOWN },
        { "a.docx", "words", GX_KIND_TEXT },
        { "-", "a < b, c > d, <<a>> <", GX_KIND_TEXT },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpint (gx_kind_tell (cases[i].name, gx_str (cases[i].text)), ==, cases[i].kind);
}

/** A hundred thousand damaged bytes, open tags, NULs between words: time stays linear. */
static void
test_pathological (void)
{
    enum { REPEATS = 100000 };
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < REPEATS; i++)
        g_string_append (text, "朝鲜核\xFF");
    g_autoptr (GxSource) damaged = read_bytes ("a.txt", text->str, text->len);
    g_assert_cmpuint (gx_source_replaced (damaged), ==, REPEATS);

    g_string_truncate (text, 0);
    for (guint i = 0; i < REPEATS; i++)
        g_string_append (text, "<!--");
    g_autoptr (GxSource) comments = read_bytes ("-", text->str, text->len);
    g_assert_cmpint (gx_source_kind (comments), ==, GX_KIND_TEXT);
}

static void
test_digest (void)
{
    g_autoptr (GxSource) source = read_bytes ("a.txt", "abc", 3);
    g_assert_cmpstr (gx_source_digest (source), ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    g_assert_cmpstr (gx_source_name (source), ==, "a.txt");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/encoding/detect", test_detect);
    g_test_add_func ("/encoding/short", test_short);
    g_test_add_func ("/encoding/marks", test_marks);
    g_test_add_func ("/encoding/repair", test_repair);
    g_test_add_func ("/encoding/declared", test_declared);
    g_test_add_func ("/encoding/forced", test_forced);
    g_test_add_func ("/encoding/refused", test_refused);
    g_test_add_func ("/encoding/kind", test_kind);
    g_test_add_func ("/encoding/pathological", test_pathological);
    g_test_add_func ("/encoding/digest", test_digest);
    return g_test_run ();
}
