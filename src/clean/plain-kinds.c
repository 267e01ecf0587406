/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-kinds.c - lines told by how they begin, end or come back. */
#include "plain-kinds.h"
#include "date.h"
#include "spacing.h"

/* What captions and credits begin with; those with a colon or slash stand for themselves, the others need one behind them. */
static const char *const caption_starts[] = {
    "图为",   "圖為",   "图：",     "圖：",        "图:",    "图/",     "图／",   "供图",     "供圖",     "摄影：",  "摄影:",  "摄影/",
    "摄影／", "攝影：", "图片来源", "圖片來源",    "资料图", "資料圖",  "图源",   "图片说明", "圖片說明", "来源：",  "來源：", "图片：",
    "圖片：", "Photo:", "Photo by", "Photograph:", "Image:", "Credit:", "写真：", "사진=",    "사진:",    "자료사진"
};
/* What they end with, in brackets or not, and what tells a caption inside. */
static const char *const caption_ends[] = {
    "摄）", "攝）", "摄)", "攝)", "供图）", "供圖）", "资料图）", "資料圖）", "资料图片）", "图片）"
};
static const char *const caption_parts[] = { "。图为", "。圖為", "（资料图", "（資料圖" };

/* What a byline begins with. */
static const char *const author_labels[] = { "文 / ",  "文 /",  "文/",    "文／",      "文 ／ ", "文｜",  "文 | ",
                                             "作者：", "作者:", "作者／", "作者/",     "撰文：", "撰文/", "记者：",
                                             "記者：", "记者 ", "記者 ",  "特约记者 ", "By ",    "BY ",   "Author: " };

/* Headings of lists of notes or sources. */
static const char *const notes_headings[] = { "注释",       "註釋",     "注釋",      "参考文献",     "參考文獻", "尾注",    "脚注",
                                              "註腳",       "注",       "参考资料",  "參考資料",     "Notes",    "NOTES",   "References",
                                              "REFERENCES", "Endnotes", "Footnotes", "Bibliography", "각주",     "참고문헌" };

#define LONGEST_CAPTION      360 /* bytes */
#define LONGEST_BYLINE       120 /* bytes */
#define LONGEST_ENGLISH_DATE 24  /* bytes */

static gboolean
starts_with (GxStr text, const char *prefix)
{
    gsize len = strlen (prefix);

    return text.len >= len && memcmp (text.data, prefix, len) == 0;
}

static gboolean
ends_with (GxStr text, const char *suffix)
{
    gsize len = strlen (suffix);

    return text.len >= len && memcmp (text.data + text.len - len, suffix, len) == 0;
}

static GxStr
strip (GxStr text)
{
    while (text.len > 0 && gx_spacing_is_white (g_utf8_get_char (text.data))) {
        gsize len = (gsize)g_utf8_skip[(guchar)text.data[0]];

        text = (GxStr){ text.data + len, text.len - len };
    }
    while (text.len > 0) {
        const char *last = g_utf8_prev_char (text.data + text.len);

        if (!gx_spacing_is_white (g_utf8_get_char (last)))
            break;
        text.len = (gsize)(last - text.data);
    }
    return text;
}

static gboolean
is_numeral (gunichar c)
{
    static const gunichar numerals[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E };

    for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
        if (numerals[i] == c)
            return TRUE;
    return FALSE;
}

/* Bytes of a number at the start of text, at most three digits or Han numerals; 0 when there is none. */
static gsize
number_len (GxStr text)
{
    gsize at = 0;

    while (at < text.len && at < 4 && g_ascii_isdigit (text.data[at]))
        at++;
    if (at > 0)
        return at < 4 ? at : 0;
    while (at < text.len && at < 10 && is_numeral (g_utf8_get_char (text.data + at)))
        at += 3;
    return at < 10 ? at : 0;
}

gsize
gx_plain_item_marker (GxStr line)
{
    static const char *const bullets[] = { "•", "●", "■", "◆", "○", "▪", "‣", "–\xC2\xA0", "- ", "– ", "— ", "* ", "· " };
    gsize open, digits, at;

    for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
        if (starts_with (line, bullets[i]))
            return strlen (bullets[i]) < line.len ? strlen (bullets[i]) : 0;
    open = starts_with (line, "（") ? 3 : starts_with (line, "(") ? 1 : 0;
    digits = number_len ((GxStr){ line.data + open, line.len - open });
    at = open + digits;
    if (digits == 0 || at >= line.len)
        return 0;
    line = (GxStr){ line.data + at, line.len - at };
    if (starts_with (line, "）") || (starts_with (line, "、") && open == 0) || starts_with (line, "．"))
        return at + 3 < at + line.len ? at + 3 : 0;
    if (line.data[0] == ')' || (line.data[0] == '.' && open == 0 && line.len > 1 && !g_ascii_isdigit (line.data[1])))
        return line.len > 1 ? at + 1 : 0;
    return 0;
}

