/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-words.c - the abbreviations after which ICU's sentence breaks are suppressed (CLDR's `ss=standard`), by language.
 *
 * The lists are read, not the break iterator used: it would have to walk over every word to tell about the few full stops. */
#include "sentence-rules.h"

#include "once.h"

#include <unicode/uchar.h>
#include <unicode/udata.h>
#include <unicode/ures.h>

#define LONGEST_WORD 24 /* bytes */

static const char *const languages[] = { "de", "fr", "es", "it", "pt", "ru" };

static GHashTable *
read_list (const char *language)
{
    GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    UErrorCode ec = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_open (U_ICUDATA_NAME "-brkitr", language, &ec);
    UResourceBundle *exceptions = ures_getByKey (bundle, "exceptions", NULL, &ec);
    UResourceBundle *list = ures_getByKey (exceptions, "SentenceBreak", NULL, &ec);
    gint32 n = U_SUCCESS (ec) ? ures_getSize (list) : 0;

    for (gint32 i = 0; i < n; i++) {
        char word[LONGEST_WORD + 1];
        gint32 len = (gint32)sizeof word;
        const char *text = ures_getUTF8StringByIndex (list, i, word, &len, TRUE, &ec);

        if (U_SUCCESS (ec) && len > 1 && len <= LONGEST_WORD && text[len - 1] == '.')
            g_hash_table_add (words, g_strndup (text, (gsize)len - 1));
        ec = U_ZERO_ERROR; /* a word too long is left out */
    }
    ures_close (list);
    ures_close (exceptions);
    ures_close (bundle);
    return words;
}

static gpointer
read_lists (gpointer unused)
{
    (void)unused;
    GHashTable **lists = g_new (GHashTable *, G_N_ELEMENTS (languages));

    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        lists[i] = read_list (languages[i]);
    return lists;
}

static GHashTable *const *
lists_get (void)
{
    static GxOnce once = GX_ONCE_INIT;

    return gx_once_get (&once, read_lists, NULL);
}

gboolean
gx_is_suppressed (const char *language, GxStr word)
{
    char key[LONGEST_WORD + 8];
    gunichar first;

    if (word.len == 0 || word.len > LONGEST_WORD)
        return FALSE;
    first = g_utf8_get_char (word.data);
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        if (languages[i][0] == language[0] && strcmp (languages[i], language) == 0) {
            gsize len = (gsize)g_utf8_skip[(guchar)word.data[0]], lower_len;

            memcpy (key, word.data, word.len);
            key[word.len] = '\0';
            if (g_hash_table_contains (lists_get ()[i], key))
                return TRUE;
            lower_len = (gsize)g_unichar_to_utf8 ((gunichar)u_tolower ((UChar32)first), key); /* it begins the sentence */
            memcpy (key + lower_len, word.data + len, word.len - len);
            key[lower_len + word.len - len] = '\0';
            return g_hash_table_contains (lists_get ()[i], key);
        }
    return FALSE;
}
