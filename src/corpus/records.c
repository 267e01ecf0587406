/* SPDX-License-Identifier: GPL-3.0-or-later
 * records.c - files of records as containers. */
#include "records.h"
#include "encoding.h"
#include "utf16-stream.h"
#include "utf16.h"

/** How far a file is looked into to tell its encoding. */
#define LOOK_BYTES 65536u
/** A record may have so many bytes beside its text. */
#define EXTRA_BYTES (G_GUINT64_CONSTANT (1) << 20)

static void
context_clear (gpointer data)
{
    GxRecordContext *context = data;
    gx_read_options_unref (context->options);
    g_strfreev (context->columns);
    g_free (context->encoding);
    g_free (context->site);
}

static void
context_release (gpointer context)
{
    g_atomic_rc_box_release_full (context, context_clear);
}

static void
records_free (GxContainer *container)
{
    GxRecords *self = (GxRecords *)container;
    gx_cutter_free (self->cutter);
    gx_utf16_stream_free (self->utf16);
    context_release (self->context);
    g_free (self->state);
}

static guint64
records_consumed (const GxContainer *container)
{
    return gx_stream_position (container->stream);
}

GxInput *
gx_records_wrap (GxRecords *self, const char *name, char separator, GByteArray *bytes, GxUnwrapFunc unwrap)
{
    g_autofree char *full = g_strconcat (self->base.name, "/", name, NULL);
    g_autofree char *path = g_strdup_printf ("%s%c%s", self->base.path, separator, name);
    GxInput *input = gx_input_new_held (full, path, self->base.file, bytes, self->base.options);
    gx_input_set_unwrap (input, unwrap, self->context, context_release);
    return input;
}

GxInput *
gx_records_refuse (const GxRecords *self, guint64 line, const char *reason)
{
    g_autofree char *name = g_strdup_printf ("%s/%" G_GUINT64_FORMAT, self->base.name, line);
    g_autofree char *path = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, self->base.path, line);
    GError *failure = NULL;
    if (reason)
        g_set_error (&failure, GX_ERROR, GX_ERROR_FORMAT, "%s: %s", path, reason);
    else
        (void)gx_fail_too_large (path, self->base.options->options.max_bytes, &failure);
    return gx_input_new_failed (name, path, self->base.file, failure);
}

static GxInput *
records_next (GxContainer *container)
{
    GxRecords *self = (GxRecords *)container;
    while (!self->over) {
        GByteArray *bytes = NULL;
        guint64 line = 0;
        GError *error = NULL;
        switch (gx_cutter_next (self->cutter, &bytes, &line, &error)) {
        case GX_CUT_TOO_LARGE:
            g_byte_array_unref (bytes);
            self->n_inputs++;
            return gx_records_refuse (self, line, NULL);
        case GX_CUT_RECORD:
        case GX_CUT_UNENDED: {
            GxInput *input = self->format->take (self, bytes, line, &error);
            if (input || !error) {
                self->n_cut++;
                if (!input)
                    continue;
                self->n_inputs++;
                return input;
            }
            break;
        }
        case GX_CUT_FAILED:
        case GX_CUT_END:
            break;
        }
        self->over = TRUE;
        if (!error && self->n_inputs == 0)
            g_set_error (&error, GX_ERROR, GX_ERROR_EMPTY, self->n_cut > 0 ? "%s: no texts in it" : "%s: empty", container->path);
        if (error)
            return gx_container_fail (container, error);
    }
    return NULL;
}

static const GxContainerClass records_class = { records_next, records_consumed, records_free };

/** `UTF-16LE`, `UTF-16BE` or NULL. */
static const char *
find_utf16 (GxStr head)
{
    guint confidence;
    if (head.len >= 2 && memcmp (head.data, "\xFF\xFE", 2) == 0)
        return "UTF-16LE";
    if (head.len >= 2 && memcmp (head.data, "\xFE\xFF", 2) == 0)
        return "UTF-16BE";
    head.len -= head.len % 2;
    return head.len > 0 && memchr (head.data, 0, head.len) ? gx_utf16_find (head, &confidence) : NULL;
}

