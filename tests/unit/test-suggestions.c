/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading-sample.h"

#include <guanxi/suggestion.h>

#include <string.h>

static void
add (GxSuggestions *suggestions, const Sample *sample, const char *name, const char *text)
{
    g_autoptr (GxSource) source = gx_source_new (name, text, strlen (text), NULL, NULL);
    g_autoptr (GxDocument) document = gx_document_read (source, NULL);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GxMentions) mentions = gx_matcher_find (sample->matcher, document, sentences);
    const GxReading reading = { .source = source, .document = document, .sentences = sentences, .mentions = mentions };
    gx_suggestions_add (suggestions, &reading);
}

static const GxSuggestion *
find (GxSuggestions *suggestions, const char *name)
{
    guint n = 0;
    const GxSuggestion *all = gx_suggestions_rank (suggestions, &n);
    for (guint i = 0; i < n; i++)
        if (strcmp (all[i].name, name) == 0)
            return &all[i];
    return NULL;
}

static void
test_names (void)
{
    Sample sample = sample_new ();
    g_autoptr (GxSuggestions) suggestions = gx_suggestions_new (sample.dictionary, NULL);
    add (suggestions, &sample, "a", "据《滨海时报》报道，美国的杰克·莫洛斯（Jack Molos）来了。老李说，美国来了。\n");
    add (suggestions, &sample, "b", "《滨海时报》记者问，杰克·莫洛斯在哪里？老李说，在美国。\n");

    const GxSuggestion *paper = find (suggestions, "滨海时报");
    g_assert_nonnull (paper);
    g_assert_cmpint (paper->type, ==, GX_ENTITY_INSTITUTION);
    g_assert_cmpuint (paper->count, ==, 2);
    g_assert_cmpuint (paper->documents, ==, 2);
    g_assert_cmpuint (paper->n_places, ==, 2);
    g_assert_cmpstr (paper->places[1].document, ==, "b");
    GxSpan at = paper->places[0].in_sentence;
    g_assert_cmpint (strncmp (paper->places[0].sentence + at.start, "滨海时报", at.end - at.start), ==, 0);

    const GxSuggestion *jack = find (suggestions, "杰克·莫洛斯");
    g_assert_nonnull (jack);
    g_assert_cmpstr (jack->english, ==, "Jack Molos");
    g_assert_cmpstr (jack->id, ==, "jack-molos");
    g_autofree char *row = gx_suggestion_row (jack);
    g_assert_true (g_str_has_prefix (row, "jack-molos\tperson\t杰克·莫洛斯\tJack Molos\t"));

    /* Known names, and what is made of nothing else. */
    g_assert_null (find (suggestions, "老李"));
    g_assert_null (find (suggestions, "美国"));
    g_assert_null (find (suggestions, "老李说"));
    sample_clear (&sample);
}

static void
test_known_by_english (void)
{
    Sample sample = sample_new ();
    g_autoptr (GxSuggestions) suggestions = gx_suggestions_new (sample.dictionary, NULL);
    add (suggestions, &sample, "a", "李大叔（Old Li）说，他明天来。\n");
    add (suggestions, &sample, "b", "昨天，李大叔（Old Li）没有来。\n");
    const GxSuggestion *li = find (suggestions, "李大叔");
    g_assert_nonnull (li);
    g_assert_nonnull (li->known);
    g_autofree char *row = gx_suggestion_row (li);
    g_assert_cmpstr (row, ==, "li\tperson\t老李\tOld Li\t李大叔");
    sample_clear (&sample);
}

static void
test_options (void)
{
    Sample sample = sample_new ();
    const GxSuggestionOptions options = { .types = 1u << GX_ENTITY_INSTITUTION, .min_count = 3 };
    g_autoptr (GxSuggestions) suggestions = gx_suggestions_new (sample.dictionary, &options);
    add (suggestions, &sample, "a", "《滨海时报》、《滨海时报》、《滨海时报》、《江南晚报》、《江南晚报》。\n");
    g_assert_nonnull (find (suggestions, "滨海时报"));
    g_assert_null (find (suggestions, "江南晚报"));
    sample_clear (&sample);
}

static gboolean
take (const GxReading *reading, gpointer suggestions, GError **error)
{
    (void)error;
    if (reading->mentions)
        gx_suggestions_add (suggestions, reading);
    return TRUE;
}

static void
test_nothing (void)
{
    Sample sample = sample_new ();
    g_autoptr (GxSuggestions) none = gx_suggestions_new (sample.dictionary, NULL);
    g_autoptr (GxSuggestions) known = gx_suggestions_new (sample.dictionary, NULL);
    guint n = 1;
    gx_suggestions_rank (none, &n);
    g_assert_cmpuint (n, ==, 0);
    sample_read (&sample, 2, take, known);
    g_assert_null (find (known, "日本"));
    sample_clear (&sample);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/suggestions/names", test_names);
    g_test_add_func ("/suggestions/known-by-english", test_known_by_english);
    g_test_add_func ("/suggestions/options", test_options);
    g_test_add_func ("/suggestions/nothing", test_nothing);
    return g_test_run ();
}
