/* SPDX-License-Identifier: GPL-3.0-or-later
 * forms.c - all folded names, sorted and hashed. */
#include "forms.h"

#include <string.h>

/* A reading and the form it belongs to. */
typedef struct {
    const char *text;
    GxFormReading reading;
} Claim;

struct _GxForms {
    GArray *forms;        /* GxForm */
    GArray *readings;     /* GxFormReading, those of one form side by side */
    GStringChunk *joined; /* texts of forms that no row has */
    guint32 *slots;       /* open addressing: 1 + index of a form, 0 free */
    gsize mask;
};

#define DOT "·"
/* First byte in UTF-8 of the scripts that write no blank between the parts of a name. */
#define FIRST_CJK_BYTE 0xE3
#define MARKS          ((guint)GX_ALIAS_CONTEXT | (guint)GX_ALIAS_EXACT)

static void
claim (GArray *claims, const char *text, GxFormReading reading)
{
    Claim item = { text, reading };
    g_array_append_val (claims, item);
}

/* The parts of a transliterated name are written without a dot too: 唐纳德特朗普, 乔治华盛顿大学. Short ones would look like ordinary
 * words. */
static void
claim_joined (GxForms *self, GArray *claims, const char *text, GxFormReading reading)
{
    if (reading.entity->type == GX_ENTITY_STATE || (guchar)text[0] < FIRST_CJK_BYTE || !strstr (text, DOT))
        return;
    g_auto (GStrv) parts = g_strsplit (text, DOT, -1);
    g_autofree char *joined = g_strjoinv (NULL, parts);
    if (g_utf8_strlen (joined, -1) < GX_SHORTEST_JOINED)
        return;
    reading.flags &= ~(guint)GX_ALIAS_LABEL;
    claim (claims, g_string_chunk_insert (self->joined, joined), reading);
}

static GArray *
collect_claims (GxForms *self, const GxTables *tables)
{
    GArray *claims = g_array_new (FALSE, FALSE, sizeof (Claim));
    for (guint i = 0; i < tables->entities->len; i++) {
        const GxEntityRow *row = tables->entities->pdata[i];
        for (guint n = 0; n < row->names->len; n++) {
            const GxNameRow *name = &g_array_index (row->names, GxNameRow, n);
            GxFormReading reading = { .kind = GX_FORM_NAME, .flags = name->flags, .exact = name->text, .entity = &row->entity };
            claim (claims, name->folded, reading);
            claim_joined (self, claims, name->folded, reading);
        }
    }
    for (guint i = 0; i < tables->bodies->len; i++) {
        const GxBodyRow *row = tables->bodies->pdata[i];
        for (guint n = 0; n < row->names->len; n++) {
            const GxNameRow *name = &g_array_index (row->names, GxNameRow, n);
            claim (claims, name->folded,
                   (GxFormReading){ .kind = GX_FORM_BODY, .flags = name->flags, .exact = name->text, .body = &row->body });
        }
    }
    for (guint i = 0; i < tables->titles.rows->len; i++) {
        const GxWordRow *row = &g_array_index (tables->titles.rows, GxWordRow, i);
        if (row->text)
            claim (claims, row->text, (GxFormReading){ .kind = GX_FORM_TITLE, .exact = row->text, .position = row->position });
    }
    for (guint i = 0; i < tables->phrases.rows->len; i++) {
        const GxWordRow *row = &g_array_index (tables->phrases.rows, GxWordRow, i);
        if (row->text)
            claim (claims, row->text, (GxFormReading){ .kind = GX_FORM_PHRASE, .exact = row->text });
    }
    return claims;
}

static const char *
owner (const GxFormReading *reading)
{
    return reading->entity ? reading->entity->id : reading->body ? reading->body->id : "";
}

/* By form; then names before phrases, titles, bodies; then by id; free readings before marked ones. */
static gint
compare_claims (gconstpointer left, gconstpointer right)
{
    const Claim *a = left, *b = right;
    gint order = strcmp (a->text, b->text);
    if (order == 0)
        order = (gint)a->reading.kind - (gint)b->reading.kind;
    if (order == 0)
        order = strcmp (owner (&a->reading), owner (&b->reading));
    if (order == 0)
        order = (gint)(a->reading.flags & MARKS) - (gint)(b->reading.flags & MARKS);
    if (order == 0)
        order = (gint)(b->reading.flags & GX_ALIAS_LABEL) - (gint)(a->reading.flags & GX_ALIAS_LABEL);
    return order ? order : strcmp (a->reading.exact, b->reading.exact);
}

