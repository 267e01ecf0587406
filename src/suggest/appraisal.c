/* SPDX-License-Identifier: GPL-3.0-or-later
 * appraisal.c - weighs what speaks for a name. */
#include "appraisal.h"

#include "fold.h"
#include "neighbour.h"
#include "words.h"

#include <math.h>
#include <string.h>

#define DOT         "·"
#define ROW_PREFIX  "suggest-"
/* Most that cohesion counts for. */
#define MOST_COHESION 12.0

struct _GxAppraisal {
    const GxDictionary *dictionary;
    GHashTable *parts; /* of known names with dots */
    GxWords *words;
    double weights[GX_N_FEATURES];
};

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
    [GX_FEATURE_TITLED] = "titled",
    [GX_FEATURE_SPEAKING] = "speaking",
    [GX_FEATURE_ALONE] = "alone",
    [GX_FEATURE_FREE] = "free",
    [GX_FEATURE_LISTED] = "listed",
    [GX_FEATURE_BOOKED] = "booked",
    [GX_FEATURE_KNOWN] = "known",
    [GX_FEATURE_COMPANY] = "company",
    [GX_FEATURE_WORD] = "word",
    [GX_FEATURE_TIED_LEFT] = "tied-left",
    [GX_FEATURE_TIED_RIGHT] = "tied-right",
    [GX_FEATURE_COHESION] = "cohesion",
    [GX_FEATURE_LENGTH] = "length",
    [GX_FEATURE_TWO] = "two",
    [GX_FEATURE_THREE] = "three",
    [GX_FEATURE_TRANSLITERATED] = "transliterated",
    [GX_FEATURE_DOTTED] = "dotted",
    [GX_FEATURE_SURNAME] = "surname",
    [GX_FEATURE_BODY] = "body",
    [GX_FEATURE_ORDINARY] = "ordinary",
    [GX_FEATURE_PIECES] = "pieces",
    [GX_FEATURE_BEGINS_ODD] = "begins-odd",
    [GX_FEATURE_ENDS_ODD] = "ends-odd",
    [GX_FEATURE_HOLDS_TITLE] = "holds-title",
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

static void
read_weights (GxAppraisal *self)
{
    guint n_rows = 0;
    const GxContextRow *rows = gx_lexicon_contexts (self->dictionary, &n_rows);
    for (guint i = 0; i < n_rows; i++) {
        if (strcmp (rows[i].kind, "score") != 0 || !g_str_has_prefix (rows[i].text, ROW_PREFIX))
            continue;
        for (guint k = 0; k < GX_N_FEATURES; k++)
            if (strcmp (rows[i].text + strlen (ROW_PREFIX), names[k]) == 0)
                self->weights[k] = rows[i].weight;
    }
}

static void
read_parts (GxAppraisal *self)
{
    guint n_forms = 0;
    const GxForm *forms = gx_lexicon_forms (self->dictionary, &n_forms);
    for (guint i = 0; i < n_forms; i++) {
        if (!strstr (forms[i].text, DOT))
            continue;
        char **parts = g_strsplit (forms[i].text, DOT, -1);
        for (guint k = 0; parts[k]; k++)
            g_hash_table_add (self->parts, parts[k]);
        g_free (parts);
    }
}

GxAppraisal *
gx_appraisal_new (const GxDictionary *dictionary)
{
    GxAppraisal *self = g_new0 (GxAppraisal, 1);
    self->dictionary = dictionary;
    self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->words = gx_words_new ();
    read_weights (self);
    read_parts (self);
    return self;
}

void
gx_appraisal_free (GxAppraisal *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->parts);
    gx_words_free (self->words);
    g_free (self);
}

