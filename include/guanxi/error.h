/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/error.h - what can go wrong, in one error domain.
 *
 * Every function that can fail takes `GError **error` last and returns NULL or FALSE.
 * Messages name the file (and line, as `file:line: reason`) and end without a full stop. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GX_ERROR (gx_error_quark ())

/** The kinds of failure a caller may want to tell apart. */
typedef enum {
    GX_ERROR_FAILED,     /**< none of the others */
    GX_ERROR_IO,         /**< the system refused: missing, unreadable, full, not writable */
    GX_ERROR_FORMAT,     /**< bytes that are not what they claim to be (binary, damaged markup) */
    GX_ERROR_ENCODING,   /**< no known character encoding fits */
    GX_ERROR_EMPTY,      /**< nothing in it: an empty file, a folder without texts */
    GX_ERROR_DICTIONARY, /**< a table with a bad row: `file:line: reason` */
    GX_ERROR_STORE,      /**< a store that is damaged, or of another version */
    GX_ERROR_NETWORK,    /**< a graph computation was refused */
    GX_ERROR_NOT_FOUND,  /**< no such entity, document or edge */
    GX_ERROR_CANCELLED   /**< the caller, or a function of its, asked to stop */
} GxError;

GQuark gx_error_quark (void);

G_END_DECLS
