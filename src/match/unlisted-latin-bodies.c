/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-latin-bodies.c - institutions in Latin letters that stand in no table: Northern Water Alliance, Ministry of Roads and Harbours.
 *
 * Capitalised words in a row, small words (of, and) between them, that hold a word by which such names end or begin are weighed by how many
 * of them are no common words of the document, and by what stands beside them. */
#include "unlisted-latin-bodies.h"

#include "boundary.h"
#include "latin.h"
#include "neighbour.h"
#include "unlisted.h"

/* Words of a name, small ones included. */
#define MOST_WORDS 12
/* Most words that count for a name. */
#define ENOUGH_WORDS 3

typedef struct {
    GxDraft *draft;
    const GxBodyScores *scores;
    GxUnlisted *found;
} Search;

typedef struct {
    GxSpan words[MOST_WORDS];
    gboolean is_link[MOST_WORDS], is_end[MOST_WORDS], is_vague[MOST_WORDS];
    guint n;
    gboolean goes_on; /* there are more than these */
} Run;

static gboolean
is_affix (const GxDraft *draft, GxAffixKind kind, GxSpan word)
{
    GxStr text = { draft->text.data, word.end };
    return gx_lexicon_affix_at (draft->dictionary, kind, text, word.start, GX_ANY_LENGTH) == word.end - word.start;
}

static void
add_word (Run *run, const GxDraft *draft, GxSpan word, gboolean is_link)
{
    run->is_link[run->n] = is_link;
    run->is_vague[run->n] = is_affix (draft, GX_AFFIX_VAGUE_BODY, word);
    run->is_end[run->n] = run->is_vague[run->n] || is_affix (draft, GX_AFFIX_PLAIN_BODY, word);
    run->words[run->n++] = word;
}

/* The capitalised words and the small ones between them from an offset on. A body and another one behind `and` are two. */
static Run
read_run (const GxDraft *draft, gsize start)
{
    Run run = { .n = 0 };
    gsize at = start, end;

    while ((end = gx_latin_word_end (draft, at)) > at) {
        GxSpan word = { at, end };
        gboolean is_capital = gx_latin_is_capital (draft, at, end) && (guchar)draft->text.data[at] < 0x80;
        gboolean is_link = is_affix (draft, GX_AFFIX_BODY_JOINT, word);
        if (!is_link && !is_capital)
            break;
        if (run.n == 0 && is_link) {
            if (!gx_text_goes_on (draft->text, end, " "))
                break;
            at = end + 1;
            continue;
        }
        if (run.n == MOST_WORDS) {
            run.goes_on = TRUE;
            break;
        }
        if (is_link && run.is_end[run.n - 1] && (gx_text_goes_on (draft->text, at, "and ") || gx_text_goes_on (draft->text, at, "the ")))
            break;
        add_word (&run, draft, word, is_link);
        if (!gx_text_goes_on (draft->text, end, " "))
            break;
        at = end + 1;
    }
    while (run.n > 0 && run.is_link[run.n - 1])
        run.n--;
    return run;
}

/* Whether `of` stands before a word, and no body before it: Annals of the Southern Court. */
static gboolean
is_inside_phrase (const GxDraft *draft, const Run *run, guint word)
{
    gboolean has_of = FALSE;

    for (guint i = 0; i < word; i++) {
        if (run->is_end[i])
            return FALSE;
        has_of |= run->is_link[i] && gx_text_goes_on (draft->text, run->words[i].start, "of ");
    }
    return has_of;
}

/* The number of words of the name that a run begins with; 0 when it is none. */
static guint
name_length (const GxDraft *draft, const Run *run, gboolean *is_vague)
{
    for (guint i = run->n; i > 0; i--) {
        if (!run->is_end[i - 1])
            continue;
        if (is_inside_phrase (draft, run, i - 1))
            continue;
        *is_vague = run->is_vague[i - 1];
        if (i < run->n && run->is_link[i])
            return run->n;
        return i > 1 ? i : 0;
    }
    return 0;
}

