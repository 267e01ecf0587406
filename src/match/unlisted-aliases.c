/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-aliases.c - forms of institutions' names in brackets behind them, and where they stand again: 全球水务中心（GWC）… GWC. */
#include "unlisted-aliases.h"

#include "boundary.h"
#include "latin.h"
#include "neighbour.h"
#include "tails.h"

/* Characters of a form made of some of the name's; bytes of an abbreviation of capitals. */
enum { SHORTEST_PART = 2, LONGEST_PART = 5, SHORTEST_CAPITALS = 2, LONGEST_CAPITALS = 10 };
/* Most forms that are looked for one by one. */
#define FEW_FORMS 6
/* Bytes of the longest form. */
#define LONGEST_FORM 160
/* Bytes of a name that is read wherever it stands: four characters. */
#define LONG_NAME 12

typedef struct {
    const GxEntity *entity;
    char *exact; /* as it is written; of capitals, else NULL */
} Form;

typedef struct {
    GxDraft *draft;
    GHashTable *forms;   /* folded text -> Form */
    GPtrArray *texts;    /* sorted */
    GHashTable *taken;   /* where marks begin */
    GHashTable *renamed; /* who was read by another form, which no table has -> who it is */
} Search;

static void
form_free (gpointer data)
{
    Form *form = data;
    g_free (form->exact);
    g_free (form);
}

/* Whether the tables, or what names no actor, have a text. */
static gboolean
is_taken (const GxDraft *draft, gsize start, gsize end)
{
    return gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_NO_ACTOR, (GxStr){ draft->text.data, end }, start, GX_ANY_LENGTH) ==
           end - start;
}

static gboolean
is_capitals (const GxDraft *draft, gsize start, gsize end)
{
    GxStr text = draft->text;
    guint n = 0;

    if (end - start < SHORTEST_CAPITALS || end - start > LONGEST_CAPITALS)
        return FALSE;
    for (gsize at = start; at < end; at++) {
        gboolean is_letter = g_ascii_isalpha (text.data[at]);
        if (!is_letter && text.data[at] != '-' && !(g_ascii_isdigit (text.data[at]) && at > start))
            return FALSE;
        n += is_letter && gx_latin_is_capital (draft, at, at + 1) ? 1 : 0;
    }
    return n >= SHORTEST_CAPITALS && 2 * n > end - start;
}

/* Whether a range is words of which the first and last are capitalised, and more than one. */
static gboolean
is_words (const GxDraft *draft, gsize start, gsize end)
{
    guint n = 0, capitals = 0;
    gsize at = start, last = start;
    gboolean ends_capital = FALSE;

    while (at < end && (last = gx_latin_word_end (draft, at)) > at && last <= end) {
        ends_capital = gx_latin_is_capital (draft, at, last) && !g_ascii_isdigit (draft->text.data[at]);
        if (n == 0 && !ends_capital)
            return FALSE;
        capitals += ends_capital ? 1 : 0;
        n++;
        at = last + (gx_text_goes_on (draft->text, last, " & ") ? 3 : gx_text_goes_on (draft->text, last, " ") ? 1 : 0);
        if (at == last)
            break;
    }
    return last == end && ends_capital && capitals >= 2 && 2 * capitals >= n;
}

/* Whether a range is made of some characters of a name, in their order: 世盟 of 世界反共联盟. */
static gboolean
is_part (const GxDraft *draft, gsize start, gsize end, GxSpan name)
{
    GxStr text = draft->text;
    gsize at = name.start;
    guint n = 0, n_name = (guint)g_utf8_strlen (text.data + name.start, (gssize)(name.end - name.start));

    while (start < end) {
        gunichar c = gx_char_at (text, start, &start);
        if (!gx_is_han (c))
            return FALSE;
        n++;
        for (gunichar other = 0; other != c;) {
            if (at >= name.end)
                return FALSE;
            other = gx_char_at (text, at, &at);
        }
    }
    return n >= SHORTEST_PART && n <= LONGEST_PART && n + 2 <= n_name;
}

/* Whether capitals are the first letters of a name's words: GWC of Global Water Centre. */
static gboolean
are_initials (const GxDraft *draft, GxSpan capitals, GxSpan name)
{
    GxStr text = draft->text;
    gsize letter = capitals.start;

    for (gsize at = name.start; at < name.end && letter < capitals.end; at++)
        if (text.data[at] == text.data[letter] && gx_latin_is_capital (draft, at, at + 1))
            letter++;
    return letter == capitals.end;
}

