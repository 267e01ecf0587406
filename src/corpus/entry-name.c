/* SPDX-License-Identifier: GPL-3.0-or-later
 * entry-name.c - names of files inside archives, made safe and readable. */
#include "entry-name.h"
#include "converter.h"
#include "likelihood.h"

/** What nothing is left of is called. */
#define NAMELESS "unnamed"
/** So sure, of 100, another encoding than GBK must be: names are short. */
#define SURE 90

/** Bytes of a name in UTF-8; the caller's. Archives made in China before UTF-8 are in GBK. */
static char *
decode (const char *raw)
{
    if (g_utf8_validate (raw, -1, NULL))
        return g_strdup (raw);
    GxStr bytes = gx_str (raw);
    GxUtf8Count count = gx_utf8_count (bytes);
    if (count.damaged >= count.wide) {
        GxGuess guess = gx_likelihood_guess (bytes);
        gboolean is_asian = guess.plausible && guess.confidence >= SURE && !g_str_equal (guess.encoding, "windows-1252");
        guint replaced = 0;
        g_autoptr (GString) text = gx_converter_read (bytes, is_asian ? guess.converter : "GB18030", &replaced, NULL);
        if (text)
            return g_strndup (text->str, text->len);
    }
    return g_utf8_make_valid (raw, -1);
}

/** Whether a part of a path leads somewhere else, or nowhere. */
static gboolean
is_trick (const char *part, gsize len)
{
    return len == 0 || (len == 1 && part[0] == '.') || (len == 2 && part[0] == '.' && part[1] == '.');
}

char *
gx_entry_name_clean (const char *raw)
{
    g_autofree char *text = decode (raw);
    GString *name = g_string_new (NULL);
    if (g_ascii_isalpha (text[0]) && text[1] == ':') /* a drive */
        memset (text, '/', 2);
    for (const char *part = text; part;) {
        gsize len = strcspn (part, "/\\");
        if (!is_trick (part, len)) {
            if (name->len > 0)
                g_string_append_c (name, '/');
            for (const char *p = part; p < part + len; p = g_utf8_next_char (p)) {
                gunichar c = g_utf8_get_char (p);
                g_string_append_unichar (name, g_unichar_iscntrl (c) ? 0xFFFD : c);
            }
        }
        part = part[len] ? part + len + 1 : NULL;
    }
    if (name->len == 0)
        g_string_append (name, NAMELESS);
    return g_string_free (name, FALSE);
}

gsize
gx_entry_name_stem (const char *name)
{
    static const char *const endings[] = { ".gz", ".xz", ".zst", ".bz2", ".lz4", ".lzma", ".lz", ".z" };
    const char *dot = strrchr (name, '.');
    for (gsize i = 0; dot && dot > name && i < G_N_ELEMENTS (endings); i++)
        if (g_ascii_strcasecmp (dot, endings[i]) == 0)
            return (gsize)(dot - name);
    return strlen (name);
}

char *
gx_entry_name_unpacked (const char *path)
{
    g_autofree char *base = g_path_get_basename (path);
    base[gx_entry_name_stem (base)] = '\0';
    return gx_entry_name_clean (base);
}
