/* SPDX-License-Identifier: GPL-3.0-or-later
 * ask.h - which entity of a store a person means. */
#pragma once

#include <guanxi/guanxi.h>

/** The one entity that a name asks for: an id, a label, a name as the texts write it, or any name of the built-in dictionary (川普, 朝鮮).
 * Several: they are told in the error, none is picked. Borrowed from the store. */
const GxEntity *ask_entity (GxStore *store, const char *name, GError **error);