/* Whether next says nothing that last, of the same owner, doesn't: a free reading makes marked ones idle, and marks are told apart by what
 * they ask. */
static gboolean
is_idle (const GxFormReading *last, const GxFormReading *next)
{
    guint marks = last->flags & MARKS;
    if (last->kind != next->kind || strcmp (owner (last), owner (next)) != 0)
        return FALSE;
    if (marks == 0)
        return TRUE;
    return marks == (next->flags & MARKS) && (!(marks & GX_ALIAS_EXACT) || strcmp (last->exact, next->exact) == 0);
}

static gboolean
has_label (const GxFormReading *readings, guint n_readings)
{
    for (guint i = 0; i < n_readings; i++)
        if (readings[i].kind == GX_FORM_NAME && (readings[i].flags & GX_ALIAS_LABEL))
            return TRUE;
    return FALSE;
}

/* Appends the readings of the claims of one form. */
static void
add_form (GxForms *self, const Claim *claims, guint n_claims)
{
    guint start = self->readings->len;
    for (guint i = 0; i < n_claims; i++) {
        const GxFormReading *next = &claims[i].reading;
        guint n_readings = self->readings->len - start;
        GxFormReading *sofar = n_readings ? &g_array_index (self->readings, GxFormReading, start) : NULL;
        if (next->kind == GX_FORM_PHRASE && has_label (sofar, n_readings))
            continue;
        if (n_readings && is_idle (&sofar[n_readings - 1], next)) {
            sofar[n_readings - 1].flags |= next->flags & GX_ALIAS_LABEL;
            continue;
        }
        g_array_append_val (self->readings, *next);
    }
    GxForm form = { claims[0].text, strlen (claims[0].text), NULL, self->readings->len - start };
    g_array_append_val (self->forms, form);
}

static void
build_forms (GxForms *self, GArray *claims)
{
    g_array_sort (claims, compare_claims);
    const Claim *all = (const Claim *)(gpointer)claims->data;
    for (guint i = 0, end; i < claims->len; i = end) {
        for (end = i + 1; end < claims->len && strcmp (all[end].text, all[i].text) == 0; end++)
            ;
        add_form (self, all + i, end - i);
    }
}

/* The readings lie side by side and stay where they are from now on; FALSE when they are not those of the forms. */
static gboolean
share_readings (GxForms *self)
{
    guint start = 0;
    for (guint i = 0; i < self->forms->len; i++) {
        GxForm *form = &g_array_index (self->forms, GxForm, i);
        if (form->n_readings > self->readings->len - start)
            return FALSE;
        form->readings = &g_array_index (self->readings, GxFormReading, start);
        start += form->n_readings;
    }
    return start == self->readings->len;
}

/* FNV-1a, with a last stir because only the low bits are used. */
static guint64
hash_text (const char *text, gsize len)
{
    guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
    for (gsize i = 0; i < len; i++)
        hash = (hash ^ (guchar)text[i]) * G_GUINT64_CONSTANT (1099511628211);
    return hash ^ hash >> 32;
}

static void
build_slots (GxForms *self)
{
    gsize n_slots = 16;
    while (n_slots < 2 * (gsize)self->forms->len)
        n_slots *= 2;
    self->slots = g_new0 (guint32, n_slots);
    self->mask = n_slots - 1;
    for (guint i = 0; i < self->forms->len; i++) {
        const GxForm *form = &g_array_index (self->forms, GxForm, i);
        gsize slot = hash_text (form->text, form->len) & self->mask;
        while (self->slots[slot])
            slot = (slot + 1) & self->mask;
        self->slots[slot] = i + 1;
    }
}

GxForms *
gx_forms_new_empty (void)
{
    GxForms *self = g_new0 (GxForms, 1);
    self->joined = g_string_chunk_new (4096);
    self->forms = g_array_new (FALSE, FALSE, sizeof (GxForm));
    self->readings = g_array_new (FALSE, FALSE, sizeof (GxFormReading));
    return self;
}

