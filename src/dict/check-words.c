/* SPDX-License-Identifier: GPL-3.0-or-later
 * check-words.c - names that are ordinary words, or that these swallow.
 *
 * What is a word ICU's dictionary knows, but it has names among its words (白宫, 曹操) and no frequencies: words.tsv holds those that texts
 * hardly ever use otherwise, and the characters that begin and end so many words that a name of two characters with one of them is bound to
 * be cut out of two words (其[他信]息, 其[中大]部分). How often that happens in texts is counted by usage.h. */
#include "check.h"
#include "words.h"

#include <string.h>

/* Characters of names that are looked at: longer words are nearly all names. People's names of three characters are, too. */
#define LONGEST_BODY   3
#define LONGEST_PERSON 2

/* Whether a name may be taken for a word at all. */
static gboolean
may_be_word (const GxEntityRow *row, const GxNameRow *name, glong *n)
{
    if (row->entity.type == GX_ENTITY_STATE || !gx_name_is_free (name) || !gx_name_is_han (name->folded, n) || *n < 2)
        return FALSE;
    return *n <= (row->entity.type == GX_ENTITY_PERSON ? LONGEST_PERSON : LONGEST_BODY);
}

static gboolean
is_one_word (GxLook *self, const char *text)
{
    gsize start, end, len = strlen (text);
    gx_words_set_text (self->words, (GxStr){ text, len });
    gx_words_at (self->words, 0, &start, &end);
    return end == len;
}

void
gx_check_word (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    glong n;
    if (may_be_word (row, name, &n) && is_one_word (self, name->folded))
        gx_look_doubt (self, GX_CHECK_WORD, name->place, "\"%s\" of %s is an ordinary word", name->text, row->entity.id);
}

static gboolean
is_common (const GxLook *self, const char *text)
{
    return g_hash_table_contains (self->tables->words[GX_WORD_COMMON].index, text);
}

void
gx_check_fragment (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    glong n;
    if (!may_be_word (row, name, &n) || n != 2 || is_one_word (self, name->folded))
        return;
    const char *last = g_utf8_next_char (name->folded);
    g_autofree char *first = g_strndup (name->folded, (gsize)(last - name->folded));
    gboolean is_surname = row->entity.type == GX_ENTITY_PERSON && g_hash_table_contains (self->tables->surnames.index, first);
    if (is_common (self, last) || (!is_surname && is_common (self, first)))
        gx_look_doubt (self, GX_CHECK_FRAGMENT, name->place, "\"%s\" of %s is a fragment of longer words", name->text, row->entity.id);
}

/* Whether word holds part, but not at its edges alone: what begins with a name is read as the longer one anyhow. */
static gboolean
holds_inside (const char *word, const char *part)
{
    const char *at = strstr (word, part);
    return at && at > word;
}

static const GxWordRow *
find_title_around (const GxTables *tables, const char *part)
{
    for (guint i = 0; i < tables->titles.rows->len; i++) {
        const GxWordRow *row = &g_array_index (tables->titles.rows, GxWordRow, i);
        if (row->text && holds_inside (row->text, part))
            return row;
    }
    return NULL;
}

void
gx_check_inside_word (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    glong n;
    if (name->flags & GX_ALIAS_LABEL || !may_be_word (row, name, &n) || g_hash_table_contains (self->bodies, name->folded))
        return;
    const GxWordRow *title = find_title_around (self->tables, name->folded);
    if (title)
        gx_look_doubt (self, GX_CHECK_INSIDE_WORD, name->place, "\"%s\" of %s lies inside the title \"%s\" (%s:%u)", name->text,
                       row->entity.id, title->text, title->place.file, title->place.line);
}
