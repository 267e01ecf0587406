/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-sample.h"

#include <glib/gstdio.h>
#include <guanxi/corpus.h>

/** A file of its own for a test. */
typedef struct {
    char *top, *path;
} Place;

static Place
put (const char *name, const void *data, gsize len)
{
    g_autoptr (GError) error = NULL;
    Place place = { .top = g_dir_make_tmp ("gx-container-XXXXXX", &error) };
    g_assert_no_error (error);
    place.path = g_build_filename (place.top, name, NULL);
    g_assert_true (g_file_set_contents (place.path, data, (gssize)len, &error));
    return place;
}

static void
clear (Place *place)
{
    g_assert_cmpint (g_remove (place->path), ==, 0);
    g_assert_cmpint (g_rmdir (place->top), ==, 0);
    g_free (place->top);
    g_free (place->path);
}

static void
append_field (GString *lines, const GxSource *source, GxSourceField field, const char *mark)
{
    if (gx_source_field (source, field))
        g_string_append_printf (lines, " %s%s", mark, gx_source_field (source, field));
}

/** The documents of a file, a line each: name, text, fields; or the reason why it is not read. */
static char *
list (const char *name, const void *data, gsize len, const GxCorpusOptions *options)
{
    Place place = put (name, data, len);
    const char *const paths[] = { place.path, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, options, &error);
    g_assert_no_error (error);
    GString *lines = g_string_new (NULL);
    guint64 bytes = 0;
    guint n = 0;
    for (GxInput *input = gx_corpus_next (corpus); input; input = gx_corpus_next (corpus), n++) {
        g_autoptr (GError) failure = NULL;
        g_autoptr (GxSource) source = gx_input_read (input, &failure);
        bytes += gx_input_bytes (input);
        if (source) {
            GxStr text = gx_source_text (source);
            g_assert_cmpstr (gx_source_name (source), ==, gx_input_name (input));
            g_string_append_printf (lines, "%s=%.*s", gx_input_name (input), (int)text.len, text.data);
            append_field (lines, source, GX_SOURCE_TITLE, "T:");
            append_field (lines, source, GX_SOURCE_AUTHOR, "A:");
            append_field (lines, source, GX_SOURCE_DATE, "D:");
            append_field (lines, source, GX_SOURCE_SITE, "S:");
        } else {
            g_assert_true (g_str_has_prefix (failure->message, place.top));
            g_string_append_printf (lines, "!%s", failure->message + strlen (place.top) + 1);
        }
        g_string_append_c (lines, '\n');
        gx_input_free (input);
    }
    g_assert_cmpuint (n, ==, gx_corpus_size (corpus));
    g_assert_cmpuint (bytes, <=, gx_corpus_bytes (corpus));
    clear (&place);
    return g_string_free (lines, FALSE);
}

#define assert_list(name, data, len, options, expected)                                                                                    \
    do {                                                                                                                                   \
        g_autofree char *lines_ = list (name, data, len, options);                                                                         \
        g_assert_cmpstr (lines_, ==, expected);                                                                                            \
    } while (0)
#define assert_text(name, text, options, expected) assert_list (name, text, strlen (text), options, expected)

static void
test_lines (void)
{
    assert_text ("a.ndjson",
                 "\xEF\xBB\xBF{\"text\":\"一\",\"Title\":\"题\",\"pub_date\":\"2019-02-27\",\"byline\":[\"甲\",{\"name\":\"乙\"}],"
                 "\"url\":\"https://me@news.example.org:80/x\"}\n"
                 "\n"
                 "{\"正文\":\"二\",\"日期\":1551225600,\"来源\":\"新华社\"}\r\n"
                 "{\"text\":\"cut\n"
                 "[1]\n"
                 "{\"x\":\"no text\"}\n"
                 "{\"text\":\" \"}\n"
                 "{\"text\":[\"五\",\"六\"]}",
                 NULL,
                 "a.ndjson/1=一 T:题 A:甲, 乙 D:2019-02-27 S:news.example.org\n"
                 "a.ndjson/3=二 D:2019-02-27 S:新华社\n"
                 "!a.ndjson:4: not JSON (unexpected newline near '\"cut')\n"
                 "!a.ndjson:5: not an object of JSON\n"
                 "!a.ndjson:6: no field for the text (text, content, body, 正文 …)\n"
                 "!a.ndjson:7: empty\n"
                 "a.ndjson/8=五\n六\n");
}

