/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/version.h - which guanxi this is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GX_VERSION_STRING "0.1.0"

/** Version of the library in use, and of GLib, a line each. The caller's, g_free(). */
char *gx_version_describe (void);

G_END_DECLS
