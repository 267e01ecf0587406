/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphml-fields.h"
#include "xml-text.h"

#include <math.h>
#include <string.h>

static gboolean
tell_text (const char *value, GString *text)
{
    g_autofree char *clean = gx_xml_clean (value);

    g_string_append (text, clean);
    return *clean != '\0';
}

static gboolean
tell_count (guint64 value, GString *text)
{
    g_string_append_printf (text, "%" G_GUINT64_FORMAT, value);
    return value > 0;
}

static gboolean
tell_number (double value, const char *format, GString *text)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];

    if (!isfinite (value))
        return FALSE;
    g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, format, value == 0 ? 0 : value));
    return TRUE;
}

static gboolean
tell_place (const GxVertex *vertex, double value, GString *text)
{
    return vertex->has_place && tell_number (fabs (value) < 0.005 ? 0 : value, "%.2f", text);
}

static gboolean
tell_name (gconstpointer item, GString *text)
{
    g_string_append (text, ((const GxVertex *)item)->name);
    return TRUE;
}

static gboolean
tell_label (gconstpointer item, GString *text)
{
    g_string_append (text, ((const GxVertex *)item)->label);
    return TRUE;
}

static gboolean
tell_type (gconstpointer item, GString *text)
{
    if (!tell_text (((const GxVertex *)item)->node->type, text))
        g_string_append (text, "unknown");
    return TRUE;
}

static gboolean
tell_english (gconstpointer item, GString *text)
{
    return tell_text (((const GxVertex *)item)->node->english, text);
}

static gboolean
tell_country (gconstpointer item, GString *text)
{
    return tell_text (((const GxVertex *)item)->node->country, text);
}

static gboolean
tell_wikidata (gconstpointer item, GString *text)
{
    const char *id = ((const GxVertex *)item)->node->id;

    if (id[0] != 'Q' || !id[1] || id[1 + strspn (id + 1, "0123456789")])
        return FALSE;
    g_string_append (text, id);
    return TRUE;
}

/* The id itself, where the file had to write another. */
static gboolean
tell_entity (gconstpointer item, GString *text)
{
    const GxVertex *vertex = item;

    return strcmp (vertex->id, vertex->node->id) != 0 && tell_text (vertex->node->id, text);
}

static gboolean
tell_windows (gconstpointer item, GString *text)
{
    return tell_count (((const GxVertex *)item)->node->windows, text);
}

static gboolean
tell_mentions (gconstpointer item, GString *text)
{
    return tell_count (((const GxVertex *)item)->node->mentions, text);
}

static gboolean
tell_documents (gconstpointer item, GString *text)
{
    return tell_count (((const GxVertex *)item)->node->documents, text);
}

#define TELL_MEASURE(name, measure, format)                                                                                                \
    static gboolean tell_##name (gconstpointer item, GString *text)                                                                        \
    {                                                                                                                                      \
        return tell_number (((const GxVertex *)item)->node->measures[measure], format, text);                                              \
    }

TELL_MEASURE (degree, GX_MEASURE_DEGREE, "%.0f")
TELL_MEASURE (strength, GX_MEASURE_STRENGTH, "%.9g")
TELL_MEASURE (betweenness, GX_MEASURE_BETWEENNESS, "%.9g")
TELL_MEASURE (betweenness_unweighted, GX_MEASURE_BETWEENNESS_UNWEIGHTED, "%.9g")
TELL_MEASURE (harmonic, GX_MEASURE_HARMONIC, "%.9g")
TELL_MEASURE (eigenvector, GX_MEASURE_EIGENVECTOR, "%.9g")
TELL_MEASURE (pagerank, GX_MEASURE_PAGERANK, "%.9g")
TELL_MEASURE (coreness, GX_MEASURE_CORENESS, "%.0f")

static gboolean
tell_community (gconstpointer item, GString *text)
{
    gint community = ((const GxVertex *)item)->node->community;

    g_string_append_printf (text, "%d", community);
    return community >= 0;
}

