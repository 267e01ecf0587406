/* SPDX-License-Identifier: GPL-3.0-or-later
 * input.h - making inputs. */
#pragma once

#include <guanxi/corpus.h>

/** An input that is read from path (`-`: standard input). Failure, when not NULL, is what reading it gives; it is taken over. */
GxInput *gx_input_new (const char *name, const char *path, guint64 bytes, const GxCorpusOptions *options, GError *failure);
