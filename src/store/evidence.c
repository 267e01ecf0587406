/* SPDX-License-Identifier: GPL-3.0-or-later
 * evidence.c - the sentences behind a node or an edge.
 *
 * The mentions of the entities asked for come in the order of the corpus; those of one window are gathered, and when all entities are among
 * them its sentences are handed out. */
#include "store-private.h"

/* A column of the part in which a sentence starts; NULL when the document has none. */
#define PART(column) "(SELECT p." column " FROM parts p WHERE p.document = s.document AND p.start <= s.start ORDER BY p.start DESC LIMIT 1)"
#define MENTIONS     "SELECT document, block, sentence, entity, block_type FROM mentions"

/** A mention that was found. */
typedef struct {
    gint64 number, document, block, sentence;
    GxBlockType type;
    guint asked; /* which of the entities asked for */
    gint64 rule;
    gsize clean_start, clean_end;
    GxSpan source;
} Hit;

typedef struct {
    const GxStore *store;
    const GxCountOptions *options;
    GPtrArray *entities; /* those asked for, each once */
    GArray *hits;        /* of Hit: of the window at hand */
    sqlite3_stmt *sentence;
    sqlite3_stmt *before, *behind; /* mentions before a number, last one first; from a number on */
    GxEvidenceFunc take;
    gpointer user_data;
    gint64 windows;
} Search;

/** Whether both mentions lie in one window. */
static gboolean
shares_window (const Search *search, const Hit *a, const Hit *b)
{
    switch (search->options->window) {
    case GX_WINDOW_SENTENCE:
        return a->sentence == b->sentence;
    case GX_WINDOW_PARAGRAPH:
        return a->document == b->document && a->block == b->block;
    case GX_WINDOW_DOCUMENT:
        return a->document == b->document;
    }
    g_return_val_if_reached (FALSE);
}

/** Whether the window at hand holds every entity. */
static gboolean
is_complete (const Search *search)
{
    g_autofree gboolean *seen = g_new0 (gboolean, search->entities->len);
    guint n = 0;
    for (guint i = 0; i < search->hits->len; i++) {
        guint asked = g_array_index (search->hits, Hit, i).asked;
        n += seen[asked] ? 0 : 1;
        seen[asked] = TRUE;
    }
    return n == search->entities->len;
}

/** Adds the entities that rows mention, from this hit on, as long as its window lasts and is not crowded. */
static gboolean
collect_entities (const Search *search, sqlite3_stmt *rows, const Hit *hit, GHashTable *entities, GError **error)
{
    const GxDatabase *database = search->store->database;
    const GxValue values[] = { gx_value_number (hit->number) };
    if (!gx_database_bind (database, rows, values, G_N_ELEMENTS (values), error))
        return FALSE;
    GxStep step = gx_database_step (database, rows, error);
    for (; step == GX_STEP_ROW; step = gx_database_step (database, rows, error)) {
        const Hit other = { .document = sqlite3_column_int64 (rows, 0),
                            .block = sqlite3_column_int64 (rows, 1),
                            .sentence = sqlite3_column_int64 (rows, 2) };
        GxBlockType type;
        if (!shares_window (search, hit, &other) || g_hash_table_size (entities) > search->options->max_entities)
            break;
        const GxEntity *entity = gx_store_entity (search->store, sqlite3_column_int64 (rows, 3), error);
        if (!entity || !gx_store_block_type (search->store, rows, 4, &type, error))
            return FALSE;
        if (!gx_block_set_has (search->options->blocks, type))
            continue;
        g_hash_table_add (entities, (gpointer)entity);
    }
    (void)sqlite3_reset (rows); /* the last step was looked at */
    return step != GX_STEP_FAILED;
}

/** Whether counting leaves the pairs of the window at hand out. Its mentions have numbers in a row. */
static gboolean
find_crowded (const Search *search, gboolean *is_crowded, GError **error)
{
    *is_crowded = FALSE;
    if (search->options->max_entities == 0 || search->entities->len < 2)
        return TRUE;
    const Hit *first = &g_array_index (search->hits, Hit, 0);
    g_autoptr (GHashTable) entities = g_hash_table_new (NULL, NULL);
    if (!collect_entities (search, search->before, first, entities, error) ||
        !collect_entities (search, search->behind, first, entities, error))
        return FALSE;
    *is_crowded = g_hash_table_size (entities) > search->options->max_entities;
    return TRUE;
}

