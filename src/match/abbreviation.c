/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "short-draft.h"

#include "boundary.h"
#include "neighbour.h"

/* The states a character may stand for: those of the tables or, where the language has abbreviations of its own, that one, put into own. */
static const GxEntity *const *
states_of (const GxShortDraft *draft, gunichar c, const GxEntity **own)
{
    if (!draft->grammar->has_own)
        return gx_lexicon_short_states (draft->grammar->dictionary, c);
    own[0] = gx_short_default (draft->grammar, c);
    return own[0] ? own : NULL;
}

double
gx_short_evidence (const GxShortDraft *draft, gunichar c)
{
    enum { MANY = 5 };
    const GxEntity *own[] = { NULL, NULL };
    const GxEntity *const *states = states_of (draft, c, own);
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

/* Characters that the tables of states leave out are read in phrases alone, where their default is meant: 한 in 한미. */
const GxEntity *
gx_short_state (const GxShortDraft *draft, guint i, guint start, guint end)
{
    const GxEntity *own[] = { NULL, NULL };
    const GxEntity *const *states = states_of (draft, draft->line.chars[i], own);
    if (!states)
        return gx_short_default (draft->grammar, draft->line.chars[i]);
    if (!states[1])
        return states[0];

    const GxEntity *best = read_in_company (draft, states, i, start, end);
    if (best) {
        gx_short_note (draft, "state by its company", start, end);
        return best;
    }
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
    if (best && !tied) {
        gx_short_note (draft, "state named most often", i, i + 1);
        return best;
    }
    const GxEntity *usual = gx_short_default (draft->grammar, draft->line.chars[i]);
    for (guint s = 0; usual && states[s]; s++)
        if (states[s] == usual) {
            gx_short_note (draft, "default", i, i + 1);
            return usual;
        }
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
    gx_short_taken (draft, &found);
    if (found.entity) {
        note_reading (draft, line->chars[i], found.entity);
        g_array_append_val (draft->found, found);
    } else
        g_array_append_val (draft->unread, found);
}

/* Whether a word, [first, last), runs over the gap before character k and out of [start, end). */
static gboolean
runs_out (GxShortLine *line, guint k, guint start, guint end, guint *first, guint *last)
{
    if (k == 0 || k >= line->n || !gx_short_line_crosses (line, k))
        return FALSE;
    gx_short_line_word (line, k, first, last);
    return *first < start || *last > end;
}

double
gx_short_edges (GxShortDraft *draft, guint i, guint j, guint lead, guint follow)
{
    GxShortLine *line = &draft->line;
    double sum = 0, weight;
    guint start = i >= line->n ? 0 : i - MIN (lead, i), end = MIN (j + follow, line->n), first, last;

    if (i < line->n && runs_out (line, i, start, end, &first, &last)) {
        gx_short_line_left (line, GX_CONTEXT_LEFT, i, line->chars[i], &weight);
        if (weight < draft->scores->strict)
            sum += gx_short_score (draft, "words-cross-left", first, last, draft->scores->words_cross_left);
    }
    if (j < line->n && !(line->flags[j] & GX_SHORT_OFFICE) && runs_out (line, j, start, end, &first, &last)) {
        gx_short_line_right (line, GX_CONTEXT_RIGHT, j, line->chars[j - 1], &weight);
        if (weight < draft->scores->strict)
            sum += gx_short_score (draft, "words-cross-right", first, last, draft->scores->words_cross_right);
    }
    return sum < 0 ? sum : gx_short_score (draft, "words-clean", 0, 0, draft->scores->words_clean);
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
        (void)gx_short_row (draft, GX_CONTEXT_VETO_LEFT, i, line->chars[i], left);
    }
    if (j > 0 && j < line->n && !(line->flags[j] & GX_SHORT_OFFICE)) {
        gx_short_line_right (line, GX_CONTEXT_VETO_RIGHT, j, line->chars[j - 1], &right);
        gx_short_line_right (line, GX_CONTEXT_RIGHT, j, line->chars[j - 1], &strict);
        if (right >= draft->scores->veto && (followed || strict >= draft->scores->strict))
            right = 0;
        (void)gx_short_row (draft, GX_CONTEXT_VETO_RIGHT, j, line->chars[j - 1], right);
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
    return start > 0 && (line->flags[start - 1] & (GX_SHORT_CANDIDATE | GX_SHORT_NEIGHBOUR)) &&
           !(line->flags[start - 1] & GX_SHORT_GATED) &&
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
        if (!covers[c].gates || (covers[c].entity ? could_be_abbreviations (draft, start, end) : phrase_falls (draft, start, end)))
            continue;
        gx_short_covered (draft, start, end, &covers[c]);
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
        if (line->chars[i] >= GX_BASIC_PLANE || !draft->grammar->null_first[line->chars[i]] || (line->flags[i] & GX_SHORT_GATED))
            continue;
        guint length = gx_short_line_right (line, GX_CONTEXT_NULL, i, 0, &ignored);
        if (length == 0 || phrase_falls (draft, i, i + length))
            continue;
        gx_short_covered (draft, i, i + length, NULL);
        gate (line, i, i + length);
        i += length - 1;
    }
}

