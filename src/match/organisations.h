/* SPDX-License-Identifier: GPL-3.0-or-later
 * organisations.h - a state's name that is only the beginning of an organisation's, which no table knows: 丹麦|区域供热协会.
 *
 * Units      bytes of folded text. */
#pragma once

#include "draft.h"

/** Whether the state's name that ends here goes on as the name of an organisation. What has a name or a body of its own behind the state
 * (美国|福特基金会, 美国参议院|外交委员会) doesn't. O(1) but for ICU's words, each stretch once. */
gboolean gx_organisation_goes_on (GxDraft *draft, gsize end);
