/* SPDX-License-Identifier: GPL-3.0-or-later
 * features.c - what a proposal is: what stands beside it and how it is made, in numbers. */
#include "appraisal-private.h"
#include "neighbour.h"

#include <math.h>
#include <string.h>

#define DOT "·"
/* Most that cohesion counts for. */
#define MOST_COHESION 12.0
/* So many documents are added to all there are, so that nothing is common among a few. */
#define MANY_DOCUMENTS 20.0
/* Most times that a sort of evidence counts. */
#define MOST_TIMES 30
/* Least likeness of a transliteration on the average, and of each character. */
#define SURELY_FOREIGN 1.0
#define HARDLY_FOREIGN (-1.5)
/* Bytes of the longest name. */
#define LONGEST_NAME 120
/* Bytes of two characters. */
#define SHORTEST_WORD 6

static const char *const names[GX_N_FEATURES] = {
    [GX_FEATURE_BIAS] = "bias",
    [GX_FEATURE_COUNT] = "count",
    [GX_FEATURE_DOCUMENTS] = "documents",
    [GX_FEATURE_HEADING] = "heading",
    [GX_FEATURE_TITLE_BEFORE] = "title-before",
    [GX_FEATURE_TITLE_AFTER] = "title-after",
    [GX_FEATURE_SPEECH] = "speech",
    [GX_FEATURE_SOURCE] = "source",
    [GX_FEATURE_MEDIA] = "media",
    [GX_FEATURE_BOOK] = "book",
    [GX_FEATURE_QUOTE] = "quote",
    [GX_FEATURE_LIST] = "list",
    [GX_FEATURE_PAIR] = "pair",
    [GX_FEATURE_STRANGER] = "stranger",
    [GX_FEATURE_PEER] = "peer",
    [GX_FEATURE_TITLED] = "titled",
    [GX_FEATURE_SPEAKING] = "speaking",
    [GX_FEATURE_ALONE] = "alone",
    [GX_FEATURE_FREE] = "free",
    [GX_FEATURE_LISTED] = "listed",
    [GX_FEATURE_BOOKED] = "booked",
    [GX_FEATURE_KNOWN_BEFORE] = "known-before",
    [GX_FEATURE_KNOWN_AFTER] = "known-after",
    [GX_FEATURE_PEERS] = "peers",
    [GX_FEATURE_ASIDE] = "aside",
    [GX_FEATURE_COMPANY] = "company",
    [GX_FEATURE_WORD] = "word",
    [GX_FEATURE_TIED_LEFT] = "tied-left",
    [GX_FEATURE_TIED_RIGHT] = "tied-right",
    [GX_FEATURE_COHESION] = "cohesion",
    [GX_FEATURE_LENGTH] = "length",
    [GX_FEATURE_TWO] = "two",
    [GX_FEATURE_THREE] = "three",
    [GX_FEATURE_TRANSLITERATED] = "transliterated",
    [GX_FEATURE_FOREIGN] = "foreign",
    [GX_FEATURE_LEAST_FOREIGN] = "least-foreign",
    [GX_FEATURE_GIVEN] = "given",
    [GX_FEATURE_LEAST_GIVEN] = "least-given",
    [GX_FEATURE_BODILY] = "bodily",
    [GX_FEATURE_BEGINS_COMMON] = "begins-common",
    [GX_FEATURE_ENDS_COMMON] = "ends-common",
    [GX_FEATURE_DOTTED] = "dotted",
    [GX_FEATURE_SURNAME] = "surname",
    [GX_FEATURE_BODY] = "body",
    [GX_FEATURE_ORDINARY] = "ordinary",
    [GX_FEATURE_PIECES] = "pieces",
    [GX_FEATURE_BEGINS_ODD] = "begins-odd",
    [GX_FEATURE_ENDS_ODD] = "ends-odd",
    [GX_FEATURE_INNER_ODD] = "inner-odd",
    [GX_FEATURE_BEGINS_TITLE] = "begins-title",
    [GX_FEATURE_ENDS_TITLE] = "ends-title",
    [GX_FEATURE_HOLDS] = "holds",
    [GX_FEATURE_LOWER] = "lower",
    [GX_FEATURE_COMMON] = "common",
    [GX_FEATURE_ONE_DOCUMENT] = "one-document",
    [GX_FEATURE_TWICE] = "twice",
    [GX_FEATURE_LATIN] = "latin",
    [GX_FEATURE_LATIN_ONE] = "latin-one",
    [GX_FEATURE_ACRONYM] = "acronym",
    [GX_FEATURE_PART] = "part",
};

