/* SPDX-License-Identifier: GPL-3.0-or-later
 * match-sample.h - for the tests of matching: a small dictionary of their own, and mentions written as one line. */
#pragma once

#include <guanxi/explanation.h>
#include <guanxi/matcher.h>

#include <glib/gstdio.h>

static const char *const sample_tables[] = {
    "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"
    "US\tstate\t美国\tUnited States\t美利坚合众国|=U.S.|=US|=American|미국\t美\t\t\t\t\n"
    "CN\tstate\t中国\tChina\t中华人民共和国|~=Sino-|중국\t中\t\t\t\t\n"
    "KR\tstate\t韩国\tSouth Korea\t大韩民国|=South Korean|한국\t韩\t\t\t\t\n"
    "KP\tstate\t朝鲜\tNorth Korea\t북한\t朝\t\t\t\t\n"
    "JP\tstate\t日本\tJapan\t日本国|일본\t日\t\t\t\t\n"
    "ID\tstate\t印度尼西亚\tIndonesia\t印尼\t\t\t\t\t\n"
    "IN\tstate\t印度\tIndia\t\t印\t\t\t\t\n"
    "CI\tstate\t科特迪瓦\tIvory Coast\t~象牙海岸\t\t\t\t\t\n"
    "IR\tstate\t伊朗\tIran\t이란\t伊\t\t\t\t\n"
    "trump\tperson\t特朗普\tDonald Trump\t唐纳德·特朗普|川普|=Trump|트럼프\t特|川\tUS\t2017\t2021\t\n"
    "ivanka\tperson\t伊万卡·特朗普\tIvanka Trump\t~特朗普\t\tUS\t\t\t\n"
    "kim\tperson\t金正恩\tKim Jong-un\t김정은\t金\tKP\t2011\t\t\n"
    "kimyc\tperson\t金英哲\tKim Yong-chol\t김영철\t\tKP\t\t\t\n"
    "moon\tperson\t文在寅\tMoon Jae-in\t문재인\t文\tKR\t2017\t2022\t\n"
    "xi\tperson\t习近平\tXi Jinping\t\t习\tCN\t2012\t\t\n"
    "ma\tperson\t马英九\tMa Ying-jeou\t\t马\t\t\t\t\n"
    "masan\tperson\t马三立\tMa Sanli\t\t马\t\t\t\t\n"
    "may\tperson\t特雷莎·梅\tTheresa May\t\t\t\t\t\t\n"
    "reagan\tperson\t里根\tRonald Reagan\t\t\t\t\t\t\n"
    "wang\tperson\t汪洋\tWang Yang\t~汪洋\t\tCN\t\t\t\n"
    "oldbush\tperson\t老布什\tGeorge H. W. Bush\t布什\t\tUS\t1989\t1993\t\n"
    "bush\tperson\t小布什\tGeorge W. Bush\t布什\t\tUS\t2001\t2009\t\n"
    "state\tinstitution\t美国国务院\tUnited States Department of State\tU.S. State Department\t\tUS\t\t\t\n"
    "un\tinstitution\t联合国\tUnited Nations\t=UN\t\t\t\t\t\n"
    "g20\tinstitution\t二十国集团\tGroup of Twenty\tG20|20国集团\t\t\t\t\t\n"
    "wpk\tinstitution\t朝鲜劳动党\tWorkers' Party of Korea\t~劳动党\t\tKP\t\t\t\n"
    "jpdiet\tinstitution\t日本国会\tNational Diet\t国会\t\tJP\t\t\t\n"
    "cuhk\tinstitution\t香港中文大学\tChinese University of Hong Kong\t~中大\t\tCN\t\t\t\n"
    "wpkcc\tinstitution\t朝鲜劳动党中央委员会\tCentral Committee of the Workers' Party of Korea\t劳动党中央委员会\t\tKP\t\t\t\n"
    "pbc\tinstitution\t中国人民银行\tPeople's Bank of China\t~央行\t\tCN\t\t\t\n"
    "time\tinstitution\t时代周刊\tTime Magazine\t~时代|~=Time\t\tUS\t\t\t\n"
    "brookings\tinstitution\t布鲁金斯学会\tBrookings Institution\t\t\tUS\t\t\t\n"
    "dpus\tinstitution\t美国民主党\tDemocratic Party\t民主党\t\tUS\t\t\t\n"
    "dpjp\tinstitution\t日本民主党\tDemocratic Party of Japan\t民主党\t\tJP\t\t\t\n"
    "dpkr\tinstitution\t共同民主党\tDemocratic Party of Korea\t~民主党\t\tKR\t\t\t\n",
    "phrase\tnote\n朝鲜半岛\t\n韩国瑜\t\n其中\t\n完美\t\n",
    "title\tposition\tnote\n总统\tboth\t\n委员长\tafter\t\n副委员长\tafter\t\n主席\tboth\t\n外长\tboth\t\n国防部长\tboth\t\n"
    "President\tboth\t\nMr\tbefore\t\nMr.\tbefore\t\nSecretary\tboth\t\n대통령\tboth\t\n",
    "id\tname\ten\taliases\tnote\n"
    "defence\t国防部\tMinistry of Defence\tDefense Ministry|국방부\t\n"
    "foreign\t外交部\tMinistry of Foreign Affairs\tForeign Ministry|외교부\t\n"
    "state\t国务院\tState Department\t\t\n"
    "bank\t央行\tCentral Bank\t\t\n"
    "parliament\t国会\tParliament\t국회\t\n",
    "surname\tnote\n文\t\n金\t\n习\t\n马\t\n汪\t\n",
    "id\tkind\ttext\tstates\tweight\tlanguage\n"
    "s\tscore\temit-lone\t*\t3\t\n"
    "s\tscore\temit-list\t*\t3\t\n"
    "s\tscore\tstrict\t*\t9\t\n"
    "s\tscore\tevidence-name\t*\t0.5\t\n"
    "s\tscore\tlist-three\t*\t4\t\n"
    "s\tscore\tglued\t*\t-20\tko\n"
    "a\tleft\t对\t美\tstrict\t\n"
    "a\tright\t尔\t伊\tstrict\t\n"
    "a\trival\t伊甸\t伊\t0\t\n"
    "a\tseparator\t、\t*\t0\t\n"
    "t\ttie\t小布什\tdpus\t1\t\n"
    "ja\tdefault\t米\tUS\t0\tja\n"
    "ja\tdefault\tロ\tID\t0\tja\n"
    "ja\tleft\t対\t米美ロ\tstrict\tja\n"
    "ko\tdefault\t北\tKP\t0\tko\n"
    "ko\tdefault\t美\tUS\t0\tko\n"
    "ko\tdefault\t中\tCN\t0\tko\n"
    "ko\tright\t정부\t北\tstrict\tko\n"
    "ko\tseparator\t·\t*\t0\tko\n",
};

