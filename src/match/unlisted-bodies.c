/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-bodies.c - Chinese names of institutions that stand in no table: 丹麦区域供热协会, 墨尔本大学.
 *
 * A word by which such names end (协会) is looked for, then where the name begins before it: with a state, an institution, a place, a
 * transliteration, a word such as 国际, or behind something that ends another word. What stands between is weighed by whether names of
 * institutions in the tables have such pairs of characters. */
#include "neighbour.h"
#include "tails.h"
#include "unlisted-aliases.h"
#include "unlisted-latin-bodies.h"
#include "unlisted.h"

#include <math.h>

/* Characters between how a name begins and how it ends. */
enum { SHORTEST_MIDDLE = 2, LONG_MIDDLE = 4, LONGEST_MIDDLE = 14 };
/* Characters of the shortest transliteration that stands for a place. */
#define SHORTEST_FOREIGN 3
/* Characters of the longest beginning. */
#define LONGEST_HEAD 10

/* Bytes of the longest title in a name. */
#define LONGEST_TITLE 6

/* How much of `body-kind` counts against a name that begins and ends as names do. */
#define SURE_OF_KIND 0.6

/* What a byte is part of. */
enum { IN_TITLE = 1, IN_BODY = 2, IN_STATE = 4, BEGINS = 8, IN_PERSON = 16, IN_OTHER = IN_TITLE | IN_PERSON };

typedef enum { END_SURE, END_PLAIN, END_VAGUE } EndKind;
typedef enum { HEAD_NONE, HEAD_STATE, HEAD_INSTITUTION, HEAD_PLACE, HEAD_FOREIGN, HEAD_LEAD } HeadKind;

static const GxBesideLabels labels = {
    .after = { "body-after-title", "", "body-after-list", "body-after-mark", "body-after-word", "body-after-other" },
    .before = { "body-before-title", "body-before-speech", "body-before-list", "body-before-mark", "body-before-word",
                "body-before-other" },
};

/* By the last two bytes of a character. */
#define N_LAST 4096

typedef struct {
    GxDraft *draft;
    const GxBodyScores *scores;
    GxUnlisted *found;
    guint8 *inside;   /* for each byte of the text */
    GHashTable *ends; /* where a mark begins -> where it ends */
    guint8 may_end[N_LAST];
    GxUnlistedPlace pending; /* the place found last; none when it is empty */
} Search;

typedef struct {
    gsize start, head, end; /* the middle: from head to where the end begins */
    gsize last;
    EndKind kind;
    HeadKind begins;
} Candidate;

static guint
last_of (const char *text, gsize end)
{
    return ((guint)text[end - 2] & 63) << 6 | ((guint)text[end - 1] & 63);
}

static const GxAffixKind kinds[] = {
    [END_SURE] = GX_AFFIX_ORGANISATION, [END_PLAIN] = GX_AFFIX_PLAIN_BODY, [END_VAGUE] = GX_AFFIX_VAGUE_BODY
};

static void
learn_ends (Search *self)
{
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        for (const char *const *affix = gx_lexicon_affixes (self->draft->dictionary, kinds[k]); *affix; affix++)
            if (strlen (*affix) >= 3)
                self->may_end[last_of (*affix, strlen (*affix))] = 1;
}

static void
cover (Search *self, gsize start, gsize end, guint8 what)
{
    for (gsize at = start; at < end; at++)
        self->inside[at] |= what;
    self->inside[start] |= what & IN_OTHER ? 0 : BEGINS;
}

static void
cover_all (Search *self)
{
    const GxDraft *draft = self->draft;

    for (guint i = 0; i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
        if (spot->kind == GX_FORM_TITLE)
            cover (self, spot->start, spot->end, IN_TITLE);
    }
    for (guint i = 0; i < draft->marks->len; i++) {
        const GxMark *mark = &g_array_index (draft->marks, GxMark, i);
        GxEntityType type = mark->entity->type;
        cover (self, mark->start, mark->end, type == GX_ENTITY_PERSON ? IN_PERSON : type == GX_ENTITY_STATE ? IN_STATE : IN_BODY);
        gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (self->ends, GSIZE_TO_POINTER (mark->start)));
        g_hash_table_insert (self->ends, GSIZE_TO_POINTER (mark->start), GSIZE_TO_POINTER (MAX (known, mark->end)));
    }
}

