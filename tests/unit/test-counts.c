/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-counts.c - windows, overlaps, compounds, dates, and a published network. */
#include <guanxi/counts.h>

#include "key-table.h"

#include <string.h>

static const GxEntity entities[] = {
    { "a", GX_ENTITY_STATE, "甲", "", "", 0, 0 },
    { "b", GX_ENTITY_STATE, "乙", "", "", 0, 0 },
    { "c", GX_ENTITY_STATE, "丙", "", "", 0, 0 },
    { "d", GX_ENTITY_STATE, "丁", "", "", 0, 0 },
};
#define A (&entities[0])
#define B (&entities[1])
#define C (&entities[2])
#define D (&entities[3])

static GxCounts *
counts_of (GxWindow window, guint max_entities)
{
    GxCountOptions options = GX_COUNT_OPTIONS_DEFAULT;
    options.window = window;
    options.max_entities = max_entities;
    return gx_counts_new (&options);
}

/* `a-b windows/documents/touching` for each pair, with a blank behind each. */
static char *
pairs_text (GxCounts *counts)
{
    guint n_pairs, n_nodes;
    const GxPairCount *pairs = gx_counts_pairs (counts, &n_pairs);
    const GxNodeCount *nodes = gx_counts_nodes (counts, &n_nodes);
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < n_pairs; i++)
        g_string_append_printf (text, "%s-%s %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT " ",
                                nodes[pairs[i].a].entity->id, nodes[pairs[i].b].entity->id, pairs[i].windows, pairs[i].documents,
                                pairs[i].touching);
    return g_string_free (text, FALSE);
}

/* `a windows/mentions/documents` for each node. */
static char *
nodes_text (GxCounts *counts)
{
    guint n_nodes;
    const GxNodeCount *nodes = gx_counts_nodes (counts, &n_nodes);
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < n_nodes; i++)
        g_string_append_printf (text, "%s %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT " ", nodes[i].entity->id,
                                nodes[i].windows, nodes[i].mentions, nodes[i].documents);
    return g_string_free (text, FALSE);
}

#define assert_pairs(counts, expected)                                                                                                     \
    G_STMT_START                                                                                                                           \
    {                                                                                                                                      \
        g_autofree char *found_ = pairs_text (counts);                                                                                     \
        g_assert_cmpstr (found_, ==, expected);                                                                                            \
    }                                                                                                                                      \
    G_STMT_END
#define assert_nodes(counts, expected)                                                                                                     \
    G_STMT_START                                                                                                                           \
    {                                                                                                                                      \
        g_autofree char *found_ = nodes_text (counts);                                                                                     \
        g_assert_cmpstr (found_, ==, expected);                                                                                            \
    }                                                                                                                                      \
    G_STMT_END

static void
add_all (GxCounts *counts, const char *date, const GxCountMention *mentions, gsize size)
{
    gx_counts_add (counts, date, mentions, (guint)(size / sizeof *mentions));
}

static void
test_empty (void)
{
    g_autoptr (GxCounts) counts = counts_of (GX_WINDOW_SENTENCE, 30);
    assert_pairs (counts, "");
    gx_counts_add (counts, NULL, NULL, 0);
    gx_counts_add (counts, "", NULL, 0);
    assert_nodes (counts, "");
    const GxCountTotals *totals = gx_counts_totals (counts);
    g_assert_cmpuint (totals->documents, ==, 2);
    g_assert_cmpuint (totals->windows_with_entity, ==, 0);
    g_assert_null (totals->first_date);
}

static const GxCountMention text[] = {
    /* 乙 … 甲 … 甲 | 甲 | 甲 丙 (next block) */
    { B, 0, 3, 0, 0, 1 },   { A, 10, 13, 0, 0, 1 }, { A, 20, 23, 0, 0, 1 },
    { A, 30, 33, 1, 0, 1 }, { A, 40, 43, 2, 1, 1 }, { C, 50, 53, 2, 1, 1 },
};

