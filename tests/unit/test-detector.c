/* SPDX-License-Identifier: GPL-3.0-or-later
 * How often the encoding of a piece of text is told rightly, by the piece's length. */
#include <guanxi/corpus.h>

static const char simplified[] =
    "两国外长昨天在首都举行会谈，就边界问题和贸易安排交换了意见。发言人表示，双方同意尽快恢复中断的对话，并在年底以前再次见面。"
    "国防部长没有回答记者的提问。议会将于下周审议这项法案，反对党批评政府隐瞒了预算的缺口。总统办公室拒绝评论有关制裁的报道，"
    "只说谈判仍在进行。学者认为，能源价格上涨会影响明年的选举，地方官员则担心粮食供应。联合国呼吁各方保持克制，避免冲突扩大。";
static const char traditional[] =
    "兩國外長昨天在首都舉行會談，就邊界問題和貿易安排交換了意見。發言人表示，雙方同意盡快恢復中斷的對話，並在年底以前再次見面。"
    "國防部長沒有回答記者的提問。議會將於下週審議這項法案，反對黨批評政府隱瞞了預算的缺口。總統辦公室拒絕評論有關制裁的報導，"
    "只說談判仍在進行。學者認為，能源價格上漲會影響明年的選舉，地方官員則擔心糧食供應。聯合國呼籲各方保持克制，避免衝突擴大。";
static const char korean[] = "양국 외무장관은 어제 수도에서 회담을 열고 국경 문제와 무역 협정에 대해 의견을 나누었다. 대변인은 중단된 "
                             "대화를 되도록 빨리 다시 시작하기로 "
                             "했다고 밝혔다. 국방장관은 기자들의 질문에 대답하지 않았다. 국회는 다음 주에 이 법안을 심의할 예정이며 야당은 "
                             "정부가 예산의 구멍을 숨겼다고 "
                             "비판했다. 대통령실은 제재에 관한 보도에 대해 논평을 거부하고 협상이 계속되고 있다고만 말했다.";
static const char japanese[] =
    "両国の外相は昨日、首都で会談し、国境の問題と貿易の取り決めについて意見を交わした。報道官は、中断している対話をできるだけ早く再開するこ"
    "とで"
    "合意したと述べた。防衛大臣は記者の質問に答えなかった。国会は来週この法案を審議する予定で、野党は政府が予算の穴を隠していたと批判した。"
    "大統領府は制裁に関する報道についてコメントを避け、交渉は続いているとだけ語った。";

/** A text, the encodings it comes in, and of 100 pieces of 4, 10 and 40 characters how many must be told rightly. */
static const struct {
    const char *text, *charset, *encoding;
    guint least[3];
} cases[] = {
    { simplified, "GB18030", "GB18030", { 97, 100, 100 } },  { traditional, "BIG5", "Big5", { 92, 99, 100 } },
    { traditional, "GB18030", "GB18030", { 92, 99, 100 } },  { korean, "EUC-KR", "EUC-KR", { 90, 99, 100 } },
    { japanese, "SHIFT_JIS", "Shift_JIS", { 92, 99, 100 } }, { japanese, "EUC-JP", "EUC-JP", { 92, 99, 100 } },
    { simplified, "UTF-16LE", "UTF-16LE", { 75, 97, 100 } }, { traditional, "UTF-16BE", "UTF-16BE", { 75, 97, 100 } },
    { korean, "UTF-16LE", "UTF-16LE", { 90, 97, 100 } },     { japanese, "UTF-16BE", "UTF-16BE", { 75, 97, 100 } },
    { simplified, "UTF-8", "UTF-8", { 100, 100, 100 } },     { korean, "UTF-8", "UTF-8", { 100, 100, 100 } },
};
static const glong lengths[] = { 4, 10, 40 };

/** Whether the piece of so many characters at start comes out as it went in. */
static gboolean
is_told (const char *start, glong n_chars, const char *charset, const char *encoding)
{
    g_autoptr (GError) error = NULL;
    const char *end = g_utf8_offset_to_pointer (start, n_chars);
    gsize len = 0;
    g_autofree char *bytes = g_convert (start, end - start, charset, "UTF-8", NULL, &len, &error);
    g_assert_no_error (error);
    g_autoptr (GxSource) source = gx_source_new ("a.txt", bytes, len, NULL, NULL);
    return source && g_str_equal (gx_source_encoding (source), encoding) &&
           gx_str_equal (gx_source_text (source), (GxStr){ start, (gsize)(end - start) });
}

static void
test_accuracy (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        for (gsize l = 0; l < G_N_ELEMENTS (lengths); l++) {
            guint n = 0, told = 0;
            glong last = g_utf8_strlen (cases[i].text, -1) - lengths[l];
            for (glong at = 0; at <= last; at++, n++)
                told += is_told (g_utf8_offset_to_pointer (cases[i].text, at), lengths[l], cases[i].charset, cases[i].encoding) ? 1 : 0;
            g_test_message ("%s, %ld characters: %u of %u", cases[i].charset, lengths[l], told, n);
            g_assert_cmpuint (told * 100, >=, cases[i].least[l] * n);
        }
    }
}

static guint
confidence_of (const char *bytes, gsize len)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new ("a.txt", bytes, len, NULL, &error);
    g_assert_no_error (error);
    return gx_source_confidence (source);
}

static void
test_confidence (void)
{
    gsize len = 0;
    g_autofree char *gb = g_convert (simplified, -1, "GB18030", "UTF-8", NULL, &len, NULL);
    g_assert_cmpuint (confidence_of (simplified, strlen (simplified)), ==, 100);
    g_assert_cmpuint (confidence_of ("plain", 5), ==, 100);
    g_assert_cmpuint (confidence_of ("\xFF\xFE\x1D\x67", 4), ==, 100);
    g_assert_cmpuint (confidence_of (gb, len), >=, 95);
    g_assert_cmpuint (confidence_of ("\xB6\xD1\xB4\xBD", 4), <, 80); /* 堆唇 or 뙤눕 */

    const GxCorpusOptions forced = { .encoding = "EUC-KR" };
    g_autoptr (GxSource) source = gx_source_new ("a.txt", "\xB0\xA1\xB3\xAA", 4, &forced, NULL);
    g_assert_cmpuint (gx_source_confidence (source), ==, 100);
    g_assert_true (gx_str_equal (gx_source_text (source), gx_str ("가나")));
}

/** A text in UTF-8 with pieces of GBK in it: the pieces are lost, and the first is told by its line. */
static void
test_mixed (void)
{
    g_autoptr (GString) text = g_string_new ("第一行\n第二行\n第三行\xC3\xC0\xB9\xFA");
    for (guint i = 0; i < 20; i++)
        g_string_append (text, "\n其他的都好");
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new ("a.txt", text->str, text->len, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (gx_source_encoding (source), ==, "UTF-8");
    g_assert_cmpuint (gx_source_replaced (source), >, 0);
    g_assert_cmpuint (gx_source_damaged_line (source), ==, 3);

    g_autoptr (GxSource) whole = gx_source_new ("a.txt", "words", 5, NULL, &error);
    g_assert_cmpuint (gx_source_damaged_line (whole), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/detector/accuracy", test_accuracy);
    g_test_add_func ("/detector/confidence", test_confidence);
    g_test_add_func ("/detector/mixed", test_mixed);
    return g_test_run ();
}
