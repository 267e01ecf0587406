/* SPDX-License-Identifier: GPL-3.0-or-later
 * language.c - scripts are counted, then words. */
#include "language.h"

#include "byte-blocks.h"
#include "fold.h"
#include "language-words.h"

#include <unicode/uchar.h>

#define LONGEST_WORD  GX_LANGUAGE_LONGEST_WORD
#define MAX_SCORES    32
#define MAX_LANGUAGES 64 /* of one document */
#define ENOUGH_HAN    24 /* Han characters without any kana or Hangul: the language is known */
#define HAN_LETTERS   3  /* a Han character says as much as so many letters */
#define ENOUGH_WORDS  8  /* of the commonest ones */
#define SURE_HAN      12
#define SURE_LETTERS  4
#define SURE_SCORE    2

/* A writing system; `und` where its letters serve several languages, which are told further on. */
static const struct {
    gunichar first, last;
    const char *code;
} scripts[] = {
    { 0x0041, 0x024F, "latin" }, { 0x0370, 0x03FF, "el" }, { 0x0400, 0x052F, "ru" }, { 0x0531, 0x058F, "hy" },    { 0x0590, 0x05FF, "he" },
    { 0x0600, 0x06FF, "ar" },    { 0x0750, 0x077F, "ar" }, { 0x0900, 0x097F, "hi" }, { 0x0980, 0x09FF, "bn" },    { 0x0B80, 0x0BFF, "ta" },
    { 0x0E00, 0x0E7F, "th" },    { 0x0E80, 0x0EFF, "lo" }, { 0x0F00, 0x0FFF, "bo" }, { 0x1000, 0x109F, "my" },    { 0x10A0, 0x10FF, "ka" },
    { 0x1200, 0x139F, "am" },    { 0x1780, 0x17FF, "km" }, { 0x1800, 0x18AF, "mn" }, { 0x1E00, 0x1EFF, "latin" }, { 0x1F00, 0x1FFF, "el" },
    { 0xFF21, 0xFF5A, "latin" },
};

#define LATIN 0 /* its index */

/* Letters that a language adds to its script. */
static const struct {
    const char *script, *code, *letters;
} additions[] = {
    { "ru", "uk", "іїєґ" }, { "ru", "be", "ў" },     { "ru", "sr", "ђљњћџј" }, { "ru", "kk", "әғқңұһ" },
    { "ru", "mn", "өү" },   { "ar", "fa", "پچژگک" }, { "ar", "ur", "ٹڈڑےں" },  { "ar", "ug", "ۇېەۆ" },
};

typedef struct {
    guint han, kana, hangul, letters;     /* letters: of all other scripts */
    guint kana_attached, hangul_attached; /* directly behind a Han character, as endings and particles are */
    guint of_script[G_N_ELEMENTS (scripts)];
    guint of_addition[G_N_ELEMENTS (additions)];
    guint latin;              /* ASCII letters */
    guint n_known;            /* words of the tables */
    guint scores[MAX_SCORES]; /* of languages of Latin script */
} Counts;

typedef struct {
    const char *code;
    gboolean is_sure;
} Guess;

static gboolean
is_kana (gunichar c)
{
    return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC || (c >= 0xFF66 && c <= 0xFF9D);
}

static void
count_other (Counts *counts, gunichar c)
{
    guint i = 0;

    while (i < G_N_ELEMENTS (scripts) && (c < scripts[i].first || c > scripts[i].last))
        i++;
    if (i == G_N_ELEMENTS (scripts) || !u_isalpha ((UChar32)c))
        return;
    counts->of_script[i]++;
    counts->letters++;
    for (guint k = 0; c >= 0x80 && k < G_N_ELEMENTS (additions); k++)
        if (strcmp (additions[k].script, scripts[i].code) == 0 && g_utf8_strchr (additions[k].letters, -1, c))
            counts->of_addition[k]++;
}

static void
add_scores (Counts *counts, guint languages)
{
    for (; languages != 0; languages &= languages - 1)
        counts->scores[gx_bytes_first (languages)]++;
}

static void
count_known (Counts *counts, const char *word)
{
    guint languages = gx_language_words_find (word);

    add_scores (counts, languages);
    counts->n_known += languages != 0;
}

