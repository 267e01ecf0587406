/* SPDX-License-Identifier: GPL-3.0-or-later
 * strangers.c - people whom no table knows: a title and a transliterated name with a dot (研究员埃里克·汉森) introduce one, who is then
 * found by the whole name and by its last part (汉森). So are people of the tables by a last part that is none of their names there. */
#include "draft.h"

#include "neighbour.h"
#include "trace.h"
#include "transliteration.h"
#include "unlisted.h"

/* Fewest bytes of a last part that is read by itself: two characters. */
#define SHORTEST_ALONE 6
/* Most people of one last name that are told as candidates. */
#define MOST_NAMESAKES 16

typedef struct {
    gsize start; /* where the person is introduced */
    const GxEntity *entity;
    gboolean is_listed; /* in the tables, under the whole name */
} Stranger;

typedef struct {
    GxDraft *draft;
    GHashTable *by_text; /* text -> GArray of Stranger */
    GHashTable *known;   /* whole name -> who of the tables it is by the name in brackets behind it somewhere */
    GPtrArray *texts;    /* sorted */
} Meeting;

static void
note (Meeting *self, gsize start, gsize end, Stranger stranger)
{
    g_autofree char *text = g_strndup (self->draft->text.data + start, end - start);
    GArray *strangers = g_hash_table_lookup (self->by_text, text);

    if (!strangers) {
        strangers = g_array_new (FALSE, FALSE, sizeof (Stranger));
        g_ptr_array_add (self->texts, text);
        g_hash_table_insert (self->by_text, g_steal_pointer (&text), strangers);
    }
    for (guint i = 0; i < strangers->len; i++)
        if (g_array_index (strangers, Stranger, i).entity == stranger.entity)
            return;
    if (strangers->len == MOST_NAMESAKES)
        return;
    g_array_append_val (strangers, stranger);
}

/* The person of the tables whose name stands in brackets behind an offset, 史蒂文·努钦 (Steven Mnuchin), or NULL. */
static const GxEntity *
known_in_brackets (const GxDraft *self, gsize end)
{
    end += gx_text_goes_on (self->text, end, " ") ? 1 : 0;
    const GxSpot *spot = gx_text_goes_on (self->text, end, "(") ? gx_draft_spot_starting (self, end + 1) : NULL;
    return spot && spot->kind == GX_FORM_NAME && spot->entity && spot->entity->type == GX_ENTITY_PERSON ? spot->entity : NULL;
}

/* Puts somebody of the tables in the place of the person who was made for a name. */
static void
replace (Meeting *self, const GxEntity *made, const GxEntity *known)
{
    for (guint i = 0; i < self->texts->len; i++) {
        GArray *strangers = g_hash_table_lookup (self->by_text, self->texts->pdata[i]);
        for (guint k = 0; k < strangers->len; k++)
            if (g_array_index (strangers, Stranger, k).entity == made)
                g_array_index (strangers, Stranger, k).entity = known;
    }
}

/* Who bears the name in [start, end). */
static const GxEntity *
bearer (Meeting *self, gsize start, gsize end)
{
    g_autofree char *name = g_strndup (self->draft->text.data + start, end - start);
    const GxEntity *known = g_hash_table_lookup (self->known, name);

    if (known)
        return known;
    const GxEntity *made = gx_lexicon_stranger (self->draft->dictionary, name);
    known = known_in_brackets (self->draft, end);
    if (!known)
        return made;
    replace (self, made, known);
    g_hash_table_insert (self->known, g_steal_pointer (&name), (gpointer)known);
    return known;
}

static void
meet (Meeting *self, gsize start, gsize last, gsize end)
{
    GxDraft *draft = self->draft;
    Stranger stranger = { start, bearer (self, start, end), FALSE };

    note (self, start, end, stranger);
    if (last > start && end - last >= SHORTEST_ALONE)
        note (self, last, end, stranger);
    if (last == start) {
        gx_draft_add (draft, start, end, stranger.entity, "introduced");
        gx_draft_see (draft, stranger.entity, start);
    }
}

/* Whether this is the last part of a longer name. */
static gboolean
is_part_of_met (const Meeting *self, gsize start, gsize end)
{
    g_autofree char *text = g_strndup (self->draft->text.data + start, end - start);
    const GArray *strangers = g_hash_table_lookup (self->by_text, text);

    for (guint i = 0; strangers && i < strangers->len; i++) {
        if (!gx_text_goes_on (self->draft->text, g_array_index (strangers, Stranger, i).start, text))
            return TRUE;
    }
    return FALSE;
}

