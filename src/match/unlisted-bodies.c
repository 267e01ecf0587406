/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-bodies.c - Chinese names of institutions that stand in no table: 丹麦区域供热协会, 墨尔本大学.
 *
 * A word by which such names end (协会) is looked for, then where the name begins before it: with a state, an institution, a place, a
 * transliteration, a word such as 国际, or behind something that ends another word. What stands between is weighed by whether names of
 * institutions in the tables have such pairs of characters. */
#include "neighbour.h"
#include "tails.h"
#include "unlisted-aliases.h"
#include "unlisted-body-parts.h"
#include "unlisted-latin-bodies.h"
#include "unlisted.h"

/* Characters between how a name begins and how it ends. */
enum { LONG_MIDDLE = 4 };
/* Characters of the longest name, its end left out. */
#define LONGEST_NAME 24
/* Bytes of the longest title in a name. */
#define LONGEST_TITLE 6

/* How much of `body-kind` counts against a name that begins and ends as names do. */
#define SURE_OF_KIND 0.6

const GxBesideLabels gx_body_labels = {
    .after = { "body-after-title", "", "body-after-list", "body-after-mark", "body-after-word", "body-after-other" },
    .before = { "body-before-title", "body-before-speech", "body-before-list", "body-before-mark", "body-before-word",
                "body-before-other" },
};

typedef struct {
    GxDraft *draft;
    const GxBodyScores *scores;
    GxUnlisted *found;
    const GxBodyText *text;
    double most;             /* what stands beside a name and further places may add */
    GxUnlistedPlace pending; /* the place found last; none when it is empty */
} Search;

static gboolean
is_quoted (const GxDraft *draft, gsize start, gsize end)
{
    gsize at;
    gunichar before = gx_char_before (draft->text, start, &at), behind = gx_char_at (draft->text, end, &at);

    return (before == 0x300A && behind == 0x300B) || (before == '"' && behind == '"') || (before == 0x201C && behind == 0x201D);
}

static void
weigh_head (const GxBodyScores *w, GxUnlistedPlace *place, GxBodyHead head)
{
    const struct {
        const char *label;
        double weight;
    } heads[] = {
        [GX_HEAD_NONE] = { "body-none", w->none },    [GX_HEAD_STATE] = { "body-state", w->state },
        [GX_HEAD_PLACE] = { "body-place", w->place }, [GX_HEAD_INSTITUTION] = { "body-institution", w->institution },
        [GX_HEAD_LEAD] = { "body-lead", w->lead },    [GX_HEAD_FOREIGN] = { "body-foreign", w->foreign },
    };
    gx_unlisted_weigh (place, heads[head].label, heads[head].weight);
}

/* Whether a name is one of many bodies by its middle. */
static gboolean
is_one_of_many (const Search *self, const GxBodyName *name)
{
    if (name->begins == GX_HEAD_FOREIGN || (name->begins == GX_HEAD_INSTITUTION && name->kind != GX_END_VAGUE))
        return FALSE;
    return gx_body_is_kind (self->text, name->head, name->last);
}

static void
weigh_middle (const Search *self, GxUnlistedPlace *place, const GxBodyName *name, const GxBodyMiddle *middle)
{
    const GxBodyScores *w = self->scores;
    GxSpan alias;

    if (gx_aliases_behind (self->draft, name->start, name->end, &alias, 1) > 0)
        gx_unlisted_weigh (place, "body-brackets", w->brackets);
    if (middle->n > 0) {
        double share = (double)middle->n_known / middle->n;
        gx_unlisted_weigh (place, "body-known", w->known * share);
        if (share < 1)
            gx_unlisted_weigh (place, "body-unknown", w->unknown * (1 - share));
    }
    if (middle->n > 0 && is_one_of_many (self, name))
        gx_unlisted_weigh (place, "body-kind",
                           name->kind == GX_END_VAGUE || name->begins == GX_HEAD_NONE ? w->kind : w->kind * SURE_OF_KIND);
    if (middle->n >= LONG_MIDDLE)
        gx_unlisted_weigh (place, "body-long", w->longer);
    else if (name->begins == GX_HEAD_NONE)
        gx_unlisted_weigh (place, "body-short", w->shorter);
    if (middle->n_joints > 0)
        gx_unlisted_weigh (place, "body-joined", w->joined);
}

