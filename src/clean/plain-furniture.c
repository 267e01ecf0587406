/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-furniture.c - what comes back on every page.
 *
 * A page number is known by its ornaments (- 12 -, 第12页, 12 / 40), or by its place: at a page's edge, or one more than the one before. A
 * running head is a line at a page's edge that comes back, whatever its numbers. */
#include "plain-furniture.h"
#include "plain-kinds.h"
#include "spacing.h"

#define LONGEST_NUMBER 48 /* bytes of a page number with its ornaments */
#define EDGE_LINES     2u /* lines of a page's top or foot among which running heads are looked for, other furniture aside */

static gboolean
starts_with (GxStr text, const char *prefix)
{
    gsize len = strlen (prefix);

    return text.len >= len && memcmp (text.data, prefix, len) == 0;
}

/* Bytes of a small Roman numeral at the start of text that is followed by no letter. */
static gsize
roman_len (GxStr text)
{
    gsize len = 0;

    while (len < text.len && len < 8 && strchr ("ivxlc", text.data[len]) && text.data[len] != 0)
        len++;
    return len < text.len && g_ascii_isalnum (text.data[len]) ? 0 : len;
}

/* A page number with its ornaments: `12`, `- 12 -`, `第12页`, `Page 3 of 12`, `iv`. Returns whether it can be nothing else. */
static gboolean
is_page_number (GxStr line, guint *number)
{
    static const char *const words[] = { "第", "页", "頁", "共", "总", "總", "쪽", "페이지", "ページ", "Page", "page", "of",
                                         "p.", "P.", "/",  "-",  "–",  "—",  "|",  "·",      "•",      "~",    "／" };
    guint n_numbers = 0;
    gboolean is_adorned = FALSE, is_roman = FALSE;

    *number = 0;
    while (line.len > 0) {
        gsize len = 0;

        while (len < line.len && g_ascii_isdigit (line.data[len]))
            len++;
        if (len == 0 && n_numbers == 0 && (len = roman_len (line)) > 0)
            is_roman = TRUE;
        if (len > (is_roman ? 8 : 4) || (len > 0 && ++n_numbers > 2))
            return FALSE;
        for (gsize i = 0; i < len && n_numbers == 1; i++)
            *number = is_roman ? 1 : *number * 10 + (guint)(line.data[i] - '0');
        for (guint i = 0; i < G_N_ELEMENTS (words) && len == 0; i++)
            if (starts_with (line, words[i])) {
                len = strlen (words[i]);
                is_adorned = TRUE;
            }
        if (len == 0 && gx_spacing_is_white (g_utf8_get_char (line.data)))
            len = (gsize)g_utf8_skip[(guchar)line.data[0]];
        if (len == 0) {
            *number = 0;
            return FALSE;
        }
        line = (GxStr){ line.data + len, line.len - len };
    }
    if (n_numbers == 0)
        *number = 0;
    return n_numbers > 0 && is_adorned && *number < 1000;
}

/* Whether a line that begins with c may be a page number or a rule: most lines are told from those by one look. */
static gboolean
may_be_number (gunichar c)
{
    static const char ascii[] = "0123456789ivxlcPp-|~/_=*#+", firsts[] = "–—·•第共总總쪽페ペ／◆■●○※☆★─━═";

    if (c < 0x80)
        return c != 0 && strchr (ascii, (int)c) != NULL;
    if ((c >= 0x3400 && c < 0xAC00) && c != 0x7B2C && c != 0x5171 && c != 0x603B && c != 0x7E3D)
        return FALSE;
    for (const char *p = firsts; *p != '\0'; p += g_utf8_skip[(guchar)*p])
        if (gx_char_at (p) == c)
            return TRUE;
    return FALSE;
}

/* Whether the line only draws a line or an ornament: ------, * * *. */
static gboolean
is_rule (GxStr line)
{
    static const char strokes[] = "-–—―_=*·•~#+|◆■●○※☆★─━═ 　";

    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p))
        if (!g_utf8_strchr (strokes, -1, g_utf8_get_char (p)))
            return FALSE;
    return line.len >= 3 || (line.len == 2 && line.data[0] == '-');
}

