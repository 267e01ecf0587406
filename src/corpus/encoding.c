/* SPDX-License-Identifier: GPL-3.0-or-later
 * encoding.c - the evidence for an encoding, asked in order. */
#include "encoding.h"
#include "converter.h"
#include "likelihood.h"
#include "utf16.h"

#include <unicode/ucsdet.h>

/** How far into a page its own word on its encoding is looked for. */
#define DECLARATION_BYTES 4096u
/** Bytes ICU's detector is shown. */
#define DETECTOR_BYTES 32768u
/** ICU's confidence, of 100, below which its guess is no better than Western. */
#define LEAST_CONFIDENCE 50
/** How sure what a page says of itself is. */
#define DECLARED_CONFIDENCE 95
/** Damaged UTF-8 has at least so many whole characters for each damaged sequence. */
#define WHOLE_PER_DAMAGE 3u
/** A text has at most one control character in so many bytes, a few aside. */
#define BYTES_PER_CONTROL 50u
#define CONTROLS_FORGIVEN 3u
/** In what was decoded as declared, at most one damaged sequence in so many bytes. */
#define BYTES_PER_DAMAGE 100u

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UCharsetDetector, ucsdet_close)

/** How a name on a page is to be read: pages say gb2312 and mean all of GBK, and Big5 with or without Hong Kong's additions. */
typedef struct {
    const char *label, *encoding, *converter;
} Label;

static const Label labels[] = {
    { "gb2312", "GB18030", "GB18030" },
    { "gb_2312-80", "GB18030", "GB18030" },
    { "gbk", "GB18030", "GB18030" },
    { "x-gbk", "GB18030", "GB18030" },
    { "cp936", "GB18030", "GB18030" },
    { "gb18030", "GB18030", "GB18030" },
    { "big5", "Big5", "Big5-HKSCS" },
    { "big-5", "Big5", "Big5-HKSCS" },
    { "x-x-big5", "Big5", "Big5-HKSCS" },
    { "cp950", "Big5", "Big5-HKSCS" },
    { "big5-hkscs", "Big5-HKSCS", "Big5-HKSCS" },
    { "euc-kr", "EUC-KR", "windows-949" },
    { "euckr", "EUC-KR", "windows-949" },
    { "ks_c_5601-1987", "EUC-KR", "windows-949" },
    { "cp949", "EUC-KR", "windows-949" },
    { "shift_jis", "Shift_JIS", "Shift_JIS" },
    { "shift-jis", "Shift_JIS", "Shift_JIS" },
    { "sjis", "Shift_JIS", "Shift_JIS" },
    { "x-sjis", "Shift_JIS", "Shift_JIS" },
    { "cp932", "Shift_JIS", "Shift_JIS" },
};

static const Label *
find_label (const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
        if (g_ascii_strcasecmp (labels[i].label, name) == 0)
            return &labels[i];
    return NULL;
}

/** Whether name means UTF-8, whose damage is better repaired than converted. */
static gboolean
is_utf8_name (const char *name)
{
    return g_ascii_strcasecmp (name, "UTF-8") == 0 || g_ascii_strcasecmp (name, "UTF8") == 0;
}

static void
set (GxDecoded *decoded, GString *text, const char *encoding, guint replaced)
{
    decoded->len = text ? text->len : 0;
    decoded->text = text ? g_string_free (text, FALSE) : NULL;
    decoded->encoding = g_strdup (encoding);
    decoded->replaced = replaced;
    decoded->confidence = 100;
}

static gboolean
read_utf8 (GxStr data, GxDecoded *decoded)
{
    guint replaced = 0;
    GString *text = g_utf8_validate_len (data.data, data.len, NULL) ? NULL : gx_utf8_repair (data, &replaced);
    set (decoded, text, "UTF-8", replaced);
    return TRUE;
}

/** The same, for bytes that are UTF-8 with some damaged sequences. */
static gboolean
read_damaged_utf8 (GxStr data, const GxUtf8Count *count, GxDecoded *decoded)
{
    guint replaced = 0;
    GString *text = gx_utf8_repair (data, &replaced);
    set (decoded, text, "UTF-8", replaced);
    if (count->damaged > 0)
        decoded->confidence = (guint)MIN (count->whole * 100 / (count->whole + count->damaged), 99);
    return TRUE;
}

