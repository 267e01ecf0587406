/* SPDX-License-Identifier: GPL-3.0-or-later
 * converter.c - ICU's converters with a count of what they could not read. */
#include "converter.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#define REPLACEMENT "\xEF\xBF\xBD"
/** Characters between the two halves of a conversion. */
#define PIVOT_SIZE 4096
/** Bytes written at once. */
#define CHUNK_SIZE 16384

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UConverter, ucnv_close)

/** ICU calls this for what it cannot read: counts it and writes U+FFFD. */
static void U_CALLCONV
replace (const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length, UConverterCallbackReason reason,
         UErrorCode *code)
{
    (void)units;
    (void)length;
    if (reason > UCNV_IRREGULAR)
        return; /* reset, close, clone */
    static const UChar replacement = 0xFFFD;
    ++*(guint *)context;
    *code = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars (args, &replacement, 1, 0, code);
}

static UConverter *
open_converter (const char *name, GError **error)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open (name, &code);
    if (U_SUCCESS (code))
        return converter;
    g_set_error (error, GX_ERROR, GX_ERROR_ENCODING, "unknown encoding %s", name);
    return NULL;
}

/** Runs all of data through both converters into text. */
static gboolean
convert (UConverter *from, UConverter *to, GxStr data, GString *text, GError **error)
{
    UChar pivot[PIVOT_SIZE];
    UChar *pivot_source = pivot, *pivot_target = pivot;
    const char *source = data.data, *end = data.data + data.len;
    UErrorCode code = U_BUFFER_OVERFLOW_ERROR;
    for (UBool first = TRUE; code == U_BUFFER_OVERFLOW_ERROR; first = FALSE) {
        char chunk[CHUNK_SIZE], *target = chunk;
        code = U_ZERO_ERROR;
        ucnv_convertEx (to, from, &target, chunk + sizeof chunk, &source, end, pivot, &pivot_source, &pivot_target, pivot + PIVOT_SIZE,
                        first, TRUE, &code);
        g_string_append_len (text, chunk, target - chunk);
    }
    if (U_SUCCESS (code))
        return TRUE;
    g_set_error (error, GX_ERROR, GX_ERROR_ENCODING, "%s", u_errorName (code));
    return FALSE;
}

/** Text in which every NUL is U+FFFD. Takes text over. */
static GString *
without_nuls (GString *text, guint *replaced)
{
    if (!memchr (text->str, 0, text->len))
        return text;
    GxStr raw = { text->str, text->len };
    GString *repaired = gx_utf8_repair (raw, replaced);
    g_string_free (text, TRUE);
    return repaired;
}

GString *
gx_converter_read (GxStr data, const char *converter, guint *replaced, GError **error)
{
    g_autoptr (UConverter) from = open_converter (converter, error);
    g_autoptr (UConverter) to = from ? open_converter ("UTF-8", error) : NULL;
    if (!to)
        return NULL;
    guint bad = 0;
    UErrorCode code = U_ZERO_ERROR;
    ucnv_setToUCallBack (from, replace, &bad, NULL, NULL, &code);
    g_autoptr (GString) text = g_string_sized_new (data.len + data.len / 2);
    if (U_FAILURE (code)) {
        g_set_error (error, GX_ERROR, GX_ERROR_ENCODING, "%s", u_errorName (code));
        return NULL;
    }
    if (data.len > 0 && !convert (from, to, data, text, error))
        return NULL;
    guint nuls = 0;
    GString *clean = without_nuls (g_steal_pointer (&text), &nuls);
    *replaced = bad + nuls;
    return clean;
}

char *
gx_converter_name (const char *converter)
{
    UErrorCode code = U_ZERO_ERROR;
    const char *name = ucnv_getStandardName (converter, "IANA", &code);
    if (U_SUCCESS (code) && name)
        return g_strdup (name);
    g_autoptr (UConverter) opened = open_converter (converter, NULL);
    if (!opened)
        return NULL;
    code = U_ZERO_ERROR;
    name = ucnv_getName (opened, &code);
    return U_SUCCESS (code) ? g_strdup (name) : NULL;
}

GString *
gx_utf8_repair (GxStr data, guint *replaced)
{
    GString *text = g_string_sized_new (data.len);
    const char *p = data.data, *end = data.data + data.len;
    *replaced = 0;
    while (p < end) {
        const char *bad;
        (void)g_utf8_validate_len (p, (gsize)(end - p), &bad);
        g_string_append_len (text, p, bad - p);
        if (bad == end)
            break;
        const guint8 *bytes = (const guint8 *)bad;
        gsize skipped = 0;
        UChar32 c = 0;
        U8_NEXT (bytes, skipped, (gsize)(end - bad), c);
        (void)c; /* a NUL, or less than 0 */
        g_string_append (text, REPLACEMENT);
        ++*replaced;
        p = bad + skipped;
    }
    return text;
}

GxUtf8Count
gx_utf8_count (GxStr data)
{
    const guint8 *bytes = (const guint8 *)data.data;
    GxUtf8Count count = { 0 };
    for (gsize i = 0; i < data.len;) {
        gsize start = i;
        UChar32 c = 0;
        U8_NEXT (bytes, i, data.len, c);
        count.whole += c > 0x7F ? 1 : 0;
        count.wide += c > 0x7FF ? 1 : 0;
        count.damaged += c < 0 && (i < data.len || !U8_IS_LEAD (bytes[start])) ? 1 : 0;
    }
    return count;
}
