/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "short-draft.h"

enum { BASIC_PLANE = 0x10000, FIRST_HAN = 0x3400, LAST_HAN = 0x9FFF };

static void
note_phrases (GxAbbreviations *self)
{
    guint n_texts;
    const GxMarkedText *texts = gx_contexts_marked (self->contexts, GX_CONTEXT_PHRASE, &n_texts);
    for (guint t = 0; t < n_texts; t++) {
        gunichar c = g_utf8_get_char (texts[t].text);
        if (c < BASIC_PLANE)
            self->flags[c] |= GX_SHORT_PHRASE;
    }
}

GxAbbreviations *
gx_abbreviations_new (const GxDictionary *dictionary)
{
    GxAbbreviations *self = g_new0 (GxAbbreviations, 1);
    self->dictionary = dictionary;
    self->contexts = gx_contexts_new (dictionary);
    self->flags = g_new0 (guint8, BASIC_PLANE);
    self->null_first = g_new0 (guint8, BASIC_PLANE);

    guint n_rows = 0;
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n_rows);
    for (guint i = 0; i < n_rows; i++) {
        gunichar c = g_utf8_get_char (rows[i].text);
        if (c < BASIC_PLANE && strcmp (rows[i].kind, "null") == 0)
            self->null_first[c] = 1;
        if (c < BASIC_PLANE && strcmp (rows[i].kind, "neighbour") == 0)
            self->flags[c] |= GX_SHORT_NEIGHBOUR;
    }
    for (gunichar c = FIRST_HAN; c <= LAST_HAN; c++)
        if (gx_lexicon_short_states (dictionary, c))
            self->flags[c] |= GX_SHORT_CANDIDATE;
    note_phrases (self);
    return self;
}

void
gx_abbreviations_free (GxAbbreviations *self)
{
    if (!self)
        return;
    gx_contexts_free (self->contexts);
    g_free (self->flags);
    g_free (self->null_first);
    g_free (self);
}

double
gx_short_evidence (const GxShortDraft *draft, gunichar c)
{
    enum { MANY = 5 };
    const GxEntity *const *states = gx_lexicon_short_states (draft->grammar->dictionary, c);
    guint most = 0;
    for (guint i = 0; states && states[i]; i++)
        most = MAX (most, GPOINTER_TO_UINT (g_hash_table_lookup (draft->names, states[i])));
    return most >= MANY ? draft->scores->evidence_many : most > 0 ? draft->scores->evidence_name : 0;
}

/* A row of kind `reading` that fits [start, end) and marks character i. */
static const GxEntity *
read_in_company (const GxShortDraft *draft, const GxEntity *const *states, guint i, guint start, guint end)
{
    guint n_texts;
    const GxMarkedText *texts = gx_contexts_marked (draft->grammar->contexts, GX_CONTEXT_READING, &n_texts);
    for (guint t = 0; t < n_texts; t++) {
        guint length = (guint)g_utf8_strlen (texts[t].text, -1);
        for (guint from = start; from + length <= end; from++) {
            if (i < from || i >= from + length || !(texts[t].marked >> (i - from) & 1) ||
                !gx_str_equal (gx_str (texts[t].text), gx_short_line_text (&draft->line, from, from + length)))
                continue;
            for (guint s = 0; states[s]; s++)
                if (strcmp (states[s]->id, texts[t].states) == 0)
                    return states[s];
        }
    }
    return NULL;
}

/* The state that a row of kind `default` gives to character i, or NULL. */
static const char *
default_id (const GxShortDraft *draft, guint i)
{
    return gx_contexts_states (draft->grammar->contexts, GX_CONTEXT_DEFAULT, gx_short_line_text (&draft->line, i, i + 1));
}

