/* SPDX-License-Identifier: GPL-3.0-or-later
 * mail.c - messages as GMime reads them. */
#include "mail.h"

#include "encoding.h"
#include "entry-name.h"
#include "kind.h"

#include <gmime/gmime.h>

/** How deep messages may lie inside each other. */
#define MAX_DEPTH 8u
/** Ink of a page for one of the plain text from which on that is a stub (`Your program shows no HTML`). */
#define STUB_FACTOR 4u
/** A message inside a message that has no name. */
#define FORWARDED "message.eml"

typedef struct {
    GPtrArray *parts; /* of GxMailPart */
    const GxCorpusOptions *options;
} Reader;

/** A message that is being read. */
typedef struct {
    Reader *reader;
    const char *name; /* NULL: the outermost */
    guint depth;
    gsize place; /* of its text among the parts */
    GxRecord plain, page;
} Message;

static void
part_free (gpointer data)
{
    GxMailPart *part = data;
    gx_record_clear (&part->record);
    g_free (part->name);
    g_free (part);
}

/* Has to happen before threads parse at the same time. */
static void
initialize (void)
{
    static gsize once = 0;
    if (g_once_init_enter (&once)) {
        g_mime_init ();
        g_once_init_leave (&once, 1);
    }
}

/** The bytes of a part, its transfer encoding undone. */
static GByteArray *
read_content (GMimePart *part)
{
    GByteArray *bytes = g_byte_array_new ();
    GMimeDataWrapper *content = g_mime_part_get_content (part);
    GMimeStream *stream = content ? g_mime_stream_mem_new_with_byte_array (bytes) : NULL;
    if (!stream)
        return bytes;
    g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
    if (g_mime_data_wrapper_write_to_stream (content, stream) < 0)
        g_debug ("mail: a part that ends early"); /* what came is taken */
    g_object_unref (stream);
    return bytes;
}

/** Decodes with what the header says, when that is true, else with what the bytes look like. */
static gboolean
decode (const GByteArray *bytes, const char *charset, const GxCorpusOptions *options, GxDecoded *decoded)
{
    static const char *const vague[] = { "us-ascii", "ascii", "gb2312", "gbk", "x-gbk", "unknown-8bit", "default" };
    GxStr raw = { (const char *)bytes->data, bytes->len };
    const char *forced = options->encoding ? options->encoding : charset;
    for (gsize i = 0; forced && !options->encoding && i < G_N_ELEMENTS (vague); i++)
        if (g_ascii_strcasecmp (forced, vague[i]) == 0)
            forced = g_ascii_strncasecmp (forced, "g", 1) == 0 ? "GB18030" : NULL; /* which holds more than is told */
    if (!forced)
        return gx_encoding_decode (raw, NULL, "", decoded, NULL);
    if (gx_encoding_decode (raw, forced, "", decoded, NULL) && (decoded->replaced == 0 || options->encoding))
        return TRUE;
    GxDecoded other = { 0 };
    gboolean better = gx_encoding_decode (raw, NULL, "", &other, NULL) && (!decoded->encoding || other.replaced < decoded->replaced);
    GxDecoded *worse = better ? decoded : &other;
    g_free (worse->text);
    g_free (worse->encoding);
    if (better)
        *decoded = other;
    return decoded->encoding != NULL;
}

/** Appends the text of a part to record, behind an empty line. */
static void
add_text (const Message *self, GMimePart *part, GxKind kind, GxRecord *record)
{
    g_autoptr (GByteArray) bytes = read_content (part);
    GxDecoded decoded = { 0 };
    const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset");
    if (bytes->len == 0 || !decode (bytes, charset, self->reader->options, &decoded))
        return;
    if (!record->text)
        record->text = g_byte_array_new ();
    else
        g_byte_array_append (record->text, (const guint8 *)"\n\n", 2);
    if (decoded.text)
        g_byte_array_append (record->text, (const guint8 *)decoded.text, (guint)decoded.len);
    else
        g_byte_array_append (record->text, bytes->data, bytes->len);
    record->kind = kind;
    record->encoding = g_intern_string (decoded.encoding);
    record->confidence = decoded.confidence;
    record->replaced += decoded.replaced;
    g_free (decoded.text);
    g_free (decoded.encoding);
}

static GxMailPart *
add_part (Reader *reader, const char *below, const char *name)
{
    GxMailPart *part = g_new0 (GxMailPart, 1);
    g_autofree char *clean = name ? gx_entry_name_clean (name) : NULL;
    part->name = below && clean ? g_strconcat (below, "/", clean, NULL) : g_strdup (clean ? clean : below);
    g_ptr_array_add (reader->parts, part);
    return part;
}

static void
take_part (Message *self, GMimePart *part)
{
    GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
    const char *file = g_mime_part_get_filename (part);
    gboolean is_plain = g_mime_content_type_is_type (type, "text", "plain"), is_page = g_mime_content_type_is_type (type, "text", "html");
    if ((is_plain || is_page) && !file && !g_mime_part_is_attachment (part)) {
        if (is_plain)
            add_text (self, part, GX_KIND_TEXT, &self->plain);
        else if (!self->page.text)
            add_text (self, part, GX_KIND_HTML, &self->page);
        return;
    }
    if (!file)
        file = is_plain ? "attachment.txt" : is_page ? "attachment.html" : NULL;
    if (file && gx_kind_is_text_name (file))
        add_part (self->reader, self->name, file)->record.text = read_content (part);
}

