/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-language.c - languages of texts and blocks. */
#include "clean-sample.h"
#include "language.h"

#include <guanxi/sentence.h>

static void
test_texts (void)
{
    static const struct {
        const char *text, *language;
    } cases[] = {
        { "两国外长在首都举行了会谈。", "zh" },
        { "兩國外長在首都舉行了會談。", "zh" },
        { "GDP增长3.5%，CPI回落。", "zh" },
        { "金正恩（김정은）访问了首都。", "zh" },
        { "両国の外相は首都で会談した。", "ja" },
        { "両国\xE2\x80\x8Bの外相\xC2\xADは首都\xE2\x81\xA0で会談\xEF\xBB\xBFした。", "ja" },
        { "両国 외무장관이 수도에서 회담했다.", "ko" },
        { "大韓民國은 民主共和國이다.", "ko" },
        { "The ministers of both countries met in the capital.", "en" },
        { "Die Minister der beiden Länder trafen sich in der Hauptstadt und sprachen über den Handel.", "de" },
        { "Les ministres des deux pays se sont rencontrés dans la capitale.", "fr" },
        { "Los ministros de los dos países se reunieron en la capital y hablaron por la noche.", "es" },
        { "Os ministros dos dois países não se reuniram na capital, mas em uma cidade ao norte.", "pt" },
        { "Министры двух стран встретились в столице.", "ru" },
        { "Міністри двох країн зустрілися в столиці.", "uk" },
        { "التقى وزيرا البلدين في العاصمة.", "ar" },
        { "وزیران دو کشور در پایتخت دیدار کردند.", "fa" },
        { "Οι υπουργοί των δύο χωρών συναντήθηκαν.", "el" },
        { "השרים נפגשו בבירה.", "he" },
        { "दोनों देशों के मंत्री मिले।", "hi" },
        { "รัฐมนตรีของทั้งสองประเทศพบกัน", "th" },
        { "2019-02-27 10:30", "und" },
        { "https://www.example.de/der/die/das", "und" },
        { "", "und" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpstr (gx_language_of (gx_str (cases[i].text)), ==, cases[i].language);
}

static void
test_blocks (void)
{
    static const char text[] = "# 会談\n\n両国の外相は首都で会談した。\n\n## 東京\n\n結果は発表されなかった。\n\n"
                               "The ministers of both countries met in the capital.\n\nKim Lee\n\n2019\n";
    static const char *const expected[] = { "ja", "ja", "ja", "ja", "en", "en", "ja" };
    g_autoptr (GxDocument) document = sample_read ("sample.md", text, strlen (text));
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    guint n;

    gx_document_blocks (document, &n);
    g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < n; i++)
        if (i != 5) /* a name between two languages */
            g_assert_cmpstr (gx_sentences_language (sentences, i), ==, expected[i]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/language/texts", test_texts);
    g_test_add_func ("/language/blocks", test_blocks);
    return g_test_run ();
}
