/* SPDX-License-Identifier: GPL-3.0-or-later
 * scores.h - an evaluation as tables. */
#pragma once

#include "options.h"

/** Writes precision, recall and F1: of all, by type, by rule and of the first `top` documents (0: all). As an aligned table each of them
 * stands for itself; else all are one, with a column `by`. */
void write_scores (const GxEvaluation *evaluation, const Options *options, GxWriter *writer);
/** Writes the first `top` mistakes (0: all). In an aligned table a sentence is cut to what surrounds the mistake, in brackets. */
void write_mistakes (const GxEvaluation *evaluation, const Options *options, GxWriter *writer);
