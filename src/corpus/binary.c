/* SPDX-License-Identifier: GPL-3.0-or-later
 * binary.c - bytes that are no text, told by how they begin. */
#include "kind.h"

/** How a format begins: with these bytes at this place. A name's ending, where given, must fit too: office files are all ZIP archives. */
typedef struct {
    const char *bytes;
    gsize len, at;
    GxReading reading;
    const char *ending;
    const char *what;
} Magic;

#define MAGIC(bytes, ending, what)                                                                                                         \
    {                                                                                                                                      \
        bytes, sizeof (bytes) - 1, 0, GX_READING_NONE, ending, what                                                                        \
    }
#define ARCHIVE(at, bytes, reading, what)                                                                                                  \
    {                                                                                                                                      \
        bytes, sizeof (bytes) - 1, at, reading, NULL, what                                                                                 \
    }

/* The first that fits counts. */
static const Magic magics[] = {
    MAGIC ("PK\x03\x04", ".xlsx", "Excel workbook: save it as text first"),
    MAGIC ("PK\x03\x04", ".pptx", "PowerPoint slides: save them as text first"),
    ARCHIVE (0, "PK\x03\x04", GX_READING_INDEXED, "ZIP archive: its name should end with .zip"),
    MAGIC ("PK\x05\x06", NULL, "ZIP archive without files"),
    MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NULL, "old Office document: save it as text or HTML first"),
    MAGIC ("{\\rtf", NULL, "RTF document: save it as text or HTML first"),
    ARCHIVE (0, "\x1F\x8B", GX_READING_STREAMED, "gzip archive: its name should end with .gz"),
    ARCHIVE (4, "1AY&SY", GX_READING_STREAMED, "bzip2 archive: its name should end with .bz2"),
    ARCHIVE (0,
             "\xFD"
             "7zXZ\x00",
             GX_READING_STREAMED, "xz archive: its name should end with .xz"),
    ARCHIVE (0, "7z\xBC\xAF\x27\x1C", GX_READING_INDEXED, "7z archive: its name should end with .7z"),
    MAGIC ("Rar!\x1A\x07", NULL, "RAR archive: unpack it first"),
    ARCHIVE (0, "\x28\xB5\x2F\xFD", GX_READING_STREAMED, "zstd archive: its name should end with .zst"),
    ARCHIVE (0, "\x04\x22\x4D\x18", GX_READING_STREAMED, "lz4 archive: its name should end with .lz4"),
    ARCHIVE (257, "ustar\x00", GX_READING_STREAMED, "tar archive: its name should end with .tar"),
    ARCHIVE (257, "ustar  \x00", GX_READING_STREAMED, "tar archive: its name should end with .tar"),
    MAGIC ("\x89PNG\r\n\x1A\n", NULL, "PNG picture"),
    MAGIC ("\xFF\xD8\xFF", NULL, "JPEG picture"),
    MAGIC ("GIF87a", NULL, "GIF picture"),
    MAGIC ("GIF89a", NULL, "GIF picture"),
    MAGIC ("\x7F"
           "ELF",
           NULL, "program"),
    MAGIC ("SQLite format 3\x00", NULL, "SQLite file"),
};

static gboolean
has_magic (GxStr data, const Magic *magic)
{
    return data.len >= magic->at + magic->len && memcmp (data.data + magic->at, magic->bytes, magic->len) == 0;
}

const char *
gx_kind_of_binary (const char *name, GxStr data)
{
    const char *dot = strrchr (name, '.');
    for (gsize i = 0; i < G_N_ELEMENTS (magics); i++) {
        const Magic *magic = &magics[i];
        if (!has_magic (data, magic))
            continue;
        if (!magic->ending || (dot && g_ascii_strcasecmp (dot, magic->ending) == 0))
            return magic->what;
    }
    return NULL;
}

GxReading
gx_kind_reading (GxStr head)
{
    static const Magic documents[] = { ARCHIVE (30, "[Content_Types].xml", GX_READING_NONE, NULL),
                                       ARCHIVE (30, "mimetype", GX_READING_NONE, NULL) }; /* their first file's name */
    const Magic *found = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS (magics) && !found; i++)
        found = !magics[i].ending && has_magic (head, &magics[i]) ? &magics[i] : NULL;
    gboolean is_document = found && found->bytes[0] == 'P' && (has_magic (head, &documents[0]) || has_magic (head, &documents[1]));
    return found && !is_document ? found->reading : GX_READING_NONE;
}

/** Whether the first file in a ZIP archive is `mimetype` with this content, stored as it is. */
static gboolean
says_type (GxStr data, const char *type)
{
    const gsize name = 30; /* behind the header */
    g_autofree char *start = g_strconcat ("mimetype", type, NULL);
    gsize len = strlen (start);
    return data.len >= name + len && memcmp (data.data + name, start, len) == 0;
}

/** Whether a ZIP archive's list of files has this name. */
static gboolean
lists_file (GxStr data, const char *name)
{
    const char *end = data.data + data.len;
    gsize len = strlen (name);
    for (const char *p = data.data; (p = memchr (p, name[0], (gsize)(end - p))); p++)
        if ((gsize)(end - p) >= len && memcmp (p, name, len) == 0)
            return TRUE;
    return FALSE;
}

GxKind
gx_kind_of_bytes (const char *name, GxStr data)
{
    static const struct {
        const char *ending;
        GxKind kind;
    } endings[] = { { ".docx", GX_KIND_DOCX }, { ".odt", GX_KIND_ODT }, { ".epub", GX_KIND_EPUB } };
    if (data.len >= 5 && memcmp (data.data, "%PDF-", 5) == 0)
        return GX_KIND_PDF;
    if (data.len < 4 || memcmp (data.data, "PK\x03\x04", 4) != 0)
        return GX_KIND_AUTO;
    const char *dot = strrchr (name, '.');
    for (gsize i = 0; dot && i < G_N_ELEMENTS (endings); i++)
        if (g_ascii_strcasecmp (dot, endings[i].ending) == 0)
            return endings[i].kind;
    if (says_type (data, "application/epub+zip"))
        return GX_KIND_EPUB;
    if (says_type (data, "application/vnd.oasis.opendocument.text"))
        return GX_KIND_ODT;
    return lists_file (data, "[Content_Types].xml") && lists_file (data, "word/document.xml") ? GX_KIND_DOCX : GX_KIND_AUTO;
}
