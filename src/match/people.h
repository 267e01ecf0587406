/* SPDX-License-Identifier: GPL-3.0-or-later
 * people.h - the people whose full names stand in a document, by their surnames: 文, 문, moon.
 *
 * Threads    one thread. */
#pragma once

#include "draft.h"

typedef struct _GxPeople GxPeople;

/** Collects them from the draft's marks. O(marks). */
GxPeople *gx_people_new (const GxDraft *draft);
void gx_people_free (GxPeople *self);
/** Whether anybody is known by a surname in Latin letters. */
gboolean gx_people_have_latin (const GxPeople *self);
/** Marks the surnames in Latin letters that stand by themselves: lone-surnames.c. O(text). */
void gx_people_read_surnames (const GxPeople *people, GxDraft *self);
/** The only person with this (folded) surname whose full name stands before an offset, or NULL. Among several, when title isn't GX_NO_FORM:
 * the one whose full name stands beside the title with this form index, else the one who holds that office by the tables, or of whose time
 * the document is. */
const GxEntity *gx_people_find (const GxPeople *self, GxStr surname, gsize before, guint title);
/** Whether the full names of several people with this surname stand before an offset. */
gboolean gx_people_are_several (const GxPeople *self, GxStr surname, gsize before);
/** Tells the draft that a place speaks of one of them; nothing unless they are several. */
void gx_people_doubt (const GxPeople *self, GxDraft *draft, GxStr surname, GxSpan place);
/** Everybody with this surname whose full name stands before an offset; the caller's. */
GPtrArray *gx_people_bearers (const GxPeople *self, GxStr surname, gsize before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxPeople, gx_people_free)
