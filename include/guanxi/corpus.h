/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/corpus.h - from paths to source texts.
 *
 * A corpus is a stream of inputs in a fixed order: paths are made canonical, folders are walked, everything is sorted by
 * byte order of its name, so that the order of the arguments never matters. An input is cheap (a path, or bytes that came out
 * of a container); reading it gives a source: its bytes in UTF-8.
 *
 * A document's name is its path below the deepest folder that all arguments share, with `/`: names are unique in a
 * corpus and say nothing of what lies outside it. Standard input is called `-`. What lies in an archive is called
 * `archive.zip/path/inside.html`, a record of a table or dump `news.ndjson/17` (its line), `wiki.xml.bz2/Title`.
 *
 * Containers are told by name or content: archives (ZIP, 7-Zip, tar; archives inside them, three deep), packed files (.gz .xz .zst .bz2),
 * NDJSON, JSON, CSV and TSV with a header line, dumps of MediaWiki. They are streamed: their texts are handed out one by one, and of those
 * that went by no more is kept than a hash of the name of each file in an archive. What is damaged, encrypted or too large inside is an
 * input that fails; the others are handed out.
 *
 * An office document, book or PDF is one source: the files (or pages) inside that it is read from are its parts, one behind the other in
 * the text. A place in it is told by the part and the bytes in that part.
 *
 * Units      bytes. "Source" offsets count bytes of gx_source_text(), which is the file as it lies on disk when that is UTF-8
 *            (a byte order mark included), else its UTF-8 form.
 * Ownership  a corpus copies its options; inputs and sources need nothing of it and may outlive it.
 * Errors     GX_ERROR_IO, GX_ERROR_EMPTY, GX_ERROR_FORMAT (binary, damaged, encrypted, too large), GX_ERROR_ENCODING; messages start with
 *            the path.
 * Threads    one thread calls gx_corpus_next(); inputs may be read on any thread; a source is immutable. */
#pragma once

#include <guanxi/error.h>
#include <guanxi/str.h>

G_BEGIN_DECLS

/** What a source is written in. */
typedef enum {
    GX_KIND_AUTO, /**< told by the name's ending, else by the content */
    GX_KIND_TEXT,
    GX_KIND_MARKDOWN,
    GX_KIND_HTML,
    GX_KIND_XML,      /**< TEI, and XML of any other vocabulary */
    GX_KIND_WIKITEXT, /**< a page of a MediaWiki dump */
    GX_KIND_DOCX,
    GX_KIND_ODT,
    GX_KIND_EPUB,
    GX_KIND_PDF
} GxKind;
#define GX_N_KINDS (GX_KIND_PDF + 1)

/** What a container, a record or a header says of the text that came out of it. */
typedef enum { GX_SOURCE_TITLE, GX_SOURCE_AUTHOR, GX_SOURCE_DATE, GX_SOURCE_SITE } GxSourceField;
#define GX_N_SOURCE_FIELDS (GX_SOURCE_SITE + 1)

/** The largest text that is read as one document, when the options say nothing. */
#define GX_MAX_DOCUMENT_BYTES (G_GUINT64_CONSTANT (256) << 20)

/** What of a corpus is handed out. */
typedef enum {
    GX_CORPUS_ALL,
    /** Files, alone or in archives: neither standard input nor pipes, which can be read only once, nor the records of tables and dumps. */
    GX_CORPUS_FILES
} GxCorpusScope;

/** How a corpus is read; all zero is the default. */
typedef struct {
    GxKind kind;            /**< forces the kind of every input */
    const char *encoding;   /**< forces the encoding (an ICU converter name); NULL: detect */
    guint64 max_bytes;      /**< of one document, unpacked; larger ones fail with their name; 0: GX_MAX_DOCUMENT_BYTES */
    const char *text_field; /**< the field or column of NDJSON and CSV that holds the text; NULL: found by its usual names */
    const char *fields[GX_N_SOURCE_FIELDS]; /**< those that hold title, author, date, site; NULL: found by their usual names */
    GxCorpusScope scope;
} GxCorpusOptions;

