/* SPDX-License-Identifier: GPL-3.0-or-later
 * word-list.h - a constant list of words, looked up without comparing each: it is compiled when it is first used.
 *
 *     static const char *const names[] = { "作者", "author" };
 *     static GxWordList labels = GX_WORD_LIST (names, GX_WORDS_ANY_CASE);
 *
 * Units      bytes of UTF-8. Words are not empty.
 * Threads    any number. */
#pragma once

#include <guanxi/str.h>

#include "once.h"

/** How letters of ASCII are compared. */
typedef enum { GX_WORDS_EXACT, GX_WORDS_ANY_CASE } GxWordsCase;

typedef struct {
    const char *const *words;
    guint n_words;
    GxWordsCase letters;
    GxOnce once;
} GxWordList;

#define GX_WORD_LIST(list, case)                                                                                                           \
    {                                                                                                                                      \
        (list), G_N_ELEMENTS (list), (case), GX_ONCE_INIT                                                                                  \
    }

/** Bytes of the longest word that text begins with; 0 when there is none. */
gsize gx_word_list_begins (GxWordList *self, GxStr text);
/** Whether text is one of the words. */
gboolean gx_word_list_has (GxWordList *self, GxStr text);
/** Whether a word stands anywhere in text. O(len). */
gboolean gx_word_list_holds (GxWordList *self, GxStr text);