/* Whether character i, of a script that writes words apart, is only a letter of one: ロ in ロシア. */
static gboolean
inside_word (const GxShortLine *line, guint i)
{
    return !gx_boundary_left (line->text, line->at[i]) || (i + 1 < line->n && !gx_boundary_left (line->text, line->at[i + 1]));
}

/* 澳 is Macao, no state, in a document that speaks of 澳门 and doesn't name Australia. */
static void
note_rivals (GxShortDraft *draft, GxStr folded)
{
    guint n_texts;
    const GxMarkedText *texts = gx_contexts_marked (draft->grammar->contexts, GX_CONTEXT_RIVAL, &n_texts);
    for (guint t = 0; t < n_texts; t++) {
        if (gx_text_find_end (folded, 0, texts[t].text) == 0)
            continue;
        for (const char *p = texts[t].states; *p; p = g_utf8_next_char (p))
            if (gx_short_evidence (draft, g_utf8_get_char (p)) <= 0)
                g_hash_table_insert (draft->lost, GUINT_TO_POINTER (g_utf8_get_char (p)), (gpointer)&texts[t]);
    }
}

/* Whether character i, though the tables have a state for it, can't be one here. */
static gboolean
is_lost (GxShortDraft *draft, guint i)
{
    gunichar c = draft->line.chars[i];
    const GxMarkedText *rival = g_hash_table_lookup (draft->lost, GUINT_TO_POINTER (c));

    if (rival)
        gx_short_lost (draft, i, rival);
    return rival || (!gx_is_han (c) && inside_word (&draft->line, i));
}

static void
read_line (GxShortDraft *draft, GxStr text, gsize offset, const GxCover *covers, guint n_covers, GArray *doubtful)
{
    GxShortLine *line = &draft->line;
    gx_short_line_set (line, text, offset);
    gboolean any = FALSE;
    for (guint i = 0; i < line->n; i++)
        if (line->chars[i] < GX_BASIC_PLANE) {
            line->flags[i] = draft->grammar->flags[line->chars[i]];
            if ((line->flags[i] & GX_SHORT_CANDIDATE) && is_lost (draft, i))
                line->flags[i] &= (guint8)~GX_SHORT_CANDIDATE;
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
        if (!doubt->entity || GPOINTER_TO_UINT (g_hash_table_lookup (draft->uses, key)) < ENOUGH)
            continue;
        g_array_append_val (draft->found, *doubt);
        gx_short_more (draft, doubt, "evidence-use", draft->scores->evidence_use);
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

static void
use_language (GxShortDraft *draft, const GxAbbreviations *grammars, const char *language)
{
    draft->grammar = gx_short_grammar (grammars, language);
    draft->scores = gx_contexts_scores (draft->grammar->contexts);
    draft->line.contexts = draft->grammar->contexts;
}

void
gx_abbreviations_find (const GxAbbreviations *self, GxStr folded, const GArray *stretches, const GxCover *covers, guint n_covers,
                       GxTrace *trace, GArray *found)
{
    g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
    g_autoptr (GHashTable) uses = g_hash_table_new (NULL, NULL);
    g_autoptr (GHashTable) read = g_hash_table_new (NULL, NULL);
    g_autoptr (GHashTable) lost = g_hash_table_new (NULL, NULL);
    g_autoptr (GArray) doubtful = g_array_new (FALSE, FALSE, sizeof (GxShort));
    g_autoptr (GArray) unread = g_array_new (FALSE, FALSE, sizeof (GxShort));
    GxShortDraft draft = { .names = names, .uses = uses, .read = read, .lost = lost, .found = found, .unread = unread, .trace = trace };

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

    use_language (&draft, self, "");
    note_rivals (&draft, folded);
    gx_short_line_init (&draft.line);
    guint first = 0, stretch = 0;
    for (gsize start = 0; start < folded.len;) {
        gsize end = line_end (folded, start);
        while (first < n_covers && covers[first].end <= start)
            first++;
        while (stretch < stretches->len && g_array_index (stretches, GxStretch, stretch).end <= start)
            stretch++;
        use_language (&draft, self, stretch < stretches->len ? g_array_index (stretches, GxStretch, stretch).language : "");
        GxStr line = { folded.data + start, end - start };
        read_line (&draft, line, start, covers + first, n_covers - first, doubtful);
        start = end < folded.len && folded.data[end] == '\n' ? end + 1 : end;
    }
    gx_short_line_clear (&draft.line);
    settle_doubts (&draft, folded, doubtful);
    settle_unread (&draft, folded);
    g_array_sort (found, compare_starts);
}
