/* SPDX-License-Identifier: GPL-3.0-or-later
 * word-list.c - words are sorted by their first byte; before that a bit tells whether any begins with the bytes at hand. */
#include "word-list.h"

#define N_KEYS     4096u
#define KEY_LENGTH 3 /* bytes, a Han character */

typedef struct {
    const char *word;
    gsize len;
} Word;

typedef struct {
    guint8 keys[N_KEYS / 8];         /* of words of so many bytes or more */
    guint8 is_short[G_MAXUINT8 + 1]; /* whether shorter words begin with this byte */
    guint start[G_MAXUINT8 + 2];     /* words that begin with a byte */
    Word words[];
} Compiled;

static inline guint8
small (char c)
{
    return (guint8)((guint8)(c - 'A') < 26 ? c | 0x20 : c);
}

static inline guint
key_of (const char *p)
{
    return (small (p[0]) * 33u ^ small (p[1]) * 129u ^ small (p[2]) * 5u) % N_KEYS;
}

static gpointer
compile (gpointer data)
{
    const GxWordList *list = data;
    Compiled *self = g_malloc0 (sizeof *self + list->n_words * sizeof *self->words);
    guint n = 0;

    for (guint first = 0; first <= G_MAXUINT8; first++) {
        self->start[first] = n;
        for (guint i = 0; i < list->n_words; i++) {
            Word word = { list->words[i], strlen (list->words[i]) };

            if (small (word.word[0]) != first)
                continue;
            self->words[n++] = word;
            if (word.len < KEY_LENGTH)
                self->is_short[first] = 1;
            else
                self->keys[key_of (word.word) / 8] |= (guint8)(1u << key_of (word.word) % 8);
        }
    }
    self->start[G_MAXUINT8 + 1] = n;
    return self;
}

/* The longest word that the rest of text from p on begins with. */
static inline gsize
longest_at (const Compiled *self, GxWordsCase letters, const char *p, const char *end)
{
    guint8 first = small (*p);
    gsize best = 0;

    if (!self->is_short[first] && (end - p < KEY_LENGTH || !(self->keys[key_of (p) / 8] >> key_of (p) % 8 & 1)))
        return 0;
    for (guint i = self->start[first]; i < self->start[first + 1]; i++) {
        const Word *word = &self->words[i];

        if (word->len > best && word->len <= (gsize)(end - p) &&
            (letters == GX_WORDS_EXACT ? memcmp (p, word->word, word->len) : g_ascii_strncasecmp (p, word->word, word->len)) == 0)
            best = word->len;
    }
    return best;
}

gsize
gx_word_list_begins (GxWordList *self, GxStr text)
{
    return text.len > 0 ? longest_at (gx_once_get (&self->once, compile, self), self->letters, text.data, text.data + text.len) : 0;
}

gboolean
gx_word_list_has (GxWordList *self, GxStr text)
{
    return text.len > 0 && gx_word_list_begins (self, text) == text.len;
}

gboolean
gx_word_list_holds (GxWordList *self, GxStr text)
{
    const Compiled *compiled = gx_once_get (&self->once, compile, self);
    const char *end = text.data + text.len;

    for (const char *p = text.data; p < end; p++)
        if (((guchar)*p & 0xC0) != 0x80 && longest_at (compiled, self->letters, p, end) > 0)
            return TRUE;
    return FALSE;
}
