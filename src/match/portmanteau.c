/* SPDX-License-Identifier: GPL-3.0-or-later
 * portmanteau.c - two people in one word: 特金会, 习马会. Each character is a mention. */
#include "draft.h"

#include "neighbour.h"
#include "trace.h"

/* Most people who are candidates for one character. */
#define MOST_CANDIDATES 16

/* Who may be meant by a character: those of the document, else all who are written so. */
typedef struct {
    const GxEntity *entities[MOST_CANDIDATES];
    guint n;
    gboolean is_seen;  /* they stand in the document */
    gboolean is_short; /* the tables write the only one so */
} Guess;

typedef struct {
    GxDraft *draft;
    GHashTable *initials; /* character -> GPtrArray of people of the document whose name, as written or as in the tables, begins with it */
} Reader;

static void
add_candidate (Guess *guess, const GxEntity *entity)
{
    for (guint i = 0; i < guess->n; i++)
        if (guess->entities[i] == entity)
            return;
    if (guess->n < MOST_CANDIDATES)
        guess->entities[guess->n++] = entity;
}

static Guess
guess (const Reader *self, gunichar c)
{
    const GxEntity *const *people = gx_lexicon_short_people (self->draft->dictionary, c);
    const GPtrArray *named = g_hash_table_lookup (self->initials, GUINT_TO_POINTER (c));
    Guess result = { .n = 0 };

    for (guint i = 0; people && people[i]; i++)
        if (gx_draft_seen (self->draft, people[i])) {
            result.is_short = TRUE;
            add_candidate (&result, people[i]);
        }
    for (guint i = 0; named && i < named->len; i++)
        add_candidate (&result, named->pdata[i]);
    result.is_seen = result.n > 0;
    if (result.n > 0)
        return result;
    for (guint i = 0; people && people[i]; i++)
        add_candidate (&result, people[i]);
    result.is_short = TRUE;
    return result;
}

static void
note_initial (Reader *self, const char *name, const GxEntity *entity)
{
    gunichar c = g_utf8_get_char (name);
    gpointer key = GUINT_TO_POINTER (c);
    GPtrArray *people = g_hash_table_lookup (self->initials, key);

    if (!gx_is_han (c))
        return;
    if (!people) {
        people = g_ptr_array_new ();
        g_hash_table_insert (self->initials, key, people);
    }
    for (guint i = 0; i < people->len; i++)
        if (people->pdata[i] == entity)
            return;
    if (people->len < MOST_CANDIDATES)
        g_ptr_array_add (people, (gpointer)entity);
}

static void
collect_initials (Reader *self)
{
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
    const GArray *marks = self->draft->marks;

    for (guint i = 0; i < marks->len; i++) {
        const GxMark *mark = &g_array_index (marks, GxMark, i);
        if (mark->entity->type != GX_ENTITY_PERSON)
            continue;
        note_initial (self, self->draft->text.data + mark->start, mark->entity);
        if (!g_hash_table_add (known, (gpointer)mark->entity))
            continue;
        g_autofree char *label = gx_fold_name (mark->entity->name);
        note_initial (self, label, mark->entity);
    }
}

/* Whom both characters mean: a pair that the tables list, unless the document says otherwise; else people of the document, both or one of
 * them by an abbreviation of the tables, or both by how their names begin when the dictionary of words has no objection. */
static gboolean
may_meet (const Reader *self, const Guess *a, const Guess *b, gsize start, gsize middle, gsize end)
{
    if (a->n != 1 || b->n != 1 || a->entities[0] == b->entities[0] || (!a->is_seen && !b->is_seen))
        return FALSE;
    if (a->is_short && b->is_short)
        return TRUE;
    return a->is_seen && b->is_seen && gx_draft_word_starts (self->draft, start) && gx_draft_word_starts (self->draft, middle) &&
           gx_draft_word_starts (self->draft, end);
}

static gboolean
holds (const Guess *guess, const GxEntity *entity)
{
    for (guint i = 0; i < guess->n; i++)
        if (guess->entities[i] == entity)
            return TRUE;
    return !guess->is_seen;
}

static void
add_meeting (GxDraft *draft, gsize start, gsize middle, gsize end, const GxEntity *first, const GxEntity *second)
{
    gx_draft_add (draft, start, middle, first, "portmanteau");
    gx_draft_add (draft, middle, end, second, "portmanteau");
}

/* What may be meant where no two people are told; for an explanation. */
static void
tell_guesses (const GxDraft *draft, gsize start, gsize end, const Guess *a, const Guess *b)
{
    const GxEntity *all[2 * MOST_CANDIDATES];
    GxWhy why = !a->is_seen || !b->is_seen ? GX_WHY_NO_FULL_NAME : a->n > 1 || b->n > 1 ? GX_WHY_AMBIGUOUS : GX_WHY_WORDS;

    if (!draft->trace || a->n == 0 || b->n == 0)
        return;
    for (guint i = 0; i < a->n; i++)
        all[i] = a->entities[i];
    for (guint i = 0; i < b->n; i++)
        all[a->n + i] = b->entities[i];
    gx_trace_tell_several (draft, start, end, all, a->n + b->n, "portmanteau", why);
}

static void
read_meeting (const Reader *self, gsize end)
{
    GxDraft *draft = self->draft;
    gsize middle, start;
    gunichar second = gx_char_before (draft->text, end, &middle);
    gunichar first = gx_char_before (draft->text, middle, &start);
    const GxEntity *left, *right;

    if (!gx_is_han (first) || !gx_is_han (second) || gx_draft_covered (draft, start, end))
        return;
    Guess a = guess (self, first), b = guess (self, second);
    GxStr pair = { draft->text.data + start, end - start };
    if (gx_judgement_meeting (draft->judgement, pair, &left, &right) && holds (&a, left) && holds (&b, right)) {
        add_meeting (draft, start, middle, end, left, right);
        return;
    }
    if (may_meet (self, &a, &b, start, middle, end)) {
        add_meeting (draft, start, middle, end, a.entities[0], b.entities[0]);
        return;
    }
    tell_guesses (draft, start, end, &a, &b);
    /* One is known, the other one of several. */
    if (a.is_seen && b.is_seen && a.is_short && b.is_short && a.n > 0 && b.n > 0 && (a.n == 1) != (b.n == 1)) {
        if (a.n > 1)
            gx_draft_doubt (draft, start, middle, a.entities, a.n, "portmanteau");
        else
            gx_draft_doubt (draft, middle, end, b.entities, b.n, "portmanteau");
    }
}

void
gx_rule_portmanteaus (GxDraft *self)
{
    g_autoptr (GHashTable) initials = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    Reader reader = { self, initials };

    collect_initials (&reader);
    for (const char *const *meeting = gx_lexicon_affixes (self->dictionary, GX_AFFIX_MEETING); *meeting; meeting++)
        for (gsize end = 0; (end = gx_text_find_end (self->text, end, *meeting)) != 0;) {
            gsize start = end - strlen (*meeting);
            read_meeting (&reader,
                          start - gx_lexicon_affix_before (self->dictionary, GX_AFFIX_MEETING_LEAD, self->text, start, GX_ANY_LENGTH));
        }
}