/* Whether the line is one of a table of contents: dots lead to its page. */
static gboolean
is_contents (GxStr line)
{
    gsize at = line.len, n_dots = 0, digits;

    while (at > 0 && g_ascii_isdigit (line.data[at - 1]))
        at--;
    digits = line.len - at;
    while (at > 0 && n_dots < 8) {
        const char *p = gx_char_before (line.data + at);
        gunichar c = gx_char_at (p);

        if (c != '.' && c != 0xB7 && c != 0x2026 && c != 0x2025 && c != 0xFF0E && c != 0x22EF && c != ' ')
            break;
        n_dots += c == ' ' ? 0 : c == 0x2026 || c == 0x22EF ? 2 : 1;
        at = (gsize)(p - line.data);
    }
    return digits > 0 && digits <= 4 && n_dots >= 4 && at > 0;
}

/* Whether the line is one of the first (or last) few of its page, other furniture aside. */
static gboolean
is_at_page_edge (const GxPlain *plain, guint i, guint few)
{
    guint page = gx_plain_line (plain, i)->page, n = 0;
    guint least = i > 8 ? i - 8 : 0, most = MIN (i + 8, plain->lines->len - 1);
    guint at = i;

    while (at > least && gx_plain_line (plain, at - 1)->page == page && n < few)
        n += gx_plain_line (plain, --at)->role != GX_LINE_FURNITURE;
    if (n < few && (at == 0 || gx_plain_line (plain, at - 1)->page != page))
        return TRUE;
    if (!plain->has_pages)
        return FALSE;
    for (at = i, n = 0; at < most && gx_plain_line (plain, at + 1)->page == page && n < few;)
        n += gx_plain_line (plain, ++at)->role != GX_LINE_FURNITURE;
    return n < few && (at + 1 >= plain->lines->len || gx_plain_line (plain, at + 1)->page != page);
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

        if (line->is_number)
            continue;
        if (line->last < 0x80 && g_ascii_isdigit ((gchar)line->last) && is_contents (text)) {
            line->role = GX_LINE_FURNITURE;
            continue;
        }
        if (!may_be_number (line->first) || (text.len > LONGEST_NUMBER && !is_rule (text)))
            continue;
        if (is_page_number (text, &number) || is_rule (text)) {
            line->role = GX_LINE_FURNITURE;
            continue;
        }
        if (number == 0)
            continue;
        if (number < 1000 && (plain->has_pages ? is_at_page_edge (plain, i, 1) : i > 0 && i + 1 == plain->lines->len && line->blanks > 0))
            line->role = GX_LINE_FURNITURE;
        if (!g_ascii_isdigit (text.data[0]) || number >= 1000 || plain->has_pages)
            continue;
        if (last && number == last_number + 1)
            last->role = line->role = GX_LINE_FURNITURE;
        last = line;
        last_number = number;
    }
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
    gboolean is_alone;

    if (line->role != GX_LINE_BODY || line->width < 4 || line->width > 140 || line->ends || (plain->full_width == 0 && !plain->has_pages))
        return FALSE;
    if (plain->full_width > 0 && line->width * 10 >= plain->full_width * 9 &&
        !((line->signs & GX_SIGN_BLANK) && gx_bytes_have_wide_gap (gx_plain_text (plain, line))))
        return FALSE; /* full of running text */
    is_alone = line->blanks > 0 && i + 1 < plain->lines->len && gx_plain_line (plain, i + 1)->blanks > 0;
    if (is_at_page_edge (plain, i, EDGE_LINES))
        return TRUE;
    return !plain->has_pages && (i == 0 || (is_alone && !plain->has_idle_blanks) || is_beside_page_number (plain, i));
}

/* What is known of the lines that are alike but for their numbers. */
typedef struct {
    guint n, page, number; /* how many there are; page and number of the last of them */
    gboolean is_beside;    /* one stands beside a page number */
    gboolean counts;       /* their numbers go up by what their pages do */
} Head;