typedef struct {
    GxDictionary *dictionary;
    GxMatcher *matcher;
} Sample;

static Sample
sample_new (void)
{
    Sample self;
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("gx-match-XXXXXX", &error);
    char *paths[G_N_ELEMENTS (sample_tables) + 1] = { NULL };

    g_assert_no_error (error);
    for (gsize i = 0; i < G_N_ELEMENTS (sample_tables); i++) {
        g_autofree char *name = g_strdup_printf ("%02u.tsv", (guint)i);
        paths[i] = g_build_filename (folder, name, NULL);
        gboolean written = g_file_set_contents (paths[i], sample_tables[i], -1, &error);
        g_assert_no_error (error);
        g_assert_true (written);
    }
    self.dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, (const char *const *)paths, &error);
    g_assert_no_error (error);
    self.matcher = gx_matcher_new (self.dictionary);
    for (gsize i = 0; i < G_N_ELEMENTS (sample_tables); i++) {
        g_assert_cmpint (g_remove (paths[i]), ==, 0);
        g_free (paths[i]);
    }
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    return self;
}

static void
sample_clear (Sample *self)
{
    gx_matcher_free (self->matcher);
    gx_dictionary_free (self->dictionary);
}

/* The mentions of a text as `text=id:rule text=id:rule`. name tells its kind. */
static char *
sample_read (const Sample *self, const char *name, const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new (name, text, strlen (text), NULL, &error);
    g_assert_no_error (error);
    g_autoptr (GxDocument) document = gx_document_read (source, &error);
    g_assert_no_error (error);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GxMentions) mentions = gx_matcher_find (self->matcher, document, sentences);
    guint n;
    const GxMention *list = gx_mentions_get (mentions, &n);
    GString *out = g_string_new (NULL);

    for (guint i = 0; i < n; i++)
        g_string_append_printf (out, "%s%.*s=%s:%s", i > 0 ? " " : "", (int)(list[i].source.end - list[i].source.start),
                                gx_source_text (source).data + list[i].source.start, list[i].entity->id, list[i].rule);
    return g_string_free (out, FALSE);
}

static void
sample_check (const char *name, const char *text, const char *expected)
{
    Sample sample = sample_new ();
    g_autofree char *found = sample_read (&sample, name, text);

    if (!g_str_equal (found, expected)) {
        g_test_message ("in   %s\nread %s\nnot  %s", text, found, expected);
        g_test_fail ();
    }
    sample_clear (&sample);
}

/* Mentions of a plain text. */
#define assert_mentions(text, expected) sample_check ("a.txt", text, expected)

/** A text on its way to its mentions. */
typedef struct {
    GxSource *source;
    GxDocument *document;
    GxSentences *sentences;
    GxMentions *mentions;
    GxExplanation *explanation; /* for those who ask for one */
} Reading;

static inline Reading
reading_new (const GxMatcher *matcher, const char *name, const char *text)
{
    g_autoptr (GError) error = NULL;
    Reading self = { .source = gx_source_new (name, text, strlen (text), NULL, &error) };

    g_assert_no_error (error);
    self.document = gx_document_read (self.source, &error);
    g_assert_no_error (error);
    self.sentences = gx_sentences_find (self.document);
    self.mentions = gx_matcher_find (matcher, self.document, self.sentences);
    return self;
}

static inline void
reading_clear (Reading *self)
{
    g_clear_pointer (&self->explanation, gx_explanation_free);
    gx_mentions_free (self->mentions);
    gx_sentences_free (self->sentences);
    gx_document_free (self->document);
    gx_source_free (self->source);
}