/* Whether c joins words to addresses and names of files. */
static gboolean
is_joint (char c)
{
    return c > ' ' && (g_ascii_isdigit (c) || strchr ("/_@=&%#~\\", c));
}

/* Whether the word [word, end) is part of an address or the like, not of a sentence. */
static gboolean
is_in_address (GxStr text, const char *word, const char *end)
{
    const char *last = text.data + text.len;

    if (word > text.data && word[-1] == ' ' && end < last && *end == ' ')
        return FALSE;
    return (word > text.data && (is_joint (word[-1]) || (word[-1] == '.' && word - 1 > text.data && g_ascii_isalnum (word[-2])))) ||
           (end < last && (is_joint (*end) || (*end == '.' && end + 1 < last && g_ascii_isalnum (end[1]))));
}

/* The end of the ASCII letters at p. */
static inline const char *
skip_ascii_letters (const char *p, const char *end)
{
    while (p < end && (guchar)((*p | 0x20) - 'a') < 26)
        p++;
    return p;
}

/* Counts the word of n ASCII letters at p, as most words are. */
static void
count_ascii_word (Counts *counts, GxStr text, const char *p, gsize n)
{
    char word[LONGEST_WORD] = { 0 };

    counts->latin += (guint)n;
    counts->letters += (guint)n;
    if (n < 2 || n > LONGEST_WORD || is_in_address (text, p, p + n))
        return;
    for (gsize i = 0; i < n; i++)
        word[i] = (char)(p[i] | 0x20); /* its small form */
    count_known (counts, word);
}

/* Counts the word that begins at p; returns where it ends. */
static const char *
count_word (Counts *counts, GxStr text, const char *p)
{
    const char *begin = p, *end = text.data + text.len;
    char word[LONGEST_WORD + 8] = { 0 };
    gsize len = 0;
    guint n_latin = 0;

    while (p < end) {
        gunichar c, lower;

        if (g_ascii_isalpha (*p)) {
            n_latin++;
            if (len <= LONGEST_WORD)
                word[len++] = (char)(*p | 0x20); /* its small form */
            p++;
            continue;
        }
        if ((guchar)*p < 0x80 || (c = g_utf8_get_char (p)) < 0xAA || c > 0x1EFF || !u_isalpha ((UChar32)c))
            break;
        count_other (counts, c);
        lower = (gunichar)u_tolower ((UChar32)c);
        add_scores (counts, gx_language_words_letter (lower));
        if (len <= LONGEST_WORD)
            len += (gsize)g_unichar_to_utf8 (lower, word + len);
        p = g_utf8_next_char (p);
    }
    counts->latin += n_latin;
    counts->letters += n_latin;
    if (len > 1 && len <= LONGEST_WORD && !is_in_address (text, begin, p)) /* one letter may be an initial */
        count_known (counts, word);
    return p;
}

static void
count (Counts *counts, GxStr text)
{
    const char *p = text.data, *end;
    gboolean after_han = FALSE;

    if (text.len > GX_LANGUAGE_SAMPLE)
        text.len = (gsize)(g_utf8_find_prev_char (text.data, text.data + GX_LANGUAGE_SAMPLE) - text.data);
    end = text.data + text.len;

    while (p < end && counts->n_known < ENOUGH_WORDS) {
        gunichar c;
        gboolean is_han;

        if ((guchar)*p < 0x80 && !g_ascii_isalpha (*p)) { /* a digit, a mark */
            after_han = FALSE;
            p++;
            continue;
        }
        if (g_ascii_isalpha (*p)) {
            const char *word_end = skip_ascii_letters (p, end);

            if (word_end == end || (guchar)*word_end < 0x80) {
                count_ascii_word (counts, text, p, (gsize)(word_end - p));
                p = word_end;
            } else
                p = count_word (counts, text, p);
            after_han = FALSE;
            continue;
        }
        c = g_utf8_get_char (p);
        is_han = gx_is_han (c);
        if (is_han) {
            if (++counts->han >= ENOUGH_HAN && counts->kana + counts->hangul + counts->letters == 0)
                return;
        } else if (is_kana (c)) {
            counts->kana++;
            counts->kana_attached += after_han ? 1 : 0;
        } else if (gx_is_hangul (c)) {
            counts->hangul++;
            counts->hangul_attached += after_han ? 1 : 0;
        } else if (c <= 0x1EFF && u_isalpha ((UChar32)c)) {
            const char *word_end = count_word (counts, text, p);

            after_han = FALSE;
            p = word_end > p ? word_end : g_utf8_next_char (p);
            continue;
        } else if (gx_fold_char (c) != 0)
            count_other (counts, c);
        else /* zero-width: it parts nothing */
            is_han = after_han;
        after_han = is_han;
        p = g_utf8_next_char (p);
    }
}

