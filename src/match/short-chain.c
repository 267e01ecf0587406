/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-chain.c - states side by side: 朝美, 美日韩, and whole phrases that hold some: 一中原则. */
#include "short-draft.h"

#include "boundary.h"
#include "fold.h"

#include <math.h>
#include <string.h>

static gboolean
may_stand (const GxShortDraft *draft, guint i)
{
    guint8 flags = draft->line.flags[i];
    return (flags & (GX_SHORT_CANDIDATE | GX_SHORT_NEIGHBOUR)) && !(flags & (GX_SHORT_GATED | GX_SHORT_TAKEN));
}

static gboolean
all_different (const GxShortLine *line, guint start, guint end)
{
    for (guint i = start; i < end; i++)
        for (guint j = i + 1; j < end; j++)
            if (line->chars[i] == line->chars[j])
                return FALSE;
    return TRUE;
}

gboolean
gx_short_find_pair (const GxShortLine *line, guint i, guint j, double *weight)
{
    for (guint turn = 0; turn < 2; turn++) {
        char text[12];
        gsize len = (gsize)g_unichar_to_utf8 (line->chars[turn == 0 ? i : j], text);
        len += (gsize)g_unichar_to_utf8 (line->chars[turn == 0 ? j : i], text + len);
        GxStr pair = { text, len };
        if (gx_contexts_find (line->contexts, GX_CONTEXT_PAIR, pair, line->chars[i], weight))
            return TRUE;
    }
    return FALSE;
}

static double
pair_base (GxShortDraft *draft, guint start, gboolean *listed)
{
    double weight;
    *listed = gx_short_find_pair (&draft->line, start, start + 1, &weight);
    return gx_short_pair (draft, *listed ? "pair" : "pair-unlisted", start, start + 1, *listed ? weight : draft->scores->pair_unlisted);
}

static double
chain_base (GxShortDraft *draft, guint start, guint end, gboolean *listed)
{
    const GxContextScores *scores = draft->scores;
    double ignored, sum;

    if (end - start == 2)
        return pair_base (draft, start, listed);
    if (end - start == 3)
        sum = gx_short_score (draft, "chain-three", start, end, scores->chain_three);
    else
        sum = gx_short_score (draft, "chain-long", start, end, scores->chain_long);
    *listed = FALSE;
    for (guint i = start; i + 1 < end; i++)
        if (gx_short_find_pair (&draft->line, i, i + 1, &ignored)) {
            sum += gx_short_pair (draft, "chain-pair", i, i + 1, scores->chain_pair);
            *listed = TRUE;
        }
    return sum;
}

/* The lowest prior and the weakest evidence among the states of a chain. A low prior weighs less in familiar company. */
static double
weakest_member (GxShortDraft *draft, guint start, guint end, gboolean familiar)
{
    double prior = HUGE_VAL, evidence = HUGE_VAL;
    guint unlikely = start, unnamed = start;
    for (guint i = start; i < end; i++)
        if (draft->line.flags[i] & GX_SHORT_CANDIDATE) {
            double own = gx_contexts_prior (draft->line.contexts, draft->line.chars[i]);
            unlikely = own < prior ? i : unlikely;
            prior = MIN (prior, own);
            own = gx_short_evidence (draft, draft->line.chars[i]);
            unnamed = own < evidence ? i : unnamed;
            evidence = MIN (evidence, own);
        }
    if (familiar && prior < 0)
        prior *= draft->scores->prior_in_chain;
    prior = gx_short_row (draft, GX_CONTEXT_PRIOR, unlikely, draft->line.chars[unlikely], prior);
    return prior + gx_short_add_evidence (draft, unnamed, evidence);
}

/* Characters that are no state's: those in a listed pair with a state (美欧, 中非) are at home in a chain, strangers need what speaks of
 * countries. */
static void
count_neighbours (const GxShortLine *line, guint start, guint end, guint *n_neighbours, guint *n_strangers)
{
    double ignored;
    *n_neighbours = *n_strangers = 0;
    for (guint i = start; i < end; i++) {
        if (line->flags[i] & GX_SHORT_CANDIDATE)
            continue;
        ++*n_neighbours;
        gboolean at_home =
            (i > start && gx_short_find_pair (line, i - 1, i, &ignored)) || (i + 1 < end && gx_short_find_pair (line, i, i + 1, &ignored));
        *n_strangers += !at_home;
    }
}

static const char *
rule_of (guint start, guint end)
{
    return end - start == 2 ? "short:pair" : "short:chain";
}

