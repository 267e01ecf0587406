/* SPDX-License-Identifier: GPL-3.0-or-later
 * pdf.c - poppler puts the characters of a page in reading order and says where each stands. */
#include "pdf.h"
#include "page-layout.h"
#include "page-order.h"
#include "read-options.h"

#include <poppler.h>

#define MAX_PAGES 50000
/* A character this much smaller than its line, in percent, and in its upper half is raised. */
#define RAISED_SIZE 82
/* Size of a character, in percent, that a gap between columns or cells is wide at least. */
#define GUTTER_SIZE 80
/* Size of a character, in percent, that two of one row are shifted at most: marks are raised by less. */
#define MAX_SHIFT 70
/* Characters of a note's mark, and lines of a note, behind which its mark may be read. */
#define MAX_MARK       4
#define MAX_NOTE_LINES 24
/* Points from an edge beyond which a place is a mistake. */
#define MAX_PLACE 1e6
/* Heights of a line up to which a blank may be stretched. */
#define MAX_STRETCH 3

typedef struct {
    GString *text;
    GArray *parts;
    GxLayout *layout;
    guint page;
} Reader;

/* A character of a page, as poppler gives it. */
typedef struct {
    const char *at; /* in the page's text */
    gsize byte;     /* in the source's text */
    gfloat size;
    PopplerRectangle box;
} Char;

/* The size most characters of a line have. */
static gfloat
usual_size (const Char *chars, guint n)
{
    gfloat best = 0;
    guint n_best = 0;

    for (guint i = 0, next; i < n; i = next) { /* runs of one size are long: the longest is enough */
        for (next = i + 1; next < n && ABS (chars[next].size - chars[i].size) < 0.05f;)
            next++;
        if (next - i > n_best) {
            n_best = next - i;
            best = chars[i].size;
        }
    }
    return best;
}

static gboolean
is_raised (const Char *c, const GxLayoutLine *line)
{
    gdouble middle = (c->box.y1 + c->box.y2) / 2, line_middle = (line->top + line->bottom) / 2.0;

    return c->size * 100 < line->size * RAISED_SIZE && middle < line_middle && g_unichar_isgraph (g_utf8_get_char (c->at));
}

static void
add_line (Reader *r, const Char *chars, guint n)
{
    GxLayoutLine line = { .start = chars[0].byte, .end = r->text->len, .page = r->page, .size = usual_size (chars, n) };
    gboolean has_box = FALSE;

    for (guint i = 0; i < n; i++) {
        const PopplerRectangle *box = &chars[i].box;

        if (!has_box || (chars[i].size * 100 >= line.size * RAISED_SIZE && box->y2 > line.bottom)) {
            line.top = has_box ? MIN (line.top, (gfloat)box->y1) : (gfloat)box->y1;
            line.bottom = (gfloat)box->y2;
        }
        line.left = has_box ? MIN (line.left, (gfloat)box->x1) : (gfloat)box->x1;
        line.right = has_box ? MAX (line.right, (gfloat)box->x2) : (gfloat)box->x2;
        has_box = TRUE;
    }
    g_array_append_val (r->layout->lines, line);
    for (guint i = 0, next; i < n; i = next) {
        GxRaised raised = { chars[i].byte, 0 };

        for (next = i; next < n && is_raised (&chars[next], &line);)
            next++;
        if (next > i) {
            raised.end = next < n ? chars[next].byte : line.end;
            g_array_append_val (r->layout->raised, raised);
        } else
            next = i + 1;
    }
}

/* Sizes of the characters, from the stretches of one font that poppler tells. */
static void
fill_sizes (PopplerPage *page, GArray *chars)
{
    GList *attributes = poppler_page_get_text_attributes (page);

    for (const GList *at = attributes; at; at = at->next) {
        const PopplerTextAttributes *font = at->data;

        for (gint i = MAX (font->start_index, 0); i <= font->end_index && (guint)i < chars->len; i++)
            g_array_index (chars, Char, i).size = (gfloat)font->font_size;
    }
    poppler_page_free_text_attributes (attributes);
}

