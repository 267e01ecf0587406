/* SPDX-License-Identifier: GPL-3.0-or-later
 * shortcodes.c - each kind of end is looked for once, and remembered while it lies ahead, so that time stays linear. */
#include "shortcodes.h"

#include "footnotes.h"

#define MAX_CODE   2000 /* bytes of a shortcode */
#define MAX_ATTR   200  /* bytes of a list of attributes */
#define MAX_INNER  400  /* bytes between two marks of a pair */
#define MAX_TARGET 1000 /* bytes of a link's address */

typedef enum { END_LIQUID, END_PERCENT, END_ANGLE, END_BRACES, END_BRACE, END_COMMENT, N_ENDS } End;
static const char *const ends[] = { "%}", "%}}", ">}}", "}}", "}", "endcomment" };

typedef struct {
    GxStr text;
    char *out;          /* the copy; NULL as long as nothing is blank */
    gsize next[N_ENDS]; /* where the next end of a kind lies, if that is ahead; the text's length: nowhere */
} Blanker;

static gboolean
starts_with (GxStr text, gsize at, const char *prefix)
{
    gsize len = strlen (prefix);

    return text.len - at >= len && memcmp (text.data + at, prefix, len) == 0;
}

/* Whether [start, end) is alone on its lines. */
static gboolean
is_alone (const GxStr *text, gsize start, gsize end)
{
    while (start > 0 && (text->data[start - 1] == ' ' || text->data[start - 1] == '\t'))
        start--;
    while (end < text->len && (text->data[end] == ' ' || text->data[end] == '\t' || text->data[end] == '\r'))
        end++;
    return (start == 0 || text->data[start - 1] == '\n') && (end == text->len || text->data[end] == '\n');
}

/* Blanks [start, end) but for line breaks: a line of its own becomes an empty one, what stands in a line leaves no blank there. */
static void
blank (Blanker *self, gsize start, gsize end)
{
    char with = is_alone (&self->text, start, end) ? ' ' : GX_FOOTNOTE_MARK;

    if (!self->out) {
        self->out = g_malloc (self->text.len + 1); /* with any NUL in it */
        memcpy (self->out, self->text.data, self->text.len);
        self->out[self->text.len] = 0;
    }
    for (gsize i = start; i < end; i++)
        if (self->out[i] != '\n')
            self->out[i] = with;
}

/* Where the next end of this kind at or behind `at` starts; the text's length when there is none. */
static gsize
find_end (Blanker *self, End end, gsize at)
{
    const GxStr *text = &self->text;

    if (self->next[end] >= at && self->next[end] > 0)
        return self->next[end];
    while (at < text->len) {
        const char *found = memchr (text->data + at, *ends[end], text->len - at);

        if (!found)
            break;
        at = (gsize)(found - text->data);
        if (starts_with (*text, at, ends[end]))
            return self->next[end] = at;
        at++;
    }
    return self->next[end] = text->len;
}

static gboolean
is_line (const Blanker *self, gsize start, gsize end)
{
    return memchr (self->text.data + start, '\n', end - start) == NULL;
}

/* Whether the line that holds `at` is a heading. */
static gboolean
is_in_heading (const Blanker *self, gsize at)
{
    for (gsize n = 0; at > 0 && self->text.data[at - 1] != '\n'; at--)
        if (++n > MAX_ATTR * 4)
            return FALSE;
    return self->text.data[at] == '#';
}

/* Blanks what starts with the { at `at`; returns where to go on. */
static gsize
read_brace (Blanker *self, gsize at)
{
    End end;
    gsize stop, limit = MAX_CODE;

    if (starts_with (self->text, at, "{%"))
        end = END_LIQUID;
    else if (starts_with (self->text, at, "{{%"))
        end = END_PERCENT;
    else if (starts_with (self->text, at, "{{<"))
        end = END_ANGLE;
    else if (starts_with (self->text, at, "{{"))
        end = END_BRACES;
    else if (starts_with (self->text, at, "{:") ||
             ((starts_with (self->text, at, "{#") || starts_with (self->text, at, "{.")) && is_in_heading (self, at)))
        end = END_BRACE;
    else
        return at + 1;
    stop = find_end (self, end, at + 2);
    if (end == END_BRACE)
        limit = MAX_ATTR;
    if (stop == self->text.len || stop - at > limit || (end == END_BRACE && !is_line (self, at, stop)))
        return at + 1;
    stop += strlen (ends[end]);
    if (end == END_LIQUID && g_strstr_len (self->text.data + at, (gssize)MIN (stop - at, 16), " comment ")) {
        gsize comment = find_end (self, END_COMMENT, stop);
        gsize close = comment < self->text.len ? find_end (self, END_LIQUID, comment) : comment;

        if (close < self->text.len)
            stop = close + strlen (ends[END_LIQUID]);
    }
    blank (self, at, stop);
    return stop;
}

/* Where the ( or （ target of a link that CommonMark takes for text ends, looked for from `at`; 0: it is a link, or none at all. */
static gsize
broken_target_end (GxStr text, gsize at)
{
    gboolean wide = starts_with (text, at, "（");
    gsize start = at + (wide ? strlen ("（") : 1);
    gboolean broken = wide;
    guint depth = 0;

    if (!starts_with (text, start, "http://") && !starts_with (text, start, "https://"))
        return 0;
    for (gsize i = start; i < text.len && i - start < MAX_TARGET && text.data[i] != '\n'; i++) {
        if (text.data[i] == ' ' && i + 1 < text.len && !strchr ("\"'(", text.data[i + 1]))
            broken = TRUE;
        if (text.data[i] == '(' || starts_with (text, i, "（"))
            depth++;
        else if ((text.data[i] == ')' || starts_with (text, i, "）")) && depth-- == 0)
            return broken ? i + (text.data[i] == ')' ? 1 : strlen ("）")) : 0;
    }
    return 0;
}

