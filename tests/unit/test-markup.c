/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-markup.c - where tokens begin and end, what references stand for, and that time stays linear. */
#include "markup.h"

#include <libxml/HTMLparser.h>

/* The tokens of a page, each as its kind's letter and its bytes in brackets; all bytes between tokens are shown too. */
static char *
tokens_of (GxStr page, GxMarkupMode mode)
{
    GxMarkup markup = gx_markup_start (page, 0, mode);
    GString *out = g_string_new (NULL);
    GxToken token;
    gsize at = 0;

    while (gx_markup_next (&markup, &token)) {
        g_assert_cmpuint (at, <=, token.start);
        g_assert_cmpuint (token.end, <=, page.len);
        if (token.type == GX_TOKEN_TEXT || token.type == GX_TOKEN_CDATA || token.type == GX_TOKEN_RAW)
            g_assert_cmpuint (token.start, <, token.end);
        g_string_append_len (out, page.data + at, (gssize)(token.start - at));
        g_string_append_c (out, "tdrsec"[token.type]);
        g_string_append_printf (out, "%s%s[", token.is_empty ? "/" : "", token.is_open ? "?" : "");
        g_string_append_len (out, page.data + token.start, (gssize)(token.end - token.start));
        g_string_append_c (out, ']');
        at = token.end;
        g_assert_cmpuint (markup.at, >=, at);
    }
    g_assert_cmpuint (markup.at, ==, page.len);
    g_string_append_len (out, page.data + at, (gssize)(page.len - at));
    return g_string_free (out, FALSE);
}

static void
check (GxMarkupMode mode, const char *page, const char *expected)
{
    g_autofree char *tokens = tokens_of (gx_str (page), mode);

    g_assert_cmpstr (tokens, ==, expected);
}

