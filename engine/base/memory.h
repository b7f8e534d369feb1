/* The one place that asks the system for memory. Nothing in litmus can go on without it, so these
 * functions do not fail: they end the process with a message and a status of its own, which the
 * parent of a worker reports as a memory limit. */
#ifndef LITMUS_BASE_MEMORY_H
#define LITMUS_BASE_MEMORY_H

#include "engine/base/types.h"

#define EXIT_OUT_OF_MEMORY 112

_Noreturn void memory_exhausted(void);
void *memory_alloc(size_t size);                      /* uninitialised */
void *memory_alloc_zeroed(size_t count, size_t size); /* as calloc */
void *memory_resize(void *at, size_t size);           /* as realloc */

#endif
