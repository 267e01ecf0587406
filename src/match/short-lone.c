/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-lone.c - one character by itself: 对朝, 美方, （韩）, 俄总统. */
#include "short-draft.h"

/* What stands beside a lone character. */
typedef struct {
    double left, right, bracket, clause;
    guint left_length, right_length;
} Company;

/* A left context must be a word, or the end of one: 采|访中 is neither. */
static void
look_left (GxShortDraft *draft, guint i, Company *company)
{
    GxShortLine *line = &draft->line;
    gx_short_open (draft);
    company->left_length = gx_short_line_left (line, GX_CONTEXT_LEFT, i, line->chars[i], &company->left);
    if (company->left_length > 0 && gx_short_line_crosses (line, i - company->left_length) && gx_short_line_crosses (line, i)) {
        gx_short_note (draft, "left context inside a word", i - company->left_length, i);
        company->left = company->left_length = 0;
    }
}

static gboolean
is_bracketed (const GxShortLine *line, guint i)
{
    static const gunichar opening[] = { '(', '[', 0x3014 /* 〔 */, 0x3010 /* 【 */ }, closing[] = { ')', ']', 0x3015, 0x3011 };
    if (i == 0 || i + 2 >= line->n)
        return FALSE;
    for (guint k = 0; k < G_N_ELEMENTS (opening); k++)
        if (line->chars[i - 1] == opening[k] && line->chars[i + 1] == closing[k])
            return TRUE;
    return FALSE;
}

/* （韩）韩联社, [英]《金融时报》: something to read must follow the bracket. */
static double
look_at_brackets (const GxShortDraft *draft, guint i)
{
    const GxShortLine *line = &draft->line;
    double weight;
    if (!is_bracketed (line, i))
        return 0;
    gunichar next = line->chars[i + 2];
    if (!g_unichar_isalpha (next) && next != 0x300A /* 《 */ && next != 0x201C /* “ */)
        return 0;
    return gx_contexts_find (line->contexts, GX_CONTEXT_BRACKET, gx_short_line_text (line, i, i + 1), line->chars[i], &weight) ? weight : 0;
}

/* A noun of state affairs, at the start of a clause or after a function word; a predicate only at the start of a clause. */
static double
look_at_clause (GxShortDraft *draft, guint i)
{
    GxShortLine *line = &draft->line;
    double noun, predicate, function = 0;
    gboolean opens = gx_short_line_edge_left (line, i);

    gx_short_line_right (line, GX_CONTEXT_NOUN, i + 1, line->chars[i], &noun);
    gx_short_line_right (line, GX_CONTEXT_PREDICATE, i + 1, line->chars[i], &predicate);
    guint length = gx_short_line_left (line, GX_CONTEXT_FUNCTION, i, line->chars[i], &function);
    if (length > 0 && gx_short_line_crosses (line, i - length))
        function = 0;
    if (opens && MAX (noun, predicate) > 0) {
        double start = gx_short_score (draft, "clause-start", 0, 0, draft->scores->clause_start);
        GxContextKind kind = noun >= predicate ? GX_CONTEXT_NOUN : GX_CONTEXT_PREDICATE;
        return start + gx_short_row (draft, kind, i + 1, line->chars[i], MAX (noun, predicate));
    }
    if (function <= 0 || noun <= 0)
        return 0;
    (void)gx_short_row (draft, GX_CONTEXT_FUNCTION, i, line->chars[i], function);
    return function + gx_short_row (draft, GX_CONTEXT_NOUN, i + 1, line->chars[i], noun);
}

/* A word of two characters or more that holds the character, and is not made of abbreviations or of the context that licenses it. */
static double
inside_a_word (GxShortDraft *draft, guint i, const Company *company)
{
    GxShortLine *line = &draft->line;
    guint start, end;
    gx_short_line_word (line, i, &start, &end);
    if (end - start < 2)
        return 0;
    if (end == i + 1 && company->left <= 0) /* 江西|籍, 承德|军分区 */
        return gx_short_score (draft, "veto", start, end, draft->scores->veto);

    gboolean abbreviations = TRUE;
    for (guint k = start; k < end; k++)
        abbreviations &= (line->flags[k] & GX_SHORT_CANDIDATE) != 0;
    gboolean strict_left = company->left >= draft->scores->strict, strict_right = company->right >= draft->scores->strict;
    gboolean fits_left = start >= i - company->left_length, fits_right = end <= i + 1 + company->right_length;
    if (abbreviations || (fits_left && fits_right) || (strict_left && fits_left) || (strict_right && fits_right))
        return 0;
    return gx_short_score (draft, "words-inside", start, end, draft->scores->words_inside);
}

