/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-lines.h"

char *
gx_text_lines_load (const char *path, gsize *len, GError **error)
{
    g_autoptr (GError) failure = NULL;
    char *text = NULL;
    if (g_file_get_contents (path, &text, len, &failure))
        return text;
    const char *reason = g_strrstr (failure->message, ": "); /* `Failed to open file “…”: reason` */
    g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, reason ? reason + 2 : failure->message);
    return NULL;
}

static gboolean
is_blank (GxStr line)
{
    for (gsize i = 0; i < line.len; i++)
        if (!g_ascii_isspace (line.data[i]))
            return FALSE;
    return TRUE;
}

gboolean
gx_text_lines_next (GxTextLines *self, GxStr *line)
{
    static const char mark[] = "\xef\xbb\xbf";
    if (self->number == 0 && gx_str_has_prefix (self->text, mark))
        self->text = (GxStr){ self->text.data + 3, self->text.len - 3 };
    while (self->text.len > 0) {
        const char *stop = memchr (self->text.data, '\n', self->text.len);
        gsize len = stop ? (gsize)(stop - self->text.data) : self->text.len, taken = stop ? len + 1 : len;
        *line = (GxStr){ self->text.data, len };
        self->text = (GxStr){ self->text.data + taken, self->text.len - taken };
        self->number++;
        if (gx_str_has_suffix (*line, "\r"))
            line->len--;
        if (!is_blank (*line))
            return TRUE;
    }
    return FALSE;
}
