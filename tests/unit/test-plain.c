/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-plain.c - paragraphs, notes, marks, captions and furniture of plain text. */
#include <guanxi/document.h>

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

/* The blocks, a line each: type, colon, text. */
static char *
describe (const GxDocument *document)
{
    GString *out = g_string_new (NULL);
    guint n;
    const GxBlock *blocks = gx_document_blocks (document, &n);

    for (guint i = 0; i < n; i++) {
        g_string_append_printf (out, "%s: ", gx_block_type_name (blocks[i].type));
        g_string_append_len (out, gx_document_text (document).data + blocks[i].start, (gssize)(blocks[i].end - blocks[i].start));
        g_string_append_c (out, '\n');
    }
    return g_string_free (out, FALSE);
}

/* Whether a character may be missing from clean text: white space, hyphens, and what marks of notes are made of. */
static gboolean
may_be_missing (gunichar c)
{
    return g_unichar_isspace (c) || g_unichar_isdigit (c) || c == 0x2460 || c == 0x2461 || (c < 0x80 && strchr ("-^[]", (int)c)); /* ①② */
}

/* Every clean character stands for the same source character, each of those at most once; only what may be missing is. */
static void
check_map (const GxDocument *document, const char *text)
{
    GxStr clean = gx_document_text (document);
    g_autofree guint8 *seen = g_new0 (guint8, strlen (text) + 1);

    for (gsize at = 0; at < clean.len;) {
        gsize end = at + (gsize)g_utf8_skip[(guchar)clean.data[at]];

        if (clean.data[at] != '\n' && clean.data[at] != ' ') {
            GxSpan span = gx_document_source_span (document, at, end);

            g_assert_cmpuint (span.end - span.start, ==, end - at);
            g_assert_true (memcmp (clean.data + at, text + span.start, end - at) == 0);
            g_assert_cmpint (seen[span.start], ==, 0);
            seen[span.start] = 1;
        }
        at = end;
    }
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        if (seen[p - text] == 0 && !may_be_missing (g_utf8_get_char (p)))
            g_error ("byte %d is missing of %s", (int)(p - text), text);
}

static void
check (const char *text, const char *expected)
{
    g_autoptr (GxDocument) document = read_text (text, strlen (text));
    g_autofree char *got = describe (document);

    g_assert_cmpstr (got, ==, expected);
    check_map (document, text);
}

static void
test_paragraph_lines (void)
{
    check ("两国外长会谈\n\n　　两国外长昨天在首都举行了会谈。\n　　会谈持续了三个小时，双方谈到贸易与安全。\n",
           "heading: 两国外长会谈\nparagraph: 两国外长昨天在首都举行了会谈。\nparagraph: 会谈持续了三个小时，双方谈到贸易与安全。\n");
    check ("一行\r\n\r\n这是完整的一句话。\r\n", "heading: 一行\nparagraph: 这是完整的一句话。\n");
    check ("没有换行。", "paragraph: 没有换行。\n");
    check ("x", "heading: x\n");
}

static void
test_cut_paragraph (void)
{
    /* Cut by a picture, with its caption in between. */
    check ("标题\n\n会谈进行得十分顺利。双方都认为这一次的会晤为今后两国在各个领域的合\n\n图为双方代表步入会场。\n\n供图：某通讯社\n\n"
           "作打下了很好的基础，也为地区的稳定提供了条件，各界对此都表示欢迎。\n",
           "heading: 标题\nparagraph: 会谈进行得十分顺利。双方都认为这一次的会晤为今后两国在各个领域的合作打下了很好的基础，"
           "也为地区的稳定提供了条件，各界对此都表示欢迎。\ncaption: 图为双方代表步入会场。\ncaption: 供图：某通讯社\n");
    /* A heading is never joined with the text below it. */
    check ("会谈之后的几个问题\n\n各方对会谈的结果有不同的看法，有人乐观，有人悲观，还有人认为现在下结论为时太早。\n",
           "heading: 会谈之后的几个问题\nparagraph: 各方对会谈的结果有不同的看法，有人乐观，有人悲观，还有人认为现在下结论为时太早。\n");
}

