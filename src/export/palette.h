/* SPDX-License-Identifier: GPL-3.0-or-later
 * palette.h - what nodes look like. */
#pragma once

#include <glib.h>

/** Red, green and blue, 0 to 255. */
typedef struct {
    guint8 red, green, blue;
} GxColour;

/** The colour of an entity type (`person`, `state`, `institution`); grey for all others. */
GxColour gx_colour_of_type (const char *type);
/** A node's diameter, 4 to 40, its area growing with strength; largest is the largest strength in the network. */
double gx_size_of_strength (double strength, double largest);
