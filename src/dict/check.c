/* SPDX-License-Identifier: GPL-3.0-or-later
 * check.c - the table of all looks, and the way through them. */
#include "check.h"
#include "fold.h"
#include "tidy.h"
#include "words.h"

#include <string.h>

#define MARKS ((guint)GX_ALIAS_CONTEXT | (guint)GX_ALIAS_EXACT)

/* A sort of doubt. Those without a function are told by the readers of tables or by tidy.c. */
typedef struct {
    GxCheckKind kind;
    GxNameCheck of_name;
    GxRowCheck of_row;
} Check;

static const Check checks[GX_N_CHECKS] = {
    [GX_CHECK_CLAIMED] = { { "claimed", "a name of two entities", "mark it with ~ in all but one" }, gx_check_claimed, NULL },
    [GX_CHECK_FOLDED_LABEL] = { { "label-again", "an alias that is the name or en again, folded", "leave it out" },
                                gx_check_folded_label,
                                NULL },
    [GX_CHECK_FOLDED_TWICE] = { { "alias-again", "an alias that is another one again, folded", "leave it out" },
                                gx_check_folded_twice,
                                NULL },
    [GX_CHECK_JOINED] = { { "without-dots", "an alias that is a name without its dots", "leave it out: dots may be missing in texts" },
                          gx_check_joined,
                          NULL },
    [GX_CHECK_PHRASE] = { { "phrase", "a name that is a row of phrases, too", "leave one of them out" }, gx_check_phrase, NULL },
    [GX_CHECK_TITLE] = { { "title", "a name that is a title, too", "mark it with ~ or leave it out" }, gx_check_title, NULL },
    [GX_CHECK_BODY] = { { "body", "a name that is a body of every state, too", "mark it with ~ or put the state before it" },
                        gx_check_body,
                        NULL },
    [GX_CHECK_INSIDE_WORD] = { { "inside-word", "an alias that lies inside a title or a body's name", "mark it with ~ or leave it out" },
                               gx_check_inside_word,
                               NULL },
    [GX_CHECK_WORD] = { { "word", "a name that is an ordinary word of Chinese",
                          "mark it with ~, or add it to words.tsv when texts hardly ever mean anything else" },
                        gx_check_word,
                        NULL },
    [GX_CHECK_FRAGMENT] = { { "fragment", "a name of two characters that longer words swallow", "mark it with ~ or add it to words.tsv" },
                            gx_check_fragment,
                            NULL },
    [GX_CHECK_SWALLOWED] = { { "swallowed", "a name that longer words swallow in the texts of --against", "mark it with ~" }, NULL, NULL },
    [GX_CHECK_SURNAME] = { { "surname", "a bare part of a name of several parts",
                             "mark it with ~, or add it to words.tsv when texts hardly ever mean another" },
                           gx_check_surname,
                           NULL },
    [GX_CHECK_SINGLE] = { { "single", "an alias of one character", "short is the place for it" }, gx_check_single, NULL },
    [GX_CHECK_DIGITS] = { { "digits", "a name of digits alone", "leave it out" }, gx_check_digits, NULL },
    [GX_CHECK_ABBREVIATION] = { { "abbreviation", "capitals that may be a word in small letters", "mark it with =" },
                                gx_check_abbreviation,
                                NULL },
    [GX_CHECK_NAME_SCRIPT] = { { "name-script", "a name in another script than Han or Latin",
                                 "name is simplified Chinese: other scripts are aliases" },
                               NULL,
                               gx_check_name_script },
    [GX_CHECK_ENGLISH_SCRIPT] = { { "en-script", "an en that is not in Latin letters", "en is English: other scripts are aliases" },
                                  NULL,
                                  gx_check_english_script },
    [GX_CHECK_LOOK_ALIKE] = { { "look-alike", "a letter of another script that looks alike", "write the letter that texts have" },
                              gx_check_look_alike,
                              NULL },
    [GX_CHECK_MIXED] = { { "mixed-scripts", "scripts side by side that no name mixes", "write two aliases" }, gx_check_mixed, NULL },
    [GX_CHECK_BRACKETS] = { { "brackets", "an alias with an explanation in brackets", "texts don't write it: leave it out" },
                            gx_check_brackets,
                            NULL },
    [GX_CHECK_PATTERN] = { { "pattern", "a name that looks like a pattern", "names are plain text: write each of them out" },
                           gx_check_pattern,
                           NULL },
    [GX_CHECK_MARKUP] = { { "markup", "a name with markup or a reference in it", "write the character itself" }, gx_check_markup, NULL },
    [GX_CHECK_DAMAGED] = { { "damaged", "a name that was read in the wrong encoding", "write it anew" }, gx_check_damaged, NULL },
    [GX_CHECK_ADDRESS] = { { "address", "an address of the web", "leave it out: nothing is looked for in addresses" },
                           gx_check_address,
                           NULL },
    [GX_CHECK_IS_ID] = { { "is-id", "a name that is an id", "ids stand in the column id" }, gx_check_is_id, NULL },
    [GX_CHECK_SEVERAL] = { { "several", "several names in one", "part them with |" }, gx_check_several, NULL },
    [GX_CHECK_PUNCTUATION] = { { "punctuation", "a mark at the edge of a name", "leave the mark out" }, gx_check_punctuation, NULL },
    [GX_CHECK_LONG] = { { "long", "a name that is too long for one", "leave out what explains it" }, gx_check_long, NULL },
    [GX_CHECK_MARK] = { { "mark", "a mark that is none where it stands", "~ and = stand once each, before the alias" },
                        gx_check_mark,
                        NULL },
    [GX_CHECK_ID] = { { "id", "an id of no known form", "Wikidata's are Q and a number, others have no blanks and no |" },
                      NULL,
                      gx_check_id },
    [GX_CHECK_NAMELESS] = { { "nameless", "an entity without a name", "give it one" }, NULL, gx_check_nameless },
    [GX_CHECK_NO_ENGLISH] = { { "no-english", "a state without an English name", "fill in en" }, NULL, gx_check_no_english },
    [GX_CHECK_YEAR] = { { "year", "a year that is still to come, or of two digits",
                          "since and until are years of office: leave unknown ones empty" },
                        NULL,
                        gx_check_year },
    [GX_CHECK_SPAN] = { { "span", "a person of more years than anybody has", "look at since and until" }, NULL, gx_check_span },
    [GX_CHECK_COUNTRY] = { { "country", "a country that is no state", "country is the id of a row of type state" },
                           NULL,
                           gx_check_country },
    [GX_CHECK_SHORT] = { { "short", "an abbreviation that is not read", "only states and people have one, once" }, NULL, gx_check_short },
    [GX_CHECK_SURNAME_ROW] = { { "surname-row", "a surname that is none in Han characters", "surnames are one or two Han characters" },
                               NULL,
                               NULL },
    [GX_CHECK_EDGE] = { { "edge", "blanks at the edge of a cell or alias", "--fix takes them away" }, NULL, NULL },
    [GX_CHECK_BLANKS] = { { "blanks", "blanks that are none or too many", "--fix makes them one" }, NULL, NULL },
    [GX_CHECK_INVISIBLE] = { { "invisible", "characters that nobody sees", "--fix takes them away" }, NULL, NULL },
    [GX_CHECK_NFC] = { { "nfc", "characters that are not in normal form (NFC)", "--fix composes them" }, NULL, NULL },
    [GX_CHECK_WIDTH] = { { "width", "letters of full or half width, radicals", "--fix writes them as texts do" }, NULL, NULL },
    [GX_CHECK_DOT] = { { "dot", "another dot than ·", "--fix writes ·" }, NULL, NULL },
    [GX_CHECK_TRADITIONAL] = { { "traditional", "traditional characters in the column name",
                                 "--fix writes simplified ones: both are found in texts" },
                               NULL,
                               NULL },
    [GX_CHECK_EMPTY_ALIAS] = { { "empty-alias", "an alias of no characters", "--fix takes it away" }, NULL, NULL },
    [GX_CHECK_REPEATED] = { { "repeated", "an alias that stands twice in its cell", "--fix takes one away" }, NULL, NULL },
    [GX_CHECK_TWO_MARKS] = { { "two-marks", "an alias that stands in its cell with other marks, too",
                               "the last one counts: leave the others out" },
                             NULL,
                             NULL },
    [GX_CHECK_UNSORTED] = { { "unsorted", "rows that are not sorted", "--fix sorts them" }, NULL, NULL },
    [GX_CHECK_LINE_END] = { { "line-end", "a last line without its end", "--fix ends it" }, NULL, NULL },
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