/* Whether the parts of a name are enough for one, whatever they weigh. */
static gboolean
is_whole (const GxBodyName *name, const GxBodyMiddle *middle)
{
    if (middle->is_broken)
        return FALSE;
    gboolean is_place = name->begins == GX_HEAD_PLACE || name->begins == GX_HEAD_FOREIGN;
    return middle->n >= GX_SHORTEST_MIDDLE || (middle->n == 0 && is_place && name->kind != GX_END_VAGUE);
}

/* Whether a name that begins as any word does begins where it seems to: not in the middle of a longer one (隐私和|自由委员会). */
static gboolean
begins_clearly (const Search *self, const GxUnlistedPlace *place)
{
    GxStr text = self->draft->text;
    gsize start = place->start, blank = start - (gx_text_ends (text, start, " ") ? 1 : 0), at;

    if (place->left == GX_BESIDE_OTHER || gx_is_word_script (gx_char_before (text, blank, &at)) ||
        gx_body_has_end (self->text, start, FALSE) || gx_body_has_end (self->text, start, TRUE))
        return FALSE;
    (void)gx_char_before (text, start, &at);
    return at == 0 || !gx_body_is_joint (self->text, at) || (self->text->inside[at - 1] & (GX_IN_BODY | GX_IN_STATE));
}

/* Weighs the parts of a name; FALSE when no company makes it one. */
static gboolean
weigh (Search *self, const GxBodyName *name, GxUnlistedPlace *place)
{
    const GxBodyScores *w = self->scores;
    GxBodyMiddle middle = gx_body_read_middle (self->text, name);

    if (!is_whole (name, &middle))
        return FALSE;
    *place = (GxUnlistedPlace){ .start = name->start, .end = name->end };
    if (name->kind != GX_END_PLAIN)
        gx_unlisted_weigh (place, name->kind == GX_END_SURE ? "body-sure" : "body-vague", name->kind == GX_END_SURE ? w->sure : w->vague);
    if (name->end - name->last == strlen ("部"))
        gx_unlisted_weigh (place, "body-one", w->one);
    weigh_head (w, place, name->begins == GX_HEAD_LEAD && name->kind == GX_END_VAGUE ? GX_HEAD_NONE : name->begins);
    weigh_middle (self, place, name, &middle);
    if (is_quoted (self->draft, name->start, name->end))
        gx_unlisted_weigh (place, "body-quotes", w->quotes);
    return place->sum + self->most >= w->least;
}

/* Weighs what stands beside a name; FALSE when it doesn't begin there. */
static gboolean
weigh_sides (Search *self, const GxBodyName *name, GxUnlistedPlace *place)
{
    const GxBodyScores *w = self->scores;

    if (!gx_draft_word_starts (self->draft, name->start))
        return FALSE;
    gx_unlisted_weigh_sides (self->found, place, w->after, w->before);
    return place->sum + GX_MOST_AGAIN * w->again >= w->least && (name->begins != GX_HEAD_NONE || begins_clearly (self, place));
}

static void
flush (Search *self)
{
    if (self->pending.end > 0)
        gx_unlisted_add (self->found, &self->pending);
    self->pending.end = 0;
}

/* A name that goes on is one name: 墨尔本大学|亚洲研究中心. */
static void
keep (Search *self, const GxUnlistedPlace *place, const GxBodyName *name)
{
    if (self->pending.end > 0 && place->start <= self->pending.start && name->last == self->pending.end && name->kind == GX_END_VAGUE)
        return; /* 环境厅|组织 */
    if (self->pending.end > 0 && place->start == self->pending.end && place->sum >= self->scores->least &&
        self->pending.sum >= self->scores->least) {
        self->pending.end = place->end;
        return;
    }
    if (self->pending.end > 0 && place->start > self->pending.start && place->start < self->pending.end)
        return;
    if (place->start >= self->pending.end || place->sum < self->scores->least) {
        if (place->start < self->pending.end)
            return;
        flush (self);
    }
    self->pending = *place;
}

