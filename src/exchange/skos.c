/* SPDX-License-Identifier: GPL-3.0-or-later
 * skos.c - a thesaurus of SKOS as RDF/XML, a concept at a time.
 *
 * Names are prefLabel, altLabel and hiddenLabel. The type is told by rdf:type, by the element when it is none of SKOS (foaf:Person), or by
 * the last part of the address of the scheme or broader concept (…/organizations). An exactMatch at Wikidata is the id. */
#include "foreign.h"

#include <libxml/xmlreader.h>
#include <unistd.h>

#define RDF  "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define XML  "http://www.w3.org/XML/1998/namespace"

typedef char XmlText; /* what libxml2 allocates */

static void
free_text (XmlText *text)
{
    xmlFree (text);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XmlText, free_text)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

static guint
judge (const char *path, GxStr head)
{
    (void)path;
    return g_strstr_len (head.data, (gssize)head.len, "skos/core") ? 90 : 0;
}

static gboolean
is_in (const xmlNode *node, const char *space)
{
    return node->ns && node->ns->href && strcmp ((const char *)node->ns->href, space) == 0;
}

static gboolean
is_called (const xmlNode *node, const char *space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0 && is_in (node, space);
}

static XmlText *
attribute_of (const xmlNode *node, const char *space, const char *name)
{
    return (XmlText *)xmlGetNsProp ((xmlNode *)node, (const xmlChar *)name, (const xmlChar *)space);
}

/* A word in the plural too: persons, organizations, countries. */
static GxForeignType
type_of_word (GxStr word)
{
    GxForeignType type = gx_foreign_type (word);
    if (type == GX_TYPE_OTHER && gx_str_has_suffix (word, "ies")) {
        g_autofree char *singular = g_strdup_printf ("%.*sy", (int)word.len - 3, word.data);
        return gx_foreign_type (gx_str (singular));
    }
    if (type == GX_TYPE_OTHER && gx_str_has_suffix (word, "s"))
        return gx_foreign_type ((GxStr){ word.data, word.len - 1 });
    return type;
}

static gboolean
tells_type (const xmlNode *node)
{
    return is_called (node, RDF, "type") || is_called (node, SKOS, "inScheme") || is_called (node, SKOS, "broader") ||
           is_called (node, SKOS, "topConceptOf");
}

static void
read_type (GxForeignRecord *record, const xmlNode *node)
{
    g_autoptr (XmlText) resource = attribute_of (node, RDF, "resource");
    g_autofree char *tail = resource ? gx_str_dup (gx_foreign_tail (gx_str (resource))) : NULL;
    GxForeignType type = !tail ? GX_TYPE_OTHER : gx_id_is_wikidata (tail) ? gx_foreign_class (tail) : type_of_word (gx_str (tail));
    if (type != GX_TYPE_OTHER && type != GX_TYPE_UNTOLD)
        record->type = type;
}

static void
read_match (GxForeignRecord *record, const xmlNode *node)
{
    g_autoptr (XmlText) resource = attribute_of (node, RDF, "resource");
    GxStr tail = gx_foreign_tail (gx_str (resource ? resource : ""));
    g_autofree char *id = gx_str_dup (tail);
    if (resource && strstr (resource, "wikidata.org/") && gx_id_is_wikidata (id))
        gx_foreign_record_set (&record->id, tail);
}

static void
read_label (GxForeignRecord *record, const xmlNode *node)
{
    g_autoptr (XmlText) text = (XmlText *)xmlNodeGetContent (node), language = attribute_of (node, XML, "lang");
    if (text && gx_foreign_trim (gx_str (text)).len > 0)
        gx_foreign_record_add_name (record, gx_str (text), language, 0);
}

static void
read_labels (GxForeignRecord *record, const xmlNode *concept, const char *name)
{
    for (const xmlNode *node = concept->children; node; node = node->next)
        if (is_called (node, SKOS, name))
            read_label (record, node);
}

