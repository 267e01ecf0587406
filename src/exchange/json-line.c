/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-line.h"

json_t *
gx_json_line_read (GxImport *import, GxStr line, const char *what)
{
    json_error_t wrong;
    json_t *object = json_loadb (line.data, line.len, 0, &wrong);
    if (json_is_object (object))
        return object;
    g_autofree char *reason = object ? g_strdup ("") : g_utf8_make_valid (wrong.text, -1); /* it quotes the line, cut anywhere */
    gx_import_complain (import, 0, "this is not %s%s%s", what, object ? "" : ": ", reason);
    json_decref (object);
    return NULL;
}
