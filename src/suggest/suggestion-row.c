/* SPDX-License-Identifier: GPL-3.0-or-later
 * suggestion-row.c - a suggestion as a row of a table. */
#include <guanxi/str.h>
#include <guanxi/suggestion.h>

#include <string.h>

#define DOT "·"

/* A label is among the aliases only when it needs a mark. */
typedef enum { LABEL, ALIAS } NameKind;

const char *
gx_suggestion_header (void)
{
    return "id\ttype\tname\ten\taliases";
}

static gboolean
is_latin_word (const char *text)
{
    for (const char *at = text; *at; at = g_utf8_next_char (at))
        if (g_utf8_get_char (at) >= 0x250 || *at == ' ')
            return FALSE;
    return TRUE;
}

/* Whether the text is the last part of a name with dots. */
static gboolean
is_last_part (const GxSuggestion *self, const char *text)
{
    g_autofree char *tail = g_strconcat (DOT, text, NULL);
    if (g_str_has_suffix (self->name, tail))
        return TRUE;
    for (guint i = 0; self->aliases[i]; i++)
        if (g_str_has_suffix (self->aliases[i], tail))
            return TRUE;
    return FALSE;
}

/* Adds a name with its mark: a word of Latin letters counts in its case only, the last part of a name in context only. */
static void
add_name (GString *aliases, const GxSuggestion *self, const char *name, NameKind kind)
{
    const char *mark = is_latin_word (name) ? "=" : kind == ALIAS && is_last_part (self, name) ? "~" : "";
    if (*name && (kind == ALIAS || *mark))
        g_string_append_printf (aliases, "%s%s%s", aliases->len > 0 ? "|" : "", mark, name);
}

char *
gx_suggestion_row (const GxSuggestion *self)
{
    g_autoptr (GString) aliases = g_string_new (NULL);
    const char *english = strcmp (self->english, self->name) == 0 || self->known ? "" : self->english;
    add_name (aliases, self, self->name, self->known ? ALIAS : LABEL);
    add_name (aliases, self, english, LABEL);
    for (guint i = 0; self->aliases[i]; i++)
        add_name (aliases, self, self->aliases[i], ALIAS);
    return g_strdup_printf ("%s\t%s\t%s\t%s\t%s", self->id, gx_entity_type_name (self->type), self->known ? self->known->name : self->name,
                            self->known ? self->known->english : self->english, aliases->str);
}
