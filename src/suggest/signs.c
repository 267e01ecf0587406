/* SPDX-License-Identifier: GPL-3.0-or-later
 * signs.c - counts an occurrence. */
#include "batch.h"

#include <string.h>

static void
note_passage (GxEvidence *evidence, const GxBatch *batch, guint32 passage)
{
    const GxPassage *rows = (const GxPassage *)(gpointer)batch->passages->data;
    if (evidence->passages[0] == GX_NO_PASSAGE)
        evidence->passages[0] = passage;
    else if (evidence->passages[0] != passage &&
             (evidence->passages[1] == GX_NO_PASSAGE || (rows[evidence->passages[1]].number == rows[evidence->passages[0]].number &&
                                                         rows[passage].number != rows[evidence->passages[0]].number)))
        evidence->passages[1] = passage;
}

void
gx_evidence_count (GxEvidence *evidence, const GxBatch *batch, guint l, guint r, guint32 passage)
{
    const GxPassage *row = &g_array_index (batch->passages, GxPassage, passage);
    guint32 *signs = evidence->signs;
    guint both = l & r;

    if (signs[GX_SIGN_COUNT]++ == 0)
        memset (evidence->passages, 0xFF, sizeof evidence->passages);
    signs[GX_SIGN_DOCUMENTS] += evidence->last_document != row->number;
    evidence->last_document = row->number;
    signs[GX_SIGN_HEADING] += row->is_heading != FALSE;
    signs[GX_SIGN_COMPANY] += row->has_known != FALSE;
    signs[GX_SIGN_TITLE_BEFORE] += (l & GX_BESIDE_TITLE) != 0;
    signs[GX_SIGN_TITLE_AFTER] += (r & GX_BESIDE_TITLE) != 0;
    signs[GX_SIGN_SPEECH] += (r & GX_BESIDE_SPEECH) != 0;
    signs[GX_SIGN_SOURCE] += ((l | r) & GX_BESIDE_SOURCE) != 0;
    signs[GX_SIGN_BOOK] += (both & GX_BESIDE_BOOK) != 0;
    signs[GX_SIGN_MEDIA] += (both & GX_BESIDE_BOOK) && ((l | r) & GX_BESIDE_MEDIA);
    signs[GX_SIGN_QUOTE] += (both & GX_BESIDE_QUOTE) != 0;
    signs[GX_SIGN_LIST] += ((l | r) & GX_BESIDE_LIST) != 0;
    signs[GX_SIGN_ALONE] += (both & GX_BESIDE_EDGE) != 0;
    signs[GX_SIGN_FREE] += (l & GX_BESIDE_FREE) && (r & GX_BESIDE_FREE);
    signs[GX_SIGN_PAIR] += (r & GX_BESIDE_PAIR) != 0;
    signs[GX_SIGN_KNOWN_BEFORE] += (l & GX_BESIDE_KNOWN) != 0;
    signs[GX_SIGN_KNOWN_AFTER] += (r & GX_BESIDE_KNOWN) != 0;
    signs[GX_SIGN_PEER] += ((l | r) & GX_BESIDE_PEER) != 0;
    signs[GX_SIGN_ASIDE] += row->is_aside != FALSE;
    signs[GX_SIGN_WORD] += (both & GX_BESIDE_WORD) != 0;
    signs[GX_SIGN_STRANGER] += (both & GX_BESIDE_STRANGER) != 0;
    note_passage (evidence, batch, passage);
}