/** The mentions of hits [from, to), which lie in one sentence. */
static gboolean
make_mentions (const Search *search, guint from, guint to, gsize clean_start, gsize text_len, GArray *mentions, GError **error)
{
    gsize end = clean_start;
    for (guint i = from; i < to; i++) {
        const Hit *hit = &g_array_index (search->hits, Hit, i);
        GxEvidenceMention mention = { .entity = g_ptr_array_index (search->entities, hit->asked), .source = hit->source };
        mention.rule = gx_store_rule (search->store, hit->rule, error);
        if (!mention.rule)
            return FALSE;
        if (hit->clean_start < end || hit->clean_end <= hit->clean_start || hit->clean_start - clean_start >= text_len)
            return gx_database_damaged (search->store->database, "a mention outside its sentence or inside another", error);
        end = hit->clean_end;
        mention.in_sentence.start = hit->clean_start - clean_start;
        mention.in_sentence.end = MIN (hit->clean_end - clean_start, text_len); /* a name may run on into the next sentence */
        g_array_append_val (mentions, mention);
    }
    return TRUE;
}

/** Makes a span of the source one of the part that starts there. */
static void
count_from (GxSpan *span, gsize part_start)
{
    span->start -= MIN (span->start, part_start);
    span->end -= MIN (span->end, part_start);
}

/** Hands out the sentence of hits [from, to). */
static gboolean
take_sentence (const Search *search, guint from, guint to, GError **error)
{
    const GxDatabase *database = search->store->database;
    const GxValue values[] = { gx_value_number (g_array_index (search->hits, Hit, from).sentence) };
    if (!gx_database_bind (database, search->sentence, values, G_N_ELEMENTS (values), error))
        return FALSE;
    GxStep step = gx_database_step (database, search->sentence, error);
    if (step != GX_STEP_ROW)
        return step == GX_STEP_FAILED ? FALSE : gx_database_damaged (database, "a mention in no sentence", error);

    gsize clean_start = 0, part_start = 0;
    GxEvidence evidence = { .text = gx_database_text (search->sentence, 3),
                            .document = gx_database_text (search->sentence, 4),
                            .title = gx_database_text (search->sentence, 5),
                            .date = gx_database_text (search->sentence, 6),
                            .part = gx_database_text (search->sentence, 8) };
    if (!gx_store_block_type (search->store, search->sentence, 7, &evidence.block, error))
        return FALSE;
    if (!evidence.text || !evidence.document)
        return gx_database_damaged (database, "a sentence without text", error);
    g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (GxEvidenceMention));
    if (!gx_database_size (database, search->sentence, 0, &clean_start, error) ||
        !gx_database_size (database, search->sentence, 1, &evidence.source.start, error) ||
        !gx_database_size (database, search->sentence, 2, &evidence.source.end, error) ||
        !gx_database_size (database, search->sentence, 9, &part_start, error) ||
        !make_mentions (search, from, to, clean_start, strlen (evidence.text), mentions, error))
        return FALSE;
    count_from (&evidence.source, part_start);
    for (guint i = 0; i < mentions->len; i++)
        count_from (&g_array_index (mentions, GxEvidenceMention, i).source, part_start);
    evidence.mentions = (const GxEvidenceMention *)(gpointer)mentions->data;
    evidence.n_mentions = mentions->len;
    gboolean ok = search->take (&evidence, search->user_data, error);
    (void)sqlite3_reset (search->sentence); /* the step before it was looked at */
    return ok;
}

/** Ends the window at hand. */
static gboolean
end_window (Search *search, GError **error)
{
    gboolean is_shown = search->hits->len > 0 && is_complete (search), is_crowded = FALSE;
    if (is_shown && !find_crowded (search, &is_crowded, error))
        return FALSE;
    if (is_shown && !is_crowded) {
        search->windows++;
        for (guint from = 0, to = 0; from < search->hits->len; from = to) {
            gint64 sentence = g_array_index (search->hits, Hit, from).sentence;
            while (to < search->hits->len && g_array_index (search->hits, Hit, to).sentence == sentence)
                to++;
            if (!take_sentence (search, from, to, error))
                return FALSE;
        }
    }
    g_array_set_size (search->hits, 0);
    return TRUE;
}

