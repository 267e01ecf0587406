/* SPDX-License-Identifier: GPL-3.0-or-later
 * gold.c - reads what a person annotated, and holds every line against the text that it speaks of. */
#include "ruler.h"
#include "text-lines.h"

#include <guanxi/gold.h>

#include <jansson.h>

/* So much of what a file says is quoted in a warning, in characters. */
#define QUOTED 30

struct _GxGold {
    char *name;
    GArray *annotations; /* of GxAnnotation */
    GPtrArray *warnings; /* NULL-terminated when all is read */
    GHashTable *others;  /* types that are none of ours, told already */
    GStringChunk *strings;
    guint n_skipped;
};

static void warn (GxGold *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
warn (GxGold *self, guint line, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *reason = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    for (char *p = reason; *p; p++)
        *p = g_ascii_iscntrl (*p) ? ' ' : *p; /* it quotes the file */
    g_ptr_array_add (self->warnings, g_strdup_printf ("%s:%u: %s", self->name, line, reason));
}

static char *
quote (GxStr text)
{
    g_autofree char *valid = g_utf8_make_valid (text.data, (gssize)text.len);
    if (g_utf8_strlen (valid, -1) <= QUOTED)
        return g_steal_pointer (&valid);
    g_autofree char *head = g_utf8_substring (valid, 0, QUOTED);
    return g_strconcat (head, "…", NULL);
}

static gboolean
is_place (const json_t *value, gsize limit)
{
    return json_is_integer (value) && json_integer_value (value) >= 0 && (guint64)json_integer_value (value) <= limit;
}

/* Where an annotation stands; FALSE, told, when it can stand nowhere. */
static gboolean
find_place (GxGold *self, guint line, const json_t *object, const GxRuler *ruler, GxAnnotation *annotation)
{
    const json_t *start = json_object_get (object, "start"), *end = json_object_get (object, "end");
    gsize limit = gx_ruler_length (ruler);
    if (!is_place (start, limit) || !is_place (end, limit) || json_integer_value (start) >= json_integer_value (end)) {
        warn (self, line, "\"start\" and \"end\" are no range of the text, which has %" G_GSIZE_FORMAT " characters", limit);
        return FALSE;
    }
    gsize first = (gsize)json_integer_value (start), behind = (gsize)json_integer_value (end);
    annotation->source = (GxSpan){ gx_ruler_byte (ruler, first), gx_ruler_byte (ruler, behind) };
    annotation->length = behind - first;
    return TRUE;
}

/* What an annotation says stands in its place; FALSE, told, when it doesn't. */
static gboolean
check_text (GxGold *self, guint line, const json_t *object, GxStr source, const GxAnnotation *annotation)
{
    const json_t *value = json_object_get (object, "text");
    GxStr there = { source.data + annotation->source.start, annotation->source.end - annotation->source.start };
    if (!json_is_string (value)) {
        warn (self, line, "\"text\" is missing");
        return FALSE;
    }
    GxStr text = { json_string_value (value), json_string_length (value) };
    if (gx_str_equal (text, there))
        return TRUE;
    g_autofree char *said = quote (text), *found = quote (there);
    warn (self, line, "\"%s\" does not stand there, but \"%s\"", said, found);
    return FALSE;
}

/* The kind and type of an annotation; FALSE, told, when it has none. */
static gboolean
find_kind (GxGold *self, guint line, const json_t *object, GxAnnotation *annotation)
{
    const char *type = json_string_value (json_object_get (object, "type"));
    if (!type) {
        warn (self, line, "\"type\" is missing");
        return FALSE;
    }
    if (gx_entity_type_parse (type, &annotation->type)) {
        annotation->kind = GX_GOLD_MENTION;
        return TRUE;
    }
    annotation->kind = strcmp (type, "ignore") == 0 ? GX_GOLD_IGNORE : GX_GOLD_OTHER;
    if (annotation->kind == GX_GOLD_OTHER && g_hash_table_add (self->others, g_strdup (type))) {
        g_autofree char *said = quote (gx_str (type));
        warn (self, line, "the type \"%s\" is none of person, state, institution: it does not count", said);
    }
    return TRUE;
}

/* Who is meant; FALSE, told, when that is no name. */
static gboolean
find_entity (GxGold *self, guint line, const json_t *object, GxAnnotation *annotation)
{
    const json_t *entity = json_object_get (object, "entity");
    if (entity && !json_is_string (entity) && !json_is_null (entity)) {
        warn (self, line, "\"entity\" is no text");
        return FALSE;
    }
    annotation->text = g_string_chunk_insert_const (self->strings, json_string_value (json_object_get (object, "text")));
    annotation->entity =
        json_is_string (entity) ? g_string_chunk_insert_const (self->strings, json_string_value (entity)) : annotation->text;
    return TRUE;
}

static gboolean
take_line (GxGold *self, guint line, GxStr text, GxStr source, const GxRuler *ruler)
{
    json_error_t reason = { 0 };
    json_t *object = json_loadb (text.data, text.len, 0, &reason);
    GxAnnotation annotation = { 0 };
    gboolean sound = FALSE;
    if (!object) {
        g_autofree char *told = g_utf8_make_valid (reason.text, -1);
        warn (self, line, "not JSON (%s)", told);
    } else if (!json_is_object (object)) {
        warn (self, line, "not an object of JSON");
    } else {
        sound = find_place (self, line, object, ruler, &annotation) && check_text (self, line, object, source, &annotation) &&
                find_kind (self, line, object, &annotation) && find_entity (self, line, object, &annotation);
    }
    if (sound)
        g_array_append_val (self->annotations, annotation);
    json_decref (object);
    return sound;
}

GxGold *
gx_gold_parse (const char *name, GxStr lines, const GxSource *source)
{
    g_autoptr (GxRuler) ruler = gx_ruler_new (gx_source_text (source));
    GxTextLines left = { lines, 0 };
    GxGold *self = g_new0 (GxGold, 1);
    GxStr line;
    self->name = g_filename_display_name (name);
    self->annotations = g_array_new (FALSE, FALSE, sizeof (GxAnnotation));
    self->warnings = g_ptr_array_new_with_free_func (g_free);
    self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->strings = g_string_chunk_new (4096);
    while (gx_text_lines_next (&left, &line))
        self->n_skipped += !take_line (self, left.number, line, gx_source_text (source), ruler);
    g_ptr_array_add (self->warnings, NULL);
    return self;
}

GxGold *
gx_gold_read (const char *path, const GxSource *source, GError **error)
{
    gsize len = 0;
    g_autofree char *text = gx_text_lines_load (path, &len, error);
    return text ? gx_gold_parse (path, (GxStr){ text, len }, source) : NULL;
}

void
gx_gold_free (GxGold *self)
{
    if (!self)
        return;
    g_free (self->name);
    g_array_unref (self->annotations);
    g_ptr_array_unref (self->warnings);
    g_hash_table_unref (self->others);
    g_string_chunk_free (self->strings);
    g_free (self);
}

const GxAnnotation *
gx_gold_annotations (const GxGold *self, guint *n_annotations)
{
    *n_annotations = self->annotations->len;
    return (const GxAnnotation *)(void *)self->annotations->data;
}

guint
gx_gold_n_skipped (const GxGold *self)
{
    return self->n_skipped;
}

const char *const *
gx_gold_warnings (const GxGold *self)
{
    return (const char *const *)self->warnings->pdata;
}