/* Whether a range may be another form of a name. Capitals behind a name in Latin letters that they aren't made of are a share's. */
static gboolean
is_form (const GxDraft *draft, GxSpan form, GxSpan name)
{
    if (is_capitals (draft, form.start, form.end))
        return (guchar)draft->text.data[name.start] >= 0x80 || are_initials (draft, form, name);
    return is_words (draft, form.start, form.end) || is_part (draft, form.start, form.end, name);
}

/* Where the part of a bracket ends that begins at an offset. */
static gsize
part_end (GxStr text, gsize at)
{
    const gsize limit = MIN (text.len, at + LONGEST_FORM);

    while (at < limit && !strchr ("(),;:\n", text.data[at]) && !gx_text_goes_on (text, at, "、"))
        at++;
    return at;
}

/* Bytes of an opening quotation mark at an offset. */
static gsize
quote_length (GxStr text, gsize at)
{
    if (gx_text_goes_on (text, at, "“"))
        return strlen ("“");
    return gx_text_goes_on (text, at, "\"") ? 1 : 0;
}

guint
gx_aliases_behind (GxDraft *draft, gsize start, gsize end, GxSpan *aliases, guint most)
{
    GxStr text = draft->text;
    GxSpan name = { start, end };
    guint n = 0;
    gsize at = end + (gx_text_goes_on (text, end, "》") ? strlen ("》") : 0);

    at += gx_text_goes_on (text, at, " ") ? 1 : 0;
    if (!gx_text_goes_on (text, at, "("))
        return 0;
    for (gsize first = at + 1, last; n < most && first < text.len && first - at < LONGEST_FORM; first = last + 1) {
        first += gx_text_goes_on (text, first, " ") ? 1 : 0;
        first += gx_lexicon_affix_at (draft->dictionary, GX_AFFIX_ALIAS_LEAD, text, first, GX_ANY_LENGTH);
        first += quote_length (text, first);
        last = part_end (text, first);
        if (last >= text.len || !strchr ("),;", text.data[last]))
            break;
        gsize stop = last - (gx_text_ends (text, last, " ") ? 1 : 0);
        if (gx_text_ends (text, stop, "”"))
            stop -= strlen ("”");
        else if (gx_text_ends (text, stop, "\""))
            stop--;
        if (stop == first || is_taken (draft, first, stop) || !is_form (draft, (GxSpan){ first, stop }, name))
            break;
        aliases[n++] = (GxSpan){ first, stop };
        if (text.data[last] == ')')
            break;
    }
    return n;
}

static void
note (Search *self, gsize start, gsize end, const GxEntity *entity)
{
    g_autofree char *text = g_strndup (self->draft->text.data + start, end - start);

    if (g_hash_table_contains (self->forms, text))
        return;
    Form *form = g_new0 (Form, 1);
    form->entity = entity;
    if ((guchar)*text < 0x80) {
        GxSpan clean = gx_folded_clean (self->draft->folded, start, end);
        form->exact = g_strndup (gx_document_text (self->draft->document).data + clean.start, clean.end - clean.start);
    }
    g_ptr_array_add (self->texts, text);
    g_hash_table_insert (self->forms, g_steal_pointer (&text), form);
}

/* The mark with this place, or NULL. */
static GxMark *
mark_at (GxDraft *draft, GHashTable *index, GxSpan place)
{
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (index, GSIZE_TO_POINTER (place.start)));
    GxMark *mark = known > 0 ? &g_array_index (draft->marks, GxMark, known - 1) : NULL;
    return mark && mark->end == place.end ? mark : NULL;
}

/* Notes the forms behind an institution's name; one that was read by itself is the same institution's. */
static void
note_aliases (Search *self, const GxMark *mark)
{
    GxDraft *draft = self->draft;
    GxSpan aliases[GX_MOST_ALIASES];
    guint n = gx_aliases_behind (draft, mark->start, mark->end, aliases, GX_MOST_ALIASES);

    for (guint i = 0; i < n; i++) {
        GxMark *other = mark_at (draft, self->taken, aliases[i]);
        if (other && !g_str_equal (other->rule, "unlisted"))
            continue;
        const GxForm *form = gx_lexicon_find (draft->dictionary, draft->text.data + aliases[i].start, aliases[i].end - aliases[i].start);
        if (form || gx_draft_covered (draft, aliases[i].start, aliases[i].end))
            continue;
        if (other) {
            g_hash_table_insert (self->renamed, (gpointer)other->entity, (gpointer)mark->entity);
        } else {
            gx_draft_add (draft, aliases[i].start, aliases[i].end, mark->entity, "unlisted");
            g_hash_table_insert (self->taken, GSIZE_TO_POINTER (aliases[i].start), GUINT_TO_POINTER (draft->marks->len));
        }
        note (self, aliases[i].start, aliases[i].end, mark->entity);
    }
}

