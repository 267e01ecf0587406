/* SPDX-License-Identifier: GPL-3.0-or-later
 * matcher.c - from a document to its mentions: fold, scan, the rules in their order, the grammar of abbreviations, the way back to the
 * source. */
#include <guanxi/matcher.h>

#include "abbreviation.h"
#include "draft.h"
#include "result.h"

struct _GxMatcher {
    const GxDictionary *dictionary;
    GxScanner *scanner;
    GxJudgement *judgement;
    GxAbbreviations *abbreviations;
};

struct _GxMentions {
    GArray *mentions; /* GxMention */
};

GxMatcher *
gx_matcher_new (const GxDictionary *dictionary)
{
    GxMatcher *self = g_new0 (GxMatcher, 1);
    guint n_forms;
    const GxForm *forms = gx_lexicon_forms (dictionary, &n_forms);
    g_autofree GxStr *texts = g_new (GxStr, MAX (n_forms, 1));

    for (guint i = 0; i < n_forms; i++)
        texts[i] = (GxStr){ forms[i].text, forms[i].len };
    self->dictionary = dictionary;
    self->scanner = gx_scanner_new (texts, n_forms);
    self->judgement = gx_judgement_new (dictionary);
    self->abbreviations = gx_abbreviations_new (dictionary);
    return self;
}

void
gx_matcher_free (GxMatcher *self)
{
    if (!self)
        return;
    gx_scanner_free (self->scanner);
    gx_judgement_free (self->judgement);
    gx_abbreviations_free (self->abbreviations);
    g_free (self);
}

static void
add_abbreviations (const GxMatcher *self, GxDraft *draft)
{
    g_autoptr (GArray) covers = gx_draft_covers (draft);
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GxShort));

    gx_abbreviations_find (self->abbreviations, draft->text, (const GxCover *)(gconstpointer)covers->data, covers->len, found);
    for (guint i = 0; i < found->len; i++) {
        const GxShort *abbreviation = &g_array_index (found, GxShort, i);
        gx_draft_add (draft, abbreviation->start, abbreviation->end, abbreviation->entity, abbreviation->rule);
    }
}

/* Those marks that begin in a sentence, in the source's own bytes. */
static GArray *
place (const GxDraft *draft, const GxSentences *sentences)
{
    GArray *mentions = g_array_sized_new (FALSE, FALSE, sizeof (GxMention), draft->marks->len);
    guint n_sentences, sentence = 0;
    const GxSentence *list = gx_sentences_get (sentences, &n_sentences);
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (draft->document, &n_blocks);

    for (guint i = 0; i < draft->marks->len; i++) {
        const GxMark *mark = &g_array_index (draft->marks, GxMark, i);
        GxSpan clean = gx_folded_clean (draft->folded, mark->start, mark->end);
        while (sentence < n_sentences && list[sentence].end <= clean.start)
            sentence++;
        if (sentence == n_sentences || list[sentence].start > clean.start || blocks[list[sentence].block].end < clean.end)
            continue;
        GxMention mention = { clean, gx_document_source_span (draft->document, clean.start, clean.end), mark->entity, mark->rule,
                              sentence };
        g_array_append_val (mentions, mention);
    }
    return mentions;
}

GxMentions *
gx_matcher_find_folded (const GxMatcher *self, const GxDocument *document, const GxFolded *folded, const GxSentences *sentences)
{
    g_autoptr (GxDraft) draft = gx_draft_new (self->dictionary, self->judgement, self->scanner, document, folded);
    GxMentions *mentions = g_new0 (GxMentions, 1);

    gx_draft_scan (draft);
    gx_rule_bodies (draft);
    gx_rule_names (draft);
    gx_rule_titles (draft);
    gx_rule_portmanteaus (draft);
    gx_draft_settle (draft);
    add_abbreviations (self, draft);
    gx_rule_short_bodies (draft);
    gx_draft_settle (draft);
    mentions->mentions = place (draft, sentences);
    return mentions;
}

GxMentions *
gx_matcher_find (const GxMatcher *self, const GxDocument *document, const GxSentences *sentences)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_document_text (document));
    return gx_matcher_find_folded (self, document, folded, sentences);
}

void
gx_mentions_free (GxMentions *self)
{
    if (!self)
        return;
    g_array_unref (self->mentions);
    g_free (self);
}

const GxMention *
gx_mentions_get (const GxMentions *self, guint *n_mentions)
{
    *n_mentions = self->mentions->len;
    return (const GxMention *)(gconstpointer)self->mentions->data;
}
