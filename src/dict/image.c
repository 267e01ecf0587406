/* SPDX-License-Identifier: GPL-3.0-or-later
 * image.c - values in bytes: the number of bytes of all texts, these, terminated, then numbers of 32 bits. */
#include "image.h"

#include <string.h>

#define NO_TEXT G_MAXUINT32

struct _GxImage {
    gboolean is_read, has_failed;
    /* Of one that is written. */
    GByteArray *values;
    GString *texts;
    GHashTable *places; /* address of a text -> 1 + where it begins in texts */
    gsize last;         /* where the last one begins */
    /* Of one that is read. */
    const char *pool, *at, *end;
    gsize n_pool;
};

GxImage *
gx_image_new (void)
{
    GxImage *self = g_new0 (GxImage, 1);
    self->values = g_byte_array_new ();
    self->texts = g_string_new (NULL);
    self->places = g_hash_table_new (NULL, NULL);
    return self;
}

/* Whether all of the texts are UTF-8 and the last is terminated, too. */
static gboolean
texts_are_sound (const char *at, gsize len)
{
    const char *end = at + len;
    if (len > 0 && end[-1] != '\0')
        return FALSE;
    while (at < end) {
        const char *stop;
        (void)g_utf8_validate (at, (gssize)(end - at), &stop);
        if (*stop != '\0')
            return FALSE;
        at = stop + 1;
    }
    return TRUE;
}

GxImage *
gx_image_open (GxStr bytes)
{
    GxImage *self = g_new0 (GxImage, 1);
    guint32 n_pool = 0;
    self->is_read = TRUE;
    self->at = bytes.data;
    self->end = bytes.data + bytes.len;
    gx_image_number (self, &n_pool);
    if (n_pool > (gsize)(self->end - self->at) || !texts_are_sound (self->at, n_pool)) {
        gx_image_reject (self);
        return self;
    }
    self->pool = self->at;
    self->n_pool = n_pool;
    self->at += n_pool;
    return self;
}

void
gx_image_free (GxImage *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->values, g_byte_array_unref);
    g_clear_pointer (&self->places, g_hash_table_unref);
    if (self->texts)
        g_string_free (self->texts, TRUE);
    g_free (self);
}

gboolean
gx_image_is_read (const GxImage *self)
{
    return self->is_read;
}

void
gx_image_reject (GxImage *self)
{
    self->has_failed = TRUE;
    self->at = self->end;
}

gboolean
gx_image_is_sound (const GxImage *self)
{
    return !self->has_failed && self->at == self->end;
}

/* Moves so many bytes. */
static void
move (GxImage *self, void *value, gsize size)
{
    if (!self->is_read)
        g_byte_array_append (self->values, value, (guint)size);
    else if ((gsize)(self->end - self->at) >= size) {
        memcpy (value, self->at, size);
        self->at += size;
    } else {
        gx_image_reject (self);
        memset (value, 0, size);
    }
}

void
gx_image_number (GxImage *self, guint *value)
{
    guint32 number = *value;
    move (self, &number, sizeof number);
    *value = number;
}

void
gx_image_year (GxImage *self, gint *value)
{
    gint32 year = *value;
    move (self, &year, sizeof year);
    *value = year;
}

void
gx_image_weight (GxImage *self, double *value)
{
    move (self, value, sizeof *value);
}

void
gx_image_choice (GxImage *self, guint *value, guint limit)
{
    gx_image_number (self, value);
    if (*value < limit)
        return;
    gx_image_reject (self);
    *value = 0;
}

void
gx_image_count (GxImage *self, guint *n, guint least)
{
    gx_image_number (self, n);
    if (!self->is_read || *n <= (gsize)(self->end - self->at) / sizeof (guint32) / least)
        return;
    gx_image_reject (self);
    *n = 0;
}

/* Texts are shared by address, or with the one before: a name and its folded form are mostly alike. */
static guint
keep_text (GxImage *self, const char *text)
{
    gsize place = GPOINTER_TO_SIZE (g_hash_table_lookup (self->places, text));
    if (place == 0) {
        if (self->texts->len == 0 || strcmp (self->texts->str + self->last, text) != 0) {
            self->last = self->texts->len;
            g_string_append_len (self->texts, text, (gssize)strlen (text) + 1);
        }
        place = self->last + 1;
        g_hash_table_insert (self->places, (gpointer)text, GSIZE_TO_POINTER (place));
    }
    if (place >= NO_TEXT)
        self->has_failed = TRUE;
    return (guint)(place - 1);
}

void
gx_image_optional_text (GxImage *self, const char **text)
{
    guint place = self->is_read ? 0 : *text ? keep_text (self, *text) : NO_TEXT;
    gx_image_number (self, &place);
    if (!self->is_read)
        return;
    gboolean is_there = place < self->n_pool && (place == 0 || self->pool[place - 1] == '\0');
    *text = is_there ? self->pool + place : NULL;
    if (!is_there && place != NO_TEXT)
        gx_image_reject (self);
}

void
gx_image_text (GxImage *self, const char **text)
{
    gx_image_optional_text (self, text);
    if (*text)
        return;
    gx_image_reject (self);
    *text = "";
}

void
gx_image_array (GxImage *self, GArray *array, guint least)
{
    guint n = array->len;
    gx_image_count (self, &n, least);
    if (!self->is_read)
        return;
    g_array_set_size (array, n);
    if (n > 0)
        memset (array->data, 0, (gsize)n * g_array_get_element_size (array));
}

GByteArray *
gx_image_finish (GxImage *self)
{
    guint32 n_pool = (guint32)self->texts->len;
    if (self->has_failed || self->texts->len + self->values->len >= G_MAXUINT32 - sizeof n_pool)
        return NULL;
    GByteArray *bytes = g_byte_array_sized_new ((guint)(sizeof n_pool + self->texts->len + self->values->len));
    g_byte_array_append (bytes, (const guint8 *)&n_pool, sizeof n_pool);
    g_byte_array_append (bytes, (const guint8 *)self->texts->str, (guint)self->texts->len);
    g_byte_array_append (bytes, self->values->data, self->values->len);
    return bytes;
}