/* Whether a title or a person that no name holds stands at an offset: of titles, one directly before the end may (记者|协会). */
static gboolean
is_barred (const Search *self, const GxBodyName *name, gsize at)
{
    return (self->text->inside[at] & GX_IN_PERSON) ||
           ((self->text->inside[at] & GX_IN_TITLE) && (at + LONGEST_TITLE < name->last || name->kind == GX_END_VAGUE));
}

/* Whether what stands at or before the beginning has no part in a name: a state before a name that begins with a place, or a person. */
static gboolean
is_foreign_to (const Search *self, const GxBodyName *name)
{
    gsize head, before;

    if (gx_text_ends (self->draft->text, name->start, "·"))
        return TRUE;
    gunichar c = gx_char_before (self->draft->text, name->start, &before);
    if (name->start > 0 && gx_is_han (c) && (self->text->inside[before] & GX_IN_PERSON))
        return TRUE;
    if (name->begins == GX_HEAD_PLACE && gx_body_is_joint (self->text, before) &&
        gx_lexicon_affix_before (self->draft->dictionary, GX_AFFIX_NO_ACTOR, self->draft->text, before, GX_ANY_LENGTH) > 0)
        return TRUE;
    if ((name->begins != GX_HEAD_STATE && name->begins != GX_HEAD_PLACE) || name->head >= name->last)
        return FALSE;
    GxBodyHead next = gx_body_read_head (self->text, name->head, name->last, &head);
    return next == GX_HEAD_FOREIGN || (next == GX_HEAD_PLACE && name->begins == GX_HEAD_STATE);
}

/* Where words may stand that no name holds: ICU is asked only when all else speaks for one. */
typedef struct {
    gsize places[LONGEST_NAME];
    guint n, n_asked;
} Breaks;

/* Whether one of them is such a word. */
static gboolean
is_broken (const Search *self, Breaks *breaks)
{
    while (breaks->n_asked < breaks->n)
        if (gx_body_breaks_off (self->text, breaks->places[breaks->n_asked++]))
            return TRUE;
    return FALSE;
}

/* Whether the body of nobody knows which state begins at an offset. */
static gboolean
is_nobodys (const Search *self, gsize at, gsize limit)
{
    gsize end;
    return !(self->text->inside[at] & GX_BEGINS) && gx_draft_reading_at (self->draft, at, GX_FORM_BODY, &end) && end <= limit;
}

/* Whether something that may stand before a name ends at an offset. A guess that costs little. */
static gboolean
may_begin (const Search *self, gsize at)
{
    const GxDraft *draft = self->draft;
    gsize before;

    if (!gx_is_han (gx_char_before (draft->text, at, &before)) || (self->text->inside[before] & GX_IN_TITLE))
        return TRUE;
    return gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_NAME_END, draft->text, at, GX_ANY_LENGTH) != 0 ||
           gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_LIST_LINK, draft->text, at, GX_ANY_LENGTH) != 0;
}

