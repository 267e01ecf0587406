/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ask.h"
#include "dictionaries.h"

/* The id of the entity that the built-in dictionary reads in a text that is nothing but a name, or NULL. */
static char *
read_name (const char *name)
{
    g_autoptr (GxDictionary) dictionary = load_builtin (NULL);
    g_autoptr (GxSource) source = gx_source_new ("name.txt", name, strlen (name), NULL, NULL);
    g_autoptr (GxDocument) document = source ? gx_document_read (source, NULL) : NULL;
    if (!dictionary || !document)
        return NULL;
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GxMentions) mentions = gx_matcher_find (matcher, document, sentences);
    guint n_mentions = 0;
    const GxMention *found = gx_mentions_get (mentions, &n_mentions);
    gboolean whole = n_mentions == 1 && found[0].clean.start == 0 && found[0].clean.end == gx_document_text (document).len;
    return whole ? g_strdup (found[0].entity->id) : NULL;
}

static void
tell_several (const char *name, const GxEntity *const *found, GError **error)
{
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; found[i]; i++)
        g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", found[i]->name, found[i]->id);
    g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "`%s` may be %s: name one by its id", name, list->str);
}

const GxEntity *
ask_entity (GxStore *store, const char *name, GError **error)
{
    g_autofree const GxEntity **found = gx_store_find (store, name, error);
    if (found && !found[0]) {
        g_autofree char *id = read_name (name);
        if (id) {
            g_free (found);
            found = gx_store_find (store, id, error);
        }
    }
    if (!found)
        return NULL;
    if (found[0] && !found[1])
        return found[0];
    if (found[0])
        tell_several (name, found, error);
    else
        g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "no text mentions `%s`", name);
    return NULL;
}