static gboolean
read_with (GxStr data, const char *converter, const char *encoding, GxDecoded *decoded, GError **error)
{
    guint replaced = 0;
    GString *text = gx_converter_read (data, converter, &replaced, error);
    if (!text)
        return FALSE;
    set (decoded, text, encoding, replaced);
    return TRUE;
}

static gboolean
read_forced (GxStr data, const char *forced, GxDecoded *decoded, GError **error)
{
    if (is_utf8_name (forced))
        return read_utf8 (data, decoded);
    const Label *label = find_label (forced);
    if (label)
        return read_with (data, label->converter, label->encoding, decoded, error);
    g_autofree char *name = gx_converter_name (forced);
    return read_with (data, forced, name ? name : forced, decoded, error);
}

gboolean
gx_encoding_check (const char *forced, GError **error)
{
    if (is_utf8_name (forced) || find_label (forced))
        return TRUE;
    g_autofree char *name = gx_converter_name (forced);
    if (!name)
        g_set_error (error, GX_ERROR, GX_ERROR_ENCODING, "unknown encoding %s", forced);
    return name != NULL;
}

/** A byte order mark. */
typedef struct {
    const char *bytes;
    gsize len;
    const char *encoding;
} Mark;

/* Longer marks first: UTF-32's begins like UTF-16's. */
static const Mark marks[] = {
    { "\xFF\xFE\x00\x00", 4, "UTF-32LE" }, { "\x00\x00\xFE\xFF", 4, "UTF-32BE" }, { "\x84\x31\x95\x33", 4, "GB18030" },
    { "\xFF\xFE", 2, "UTF-16LE" },         { "\xFE\xFF", 2, "UTF-16BE" },
};

static const Mark *
find_mark (GxStr data)
{
    for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
        if (data.len >= marks[i].len && memcmp (data.data, marks[i].bytes, marks[i].len) == 0)
            return &marks[i];
    return NULL;
}

static gboolean
is_western (const GxGuess *guess)
{
    return g_str_equal (guess->encoding, "windows-1252");
}

/** Whether there are more control characters than a text has. */
static gboolean
is_binary (GxStr data)
{
    gsize controls = 0;
    for (gsize i = 0; i < data.len; i++) {
        guint8 c = (guint8)data.data[i];
        controls += (c < 0x20 && (c < 0x09 || c > 0x0D) && c != 0x1B) || c == 0x7F ? 1 : 0;
    }
    return controls > CONTROLS_FORGIVEN && controls * BYTES_PER_CONTROL > data.len;
}

/** The value after key (`charset`, `encoding`) in text, or NULL; the caller's. */
static char *
find_value (GxStr text, const char *key)
{
    gsize len = strlen (key);
    for (gsize i = 0; i + len < text.len; i++) {
        if (g_ascii_strncasecmp (text.data + i, key, len) != 0)
            continue;
        gsize start = i + len;
        while (start < text.len && g_ascii_isspace (text.data[start]))
            start++;
        if (start == text.len || text.data[start] != '=')
            continue;
        start++;
        while (start < text.len && (g_ascii_isspace (text.data[start]) || text.data[start] == '"' || text.data[start] == '\''))
            start++;
        gsize end = start;
        while (end < text.len && (g_ascii_isalnum (text.data[end]) || strchr ("-_:.", text.data[end])))
            end++;
        if (end > start)
            return g_strndup (text.data + start, end - start);
    }
    return NULL;
}

/** What a page says of its encoding, or NULL; the caller's. */
static char *
find_declaration (GxStr data)
{
    GxStr head = { data.data, MIN (data.len, DECLARATION_BYTES) };
    if (g_strstr_len (head.data, (gssize)head.len, "<?xml")) {
        char *value = find_value (head, "encoding");
        if (value)
            return value;
    }
    for (gsize i = 0; i + 5 < head.len; i++)
        if (head.data[i] == '<' && g_ascii_strncasecmp (head.data + i, "<meta", 5) == 0)
            return find_value ((GxStr){ head.data + i, head.len - i }, "charset");
    return NULL;
}

