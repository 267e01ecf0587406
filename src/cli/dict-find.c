/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"
#include "dictionaries.h"

#include <unistd.h>

static const struct {
    const char *name;
    GxColumnType type;
} columns[] = {
    { "found", GX_COLUMN_TEXT },   { "id", GX_COLUMN_TEXT },      { "type", GX_COLUMN_TEXT },  { "name", GX_COLUMN_TEXT },
    { "en", GX_COLUMN_TEXT },      { "country", GX_COLUMN_TEXT }, { "since", GX_COLUMN_TEXT }, { "until", GX_COLUMN_TEXT },
    { "written", GX_COLUMN_TEXT }, { "mark", GX_COLUMN_TEXT },    { "kind", GX_COLUMN_TEXT },  { "place", GX_COLUMN_TEXT },
};

/* What is shown of what was found. */
typedef struct {
    const GxDictionary *dictionary;
    GxTable *table;   /* rows for programs, or NULL */
    GxWriter *writer; /* text for people, or NULL */
    guint n_shown, top;
} Showing;

static const char *
how_name (GxFoundHow how)
{
    return how == GX_FOUND_ID ? "id" : how == GX_FOUND_NAME ? "name" : "part";
}

static const char *
mark_of (guint flags)
{
    static const char *const marks[] = { "", "~", "=", "~=" };
    return marks[flags & ((guint)GX_ALIAS_CONTEXT | (guint)GX_ALIAS_EXACT)];
}

static const char *
kind_of (guint flags)
{
    return flags & GX_ALIAS_LABEL ? "label" : flags & GX_ALIAS_SHORT ? "short" : "alias";
}

static char *
year_text (gint year)
{
    return year ? g_strdup_printf ("%d", year) : g_strdup ("");
}

/* A row: the entity (NULL: none) and one name. */
static void
add_row (GxTable *table, const GxFound *found, const GxName *name, const char *kind)
{
    const GxEntity *entity = found->entity;
    g_autofree char *since = year_text (entity ? entity->since : 0), *until = year_text (entity ? entity->until : 0);
    g_autofree char *place = g_strdup_printf ("%s:%u", name->file, name->line);
    const char *const cells[] = { how_name (found->how),
                                  entity ? entity->id : "",
                                  entity ? gx_entity_type_name (entity->type) : "",
                                  entity ? entity->name : "",
                                  entity ? entity->english : "",
                                  entity ? entity->country : "",
                                  since,
                                  until,
                                  name->text,
                                  mark_of (name->flags),
                                  kind,
                                  place };
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        gx_table_put_text (table, cells[i]);
}

static void
write_entity (const Showing *showing, const GxFound *found)
{
    const GxEntity *entity = found->entity;
    const GxEntity *country = *entity->country ? gx_dictionary_find (showing->dictionary, entity->country) : NULL;
    gx_writer_printf (showing->writer, "%s%s  %s  %s", showing->n_shown > 0 ? "\n" : "", entity->id, gx_entity_type_name (entity->type),
                      entity->name);
    if (*entity->english)
        gx_writer_printf (showing->writer, "  %s", entity->english);
    if (country)
        gx_writer_printf (showing->writer, "  %s (%s)", country->name, country->id);
    if (entity->since || entity->until) {
        g_autofree char *since = year_text (entity->since), *until = year_text (entity->until);
        gx_writer_printf (showing->writer, "  %s-%s", since, until);
    }
    gx_writer_puts (showing->writer, found->how == GX_FOUND_PART ? "  [part]\n" : "\n");
}

static void
write_name (GxWriter *writer, const GxName *name, guint width)
{
    g_autofree char *written = g_strconcat (mark_of (name->flags), name->text, NULL);
    gx_writer_printf (writer, "  %s%*s  %s  %s:%u\n", written, (int)(width - gx_display_width (gx_str (written))), "",
                      kind_of (name->flags), name->file, name->line);
}

static void
show_entity (const Showing *showing, const GxFound *found)
{
    guint n_names = 0, width = 0;
    g_autofree GxName *names = gx_dictionary_names (showing->dictionary, found->entity, &n_names);
    for (guint i = 0; showing->table && i < n_names; i++)
        add_row (showing->table, found, &names[i], kind_of (names[i].flags));
    if (showing->table)
        return;
    for (guint i = 0; i < n_names; i++)
        width = MAX (width, gx_display_width (gx_str (names[i].text)) + (guint)strlen (mark_of (names[i].flags)));
    write_entity (showing, found);
    for (guint i = 0; i < n_names; i++)
        write_name (showing->writer, &names[i], width);
}

static void
show_found (const GxFound *found, gpointer user_data)
{
    Showing *showing = user_data;
    if (showing->top > 0 && showing->n_shown >= showing->top)
        return;
    if (found->entity)
        show_entity (showing, found);
    else if (showing->table)
        add_row (showing->table, found, &(GxName){ found->word, 0, found->file, found->line }, found->kind);
    else
        gx_writer_printf (showing->writer, "%s%s  %s  %s:%u\n", showing->n_shown > 0 ? "\n" : "", found->kind, found->word, found->file,
                          found->line);
    showing->n_shown++;
}

static gboolean
find_name (const Options *options, const char *name, GError **error)
{
    g_autoptr (GxDictionary) dictionary = load_dictionary (options, error);
    if (!dictionary)
        return FALSE;
    g_autoptr (GxTable) table = options->format == GX_TABLE_ALIGNED ? NULL : gx_table_new ();
    for (guint i = 0; table && i < G_N_ELEMENTS (columns); i++)
        gx_table_add_column (table, columns[i].name, columns[i].type);
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    Showing showing = { dictionary, table, writer, 0, options->top };
    guint n_found = gx_dictionary_search (dictionary, name, show_found, &showing);
    if (table)
        gx_table_write (table, options->format, writer);
    else if (n_found > showing.n_shown)
        gx_writer_printf (writer, "\n%u more: --top 0 shows all\n", n_found - showing.n_shown);
    if (!gx_writer_finish (writer, error))
        return FALSE;
    if (n_found == 0)
        g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "no table knows `%s`", name);
    return n_found > 0;
}

ExitStatus
dict_find (int argc, char **argv)
{
    const OptionHelp help = {
        "NAME",
        "Prints what the tables say of NAME: the entity with this id, those that bear it as a\n"
        "name (traditional characters, width and case don't matter) or as a part of one, with\n"
        "all their names and where each stands; and bodies, titles, phrases and surnames.",
        "In front of a name, ~ means: only in context, =: in exactly this case. tsv, csv, json and jsonl have a row a name.\n\n"
        "Example:\n  guanxi dict find 川普\n  guanxi dict find Q22686 --format tsv\n  guanxi dict find -d my-people.tsv 张三\n",
    };
    g_auto (Options) options = { .top = 20 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_DICTIONARY | OPTIONS_TABLE, NULL, &help, argc, argv, &status))
        return status;
    if (options.n_arguments != 1)
        return options_misuse (argv[0], "say one name");
    if (!options_check_text (argv[0], "NAME", options.arguments[0]))
        return EXIT_MISUSED;

    g_autoptr (GError) error = NULL;
    if (find_name (&options, options.arguments[0], &error))
        return EXIT_DONE;
    report_failure (error);
    return EXIT_FAILED;
}
