/* SPDX-License-Identifier: GPL-3.0-or-later
 * ranking.h - nodes of a network in the order of a measure. */
#pragma once

#include "options.h"

/** A table of the first `top` nodes (0: all) by a measure; ties share the lowest rank and stand in order of windows, then id.
 *  What is to be written as an aligned table has the usual measures only. */
GxTable *rank_nodes (const GxNetwork *network, GxMeasure by, guint top, GxTableFormat format);
