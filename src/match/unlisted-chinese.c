/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-chinese.c - Chinese names of people who stand in no table: 发言人耿爽表示.
 *
 * A surname and one or two characters more are weighed by how likely they are in names, by the words that ICU's dictionary sees in them,
 * and by what stands beside them. */
#include "neighbour.h"
#include "unlisted.h"

#include <math.h>

#define DOT           "·"
#define LONGEST_GIVEN 2

static const GxBesideLabels labels = {
    .after = { "unlisted-after-title", "", "unlisted-after-list", "unlisted-after-mark", "unlisted-after-word", "unlisted-after-other" },
    .before = { "unlisted-before-title", "unlisted-before-speech", "unlisted-before-list", "unlisted-before-mark", "unlisted-before-word",
                "unlisted-before-other" },
};

typedef struct {
    GxDraft *draft;
    const GxUnlistedScores *scores;
    GxUnlisted *found;
    double most_of_words; /* what words inside and further places may add */
    double most;          /* the same with what stands beside */
} Search;

/* Whether a title begins inside a range: 李|先生 is no full name. */
static gboolean
has_title_inside (const GxDraft *draft, gsize start, gsize end)
{
    for (guint i = gx_draft_spot_after (draft, start); i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
        if (spot->start >= end)
            return FALSE;
        if (spot->kind != GX_FORM_BODY || spot->start >= start)
            return TRUE;
    }
    return FALSE;
}

/* What the words of ICU's dictionary inside the name tell. */
static void
weigh_words (const Search *self, GxUnlistedPlace *place, guint n_given, gsize given, gsize last)
{
    const GxUnlistedScores *w = self->scores;
    gboolean head = gx_draft_word_starts (self->draft, given), tail = gx_draft_word_starts (self->draft, last);

    if (n_given == 1)
        gx_unlisted_weigh (place, head ? "unlisted-two-apart" : "unlisted-two-word", head ? w->two_apart : w->two_word);
    else if (head && tail)
        gx_unlisted_weigh (place, "unlisted-apart", w->apart);
    else if (head)
        gx_unlisted_weigh (place, "unlisted-given-word", w->given_word);
    else
        gx_unlisted_weigh (place, tail ? "unlisted-head-word" : "unlisted-whole-word", tail ? w->head_word : w->whole_word);
}

/* Whether a title beside the name has made it somebody's whom the tables don't know, and nobody of theirs is meant elsewhere: 教授|李强. */
static gboolean
is_anothers (const GxDraft *draft, const GxForm *form)
{
    if (!g_hash_table_contains (draft->misfits, GUINT_TO_POINTER ((guint)(form - draft->forms) + 1)))
        return FALSE;
    for (guint i = 0; i < form->n_readings; i++)
        if (form->readings[i].kind == GX_FORM_NAME && gx_draft_seen (draft, form->readings[i].entity))
            return FALSE;
    return TRUE;
}

/* Whether the tables know somebody of this name, who may be meant or, in doubt, isn't. */
static gboolean
is_listed (const GxDraft *draft, gsize start, gsize end)
{
    const GxForm *form = gx_lexicon_find (draft->dictionary, draft->text.data + start, end - start);

    for (guint i = 0; form && i < form->n_readings; i++)
        if (form->readings[i].kind == GX_FORM_NAME)
            return !is_anothers (draft, form);
    return FALSE;
}

/* Whether a character, and a name together with it, are of transliterations. */
static gboolean
is_foreign (const GxDraft *draft, GxStr character, GxStr whole)
{
    const double least = gx_judgement_scores (draft->judgement)->foreign;

    return gx_is_han (g_utf8_get_char (character.data)) && gx_name_model_is_foreign (draft->names, g_utf8_get_char (character.data)) &&
           gx_name_model_foreign (draft->names, character) >= least && gx_name_model_foreign (draft->names, whole) >= least;
}

/* Whether a place is cut out of a transliterated name: 阿|林斯基, 吉尔汉|森. */
static gboolean
is_cut (const GxDraft *draft, gsize start, gsize end)
{
    const char *data = draft->text.data;
    gsize before = start, behind = end;

    if (start > 0)
        (void)gx_char_before (draft->text, start, &before);
    (void)gx_char_at (draft->text, end, &behind);
    return (before < start && is_foreign (draft, (GxStr){ data + before, start - before }, (GxStr){ data + before, end - before })) ||
           (behind > end && is_foreign (draft, (GxStr){ data + end, behind - end }, (GxStr){ data + start, behind - start }));
}

/* Whether nothing has been read at a place, it is nobody's name by the tables, no part of a name with dots, and nothing is named after it.
 */
