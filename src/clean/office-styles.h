/* SPDX-License-Identifier: GPL-3.0-or-later
 * office-styles.h - what the named styles of an office document say a paragraph is.
 *
 * A style is told by what it says itself, else by its name, else by the style it is based on.
 *
 * Ownership  names are borrowed from the source. */
#pragma once

#include <guanxi/str.h>

typedef enum {
    GX_STYLE_UNKNOWN,
    GX_STYLE_BODY, /**< surely none of the others */
    GX_STYLE_HEADING,
    GX_STYLE_BYLINE,
    GX_STYLE_CAPTION,
    GX_STYLE_LIST_ITEM,
    GX_STYLE_NOTE,
    GX_STYLE_CONTENTS /**< a line of a table of contents */
} GxStyleRole;

/** A style as it is written. */
typedef struct {
    GxStr id, name, parent; /**< name, parent: empty where there is none */
    GxStyleRole role;       /**< what its own properties say */
    gboolean is_hidden;     /**< text in it isn't shown */
    gboolean is_raised;     /**< as footnote marks are */
} GxOfficeStyle;

typedef struct _GxOfficeStyles GxOfficeStyles;

GxOfficeStyles *gx_office_styles_new (void);
void gx_office_styles_free (GxOfficeStyles *self);
/** Adds a style; the first of an id counts. */
void gx_office_styles_add (GxOfficeStyles *self, const GxOfficeStyle *style);
/** What a paragraph in this style is. O(1). */
GxStyleRole gx_office_styles_role (const GxOfficeStyles *self, GxStr id);
/** Whether the style, or one it is based on, hides its text. O(1). */
gboolean gx_office_styles_hides (const GxOfficeStyles *self, GxStr id);

/** Whether text in the style is raised. O(1). */
gboolean gx_office_styles_raises (const GxOfficeStyles *self, GxStr id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxOfficeStyles, gx_office_styles_free)
