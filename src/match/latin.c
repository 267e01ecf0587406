/* SPDX-License-Identifier: GPL-3.0-or-later
 * latin.c - words of scripts that write words apart. */
#include "latin.h"

#include "neighbour.h"

/* Bytes of the longest first name looked for. */
#define LONGEST_NAME 32
/* Bytes of the longest word that counts as one the document writes with a small letter. */
#define LONGEST_WORD 63
/* Longest word of capitals that is no name in capitals: III. */
#define LONGEST_NUMERAL 3

gsize
gx_latin_word_end (const GxDraft *self, gsize start)
{
    GxStr text = self->text;
    gsize at = start, end = start;

    while (at < text.len) {
        gsize next;
        gunichar c = gx_char_at (text, at, &next);
        if (gx_is_word_script (c))
            end = next;
        else if ((c != '-' && c != '\'') || end != at)
            break;
        at = next;
    }
    gsize possessive = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_POSSESSIVE, text, end, GX_ANY_LENGTH);
    return end > start + possessive ? end - possessive : end;
}

gboolean
gx_latin_is_capital (const GxDraft *self, gsize start, gsize end)
{
    GxSpan clean = gx_folded_clean (self->folded, start, end);
    return g_unichar_isupper (g_utf8_get_char (gx_document_text (self->document).data + clean.start));
}

gsize
gx_latin_last_name (const GxDraft *self, gsize end)
{
    gsize last_end = gx_text_goes_on (self->text, end, " ") ? gx_latin_word_end (self, end + 1) : end;
    return last_end > end + 1 && gx_latin_is_capital (self, end + 1, last_end) ? last_end : 0;
}

gboolean
gx_latin_has_first_name (const GxDraft *self, gsize start)
{
    GxStr text = self->text;
    gsize before;

    if (!gx_text_ends (text, start, " "))
        return FALSE;
    gsize end = start - 1, first = end;
    while (first > 0) {
        gunichar c = gx_char_before (text, first, &before);
        if (!gx_is_word_script (c) && c != '-')
            break;
        first = before;
        if (end - first > LONGEST_NAME)
            return FALSE;
    }
    if (first == end || gx_draft_spot_ending (self, end))
        return FALSE;
    gsize blank = gx_text_ends (text, first, " ") ? 1 : 0;
    gunichar leading = gx_char_before (text, first - blank, &before);
    return (gx_is_han (leading) || (blank > 0 && (gx_is_word_script (leading) || leading == ','))) &&
           gx_latin_is_capital (self, first, end);
}

gboolean
gx_latin_is_in_chinese (const GxDraft *self, gsize start, gsize end)
{
    gsize at;

    if (gx_text_goes_on (self->text, end, " "))
        end = MAX (end, gx_latin_word_end (self, end + 1));
    start -= gx_text_ends (self->text, start, "(") ? 1 : 0;
    start -= gx_text_ends (self->text, start, " ") ? 1 : 0;
    end += gx_text_goes_on (self->text, end, " ") ? 1 : 0;
    return gx_is_han (gx_char_at (self->text, end, &at)) || gx_is_han (gx_char_before (self->text, start, &at));
}

/* The words of the clean text that begin with a small letter of ASCII. */
static GHashTable *
find_common (const GxDraft *draft)
{
    GHashTable *common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    GxStr text = gx_document_text (draft->document);
    char word[LONGEST_WORD + 1];

    for (gsize at = 0, end; at < text.len; at = end) {
        for (end = at; end < text.len && g_ascii_isalpha (text.data[end]);)
            end++;
        if (end > at && end - at < sizeof word && g_ascii_islower (text.data[at])) {
            memcpy (word, text.data + at, end - at);
            word[end - at] = '\0';
            if (!g_hash_table_contains (common, word))
                g_hash_table_add (common, g_strdup (word));
        }
        end += end == at ? 1 : 0;
    }
    return common;
}

gboolean
gx_latin_is_common (GxDraft *draft, GxSpan word)
{
    g_autofree char *key = g_strndup (draft->text.data + word.start, word.end - word.start);

    if (!draft->common)
        draft->common = find_common (draft);
    return g_hash_table_contains (draft->common, key);
}

char *
gx_latin_written_name (const GxDraft *draft, gsize start, gsize stop)
{
    GString *name = g_string_new (NULL);

    for (gsize at = start, end, next; at < stop; at = end) {
        guint n = 0, n_capitals = 0;
        gsize from = name->len;
        for (end = at; end < stop && draft->text.data[end] != ' '; end = next, n++) {
            gunichar c = gx_char_at (draft->text, end, &next);
            gboolean capital = gx_latin_is_capital (draft, end, next);
            n_capitals += capital ? 1 : 0;
            g_string_append_unichar (name, capital ? g_unichar_toupper (c) : c);
        }
        if (n == n_capitals && n > LONGEST_NUMERAL) {
            gsize first = (gsize)g_utf8_skip[(guchar)name->str[from]];
            g_autofree char *rest = g_utf8_strdown (name->str + from + first, -1);
            g_string_truncate (name, from + first);
            g_string_append (name, rest);
        }
        if (end < stop) {
            g_string_append_c (name, ' ');
            end++;
        }
    }
    return g_string_free (name, FALSE);
}
