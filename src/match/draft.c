/* SPDX-License-Identifier: GPL-3.0-or-later
 * draft.c - the working state of one document. */
#include "draft.h"

#include "neighbour.h"

/* The year of a date written `YYYY…`; 0 without one. */
static gint
year_of (const char *date)
{
    gint64 year = 0;

    if (!date || strlen (date) < 4)
        return 0;
    for (guint i = 0; i < 4; i++) {
        if (!g_ascii_isdigit (date[i]))
            return 0;
        year = year * 10 + (date[i] - '0');
    }
    return (gint)year;
}

static void
find_skipped (GxDraft *self)
{
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (self->document, &n_blocks);

    for (guint i = 0; i < n_blocks; i++) {
        if (blocks[i].type != GX_BLOCK_FURNITURE)
            continue;
        GxSpan span = { gx_folded_from_clean (self->folded, blocks[i].start), gx_folded_from_clean (self->folded, blocks[i].end) };
        g_array_append_val (self->skipped, span);
    }
}

GxDraft *
gx_draft_new (const GxDictionary *dictionary, const GxJudgement *judgement, const GxNameModel *names, const GxScanner *scanner,
              const GxDocument *document, const GxFolded *folded)
{
    GxDraft *self = g_new0 (GxDraft, 1);
    guint n_forms;

    self->dictionary = dictionary;
    self->judgement = judgement;
    self->names = names;
    self->forms = gx_lexicon_forms (dictionary, &n_forms);
    self->scanner = scanner;
    self->document = document;
    self->folded = folded;
    self->text = gx_folded_text (folded);
    self->year = year_of (gx_document_date (document));
    self->spots = g_array_new (FALSE, FALSE, sizeof (GxSpot));
    self->marks = g_array_new (FALSE, FALSE, sizeof (GxMark));
    self->doubts = g_array_new (FALSE, FALSE, sizeof (GxDoubt));
    self->candidates = g_ptr_array_new ();
    self->seen = g_hash_table_new (NULL, NULL);
    self->kin = g_hash_table_new (NULL, NULL);
    self->misfits = g_hash_table_new (NULL, NULL);
    self->skipped = g_array_new (FALSE, FALSE, sizeof (GxSpan));
    find_skipped (self);
    return self;
}

void
gx_draft_free (GxDraft *self)
{
    if (!self)
        return;
    g_array_unref (self->spots);
    g_array_unref (self->marks);
    g_array_unref (self->doubts);
    g_clear_pointer (&self->candidates, g_ptr_array_unref); /* unless a reading has taken it over */
    g_hash_table_unref (self->seen);
    g_hash_table_unref (self->kin);
    g_hash_table_unref (self->misfits);
    g_array_unref (self->skipped);
    g_clear_pointer (&self->words, gx_words_free);
    g_clear_pointer (&self->common, g_hash_table_unref);
    g_free (self);
}

void
gx_draft_add (GxDraft *self, gsize start, gsize end, const GxEntity *entity, const char *rule)
{
    GxMark mark = { start, end, entity, rule };
    g_array_append_val (self->marks, mark);
}

void
gx_draft_doubt (GxDraft *self, gsize start, gsize end, const GxEntity *const *candidates, guint n, const char *rule)
{
    GxDoubt doubt = { start, end, self->candidates->len, 0, rule };

    for (guint i = 0; i < n; i++) {
        gboolean known = FALSE;
        for (guint j = doubt.first; j < self->candidates->len && !known; j++)
            known = self->candidates->pdata[j] == candidates[i];
        if (!known)
            g_ptr_array_add (self->candidates, (gpointer)candidates[i]);
    }
    doubt.n = self->candidates->len - doubt.first;
    g_array_append_val (self->doubts, doubt);
}

gboolean
gx_draft_seen_before (const GxDraft *self, const GxEntity *entity, gsize offset)
{
    gsize first = GPOINTER_TO_SIZE (g_hash_table_lookup (self->seen, entity));
    return first > 0 && first - 1 < offset;
}

void
gx_draft_see (GxDraft *self, const GxEntity *entity, gsize start)
{
    gsize first = GPOINTER_TO_SIZE (g_hash_table_lookup (self->seen, entity));
    if (first == 0 || start + 1 < first)
        g_hash_table_insert (self->seen, (gpointer)entity, GSIZE_TO_POINTER (start + 1));
}

