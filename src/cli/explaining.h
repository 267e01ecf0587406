/* SPDX-License-Identifier: GPL-3.0-or-later
 * explaining.h - what an explanation looks like to people. */
#pragma once

#include <guanxi/guanxi.h>

/** The sentence (or block, where there is none) of a case under its place, with these clean ranges, in order, in brackets. */
void print_sentence (const GxReading *reading, const GxCase *told, const GxSpan *marked, guint n_marked, GxWriter *writer);
/** A line on a case: where, who, and why or why not. */
void print_case (const GxReading *reading, const GxCase *told, GxWriter *writer);
