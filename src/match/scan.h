/* SPDX-License-Identifier: GPL-3.0-or-later
 * scan.h - finds all of a lexicon's forms in a text in one pass, leftmost first and longest at each start.
 *
 * A start is looked at only when its first two characters begin some form (a bitmap answers), then its prefixes are looked up one character
 * at a time in a table of all prefixes. Past a few characters the reach of a start is found by halving over rolling hashes instead, so that
 * forms and texts that overlap themselves stay near linear.
 *
 * Units      bytes of folded text.
 * Ownership  the scanner borrows the forms' bytes, which must outlive it.
 * Threads    immutable once built; scans work on their own scratch. */
#pragma once

#include <guanxi/str.h>

/** No such form. */
#define GX_NO_FORM G_MAXUINT32

/** A form at a place. */
typedef struct {
    gsize start, end;
    guint form; /**< index of the form */
} GxHit;

typedef struct _GxScanner GxScanner;

/** Whether a hit is taken. When it is, the scan goes on behind it; when not, the next shorter form at the same start is offered (at most 64
 * of them), then the next start. */
typedef gboolean (*GxHitFunc) (const GxHit *hit, gpointer user_data);

/** Compiles forms that are sorted by bytes, not empty and each there once. O(total bytes). */
GxScanner *gx_scanner_new (const GxStr *forms, guint n_forms);
/** The same of strings, each there once, which it sorts. */
GxScanner *gx_scanner_of (GPtrArray *texts);
void gx_scanner_free (GxScanner *self);
/** Bytes of memory it holds. */
gsize gx_scanner_size (const GxScanner *self);

/** Offers hits in order of their start to take; NULL takes all. No hit starts inside a run of ASCII letters and digits. Appends those taken
 * to hits (an array of GxHit) unless that is NULL. O(text) but for very long forms, O(text log form) at worst, plus the bytes of the forms
 * offered. */
void gx_scanner_scan (const GxScanner *self, GxStr text, GxHitFunc take, gpointer user_data, GArray *hits);
/** The longest form that starts at an offset, or GX_NO_FORM. O(form). */
guint gx_scanner_longest_at (const GxScanner *self, GxStr text, gsize start);
/** The longest form that is a proper prefix of this one, or GX_NO_FORM. O(1). */
guint gx_scanner_shorter (const GxScanner *self, guint form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxScanner, gx_scanner_free)
