/* SPDX-License-Identifier: GPL-3.0-or-later
 * source.c - a text in UTF-8 with what is known of its bytes. */
#include "source.h"
#include "encoding.h"
#include "kind.h"
#include "office.h"
#include "page-layout.h"
#include "pdf.h"

struct _GxSource {
    char *name, *encoding;
    char *digest;      /* NULL until it is asked for */
    char *owned;       /* decoded text; NULL when the bytes are the text */
    GByteArray *bytes; /* the bytes on disk; NULL when the digest is known from the start */
    GxStr text;
    GxKind kind;
    guint confidence, replaced;
    GArray *parts; /* of GxPart; NULL when the source is one file */
    GxFields fields;
    GxLayout *layout; /* NULL when nothing is known of it */
};

void
gx_fields_set (GxFields *self, GxSourceField field, GxStr value)
{
    g_autofree char *copy = value.data ? g_strstrip (g_utf8_make_valid (value.data, (gssize)value.len)) : NULL;
    if (!copy || !*copy)
        return;
    g_free (self->values[field]);
    self->values[field] = g_steal_pointer (&copy);
}

void
gx_fields_clear (GxFields *self)
{
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++)
        g_clear_pointer (&self->values[i], g_free);
}

static void
part_clear (gpointer part)
{
    g_free ((gpointer)((GxPart *)part)->name);
}

GArray *
gx_parts_new (void)
{
    GArray *parts = g_array_new (FALSE, FALSE, sizeof (GxPart));
    g_array_set_clear_func (parts, part_clear);
    return parts;
}

void
gx_parts_add (GArray *parts, const char *name, gsize start, gsize end)
{
    const GxPart part = { g_utf8_make_valid (name, -1), start, end };
    g_array_append_val (parts, part);
}

/** Whether there is anything to see. */
static gboolean
has_ink (GxStr text)
{
    const char *end = text.data + text.len;
    for (const char *p = text.data; p < end; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (!g_unichar_isspace (c) && c != 0xFEFF && !g_unichar_iszerowidth (c) && !g_unichar_iscntrl (c))
            return TRUE;
    }
    return FALSE;
}

/** Decodes text and tells its kind. */
static GxSource *
read_text (const char *name, const char *path, GByteArray *bytes, const GxCorpusOptions *options, GError **error)
{
    g_autoptr (GxSource) self = g_new0 (GxSource, 1);
    GxStr raw = { (const char *)bytes->data, bytes->len };
    GxDecoded decoded = { 0 };
    if (!gx_encoding_decode (raw, options ? options->encoding : NULL, path, &decoded, error))
        return NULL;
    self->name = g_utf8_make_valid (name, -1);
    self->encoding = decoded.encoding;
    self->replaced = decoded.replaced;
    self->confidence = decoded.confidence;
    self->owned = decoded.text;
    self->text = decoded.text ? (GxStr){ decoded.text, decoded.len } : raw;
    self->bytes = g_byte_array_ref (bytes);
    if (!has_ink (self->text)) {
        g_set_error (error, GX_ERROR, GX_ERROR_EMPTY, "%s: empty", path);
        return NULL;
    }
    self->kind = options ? options->kind : GX_KIND_AUTO;
    if (self->kind == GX_KIND_AUTO)
        self->kind = gx_kind_tell (name, self->text);
    return g_steal_pointer (&self);
}

GxSource *
gx_source_take (const char *name, const char *path, GByteArray *data, const GxCorpusOptions *options, GError **error)
{
    g_autoptr (GByteArray) bytes = data;
    GxStr raw = { (const char *)bytes->data, bytes->len };
    GxKind kind = options ? options->kind : GX_KIND_AUTO;
    const char *binary = NULL;

    switch (kind == GX_KIND_AUTO ? gx_kind_of_bytes (name, raw) : kind) {
    case GX_KIND_DOCX:
    case GX_KIND_ODT:
    case GX_KIND_EPUB:
        return gx_office_read (name, path, kind == GX_KIND_AUTO ? gx_kind_of_bytes (name, raw) : kind, raw, options, error);
    case GX_KIND_PDF:
        return gx_pdf_read (name, path, raw, options, error);
    default:
        binary = gx_kind_of_binary (name, raw);
    }
    if (!binary)
        return read_text (name, path, bytes, options, error);
    g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: not a text (%s)", path, binary);
    return NULL;
}

