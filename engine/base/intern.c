/* String interning: an open-addressing table of handles over texts kept in an arena. */
#include "engine/base/intern.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/memory.h"
#include "engine/base/vec.h"

typedef struct Entry {
  const char *text;
  size_t len;
  u32 hash;
} Entry;

struct Interner {
  Arena *texts;
  VEC(Entry) entries; /* by handle; entry 0 is "" */
  u32 *slots;         /* handle, or EMPTY */
  u32 nslots;         /* a power of two, at most half of it used */
};

#define EMPTY UINT32_MAX

/* FNV-1a, 32 bits. */
static u32 hash_text(const char *s, size_t len) {
  u32 h = 2166136261u;
  for (size_t i = 0; i < len; i++) h = (h ^ (unsigned char)s[i]) * 16777619u;
  return h;
}

static void resize_slots(Interner *in, u32 nslots) {
  free(in->slots);
  in->slots = memory_alloc(sizeof(u32) * nslots);
  in->nslots = nslots;
  memset(in->slots, 0xff, sizeof(u32) * nslots);
  for (u32 handle = 0; handle < in->entries.len; handle++) {
    u32 i = in->entries.at[handle].hash & (nslots - 1);
    while (in->slots[i] != EMPTY) i = (i + 1) & (nslots - 1);
    in->slots[i] = handle;
  }
}

Interner *intern_create(void) {
  Interner *in = memory_alloc_zeroed(1, sizeof *in);
  in->texts = arena_create();
  resize_slots(in, 256);
  intern(in, "", 0); /* takes handle 0 */
  return in;
}

void intern_destroy(Interner *in) {
  if (!in) return;
  arena_destroy(in->texts);
  vec_free(&in->entries);
  free(in->slots);
  free(in);
}

Sym intern(Interner *in, const char *s, size_t len) {
  u32 hash = hash_text(s, len);
  u32 i = hash & (in->nslots - 1);
  for (; in->slots[i] != EMPTY; i = (i + 1) & (in->nslots - 1)) {
    const Entry *e = &in->entries.at[in->slots[i]];
    if (e->hash == hash && e->len == len && (!len || !memcmp(e->text, s, len))) {
      return in->slots[i];
    }
  }
  Entry e = {arena_strndup(in->texts, s, len), len, hash};
  Sym handle = in->entries.len;
  vec_push(&in->entries, e);
  in->slots[i] = handle;
  if (in->entries.len > in->nslots / 2) {
    if (in->nslots > UINT32_MAX / 4) memory_exhausted();
    resize_slots(in, in->nslots * 2);
  }
  return handle;
}

Sym intern_cstr(Interner *in, const char *s) { return intern(in, s, strlen(s)); }

const char *sym_str(const Interner *in, Sym s) {
  return s < in->entries.len ? in->entries.at[s].text : "";
}