static void
test_fields (void)
{
    const GxCorpusOptions options = { .text_field = "article.body",
                                      .fields = { [GX_SOURCE_TITLE] = "article.head", [GX_SOURCE_DATE] = "d" } };
    assert_text ("a.jsonl",
                 "{\"text\":\"no\",\"title\":\"no\",\"article\":{\"body\":\"yes\",\"head\":\"H\"},\"d\":\"2020\"}\n"
                 "{\"article.body\":\"with a dot\"}\n"
                 "{\"text\":\"no\"}\n",
                 &options, "a.jsonl/1=yes T:H D:2020\na.jsonl/2=with a dot\n!a.jsonl:3: no field article.body\n");
}

static void
test_values (void)
{
    assert_text ("a.json", " [ {\"text\":\"a [}{\\\" b\"},\n{\"text\":\"c\",\"x\":[[1],{\"y\":2}]} , 7, [8] ]\n", NULL,
                 "a.json/1=a [}{\" b\na.json/2=c\n!a.json/3: not an object of JSON\n!a.json/4: not an object of JSON\n");
    assert_text ("a.json", "{\n \"text\": \"one\"\n}\n{\n \"text\": \"two\"\n}", NULL, "a.json/1=one\na.json/2=two\n");
    assert_text ("a.json", "{\"text\":\"one\"}\n{\"text\":\"two\"}", NULL, "a.json/1=one\na.json/2=two\n");
    g_autofree char *cut = list ("a.json", "[{\"text\":\"one\"},{\"text\":\"tw", 27, NULL);
    g_assert_true (g_str_has_prefix (cut, "a.json/1=one\n!a.json/2: not JSON ("));
    assert_text ("a.json", "words", NULL, "a.json=words\n");
}

static void
test_tables (void)
{
    assert_text ("a.csv",
                 "id,Title,text,date\r\n"
                 "1,\"a \"\"b\"\"\",\"line\nbreak, comma\",2020\r\n"
                 "2,5\" disk,plain,\r\n"
                 "\r\n"
                 "3\r\n"
                 "4,t,,\r\n"
                 "5,t,last",
                 NULL,
                 "a.csv/2=line\nbreak, comma T:a \"b\" D:2020\n"
                 "a.csv/4=plain T:5\" disk\n"
                 "!a.csv:6: the row ends before the column of the text\n"
                 "!a.csv:7: empty\n"
                 "a.csv/8=last T:t\n");
    assert_text ("a.csv", "sep=;\n标题;内容\n一;二, 三\n", NULL, "a.csv/3=二, 三 T:一\n");
    assert_text ("a.tsv", "text\tsource\nx\"y\thttp://a.b/c\n", NULL, "a.tsv/2=x\"y S:a.b\n");
    assert_text ("a.csv", "a,b\n1,2\n", NULL, "!a.csv: no field for the text (text, content, body, 正文 …)\n");
    const GxCorpusOptions options = { .text_field = "b" };
    assert_text ("a.csv", "a,b\n1,2\n", &options, "a.csv/2=2\n");
    assert_text ("a.csv", "text\n一\n\"二\n三\n", NULL, "a.csv/2=一\n!a.csv:3: quotes that never end\n");

    g_autoptr (GError) error = NULL;
    gsize len = 0;
    g_autofree char *excel = g_convert ("标题,正文\n头条,朝美峰会下周举行\n", -1, "GB18030", "UTF-8", NULL, &len, &error);
    assert_list ("a.csv", excel, len, NULL, "a.csv/2=朝美峰会下周举行 T:头条\n");
    g_autofree char *wide = g_convert ("标题\t正文\n头条\t朝美峰会𠀀下周\n", -1, "UTF-16", "UTF-8", NULL, &len, &error);
    assert_list ("a.tsv", wide, len, NULL, "a.tsv/2=朝美峰会𠀀下周 T:头条\n");
    g_autofree char *bare = g_convert ("标题\t正文\n头条\t朝美峰会下周\n", -1, "UTF-16BE", "UTF-8", NULL, &len, &error);
    assert_list ("a.tsv", bare, len, NULL, "a.tsv/2=朝美峰会下周 T:头条\n");
}