/* Blanks the brackets and address of a broken link whose ] stands at `close` and [ at `open`; of an image the words, too. */
static gsize
read_link (Blanker *self, gsize open, gsize close)
{
    gsize end = broken_target_end (self->text, close + 1);
    gboolean image = open > 0 && self->text.data[open - 1] == '!';

    if (end == 0)
        return close + 1;
    if (image)
        blank (self, open - 1, end);
    else
        blank (self, open, open + 1);
    blank (self, close, end);
    return end;
}

/* The first byte at or behind `at` that ends the line, or the text's length. */
static gsize
line_end (GxStr text, gsize at)
{
    const char *found = memchr (text.data + at, '\n', text.len - at);

    return found ? (gsize)(found - text.data) : text.len;
}

/* Where on its line a mark stands that closes what lies from `at` on, with none of the bytes of `without` between; 0: nowhere. */
static gsize
find_close (GxStr text, gsize at, const char *mark, const char *without)
{
    for (gsize i = at; i < text.len && i - at < MAX_INNER; i++) {
        if (i > at && starts_with (text, i, mark))
            return i;
        if (text.data[i] == '\n' || strchr (without, text.data[i]))
            return 0;
    }
    return 0;
}

/* [[target|words]] of a wiki: its brackets and target are none of the text; an embedded file, ![[…]], is none at all. */
static gsize
read_wiki_link (Blanker *self, gsize at)
{
    GxStr text = self->text;
    gsize close = find_close (text, at + 2, "]]", "[]"), words = at + 2;
    gboolean is_number = TRUE;

    if (close == 0 || g_ascii_isspace (text.data[at + 2]) || (close + 2 < text.len && text.data[close + 2] == '('))
        return at + 1;
    for (gsize i = at + 2; i < close; i++) {
        is_number = is_number && g_ascii_isdigit (text.data[i]);
        words = text.data[i] == '|' ? i + 1 : words;
    }
    if (is_number)
        return at + 2;
    if (at > 0 && text.data[at - 1] == '!') {
        blank (self, at - 1, close + 2);
    } else {
        blank (self, at, words);
        blank (self, close, close + 2);
    }
    return close + 2;
}

/* ==words== are marked, %%words%% are a comment. */
static gsize
read_pair (Blanker *self, gsize at)
{
    GxStr text = self->text;
    gboolean comment = text.data[at] == '%';
    char before = at > 0 ? text.data[at - 1] : ' ';
    gsize close;

    if (at + 2 >= text.len || text.data[at + 1] != text.data[at] || g_ascii_isspace (text.data[at + 2]) || g_ascii_isalnum (before) ||
        before == text.data[at])
        return at + 1;
    close = find_close (text, at + 2, comment ? "%%" : "==", comment ? "%" : "=<>\"");
    if (close == 0 || close == at + 2 || g_ascii_isspace (text.data[close - 1]))
        return at + 2;
    if (comment) {
        blank (self, at, close + 2);
    } else {
        blank (self, at, at + 2);
        blank (self, close, close + 2);
    }
    return close + 2;
}

/* What starts a line and is none of the text: the frames of admonitions (:::note, !!! info, > [!note]); returns where to go on. */
static gsize
read_line_start (Blanker *self, gsize at)
{
    static const char *const frames[] = { ":::", "!!! ", "??? ", "???+ ", "[!" };
    GxStr text = self->text;
    gsize start = at;

    while (start < text.len && (text.data[start] == ' ' || text.data[start] == '>'))
        start++;
    for (gsize i = 0; i < G_N_ELEMENTS (frames); i++) {
        gsize end, name = start + strlen (frames[i]);

        if (!starts_with (text, start, frames[i]))
            continue;
        if (i > 0 && (name >= text.len || !g_ascii_isalpha (text.data[name]) ||
                      (*frames[i] == '[' && (start == at || !find_close (text, name, "]", "[")))))
            continue;
        end = line_end (text, start);
        if (end > start && text.data[end - 1] == '\r')
            end--;
        blank (self, start, end);
        return end;
    }
    return at;
}

static const gboolean is_special[256] = { ['{'] = TRUE, ['['] = TRUE, [']'] = TRUE, ['\n'] = TRUE, ['='] = TRUE, ['%'] = TRUE };

char *
gx_shortcodes_blank (GxStr text)
{
    Blanker self = { .text = text };
    gsize at = 0, open = 0;
    gboolean is_open = FALSE;

    at = read_line_start (&self, 0);
    while (at < text.len) {
        while (at < text.len && !is_special[(guchar)text.data[at]])
            at++;
        if (at == text.len)
            break;
        switch (text.data[at]) {
        case '{':
            at = read_brace (&self, at);
            break;
        case '[':
            open = at;
            is_open = TRUE;
            at = starts_with (text, at, "[[") ? read_wiki_link (&self, at) : at + 1;
            break;
        case '=':
        case '%':
            at = read_pair (&self, at);
            break;
        case '\n':
            is_open = FALSE;
            at = read_line_start (&self, at + 1);
            break;
        case ']':
            at = is_open && at + 1 < text.len ? read_link (&self, open, at) : at + 1;
            is_open = FALSE;
            break;
        default:
            at++;
        }
    }
    return self.out;
}
