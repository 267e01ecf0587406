/* SPDX-License-Identifier: GPL-3.0-or-later
 * lexicon.h - what the matcher asks a dictionary: folded names and what they stand for, rules of context.
 *
 * Strings are folded (fold.h), terminated, borrowed from the dictionary. */
#pragma once

#include <guanxi/dictionary.h>
#include <guanxi/str.h>

/** What a form of the lexicon stands for. */
typedef enum {
    GX_FORM_NAME,   /**< an entity's own name or an unmarked alias */
    GX_FORM_PHRASE, /**< a longer string that yields nothing */
    GX_FORM_TITLE,
    GX_FORM_BODY
} GxFormKind;

/** Where a title stands. */
typedef enum { GX_TITLE_BEFORE = 1, GX_TITLE_AFTER = 2, GX_TITLE_BOTH = 3 } GxTitlePosition;

/** A body without its state: 国防部. */
typedef struct {
    const char *id, *name, *english;
} GxBody;

/** One reading of a form. Forms that several entities share have several readings, in the order of GxFormKind, then of ids; so has a name
 * that one entity bears with different marks (`~sk`, `=SK`), the strict ones last. A phrase that is an entity's own name has no reading as
 * a phrase. */
typedef struct {
    GxFormKind kind;
    guint flags;              /**< GxAliasFlags, for names and bodies */
    const char *exact;        /**< the form as written in the table, for GX_ALIAS_EXACT */
    const GxEntity *entity;   /**< for names */
    const GxBody *body;       /**< for bodies */
    GxTitlePosition position; /**< for titles */
} GxFormReading;

/** A folded string and all it can stand for. */
typedef struct {
    const char *text;
    gsize len;
    const GxFormReading *readings;
    guint n_readings;
} GxForm;

/** All forms, sorted by text (byte order), each text once. */
const GxForm *gx_lexicon_forms (const GxDictionary *self, guint *n_forms);
/** The form with exactly this folded text, or NULL. O(1). */
const GxForm *gx_lexicon_find (const GxDictionary *self, const char *text, gsize len);

/** One-character abbreviations: the states (or people) that use the folded character c, in table order; NULL-terminated; NULL when none. */
const GxEntity *const *gx_lexicon_short_states (const GxDictionary *self, gunichar c);
const GxEntity *const *gx_lexicon_short_people (const GxDictionary *self, gunichar c);

/** A person's surname as written in Han characters (文, 欧阳, 安倍), folded, or NULL: taken from the label when it is two to four Han
 * characters and no part of a longer name with dots (马克龙 of 埃马纽埃尔·马克龙). It is the longest alias the label begins with, else
 * found in surnames.tsv. */
const char *gx_lexicon_surname (const GxDictionary *self, const GxEntity *person);
/** What a person is, in the (folded) words of the tables' notes: `minister of commerce of china`; "" when they don't say. O(1). */
const char *gx_lexicon_role (const GxDictionary *self, const GxEntity *person);
/** The (folded) surnames of surnames.tsv; the array is the caller's, g_free(). O(surnames). */
const char **gx_lexicon_surnames (const GxDictionary *self, guint *n_surnames);
/** Whether this text is one of them. O(1). */
gboolean gx_lexicon_is_surname (const GxDictionary *self, GxStr text);

/** The institution state + body: a row of its own when the tables have one by that name (美国国防部), else an entity made for it
 * (`Q30+defence-ministry`). */
const GxEntity *gx_lexicon_state_body (const GxDictionary *self, const GxEntity *state, const GxBody *body);

/** A person or an institution of this name, whom no table knows; the name is the id too. When the tables know an institution by that
 * name, that one. */
const GxEntity *gx_lexicon_unlisted (const GxDictionary *self, const char *name, GxEntityType type);
/** The person of this folded name. */
const GxEntity *gx_lexicon_stranger (const GxDictionary *self, const char *name);

/** Most characters of a context: each may be marked by a bit of 64. */
#define GX_MOST_CONTEXT 64

/** A row of contexts.tsv. Its text has 1 to GX_MOST_CONTEXT characters, the brackets around marked ones not counted. */
typedef struct {
    const char *id, *kind, *text, *states;
    const char *language; /**< of the texts it holds in (`ja`); "" for all */
    double weight;        /**< HUGE_VAL for `strict` */
} GxContextRow;

/** The rows in table order, later tables replacing rows of the same (id, kind, text, states, language). */
const GxContextRow *gx_lexicon_contexts (const GxDictionary *self, guint *n_rows);

/** What an affix does; the first lines of affixes.tsv say it of each. */
typedef enum {
    GX_AFFIX_ADDRESS,
    GX_AFFIX_ALIAS_LEAD,
    GX_AFFIX_BODY_END,
    GX_AFFIX_BODY_JOINT,
    GX_AFFIX_BODY_KIND,
    GX_AFFIX_BODY_LEAD,
    GX_AFFIX_BODY_LINK,
    GX_AFFIX_BODY_TAIL,
    GX_AFFIX_CONJUNCTION,
    GX_AFFIX_DIVIDER,
    GX_AFFIX_DOUBTFUL_NAMESAKE,
    GX_AFFIX_GOVERNMENT,
    GX_AFFIX_HEAD,
    GX_AFFIX_LINK,
    GX_AFFIX_LIST_LINK,
    GX_AFFIX_MEETING,
    GX_AFFIX_MEETING_LEAD,
    GX_AFFIX_MONTH,
    GX_AFFIX_MONTH_LEAD,
    GX_AFFIX_NAMESAKE,
    GX_AFFIX_NAME_END,
    GX_AFFIX_NAME_PARTICLE,
    GX_AFFIX_NAME_LINK,
    GX_AFFIX_NO_ACTOR,
    GX_AFFIX_NO_HEAD,
    GX_AFFIX_OF_LINK,
    GX_AFFIX_OFFICE,
    GX_AFFIX_ORGANISATION,
    GX_AFFIX_ORGANISATION_BREAK,
    GX_AFFIX_PARTICLE,
    GX_AFFIX_PLAIN_BODY,
    GX_AFFIX_PLAIN_LINK,
    GX_AFFIX_POSSESSIVE,
    GX_AFFIX_PLACE,
    GX_AFFIX_QUALIFIER,
    GX_AFFIX_SOURCE_FOLLOW,
    GX_AFFIX_SOURCE_LEAD,
    GX_AFFIX_SPEECH,
    GX_AFFIX_SPLIT_WORD,
    GX_AFFIX_STATE_LEAD,
    GX_AFFIX_STATE_PREFIX,
    GX_AFFIX_VAGUE_BODY,
    GX_AFFIX_VERB_ENDING,
    GX_N_AFFIXES
} GxAffixKind;

/** Most bytes of an affix, folded. */
#define GX_LONGEST_AFFIX 63
/** No limit of an affix's length. */
#define GX_ANY_LENGTH G_MAXSIZE

/** Length in bytes of the longest affix of a kind, among those shorter than below (bytes), that starts at (ends at) an offset of folded
 * text; 0 when there is none. The next shorter one: ask again, below what was found. O(1). */
gsize gx_lexicon_affix_at (const GxDictionary *self, GxAffixKind kind, GxStr text, gsize offset, gsize below);
gsize gx_lexicon_affix_before (const GxDictionary *self, GxAffixKind kind, GxStr text, gsize offset, gsize below);
/** All affixes of a kind, the longest first, then by bytes; NULL-terminated. */
const char *const *gx_lexicon_affixes (const GxDictionary *self, GxAffixKind kind);
