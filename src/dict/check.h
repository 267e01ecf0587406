/* SPDX-License-Identifier: GPL-3.0-or-later
 * check.h - the looks that are taken at tables, each for one sort of doubt.
 *
 * What the readers of tables refuse is a fault (findings.h), and the tables are not used. All that is told here is a doubt. The table in
 * check.c has a row for each sort: its name, the function that looks for it, and what to do. To add one: a name in GxCheck, a row there, a
 * function in the file it belongs to, a planted case in tests/unit/test-check.c.
 *
 *   check-claims.c   names that somebody or something else has, or that are never read
 *   check-words.c    names that are ordinary words, or that these swallow
 *   check-surnames.c bare parts of transliterated names
 *   check-script.c   names that are not written as texts write them
 *   check-rows.c     the other cells: ids, years, countries, abbreviations
 *   usage.h          names that longer words swallow in a folder of texts
 *   tidy.c           how cells are written; `--fix` repairs it */
#pragma once

#include "dictionary-private.h"

/** The sorts of doubt. */
typedef enum {
    GX_CHECK_CLAIMED,
    GX_CHECK_FOLDED_LABEL,
    GX_CHECK_FOLDED_TWICE,
    GX_CHECK_JOINED,
    GX_CHECK_PHRASE,
    GX_CHECK_TITLE,
    GX_CHECK_BODY,
    GX_CHECK_INSIDE_WORD,
    GX_CHECK_WORD,
    GX_CHECK_FRAGMENT,
    GX_CHECK_SWALLOWED,
    GX_CHECK_SURNAME,
    GX_CHECK_SINGLE,
    GX_CHECK_DIGITS,
    GX_CHECK_ABBREVIATION,
    GX_CHECK_NAME_SCRIPT,
    GX_CHECK_ENGLISH_SCRIPT,
    GX_CHECK_LOOK_ALIKE,
    GX_CHECK_MIXED,
    GX_CHECK_BRACKETS,
    GX_CHECK_PATTERN,
    GX_CHECK_MARKUP,
    GX_CHECK_DAMAGED,
    GX_CHECK_ADDRESS,
    GX_CHECK_IS_ID,
    GX_CHECK_SEVERAL,
    GX_CHECK_PUNCTUATION,
    GX_CHECK_LONG,
    GX_CHECK_MARK,
    GX_CHECK_ID,
    GX_CHECK_NAMELESS,
    GX_CHECK_NO_ENGLISH,
    GX_CHECK_YEAR,
    GX_CHECK_SPAN,
    GX_CHECK_COUNTRY,
    GX_CHECK_SHORT,
    GX_CHECK_SURNAME_ROW,
    GX_CHECK_EDGE,
    GX_CHECK_BLANKS,
    GX_CHECK_INVISIBLE,
    GX_CHECK_NFC,
    GX_CHECK_WIDTH,
    GX_CHECK_DOT,
    GX_CHECK_TRADITIONAL,
    GX_CHECK_EMPTY_ALIAS,
    GX_CHECK_REPEATED,
    GX_CHECK_TWO_MARKS,
    GX_CHECK_UNSORTED,
    GX_CHECK_LINE_END,
    GX_N_CHECKS
} GxCheck;

/** What the looks share. */
typedef struct {
    const GxTables *tables;
    GxFindings *findings;
    guint year;             /**< the present one; 0: not known */
    GHashTable *owners;     /**< folded name -> who was the first to claim it without a mark */
    GHashTable *bodies;     /**< folded label -> GxNameRow of a body */
    GHashTable *parts;      /**< first or last part of a dotted name, folded -> GxEntityRow; several: NULL */
    struct _GxWords *words; /**< of words.h */
} GxLook;

/** Tells a doubt of this sort, with what to do. */
void gx_look_doubt (GxLook *self, GxCheck check, GxPlace place, const char *format, ...) G_GNUC_PRINTF (4, 5);
/** Tells a doubt without a look: what the readers of tables have to say. */
void gx_findings_doubt (GxFindings *self, GxCheck check, GxPlace place, const char *format, ...) G_GNUC_PRINTF (4, 5);

/** Takes all looks at tables that are read and folded. O(total bytes). */
void gx_tables_look (const GxTables *tables, guint year, GxFindings *findings);

/** Whether a name counts wherever it stands. */
gboolean gx_name_is_free (const GxNameRow *name);
/** Whether it is written in Han characters alone; how many. */
gboolean gx_name_is_han (const char *text, glong *n_characters);

/** A look at a row, and at one name of it. */
typedef void (*GxRowCheck) (GxLook *self, const GxEntityRow *row);
typedef void (*GxNameCheck) (GxLook *self, const GxEntityRow *row, const GxNameRow *name);

void gx_check_claimed (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_folded_label (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_folded_twice (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_joined (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_phrase (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_title (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_body (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
/** Names of two bodies. */
void gx_check_body_names (GxLook *self);

void gx_check_inside_word (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_word (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_fragment (GxLook *self, const GxEntityRow *row, const GxNameRow *name);

/** The first and last parts of all dotted names of people: `parts` of a look. The caller's. O(total names). */
GHashTable *gx_name_parts_find (const GxTables *tables);
void gx_check_surname (GxLook *self, const GxEntityRow *row, const GxNameRow *name);

void gx_check_single (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_digits (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_abbreviation (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_name_script (GxLook *self, const GxEntityRow *row);
void gx_check_english_script (GxLook *self, const GxEntityRow *row);
void gx_check_look_alike (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_mixed (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_brackets (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_pattern (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_markup (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_damaged (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_address (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_is_id (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_several (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_punctuation (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_long (GxLook *self, const GxEntityRow *row, const GxNameRow *name);
void gx_check_mark (GxLook *self, const GxEntityRow *row, const GxNameRow *name);

void gx_check_id (GxLook *self, const GxEntityRow *row);
void gx_check_nameless (GxLook *self, const GxEntityRow *row);
void gx_check_no_english (GxLook *self, const GxEntityRow *row);
void gx_check_year (GxLook *self, const GxEntityRow *row);
void gx_check_span (GxLook *self, const GxEntityRow *row);
void gx_check_country (GxLook *self, const GxEntityRow *row);
void gx_check_short (GxLook *self, const GxEntityRow *row);
/** Surnames that no person of Chinese writing can have. */
void gx_check_surname_rows (GxLook *self);
