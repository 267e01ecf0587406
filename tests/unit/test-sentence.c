/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-sentence.c - ends of sentences. */
#include <guanxi/sentence.h>

#include <stdio.h>

static GxDocument *
read_text (const char *text, gsize len)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new ("sample.txt", text, len, NULL, &error);
    GxDocument *document;

    g_assert_no_error (error);
    document = gx_document_read (source, &error);
    g_assert_no_error (error);
    return document;
}

/* Compares the sentences of text, which is one paragraph, with expected, which has a bar between them. */
static void
check (const char *text, const char *expected)
{
    g_autoptr (GxDocument) document = read_text (text, strlen (text));
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GString) got = g_string_new (NULL);
    const GxSentence *found;
    gsize last = 0;
    guint n;

    found = gx_sentences_get (sentences, &n);
    for (guint i = 0; i < n; i++) {
        g_assert_cmpuint (found[i].start, <, found[i].end);
        g_assert_cmpuint (found[i].start, >=, last);
        last = found[i].end;
        if (i > 0)
            g_string_append_c (got, '|');
        g_string_append_len (got, gx_document_text (document).data + found[i].start, (gssize)(found[i].end - found[i].start));
    }
    if (strcmp (got->str, expected) != 0) {
        fprintf (stderr, "%s\ninstead of\n%s\n", got->str, expected);
        g_test_fail ();
    }
}

static void
test_chinese (void)
{
    check ("他来了。她走了！为什么？", "他来了。|她走了！|为什么？");
    check ("第一，和谈；第二，停火；第三，撤军。", "第一，和谈；|第二，停火；|第三，撤军。");
    check ("是吗？！当然可以……好。", "是吗？！|当然可以……|好。");
    check ("没有句号", "没有句号");
    check ("他来了.她走了?是的!", "他来了.|她走了?|是的!");
    check ("增长3.5个百分点,达到U.S.标准.后来", "增长3.5个百分点,达到U.S.标准.|后来");
}

static void
test_quotations (void)
{
    check ("他说：“我来了。”然后走了。", "他说：“我来了。”|然后走了。");
    check ("“我来了。”，他说。", "“我来了。”，他说。");
    check ("他说：“我来了。你走吧。”两人都笑了。", "他说：“我来了。|你走吧。”|两人都笑了。");
    check ("这场被称为“战争！和平”的辩论结束了。", "这场被称为“战争！和平”的辩论结束了。");
    check ("“走不走？”的问题没有答案。", "“走不走？”的问题没有答案。");
    check ("他说：「來了。」她問：『誰？』", "他说：「來了。」|她問：『誰？』");
    check ("他写了《谁是敌人？》一书。", "他写了《谁是敌人？》一书。");
    check ("他（谁？他自己！）来了。", "他（谁？他自己！）来了。");
    check ("他来了。（记者某某。）", "他来了。|（记者某某。）");
    check ("\"他来了。\"她说。\"是吗?\"", "\"他来了。\"她说。|\"是吗?\"");
    check ("没有关上的“引号。还是两句。", "没有关上的“引号。|还是两句。");
    check ("他说。”", "他说。”");
}

static void
test_embedded (void)
{
    check ("“我们同意。”部长说。会谈结束了。", "“我们同意。”部长说。|会谈结束了。");
    check ("“我们同意。明天签字。”部长说。", "“我们同意。明天签字。”部长说。");
    check ("“同意！”外交部发言人表示，“马上签字。”", "“同意！”外交部发言人表示，“马上签字。”");
    check ("他说：“同意。”她说。", "他说：“同意。”|她说。");
    check ("他说：“甲国同意！”", "他说：“甲国同意！”");
    check ("他说：“甲国同意。乙国反对。”然后走了。", "他说：“甲国同意。|乙国反对。”|然后走了。");
    check ("“打倒贪官！”等口号响起。人们走了。", "“打倒贪官！”等口号响起。|人们走了。");
    check ("会上提出（见第三章。）两点。散会。", "会上提出（见第三章。）两点。|散会。");
    check ("《什么是敌人？》一书出版。", "《什么是敌人？》一书出版。");
    check ("「行きます。」と言った。帰った。", "「行きます。」と言った。|帰った。");
    check ("그는 “간다.”라고 말했다. 끝났다.", "그는 “간다.”라고 말했다.|끝났다.");
    check ("他说：“《和约？》不签。", "他说：“《和约？》不签。");
    check ("法院说够了。“全交给法院就够了吗？”（P172）", "法院说够了。|“全交给法院就够了吗？”（P172）");
    check ("“监控限制了自由。” ——某学院教授", "“监控限制了自由。” ——某学院教授");
    check ("他说：“名不副实……“，还写道：“走吧。“", "他说：“名不副实……“，还写道：“走吧。“");
}

