/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted.c - which of the places that look like names are taken. */
#include "unlisted.h"

#include "neighbour.h"
#include "str-hash.h"
#include "trace.h"

#include <math.h>

/* Bytes of the shortest end of an institution's name that tells one: two characters; a single one (报, 部) may be another word. */
#define SHORTEST_BODY 6

/* Most steps along a list. */
#define MOST_ROUNDS 16

/* A name and all its places. */
typedef struct {
    double best;
    guint64 contexts; /* a bit for each pair of GxBeside */
} Name;

struct _GxUnlisted {
    GxDraft *draft;
    const GxBesideLabels *labels;
    double least, again, listed;
    GArray *places;            /* GxUnlistedPlace */
    GArray *weak;              /* GxSpan */
    GArray *names;             /* Name */
    GHashTable *index;         /* GxStr -> 1 + index of the Name */
    GHashTable *used;          /* bytes of what has been taken */
    GHashTable *starts, *ends; /* of people who have been marked */
};

GxUnlisted *
gx_unlisted_new (GxDraft *draft, const GxBesideLabels *labels, double least, double again, double listed)
{
    GxUnlisted *self = g_new0 (GxUnlisted, 1);

    self->draft = draft;
    self->labels = labels;
    self->least = least;
    self->again = again;
    self->listed = listed;
    self->used = g_hash_table_new (NULL, NULL);
    self->starts = g_hash_table_new (NULL, NULL);
    self->ends = g_hash_table_new (NULL, NULL);
    self->places = g_array_new (FALSE, FALSE, sizeof (GxUnlistedPlace));
    self->weak = g_array_new (FALSE, FALSE, sizeof (GxSpan));
    self->names = g_array_new (FALSE, FALSE, sizeof (Name));
    self->index = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, NULL);
    return self;
}

void
gx_unlisted_free (GxUnlisted *self)
{
    if (!self)
        return;
    g_array_unref (self->places);
    g_array_unref (self->weak);
    g_array_unref (self->names);
    g_hash_table_unref (self->index);
    g_hash_table_unref (self->used);
    g_hash_table_unref (self->starts);
    g_hash_table_unref (self->ends);
    g_free (self);
}

gboolean
gx_is_namesake (const GxDraft *draft, gsize end)
{
    GxStr text = draft->text;

    if (gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_NAMESAKE, text, end, GX_ANY_LENGTH) != 0)
        return TRUE;
    end += gx_text_goes_on (text, end, " ") ? 1 : 0;
    gsize body = gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_BODY_END, text, end, GX_ANY_LENGTH);
    return body >= SHORTEST_BODY && gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_GOVERNMENT, text, end, GX_ANY_LENGTH) < body;
}

GxBeside
gx_beside_behind (GxDraft *draft, gsize end)
{
    gsize at = end + (gx_text_goes_on (draft->text, end, " ") ? 1 : 0), next;
    const GxFormReading *title = gx_draft_reading_at (draft, at, GX_FORM_TITLE, &next);

    if (title && (title->position & GX_TITLE_AFTER))
        return GX_BESIDE_TITLE;
    if (gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_SPEECH, draft->text, at, GX_ANY_LENGTH) != 0)
        return GX_BESIDE_SPEECH;
    if (gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_LIST_LINK, draft->text, end, GX_ANY_LENGTH) != 0)
        return GX_BESIDE_LIST;
    if (!gx_is_han (gx_char_at (draft->text, at, &next)))
        return GX_BESIDE_MARK;
    return gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_NAME_END, draft->text, at, GX_ANY_LENGTH) != 0 ? GX_BESIDE_WORD
                                                                                                           : GX_BESIDE_OTHER;
}

GxBeside
gx_beside_before (GxDraft *draft, gsize start)
{
    gsize at = start - (gx_text_ends (draft->text, start, " ") ? 1 : 0), before;
    const GxSpot *title = gx_draft_spot_ending (draft, at);

    if (title && title->kind == GX_FORM_TITLE && (gx_draft_title_position (draft, title) & GX_TITLE_BEFORE))
        return GX_BESIDE_TITLE;
    if (gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_LIST_LINK, draft->text, start, GX_ANY_LENGTH) != 0)
        return GX_BESIDE_LIST;
    if (!gx_is_han (gx_char_before (draft->text, at, &before)))
        return GX_BESIDE_MARK;
    return gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_NAME_END, draft->text, at, GX_ANY_LENGTH) != 0 ? GX_BESIDE_WORD
                                                                                                               : GX_BESIDE_OTHER;
}