static void
test_dump (void)
{
    assert_text ("a.xml",
                 "<?xml version=\"1.0\"?><mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.10/\">\n"
                 "<siteinfo><sitename>某百科</sitename></siteinfo>\n"
                 "<page><title>甲 &amp; 乙</title><ns>0</ns><revision><timestamp>2020-01-01T00:00:00Z</timestamp>"
                 "<contributor><username>丙</username></contributor><text bytes=\"1\">''甲''&lt;ref/&gt;</text></revision></page>\n"
                 "<page><title>Talk:甲</title><ns>1</ns><revision><text>x</text></revision></page>\n"
                 "<page><title>跳</title><ns>0</ns><redirect title=\"甲\"/><revision><text>#R</text></revision></page>\n"
                 "<page><title>旧</title><revision><text>#REDIRECT [[甲]]</text></revision></page>\n"
                 "<page><title>坏</title><ns>0</ns><revision><text>&lol;</text></revision></page>\n"
                 "<page><title>空</title><ns>0</ns><revision/></page>\n"
                 "<page><title>a/b</title><ns>0</ns><revision><text>old</text></revision><revision><text>new</text></revision></page>\n"
                 "</mediawiki>\n",
                 NULL,
                 "a.xml/甲 & 乙=''甲''<ref/> T:甲 & 乙 A:丙 D:2020-01-01T00:00:00Z S:某百科\n"
                 "!a.xml/坏: a damaged page\n"
                 "!a.xml/空: a page without text\n"
                 "a.xml/a/b=new T:a/b S:某百科\n");
    assert_text ("a.xml", "<?xml version=\"1.0\"?><doc>x</doc>", NULL, "a.xml=<?xml version=\"1.0\"?><doc>x</doc>\n");
}

static void
test_archives (void)
{
    Sample inner = sample_new ("zip", NULL);
    sample_add (&inner, "deep.txt", "deep");
    g_autoptr (GByteArray) zip = sample_finish (&inner);
    Sample sample = sample_new ("pax", "gzip");
    sample_add (&sample, "b/a.txt", "first");
    sample_add (&sample, "b/a.txt", "second");
    sample_add (&sample, "style.css", "p {}");
    sample_add (&sample, ".hidden.txt", "no");
    sample_add (&sample, "__MACOSX/a.txt", "no");
    sample_add (&sample, "blank.txt", " ");
    sample_add (&sample, "n.ndjson", "{\"text\":\"record\"}\n{}\n");
    sample_add_entry (&sample, "c.zip", AE_IFREG, NULL, zip->data, zip->len);
    g_autoptr (GByteArray) tar = sample_finish (&sample);
    assert_list ("t.tgz", tar->data, tar->len, NULL,
                 "t.tgz/b/a.txt=first\nt.tgz/b/a (2).txt=second\n!t.tgz/blank.txt: empty\nt.tgz/n.ndjson/1=record\n"
                 "!t.tgz/n.ndjson:2: no field for the text (text, content, body, 正文 …)\nt.tgz/c.zip/deep.txt=deep\n");
    assert_list ("t", tar->data, tar->len, NULL, /* told by content */
                 "t/b/a.txt=first\nt/b/a (2).txt=second\n!t/blank.txt: empty\nt/n.ndjson/1=record\n"
                 "!t/n.ndjson:2: no field for the text (text, content, body, 正文 …)\nt/c.zip/deep.txt=deep\n");

    Sample packed = sample_new ("raw", "xz");
    sample_add (&packed, "x", "text\n字\n");
    g_autoptr (GByteArray) xz = sample_finish (&packed);
    assert_list ("t.csv.xz", xz->data, xz->len, NULL, "t.csv.xz/2=字\n");
    assert_list ("t.txt.xz", xz->data, xz->len, NULL, "t.txt.xz=text\n字\n\n");

    Sample tarred = sample_new ("pax", "gzip"); /* one text by its name, even if it looks like an archive */
    sample_add (&tarred, "x.txt", "x");
    g_autoptr (GByteArray) odd = sample_finish (&tarred);
    assert_list ("t.txt.gz", odd->data, odd->len, NULL, "!t.txt.gz: not a text (binary data)\n");

    Sample bare = sample_new ("zip", NULL);
    sample_add (&bare, "style.css", "p {}");
    g_autoptr (GByteArray) none = sample_finish (&bare);
    assert_list ("t.zip", none->data, none->len, NULL, "!t.zip: no texts in this archive\n");
    assert_text ("t.zip", "words", NULL, "!t.zip: no archive, or a damaged one\n");
}

