/* SPDX-License-Identifier: GPL-3.0-or-later
 * check.c - the table of all looks, and the way through them. */
#include "check.h"
#include "fold.h"
#include "tidy.h"
#include "words.h"

#include <string.h>

#define MARKS ((guint)GX_ALIAS_CONTEXT | (guint)GX_ALIAS_EXACT)

/* A sort of doubt; all are warnings. Those without a function here are told by tidy.c, usage.c or once for a whole table. */
typedef struct {
    GxCheckKind kind;
    GxNameCheck of_name;
    GxRowCheck of_row;
} Check;

/* A look at each name, at each row, or elsewhere: its name, what is looked for, what to do. */
#define OF_NAME(function, name, about, hint)                                                                                               \
    {                                                                                                                                      \
        { name, about, hint }, function, NULL                                                                                              \
    }
#define OF_ROW(function, name, about, hint)                                                                                                \
    {                                                                                                                                      \
        { name, about, hint }, NULL, function                                                                                              \
    }
#define ELSEWHERE(name, about, hint)                                                                                                       \
    {                                                                                                                                      \
        { name, about, hint }, NULL, NULL                                                                                                  \
    }

static const Check checks[GX_N_CHECKS] = {
    [GX_CHECK_CLAIMED] = OF_NAME (gx_check_claimed, "claimed", "a name of two entities", "mark it with ~ in all but one"),
    [GX_CHECK_FOLDED_LABEL] =
        OF_NAME (gx_check_folded_label, "label-again", "an alias that is the name or en again, folded", "leave it out"),
    [GX_CHECK_FOLDED_TWICE] = OF_NAME (gx_check_folded_twice, "alias-again", "an alias that is another one again, folded", "leave it out"),
    [GX_CHECK_JOINED] =
        OF_NAME (gx_check_joined, "without-dots", "an alias that is a name without its dots", "leave it out: dots may be missing in texts"),
    [GX_CHECK_PHRASE] = OF_NAME (gx_check_phrase, "phrase", "a name that is a row of phrases, too", "leave one of them out"),
    [GX_CHECK_TITLE] = OF_NAME (gx_check_title, "title", "a name that is a title, too", "mark it with ~ or leave it out"),
    [GX_CHECK_BODY] =
        OF_NAME (gx_check_body, "body", "a name that is a body of every state, too", "mark it with ~ or put the state before it"),
    [GX_CHECK_INSIDE_WORD] =
        OF_NAME (gx_check_inside_word, "inside-word", "an alias that lies inside a title", "mark it with ~ or leave it out"),
    [GX_CHECK_WORD] = OF_NAME (gx_check_word, "word", "a name that is an ordinary word of Chinese",
                               "mark it with ~, or add it to words.tsv when texts hardly ever mean anything else"),
    [GX_CHECK_FRAGMENT] = OF_NAME (gx_check_fragment, "fragment", "a name of two characters that longer words swallow",
                                   "mark it with ~ or add it to words.tsv"),
    [GX_CHECK_SWALLOWED] = ELSEWHERE ("swallowed", "a name that longer words swallow in the texts of --against", "mark it with ~"),
    [GX_CHECK_SURNAME] = OF_NAME (gx_check_surname, "surname", "a bare part of a name of several parts",
                                  "mark it with ~, or add it to words.tsv when texts hardly ever mean another"),
    [GX_CHECK_SINGLE] = OF_NAME (gx_check_single, "single", "an alias of one character", "short is the place for it"),
    [GX_CHECK_DIGITS] = OF_NAME (gx_check_digits, "digits", "a name of digits alone", "leave it out"),
    [GX_CHECK_ABBREVIATION] =
        OF_NAME (gx_check_abbreviation, "abbreviation", "capitals that may be a word in small letters", "mark it with ="),
    [GX_CHECK_NAME_SCRIPT] = OF_ROW (gx_check_name_script, "name-script", "a name in another script than Han or Latin",
                                     "name is simplified Chinese: other scripts are aliases"),
    [GX_CHECK_ENGLISH_SCRIPT] =
        OF_ROW (gx_check_english_script, "en-script", "an en that is not in Latin letters", "en is English: other scripts are aliases"),
    [GX_CHECK_LOOK_ALIKE] =
        OF_NAME (gx_check_look_alike, "look-alike", "a letter of another script that looks alike", "write the letter that texts have"),
    [GX_CHECK_MIXED] = OF_NAME (gx_check_mixed, "mixed-scripts", "scripts side by side that no name mixes", "write two aliases"),
    [GX_CHECK_BRACKETS] =
        OF_NAME (gx_check_brackets, "brackets", "an alias with an explanation in brackets", "texts don't write it: leave it out"),
    [GX_CHECK_PATTERN] =
        OF_NAME (gx_check_pattern, "pattern", "a name that looks like a pattern", "names are plain text: write each of them out"),
    [GX_CHECK_MARKUP] = OF_NAME (gx_check_markup, "markup", "a name with markup or a reference in it", "write the character itself"),
    [GX_CHECK_DAMAGED] = OF_NAME (gx_check_damaged, "damaged", "a name that was read in the wrong encoding", "write it anew"),
    [GX_CHECK_ADDRESS] = OF_NAME (gx_check_address, "address", "an address of the web", "leave it out: nothing is looked for in addresses"),
    [GX_CHECK_IS_ID] = OF_NAME (gx_check_is_id, "is-id", "a name that is an id", "ids stand in the column id"),
    [GX_CHECK_SEVERAL] = OF_NAME (gx_check_several, "several", "several names in one", "part them with |"),
    [GX_CHECK_PUNCTUATION] = OF_NAME (gx_check_punctuation, "punctuation", "a mark at the edge of a name", "leave the mark out"),
    [GX_CHECK_LONG] = OF_NAME (gx_check_long, "long", "a name that is too long for one", "leave out what explains it"),
    [GX_CHECK_MARK] = OF_NAME (gx_check_mark, "mark", "a mark that is none where it stands", "~ and = stand once each, before the alias"),
    [GX_CHECK_ID] = OF_ROW (gx_check_id, "id", "an id of no known form", "Wikidata's are Q and a number, others have no blanks and no |"),
    [GX_CHECK_NAMELESS] = OF_ROW (gx_check_nameless, "nameless", "an entity without a name", "give it one"),
    [GX_CHECK_NO_ENGLISH] = OF_ROW (gx_check_no_english, "no-english", "a state without an English name", "fill in en"),
    [GX_CHECK_YEAR] = OF_ROW (gx_check_year, "year", "a year that is still to come, or of two digits",
                              "since and until are years of office: leave unknown ones empty"),
    [GX_CHECK_SPAN] = OF_ROW (gx_check_span, "span", "a person of more years than anybody has", "look at since and until"),
    [GX_CHECK_COUNTRY] = OF_ROW (gx_check_country, "country", "a country that is no state", "country is the id of a row of type state"),
    [GX_CHECK_SHORT] = OF_ROW (gx_check_short, "short", "an abbreviation that is not read", "only states and people have one, once"),
    [GX_CHECK_SURNAME_ROW] =
        ELSEWHERE ("surname-row", "a surname that is none in Han characters", "surnames are one or two Han characters"),
    [GX_CHECK_EDGE] = ELSEWHERE ("edge", "blanks at the edge of a cell or alias", "--fix takes them away"),
    [GX_CHECK_BLANKS] = ELSEWHERE ("blanks", "blanks that are none or too many", "--fix makes them one"),
    [GX_CHECK_INVISIBLE] = ELSEWHERE ("invisible", "characters that nobody sees", "--fix takes them away"),
    [GX_CHECK_NFC] = ELSEWHERE ("nfc", "characters that are not in normal form (NFC)", "--fix composes them"),
    [GX_CHECK_WIDTH] = ELSEWHERE ("width", "letters of full or half width, radicals", "--fix writes them as texts do"),
    [GX_CHECK_DOT] = ELSEWHERE ("dot", "another dot than ·", "--fix writes ·"),
    [GX_CHECK_TRADITIONAL] =
        ELSEWHERE ("traditional", "traditional characters in the column name", "--fix writes simplified ones: both are found in texts"),
    [GX_CHECK_EMPTY_ALIAS] = ELSEWHERE ("empty-alias", "an alias of no characters", "--fix takes it away"),
    [GX_CHECK_REPEATED] = ELSEWHERE ("repeated", "an alias that stands twice in its cell", "--fix takes one away"),
    [GX_CHECK_TWO_MARKS] =
        ELSEWHERE ("two-marks", "an alias that stands in its cell with other marks, too", "the last one counts: leave the others out"),
    [GX_CHECK_UNSORTED] = ELSEWHERE ("unsorted", "rows that are not sorted", "--fix sorts them"),
    [GX_CHECK_LINE_END] = ELSEWHERE ("line-end", "a last line without its end", "--fix ends it"),
};

