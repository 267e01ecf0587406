/* SPDX-License-Identifier: GPL-3.0-or-later
 * host.c - the site that an address belongs to. */
#include "host.h"

/* What stands behind the host: a path, or what is no address any more. */
#define HOST_END "/?#\\\"<> \t\r\n"

/** Where the host and what belongs to it starts, behind `//`; 0: nowhere. */
static gsize
authority_start (GxStr address)
{
    gsize at = 0;
    while (at < address.len && g_ascii_isspace (address.data[at]))
        at++;
    gsize scheme = at;
    while (at < address.len && (g_ascii_isalnum (address.data[at]) || strchr ("+-.", address.data[at])))
        at++;
    if (at > scheme) {
        if (at == address.len || address.data[at] != ':')
            return 0;
        at++;
    }
    return address.len - at > 2 && memcmp (address.data + at, "//", 2) == 0 ? at + 2 : 0;
}

GxStr
gx_host_of (GxStr address)
{
    gsize start = authority_start (address), end = start;
    if (start == 0)
        return (GxStr){ address.data, 0 };
    for (; end < address.len && !strchr (HOST_END, address.data[end]); end++)
        if (address.data[end] == '@') /* a user's name in front */
            start = end + 1;
    GxStr host = { address.data + start, end - start };
    const char *bracket = host.len > 0 ? memchr (host.data, ']', host.len) : NULL; /* [2001:db8::1]:80 */
    gsize name = bracket ? (gsize)(bracket - host.data) : 0;
    const char *port = host.len > 0 ? memchr (host.data + name, ':', host.len - name) : NULL;
    if (port)
        host.len = (gsize)(port - host.data);
    return host.len > 4 && g_ascii_strncasecmp (host.data, "www.", 4) == 0 ? (GxStr){ host.data + 4, host.len - 4 } : host;
}