static void
test_limit (void)
{
    const GxCorpusOptions options = { .max_bytes = 10 };
    assert_text ("a.txt", "0123456789", &options, "a.txt=0123456789\n");
    assert_text ("a.txt", "0123456789x", &options, "!a.txt: larger than 10 bytes\n");
    assert_text ("a.jsonl", "{\"text\":\"0123456789\"}\n{\"text\":\"0123456789x\"}\n", &options,
                 "a.jsonl/1=0123456789\n!a.jsonl:2: larger than 10 bytes\n");
    Sample sample = sample_new ("zip", NULL);
    sample_add (&sample, "a.txt", "0123456789x");
    sample_add (&sample, "b.txt", "0123456789");
    g_autoptr (GByteArray) zip = sample_finish (&sample);
    assert_list ("z.zip", zip->data, zip->len, &options, "!z.zip/a.txt: larger than 10 bytes\nz.zip/b.txt=0123456789\n");
}

/** What has no texts is told. */
static void
test_empty (void)
{
    assert_text ("a.ndjson", "", NULL, "!a.ndjson: empty\n");
    assert_text ("a.ndjson", "\n\n", NULL, "!a.ndjson: no texts in it\n");
    assert_text ("a.csv", "text\n", NULL, "!a.csv: no texts in it\n");
    assert_text ("a.csv", "title,text\n,\n\"\", \nt,x\n", NULL, "a.csv/4=x T:t\n");
    assert_text ("a.xml", "<mediawiki></mediawiki>", NULL, "!a.xml: no texts in it\n");
    assert_text ("a.zip", "", NULL, "!a.zip: empty\n");
    assert_text ("a.txt.gz", "words", NULL, "!a.txt.gz: no archive, or a damaged one\n");
}

