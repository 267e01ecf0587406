/* SPDX-License-Identifier: GPL-3.0-or-later
 * tidy-cells.c - how a cell is written. */
#include "fold.h"
#include "simplified.h"
#include "tidy.h"

#include <string.h>

static void tell (const GxTidyRow *row, GxCheck check, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
tell (const GxTidyRow *row, GxCheck check, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    row->tell (check, row->line, message, row->user_data);
}

/* A character and those beside it; 0 at the edges. */
typedef struct {
    gunichar before, c, after;
} Spot;

/* What becomes of a character: itself, another one, or 0 for nothing. */
typedef gunichar (*Repair) (Spot spot);

static gboolean
is_han_or_latin (gunichar c)
{
    GUnicodeScript script = c ? g_unichar_get_script (c) : G_UNICODE_SCRIPT_COMMON;
    return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_LATIN;
}

/* Joiners mean something in Persian and Hindi. */
static gunichar
without_invisible (Spot spot)
{
    gboolean joiner = spot.c == 0x200C || spot.c == 0x200D;
    if (joiner && spot.before && g_unichar_isalpha (spot.before) && !is_han_or_latin (spot.before))
        return spot.c;
    if (g_unichar_iscntrl (spot.c))
        return g_unichar_isspace (spot.c) ? ' ' : 0;
    return g_unichar_type (spot.c) == G_UNICODE_FORMAT ? 0 : spot.c;
}

/* Letters and digits alone: ＝ stands in Japanese names, （ in Chinese ones. */
static gunichar
of_common_width (Spot spot)
{
    gunichar c = spot.c;
    if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A))
        return c - 0xFF01 + '!';
    if (c >= 0x2E80 && c <= 0x2FDF) {
        gunichar folded = gx_fold_char (c);
        return folded ? folded : c;
    }
    return c;
}

static gunichar
with_plain_blank (Spot spot)
{
    return g_unichar_isspace (spot.c) ? ' ' : spot.c;
}

static gboolean
is_kana (gunichar c)
{
    return c >= 0x3041 && c <= 0x30FF && c != 0x30FB;
}

/* • and ‧ are what Chinese keyboards give for ·; ・ is right in Japanese, between Han characters too. */
static gunichar
with_name_dot (Spot spot)
{
    static const gunichar dots[] = { 0x2022, 0x2027, 0x2219, 0x22C5, 0xFF65, 0x318D, 0x25CF, 0 };
    gboolean between_names = (gx_is_han (spot.before) || gx_is_han (spot.after)) && !is_kana (spot.before) && !is_kana (spot.after);
    for (guint i = 0; dots[i]; i++)
        if (spot.c == dots[i] && between_names && is_han_or_latin (spot.before) && is_han_or_latin (spot.after))
            return 0xB7;
    return spot.c;
}

static gunichar
in_simplified (Spot spot)
{
    if (!gx_is_han (spot.c))
        return spot.c;
    gunichar folded = gx_fold_char (spot.c);
    return folded ? folded : spot.c;
}

/* Whether a name is in traditional characters: one of them has a form that only simplified writing has (國), and none is of another
 * writing (瞭望新闻周刊, 鲁圭悳, Japanese 毛沢東). Others are variants that people have in their names: 胡厚崑. */
static gboolean
is_traditional (const char *text)
{
    gboolean found = FALSE;
    for (; *text; text = g_utf8_next_char (text)) {
        gunichar c = g_utf8_get_char (text);
        if (gx_is_han (c) && !gx_is_of_traditional (c))
            return FALSE;
        found = found || (gx_is_han (c) && gx_is_simplified_only (gx_fold_char (c)));
    }
    return found;
}

/* Repairs each character; TRUE when one was changed. */
static gboolean
repair (GString *text, Repair repair_one)
{
    g_autoptr (GString) out = g_string_sized_new (text->len);
    gunichar before = 0;
    for (const char *at = text->str; *at;) {
        const char *next = g_utf8_next_char (at);
        gunichar c = g_utf8_get_char (at);
        gunichar better = repair_one ((Spot){ before, c, *next ? g_utf8_get_char (next) : 0 });
        if (better)
            g_string_append_unichar (out, better);
        before = better ? better : before;
        at = next;
    }
    gboolean changed = strcmp (out->str, text->str) != 0;
    if (changed)
        g_string_assign (text, out->str);
    return changed;
}

