/* SPDX-License-Identifier: GPL-3.0-or-later
 * other-tables.c - rows of bodies, phrases, titles, surnames, affixes and contexts. */
#include "fold.h"
#include "tables.h"

#include <math.h>
#include <string.h>

/* What a row of contexts.tsv may be: see the first line of the built-in table. */
static const char *const context_kinds[] = { "alone",     "bracket",   "default",   "field",      "follow", "function", "lead", "left",
                                             "meeting",   "neighbour", "nopair",    "noun",       "null",   "office",   "pair", "phrase",
                                             "predicate", "prior",     "prose",     "reading",    "right",  "rival",    "role", "score",
                                             "separator", "tie",       "veto-left", "veto-right", NULL };

/* Those whose states are ids (`Q334|Q833`), not characters. */
static const char *const kinds_with_ids[] = { "alone", "default", "meeting", "office", "reading", "tie", NULL };

static const char *
keep_folded (GxTables *self, const char *text)
{
    g_autofree char *folded = gx_fold_name (text);
    return gx_tables_keep (self, folded);
}

static void
read_body (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    GxPlace place = gx_table_reader_place (reader);
    const char *id = gx_table_reader_cell (reader, GX_CELL_ID);
    const char *name = gx_table_reader_cell (reader, GX_CELL_NAME);
    const char *english = gx_table_reader_cell (reader, GX_CELL_ENGLISH);
    if (!gx_tables_text_is_sound (findings, place, "id", id))
        return;

    GxBodyRow *row = g_hash_table_lookup (self->body_index, id);
    if (row && row->place.rank == place.rank) {
        gx_findings_error (findings, place, "the id %s stands in line %u already: make one row of them", id, row->place.line);
        return;
    }
    if ((!row || *name) && !gx_tables_text_is_sound (findings, place, "name", name))
        return;
    if (*english && !gx_tables_text_is_sound (findings, place, "en", english))
        return;
    if (!row) {
        row = gx_tables_add_body (self);
        row->body = (GxBody){ gx_tables_keep (self, id), "", "" };
        g_hash_table_insert (self->body_index, (gpointer)row->body.id, row);
    }
    row->place = place;
    gx_tables_set_labels (self, row->names, (GxLabels){ &row->body.name, &row->body.english }, name, english, place);
    gx_tables_add_aliases (self, row->names, gx_table_reader_cell (reader, GX_CELL_ALIASES), place, findings);
}

void
gx_tables_read_bodies (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    while (gx_table_reader_next (reader))
        read_body (self, reader, findings);
}

static gboolean
read_position (const char *text, GxTitlePosition *position)
{
    static const char *const names[] = { [GX_TITLE_BEFORE] = "before", [GX_TITLE_AFTER] = "after", [GX_TITLE_BOTH] = "both" };
    for (guint i = GX_TITLE_BEFORE; i <= GX_TITLE_BOTH; i++)
        if (strcmp (text, names[i]) == 0) {
            *position = (GxTitlePosition)i;
            return TRUE;
        }
    return FALSE;
}

static gboolean
is_away (const char *word)
{
    return word[0] == '-' && word[1];
}

/* The word without the mark that takes it away. */
static const char *
bare (const char *word)
{
    return is_away (word) ? word + 1 : word;
}

/* Adds a word, whose folded text is in the row, replaces an earlier one, or takes it away (`-word`). */
static void
put_word (GxWordList *list, const char *word, GxWordRow row, GxFindings *findings)
{
    const char *text = row.text;
    GxPlace place = row.place;
    gboolean away = is_away (word);
    if (*text == '\0') {
        gx_findings_error (findings, place, "nothing is left of \"%s\" when it is folded", word);
        return;
    }
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (list->index, text));
    if (away && known == 0)
        gx_findings_warning (findings, place, "there is no \"%s\" to take away", word + 1);
    if (away && known > 0) {
        g_array_index (list->rows, GxWordRow, known - 1).text = NULL;
        g_hash_table_remove (list->index, text);
    }
    if (away)
        return;

    if (known > 0) {
        GxWordRow *before = &g_array_index (list->rows, GxWordRow, known - 1);
        if (before->place.rank == place.rank)
            gx_findings_warning (findings, place, "\"%s\" stands in line %u already: leave one of them out", word, before->place.line);
        *before = row;
        return;
    }
    g_array_append_val (list->rows, row);
    g_hash_table_insert (list->index, (gpointer)text, GUINT_TO_POINTER (list->rows->len));
}