static void
test_windows (void)
{
    g_autoptr (GxCounts) sentences = counts_of (GX_WINDOW_SENTENCE, 30);
    add_all (sentences, NULL, text, sizeof text);
    assert_nodes (sentences, "a 3/4/1 b 1/1/1 c 1/1/1 ");
    assert_pairs (sentences, "a-b 1/1/0 a-c 1/1/0 ");
    g_assert_cmpuint (gx_counts_totals (sentences)->windows_with_entity, ==, 3);
    g_assert_cmpuint (gx_counts_totals (sentences)->mentions, ==, 6);

    g_autoptr (GxCounts) paragraphs = counts_of (GX_WINDOW_PARAGRAPH, 30);
    add_all (paragraphs, NULL, text, sizeof text);
    assert_nodes (paragraphs, "a 2/4/1 b 1/1/1 c 1/1/1 ");
    assert_pairs (paragraphs, "a-b 1/1/0 a-c 1/1/0 ");

    g_autoptr (GxCounts) documents = counts_of (GX_WINDOW_DOCUMENT, 30);
    add_all (documents, NULL, text, sizeof text);
    add_all (documents, NULL, text, sizeof text);
    assert_nodes (documents, "a 2/8/2 b 2/2/2 c 2/2/2 ");
    assert_pairs (documents, "a-b 2/2/0 a-c 2/2/0 b-c 2/2/0 ");
}

/* A mention inside another makes no pair, unless the two stand apart elsewhere in the window. */
static void
test_overlap (void)
{
    static const GxCountMention nested[] = { { A, 0, 6, 0, 0, 1 }, { B, 0, 15, 0, 0, 1 } };
    static const GxCountMention apart[] = { { A, 0, 6, 0, 0, 1 }, { B, 0, 15, 0, 0, 1 }, { A, 30, 36, 0, 0, 1 } };
    static const GxCountMention crossing[] = { { B, 0, 9, 0, 0, 1 }, { A, 6, 12, 0, 0, 1 }, { B, 8, 20, 0, 0, 1 } };
    g_autoptr (GxCounts) counts = counts_of (GX_WINDOW_SENTENCE, 30);
    add_all (counts, NULL, nested, sizeof nested);
    add_all (counts, NULL, crossing, sizeof crossing);
    assert_pairs (counts, "");
    assert_nodes (counts, "a 2/2/2 b 2/3/2 ");
    add_all (counts, NULL, apart, sizeof apart);
    assert_pairs (counts, "a-b 1/1/0 ");
}

static void
test_touching (void)
{
    static const GxCountMention compound[] = { { A, 0, 3, 0, 0, 1 }, { B, 3, 6, 0, 0, 1 } };
    static const GxCountMention triple[] = { { A, 0, 3, 0, 0, 1 }, { B, 3, 6, 0, 0, 1 }, { C, 6, 9, 0, 0, 1 } };
    static const GxCountMention both[] = { { B, 0, 3, 0, 0, 1 }, { A, 3, 6, 0, 0, 1 }, { B, 40, 43, 0, 0, 1 } };
    static const GxCountMention nested[] = { { A, 0, 3, 0, 0, 1 }, { B, 0, 9, 0, 0, 1 }, { A, 9, 12, 0, 0, 1 } };
    g_autoptr (GxCounts) counts = counts_of (GX_WINDOW_SENTENCE, 30);
    add_all (counts, NULL, compound, sizeof compound);
    assert_pairs (counts, "a-b 1/1/1 ");
    add_all (counts, NULL, triple, sizeof triple);
    assert_pairs (counts, "a-b 2/2/2 a-c 1/1/0 b-c 1/1/1 ");
    add_all (counts, NULL, both, sizeof both);
    assert_pairs (counts, "a-b 3/3/2 a-c 1/1/0 b-c 1/1/1 ");
    add_all (counts, NULL, nested, sizeof nested);
    assert_pairs (counts, "a-b 4/4/3 a-c 1/1/0 b-c 1/1/1 ");
}

