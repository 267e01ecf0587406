/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-latin.c - names in Latin letters of people who stand in no table: 卫生部长 Eshaq Jahangiri, Sam Heller said.
 *
 * Capitalised words in a row are weighed by whether people of the tables have them as first or last names, by what stands beside them, and
 * by whether the document writes them with a small letter, too. */
#include "boundary.h"
#include "latin.h"
#include "neighbour.h"
#include "unlisted.h"

/* Words of a name, particles included. */
#define MOST_WORDS 5
/* Words of a name that are no particles: of one with a first name of the tables, and of others. */
#define MOST_NAMES   4
#define MOST_UNKNOWN 3
/* Bytes of the shortest last name. */
#define SHORTEST_LAST 2
/* People who make a word a first or last name for sure. */
#define ENOUGH_PEOPLE 2

static const GxBesideLabels labels = {
    .after = { "latin-after-title", "", "latin-after-list", "latin-after-mark", "latin-after-word", "latin-after-other" },
    .before = { "latin-before-title", "latin-before-speech", "latin-before-list", "latin-before-mark", "latin-before-word",
                "latin-before-other" },
};

typedef struct {
    GxDraft *draft;
    const GxLatinScores *scores;
    GxUnlisted *found;
    GHashTable *people;  /* 1 + where a person's mark ends -> const GxEntity */
    GHashTable *aliases; /* folded name -> the person behind whom it stands in brackets first */
} Search;

/* Capitalised words with a blank between each two. */
typedef struct {
    GxSpan words[MOST_WORDS];
    gboolean is_particle[MOST_WORDS];
    guint n;
    gboolean goes_on; /* there are more than these */
} Run;

/* Where the word of a name ends that begins at an offset: capitalised, or an initial with its full stop; the offset when there is none. */
static gsize
name_word_end (const GxDraft *draft, gsize start)
{
    gsize end = gx_latin_word_end (draft, start);

    if (end == start || !gx_latin_is_capital (draft, start, end) || g_ascii_isdigit (draft->text.data[start]))
        return start;
    return end == start + 1 && gx_text_goes_on (draft->text, end, ".") ? end + 1 : end;
}

static gboolean
is_particle (const GxDraft *draft, gsize start, gsize end)
{
    return end > start && gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_NAME_PARTICLE, (GxStr){ draft->text.data, end }, start,
                                               GX_ANY_LENGTH) == end - start;
}

/* Whether something that has been read begins at an offset. */
static gboolean
is_read (const GxDraft *draft, gsize start, gsize end)
{
    const GxSpot *spot = gx_draft_spot_starting (draft, start);
    return gx_draft_covered (draft, start, end) || (spot && spot->kind == GX_FORM_TITLE);
}

static Run
read_run (const GxDraft *draft, gsize start)
{
    Run run = { .n = 0 };
    gsize at = start, end;

    while ((end = name_word_end (draft, at)) > at ||
           (run.n > 0 && (end = gx_latin_word_end (draft, at)) > at && is_particle (draft, at, end))) {
        if (is_read (draft, at, end))
            break;
        if (run.n == MOST_WORDS) {
            run.goes_on = TRUE;
            break;
        }
        run.is_particle[run.n] = is_particle (draft, at, end);
        run.words[run.n++] = (GxSpan){ at, end };
        if (!gx_text_goes_on (draft->text, end, " "))
            break;
        at = end + 1;
    }
    while (run.n > 0 && run.is_particle[run.n - 1])
        run.n--;
    return run;
}

static GxStr
word_text (const GxDraft *draft, GxSpan word)
{
    return (GxStr){ draft->text.data + word.start, word.end - word.start };
}

/* The first word that is a first name of people of the tables; the number of words when none is. */
static guint
find_first_name (const GxDraft *draft, const Run *run)
{
    guint i = 0;

    while (i < run->n && (run->is_particle[i] || gx_name_model_first_names (draft->names, word_text (draft, run->words[i])) == 0))
        i++;
    return i;
}

static double
share (guint n_people)
{
    return n_people >= ENOUGH_PEOPLE ? 1 : n_people * 0.5;
}

/* Where the text before an opening bracket ends that stands before an offset; 0 without one. */
static gsize
before_bracket (const GxDraft *draft, gsize start)
{
    if (!gx_text_ends (draft->text, start, "("))
        return 0;
    return start - (gx_text_ends (draft->text, start - 1, " ") ? 2 : 1);
}

/* Whether two characters of transliterated names end at an offset. */
static gboolean
ends_as_name (const GxDraft *draft, gsize end)
{
    gsize before;
    gunichar last = gx_char_before (draft->text, end, &before), other = gx_char_before (draft->text, before, &before);

    return gx_is_han (last) && gx_is_han (other) && gx_name_model_is_foreign (draft->names, last) &&
           gx_name_model_is_foreign (draft->names, other);
}

/* Looks at what stands before the bracket around a name: 罗斯（Tim Ross）. */
static void
weigh_brackets (Search *self, GxUnlistedPlace *place)
{
    gsize end = before_bracket (self->draft, place->start);
    const GxEntity *person = end > 0 ? g_hash_table_lookup (self->people, GSIZE_TO_POINTER (end + 1)) : NULL;

    if (end == 0 || (!person && !ends_as_name (self->draft, end)))
        return;
    gx_unlisted_weigh (place, "latin-in-brackets", self->scores->in_brackets);
    g_autofree char *name = g_strndup (self->draft->text.data + place->start, place->end - place->start);
    if (person && !g_hash_table_contains (self->aliases, name))
        g_hash_table_insert (self->aliases, g_steal_pointer (&name), (gpointer)person);
}