gboolean
gx_plain_is_caption (GxStr line)
{
    for (guint i = 0; i < G_N_ELEMENTS (caption_starts); i++)
        if (starts_with (line, caption_starts[i]) && line.len <= LONGEST_CAPTION)
            return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (caption_ends); i++)
        if (ends_with (line, caption_ends[i]) && line.len <= LONGEST_CAPTION)
            return TRUE;
    if (line.len <= LONGEST_CAPTION)
        for (guint i = 0; i < G_N_ELEMENTS (caption_parts); i++)
            if (g_strstr_len (line.data, (gssize)line.len, caption_parts[i]))
                return TRUE;
    return FALSE;
}

GxStr
gx_plain_author (GxStr line)
{
    for (guint i = 0; i < G_N_ELEMENTS (author_labels); i++)
        if (starts_with (line, author_labels[i]) && line.len <= LONGEST_BYLINE) {
            gsize len = strlen (author_labels[i]);
            GxStr name = strip ((GxStr){ line.data + len, line.len - len });

            if (name.len > 0 && !gx_plain_is_end_mark (g_utf8_get_char (g_utf8_prev_char (name.data + name.len))))
                return name;
        }
    return (GxStr){ line.data, 0 };
}

/* Whether the line is a date in English: short, in ASCII, and read as one. */
static gboolean
is_english_date (GxStr line)
{
    g_autofree char *date = NULL;

    if (line.len > LONGEST_ENGLISH_DATE)
        return FALSE;
    for (gsize i = 0; i < line.len; i++)
        if ((guchar)line.data[i] >= 0x80)
            return FALSE;
    date = gx_date_parse (line);
    return date != NULL && strlen (date) > strlen ("2019");
}

gboolean
gx_plain_is_date (GxStr line)
{
    static const char *const labels[] = { "发布时间", "發布時間", "发表时间", "时间", "時間", "日期", "发布", "Date", "Published" };
    guint n_digits = 0;
    gboolean has_mark = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        if (starts_with (line, labels[i])) {
            line = (GxStr){ line.data + strlen (labels[i]), line.len - strlen (labels[i]) };
            break;
        }
    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        has_mark = has_mark || c == 0x5E74 || c == 0xB144 || c == '-' || c == '/' || c == '.';
        if (g_unichar_isdigit (c))
            n_digits++;
        else if (!gx_spacing_is_white (c) && !g_unichar_ispunct (c) && !is_numeral (c) && c != 0x5E74 && c != 0x6708 && c != 0x65E5 &&
                 c != 0x3007 && c != 0xB144 && c != 0xC6D4 && c != 0xC77C && c != 'T' && c != 'Z') /* 年月日〇 년월일 */
            return is_english_date (line);
    }
    return has_mark && (n_digits >= 4 || (line.len > 12 && n_digits == 0));
}

gboolean
gx_plain_is_notes_heading (GxStr line)
{
    while (line.len > 0 && (ends_with (line, ":") || ends_with (line, "：") || ends_with (line, "】") || ends_with (line, "]")))
        line.len -= ends_with (line, ":") || ends_with (line, "]") ? 1 : 3;
    if (starts_with (line, "【"))
        line = (GxStr){ line.data + 3, line.len - 3 };
    line = strip (line);
    for (guint i = 0; i < G_N_ELEMENTS (notes_headings); i++)
        if (gx_str_equal (line, gx_str (notes_headings[i])))
            return TRUE;
    return FALSE;
}

gboolean
gx_plain_is_letter_spaced (GxStr line)
{
    guint n = 0;
    gboolean expects_blank = FALSE;

    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (gx_spacing_is_white (c))
            expects_blank = FALSE;
        else if (expects_blank || !g_unichar_iswide (c) || !g_unichar_isalpha (c))
            return FALSE;
        else {
            n++;
            expects_blank = TRUE;
        }
    }
    return n >= 2;
}

/* A page number with its ornaments: `12`, `- 12 -`, `第12页`, `Page 3 of 12`. Returns whether it can be nothing else. */
static gboolean
is_page_number (GxStr line, guint *number)
{
    static const char *const words[] = { "第", "页", "頁", "共", "Page", "page", "of", "/", "-", "–", "—", "|", "·", "•", "~" };
    guint n_numbers = 0;
    gboolean is_adorned = FALSE;

    *number = 0;
    while (line.len > 0) {
        gsize len = 0;

        while (len < line.len && g_ascii_isdigit (line.data[len]))
            len++;
        if (len > 4 || (len > 0 && ++n_numbers > 2))
            return FALSE;
        for (gsize i = 0; i < len && n_numbers == 1; i++)
            *number = *number * 10 + (guint)(line.data[i] - '0');
        for (guint i = 0; i < G_N_ELEMENTS (words) && len == 0; i++)
            if (starts_with (line, words[i])) {
                len = strlen (words[i]);
                is_adorned = TRUE;
            }
        if (len == 0 && gx_spacing_is_white (g_utf8_get_char (line.data)))
            len = (gsize)g_utf8_skip[(guchar)line.data[0]];
        if (len == 0)
            return FALSE;
        line = (GxStr){ line.data + len, line.len - len };
    }
    if (n_numbers == 0)
        *number = 0;
    return n_numbers > 0 && is_adorned && *number < 1000;
}

