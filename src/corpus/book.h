/* SPDX-License-Identifier: GPL-3.0-or-later
 * book.h - what an EPUB book holds, and in which order. */
#pragma once

#include "members.h"

/** Reads the book's package: fields, and the names of its chapters in reading order. */
GPtrArray *gx_book_read (GxMembers *members, const char *path, GxFields *fields, GError **error);