void
gx_unlisted_weigh (GxUnlistedPlace *place, const char *label, double weight)
{
    g_return_if_fail (place->n_grounds < GX_MOST_UNLISTED_GROUNDS);
    place->labels[place->n_grounds] = label;
    place->weights[place->n_grounds++] = weight;
    place->sum += weight;
}

void
gx_unlisted_weigh_sides (GxUnlisted *self, GxUnlistedPlace *place, const double after[static GX_N_BESIDE],
                         const double before[static GX_N_BESIDE])
{
    place->left = gx_beside_before (self->draft, place->start);
    place->right = gx_beside_behind (self->draft, place->end);
    gx_unlisted_weigh (place, self->labels->after[place->left], after[place->left]);
    gx_unlisted_weigh (place, self->labels->before[place->right], before[place->right]);
}

void
gx_unlisted_add (GxUnlisted *self, const GxUnlistedPlace *place)
{
    GxStr text = { self->draft->text.data + place->start, place->end - place->start };
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &text));

    if (known == 0) {
        Name name = { -HUGE_VAL, 0 };
        GxStr *key = g_new (GxStr, 1);
        *key = text;
        g_array_append_val (self->names, name);
        g_hash_table_insert (self->index, key, GUINT_TO_POINTER (known = self->names->len));
    }
    Name *name = &g_array_index (self->names, Name, known - 1);
    name->best = MAX (name->best, place->sum);
    name->contexts |= (guint64)1 << (place->left * 8 + place->right);
    g_array_append_val (self->places, *place);
    g_array_index (self->places, GxUnlistedPlace, self->places->len - 1).name = known - 1;
}

void
gx_unlisted_add_weak (GxUnlisted *self, gsize start, gsize end)
{
    GxSpan span = { start, end };
    g_array_append_val (self->weak, span);
}

static double
total (const GxUnlisted *self, const GxUnlistedPlace *place)
{
    const Name *name = &g_array_index (self->names, Name, place->name);
    gint again = __builtin_popcountll (name->contexts) - 1;

    return name->best + self->again * MIN (again, GX_MOST_AGAIN);
}

static void
tell (GxUnlisted *self, const GxUnlistedPlace *place, const GxEntity *entity, GxWhy why)
{
    GxTrace *trace = self->draft->trace;
    GxStr text = { self->draft->text.data + place->start, place->end - place->start };

    if (!trace)
        return;
    gx_trace_clear (trace);
    for (guint i = 0; i < place->n_grounds; i++)
        gx_trace_ground (trace, place->labels[i], text, "", place->weights[i]);
    double all = total (self, place);
    if (all != place->sum)
        gx_trace_ground (trace, "unlisted-again", text, "", all - place->sum);
    gx_trace_sum (trace, all, self->least);
    (void)gx_trace_case (trace, place->start, place->end, entity, "unlisted", why);
}

static gint
by_total (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const GxUnlistedPlace *left = a, *right = b;
    double first = total (user_data, left), second = total (user_data, right);

    if (first != second)
        return first > second ? -1 : 1;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->end > right->end ? -1 : left->end < right->end;
}

/* Whether none of the characters of a place is used; uses them. */
static gboolean
claim (GHashTable *used, gsize start, gsize end)
{
    for (gsize at = start; at < end; at++)
        if (g_hash_table_contains (used, GSIZE_TO_POINTER (at)))
            return FALSE;
    for (gsize at = start; at < end; at++)
        g_hash_table_add (used, GSIZE_TO_POINTER (at));
    return TRUE;
}

/* Whether a list goes on at one end of a place with somebody who has been marked. */
static gboolean
is_listed_with (const GxUnlisted *self, const GxUnlistedPlace *place)
{
    const GxDraft *draft = self->draft;
    gsize before = gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_LIST_LINK, draft->text, place->start, GX_ANY_LENGTH);
    gsize behind = gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_LIST_LINK, draft->text, place->end, GX_ANY_LENGTH);

    return (place->left == GX_BESIDE_LIST && g_hash_table_contains (self->ends, GSIZE_TO_POINTER (place->start - before))) ||
           (place->right == GX_BESIDE_LIST && g_hash_table_contains (self->starts, GSIZE_TO_POINTER (place->end + behind)));
}

