/* SPDX-License-Identifier: GPL-3.0-or-later
 * check-script.c - names that are not written as texts write them: the wrong script, letters that look alike, what is no name at all. */
#include "check.h"
#include "fold.h"

#include <string.h>

/* Letters of the longest abbreviation that may be a word, too: AID, WHO, UNITE. */
#define LONGEST_WORD_LIKE 5
/* Characters of the longest name. */
#define LONGEST_NAME 90

/* Sets of scripts, as bits. */
enum { LATIN = 1, HAN = 2, KATAKANA = 4, HIRAGANA = 8, HANGUL = 16, CYRILLIC = 32, GREEK = 64, OTHER = 128 };

static guint
script_of (gunichar c)
{
    switch (g_unichar_get_script (c)) {
    case G_UNICODE_SCRIPT_LATIN:
        return LATIN;
    case G_UNICODE_SCRIPT_HAN:
        return HAN;
    case G_UNICODE_SCRIPT_KATAKANA:
        return KATAKANA;
    case G_UNICODE_SCRIPT_HIRAGANA:
        return HIRAGANA;
    case G_UNICODE_SCRIPT_HANGUL:
        return HANGUL;
    case G_UNICODE_SCRIPT_CYRILLIC:
        return CYRILLIC;
    case G_UNICODE_SCRIPT_GREEK:
        return GREEK;
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
        return 0;
    default:
        return OTHER;
    }
}

/* The scripts of a text, up to its end. */
static guint
scripts_of (const char *text, const char *end)
{
    guint scripts = 0;
    for (const char *at = text; at < end; at = g_utf8_next_char (at))
        scripts |= script_of (g_utf8_get_char (at));
    return scripts;
}

static guint
scripts_of_all (const char *text)
{
    return scripts_of (text, text + strlen (text));
}

static const char *
script_name (guint scripts)
{
    static const struct {
        guint script;
        const char *name;
    } names[] = { { HANGUL, "Hangul" }, { KATAKANA, "katakana" }, { HIRAGANA, "hiragana" }, { CYRILLIC, "Cyrillic" },
                  { GREEK, "Greek" },   { HAN, "Han" },           { LATIN, "Latin" } };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (scripts & names[i].script)
            return names[i].name;
    return "another script";
}

void
gx_check_name_script (GxLook *self, const GxEntityRow *row)
{
    guint wrong = scripts_of_all (row->entity.name) & ~(guint)(HAN | LATIN);
    if (wrong)
        gx_look_doubt (self, GX_CHECK_NAME_SCRIPT, row->place, "the name \"%s\" is in %s", row->entity.name, script_name (wrong));
}

void
gx_check_english_script (GxLook *self, const GxEntityRow *row)
{
    guint wrong = scripts_of_all (row->entity.english) & ~(guint)LATIN;
    if (wrong)
        gx_look_doubt (self, GX_CHECK_ENGLISH_SCRIPT, row->place, "en \"%s\" is in %s", row->entity.english, script_name (wrong));
}

/* Whether c ends a word of letters. */
static gboolean
is_between_words (gunichar c)
{
    return c == ' ' || c == '-' || c == 0xB7 || c == 0x30FB;
}

/* Calls look for each word of text until it finds something. */
static gboolean
any_word (const char *text, gboolean (*look) (const char *word, const char *end))
{
    const char *word = text;
    for (const char *at = text;; at = g_utf8_next_char (at)) {
        gunichar c = *at ? g_utf8_get_char (at) : ' ';
        if (!is_between_words (c))
            continue;
        if (at > word && look (word, at))
            return TRUE;
        if (!*at)
            return FALSE;
        word = g_utf8_next_char (at);
    }
}

/* Letters of Cyrillic or Greek among Latin ones; kana and signs that look like Han characters among these (ニ for 二, 口 for ロ, ー for
 * 一). */