/* Vetoes on both sides; what is stronger than a plain veto (a day of the month) beats every context. */
static double
look_at_vetoes (GxShortDraft *draft, guint i, const Company *company)
{
    GxShortLine *line = &draft->line;
    double left, right, sum = 0, strict = draft->scores->strict;

    gx_short_line_left (line, GX_CONTEXT_VETO_LEFT, i, line->chars[i], &left);
    gx_short_line_right (line, GX_CONTEXT_VETO_RIGHT, i + 1, line->chars[i], &right);
    if (left < draft->scores->veto || company->right < strict || gx_short_line_crosses (line, i))
        sum += gx_short_row (draft, GX_CONTEXT_VETO_LEFT, i, line->chars[i], left);
    if (right < draft->scores->veto || company->left < strict)
        sum += gx_short_row (draft, GX_CONTEXT_VETO_RIGHT, i + 1, line->chars[i], right);
    sum += inside_a_word (draft, i, company);
    if (gx_short_line_beside_dot (line, i, i + 1))
        sum += gx_short_score (draft, "name-run", 0, 0, draft->scores->name_run);
    if (i > 0 && gx_is_hangul (line->chars[i - 1]) && company->left_length == 0)
        sum += gx_short_score (draft, "glued", i - 1, i, draft->scores->glued);
    return sum;
}

/* What was added up before the vetoes, but for the clause, which has told it itself; for an explanation. */
static void
tell_company (GxShortDraft *draft, guint i, const Company *company)
{
    gunichar c = draft->line.chars[i];
    if (!draft->trace)
        return;
    (void)gx_short_row (draft, GX_CONTEXT_PRIOR, i, c, gx_contexts_prior (draft->line.contexts, c));
    (void)gx_short_add_evidence (draft, i, gx_short_evidence (draft, c));
    (void)gx_short_row (draft, GX_CONTEXT_LEFT, i, c, company->left);
    (void)gx_short_row (draft, GX_CONTEXT_RIGHT, i + 1, c, company->right);
    (void)gx_short_row (draft, GX_CONTEXT_BRACKET, i, c, company->bracket);
}

static const char *
name_rule (const Company *company)
{
    if (company->bracket > 0)
        return "short:bracket";
    if (company->left >= company->right && company->left >= company->clause)
        return "short:left";
    return company->right >= company->clause ? "short:right" : "short:clause";
}

/* A character that nothing licenses, or too little for vetoes to matter. */
static void
tell_hopeless (GxShortDraft *draft, guint i, const Company *company, double sum)
{
    if (MAX (MAX (company->left, company->right), MAX (company->bracket, company->clause)) <= 0)
        gx_short_refuse (draft, i, i + 1, NULL, GX_WHY_NO_CONTEXT);
    else
        (void)gx_short_reaches (draft, i, i + 1, name_rule (company), sum, draft->scores->emit_lone);
}

void
gx_short_read_lone (GxShortDraft *draft, GArray *doubtful)
{
    const GxContextScores *scores = draft->scores;
    for (guint i = 0; i < draft->line.n; i++) {
        if (!gx_short_is_free (draft, i))
            continue;

        Company company = { 0 };
        look_left (draft, i, &company);
        company.right_length = gx_short_line_right (&draft->line, GX_CONTEXT_RIGHT, i + 1, draft->line.chars[i], &company.right);
        if (i + 1 < draft->line.n && (draft->line.flags[i + 1] & GX_SHORT_BODY))
            company.right = MAX (company.right, scores->body);
        company.bracket = look_at_brackets (draft, i);
        company.clause = look_at_clause (draft, i);
        double sum = gx_contexts_prior (draft->line.contexts, draft->line.chars[i]) + gx_short_evidence (draft, draft->line.chars[i]) +
                     company.left + company.right + company.bracket + company.clause;
        tell_company (draft, i, &company);
        if (MAX (MAX (company.left, company.right), MAX (company.bracket, company.clause)) <= 0 ||
            sum + scores->evidence_use < scores->emit_lone) {
            tell_hopeless (draft, i, &company, sum);
            continue;
        }
        if (company.bracket <= 0)
            sum += look_at_vetoes (draft, i, &company);
        if (gx_short_reaches (draft, i, i + 1, name_rule (&company), sum, scores->emit_lone))
            gx_short_take (draft, i, i, i + 1, name_rule (&company));
        else if (sum + scores->evidence_use >= scores->emit_lone) {
            GxShort doubt = { draft->line.offset + draft->line.at[i], draft->line.offset + draft->line.at[i + 1],
                              gx_short_state (draft, i, i, i + 1), name_rule (&company) };
            g_array_append_val (doubtful, doubt);
        }
    }
}