/* A title and a name with a dot. */
static void
introduce (Meeting *self, const GxSpot *title)
{
    gsize start = title->end, last, end, at;

    if (gx_is_han (gx_char_before (self->draft->text, start, &at)) && gx_dotted_name_at (self->draft, start, &last, &end))
        meet (self, start, last, end);
}

/* The same of a name without dots, if it isn't the last part of one with dots: 研究员埃里克·汉森 … 研究员汉森. */
static void
introduce_plain (Meeting *self, const GxSpot *title)
{
    GxDraft *draft = self->draft;
    gsize start = title->end, last, end, at;

    if (!gx_is_han (gx_char_before (draft->text, start, &at)) || !(gx_draft_title_position (draft, title) & GX_TITLE_BEFORE) ||
        gx_dotted_name_at (draft, start, &last, &end))
        return;
    end = gx_plain_name_end (draft, start);
    if (end > start && !is_part_of_met (self, start, end))
        meet (self, start, start, end);
}

/* People of whom the form of their names tells enough: a part is one of others' names, or all is made as such names are. */
static void
meet_dotted (Meeting *self)
{
    GxDraft *draft = self->draft;
    GxStr text = draft->text;
    const double least = gx_judgement_scores (draft->judgement)->foreign;

    for (gsize at = 0; least > 0 && (at = gx_text_find_end (text, at, GX_NAME_DOT)) != 0;) {
        gsize dot = at - strlen (GX_NAME_DOT), start = gx_first_part_start (draft, dot), last, end;
        if (start == dot || gx_text_ends (text, start, GX_NAME_DOT) || !gx_dotted_name_at (draft, start, &last, &end))
            continue;
        GxStr first = { text.data + start, dot - start }, rest = { text.data + last, end - last };
        gboolean is_known = gx_name_model_parts (draft->names, first) > 0 || gx_name_model_parts (draft->names, rest) > 0;
        if (!gx_is_namesake (draft, end) &&
            (is_known || (gx_name_model_foreign (draft->names, first) >= least && gx_name_model_foreign (draft->names, rest) >= least)))
            meet (self, start, last, end);
        at = MAX (at, end);
    }
}

/* A person of the tables who is named in full may be called by the last part from there on, as by a name that no table has. */
static void
introduce_known (Meeting *self, const GxSpot *spot)
{
    GxStr name = { self->draft->text.data + spot->start, spot->end - spot->start };
    const char *dot = g_strrstr_len (name.data, (gssize)name.len, GX_NAME_DOT);
    gsize last = dot ? (gsize)(dot - name.data) + strlen (GX_NAME_DOT) : name.len, next;

    if (name.len - last >= SHORTEST_ALONE && gx_is_han (gx_char_at (self->draft->text, spot->start + last, &next)))
        note (self, spot->start + last, spot->end, (Stranger){ spot->start, spot->entity, TRUE });
}

/* Whether two characters that names are made of stand before an offset, and no title: 吉尔|伯特 is one name. */
static gboolean
is_behind_name (GxDraft *self, gsize offset)
{
    gsize at = offset;

    for (guint n = 0; n < 2; n++) {
        gunichar c = gx_char_before (self->text, at, &at);
        if (!gx_is_han (c) || !gx_name_model_is_foreign (self->names, c))
            return FALSE;
    }
    return gx_draft_spot_ending (self, offset) == NULL;
}

/* Whether two such characters stand behind an offset, and no word that ends a name: 乔治|梅森大学. */
static gboolean
is_before_name (GxDraft *self, gsize offset)
{
    gsize at = offset;

    if (gx_lexicon_affix_at (self->dictionary, GX_AFFIX_NAME_END, self->text, offset, GX_ANY_LENGTH) != 0)
        return FALSE;
    for (guint n = 0; n < 2; n++) {
        gunichar c = gx_char_at (self->text, at, &at);
        if (!gx_is_han (c) || !gx_name_model_is_foreign (self->names, c))
            return FALSE;
    }
    return TRUE;
}

/* Whether a word begins at an offset; the end of a title vouches for that. */
static gboolean
begins_word (GxDraft *self, gsize start)
{
    const GxSpot *left = gx_draft_spot_ending (self, start);
    return (left && left->kind == GX_FORM_TITLE) || (gx_draft_word_starts (self, start) && !is_behind_name (self, start));
}

/* Whether these bytes are a word, and no part of a longer name. */
static gboolean
stands_free (GxDraft *self, const GxHit *hit, gboolean is_whole)
{
    if (gx_draft_covered (self, hit->start, hit->end) || gx_text_ends (self->text, hit->start, GX_NAME_DOT) ||
        !gx_draft_name_may_end (self, hit->end))
        return FALSE;
    return is_whole || (begins_word (self, hit->start) && !is_before_name (self, hit->end));
}

