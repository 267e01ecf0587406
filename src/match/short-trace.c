/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-trace.c - what the grammar of abbreviations considered, for an explanation. */
#include "short-draft.h"

#include "trace.h"

void
gx_short_tell_open (GxShortDraft *draft)
{
    gx_trace_clear (draft->trace);
}

/* Rows of these kinds end where the character begins; those of the others begin at an index. */
static gboolean
stands_left (GxContextKind kind)
{
    return kind == GX_CONTEXT_LEFT || kind == GX_CONTEXT_LEAD || kind == GX_CONTEXT_FUNCTION || kind == GX_CONTEXT_VETO_LEFT;
}

void
gx_short_tell_row (GxShortDraft *draft, GxContextKind kind, guint i, gunichar c, double weight)
{
    GxShortLine *line = &draft->line;
    double row;
    guint length = stands_left (kind) ? gx_short_line_left (line, kind, i, c, &row) : gx_short_line_right (line, kind, i, c, &row);
    GxStr text = stands_left (kind) ? gx_short_line_text (line, i - length, i) : gx_short_line_text (line, i, i + length);

    if (kind == GX_CONTEXT_PRIOR && length == 0)
        text = gx_str ("*");
    while (text.len > 0 && *text.data == ' ')
        text = (GxStr){ text.data + 1, text.len - 1 };
    while (text.len > 0 && text.data[text.len - 1] == ' ')
        text.len--;
    gx_trace_ground (draft->trace, gx_contexts_kind_name (kind), text, gx_contexts_characters (line->contexts, kind, text, c), weight);
}

void
gx_short_tell_score (const GxShortDraft *draft, const char *name, guint start, guint end, double weight)
{
    gx_trace_ground (draft->trace, name, gx_short_line_text (&draft->line, start, end), "", weight);
}

void
gx_short_tell_evidence (const GxShortDraft *draft, guint i, double weight)
{
    double all = gx_short_evidence (draft, draft->line.chars[i]);
    gx_short_tell_score (draft, all == draft->scores->evidence_many ? "evidence-many" : "evidence-name", i, i + 1, weight);
}

void
gx_short_tell_pair (GxShortDraft *draft, const char *name, guint i, guint j, double weight)
{
    const GxShortLine *line = &draft->line;
    gunichar first = line->chars[i], second = line->chars[j];
    double ignored;

    for (guint turn = 0; turn < 2; turn++) {
        char bytes[12];
        gsize len = (gsize)g_unichar_to_utf8 (turn == 0 ? first : second, bytes);
        len += (gsize)g_unichar_to_utf8 (turn == 0 ? second : first, bytes + len);
        GxStr text = { bytes, len };
        gboolean is_row = gx_contexts_find (line->contexts, GX_CONTEXT_PAIR, text, first, &ignored);
        if (!is_row && turn == 0 && !g_str_equal (name, "pair-unlisted"))
            continue;
        gx_trace_ground (draft->trace, name, text, is_row ? gx_contexts_characters (line->contexts, GX_CONTEXT_PAIR, text, first) : "",
                         weight);
        return;
    }
}

static gsize
place_of (const GxShortLine *line, guint i)
{
    return line->offset + line->at[i];
}

static void
add_states (const GxShortDraft *draft, GxCase *told, gunichar c)
{
    const GxEntity *const *states = gx_lexicon_short_states (draft->grammar->dictionary, c);

    for (; states && *states; states++)
        gx_trace_candidate (told, *states);
}

static gboolean
is_veto (const GxGround *ground)
{
    return g_str_equal (ground->label, gx_contexts_kind_name (GX_CONTEXT_VETO_LEFT)) ||
           g_str_equal (ground->label, gx_contexts_kind_name (GX_CONTEXT_VETO_RIGHT)) || g_str_equal (ground->label, "veto");
}

/* Whether a sum would have reached its threshold but for the vetoes in it. */
static gboolean
falls_by_vetoes (const GxCase *told)
{
    double vetoes = 0;

    for (guint i = 0; i < told->n_grounds; i++)
        if (is_veto (&told->grounds[i]))
            vetoes += told->grounds[i].weight;
    return vetoes < 0 && told->sum - vetoes >= told->threshold;
}

void
gx_short_tell_refused (GxShortDraft *draft, guint start, guint end, const char *rule, GxWhy why)
{
    const GxShortLine *line = &draft->line;
    GxCase *told = gx_trace_case (draft->trace, place_of (line, start), place_of (line, end), NULL, rule, why);

    if (end - start == 1)
        add_states (draft, told, line->chars[start]);
    if (why == GX_WHY_BELOW && falls_by_vetoes (told))
        told->why = GX_WHY_VETO;
}

gboolean
gx_short_weigh (GxShortDraft *draft, guint start, guint end, const char *rule, double sum, double threshold)
{
    gx_trace_sum (draft->trace, sum, threshold);
    if (sum < threshold)
        gx_short_tell_refused (draft, start, end, rule, GX_WHY_BELOW);
    return sum >= threshold;
}

/* The weights are told again for each member of a chain; words are its own. */
void
gx_short_tell_taken (GxShortDraft *draft, const GxShort *found)
{
    GxTrace *trace = draft->trace;
    GxCase *told = gx_trace_case (trace, found->start, found->end, found->entity, found->rule, GX_WHY_TAKEN);

    gx_trace_sum (trace, told->sum, told->threshold);
    if (!found->entity)
        add_states (draft, told, g_utf8_get_char (draft->line.text.data + (found->start - draft->line.offset)));
    for (guint i = 0; i < told->n_grounds; i++)
        if (told->grounds[i].weight != 0)
            gx_trace_ground (trace, told->grounds[i].label, gx_str (told->grounds[i].text), told->grounds[i].states,
                             told->grounds[i].weight);
}

void
gx_short_tell_more (GxShortDraft *draft, const GxShort *found, const char *name, double weight)
{
    GxCase *told = gx_trace_find (draft->trace, found->start, found->end, found->rule);

    if (!told)
        return;
    GxGround ground = { name, "", "", weight };
    gx_trace_add_grounds (told, &ground, 1);
    told->sum += weight;
    told->why = GX_WHY_TAKEN;
}

void
gx_short_tell_covered (GxShortDraft *draft, guint start, guint end, const GxCover *cover)
{
    const GxShortLine *line = &draft->line;
    GxFormKind kind = cover ? gx_trace_kind_at (draft->trace, cover->start) : GX_FORM_NAME;
    GxWhy why = !cover ? GX_WHY_NULL_ROW : kind == GX_FORM_PHRASE ? GX_WHY_PHRASE : GX_WHY_LONGER;

    gx_short_tell_open (draft);
    for (guint i = start; i < end; i++) {
        if (!gx_short_is_free (draft, i))
            continue;
        GxCase *told = gx_trace_case (draft->trace, place_of (line, i), place_of (line, i + 1), NULL, NULL, why);
        add_states (draft, told, line->chars[i]);
        gx_trace_cover (draft->trace, told, place_of (line, start), place_of (line, end));
        told->table = cover ? gx_trace_table (kind) : "contexts.tsv";
    }
}

void
gx_short_tell_lost (GxShortDraft *draft, guint i, const GxMarkedText *rival)
{
    gx_short_tell_open (draft);
    gx_trace_ground (draft->trace, gx_contexts_kind_name (GX_CONTEXT_RIVAL), gx_str (rival->text), rival->states, 0);
    gx_short_tell_refused (draft, i, i + 1, NULL, GX_WHY_OTHER);
}
