/* SPDX-License-Identifier: GPL-3.0-or-later
 * trace-private.h - what trace.c and explain.c know of a trace. */
#pragma once

#include "trace.h"

struct _GxTrace {
    const GxDraft *draft;
    GArray *cases;         /* GxCase; clean ranges are folded ones until the end */
    GArray *pending;       /* GxGround: of the next case */
    double sum, threshold; /* of it */
    GStringChunk *strings;
    GHashTable *surnames; /* char *; NULL until somebody asks */
    GHashTable *by_place; /* place -> index of the last case of a rule there, plus one; NULL until somebody asks */
};

/** Frees what a case owns. */
void gx_trace_clear_case (gpointer told);