void
gx_tables_read_words (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    GxRowsKind kind = gx_table_reader_kind (reader);
    GxCell cell = kind == GX_ROWS_TITLES ? GX_CELL_TITLE : kind == GX_ROWS_PHRASES ? GX_CELL_PHRASE : GX_CELL_SURNAME;
    GxWordList *list = kind == GX_ROWS_TITLES ? &self->titles : kind == GX_ROWS_PHRASES ? &self->phrases : &self->surnames;
    const char *what = kind == GX_ROWS_TITLES ? "title" : kind == GX_ROWS_PHRASES ? "phrase" : "surname";

    while (gx_table_reader_next (reader)) {
        GxPlace place = gx_table_reader_place (reader);
        const char *word = gx_table_reader_cell (reader, cell);
        const char *where = gx_table_reader_cell (reader, GX_CELL_POSITION);
        GxTitlePosition position = GX_TITLE_BOTH;
        if (!gx_tables_text_is_sound (findings, place, what, word))
            continue;
        if (kind == GX_ROWS_TITLES && !read_position (where, &position)) {
            gx_findings_error (findings, place, "the position \"%s\" is none of before, after, both", where);
            continue;
        }
        put_word (list, word, (GxWordRow){ keep_folded (self, bare (word)), position, place }, findings);
    }
}

static gboolean
read_affix_kind (const char *text, GxAffixKind *kind)
{
    static const char *const names[GX_N_AFFIXES] = {
        [GX_AFFIX_ADDRESS] = "address",
        [GX_AFFIX_ALIAS_LEAD] = "alias-lead",
        [GX_AFFIX_BODY_END] = "body-end",
        [GX_AFFIX_BODY_JOINT] = "body-joint",
        [GX_AFFIX_BODY_KIND] = "body-kind",
        [GX_AFFIX_BODY_LEAD] = "body-lead",
        [GX_AFFIX_BODY_LINK] = "body-link",
        [GX_AFFIX_BODY_TAIL] = "body-tail",
        [GX_AFFIX_CONJUNCTION] = "conjunction",
        [GX_AFFIX_DIVIDER] = "divider",
        [GX_AFFIX_DOUBTFUL_NAMESAKE] = "doubtful-namesake",
        [GX_AFFIX_GOVERNMENT] = "government",
        [GX_AFFIX_HEAD] = "head",
        [GX_AFFIX_LINK] = "link",
        [GX_AFFIX_LIST_LINK] = "list-link",
        [GX_AFFIX_MEETING] = "meeting",
        [GX_AFFIX_MEETING_LEAD] = "meeting-lead",
        [GX_AFFIX_MONTH] = "month",
        [GX_AFFIX_MONTH_LEAD] = "month-lead",
        [GX_AFFIX_NAMESAKE] = "namesake",
        [GX_AFFIX_NAME_END] = "name-end",
        [GX_AFFIX_NAME_PARTICLE] = "name-particle",
        [GX_AFFIX_NAME_LINK] = "name-link",
        [GX_AFFIX_NO_ACTOR] = "no-actor",
        [GX_AFFIX_NO_HEAD] = "no-head",
        [GX_AFFIX_OF_LINK] = "of-link",
        [GX_AFFIX_OFFICE] = "office",
        [GX_AFFIX_ORGANISATION] = "organisation",
        [GX_AFFIX_ORGANISATION_BREAK] = "organisation-break",
        [GX_AFFIX_PARTICLE] = "particle",
        [GX_AFFIX_PLAIN_BODY] = "plain-body",
        [GX_AFFIX_PLAIN_LINK] = "plain-link",
        [GX_AFFIX_POSSESSIVE] = "possessive",
        [GX_AFFIX_PLACE] = "place",
        [GX_AFFIX_QUALIFIER] = "qualifier",
        [GX_AFFIX_SOURCE_FOLLOW] = "source-follow",
        [GX_AFFIX_SOURCE_LEAD] = "source-lead",
        [GX_AFFIX_SPEECH] = "speech",
        [GX_AFFIX_SPLIT_WORD] = "split-word",
        [GX_AFFIX_STATE_LEAD] = "state-lead",
        [GX_AFFIX_STATE_PREFIX] = "state-prefix",
        [GX_AFFIX_VAGUE_BODY] = "vague-body",
        [GX_AFFIX_VERB_ENDING] = "verb-ending",
    };
    for (guint i = 0; i < GX_N_AFFIXES; i++)
        if (strcmp (text, names[i]) == 0) {
            *kind = (GxAffixKind)i;
            return TRUE;
        }
    return FALSE;
}

/* Folds an affix; `_` is a blank, which would be lost at the edge of a cell. */
static const char *
keep_affix (GxTables *self, const char *text)
{
    g_autofree char *folded = gx_fold_name (text);
    return gx_tables_keep (self, g_strdelimit (folded, "_", ' '));
}

void
gx_tables_read_affixes (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    while (gx_table_reader_next (reader)) {
        GxPlace place = gx_table_reader_place (reader);
        const char *name = gx_table_reader_cell (reader, GX_CELL_KIND);
        const char *word = gx_table_reader_cell (reader, GX_CELL_TEXT);
        GxAffixKind kind;
        if (!gx_tables_text_is_sound (findings, place, "text", word))
            continue;
        if (!read_affix_kind (name, &kind)) {
            gx_findings_error (findings, place, "the kind of affix \"%s\" is not known", name);
            continue;
        }
        const char *text = keep_affix (self, bare (word));
        if (strlen (text) > GX_LONGEST_AFFIX) {
            gx_findings_error (findings, place, "the affix \"%s\" has more than %d bytes", word, GX_LONGEST_AFFIX);
            continue;
        }
        put_word (&self->affixes[kind], word, (GxWordRow){ text, GX_TITLE_BOTH, place }, findings);
    }
}

