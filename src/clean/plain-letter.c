/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-letter.c - labels of letters, names of groups. */
#include "plain-letter.h"
#include "plain-bytes.h"
#include "spacing.h"

#define LONGEST_LINE  300 /* bytes */
#define LONGEST_LABEL 48
#define LONGEST_GROUP 90

static const struct {
    const char *label;
    GxLetterField field;
} labels[] = {
    { "Subject", GX_LETTER_SUBJECT }, { "主题", GX_LETTER_SUBJECT },   { "主題", GX_LETTER_SUBJECT },   { "标题", GX_LETTER_SUBJECT },
    { "標題", GX_LETTER_SUBJECT },    { "主旨", GX_LETTER_SUBJECT },   { "제목", GX_LETTER_SUBJECT },   { "件名", GX_LETTER_SUBJECT },
    { "From", GX_LETTER_SENDER },     { "发信人", GX_LETTER_SENDER },  { "發信人", GX_LETTER_SENDER },  { "发件人", GX_LETTER_SENDER },
    { "發件人", GX_LETTER_SENDER },   { "寄件人", GX_LETTER_SENDER },  { "寄件者", GX_LETTER_SENDER },  { "보낸사람", GX_LETTER_SENDER },
    { "보낸이", GX_LETTER_SENDER },   { "差出人", GX_LETTER_SENDER },  { "To", GX_LETTER_OTHER },       { "Cc", GX_LETTER_OTHER },
    { "Date", GX_LETTER_OTHER },      { "Sent", GX_LETTER_OTHER },     { "Reply-To", GX_LETTER_OTHER }, { "收件人", GX_LETTER_OTHER },
    { "收信人", GX_LETTER_OTHER },    { "收件者", GX_LETTER_OTHER },   { "抄送", GX_LETTER_OTHER },     { "发送时间", GX_LETTER_OTHER },
    { "發送時間", GX_LETTER_OTHER },  { "寄件日期", GX_LETTER_OTHER }, { "发信站", GX_LETTER_OTHER },   { "發信站", GX_LETTER_OTHER },
    { "받는사람", GX_LETTER_OTHER },  { "받는이", GX_LETTER_OTHER },   { "보낸날짜", GX_LETTER_OTHER }, { "宛先", GX_LETTER_OTHER },
    { "送信日時", GX_LETTER_OTHER },
};

/* What answers and forwarded letters put before the subject. */
static const char *const answers[] = { "Re", "Fwd", "Fw", "回复", "回覆", "答复", "答覆", "转发", "轉發", "轉寄", "회신", "전달" };

static const char *const groups[] = { "课题组",     "課題組", "编写组", "編寫組", "研究组", "研究組", "编辑部", "編輯部",     "课题组成员",
                                      "課題組成員", "写作组", "寫作組", "调研组", "調研組", "编委会", "編委會", "編集委員会", "연구팀" };

/* The bytes of the label with its colon at the start of line; blanks within Han are none of it. 0 without one. */
static gsize
label_len (GxStr line, const char *label)
{
    gboolean is_ascii = (guchar)label[0] < 0x80;
    gsize at = 0, n = strlen (label);

    for (gsize i = 0; i < n; i++, at++) {
        if (!is_ascii && i > 0 && i % 3 == 0)
            while (at < line.len && gx_spacing_is_white (gx_char_at (line.data + at)))
                at += (gsize)g_utf8_skip[(guchar)line.data[at]];
        if (at >= line.len || (is_ascii ? g_ascii_tolower (line.data[at]) != g_ascii_tolower (label[i]) : line.data[at] != label[i]))
            return 0;
    }
    while (at < line.len && line.data[at] == ' ')
        at++;
    if (at < line.len && line.data[at] == ':')
        return at + 1;
    return line.len - at >= 3 && memcmp (line.data + at, "：", 3) == 0 ? at + 3 : 0;
}

static GxStr
behind (GxStr text, gsize n)
{
    return gx_spacing_trim ((GxStr){ text.data + n, text.len - n });
}

/* The name of a sender, without the address or nickname behind it; empty when there is only an address. */
static GxStr
name_of (GxStr sender)
{
    static const char *const ends[] = { "<", "(", "[", ",", "（", "，", "【" };

    for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
        const char *end = g_strstr_len (sender.data, (gssize)sender.len, ends[i]);

        if (end)
            sender.len = (gsize)(end - sender.data);
    }
    sender = gx_spacing_trim (sender);
    if (sender.len >= 2 && sender.data[0] == '"' && sender.data[sender.len - 1] == '"')
        sender = gx_spacing_trim ((GxStr){ sender.data + 1, sender.len - 2 });
    if (memchr (sender.data, '@', sender.len))
        sender.len = 0;
    return sender;
}

static GxStr
subject_of (GxStr value)
{
    for (guint i = 0; i < G_N_ELEMENTS (answers);) {
        gsize n = label_len (value, answers[i]);

        value = n > 0 ? behind (value, n) : value;
        i = n > 0 ? 0 : i + 1;
    }
    return value;
}

/* Whether : or ： may be there: most lines have none, and need no other look. */
static gboolean
may_have_colon (GxStr text)
{
    return memchr (text.data, ':', text.len) || memchr (text.data, 0x9A, text.len);
}

GxLetterField
gx_letter_field (GxStr line, GxStr *value)
{
    *value = (GxStr){ line.data, 0 };
    if (line.len > LONGEST_LINE || !may_have_colon ((GxStr){ line.data, MIN (line.len, LONGEST_LABEL) }))
        return GX_LETTER_NONE;
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
        gsize n = (guchar)(labels[i].label[0] ^ line.data[0]) & (guchar)~0x20 ? 0 : label_len (line, labels[i].label);

        if (n == 0)
            continue;
        *value = behind (line, n);
        if (labels[i].field == GX_LETTER_SENDER)
            *value = name_of (*value);
        else if (labels[i].field == GX_LETTER_SUBJECT)
            *value = subject_of (*value);
        return labels[i].field;
    }
    return GX_LETTER_NONE;
}

gboolean
gx_letter_is_group (GxStr line)
{
    if (line.len > LONGEST_GROUP || line.len < 6 || !strchr ("\x84\x98\xA8\xA1\x9A\x83\x80", line.data[line.len - 1]))
        return FALSE; /* the last bytes of 组組部员員会會팀 */
    for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
        gsize n = strlen (groups[i]);

        if (line.len >= n && memcmp (line.data + line.len - n, groups[i], n) == 0)
            return TRUE;
    }
    return FALSE;
}
