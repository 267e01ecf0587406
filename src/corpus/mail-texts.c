/* SPDX-License-Identifier: GPL-3.0-or-later
 * mail-texts.c - messages as containers. */
#include "mail-texts.h"

#include "cutter.h"
#include "kind.h"
#include "mail.h"
#include "unique-names.h"

/** A message may have so many bytes beside what is read of it. */
#define EXTRA_BYTES (G_GUINT64_CONSTANT (1) << 20)

/** The line between messages begins so, behind an empty line. */
static const char separator[] = "From ";
#define SEPARATOR_LEN 5u

/** Where in a mailbox the cutter is. */
typedef struct {
    gboolean has_begun;
    guint n_ends, matched; /* line ends in a row; how much of the separator has gone by */
} State;

typedef struct {
    GxContainer base;
    GxCutter *cutter; /* NULL: the stream is one message */
    State state;
    char *name, *path; /* of the current message */
    GPtrArray *parts;  /* of it; NULL: none yet */
    guint next;
    GHashTable *names;  /* of what hangs on it */
    GxContainer *child; /* what hangs on it and is a container */
    guint64 n_messages, n_inputs;
    gboolean over;
} MailTexts;

static gsize
cut_message (gpointer data, GxStr bytes, gboolean *ends)
{
    State *state = data;
    if (!state->has_begun)
        *state = (State){ .has_begun = TRUE, .n_ends = 2 };
    for (gsize i = 0; i < bytes.len; i++) {
        char c = bytes.data[i];
        if (state->n_ends >= 2 && c == separator[state->matched]) {
            if (++state->matched < SEPARATOR_LEN)
                continue;
            *state = (State){ .has_begun = TRUE };
            *ends = TRUE;
            return i + 1;
        }
        if (state->matched > 0)
            state->n_ends = state->matched = 0;
        if (c == '\n')
            state->n_ends++;
        else if (c != '\r')
            state->n_ends = 0;
    }
    return bytes.len;
}

static void
mail_free (GxContainer *container)
{
    MailTexts *self = (MailTexts *)container;
    g_clear_pointer (&self->child, gx_container_free);
    g_clear_pointer (&self->parts, g_ptr_array_unref);
    g_clear_pointer (&self->names, g_hash_table_unref);
    gx_cutter_free (self->cutter);
    g_free (self->name);
    g_free (self->path);
}

static guint64
mail_consumed (const GxContainer *container)
{
    return gx_stream_position (container->stream);
}

static void
record_free (gpointer record)
{
    gx_record_clear (record);
}

static void
record_release (gpointer record)
{
    g_atomic_rc_box_release_full (record, record_free);
}

/** The text of a message, which was taken out already. */
static gboolean
unwrap (GxStr raw, const char *path, gconstpointer context, GxRecord *record, GError **error)
{
    const GxRecord *known = context;
    (void)path;
    (void)error;
    *record = *known;
    record->fields = (GxFields){ 0 };
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++)
        record->fields.values[i] = g_strdup (known->fields.values[i]);
    record->text = g_byte_array_sized_new ((guint)raw.len);
    g_byte_array_append (record->text, (const guint8 *)raw.data, (guint)raw.len);
    return TRUE;
}

/** A file that hangs on the message: an input, or a child that gives them. */
static GxInput *
take_file (MailTexts *self, const char *name, const char *path, GByteArray *bytes)
{
    GxContainer *base = &self->base;
    const GxPlace place = { name, path, base->file, base->options, base->depth + 1, NULL };
    GError *error = NULL;
    if (gx_container_may_be (name)) {
        GxStream *stream = gx_stream_new_bytes (g_byte_array_ref (bytes));
        self->child = gx_container_open (stream, &place, &error);
        if (!self->child && !error)
            gx_stream_free (stream);
    }
    GxInput *input = error          ? gx_input_new_failed (name, path, base->file, error)
                     : !self->child ? gx_input_new_held (name, path, base->file, g_byte_array_ref (bytes), base->options)
                                    : NULL;
    g_byte_array_unref (bytes);
    return input;
}

static GxInput *
take_part (MailTexts *self, GxMailPart *part)
{
    g_autofree char *unique = part->name ? gx_unique_names_make (self->names, part->name) : NULL;
    g_autofree char *name = unique ? g_strconcat (self->name, "/", unique, NULL) : g_strdup (self->name);
    g_autofree char *path = unique ? g_strconcat (self->path, "/", unique, NULL) : g_strdup (self->path);
    GByteArray *bytes = g_steal_pointer (&part->record.text);
    if (part->record.kind == GX_KIND_AUTO)
        return take_file (self, name, path, bytes);
    GxInput *input = gx_input_new_held (name, path, self->base.file, bytes, self->base.options);
    GxRecord *record = g_atomic_rc_box_new0 (GxRecord);
    *record = part->record;
    part->record = (GxRecord){ 0 };
    gx_input_set_unwrap (input, unwrap, record, record_release);
    record_release (record);
    return input;
}

/** Writes `>From ` at the start of lines, which is what `From ` is in a mailbox, as it was. */
static void
remove_quotes (GByteArray *bytes)
{
    guint to = 0;
    gboolean starts = TRUE;
    for (guint i = 0; i < bytes->len; i++) {
        guint at = i;
        while (starts && at < bytes->len && bytes->data[at] == '>')
            at++;
        gboolean is_quoted = at > i && at + SEPARATOR_LEN <= bytes->len && memcmp (bytes->data + at, separator, SEPARATOR_LEN) == 0;
        starts = bytes->data[i] == '\n';
        if (!is_quoted)
            bytes->data[to++] = bytes->data[i];
    }
    g_byte_array_set_size (bytes, to);
}

