/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-list.c - states one after the other: 中、美、俄; 韩、日在内; 美国、日、韩. */
#include "short-draft.h"

#include <math.h>

enum { LONG_LIST = 5, LONGEST_LIST = 40 };

/* One member: a lone character or a state's full name. */
typedef struct {
    guint start, end;
    gboolean lone;
} Member;

typedef struct {
    Member members[LONGEST_LIST];
    guint n, n_lone, n_easy;
    guint start, end;
} List;

static gboolean
member_at (const GxShortDraft *draft, guint i, Member *member)
{
    const GxShortLine *line = &draft->line;
    if (i >= line->n)
        return FALSE;
    if (line->named[i] && line->named[i]->type == GX_ENTITY_STATE) {
        *member = (Member){ i, i + line->name_length[i], FALSE };
        return TRUE;
    }
    if (!gx_short_is_free (draft, i))
        return FALSE;
    *member = (Member){ i, i + 1, TRUE };
    return TRUE;
}

/* Length of what separates members at i: 、 or the like or, before the last one, 和 and the like. */
static guint
separator_at (const GxShortDraft *draft, guint i, gboolean *last)
{
    const GxShortLine *line = &draft->line;
    double ignored;
    *last = FALSE;
    if (i >= line->n)
        return 0;
    if (gx_contexts_find (line->contexts, GX_CONTEXT_SEPARATOR, gx_short_line_text (line, i, i + 1), 0, &ignored))
        return 1;
    gsize n = gx_lexicon_affix_at (draft->grammar->dictionary, GX_AFFIX_CONJUNCTION, line->text, line->at[i], GX_ANY_LENGTH);
    *last = n > 0;
    return (guint)g_utf8_strlen (line->text.data + line->at[i], (gssize)n);
}

static void
add_member (const GxShortDraft *draft, List *list, Member member)
{
    list->members[list->n++] = member;
    list->end = member.end;
    if (member.lone) {
        list->n_lone++;
        list->n_easy += gx_contexts_prior (draft->line.contexts, draft->line.chars[member.start]) >= draft->scores->hard;
    }
}

/* The list that starts at i; FALSE when there are fewer than two members, none of them lone, or no 、 between any. */
static gboolean
list_at (const GxShortDraft *draft, guint i, List *list)
{
    Member member;
    gboolean last = FALSE, enumerated = FALSE;

    memset (list, 0, sizeof *list);
    if (!member_at (draft, i, &member))
        return FALSE;
    list->start = i;
    add_member (draft, list, member);
    while (list->n < LONGEST_LIST && !last) {
        guint gap = separator_at (draft, list->end, &last);
        if (gap == 0 || !member_at (draft, list->end + gap, &member))
            break;
        enumerated |= !last;
        add_member (draft, list, member);
    }
    return list->n >= 2 && list->n_lone > 0 && enumerated;
}

static double
pair_weight (GxShortDraft *draft, const List *list)
{
    guint first = list->members[0].start, second = list->members[1].start;
    double weight;

    if (gx_short_find_pair (&draft->line, first, second, &weight))
        return gx_short_pair (draft, "pair", first, second, weight);
    return gx_short_pair (draft, "pair-unlisted", first, second, draft->scores->pair_unlisted);
}

/* The member that was weighed. */
static void
tell_weakest (GxShortDraft *draft, guint i, double share)
{
    gunichar c = draft->line.chars[i];
    (void)gx_short_row (draft, GX_CONTEXT_PRIOR, i, c, gx_contexts_prior (draft->line.contexts, c) * share);
    (void)gx_short_add_evidence (draft, i, gx_short_evidence (draft, c) * share);
}

static gboolean
list_holds (GxShortDraft *draft, const List *list)
{
    const GxContextScores *scores = draft->scores;
    GxShortLine *line = &draft->line;
    double sum, follow, lead, prior = HUGE_VAL;
    guint weakest = list->start;
    gboolean mixed = list->n_lone < list->n;

    gx_short_open (draft);
    if (mixed)
        sum = gx_short_score (draft, "list-mixed", list->start, list->end, scores->list_mixed);
    else if (list->n >= LONG_LIST && list->n_easy >= 2)
        sum = gx_short_score (draft, "list-long", list->start, list->end, scores->list_long);
    else if (list->n >= 3 && list->n_easy >= 2)
        sum = gx_short_score (draft, "list-three", list->start, list->end, scores->list_three);
    else if (list->n >= 3)
        sum = gx_short_score (draft, "pair-unlisted", list->start, list->end, scores->pair_unlisted);
    else
        sum = pair_weight (draft, list);
    for (guint i = 0; i < list->n; i++)
        if (list->members[i].lone) {
            gunichar c = line->chars[list->members[i].start];
            double own = gx_contexts_prior (line->contexts, c) + gx_short_evidence (draft, c);
            weakest = own < prior ? list->members[i].start : weakest;
            prior = MIN (prior, own);
        }
    guint follows = gx_short_line_right (line, GX_CONTEXT_FOLLOW, list->end, 0, &follow);
    guint leads = gx_short_line_left (line, GX_CONTEXT_LEAD, list->start, 0, &lead);
    gboolean open_left = list->members[0].lone, open_right = list->members[list->n - 1].lone;
    (void)gx_short_row (draft, GX_CONTEXT_FOLLOW, list->end, 0, follow);
    (void)gx_short_row (draft, GX_CONTEXT_LEAD, list->start, 0, lead);
    double edges = gx_short_edges (draft, open_left ? list->start : line->n, open_right ? list->end : line->n, leads, follows);
    double share = edges > 0 && prior < 0 ? scores->prior_in_chain : 1;
    sum += follow + lead + edges + prior * share;
    if (draft->trace)
        tell_weakest (draft, weakest, share);
    if (open_left || open_right)
        sum += gx_short_vetoes (draft, open_left ? list->start : line->n, open_right ? list->end : line->n, leads > 0, follows > 0);
    return gx_short_reaches (draft, list->start, list->end, "short:list", sum, scores->emit_list);
}

void
gx_short_read_lists (GxShortDraft *draft)
{
    for (guint i = 0; i < draft->line.n; i++) {
        List list;
        if (!list_at (draft, i, &list))
            continue;
        if (list_holds (draft, &list))
            for (guint m = 0; m < list.n; m++)
                if (list.members[m].lone)
                    gx_short_take (draft, list.members[m].start, list.start, list.end, "short:list");
        i = list.end - 1;
    }
}