static void
weigh (Search *self, const Run *run, guint first)
{
    const GxLatinScores *w = self->scores;
    GxDraft *draft = self->draft;
    GxUnlistedPlace place = { .start = run->words[first].start, .end = run->words[run->n - 1].end };
    guint n_first = gx_name_model_first_names (draft->names, word_text (draft, run->words[first]));
    guint n_last = gx_name_model_last_names (draft->names, word_text (draft, run->words[run->n - 1])), n_common = 0;

    for (guint i = first; i < run->n; i++)
        n_common += !run->is_particle[i] && gx_latin_is_common (draft, run->words[i]) ? 1 : 0;
    gx_unlisted_weigh (&place, "latin-words", w->words);
    if (n_first > 0)
        gx_unlisted_weigh (&place, "latin-first-name", w->first_name * share (n_first));
    if (n_last > 0)
        gx_unlisted_weigh (&place, "latin-last-name", w->last_name * share (n_last));
    if (gx_latin_is_in_chinese (draft, place.start, place.end))
        gx_unlisted_weigh (&place, "latin-in-chinese", w->in_chinese);
    weigh_brackets (self, &place);
    if (n_common > 0)
        gx_unlisted_weigh (&place, "latin-common", w->common * n_common);
    gx_unlisted_weigh_sides (self->found, &place, w->after, w->before);
    gx_unlisted_add (self->found, &place);
}

static void
look_at (Search *self, const Run *run)
{
    GxDraft *draft = self->draft;
    guint first = find_first_name (draft, run), n = 0;

    if (run->n < 2 || run->goes_on)
        return;
    guint most = first + 1 < run->n ? MOST_NAMES : MOST_UNKNOWN;
    first = first + 1 < run->n ? first : 0;
    for (guint i = first; i < run->n; i++)
        n += run->is_particle[i] ? 0 : 1;
    gsize start = run->words[first].start, end = run->words[run->n - 1].end;
    GxSpan last = run->words[run->n - 1];
    if (n < 2 || n > most || last.end - last.start < SHORTEST_LAST || draft->text.data[end - 1] == '.' ||
        !gx_boundary_left (draft->text, start) || !gx_boundary_right (draft->dictionary, draft->text, end) || gx_is_namesake (draft, end) ||
        gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_BODY_END, (GxStr){ draft->text.data, last.end }, last.start, GX_ANY_LENGTH) ==
            last.end - last.start)
        return;
    weigh (self, run, first);
}

/* Whether a character may begin a word in Latin letters, by its first byte. */
static gboolean
may_begin (guint8 byte)
{
    return g_ascii_isalpha ((gchar)byte) || (byte >= 0xC3 && byte <= 0xC9);
}

static void
scan (Search *self)
{
    GxDraft *draft = self->draft;
    GxStr text = draft->text;
    guint passed = 0;

    for (gsize at = 0, end; at < text.len; at = end) {
        if (!may_begin ((guint8)text.data[at])) {
            end = at + 1;
            continue;
        }
        end = MAX (gx_latin_word_end (draft, at), at + 1);
        gboolean goes_on = gx_text_goes_on (text, end, " ") || gx_text_goes_on (text, end, ". ");
        Run run = !goes_on || gx_draft_is_skipped (draft, at, &passed) ? (Run){ .n = 0 } : read_run (draft, at);
        look_at (self, &run);
        end = run.n > 0 ? MAX (end, run.words[run.n - 1].end) : end;
    }
}

static const GxEntity *
entity_of (GxDraft *draft, const GxUnlistedPlace *place, gpointer user_data)
{
    const Search *self = user_data;
    g_autofree char *folded = g_strndup (draft->text.data + place->start, place->end - place->start);
    const GxEntity *person = g_hash_table_lookup (self->aliases, folded);
    g_autofree char *name = person ? NULL : gx_latin_written_name (draft, place->start, place->end);
    return person ? person : gx_lexicon_stranger (draft->dictionary, name);
}

static GHashTable *
find_people (const GxDraft *draft)
{
    GHashTable *people = g_hash_table_new (NULL, NULL);

    for (guint i = 0; i < draft->marks->len; i++) {
        const GxMark *mark = &g_array_index (draft->marks, GxMark, i);
        if (mark->entity->type == GX_ENTITY_PERSON)
            g_hash_table_insert (people, GSIZE_TO_POINTER (mark->end + 1), (gpointer)mark->entity);
    }
    return people;
}

void
gx_rule_unlisted_latin (GxDraft *self)
{
    const GxLatinScores *scores = &gx_judgement_scores (self->judgement)->latin;

    if (scores->first_name <= 0)
        return;
    g_autoptr (GxUnlisted) found = gx_unlisted_new (self, &labels, scores->least, scores->again, scores->listed);
    g_autoptr (GHashTable) people = find_people (self);
    g_autoptr (GHashTable) aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Search search = { self, scores, found, people, aliases };
    scan (&search);
    gx_unlisted_take (found, entity_of, &search);
}