/* Looks for the best beginning of a name that ends so. */
static GxUnlistedPlace
best_before (Search *self, GxBodyName name)
{
    GxStr text = self->draft->text;
    GxUnlistedPlace best = { .end = 0 }, place;
    Breaks breaks = { .n = 0 };
    gsize before;

    for (gsize at = name.last, n = 0; n < LONGEST_NAME && at > 0; n++) {
        if (!gx_is_han (gx_char_before (text, at, &before)) || is_barred (self, &name, before))
            break;
        at = before;
        if (gx_body_may_break_off (self->text, at))
            breaks.places[breaks.n++] = at;
        guint8 what = self->text->inside[at] & (GX_IN_BODY | GX_IN_STATE | GX_BEGINS);
        if (what && !(what & GX_BEGINS))
            continue;
        name.start = at;
        name.begins = gx_body_read_head (self->text, at, name.last, &name.head);
        if (name.head > name.last || is_nobodys (self, at, name.last))
            break;
        gboolean may_be = name.begins != GX_HEAD_NONE || may_begin (self, at);
        if (may_be && !is_foreign_to (self, &name) && weigh (self, &name, &place)) {
            if (is_broken (self, &breaks))
                break;
            if (weigh_sides (self, &name, &place) &&
                (best.end == 0 || place.sum >= best.sum || (name.begins == GX_HEAD_INSTITUTION && place.sum >= self->scores->least)))
                best = place;
        }
        if (what)
            break;
    }
    return best;
}

static void
look_at (Search *self, gsize end)
{
    GxBodyName name = { .end = end };
    guint8 behind = self->text->inside[end], before = self->text->inside[end - 1];

    name.last = gx_body_end_start (self->text, end, &name.kind);
    if (name.last == end || ((behind & (GX_IN_BODY | GX_IN_STATE)) && !(behind & GX_BEGINS)) ||
        (before & (GX_IN_BODY | GX_IN_TITLE | GX_IN_PERSON)))
        return;
    GxUnlistedPlace best = best_before (self, name);
    if (best.end > 0 && !gx_tail_goes_on (self->draft, end) && gx_draft_word_starts (self->draft, end))
        keep (self, &best, &name);
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
        next = at + (gsize)g_utf8_skip[(guchar)draft->text.data[at]];
        if (next - at == 3 && gx_body_may_end (self->text, next))
            look_at (self, next);
    }
    flush (self);
}

/* The institution of the tables or in Latin letters that stands in the brackets behind a name, or NULL. */
static const GxEntity *
known_behind (GxDraft *draft, const GxUnlistedPlace *place)
{
    GxSpan aliases[GX_MOST_ALIASES];
    guint n = gx_aliases_behind (draft, place->start, place->end, aliases, GX_MOST_ALIASES);

    for (guint i = 0; i < n; i++) {
        const GxSpot *spot = gx_draft_spot_starting (draft, aliases[i].start);
        if (spot && spot->end == aliases[i].end && spot->kind == GX_FORM_NAME && spot->entity &&
            spot->entity->type == GX_ENTITY_INSTITUTION)
            return spot->entity;
    }
    return NULL;
}

static const GxEntity *
entity_of (GxDraft *draft, const GxUnlistedPlace *place, gpointer user_data G_GNUC_UNUSED)
{
    g_autofree char *name = g_strndup (draft->text.data + place->start, place->end - place->start);
    const GxEntity *known = known_behind (draft, place);
    return known ? known : gx_lexicon_unlisted (draft->dictionary, name, GX_ENTITY_INSTITUTION);
}

static double
greatest (const double weights[static GX_N_BESIDE])
{
    double most = weights[0];

    for (guint i = 1; i < GX_N_BESIDE; i++)
        most = MAX (most, weights[i]);
    return most;
}

void
gx_rule_unlisted_bodies (GxDraft *self)
{
    const GxBodyScores *scores = &gx_judgement_scores (self->judgement)->body;

    if (scores->known <= 0)
        return;
    gx_rule_latin_bodies (self);
    g_autoptr (GxUnlisted) found = gx_unlisted_new (self, &gx_body_labels, scores->least, scores->again, 0);
    g_autoptr (GxBodyText) text = gx_body_text_new (self);
    double most = greatest (scores->after) + greatest (scores->before) + GX_MOST_AGAIN * scores->again;
    Search search = { .draft = self, .scores = scores, .found = found, .text = text, .most = most };
    scan (&search);
    gx_unlisted_take (found, entity_of, NULL);
    gx_rule_body_aliases (self);
}
