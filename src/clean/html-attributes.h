/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-attributes.h - what an element's attributes say about its text.
 *
 * Threads    pure; a cache belongs to one thread. */
#pragma once

#include "html-words.h"
#include "markup.h"

/** Pages say the same of many elements: the last answers, by the attributes' bytes. */
typedef struct {
    struct {
        GxStr attributes;
        guint traits;
    } slots[256];
} GxTraitCache;

/** The traits of a start tag. O(bytes of its attributes). cache starts as zeros; page must outlive it. */
guint gx_attributes_traits (GxTraitCache *cache, const GxToken *token);
