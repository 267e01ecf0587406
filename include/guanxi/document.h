/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/document.h - a source made clean: metadata, blocks of text, and the way back to the source's bytes.
 *
 * The clean text is one string. Blocks lie in it in reading order, separated by one '\n' that belongs to none; inside a block
 * there is no line break: lines of one sentence are joined (without a blank between Han characters).
 *
 * Units      half-open byte ranges; "clean" counts bytes of gx_document_text(), "source" bytes of the source's text.
 * Ownership  a document owns its text, metadata and arrays and needs nothing of the source it was read from; what it hands out is borrowed.
 * Errors     GX_ERROR_EMPTY, GX_ERROR_FORMAT; messages start with the source's name.
 * Threads    immutable once read. */
#pragma once

#include <guanxi/corpus.h>

G_BEGIN_DECLS

/** What a block is. Furniture is kept to be shown, but nothing is looked for in it. */
typedef enum {
    GX_BLOCK_HEADING,
    GX_BLOCK_PARAGRAPH,
    GX_BLOCK_LIST_ITEM,
    GX_BLOCK_CELL,     /**< a cell of a table */
    GX_BLOCK_CAPTION,  /**< a picture's caption or credit line */
    GX_BLOCK_BYLINE,   /**< who wrote it, when and where it appeared */
    GX_BLOCK_NOTE,     /**< a footnote or endnote, lifted out of the flow */
    GX_BLOCK_FURNITURE /**< page numbers, running heads, navigation: not read for mentions */
} GxBlockType;
#define GX_N_BLOCK_TYPES (GX_BLOCK_FURNITURE + 1)

/** Why a block is furniture. */
typedef enum {
    GX_REASON_NONE,     /**< it is none */
    GX_REASON_PAGE,     /**< page numbers, running heads and feet */
    GX_REASON_MARKUP,   /**< an element, role or class says so: navigation, share bars, comments */
    GX_REASON_LINKS,    /**< links rather than text, and none of the text around it */
    GX_REASON_REPEATED, /**< stands in many documents of one site */
    GX_REASON_GARBLED   /**< letters that a broken font map has made nonsense */
} GxReason;

typedef struct {
    GxBlockType type;
    GxReason reason;  /**< GX_REASON_NONE unless it is furniture */
    gsize start, end; /**< clean bytes */
} GxBlock;

/** Where a document's date comes from, the surest first. */
typedef enum {
    GX_DATE_NONE,
    GX_DATE_METADATA, /**< front matter, markup, the container's fields */
    GX_DATE_NAME,     /**< the name of the file or its folders: 2019-02-27-…, 2019/02/27/… */
    GX_DATE_DATELINE  /**< a line near the text's top or end that is nothing but a date, an agency's line */
} GxDateOrigin;

/** A half-open byte range. */
typedef struct {
    gsize start, end;
} GxSpan;

typedef struct _GxDocument GxDocument;

/** Cleans a source. O(bytes), whatever the markup. Damaged markup is read as far as it goes; gx_document_warnings() tells. Fails only when
 * nothing is left: XML without any text. Lines that many documents share stay (reading.h). */
GxDocument *gx_document_read (const GxSource *source, GError **error);
void gx_document_free (GxDocument *self);

/** The source's name. */
const char *gx_document_name (const GxDocument *self);
/** Title, author: from markup, front matter or the container; else the first heading, and a byline that says who wrote it. NULL when there
 * is none. */
const char *gx_document_title (const GxDocument *self);
const char *gx_document_author (const GxDocument *self);
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the document says; NULL when it says nothing. */
const char *gx_document_date (const GxDocument *self);
/** Where that date comes from; GX_DATE_NONE without a date. */
GxDateOrigin gx_document_date_origin (const GxDocument *self);
/** Who published it: a site's name or the host of its address; NULL when the document doesn't say. */
const char *gx_document_site (const GxDocument *self);
/** The clean text. */
GxStr gx_document_text (const GxDocument *self);
/** The blocks, in order. */
const GxBlock *gx_document_blocks (const GxDocument *self, guint *n_blocks);
/** What was odd about the markup (`front matter: line 3: …`), a line each; NULL-terminated, may be empty. */
const char *const *gx_document_warnings (const GxDocument *self);
/** The source bytes behind a non-empty clean range: from the first byte of its first character to the last of its last one. O(log n). */
GxSpan gx_document_source_span (const GxDocument *self, gsize start, gsize end);

/** The word for a block type: `heading`, `paragraph`, `list-item`, `cell`, `caption`, `byline`, `note`, `furniture`. */
const char *gx_block_type_name (GxBlockType type);
/** The word for a reason: `page`, `markup`, `links`, `repeated`, `garbled`; empty for GX_REASON_NONE. */
const char *gx_reason_name (GxReason reason);
/** The word for a date's origin: `metadata`, `name`, `dateline`; empty for GX_DATE_NONE. */
const char *gx_date_origin_name (GxDateOrigin origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxDocument, gx_document_free)
G_END_DECLS