const char *
gx_feature_name (GxFeature feature)
{
    return names[feature];
}
static gsize
affix_at (const GxAppraisal *self, GxAffixKind kind, GxStr text)
{
    return gx_lexicon_affix_at (self->dictionary, kind, text, 0, GX_ANY_LENGTH);
}

static gsize
affix_before (const GxAppraisal *self, GxAffixKind kind, GxStr text)
{
    return gx_lexicon_affix_before (self->dictionary, kind, text, text.len, GX_ANY_LENGTH);
}

gboolean
gx_appraisal_refuses (GxAppraisal *self, const char *key)
{
    GxStr text = gx_str (key);
    const GxForm *form = gx_lexicon_find (self->dictionary, text.data, text.len);
    return form || text.len < 2 || text.len > LONGEST_NAME || affix_at (self, GX_AFFIX_BODY_END, text) == text.len ||
           affix_at (self, GX_AFFIX_NO_ACTOR, text) == text.len || affix_at (self, GX_AFFIX_MONTH, text) == text.len ||
           gx_str_has_prefix (text, DOT) || gx_str_has_suffix (text, DOT) || g_ascii_isdigit (key[0]);
}

static gboolean
is_title (const GxAppraisal *self, const char *text, gsize len)
{
    const GxForm *form = gx_lexicon_find (self->dictionary, text, len);
    for (guint i = 0; form && i < form->n_readings; i++)
        if (form->readings[i].kind == GX_FORM_TITLE)
            return TRUE;
    return FALSE;
}

/* Whether a title begins (ends) the text. */
static void
look_for_titles (const GxAppraisal *self, GxStr text, double *f)
{
    for (gsize at = 0, next; at < text.len; at = next) {
        (void)gx_char_at (text, at, &next);
        if (at > 0 && is_title (self, text.data, at))
            f[GX_FEATURE_BEGINS_TITLE] = 1;
        if (at > 0 && is_title (self, text.data + at, text.len - at))
            f[GX_FEATURE_ENDS_TITLE] = 1;
    }
}

/* Whether the text begins (ends) with a word of one of these kinds, and not inside a longer one. */
static gboolean
begins_odd (const GxAppraisal *self, GxStr text)
{
    static const GxAffixKind kinds[] = { GX_AFFIX_NAME_END, GX_AFFIX_SPEECH, GX_AFFIX_SOURCE_LEAD, GX_AFFIX_ORGANISATION_BREAK };
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        gsize n = affix_at (self, kinds[i], text);
        if (n > 0 && gx_words_is_boundary (self->words, n))
            return TRUE;
    }
    return FALSE;
}

static gboolean
ends_odd (const GxAppraisal *self, GxStr text)
{
    static const GxAffixKind kinds[] = { GX_AFFIX_NAME_END, GX_AFFIX_SPEECH, GX_AFFIX_SOURCE_FOLLOW, GX_AFFIX_ORGANISATION_BREAK };
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        gsize n = affix_before (self, kinds[i], text);
        if (n > 0 && gx_words_is_boundary (self->words, text.len - n))
            return TRUE;
    }
    return FALSE;
}

/* Whether a word that no name has stands inside. */
static gboolean
is_odd_inside (const GxAppraisal *self, GxStr text)
{
    gsize next;
    (void)gx_char_at (text, 0, &next);
    for (gsize at = next; at < text.len; at = next) {
        (void)gx_char_at (text, at, &next);
        gsize n = gx_words_is_boundary (self->words, at)
                      ? gx_lexicon_affix_at (self->dictionary, GX_AFFIX_ORGANISATION_BREAK, text, at, GX_ANY_LENGTH)
                      : 0;
        if (n > 0 && at + n < text.len && gx_words_is_boundary (self->words, at + n))
            return TRUE;
    }
    return FALSE;
}

/* Whether the text begins with a surname that leaves one or two characters; then of how many characters. */
static guint
surname_length (const GxAppraisal *self, const char *key, glong length)
{
    for (glong n = 2; n > 0; n--) {
        g_autofree char *start = n < length ? g_utf8_substring (key, 0, n) : NULL;
        if (start && length - n <= 2 && gx_lexicon_is_surname (self->dictionary, gx_str (start)))
            return (guint)n;
    }
    return 0;
}