void
gx_tables_read_known_words (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    static const char *const names[GX_N_WORDS] = { [GX_WORD_NAME] = "name", [GX_WORD_COMMON] = "common" };
    while (gx_table_reader_next (reader)) {
        GxPlace place = gx_table_reader_place (reader);
        const char *word = gx_table_reader_cell (reader, GX_CELL_WORD), *name = gx_table_reader_cell (reader, GX_CELL_KIND);
        guint kind = 0;
        if (!gx_tables_text_is_sound (findings, place, "word", word))
            continue;
        while (kind < GX_N_WORDS && strcmp (name, names[kind]) != 0)
            kind++;
        if (kind == GX_N_WORDS)
            gx_findings_error (findings, place, "the kind \"%s\" is none of name, common", name);
        else
            put_word (&self->words[kind], word, (GxWordRow){ keep_folded (self, bare (word)), GX_TITLE_BOTH, place }, findings);
    }
}

static gboolean
is_one_of (const char *kind, const char *const *kinds)
{
    for (; *kinds; kinds++)
        if (strcmp (kind, *kinds) == 0)
            return TRUE;
    return FALSE;
}

gboolean
gx_context_kind_has_ids (const char *kind)
{
    return is_one_of (kind, kinds_with_ids);
}

static gboolean
read_weight (const char *text, double *weight)
{
    if (strcmp (text, "strict") == 0) {
        *weight = HUGE_VAL;
        return TRUE;
    }
    /* Plain decimals only: g_ascii_strtod() would take hexadecimal digits, "inf" and "nan" as well. */
    if (*text == '\0' || strspn (text, "+-.0123456789") != strlen (text))
        return FALSE;
    char *end = NULL;
    *weight = g_ascii_strtod (text, &end);
    return end != text && *end == '\0' && isfinite (*weight);
}

/* Whether folding leaves text that can be looked for: characters, the brackets that mark some of them aside, and no more of these than can
 * be marked. */
static gboolean
can_be_found (GxPlace place, const char *written, const char *folded, GxFindings *findings)
{
    guint n = 0;
    for (const char *at = folded; *at; at = g_utf8_next_char (at))
        n += *at != '[' && *at != ']';
    if (n == 0)
        gx_findings_error (findings, place, "nothing is left of \"%s\" when it is folded", written);
    if (n > GX_MOST_CONTEXT)
        gx_findings_error (findings, place, "the text has %u characters, more than %d", n, GX_MOST_CONTEXT);
    return n > 0 && n <= GX_MOST_CONTEXT;
}

static void
put_context (GxTables *self, const GxContextRow *row, GxPlace place, GxFindings *findings)
{
    g_autofree char *key = g_strjoin ("\t", row->id, row->kind, row->text, row->states, row->language, NULL);
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->context_index, key));
    if (known > 0) {
        GxPlace *before = &g_array_index (self->context_places, GxPlace, known - 1);
        if (before->rank == place.rank)
            gx_findings_warning (findings, place, "line %u has the same id, kind, text and states", before->line);
        *before = place;
        g_array_index (self->contexts, GxContextRow, known - 1) = *row;
        return;
    }
    g_array_append_val (self->contexts, *row);
    g_array_append_val (self->context_places, place);
    g_hash_table_insert (self->context_index, g_steal_pointer (&key), GUINT_TO_POINTER (self->contexts->len));
}

void
gx_tables_read_contexts (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    while (gx_table_reader_next (reader)) {
        GxPlace place = gx_table_reader_place (reader);
        const char *id = gx_table_reader_cell (reader, GX_CELL_ID);
        const char *kind = gx_table_reader_cell (reader, GX_CELL_KIND);
        const char *text = gx_table_reader_cell (reader, GX_CELL_TEXT);
        const char *weight = gx_table_reader_cell (reader, GX_CELL_WEIGHT);
        GxContextRow row;
        if (!gx_tables_text_is_sound (findings, place, "id", id) || !gx_tables_text_is_sound (findings, place, "text", text))
            continue;
        if (!is_one_of (kind, context_kinds)) {
            gx_findings_error (findings, place, "the kind of context \"%s\" is not known", kind);
            continue;
        }
        if (!read_weight (weight, &row.weight)) {
            gx_findings_error (findings, place, "the weight is neither a number nor `strict`: \"%s\"", weight);
            continue;
        }
        row.id = gx_tables_keep (self, id);
        row.kind = gx_tables_keep (self, kind);
        row.text = keep_folded (self, text);
        if (!can_be_found (place, text, row.text, findings))
            continue;
        const char *states = gx_table_reader_cell (reader, GX_CELL_STATES);
        row.states = gx_context_kind_has_ids (kind) ? gx_tables_keep (self, states) : keep_folded (self, states);
        row.language = gx_tables_keep (self, gx_table_reader_cell (reader, GX_CELL_LANGUAGE));
        put_context (self, &row, place, findings);
    }
}