/* Characters that the tables of states leave out are read in phrases alone, where their default is meant: 한 in 한미. */
const GxEntity *
gx_short_state (const GxShortDraft *draft, guint i, guint start, guint end)
{
    const GxEntity *const *states = gx_lexicon_short_states (draft->grammar->dictionary, draft->line.chars[i]);
    if (!states) {
        const char *id = default_id (draft, i);
        return id ? gx_dictionary_find (draft->grammar->dictionary, id) : NULL;
    }
    if (!states[1])
        return states[0];

    const GxEntity *best = read_in_company (draft, states, i, start, end);
    if (best)
        return best;
    guint most = 0;
    gboolean tied = FALSE;
    for (guint s = 0; states[s]; s++) {
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (draft->names, states[s]));
        if (n > most) {
            most = n;
            best = states[s];
            tied = FALSE;
        } else if (n == most && n > 0)
            tied = TRUE;
    }
    if (best && !tied)
        return best;
    const char *id = default_id (draft, i);
    for (guint s = 0; id && states[s]; s++)
        if (strcmp (states[s]->id, id) == 0)
            return states[s];
    return NULL;
}

gboolean
gx_short_is_free (const GxShortDraft *draft, guint i)
{
    guint8 flags = draft->line.flags[i];
    return (flags & GX_SHORT_CANDIDATE) && !(flags & (GX_SHORT_GATED | GX_SHORT_TAKEN));
}

/* Several states under one character: remembered as no state, so that what can't be told stays unread. */
static void
note_reading (GxShortDraft *draft, gunichar c, const GxEntity *state)
{
    gpointer key = GUINT_TO_POINTER (c);
    gpointer before = g_hash_table_lookup (draft->read, key);
    g_hash_table_insert (draft->read, key, before && before != state ? key : (gpointer)state);
    g_hash_table_insert (draft->uses, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (draft->uses, key)) + 1));
}

void
gx_short_take (GxShortDraft *draft, guint i, guint start, guint end, const char *rule)
{
    const GxShortLine *line = &draft->line;
    GxShort found = { line->offset + line->at[i], line->offset + line->at[i + 1], gx_short_state (draft, i, start, end), rule };

    draft->line.flags[i] |= GX_SHORT_TAKEN;
    if (found.entity) {
        note_reading (draft, line->chars[i], found.entity);
        g_array_append_val (draft->found, found);
    } else
        g_array_append_val (draft->unread, found);
}

/* Whether a word runs over the gap before character k and out of [start, end). */
static gboolean
runs_out (GxShortLine *line, guint k, guint start, guint end)
{
    guint first, last;
    if (k == 0 || k >= line->n || !gx_short_line_crosses (line, k))
        return FALSE;
    gx_short_line_word (line, k, &first, &last);
    return first < start || last > end;
}

double
gx_short_edges (GxShortDraft *draft, guint i, guint j, guint lead, guint follow)
{
    GxShortLine *line = &draft->line;
    double sum = 0, weight;
    guint start = i >= line->n ? 0 : i - MIN (lead, i), end = MIN (j + follow, line->n);

    if (i < line->n && runs_out (line, i, start, end)) {
        gx_short_line_left (line, GX_CONTEXT_LEFT, i, line->chars[i], &weight);
        if (weight < draft->scores->strict)
            sum += draft->scores->words_cross_left;
    }
    if (j < line->n && !(line->flags[j] & GX_SHORT_OFFICE) && runs_out (line, j, start, end)) {
        gx_short_line_right (line, GX_CONTEXT_RIGHT, j, line->chars[j - 1], &weight);
        if (weight < draft->scores->strict)
            sum += draft->scores->words_cross_right;
    }
    return sum < 0 ? sum : draft->scores->words_clean;
}

double
gx_short_vetoes (GxShortDraft *draft, guint i, guint j, gboolean led, gboolean followed)
{
    GxShortLine *line = &draft->line;
    double left = 0, right = 0, strict;

    if (i < line->n) {
        gx_short_line_left (line, GX_CONTEXT_VETO_LEFT, i, line->chars[i], &left);
        if (left >= draft->scores->veto && (led || followed) && !gx_short_line_crosses (line, i))
            left = 0;
    }
    if (j > 0 && j < line->n && !(line->flags[j] & GX_SHORT_OFFICE)) {
        gx_short_line_right (line, GX_CONTEXT_VETO_RIGHT, j, line->chars[j - 1], &right);
        gx_short_line_right (line, GX_CONTEXT_RIGHT, j, line->chars[j - 1], &strict);
        if (right >= draft->scores->veto && (followed || strict >= draft->scores->strict))
            right = 0;
    }
    return left + right;
}

