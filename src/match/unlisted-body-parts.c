/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-body-parts.c - how names of institutions begin and end, and what stands between. */
#include "unlisted-body-parts.h"

#include "neighbour.h"

/* Characters of the shortest transliteration that stands for a place. */
#define SHORTEST_FOREIGN 3
/* Characters of the longest beginning. */
#define LONGEST_HEAD 10

/* Bytes of a character, and of two. */
enum { ONE = 3, TWO = 6 };

/* A place in may_end, for the characters of n bytes that end at an offset. */
static guint
last_of (const char *text, gsize end, gsize n)
{
    guint last = ((guint)text[end - 2] & 63) << 6 | ((guint)text[end - 1] & 63);

    return n == ONE ? last : (last ^ ((guint)text[end - 5] & 63) << 6 ^ ((guint)text[end - 4] & 63) * 7) % GX_N_LAST + GX_N_LAST;
}

static const GxAffixKind kinds[GX_N_ENDS] = {
    [GX_END_SURE] = GX_AFFIX_ORGANISATION, [GX_END_PLAIN] = GX_AFFIX_PLAIN_BODY, [GX_END_VAGUE] = GX_AFFIX_VAGUE_BODY
};

static void
learn_ends (GxBodyText *self)
{
    for (guint k = 0; k < GX_N_ENDS; k++)
        for (const char *const *affix = gx_lexicon_affixes (self->draft->dictionary, kinds[k]); *affix; affix++)
            if (strlen (*affix) >= ONE)
                self->may_end[last_of (*affix, strlen (*affix), MIN (strlen (*affix), TWO))] = 1;
}

static void
cover (GxBodyText *self, gsize start, gsize end, guint8 what)
{
    for (gsize at = start; at < end; at++)
        self->inside[at] |= what;
    self->inside[start] |= what & (GX_IN_TITLE | GX_IN_PERSON) ? 0 : GX_BEGINS;
}

static void
cover_all (GxBodyText *self)
{
    const GxDraft *draft = self->draft;

    for (guint i = 0; i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
        if (spot->kind == GX_FORM_TITLE)
            cover (self, spot->start, spot->end, GX_IN_TITLE);
    }
    for (guint i = 0; i < draft->marks->len; i++) {
        const GxMark *mark = &g_array_index (draft->marks, GxMark, i);
        GxEntityType type = mark->entity->type;
        cover (self, mark->start, mark->end, type == GX_ENTITY_PERSON ? GX_IN_PERSON : type == GX_ENTITY_STATE ? GX_IN_STATE : GX_IN_BODY);
        gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (self->ends, GSIZE_TO_POINTER (mark->start)));
        g_hash_table_insert (self->ends, GSIZE_TO_POINTER (mark->start), GSIZE_TO_POINTER (MAX (known, mark->end)));
    }
}

/* Bytes of the longest word at an offset that no name of an institution holds. */
static gsize
break_length (const GxBodyText *self, gsize at)
{
    const GxDraft *draft = self->draft;
    gsize n = gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_ORGANISATION_BREAK, draft->text, at, GX_ANY_LENGTH);

    return MAX (n, gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_SPEECH, draft->text, at, GX_ANY_LENGTH));
}

gboolean
gx_body_may_break_off (const GxBodyText *self, gsize at)
{
    return !gx_body_is_joint (self, at) && break_length (self, at) > 0;
}

gboolean
gx_body_breaks_off (const GxBodyText *self, gsize at)
{
    gsize n = break_length (self, at);

    return n > 0 && gx_draft_word_starts (self->draft, at) && gx_draft_word_starts (self->draft, at + n);
}

gboolean
gx_body_is_joint (const GxBodyText *self, gsize at)
{
    const GxDraft *draft = self->draft;
    gsize end;

    (void)gx_char_at (draft->text, at, &end);
    return gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_BODY_JOINT, draft->text, at, GX_ANY_LENGTH) == end - at;
}

/* The longest beginning of a transliteration that stands at an offset, up to a limit; at when there is none. */
static gsize
foreign_end (const GxBodyText *self, gsize at, gsize limit)
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
state_end (const GxBodyText *self, gsize at)
{
    gsize end;
    const GxFormReading *reading = gx_draft_reading_at (self->draft, at, GX_FORM_NAME, &end);

    return reading && reading->entity->type == GX_ENTITY_STATE && !(reading->flags & GX_ALIAS_CONTEXT) ? end : at;
}