static void
test_ellipses (void)
{
    check ("“我……我不知道。”", "“我……我不知道。”");
    check ("他说：“……帝国主义……是纸老虎。”", "他说：“……帝国主义……是纸老虎。”");
    check ("苹果、梨、桃……都是水果。", "苹果、梨、桃……都是水果。");
    check ("会谈就这样拖了下去……第二年春天才有结果。", "会谈就这样拖了下去……|第二年春天才有结果。");
    check ("会谈就这样拖了下去⋯⋯第二年春天才有结果。", "会谈就这样拖了下去⋯⋯|第二年春天才有结果。");
    check ("他不懂......她也不懂。", "他不懂......她也不懂。");
    check ("He waited… and left. So it was… Nobody came.", "He waited… and left.|So it was…|Nobody came.");
}

static void
test_dots (void)
{
    check ("约翰.甘来了。他走了。", "约翰.甘来了。|他走了。");
    check ("約翰．甘來了。他走了。", "約翰．甘來了。|他走了。");
    check ("他来了．我走了．", "他来了．|我走了．");
    check ("增长３．５个点。", "增长３．５个点。");
    check ("见www.example.org/a?b=1或写信给a.b@example.org。再见。", "见www.example.org/a?b=1或写信给a.b@example.org。|再见。");
    check ("打开report.v2.docx文件,10:30开始,2019.2.27结束.", "打开report.v2.docx文件,10:30开始,2019.2.27结束.");
    check ("Yahoo!公司同意了。好!我们走。", "Yahoo!公司同意了。|好!|我们走。");
    check ("一.和谈问题", "一.和谈问题");
    check ("(1)和谈;(2)停火.", "(1)和谈;|(2)停火.");
}

static void
test_english (void)
{
    check ("Mr. Smith met Gen. J. R. Doe. They spoke.", "Mr. Smith met Gen. J. R. Doe.|They spoke.");
    check ("The U.S. State Department agreed. Was it 3.5 percent? Yes.", "The U.S. State Department agreed.|Was it 3.5 percent?|Yes.");
    check ("He lives in the U.S. The talks failed.", "He lives in the U.S.|The talks failed.");
    check ("It met on Jan. 5 under No. 7 of the act. Then it left.", "It met on Jan. 5 under No. 7 of the act.|Then it left.");
    check ("“We agree.” He left. He said \"yes.\" Then \"no\" came.", "“We agree.”|He left.|He said \"yes.\"|Then \"no\" came.");
    check ("He waited ... and left. Yahoo! said so; it did.", "He waited ... and left.|Yahoo! said so; it did.");
    check ("It grew in the 2030s. Kim said it was Lee's. Park left.", "It grew in the 2030s.|Kim said it was Lee's.|Park left.");
    check ("Acme Inc. of Ohio, i.e. the firm, lost. See e.g. Kim.", "Acme Inc. of Ohio, i.e. the firm, lost.|See e.g. Kim.");
}

static void
test_others (void)
{
    check ("대통령이 말했다. 회담은 2020. 11. 11. 열렸다. 끝났다.", "대통령이 말했다.|회담은 2020. 11. 11. 열렸다.|끝났다.");
    check ("会談は終わった。次は来月だ。", "会談は終わった。|次は来月だ。");
    check ("Он пришёл. Она ушла.", "Он пришёл.|Она ушла.");
}

static void
test_abbreviations (void)
{
    check ("Am 27. Februar traf Dr. Kern die Bundeskanzlerin. Das Treffen war z. B. für den Handel wichtig, bzw. Es ging gut.",
           "Am 27. Februar traf Dr. Kern die Bundeskanzlerin.|Das Treffen war z. B. für den Handel wichtig, bzw.|Es ging gut.");
    check ("M. Dupont est venu avec les autres. Il était là dès oct. Personne ne l'a vu.",
           "M. Dupont est venu avec les autres.|Il était là dès oct. Personne ne l'a vu.");
    check ("El Sr. Ruiz habló con la Dra. Paz en EE.UU. El acuerdo es de los dos.",
           "El Sr. Ruiz habló con la Dra. Paz en EE.UU.|El acuerdo es de los dos.");
    check ("В 1991 г. Россия и А. С. Иванов подписали договор. Проф. Петров ушёл.",
           "В 1991 г. Россия и А. С. Иванов подписали договор.|Проф. Петров ушёл.");
    check ("회담이 끝났습니다. 언제 만날까? 좋아요. 갑시다.", "회담이 끝났습니다.|언제 만날까?|좋아요.|갑시다.");
    check ("هل جاء؟ نعم جاء. ثم ذهب.", "هل جاء؟|نعم جاء.|ثم ذهب.");
    check ("वह आया। वह गया।", "वह आया।|वह गया।");
    check ("Τι είναι αυτό; Δεν ξέρω.", "Τι είναι αυτό;|Δεν ξέρω.");
}

static void
test_blocks (void)
{
    check ("一、标题\n\n第一句。第二句。\n\n- 项目一\n- 项目二\n", "一、标题|第一句。|第二句。|- 项目一|- 项目二");
    check ("正文。\n\n- 3 -\n", "正文。");
}

