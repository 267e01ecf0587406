/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-import.c - each foreign format by small files: what is a name, a type, a year, a country, and what is refused. */
#include "exchange-sample.h"

#define ITEM(id, class, more)                                                                                                              \
    "{\"type\":\"item\",\"id\":\"" id "\",\"labels\":{\"zh\":{\"value\":\"名" id "\"}},\"claims\":{\"P31\":[" class "]" more "}}\n"
#define IS(id, rank) "{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"" id "\"}}},\"rank\":\"" rank "\"}"

static void
test_spacy (void)
{
    expect_import (NULL, "a.jsonl",
                   "{\"label\": \"PERSON\", \"pattern\": [{\"TEXT\": \"王\"}, {\"ORTH\": \"小海\"}], \"id\": \"w\"}\n"
                   "{\"label\": \"PERSON\", \"pattern\": [{\"LOWER\": \"wang\"}, {\"LOWER\": \"xiaohai\"}], \"id\": \"w\"}\n"
                   "{\"label\": \"PERSON\", \"pattern\": [{\"LOWER\": \"왕\"}, {\"LOWER\": \"씨\"}], \"id\": \"w\"}\n"
                   "{\"label\": \"org\", \"pattern\": [{\"TEXT\": \"A\", \"OP\": \"?\"}]}\n{\"label\": \"org\", \"pattern\": []}\n"
                   "{\"label\": \"org\", \"pattern\": 5}\n{\"label\": \"org\"}\n[]\n{\"label\": \"DATE\", \"pattern\": \"1999\"}\n",
                   "w\tperson\t王小海\twang xiaohai\t왕 씨\t\t\t\n",
                   "4 the pattern is a rule, not a name\n5 the pattern is a rule, not a name\n6 the pattern is a rule, not a name\n"
                   "7 there is no \"pattern\"\n8 this is not a pattern\n");
}

static void
test_gate (void)
{
    expect_import (NULL, "person.lst", "王海:id=w:country=fr\nWang Hai\tid=w\n:id=x\nO'Hara & Sons: a=b\n",
                   "o-hara-sons-a-b\tperson\tO'Hara & Sons: a=b\tO'Hara & Sons: a=b\t\t\t\t\nw\tperson\t王海\tWang Hai\t\tQ142\t\t\n",
                   "3 the entry has no name\n");
}

static void
test_jieba (void)
{
    expect_import (
        NULL, "user.dict", "王海 3 nr\n王海 nrt\nBank of England 10 nt\nAgenda 21 1000 nt\n法国 ns\n高兴 5 a\n海 nr\n",
        "agenda-21\tinstitution\tAgenda 21\tAgenda 21\t\t\t\t\nbank-of-england\tinstitution\tBank of England\tBank of England\t\t\t\t\n"
        "法国\tstate\t法国\t\t\t\t\t\n海\tperson\t海\t\t~海\t\t\t\n王海\tperson\t王海\t\t\t\t\t\n",
        "");
}

static void
test_petrarch (void)
{
    expect_import (NULL, "a.actors",
                   "LEE_WU_ [CHNGOV 300101-19991231][TWNGOV >20000101]\nANN_BO_ [CHNGOV 291231-300101]\nANN_DO_ [KORGOV >100101] [KORELI "
                   "050101-060101]\n"
                   "THE_LEAGUE_ [NGOHRI] ; a comment [USA]\nX_CLUB_ [USA\n+AA_\n\t[CHN 99999]\n\t[---]\n",
                   "ann-bo\tperson\tAnn Bo\tAnn Bo\t\tQ148\t\t\n"
                   "ann-do\tperson\tAnn Do\tAnn Do\t\tQ884\t2005\t\nlee-wu\tperson\tLee Wu\tLee Wu\t\tQ148\t1930\t\n"
                   "the-league\tinstitution\tThe League\tThe League\t\t\t\t\n",
                   "5 the bracket is not closed\n7 this is no code with dates: [CHN 99999]\n");
    expect_import ("petrarch", "a", "+FIRST_\n[USA]\n\nFRANCE_ [FRA]\n", "Q142\tstate\t法国\tFrance\t\t\t\t\n",
                   "1 there is no actor before this\n2 there is no actor before this\n");
}

static void
test_wikidata (void)
{
    expect_import (
        NULL, "dump.json",
        "[\n" ITEM ("Q1", IS ("Q5", "deprecated"), "") ITEM ("Q2", IS ("Q7278", "normal") "," IS ("Q5", "normal"), "")
            ITEM ("Q3", IS ("Q5", "normal"), ",\"P27\":[" IS ("Q183", "normal") "," IS ("Q142", "preferred") "]")
                ITEM ("Q4", IS ("Q6256", "normal"), ",\"P17\":[" IS ("Q142", "normal") "]") "{\"type\":\"property\",\"id\":\"P5\"},\n]\n",
        "Q2\tperson\t名Q2\t\t\t\t\t\nQ3\tperson\t名Q3\t\t\tQ142\t\t\nQ4\tstate\t名Q4\t\t\t\t\t\n", "");
}

