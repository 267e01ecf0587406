/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scores.h"

/* So many characters are shown on both sides of a mistake. */
#define AROUND 20

static const char *const group_names[] = {
    [GX_SCORES_ALL] = "all", [GX_SCORES_TYPE] = "type", [GX_SCORES_RULE] = "rule", [GX_SCORES_DOCUMENT] = "document"
};

static guint
first_of (guint n, guint top)
{
    return top > 0 ? MIN (n, top) : n;
}

/* What was missed was missed by no rule in particular. */
static void
put_score (GxTable *table, const GxScore *score, GxScoreGroup group, GxTableFormat format)
{
    enum { DIGITS = 4 };
    gboolean whole = group != GX_SCORES_RULE;
    gx_table_put_text (table, score->name);
    gx_table_put_int (table, (gint64)score->found);
    gx_table_put_int (table, (gint64)score->wrong);
    if (!whole && format == GX_TABLE_ALIGNED) {
        gx_table_put_double (table, gx_score_precision (score), DIGITS);
        return;
    }
    whole ? gx_table_put_int (table, (gint64)score->missed) : gx_table_put_text (table, NULL);
    gx_table_put_double (table, gx_score_precision (score), DIGITS);
    whole ? gx_table_put_double (table, gx_score_recall (score), DIGITS) : gx_table_put_text (table, NULL);
    whole ? gx_table_put_double (table, gx_score_f1 (score), DIGITS) : gx_table_put_text (table, NULL);
}

static GxTable *
new_table (GxScoreGroup group, GxTableFormat format)
{
    gboolean short_rows = group == GX_SCORES_RULE && format == GX_TABLE_ALIGNED;
    GxTable *table = gx_table_new ();
    if (format != GX_TABLE_ALIGNED)
        gx_table_add_column (table, "by", GX_COLUMN_TEXT);
    gx_table_add_column (table, format == GX_TABLE_ALIGNED ? group_names[group] : "name", GX_COLUMN_TEXT);
    gx_table_add_column (table, "found", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "wrong", GX_COLUMN_NUMBER);
    if (!short_rows)
        gx_table_add_column (table, "missed", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "precision", GX_COLUMN_NUMBER);
    if (short_rows)
        return table;
    gx_table_add_column (table, "recall", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "f1", GX_COLUMN_NUMBER);
    return table;
}

/* Puts the scores of a group into a table; returns how many there are in all. */
static guint
put_scores (GxTable *table, const GxEvaluation *evaluation, GxScoreGroup group, const Options *options)
{
    guint n = 0;
    g_autofree GxScore *scores = gx_evaluation_scores (evaluation, group, &n);
    guint shown = group == GX_SCORES_DOCUMENT ? first_of (n, options->top) : n;
    for (guint i = 0; i < shown; i++) {
        if (options->format != GX_TABLE_ALIGNED)
            gx_table_put_text (table, group_names[group]);
        put_score (table, &scores[i], group, options->format);
    }
    return n;
}

static void
write_group (const GxEvaluation *evaluation, GxScoreGroup group, const Options *options, GxWriter *writer)
{
    g_autoptr (GxTable) table = new_table (group, options->format);
    guint n = put_scores (table, evaluation, group, options);
    if (group == GX_SCORES_TYPE)
        (void)put_scores (table, evaluation, GX_SCORES_ALL, options);
    if (group == GX_SCORES_DOCUMENT && n < 2)
        return;
    if (group != GX_SCORES_TYPE)
        gx_writer_puts (writer, "\n");
    gx_table_write (table, options->format, writer);
    if (group == GX_SCORES_DOCUMENT && first_of (n, options->top) < n)
        gx_writer_printf (writer, "the worst %u of %u; --top 0 shows all\n", first_of (n, options->top), n);
}

void
write_scores (const GxEvaluation *evaluation, const Options *options, GxWriter *writer)
{
    if (options->format == GX_TABLE_ALIGNED) {
        for (guint group = GX_SCORES_TYPE; group <= GX_SCORES_DOCUMENT; group++)
            write_group (evaluation, (GxScoreGroup)group, options, writer);
        return;
    }
    g_autoptr (GxTable) table = new_table (GX_SCORES_ALL, options->format);
    for (guint group = GX_SCORES_ALL; group <= GX_SCORES_DOCUMENT; group++)
        (void)put_scores (table, evaluation, (GxScoreGroup)group, options);
    gx_table_write (table, options->format, writer);
}

/* The sentence around a mistake, which stands in brackets. */
static char *
cut_out (const GxMistake *mistake)
{
    const char *text = mistake->sentence, *start = text + mistake->in_sentence.start, *end = text + mistake->in_sentence.end;
    const char *from = start, *to = end;
    for (guint i = 0; i < AROUND && from > text; i++)
        from = g_utf8_prev_char (from);
    for (guint i = 0; i < AROUND && *to; i++)
        to = g_utf8_next_char (to);
    return g_strdup_printf ("%s%.*s[%.*s]%.*s%s", from > text ? "…" : "", (int)(start - from), from, (int)(end - start), start,
                            (int)(to - end), end, *to ? "…" : "");
}

static void
put_mistake (GxTable *table, const GxMistake *mistake, GxTableFormat format)
{
    g_autofree char *cut = mistake->sentence && format == GX_TABLE_ALIGNED ? cut_out (mistake) : NULL;
    gx_table_put_text (table, gx_mistake_kind_name (mistake->kind));
    gx_table_put_text (table, mistake->document);
    gx_table_put_int (table, (gint64)mistake->source.start);
    gx_table_put_int (table, (gint64)mistake->source.end);
    gx_table_put_text (table, mistake->text);
    gx_table_put_text (table, gx_entity_type_name (mistake->type));
    gx_table_put_text (table, mistake->expected);
    gx_table_put_text (table, mistake->found);
    gx_table_put_text (table, mistake->rule);
    gx_table_put_text (table, cut ? cut : mistake->sentence);
}

void
write_mistakes (const GxEvaluation *evaluation, const Options *options, GxWriter *writer)
{
    static const struct {
        const char *name;
        GxColumnType type;
    } columns[] = {
        { "error", GX_COLUMN_TEXT }, { "document", GX_COLUMN_TEXT }, { "start", GX_COLUMN_NUMBER },  { "end", GX_COLUMN_NUMBER },
        { "text", GX_COLUMN_TEXT },  { "type", GX_COLUMN_TEXT },     { "expected", GX_COLUMN_TEXT }, { "found", GX_COLUMN_TEXT },
        { "rule", GX_COLUMN_TEXT },  { "sentence", GX_COLUMN_TEXT },
    };
    guint n = 0;
    const GxMistake *mistakes = gx_evaluation_mistakes (evaluation, &n);
    g_autoptr (GxTable) table = gx_table_new ();
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        gx_table_add_column (table, columns[i].name, columns[i].type);
    for (guint i = 0; i < first_of (n, options->top); i++)
        put_mistake (table, &mistakes[i], options->format);
    gx_table_write (table, options->format, writer);
    if (options->format == GX_TABLE_ALIGNED && first_of (n, options->top) < n)
        gx_writer_printf (writer, "the first %u of %u; --top 0 shows all\n", first_of (n, options->top), n);
}
