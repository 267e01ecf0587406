/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-latin-bodies.h - names of institutions in Latin letters that stand in no table. */
#pragma once

#include "draft.h"

void gx_rule_latin_bodies (GxDraft *self);