static void
test_broken_sentence (void)
{
    /* Too short to show a width: pieces up to a full stop are one sentence, whatever the line ends. */
    check ("部长昨天到访。\n外长表示欢迎，双方就\n贸易问题交换意见。\n",
           "paragraph: 部长昨天到访。\nparagraph: 外长表示欢迎，双方就贸易问题交换意见。\n");
    check ("部长昨天到访。\r\n外长表示欢迎，双方就\r\n贸易问题交换意见。\r\n",
           "paragraph: 部长昨天到访。\nparagraph: 外长表示欢迎，双方就贸易问题交换意见。\n");
    /* Headlines have no full stop, and a heading is short beside its paragraph. */
    check ("会谈破裂，双方各执一词\n各国表示遗憾，呼吁对话\n", "heading: 会谈破裂，双方各执一词\nheading: 各国表示遗憾，呼吁对话\n");
    check ("第二节\n短句。\n", "heading: 第二节\nparagraph: 短句。\n");
}

static void
test_garbled (void)
{
    const char *names = "代表名单\n\n陈刚辉 许红娜 吴敏超 唐涛超 郑杰斌 黄敏超\n王鹏杰 朱桂红 唐伟玉 胡军萍 许磊刚 刘勇伟\n"
                        "王伟英 高伟杰 梁强娟 宋伟霞 赵红涛 郭平磊\n孙磊华 赵红涛 周伟娟 韩平英 刘丽英 宋辉洋\n";
    const char *noise =
        "鞄祠欜翻畄矣皊頜瓂磋嫫鎩鱂頜驈姈浟樮傛洳腭坂灏钍圓垝僀齔佄\n埞輯搬擼愤甞宮迖鬊玑帪桶怢鏒刐癴鷏铇桋操瑃蕠鋌戵吷涧湔嘾蜭蔏\n"
        "祙援漅谮償荕霉偫嗺筮頿徳駹帄徺漪煱胫阳腖搉鱤奬毤谵仵撺醬皛踝\n";
    g_autoptr (GxDocument) list = read_text (names, strlen (names));
    g_autoptr (GxDocument) garbled = read_text (noise, strlen (noise));
    guint n;
    const GxBlock *blocks = gx_document_blocks (list, &n);

    /* Names have few of prose's common characters, but are no noise. */
    for (guint i = 0; i < n; i++)
        g_assert_cmpint (blocks[i].type, !=, GX_BLOCK_FURNITURE);
    blocks = gx_document_blocks (garbled, &n);
    for (guint i = 0; i < n; i++)
        g_assert_cmpint (blocks[i].reason, ==, GX_REASON_GARBLED);
    g_assert_cmpstr (gx_document_warnings (garbled)[0], ==, "line 1: garbled text is left out");
}

/* Wrapped at 20 characters, as out of a PDF. */
#define WRAPPED "这一年里两国的领导人先后举行了三次会晤，\n谈到了贸易、安全和人员往来等许多方面的问\n题，双方都希望把这样的对话继续下去。"

static void
test_wrapped (void)
{
    check (
        "第一章\n\n" WRAPPED "\n\n" WRAPPED "\n",
        "heading: 第一章\n"
        "paragraph: 这一年里两国的领导人先后举行了三次会晤，谈到了贸易、安全和人员往来等许多方面的问题，双方都希望把这样的对话继续下去。\n"
        "paragraph: "
        "这一年里两国的领导人先后举行了三次会晤，谈到了贸易、安全和人员往来等许多方面的问题，双方都希望把这样的对话继续下去。\n");
    check ("The ministers of both countries met three times in this year and spoke about\ntrade, security and a good number of other "
           "questions of their co-\n"
           "operation, and both of them hope that the talks will go on in the coming\nyear as well.\n\nA second paragraph stands here.\n",
           "paragraph: The ministers of both countries met three times in this year and spoke about trade, security and a good number of "
           "other "
           "questions of their cooperation, and both of them hope that the talks will go on in the coming year as well.\n"
           "paragraph: A second paragraph stands here.\n");
}