/* Whether a word that no name of an institution holds stands at an offset. */
static gboolean
breaks_off (const Search *self, gsize at)
{
    GxDraft *draft = self->draft;
    gsize n = gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_ORGANISATION_BREAK, draft->text, at, GX_ANY_LENGTH);

    n = MAX (n, gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_SPEECH, draft->text, at, GX_ANY_LENGTH));
    return n > 0 && gx_draft_word_starts (draft, at) && gx_draft_word_starts (draft, at + n);
}

static gboolean
is_joint (const Search *self, gsize at)
{
    const GxDraft *draft = self->draft;
    gsize end;

    (void)gx_char_at (draft->text, at, &end);
    return gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_BODY_JOINT, draft->text, at, GX_ANY_LENGTH) == end - at;
}

/* The longest beginning of a transliteration that stands at an offset, up to a limit; at when there is none. */
static gsize
foreign_end (const Search *self, gsize at, gsize limit)
{
    GxDraft *draft = self->draft;
    const double least = gx_judgement_scores (draft->judgement)->foreign;
    gsize end = at, best = at;

    for (guint n = 1; end < limit && n <= LONGEST_HEAD; n++) {
        if (!gx_name_model_is_foreign (draft->names, gx_char_at (draft->text, end, &end)))
            break;
        if (n >= SHORTEST_FOREIGN && end <= limit &&
            gx_name_model_foreign (draft->names, (GxStr){ draft->text.data + at, end - at }) >= least && gx_draft_word_starts (draft, end))
            best = end;
    }
    return best;
}

/* The state whose unambiguous name stands at an offset: where it ends; at without one. */
static gsize
state_end (const Search *self, gsize at)
{
    gsize end;
    const GxFormReading *reading = gx_draft_reading_at (self->draft, at, GX_FORM_NAME, &end);

    return reading && reading->entity->type == GX_ENTITY_STATE && !(reading->flags & GX_ALIAS_CONTEXT) ? end : at;
}

/* Whether words that make a body one of many fill a range: 跨国石油|公司. */
static gboolean
is_kind (const Search *self, gsize start, gsize end)
{
    const GxDraft *draft = self->draft;

    while (start < end) {
        gsize next;
        if (is_joint (self, start)) {
            (void)gx_char_at (draft->text, start, &next);
            start = next;
            continue;
        }
        gsize n = gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_BODY_KIND, draft->text, start, end - start + 1);
        if (n == 0)
            return FALSE;
        start += n;
    }
    return TRUE;
}

/* Whether a transliteration that begins at an offset is only the end of a longer one. */
static gboolean
is_cut (const Search *self, gsize at)
{
    const GxDraft *draft = self->draft;
    gsize before;

    return gx_name_model_is_foreign (draft->names, gx_char_before (draft->text, at, &before)) && !gx_draft_spot_ending (draft, at) &&
           gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_NO_ACTOR, draft->text, at, GX_ANY_LENGTH) == 0;
}

/* How a name begins at an offset. */
static HeadKind
read_head (const Search *self, gsize at, gsize limit, gsize *head)
{
    const GxDraft *draft = self->draft;
    const GxDictionary *dictionary = draft->dictionary;

    *head = at;
    if (self->inside[at] & BEGINS) {
        *head = GPOINTER_TO_SIZE (g_hash_table_lookup (self->ends, GSIZE_TO_POINTER (at)));
        return self->inside[at] & IN_BODY ? HEAD_INSTITUTION : HEAD_STATE;
    }
    if ((*head = state_end (self, at)) > at)
        return HEAD_STATE;
    *head = at + gx_lexicon_affix_at (dictionary, GX_AFFIX_BODY_LEAD, draft->text, at, GX_ANY_LENGTH);
    if (*head > at)
        return HEAD_LEAD;
    *head = at + gx_lexicon_affix_at (dictionary, GX_AFFIX_NO_ACTOR, draft->text, at, GX_ANY_LENGTH);
    if (*head > at && !is_kind (self, at, *head)) {
        gsize n = gx_lexicon_affix_at (dictionary, GX_AFFIX_PLACE, draft->text, *head, GX_ANY_LENGTH);
        *head += *head + n <= limit ? n : 0;
        return HEAD_PLACE;
    }
    *head = is_cut (self, at) ? at : foreign_end (self, at, limit);
    return *head > at ? HEAD_FOREIGN : HEAD_NONE;
}

