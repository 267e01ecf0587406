/* SPDX-License-Identifier: GPL-3.0-or-later
 * container.h - files that hold many texts: archives, dumps, tables. Whatever they are, they hand out inputs one by one.
 *
 * What cannot be read inside is an input that fails; the others are handed out all the same.
 *
 * Threads    one thread a container; the inputs may be read on any. */
#pragma once

#include "input.h"
#include "stream.h"

typedef struct _GxContainer GxContainer;

/** What a kind of container does. */
typedef struct {
    GxInput *(*next) (GxContainer *self);          /**< NULL at the end */
    guint64 (*consumed) (const GxContainer *self); /**< bytes of the file read so far */
    void (*free) (GxContainer *self);              /**< all but the base */
} GxContainerClass;

/** Where a container lies. */
typedef struct {
    const char *name, *path; /**< what its texts are named after; what messages about them begin with */
    const char *file;        /**< the file it is, or lies in */
    GxReadOptions *options;
    guint depth;              /**< how many archives it lies in */
    struct _GxArchive *outer; /**< the archive it lies in, or NULL */
} GxPlace;

/** Base of all containers. */
struct _GxContainer {
    const GxContainerClass *class;
    char *name, *path, *file;
    GxReadOptions *options;
    GxStream *stream; /**< owned; NULL when it is read otherwise */
    guint depth;
};

/** Whether it takes a look into a file of this name to tell if it is a container. */
gboolean gx_container_may_be (const char *name);
/** Opens what comes out of stream as a container and takes the stream over; NULL without error set when it is none: the stream is still
 * the caller's then, nothing of it taken. With error set, the stream is gone. */
GxContainer *gx_container_open (GxStream *stream, const GxPlace *place, GError **error);
/** Opens a file as a container; the same. */
GxContainer *gx_container_open_file (const GxPlace *place, GError **error);
void gx_container_free (GxContainer *self);
GxInput *gx_container_next (GxContainer *self);
guint64 gx_container_consumed (const GxContainer *self);

/** Fills in the base. Stream is taken over. */
void gx_container_init (GxContainer *self, const GxContainerClass *class, const GxPlace *place, GxStream *stream);
/** An input that fails with this error, which it takes over. */
GxInput *gx_container_fail (const GxContainer *self, GError *failure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxContainer, gx_container_free)