static void
test_idle_blanks (void)
{
    check ("摘  "
           "要\n\n这一年里两国的领导人先后举行了三次会晤，\n\n谈到了贸易、安全和人员往来等许多方面的问\n\n题，双方都希望把这样的对话继续下"
           "去。\n\n"
           "第一节 会晤\n\n会晤在首都举行，两国的外长和国防部长都参\n\n加了会晤，气氛很好。\n",
           "heading: 摘要\nparagraph: 这一年里两国的领导人先后举行了三次会晤，谈到了贸易、安全和人员往来等许多方面的问题，"
           "双方都希望把这样的对话继续下去。\nheading: 第一节 会晤\nparagraph: "
           "会晤在首都举行，两国的外长和国防部长都参加了会晤，气氛很好。\n");
}

static void
test_notes (void)
{
    check ("这一年里两国的领导人先后举行了三次会晤，\n谈到了贸易、安全等问题，1但是在11个项目\n上没有结果。2双方都希望把这样的对话继续\n\n"
           "1 某报，2019年3月1日，第2版。\n2某通讯社，2019年\n4月1日。\n- 7 "
           "-\n\f下去，也希望第三国参加进来，共同解决这些\n长期没有解决的问题。\n- 8 -\n",
           "paragraph: 这一年里两国的领导人先后举行了三次会晤，谈到了贸易、安全等问题，但是在11个项目上没有结果。双方都希望把这样的对话继续"
           "下去，也希望第三国参加进来，共同解决这些长期没有解决的问题。\nnote: 1 某报，2019年3月1日，第2版。\nnote: "
           "2某通讯社，2019年4月1日。\n"
           "furniture: - 7 -\nfurniture: - 8 -\n");
    check ("双方都表示满意。^[7]\n", "paragraph: 双方都表示满意。\n");
    check ("首次会晤在南方举行。[1]第二次在北方。[2]\n", "paragraph: 首次会晤在南方举行。第二次在北方。\n");
    check ("条约[3]至今有效。\n", "paragraph: 条约[3]至今有效。\n");
    check ("G20峰会上，20国领导人在2018年11月谈到11项决议，3人缺席。\n",
           "paragraph: G20峰会上，20国领导人在2018年11月谈到11项决议，3人缺席。\n");
}

static void
test_note_list (void)
{
    check ("正文的第一句话。①正文的第二句话。②\n\n注释\n\n① 某书，第3页。\n\n② 某报。\n",
           "paragraph: 正文的第一句话。正文的第二句话。\nheading: 注释\nnote: ① 某书，第3页。\nnote: ② 某报。\n");
}

static void
test_items (void)
{
    check ("会议决定：\n1. 恢复谈判；\n2. 互设办事处。\n• 此外，继续磋商。\n（一）加强合作\n双方将加强合作。\n",
           "paragraph: 会议决定：\nlist-item: 1. 恢复谈判；\nlist-item: 2. 互设办事处。\nlist-item: • 此外，继续磋商。\nheading: "
           "（一）加强合作\n"
           "paragraph: 双方将加强合作。\n");
}

