/* SPDX-License-Identifier: GPL-3.0-or-later
 * spacy.c - patterns of spaCy's EntityRuler, one JSON object a line: {"label": "ORG", "pattern": "NATO", "id": "Q7184"}.
 *
 * A pattern is a text, or a list of tokens: {"LOWER": "united"} (or TEXT, ORTH, LEMMA, NORM). Others, which are rules and no names, make no
 * sense here. Labels are those of OntoNotes (PERSON, ORG, GPE) and of other taggers. */
#include "json-line.h"

static const char *const labels[] = {
    [GX_ENTITY_PERSON] = "PERSON",
    [GX_ENTITY_STATE] = "GPE",
    [GX_ENTITY_INSTITUTION] = "ORG",
};

static guint
judge (const char *path, GxStr head)
{
    GxStr first = gx_foreign_trim (head);
    gboolean is_object = first.len > 0 && first.data[0] == '{';
    gboolean has_keys =
        g_strstr_len (head.data, (gssize)head.len, "\"pattern\"") && g_strstr_len (head.data, (gssize)head.len, "\"label\"");
    (void)path;
    return is_object && has_keys ? 90 : 0;
}

/* Between two tokens: a blank, but not between Han characters, kana or Hangul's neighbours of theirs. */
static gboolean
needs_blank (const GString *name, const char *token)
{
    if (name->len == 0 || *token == '\0')
        return FALSE;
    gunichar before = g_utf8_get_char (g_utf8_prev_char (name->str + name->len)), after = g_utf8_get_char (token);
    return !g_unichar_iswide (before) || !g_unichar_iswide (after) || g_unichar_get_script (after) == G_UNICODE_SCRIPT_HANGUL;
}

/* The text of a list of tokens; NULL when one is a rule. */
static char *
join_tokens (const json_t *tokens)
{
    static const char *const keys[] = { "TEXT", "ORTH", "LOWER", "NORM", "LEMMA" };
    g_autoptr (GString) name = g_string_new (NULL);
    for (size_t i = 0; i < json_array_size (tokens); i++) {
        const json_t *token = json_array_get (tokens, i);
        const char *text = NULL;
        for (guint k = 0; k < G_N_ELEMENTS (keys) && !text; k++)
            text = json_string_value (json_object_get (token, keys[k]));
        if (!text || json_object_size (token) != 1)
            return NULL;
        if (needs_blank (name, text))
            g_string_append_c (name, ' ');
        g_string_append (name, text);
    }
    return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}

static void
take_pattern (GxImport *import, GxForeignRecord *record, const json_t *object)
{
    const json_t *pattern = json_object_get (object, "pattern"), *id = json_object_get (object, "id");
    const char *label = json_string_value (json_object_get (object, "label"));
    g_autofree char *name = json_is_array (pattern) ? join_tokens (pattern) : g_strdup (json_string_value (pattern));
    if (!label)
        gx_import_complain (import, 0, "there is no \"label\"");
    else if (!name)
        gx_import_complain (import, 0, pattern ? "the pattern is a rule, not a name" : "there is no \"pattern\"");
    if (!label || !name)
        return;
    record->type = gx_foreign_type (gx_str (label));
    if (json_is_string (id))
        gx_foreign_record_set (&record->id, gx_str (json_string_value (id)));
    gx_foreign_record_add_name (record, gx_str (name), NULL, 0);
    gx_import_take (import, record);
}

static void
read_line (GxImport *import, gpointer state, GxStr line)
{
    json_t *object = gx_json_line_read (import, line, "a pattern");
    if (object)
        take_pattern (import, state, object);
    json_decref (object);
}

const GxForeignReader gx_read_spacy = { .judge = judge, .start = gx_foreign_start, .line = read_line, .finish = gx_foreign_finish };

static void
write_name (const GxEntity *entity, const char *name, gpointer user_data)
{
    json_t *object = json_pack ("{s:s, s:s, s:s}", "label", labels[entity->type], "pattern", name, "id", entity->id);
    char *text = object ? json_dumps (object, 0) : NULL;
    if (text) {
        gx_writer_puts (user_data, text);
        gx_writer_puts (user_data, "\n");
    }
    free (text);
    json_decref (object);
}

static void
write_names (const GxDictionary *dictionary, const GxNamesOptions *options, GxWriter *writer)
{
    gx_names_each (dictionary, options, write_name, writer);
}

const GxForeignWriter gx_write_spacy = { .name = "spacy", .write = write_names };