/* Who of those that go by this text has been introduced before an offset; a whole name introduces itself. Returns how many. */
static guint
met_before (const GArray *strangers, gboolean is_whole, gsize before, const GxEntity *met[static MOST_NAMESAKES])
{
    guint n = 0;

    for (guint i = 0; i < strangers->len; i++)
        if (is_whole || g_array_index (strangers, Stranger, i).start < before)
            met[n++] = g_array_index (strangers, Stranger, i).entity;
    return n;
}

static gboolean
take (const GxHit *hit, gpointer user_data)
{
    Meeting *self = user_data;
    const GArray *strangers = g_hash_table_lookup (self->by_text, self->texts->pdata[hit->form]);
    const GxEntity *met[MOST_NAMESAKES];
    gboolean is_whole = strstr (self->texts->pdata[hit->form], GX_NAME_DOT) != NULL;
    guint n = met_before (strangers, is_whole, hit->start, met);

    if (n == 0)
        return gx_trace_drop (self->draft, hit, g_array_index (strangers, Stranger, 0).entity, GX_WHY_NO_FULL_NAME);
    if (!stands_free (self->draft, hit, is_whole))
        return gx_trace_drop (self->draft, hit, met[0], GX_WHY_OTHER_NAME);
    if (n == 1)
        gx_draft_add (self->draft, hit->start, hit->end, met[0], is_whole ? "introduced" : "surname");
    else {
        gx_draft_doubt (self->draft, hit->start, hit->end, met, n, "surname");
        gx_trace_doubt (self->draft, hit->start, hit->end, met, n, "surname");
    }
    return TRUE;
}

static gboolean
has_listed (const GArray *strangers)
{
    for (guint i = 0; i < strangers->len; i++)
        if (g_array_index (strangers, Stranger, i).is_listed)
            return TRUE;
    return FALSE;
}

/* Gives the doubtful names of people who have no other here to those who have been introduced: 布朗 after 帕特·布朗 is no Gordon Brown. */
static void
claim (Meeting *self)
{
    g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
    GxMark *marks = (GxMark *)(gpointer)self->draft->marks->data;
    const GxEntity *met[MOST_NAMESAKES];
    guint n_marks = self->draft->marks->len, n_left = 0;

    for (guint i = 0; i < n_marks; i++)
        if (!g_str_equal (marks[i].rule, "context"))
            g_hash_table_add (named, (gpointer)marks[i].entity);
    for (guint i = 0; i < n_marks; i++) {
        GxMark mark = marks[i];
        guint n = 0;
        if (mark.entity->type == GX_ENTITY_PERSON && !g_hash_table_contains (named, mark.entity)) {
            g_autofree char *text = g_strndup (self->draft->text.data + mark.start, mark.end - mark.start);
            const GArray *strangers = g_hash_table_lookup (self->by_text, text);
            n = strangers ? met_before (strangers, FALSE, mark.start, met) : 0;
            n = strangers && has_listed (strangers) ? 0 : n; /* who of these is meant has been weighed */
        }
        if (n == 1)
            mark = (GxMark){ mark.start, mark.end, met[0], "surname" };
        if (n > 1) {
            gx_draft_doubt (self->draft, mark.start, mark.end, met, n, "surname");
            gx_trace_doubt (self->draft, mark.start, mark.end, met, n, "surname");
        } else
            marks[n_left++] = mark;
    }
    g_array_set_size (self->draft->marks, n_left);
}

static void
find_again (Meeting *self)
{
    g_autoptr (GxScanner) scanner = gx_scanner_of (self->texts);
    gx_scanner_scan (scanner, self->draft->text, take, self, NULL);
}

void
gx_rule_strangers (GxDraft *self)
{
    g_autoptr (GHashTable) by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    Meeting meeting = { self, by_text, known, texts };

    for (guint i = 0; i < self->spots->len; i++) {
        const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->kind == GX_FORM_TITLE)
            introduce (&meeting, spot);
        else if (spot->kind == GX_FORM_NAME && spot->entity && spot->entity->type == GX_ENTITY_PERSON)
            introduce_known (&meeting, spot);
    }
    meet_dotted (&meeting);
    for (guint i = 0; i < self->spots->len; i++)
        if (g_array_index (self->spots, GxSpot, i).kind == GX_FORM_TITLE)
            introduce_plain (&meeting, &g_array_index (self->spots, GxSpot, i));
    if (texts->len > 0) {
        claim (&meeting);
        find_again (&meeting);
    }
}
