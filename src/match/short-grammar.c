/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-grammar.c - the rows of contexts, compiled for each language that has some of its own. */
#include "short-draft.h"

enum { FIRST_HAN = 0x3400, LAST_HAN = 0x9FFF };

static void
note_phrases (GxAbbreviations *self)
{
    guint n_texts;
    const GxMarkedText *texts = gx_contexts_marked (self->contexts, GX_CONTEXT_PHRASE, &n_texts);
    for (guint t = 0; t < n_texts; t++) {
        gunichar c = g_utf8_get_char (texts[t].text);
        if (c < GX_BASIC_PLANE)
            self->flags[c] |= GX_SHORT_PHRASE;
    }
}

static void
note_row (GxAbbreviations *self, const GxContextRow *row)
{
    gunichar c = g_utf8_get_char (row->text);
    gboolean is_own = *row->language != '\0';

    if (c >= GX_BASIC_PLANE || (is_own && strcmp (row->language, self->language) != 0))
        return;
    if (strcmp (row->kind, "null") == 0)
        self->null_first[c] = 1;
    if (strcmp (row->kind, "neighbour") == 0)
        self->flags[c] |= GX_SHORT_NEIGHBOUR;
    if (is_own && strcmp (row->kind, "default") == 0) {
        self->flags[c] |= GX_SHORT_CANDIDATE;
        self->has_own = TRUE;
    }
}

static GxAbbreviations *
grammar_of (const GxDictionary *dictionary, const char *language, const GxAbbreviations *all)
{
    GxAbbreviations *self = g_new0 (GxAbbreviations, 1);
    self->dictionary = dictionary;
    self->language = language;
    self->contexts = gx_contexts_new (dictionary, language, all ? all->contexts : NULL);
    self->flags = g_new0 (guint8, GX_BASIC_PLANE);
    self->null_first = g_new0 (guint8, GX_BASIC_PLANE);

    guint n_rows = 0;
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n_rows);
    for (guint i = 0; i < n_rows; i++)
        note_row (self, &rows[i]);
    for (gunichar c = FIRST_HAN; !self->has_own && c <= LAST_HAN; c++)
        if (gx_lexicon_short_states (dictionary, c))
            self->flags[c] |= GX_SHORT_CANDIDATE;
    note_phrases (self);
    return self;
}

GxAbbreviations *
gx_abbreviations_new (const GxDictionary *dictionary)
{
    GxAbbreviations *self = grammar_of (dictionary, "", NULL), *last = self;
    guint n_rows = 0;
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n_rows);

    for (guint i = 0; i < n_rows; i++)
        if (strcmp (gx_short_grammar (self, rows[i].language)->language, rows[i].language) != 0)
            last = last->next = grammar_of (dictionary, rows[i].language, self);
    return self;
}

void
gx_abbreviations_free (GxAbbreviations *self)
{
    while (self) {
        GxAbbreviations *next = self->next;
        gx_contexts_free (self->contexts);
        g_free (self->flags);
        g_free (self->null_first);
        g_free (self);
        self = next;
    }
}

const GxAbbreviations *
gx_short_grammar (const GxAbbreviations *first, const char *language)
{
    for (const GxAbbreviations *grammar = first->next; grammar; grammar = grammar->next)
        if (strcmp (grammar->language, language) == 0)
            return grammar;
    return first;
}

const GxEntity *
gx_short_default (const GxAbbreviations *grammar, gunichar c)
{
    char text[6];
    GxStr key = { text, (gsize)g_unichar_to_utf8 (c, text) };
    const char *id = gx_contexts_states (grammar->contexts, GX_CONTEXT_DEFAULT, key);
    return id ? gx_dictionary_find (grammar->dictionary, id) : NULL;
}