/* What stands between the beginning and the end of a name. */
typedef struct {
    guint n, n_known, n_joints;
    gboolean is_broken; /* two parts that are no one name */
} Middle;

static gboolean
is_pair (const Search *self, gunichar first, gunichar second)
{
    return gx_name_model_is_body_pair (self->draft->names, first, second);
}

static Middle
read_middle (const Search *self, const Candidate *name)
{
    GxStr text = self->draft->text;
    Middle middle = { .n = 0 };
    gunichar before = 0;
    guint part = name->begins == HEAD_LEAD ? SHORTEST_MIDDLE : 0; /* 伊斯兰|和… */

    for (gsize at = name->head, next; at < name->last; at = next) {
        gunichar c = gx_char_at (text, at, &next);
        if (is_joint (self, at)) {
            middle.n_joints++;
            middle.is_broken |= part < SHORTEST_MIDDLE;
            for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
                middle.is_broken |= gx_lexicon_affix_before (self->draft->dictionary, kinds[k], text, at, GX_ANY_LENGTH) > 3;
            before = 0;
            part = 0;
            continue;
        }
        gsize beyond;
        gunichar behind = gx_char_at (text, next, &beyond);
        middle.n++;
        part++;
        middle.n_known += is_pair (self, before, c) || is_pair (self, c, behind) ? 1 : 0;
        before = c;
    }
    middle.is_broken |= middle.n_joints > 0 && part < SHORTEST_MIDDLE;
    return middle;
}

static gboolean
is_quoted (const GxDraft *draft, gsize start, gsize end)
{
    gsize at;
    gunichar before = gx_char_before (draft->text, start, &at), behind = gx_char_at (draft->text, end, &at);

    return (before == 0x300A && behind == 0x300B) || (before == '"' && behind == '"') || (before == 0x201C && behind == 0x201D);
}

static void
weigh_head (const GxBodyScores *w, GxUnlistedPlace *place, HeadKind head)
{
    const struct {
        const char *label;
        double weight;
    } heads[] = {
        [HEAD_NONE] = { "body-none", w->none },    [HEAD_STATE] = { "body-state", w->state },
        [HEAD_PLACE] = { "body-place", w->place }, [HEAD_INSTITUTION] = { "body-institution", w->institution },
        [HEAD_LEAD] = { "body-lead", w->lead },    [HEAD_FOREIGN] = { "body-foreign", w->foreign },
    };
    gx_unlisted_weigh (place, heads[head].label, heads[head].weight);
}

/* Whether a name is one of many bodies by its middle. */
static gboolean
is_one_of_many (const Search *self, const Candidate *name)
{
    if (name->begins == HEAD_FOREIGN || (name->begins == HEAD_INSTITUTION && name->kind != END_VAGUE))
        return FALSE;
    return is_kind (self, name->head, name->last);
}

static void
weigh_middle (const Search *self, GxUnlistedPlace *place, const Candidate *name, const Middle *middle)
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
        gx_unlisted_weigh (place, "body-kind", name->kind == END_VAGUE || name->begins == HEAD_NONE ? w->kind : w->kind * SURE_OF_KIND);
    if (middle->n >= LONG_MIDDLE)
        gx_unlisted_weigh (place, "body-long", w->longer);
    else if (name->begins == HEAD_NONE)
        gx_unlisted_weigh (place, "body-short", w->shorter);
    if (middle->n_joints > 0)
        gx_unlisted_weigh (place, "body-joined", w->joined);
}