static gboolean
read_hit (const Search *search, sqlite3_stmt *row, Hit *hit, GError **error)
{
    const GxStore *store = search->store;
    hit->document = sqlite3_column_int64 (row, 0);
    hit->block = sqlite3_column_int64 (row, 1);
    hit->sentence = sqlite3_column_int64 (row, 2);
    hit->rule = sqlite3_column_int64 (row, 4);
    hit->number = sqlite3_column_int64 (row, 9);
    const GxEntity *entity = gx_store_entity (store, sqlite3_column_int64 (row, 3), error);
    return entity && g_ptr_array_find (search->entities, entity, &hit->asked) && gx_store_block_type (store, row, 10, &hit->type, error) &&
           gx_database_size (store->database, row, 5, &hit->clean_start, error) &&
           gx_database_size (store->database, row, 6, &hit->clean_end, error) &&
           gx_database_size (store->database, row, 7, &hit->source.start, error) &&
           gx_database_size (store->database, row, 8, &hit->source.end, error);
}

/** The mentions of the entities asked for, in order. */
static sqlite3_stmt *
prepare_hits (const Search *search, GError **error)
{
    g_autoptr (GString) sql =
        g_string_new ("SELECT document, block, sentence, entity, rule, clean_start, clean_end, start, \"end\", number,"
                      " block_type"
                      " FROM mentions WHERE entity IN (");
    for (guint i = 0; i < search->entities->len; i++) {
        const GxEntity *entity = g_ptr_array_index (search->entities, i);
        guint number = GPOINTER_TO_UINT (g_hash_table_lookup (search->store->numbers, entity->id));
        g_string_append_printf (sql, "%s%u", i > 0 ? ", " : "", number);
    }
    g_string_append (sql, ") ORDER BY number");
    return gx_database_prepare (search->store->database, sql->str, error);
}

static gboolean
run_search (Search *search, GError **error)
{
    const GxDatabase *database = search->store->database;
    g_autoptr (sqlite3_stmt) rows = prepare_hits (search, error);
    GxStep step = rows ? gx_database_step (database, rows, error) : GX_STEP_FAILED;
    for (; step == GX_STEP_ROW; step = gx_database_step (database, rows, error)) {
        Hit hit = { 0 };
        if (!read_hit (search, rows, &hit, error))
            return FALSE;
        if (!gx_block_set_has (search->options->blocks, hit.type))
            continue;
        if (search->hits->len > 0 && !shares_window (search, &g_array_index (search->hits, Hit, 0), &hit) && !end_window (search, error))
            return FALSE;
        g_array_append_val (search->hits, hit);
    }
    return step == GX_STEP_END && end_window (search, error);
}

/** The store's own entities for those asked for, each once; NULL when the store lacks one. The caller's. */
static GPtrArray *
own_entities (const GxStore *store, const GxEntity *const *entities, guint n_entities)
{
    g_autoptr (GPtrArray) own = g_ptr_array_new ();
    for (guint i = 0; i < n_entities; i++) {
        guint number = GPOINTER_TO_UINT (g_hash_table_lookup (store->numbers, entities[i]->id));
        if (number == 0)
            return NULL;
        gpointer entity = g_ptr_array_index (store->entities, number - 1);
        if (!g_ptr_array_find (own, entity, NULL))
            g_ptr_array_add (own, entity);
    }
    return g_steal_pointer (&own);
}

gint64
gx_store_evidence (GxStore *self, const GxCountOptions *options, const GxEntity *const *entities, guint n_entities, GxEvidenceFunc take,
                   gpointer user_data, GError **error)
{
    if (!gx_store_readable (self, error))
        return -1;
    g_autoptr (GPtrArray) own = own_entities (self, entities, n_entities);
    if (!own || own->len == 0)
        return 0;
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
    g_autoptr (sqlite3_stmt) sentence =
        gx_database_prepare (self->database,
                             "SELECT s.clean_start, s.start, s.\"end\", s.text, d.name, d.title, d.date, s.block_type," PART (
                                 "name") ", " PART ("start") " FROM sentences s"
                                                             " JOIN documents d ON d.number = s.document WHERE s.number = ?",
                             error);
    g_autoptr (sqlite3_stmt) before =
        sentence ? gx_database_prepare (self->database, MENTIONS " WHERE number < ? ORDER BY number DESC", error) : NULL;
    g_autoptr (sqlite3_stmt) behind =
        before ? gx_database_prepare (self->database, MENTIONS " WHERE number >= ? ORDER BY number", error) : NULL;
    Search search = { .store = self,
                      .options = options,
                      .entities = own,
                      .hits = hits,
                      .sentence = sentence,
                      .before = before,
                      .behind = behind,
                      .take = take,
                      .user_data = user_data };
    return behind && run_search (&search, error) ? search.windows : -1;
}
