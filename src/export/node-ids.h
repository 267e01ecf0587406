/* SPDX-License-Identifier: GPL-3.0-or-later
 * node-ids.h - ids that may stand in XML files. */
#pragma once

#include <guanxi/network.h>

/** An id for each node, in order: ASCII letters, digits and `._:-` only, unique, the same for the same id in every run. An id that fits
 * stays; in `Q30+defence-ministry` the plus becomes a colon; any other becomes `ent-` and a hash. The caller's. */
GPtrArray *gx_node_ids (const GxNode *nodes, guint n_nodes);
