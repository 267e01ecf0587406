/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palette.h"

#include <math.h>
#include <string.h>

static const double smallest_size = 4, largest_size = 40;

GxColour
gx_colour_of_type (const char *type)
{
    /* Okabe & Ito: told apart with every kind of colour vision */
    static const struct {
        const char *type;
        GxColour colour;
    } colours[] = {
        { "person", { 0x00, 0x72, 0xb2 } },
        { "state", { 0xd5, 0x5e, 0x00 } },
        { "institution", { 0x00, 0x9e, 0x73 } },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
        if (strcmp (type, colours[i].type) == 0)
            return colours[i].colour;
    return (GxColour){ 0x99, 0x99, 0x99 };
}

double
gx_size_of_strength (double strength, double largest)
{
    return largest > 0 && strength > 0 ? smallest_size + (largest_size - smallest_size) * sqrt (strength / largest) : smallest_size;
}