typedef struct _GxCorpus GxCorpus;
typedef struct _GxInput GxInput;
typedef struct _GxSource GxSource;

/** Opens the files, folders and `-` of paths (NULL-terminated). Options may be NULL. A path that is missing is no error here: it is an
 * input that fails when read. Fails with GX_ERROR_EMPTY when there is nothing at all to read (a folder without texts). */
GxCorpus *gx_corpus_open (const char *const *paths, const GxCorpusOptions *options, GError **error);
void gx_corpus_free (GxCorpus *self);
/** The next input, or NULL at the end; the caller's. */
GxInput *gx_corpus_next (GxCorpus *self);
/** Total size in bytes of the files, for progress. */
guint64 gx_corpus_bytes (const GxCorpus *self);
/** Number of inputs known so far, for progress: those in containers are known when they are handed out. */
guint gx_corpus_size (const GxCorpus *self);

void gx_input_free (GxInput *self);
/** The document's name. */
const char *gx_input_name (const GxInput *self);
/** The path it is read from, for messages. */
const char *gx_input_path (const GxInput *self);
/** The path of the file it comes out of; NULL when it is a file itself. */
const char *gx_input_container (const GxInput *self);
/** What it takes of its file, in bytes: all of it unless it came out of a container. 0 when unknown (standard input). */
guint64 gx_input_bytes (const GxInput *self);
/** Reads and decodes. O(bytes). */
GxSource *gx_input_read (const GxInput *self, GError **error);

/** A source from memory, as if read from a file of this name (kind and encoding are told the same way, from the name and the bytes). Copies
 * data; options may be NULL. A container is no source: it fails with GX_ERROR_FORMAT. What isn't UTF-8 in the name becomes U+FFFD. */
GxSource *gx_source_new (const char *name, const char *data, gsize len, const GxCorpusOptions *options, GError **error);
void gx_source_free (GxSource *self);
const char *gx_source_name (const GxSource *self);
/** The whole text: valid UTF-8, NUL-free (damaged bytes and NULs are U+FFFD). */
GxStr gx_source_text (const GxSource *self);
/** Never GX_KIND_AUTO. */
GxKind gx_source_kind (const GxSource *self);
/** The word for a kind: `text`, `markdown`, `html`, `xml`, `wikitext`, `docx`, `odt`, `epub`, `pdf`. */
const char *gx_kind_name (GxKind kind);
/** FALSE when it is none of these words. */
gboolean gx_kind_parse (const char *name, GxKind *kind);
/** ICU name of the encoding it came in: `UTF-8`, `GB18030`, `Big5`, `EUC-KR`, `UTF-16LE`, … Of several parts: of the first that isn't in
 * UTF-8. */
const char *gx_source_encoding (const GxSource *self);
/** How sure the encoding is, of 100: 100 when it is forced, marked or the text is valid UTF-8. */
guint gx_source_confidence (const GxSource *self);
/** How many damaged sequences became U+FFFD. */
guint gx_source_replaced (const GxSource *self);
/** The line of the text, counted from 1, in which the first U+FFFD stands; 0 when there is none. O(bytes). */
guint64 gx_source_damaged_line (const GxSource *self);
/** SHA-256 of the bytes as they lie on disk, or came out of a container (of a record: of its text); 64 hexadecimal digits. O(bytes) when it
 * is first asked for, on any thread. */
const char *gx_source_digest (const GxSource *self);

/** What the source's container says of it; NULL when it says nothing. */
const char *gx_source_field (const GxSource *self, GxSourceField field);

/** A file (or page) inside the source. */
typedef struct {
    const char *name; /**< `word/document.xml`, `OEBPS/ch1.xhtml`, `page 3` */
    gsize start, end; /**< source bytes; a place's bytes in the part are counted from start */
} GxPart;

/** The parts in order, borrowed; none (0) when the source is one file. */
const GxPart *gx_source_parts (const GxSource *self, guint *n_parts);
/** The part in which a source byte lies; NULL when the source is one file. O(log parts). */
const GxPart *gx_source_part_at (const GxSource *self, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxCorpus, gx_corpus_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxInput, gx_input_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxSource, gx_source_free)
G_END_DECLS