static void
test_running_heads (void)
{
    check (
        "某某评论 2019年第1期\n" WRAPPED "\n1\n\f某某评论 2019年第1期\n" WRAPPED "\n2\n\f某某评论 2019年第1期\n" WRAPPED "\n3\n",
        "furniture: 某某评论 2019年第1期\n"
        "paragraph: 这一年里两国的领导人先后举行了三次会晤，谈到了贸易、安全和人员往来等许多方面的问题，双方都希望把这样的对话继续下去。\n"
        "furniture: 1\nfurniture: 某某评论 2019年第1期\n"
        "paragraph: 这一年里两国的领导人先后举行了三次会晤，谈到了贸易、安全和人员往来等许多方面的问题，双方都希望把这样的对话继续下去。\n"
        "furniture: 2\nfurniture: 某某评论 2019年第1期\n"
        "paragraph: 这一年里两国的领导人先后举行了三次会晤，谈到了贸易、安全和人员往来等许多方面的问题，双方都希望把这样的对话继续下去。\n"
        "furniture: 3\n");
    /* Questions and answers come back as well, but are text. */
    check ("记者：\n会谈如何？\n部长：\n很好。\n记者：\n何时再谈？\n部长：\n明年。\n记者：\n谢谢。\n",
           "paragraph: 记者：\nparagraph: 会谈如何？\nparagraph: 部长：\nparagraph: 很好。\nparagraph: 记者：\nparagraph: 何时再谈？\n"
           "paragraph: 部长：\nparagraph: 明年。\nparagraph: 记者：\nparagraph: 谢谢。\n");
}

static void
test_metadata (void)
{
    static const char text[] = "两国会谈前瞻\n文 / 张某某\n2021 年 4 月\n\n会谈将在下月举行。\n";
    g_autoptr (GxDocument) document = read_text (text, strlen (text));

    g_assert_cmpstr (gx_document_title (document), ==, "两国会谈前瞻");
    g_assert_cmpstr (gx_document_author (document), ==, "张某某");
    g_assert_cmpstr (gx_document_date (document), ==, "2021-04");
}

/* Dates of a chronicle are headings, not the date of the text. */
static void
test_chronicle (void)
{
    g_autoptr (GString) text = g_string_new ("大事记\n");
    g_autoptr (GxDocument) document = NULL;

    for (guint i = 0; i < 20; i++)
        g_string_append (text, "这一年发生了许多事情。\n");
    g_string_append (text, "2018年6月12日\n双方举行首次会晤。\n2019年2月27日\n双方再次会晤。\n");
    document = read_text (text->str, text->len);
    g_assert_cmpstr (gx_document_title (document), ==, "大事记");
    g_assert_null (gx_document_date (document));
}

static void
test_english_report (void)
{
    static const char text[] = "Peace at Last\n\nBy Jane Doe\nMarch 3, 2019\n\n"
                               "The ministers of both countries met three times in this year and spoke about\n"
                               "trade, security and other questions.1 Both of them hope that the talks will go\n"
                               "on in the coming year, although 15 countries have not yet agreed to lift their\n"
                               "sanctions.2\n\n                 12\n\nThe second round begins in May.\n\n------\n\n"
                               "1 See the report of the ministry, January 2019, which gives all of the details\nof the talks.\n\n"
                               "2 Resolution 1718 of the council.\n\n                 13\n\nThe third round is not planned.\n";
    g_autoptr (GxDocument) document = read_text (text, strlen (text));

    g_assert_cmpstr (gx_document_author (document), ==, "Jane Doe");
    g_assert_cmpstr (gx_document_date (document), ==, "2019-03-03");
    check (text,
           "heading: Peace at Last\nbyline: By Jane Doe\nbyline: March 3, 2019\n"
           "paragraph: The ministers of both countries met three times in this year and spoke about trade, security and other questions. "
           "Both of them hope that the talks will go on in the coming year, although 15 countries have not yet agreed to lift their "
           "sanctions.\nfurniture: 12\nparagraph: The second round begins in May.\nfurniture: ------\n"
           "note: 1 See the report of the ministry, January 2019, which gives all of the details of the talks.\n"
           "note: 2 Resolution 1718 of the council.\nfurniture: 13\nparagraph: The third round is not planned.\n");
}