/* Whether the parts of a name are enough for one, whatever they weigh. */
static gboolean
is_whole (const Candidate *name, const Middle *middle)
{
    if (middle->is_broken)
        return FALSE;
    gboolean is_place = name->begins == HEAD_PLACE || name->begins == HEAD_FOREIGN;
    return middle->n >= SHORTEST_MIDDLE || (middle->n == 0 && is_place && name->kind != END_VAGUE);
}

/* Whether a word by which names end ends at an offset, or begins there. */
static gboolean
is_end (const Search *self, gsize at, gboolean begins)
{
    const GxDraft *draft = self->draft;
    gsize n = 0;

    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        n = MAX (n, begins ? gx_lexicon_affix_at (draft->dictionary, kinds[k], draft->text, at, GX_ANY_LENGTH)
                           : gx_lexicon_affix_before (draft->dictionary, kinds[k], draft->text, at, GX_ANY_LENGTH));
    return n > strlen ("部");
}

/* Whether a name that begins as any word does begins where it seems to: not in the middle of a longer one (隐私和|自由委员会). */
static gboolean
begins_clearly (const Search *self, const GxUnlistedPlace *place)
{
    GxStr text = self->draft->text;
    gsize start = place->start, blank = start - (gx_text_ends (text, start, " ") ? 1 : 0), at;

    if (place->left == GX_BESIDE_OTHER || gx_is_word_script (gx_char_before (text, blank, &at)) || is_end (self, start, FALSE) ||
        is_end (self, start, TRUE))
        return FALSE;
    (void)gx_char_before (text, start, &at);
    return at == 0 || !is_joint (self, at) || (self->inside[at - 1] & (IN_BODY | IN_STATE));
}

