/* SPDX-License-Identifier: GPL-3.0-or-later
 * markdown.c - Markdown becomes a page of HTML that knows its source, and is then read as any other HTML.
 *
 * md4c hands out pointers into its input, so that places are exact. HTML in the Markdown goes to the page untouched: an element that is
 * opened in one block and closed in another is one element there. */
#include "markdown.h"

#include <md4c.h>

#include "footnotes.h"
#include "html-lines.h"
#include "html.h"
#include "shortcodes.h"

#define FLAGS (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_PERMISSIVEATXHEADERS)
/* A table whose header is wide has as many cells in each row, written or not: tags may take this many times the text's bytes. */
#define MAX_GROWTH 16
#define MIN_GROWTH 65536
#define MAX_TARGET 1000 /* bytes of an image's address that is alone on its line */

typedef struct {
    GString *page;
    GxMap *map;
    const char *input; /* what md4c reads */
    gsize input_len;
    gsize source; /* where input lies in the source */
    gsize cursor; /* in input: behind the last text */
    gsize limit;  /* bytes the page may grow to */
    guint images; /* open ones */
    gboolean image_starts_line;
} Maker;

/* What md4c's callbacks return: it goes on after 0 and after what is positive. */
static int
go_on (const Maker *self)
{
    return self->page->len > self->limit ? -1 : 0;
}

static int
put_tag (Maker *self, const char *tag)
{
    g_string_append (self->page, tag);
    return go_on (self);
}

/* Appends html for the input bytes [start, end). */
static void
put_mapped (Maker *self, GxStr html, gsize start, gsize end)
{
    gx_map_append (self->map, (GxMapRun){ self->page->len, html.len, self->source + start, end - start });
    g_string_append_len (self->page, html.data, (gssize)html.len);
}

static const char *
escape_of (char c)
{
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
}

/* Bytes that put_text() must look at. */
static const gboolean is_special[256] = { ['&'] = TRUE, ['<'] = TRUE, ['>'] = TRUE, ['*'] = TRUE, ['_'] = TRUE, [GX_FOOTNOTE_MARK] = TRUE };

/* Whether a character of Chinese punctuation ends in front of, or begins at, this place. */
static gboolean
is_beside_punctuation (const Maker *self, gsize at)
{
    gunichar before = at > 0 ? g_utf8_get_char (g_utf8_prev_char (self->input + at)) : 0;
    gunichar behind = at + 1 < self->input_len ? g_utf8_get_char (self->input + at + 1) : 0;

    if (before == '*' || behind == '*')
        return TRUE;
    return before >= 0x80 && behind >= 0x80 && (g_unichar_ispunct (before) || g_unichar_ispunct (behind));
}

/* Whether __ stands here, beside Chinese punctuation. */
static gboolean
is_bold_line (const Maker *self, gsize at)
{
    const char *input = self->input;
    gunichar before, behind;

    if (input[at] != '_' || at == 0 || at + 2 >= self->input_len || input[at + 1] != '_')
        return FALSE;
    before = g_utf8_get_char (g_utf8_prev_char (input + at));
    behind = g_utf8_get_char (input + at + 2);
    return before >= 0x80 && behind >= 0x80 && (g_unichar_ispunct (before) || g_unichar_ispunct (behind));
}

/* Appends input bytes as text; stray marks of emphasis, which CommonMark doesn't see beside Chinese punctuation, are left out. */
static void
put_text (Maker *self, gsize start, gsize end)
{
    const char *input = self->input;
    gsize from = start, i = start;

    while (i < end) {
        const char *escape;
        gboolean stars;

        if (!is_special[(guchar)input[i]]) {
            i++;
            continue;
        }
        escape = escape_of (input[i]);
        stars = (input[i] == '*' && is_beside_punctuation (self, i)) || is_bold_line (self, i);
        if (!escape && !stars && input[i] != GX_FOOTNOTE_MARK) {
            i++;
            continue;
        }
        if (from < i)
            put_mapped (self, (GxStr){ input + from, i - from }, from, i);
        if (escape)
            put_mapped (self, gx_str (escape), i, i + 1);
        while (++i < end && stars && input[i] == input[i - 1])
            ;
        from = i;
    }
    if (from < end)
        put_mapped (self, (GxStr){ input + from, end - from }, from, end);
}

