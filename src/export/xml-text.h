/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-text.h - text that every reader of XML takes the same way. */
#pragma once

#include <guanxi/output.h>

/** A copy of text that fits into XML 1.0: controls, U+FFFE and U+FFFF are left out, a run of tabs and line ends becomes one blank, blanks
 * at both ends go, characters are composed (NFC). Text that isn't UTF-8 is made so. The caller's, g_free(). O(bytes). */
char *gx_xml_clean (const char *text);
/** Writes clean text as an element's content: as it is, or as CDATA when it holds what would need escaping, since some readers lose text
 * around entity references. */
void gx_xml_put (GxWriter *writer, const char *clean);
