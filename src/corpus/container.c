/* SPDX-License-Identifier: GPL-3.0-or-later
 * container.c - which files hold many texts. */
#include "container.h"
#include "archive-texts.h"
#include "encoding.h"
#include "kind.h"
#include "mail-texts.h"
#include "records.h"

/** How far a file is looked into. */
#define LOOK_BYTES 65536u

void
gx_container_init (GxContainer *self, const GxContainerClass *class, const GxPlace *place, GxStream *stream)
{
    self->class = class;
    self->name = g_strdup (place->name);
    self->path = g_strdup (place->path);
    self->file = g_strdup (place->file);
    self->options = gx_read_options_ref (place->options);
    self->stream = stream;
    self->depth = place->depth;
}

void
gx_container_free (GxContainer *self)
{
    if (!self)
        return;
    self->class->free (self);
    gx_stream_free (self->stream);
    gx_read_options_unref (self->options);
    g_free (self->name);
    g_free (self->path);
    g_free (self->file);
    g_free (self);
}

GxInput *
gx_container_next (GxContainer *self)
{
    return self->class->next (self);
}

guint64
gx_container_consumed (const GxContainer *self)
{
    return self->class->consumed (self);
}

GxInput *
gx_container_fail (const GxContainer *self, GError *failure)
{
    return gx_input_new_failed (self->name, self->path, self->file, failure);
}

static gboolean
has_bytes (GxStr head, gsize at, const char *bytes, gsize len)
{
    return head.len >= at + len && memcmp (head.data + at, bytes, len) == 0;
}

/** What archives and packed files begin with. */
typedef enum { NO_ARCHIVE, STREAMED, INDEXED } Reading;

static Reading
tell_archive (GxStr head)
{
    static const char workbook[] = "[Content_Types].xml"; /* an office document's first file */
    if (has_bytes (head, 0, "PK\x03\x04", 4) && !has_bytes (head, 30, workbook, sizeof workbook - 1) &&
        !has_bytes (head, 30, "mimetype", 8))
        return INDEXED;
    if (has_bytes (head, 0, "7z\xBC\xAF\x27\x1C", 6))
        return INDEXED;
    gboolean packed = has_bytes (head, 0, "\x1F\x8B", 2) || has_bytes (head, 0, "BZh", 3) ||
                      has_bytes (head, 0,
                                 "\xFD"
                                 "7zXZ",
                                 5) ||
                      has_bytes (head, 0, "\x28\xB5\x2F\xFD", 4) || has_bytes (head, 0, "\x04\x22\x4D\x18", 4);
    return packed || has_bytes (head, 257, "ustar", 5) ? STREAMED : NO_ARCHIVE;
}

static GxStr
skip_blank (GxStr head)
{
    if (has_bytes (head, 0, "\xEF\xBB\xBF", 3))
        head = (GxStr){ head.data + 3, head.len - 3 };
    while (head.len > 0 && g_ascii_isspace (head.data[0]))
        head = (GxStr){ head.data + 1, head.len - 1 };
    return head;
}

static GxStr
first_line (GxStr head)
{
    const char *end = head.len > 0 ? memchr (head.data, '\n', head.len) : NULL;
    GxStr line = { head.data, end ? (gsize)(end - head.data) : head.len };
    while (line.len > 0 && g_ascii_isspace (line.data[line.len - 1]))
        line.len--;
    return line;
}

/** The format of JSON in head: a value a line when the first line is an object by itself. */
static const GxRecordFormat *
tell_json (GxStr head)
{
    GxStr start = skip_blank (head), line = first_line (start);
    if (start.len == 0 || (start.data[0] != '{' && start.data[0] != '['))
        return NULL;
    if (start.data[0] == '{' && ((line.len > 1 && line.data[line.len - 1] == '}') || (line.len > 1 && line.len == start.len)))
        return &gx_json_lines;
    return &gx_json_values;
}

/** Whether what opens with `[` or `{` goes on like JSON, and not like a text in brackets. */
static gboolean
is_json (GxStr head)
{
    GxStr start = skip_blank (head);
    if (start.len == 0 || (start.data[0] != '{' && start.data[0] != '['))
        return FALSE;
    GxStr next = skip_blank ((GxStr){ start.data + 1, start.len - 1 });
    return next.len > 0 && (start.data[0] == '{' ? next.data[0] == '"' : next.data[0] == '{');
}

static gboolean
is_wiki_dump (GxStr head)
{
    GxStr start = skip_blank (head);
    return start.len > 0 && start.data[0] == '<' && g_strstr_len (start.data, (gssize)MIN (start.len, 4096), "<mediawiki") != NULL;
}

/** Whether a file is a table by its first line. */
static gboolean
is_table (GxStr head, const GxCorpusOptions *options)
{
    GxStr line = first_line (skip_blank (head));
    if (g_utf8_validate_len (line.data, line.len, NULL))
        return gx_table_is_header (line, options);
    GxDecoded decoded = { 0 };
    gboolean is = FALSE;
    /* The head tells its encoding better than one line does. */
    if (gx_encoding_decode (head, options->encoding, "", &decoded, NULL) && decoded.text)
        is = gx_table_is_header (first_line (skip_blank ((GxStr){ decoded.text, decoded.len })), options);
    g_free (decoded.text);
    g_free (decoded.encoding);
    return is;
}

