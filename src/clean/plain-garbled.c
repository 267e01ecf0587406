/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-garbled.c - nonsense is told by characters that no text has, or by the lack of those that every text has.
 *
 * A line is garbled when a third of its characters are private, replacements, (cid:12) or one encoding read as another (ä¸­å›½, 锟斤拷). A
 * page is, when most of its text is; also when it is Chinese but has next to none of the characters that are common in prose and in lists.
 */
#include "plain-garbled.h"
#include "plain-kinds.h"
#include "spacing.h"

#define LEAST_BAD   6u  /* characters; fewer are stray */
#define BAD_SHARE   30u /* percent of a line's characters */
#define PAGE_SHARE  50u /* percent of a page's bytes in garbled lines */
#define LEAST_HAN   60u /* characters from which on the lack of common ones means something */
#define SAMPLE      240u
#define COMMON_RATE 12u /* percent; of characters drawn at random it would be three */
/* Lines taken together where there are no pages. */
#define STRETCH 40u

/* Common characters of Chinese, simplified and traditional: those that make up a third of all prose, and those of names, offices, places
 * and numbers, of which lists consist. */
static const char common_han[] =
    "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着下自之年过過发發"
    "后後作里用道行所然家种事成方多经經么去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因"
    "只从從想实實日月与與及第"
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘蒋蔣蔡余杜叶葉"
    "程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万"
    "萬钱錢严嚴武戴莫孔向汤湯伟偉芳娜敏静靜丽麗强強磊军軍洋勇艳艷杰傑娟涛濤超霞平刚剛桂英华華玉萍红紅斌鹏鵬辉輝明永志建文海春"
    "光荣榮新民德胜勝东東山川云雲雪梅兰蘭竹松星晨宇浩博立安康宁寧福祥瑞庆慶美俄朝台港澳京沪津渝省市县縣区區镇村乡鄉街路号號南"
    "北西央共党黨政府长長席总總统統外交内內务務议議院委员員书書记記条條款章节節项項目表图圖秒元亿億百千二三四五六七八九十零战"
    "戰争爭全济濟贸貿易合关關系係协協谈談判核器导導弹彈制裁联聯公报報告声聲问問题題社义義改革放展略研究教授士编編辑輯闻聞网網"
    "电電话話首脑腦访訪信工业業农農商科技育卫衛体體环環境保护護律权權利口土水火木油气氣车車船飞飛机機场場站城楼樓门門户戶手头"
    "頭身力量低少左右男女老坏旧早晚快慢短远近"
    "尔爾克拉斯亚亞巴特卡达達奥奧迪诺諾娃伊基希塔哈阿布穆默纳納夫格普莱萊维維托隆费費洛埃雅瓦索米沙萨薩";

typedef struct {
    guint8 bits[0x10000 / 8];
} CharSet;

typedef struct {
    GxPlain *plain;
    GxBuilder *builder;
    gboolean has_garbage;  /* somewhere in the text */
    const CharSet *common; /* of Han */
} Finder;

static CharSet *
make_common (void)
{
    CharSet *self = g_new0 (CharSet, 1);

    for (const char *p = common_han; *p != '\0'; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);

        self->bits[c / 8] |= (guint8)(1u << (c % 8));
    }
    return self;
}

static const CharSet *
common_get (void)
{
    static gsize once;

    if (g_once_init_enter (&once))
        g_once_init_leave (&once, (gsize)make_common ());
    return (const CharSet *)once;
}

static gboolean
is_private (gunichar c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || c == 0xFFFD || (c < 0x20 && c != '\t') || (c >= 0x80 && c < 0xA0 && c != 0x85);
}

/* Whether c is what a byte 0x80 to 0xBF becomes when UTF-8 is read as Latin-1 or Windows-1252. */
static gboolean
is_continuation (gunichar c)
{
    return (c >= 0x80 && c <= 0xBF) || c == 0x152 || c == 0x153 || c == 0x160 || c == 0x161 || c == 0x178 || c == 0x17D || c == 0x17E ||
           c == 0x192 || c == 0x2C6 || c == 0x2DC || (c >= 0x2013 && c <= 0x203A) || c == 0x20AC || c == 0x2122;
}

/* Bytes of `(cid:12)` at the start of text, 0 when it starts with none. */
static gsize
cid_len (GxStr text)
{
    gsize at = 5;

    if (text.len < 7 || memcmp (text.data, "(cid:", 5) != 0)
        return 0;
    while (at < text.len && g_ascii_isdigit (text.data[at]))
        at++;
    return at > 5 && at < text.len && text.data[at] == ')' ? at + 1 : 0;
}

