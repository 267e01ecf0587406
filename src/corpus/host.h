/* SPDX-License-Identifier: GPL-3.0-or-later
 * host.h - the site that an address belongs to.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** The host of an address (`https://…`, `//…`) without user, port and `www.`, borrowed from it; empty when it is no address. O(bytes). */
GxStr gx_host_of (GxStr address);
