/* SPDX-License-Identifier: GPL-3.0-or-later
 * variants.c - puts the forms of a name together and leaves out pieces of names. */
#include "variants.h"

#include "neighbour.h"

#include <string.h>

#define DOT "·"
/* A piece of a name is none when fewer of its occurrences than this, of 100, stand elsewhere. */
#define LEAST_ELSEWHERE 34

/* Names under way. */
typedef struct {
    const GxDictionary *dictionary;
    GHashTable *by_key;  /* text -> GxVariants that has this head or form */
    GHashTable *inside;  /* key of a proposal -> occurrences inside better names */
    GHashTable *waiting; /* of keys that are proposals */
    GPtrArray *heads;
} Sorting;

static gint
by_score (gconstpointer a, gconstpointer b)
{
    const GxProposal *left = *(const GxProposal *const *)a, *right = *(const GxProposal *const *)b;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return strcmp (left->key, right->key);
}

void
gx_variants_free (GxVariants *self)
{
    g_ptr_array_unref (self->forms);
    g_free (self);
}

static void
free_variants (gpointer data)
{
    gx_variants_free (data);
}

/* The text without dots and blanks between names. */
static char *
squeeze (const char *key)
{
    g_autoptr (GString) text = g_string_new (key);
    g_string_replace (text, DOT, "", 0);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Calls take for every proper piece of two characters and more until it says TRUE; what it said last. */
static gboolean
any_piece (const char *key, gboolean (*take) (Sorting *self, const char *piece, const GxProposal *of), Sorting *self, const GxProposal *of)
{
    GxStr text = gx_str (key);
    for (gsize start = 0, next; start < text.len; start = next) {
        (void)gx_char_at (text, start, &next);
        for (gsize end = next, beyond; end < text.len; end = beyond) {
            (void)gx_char_at (text, end, &beyond);
            if (start == 0 && beyond == text.len)
                continue;
            g_autofree char *piece = g_strndup (text.data + start, beyond - start);
            if (take (self, piece, of))
                return TRUE;
        }
    }
    return FALSE;
}

static gboolean
note_inside (Sorting *self, const char *piece, const GxProposal *of)
{
    gpointer key;
    if (!g_hash_table_lookup_extended (self->waiting, piece, &key, NULL))
        return FALSE;
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->inside, key));
    g_hash_table_insert (self->inside, key, GUINT_TO_POINTER (known + of->evidence.signs[GX_SIGN_COUNT]));
    return FALSE;
}

static gboolean
is_better_name (Sorting *self, const char *piece, const GxProposal *of)
{
    (void)of;
    return g_hash_table_contains (self->by_key, piece);
}

/* Whether nearly all its occurrences are inside better names. */
static gboolean
is_piece (const Sorting *self, const GxProposal *proposal)
{
    guint inside = GPOINTER_TO_UINT (g_hash_table_lookup (self->inside, proposal->key));
    guint count = proposal->evidence.signs[GX_SIGN_COUNT];
    guint elsewhere = count > inside ? count - inside : 0;
    return inside > 0 && (elsewhere < 2 || elsewhere * 100 < count * LEAST_ELSEWHERE);
}

static gboolean
ends_as_body (const Sorting *self, const char *key)
{
    GxStr text = gx_str (key);
    return gx_lexicon_affix_before (self->dictionary, GX_AFFIX_BODY_END, text, text.len, GX_ANY_LENGTH) > 0;
}

/* The name with dots among a name's forms, or NULL. */
static const char *
dotted_form (const GxVariants *variants)
{
    if (strstr (variants->head->key, DOT))
        return variants->head->key;
    for (guint i = 0; i < variants->forms->len; i++) {
        const GxProposal *form = variants->forms->pdata[i];
        if (strstr (form->key, DOT))
            return form->key;
    }
    return NULL;
}

/* The name without what institutions may leave out at its end, if that is a name. */
static GxVariants *
find_without_tail (const Sorting *self, const char *key)
{
    GxStr text = gx_str (key);
    gsize n = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_BODY_TAIL, text, text.len, GX_ANY_LENGTH);
    if (n == 0 || n == text.len)
        return NULL;
    g_autofree char *rest = g_strndup (text.data, text.len - n);
    return g_hash_table_lookup (self->by_key, rest);
}

/* The name whose form this is, or NULL: the same without dots, its Latin letters, the last part of a name with dots, without the tail of
 * institutions. A longer name with the same last part is somebody else's. */
