/* Bump allocation: everything made for one run dies with it, nothing is freed one by one. */
#ifndef LITMUS_BASE_ARENA_H
#define LITMUS_BASE_ARENA_H

#include "engine/base/types.h"

typedef struct Arena Arena;

/* A new, empty arena; the caller owns it and frees it with arena_destroy. */
Arena *arena_create(void);
void arena_destroy(Arena *a);

/* Zeroed memory for `size` bytes, aligned to 16. Never NULL: when the system has no memory left the
 * process ends with a message (a worker's parent reports it as a memory limit). */
void *arena_alloc(Arena *a, size_t size);

/* Copies that live as long as the arena. */
char *arena_strndup(Arena *a, const char *s, size_t n);
char *arena_strdup(Arena *a, const char *s);
void *arena_copy(Arena *a, const void *data, size_t size);
char *arena_printf(Arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Bytes handed out so far. */
size_t arena_used(const Arena *a);

#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))

#endif