gboolean
gx_draft_kin_before (const GxDraft *self, const GxEntity *entity)
{
    return g_hash_table_contains (self->kin, entity);
}

gboolean
gx_draft_seen (const GxDraft *self, const GxEntity *entity)
{
    return g_hash_table_contains (self->seen, entity);
}

guint
gx_draft_spot_after (const GxDraft *self, gsize offset)
{
    guint low = 0, high = self->spots->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index (self->spots, GxSpot, middle).end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const GxSpot *
gx_draft_spot_ending (const GxDraft *self, gsize offset)
{
    guint i = gx_draft_spot_after (self, offset);

    if (i == 0)
        return NULL;
    const GxSpot *spot = &g_array_index (self->spots, GxSpot, i - 1);
    return spot->end == offset ? spot : NULL;
}

const GxSpot *
gx_draft_spot_starting (const GxDraft *self, gsize offset)
{
    guint i = gx_draft_spot_after (self, offset);

    if (i == self->spots->len)
        return NULL;
    const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
    return spot->start == offset ? spot : NULL;
}

gboolean
gx_draft_is_skipped (const GxDraft *self, gsize offset, guint *passed)
{
    const GArray *skipped = self->skipped;

    while (*passed < skipped->len && g_array_index (skipped, GxSpan, *passed).end <= offset)
        (*passed)++;
    return *passed < skipped->len && g_array_index (skipped, GxSpan, *passed).start <= offset;
}

gboolean
gx_draft_covered (const GxDraft *self, gsize start, gsize end)
{
    for (guint i = gx_draft_spot_after (self, start); i < self->spots->len; i++) {
        const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->start >= end)
            return FALSE;
        if (spot->kind == GX_FORM_NAME || spot->kind == GX_FORM_PHRASE)
            return TRUE;
    }
    return FALSE;
}

const GxFormReading *
gx_draft_reading_at (const GxDraft *self, gsize offset, GxFormKind kind, gsize *end)
{
    guint form = gx_scanner_longest_at (self->scanner, self->text, offset);

    if (form == GX_NO_FORM)
        return NULL;
    for (guint i = 0; i < self->forms[form].n_readings; i++) {
        if (self->forms[form].readings[i].kind == kind) {
            *end = offset + self->forms[form].len;
            return &self->forms[form].readings[i];
        }
    }
    return NULL;
}

gboolean
gx_draft_word_starts (GxDraft *self, gsize offset)
{
    if (!self->words) {
        self->words = gx_words_new ();
        gx_words_set_text (self->words, self->text);
    }
    return gx_words_is_boundary (self->words, offset);
}

gboolean
gx_draft_name_may_end (GxDraft *self, gsize end)
{
    gsize next;
    gunichar c = gx_char_at (self->text, end, &next);

    if (!gx_is_han (c))
        return c != 0xB7; /* · */
    return gx_draft_word_starts (self, end) &&
           (!gx_draft_word_starts (self, next) || gx_draft_reading_at (self, end, GX_FORM_TITLE, &next) ||
            gx_lexicon_affix_at (self->dictionary, GX_AFFIX_NAME_END, self->text, end, GX_ANY_LENGTH) != 0);
}

gboolean
gx_draft_has_kind (const GxDraft *self, guint form, GxFormKind kind)
{
    for (guint i = 0; i < self->forms[form].n_readings; i++)
        if (self->forms[form].readings[i].kind == kind)
            return TRUE;
    return FALSE;
}

gboolean
gx_draft_is_body (const GxDraft *self, guint form)
{
    return gx_draft_has_kind (self, form, GX_FORM_BODY);
}

gboolean
gx_draft_is_short_of (const GxDraft *self, gunichar c, const GxEntity *state)
{
    const GxEntity *const *states = gx_lexicon_short_states (self->dictionary, c);

    for (; states && *states; states++)
        if (*states == state)
            return TRUE;
    return FALSE;
}

GxTitlePosition
gx_draft_title_position (const GxDraft *self, const GxSpot *title)
{
    const GxForm *form = &self->forms[title->form];
    guint position = 0;

    for (guint i = 0; i < form->n_readings; i++)
        if (form->readings[i].kind == GX_FORM_TITLE)
            position |= form->readings[i].position;
    return (GxTitlePosition)position;
}
