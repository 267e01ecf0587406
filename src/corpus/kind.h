/* SPDX-License-Identifier: GPL-3.0-or-later
 * kind.h - what a text is written in, and bytes that are no text.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/corpus.h>

/** What a file's name says it may hold; packing aside (`.gz` and the like). */
typedef enum {
    GX_ROLE_UNKNOWN,
    GX_ROLE_TEXT,    /**< one text, or an office document */
    GX_ROLE_XML,     /**< one text, or a dump */
    GX_ROLE_JSON,    /**< values of JSON */
    GX_ROLE_LINES,   /**< a value of JSON a line */
    GX_ROLE_TABLE,   /**< CSV, TSV */
    GX_ROLE_ARCHIVE, /**< files */
    GX_ROLE_MAIL,    /**< a message with what hangs on it */
    GX_ROLE_MAILBOX  /**< messages one behind the other */
} GxRole;

GxRole gx_kind_role (const char *name);
/** Whether the name's ending is that of a packed file. */
gboolean gx_kind_is_packed (const char *name);
/** The kind told by the name's ending (not `.txt`, which people put behind anything), else by the text. Never GX_KIND_AUTO. */
GxKind gx_kind_tell (const char *name, GxStr text);
/** Whether a file found in a folder is read, told by its ending. */
gboolean gx_kind_is_text_name (const char *name);
/** GX_KIND_DOCX, _ODT, _EPUB or _PDF when the bytes of a whole file are that, else GX_KIND_AUTO. */
GxKind gx_kind_of_bytes (const char *name, GxStr data);
/** What bytes are that begin like no text (`RTF document: save it as text or HTML first`), or NULL. Static. */
const char *gx_kind_of_binary (const char *name, GxStr data);