static gboolean
chain_holds (GxShortDraft *draft, guint start, guint end)
{
    GxShortLine *line = &draft->line;
    const GxContextScores *scores = draft->scores;
    double follow, lead, ignored;
    guint n_neighbours, n_strangers;

    if (end - start > 2 && gx_contexts_find (line->contexts, GX_CONTEXT_NOPAIR, gx_short_line_text (line, start, start + 1), 0, &ignored))
        return FALSE; /* 以|中美关系为 */
    count_neighbours (line, start, end, &n_neighbours, &n_strangers);
    guint follows = gx_short_line_right (line, GX_CONTEXT_FOLLOW, end, 0, &follow);
    guint leads = gx_short_line_left (line, GX_CONTEXT_LEAD, start, 0, &lead);
    gboolean of_countries = follows > 0 && follow >= scores->two_countries;
    gboolean never_alone = gx_contexts_find (line->contexts, GX_CONTEXT_NOPAIR, gx_short_line_text (line, start, end), 0, &ignored);
    if (n_neighbours == end - start)
        return FALSE;
    gx_short_open (draft);
    if ((n_strangers > 0 || never_alone) && !of_countries) {
        gx_short_refuse (draft, start, end, rule_of (start, end), GX_WHY_NO_COUNTRIES);
        return FALSE;
    }

    gboolean listed;
    double base = chain_base (draft, start, end, &listed);
    base += gx_short_row (draft, GX_CONTEXT_FOLLOW, end, 0, follow);
    base += gx_short_row (draft, GX_CONTEXT_LEAD, start, 0, lead);
    double edges = gx_short_edges (draft, start, end, leads, follows);
    double sum = base + edges + weakest_member (draft, start, end, listed && edges > 0);
    if (gx_short_line_edge_left (line, start))
        sum += gx_short_score (draft, "edge-left", 0, 0, scores->edge_left);
    if (gx_short_line_edge_right (line, end))
        sum += gx_short_score (draft, "edge-right", 0, 0, scores->edge_right);
    if (gx_short_line_beside_dot (line, start, end))
        sum += gx_short_score (draft, "name-run", 0, 0, scores->name_run);
    sum += gx_short_vetoes (draft, start, end, leads > 0, follows > 0);
    return gx_short_reaches (draft, start, end, rule_of (start, end), sum, scores->emit_chain);
}

static void
take_chain (GxShortDraft *draft, guint start, guint end)
{
    for (guint i = start; i < end; i++)
        if (draft->line.flags[i] & GX_SHORT_CANDIDATE)
            gx_short_take (draft, i, start, end, rule_of (start, end));
}

/* The longest chain inside the run [start, end), then what is left of it on both sides. Runs are a handful of characters; a longer one is
 * no chain of states and is only looked at in pieces. */
static void
read_run (GxShortDraft *draft, guint start, guint end)
{
    enum { LONGEST = 8 };
    for (guint length = MIN (end - start, LONGEST); length >= 2; length--)
        for (guint i = start; i + length <= end; i++)
            if (all_different (&draft->line, i, i + length) && chain_holds (draft, i, i + length)) {
                take_chain (draft, i, i + length);
                if (i - start >= 2)
                    read_run (draft, start, i);
                if (end - i - length >= 2)
                    read_run (draft, i + length, end);
                return;
            }
}

void
gx_short_read_chains (GxShortDraft *draft)
{
    for (guint i = 0; i < draft->line.n; i++) {
        if (!may_stand (draft, i))
            continue;
        guint end = i + 1;
        while (end < draft->line.n && may_stand (draft, end))
            end++;
        for (guint from = i; from < end; from += 64) /* odd input: a page of nothing but 中美中美 */
            if (MIN (end, from + 64) - from >= 2)
                read_run (draft, from, MIN (end, from + 64));
        i = end;
    }
}

/* Where scripts write words apart, a phrase is a word of its own, or in Korean the stem of a verb: 방미했다. */
static gboolean
stands_apart (const GxShortDraft *draft, guint start, guint end)
{
    const GxShortLine *line = &draft->line;

    if (!gx_is_hangul (line->chars[start]))
        return TRUE;
    if (!gx_boundary_left (line->text, line->at[start]))
        return FALSE;
    return gx_boundary_right (draft->grammar->dictionary, line->text, line->at[end]) ||
           gx_lexicon_affix_at (draft->grammar->dictionary, GX_AFFIX_VERB_ENDING, line->text, line->at[end], GX_ANY_LENGTH) != 0;
}

/* Whether something other than a shorter string that yields nothing covers what begins at start: 北美 is less than 北美 정상회담. */
static gboolean
holds_longer_cover (const GxShortLine *line, guint start, guint end)
{
    return line->named[start] || line->name_length[start] == 0 || line->name_length[start] >= end - start;
}

static void
read_phrase (GxShortDraft *draft, const GxMarkedText *phrase, guint start)
{
    GxShortLine *line = &draft->line;
    gsize from = line->at[start];
    GxStr wanted = gx_str (phrase->text);

    if (line->text.len - from < wanted.len || memcmp (line->text.data + from, wanted.data, wanted.len) != 0)
        return;
    guint end = gx_short_line_index (line, from + wanted.len);
    if (!stands_apart (draft, start, end))
        return;
    guint closed = GX_SHORT_TAKEN | (holds_longer_cover (line, start, end) ? GX_SHORT_GATED : 0);
    gx_short_open (draft);
    for (guint i = start; i < end; i++) {
        if (!(phrase->marked >> (i - start) & 1) || (line->flags[i] & closed))
            continue;
        gx_short_note (draft, "phrase", start, end);
        gx_short_take (draft, i, start, end, "short:phrase");
    }
}

void
gx_short_read_phrases (GxShortDraft *draft)
{
    GxShortLine *line = &draft->line;

    for (guint i = 0; i < line->n; i++) {
        guint n_texts;
        if (!(line->flags[i] & GX_SHORT_PHRASE))
            continue;
        const GxMarkedText *texts = gx_contexts_phrases (line->contexts, line->chars[i], &n_texts);
        for (guint t = 0; t < n_texts; t++)
            read_phrase (draft, &texts[t], i);
    }
}
