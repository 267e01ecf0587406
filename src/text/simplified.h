/* SPDX-License-Identifier: GPL-3.0-or-later
 * simplified.h - which writing a Han character belongs to, where folding would take what it can for traditional.
 *
 * Threads    any number. */
#pragma once

#include <glib.h>

/** Whether only simplified writing has c: GB 2312 holds it, Big5 doesn't (国, 韩, 鲁, but not 里 or 周). O(1), but for the first call. */
gboolean gx_is_simplified_only (gunichar c);
/** Whether traditional writing has c: Big5 holds it (國, 里, 周, but not 国 or Japanese 沢). O(1), but for the first call. */
gboolean gx_is_of_traditional (gunichar c);