static gboolean
weigh (Search *self, const Candidate *name, GxUnlistedPlace *place)
{
    const GxBodyScores *w = self->scores;
    Middle middle = read_middle (self, name);

    if (!is_whole (name, &middle) || !gx_draft_word_starts (self->draft, name->start))
        return FALSE;
    *place = (GxUnlistedPlace){ .start = name->start, .end = name->end };
    if (name->kind != END_PLAIN)
        gx_unlisted_weigh (place, name->kind == END_SURE ? "body-sure" : "body-vague", name->kind == END_SURE ? w->sure : w->vague);
    if (name->end - name->last == strlen ("部"))
        gx_unlisted_weigh (place, "body-one", w->one);
    weigh_head (w, place, name->begins == HEAD_LEAD && name->kind == END_VAGUE ? HEAD_NONE : name->begins);
    weigh_middle (self, place, name, &middle);
    if (is_quoted (self->draft, name->start, name->end))
        gx_unlisted_weigh (place, "body-quotes", w->quotes);
    gx_unlisted_weigh_sides (self->found, place, w->after, w->before);
    return name->begins != HEAD_NONE || begins_clearly (self, place);
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
keep (Search *self, const GxUnlistedPlace *place, const Candidate *name)
{
    if (self->pending.end > 0 && place->start <= self->pending.start && name->last == self->pending.end && name->kind == END_VAGUE)
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
is_barred (const Search *self, const Candidate *name, gsize at)
{
    return (self->inside[at] & IN_PERSON) ||
           ((self->inside[at] & IN_TITLE) && (at + LONGEST_TITLE < name->last || name->kind == END_VAGUE));
}

/* Whether what stands at or before the beginning has no part in a name: a state before a name that begins with a place, or a person. */
static gboolean
is_foreign_to (const Search *self, const Candidate *name)
{
    gsize head, before;

    if (gx_text_ends (self->draft->text, name->start, "·"))
        return TRUE;
    gunichar c = gx_char_before (self->draft->text, name->start, &before);
    if (name->start > 0 && gx_is_han (c) && (self->inside[before] & IN_PERSON))
        return TRUE;
    if (name->begins == HEAD_PLACE && is_joint (self, before) &&
        gx_lexicon_affix_before (self->draft->dictionary, GX_AFFIX_NO_ACTOR, self->draft->text, before, GX_ANY_LENGTH) > 0)
        return TRUE;
    if ((name->begins != HEAD_STATE && name->begins != HEAD_PLACE) || name->head >= name->last)
        return FALSE;
    HeadKind next = read_head (self, name->head, name->last, &head);
    return next == HEAD_FOREIGN || (next == HEAD_PLACE && name->begins == HEAD_STATE);
}

/* Looks for the best beginning of a name that ends so. */
static void
look_before (Search *self, Candidate name)
{
    GxStr text = self->draft->text;
    GxUnlistedPlace best = { .end = 0 }, place;
    gsize at = name.last;

    for (guint n = 0; n < LONGEST_MIDDLE + LONGEST_HEAD && at > 0; n++) {
        gsize before;
        if (!gx_is_han (gx_char_before (text, at, &before)) || is_barred (self, &name, before) ||
            (!is_joint (self, before) && breaks_off (self, before)))
            break;
        at = before;
        guint8 what = self->inside[at];
        if ((what & (IN_BODY | IN_STATE)) && !(what & BEGINS))
            continue;
        gsize body;
        if (!(what & BEGINS) && gx_draft_reading_at (self->draft, at, GX_FORM_BODY, &body) && body <= name.last)
            break; /* nobody knows whose it is */
        name.start = at;
        name.begins = read_head (self, at, name.last, &name.head);
        if (name.head > name.last)
            break;
        if (!is_foreign_to (self, &name) && weigh (self, &name, &place) &&
            (best.end == 0 || place.sum >= best.sum || (name.begins == HEAD_INSTITUTION && place.sum >= self->scores->least)))
            best = place;
        if (what & (IN_BODY | IN_STATE))
            break;
    }
    if (best.end > 0)
        keep (self, &best, &name);
}

static void
look_at (Search *self, gsize end)
{
    GxDraft *draft = self->draft;
    Candidate name = { .end = end };
    gsize longest = 0;

    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
        gsize n = gx_lexicon_affix_before (draft->dictionary, kinds[k], draft->text, end, GX_ANY_LENGTH);
        if (n > 0 && n >= longest) {
            longest = n;
            name.kind = (EndKind)k;
        }
    }
    name.last = end - longest;
    if (longest == 0 || (end < draft->text.len && (self->inside[end] & (IN_BODY | IN_STATE)) && !(self->inside[end] & BEGINS)) ||
        (self->inside[end - 1] & (IN_BODY | IN_OTHER)) || gx_tail_goes_on (draft, end) || !gx_draft_word_starts (draft, end))
        return;
    look_before (self, name);
}

static void
scan (Search *self)
{
    const GxDraft *draft = self->draft;
    guint skipped = 0;

    for (gsize at = 0, next; at < draft->text.len; at = next) {
        if (skipped < draft->skipped->len && at >= g_array_index (draft->skipped, GxSpan, skipped).start) {
            next = MAX (at, g_array_index (draft->skipped, GxSpan, skipped).end);
            skipped++;
            continue;
        }
        next = at + (gsize)g_utf8_skip[(guchar)draft->text.data[at]];
        if (next - at == 3 && self->may_end[last_of (draft->text.data, next)])
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

void
gx_rule_unlisted_bodies (GxDraft *self)
{
    const GxBodyScores *scores = &gx_judgement_scores (self->judgement)->body;

    if (scores->known <= 0)
        return;
    gx_rule_latin_bodies (self);
    g_autoptr (GxUnlisted) found = gx_unlisted_new (self, &labels, scores->least, scores->again, 0);
    g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);
    g_autofree guint8 *inside = g_new0 (guint8, self->text.len + 1);
    Search search = { .draft = self, .scores = scores, .found = found, .inside = inside, .ends = ends };
    learn_ends (&search);
    cover_all (&search);
    scan (&search);
    gx_unlisted_take (found, entity_of, NULL);
    gx_rule_body_aliases (self);
}
