/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/guanxi.h - everything.
 *
 *     corpus -> document -> sentences -> mentions -> counts -> network -> comparison -> export
 *
 * gx_corpus_read_all() (reading.h) runs the first half on many threads; GxStore keeps what it finds. */
#pragma once

#include <guanxi/comparison.h>
#include <guanxi/corpus.h>
#include <guanxi/counts.h>
#include <guanxi/dictionary.h>
#include <guanxi/document.h>
#include <guanxi/entity.h>
#include <guanxi/error.h>
#include <guanxi/evaluation.h>
#include <guanxi/exchange.h>
#include <guanxi/explanation.h>
#include <guanxi/export.h>
#include <guanxi/gold.h>
#include <guanxi/matcher.h>
#include <guanxi/mention.h>
#include <guanxi/network.h>
#include <guanxi/output.h>
#include <guanxi/reading.h>
#include <guanxi/repeats.h>
#include <guanxi/sentence.h>
#include <guanxi/store.h>
#include <guanxi/str.h>
#include <guanxi/suggestion.h>
#include <guanxi/table.h>
#include <guanxi/usage.h>
#include <guanxi/version.h>
