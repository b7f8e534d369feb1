/* Bump allocation in blocks that grow geometrically: a small run costs one block, a big one few.
 * Something larger than a block gets a block of its own and leaves the current one in use. */
#include "engine/base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"

#define ALIGN 16
#define FIRST_BLOCK ((size_t)8 << 10)
#define LARGEST_BLOCK ((size_t)1 << 20)

typedef struct Block Block;
struct Block {
  Block *older;
  size_t cap;
  _Alignas(ALIGN) unsigned char bytes[];
};

struct Arena {
  Block *blocks; /* the first one is the one in use */
  size_t next;   /* first free byte of it */
  size_t used;
};

Arena *arena_create(void) { return memory_alloc_zeroed(1, sizeof(Arena)); }

void arena_destroy(Arena *a) {
  if (!a) return;
  for (Block *b = a->blocks; b;) {
    Block *older = b->older;
    free(b);
    b = older;
  }
  free(a);
}

/* Blocks come zeroed from calloc, and no byte is handed out twice. */
static Block *block_new(size_t cap) {
  if (cap > SIZE_MAX - sizeof(Block)) memory_exhausted();
  Block *b = memory_alloc_zeroed(1, sizeof(Block) + cap);
  b->cap = cap;
  return b;
}

void *arena_alloc(Arena *a, size_t size) {
  if (size > SIZE_MAX / 2) memory_exhausted();
  size = size ? (size + ALIGN - 1) & ~(size_t)(ALIGN - 1) : ALIGN;
  a->used += size;
  if (a->blocks && size <= a->blocks->cap - a->next) {
    void *p = a->blocks->bytes + a->next;
    a->next += size;
    return p;
  }

  size_t cap = a->blocks ? a->blocks->cap * 2 : FIRST_BLOCK;
  if (cap > LARGEST_BLOCK) cap = LARGEST_BLOCK;
  if (size > cap / 2 && a->blocks) { /* its own block, behind the current one */
    Block *own = block_new(size);
    own->older = a->blocks->older;
    a->blocks->older = own;
    return own->bytes;
  }
  Block *b = block_new(size > cap ? size : cap);
  b->older = a->blocks;
  a->blocks = b;
  a->next = size;
  return b->bytes;
}

char *arena_strndup(Arena *a, const char *s, size_t n) {
  if (n == SIZE_MAX) memory_exhausted();
  char *copy = arena_alloc(a, n + 1);
  if (n) memcpy(copy, s, n);
  return copy;
}

char *arena_strdup(Arena *a, const char *s) { return arena_strndup(a, s, strlen(s)); }

void *arena_copy(Arena *a, const void *data, size_t size) {
  void *copy = arena_alloc(a, size);
  if (size) memcpy(copy, data, size);
  return copy;
}

char *arena_printf(Arena *a, const char *fmt, ...) {
  char small[128];
  va_list ap;
  va_start(ap, fmt);
  int n = vsnprintf(small, sizeof small, fmt, ap);
  va_end(ap);
  if (n < 0) return arena_strdup(a, "");
  if ((size_t)n < sizeof small) return arena_strndup(a, small, (size_t)n);
  char *text = arena_alloc(a, (size_t)n + 1);
  va_start(ap, fmt);
  vsnprintf(text, (size_t)n + 1, fmt, ap);
  va_end(ap);
  return text;
}

size_t arena_used(const Arena *a) { return a->used; }