static gboolean
may_be_name (const GxDraft *draft, gsize start, gsize end)
{
    return !gx_draft_covered (draft, start, end) && !is_listed (draft, start, end) && !has_title_inside (draft, start, end) &&
           !gx_text_ends (draft->text, start, DOT) && !gx_text_goes_on (draft->text, end, DOT) && !is_cut (draft, start, end) &&
           !gx_is_namesake (draft, end) &&
           gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_NO_ACTOR, draft->text, start, GX_ANY_LENGTH) != end - start;
}

/* Looks at a surname and the characters behind it. Most are no name by their characters alone, and ICU isn't asked. */
static void
look_at (Search *self, gsize start, gsize given, guint n_surname, double letters)
{
    const GxUnlistedScores *w = self->scores;
    GxDraft *draft = self->draft;
    gsize last = given, end = given;

    for (guint n = 1; n <= LONGEST_GIVEN; n++) {
        gsize before = end;
        gunichar c = gx_char_at (draft->text, end, &end);
        if (!gx_is_han (c))
            return;
        letters += gx_name_model_given (draft->names, c);
        last = before;
        double base = n == 1 && n_surname == 1 ? w->two : n_surname + n == 3 ? w->three : w->four;
        if (letters * w->letters + base + self->most < w->least)
            continue;
        if (!may_be_name (draft, start, end))
            continue;
        GxUnlistedPlace place = { .start = start, .end = end };
        gx_unlisted_weigh (&place, "unlisted-letters", letters * w->letters);
        gx_unlisted_weigh (&place, n_surname + n == 2 ? "unlisted-two" : n_surname + n == 3 ? "unlisted-three" : "unlisted-four", base);
        gx_unlisted_weigh_sides (self->found, &place, w->after, w->before);
        double listed = place.left == GX_BESIDE_LIST || place.right == GX_BESIDE_LIST ? w->listed : 0;
        if (place.sum + self->most_of_words + listed < w->least) {
            gx_unlisted_add_weak (self->found, start, end);
            continue;
        }
        if (!gx_draft_word_starts (draft, start) || !gx_draft_word_starts (draft, end))
            continue;
        weigh_words (self, &place, n, given, last);
        if (gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_NAME_END, draft->text, last, GX_ANY_LENGTH) == end - last)
            gx_unlisted_weigh (&place, "unlisted-function", w->function);
        if (gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_PLACE, draft->text, last, GX_ANY_LENGTH) == end - last)
            gx_unlisted_weigh (&place, "unlisted-place", w->place);
        gx_unlisted_add (self->found, &place);
    }
}

static void
scan (Search *self)
{
    const GxDraft *draft = self->draft;
    guint passed = 0;

    for (gsize at = 0, next; at < draft->text.len; at = next) {
        if (gx_draft_is_skipped (draft, at, &passed)) {
            next = g_array_index (draft->skipped, GxSpan, passed).end;
            continue;
        }
        gunichar c = gx_char_at (draft->text, at, &next);
        double surname = gx_name_model_surname (draft->names, c);
        gsize second;
        if (surname > -HUGE_VAL)
            look_at (self, at, next, 1, surname);
        if (gx_name_model_begins_compound (draft->names, c)) {
            (void)gx_char_at (draft->text, next, &second);
            if (gx_lexicon_is_surname (draft->dictionary, (GxStr){ draft->text.data + at, second - at }))
                look_at (self, at, second, 2, self->scores->compound);
        }
    }
}

static double
greatest (const double *weights, guint n)
{
    double most = weights[0];

    for (guint i = 1; i < n; i++)
        most = MAX (most, weights[i]);
    return most;
}

static const GxEntity *
entity_of (GxDraft *draft, const GxUnlistedPlace *place, gpointer user_data G_GNUC_UNUSED)
{
    g_autofree char *name = g_strndup (draft->text.data + place->start, place->end - place->start);
    return gx_lexicon_stranger (draft->dictionary, name);
}

void
gx_rule_unlisted_chinese (GxDraft *self)
{
    const GxUnlistedScores *scores = &gx_judgement_scores (self->judgement)->unlisted;

    if (scores->letters <= 0)
        return;
    g_autoptr (GxUnlisted) found = gx_unlisted_new (self, &labels, scores->least, scores->again, scores->listed);
    double words = MAX (MAX (scores->apart, scores->given_word), scores->two_apart) + GX_MOST_AGAIN * scores->again;
    double sides = greatest (scores->after, GX_N_BESIDE) + greatest (scores->before, GX_N_BESIDE);
    Search search = { self, scores, found, words, words + sides + scores->listed };
    scan (&search);
    gx_unlisted_take (found, entity_of, NULL);
}