const GxCheckKind *
gx_dictionary_check_kind (guint number)
{
    return number < GX_N_CHECKS ? &checks[number].kind : NULL;
}

static void
tell (GxFindings *findings, GxCheck check, GxPlace place, const char *format, va_list args)
{
    g_autofree char *message = g_strdup_vprintf (format, args);
    gx_findings_warning (findings, place, "%s: %s [%s]", message, checks[check].kind.hint, checks[check].kind.name);
}

void
gx_findings_doubt (GxFindings *self, GxCheck check, GxPlace place, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    tell (self, check, place, format, args);
    va_end (args);
}

void
gx_look_doubt (GxLook *self, GxCheck check, GxPlace place, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    tell (self->findings, check, place, format, args);
    va_end (args);
}

gboolean
gx_name_is_free (const GxNameRow *name)
{
    return !(name->flags & MARKS);
}

gboolean
gx_name_is_han (const char *text, glong *n_characters)
{
    *n_characters = 0;
    for (const char *at = text; *at; at = g_utf8_next_char (at), (*n_characters)++)
        if (!gx_is_han (g_utf8_get_char (at)))
            return FALSE;
    return *n_characters > 0;
}

/* The labels of bodies: their aliases are often those of one state alone (国土交通省). */
static GHashTable *
collect_bodies (const GxTables *tables)
{
    GHashTable *bodies = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < tables->bodies->len; i++) {
        const GxBodyRow *row = tables->bodies->pdata[i];
        for (guint n = 0; n < row->names->len; n++) {
            GxNameRow *name = &g_array_index (row->names, GxNameRow, n);
            if (name->flags & GX_ALIAS_LABEL)
                g_hash_table_insert (bodies, (gpointer)name->folded, name);
        }
    }
    return bodies;
}

