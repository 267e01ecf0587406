/* SPDX-License-Identifier: GPL-3.0-or-later
 * fold-table.c - the table of folded characters, made of ICU's data and the few decisions of our own. */
#include "fold-built.h"
#include "fold.h"
#include "once.h"

#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

typedef struct {
    guint16 from, to;
} Pair;

/* Traditional characters that GB 2312 also holds and that are nevertheless the ordinary traditional spelling of another one: everywhere
 * else the rule holds that a character of GB 2312 is a simplified character and stays (著, 乾, 俱, 藉, 徵 …). */
static const Pair ordinary_traditional[] = {
    { 0x5F8C, 0x540E }, /* 後 后 */
    { 0x65BC, 0x4E8E }, /* 於 于 */
    { 0x9EBD, 0x4E48 }, /* 麽 么 */
    { 0x5925, 0x4F19 }, /* 夥 伙 */
    { 0x83F8, 0x70DF }, /* 菸 烟 */
};

/* Variants of printing (old forms, Hong Kong and Korean shapes) that ICU's transliterator leaves alone. */
static const Pair variants[] = {
    { 0x5CEF, 0x5CF0 }, /* 峯 峰 */
    { 0x9EAA, 0x9762 }, /* 麪 面 */
    { 0x96B7, 0x96B6 }, /* 隷 隶 */
    { 0x543F, 0x544A }, /* 吿 告 */
    { 0x9751, 0x9752 }, /* 靑 青 */
    { 0x885E, 0x536B }, /* 衞 卫 */
    { 0x97C6, 0x5343 }, /* 韆 千 */
    { 0x5DBD, 0x5CB3 }, /* 嶽 岳 */
    { 0x5191, 0x80C4 }, /* 冑 胄 */
    { 0x7F10, 0x7EBF }, /* 缐 线 */
    { 0x7ADD, 0x5E76 }, /* 竝 并 */
    { 0x6FF6, 0x9614 }, /* 濶 阔 */
    { 0x6C5A, 0x6C61 }, /* 汚 污 */
    { 0x9115, 0x4E61 }, /* 鄕 乡 */
    { 0x654E, 0x6559 }, /* 敎 教 */
    { 0x5024, 0x503C }, /* 値 值 */
    { 0x7567, 0x7565 }, /* 畧 略 */
    { 0x5FB3, 0x5FB7 }, /* 徳 德 */
    { 0x9ED2, 0x9ED1 }, /* 黒 黑 */
    { 0x5872, 0x573A }, /* 塲 场 */
    { 0x7DD1, 0x7EFF }, /* 緑 绿 */
    { 0x53AF, 0x5386 }, /* 厯 历 */
    { 0x5BDB, 0x5BBD }, /* 寛 宽 */
};

/* Forms that NFKC gives no unified character for: radicals as PDF text carries them, dots and marks that stand for one another. */
static const Pair forms[] = {
    { 0x2E9F, 0x6BCD },
    { 0x2EA0, 0x6C11 },
    { 0x2EC1, 0x864E },
    { 0x2EC4, 0x897F },
    { 0x2EC5, 0x89C1 },
    { 0x2EC6, 0x89D2 },
    { 0x2EC9, 0x8D1D },
    { 0x2ECB, 0x8F66 },
    { 0x2ED3, 0x957F },
    { 0x2ED4, 0x95E8 },
    { 0x2ED8, 0x9752 },
    { 0x2ED9, 0x97E6 },
    { 0x2EDA, 0x9875 },
    { 0x2EDB, 0x98CE },
    { 0x2EDC, 0x98DE },
    { 0x2EDD, 0x98DF },
    { 0x2EE2, 0x9A6C },
    { 0x2EE3, 0x9AA8 },
    { 0x2EE4, 0x9B3C },
    { 0x2EE5, 0x9C7C },
    { 0x2EE6, 0x9E1F },
    { 0x2EE8, 0x9EA6 },
    { 0x2EE9, 0x9EC4 },
    { 0x2EEC, 0x9F50 },
    { 0x2EEE, 0x9F7F },
    { 0x2EF0, 0x9F99 },
    { 0x2EF3, 0x9F9F },
    /* Dots between the parts of a name. */
    { 0x2022, 0x00B7 },
    { 0x2027, 0x00B7 },
    { 0x2219, 0x00B7 },
    { 0x22C5, 0x00B7 },
    { 0x30FB, 0x00B7 },
    { 0xFF65, 0x00B7 },
    { 0x318D, 0x00B7 },
    { 0x2E31, 0x00B7 },
    { 0x0387, 0x00B7 },
    /* Apostrophes. */
    { 0x2018, '\'' },
    { 0x2019, '\'' },
    { 0x201B, '\'' },
    { 0x02BB, '\'' },
    { 0x02BC, '\'' },
    { 0x2032, '\'' },
    /* Hyphens. */
    { 0x2010, '-' },
    { 0x2011, '-' },
    { 0x2012, '-' },
    { 0x2013, '-' },
    { 0x2212, '-' },
};