gboolean
gx_appraisal_refuses (GxAppraisal *self, const char *key)
{
    GxStr text = gx_str (key);
    const GxForm *form = gx_lexicon_find (self->dictionary, text.data, text.len);
    return form || text.len < 2 || gx_str_has_prefix (text, DOT) || gx_str_has_suffix (text, DOT) || g_ascii_isdigit (key[0]);
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

static gboolean
is_title (const GxAppraisal *self, const char *text, gsize len)
{
    const GxForm *form = gx_lexicon_find (self->dictionary, text, len);
    for (guint i = 0; form && i < form->n_readings; i++)
        if (form->readings[i].kind == GX_FORM_TITLE)
            return TRUE;
    return FALSE;
}

/* Whether a title begins or ends the text. */
static gboolean
holds_title (const GxAppraisal *self, GxStr text)
{
    for (gsize at = 0, next; at < text.len; at = next) {
        (void)gx_char_at (text, at, &next);
        if (at > 0 && (is_title (self, text.data, at) || is_title (self, text.data + at, text.len - at)))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_transliterated (const GxAppraisal *self, const char *key)
{
    guint n = 0;
    for (const char *at = key; *at; at = g_utf8_next_char (at), n++) {
        gunichar c = g_utf8_get_char (at);
        if (c != 0xB7 && !gx_lexicon_is_name_character (self->dictionary, c))
            return FALSE;
    }
    return n >= 3;
}

static gboolean
has_surname (const GxAppraisal *self, const char *key, glong length)
{
    for (glong n = 1; n <= 2 && n < length; n++) {
        g_autofree char *start = g_utf8_substring (key, 0, n);
        if (length - n <= 2 && gx_lexicon_is_surname (self->dictionary, start))
            return TRUE;
    }
    return FALSE;
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

static void
look_at_han (GxAppraisal *self, GxStr text, double *f)
{
    glong length = g_utf8_strlen (text.data, (gssize)text.len);
    guint n_words = count_words (self, text);
    gsize odd = affix_at (self, GX_AFFIX_NAME_END, text), odd_end = affix_before (self, GX_AFFIX_NAME_END, text);

    f[GX_FEATURE_LENGTH] = (double)length;
    f[GX_FEATURE_TWO] = length == 2;
    f[GX_FEATURE_THREE] = length == 3;
    f[GX_FEATURE_TRANSLITERATED] = is_transliterated (self, text.data);
    f[GX_FEATURE_DOTTED] = strstr (text.data, DOT) != NULL;
    f[GX_FEATURE_SURNAME] = length <= 4 && has_surname (self, text.data, length);
    f[GX_FEATURE_ORDINARY] = n_words == 1;
    f[GX_FEATURE_PIECES] = (double)n_words / (double)length;
    f[GX_FEATURE_BEGINS_ODD] = odd > 0 && gx_words_is_boundary (self->words, odd);
    f[GX_FEATURE_ENDS_ODD] = odd_end > 0 && gx_words_is_boundary (self->words, text.len - odd_end);
    f[GX_FEATURE_HOLDS_TITLE] = holds_title (self, text);
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
look_at_signs (const GxEvidence *evidence, double *f)
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
    }, shares[] = {
        { GX_FEATURE_SPEAKING, GX_SIGN_SPEECH }, { GX_FEATURE_ALONE, GX_SIGN_ALONE },     { GX_FEATURE_FREE, GX_SIGN_FREE },
        { GX_FEATURE_LISTED, GX_SIGN_LIST },     { GX_FEATURE_BOOKED, GX_SIGN_BOOK },     { GX_FEATURE_KNOWN, GX_SIGN_KNOWN },
        { GX_FEATURE_COMPANY, GX_SIGN_COMPANY }, { GX_FEATURE_WORD, GX_SIGN_WORD },
    };
    const guint32 *signs = evidence->signs;
    double n = MAX (signs[GX_SIGN_COUNT], 1), raw = MAX (evidence->raw, 1);

    for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
        f[logs[i].feature] = log1p (signs[logs[i].sign]);
    for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
        f[shares[i].feature] = signs[shares[i].sign] / n;
    f[GX_FEATURE_TITLED] = (signs[GX_SIGN_TITLE_BEFORE] + signs[GX_SIGN_TITLE_AFTER]) / n;
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
    look_at_signs (&proposal->evidence, features);
    if (proposal->is_latin)
        look_at_latin (proposal, features);
    else
        look_at_han (self, text, features);
    features[GX_FEATURE_BODY] = affix_before (self, GX_AFFIX_BODY_END, text) > 0;
    features[GX_FEATURE_PART] = g_hash_table_contains (self->parts, proposal->key);
}

double
gx_appraisal_weight (const GxAppraisal *self, GxFeature feature)
{
    return self->weights[feature];
}

double
gx_appraisal_score (GxAppraisal *self, const GxProposal *proposal)
{
    double features[GX_N_FEATURES], sum = 0;
    gx_appraisal_features (self, proposal, features);
    for (guint i = 0; i < GX_N_FEATURES; i++)
        sum += features[i] * self->weights[i];
    return sum;
}

GxEntityType
gx_appraisal_type (GxAppraisal *self, const GxProposal *proposal)
{
    double f[GX_N_FEATURES];
    gx_appraisal_features (self, proposal, f);
    double person = f[GX_FEATURE_TITLE_BEFORE] + f[GX_FEATURE_SPEECH] + 2 * f[GX_FEATURE_TRANSLITERATED] + 2 * f[GX_FEATURE_DOTTED] +
                    1.5 * f[GX_FEATURE_SURNAME] + 3 * f[GX_FEATURE_STRANGER];
    double body = 4 * f[GX_FEATURE_BODY] + 2 * f[GX_FEATURE_MEDIA] + f[GX_FEATURE_BOOK] + 2 * f[GX_FEATURE_ACRONYM];
    return person > body ? GX_ENTITY_PERSON : GX_ENTITY_INSTITUTION;
}