GxSource *
gx_source_compose (const char *name, const char *path, GxKind kind, GxStr raw, GString *text, GArray *parts, GError **error)
{
    g_autoptr (GxSource) self = g_new0 (GxSource, 1);
    gsize len = text->len;

    self->name = g_utf8_make_valid (name, -1);
    self->encoding = g_strdup ("UTF-8");
    self->confidence = 100;
    self->kind = kind;
    self->parts = parts;
    self->digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)raw.data, raw.len);
    self->owned = g_string_free (text, FALSE);
    self->text = (GxStr){ self->owned, len };
    if (!has_ink (self->text)) {
        g_set_error (error, GX_ERROR, GX_ERROR_EMPTY, "%s: empty", path);
        return NULL;
    }
    return g_steal_pointer (&self);
}

void
gx_source_take_fields (GxSource *self, GxFields *fields)
{
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++)
        if (!self->fields.values[i])
            self->fields.values[i] = g_steal_pointer (&fields->values[i]);
    gx_fields_clear (fields);
}

GxSource *
gx_source_new (const char *name, const char *data, gsize len, const GxCorpusOptions *options, GError **error)
{
    if (len > G_MAXINT) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: larger than 2 GiB", name);
        return NULL;
    }
    GByteArray *bytes = g_byte_array_sized_new ((guint)len);
    g_byte_array_append (bytes, (const guint8 *)data, (guint)len);
    return gx_source_take (name, name, bytes, options, error);
}

void
gx_source_free (GxSource *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->bytes, g_byte_array_unref);
    g_clear_pointer (&self->parts, g_array_unref);
    gx_fields_clear (&self->fields);
    gx_layout_free (self->layout);
    g_free (self->owned);
    g_free (self->digest);
    g_free (self->encoding);
    g_free (self->name);
    g_free (self);
}

const char *
gx_source_name (const GxSource *self)
{
    return self->name;
}

GxStr
gx_source_text (const GxSource *self)
{
    return self->text;
}

GxKind
gx_source_kind (const GxSource *self)
{
    return self->kind;
}

const char *
gx_source_encoding (const GxSource *self)
{
    return self->encoding;
}

guint
gx_source_replaced (const GxSource *self)
{
    return self->replaced;
}

guint64
gx_source_damaged_line (const GxSource *self)
{
    const char *first = g_strstr_len (self->text.data, (gssize)self->text.len, "\xEF\xBF\xBD");
    guint64 line = first ? 1 : 0;
    for (const char *p = self->text.data; first && (p = memchr (p, '\n', (gsize)(first - p))); p++)
        line++;
    return line;
}

void
gx_source_set_encoding (GxSource *self, const char *encoding, guint confidence, guint replaced)
{
    g_free (self->encoding);
    self->encoding = g_strdup (encoding);
    self->confidence = confidence;
    self->replaced += replaced;
}

const char *
gx_source_digest (const GxSource *self)
{
    char *digest = g_atomic_pointer_get (&self->digest);
    if (digest)
        return digest;
    /* Whoever is first keeps his; the others' is the same. */
    char **place = (char **)&self->digest;
    digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, self->bytes->data, self->bytes->len);
    if (!g_atomic_pointer_compare_and_exchange (place, NULL, digest))
        g_free (digest);
    return g_atomic_pointer_get (place);
}

guint
gx_source_confidence (const GxSource *self)
{
    return self->confidence;
}

const char *
gx_source_field (const GxSource *self, GxSourceField field)
{
    return self->fields.values[field];
}

const GxPart *
gx_source_parts (const GxSource *self, guint *n_parts)
{
    *n_parts = self->parts ? self->parts->len : 0;
    return self->parts ? (const GxPart *)(gpointer)self->parts->data : NULL;
}

const GxPart *
gx_source_part_at (const GxSource *self, gsize offset)
{
    guint low = 0, high = self->parts ? self->parts->len : 0;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index (self->parts, GxPart, middle).end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (!self->parts || self->parts->len == 0)
        return NULL;
    return &g_array_index (self->parts, GxPart, MIN (low, self->parts->len - 1));
}

void
gx_source_set_layout (GxSource *self, GxLayout *layout)
{
    gx_layout_free (self->layout);
    self->layout = layout;
}

const GxLayout *
gx_source_layout (const GxSource *self)
{
    return self->layout;
}
