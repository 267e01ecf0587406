/* SPDX-License-Identifier: GPL-3.0-or-later
 * tails.c - where an institution's name is only the beginning of another word. */
#include "tails.h"

#include "neighbour.h"

/* The last characters of offices; before 长 they make the title of who heads them. */
static const char *const offices[] = { "部", "局", "院", "署", "厅", "处", "司", "所", "省" };
/* After 长 these make another word than such a title: 国防部长期. */
static const char *const long_words[] = { "期", "达", "久", "远", "时间", "年", "途" };
/* Words whose first character may end an institution's name, cut behind it. */
static const struct {
    const char *first, *rest;
} words[] = { { "部", "门" }, { "部", "队" }, { "部", "署" }, { "部", "分" }, { "部", "件" }, { "部", "位" }, { "院", "士" },
              { "院", "校" }, { "局", "势" }, { "局", "面" }, { "社", "会" }, { "军", "人" }, { "军", "队" } };

static gboolean
ends_in_one_of (GxStr text, gsize end, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (gx_text_ends (text, end, list[i]))
            return TRUE;
    return FALSE;
}

static gboolean
is_head (GxStr text, gsize end)
{
    if (!gx_text_goes_on (text, end, "长") || !ends_in_one_of (text, end, offices, G_N_ELEMENTS (offices)))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (long_words); i++)
        if (gx_text_goes_on (text, end + strlen ("长"), long_words[i]))
            return FALSE;
    return TRUE;
}

gboolean
gx_tail_goes_on (GxDraft *self, gsize end)
{
    gsize at;

    if (!gx_is_han (gx_char_at (self->text, end, &at)))
        return FALSE;
    if (is_head (self->text, end))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        if (gx_text_ends (self->text, end, words[i].first) && gx_text_goes_on (self->text, end, words[i].rest))
            return !gx_draft_word_starts (self, end);
    return FALSE;
}