static void
test_mail (void)
{
    static const char plain[] = "Subject: =?GB2312?B?u+HMuA==?=\r\n"
                                "From: \"\xE6\x9E\x97\" <lin@example.org>\r\n"
                                "Date: Thu, 6 May 2021 23:30:00 +0800\r\n"
                                "Content-Type: text/plain; charset=gb2312\r\n"
                                "Content-Transfer-Encoding: base64\r\n\r\n"
                                "0ru+5KGj\r\n";
    static const char mixed[] = "From: a@example.org\nContent-Type: multipart/mixed; boundary=m\n\n"
                                "--m\nContent-Type: multipart/alternative; boundary=n\n\n"
                                "--n\nContent-Type: text/plain; charset=utf-8\n\n没有\n"
                                "--n\nContent-Type: text/html; charset=utf-8\n\n<p>这里是整个正文的内容。</p>\n--n--\n"
                                "--m\nContent-Type: text/csv; name=\"../t.csv\"\nContent-Disposition: attachment\n\ntitle,text\nT,行\n"
                                "--m\nContent-Type: image/png; name=a.png\n\nx\n"
                                "--m\nContent-Type: text/plain; name=a.txt\n\none\n"
                                "--m\nContent-Type: text/plain; name=a.txt\n\ntwo\n"
                                "--m\nContent-Type: message/rfc822\n\nSubject: inner\n\n信\n--m--\n";
    assert_text ("a.eml", plain, NULL, "a.eml=一句。 T:会谈 A:林 D:2021-05-06\n");
    assert_text ("a.eml", mixed, NULL,
                 "a.eml=<p>这里是整个正文的内容。</p> A:a@example.org\n"
                 "a.eml/t.csv/2=行 T:T\n"
                 "a.eml/a.txt=one\n"
                 "a.eml/a (2).txt=two\n"
                 "a.eml/message.eml=信 T:inner\n");
    assert_text ("a.eml", "一句。", NULL, "a.eml=一句。\n");
    assert_text ("a.eml", "", NULL, "!a.eml: empty\n");
    assert_text ("a.eml", "Subject: x\nContent-Type: image/png\n\nx\n", NULL, "!a.eml: no text in this message\n");
    assert_text ("a.eml", "Subject: x\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\n一", NULL, "a.eml=一 T:x\n");
}

static void
test_mailbox (void)
{
    static const char box[] = "From a@example.org Thu May  6 10:00:00 2021\nSubject: 1\n\n一\n\n>From x\n>>From y\n\n"
                              "From b@example.org\r\nSubject: 2\r\n\r\nsay:\r\nFrom z\r\n\r\n"
                              "From c\n\n\n"
                              "From d\nSubject: 4\nContent-Type: text/csv; name=t.csv\n\ntext\n四\n";
    const GxCorpusOptions small = { .max_bytes = 8 }, files = { .scope = GX_CORPUS_FILES };
    assert_text ("a.mbox", box, NULL,
                 "a.mbox/1=一\n\nFrom x\n>From y\n\n T:1\n"
                 "a.mbox/2=say:\r\nFrom z\r\n\r\n T:2\n"
                 "!a.mbox/3: empty\n"
                 "a.mbox/4/t.csv/2=四\n");
    assert_text ("a.mbox", "From a\nSubject: x\n\nlonger than that\n", &small, "!a.mbox/1: larger than 8 bytes\n");
    assert_text ("a.mbox", "", NULL, "!a.mbox: empty\n");
    assert_text ("a.mbox", box, &files, "");
}

/** Inputs outlive their corpus, and are read as often as one likes. */
static void
test_lifetime (void)
{
    static const char text[] = "{\"text\":\"一\"}\n";
    Place place = put ("a.ndjson", text, sizeof text - 1);
    const char *const paths[] = { place.path, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    g_autoptr (GxInput) input = gx_corpus_next (corpus);
    g_clear_pointer (&corpus, gx_corpus_free);
    g_assert_cmpstr (gx_input_container (input), ==, place.path);
    for (guint i = 0; i < 2; i++) {
        g_autoptr (GxSource) source = gx_input_read (input, &error);
        g_assert_no_error (error);
        g_assert_true (gx_str_equal (gx_source_text (source), gx_str ("一")));
    }
    clear (&place);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/container/lines", test_lines);
    g_test_add_func ("/container/fields", test_fields);
    g_test_add_func ("/container/values", test_values);
    g_test_add_func ("/container/tables", test_tables);
    g_test_add_func ("/container/dump", test_dump);
    g_test_add_func ("/container/archives", test_archives);
    g_test_add_func ("/container/limit", test_limit);
    g_test_add_func ("/container/empty", test_empty);
    g_test_add_func ("/container/mail", test_mail);
    g_test_add_func ("/container/mailbox", test_mailbox);
    g_test_add_func ("/container/lifetime", test_lifetime);
    return g_test_run ();
}