/* A name of two characters that abbreviations could also make (中非, 以军) doesn't shut them out. */
static gboolean
could_be_abbreviations (const GxShortDraft *draft, guint start, guint end)
{
    const GxShortLine *line = &draft->line;
    double weight;
    if (end - start != 2 || !(line->flags[start] & GX_SHORT_CANDIDATE))
        return FALSE;
    return gx_contexts_find (line->contexts, GX_CONTEXT_PAIR, gx_short_line_text (line, start, end), 0, &weight) ||
           (gx_contexts_find (line->contexts, GX_CONTEXT_RIGHT, gx_short_line_text (line, start + 1, end), line->chars[start], &weight) &&
            weight >= draft->scores->strict);
}

/* A phrase falls when the dictionary of words sees it otherwise: a word starts inside it and runs past its end (对|日|出口 against 日出,
 * 中美|元首 against 美元), or a listed pair ends with its first character, which is no part of a longer word (朝韩|民族 against 韩民族). */
static gboolean
phrase_falls (GxShortDraft *draft, guint start, guint end)
{
    GxShortLine *line = &draft->line;
    double weight;
    guint first, last;
    if (end < line->n && gx_short_line_crosses (line, end)) {
        gx_short_line_word (line, end, &first, &last);
        if (first > start)
            return TRUE;
    }
    return start > 0 && (line->flags[start - 1] & GX_SHORT_CANDIDATE) && !(line->flags[start - 1] & GX_SHORT_GATED) &&
           gx_contexts_find (line->contexts, GX_CONTEXT_PAIR, gx_short_line_text (line, start - 1, start + 1), 0, &weight) &&
           (!gx_short_line_crosses (line, start + 1) ||
            start + 1 + gx_short_line_right (line, GX_CONTEXT_FOLLOW, start + 1, 0, &weight) > end);
}

static void
gate (GxShortLine *line, guint start, guint end)
{
    for (guint i = start; i < end; i++)
        line->flags[i] |= GX_SHORT_GATED;
}

static void
gate_covers (GxShortDraft *draft, const GxCover *covers, guint n_covers)
{
    GxShortLine *line = &draft->line;
    for (guint c = 0; c < n_covers && covers[c].start < line->offset + line->text.len; c++) {
        guint start = covers[c].start > line->offset ? gx_short_line_index (line, covers[c].start - line->offset) : 0;
        guint end = gx_short_line_index (line, MIN (covers[c].end - line->offset, line->text.len));
        if (start >= end)
            continue;
        if (covers[c].is_body)
            line->flags[start] |= GX_SHORT_BODY;
        if (covers[c].is_office)
            line->flags[start] |= GX_SHORT_OFFICE;
        line->named[start] = covers[c].entity;
        line->name_length[start] = (guint16)MIN (end - start, G_MAXUINT16);
        if (covers[c].gates && (covers[c].entity ? !could_be_abbreviations (draft, start, end) : !phrase_falls (draft, start, end)))
            gate (line, start, end);
    }
}

/* Words that hold a state's character and no state (其中, 日期), longest first. */
static void
gate_null_phrases (GxShortDraft *draft)
{
    GxShortLine *line = &draft->line;
    double ignored;
    for (guint i = 0; i < line->n; i++) {
        if (line->chars[i] >= BASIC_PLANE || !draft->grammar->null_first[line->chars[i]] || (line->flags[i] & GX_SHORT_GATED))
            continue;
        guint length = gx_short_line_right (line, GX_CONTEXT_NULL, i, 0, &ignored);
        if (length == 0 || phrase_falls (draft, i, i + length))
            continue;
        gate (line, i, i + length);
        i += length - 1;
    }
}

static void
read_line (GxShortDraft *draft, GxStr text, gsize offset, const GxCover *covers, guint n_covers, GArray *doubtful)
{
    GxShortLine *line = &draft->line;
    gx_short_line_set (line, text, offset);
    gboolean any = FALSE;
    for (guint i = 0; i < line->n; i++)
        if (line->chars[i] < BASIC_PLANE) {
            line->flags[i] = draft->grammar->flags[line->chars[i]];
            any |= (line->flags[i] & (GX_SHORT_CANDIDATE | GX_SHORT_PHRASE)) != 0;
        }
    if (!any)
        return;
    gate_covers (draft, covers, n_covers);
    gx_short_read_phrases (draft);
    gate_null_phrases (draft);
    gx_short_read_chains (draft);
    gx_short_read_lists (draft);
    gx_short_read_lone (draft, doubtful);
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
    const GxShort *first = a, *second = b;
    return first->start < second->start ? -1 : first->start > second->start;
}

