/* SPDX-License-Identifier: GPL-3.0-or-later
 * json-records.c - NDJSON (a value a line) and files of JSON values (an array of them, or one behind the other). */
#include "field-names.h"
#include "records.h"

#include <jansson.h>

/** Where in a file of JSON values the cutter is. */
typedef struct {
    guint64 depth; /* of what is open in the current value */
    gboolean in_array, in_string, is_escaped, has_begun;
    gboolean is_over, is_behind; /* the array has ended; bytes behind its end were read */
} State;

static gsize
cut_line (gpointer state, GxStr bytes, gboolean *ends)
{
    (void)state;
    const char *end = memchr (bytes.data, '\n', bytes.len);
    *ends = end != NULL;
    gsize len = end ? (gsize)(end - bytes.data) + 1 : bytes.len;
    while (end && len < bytes.len && bytes.data[len] == '\n') /* empty lines are no records of their own */
        len++;
    return len;
}

/** How many bytes of a string's inside and its end there are. */
static gsize
pass_string (State *state, GxStr bytes)
{
    gsize i = 0;
    for (; i < bytes.len && state->in_string; i++) {
        if (state->is_escaped)
            state->is_escaped = FALSE;
        else if (bytes.data[i] == '\\')
            state->is_escaped = TRUE;
        else if (bytes.data[i] == '"')
            state->in_string = FALSE;
    }
    return i;
}

/** Takes a character outside strings; TRUE when a value ends with it. */
static gboolean
take_sign (State *state, char c)
{
    switch (c) {
    case '"':
        state->in_string = state->has_begun = TRUE;
        return FALSE;
    case '[':
        if (!state->in_array && state->depth == 0) {
            state->in_array = TRUE;
            return FALSE;
        }
        state->depth++;
        return FALSE;
    case '{':
        state->depth++;
        return FALSE;
    case '}':
    case ']':
        state->is_over = state->is_over || (state->in_array && state->depth == 0);
        state->depth -= MIN (state->depth, 1);
        return state->depth == 0;
    case ',':
        return state->depth == 0 && state->has_begun;
    default:
        state->has_begun = state->has_begun || !g_ascii_isspace (c);
        return FALSE;
    }
}

static gsize
cut_value (gpointer data, GxStr bytes, gboolean *ends)
{
    State *state = data;
    for (gsize i = 0; i < bytes.len;) {
        if (state->in_string) {
            i += pass_string (state, (GxStr){ bytes.data + i, bytes.len - i });
        } else if (take_sign (state, bytes.data[i++])) {
            state->has_begun = FALSE;
            *ends = TRUE;
            return i;
        }
    }
    return bytes.len;
}

/** The same in an array alone: what stands behind it is left out. */
static gsize
cut_item (gpointer data, GxStr bytes, gboolean *ends)
{
    State *state = data;
    state->is_behind = state->is_over;
    return state->is_over ? bytes.len : cut_value (data, bytes, ends);
}

/** The value of an object's field, also of one inside another (`article.body`); NULL when there is none. */
static const json_t *
find_path (const json_t *object, const char *path)
{
    const json_t *whole = json_object_get (object, path);
    const char *dot = strchr (path, '.');
    if (whole || !dot)
        return whole;
    g_autofree char *first = g_strndup (path, (gsize)(dot - path));
    const json_t *inside = json_object_get (object, first);
    return inside ? find_path (inside, dot + 1) : NULL;
}

/** The first value of an object that is a text, under these names; NULL when there is none. */
static const json_t *
find_string (const json_t *object, const char *const *names)
{
    for (gsize i = 0; names[i]; i++) {
        const json_t *value = json_object_get (object, names[i]);
        if (json_is_string (value))
            return value;
    }
    return NULL;
}