/** What the cutter gave, without the lines between messages. */
static void
trim_message (GByteArray *bytes, GxCutResult result)
{
    if (result == GX_CUT_RECORD)
        g_byte_array_set_size (bytes, bytes->len - SEPARATOR_LEN);
    remove_quotes (bytes);
}

/** The next message's bytes; NULL at the end, or with error set. */
static GByteArray *
next_message (MailTexts *self, GError **error)
{
    GxContainer *base = &self->base;
    guint64 max_bytes = base->options->options.max_bytes;
    if (!self->cutter) {
        self->over = TRUE;
        return gx_stream_read_all (base->stream, max_bytes + MIN (EXTRA_BYTES, G_MAXUINT64 - max_bytes), base->path, error);
    }
    GByteArray *bytes = NULL;
    guint64 line;
    GxCutResult result = gx_cutter_next (self->cutter, &bytes, &line, error);
    self->over = result == GX_CUT_END || result == GX_CUT_FAILED;
    if (self->over)
        return NULL;
    if (result == GX_CUT_RECORD && bytes->len == SEPARATOR_LEN)
        return bytes; /* in front of the first message */
    self->n_messages++;
    g_free (self->name);
    g_free (self->path);
    self->name = g_strdup_printf ("%s/%" G_GUINT64_FORMAT, base->name, self->n_messages);
    self->path = g_strdup_printf ("%s/%" G_GUINT64_FORMAT, base->path, self->n_messages);
    if (result != GX_CUT_TOO_LARGE) {
        trim_message (bytes, result);
        return bytes;
    }
    g_byte_array_unref (bytes);
    (void)gx_fail_too_large (self->path, max_bytes, error);
    return NULL;
}

static GxInput *
fail (const MailTexts *self, const char *reason)
{
    GError *failure = g_error_new (GX_ERROR, GX_ERROR_EMPTY, "%s: %s", self->path, reason);
    return gx_input_new_failed (self->name, self->path, self->base.file, failure);
}

/** Takes the next message apart; what cannot be is an input. */
static GxInput *
open_message (MailTexts *self)
{
    GError *error = NULL;
    g_autoptr (GByteArray) bytes = next_message (self, &error);
    if (error)
        return gx_input_new_failed (self->name, self->path, self->base.file, error);
    if (!bytes || (self->cutter && bytes->len == SEPARATOR_LEN && memcmp (bytes->data, separator, SEPARATOR_LEN) == 0))
        return NULL;
    /* The rest of the line between messages; programs leave it in single messages, too. */
    gboolean is_marked = self->cutter || (bytes->len > SEPARATOR_LEN && memcmp (bytes->data, separator, SEPARATOR_LEN) == 0);
    const guint8 *end = is_marked && bytes->len > 0 ? memchr (bytes->data, '\n', bytes->len) : NULL;
    g_byte_array_remove_range (bytes, 0, end ? (guint)(end - bytes->data) + 1 : 0);
    g_clear_pointer (&self->parts, g_ptr_array_unref);
    g_clear_pointer (&self->names, g_hash_table_unref);
    self->next = 0;
    self->parts = gx_mail_read (bytes, &self->base.options->options);
    self->names = gx_unique_names_new ();
    if (!self->parts && bytes->len > 0)
        return gx_input_new_held (self->name, self->path, self->base.file, g_steal_pointer (&bytes), self->base.options);
    return !self->parts ? fail (self, "empty") : self->parts->len == 0 ? fail (self, "no text in this message") : NULL;
}

static GxInput *
find_next (MailTexts *self)
{
    for (;;) {
        GxInput *input = NULL;
        if (self->child) {
            input = gx_container_next (self->child);
            if (!input)
                g_clear_pointer (&self->child, gx_container_free);
        } else if (self->parts && self->next < self->parts->len) {
            input = take_part (self, g_ptr_array_index (self->parts, self->next++));
        } else if (self->over) {
            return NULL;
        } else {
            input = open_message (self);
        }
        if (input)
            return input;
    }
}

static GxInput *
mail_next (GxContainer *container)
{
    MailTexts *self = (MailTexts *)container;
    GxInput *input = find_next (self);
    if (!input && self->n_inputs == 0)
        input = gx_container_fail (container, g_error_new (GX_ERROR, GX_ERROR_EMPTY, "%s: empty", container->path));
    self->n_inputs++;
    return input;
}

static const GxContainerClass mail_class = { mail_next, mail_consumed, mail_free };

GxContainer *
gx_mail_texts_open (GxStream *stream, GxMailSort sort, const GxPlace *place)
{
    MailTexts *self = g_new0 (MailTexts, 1);
    guint64 max_bytes = place->options->options.max_bytes;
    gx_container_init (&self->base, &mail_class, place, stream);
    self->name = g_strdup (place->name);
    self->path = g_strdup (place->path);
    if (sort == GX_MAIL_BOX)
        self->cutter = gx_cutter_new (stream, max_bytes + MIN (EXTRA_BYTES, G_MAXUINT64 - max_bytes), cut_message, &self->state);
    return &self->base;
}
