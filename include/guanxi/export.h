/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/export.h - networks and mentions as files other programs open.
 *
 * All of them write through a GxWriter, which keeps the first error for gx_writer_finish(). */
#pragma once

#include <guanxi/explanation.h>
#include <guanxi/network.h>
#include <guanxi/output.h>
#include <guanxi/reading.h>

G_BEGIN_DECLS

/** What the graph says of itself. Strings may be NULL. */
typedef struct {
    const char *title, *source, *window;
} GxExportInfo;

/** GraphML that Gephi, Cytoscape, networkx, igraph, graph-tool and R read alike. */
void gx_export_graphml (const GxNetwork *network, const GxExportInfo *info, GxWriter *writer);
/** RFC 4180, UTF-8 without BOM, a header line: `Id,Label,…` and `Source,Target,Type,Id,Weight,…` as Gephi's importer knows them. */
void gx_export_nodes_csv (const GxNetwork *network, GxWriter *writer);
void gx_export_edges_csv (const GxNetwork *network, GxWriter *writer);

/** The shapes mentions can be written in. */
typedef enum { GX_MENTIONS_TSV, GX_MENTIONS_JSONL } GxMentionFormat;
/** The header line of a shape that has one. */
void gx_export_mentions_header (GxMentionFormat format, GxWriter *writer);
/** The mentions of one reading: `document start end text entity name type rule sentence block`; block is the type of the block. Of a source
 * that has parts, document is `book.epub/OEBPS/ch1.xhtml`, and start and end are bytes of that. */
void gx_export_mentions (const GxReading *reading, GxMentionFormat format, GxWriter *writer);

/** The same with a further column `part_of`: behind each mention of an institution the states whose names are a part of its own, each with
 * the rule `part` and the id of that institution; empty for mentions. */
void gx_export_nested_header (GxMentionFormat format, GxWriter *writer);
void gx_export_nested (const GxReading *reading, GxMentionFormat format, GxWriter *writer);
/** The names of one reading that several entities share and that were left unread: `document start end text entity name type rule sentence
 * block`, where entity, name and type are those of all candidates with `|` between them; in JSON an array `candidates` of entity, name and
 * type. */
void gx_export_unresolved_header (GxMentionFormat format, GxWriter *writer);
void gx_export_unresolved (const GxReading *reading, GxMentionFormat format, GxWriter *writer);

/** A document as it was read, one line of JSON: `document kind encoding confidence replaced`, `title author date date_origin site twin
 * similarity` where known, `parts` (of a source that has some: name, start, end) and `blocks` in order, each with `type reason language
 * start end text` and its `sentences` (start, end, text). Start and end are source bytes. Readings that failed write nothing. */
void gx_export_document_json (const GxReading *reading, GxWriter *writer);

/** What was taken out of texts as furniture, tab-separated: `document start end reason documents text`. Document, start and end are those
 * of gx_export_mentions(); documents: how many of the site have the line, for what is repeated, else empty. Repeats may be NULL. */
void gx_export_removed_header (GxWriter *writer);
void gx_export_removed (const GxReading *reading, const GxRepeats *repeats, GxWriter *writer);
/** Documents that repeat others, tab-separated: `document twin similarity`, of 100. Those that have no twin write nothing. */
void gx_export_duplicates_header (GxWriter *writer);
void gx_export_duplicate (const GxReading *reading, GxWriter *writer);

/** A case of an explanation, one line of JSON: `document start end text` as in gx_export_mentions(), `why`, `rule`, `candidates` (each with
 * `entity name type`; of `taken`, the one that is meant), `cover table`, `grounds` (each with `label text states weight`), `sum threshold`
 * where weights were summed up, `sentence`, `block` and, for furniture, its `reason`. What is empty is left out. */
void gx_export_case (const GxReading *reading, const GxCase *told, GxWriter *writer);

G_END_DECLS
