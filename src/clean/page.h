/* SPDX-License-Identifier: GPL-3.0-or-later
 * page.h - markup to be read, with its way back to the source: the source itself, or HTML made from it.
 *
 * Units      "page" offsets count bytes of text. Page bytes without a run in the map are the maker's own (tags) and never become text.
 * Ownership  all borrowed. */
#pragma once

#include "map.h"

typedef struct {
    GxStr text;
    gsize start;      /**< where in text to begin */
    const GxMap *map; /**< page to source; NULL: text is the source */
} GxPage;