/** Tells the encoding by the first lines, unless it is forced or they are in UTF-8. */
static void
tell_encoding (GxRecordContext *context, GxStr look)
{
    if (context->options->options.encoding) {
        context->encoding = g_strdup (context->options->options.encoding);
        context->confidence = 100;
        return;
    }
    while (look.len > 0 && look.data[look.len - 1] != '\n')
        look.len--;
    GxDecoded decoded = { 0 };
    if (look.len == 0 || g_utf8_validate_len (look.data, look.len, NULL) || !gx_encoding_decode (look, NULL, "", &decoded, NULL))
        return;
    if (!g_str_equal (decoded.encoding, "UTF-8")) {
        context->encoding = g_strdup (decoded.encoding);
        context->confidence = decoded.confidence;
    }
    g_free (decoded.encoding);
    g_free (decoded.text);
}

GxContainer *
gx_records_open (GxStream *stream, const GxPlace *place, const GxRecordFormat *format)
{
    GxRecords *self = g_new0 (GxRecords, 1);
    gx_container_init (&self->base, &records_class, place, stream);
    self->format = format;
    self->state = g_malloc0 (MAX (format->state_size, 1));
    self->context = g_atomic_rc_box_new0 (GxRecordContext);
    self->context->options = gx_read_options_ref (place->options);
    const char *utf16 = find_utf16 (gx_stream_peek (stream, LOOK_BYTES));
    if (utf16) {
        self->utf16 = gx_utf16_stream_new (stream, utf16);
        self->context->origin = utf16;
        stream = gx_utf16_stream_get (self->utf16);
    }
    char mark[3];
    if (gx_str_equal (gx_stream_peek (stream, sizeof mark), gx_str ("\xEF\xBB\xBF")))
        (void)gx_stream_read (stream, mark, sizeof mark, NULL); /* it has been read already */
    tell_encoding (self->context, gx_stream_peek (stream, LOOK_BYTES));
    guint64 max_bytes = place->options->options.max_bytes;
    self->cutter = gx_cutter_new (stream, max_bytes + MIN (EXTRA_BYTES, G_MAXUINT64 - max_bytes), format->cut, self->state);
    return &self->base;
}

gboolean
gx_record_decode (GxStr raw, const char *path, const GxRecordContext *context, GxRecord *record, GString **copy, GxStr *text,
                  GError **error)
{
    GxDecoded decoded = { 0 };
    if (!gx_encoding_decode (raw, context->encoding, path, &decoded, error))
        return FALSE;
    record->encoding = context->origin ? context->origin : g_intern_string (decoded.encoding);
    record->confidence = context->encoding ? context->confidence : decoded.confidence;
    record->replaced = decoded.replaced;
    g_free (decoded.encoding);
    *text = raw;
    if (!decoded.text)
        return TRUE;
    *copy = g_string_new_len (decoded.text, (gssize)decoded.len);
    g_free (decoded.text);
    *text = (GxStr){ (*copy)->str, (*copy)->len };
    return TRUE;
}

char *
gx_record_unescape (GxStr text)
{
    static const struct {
        const char *entity, *character;
    } entities[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#039;", "'" }, { "&#39;", "'" } };
    g_autofree char *valid = g_utf8_make_valid (text.data, (gssize)text.len);
    GString *plain = g_string_new (NULL);
    for (const char *p = valid; *p;) {
        gsize i = 0;
        while (*p == '&' && i < G_N_ELEMENTS (entities) && !g_str_has_prefix (p, entities[i].entity))
            i++;
        gboolean known = *p == '&' && i < G_N_ELEMENTS (entities);
        if (known)
            g_string_append (plain, entities[i].character);
        else
            g_string_append_unichar (plain, g_ascii_iscntrl (*p) ? ' ' : g_utf8_get_char (p));
        p = known ? p + strlen (entities[i].entity) : g_utf8_next_char (p);
    }
    return g_string_free (plain, FALSE);
}