/* What stands alone and could be several states (巴方) is the one the document read elsewhere (巴以), if it read one. */
static void
settle_unread (GxShortDraft *draft, GxStr folded)
{
    for (guint i = 0; i < draft->unread->len; i++) {
        GxShort found = g_array_index (draft->unread, GxShort, i);
        gpointer key = GUINT_TO_POINTER (g_utf8_get_char (folded.data + found.start));
        gpointer state = g_hash_table_lookup (draft->read, key);
        found.entity = state == key ? NULL : state;
        g_array_append_val (draft->found, found);
    }
}

static void
settle_doubts (GxShortDraft *draft, GxStr folded, const GArray *doubtful)
{
    enum { ENOUGH = 2 };
    for (guint i = 0; i < doubtful->len; i++) {
        const GxShort *doubt = &g_array_index (doubtful, GxShort, i);
        gpointer key = GUINT_TO_POINTER (g_utf8_get_char (folded.data + doubt->start));
        if (doubt->entity && GPOINTER_TO_UINT (g_hash_table_lookup (draft->uses, key)) >= ENOUGH)
            g_array_append_val (draft->found, *doubt);
    }
}

/* Where the line that starts here ends. One of no end (a book without a line break) is read in pieces, cut behind a full stop if it has
 * any: contexts are a few characters long and never look beyond a sentence. */
static gsize
line_end (GxStr folded, gsize start)
{
    const char stop[] = "\343\200\202"; /* 。 */
    const char *from = folded.data + start, *newline = memchr (from, '\n', folded.len - start);
    gsize length = newline ? (gsize)(newline - from) : folded.len - start;

    if (length <= GX_LONGEST_SHORT_LINE)
        return start + length;
    const char *cut = g_strrstr_len (from, (gssize)GX_LONGEST_SHORT_LINE, stop);
    return (gsize)((cut ? cut + strlen (stop) : g_utf8_find_prev_char (from, from + GX_LONGEST_SHORT_LINE)) - folded.data);
}

void
gx_abbreviations_find (const GxAbbreviations *self, GxStr folded, const GxCover *covers, guint n_covers, GArray *found)
{
    g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
    g_autoptr (GHashTable) uses = g_hash_table_new (NULL, NULL);
    g_autoptr (GHashTable) read = g_hash_table_new (NULL, NULL);
    g_autoptr (GArray) doubtful = g_array_new (FALSE, FALSE, sizeof (GxShort));
    g_autoptr (GArray) unread = g_array_new (FALSE, FALSE, sizeof (GxShort));
    GxShortDraft draft = { .grammar = self,
                           .scores = gx_contexts_scores (self->contexts),
                           .names = names,
                           .uses = uses,
                           .read = read,
                           .found = found,
                           .unread = unread };

    for (guint i = 0; i < n_covers; i++) {
        const GxEntity *entity = covers[i].entity;
        gpointer key = NULL;
        if (entity && entity->type == GX_ENTITY_STATE)
            key = (gpointer)entity;
        else if (entity && entity->type == GX_ENTITY_INSTITUTION && *entity->country)
            key = (gpointer)gx_dictionary_find (self->dictionary, entity->country);
        if (key)
            g_hash_table_insert (names, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (names, key)) + 1));
    }

    gx_short_line_init (&draft.line, self->contexts);
    guint first = 0;
    for (gsize start = 0; start < folded.len;) {
        gsize end = line_end (folded, start);
        while (first < n_covers && covers[first].end <= start)
            first++;
        GxStr line = { folded.data + start, end - start };
        read_line (&draft, line, start, covers + first, n_covers - first, doubtful);
        start = end < folded.len && folded.data[end] == '\n' ? end + 1 : end;
    }
    gx_short_line_clear (&draft.line);
    settle_doubts (&draft, folded, doubtful);
    settle_unread (&draft, folded);
    g_array_sort (found, compare_starts);
}
