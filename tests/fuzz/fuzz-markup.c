/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-markup.c - any bytes as HTML and as XML: tokens lie in order and inside the page, tags and attributes inside their tokens. */
#include "fuzz.h"

#include "markup.h"

static gsize
offset_of (GxStr page, GxStr piece)
{
    g_assert_true (piece.data >= page.data && piece.data + piece.len <= page.data + page.len);
    return (gsize)(piece.data - page.data);
}

static void
check_tag (GxStr page, const GxToken *token)
{
    gsize at = 0;
    GxStr name, value;

    g_assert_cmpuint (token->name.len, >, 0);
    g_assert_cmpuint (offset_of (page, token->name), >, token->start);
    if (token->type != GX_TOKEN_START)
        return;
    while (gx_token_next_attribute (token, &at, &name, &value)) {
        g_assert_true (offset_of (page, name) >= token->start && offset_of (page, name) + name.len <= token->end);
        g_assert_true (value.len == 0 || (offset_of (page, value) >= token->start && offset_of (page, value) + value.len <= token->end));
    }
}

static void
run (GxStr page, GxMarkupMode mode)
{
    GxMarkup markup = gx_markup_start (page, 0, mode);
    GxToken token;
    gsize at = 0;

    while (gx_markup_next (&markup, &token)) {
        g_assert_true (token.start >= at && token.start <= token.end && token.end <= page.len);
        g_assert_true (token.end > at || token.start > at);
        if (token.type == GX_TOKEN_START || token.type == GX_TOKEN_END)
            check_tag (page, &token);
        at = token.end;
    }
    g_autofree char *decoded = gx_markup_decode (page, mode);
    g_assert_true (g_utf8_validate (decoded, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    const char *end;
    if (!g_utf8_validate_len ((const char *)data, size, &end))
        size = (size_t)(end - (const char *)data);
    run ((GxStr){ (const char *)data, size }, GX_MARKUP_HTML);
    run ((GxStr){ (const char *)data, size }, GX_MARKUP_XML);
    return 0;
}