/** Reads as the page says; FALSE when it says nothing, or what can't be true. */
static gboolean
read_declared (GxStr data, GxDecoded *decoded)
{
    g_autofree char *declared = find_declaration (data);
    /* Pages that say Western are often in another encoding, and none that can be read so far is in UTF-16. */
    if (!declared || is_utf8_name (declared) || g_ascii_strncasecmp (declared, "UTF-16", 6) == 0 ||
        g_ascii_strcasecmp (declared, "ISO-8859-1") == 0 || g_ascii_strcasecmp (declared, "windows-1252") == 0 ||
        !read_forced (data, declared, decoded, NULL))
        return FALSE;
    decoded->confidence = DECLARED_CONFIDENCE;
    if (decoded->replaced <= 1 || (gsize)decoded->replaced * BYTES_PER_DAMAGE <= data.len)
        return TRUE;
    g_clear_pointer (&decoded->text, g_free);
    g_clear_pointer (&decoded->encoding, g_free);
    return FALSE;
}

/** ICU's guess among single-byte encodings; the caller's; NULL when it has none but Western. */
static char *
guess_single_byte (GxStr data, guint *sure)
{
    UErrorCode code = U_ZERO_ERROR;
    g_autoptr (UCharsetDetector) detector = ucsdet_open (&code);
    if (U_FAILURE (code))
        return NULL;
    ucsdet_setText (detector, data.data, (int32_t)MIN (data.len, DETECTOR_BYTES), &code);
    int32_t n = 0;
    const UCharsetMatch **matches = ucsdet_detectAll (detector, &n, &code);
    for (int32_t i = 0; U_SUCCESS (code) && i < n; i++) {
        const char *name = ucsdet_getName (matches[i], &code);
        int32_t confidence = ucsdet_getConfidence (matches[i], &code);
        if (U_FAILURE (code) || confidence < LEAST_CONFIDENCE)
            return NULL;
        /* Turkish Latin is Western but for six letters, too few to tell it by. */
        if (g_str_equal (name, "ISO-8859-1") || g_str_equal (name, "ISO-8859-9"))
            return NULL;
        if (g_str_has_prefix (name, "windows-") || g_str_has_prefix (name, "KOI8") || g_str_has_prefix (name, "ISO-8859")) {
            *sure = (guint)confidence;
            return g_strdup (name);
        }
    }
    return NULL;
}

static gboolean
read_guessed (GxStr data, GxGuess guess, GxDecoded *decoded, GError **error)
{
    guint confidence = guess.confidence;
    g_autofree char *single = is_western (&guess) ? guess_single_byte (data, &confidence) : NULL;
    if (!single && !guess.plausible) {
        g_set_error (error, GX_ERROR, GX_ERROR_ENCODING, "no known encoding fits");
        return FALSE;
    }
    if (!read_with (data, single ? single : guess.converter, single ? single : guess.encoding, decoded, error))
        return FALSE;
    decoded->confidence = confidence;
    return TRUE;
}

/** Everything but the options and the marks. */
static gboolean
detect (GxStr data, GxDecoded *decoded, GError **error)
{
    gboolean valid = g_utf8_validate_len (data.data, data.len, NULL);
    guint confidence = 0;
    const char *utf16 = valid ? NULL : gx_utf16_find (data, &confidence);
    if (utf16) {
        if (!read_with (data, utf16, utf16, decoded, error))
            return FALSE;
        decoded->confidence = confidence;
        return TRUE;
    }
    if (is_binary (data)) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "not a text (binary data)");
        return FALSE;
    }
    if (valid) {
        set (decoded, NULL, "UTF-8", 0);
        return TRUE;
    }
    const GxUtf8Count count = gx_utf8_count (data);
    if (count.damaged * WHOLE_PER_DAMAGE <= count.whole)
        return read_damaged_utf8 (data, &count, decoded);
    if (read_declared (data, decoded))
        return TRUE;
    GxGuess guess = gx_likelihood_guess (data);
    /* Whole characters of UTF-8 don't come about by chance where nothing else fits. */
    if (count.damaged <= count.whole && (count.wide > count.damaged || !guess.plausible || is_western (&guess)))
        return read_damaged_utf8 (data, &count, decoded);
    return read_guessed (data, guess, decoded, error);
}

gboolean
gx_encoding_decode (GxStr data, const char *forced, const char *name, GxDecoded *decoded, GError **error)
{
    const Mark *mark = forced ? NULL : find_mark (data);
    GError *reason = NULL;
    gboolean ok = TRUE;
    if (forced)
        ok = read_forced (data, forced, decoded, &reason);
    else if (mark)
        ok = read_with ((GxStr){ data.data + mark->len, data.len - mark->len }, mark->encoding, mark->encoding, decoded, &reason);
    else
        ok = detect (data, decoded, &reason);
    if (!ok)
        g_propagate_prefixed_error (error, reason, "%s: ", name);
    return ok;
}
