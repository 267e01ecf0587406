/* SPDX-License-Identifier: GPL-3.0-or-later
 * simplified.h - whether a text is written in simplified characters, where folding would take them for traditional ones.
 *
 * Threads    any number. */
#pragma once

#include <glib.h>

/** Whether only simplified writing has c: GB 2312 holds it, Big5 doesn't (国, 韩, 鲁, but not 里 or 周). O(1), but for the first call. */
gboolean gx_is_simplified_only (gunichar c);