/* Whether the line only draws a line or an ornament: ------, * * *. */
static gboolean
is_rule (GxStr line)
{
    static const char strokes[] = "-–—―_=*·•~#+|◆■●○※☆★─━═ 　";

    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p))
        if (!g_utf8_strchr (strokes, -1, g_utf8_get_char (p)))
            return FALSE;
    return line.len >= 3;
}

static gboolean
is_digits (GxStr line)
{
    for (gsize i = 0; i < line.len; i++)
        if (!g_ascii_isdigit (line.data[i]))
            return FALSE;
    return line.len > 0 && line.len <= 4;
}

/* Whether the line is the first or the last of its page, other furniture aside. */
static gboolean
is_at_page_edge (const GxPlain *plain, guint i)
{
    guint below = i + 1, above = i, last = MIN (i + 4, plain->lines->len);

    while (above > 0 && i - above < 4 && !gx_plain_line (plain, above)->starts_page &&
           gx_plain_line (plain, above - 1)->role == GX_LINE_FURNITURE)
        above--;
    while (below < last && !gx_plain_line (plain, below)->starts_page && gx_plain_line (plain, below)->role == GX_LINE_FURNITURE)
        below++;
    return gx_plain_line (plain, above)->starts_page || (plain->has_pages && below == plain->lines->len) ||
           (below < plain->lines->len && gx_plain_line (plain, below)->starts_page);
}

/* Bare numbers on lines of their own are page numbers where they stand at a page's edge or count up from one to the next. */
static void
find_page_numbers (GxPlain *plain)
{
    GxLine *last = NULL;
    guint last_number = 0;

    for (guint i = 0; i < plain->lines->len; i++) {
        GxLine *line = gx_plain_line (plain, i);
        GxStr text = gx_plain_text (plain, line);
        guint number;

        if (text.len > 32 && !is_rule (text))
            continue;
        if (is_page_number (text, &number) || is_rule (text)) {
            line->role = GX_LINE_FURNITURE;
            continue;
        }
        if (!is_digits (text))
            continue;
        if (number >= 1 && number < 1000 && plain->has_pages && is_at_page_edge (plain, i))
            line->role = GX_LINE_FURNITURE;
        if (last && number == last_number + 1)
            last->role = line->role = GX_LINE_FURNITURE;
        last = line;
        last_number = number;
    }
}

/* The text without digits and white space, by which running heads are known again; g_free(). */
static char *
head_key (GxStr text)
{
    GString *key = g_string_sized_new (text.len);

    for (const char *p = text.data; p < text.data + text.len; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (!g_unichar_isdigit (c) && !gx_spacing_is_white (c))
            g_string_append_unichar (key, c);
    }
    return g_string_free (key, FALSE);
}

static gboolean
is_beside_page_number (const GxPlain *plain, guint i)
{
    return (i > 0 && gx_plain_line (plain, i - 1)->role == GX_LINE_FURNITURE) ||
           (i + 1 < plain->lines->len && gx_plain_line (plain, i + 1)->role == GX_LINE_FURNITURE);
}

/* Whether the line may be a running head or foot: short, no sentence, and at a page's edge or alone. */
static gboolean
may_be_head (const GxPlain *plain, guint i)
{
    const GxLine *line = gx_plain_line (plain, i);
    gboolean is_alone = line->blanks > 0 && i + 1 < plain->lines->len && gx_plain_line (plain, i + 1)->blanks > 0;

    if (line->role != GX_LINE_BODY || line->width < 4 || line->width > 80 || gx_plain_ends (plain, line))
        return FALSE;
    if (plain->full_width == 0 && !plain->has_pages)
        return FALSE;
    return i == 0 || (is_alone && !plain->has_idle_blanks && !plain->has_pages) || is_at_page_edge (plain, i) ||
           is_beside_page_number (plain, i);
}

/* Three times the same at pages' edges is a running head; beside a page number, twice. */
static void
find_running_heads (GxPlain *plain)
{
    enum { OFTEN = 3, TWICE = 2 };
    g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < plain->lines->len; i++)
        if (may_be_head (plain, i)) {
            char *key = head_key (gx_plain_text (plain, gx_plain_line (plain, i)));
            guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

            g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
        }
    for (guint i = 0; i < plain->lines->len; i++)
        if (may_be_head (plain, i)) {
            g_autofree char *key = head_key (gx_plain_text (plain, gx_plain_line (plain, i)));
            guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

            if (key[0] != '\0' && (n >= OFTEN || (n >= TWICE && is_beside_page_number (plain, i))))
                gx_plain_line (plain, i)->role = GX_LINE_FURNITURE;
        }
}

void
gx_plain_find_furniture (GxPlain *plain)
{
    find_page_numbers (plain);
    find_running_heads (plain);
}