static void
test_sparql (void)
{
    /* The label service, columns by language, quotations over lines, a type by class and by word. */
    expect_import (NULL, "query.csv",
                   "item,itemLabel,itemAltLabel,type,country\r\nhttp://www.wikidata.org/entity/Q11,甲,\"乙, "
                   "丙\",http://www.wikidata.org/entity/Q5,\r\n"
                   "http://www.wikidata.org/entity/Q12,\"丁\"\"社\"\"\",,\"org\",http://www.wikidata.org/entity/Q142\n",
                   "Q11\tperson\t甲\t\t~甲|~乙|~丙\t\t\t\nQ12\tinstitution\t丁\"社\"\t\t\tQ142\t\t\n", "");
    expect_import ("sparql", "query.csv",
                   "org,zh,label_en,orgLabel_ko,since,since\nhttp://www.wikidata.org/entity/Q12,丁社,Ding,\"정\n 사\",1999,2001-01-01\n",
                   "Q12\tinstitution\t丁社\tDing\t정 사\t\t1999\t\n", "");
    expect_import ("sparql", "query.csv", "org,name\nQ1,\"x\n", "", "2 the quotation is not closed\n");
}

static void
test_ftm (void)
{
    expect_import (
        NULL, "a.json",
        "{\"id\": \"a/1\", \"schema\": \"PublicBody\", \"properties\": {\"name\": [\"Harbour Office\", \"港务局\"], \"country\": [\"FR\", "
        "\"de\"]}}\n"
        "{\"id\": \"a/2\", \"schema\": \"Vessel\", \"properties\": {\"name\": [\"Swan\"]}}\n"
        "{\"id\": \"a/3\", \"schema\": \"Person\", \"properties\": {\"name\": [5], \"weakAlias\": [\"Bo\"], \"alias\": \"x\"}}\n",
        "a-1\tinstitution\t港务局\tHarbour Office\t\tQ142\t\t\na-3\tperson\tBo\t\t~Bo\t\t\t\n", "");
}

#define RDF_START                                                                                                                          \
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:s=\"http://www.w3.org/2004/02/skos/core#\""                  \
    " xmlns:schema=\"http://schema.org/\">"

static void
test_skos (void)
{
    expect_import (NULL, "a.rdf",
                   RDF_START "<s:Concept rdf:about='http://x.org/9'><s:prefLabel xml:lang='zh-Hant'>海軍部</s:prefLabel>"
                             "<s:prefLabel xml:lang='de'>Marine</s:prefLabel><s:altLabel xml:lang='zh-Hans'>海军部</s:altLabel>"
                             "<s:broader rdf:resource='http://x.org/agencies'/></s:Concept>"
                             "<schema:Person rdf:about='#li'><s:prefLabel>Li &amp; Co</s:prefLabel></schema:Person>"
                             "<s:Collection><s:prefLabel>All</s:prefLabel></s:Collection></rdf:RDF>",
                   "9\tinstitution\t海军部\t\tMarine\t\t\t\nli\tperson\tLi & Co\tLi & Co\t\t\t\t\n", "");
    /* No entity of XML is read from files, and none may grow without end. */
    g_auto (Imported) bomb = import_bytes ("skos", "a.rdf",
                                           "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>" RDF_START
                                           "<schema:Person><s:prefLabel>x&f;y</s:prefLabel></schema:Person></rdf:RDF>",
                                           -1, NULL);
    g_assert_null (strstr (bomb.table, "person\tx\n"));
    g_assert_cmpuint (bomb.counts.n_entities, <=, 1);
}

static void
test_thesauri (void)
{
    const GxEntityType person = GX_ENTITY_PERSON;
    g_auto (Imported) terms = import_bytes (NULL, "t.csv", "a\t王海\tWang Hai|&|王 海\nb\t\t\n", -1, &person);
    g_assert_cmpstr (terms.table, ==, TABLE_HEADER "wang-hai\tperson\t王海\tWang Hai\t\t\t\t\n");
    g_assert_cmpstr (terms.complaints, ==, "2 the row has no main form\n");
    g_auto (Imported) labels = import_bytes (NULL, "t", "label\treplace by\nhai wang\tWang Hai\nnobody\t\n", -1, &person);
    g_assert_cmpstr (labels.table, ==, TABLE_HEADER "wang-hai\tperson\tWang Hai\tWang Hai\thai wang\t\t\t\n");
    g_assert_cmpuint (labels.counts.n_other, ==, 1);
}

/* Read twice, in any order, a file says the same. */
static void
test_twice (void)
{
    static const char text[] = "{\"label\": \"PER\", \"pattern\": \"王海\", \"id\": \"w\"}\n{\"label\": \"PER\", \"pattern\": \"Hai\"}\n";
    g_autofree char *doubled = g_strconcat (text, text, NULL);
    g_auto (Imported) once = import_bytes ("spacy", "a", text, -1, NULL), twice = import_bytes ("spacy", "a", doubled, -1, NULL);
    g_assert_cmpstr (once.table, ==, twice.table);
}