static Guess
guess_east_asian (const Counts *counts)
{
    if (counts->hangul > counts->han || (counts->hangul_attached > 0 && counts->hangul * 5 >= counts->han))
        return (Guess){ "ko", counts->hangul >= 2 };
    if (counts->kana > counts->han || (counts->kana >= 2 && counts->kana_attached > 0 && counts->kana * 6 >= counts->han))
        return (Guess){ "ja", counts->kana >= 2 };
    return (Guess){ "zh", counts->han >= SURE_HAN };
}

static Guess
guess_latin (const Counts *counts)
{
    guint best = 0, second = 0, best_score = 0;

    for (guint i = 0; i < gx_language_words_n (); i++)
        if (counts->scores[i] > best_score) {
            second = best_score;
            best_score = counts->scores[i];
            best = i;
        } else
            second = MAX (second, counts->scores[i]);
    if (best_score == second)
        return (Guess){ "und", FALSE };
    return (Guess){ gx_language_words_code (best), best_score >= SURE_SCORE };
}

/* Whether any of the first bytes is none of ASCII. */
static gboolean
has_high_byte (const guchar *p, const guchar *end)
{
    guchar high = 0;

    while (p < end)
        high |= *p++;
    return high >= 0x80;
}

/* The number of Han characters, up to ENOUGH_HAN, of a text that has no letters but these and, fewer, those of ASCII in its sample; else 0.
 * Most blocks of Chinese need no more than this. */
static guint
count_plain_han (GxStr text)
{
    const guchar *p = (const guchar *)text.data, *end = p + MIN (text.len, GX_LANGUAGE_SAMPLE);
    guint n = 0, n_ascii = 0;

    if (p < end && *p < 0x80 && !has_high_byte (p, end))
        return 0;
    while (p < end && n < ENOUGH_HAN && n_ascii <= ENOUGH_HAN * HAN_LETTERS)
        if (*p >= 0xE4 && *p <= 0xE9) {
            n++;
            p += 3;
        } else if (*p < 0x80)
            n_ascii += g_ascii_isalpha (*p++) ? 1 : 0;
        else if ((*p == 0xE3 && p[1] == 0x80) || (*p == 0xEF && p[1] == 0xBC && p[2] < 0xA1) || (*p == 0xE2 && p[1] == 0x80))
            p += 3; /* marks */
        else
            return 0;
    return n * HAN_LETTERS >= n_ascii ? n : 0;
}

static Guess
guess (GxStr text)
{
    Counts counts;
    guint east_asian, best = 0, n_han = count_plain_han (text);

    if (n_han > 0)
        return (Guess){ "zh", n_han >= SURE_HAN };
    memset (&counts, 0, sizeof counts);
    count (&counts, text);
    east_asian = counts.han + counts.kana + counts.hangul;
    if (east_asian > 0 && east_asian * HAN_LETTERS >= counts.letters)
        return guess_east_asian (&counts);
    if (counts.letters == 0)
        return (Guess){ "und", FALSE };
    counts.of_script[LATIN] += counts.latin;
    for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
        if (counts.of_script[i] > counts.of_script[best])
            best = i;
    if (strcmp (scripts[best].code, "latin") == 0)
        return guess_latin (&counts);
    for (guint k = 0; k < G_N_ELEMENTS (additions); k++)
        if (counts.of_addition[k] > 0 && strcmp (additions[k].script, scripts[best].code) == 0)
            return (Guess){ additions[k].code, counts.letters >= SURE_LETTERS };
    return (Guess){ scripts[best].code, counts.letters >= SURE_LETTERS };
}