static void
test_empty (void)
{
    check ("。", "。");
    check ("？！", "？！");
    check ("来。……。", "来。……。");
}

/* Sentences lie in order and inside blocks, none is empty, and no letter or digit of a block lies outside of all of its sentences. */
static void
check_cover (const GxDocument *document)
{
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    GxStr text = gx_document_text (document);
    const GxSentence *found;
    const GxBlock *blocks;
    guint n, n_blocks, k = 0;

    found = gx_sentences_get (sentences, &n);
    blocks = gx_document_blocks (document, &n_blocks);
    for (guint i = 0; i < n; i++) {
        g_assert_cmpuint (found[i].start, <, found[i].end);
        g_assert_cmpuint (found[i].block, <, n_blocks);
        g_assert_cmpuint (found[i].start, >=, blocks[found[i].block].start);
        g_assert_cmpuint (found[i].end, <=, blocks[found[i].block].end);
        g_assert_true (i == 0 || found[i].start >= found[i - 1].end);
        g_assert_true (g_utf8_validate_len (text.data + found[i].start, found[i].end - found[i].start, NULL));
    }
    for (guint i = 0; i < n_blocks; i++) {
        g_assert_nonnull (gx_sentences_language (sentences, i));
        for (gsize at = blocks[i].start; at < blocks[i].end; at += (gsize)g_utf8_skip[(guchar)text.data[at]]) {
            while (k < n && found[k].end <= at)
                k++;
            if (blocks[i].type != GX_BLOCK_FURNITURE && g_unichar_isalnum (g_utf8_get_char (text.data + at)))
                g_assert_true (k < n && found[k].start <= at);
        }
    }
}

static void
test_cover (void)
{
    static const char *const pieces[] = { "国", "。",   "“",    "”",  "…",  ".",  " ",  "a",  "B",    "1",  "（",    "）",
                                          "!",  "\"",   "《",   "》", "；", "说", "的", "，", "\n\n", "か", "「",    "」",
                                          "다", "U.S.", "Dr. ", "é",  "я",  "।",  "؟",  "．", "—",    "😀",  "\u3000" };
    g_autoptr (GRand) random = g_rand_new_with_seed (7);

    for (guint round = 0; round < 3000; round++) {
        g_autoptr (GString) text = g_string_new ("始");
        g_autoptr (GxDocument) document = NULL;

        for (gint n = g_rand_int_range (random, 0, 60); n > 0; n--)
            g_string_append (text, pieces[g_rand_int_range (random, 0, (gint)G_N_ELEMENTS (pieces))]);
        document = read_text (text->str, text->len);
        check_cover (document);
    }
}

static void
test_long (void)
{
    static const char *const pieces[] = { "“",  "（",     "！",       "?",   "“来。", "（来。",       "”",   "a. ", ".",
                                          " .", "\"来。", "（）",     "J. ", "‘’“",   "“来。”人说，", "国…", "1.",  "国",
                                          "U.", "《",     "《来。》", "”的" };

    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) text = g_string_new ("始");
        g_autoptr (GxDocument) document = NULL;
        g_autoptr (GxSentences) sentences = NULL;
        gint64 before = g_get_monotonic_time ();
        guint n_found;

        for (guint n = 0; n < 100000; n++)
            g_string_append (text, pieces[i]);
        document = read_text (text->str, text->len);
        sentences = gx_sentences_find (document);
        gx_sentences_get (sentences, &n_found);
        g_assert_cmpuint (n_found, >=, 1);
        g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC);
    }
}

/* Marks that all open before any closes. */
static void
test_nested (void)
{
    static const char *const pairs[][2] = { { "“", "”" }, { "（", "）" }, { "“‘", "’”" }, { "。“", "。”" }, { "《", "》" } };

    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
        g_autoptr (GString) text = g_string_new ("始");
        g_autoptr (GxDocument) document = NULL;
        gint64 before = g_get_monotonic_time ();

        for (guint n = 0; n < 100000; n++)
            g_string_append (text, pairs[i][0]);
        g_string_append (text, "国。");
        for (guint n = 0; n < 100000; n++)
            g_string_append (text, pairs[i][1]);
        document = read_text (text->str, text->len);
        check_cover (document);
        g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/sentence/chinese", test_chinese);
    g_test_add_func ("/sentence/quotations", test_quotations);
    g_test_add_func ("/sentence/embedded", test_embedded);
    g_test_add_func ("/sentence/ellipses", test_ellipses);
    g_test_add_func ("/sentence/dots", test_dots);
    g_test_add_func ("/sentence/english", test_english);
    g_test_add_func ("/sentence/abbreviations", test_abbreviations);
    g_test_add_func ("/sentence/others", test_others);
    g_test_add_func ("/sentence/blocks", test_blocks);
    g_test_add_func ("/sentence/empty", test_empty);
    g_test_add_func ("/sentence/cover", test_cover);
    g_test_add_func ("/sentence/long", test_long);
    g_test_add_func ("/sentence/nested", test_nested);
    return g_test_run ();
}