static gboolean
is_han_of_plane (gunichar c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}

static gboolean
is_blank (UChar32 c)
{
    return u_isUWhiteSpace (c);
}

static gboolean
is_dropped (UChar32 c)
{
    return u_hasBinaryProperty (c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || u_charType (c) == U_CONTROL_CHAR || (c >= 0xFFF9 && c <= 0xFFFB);
}

/* c as UTF-16: one unit or two. */
static int32_t
encode (gunichar c, UChar *out)
{
    if (c <= 0xFFFF) {
        out[0] = (UChar)c;
        return 1;
    }
    out[0] = (UChar)(0xD7C0 + (c >> 10));
    out[1] = (UChar)(0xDC00 | (c & 0x3FF));
    return 2;
}

/* Width, compatibility and case; the number of characters. ICU only fails here when out is too small, and it is large enough. */
static guint
normalize (const UNormalizer2 *nfkc, const gunichar *cluster, guint n, gunichar *out)
{
    UErrorCode ec = U_ZERO_ERROR;
    UChar source[2 * GX_FOLD_CLUSTER], result[GX_FOLD_EXPANDED];
    int32_t len = 0, at = 0;
    guint n_out = 0;

    for (guint i = 0; i < MIN (n, GX_FOLD_CLUSTER); i++)
        len += encode (cluster[i], source + len);
    len = unorm2_normalize (nfkc, source, len, result, G_N_ELEMENTS (result), &ec);
    if (U_FAILURE (ec)) {
        memcpy (out, cluster, n * sizeof *out);
        return n;
    }
    while (at < len) {
        gunichar c = result[at++];

        if (U16_IS_LEAD (c) && at < len)
            c = (gunichar)U16_GET_SUPPLEMENTARY (c, result[at++]);
        out[n_out++] = (gunichar)u_foldCase ((UChar32)c, U_FOLD_CASE_DEFAULT);
    }
    return n_out;
}

static const UNormalizer2 *
open_nfkc (void)
{
    UErrorCode ec = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance (&ec);

    if (U_FAILURE (ec))
        g_error ("ICU has no data for NFKC: %s", u_errorName (ec));
    return nfkc;
}

static void
apply_pairs (guint16 *map, const Pair *pairs, guint n)
{
    for (guint i = 0; i < n; i++)
        map[pairs[i].from] = pairs[i].to;
}

/* The simplified form of a character that ICU calls traditional, unless that takes more than one. */
static void
add_simplified (guint16 *map, const UTransliterator *transliterator, UChar traditional)
{
    UErrorCode ec = U_ZERO_ERROR;
    UChar text[8] = { traditional };
    int32_t len = 1, limit = 1;

    utrans_transUChars (transliterator, text, &len, G_N_ELEMENTS (text), 0, &limit, &ec);
    if (U_SUCCESS (ec) && len == 1 && text[0] != traditional)
        map[traditional] = text[0];
}

/* Simplified forms of all traditional characters of the basic plane that are no simplified ones themselves. */
static void
read_simplified (guint16 *map, USet *simplified)
{
    UErrorCode ec = U_ZERO_ERROR;
    UChar id[32];
    UTransliterator *transliterator;
    USet *traditional;

    u_uastrcpy (id, "Traditional-Simplified");
    transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &ec);
    traditional = utrans_getSourceSet (transliterator, FALSE, NULL, &ec);
    if (U_FAILURE (ec))
        g_error ("ICU has no data for Traditional-Simplified: %s", u_errorName (ec));
    uset_removeAll (traditional, simplified);
    for (int32_t i = 0, n = uset_getItemCount (traditional); i < n; i++) {
        UChar32 first, last;

        if (uset_getItem (traditional, i, &first, &last, NULL, 0, &ec) != 0) /* a string */
            continue;
        for (UChar32 c = first; c <= last; c++)
            if (is_han_of_plane ((gunichar)c))
                add_simplified (map, transliterator, (UChar)c);
    }
    uset_close (traditional);
    utrans_close (transliterator);
}

static USet *
open_gb2312 (void)
{
    UErrorCode ec = U_ZERO_ERROR;
    UConverter *converter = ucnv_open ("GB2312", &ec);
    USet *set = uset_openEmpty ();

    ucnv_getUnicodeSet (converter, set, UCNV_ROUNDTRIP_SET, &ec);
    ucnv_close (converter);
    if (U_FAILURE (ec))
        g_error ("ICU has no data for GB2312: %s", u_errorName (ec));
    return set;
}