static gboolean
looks_alike (const char *word, const char *end)
{
    static const gunichar alike[] = { 0x30CB, 0x30ED, 0x30FC, 0x30AB, 0x30CF, 0x30A8, 0x3078, 0x30D8, 0x25CB, 0 };
    guint scripts = scripts_of (word, end);
    if ((scripts & LATIN) && (scripts & (CYRILLIC | GREEK)))
        return TRUE;
    if ((scripts & (CYRILLIC | GREEK)) == (CYRILLIC | GREEK))
        return TRUE;
    guint n_kana = 0, n_alike = 0, n_han = 0;
    for (const char *at = word; at < end; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        gboolean is_alike = FALSE;
        for (guint i = 0; alike[i]; i++)
            is_alike = is_alike || c == alike[i];
        n_alike += is_alike ? 1 : 0;
        n_kana += !is_alike && (script_of (c) & (KATAKANA | HIRAGANA)) ? 1 : 0;
        n_han += script_of (c) == HAN ? 1 : 0;
    }
    return n_han > 0 && n_alike > 0 && n_kana == 0;
}

void
gx_check_look_alike (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (any_word (name->text, looks_alike))
        gx_look_doubt (self, GX_CHECK_LOOK_ALIKE, name->place, "\"%s\" of %s has letters of another script that look alike", name->text,
                       row->entity.id);
}

/* Hangul beside Han or kana, Cyrillic beside any of them. */
static gboolean
is_mixed (const char *word, const char *end)
{
    guint scripts = scripts_of (word, end);
    if ((scripts & HANGUL) && (scripts & (HAN | KATAKANA | HIRAGANA)))
        return TRUE;
    return (scripts & (CYRILLIC | GREEK | OTHER)) && (scripts & (HAN | KATAKANA | HIRAGANA | HANGUL));
}

void
gx_check_mixed (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (any_word (name->text, is_mixed))
        gx_look_doubt (self, GX_CHECK_MIXED, name->place, "\"%s\" of %s mixes scripts", name->text, row->entity.id);
}

void
gx_check_single (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    (void)row;
    gboolean alias = !(name->flags & GX_ALIAS_LABEL);
    if (alias && !(name->flags & GX_ALIAS_CONTEXT) && *g_utf8_next_char (name->folded) == '\0')
        gx_look_doubt (self, GX_CHECK_SINGLE, name->place, "the alias \"%s\" is a single character", name->text);
}

void
gx_check_digits (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (!(name->flags & GX_ALIAS_CONTEXT) && strspn (name->folded, "0123456789.,-") == strlen (name->folded))
        gx_look_doubt (self, GX_CHECK_DIGITS, name->place, "\"%s\" of %s is a number", name->text, row->entity.id);
}

void
gx_check_abbreviation (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    gsize len = strlen (name->text);
    if (!gx_name_is_free (name) || len < 2 || len > LONGEST_WORD_LIKE)
        return;
    for (const char *at = name->text; *at; at++)
        if (!g_ascii_isupper (*at))
            return;
    gx_look_doubt (self, GX_CHECK_ABBREVIATION, name->place, "\"%s\" of %s is read in small letters, too", name->text, row->entity.id);
}

/* Whether a bracket opens at a place and holds more than one character: 印共（毛） is a name. */
static gboolean
is_explained (const char *open)
{
    const char *inside = g_utf8_next_char (open);
    return *inside && *g_utf8_next_char (inside) && !g_unichar_ispunct (g_utf8_get_char (g_utf8_next_char (inside)));
}

/* An explanation of the person who made the list: 北风（记者）. States' own are written so: 刚果（布）. */
void
gx_check_brackets (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    static const char *const open[] = { "（", "(", "【", "［", NULL };
    if ((name->flags & GX_ALIAS_LABEL) || row->entity.type == GX_ENTITY_STATE)
        return;
    for (guint i = 0; open[i]; i++) {
        const char *at = strstr (name->text, open[i]);
        if (!at || !is_explained (at))
            continue;
        gx_look_doubt (self, GX_CHECK_BRACKETS, name->place, "\"%s\" of %s has an explanation in brackets", name->text, row->entity.id);
        return;
    }
}

void
gx_check_pattern (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    static const char *const signs[] = { ".*", ".+", "\\", "^", "$", "*", "?", "%s", "{", "[", NULL };
    for (guint i = 0; signs[i]; i++)
        if (strstr (name->text, signs[i])) {
            gx_look_doubt (self, GX_CHECK_PATTERN, name->place, "\"%s\" of %s has \"%s\" in it", name->text, row->entity.id, signs[i]);
            return;
        }
}