static void read_message (Reader *reader, GMimeMessage *message, const char *name, guint depth);

static void
take_object (Message *self, GMimeObject *object)
{
    if (GMIME_IS_MULTIPART (object)) {
        int n = g_mime_multipart_get_count (GMIME_MULTIPART (object));
        for (int i = 0; i < n; i++)
            take_object (self, g_mime_multipart_get_part (GMIME_MULTIPART (object), i));
    } else if (GMIME_IS_MESSAGE_PART (object)) {
        GMimeMessage *inside = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));
        g_autofree char *name = self->name ? g_strconcat (self->name, "/", FORWARDED, NULL) : g_strdup (FORWARDED);
        if (inside && self->depth < MAX_DEPTH)
            read_message (self->reader, inside, name, self->depth + 1);
    } else if (GMIME_IS_PART (object)) {
        take_part (self, GMIME_PART (object));
    }
}

/** How many bytes of a text, or of a page outside its tags and styles, are no white space. */
static gsize
count_ink (const GxRecord *record)
{
    gsize ink = 0;
    gboolean closes = TRUE; /* whether there may be a tag that closes, further on */
    const char *data = record->text ? (const char *)record->text->data : NULL;
    gsize len = record->text ? record->text->len : 0;
    for (gsize i = 0; i < len; i++) {
        if (record->kind == GX_KIND_HTML && data[i] == '<') {
            gboolean is_style = closes && i + 6 < len && g_ascii_strncasecmp (data + i, "<style", 6) == 0;
            const char *close = is_style ? g_strstr_len (data + i, (gssize)(len - i), "</") : NULL;
            closes = closes && (!is_style || close);
            const char *end = memchr (close ? close : data + i, '>', len - (close ? (gsize)(close - data) : i));
            i = end ? (gsize)(end - data) : len - 1;
        } else if (!g_ascii_isspace (data[i])) {
            ink++;
        }
    }
    return ink;
}

static void
set_field (GxFields *fields, GxSourceField field, const char *value)
{
    if (value)
        gx_fields_set (fields, field, gx_str (value));
}

static void
set_fields (GxFields *fields, GMimeMessage *message)
{
    set_field (fields, GX_SOURCE_TITLE, g_mime_message_get_subject (message));
    InternetAddressList *from = g_mime_message_get_from (message);
    InternetAddress *first = from && internet_address_list_length (from) > 0 ? internet_address_list_get_address (from, 0) : NULL;
    if (first)
        set_field (fields, GX_SOURCE_AUTHOR, internet_address_get_name (first));
    if (first && !fields->values[GX_SOURCE_AUTHOR] && INTERNET_ADDRESS_IS_MAILBOX (first))
        set_field (fields, GX_SOURCE_AUTHOR, internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first)));
    GDateTime *date = g_mime_message_get_date (message);
    g_autofree char *day = date ? g_date_time_format (date, "%Y-%m-%d") : NULL;
    set_field (fields, GX_SOURCE_DATE, day);
}

static void
read_message (Reader *reader, GMimeMessage *message, const char *name, guint depth)
{
    Message self = { .reader = reader, .name = name, .depth = depth, .place = reader->parts->len };
    GMimeObject *body = g_mime_message_get_mime_part (message);
    if (body)
        take_object (&self, body);
    gboolean is_stub = self.page.text && count_ink (&self.plain) * STUB_FACTOR < count_ink (&self.page);
    GxRecord *text = is_stub || !self.plain.text ? &self.page : &self.plain;
    if (text->text) {
        GxMailPart *part = g_new0 (GxMailPart, 1);
        part->name = g_strdup (name);
        part->record = *text;
        *text = (GxRecord){ 0 };
        set_fields (&part->record.fields, message);
        g_ptr_array_insert (reader->parts, (int)self.place, part);
    }
    gx_record_clear (&self.plain);
    gx_record_clear (&self.page);
}

GPtrArray *
gx_mail_read (GByteArray *bytes, const GxCorpusOptions *options)
{
    const char *charsets[] = { "utf-8", "gb18030", "iso-8859-1", NULL };
    initialize ();
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array (bytes);
    g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
    GMimeParser *parser = g_mime_parser_new_with_stream (stream);
    GMimeParserOptions *how = g_mime_parser_options_new ();
    g_mime_parser_options_set_fallback_charsets (how, charsets);
    g_mime_parser_set_persist_stream (parser, TRUE); /* what is read from memory needs no copy */
    GMimeMessage *message = g_mime_parser_construct_message (parser, how);
    Reader reader = { NULL, options };
    if (message && g_mime_header_list_get_count (g_mime_object_get_header_list (GMIME_OBJECT (message))) > 0) {
        reader.parts = g_ptr_array_new_with_free_func (part_free);
        read_message (&reader, message, NULL, 0);
    }
    if (message)
        g_object_unref (message);
    g_mime_parser_options_free (how);
    g_object_unref (parser);
    g_object_unref (stream);
    return reader.parts;
}