/* A coordinate as a page can have it. */
static gfloat
place (gdouble x)
{
    return x > -MAX_PLACE && x < MAX_PLACE ? (gfloat)x : 0;
}

/* Where a character ends: the last one before a gap may be told to reach over it. */
static gfloat
right_of (const Char *c)
{
    return place (c->size > 0 ? MIN (c->box.x2, c->box.x1 + c->size) : c->box.x2);
}

/* Whether two neighbours stand apart, or in two rows, without a blank that would say so: in two columns, or two cells of a table. */
static gboolean
stand_apart (const Char *c, const Char *next)
{
    gdouble shift = ABS ((c->box.y1 + c->box.y2) - (next->box.y1 + next->box.y2)) / 2;

    return (next->box.x1 - right_of (c) > c->size * GUTTER_SIZE / 100 || shift > c->size * MAX_SHIFT / 100) &&
           g_unichar_isgraph (g_utf8_get_char (c->at)) && g_unichar_isgraph (g_utf8_get_char (next->at));
}

/* Whether the line is a number, or a sign, that stands raised right in front of another: a note's mark, which is read as a line of its own.
 */
static gboolean
is_mark_of (const GxPageLine *mark, const GxPageLine *line)
{
    gfloat height = line->bottom - line->top;

    return mark->right <= line->left && line->left - mark->right < height && (mark->bottom - mark->top) * 100 < height * RAISED_SIZE &&
           mark->top >= line->top - height / 4 && (mark->top + mark->bottom) < (line->top + line->bottom);
}

/* Whether the characters may be a note's mark. */
static gboolean
may_be_mark (const GxPageLine *line, const Char *all)
{
    if (line->to - line->from > MAX_MARK)
        return FALSE;
    for (guint i = line->from; i < line->to; i++)
        if (g_unichar_isalpha (g_utf8_get_char (all[i].at)))
            return FALSE;
    return TRUE;
}

/* Gives the marks that are lines of their own to the lines they stand in front of. */
static void
join_marks (GArray *lines, const Char *all)
{
    GxPageLine *at = (GxPageLine *)(gpointer)lines->data;
    guint n = 0;

    for (guint i = 0; i < lines->len; i++) {
        GxPageLine *line = NULL;

        if (may_be_mark (&at[i], all))
            for (guint k = i > MAX_NOTE_LINES ? i - MAX_NOTE_LINES : 0; k < MIN (i + 2, lines->len) && !line; k++)
                line = k != i && at[k].mark_to == 0 && at[k].to > 0 && is_mark_of (&at[i], &at[k]) ? &at[k] : NULL;
        if (!line)
            continue;
        line->mark_from = at[i].from;
        line->mark_to = at[i].to;
        line->left = at[i].left;
        at[i].to = 0;
    }
    for (guint i = 0; i < lines->len; i++)
        if (at[i].to > 0)
            at[n++] = at[i];
    g_array_set_size (lines, n);
}

/* The lines of a page, or their pieces, in the order they are read in. */
static GArray *
find_lines (const GArray *chars)
{
    const Char *all = (const Char *)(gconstpointer)chars->data;
    GArray *lines = g_array_new (FALSE, FALSE, sizeof (GxPageLine));

    for (guint i = 0, next; i < chars->len; i = next + (next < chars->len && *all[next].at == '\n')) {
        GxPageLine line = { .from = i, .left = G_MAXFLOAT, .top = G_MAXFLOAT, .right = -G_MAXFLOAT, .bottom = -G_MAXFLOAT };

        for (next = i; next < chars->len && *all[next].at != '\n' && (next == i || !stand_apart (&all[next - 1], &all[next])); next++) {
            line.left = MIN (line.left, place (all[next].box.x1));
            line.right = MAX (line.right, right_of (&all[next]));
            line.top = MIN (line.top, place (all[next].box.y1));
            line.bottom = MAX (line.bottom, place (all[next].box.y2));
        }
        line.to = next;
        if (next > i)
            g_array_append_val (lines, line);
    }
    join_marks (lines, all);
    gx_page_order (lines);
    return lines;
}