/* A name that the dictionary marks stays marked: later tables would take the mark away. */
static void
test_known_marks (void)
{
    expect_import ("spacy", "a",
                   "{\"label\": \"GPE\", \"pattern\": \"France\", \"id\": \"Q142\"}\n{\"label\": \"GPE\", \"pattern\": \"French\", \"id\": "
                   "\"Q142\"}\n",
                   "Q142\tstate\t法国\tFrance\t=French\t\t\t\n", "");
}

/* Names without an id join whom the dictionary knows by one of them, if it is one person alone. */
static void
test_join (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL, *table = NULL;
    int file = g_file_open_tmp ("guanxi-XXXXXX", &path, &error);
    g_assert_cmpint (close (file), ==, 0);
    g_assert_true (g_file_set_contents (path, "id\ttype\tname\taliases\nw\tperson\t王海\t海哥|~老海\nv\tperson\t王海\t\nu\tstate\t海国\t\n",
                                        -1, &error));
    g_autoptr (GxDictionary) dictionary = sample_dictionary (GX_DICTIONARY_OWN_ONLY, path);
    g_assert_true (g_file_set_contents (path, "王海\n海哥|王大海\n老海\n海国\n大海|海哥\n", -1, &error));
    const GxEntityType person = GX_ENTITY_PERSON;
    g_autoptr (GxImport) import = gx_import_new (dictionary, &person, NULL, NULL);
    gx_import_join (import);
    g_assert_true (gx_import_read (import, "list", path, &error));
    table = written_by (write_import, import);
    g_assert_cmpstr (table, ==,
                     TABLE_HEADER "w\tperson\t王海\t\t海哥|王大海|大海\t\t\t\n海国\tperson\t海国\t\t\t\t\t\n"
                                  "王海\tperson\t王海\t\t\t\t\t\n老海\tperson\t老海\t\t\t\t\t\n");
    g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What the dictionary knows of an entity stays as it is. */
static void
test_known (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL, *table = NULL;
    int file = g_file_open_tmp ("guanxi-XXXXXX", &path, &error);
    g_assert_cmpint (close (file), ==, 0);
    g_assert_true (g_file_set_contents (path,
                                        "id\ttype\tname\tcountry\tsince\tuntil\nQ9\tperson\t王海\tQ8\t1990\t\nQ8\tstate\t海国\t\t\t\n"
                                        "old-fund\tinstitution\t旧金\t\t\t\n",
                                        -1, &error));
    g_autoptr (GxDictionary) dictionary = sample_dictionary (GX_DICTIONARY_OWN_ONLY, path);
    g_assert_true (g_file_set_contents (path,
                                        "{\"id\": \"Q9\", \"schema\": \"Company\", \"properties\": {\"name\": [\"WANG, Hai\", \"大海\"],"
                                        " \"country\": [\"Q7\"], \"incorporationDate\": [\"1970\"]}}\n"
                                        "{\"schema\": \"Company\", \"properties\": {\"name\": [\"Old Fund\"], \"country\": [\"海国\"]}}\n",
                                        -1, &error));
    g_autoptr (GxImport) import = gx_import_new (dictionary, NULL, NULL, NULL);
    g_assert_true (gx_import_read (import, "ftm", path, &error));
    table = written_by (write_import, import);
    g_assert_cmpstr (table, ==,
                     TABLE_HEADER "Q9\tperson\t王海\tWANG, Hai\t大海\t\t\t\nold-fund-2\tinstitution\tOld Fund\tOld Fund\t\tQ8\t\t\n");
    g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_countries (void)
{
    g_auto (Imported) made =
        import_bytes ("ftm", "a",
                      "{\"id\": \"a\", \"schema\": \"Company\", \"properties\": {\"name\": [\"Aa\"], \"country\": [\"France\"]}}\n"
                      "{\"id\": \"b\", \"schema\": \"Company\", \"properties\": {\"name\": [\"Bb\"], \"country\": [\"zz\"]}}\n"
                      "{\"id\": \"c\", \"schema\": \"Company\", \"properties\": {\"name\": [\"Cc\"], \"country\": [\"Q142\"]}}\n",
                      -1, NULL);
    g_assert_cmpstr (made.table, ==,
                     TABLE_HEADER
                     "a\tinstitution\tAa\tAa\t\tQ142\t\t\nb\tinstitution\tBb\tBb\t\t\t\t\nc\tinstitution\tCc\tCc\t\tQ142\t\t\n");
    g_assert_cmpuint (made.counts.n_countries, ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/import/spacy", test_spacy);
    g_test_add_func ("/import/gate", test_gate);
    g_test_add_func ("/import/jieba", test_jieba);
    g_test_add_func ("/import/petrarch", test_petrarch);
    g_test_add_func ("/import/wikidata", test_wikidata);
    g_test_add_func ("/import/sparql", test_sparql);
    g_test_add_func ("/import/ftm", test_ftm);
    g_test_add_func ("/import/skos", test_skos);
    g_test_add_func ("/import/thesauri", test_thesauri);
    g_test_add_func ("/import/twice", test_twice);
    g_test_add_func ("/import/known-marks", test_known_marks);
    g_test_add_func ("/import/join", test_join);
    g_test_add_func ("/import/known", test_known);
    g_test_add_func ("/import/countries", test_countries);
    return g_test_run ();
}
