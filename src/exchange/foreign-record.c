/* SPDX-License-Identifier: GPL-3.0-or-later
 * foreign-record.c - what a reader fills in, and small things that several readers need. */
#include "foreign.h"

static void
clear_name (gpointer data)
{
    GxForeignName *name = data;
    g_free (name->text);
    g_free (name->language);
}

GxForeignRecord *
gx_foreign_record_new (void)
{
    GxForeignRecord *self = g_new0 (GxForeignRecord, 1);
    self->type = GX_TYPE_UNTOLD;
    self->names = g_array_new (FALSE, FALSE, sizeof (GxForeignName));
    g_array_set_clear_func (self->names, clear_name);
    return self;
}

void
gx_foreign_record_clear (GxForeignRecord *self)
{
    g_clear_pointer (&self->id, g_free);
    g_clear_pointer (&self->country, g_free);
    g_array_set_size (self->names, 0);
    self->type = GX_TYPE_UNTOLD;
    self->since = self->until = 0;
}

void
gx_foreign_record_free (GxForeignRecord *self)
{
    if (!self)
        return;
    gx_foreign_record_clear (self);
    g_array_unref (self->names);
    g_free (self);
}

void
gx_foreign_record_add_name (GxForeignRecord *self, GxStr text, const char *language, guint flags)
{
    GxForeignName name = { gx_str_dup (text), g_strdup (language), flags };
    g_array_append_val (self->names, name);
}

void
gx_foreign_record_set (char **field, GxStr text)
{
    g_free (*field);
    *field = text.len > 0 ? gx_str_dup (text) : NULL;
}

void
gx_foreign_record_add_years (GxForeignRecord *self, gint since, gint until)
{
    if (since > 0 && (self->since == 0 || since < self->since))
        self->since = since;
    self->until = MAX (self->until, until);
}

gpointer
gx_foreign_start (GxImport *import)
{
    (void)import;
    return gx_foreign_record_new ();
}

void
gx_foreign_finish (GxImport *import, gpointer record)
{
    (void)import;
    gx_foreign_record_free (record);
}

gint
gx_foreign_year (GxStr date)
{
    gsize at = date.len > 0 && date.data[0] == '+' ? 1 : 0;
    gint year = 0;
    gsize n = 0;
    for (; at < date.len && n < 4 && g_ascii_isdigit (date.data[at]); at++, n++)
        year = 10 * year + (date.data[at] - '0');
    return n == 4 && (at == date.len || !g_ascii_isdigit (date.data[at])) ? year : 0;
}

GxStr
gx_foreign_tail (GxStr address)
{
    while (address.len > 0 && strchr ("/#>", address.data[address.len - 1]))
        address.len--;
    for (gsize at = address.len; at > 0; at--)
        if (address.data[at - 1] == '/' || address.data[at - 1] == '#')
            return (GxStr){ address.data + at, address.len - at };
    return address;
}

GxStr
gx_foreign_trim (GxStr text)
{
    while (text.len > 0 && g_ascii_isspace (text.data[text.len - 1]))
        text.len--;
    while (text.len > 0 && g_ascii_isspace (text.data[0])) {
        text.data++;
        text.len--;
    }
    return text;
}