/* Text without the Roman page number that is its first or last word. */
static GxStr
strip_roman (GxStr text)
{
    gsize len = roman_len (text), last = text.len;

    if (len > 0 && len < text.len && text.data[len] == ' ')
        text = (GxStr){ text.data + len, text.len - len };
    while (last > 0 && g_ascii_isalpha (text.data[last - 1]))
        last--;
    if (last > 0 && text.data[last - 1] == ' ' && roman_len ((GxStr){ text.data + last, text.len - last }) == text.len - last)
        text.len = last;
    return text;
}

/* The text without digits and white space, by which running heads are known again, and its last number; g_free(). */
static char *
head_key (GxStr text, guint *number)
{
    char *key = g_malloc (text.len + 1);
    gsize len = 0, char_len;
    gboolean in_number = FALSE;

    *number = 0;
    text = strip_roman (text);
    for (const char *p = text.data; p < text.data + text.len; p += char_len) {
        gunichar c = gx_char_at (p);

        char_len = (gsize)g_utf8_skip[(guchar)*p];
        if (c < 0x80 && g_ascii_isdigit ((gchar)c)) {
            *number = (in_number ? *number % 100000 * 10 : 0) + (guint)(c - '0');
            in_number = TRUE;
            continue;
        }
        in_number = FALSE;
        if (gx_byte_is_han (*p) || !(gx_spacing_is_white (c) || (c >= 0x80 && g_unichar_isdigit (c)))) {
            memcpy (key + len, p, char_len);
            len += char_len;
        }
    }
    key[len] = '\0';
    return key;
}

static void
note_head (GxPlain *plain, GHashTable *heads, guint i)
{
    const GxLine *line = gx_plain_line (plain, i);
    guint number;
    g_autofree char *key = head_key (gx_plain_text (plain, line), &number);
    Head *head = g_hash_table_lookup (heads, key);

    if (!head) {
        head = g_new0 (Head, 1);
        g_hash_table_insert (heads, g_steal_pointer (&key), head);
    } else if (plain->has_pages && line->page > head->page && number > head->number && number - head->number == line->page - head->page)
        head->counts = TRUE;
    head->n++;
    head->page = line->page;
    head->number = number;
    head->is_beside = head->is_beside || is_beside_page_number (plain, i);
}

/* Whether the line is the text's title, which its pages repeat: the first line, with running text right below it. */
static gboolean
is_title (const GxPlain *plain, guint i)
{
    const GxLine *next = i + 1 < plain->lines->len ? gx_plain_line (plain, i + 1) : NULL;

    return i == 0 && next && next->blanks > 0 && next->page == gx_plain_line (plain, 0)->page && plain->full_width > 0 &&
           next->width * 10 >= plain->full_width * 8;
}

/* Three times the same at pages' edges is a running head; twice will do beside a page number, or when it counts the pages itself. */
static void
find_running_heads (GxPlain *plain)
{
    enum { OFTEN = 3, TWICE = 2 };
    g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

    for (guint i = 0; i < plain->lines->len; i++) {
        guint left =
            i + 8 < plain->lines->len && plain->has_pages ? gx_plain_line (plain, i + 8)->page - gx_plain_line (plain, i)->page : 1;

        if (left == 0 && i >= 8 && gx_plain_line (plain, i - 8)->page == gx_plain_line (plain, i)->page)
            continue; /* in the middle of its page */
        if (may_be_head (plain, i)) {
            note_head (plain, heads, i);
            g_array_append_val (found, i);
        }
    }
    for (guint k = 0; k < found->len; k++) {
        GxLine *line = gx_plain_line (plain, g_array_index (found, guint, k));
        guint number;
        g_autofree char *key = head_key (gx_plain_text (plain, line), &number);
        const Head *head = g_hash_table_lookup (heads, key);

        if (is_title (plain, g_array_index (found, guint, k)))
            continue;
        if (key[0] != '\0' && (head->n >= OFTEN || (head->n >= TWICE && (head->is_beside || head->counts))))
            line->role = GX_LINE_FURNITURE;
    }
}

void
gx_plain_find_furniture (GxPlain *plain)
{
    find_page_numbers (plain);
    find_running_heads (plain);
}
