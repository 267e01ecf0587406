/* SPDX-License-Identifier: GPL-3.0-or-later
 * json-line.h - an object of JSON that is a line of a foreign file. */
#pragma once

#include "foreign.h"

#include <jansson.h>

/** The object; the caller's, json_decref(). NULL when it is none, which is complained of as what it isn't (`an item of a dump`). */
json_t *gx_json_line_read (GxImport *import, GxStr line, const char *what);
