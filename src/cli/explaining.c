/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explaining.h"

#define SPAN "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT

/* Digits of weights and sums. */
#define DIGITS 4
/* Characters of a row that are told; those of the others stand in the table. */
#define MOST_STATES 4
/* Candidates that are told by name. */
#define MOST_CANDIDATES 6

static const char *const reasons[GX_N_WHYS] = {
    [GX_WHY_TAKEN] = "",
    [GX_WHY_PHRASE] = "in the phrase",
    [GX_WHY_NULL_ROW] = "in the null row",
    [GX_WHY_LONGER] = "in or across the longer",
    [GX_WHY_AMBIGUOUS] = "nothing tells which of them is meant",
    [GX_WHY_OTHER] = "somebody else of this name is meant",
    [GX_WHY_DOUBTFUL] = "a doubtful name (~) without its context: the full name before it, a state or title beside it",
    [GX_WHY_NO_CONTEXT] = "nothing beside it licenses a state",
    [GX_WHY_NO_COUNTRIES] = "read together only before what speaks of countries",
    [GX_WHY_BELOW] = "the sum is below the threshold",
    [GX_WHY_VETO] = "vetoed",
    [GX_WHY_BOUNDARY] = "it begins or ends inside a word",
    [GX_WHY_WORDS] = "it lies across the edges of other words",
    [GX_WHY_GOES_ON] = "only the beginning of another word",
    [GX_WHY_NAMESAKE] = "something else is named after it",
    [GX_WHY_OTHER_NAME] = "a part of somebody else's name",
    [GX_WHY_CASE] = "the table has it in another case (=)",
    [GX_WHY_OTHER_STATE] = "the state beside it speaks against it",
    [GX_WHY_NO_STATE] = "a body without its state",
    [GX_WHY_ANYBODYS] = "every state has one, and nothing tells that this one's is meant",
    [GX_WHY_NO_FULL_NAME] = "nobody's full name stands before it",
    [GX_WHY_OTHER_FIELD] = "the title beside it is none of this person's field",
    [GX_WHY_MONTH] = "a month",
    [GX_WHY_NO_NAME] = "no name of the dictionary is here",
    [GX_WHY_FURNITURE] = "in furniture, where nothing is looked for",
    [GX_WHY_NO_TEXT] = "no text is read from these bytes: markup, blanks, or what was left out",
};

/* Where a place lies: in the part, if the source has parts. */
static GxSpan
within_part (const GxReading *reading, GxSpan span, const GxPart **part)
{
    *part = gx_source_part_at (reading->source, span.start);
    gsize origin = *part ? (*part)->start : 0;
    return (GxSpan){ span.start - origin, span.end - origin };
}

/* What is shown around a case: its sentence, else its block, else nothing; and the block, or NULL. */
static GxSpan
frame_of (const GxReading *reading, const GxCase *told, const GxBlock **block)
{
    guint n_sentences, n_blocks;
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);
    *block = NULL;
    if (told->sentence < n_sentences) {
        *block = &blocks[sentences[told->sentence].block];
        return (GxSpan){ sentences[told->sentence].start, sentences[told->sentence].end };
    }
    for (guint i = 0; i < n_blocks && told->clean.end > told->clean.start; i++)
        if (blocks[i].start <= told->clean.start && told->clean.start < blocks[i].end)
            *block = &blocks[i];
    return *block ? (GxSpan){ (*block)->start, (*block)->end } : (GxSpan){ 0, 0 };
}