/* Lines put together at random must keep the map whole. */
static void
test_mixed (void)
{
    static const char *const pieces[] = { "会谈在首都举行，双方都很满意，1但是还有",
                                          "问题。2",
                                          "\n",
                                          "\n\n",
                                          "\f",
                                          " ",
                                          "　　",
                                          "1 某报。",
                                          "2某书",
                                          "图为会场。",
                                          "co-",
                                          "operation goes on",
                                          "12",
                                          "一、",
                                          "1. ",
                                          "摘 要",
                                          "[1]",
                                          "①",
                                          "^[3]",
                                          "注释",
                                          "\r\n",
                                          "文 / 某人",
                                          "。",
                                          "2019年",
                                          "a" };
    g_autoptr (GRand) rand = g_rand_new_with_seed (3);

    for (guint round = 0; round < 3000; round++) {
        g_autoptr (GString) text = g_string_new ("始");
        g_autoptr (GxDocument) document = NULL;

        for (gint n = g_rand_int_range (rand, 0, 40); n > 0; n--)
            g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        document = read_text (text->str, text->len);
        check_map (document, text->str);
    }
}

static void
test_long (void)
{
    static const char *const pieces[] = { "1\n", "1 某书，\n",   "[1]",     "①\n",  "会谈，1", "\n",
                                          "\f",  "某某评论 1\n", "- 1 -\n", "a-\n", "。",      "会谈在首都举行双方都很满意但是还有\n" };

    for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) text = g_string_new ("始\n");
        g_autoptr (GxDocument) document = NULL;
        gint64 before = g_get_monotonic_time ();

        for (guint n = 0; n < 100000; n++)
            g_string_append (text, pieces[i]);
        document = read_text (text->str, text->len);
        g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC);
    }
}

/* The report: all of its notes are lifted out, none of its marks is left, no heading runs into the text. */
static void
test_report (void)
{
    g_autofree char *path = g_build_filename (GUANXI_SHARED, "seeds", "003_bf50770e0f7ea97f.txt", NULL), *text = NULL;
    g_autoptr (GxDocument) document = NULL;
    const GxBlock *blocks;
    guint n, n_notes = 0;
    gsize len;

    if (!g_file_get_contents (path, &text, &len, NULL)) {
        g_test_skip ("the shared texts are not here");
        return;
    }
    document = read_text (text, len);
    check_map (document, text);
    blocks = gx_document_blocks (document, &n);
    for (guint i = 0; i < n; i++)
        n_notes += blocks[i].type == GX_BLOCK_NOTE;
    g_assert_cmpuint (n_notes, >=, 52);
    g_assert_cmpuint (n_notes, <=, 56);
    g_assert_nonnull (strstr (gx_document_text (document).data, "无济于事，朝鲜依然没有弃核"));
    g_assert_nonnull (strstr (gx_document_text (document).data, "所有方案。”1 月 22 日"));
    g_assert_nonnull (strstr (gx_document_text (document).data, "劳动党八大提出"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/plain/paragraph-lines", test_paragraph_lines);
    g_test_add_func ("/plain/cut-paragraph", test_cut_paragraph);
    g_test_add_func ("/plain/broken-sentence", test_broken_sentence);
    g_test_add_func ("/plain/garbled", test_garbled);
    g_test_add_func ("/plain/wrapped", test_wrapped);
    g_test_add_func ("/plain/idle-blanks", test_idle_blanks);
    g_test_add_func ("/plain/notes", test_notes);
    g_test_add_func ("/plain/note-list", test_note_list);
    g_test_add_func ("/plain/items", test_items);
    g_test_add_func ("/plain/running-heads", test_running_heads);
    g_test_add_func ("/plain/metadata", test_metadata);
    g_test_add_func ("/plain/chronicle", test_chronicle);
    g_test_add_func ("/plain/english-report", test_english_report);
    g_test_add_func ("/plain/mixed", test_mixed);
    g_test_add_func ("/plain/long", test_long);
    g_test_add_func ("/plain/report", test_report);
    return g_test_run ();
}