static void
test_crowded (void)
{
    static const GxCountMention list[] = { { A, 0, 3, 0, 0, 1 }, { B, 9, 12, 0, 0, 1 }, { C, 18, 21, 0, 0, 1 }, { A, 30, 33, 0, 0, 1 } };
    g_autoptr (GxCounts) two = counts_of (GX_WINDOW_SENTENCE, 2);
    add_all (two, NULL, list, sizeof list);
    assert_pairs (two, "");
    assert_nodes (two, "a 1/2/1 b 1/1/1 c 1/1/1 ");
    g_assert_cmpuint (gx_counts_totals (two)->windows_crowded, ==, 1);
    g_assert_cmpuint (gx_counts_totals (two)->windows_with_entity, ==, 1);

    g_autoptr (GxCounts) three = counts_of (GX_WINDOW_SENTENCE, 3);
    add_all (three, NULL, list, sizeof list);
    assert_pairs (three, "a-b 1/1/0 a-c 1/1/0 b-c 1/1/0 ");
    g_assert_cmpuint (gx_counts_totals (three)->windows_crowded, ==, 0);

    g_autoptr (GxCounts) any = counts_of (GX_WINDOW_SENTENCE, 0);
    add_all (any, NULL, list, sizeof list);
    assert_pairs (any, "a-b 1/1/0 a-c 1/1/0 b-c 1/1/0 ");
}

