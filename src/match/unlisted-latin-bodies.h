/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-latin-bodies.h - names of institutions in Latin letters that stand in no table. */
#pragma once

#include "unlisted.h"

void gx_rule_latin_bodies (GxDraft *self);
/** What the rows of candidates.tsv are called that weigh what stands beside an institution. */
extern const GxBesideLabels gx_body_labels;
