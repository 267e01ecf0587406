/* SPDX-License-Identifier: GPL-3.0-or-later
 * name-rows.c - the names of one entity or body: labels, aliases, their marks. */
#include "fold.h"
#include "tables.h"

#include <string.h>

static GxNameRow *
find_written (GArray *names, const char *text)
{
    for (guint i = 0; i < names->len; i++) {
        GxNameRow *name = &g_array_index (names, GxNameRow, i);
        if (strcmp (name->text, text) == 0)
            return name;
    }
    return NULL;
}

static void
append_name (GxTables *self, GArray *names, const char *text, guint flags, GxPlace place)
{
    GxNameRow name = { g_string_chunk_insert (self->strings, text), NULL, flags, place };
    g_array_append_val (names, name);
}

gboolean
gx_tables_text_is_sound (GxFindings *findings, GxPlace place, const char *what, const char *text)
{
    if (*text == '\0') {
        gx_findings_error (findings, place, "%s is empty", what);
        return FALSE;
    }
    for (const char *at = text; *at; at = g_utf8_next_char (at))
        if (g_unichar_iscntrl (g_utf8_get_char (at))) {
            gx_findings_error (findings, place, "%s holds a control character", what);
            return FALSE;
        }
    return TRUE;
}

/* A label may have been restricted by a mark of an earlier table: it stays so. */
static void
add_label (GxTables *self, GArray *names, const char *text, GxPlace place)
{
    if (*text == '\0')
        return;
    GxNameRow *known = find_written (names, text);
    if (known)
        known->flags |= GX_ALIAS_LABEL;
    else
        append_name (self, names, text, GX_ALIAS_LABEL, place);
}

/* A label that is replaced stays as an alias. */
static void
replace_label (GxTables *self, GArray *names, const char **label, const char *text)
{
    if (*text == '\0')
        return;
    GxNameRow *known = find_written (names, *label);
    if (known)
        known->flags &= ~(guint)GX_ALIAS_LABEL;
    *label = g_string_chunk_insert (self->strings, text);
}

void
gx_tables_set_labels (GxTables *self, GArray *names, GxLabels labels, const char *name, const char *english, GxPlace place)
{
    replace_label (self, names, labels.name, name);
    replace_label (self, names, labels.english, english);
    if (*name || *english) {
        add_label (self, names, *labels.name, place);
        add_label (self, names, *labels.english, place);
    }
}

/* Takes away the names that fold to what text folds to, so that one row reaches traditional and full-width variants too. */
static void
take_away (GArray *names, const char *text, GxPlace place, GxFindings *findings)
{
    g_autofree char *gone = gx_fold_name (text);
    gboolean found = FALSE;
    for (guint i = names->len; i-- > 0;) {
        g_autofree char *folded = gx_fold_name (g_array_index (names, GxNameRow, i).text);
        if (strcmp (folded, gone) != 0)
            continue;
        g_array_remove_index (names, i);
        found = TRUE;
    }
    if (!found)
        gx_findings_warning (findings, place, "there is no name \"%s\" to take away", text);
}

/* Reads the marks in front of an alias and steps over them. */
static guint
read_marks (const char **alias)
{
    guint flags = 0;
    for (;; (*alias)++) {
        guint flag = **alias == '~' ? GX_ALIAS_CONTEXT : **alias == '=' ? GX_ALIAS_EXACT : 0;
        if (flag == 0 || (flags & flag))
            return flags;
        flags |= flag;
    }
}

static void
add_alias (GxTables *self, GArray *names, const char *alias, GxPlace place, GxFindings *findings)
{
    gboolean away = *alias == '-';
    if (away)
        alias++;
    guint flags = read_marks (&alias);
    if (!gx_tables_text_is_sound (findings, place, "an alias", alias))
        return;
    if (away) {
        take_away (names, alias, place, findings);
        return;
    }

    GxNameRow *known = find_written (names, alias);
    if (!known) {
        append_name (self, names, alias, flags, place);
        return;
    }
    known->flags = (known->flags & GX_ALIAS_LABEL) | flags;
    known->place = place;
}

void
gx_tables_add_aliases (GxTables *self, GArray *names, const char *aliases, GxPlace place, GxFindings *findings)
{
    if (*aliases == '\0')
        return;
    g_auto (GStrv) parts = g_strsplit (aliases, "|", -1);
    for (guint i = 0; parts[i]; i++)
        add_alias (self, names, g_strstrip (parts[i]), place, findings);
}