static void
test_dates (void)
{
    static const GxCountMention pair[] = { { B, 0, 3, 0, 0, 1 }, { A, 6, 9, 0, 0, 1 } };
    g_autoptr (GxCounts) counts = counts_of (GX_WINDOW_SENTENCE, 30);
    guint n;
    add_all (counts, NULL, pair, sizeof pair);
    g_assert_null (gx_counts_pairs (counts, &n)[0].first_date);
    g_assert_null (gx_counts_pairs (counts, &n)[0].last_date);

    char date[] = "2019-02";
    add_all (counts, date, pair, sizeof pair);
    date[0] = 'x'; /* dates are copied */
    add_all (counts, "2019", pair, sizeof pair);
    add_all (counts, "2018-12-31", pair, sizeof pair);
    gx_counts_add (counts, "2030", NULL, 0);
    const GxPairCount *pairs = gx_counts_pairs (counts, &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpstr (pairs[0].first_date, ==, "2018-12-31");
    g_assert_cmpstr (pairs[0].last_date, ==, "2019-02");
    g_assert_cmpstr (gx_counts_totals (counts)->first_date, ==, "2018-12-31");
    g_assert_cmpstr (gx_counts_totals (counts)->last_date, ==, "2030");
}

/* What stands in blocks that are not chosen is not there: no nodes, no pairs, no mentions. */
static void
test_blocks (void)
{
    static const GxCountMention text_with_note[] = {
        { A, 0, 3, 0, 0, GX_BLOCK_HEADING },   { B, 6, 9, 0, 0, GX_BLOCK_HEADING },  { C, 20, 23, 1, 1, GX_BLOCK_NOTE },
        { A, 26, 29, 1, 1, GX_BLOCK_NOTE },    { D, 40, 43, 2, 2, GX_BLOCK_BYLINE }, { A, 46, 49, 2, 2, GX_BLOCK_BYLINE },
        { B, 60, 63, 3, 3, GX_BLOCK_CAPTION },
    };
    static const struct {
        const char *blocks, *nodes, *pairs;
    } cases[] = {
        { "heading,body,caption", "a 1/1/1 b 1/2/1 ", "a-b 1/1/0 " },
        { "note", "a 1/1/1 c 1/1/1 ", "a-c 1/1/0 " },
        { "body", "", "" },
        { " note , heading", "a 1/2/1 b 1/1/1 c 1/1/1 ", "a-b 1/1/0 a-c 1/1/0 b-c 1/1/0 " },
        { "all", "a 1/3/1 b 1/2/1 c 1/1/1 d 1/1/1 ", "a-b 1/1/0 a-c 1/1/0 a-d 1/1/0 b-c 1/1/0 b-d 1/1/0 c-d 1/1/0 " },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        GxCountOptions options = { .window = GX_WINDOW_DOCUMENT };
        g_assert_true (gx_block_set_parse (cases[i].blocks, &options.blocks));
        g_autoptr (GxCounts) counts = gx_counts_new (&options);
        add_all (counts, NULL, text_with_note, sizeof text_with_note);
        assert_nodes (counts, cases[i].nodes);
        assert_pairs (counts, cases[i].pairs);
        g_assert_cmpuint (gx_counts_totals (counts)->documents, ==, 1);
    }
    GxBlockSet set = 0;
    static const char *const wrong[] = { "", "notes", "body,", "furniture", "heading note" };
    for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
        g_assert_false (gx_block_set_parse (wrong[i], &set));
    g_assert_cmpuint (set, ==, 0);
    g_assert_true (gx_block_set_has (0, GX_BLOCK_CELL) && !gx_block_set_has (0, GX_BLOCK_NOTE));
}

/* The order of documents, and of windows inside one, changes nothing. */
static void
test_order (void)
{
    static const GxCountMention one[] = { { D, 0, 3, 0, 0, 1 }, { A, 6, 9, 0, 0, 1 }, { C, 9, 12, 1, 0, 1 } };
    static const GxCountMention two[] = { { C, 0, 3, 0, 0, 1 }, { B, 6, 9, 1, 0, 1 }, { D, 9, 12, 0, 0, 1 }, { A, 15, 18, 1, 0, 1 } };
    g_autoptr (GxCounts) there = counts_of (GX_WINDOW_SENTENCE, 30);
    g_autoptr (GxCounts) back = counts_of (GX_WINDOW_SENTENCE, 30);
    add_all (there, "2001", one, sizeof one);
    add_all (there, "2002", two, sizeof two);
    add_all (back, "2002", two, sizeof two);
    add_all (back, "2001", one, sizeof one);
    assert_pairs (there, "a-b 1/1/0 a-d 1/1/0 c-d 1/1/0 ");
    g_autofree char *pairs = pairs_text (there);
    assert_pairs (back, pairs);
    g_autofree char *nodes = nodes_text (there);
    assert_nodes (back, nodes);
}

static void
test_names (void)
{
    GxWindow window = GX_WINDOW_DOCUMENT;
    g_assert_cmpstr (gx_window_name (GX_WINDOW_PARAGRAPH), ==, "paragraph");
    g_assert_true (gx_window_parse ("sentence", &window));
    g_assert_cmpint (window, ==, GX_WINDOW_SENTENCE);
    g_assert_false (gx_window_parse ("Sentence", &window));
    g_assert_false (gx_window_parse ("", &window));
    g_autoptr (GxCounts) counts = counts_of (GX_WINDOW_PARAGRAPH, 7);
    g_assert_cmpuint (gx_counts_options (counts)->max_entities, ==, 7);
}

static void
test_key_table (void)
{
    GxKeyTable table;
    gx_key_table_init (&table);
    for (guint i = 0; i < 200000; i++)
        g_assert_cmpuint (gx_key_table_number (&table, (guint64)(i + 1) << (i % 2 ? 0 : 32)), ==, i);
    for (guint i = 0; i < 200000; i += 7)
        g_assert_cmpuint (gx_key_table_number (&table, (guint64)(i + 1) << (i % 2 ? 0 : 32)), ==, i);
    g_assert_cmpuint (table.n_keys, ==, 200000);
    gx_key_table_clear (&table);
}

/* One window with very many mentions of two entities stays linear. */
static void
test_many_mentions (void)
{
    g_autofree GxCountMention *mentions = g_new (GxCountMention, 200000);
    for (guint i = 0; i < 200000; i++)
        mentions[i] = (GxCountMention){ i % 2 ? A : B, 6 * (gsize)i, 6 * (gsize)i + 3, 0, 0, GX_BLOCK_PARAGRAPH };
    g_autoptr (GxCounts) counts = counts_of (GX_WINDOW_DOCUMENT, 30);
    gx_counts_add (counts, NULL, mentions, 200000);
    assert_pairs (counts, "a-b 1/1/0 ");
    assert_nodes (counts, "a 1/100000/1 b 1/100000/1 ");
}

/* Characters of Les Misérables as groups that meet; a volume is a document, a chapter a block, a group a sentence. */
typedef struct {
    GHashTable *characters; /* id -> GxEntity */
    GArray *mentions;       /* of the current volume */
    guint chapter, group;
    gsize at;
} Novel;

static void
read_chapter (Novel *self, const char *groups)
{
    g_auto (GStrv) parts = g_strsplit (groups, ";", -1);
    for (guint g = 0; parts[g]; g++) {
        g_auto (GStrv) ids = g_strsplit (parts[g], ",", -1);
        for (guint i = 0; ids[i]; i++) {
            GxEntity *entity = g_hash_table_lookup (self->characters, g_strstrip (ids[i]));
            if (!entity) {
                entity = g_new0 (GxEntity, 1);
                entity->id = g_strdup (ids[i]);
                g_hash_table_insert (self->characters, (gpointer)entity->id, entity);
            }
            GxCountMention mention = { entity, self->at, self->at + 2, self->group, self->chapter, GX_BLOCK_PARAGRAPH };
            g_array_append_val (self->mentions, mention);
            self->at += 3;
        }
        self->group++;
    }
    self->chapter++;
}

static void
end_volume (Novel *self, GxCounts *counts)
{
    gx_counts_add (counts, NULL, (const GxCountMention *)(gpointer)self->mentions->data, self->mentions->len);
    g_array_set_size (self->mentions, 0);
    self->chapter = self->group = 0;
    self->at = 0;
}

static void
read_novel (Novel *self, const char *file, GxCounts *counts)
{
    g_auto (GStrv) lines = g_strsplit (file, "\n", -1);
    char volume = '1';
    for (guint i = 0; lines[i]; i++) {
        char *groups = strchr (lines[i], ':');
        if (!g_ascii_isdigit (lines[i][0]) || !groups)
            continue;
        if (lines[i][0] != volume) {
            end_volume (self, counts);
            volume = lines[i][0];
        }
        if (groups[1])
            read_chapter (self, groups + 1);
    }
    end_volume (self, counts);
}

static void
free_character (gpointer data)
{
    GxEntity *entity = data;
    g_free ((char *)entity->id);
    g_free (entity);
}

static void
check_novel (const char *file, GxWindow window, guint n_edges, guint64 weight, guint64 together)
{
    Novel novel = { .characters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_character),
                    .mentions = g_array_new (FALSE, FALSE, sizeof (GxCountMention)) };
    g_autoptr (GxCounts) counts = counts_of (window, 30);
    read_novel (&novel, file, counts);

    guint n_pairs, n_nodes;
    const GxPairCount *pairs = gx_counts_pairs (counts, &n_pairs);
    const GxNodeCount *nodes = gx_counts_nodes (counts, &n_nodes);
    guint64 total = 0, found = 0;
    for (guint i = 0; i < n_pairs; i++) {
        total += pairs[i].windows;
        if (strcmp (nodes[pairs[i].a].entity->id, "CO") == 0 && strcmp (nodes[pairs[i].b].entity->id, "JV") == 0)
            found = pairs[i].windows;
        g_assert_cmpuint (pairs[i].a, <, pairs[i].b);
        g_assert_cmpuint (pairs[i].documents, <=, 5);
    }
    g_assert_cmpuint (n_nodes, ==, 80);
    g_assert_cmpuint (n_pairs, ==, n_edges);
    g_assert_cmpuint (total, ==, weight);
    g_assert_cmpuint (found, ==, together);
    g_assert_cmpuint (gx_counts_totals (counts)->documents, ==, 5);
    if (window == GX_WINDOW_SENTENCE)
        g_assert_cmpuint (gx_counts_totals (counts)->windows_with_entity, ==, 402);

    g_hash_table_unref (novel.characters);
    g_array_unref (novel.mentions);
}

static void
test_published (void)
{
    g_autofree char *file = NULL;
    if (!g_file_get_contents (GUANXI_SHARED "/methods-ref/jean.dat", &file, NULL, NULL)) {
        g_test_skip ("jean.dat is not there");
        return;
    }
    check_novel (file, GX_WINDOW_SENTENCE, 254, 820, 31);
    check_novel (file, GX_WINDOW_PARAGRAPH, 321, 986, 33);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/counts/empty", test_empty);
    g_test_add_func ("/counts/windows", test_windows);
    g_test_add_func ("/counts/overlap", test_overlap);
    g_test_add_func ("/counts/touching", test_touching);
    g_test_add_func ("/counts/crowded", test_crowded);
    g_test_add_func ("/counts/dates", test_dates);
    g_test_add_func ("/counts/blocks", test_blocks);
    g_test_add_func ("/counts/order", test_order);
    g_test_add_func ("/counts/names", test_names);
    g_test_add_func ("/counts/key-table", test_key_table);
    g_test_add_func ("/counts/many-mentions", test_many_mentions);
    g_test_add_func ("/counts/published", test_published);
    return g_test_run ();
}