/* Appends characters, control characters as blanks, to the text and to a line. */
static void
add_chars (Reader *r, GArray *line, const Char *all, guint from, guint to)
{
    for (guint i = from; i < to; i++) {
        Char c = all[i];
        gunichar code = g_utf8_get_char (c.at);

        c.byte = r->text->len;
        g_string_append_unichar (r->text, code < 0x20 ? ' ' : code);
        g_array_append_val (line, c);
    }
}

/* Whether the next piece goes on in the same row: the words of a line that was stretched, or the cells of a narrow table. */
static gboolean
goes_on (const GxPageLine *piece, const GxPageLine *next)
{
    gfloat height = MIN (piece->bottom - piece->top, next->bottom - next->top);
    gfloat shift = ABS ((piece->top + piece->bottom) - (next->top + next->bottom)) / 2;

    return next->mark_to == 0 && next->leaf == piece->leaf && shift * 4 < height && next->left >= piece->right &&
           next->left - piece->right < height * MAX_STRETCH;
}

/* Appends the characters of a page and notes its lines. */
static void
add_text (Reader *r, GArray *chars)
{
    const Char *all = (const Char *)(gconstpointer)chars->data;
    g_autoptr (GArray) lines = find_lines (chars);
    g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Char));

    for (guint i = 0; i < lines->len; i++) {
        const GxPageLine *piece = &g_array_index (lines, GxPageLine, i);

        if (piece->mark_to > 0) {
            add_chars (r, line, all, piece->mark_from, piece->mark_to);
            g_string_append_c (r->text, ' ');
        }
        add_chars (r, line, all, piece->from, piece->to);
        if (i + 1 < lines->len && ((piece[1].from == piece->to && piece[1].mark_to == 0) || goes_on (piece, &piece[1]))) {
            g_string_append (r->text, piece[1].from == piece->to ? "   " : " ");
            continue;
        }
        add_line (r, (const Char *)(gconstpointer)line->data, line->len);
        g_string_append_c (r->text, '\n');
        g_array_set_size (line, 0);
    }
}

static void
add_page (Reader *r, PopplerPage *page)
{
    g_autofree char *raw = poppler_page_get_text (page);
    g_autofree char *text = g_utf8_make_valid (raw ? raw : "", -1);
    g_autofree PopplerRectangle *boxes = NULL;
    g_autofree char *name = g_strdup_printf ("page %u", r->page + 1);
    g_autoptr (GArray) chars = g_array_new (FALSE, TRUE, sizeof (Char));
    guint n_boxes = 0;
    gsize start = r->text->len;

    poppler_page_get_text_layout (page, &boxes, &n_boxes);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
        Char c = { .at = p };

        if (chars->len < n_boxes)
            c.box = boxes[chars->len];
        g_array_append_val (chars, c);
    }
    fill_sizes (page, chars);
    add_text (r, chars);
    gx_parts_add (r->parts, name, start, r->text->len);
}

/* Whether a title is no more than the name of a file or what a program writes for want of one. */
static gboolean
is_junk_title (const char *title)
{
    static const char *const starts[] = { "Microsoft ", "untitled", "PowerPoint", "无标题", "未命名", "無標題", "file:", "제목 없음" };
    static const char *const ends[] = { ".doc", ".docx", ".wps", ".pdf", ".indd", ".qxd", ".tex",
                                        ".dvi", ".rtf",  ".txt", ".ppt", ".pptx", ".fm" };
    gboolean has_letter = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
        if (g_ascii_strncasecmp (title, starts[i], strlen (starts[i])) == 0)
            return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
        gsize len = strlen (title), n = strlen (ends[i]);

        if (len >= n && g_ascii_strcasecmp (title + len - n, ends[i]) == 0)
            return TRUE;
    }
    for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
        has_letter = has_letter || g_unichar_isalpha (g_utf8_get_char (p));
    return !has_letter;
}