static GxVariants *
find_head (const Sorting *self, const GxProposal *proposal, const char *squeezed)
{
    GxVariants *head = g_hash_table_lookup (self->by_key, squeezed);
    const char *dot = g_strrstr (proposal->key, DOT);
    if (!head && proposal->english) {
        g_autofree char *english = g_utf8_strdown (proposal->english, -1);
        head = g_hash_table_lookup (self->by_key, english);
    }
    if (head)
        return head;
    if (!dot)
        return find_without_tail (self, proposal->key);
    head = g_hash_table_lookup (self->by_key, dot + strlen (DOT));
    const char *dotted = head ? dotted_form (head) : NULL;
    return head && (!dotted || g_str_has_suffix (dotted, proposal->key)) ? head : NULL;
}

/* Whether a name with dots stands behind something else: 总干事|詹妮弗·摩根. */
static gboolean
holds_dotted (const Sorting *self, const GxProposal *proposal)
{
    const char *dot = g_strrstr (proposal->key, DOT);
    const GxVariants *head = dot ? g_hash_table_lookup (self->by_key, dot + strlen (DOT)) : NULL;
    const char *dotted = head ? dotted_form (head) : NULL;
    return dotted && g_str_has_suffix (proposal->key, dotted);
}

static void
know (Sorting *self, const char *text, GxVariants *variants)
{
    if (!g_hash_table_contains (self->by_key, text))
        g_hash_table_insert (self->by_key, g_strdup (text), variants);
}

/* Makes a proposal's texts known as names. */
static void
settle (Sorting *self, GxVariants *variants, const GxProposal *proposal, const char *squeezed)
{
    const char *dot = g_strrstr (proposal->key, DOT);
    know (self, proposal->key, variants);
    know (self, squeezed, variants);
    if (dot)
        know (self, dot + strlen (DOT), variants);
    if (proposal->english) {
        g_autofree char *english = g_utf8_strdown (proposal->english, -1);
        know (self, english, variants);
    }
    (void)any_piece (proposal->key, note_inside, self, proposal);
}

/* Adds a form's evidence. Documents may be the same: no more are counted than the form in most of them has. */
static void
add_form (GxVariants *self, GxProposal *form)
{
    guint32 *signs = self->sum.evidence.signs, documents = MAX (signs[GX_SIGN_DOCUMENTS], form->evidence.signs[GX_SIGN_DOCUMENTS]);
    g_ptr_array_add (self->forms, form);
    for (guint i = 0; i < GX_N_SIGNS; i++)
        signs[i] += form->evidence.signs[i];
    signs[GX_SIGN_DOCUMENTS] = documents;
    self->sum.evidence.raw += form->evidence.raw;
    self->sum.evidence.tied_left += form->evidence.tied_left;
    self->sum.evidence.tied_right += form->evidence.tied_right;
}

static void
sort_out (Sorting *self, GxProposal *proposal)
{
    g_autofree char *squeezed = squeeze (proposal->key);
    GxVariants *head = find_head (self, proposal, squeezed);
    if (head) {
        add_form (head, proposal);
        settle (self, head, proposal, squeezed);
        return;
    }
    if (is_piece (self, proposal) || holds_dotted (self, proposal))
        return;
    if (!proposal->is_latin && !strstr (proposal->key, DOT) && !ends_as_body (self, proposal->key) &&
        any_piece (proposal->key, is_better_name, self, proposal))
        return;
    GxVariants *variants = g_new0 (GxVariants, 1);
    variants->head = proposal;
    variants->sum = *proposal;
    variants->forms = g_ptr_array_new ();
    g_ptr_array_add (self->heads, variants);
    settle (self, variants, proposal, squeezed);
}

GPtrArray *
gx_variants_find (const GxDictionary *dictionary, GPtrArray *proposals)
{
    g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) inside = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);
    Sorting self = { dictionary, by_key, inside, waiting, g_ptr_array_new_with_free_func (free_variants) };

    g_ptr_array_sort (proposals, by_score);
    for (guint i = 0; i < proposals->len; i++)
        g_hash_table_add (waiting, (gpointer)((GxProposal *)proposals->pdata[i])->key);
    for (guint i = 0; i < proposals->len; i++)
        sort_out (&self, proposals->pdata[i]);
    return self.heads;
}