static void
look_at_make (const GxAppraisal *self, const char *key, glong length, double *f)
{
    double least;
    guint surname = surname_length (self, key, length);
    gx_likeness_of_text (self->likeness, GX_MAKE_FOREIGN, key, 0, &f[GX_FEATURE_FOREIGN], &f[GX_FEATURE_LEAST_FOREIGN]);
    gx_likeness_of_text (self->likeness, GX_MAKE_BODY, key, 0, &f[GX_FEATURE_BODILY], &least);
    f[GX_FEATURE_TRANSLITERATED] = length >= 3 && f[GX_FEATURE_FOREIGN] > SURELY_FOREIGN && f[GX_FEATURE_LEAST_FOREIGN] > HARDLY_FOREIGN;
    f[GX_FEATURE_SURNAME] = surname > 0;
    if (surname > 0)
        gx_likeness_of_text (self->likeness, GX_MAKE_GIVEN, key, surname, &f[GX_FEATURE_GIVEN], &f[GX_FEATURE_LEAST_GIVEN]);
}

/* The share of documents that have a word of two characters and more. */
static double
share_of_word (const GxAppraisal *self, GxStr text, gsize start, gsize end)
{
    if (end - start < SHORTEST_WORD || end - start == text.len || !self->proposals)
        return 0;
    g_autofree char *word = g_strndup (text.data + start, end - start);
    const GxProposal *known = gx_proposals_find (self->proposals, word);
    return known ? known->evidence.signs[GX_SIGN_DOCUMENTS] / (self->n_documents + MANY_DOCUMENTS) : 0;
}

static guint
count_words (const GxAppraisal *self, GxStr text)
{
    guint n = 0;
    gx_words_set_text (self->words, text);
    for (gsize i = 0; i < text.len; i++)
        n += gx_words_is_boundary (self->words, i) != FALSE;
    return n;
}

gboolean
gx_appraisal_is_odd (GxAppraisal *self, const char *key)
{
    double f[GX_N_FEATURES] = { 0 };
    GxStr text = gx_str (key);
    gx_words_set_text (self->words, text);
    look_for_titles (self, text, f);
    return f[GX_FEATURE_BEGINS_TITLE] > 0 || f[GX_FEATURE_ENDS_TITLE] > 0 || begins_odd (self, text) || ends_odd (self, text);
}

static void
look_at_han (GxAppraisal *self, GxStr text, double *f)
{
    glong length = g_utf8_strlen (text.data, (gssize)text.len);
    guint n_words = count_words (self, text);
    gsize start, end;

    f[GX_FEATURE_LENGTH] = (double)length;
    f[GX_FEATURE_TWO] = length == 2;
    f[GX_FEATURE_THREE] = length == 3;
    look_at_make (self, text.data, length, f);
    gx_words_at (self->words, 0, &start, &end);
    f[GX_FEATURE_BEGINS_COMMON] = share_of_word (self, text, start, end);
    gx_words_at (self->words, text.len - 1, &start, &end);
    f[GX_FEATURE_ENDS_COMMON] = share_of_word (self, text, start, end);
    f[GX_FEATURE_DOTTED] = strstr (text.data, DOT) != NULL;
    f[GX_FEATURE_ORDINARY] = n_words == 1;
    f[GX_FEATURE_PIECES] = (double)n_words / (double)length;
    f[GX_FEATURE_BEGINS_ODD] = begins_odd (self, text);
    f[GX_FEATURE_ENDS_ODD] = ends_odd (self, text);
    f[GX_FEATURE_INNER_ODD] = is_odd_inside (self, text);
    look_for_titles (self, text, f);
}

static void
look_at_latin (const GxProposal *proposal, double *f)
{
    const char *written = proposal->written ? proposal->written : proposal->key;
    guint n_words = 1, n_small = 0;
    for (const char *at = written; *at; at++) {
        n_words += *at == ' ';
        n_small += g_ascii_islower (*at);
    }
    f[GX_FEATURE_LENGTH] = n_words;
    f[GX_FEATURE_LATIN] = 1;
    f[GX_FEATURE_LATIN_ONE] = n_words == 1;
    f[GX_FEATURE_ACRONYM] = n_small == 0;
}