GxForms *
gx_forms_new (const GxTables *tables)
{
    GxForms *self = gx_forms_new_empty ();
    g_autoptr (GArray) claims = collect_claims (self, tables);
    build_forms (self, claims);
    (void)share_readings (self);
    build_slots (self);
    return self;
}

/* A field that is added to one of these has to be walked over below. */
G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P != 8 || sizeof (GxForm) == 32);
G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P != 8 || sizeof (GxFormReading) == 40);

/* Which row owns what is written. */
static GHashTable *
number_rows (const GxTables *tables)
{
    GHashTable *numbers = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < tables->entities->len; i++)
        g_hash_table_insert (numbers, &((GxEntityRow *)tables->entities->pdata[i])->entity, GUINT_TO_POINTER (i));
    for (guint i = 0; i < tables->bodies->len; i++)
        g_hash_table_insert (numbers, &((GxBodyRow *)tables->bodies->pdata[i])->body, GUINT_TO_POINTER (i));
    return numbers;
}

static void
set_owner (GxFormReading *reading, guint number, GxImage *image, const GxTables *tables)
{
    if (reading->kind == GX_FORM_NAME && number < tables->entities->len)
        reading->entity = &((GxEntityRow *)tables->entities->pdata[number])->entity;
    else if (reading->kind == GX_FORM_BODY && number < tables->bodies->len)
        reading->body = &((GxBodyRow *)tables->bodies->pdata[number])->body;
    else if (reading->kind == GX_FORM_NAME || reading->kind == GX_FORM_BODY)
        gx_image_reject (image);
}

static void
walk_reading (GxFormReading *reading, GxImage *image, const GxTables *tables, GHashTable *numbers)
{
    guint kind = reading->kind, position = reading->position, owner = 0;
    gx_image_choice (image, &kind, GX_FORM_BODY + 1);
    gx_image_number (image, &reading->flags);
    gx_image_text (image, &reading->exact);
    gx_image_choice (image, &position, GX_TITLE_BOTH + 1);
    if (numbers)
        owner = GPOINTER_TO_UINT (
            g_hash_table_lookup (numbers, reading->entity ? (gconstpointer)reading->entity : (gconstpointer)reading->body));
    gx_image_number (image, &owner);
    reading->kind = (GxFormKind)kind;
    reading->position = (GxTitlePosition)position;
    if (!numbers)
        set_owner (reading, owner, image, tables);
}

void
gx_forms_walk (GxForms *self, GxImage *image, const GxTables *tables)
{
    g_autoptr (GHashTable) numbers = gx_image_is_read (image) ? NULL : number_rows (tables);
    gx_image_array (image, self->forms, 2);
    for (guint i = 0; i < self->forms->len; i++) {
        GxForm *form = &g_array_index (self->forms, GxForm, i);
        gx_image_text (image, &form->text);
        gx_image_number (image, &form->n_readings);
        form->len = strlen (form->text);
        if (strcmp (i > 0 ? form[-1].text : "", form->text) >= 0)
            gx_image_reject (image);
    }
    gx_image_array (image, self->readings, 5);
    for (guint i = 0; i < self->readings->len; i++)
        walk_reading (&g_array_index (self->readings, GxFormReading, i), image, tables, numbers);
    if (!gx_image_is_read (image))
        return;
    if (!share_readings (self))
        gx_image_reject (image);
    /* Forms of an image that failed are all "", in one slot. */
    if (gx_image_is_sound (image))
        build_slots (self);
}

void
gx_forms_free (GxForms *self)
{
    if (!self)
        return;
    g_array_unref (self->forms);
    g_array_unref (self->readings);
    g_free (self->slots);
    g_string_chunk_free (self->joined);
    g_free (self);
}

const GxForm *
gx_forms_all (const GxForms *self, guint *n_forms)
{
    *n_forms = self->forms->len;
    return (const GxForm *)(gpointer)self->forms->data;
}

const GxForm *
gx_forms_find (const GxForms *self, const char *text, gsize len)
{
    for (gsize slot = hash_text (text, len) & self->mask; self->slots[slot]; slot = (slot + 1) & self->mask) {
        const GxForm *form = &g_array_index (self->forms, GxForm, self->slots[slot] - 1);
        if (form->len == len && memcmp (form->text, text, len) == 0)
            return form;
    }
    return NULL;
}