/* Appends html for the next line break of the input. */
static void
put_break (Maker *self, const char *html)
{
    const char *input = self->input;
    gsize at = self->cursor, end;

    while (at < self->input_len && input[at] != '\n' && input[at] != '\r')
        at++;
    if (at == self->input_len)
        return;
    end = at + (input[at] == '\r' && at + 1 < self->input_len && input[at + 1] == '\n' ? 2 : 1);
    put_mapped (self, gx_str (html), at, end);
    self->cursor = end;
}

/* The name of a block's element, NULL when it has none. */
static const char *
element_of (MD_BLOCKTYPE type, const void *detail)
{
    static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

    switch (type) {
    case MD_BLOCK_QUOTE:
        return "blockquote";
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        return "ul";
    case MD_BLOCK_LI:
        return "li";
    case MD_BLOCK_HR:
        return "hr";
    case MD_BLOCK_H:
        return headings[((const MD_BLOCK_H_DETAIL *)detail)->level - 1];
    case MD_BLOCK_CODE:
        return "aside";
    case MD_BLOCK_P:
        return "p";
    case MD_BLOCK_TABLE:
        return "table";
    case MD_BLOCK_TR:
        return "tr";
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return "td";
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
        return NULL;
    }
}

static int
put_element (const char *opening, const char *element, void *user_data)
{
    Maker *self = user_data;

    if (!element)
        return 0;
    g_string_append (self->page, opening);
    g_string_append (self->page, element);
    return put_tag (self, ">");
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
    return put_element ("<", element_of (type, detail), user_data);
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *user_data)
{
    return put_element ("</", type == MD_BLOCK_HR ? NULL : element_of (type, detail), user_data);
}

/* Whether the text so far ends in front of a new line. */
static gboolean
is_line_start (const Maker *self)
{
    return self->page->len > 0 && strchr (">\n", self->page->str[self->page->len - 1]);
}

/* Whether an image, whose words end at the cursor, is the last of its line. */
static gboolean
ends_line (const Maker *self)
{
    gsize at = self->cursor, limit = MIN (self->input_len, at + MAX_TARGET);

    while (at < limit && self->input[at] != '\n')
        at++;
    while (at > self->cursor && g_ascii_isspace (self->input[at - 1]))
        at--;
    return at > self->cursor && self->input[at - 1] == ')' && !memchr (self->input + self->cursor, '!', at - self->cursor);
}

static int
enter_span (MD_SPANTYPE type, void *detail G_GNUC_UNUSED, void *user_data)
{
    Maker *self = user_data;

    if (type == MD_SPAN_IMG && self->images++ == 0)
        self->image_starts_line = is_line_start (self);
    return type == MD_SPAN_A ? put_tag (self, "<a>") : 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail G_GNUC_UNUSED, void *user_data)
{
    Maker *self = user_data;

    if (type == MD_SPAN_IMG && --self->images == 0 && self->image_starts_line && ends_line (self))
        return put_tag (self, "<br><br>"); /* what stands below it is its caption */
    return type == MD_SPAN_A ? put_tag (self, "</a>") : 0;
}

/* Whether the next line of the input is a byline or names its tags: 日期: 2019年3月5日. */
static gboolean
names_somebody (const Maker *self)
{
    const char *end = self->input + self->input_len;
    const char *start = memchr (self->input + self->cursor, '\n', self->input_len - self->cursor);
    const char *stop;
    GxStr line;

    if (!start || ++start == end)
        return FALSE;
    stop = memchr (start, '\n', (gsize)(end - start));
    line = (GxStr){ start, (gsize)((stop ? stop : end) - start) };
    return gx_line_is_byline (line) || gx_line_is_furniture (line);
}

