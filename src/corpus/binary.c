/* SPDX-License-Identifier: GPL-3.0-or-later
 * binary.c - bytes that are no text, told by how they begin. */
#include "kind.h"

/** How a format begins. A name's ending, where given, must fit too: office files are all ZIP archives. */
typedef struct {
    const char *bytes;
    gsize len;
    const char *ending;
    const char *what;
} Magic;

#define MAGIC(bytes, ending, what)                                                                                                         \
    {                                                                                                                                      \
        bytes, sizeof (bytes) - 1, ending, what                                                                                            \
    }

/* The first that fits counts. */
static const Magic magics[] = {
    MAGIC ("%PDF-", NULL, "PDF: extract its text first, with pdftotext for example"),
    MAGIC ("PK\x03\x04", ".docx", "Word document: save it as text or HTML first"),
    MAGIC ("PK\x03\x04", ".odt", "OpenDocument text: save it as text or HTML first"),
    MAGIC ("PK\x03\x04", ".xlsx", "Excel workbook: save it as text first"),
    MAGIC ("PK\x03\x04", ".pptx", "PowerPoint slides: save them as text first"),
    MAGIC ("PK\x03\x04", ".epub", "EPUB book: unpack it first, its chapters are HTML"),
    MAGIC ("PK\x03\x04", NULL, "ZIP archive: unpack it first"),
    MAGIC ("PK\x05\x06", NULL, "ZIP archive without files"),
    MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NULL, "old Office document: save it as text or HTML first"),
    MAGIC ("{\\rtf", NULL, "RTF document: save it as text or HTML first"),
    MAGIC ("\x1F\x8B", NULL, "gzip archive: unpack it first"),
    MAGIC ("BZh91AY&SY", NULL, "bzip2 archive: unpack it first"),
    MAGIC ("\xFD"
           "7zXZ\x00",
           NULL, "xz archive: unpack it first"),
    MAGIC ("7z\xBC\xAF\x27\x1C", NULL, "7z archive: unpack it first"),
    MAGIC ("Rar!\x1A\x07", NULL, "RAR archive: unpack it first"),
    MAGIC ("\x28\xB5\x2F\xFD", NULL, "zstd archive: unpack it first"),
    MAGIC ("\x89PNG\r\n\x1A\n", NULL, "PNG picture"),
    MAGIC ("\xFF\xD8\xFF", NULL, "JPEG picture"),
    MAGIC ("GIF87a", NULL, "GIF picture"),
    MAGIC ("GIF89a", NULL, "GIF picture"),
    MAGIC ("\x7F"
           "ELF",
           NULL, "program"),
    MAGIC ("SQLite format 3\x00", NULL, "SQLite file"),
};

const char *
gx_kind_of_binary (const char *name, GxStr data)
{
    const char *dot = strrchr (name, '.');
    for (gsize i = 0; i < G_N_ELEMENTS (magics); i++) {
        const Magic *magic = &magics[i];
        if (data.len < magic->len || memcmp (data.data, magic->bytes, magic->len) != 0)
            continue;
        if (!magic->ending || (dot && g_ascii_strcasecmp (dot, magic->ending) == 0))
            return magic->what;
    }
    return NULL;
}
