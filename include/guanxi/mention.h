/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/mention.h - where a document speaks of an entity. */
#pragma once

#include <guanxi/document.h>
#include <guanxi/entity.h>

G_BEGIN_DECLS

/** One mention. */
typedef struct {
    GxSpan clean;           /**< bytes of the clean text */
    GxSpan source;          /**< bytes of the source */
    const GxEntity *entity; /**< borrowed from the dictionary (or store) */
    const char *rule; /**< how it was found: `name`, `alias`, `short:pair`, `title`, …; a string that lives as long as the program */
    guint sentence;   /**< index of the sentence it starts in */
} GxMention;

G_END_DECLS