void
gx_check_markup (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    const char *reference = strchr (name->text, '&');
    gboolean is_reference = reference && strchr (reference, ';') && !strchr (reference, ' ');
    if (is_reference || strpbrk (name->text, "<>") || strstr (name->text, "''"))
        gx_look_doubt (self, GX_CHECK_MARKUP, name->place, "\"%s\" of %s has markup in it", name->text, row->entity.id);
}

static gboolean
is_private_or_lost (gunichar c)
{
    return c == 0xFFFD || g_unichar_type (c) == G_UNICODE_PRIVATE_USE || g_unichar_type (c) == G_UNICODE_UNASSIGNED;
}

/* UTF-8 that was taken for Latin-1: Ã©, å, æ before characters of its upper half that no word has. */
static gboolean
is_taken_for_latin (gunichar c, gunichar next)
{
    return (c == 0xC3 || c == 0xC2 || (c >= 0xE4 && c <= 0xE9)) && ((next >= 0x80 && next <= 0xBF) || next == 0x2026 || next == 0x20AC);
}

void
gx_check_damaged (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    for (const char *at = name->text; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at), next = g_utf8_get_char (g_utf8_next_char (at));
        if (!is_private_or_lost (c) && !is_taken_for_latin (c, next))
            continue;
        gx_look_doubt (self, GX_CHECK_DAMAGED, name->place, "\"%s\" of %s has damaged characters", name->text, row->entity.id);
        return;
    }
}

void
gx_check_address (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (strstr (name->text, "://") || g_str_has_prefix (name->folded, "www.") || strchr (name->text, '@'))
        gx_look_doubt (self, GX_CHECK_ADDRESS, name->place, "\"%s\" of %s is an address", name->text, row->entity.id);
}

void
gx_check_is_id (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (gx_id_is_wikidata (name->text) && strlen (name->text) > 2)
        gx_look_doubt (self, GX_CHECK_IS_ID, name->place, "\"%s\" of %s is an id, not a name", name->text, row->entity.id);
}

/* Names in a row that somebody has not parted by |: 甘地；圣雄甘地. */
void
gx_check_several (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    gboolean listed = strstr (name->text, "、") && g_utf8_strlen (name->text, -1) < 10;
    if (strstr (name->text, "；") || (strchr (name->text, ';') && !strchr (name->text, '&')) || strstr (name->text, "，") ||
        strstr (name->text, "｜") || strstr (name->text, " / ") || listed)
        gx_look_doubt (self, GX_CHECK_SEVERAL, name->place, "\"%s\" of %s is perhaps several names", name->text, row->entity.id);
}

static gboolean
is_mark_at_edge (gunichar c, const char *allowed)
{
    return (g_unichar_ispunct (c) || c == 0xB7) && !g_utf8_strchr (allowed, -1, c);
}

void
gx_check_punctuation (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    const char *last = g_utf8_prev_char (name->text + strlen (name->text));
    gunichar begins = g_utf8_get_char (name->text), ends = g_utf8_get_char (last);
    if (begins == '~' || begins == '=' || begins == 0xFF5E || begins == 0xFF1D)
        return; /* a mark out of place */
    if (is_mark_at_edge (begins, "《「『“\"'’(（[【{［<@") || is_mark_at_edge (ends, "》」』”\"'’)）]】}］>.!+-?*"))
        gx_look_doubt (self, GX_CHECK_PUNCTUATION, name->place, "\"%s\" of %s begins or ends with a mark", name->text, row->entity.id);
}

void
gx_check_long (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    glong n = g_utf8_strlen (name->text, -1);
    if (n > LONGEST_NAME)
        gx_look_doubt (self, GX_CHECK_LONG, name->place, "a name of %s has %ld characters", row->entity.id, n);
}

void
gx_check_mark (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    gunichar c = g_utf8_get_char (name->text);
    if (c == '~' || c == '=' || c == 0xFF5E || c == 0xFF1D || c == 0x301C)
        gx_look_doubt (self, GX_CHECK_MARK, name->place, "\"%s\" of %s begins with a mark", name->text, row->entity.id);
}