static int
on_text (MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *user_data)
{
    Maker *self = user_data;
    gboolean is_input = (guintptr)data >= (guintptr)self->input && (guintptr)data < (guintptr)self->input + self->input_len;
    gsize start = is_input ? (gsize)(data - self->input) : 0;

    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || !is_input) {
        /* md4c's own text is white space: line breaks, the indentation of code. */
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || (size > 0 && *data == '\n'))
            put_break (self, type == MD_TEXT_BR ? "<br>" : names_somebody (self) ? "<br><br>" : "\n");
        return go_on (self);
    }
    self->cursor = MAX (self->cursor, start + size);
    if (self->images > 0)
        return 0;
    if (type == MD_TEXT_HTML || type == MD_TEXT_ENTITY)
        put_mapped (self, (GxStr){ data, size }, start, start + size);
    else if (type != MD_TEXT_NULLCHAR)
        put_text (self, start, start + size);
    return go_on (self);
}

/* Makes the page of input; what md4c doesn't get through follows as plain paragraphs. */
static void
make_page (Maker *self, GxBuilder *builder)
{
    MD_PARSER parser = { .flags = FLAGS,
                         .enter_block = enter_block,
                         .leave_block = leave_block,
                         .enter_span = enter_span,
                         .leave_span = leave_span,
                         .text = on_text };
    gsize growth;

    self->cursor = 0;
    self->images = 0;
    if (!g_size_checked_mul (&growth, self->input_len, MAX_GROWTH) ||
        !g_size_checked_add (&self->limit, self->page->len + MIN_GROWTH, growth))
        self->limit = G_MAXSIZE;
    if (self->input_len <= G_MAXUINT && md_parse (self->input, (MD_SIZE)self->input_len, &parser, self) == 0)
        return;
    gx_builder_warn (builder, "Markdown could not be read from byte %" G_GSIZE_FORMAT " on", self->source + self->cursor);
    for (gsize start = self->cursor; start < self->input_len;) {
        const char *end = g_strstr_len (self->input + start, (gssize)(self->input_len - start), "\n\n");
        gsize stop = end ? (gsize)(end - self->input) : self->input_len;

        (void)put_tag (self, "<p>");
        put_text (self, start, stop);
        start = stop + 2;
    }
}

static void
read_page (const Maker *self, GxBuilder *builder)
{
    GxPage page = { { self->page->str, self->page->len }, 0, self->map };

    gx_html_read_page (builder, &page);
}

static void
read_notes (GxBuilder *builder, GxStr body, gsize start, const GArray *notes)
{
    g_autoptr (GString) html = g_string_new ("<div class=\"footnotes\">");
    g_autoptr (GxMap) map = gx_map_new ();
    Maker maker = { .page = html, .map = map };

    for (guint i = 0; i < notes->len; i++) {
        GxSpan note = g_array_index (notes, GxSpan, i);

        maker.input = body.data + note.start;
        maker.input_len = note.end - note.start;
        maker.source = start + note.start;
        make_page (&maker, builder);
    }
    read_page (&maker, builder);
}

void
gx_markdown_read (GxBuilder *builder, GxStr text, gsize start)
{
    g_autofree char *blanked = gx_shortcodes_blank ((GxStr){ text.data + start, text.len - start });
    GxStr body = { blanked ? blanked : text.data + start, text.len - start };
    g_autoptr (GxFootnotes) footnotes = gx_footnotes_new (body);
    g_autoptr (GString) html = g_string_sized_new (body.len);
    g_autoptr (GxMap) map = gx_map_new ();
    Maker maker = { .page = html, .map = map, .input_len = body.len, .source = start };

    maker.input = footnotes->text ? footnotes->text : body.data;
    make_page (&maker, builder);
    read_page (&maker, builder);
    if (footnotes->notes->len > 0)
        read_notes (builder, body, start, footnotes->notes);
}
