/* SPDX-License-Identifier: GPL-3.0-or-later
 * bench-clean.c - what cleaning costs a byte, beside what reading, copying and parsing alone cost, in one run.
 *
 *     bench-clean [ROUNDS [MEGABYTES]] PATH…
 *
 * The texts are read, then copied until each kind makes so many megabytes, so that no engine lives in the cache. Engines take turns inside
 * a round, after one round that doesn't count; times are those of the process's own CPU. */
#include <guanxi/guanxi.h>

#include <errno.h>
#include <fcntl.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define MAX_ROUNDS 99
#define CHUNK      (64 << 10)

typedef struct {
    char *path;
    GxSource *source;
    GxDocument *document; /* made anew in each round */
} Text;

typedef struct {
    GPtrArray *texts; /* of Text */
    gsize bytes;
    volatile gsize sum; /* so that nothing is thought away */
} Group;

typedef void (*Engine) (Group *group);

static void
text_free (gpointer data)
{
    Text *self = data;
    gx_document_free (self->document);
    gx_source_free (self->source);
    g_free (self->path);
    g_free (self);
}

/* The floor: open and read, into one buffer. */
static void
read_files (Group *group)
{
    g_autofree char *buffer = g_malloc (CHUNK);
    for (guint i = 0; i < group->texts->len; i++) {
        const Text *text = g_ptr_array_index (group->texts, i);
        int fd = open (text->path, O_RDONLY | O_CLOEXEC);
        ssize_t n = 0;
        if (fd < 0) {
            fprintf (stderr, "%s: %s\n", text->path, g_strerror (errno));
            exit (EXIT_FAILURE);
        }
        while ((n = read (fd, buffer, CHUNK)) > 0)
            group->sum += (gsize)n;
        (void)close (fd); /* nothing was written */
    }
}

static void
copy_bytes (Group *group)
{
    for (guint i = 0; i < group->texts->len; i++) {
        GxStr text = gx_source_text (((Text *)g_ptr_array_index (group->texts, i))->source);
        g_autofree char *copy = g_malloc (text.len);
        memcpy (copy, text.data, text.len);
        group->sum += (guchar)copy[text.len / 2];
    }
}

static void
take_element (void *data, const xmlChar *name, const xmlChar **attributes)
{
    (void)name;
    (void)attributes;
    ((Group *)data)->sum++;
}

static void
take_characters (void *data, const xmlChar *characters, int len)
{
    (void)characters;
    ((Group *)data)->sum += (gsize)len;
}