/* Whether it is said to be a concept, or something of another vocabulary that has labels. */
static gboolean
is_concept (const xmlNode *node)
{
    if (is_in (node, SKOS))
        return strcmp ((const char *)node->name, "Concept") == 0;
    for (const xmlNode *child = node->children; child; child = child->next)
        if (is_called (child, SKOS, "prefLabel"))
            return TRUE;
    return FALSE;
}

static void
fill_record (GxForeignRecord *record, const xmlNode *concept)
{
    g_autoptr (XmlText) about = attribute_of (concept, RDF, "about");
    if (!is_in (concept, SKOS) && !is_in (concept, RDF))
        record->type = gx_foreign_type (gx_str ((const char *)concept->name));
    if (record->type == GX_TYPE_OTHER)
        record->type = GX_TYPE_UNTOLD;
    if (about)
        gx_foreign_record_set (&record->id, gx_foreign_tail (gx_str (about)));
    for (const xmlNode *node = concept->children; node; node = node->next)
        if (tells_type (node))
            read_type (record, node);
        else if (is_called (node, SKOS, "exactMatch"))
            read_match (record, node);
    read_labels (record, concept, "prefLabel");
    read_labels (record, concept, "altLabel");
    read_labels (record, concept, "hiddenLabel");
}

/* Takes the concept in which the reader stands and moves behind it. One whose end is not there is cut off, and not taken. */
static int
read_concept (GxImport *import, GxForeignRecord *record, xmlTextReader *reader, const xmlNode *concept)
{
    guint line = (guint)xmlGetLineNo (concept);
    gboolean is_one = is_concept (concept);
    if (is_one)
        fill_record (record, concept);
    int status = xmlTextReaderNext (reader);
    if (is_one && status >= 0 && record->names->len == 0)
        gx_import_complain (import, line, "the concept has no label");
    else if (is_one && status >= 0)
        gx_import_take (import, record);
    gx_foreign_record_clear (record);
    return status;
}

/* Where and why the parser gave up. */
typedef struct {
    guint line;
    char *reason;
} Failure;

static void
note_failure (void *user_data, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr locator)
{
    Failure *failure = user_data;
    if (severity != XML_PARSER_SEVERITY_ERROR || failure->reason)
        return;
    failure->line = (guint)MAX (xmlTextReaderLocatorLineNumber (locator), 0);
    failure->reason = g_strstrip (g_strdup (message));
}

/* The concepts stand right below the root. */
static int
read_concepts (GxImport *import, xmlTextReader *reader)
{
    GxForeignRecord *record = gx_foreign_record_new ();
    int status = xmlTextReaderRead (reader);
    while (status == 1) {
        gboolean is_entity = xmlTextReaderDepth (reader) == 1 && xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT;
        const xmlNode *node = is_entity ? xmlTextReaderExpand (reader) : NULL;
        status = node ? read_concept (import, record, reader, node) : xmlTextReaderRead (reader);
    }
    gx_foreign_record_free (record);
    return status;
}

static gboolean
read_file (GxImport *import, const char *path, GError **error)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
    Failure failure = { 0, NULL };
    gboolean is_input = strcmp (path, "-") == 0;
    g_autoptr (xmlTextReader) reader =
        is_input ? xmlReaderForFd (STDIN_FILENO, "-", NULL, options) : xmlReaderForFile (path, NULL, options);
    if (!reader) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: cannot be read", path);
        return FALSE;
    }
    xmlTextReaderSetErrorHandler (reader, note_failure, &failure);
    if (read_concepts (import, reader) < 0)
        gx_import_complain (import, failure.line, "the XML is damaged or ends too early: %s",
                            failure.reason ? failure.reason : "no reason is known");
    g_free (failure.reason);
    return TRUE;
}

const GxForeignReader gx_read_skos = { .judge = judge, .read = read_file };