/** The format of records in a file that begins like head; NULL when it is none of them. */
static const GxRecordFormat *
tell_records (const char *name, GxStr head, const GxCorpusOptions *options)
{
    switch (gx_kind_role (name)) {
    case GX_ROLE_LINES:
        return &gx_json_lines;
    case GX_ROLE_TABLE:
        return &gx_table_rows;
    case GX_ROLE_JSON:
        return tell_json (head);
    case GX_ROLE_XML:
        return is_wiki_dump (head) ? &gx_wiki_pages : NULL;
    case GX_ROLE_UNKNOWN:
        if (options->kind != GX_KIND_AUTO)
            return NULL;
        if (is_wiki_dump (head))
            return &gx_wiki_pages;
        if (is_json (head))
            return tell_json (head);
        return is_table (head, options) ? &gx_table_rows : NULL;
    case GX_ROLE_ARCHIVE:
    case GX_ROLE_MAIL:
    case GX_ROLE_MAILBOX:
    case GX_ROLE_TEXT:
        break;
    }
    return NULL;
}

gboolean
gx_container_may_be (const char *name)
{
    return gx_kind_role (name) != GX_ROLE_TEXT || gx_kind_is_packed (name);
}

/** Whether a name is that of one packed text: what is in it is not looked at as an archive. */
static GxArchiveSort
sort_of (const char *name)
{
    return gx_kind_is_packed (name) && gx_kind_role (name) == GX_ROLE_TEXT ? GX_ARCHIVE_PACKED : GX_ARCHIVE_ANY;
}

/** Fails when archives lie too deep inside each other. */
static gboolean
check_depth (const GxPlace *place, GError **error)
{
    if (place->depth < GX_MAX_ARCHIVE_DEPTH)
        return TRUE;
    g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: more than %u archives inside each other", place->path, GX_MAX_ARCHIVE_DEPTH);
    return FALSE;
}

static GxInput *
next_of_none (GxContainer *self)
{
    (void)self;
    return NULL;
}

static guint64
consumed_of_none (const GxContainer *self)
{
    (void)self;
    return 0;
}

static void
free_none (GxContainer *self)
{
    (void)self;
}

/** Opens a stream that begins like head as records or mail, and takes it over; where only files are wanted, there are no records. NULL:
 * it is neither, and nothing is taken. */
static GxContainer *
open_records (GxStream *stream, const GxPlace *place, GxStr head)
{
    static const GxContainerClass none = { next_of_none, consumed_of_none, free_none };
    GxRole role = gx_kind_role (place->name);
    const GxRecordFormat *format = tell_records (place->name, head, &place->options->options);
    if (role == GX_ROLE_MAIL && place->depth <= GX_MAX_ARCHIVE_DEPTH)
        return gx_mail_texts_open (stream, GX_MAIL_MESSAGE, place);
    if (!format && role != GX_ROLE_MAILBOX)
        return NULL;
    if (place->options->options.scope == GX_CORPUS_ALL)
        return format ? gx_records_open (stream, place, format) : gx_mail_texts_open (stream, GX_MAIL_BOX, place);
    GxContainer *self = g_new0 (GxContainer, 1);
    gx_container_init (self, &none, place, stream);
    return self;
}

/** Opens a stream as an archive, and takes it over. */
static GxContainer *
open_archive (GxStream *stream, const GxPlace *place, Reading sort, GError **error)
{
    g_autoptr (GxStream) owned = stream;
    g_autoptr (GByteArray) bytes = NULL;
    if (!check_depth (place, error))
        return NULL;
    GxArchive *archive = NULL;
    if (sort == INDEXED) {
        bytes = gx_stream_read_all (owned, place->outer ? place->options->options.max_bytes : G_MAXUINT64, place->path, error);
        archive = bytes ? gx_archive_open_memory ((GxStr){ (const char *)bytes->data, bytes->len }, place->path, error) : NULL;
    } else
        archive = gx_archive_open_stream (g_steal_pointer (&owned), place->path, sort_of (place->name), error);
    return archive ? gx_archive_texts_open (archive, g_steal_pointer (&bytes), place) : NULL;
}

GxContainer *
gx_container_open (GxStream *stream, const GxPlace *place, GError **error)
{
    GxStr head = gx_stream_peek (stream, LOOK_BYTES);
    Reading sort = tell_archive (head);
    if (sort != NO_ARCHIVE || gx_kind_role (place->name) == GX_ROLE_ARCHIVE)
        return open_archive (stream, place, sort, error);
    return open_records (stream, place, head);
}

GxContainer *
gx_container_open_file (const GxPlace *place, GError **error)
{
    g_autoptr (GxStream) stream = gx_stream_open (place->path, error);
    if (!stream)
        return NULL;
    GxStr head = gx_stream_peek (stream, LOOK_BYTES);
    gboolean is_named_so = gx_kind_role (place->name) == GX_ROLE_ARCHIVE || gx_kind_is_packed (place->name);
    if (tell_archive (head) != NO_ARCHIVE || (head.len > 0 && is_named_so)) {
        GxArchive *archive = gx_archive_open_file (place->path, sort_of (place->name), error);
        return archive ? gx_archive_texts_open (archive, NULL, place) : NULL;
    }
    GxContainer *records = open_records (stream, place, head);
    if (records)
        stream = NULL;
    return records;
}