/** Appends the words of a value: a text, a number, the words of a list with breaks between, what an object calls itself or holds. */
static void
append_words (GString *words, const json_t *value, const char *between)
{
    if (json_is_string (value)) {
        g_string_append_len (words, json_string_value (value), (gssize)json_string_length (value));
    } else if (json_is_integer (value)) {
        g_string_append_printf (words, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
    } else if (json_is_array (value)) {
        for (gsize i = 0; i < json_array_size (value); i++) {
            const json_t *item = json_array_get (value, i);
            if (json_is_array (item))
                continue; /* one level is what people write */
            if (words->len > 0)
                g_string_append (words, between);
            append_words (words, item, between);
        }
    } else if (json_is_object (value)) {
        static const char *const names[] = { "name", "html", "text", "content", NULL };
        const json_t *name = find_string (value, names);
        if (name)
            append_words (words, name, between);
    }
}

/** What is looked for: the text (field G_MAXUINT) or a field. */
static guint
rank_key (GxStr key, guint field, const GxCorpusOptions *options)
{
    return field == G_MAXUINT ? gx_field_rank_text (key, options) : gx_field_rank (key, (GxSourceField)field, options);
}

/** The words of the best field for what is looked for; NULL when there is none with any. */
static GString *
find_words (const json_t *object, guint field, const GxCorpusOptions *options, const char *between)
{
    g_autoptr (GString) best = NULL;
    guint best_rank = G_MAXUINT;
    const char *given = field == G_MAXUINT ? options->text_field : options->fields[field];
    if (given) {
        const json_t *value = find_path (object, given);
        best = value ? g_string_new (NULL) : NULL;
        if (best)
            append_words (best, value, between);
        return g_steal_pointer (&best);
    }
    for (void *at = json_object_iter ((json_t *)object); at; at = json_object_iter_next ((json_t *)object, at)) {
        guint rank = rank_key (gx_str (json_object_iter_key (at)), field, options);
        if (rank >= best_rank)
            continue;
        g_autoptr (GString) words = g_string_new (NULL);
        append_words (words, json_object_iter_value (at), between);
        if (words->len == 0)
            continue;
        best_rank = rank;
        if (best)
            g_string_free (best, TRUE);
        best = g_steal_pointer (&words);
    }
    return g_steal_pointer (&best);
}

/** The words of the first object inside this one that has a text (`{"article": {"body": …}}`), which is put into inside. */
static GString *
find_inside (const json_t *object, const GxCorpusOptions *options, const json_t **inside)
{
    for (void *at = json_object_iter ((json_t *)object); at; at = json_object_iter_next ((json_t *)object, at)) {
        *inside = json_object_iter_value (at);
        GString *text = json_is_object (*inside) ? find_words (*inside, G_MAXUINT, options, "\n") : NULL;
        if (text)
            return text;
    }
    *inside = NULL;
    return NULL;
}

static gboolean
take_object (const json_t *object, const char *path, const GxCorpusOptions *options, GxRecord *record, GError **error)
{
    const json_t *inside = NULL;
    g_autoptr (GString) text = find_words (object, G_MAXUINT, options, "\n");
    if (!text && !options->text_field)
        text = find_inside (object, options, &inside);
    if (!text)
        return gx_field_fail_text (path, options, error);
    if (text->len > MIN (options->max_bytes, (guint64)G_MAXINT))
        return gx_fail_too_large (path, options->max_bytes, error);
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++) {
        g_autoptr (GString) words = inside ? find_words (inside, i, options, ", ") : NULL;
        if (!words)
            words = find_words (object, i, options, ", ");
        if (words)
            gx_field_set (record, (GxSourceField)i, (GxStr){ words->str, words->len });
    }
    record->text = g_byte_array_new ();
    g_byte_array_append (record->text, (const guint8 *)text->str, (guint)text->len);
    return TRUE;
}

static gboolean
unwrap (GxStr raw, const char *path, gconstpointer data, GxRecord *record, GError **error)
{
    const GxRecordContext *context = data;
    g_autoptr (GString) copy = NULL;
    GxStr text;
    if (!gx_record_decode (raw, path, context, record, &copy, &text, error))
        return FALSE;
    json_error_t reason = { 0 };
    json_t *value = json_loadb (text.data, text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &reason);
    gboolean ok = json_is_object (value) && take_object (value, path, &context->options->options, record, error);
    if (!value) {
        g_autofree char *told = g_utf8_make_valid (reason.text, -1);
        for (char *p = told; *p; p++)
            *p = g_ascii_iscntrl (*p) ? ' ' : *p; /* it quotes the record */
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: not JSON (%s)", path, told);
    } else if (!json_is_object (value)) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: not an object of JSON", path);
    }
    json_decref (value);
    return ok;
}

static gboolean
is_blank (const GByteArray *bytes)
{
    for (guint i = 0; i < bytes->len; i++)
        if (!g_ascii_isspace (bytes->data[i]))
            return FALSE;
    return TRUE;
}

static GxInput *
take_line (GxRecords *self, GByteArray *bytes, guint64 line, GError **error)
{
    (void)error;
    if (is_blank (bytes)) {
        g_byte_array_unref (bytes);
        return NULL;
    }
    g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT, line);
    return gx_records_wrap (self, name, ':', bytes, unwrap);
}

static GxInput *
take_value (GxRecords *self, GByteArray *bytes, guint64 line, GError **error)
{
    (void)line;
    (void)error;
    gboolean opens = ((State *)self->state)->in_array && self->n_taken == 0;
    guint start = 0, end = bytes->len;
    while (start < end && (g_ascii_isspace (bytes->data[start]) || bytes->data[start] == ',' || (opens && bytes->data[start] == '['))) {
        opens = opens && bytes->data[start] != '[';
        start++;
    }
    while (end > start && (g_ascii_isspace (bytes->data[end - 1]) || bytes->data[end - 1] == ','))
        end--;
    if (end == start || (end == start + 1 && bytes->data[start] == ']')) { /* the array's end */
        g_byte_array_unref (bytes);
        return NULL;
    }
    g_byte_array_set_size (bytes, end);
    g_byte_array_remove_range (bytes, 0, start);
    g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT, ++self->n_taken);
    return gx_records_wrap (self, name, '/', bytes, unwrap);
}

static GxInput *
take_item (GxRecords *self, GByteArray *bytes, guint64 line, GError **error)
{
    if (!((State *)self->state)->is_behind)
        return take_value (self, bytes, line, error);
    g_byte_array_unref (bytes);
    return NULL;
}

const GxRecordFormat gx_json_lines = { cut_line, 0, take_line };
const GxRecordFormat gx_json_values = { cut_value, sizeof (State), take_value };
const GxRecordFormat gx_json_list = { cut_item, sizeof (State), take_item };