static gboolean
is_line_garbled (GxStr text)
{
    static const char kun[] = "锟斤拷";
    guint n = 0, n_bad = 0;
    gunichar last = 0;

    for (gsize at = 0, len; at < text.len; at += len) {
        GxStr rest = { text.data + at, text.len - at };
        gunichar c = gx_char_at (rest.data);

        len = (gsize)g_utf8_skip[(guchar)*rest.data];
        if (gx_spacing_is_white (c))
            continue;
        n++;
        if (c == '(' && cid_len (rest) > 0) {
            len = cid_len (rest);
            n_bad++;
        } else if (c == 0x951F && rest.len >= sizeof kun - 1 && memcmp (rest.data, kun, sizeof kun - 1) == 0) {
            len = sizeof kun - 1;
            n_bad++;
        } else if (is_continuation (c) && last >= 0xC2 && last <= 0xF4) /* ä¸ */
            n_bad += 2;
        else
            n_bad += is_private (c) || (is_continuation (c) && last >= 0x80 && is_continuation (last)) ? 1 : 0;
        last = c;
    }
    return n_bad >= LEAST_BAD && n_bad * 100 >= n * BAD_SHARE;
}

/* Whether the line has a character that needs a look. */
static gboolean
may_be_garbled (const Finder *f, const GxLine *line)
{
    return (line->signs & GX_SIGN_ODD) || line->first == 0x951F ||
           (f->has_garbage && gx_bytes_have_garbage (gx_plain_text (f->plain, line)));
}

static gboolean
is_common (const Finder *f, gunichar c)
{
    return c < 0x10000 && (f->common->bits[c / 8] & (1u << (c % 8))) != 0;
}

/* Whether lines [from, to) are Chinese without its common characters; at most a sample of characters is looked at, and no more than it
 * takes to find enough common ones among them. */
static gboolean
lacks_common (const Finder *f, guint from, guint to, guint sample)
{
    guint n_han = 0, n_common = 0, n_kana = 0, enough = sample / 100 * COMMON_RATE + COMMON_RATE;

    for (guint i = from; i < to && n_han < sample; i++) {
        const GxLine *line = gx_plain_line (f->plain, i);

        if (!(line->signs & GX_SIGN_HAN))
            continue;
        if (n_common >= enough)
            return FALSE;
        for (gsize at = line->start; at < line->end && n_han < sample && n_common < enough;
             at += (gsize)g_utf8_skip[(guchar)f->plain->text.data[at]]) {
            gunichar c = gx_char_at (f->plain->text.data + at);

            if (c >= 0x3400 && c <= 0x9FFF) {
                n_han++;
                n_common += is_common (f, c) ? 1 : 0;
            } else if ((c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3))
                n_kana++;
        }
    }
    return n_han >= LEAST_HAN && n_kana * 10 < n_han && n_common * 100 < n_han * COMMON_RATE;
}

/* The number of the line that byte `at` of the source stands in, from 1. */
static guint
number_of_line (const GxPlain *plain, gsize at)
{
    guint n = 1;

    for (const char *p = plain->text.data, *end = p + at; p < end && (p = memchr (p, '\n', (gsize)(end - p))) != NULL; p++)
        n++;
    return n;
}

/* Looks at the lines [from, to) of a page or stretch. */
static void
look_at_page (Finder *f, guint from, guint to)
{
    GxPlain *plain = f->plain;
    gsize n_bytes = 0, n_bad = 0;
    gint first = -1;

    for (guint i = from; i < to; i++) {
        GxLine *line = gx_plain_line (plain, i);

        n_bytes += line->end - line->start;
        if (!may_be_garbled (f, line) || !is_line_garbled (gx_plain_text (plain, line)))
            continue;
        line->role = GX_LINE_GARBLED;
        first = first < 0 ? (gint)i : first;
        n_bad += line->end - line->start;
    }
    if ((plain->has_pages && n_bad > 0 && n_bad * 100 >= n_bytes * PAGE_SHARE) ||
        (lacks_common (f, from, to, SAMPLE) && lacks_common (f, from, to, G_MAXUINT)))
        for (guint i = from; i < to; i++) {
            gx_plain_line (plain, i)->role = GX_LINE_GARBLED;
            first = (gint)from;
        }
    if (first < 0)
        return;
    if (plain->has_pages)
        gx_builder_warn (f->builder, "page %u: garbled text is left out", gx_plain_line (plain, (guint)first)->page + 1);
    else
        gx_builder_warn (f->builder, "line %u: garbled text is left out",
                         number_of_line (plain, gx_plain_line (plain, (guint)first)->start));
}

void
gx_plain_find_garbled (GxPlain *plain, GxBuilder *builder)
{
    Finder f = { plain, builder, gx_bytes_have_garbage (plain->text), common_get () };

    for (guint from = 0, to; from < plain->lines->len; from = to) {
        for (to = from + 1; to < plain->lines->len; to++)
            if (plain->has_pages ? gx_plain_line (plain, to)->page != gx_plain_line (plain, from)->page : to - from >= STRETCH)
                break;
        look_at_page (&f, from, to);
    }
}
