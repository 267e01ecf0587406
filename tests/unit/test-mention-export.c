/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-output.h"

#include <guanxi/export.h>

#include <jansson.h>
#include <string.h>

/* A document read with a dictionary of two names. */
typedef struct {
    GxDictionary *dictionary;
    GxMatcher *matcher;
    GxSource *source;
    GxDocument *document;
    GxSentences *sentences;
    GxMentions *mentions;
    GxReading reading;
} Sample;

static void
sample_clear (Sample *self)
{
    gx_mentions_free (self->mentions);
    gx_sentences_free (self->sentences);
    gx_document_free (self->document);
    gx_source_free (self->source);
    gx_matcher_free (self->matcher);
    gx_dictionary_free (self->dictionary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static void
sample_init (Sample *self, const char *name, const char *text)
{
    static const char table[] = "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"
                                "Q1\tstate\t东之国\tEastland\t\t\t\t\t\t\n"
                                "Q2\tperson\t慕容长风\tMurong\t\t\tQ1\t\t\t\n";
    g_autofree char *path = NULL;
    const char *paths[] = { NULL, NULL };
    int fd = g_file_open_tmp ("guanxi-XXXXXX.tsv", &path, NULL);
    GError *error = NULL;

    g_assert_cmpint (fd, >=, 0);
    g_close (fd, NULL);
    g_assert_true (g_file_set_contents (path, table, -1, NULL));
    paths[0] = path;
    self->dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, paths, &error);
    g_remove (path);
    g_assert_no_error (error);
    self->matcher = gx_matcher_new (self->dictionary);
    self->source = gx_source_new (name, text, strlen (text), NULL, &error);
    g_assert_no_error (error);
    self->document = gx_document_read (self->source, &error);
    g_assert_no_error (error);
    self->sentences = gx_sentences_find (self->document);
    self->mentions = gx_matcher_find (self->matcher, self->document, self->sentences);
    self->reading =
        (GxReading){ .source = self->source, .document = self->document, .sentences = self->sentences, .mentions = self->mentions };
}

static char *
write_mentions (const Sample *sample, GxMentionFormat format)
{
    SampleOutput output = sample_output_open ();

    gx_export_mentions_header (format, output.writer);
    gx_export_mentions (&sample->reading, format, output.writer);
    return sample_output_close (&output);
}

static const char text[] = "先到了东之国。后来慕容\n长风走了。\n";

static void
test_tsv (void)
{
    g_auto (Sample) sample = { 0 };
    g_autofree char *written = NULL;

    sample_init (&sample, "a\tb.txt", text);
    written = write_mentions (&sample, GX_MENTIONS_TSV);
    g_assert_cmpstr (written, ==,
                     "document\tstart\tend\ttext\tentity\tname\ttype\trule\tsentence\tblock\n"
                     "a\\tb.txt\t9\t18\t东之国\tQ1\t东之国\tstate\tname\t1\tparagraph\n"
                     "a\\tb.txt\t27\t40\t慕容\\n长风\tQ2\t慕容长风\tperson\tname\t2\tparagraph\n");
}

static void
test_jsonl (void)
{
    g_auto (Sample) sample = { 0 };
    g_autofree char *written = NULL;

    sample_init (&sample, "a.txt", text);
    written = write_mentions (&sample, GX_MENTIONS_JSONL);

    g_auto (GStrv) lines = g_strsplit (written, "\n", -1);
    json_t *second = json_loads (lines[1], 0, NULL);

    g_assert_cmpuint (g_strv_length (lines), ==, 3);
    g_assert_cmpstr (lines[0], ==,
                     "{\"document\":\"a.txt\",\"start\":9,\"end\":18,\"text\":\"东之国\",\"entity\":\"Q1\",\"name\":\"东之国\","
                     "\"type\":\"state\",\"rule\":\"name\",\"sentence\":1,\"block\":\"paragraph\"}");
    g_assert_cmpstr (json_string_value (json_object_get (second, "text")), ==, "慕容\n长风");
    g_assert_cmpint (json_integer_value (json_object_get (second, "end")), ==, 40);
    json_decref (second);
}

static void
test_failure (void)
{
    g_autoptr (GError) failure = g_error_new_literal (GX_ERROR, GX_ERROR_IO, "gone");
    SampleOutput output = sample_output_open ();
    const GxReading reading = { .failure = failure };
    g_autofree char *written = NULL;

    gx_export_mentions (&reading, GX_MENTIONS_TSV, output.writer);
    gx_export_mentions (&reading, GX_MENTIONS_JSONL, output.writer);
    written = sample_output_close (&output);
    g_assert_cmpstr (written, ==, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/mention-export/tsv", test_tsv);
    g_test_add_func ("/mention-export/jsonl", test_jsonl);
    g_test_add_func ("/mention-export/failure", test_failure);
    return g_test_run ();
}
