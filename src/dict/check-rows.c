/* SPDX-License-Identifier: GPL-3.0-or-later
 * check-rows.c - what is doubtful in the cells that are no names. */
#include "check.h"
#include "country-codes.h"

#include <string.h>

/* Years that somebody is written about; the dead of old times have their own. */
#define LONGEST_LIFE 110
/* Years before it are those of a century: 98. */
#define FIRST_YEAR 100

static gboolean
looks_like_wikidata (const char *id)
{
    const char *digits = id + 1;
    return (*id == 'Q' || *id == 'q') && (g_ascii_isdigit (*digits) || *digits == '\0' || (strchr ("-_ ", *digits) && digits[1] == '\0'));
}

static gboolean
is_sound_id (const char *id)
{
    for (const char *at = id; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT || strchr ("|,;\"~=<>/", (gint)MIN (c, 0x7F)))
            return FALSE;
    }
    return *id != '-' && *id != '#';
}

void
gx_check_id (GxLook *self, const GxEntityRow *row)
{
    const char *id = row->entity.id;
    if (looks_like_wikidata (id) ? !gx_id_is_wikidata (id) : !is_sound_id (id))
        gx_look_doubt (self, GX_CHECK_ID, row->place, "the id \"%s\" is malformed", id);
}

void
gx_check_nameless (GxLook *self, const GxEntityRow *row)
{
    if (row->names->len == 0)
        gx_look_doubt (self, GX_CHECK_NAMELESS, row->place, "%s has no name left", row->entity.id);
}

void
gx_check_no_english (GxLook *self, const GxEntityRow *row)
{
    if (row->entity.type == GX_ENTITY_STATE && *row->entity.english == '\0')
        gx_look_doubt (self, GX_CHECK_NO_ENGLISH, row->place, "the state %s has no English name", row->entity.id);
}

static void
doubt_year (GxLook *self, const GxEntityRow *row, const char *what, gint year)
{
    if (self->year > 0 && year > (gint)self->year)
        gx_look_doubt (self, GX_CHECK_YEAR, row->place, "%s %d of %s is still to come", what, year, row->entity.id);
    if (year > 0 && year < FIRST_YEAR)
        gx_look_doubt (self, GX_CHECK_YEAR, row->place, "%s %d of %s is no full year", what, year, row->entity.id);
}

void
gx_check_year (GxLook *self, const GxEntityRow *row)
{
    doubt_year (self, row, "since", row->entity.since);
    doubt_year (self, row, "until", row->entity.until);
}

void
gx_check_span (GxLook *self, const GxEntityRow *row)
{
    gint since = row->entity.since, until = row->entity.until;
    if (row->entity.type == GX_ENTITY_PERSON && since > 0 && until - since > LONGEST_LIFE)
        gx_look_doubt (self, GX_CHECK_SPAN, row->place, "%s is said to have mattered from %d until %d", row->entity.id, since, until);
}

void
gx_check_country (GxLook *self, const GxEntityRow *row)
{
    const GxEntityRow *country = g_hash_table_lookup (self->tables->entity_index, row->entity.country);
    if (country && country->entity.type != GX_ENTITY_STATE)
        gx_look_doubt (self, GX_CHECK_COUNTRY, row->country_place, "the country %s is not a state", row->entity.country);
}

void
gx_check_short (GxLook *self, const GxEntityRow *row)
{
    for (guint i = 0; i < row->shorts->len; i++) {
        const GxShortRow *name = &g_array_index (row->shorts, GxShortRow, i);
        gboolean again = FALSE;
        for (guint k = 0; k < i; k++)
            again = again || g_array_index (row->shorts, GxShortRow, k).c == name->c;
        if (again)
            gx_look_doubt (self, GX_CHECK_SHORT, name->place, "the abbreviation %s of %s stands there already", name->text, row->entity.id);
        else if (row->entity.type == GX_ENTITY_INSTITUTION)
            gx_look_doubt (self, GX_CHECK_SHORT, name->place, "the abbreviation %s of the institution %s is not read", name->text,
                           row->entity.id);
        else if (!g_unichar_isalpha (name->c))
            gx_look_doubt (self, GX_CHECK_SHORT, name->place, "the abbreviation %s of %s is no letter", name->text, row->entity.id);
    }
}

void
gx_check_surname_rows (GxLook *self)
{
    for (guint i = 0; i < self->tables->surnames.rows->len; i++) {
        const GxWordRow *row = &g_array_index (self->tables->surnames.rows, GxWordRow, i);
        glong n;
        if (row->text && (!gx_name_is_han (row->text, &n) || n > 2))
            gx_look_doubt (self, GX_CHECK_SURNAME_ROW, row->place, "the surname \"%s\" is none in Han characters", row->text);
    }
}
