/* SPDX-License-Identifier: GPL-3.0-or-later
 * markup.h - HTML and XML as a row of tokens, each with its exact bytes in the page.
 *
 * The rules are those of HTML's own tokenizer (attributes in either quotes or none, comments, raw text in <script> and its like, a stray <
 * is text), in XML mode those of XML: CDATA sections are text, names keep their case, processing instructions and the document type (with
 * its internal subset) are passed over. Nothing is ever fetched, and entities that a document defines itself are not expanded: `&name;`
 * that isn't known is plain text. No markup is wrong: what ends too early ends with the page. Milder than HTML where HTML would lose the
 * rest of the page: a quote that is never closed is none; <title> and its like without an end end at the next tag; `<script/>` is empty.
 *
 * Units      bytes of the page. Time is linear in the page over all calls, whatever the markup.
 * Ownership  tokens borrow from the page.
 * Threads    one thread a tokenizer. */
#pragma once

#include <guanxi/str.h>

typedef enum { GX_MARKUP_HTML, GX_MARKUP_XML } GxMarkupMode;

typedef enum {
    GX_TOKEN_TEXT,  /**< characters and references, as they stand in the page */
    GX_TOKEN_CDATA, /**< characters in which & and < mean themselves */
    GX_TOKEN_RAW, /**< what stands between <script>, <style>, <textarea>, <title> … and their end (title and textarea: references count) */
    GX_TOKEN_START,
    GX_TOKEN_END,
    GX_TOKEN_COMMENT, /**< also declarations and processing instructions */
} GxTokenType;

typedef struct {
    GxTokenType type;
    gsize start, end;  /**< of the whole token; text: of its characters (CDATA: without the section's marks) */
    GxStr name;        /**< of a start or end tag, as written */
    GxStr attributes;  /**< of a start tag: what stands between its name and its end */
    gboolean is_empty; /**< a start tag that ends in `/>` */
    gboolean is_open;  /**< the page ended before the token did */
} GxToken;

typedef struct {
    GxStr page;
    GxMarkupMode mode;
    gsize at;     /**< where the next token starts */
    guint raw;    /**< which element's raw text comes next; 0: none */
    guint no_end; /**< bits: of these raw elements, and of a document type, there is no end any more; for linear time */
} GxMarkup;

/** A tokenizer of page, from byte start on. */
GxMarkup gx_markup_start (GxStr page, gsize start, GxMarkupMode mode);
/** The next token; FALSE at the end of the page. Empty tokens are not handed out, except comments and tags. */
gboolean gx_markup_next (GxMarkup *self, GxToken *token);

/** Whether the tag has this name; HTML names in small letters, compared without case in HTML mode. */
gboolean gx_token_is (const GxToken *token, GxMarkupMode mode, const char *name);

/** Goes to the next attribute; at is 0 for the first. FALSE when there is none. value is as written, without its quotes; empty when there
 * is none. */
gboolean gx_token_next_attribute (const GxToken *token, gsize *at, GxStr *name, GxStr *value);
/** The value of an attribute (name compared without case) with its references decoded, white space trimmed; the caller's, NULL when the tag
 * has no such attribute. */
char *gx_token_attribute (const GxToken *token, const char *name);

/** Decodes the reference (&amp; &#38; &#x26;) at the start of text into out; returns its length, 0 when there is none. A number that stands
 * for no character of text (0, surrogates, controls) is a reference to nothing: *out_len is 0. In HTML mode a number's semicolon may be
 * missing, as may that of old names (&copy) where no letter, digit or = follows; numbers 128 to 159 mean Windows' characters. */
gsize gx_markup_reference (GxStr text, GxMarkupMode mode, char out[8], gsize *out_len);
/** Text with its references decoded; the caller's. */
char *gx_markup_decode (GxStr text, GxMarkupMode mode);