const char *
gx_language_of (GxStr text)
{
    return guess (text).code;
}

gboolean
gx_language_is_common (const char *language, GxStr word)
{
    char key[LONGEST_WORD + 8] = { 0 };
    gsize len = 0;
    guint languages;

    if (word.len > LONGEST_WORD)
        return FALSE;
    for (const char *p = word.data; p < word.data + word.len && len <= LONGEST_WORD; p = g_utf8_next_char (p))
        len += (gsize)g_unichar_to_utf8 ((gunichar)u_tolower ((UChar32)g_utf8_get_char (p)), key + len);
    languages = gx_language_words_find (key);
    for (guint i = 0; languages >> i; i++)
        if (languages >> i & 1 && strcmp (gx_language_words_code (i), language) == 0)
            return TRUE;
    return FALSE;
}

/* Codes have two letters, but for `und`. */
static gboolean
is_same (const char *a, const char *b)
{
    return a[0] == b[0] && a[1] == b[1] && a[2] == b[2];
}

static gboolean
is_of_han (const char *code)
{
    return is_same (code, "zh") || is_same (code, "ja") || is_same (code, "ko");
}

static gboolean
is_of_latin (const char *code)
{
    for (guint i = 0; i < gx_language_words_n (); i++)
        if (is_same (gx_language_words_code (i), code))
            return TRUE;
    return FALSE;
}

/* Whether a text of which only this much is known may be written in the language. */
static gboolean
may_be (GxStr text, const char *code, const char *language)
{
    if (!language)
        return FALSE;
    if (is_same (code, "zh"))
        return is_of_han (language);
    if (!is_same (code, "und") && !is_of_latin (code))
        return is_same (code, language);
    for (gsize i = 0; i < text.len && i < GX_LANGUAGE_SAMPLE; i++)
        if (g_ascii_isalpha (text.data[i]))
            return is_of_latin (language);
    return is_same (code, "und");
}

static GxStr
text_of (const GxDocument *document, const GxBlock *block)
{
    return (GxStr){ gx_document_text (document).data + block->start, block->end - block->start };
}

/* The language of most bytes, of the blocks whose language is sure; NULL without any. */
static const char *
main_language (const GxBlock *blocks, const char *const *languages, const gboolean *is_sure, guint n)
{
    struct {
        const char *code;
        gsize size;
    } sizes[MAX_LANGUAGES] = { { NULL, 0 } };
    guint best = 0;

    for (guint i = 0; i < n; i++) {
        guint k = 0;

        if (!is_sure[i])
            continue;
        while (k < MAX_LANGUAGES - 1 && sizes[k].code && !is_same (sizes[k].code, languages[i]))
            k++;
        sizes[k].code = languages[i];
        sizes[k].size += blocks[i].end - blocks[i].start;
    }
    for (guint k = 1; k < MAX_LANGUAGES; k++)
        if (sizes[k].size > sizes[best].size)
            best = k;
    return sizes[best].code;
}

void
gx_language_of_blocks (const GxDocument *document, const char **languages)
{
    guint n;
    const GxBlock *blocks = gx_document_blocks (document, &n);
    g_autofree gboolean *is_sure = g_new0 (gboolean, n);
    g_autofree const char **next = g_new0 (const char *, n); /* the next language that is sure */
    const char *before = NULL, *most;

    for (guint i = 0; i < n; i++) {
        Guess found = { "und", FALSE };

        if (blocks[i].type != GX_BLOCK_FURNITURE)
            found = guess (text_of (document, &blocks[i]));
        languages[i] = found.code;
        is_sure[i] = found.is_sure;
    }
    most = main_language (blocks, languages, is_sure, n);
    for (guint i = n; i-- > 1;)
        next[i - 1] = is_sure[i] ? languages[i] : next[i];
    for (guint i = 0; i < n; i++) {
        if (is_sure[i]) {
            before = languages[i];
            continue;
        }
        if (blocks[i].type == GX_BLOCK_FURNITURE)
            continue;
        if (before && next[i] && is_same (before, next[i]) && may_be (text_of (document, &blocks[i]), languages[i], before))
            languages[i] = before;
        else if (may_be (text_of (document, &blocks[i]), languages[i], most))
            languages[i] = most;
    }
}
