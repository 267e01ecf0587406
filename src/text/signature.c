/* SPDX-License-Identifier: GPL-3.0-or-later
 * signature.c - MinHash in one pass. */
#include "signature.h"

#include "tokens.h"

#include <string.h>

#define FACTOR G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)
/** Other numbers at the same places that make another text. */
#define FEW_NUMBERS 3

/** A signature in the making. */
typedef struct {
    guint64 least[GX_SIGNATURE_PLACES]; /* least shingle of each place; G_MAXUINT64: none */
    guint64 last[GX_SHINGLE_TOKENS];    /* a ring of the last tokens */
    guint n_shingles;
    guint64 n_tokens;
    guint64 before[2]; /* the last two tokens, all numbers alike */
} Body;

/** The place that a hash chooses. */
static guint
choose_place (guint64 hash)
{
    return (guint)((hash >> 32) * GX_SIGNATURE_PLACES >> 32);
}

static void
add_token (Body *body, guint64 token)
{
    guint64 shingle = 0;
    body->last[body->n_tokens++ % GX_SHINGLE_TOKENS] = token;
    if (body->n_tokens < GX_SHINGLE_TOKENS)
        return;
    for (guint64 i = 0; i < GX_SHINGLE_TOKENS; i++)
        shingle = (shingle + body->last[(body->n_tokens + i) % GX_SHINGLE_TOKENS]) * FACTOR;
    shingle = gx_mix (shingle);
    guint place = choose_place (shingle);
    body->least[place] = MIN (body->least[place], shingle);
    body->n_shingles += body->n_shingles < G_MAXUINT ? 1 : 0;
}

/** Keeps a number, if what stands before it is among the least hashes and new. */
static void
add_number (GxSignature *self, const Body *body, guint64 token)
{
    guint16 context = (guint16)(gx_mix (body->before[0] * FACTOR + body->before[1]) >> 48);
    guint at = 0;
    while (at < self->n_numbers && self->contexts[at] < context)
        at++;
    if (at == GX_SIGNATURE_NUMBERS || (at < self->n_numbers && self->contexts[at] == context))
        return;
    guint n_behind = MIN (self->n_numbers, GX_SIGNATURE_NUMBERS - 1) - at;
    memmove (&self->contexts[at + 1], &self->contexts[at], n_behind * sizeof *self->contexts);
    memmove (&self->numbers[at + 1], &self->numbers[at], n_behind * sizeof *self->numbers);
    self->contexts[at] = context;
    self->numbers[at] = (guint8)token;
    self->n_numbers = (guint8)MIN (self->n_numbers + 1, GX_SIGNATURE_NUMBERS);
}

/** Takes over the least shingles; an empty place borrows from one that chance, the same for every text, chooses. */
static void
fill_places (GxSignature *self, const Body *body)
{
    for (guint i = 0; i < GX_SIGNATURE_PLACES; i++) {
        guint place = i;
        for (guint64 attempt = 1; body->least[place] == G_MAXUINT64; attempt++)
            place = choose_place (gx_mix (attempt * FACTOR + i));
        self->places[i] = (guint8)gx_mix (body->least[place]);
    }
}

static gboolean
is_body (GxBlockType type)
{
    return type == GX_BLOCK_PARAGRAPH || type == GX_BLOCK_LIST_ITEM || type == GX_BLOCK_CELL;
}

/** Continues an exact number with all tokens of a text. */
static guint64
add_text (guint64 exact, GxStr folded)
{
    GxTokens tokens = gx_tokens_of (folded);
    for (guint64 token = gx_tokens_next (&tokens, GX_TOKENS_ALL); token; token = gx_tokens_next (&tokens, GX_TOKENS_ALL))
        exact = gx_mix (exact * FACTOR + token);
    return exact;
}

static guint64
add_block (GxSignature *self, GxStr folded, Body *body)
{
    guint64 exact = self->exact;
    GxTokens tokens = gx_tokens_of (folded);
    for (guint64 token = gx_tokens_next (&tokens, GX_TOKENS_ALL); token; token = gx_tokens_next (&tokens, GX_TOKENS_ALL)) {
        exact = gx_mix (exact * FACTOR + token);
        add_token (body, token);
        if (tokens.is_number)
            add_number (self, body, token);
        body->before[0] = body->before[1];
        body->before[1] = tokens.is_number ? gx_tokens_digits () : token;
    }
    return exact;
}

/** What else tells a short text from another: 0 without a text. */
static guint64
add_metadata (guint64 exact, const GxDocument *document)
{
    if (exact == 0)
        return 0;
    const char *title = gx_document_title (document), *date = gx_document_date (document);
    if (title) {
        g_autofree char *folded = gx_fold_name (title);
        exact = add_text (exact, gx_str (folded));
    }
    /* Copies have other names, so a date taken from a name says nothing; one in the text is there already. */
    if (date && gx_document_date_origin (document) == GX_DATE_METADATA)
        exact = add_text (exact, gx_str (date));
    return MAX (exact, 1);
}

void
gx_signature_make (GxSignature *self, const GxDocument *document, const GxFolded *folded)
{
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);
    GxStr text = gx_folded_text (folded);
    Body body = { .n_shingles = 0 };

    memset (self, 0, sizeof *self);
    memset (body.least, 0xFF, sizeof body.least);
    for (guint i = 0; i < n_blocks; i++) {
        if (blocks[i].type == GX_BLOCK_FURNITURE || blocks[i].type == GX_BLOCK_BYLINE)
            continue;
        gsize start = gx_folded_from_clean (folded, blocks[i].start), end = gx_folded_from_clean (folded, blocks[i].end);
        const GxStr block = { text.data + start, end - start };
        self->exact = is_body (blocks[i].type) ? add_block (self, block, &body) : add_text (self->exact, block);
    }
    self->exact = add_metadata (self->exact, document);
    self->n_shingles = body.n_shingles;
    if (body.n_shingles >= GX_SIGNATURE_MIN_SHINGLES)
        fill_places (self, &body);
}

double
gx_signature_compare (const GxSignature *self, const GxSignature *other)
{
    const double chance = 1.0 / 256; /* of two bytes to be the same */
    guint same = 0;
    for (guint i = 0; i < GX_SIGNATURE_PLACES; i++)
        same += self->places[i] == other->places[i] ? 1 : 0;
    return MAX (((double)same / GX_SIGNATURE_PLACES - chance) / (1 - chance), 0);
}

gboolean
gx_signature_numbers_differ (const GxSignature *self, const GxSignature *other)
{
    guint same = 0, different = 0;
    for (guint i = 0, j = 0; i < self->n_numbers && j < other->n_numbers;) {
        if (self->contexts[i] < other->contexts[j])
            i++;
        else if (self->contexts[i] > other->contexts[j])
            j++;
        else if (self->numbers[i++] == other->numbers[j++])
            same++;
        else
            different++;
    }
    return different >= FEW_NUMBERS && different > same;
}
