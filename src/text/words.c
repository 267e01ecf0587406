/* SPDX-License-Identifier: GPL-3.0-or-later
 * words.c - ICU's word breaks, found where they are asked for.
 *
 * Breaking with a dictionary costs far more than all else done to a text, and only the places around abbreviations are asked about. So a
 * text is broken stretch by stretch, each when a question first falls into it. A stretch ends where ICU breaks whatever follows: behind a
 * line end, 。 or 、, and behind a comma, colon and the like after a Han character; so the answers are those of the whole text. */
#include "words.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

typedef struct {
    gsize start;
    gboolean broken; /* its boundaries are known */
} Stretch;

struct _GxWords {
    UBreakIterator *breaker;
    UText *view; /* of a stretch */
    GxStr text;
    GArray *stretches;  /* of Stretch, in order, the first at 0 */
    GByteArray *breaks; /* a bit for each byte of the text and one for its end */
};

GxWords *
gx_words_new (void)
{
    UErrorCode ec = U_ZERO_ERROR;
    GxWords *self = g_new0 (GxWords, 1);

    self->breaker = ubrk_open (UBRK_WORD, "zh", NULL, 0, &ec);
    self->view = utext_openUTF8 (NULL, "", 0, &ec);
    if (U_FAILURE (ec))
        g_error ("ICU has no word breaks: %s", u_errorName (ec));
    self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
    self->breaks = g_byte_array_new ();
    gx_words_set_text (self, gx_str (""));
    return self;
}

void
gx_words_free (GxWords *self)
{
    if (!self)
        return;
    ubrk_close (self->breaker);
    utext_close (self->view);
    g_array_unref (self->stretches);
    g_byte_array_unref (self->breaks);
    g_free (self);
}

/* Whether a stretch may end behind the byte at i. */
static inline gboolean
ends_stretch (const guint8 *data, gsize i)
{
    guint8 c = data[i];

    if (c == '\n')
        return TRUE;
    if (c == 0x81 || c == 0x82) /* of 、 and 。 */
        return i >= 2 && data[i - 1] == 0x80 && data[i - 2] == 0xE3;
    return (c == ',' || c == ';' || c == ':' || c == '?' || c == '!') && i >= 3 && data[i - 3] >= 0xE4 && data[i - 3] <= 0xE9;
}

void
gx_words_set_text (GxWords *self, GxStr text)
{
    const guint8 *data = (const guint8 *)text.data;
    Stretch stretch = { 0, FALSE };

    self->text = text;
    g_byte_array_set_size (self->breaks, (guint)(text.len / 8 + 1));
    memset (self->breaks->data, 0, self->breaks->len);
    g_array_set_size (self->stretches, 0);
    g_array_append_val (self->stretches, stretch);
    for (gsize i = 0; i + 1 < text.len; i++)
        /* An accent behind the mark would belong to it: only where ASCII or a Han character follows. */
        if (ends_stretch (data, i) && (data[i] == '\n' || data[i + 1] < 0x80 || (data[i + 1] >= 0xE4 && data[i + 1] <= 0xE9))) {
            stretch.start = i + 1;
            g_array_append_val (self->stretches, stretch);
        }
}

static inline void
set_break (const GxWords *self, gsize offset)
{
    self->breaks->data[offset / 8] = (guint8)(self->breaks->data[offset / 8] | 1u << offset % 8);
}

static inline gboolean
has_break (const GxWords *self, gsize offset)
{
    return (self->breaks->data[offset / 8] >> offset % 8 & 1) != 0;
}

static guint
find_stretch (const GxWords *self, gsize offset)
{
    guint low = 0, high = self->stretches->len;

    while (high - low > 1) {
        guint middle = low + (high - low) / 2;

        if (g_array_index (self->stretches, Stretch, middle).start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Finds the words of the stretch at offset, unless that is done. When ICU fails (out of memory only) the stretch stays one word. */
static void
break_stretch (const GxWords *self, gsize offset)
{
    guint i = find_stretch (self, offset);
    Stretch *stretch = &g_array_index (self->stretches, Stretch, i);
    gsize end = i + 1 < self->stretches->len ? stretch[1].start : self->text.len;
    UErrorCode ec = U_ZERO_ERROR;

    if (stretch->broken)
        return;
    stretch->broken = TRUE;
    set_break (self, stretch->start);
    set_break (self, end);
    utext_openUTF8 (self->view, self->text.data + stretch->start, (int64_t)(end - stretch->start), &ec);
    ubrk_setUText (self->breaker, self->view, &ec);
    if (U_FAILURE (ec))
        return;
    for (int32_t at = ubrk_next (self->breaker); at != UBRK_DONE; at = ubrk_next (self->breaker))
        set_break (self, stretch->start + (gsize)at);
}

gboolean
gx_words_is_boundary (const GxWords *self, gsize offset)
{
    if (offset >= self->text.len)
        return TRUE;
    break_stretch (self, offset);
    return has_break (self, offset);
}

void
gx_words_at (const GxWords *self, gsize offset, gsize *start, gsize *end)
{
    if (offset >= self->text.len) {
        *start = *end = self->text.len;
        return;
    }
    break_stretch (self, offset);
    *start = offset;
    while (!has_break (self, *start))
        (*start)--;
    *end = offset + 1;
    while (*end < self->text.len && !has_break (self, *end))
        (*end)++;
}
