/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-verdict.h - what the judging of a page's blocks keeps of each; html-density.c fills it in, html-context.c looks at neighbours. */
#pragma once

#include "html-flow.h"
#include "html-lines.h"

#define GX_SHORT_HEAD 60 /* bytes: so little in front of the text is no subtitle */
#define GX_MIN_ITEMS  3  /* fewer links below each other are no list of links */

typedef enum {
    GX_VERDICT_KEEP,  /* stays, and says nothing of its neighbours: notes, captions, bylines, cells */
    GX_VERDICT_TEXT,  /* sentences */
    GX_VERDICT_SHORT, /* too little to tell */
    GX_VERDICT_LINK,  /* one link and nothing else */
    GX_VERDICT_OUT    /* furniture */
} GxVerdict;

typedef struct {
    GxVerdict verdict;
    GxReason reason;
    GxStr text;
    GxBlockType type;
    gboolean has_stop;
    gboolean in_menu; /* a cell of a menu */
    GxButtons buttons;
} GxJudged;

typedef struct {
    GxBuilder *builder;
    const GxEvidence *evidence;
    GxJudged *judged;
    guint n;
} GxJudge;

/** Makes a block furniture. */
static inline void
gx_judge_take_out (GxJudge *self, guint i, GxReason reason)
{
    self->judged[i].verdict = GX_VERDICT_OUT;
    self->judged[i].reason = reason;
}

/** Whether a block is the document's title, but for a mark at its end. */
gboolean gx_judge_is_title (const GxJudge *self, guint i);
/** Whether there is a pause in the text: a subtitle has one, a label has none. */
gboolean gx_judge_has_pause (GxStr text);
/** Looks at the blocks' neighbours. O(bytes). */
void gx_context_judge (GxJudge *self);