/* The first of these ranges, which are in order, that ends behind an offset. */
static guint
first_behind (const GxSpan *ranges, guint n, gsize offset)
{
    guint low = 0, high = n;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (ranges[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
put_clean (const GxReading *reading, gsize start, gsize end, GxWriter *writer)
{
    if (end > start)
        gx_writer_put (writer, gx_document_text (reading->document).data + start, end - start);
}

void
print_sentence (const GxReading *reading, const GxCase *told, const GxSpan *marked, guint n_marked, GxWriter *writer)
{
    const GxBlock *block;
    const GxPart *part;
    GxSpan frame = frame_of (reading, told, &block);
    GxSpan source = frame.end > frame.start ? gx_document_source_span (reading->document, frame.start, frame.end) : told->source;
    GxSpan place = within_part (reading, source, &part);
    gsize at = frame.start;

    gx_writer_printf (writer, "%s%s%s:" SPAN, gx_document_name (reading->document), part ? "/" : "", part ? part->name : "", place.start,
                      place.end);
    if (frame.end == frame.start) {
        gx_writer_puts (writer, "\n");
        return;
    }
    gx_writer_printf (writer, "  %s", gx_block_type_name (block->type));
    if (block->reason != GX_REASON_NONE)
        gx_writer_printf (writer, " (%s)", gx_reason_name (block->reason));
    gx_writer_puts (writer, "\n  ");
    for (guint i = first_behind (marked, n_marked, frame.start); i < n_marked && marked[i].start < frame.end; i++) {
        GxSpan mark = { MAX (marked[i].start, frame.start), MIN (marked[i].end, frame.end) };
        if (mark.start < at || mark.end <= mark.start)
            continue;
        put_clean (reading, at, mark.start, writer);
        gx_writer_puts (writer, "[");
        put_clean (reading, mark.start, mark.end, writer);
        gx_writer_puts (writer, "]");
        at = mark.end;
    }
    put_clean (reading, at, frame.end, writer);
    gx_writer_puts (writer, "\n");
}

static void
print_candidates (const GxCase *told, GxWriter *writer)
{
    for (guint i = 0; i < told->n_candidates && i < MOST_CANDIDATES; i++) {
        const GxEntity *entity = told->candidates[i];
        gx_writer_printf (writer, "%s%s %s (%s)", i > 0 ? " or " : "", gx_entity_type_name (entity->type), entity->name, entity->id);
    }
    if (told->n_candidates > MOST_CANDIDATES)
        gx_writer_printf (writer, " or %u more", told->n_candidates - MOST_CANDIDATES);
    if (told->n_candidates > 0)
        gx_writer_puts (writer, ", ");
}

/* `left 访 +9`, `left 与 (韩) +1.2`, `words-inside 美味 -4`, `a title beside it`, behind a gap; the gap before the next one. */
static const char *
print_ground (const GxGround *ground, const char *gap, GxWriter *writer)
{
    gx_writer_printf (writer, "%s%s", gap, ground->label);
    if (*ground->text)
        gx_writer_printf (writer, " %s", ground->text);
    if (*ground->states && strcmp (ground->states, "*") != 0 && strcmp (ground->states, ground->text) != 0 &&
        g_utf8_strlen (ground->states, -1) <= MOST_STATES)
        gx_writer_printf (writer, " (%s)", ground->states);
    if (ground->weight != 0) {
        gx_writer_puts (writer, ground->weight > 0 ? " +" : " ");
        gx_writer_put_double (writer, ground->weight, DIGITS);
    }
    return ", ";
}

/* What was weighed, and behind the sum what was not. */
static void
print_grounds (const GxCase *told, GxWriter *writer)
{
    const char *gap = ": ";
    for (guint i = 0; i < told->n_grounds; i++)
        if (told->grounds[i].weight != 0)
            gap = print_ground (&told->grounds[i], gap, writer);
    if (told->threshold != 0) {
        gx_writer_puts (writer, " = ");
        gx_writer_put_double (writer, told->sum, DIGITS);
        gx_writer_puts (writer, told->sum < told->threshold ? " < " : " ≥ ");
        gx_writer_put_double (writer, told->threshold, DIGITS);
    }
    for (guint i = 0; i < told->n_grounds; i++)
        if (told->grounds[i].weight == 0)
            gap = print_ground (&told->grounds[i], gap, writer);
}

void
print_case (const GxReading *reading, const GxCase *told, GxWriter *writer)
{
    const GxPart *part;
    GxSpan place = within_part (reading, told->source, &part);

    gx_writer_printf (writer, "    " SPAN "  ", place.start, place.end);
    put_clean (reading, told->clean.start, told->clean.end, writer);
    gx_writer_puts (writer, told->clean.end > told->clean.start ? "  " : "");
    print_candidates (told, writer);
    if (told->why == GX_WHY_TAKEN)
        gx_writer_printf (writer, "taken by %s", told->rule);
    else if (told->why < GX_WHY_NO_NAME)
        gx_writer_printf (writer, "not read%s%s: %s", *told->rule ? " by " : "", told->rule, reasons[told->why]);
    else
        gx_writer_puts (writer, reasons[told->why]);
    if (*told->cover)
        gx_writer_printf (writer, " %s", told->cover);
    if (*told->table)
        gx_writer_printf (writer, " (%s)", told->table);
    print_grounds (told, writer);
    gx_writer_puts (writer, "\n");
}
