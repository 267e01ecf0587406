/* SPDX-License-Identifier: GPL-3.0-or-later
 * petrarch.c - actor files of PETRARCH and TABARI with codes of CAMEO.
 *
 *     HAMID_KARZAI_  ; a comment
 *     +KARZAI_
 *         [AFGELI 750101-000101]
 *         [AFGGOV >011222]
 *     NATO_ [IGOWSTNAT]
 *
 * A code is a state's (ISO 3166) or IGO, NGO, MNC …, then roles of three letters; dates say when it holds. The file doesn't say what is a
 * person: whoever has dates is one, as only people hold offices for a time. Synonyms of a state are mostly its towns, and those of a person
 * in one word a surname: they get a `~`. */
#include "foreign.h"

/* Years of two digits from here on are of the last century. */
#define FIRST_YEAR 30
#define CODE_PART  3

/* The actor that is read. */
typedef struct {
    GxForeignRecord *record;
    guint line; /* where it begins; 0: none yet */
    gboolean has_code, is_dated, is_open, is_told;
} Block;

static guint
judge (const char *path, GxStr head)
{
    gboolean is_actor = g_str_has_suffix (path, ".actors.txt") || g_str_has_suffix (path, ".actors");
    guint n_codes = 0;
    for (gsize i = 0; i + 4 < head.len; i++)
        n_codes += head.data[i] == '[' && g_ascii_isupper (head.data[i + 1]) && g_ascii_isupper (head.data[i + 2]) &&
                   g_ascii_isupper (head.data[i + 3]);
    if (is_actor)
        return 85;
    return n_codes > 0 && g_strstr_len (head.data, (gssize)head.len, "_") ? 60 : 0;
}

/* What stands before a comment. */
static GxStr
without_comment (GxStr line)
{
    for (gsize i = 0; i < line.len; i++)
        if (line.data[i] == ';' || line.data[i] == '#')
            return (GxStr){ line.data, i };
    return line;
}

/* KARZAI as Karzai, O'NEIL-VAUX as O'Neil-Vaux. */
static void
append_word (GString *name, const char *word)
{
    gboolean is_first = TRUE;
    for (const char *at = word; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        gboolean is_particle = c == '\'' && at == g_utf8_next_char (word);
        g_string_append_unichar (name, is_first ? c : g_unichar_tolower (c));
        is_first = is_particle || (!g_unichar_isalpha (c) && c != '\'');
    }
}

/* HAMID_KARZAI_ as Hamid Karzai; up to three capitals that are all stay. */
static char *
read_name (GxStr text)
{
    g_autoptr (GString) name = g_string_new (NULL);
    g_autofree char *copy = gx_str_dup (text);
    g_auto (GStrv) words = g_strsplit_set (copy, "_ \t", -1);
    for (guint i = 0; words[i]; i++) {
        if (*words[i] && name->len > 0)
            g_string_append_c (name, ' ');
        append_word (name, words[i]);
    }
    return name->len > 3 ? g_string_free (g_steal_pointer (&name), FALSE) : g_ascii_strup (name->str, -1);
}

static void
add_name (Block *block, GxStr text)
{
    g_autofree char *name = read_name (text);
    if (*name)
        gx_foreign_record_add_name (block->record, gx_str (name), "en", 0);
}

/* yymmdd or yyyymmdd; 0 when it is neither. */
static gint
read_year (GxStr date)
{
    for (gsize i = 0; i < date.len; i++)
        if (!g_ascii_isdigit (date.data[i]))
            return 0;
    if (date.len == 6) {
        gint year = 10 * (date.data[0] - '0') + date.data[1] - '0';
        return year >= FIRST_YEAR ? 1900 + year : 2000 + year;
    }
    return date.len == 7 || date.len == 8 ? gx_foreign_year ((GxStr){ date.data, 4 }) : 0;
}

/* `>date`, `<date`, `date-date`. */
static gboolean
read_dates (Block *block, GxStr text)
{
    GxForeignRecord *record = block->record;
    const char *dash = memchr (text.data, '-', text.len);
    gint first = 0, last = 0;
    if (text.data[0] == '>')
        first = read_year (gx_foreign_trim ((GxStr){ text.data + 1, text.len - 1 }));
    else if (text.data[0] == '<')
        last = read_year (gx_foreign_trim ((GxStr){ text.data + 1, text.len - 1 }));
    else if (dash) {
        first = read_year (gx_foreign_trim ((GxStr){ text.data, (gsize)(dash - text.data) }));
        last = read_year (gx_foreign_trim ((GxStr){ dash + 1, text.len - (gsize)(dash - text.data) - 1 }));
    }
    if (first == 0 && last == 0)
        return FALSE;
    gx_foreign_record_add_years (record, first, last);
    block->is_open = block->is_open || last == 0;
    block->is_dated = TRUE;
    return TRUE;
}

static gboolean
is_one_of (const char *part, const char *const *parts)
{
    return part && g_strv_contains (parts, part);
}

