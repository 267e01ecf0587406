/* SPDX-License-Identifier: GPL-3.0-or-later
 * cues.c - marks the words beside which names stand. */
#include "cues.h"

#include "scan.h"

/** What a word says of what follows it, and of what it follows. */
typedef struct {
    guint16 before, after;
} Role;

struct _GxCues {
    GArray *forms; /* of GxStr, sorted */
    GArray *roles; /* of Role */
    GxScanner *scanner;
};

/* A text under way. */
typedef struct {
    const Role *roles;
    guint16 *before, *after;
} Marking;

static const struct {
    GxAffixKind kind;
    Role role;
} affixes[] = {
    { GX_AFFIX_SPEECH, { 0, GX_BESIDE_SPEECH } },
    { GX_AFFIX_SOURCE_LEAD, { GX_BESIDE_SOURCE, 0 } },
    { GX_AFFIX_SOURCE_FOLLOW, { 0, GX_BESIDE_SOURCE } },
    { GX_AFFIX_NAME_END, { GX_BESIDE_FUNCTION, GX_BESIDE_FUNCTION } },
    { GX_AFFIX_CONJUNCTION, { GX_BESIDE_LIST, GX_BESIDE_LIST } },
};

static void
add_role (GHashTable *roles, const char *text, Role role)
{
    Role *known = g_hash_table_lookup (roles, text);
    if (!known) {
        known = g_new0 (Role, 1);
        g_hash_table_insert (roles, (gpointer)text, known);
    }
    known->before |= role.before;
    known->after |= role.after;
}

static void
add_titles (GHashTable *roles, const GxDictionary *dictionary)
{
    guint n_forms = 0;
    const GxForm *forms = gx_lexicon_forms (dictionary, &n_forms);
    for (guint i = 0; i < n_forms; i++)
        for (guint k = 0; k < forms[i].n_readings; k++) {
            const GxFormReading *reading = &forms[i].readings[k];
            if (reading->kind != GX_FORM_TITLE)
                continue;
            add_role (roles, forms[i].text,
                      (Role){ reading->position & GX_TITLE_BEFORE ? GX_BESIDE_TITLE : 0,
                              reading->position & GX_TITLE_AFTER ? GX_BESIDE_TITLE : 0 });
        }
}

static gint
by_bytes (gconstpointer a, gconstpointer b)
{
    return strcmp (((const GxStr *)a)->data, ((const GxStr *)b)->data);
}

GxCues *
gx_cues_new (const GxDictionary *dictionary)
{
    g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    GxCues *self = g_new0 (GxCues, 1);
    GHashTableIter iter;
    gpointer text, role;

    add_titles (roles, dictionary);
    for (guint i = 0; i < G_N_ELEMENTS (affixes); i++)
        for (const char *const *at = gx_lexicon_affixes (dictionary, affixes[i].kind); *at; at++)
            add_role (roles, *at, affixes[i].role);
    self->forms = g_array_new (FALSE, FALSE, sizeof (GxStr));
    self->roles = g_array_new (FALSE, FALSE, sizeof (Role));
    g_hash_table_iter_init (&iter, roles);
    while (g_hash_table_iter_next (&iter, &text, &role)) {
        GxStr form = gx_str (text);
        g_array_append_val (self->forms, form);
    }
    g_array_sort (self->forms, by_bytes);
    for (guint i = 0; i < self->forms->len; i++)
        g_array_append_vals (self->roles, g_hash_table_lookup (roles, g_array_index (self->forms, GxStr, i).data), 1);
    self->scanner = gx_scanner_new ((const GxStr *)(gpointer)self->forms->data, self->forms->len);
    return self;
}

void
gx_cues_free (GxCues *self)
{
    if (!self)
        return;
    gx_scanner_free (self->scanner);
    g_array_unref (self->forms);
    g_array_unref (self->roles);
    g_free (self);
}

/* Takes none, so that the shorter forms and the next starts are offered as well. */
static gboolean
mark (const GxHit *hit, gpointer user_data)
{
    Marking *marking = user_data;
    marking->before[hit->end] |= marking->roles[hit->form].before;
    marking->after[hit->start] |= marking->roles[hit->form].after;
    return FALSE;
}

void
gx_cues_mark (const GxCues *self, GxStr text, guint16 *before, guint16 *after)
{
    Marking marking = { (const Role *)(gpointer)self->roles->data, before, after };
    gx_scanner_scan (self->scanner, text, mark, &marking, NULL);
}