static gboolean
tell_x (gconstpointer item, GString *text)
{
    const GxVertex *vertex = item;

    return tell_place (vertex, vertex->node->x, text);
}

static gboolean
tell_y (gconstpointer item, GString *text)
{
    const GxVertex *vertex = item;

    return tell_place (vertex, vertex->node->y, text);
}

static gboolean
tell_size (gconstpointer item, GString *text)
{
    return tell_number (((const GxVertex *)item)->size, "%.2f", text);
}

static gboolean
tell_color (gconstpointer item, GString *text)
{
    GxColour colour = ((const GxVertex *)item)->colour;

    g_string_append_printf (text, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
    return TRUE;
}

static gboolean
tell_red (gconstpointer item, GString *text)
{
    g_string_append_printf (text, "%u", ((const GxVertex *)item)->colour.red);
    return TRUE;
}

static gboolean
tell_green (gconstpointer item, GString *text)
{
    g_string_append_printf (text, "%u", ((const GxVertex *)item)->colour.green);
    return TRUE;
}

static gboolean
tell_blue (gconstpointer item, GString *text)
{
    g_string_append_printf (text, "%u", ((const GxVertex *)item)->colour.blue);
    return TRUE;
}

static const GxField node_fields[] = {
    { "name", "string", tell_name },
    { "label", "string", tell_label },
    { "entity_type", "string", tell_type },
    { "english", "string", tell_english },
    { "country", "string", tell_country },
    { "wikidata", "string", tell_wikidata },
    { "entity", "string", tell_entity },
    { "windows", "long", tell_windows },
    { "mentions", "long", tell_mentions },
    { "documents", "long", tell_documents },
    { "degree", "int", tell_degree },
    { "strength", "double", tell_strength },
    { "betweenness", "double", tell_betweenness },
    { "betweenness_unweighted", "double", tell_betweenness_unweighted },
    { "harmonic", "double", tell_harmonic },
    { "eigenvector", "double", tell_eigenvector },
    { "pagerank", "double", tell_pagerank },
    { "coreness", "int", tell_coreness },
    { "community", "int", tell_community },
    { "x", "double", tell_x },
    { "y", "double", tell_y },
    { "size", "double", tell_size },
    { "color", "string", tell_color },
    { "r", "int", tell_red },
    { "g", "int", tell_green },
    { "b", "int", tell_blue },
};

static gboolean
tell_weight (gconstpointer item, GString *text)
{
    return tell_number (((const GxEdge *)item)->weight, "%.9g", text);
}

static gboolean
tell_edge_count (gconstpointer item, GString *text)
{
    return tell_count (((const GxEdge *)item)->count, text);
}

static gboolean
tell_edge_documents (gconstpointer item, GString *text)
{
    return tell_count (((const GxEdge *)item)->documents, text);
}

/* 0 is worth telling where there are counts at all. */
static gboolean
tell_touching (gconstpointer item, GString *text)
{
    const GxEdge *edge = item;

    (void)tell_count (edge->touching, text);
    return edge->count > 0;
}

static gboolean
tell_first_date (gconstpointer item, GString *text)
{
    return tell_text (((const GxEdge *)item)->first_date, text);
}

static gboolean
tell_last_date (gconstpointer item, GString *text)
{
    return tell_text (((const GxEdge *)item)->last_date, text);
}

static const GxField edge_fields[] = {
    { "weight", "double", tell_weight },   { "count", "long", tell_edge_count },        { "documents", "long", tell_edge_documents },
    { "touching", "long", tell_touching }, { "first_date", "string", tell_first_date }, { "last_date", "string", tell_last_date },
};

const GxField *
gx_vertex_fields (gsize *n_fields)
{
    *n_fields = G_N_ELEMENTS (node_fields);
    return node_fields;
}

const GxField *
gx_edge_fields (gsize *n_fields)
{
    *n_fields = G_N_ELEMENTS (edge_fields);
    return edge_fields;
}