static void
look_at_signs (const GxAppraisal *self, const GxEvidence *evidence, double *f)
{
    static const struct {
        GxFeature feature;
        GxSign sign;
    } logs[] = {
        { GX_FEATURE_COUNT, GX_SIGN_COUNT },
        { GX_FEATURE_DOCUMENTS, GX_SIGN_DOCUMENTS },
        { GX_FEATURE_HEADING, GX_SIGN_HEADING },
        { GX_FEATURE_TITLE_BEFORE, GX_SIGN_TITLE_BEFORE },
        { GX_FEATURE_TITLE_AFTER, GX_SIGN_TITLE_AFTER },
        { GX_FEATURE_SPEECH, GX_SIGN_SPEECH },
        { GX_FEATURE_SOURCE, GX_SIGN_SOURCE },
        { GX_FEATURE_MEDIA, GX_SIGN_MEDIA },
        { GX_FEATURE_BOOK, GX_SIGN_BOOK },
        { GX_FEATURE_QUOTE, GX_SIGN_QUOTE },
        { GX_FEATURE_LIST, GX_SIGN_LIST },
        { GX_FEATURE_PAIR, GX_SIGN_PAIR },
        { GX_FEATURE_STRANGER, GX_SIGN_STRANGER },
        { GX_FEATURE_PEER, GX_SIGN_PEER },
    }, shares[] = {
        { GX_FEATURE_SPEAKING, GX_SIGN_SPEECH }, { GX_FEATURE_ALONE, GX_SIGN_ALONE },     { GX_FEATURE_FREE, GX_SIGN_FREE },
        { GX_FEATURE_LISTED, GX_SIGN_LIST },     { GX_FEATURE_BOOKED, GX_SIGN_BOOK },     { GX_FEATURE_KNOWN_BEFORE, GX_SIGN_KNOWN_BEFORE },
        { GX_FEATURE_KNOWN_AFTER, GX_SIGN_KNOWN_AFTER }, { GX_FEATURE_PEERS, GX_SIGN_PEER }, { GX_FEATURE_ASIDE, GX_SIGN_ASIDE },
        { GX_FEATURE_COMPANY, GX_SIGN_COMPANY }, { GX_FEATURE_WORD, GX_SIGN_WORD },
        { GX_FEATURE_HOLDS, GX_SIGN_HOLDS },
    };
    const guint32 *signs = evidence->signs;
    double n = MAX (signs[GX_SIGN_COUNT], 1), raw = MAX (evidence->raw, 1);

    for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
        f[logs[i].feature] = log1p (MIN (signs[logs[i].sign], MOST_TIMES));
    for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
        f[shares[i].feature] = signs[shares[i].sign] / n;
    f[GX_FEATURE_TITLED] = (signs[GX_SIGN_TITLE_BEFORE] + signs[GX_SIGN_TITLE_AFTER]) / n;
    f[GX_FEATURE_LOWER] = signs[GX_SIGN_LOWER] / (n + signs[GX_SIGN_LOWER]);
    f[GX_FEATURE_COMMON] = signs[GX_SIGN_DOCUMENTS] / (self->n_documents + MANY_DOCUMENTS);
    f[GX_FEATURE_ONE_DOCUMENT] = signs[GX_SIGN_DOCUMENTS] == 1;
    f[GX_FEATURE_TWICE] = signs[GX_SIGN_COUNT] == 2;
    f[GX_FEATURE_TIED_LEFT] = evidence->tied_left / raw;
    f[GX_FEATURE_TIED_RIGHT] = evidence->tied_right / raw;
    f[GX_FEATURE_COHESION] = CLAMP (evidence->cohesion, 0, MOST_COHESION);
}

void
gx_appraisal_features (GxAppraisal *self, const GxProposal *proposal, double features[static GX_N_FEATURES])
{
    GxStr text = gx_str (proposal->key);
    memset (features, 0, GX_N_FEATURES * sizeof *features);
    features[GX_FEATURE_BIAS] = 1;
    look_at_signs (self, &proposal->evidence, features);
    if (proposal->is_latin)
        look_at_latin (proposal, features);
    else
        look_at_han (self, text, features);
    features[GX_FEATURE_BODY] = affix_before (self, GX_AFFIX_BODY_END, text) > 0;
    features[GX_FEATURE_PART] = g_hash_table_contains (self->parts, proposal->key);
}