/* A name that words.tsv knows has been looked at: only what clashes with it is told. */
#define FIRST_OF_JUDGEMENT GX_CHECK_TITLE

static void
look_at_row (GxLook *self, const GxEntityRow *row)
{
    for (guint i = 0; i < GX_N_CHECKS; i++)
        if (checks[i].of_row)
            checks[i].of_row (self, row);
    for (guint n = 0; n < row->names->len; n++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, n);
        gboolean known = g_hash_table_contains (self->tables->words[GX_WORD_NAME].index, name->folded);
        for (guint i = 0; i < (known ? FIRST_OF_JUDGEMENT : GX_N_CHECKS) && *name->folded; i++)
            if (checks[i].of_name)
                checks[i].of_name (self, row, name);
    }
}

void
gx_tables_look (const GxTables *tables, guint year, GxFindings *findings)
{
    g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    g_autoptr (GHashTable) bodies = collect_bodies (tables), parts = gx_name_parts_find (tables);
    g_autoptr (GxWords) words = gx_words_new ();
    GxLook look = { tables, findings, year, owners, bodies, parts, words };
    for (guint i = 0; i < tables->entities->len; i++)
        look_at_row (&look, tables->entities->pdata[i]);
    gx_check_surname_rows (&look);
    gx_check_body_names (&look);
}

guint
gx_dictionary_check (GxDictionaryBase base, const char *const *paths, guint year, GxFindingFunc report, gpointer user_data)
{
    GxFindings findings = { .report = report, .user_data = user_data };
    if (report)
        gx_findings_keep (&findings);
    g_autoptr (GxTables) tables = gx_dictionary_read_tables (base, paths, &findings);
    gx_tidy_look (base, paths, &findings);
    gx_tables_look (tables, year, &findings);
    if (report)
        gx_findings_tell (&findings);
    g_clear_error (&findings.first);
    return findings.n_errors;
}