/* Whether something is named there that the name can't hold: anything but a state or an institution at its beginning. */
static gboolean
is_mixed (const GxDraft *draft, gsize start, gsize end)
{
    for (guint i = gx_draft_spot_after (draft, start); i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
        if (spot->start >= end)
            return FALSE;
        if (spot->end > end || (spot->start <= start && spot->end >= end) ||
            (spot->kind == GX_FORM_NAME && spot->entity && (spot->start > start || spot->entity->type == GX_ENTITY_PERSON)))
            return TRUE;
    }
    return FALSE;
}

static void
weigh (Search *self, const Run *run, guint n, gboolean is_vague)
{
    const GxBodyScores *w = self->scores;
    GxDraft *draft = self->draft;
    GxUnlistedPlace place = { .start = run->words[0].start, .end = run->words[n - 1].end };
    guint n_own = 0, n_common = 0, n_kinds = 0;

    if (is_mixed (draft, place.start, place.end) || !gx_boundary_left (draft->text, place.start) ||
        !gx_boundary_right (draft->dictionary, draft->text, place.end))
        return;
    const GxSpot *head = gx_draft_spot_starting (draft, place.start);
    if (head && head->kind == GX_FORM_NAME && is_vague)
        return; /* a known firm's: Google Inc */
    for (guint i = 0; i < n; i++) {
        if (run->is_link[i] || run->is_end[i] || (head && run->words[i].end <= head->end))
            continue;
        if (is_affix (draft, GX_AFFIX_BODY_KIND, run->words[i]))
            n_kinds++;
        else if (gx_latin_is_common (draft, run->words[i]))
            n_common++;
        else
            n_own++;
    }
    if (n_own + n_common == 0)
        return;
    gunichar before = place.start > 0 ? gx_char_before (draft->text, place.start, &(gsize){ 0 }) : 0;
    if (before == '(' || gx_latin_is_in_chinese (draft, place.start, place.end))
        gx_unlisted_weigh (&place, "body-in-chinese", w->in_chinese);
    gx_unlisted_weigh (&place, "body-words", w->words * MIN (n_own, ENOUGH_WORDS));
    if (n_common + n_kinds > 0)
        gx_unlisted_weigh (&place, "body-common", w->common * MIN (n_common + n_kinds, ENOUGH_WORDS));
    if (head)
        gx_unlisted_weigh (&place, "body-institution", w->institution);
    if (is_vague)
        gx_unlisted_weigh (&place, "body-vague", w->vague);
    gx_unlisted_weigh_sides (self->found, &place, w->after, w->before);
    gx_unlisted_add (self->found, &place);
}

static void
scan (Search *self)
{
    GxDraft *draft = self->draft;
    GxStr text = draft->text;
    guint passed = 0;

    for (gsize at = 0, end; at < text.len; at = end) {
        for (end = at + 1; end < text.len && !g_ascii_isalpha (text.data[at]);)
            at = end++;
        if (!g_ascii_isalpha (text.data[at]) || gx_draft_is_skipped (draft, at, &passed))
            continue;
        end = MAX (gx_latin_word_end (draft, at), end);
        if (!gx_text_goes_on (text, end, " ") || !gx_latin_is_capital (draft, at, end))
            continue;
        Run run = read_run (draft, at);
        gboolean is_vague = FALSE;
        guint n = run.goes_on ? 0 : name_length (draft, &run, &is_vague);
        if (n > 0)
            weigh (self, &run, n, is_vague);
        end = run.n > 0 ? MAX (end, run.words[(n > 0 ? n : run.n) - 1].end) : end;
    }
}

static const GxEntity *
entity_of (GxDraft *draft, const GxUnlistedPlace *place, gpointer user_data G_GNUC_UNUSED)
{
    g_autofree char *name = gx_latin_written_name (draft, place->start, place->end);
    return gx_lexicon_unlisted (draft->dictionary, name, GX_ENTITY_INSTITUTION);
}

void
gx_rule_latin_bodies (GxDraft *self)
{
    const GxBodyScores *scores = &gx_judgement_scores (self->judgement)->body;
    g_autoptr (GxUnlisted) found = gx_unlisted_new (self, &gx_body_labels, scores->least, scores->again, 0);
    Search search = { self, scores, found };

    scan (&search);
    gx_unlisted_take (found, entity_of, NULL);
}
