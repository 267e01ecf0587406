/* SPDX-License-Identifier: GPL-3.0-or-later
 * likeness.c - of which characters names are made. */
#include "likeness.h"

#include "fold.h"

#include <math.h>
#include <string.h>

#define DOT      "·"
#define NAME_DOT 0xB7
/* The share that a character has that is never seen. */
#define LEAST_SHARE 1e-5
/* Names of so many characters in all tell half of what many would. */
#define FEW_CHARACTERS 2000.0

/* How often a character is used. */
typedef struct {
    guint64 in_names[GX_N_MAKES], in_texts;
} Uses;

struct _GxLikeness {
    GHashTable *uses; /* character -> Uses */
    guint64 n_in_names[GX_N_MAKES], n_in_texts;
};

static Uses *
uses_of (GxLikeness *self, gunichar c)
{
    Uses *uses = g_hash_table_lookup (self->uses, GUINT_TO_POINTER (c));
    if (!uses) {
        uses = g_new0 (Uses, 1);
        g_hash_table_insert (self->uses, GUINT_TO_POINTER (c), uses);
    }
    return uses;
}

static void
count_name (GxLikeness *self, GxMake make, const char *text)
{
    for (const char *at = text; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (!gx_is_han (c))
            continue;
        uses_of (self, c)->in_names[make]++;
        self->n_in_names[make]++;
    }
}

static void
count_form (GxLikeness *self, const GxDictionary *dictionary, const char *text, const GxEntity *entity)
{
    if (entity->type == GX_ENTITY_INSTITUTION)
        count_name (self, GX_MAKE_BODY, text);
    if (entity->type != GX_ENTITY_PERSON)
        return;
    const char *surname = gx_lexicon_surname (dictionary, entity);
    if (strstr (text, DOT))
        count_name (self, GX_MAKE_FOREIGN, text);
    else if (surname && g_str_has_prefix (text, surname))
        count_name (self, GX_MAKE_GIVEN, text + strlen (surname));
}

GxLikeness *
gx_likeness_new (const GxDictionary *dictionary)
{
    GxLikeness *self = g_new0 (GxLikeness, 1);
    guint n_forms = 0;
    const GxForm *forms = gx_lexicon_forms (dictionary, &n_forms);
    self->uses = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    for (guint i = 0; i < n_forms; i++)
        for (guint k = 0; k < forms[i].n_readings; k++)
            if (forms[i].readings[k].kind == GX_FORM_NAME)
                count_form (self, dictionary, forms[i].text, forms[i].readings[k].entity);
    return self;
}

void
gx_likeness_free (GxLikeness *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->uses);
    g_free (self);
}

void
gx_likeness_add (GxLikeness *self, gunichar c)
{
    if (!gx_is_han (c))
        return;
    uses_of (self, c)->in_texts++;
    self->n_in_texts++;
}

double
gx_likeness_of (const GxLikeness *self, GxMake make, gunichar c)
{
    const Uses *uses = g_hash_table_lookup (self->uses, GUINT_TO_POINTER (c));
    double in_names = (uses ? (double)uses->in_names[make] : 0) / ((double)self->n_in_names[make] + 1);
    double in_texts = (uses ? (double)uses->in_texts : 0) / ((double)self->n_in_texts + 1);
    double trust = (double)self->n_in_names[make] / ((double)self->n_in_names[make] + FEW_CHARACTERS);
    return trust * CLAMP (log ((in_names + LEAST_SHARE) / (in_texts + LEAST_SHARE)), -GX_MOST_LIKE, GX_MOST_LIKE);
}

void
gx_likeness_of_text (const GxLikeness *self, GxMake make, const char *text, guint skip, double *mean, double *least)
{
    double sum = 0;
    guint n = 0, i = 0;
    *least = GX_MOST_LIKE;
    for (const char *at = text; *at; at = g_utf8_next_char (at), i++) {
        gunichar c = g_utf8_get_char (at);
        if (i < skip || c == NAME_DOT)
            continue;
        double like = gx_likeness_of (self, make, c);
        sum += like;
        *least = MIN (*least, like);
        n++;
    }
    *mean = n > 0 ? sum / n : 0;
    *least = n > 0 ? *least : 0;
}
