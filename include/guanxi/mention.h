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

/** A state's name inside the name of an institution: 美国 in 美国国防部. It belongs to that mention and is none of its own. */
typedef struct {
    GxSpan clean;           /**< bytes of the clean text */
    GxSpan source;          /**< bytes of the source */
    const GxEntity *entity; /**< borrowed from the dictionary */
    guint part_of;          /**< index of the mention it is a part of */
} GxNested;

/** A name that several entities share and of which nothing tells whom it means: it is no mention. */
typedef struct {
    GxSpan clean;                      /**< bytes of the clean text */
    GxSpan source;                     /**< bytes of the source */
    const GxEntity *const *candidates; /**< two or more, sorted by id; the entities are borrowed from the dictionary */
    guint n_candidates;
    const char *rule; /**< what would have read it: `name`, `surname`, `portmanteau`, `short`; lives as long as the program */
    guint sentence;   /**< index of the sentence it starts in */
} GxUnresolved;

G_END_DECLS