/* One of the single-character decisions, or what NFKC and case folding say. */
static guint16
fold_of_plane (const UNormalizer2 *nfkc, const guint16 *map, gunichar c)
{
    gunichar out[GX_FOLD_EXPANDED];

    if (c == '\n' || U_IS_SURROGATE (c))
        return c == '\n' ? '\n' : GX_FOLD_DROP;
    if ((c >= 0x3400 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xE000 && c < 0xF900)) /* no other form */
        return map[c] != 0 ? map[c] : (guint16)c;
    if (is_blank ((UChar32)c))
        return GX_FOLD_BLANK;
    if (is_dropped ((UChar32)c))
        return GX_FOLD_DROP;
    if (map[c] != 0)
        return map[c];
    if (normalize (nfkc, &c, 1, out) != 1 || out[0] > 0xFFFF)
        return GX_FOLD_LONG;
    return map[out[0]] != 0 ? map[out[0]] : (guint16)out[0];
}

GxFoldTable *
gx_fold_table_compute (void)
{
    GxFoldTable *self = g_new0 (GxFoldTable, 1);
    const UNormalizer2 *nfkc = open_nfkc ();
    g_autofree guint16 *map = g_new0 (guint16, 0x10000);
    USet *simplified = open_gb2312 ();

    read_simplified (map, simplified);
    uset_close (simplified);
    apply_pairs (map, ordinary_traditional, G_N_ELEMENTS (ordinary_traditional));
    apply_pairs (map, variants, G_N_ELEMENTS (variants));
    apply_pairs (map, forms, G_N_ELEMENTS (forms));

    for (gunichar c = 0; c <= 0xFFFF; c++) {
        self->to[c] = fold_of_plane (nfkc, map, c);
        if (!U_IS_SURROGATE (c) && !unorm2_hasBoundaryBefore (nfkc, (UChar32)c))
            self->joins[c / 8] = (guint8)(self->joins[c / 8] | 1u << c % 8);
    }
    /* A simplified form may have a form of its own (two steps at most): close the table, so that folding twice changes nothing. */
    for (gunichar c = 0x2E80; c <= 0xFAFF; c++)
        if (self->to[c] > GX_FOLD_LONG)
            self->to[c] = self->to[self->to[c]] > GX_FOLD_LONG ? self->to[self->to[c]] : self->to[c];
    return self;
}

static gpointer
make_data_name (gpointer unused)
{
    (void)unused;
    UErrorCode ec = U_ZERO_ERROR;
    UVersionInfo code, data;
    char code_text[U_MAX_VERSION_STRING_LENGTH], data_text[U_MAX_VERSION_STRING_LENGTH] = "none";

    u_getVersion (code);
    u_versionToString (code, code_text);
    u_getDataVersion (data, &ec);
    if (U_SUCCESS (ec))
        u_versionToString (data, data_text);
    return g_strdup_printf ("ICU %s, data %s", code_text, data_text);
}

const char *
gx_fold_data_name (void)
{
    static GxOnce once = GX_ONCE_INIT;

    return gx_once_get (&once, make_data_name, NULL);
}

/* Computing takes longer than reading a small dictionary: it is done anew only for another ICU than the one built with. */
static gpointer
choose_table (gpointer unused)
{
    (void)unused;
    if (strcmp (gx_fold_built_data, gx_fold_data_name ()) == 0)
        return (gpointer)&gx_fold_built;
    return gx_fold_table_compute ();
}

const GxFoldTable *
gx_fold_table_get (void)
{
    static GxOnce once = GX_ONCE_INIT;

    return gx_once_get (&once, choose_table, NULL);
}

gboolean
gx_fold_table_joins (const GxFoldTable *self, gunichar c)
{
    if (c <= 0xFFFF)
        return (self->joins[c / 8] >> c % 8 & 1) != 0;
    return !unorm2_hasBoundaryBefore (open_nfkc (), (UChar32)c);
}

guint
gx_fold_table_expand (const gunichar *cluster, guint n, gunichar *out)
{
    const GxFoldTable *table = gx_fold_table_get ();
    guint n_raw, n_out = 0;
    gunichar raw[GX_FOLD_EXPANDED];

    n_raw = normalize (open_nfkc (), cluster, n, raw);
    for (guint i = 0; i < n_raw; i++) {
        gunichar c = raw[i];

        if (c > 0xFFFF) {
            if (!is_dropped ((UChar32)c))
                out[n_out++] = c;
        } else if (table->to[c] == GX_FOLD_BLANK)
            out[n_out++] = ' ';
        else if (table->to[c] == GX_FOLD_LONG)
            out[n_out++] = c;
        else if (table->to[c] != GX_FOLD_DROP)
            out[n_out++] = table->to[c];
    }
    return n_out;
}