/* What a code says of the type, where no dates do. */
static GxForeignType
type_of (const GxImport *import, const char *code)
{
    static const char *const bodies[] = { "IGO", "NGO", "NGM", "IMG", "MNC", NULL };
    static const char *const roles[] = { "REB", "INS", "SEP", "UAF", "MIL", "COP", "SPY", "MED", "EDU", "BUS", "PTY", "LEG", "JUD", NULL };
    gsize len = strlen (code);
    g_autofree char *first = g_strndup (code, CODE_PART);
    if (is_one_of (first, bodies))
        return GX_TYPE_INSTITUTION;
    if (!gx_import_country (import, gx_str (first)))
        return GX_TYPE_OTHER;
    if (len == CODE_PART)
        return GX_TYPE_STATE;
    for (gsize at = CODE_PART; at + CODE_PART <= len; at += CODE_PART) {
        g_autofree char *role = g_strndup (code + at, CODE_PART);
        if (is_one_of (role, roles))
            return GX_TYPE_INSTITUTION;
    }
    return GX_TYPE_UNTOLD;
}

/* `AFGGOV >011222`, the inside of the brackets. */
static void
read_code (GxImport *import, Block *block, GxStr inside)
{
    g_autofree char *text = gx_str_dup (gx_foreign_trim (inside));
    gsize len = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    GxStr dates = gx_foreign_trim (gx_str (text + len));
    block->has_code = TRUE;
    if (g_str_has_prefix (text, "---")) /* nobody from then on */
        return;
    if (len < CODE_PART || (dates.len > 0 && !read_dates (block, dates))) {
        gx_import_complain (import, 0, "this is no code with dates: [%s]", text);
        return;
    }
    text[len] = '\0';
    if (!block->is_told)
        block->record->type = type_of (import, text);
    block->is_told = TRUE;
    const char *country = gx_import_country (import, (GxStr){ text, CODE_PART });
    if (country && !block->record->country)
        gx_foreign_record_set (&block->record->country, gx_str (country));
}

static void
read_codes (GxImport *import, Block *block, GxStr text)
{
    for (gsize at = 0; at < text.len; at++) {
        if (text.data[at] != '[')
            continue;
        const char *stop = memchr (text.data + at, ']', text.len - at);
        if (!stop) {
            gx_import_complain (import, 0, "the bracket is not closed");
            return;
        }
        gsize end = (gsize)(stop - text.data);
        read_code (import, block, (GxStr){ text.data + at + 1, end - at - 1 });
        at = end;
    }
}

static gboolean
is_one_word (const char *name)
{
    return !strchr (name, ' ');
}

/* The names of a state have its id; those that the dictionary doesn't know of it may be towns. */
static void
doubt_names (const GxImport *import, GxForeignRecord *record)
{
    gboolean is_new = record->type == GX_TYPE_STATE && !gx_import_knows (import, record->country);
    for (guint i = 0; i < record->names->len; i++) {
        GxForeignName *name = &g_array_index (record->names, GxForeignName, i);
        const char *named = record->type == GX_TYPE_STATE ? gx_import_state_named (import, name->text) : NULL;
        gboolean is_own = named ? g_strcmp0 (named, record->country) == 0 : i == 0 && is_new;
        if (record->type == GX_TYPE_STATE ? !is_own : record->type == GX_TYPE_PERSON && i > 0 && is_one_word (name->text))
            name->flags |= GX_ALIAS_CONTEXT;
    }
    if (record->type == GX_TYPE_STATE)
        gx_foreign_record_set (&record->id, gx_str (record->country));
}

static void
end_block (GxImport *import, Block *block)
{
    if (block->line > 0 && !block->has_code)
        gx_import_complain (import, block->line, "the actor has no code");
    else if (block->line > 0) {
        if (block->is_dated)
            block->record->type = GX_TYPE_PERSON;
        if (block->is_open)
            block->record->until = 0;
        doubt_names (import, block->record);
        gx_import_take (import, block->record);
    }
    gx_foreign_record_clear (block->record);
    block->line = 0;
    block->has_code = block->is_dated = block->is_open = block->is_told = FALSE;
}

static gpointer
start (GxImport *import)
{
    (void)import;
    Block *block = g_new0 (Block, 1);
    block->record = gx_foreign_record_new ();
    return block;
}

static void
read_line (GxImport *import, gpointer state, GxStr line)
{
    Block *block = state;
    GxStr text = without_comment (line), whole = gx_foreign_trim (text);
    if (whole.len == 0 || gx_str_has_prefix (whole, "<!--"))
        return;
    const char *bracket = memchr (whole.data, '[', whole.len);
    GxStr name = { whole.data, bracket ? (gsize)(bracket - whole.data) : whole.len };
    gboolean is_synonym = whole.data[0] == '+';
    if (!is_synonym && name.len > 0) {
        end_block (import, block);
        block->line = gx_import_line (import);
    }
    if (block->line == 0) {
        gx_import_complain (import, 0, "there is no actor before this");
        return;
    }
    add_name (block, is_synonym ? (GxStr){ name.data + 1, name.len - 1 } : name);
    read_codes (import, block, (GxStr){ whole.data + name.len, whole.len - name.len });
}

static void
finish (GxImport *import, gpointer state)
{
    Block *block = state;
    end_block (import, block);
    gx_foreign_record_free (block->record);
    g_free (block);
}

const GxForeignReader gx_read_petrarch = { .judge = judge, .start = start, .line = read_line, .finish = finish };