static void
test_html (void)
{
    static const char *const cases[][2] = {
        { "", "" },
        { "甲<p>乙</p >", "t[甲]s[<p>]t[乙]e[</p >]" },
        { "1 < 2 <3 <", "t[1 < 2 <3 <]" },
        { "a</", "t[a</]" },
        { "a</b", "t[a]e?[</b]" },
        { "a<b c", "t[a]s?[<b c]" },
        { "<br/><br /><a href=x/>", "s/[<br/>]s/[<br />]s[<a href=x/>]" },
        { "<a b='>' c=\">\" d = '>'>x", "s[<a b='>' c=\">\" d = '>'>]t[x]" },
        { "<a b=\"x>y", "s[<a b=\"x>]t[y]" },
        { "x<!-- > -- ><p>-->y<!-->z<!--->w<!--x--!>", "t[x]c[<!-- > -- ><p>-->]t[y]c[<!-->]t[z]c[<!--->]t[w]c[<!--x--!>]" },
        { "<!DOCTYPE html [ > <?x > </> </ x><![CDATA[x]]>", "c[<!DOCTYPE html [ >]t[ ]c[<?x >]t[ ]c[</>]t[ ]c[</ x>]c[<![CDATA[x]]>]" },
        { "x<!-- y", "t[x]c?[<!-- y]" },
        { "<SCRIPT a>if (a<b) '</p></scripts>'</Script\n>x", "s[<SCRIPT a>]r[if (a<b) '</p></scripts>']e[</Script\n>]t[x]" },
        { "<script>a", "s[<script>]r?[a]" },
        { "<script></script><script/>a", "s[<script>]e[</script>]s/[<script/>]t[a]" },
        { "<title>a<b></title>", "s[<title>]r[a<b>]e[</title>]" },
        { "<title>a<p>b", "s[<title>]r?[a]s[<p>]t[b]" },
        { "<textarea><p></textarea><textarea></p>", "s[<textarea>]r[<p>]e[</textarea>]s[<textarea>]e[</p>]" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        check (GX_MARKUP_HTML, cases[i][0], cases[i][1]);
}

static void
test_xml (void)
{
    static const char *const cases[][2] = {
        { "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b ']>'><!-- ]> -->]><a/>",
          "c[<?xml version='1.0'?>]c[<!DOCTYPE a [<!ENTITY b ']>'><!-- ]> -->]>]s/[<a/>]" },
        { "<!DOCTYPE a [<b>x", "c[<!DOCTYPE a [<b>]t[x]" },
        { "<a><![CDATA[x<y>]]]]></a><![CDATA[]]>", "s[<a>]<![CDATA[d[x<y>]]]]]>e[</a>]<![CDATA[]]>" },
        { "<a><![CDATA[x", "s[<a>]<![CDATA[d?[x]" },
        { "<w:p _a='1'><_b></_b><书>", "s[<w:p _a='1'>]s[<_b>]e[</_b>]s[<书>]" },
        { "<title>x<b/></title><script>a<b></b></script>", "s[<title>]t[x]s/[<b/>]e[</title>]s[<script>]t[a]s[<b>]e[</b>]e[</script>]" },
        { "<?x", "c?[<?x]" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        check (GX_MARKUP_XML, cases[i][0], cases[i][1]);
}

static void
test_attributes (void)
{
    GxStr page = gx_str ("<A HREF='x&amp;y' title = \" a&nbsp;&quot;b \"hidden c=d/e f= =g \"h\"/ i=>");
    GxMarkup markup = gx_markup_start (page, 0, GX_MARKUP_HTML);
    g_autoptr (GString) out = g_string_new (NULL);
    GxToken token;
    GxStr name, value;
    gsize at = 0;

    g_assert_true (gx_markup_next (&markup, &token));
    g_assert_true (gx_token_is (&token, GX_MARKUP_HTML, "a"));
    g_assert_false (gx_token_is (&token, GX_MARKUP_XML, "a"));
    while (gx_token_next_attribute (&token, &at, &name, &value))
        g_string_append_printf (out, "%.*s(%.*s)", (int)name.len, name.data, (int)value.len, value.data);
    g_assert_cmpstr (out->str, ==, "HREF(x&amp;y)title( a&nbsp;&quot;b )hidden()c(d/e)f(=g)\"h\"()i()");
    {
        g_autofree char *href = gx_token_attribute (&token, "href");
        g_autofree char *title = gx_token_attribute (&token, "title");
        g_autofree char *hidden = gx_token_attribute (&token, "hidden");

        g_assert_cmpstr (href, ==, "x&y");
        g_assert_cmpstr (title, ==, "a\xc2\xa0\"b");
        g_assert_cmpstr (hidden, ==, "");
        g_assert_null (gx_token_attribute (&token, "hre"));
    }
}

static void
test_references (void)
{
    static const struct {
        GxMarkupMode mode;
        const char *text, *decoded;
    } cases[] = {
        { GX_MARKUP_HTML, "A&amp;B &lt;&#x7F8E;&#22269;&eacute;&mdash;&Omega;", "A&B <美国é—Ω" },
        { GX_MARKUP_HTML, "&amp;amp; &bogus; & &; &#; &#x; &", "&amp; &bogus; & &; &#; &#x; &" },
        { GX_MARKUP_HTML, "&#0;a&#xD800;b&#99999999999;c&#x110000;&#7;", "abc" },
        { GX_MARKUP_HTML, "&#65 &#x42z &copy &copy=1 &copyx &mdash &lt", "A Bz © &copy=1 &copyx &mdash <" },
        { GX_MARKUP_HTML, "&#147;a&#148;&#150;&#x85;", "“a”–…" },
        { GX_MARKUP_HTML, "&NewLine;&Tab;&lbrack;&apos;", "\n\t['" },
        { GX_MARKUP_XML, "&lt;&#65;&#65 &#x41;&#X41;&lt &nbsp;&own;", "<A&#65 A&#X41;&lt \xc2\xa0&own;" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *decoded = gx_markup_decode (gx_str (cases[i].text), cases[i].mode);

        g_assert_cmpstr (decoded, ==, cases[i].decoded);
    }
}

/* Ends that never come are looked for once. */
static void
test_linear (void)
{
    static const char *const pieces[] = {
        "<",       "<a b=\"",  "<a b='",     "<!",       "<!--",      "<![CDATA[", "<!DOCTYPE a [", "<!DOCTYPE a [<!--", "<?",
        "<title>", "<xmp><p>", "<textarea>", "</",       "<a b=\"c'", "&",         "<script>",      "<iframe>x<title>",  "<a ",
        "<a b",    "<a b = ",  "<!-- -- ",   "<p>x</p>", "<a b=c/",   "</title",   "<!DOCTYPE a '", "<title></titl",     "<a/",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) page = g_string_new (NULL);

        for (guint n = 0; n < 100000; n++)
            g_string_append (page, pieces[i]);
        for (guint mode = 0; mode < 2; mode++) {
            g_autofree char *tokens = tokens_of ((GxStr){ page->str, page->len }, mode ? GX_MARKUP_XML : GX_MARKUP_HTML);

            g_assert_cmpuint (strlen (tokens), >=, page->len);
        }
    }
}

/* Any bytes at all, cut anywhere: every byte is in order, nothing is read behind the page. */
static void
test_random (void)
{
    static const char *const pieces[] = { "<",   ">",         "/",   "p",        "=",         "\"",      "'",       " ", "<!--",
                                          "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<title>", "</title", "&", "&amp;",
                                          "金",  "?",         "!",   "[",        "]",         "-",       "\n" };
    g_autoptr (GRand) rand = g_rand_new_with_seed (20190227);

    for (guint round = 0; round < 20000; round++) {
        g_autoptr (GString) page = g_string_new (NULL);
        gsize len;

        for (gint n = g_rand_int_range (rand, 1, 40); n > 0; n--)
            g_string_append (page, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        len = (gsize)g_rand_int_range (rand, 0, (gint32)page->len + 1);
        for (guint mode = 0; mode < 2; mode++) {
            g_autofree char *copy = g_malloc (MAX (len, 1)); /* without a byte behind it */
            g_autofree char *tokens = NULL;

            memcpy (copy, page->str, len);
            tokens = tokens_of ((GxStr){ copy, len }, mode ? GX_MARKUP_XML : GX_MARKUP_HTML);

            g_assert_nonnull (tokens);
        }
    }
}

/* Appends text without its white space and controls. */
static void
append_dense (GString *out, GxStr text)
{
    for (gsize i = 0; i < text.len; i++)
        if ((guchar)text.data[i] > ' ')
            g_string_append_c (out, text.data[i]);
}

static void
on_characters (void *out, const xmlChar *text, int len)
{
    append_dense (out, (GxStr){ (const char *)text, (gsize)len });
}

/* The text that libxml2's parser finds. */
static GString *
parsed_text (GxStr page)
{
    htmlSAXHandler handler = { .characters = on_characters, .ignorableWhitespace = on_characters };
    GString *out = g_string_new (NULL);
    htmlParserCtxtPtr parser = htmlCreatePushParserCtxt (&handler, out, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);

    (void)htmlCtxtUseOptions (parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    (void)htmlParseChunk (parser, page.data, (int)page.len, 0);
    (void)htmlParseChunk (parser, "", 0, 1);
    htmlFreeParserCtxt (parser);
    return out;
}

/* Appends the text of the tokens, but for scripts and styles. To libxml2 what <iframe> and its like hold is markup, to HTML it is text. */
static void
append_tokens (GString *out, GxStr page)
{
    GxMarkup markup = gx_markup_start (page, 0, GX_MARKUP_HTML);
    gboolean is_code = FALSE, is_title = FALSE;
    GxToken token;

    while (gx_markup_next (&markup, &token)) {
        GxStr bytes = { page.data + token.start, token.end - token.start };

        if (token.type == GX_TOKEN_RAW && !is_code && !is_title) {
            append_tokens (out, bytes);
        } else if (token.type == GX_TOKEN_TEXT || (token.type == GX_TOKEN_RAW && is_title)) {
            g_autofree char *text = gx_markup_decode (bytes, GX_MARKUP_HTML);

            append_dense (out, gx_str (text));
        } else if (token.type == GX_TOKEN_START) {
            is_code = gx_token_is (&token, GX_MARKUP_HTML, "script") || gx_token_is (&token, GX_MARKUP_HTML, "style");
            is_title = gx_token_is (&token, GX_MARKUP_HTML, "title");
        }
    }
}

/* Every real post there is: the text is what libxml2's parser makes of it. */
static void
test_posts (void)
{
    g_autofree char *folder = g_build_filename (GUANXI_SHARED, "posts", NULL);
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;
    guint n = 0;

    if (!dir) {
        g_test_skip ("no posts here");
        return;
    }
    while ((name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL), *data = NULL;
        g_autoptr (GString) ours = g_string_new (NULL);
        g_autoptr (GString) theirs = NULL;
        gsize len, same = 0;

        g_assert_true (g_file_get_contents (path, &data, &len, NULL));
        append_tokens (ours, (GxStr){ data, len });
        theirs = parsed_text ((GxStr){ data, len });
        while (same < ours->len && ours->str[same] == theirs->str[same])
            same++;
        if (same < ours->len || same < theirs->len)
            g_error ("%s: byte %" G_GSIZE_FORMAT " of the text\n%.120s\ninstead of\n%.120s", name, same,
                     ours->str + (same > 30 ? same - 30 : 0), theirs->str + (same > 30 ? same - 30 : 0));
        n++;
    }
    g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/markup/html", test_html);
    g_test_add_func ("/markup/xml", test_xml);
    g_test_add_func ("/markup/attributes", test_attributes);
    g_test_add_func ("/markup/references", test_references);
    g_test_add_func ("/markup/linear", test_linear);
    g_test_add_func ("/markup/random", test_random);
    g_test_add_func ("/markup/posts", test_posts);
    return g_test_run ();
}