/* libxml2's HTML parser with handlers that do next to nothing: what a reader built upon it can't get below. */
static void
parse_only (Group *group)
{
    htmlSAXHandler handler = { .startElement = take_element, .characters = take_characters, .cdataBlock = take_characters };
    for (guint i = 0; i < group->texts->len; i++) {
        GxStr text = gx_source_text (((Text *)g_ptr_array_index (group->texts, i))->source);
        htmlParserCtxtPtr parser = htmlCreatePushParserCtxt (&handler, group, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
        (void)htmlCtxtUseOptions (parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
        for (gsize at = 0; at < text.len; at += CHUNK)
            (void)htmlParseChunk (parser, text.data + at, (int)MIN ((gsize)CHUNK, text.len - at), 0);
        (void)htmlParseChunk (parser, NULL, 0, 1);
        htmlFreeParserCtxt (parser);
    }
}

/* Bytes to a source: encoding, kind, digest. */
static void
decode (Group *group)
{
    for (guint i = 0; i < group->texts->len; i++) {
        const Text *text = g_ptr_array_index (group->texts, i);
        GxStr bytes = gx_source_text (text->source);
        g_autoptr (GxSource) source = gx_source_new (gx_source_name (text->source), bytes.data, bytes.len, NULL, NULL);
        group->sum += gx_source_text (source).len;
    }
}

static void
clean (Group *group)
{
    for (guint i = 0; i < group->texts->len; i++) {
        Text *text = g_ptr_array_index (group->texts, i);
        g_clear_pointer (&text->document, gx_document_free);
        text->document = gx_document_read (text->source, NULL);
        group->sum += text->document ? gx_document_text (text->document).len : 0;
    }
}

/* Of the documents that clean() left. */
static void
split (Group *group)
{
    for (guint i = 0; i < group->texts->len; i++) {
        const Text *text = g_ptr_array_index (group->texts, i);
        guint n = 0;
        if (!text->document)
            continue;
        g_autoptr (GxSentences) sentences = gx_sentences_find (text->document);
        (void)gx_sentences_get (sentences, &n);
        group->sum += n;
    }
}

enum { READ, COPY, PARSE, DECODE, CLEAN, SPLIT, BOTH, N_ENGINES };
static const struct {
    const char *name;
    Engine run;
} engines[N_ENGINES] = {
    [READ] = { "read", read_files },      [COPY] = { "memcpy", copy_bytes },         [PARSE] = { "libxml2 SAX alone", parse_only },
    [DECODE] = { "decode", decode },      [CLEAN] = { "source -> document", clean }, [SPLIT] = { "document -> sentences", split },
    [BOTH] = { "clean and split", NULL },
};

static double
cpu_seconds (void)
{
    struct timespec now = { 0 };
    (void)clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int
compare_doubles (const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Prints `median [least .. most]`. */
static void
print_range (double *values, guint n, int digits)
{
    qsort (values, n, sizeof *values, compare_doubles);
    printf (" %9.*f [%.*f .. %.*f]", digits, values[n / 2], digits, values[0], digits, values[n - 1]);
}

static void
measure (Group *group, const char *name, guint rounds)
{
    static const int bases[] = { READ, PARSE };
    double (*seconds)[N_ENGINES] = g_malloc0_n (rounds, sizeof *seconds);
    double values[MAX_ROUNDS];

    for (guint r = 0; r <= rounds; r++) {
        for (guint e = 0; e < BOTH; e++) {
            double start = cpu_seconds ();
            engines[e].run (group);
            if (r > 0)
                seconds[r - 1][e] = MAX (cpu_seconds () - start, 1e-9);
        }
        if (r > 0)
            seconds[r - 1][BOTH] = seconds[r - 1][CLEAN] + seconds[r - 1][SPLIT];
    }
    printf ("%s: %u texts, %.1f MB, %u rounds\n", name, group->texts->len, 1e-6 * (double)group->bytes, rounds);
    printf ("  median [least .. most] of: MB/s, as a share of the speed of read, of libxml2 SAX alone\n");
    for (guint e = 0; e < N_ENGINES; e++) {
        printf ("  %-24s", engines[e].name);
        for (guint r = 0; r < rounds; r++)
            values[r] = 1e-6 * (double)group->bytes / seconds[r][e];
        print_range (values, rounds, 1);
        for (guint b = 0; b < G_N_ELEMENTS (bases); b++) {
            for (guint r = 0; r < rounds; r++)
                values[r] = seconds[r][bases[b]] / seconds[r][e];
            print_range (values, rounds, 3);
        }
        printf ("\n");
    }
    g_free (seconds);
}

/* Copies the texts until they make so many bytes. */
static void
multiply (Group *group, gsize bytes)
{
    guint n = group->texts->len;
    for (guint i = 0; n > 0 && group->bytes < bytes; i++) {
        const Text *text = g_ptr_array_index (group->texts, i % n);
        const GxCorpusOptions options = { .kind = gx_source_kind (text->source) };
        GxStr source = gx_source_text (text->source);
        Text *copy = g_new0 (Text, 1);
        copy->path = g_strdup (text->path);
        copy->source = gx_source_new (gx_source_name (text->source), source.data, source.len, &options, NULL);
        g_ptr_array_add (group->texts, copy);
        group->bytes += source.len;
    }
}

static gboolean
load (const char *const *paths, Group groups[GX_N_KINDS])
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    if (!corpus) {
        fprintf (stderr, "%s\n", error->message);
        return FALSE;
    }
    for (GxInput *next = NULL; (next = gx_corpus_next (corpus));) {
        g_autoptr (GxInput) input = next;
        g_autoptr (GError) failure = NULL;
        g_autoptr (GxSource) source = gx_input_read (input, &failure);
        if (!source) {
            fprintf (stderr, "%s\n", failure->message);
            continue;
        }
        Group *group = &groups[gx_source_kind (source)];
        Text *text = g_new0 (Text, 1);
        text->path = g_strdup (gx_input_path (input));
        group->bytes += gx_source_text (source).len;
        text->source = g_steal_pointer (&source);
        g_ptr_array_add (group->texts, text);
    }
    return TRUE;
}

int
main (int argc, char **argv)
{
    Group groups[GX_N_KINDS] = { 0 };
    guint64 numbers[] = { 9, 16 }; /* rounds, megabytes */
    int at = 1, status = EXIT_SUCCESS;

    for (guint i = 0; i < G_N_ELEMENTS (numbers) && at < argc; i++)
        if (g_ascii_string_to_unsigned (argv[at], 10, 1, i == 0 ? MAX_ROUNDS : 1024, &numbers[i], NULL))
            at++;
    if (at >= argc) {
        fprintf (stderr, "usage: bench-clean [ROUNDS [MEGABYTES]] PATH…\n");
        return 2;
    }
    for (guint k = 0; k < GX_N_KINDS; k++)
        groups[k].texts = g_ptr_array_new_with_free_func (text_free);
    if (!load ((const char *const *)argv + at, groups))
        status = EXIT_FAILURE;
    for (guint k = 0; k < GX_N_KINDS; k++) {
        multiply (&groups[k], (gsize)numbers[1] * 1000000);
        if (groups[k].texts->len > 0)
            measure (&groups[k], gx_kind_name ((GxKind)k), (guint)numbers[0]);
        g_ptr_array_unref (groups[k].texts);
    }
    return status;
}