static void
take_fields (GxSource *source, PopplerDocument *document)
{
    GxFields fields = { { NULL } };
    g_autofree char *title = poppler_document_get_title (document);
    g_autofree char *author = poppler_document_get_author (document);

    if (title && g_utf8_validate (title, -1, NULL) && !is_junk_title (title))
        gx_fields_set (&fields, GX_SOURCE_TITLE, gx_str (title));
    if (author && g_utf8_validate (author, -1, NULL) && g_ascii_strncasecmp (author, "admin", 5) != 0 &&
        g_ascii_strcasecmp (author, "user") != 0)
        gx_fields_set (&fields, GX_SOURCE_AUTHOR, gx_str (author));
    gx_source_take_fields (source, &fields);
}

static PopplerDocument *
open_document (const char *path, GxStr raw, GError **error)
{
    g_autoptr (GBytes) bytes = g_bytes_new_static (raw.data, raw.len);
    g_autoptr (GError) problem = NULL;
    PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &problem);
    const char *what = "PDF: damaged";

    if (document)
        return document;
    if (g_error_matches (problem, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        what = "PDF: encrypted, a password is needed";
    g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: %s", path, what);
    return NULL;
}

/* Reads all pages; fails when there are too many, or they hold more than max_bytes of text. */
static gboolean
read_pages (Reader *r, PopplerDocument *document, const char *path, guint64 max_bytes, GError **error)
{
    gint n_pages = poppler_document_get_n_pages (document);

    if (n_pages > MAX_PAGES) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: PDF: more than %d pages", path, MAX_PAGES);
        return FALSE;
    }
    for (gint i = 0; i < n_pages; i++) {
        PopplerPage *page = poppler_document_get_page (document, i);

        if (i > 0)
            g_string_append_c (r->text, '\f');
        r->page = (guint)i;
        if (page)
            add_page (r, page);
        g_clear_object (&page);
        if (r->text->len > max_bytes)
            return gx_fail_too_large (path, max_bytes, error);
    }
    return TRUE;
}

/* The source made of what has been read, which it takes over. */
static GxSource *
compose (Reader *r, const char *name, const char *path, GxStr raw, GError **error)
{
    GxSource *source;
    GError *problem = NULL;

    if (r->layout->lines->len == 0)
        g_string_truncate (r->text, 0);
    source = gx_source_compose (name, path, GX_KIND_PDF, raw, r->text, r->parts, &problem);
    if (source) {
        gx_source_set_layout (source, r->layout);
        return source;
    }
    gx_layout_free (r->layout);
    if (g_error_matches (problem, GX_ERROR, GX_ERROR_EMPTY)) {
        g_clear_error (&problem);
        g_set_error (&problem, GX_ERROR, GX_ERROR_EMPTY, "%s: PDF: no text in it: run OCR first", path);
    }
    g_propagate_error (error, problem);
    return NULL;
}

GxSource *
gx_pdf_read (const char *name, const char *path, GxStr raw, const GxCorpusOptions *options, GError **error)
{
    PopplerDocument *document = open_document (path, raw, error);
    Reader r = { 0 };
    GxSource *source = NULL;

    if (!document)
        return NULL;
    r = (Reader){ g_string_new (NULL), gx_parts_new (), gx_layout_new (), 0 };
    if (read_pages (&r, document, path, gx_max_bytes (options), error)) {
        source = compose (&r, name, path, raw, error);
        if (source)
            take_fields (source, document);
    } else {
        (void)g_string_free (r.text, TRUE);
        g_array_unref (r.parts);
        gx_layout_free (r.layout);
    }
    g_object_unref (document);
    return source;
}
