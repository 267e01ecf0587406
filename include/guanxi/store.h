/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/store.h - documents, sentences and mentions in one SQLite file.
 *
 * What a store holds is enough to count again with another window, over some of the documents, and to show the sentences behind an
 * edge without the files. The same readings in the same order make the same bytes.
 *
 * Ownership  a store owns its entities and documents; they end with it.
 * Errors     GX_ERROR_STORE (damaged, another version, not a store), GX_ERROR_IO, GX_ERROR_NOT_FOUND (no document of a number).
 * Threads    one thread at a time. */
#pragma once

#include <guanxi/counts.h>
#include <guanxi/reading.h>

G_BEGIN_DECLS

/** The name of the store inside an output folder. */
#define GX_STORE_FILE "corpus.db"

typedef struct _GxStore GxStore;

/** A document as the store knows it. */
typedef struct {
    gint64 number;                                                                            /**< 1-based, in corpus order */
    const char *name, *title, *author, *date, *date_origin, *site, *kind, *encoding, *digest; /**< NULL where unknown */
    guint confidence, replaced; /**< of the encoding, of 100; damaged sequences */
    guint sentences, mentions;
    gint64 twin;         /**< the document that this one repeats: its own sentences and mentions are not kept; 0: none */
    guint similarity;    /**< to the twin, of 100 */
    const char *failure; /**< why it was skipped; NULL when it was read */
} GxStoreDocument;

/** A mention inside a sentence of evidence. */
typedef struct {
    const GxEntity *entity;
    GxSpan source;      /**< bytes of the source file, or of the part its sentence stands in */
    GxSpan in_sentence; /**< bytes of the sentence's text */
    const char *rule;
} GxEvidenceMention;

/** A sentence behind a node or an edge. */
typedef struct {
    const char *document, *title, *date; /**< title, date: NULL where unknown */
    const char *part;                    /**< the file inside the document that it stands in; NULL: the document is one file */
    GxSpan source;                       /**< the sentence's bytes in the source file, or in the part */
    const char *text;
    GxBlockType block;                 /**< what it stands in */
    const GxEvidenceMention *mentions; /**< those of the entities asked for, in order */
    guint n_mentions;
} GxEvidence;

/** Takes a piece of evidence, borrowed for the call; FALSE with error set stops. */
typedef gboolean (*GxEvidenceFunc) (const GxEvidence *evidence, gpointer user_data, GError **error);

/** Makes an empty store in the (existing, empty) file at path; name is what messages call it. */
GxStore *gx_store_create (const char *path, const char *name, GError **error);
/** Opens a store for reading. */
GxStore *gx_store_open (const char *path, GError **error);
void gx_store_free (GxStore *self);

/** Adds a reading, also a failed one. Of one that has a twin only what is known of the document. All of a run are to be added, in their
 * order: its twin is told by the number of a reading. */
gboolean gx_store_add (GxStore *self, const GxReading *reading, GError **error);
/** Writes everything to the file; nothing can be added afterwards. */
gboolean gx_store_finish (GxStore *self, GError **error);

/** The documents in corpus order, failed ones included; borrowed. */
const GxStoreDocument *gx_store_documents (GxStore *self, guint *n_documents, GError **error);
/** The entities that go by this id, name, English name or (as matched in the texts) alias; exact, NULL-terminated, sorted by mentions, most
 *  first; the caller's (g_free), its entities borrowed. Empty when there is none. */
const GxEntity **gx_store_find (GxStore *self, const char *name, GError **error);
/** Counts windows over documents (0-terminated numbers; NULL: all). Those that failed or repeat others count nothing. The counts' entities
 * are the store's. O(all mentions). */
GxCounts *gx_store_count (GxStore *self, const GxCountOptions *options, const gint64 *documents, GError **error);
/** Every window of the kind counted in which all n_entities entities are mentioned, sentence by sentence, in corpus order: for windows
 * larger than a sentence the sentences that mention at least one of them. Mentions in blocks that are not chosen are passed over. Crowded
 * windows, which make no pairs, are left out when more than one entity is asked for: the windows of two entities are those of their edge,
 * counted with the same options. Returns the number of windows, -1 on error. O(mentions of the entities, and of the windows that hold all
 * of them). */
gint64 gx_store_evidence (GxStore *self, const GxCountOptions *options, const GxEntity *const *entities, guint n_entities,
                          GxEvidenceFunc take, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxStore, gx_store_free)
G_END_DECLS