static void
take_place (GxUnlisted *self, GxUnlistedPlace *place, GxUnlistedEntity entity_of, gpointer user_data)
{
    const GxEntity *entity = entity_of (self->draft, place, user_data);

    place->taken = TRUE;
    tell (self, place, entity, GX_WHY_TAKEN);
    gx_draft_add (self->draft, place->start, place->end, entity, "unlisted");
    gx_draft_see (self->draft, entity, place->start);
    g_hash_table_add (self->starts, GSIZE_TO_POINTER (place->start));
    g_hash_table_add (self->ends, GSIZE_TO_POINTER (place->end));
}

/* Takes what a list has beside somebody who has been marked, until it ends: 郑克勤、方以宁和陆怀远. */
static void
take_listed (GxUnlisted *self, GxUnlistedEntity entity_of, gpointer user_data)
{
    gboolean changed = self->listed > 0;

    for (guint round = 0; changed && round < MOST_ROUNDS; round++) {
        changed = FALSE;
        for (guint i = 0; i < self->places->len; i++) {
            GxUnlistedPlace *place = &g_array_index (self->places, GxUnlistedPlace, i);
            if (place->taken || total (self, place) + self->listed < self->least || !is_listed_with (self, place) ||
                !claim (self->used, place->start, place->end))
                continue;
            gx_unlisted_weigh (place, "unlisted-listed", self->listed);
            Name *name = &g_array_index (self->names, Name, place->name);
            name->best = MAX (name->best, place->sum);
            take_place (self, place, entity_of, user_data);
            changed = TRUE;
        }
    }
}

/* Marks the weak places of names that are sure by others. */
static void
take_weak (GxUnlisted *self, GxUnlistedEntity entity_of, gpointer user_data)
{
    for (guint i = 0; i < self->weak->len; i++) {
        GxSpan span = g_array_index (self->weak, GxSpan, i);
        GxStr text = { self->draft->text.data + span.start, span.end - span.start };
        guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &text));
        GxUnlistedPlace place = { .start = span.start, .end = span.end, .name = known - 1 };
        if (known > 0 && total (self, &place) >= self->least && gx_draft_word_starts (self->draft, span.start) &&
            gx_draft_word_starts (self->draft, span.end) && claim (self->used, span.start, span.end))
            take_place (self, &place, entity_of, user_data);
    }
}

/* Takes out the places that are known to mean one of several people: 钱伯斯 of two by that last name. */
static void
drop_doubted (GxUnlisted *self)
{
    g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL); /* where a doubt starts -> where it ends */
    guint n = 0;

    for (guint i = 0; i < self->draft->doubts->len; i++) {
        const GxDoubt *doubt = &g_array_index (self->draft->doubts, GxDoubt, i);
        g_hash_table_insert (ends, GSIZE_TO_POINTER (doubt->start), GSIZE_TO_POINTER (doubt->end));
    }
    for (guint i = 0; i < self->places->len; i++) {
        GxUnlistedPlace *place = &g_array_index (self->places, GxUnlistedPlace, i);
        if (GPOINTER_TO_SIZE (g_hash_table_lookup (ends, GSIZE_TO_POINTER (place->start))) < place->end)
            g_array_index (self->places, GxUnlistedPlace, n++) = *place;
    }
    g_array_set_size (self->places, n);
}

/* Notes where the people begin and end who have been marked by other rules. */
static void
find_marked (GxUnlisted *self)
{
    for (guint i = 0; i < self->draft->marks->len; i++) {
        const GxMark *mark = &g_array_index (self->draft->marks, GxMark, i);
        if (mark->entity->type != GX_ENTITY_PERSON)
            continue;
        g_hash_table_add (self->starts, GSIZE_TO_POINTER (mark->start));
        g_hash_table_add (self->ends, GSIZE_TO_POINTER (mark->end));
    }
}

void
gx_unlisted_take (GxUnlisted *self, GxUnlistedEntity entity_of, gpointer user_data)
{
    drop_doubted (self);
    if (self->places->len == 0)
        return;
    find_marked (self);
    g_array_sort_with_data (self->places, by_total, self);
    for (guint i = 0; i < self->places->len; i++) {
        GxUnlistedPlace *place = &g_array_index (self->places, GxUnlistedPlace, i);
        if (total (self, place) >= self->least && claim (self->used, place->start, place->end))
            take_place (self, place, entity_of, user_data);
    }
    take_listed (self, entity_of, user_data);
    take_weak (self, entity_of, user_data);
    for (guint i = 0; i < self->places->len; i++) {
        const GxUnlistedPlace *place = &g_array_index (self->places, GxUnlistedPlace, i);
        if (!place->taken && total (self, place) < self->least)
            tell (self, place, NULL, GX_WHY_BELOW);
    }
}
