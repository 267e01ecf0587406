/* SPDX-License-Identifier: GPL-3.0-or-later
 * pdf.h - the text of a PDF, page by page in reading order, with its layout.
 *
 * Pages are parts called `page 1`, `page 2`, … and have a form feed between them. Title and author become fields when people wrote them,
 * not the program that made the file. The date of creation is none: it says when the file was made, which may be years after the text.
 *
 * Errors     GX_ERROR_FORMAT: damaged, encrypted, more text than the options allow; GX_ERROR_EMPTY: pictures of pages, no text.
 * Threads    any number, each with its own file. */
#pragma once

#include "source.h"

/** Reads the bytes of a PDF. Options may be NULL. O(bytes and characters of all pages). */
GxSource *gx_pdf_read (const char *name, const char *path, GxStr raw, const GxCorpusOptions *options, GError **error);