/* Takes away white space of all scripts at both ends. */
static gboolean
trim (GString *text)
{
    gsize start = 0, end = text->len;
    while (start < end && g_unichar_isspace (g_utf8_get_char (text->str + start)))
        start = (gsize)(g_utf8_next_char (text->str + start) - text->str);
    while (end > start) {
        const char *last = g_utf8_prev_char (text->str + end);
        if (!g_unichar_isspace (g_utf8_get_char (last)))
            break;
        end = (gsize)(last - text->str);
    }
    gboolean changed = start > 0 || end < text->len;
    g_string_truncate (text, end);
    g_string_erase (text, 0, (gssize)start);
    return changed;
}

static gboolean
squeeze (GString *text)
{
    gboolean changed = repair (text, with_plain_blank);
    gsize n = 0;
    for (gsize i = 0; i < text->len; i++)
        if (n == 0 || text->str[i] != ' ' || text->str[n - 1] != ' ')
            text->str[n++] = text->str[i];
    changed = changed || n < text->len;
    g_string_truncate (text, n);
    return changed;
}

static gboolean
compose (GString *text)
{
    g_autofree char *composed = g_utf8_normalize (text->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    if (!composed || strcmp (composed, text->str) == 0)
        return FALSE;
    g_string_assign (text, composed);
    return TRUE;
}

/* Tidies one name (or word, or id); what is it, for the message. */
static void
tidy_text (const GxTidyRow *row, GxTidyCell kind, const char *what, GString *text)
{
    g_autofree char *was = g_strdup (text->str);
    if (trim (text))
        tell (row, GX_CHECK_EDGE, "%s \"%s\" has blanks at its edge", what, was);
    if (kind == GX_TIDY_UNTOUCHED)
        return;
    if (repair (text, without_invisible)) {
        tell (row, GX_CHECK_INVISIBLE, "%s \"%s\" has characters that nobody sees", what, text->str);
        trim (text);
    }
    if (kind == GX_TIDY_PLAIN)
        return;
    if (compose (text))
        tell (row, GX_CHECK_NFC, "%s \"%s\" is not in normal form", what, was);
    if (repair (text, of_common_width))
        tell (row, GX_CHECK_WIDTH, "%s \"%s\" has letters of another width, or radicals", what, was);
    if (squeeze (text))
        tell (row, GX_CHECK_BLANKS, "%s \"%s\" has blanks of another sort, or too many", what, was);
    if (repair (text, with_name_dot))
        tell (row, GX_CHECK_DOT, "%s \"%s\" has another dot than ·", what, was);
    if (kind == GX_TIDY_LABEL && is_traditional (text->str) && repair (text, in_simplified))
        tell (row, GX_CHECK_TRADITIONAL, "%s \"%s\" has traditional characters", what, was);
}

/* Aliases of a cell that are kept so far. */
typedef struct {
    GxTidyRow *row;
    GHashTable *restricted; /* texts that stand with a mark somewhere in the cell */
    GHashTable *written;    /* aliases as written */
    GHashTable *texts;      /* the same without marks */
    GHashTable *folded;     /* folded text of those that count everywhere -> the alias */
    GString *out;
} Aliases;

/* Steps over marks, full-width ones too, and writes them into marks; a minus stands alone. */
static const char *
read_marks (const char *alias, GString *marks, gboolean *wide)
{
    for (;; alias = g_utf8_next_char (alias)) {
        gunichar c = g_utf8_get_char (alias);
        char mark = c == '~' || c == 0xFF5E ? '~' : c == '=' || c == 0xFF1D ? '=' : c == '-' && marks->len == 0 ? '-' : 0;
        if (!mark || strchr (marks->str, mark))
            return alias;
        *wide = *wide || c > 0x7F;
        g_string_append_c (marks, mark);
    }
}

/* Whether an alias says nothing that the row has not said already, so that it can go. */
static gboolean
is_idle (Aliases *self, const char *marks, const char *text, const char *written)
{
    const GxTidyRow *row = self->row;
    if (g_hash_table_contains (self->written, written)) {
        tell (row, GX_CHECK_REPEATED, "the alias \"%s\" stands there already", written);
        return TRUE;
    }
    if (*marks || g_hash_table_contains (self->restricted, text))
        return FALSE;
    if (g_hash_table_contains (row->labels, text)) {
        tell (row, GX_CHECK_REPEATED, "the alias \"%s\" is the label", text);
        return TRUE;
    }
    g_autofree char *folded = gx_fold_name (text);
    GHashTableIter labels;
    gpointer label;
    g_hash_table_iter_init (&labels, row->labels);
    while (g_hash_table_iter_next (&labels, &label, NULL)) {
        g_autofree char *other = gx_fold_name (label);
        if (strcmp (other, folded) == 0 && !g_hash_table_contains (self->restricted, label)) {
            tell (row, GX_CHECK_FOLDED_LABEL, "the alias \"%s\" is the label, folded", text);
            return TRUE;
        }
    }
    const char *same = g_hash_table_lookup (self->folded, folded);
    if (same)
        tell (row, GX_CHECK_FOLDED_TWICE, "the alias \"%s\" is \"%s\", folded", text, same);
    else
        g_hash_table_insert (self->folded, g_steal_pointer (&folded), g_strdup (text));
    return same != NULL;
}

static void
add_alias (Aliases *self, const char *part)
{
    g_autoptr (GString) alias = g_string_new (part), marks = g_string_new (NULL);
    gboolean wide = FALSE;
    gboolean trimmed = trim (alias);
    g_autoptr (GString) text = g_string_new (read_marks (alias->str, marks, &wide));
    if (text->len == 0) {
        tell (self->row, GX_CHECK_EMPTY_ALIAS, "an alias is empty");
        return;
    }
    if (trimmed)
        tell (self->row, GX_CHECK_EDGE, "the alias \"%s\" has blanks at its edge", alias->str);
    if (wide)
        tell (self->row, GX_CHECK_WIDTH, "the mark of \"%s\" is a wide one", alias->str);
    tidy_text (self->row, GX_TIDY_TEXT, "the alias", text);
    g_autofree char *written = g_strconcat (marks->str, text->str, NULL);
    if (text->len == 0 || is_idle (self, marks->str, text->str, written))
        return;
    if (!g_hash_table_add (self->texts, g_strdup (text->str)) && self->row->mode == GX_TIDY_LOOK)
        tell (self->row, GX_CHECK_TWO_MARKS, "\"%s\" stands there with other marks, too", written);
    g_string_append_printf (self->out, "%s%s", self->out->len ? "|" : "", written);
    g_hash_table_add (self->written, g_steal_pointer (&written));
}

static void
note_restricted (GHashTable *restricted, const char *part)
{
    g_autoptr (GString) alias = g_string_new (part), marks = g_string_new (NULL);
    gboolean wide = FALSE;
    trim (alias);
    const char *text = read_marks (alias->str, marks, &wide);
    if (marks->len > 0)
        g_hash_table_add (restricted, g_strstrip (g_strdup (text)));
}

static void
tidy_aliases (GxTidyRow *row, GString *cell)
{
    g_autofree char *was = g_strdup (cell->str);
    if (g_string_replace (cell, "｜", "|", 0) > 0)
        tell (row, GX_CHECK_WIDTH, "aliases \"%s\" are parted by a wide sign", was);
    if (cell->len == 0)
        return;
    g_autoptr (GHashTable) restricted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GString) out = g_string_sized_new (cell->len);
    g_auto (GStrv) parts = g_strsplit (cell->str, "|", -1);
    Aliases aliases = { row, restricted, written, texts, folded, out };
    for (guint i = 0; parts[i]; i++)
        note_restricted (restricted, parts[i]);
    for (guint i = 0; parts[i]; i++)
        add_alias (&aliases, parts[i]);
    g_string_assign (cell, out->str);
}

void
gx_tidy_cell (GxTidyRow *row, GxTidyCell kind, const char *column, GString *cell)
{
    if (kind == GX_TIDY_ALIASES)
        tidy_aliases (row, cell);
    else
        tidy_text (row, kind, column, cell);
}