static void
rename_marks (Search *self)
{
    for (guint i = 0; i < self->draft->marks->len; i++) {
        GxMark *mark = &g_array_index (self->draft->marks, GxMark, i);
        const GxEntity *entity = g_hash_table_lookup (self->renamed, mark->entity);
        if (entity && g_str_equal (mark->rule, "unlisted"))
            mark->entity = entity;
    }
}

/* Whether something else has been read there that is no part of the name. */
static gboolean
is_crossed (const GxDraft *draft, const GxHit *hit)
{
    for (guint i = gx_draft_spot_after (draft, hit->start); i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
        if (spot->start >= hit->end)
            return FALSE;
        if ((spot->kind == GX_FORM_NAME || spot->kind == GX_FORM_PHRASE) &&
            (spot->start < hit->start || spot->end > hit->end || (spot->start == hit->start && spot->end == hit->end)))
            return TRUE;
    }
    return FALSE;
}

static gboolean
take (const GxHit *hit, gpointer user_data)
{
    Search *self = user_data;
    GxDraft *draft = self->draft;
    const Form *form = g_hash_table_lookup (self->forms, self->texts->pdata[hit->form]);

    if (!gx_boundary_left (draft->text, hit->start) || !gx_boundary_right (draft->dictionary, draft->text, hit->end) ||
        (form->exact && !gx_draft_has_case_of (draft, hit, form->exact)) || is_crossed (draft, hit))
        return FALSE;
    if (!form->exact && (gx_tail_goes_on (draft, hit->end) || !gx_draft_word_starts (draft, hit->end) ||
                         (hit->end - hit->start < LONG_NAME && !gx_draft_word_starts (draft, hit->start))))
        return FALSE;
    if (!g_hash_table_contains (self->taken, GSIZE_TO_POINTER (hit->start)))
        gx_draft_add (draft, hit->start, hit->end, form->entity, "unlisted");
    return TRUE;
}

/* Looks for each of a few forms: less work than making a scanner. */
static void
find_few (Search *self)
{
    GxStr text = self->draft->text;

    for (guint i = 0; i < self->texts->len; i++) {
        const char *form = self->texts->pdata[i];
        for (gsize end = 0; (end = gx_text_find_end (text, end, form)) != 0;) {
            GxHit hit = { end - strlen (form), end, i };
            (void)take (&hit, self);
        }
    }
}

static void
find_again (Search *self)
{
    if (self->texts->len <= FEW_FORMS) {
        find_few (self);
        return;
    }
    g_autoptr (GxScanner) scanner = gx_scanner_of (self->texts);
    gx_scanner_scan (scanner, self->draft->text, take, self, NULL);
}

void
gx_rule_body_aliases (GxDraft *self)
{
    g_autoptr (GHashTable) forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, form_free);
    g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
    g_autoptr (GHashTable) renamed = g_hash_table_new (NULL, NULL);
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    Search search = { self, forms, texts, taken, renamed };
    guint n_marks = self->marks->len;

    for (guint i = 0; i < n_marks; i++)
        g_hash_table_insert (taken, GSIZE_TO_POINTER (g_array_index (self->marks, GxMark, i).start), GUINT_TO_POINTER (i + 1));
    for (guint i = 0; i < n_marks; i++) {
        const GxMark mark = g_array_index (self->marks, GxMark, i);
        if (mark.entity->type != GX_ENTITY_INSTITUTION)
            continue;
        note_aliases (&search, &mark);
    }
    rename_marks (&search);
    for (guint i = 0; i < n_marks; i++) {
        const GxMark mark = g_array_index (self->marks, GxMark, i);
        if (g_str_equal (mark.rule, "unlisted") && mark.entity->type == GX_ENTITY_INSTITUTION)
            note (&search, mark.start, mark.end, mark.entity);
    }
    if (texts->len > 0)
        find_again (&search);
}