/* Whether words that make a body one of many fill a range: 跨国石油|公司. */
gboolean
gx_body_is_kind (const GxBodyText *self, gsize start, gsize end)
{
    const GxDraft *draft = self->draft;

    while (start < end) {
        gsize next;
        if (gx_body_is_joint (self, start)) {
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
is_cut (const GxBodyText *self, gsize at)
{
    const GxDraft *draft = self->draft;
    gsize before;

    return gx_name_model_is_foreign (draft->names, gx_char_before (draft->text, at, &before)) && !gx_draft_spot_ending (draft, at) &&
           gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_NO_ACTOR, draft->text, at, GX_ANY_LENGTH) == 0;
}

/* How a name begins at an offset. */
GxBodyHead
gx_body_read_head (const GxBodyText *self, gsize at, gsize limit, gsize *head)
{
    const GxDraft *draft = self->draft;
    const GxDictionary *dictionary = draft->dictionary;

    *head = at;
    if (self->inside[at] & GX_BEGINS) {
        *head = GPOINTER_TO_SIZE (g_hash_table_lookup (self->ends, GSIZE_TO_POINTER (at)));
        return self->inside[at] & GX_IN_BODY ? GX_HEAD_INSTITUTION : GX_HEAD_STATE;
    }
    if ((*head = state_end (self, at)) > at)
        return GX_HEAD_STATE;
    *head = at + gx_lexicon_affix_at (dictionary, GX_AFFIX_BODY_LEAD, draft->text, at, GX_ANY_LENGTH);
    if (*head > at)
        return GX_HEAD_LEAD;
    *head = at + gx_lexicon_affix_at (dictionary, GX_AFFIX_NO_ACTOR, draft->text, at, GX_ANY_LENGTH);
    if (*head > at && !gx_body_is_kind (self, at, *head)) {
        gsize n = gx_lexicon_affix_at (dictionary, GX_AFFIX_PLACE, draft->text, *head, GX_ANY_LENGTH);
        *head += *head + n <= limit ? n : 0;
        return GX_HEAD_PLACE;
    }
    *head = is_cut (self, at) ? at : foreign_end (self, at, limit);
    return *head > at ? GX_HEAD_FOREIGN : GX_HEAD_NONE;
}

static gboolean
is_pair (const GxBodyText *self, gunichar first, gunichar second)
{
    return gx_name_model_is_body_pair (self->draft->names, first, second);
}

static gboolean
is_place (const GxBodyText *self, gsize at)
{
    gsize n = gx_lexicon_affix_at (self->draft->dictionary, GX_AFFIX_NO_ACTOR, self->draft->text, at, GX_ANY_LENGTH);
    return n > 0 && !gx_body_is_kind (self, at, at + n);
}

GxBodyMiddle
gx_body_read_middle (const GxBodyText *self, const GxBodyName *name)
{
    GxStr text = self->draft->text;
    GxBodyMiddle middle = { .n = 0 };
    gunichar before = 0;
    guint part = name->begins == GX_HEAD_LEAD ? GX_SHORTEST_MIDDLE : 0; /* 伊斯兰|和… */

    for (gsize at = name->head, next; at < name->last; at = next) {
        gunichar c = gx_char_at (text, at, &next);
        if (gx_body_is_joint (self, at)) {
            middle.n_joints++;
            middle.is_broken |= part < GX_SHORTEST_MIDDLE;
            for (guint k = 0; k < GX_N_ENDS; k++)
                middle.is_broken |= gx_lexicon_affix_before (self->draft->dictionary, kinds[k], text, at, GX_ANY_LENGTH) > 3;
            before = 0;
            part = 0;
            continue;
        }
        if (part == 0 && middle.n_joints > 0 && is_place (self, at))
            middle.is_broken = TRUE; /* 香港媒体和|上海法院 */
        gsize beyond;
        gunichar behind = gx_char_at (text, next, &beyond);
        middle.n++;
        part++;
        middle.n_known += is_pair (self, before, c) || is_pair (self, c, behind) ? 1 : 0;
        before = c;
    }
    middle.is_broken |= middle.n_joints > 0 && part < GX_SHORTEST_MIDDLE;
    return middle;
}

/* Whether a word by which names end ends at an offset, or begins there. */
gboolean
gx_body_has_end (const GxBodyText *self, gsize at, gboolean begins)
{
    const GxDraft *draft = self->draft;
    gsize n = 0;

    for (guint k = 0; k < GX_N_ENDS; k++)
        n = MAX (n, begins ? gx_lexicon_affix_at (draft->dictionary, kinds[k], draft->text, at, GX_ANY_LENGTH)
                           : gx_lexicon_affix_before (draft->dictionary, kinds[k], draft->text, at, GX_ANY_LENGTH));
    return n > strlen ("部");
}

GxBodyText *
gx_body_text_new (GxDraft *draft)
{
    GxBodyText *self = g_new0 (GxBodyText, 1);

    self->draft = draft;
    self->inside = g_new0 (guint8, draft->text.len + 1);
    self->ends = g_hash_table_new (NULL, NULL);
    learn_ends (self);
    cover_all (self);
    return self;
}

void
gx_body_text_free (GxBodyText *self)
{
    if (!self)
        return;
    g_free (self->inside);
    g_hash_table_unref (self->ends);
    g_free (self);
}

gboolean
gx_body_may_end (const GxBodyText *self, gsize end)
{
    const char *text = self->draft->text.data;
    return self->may_end[last_of (text, end, ONE)] || (end >= TWO && self->may_end[last_of (text, end, TWO)]);
}

gsize
gx_body_end_start (const GxBodyText *self, gsize end, GxBodyEnd *kind)
{
    const GxDraft *draft = self->draft;
    gsize longest = 0;

    for (guint k = 0; k < GX_N_ENDS; k++) {
        gsize n = gx_lexicon_affix_before (draft->dictionary, kinds[k], draft->text, end, GX_ANY_LENGTH);
        if (n > 0 && n >= longest) {
            longest = n;
            *kind = (GxBodyEnd)k;
        }
    }
    return end - longest;
}
