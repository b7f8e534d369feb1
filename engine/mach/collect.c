/* Forgetting tags that no pointer holds any more, so that a long run of borrows needs memory for
 * those that are alive only. What nobody can tell from being gone is the discipline's to know
 * (Aliasing.collect); here is found out which tags some pointer still holds.
 *
 * Everything that keeps a pointer from one step of the machine to the next must be marked here: a
 * pointer that is missed would lose its permission. */
#include <stdlib.h>

#include "engine/mach/machine.h"

enum { COLLECT_MIN = 4096 }; /* tags made between two collections, at least */

typedef struct Marks {
  VEC(u32) tags; /* sorted, once all are found */
} Marks;

static void mark(Marks *k, u32 tag) {
  if (k->tags.len && vec_last(&k->tags) == tag) return; /* the next byte of the same pointer */
  vec_push(&k->tags, tag);
}

static void mark_bytes(Marks *k, const Bytes *b) {
  if (!b->prov) return;
  for (u64 i = 0; i < b->n; i++)
    if (b->kind[i] & BYTE_PROV) mark(k, b->prov[i].prov.tag);
}

static void mark_alloc(Marks *k, const Alloc *a) {
  if (a && a->live) mark_bytes(k, &a->data);
}

/* The list of numbered allocations that live is brought up to date; those that died long ago are
 * not looked at again and again. */
static void find_living(Machine *m) {
  u32 to = 0;
  for (u32 i = 0; i < m->living.len; i++)
    if (m->living.at[i]->live) m->living.at[to++] = m->living.at[i];
  m->living.len = to;
  for (u32 i = m->living_seen; i < m->numbered.len; i++)
    if (m->numbered.at[i]->live) vec_push(&m->living, m->numbered.at[i]);
  m->living_seen = m->numbered.len;
}

/* Calls f for each live allocation; for some twice. */
static void for_each_alloc(Machine *m, void (*f)(Machine *m, Alloc *a, void *self), void *self) {
  for (u32 i = 0; i < m->locals.len; i++)
    if (m->locals.at[i]) f(m, m->locals.at[i], self);
  for (u32 i = 0; i < m->program->statics.len; i++)
    if (m->static_alloc[i]) f(m, m->static_alloc[i], self);
  for (u32 i = 0; i < m->strings.len; i++) f(m, m->strings.at[i].alloc, self);
  for (u32 i = 0; i < m->living.len; i++) f(m, m->living.at[i], self);
}

static void mark_one(Machine *m, Alloc *a, void *self) {
  (void)m;
  mark_alloc(self, a);
}

static int by_number(const void *a, const void *b) {
  u32 x = *(const u32 *)a, y = *(const u32 *)b;
  return (x > y) - (x < y);
}

static bool is_marked(const void *self, u32 tag) {
  const Marks *k = self;
  return bsearch(&tag, k->tags.at, k->tags.len, sizeof tag, by_number) != NULL;
}

static void mark_all(Machine *m, Marks *k) {
  for_each_alloc(m, mark_one, k);
  for (u32 i = 0; i < m->frames.len; i++)
    if (m->frames.at[i].has_dest) mark(k, m->frames.at[i].dest.ptr.prov.tag);
  for (u32 i = 0; i < m->wildcards.len; i++) mark(k, m->wildcards.at[i].tag);
  for (u32 i = 0; i < m->exposures.len; i++) mark(k, m->exposures.at[i].tag);
  for (u32 i = 0; i < m->panics.len; i++) mark(k, m->panics.at[i].payload.prov.tag);
  for (u32 i = 0; i < m->protectors.len; i++) mark(k, m->protectors.at[i].tag);
  if (k->tags.len) qsort(k->tags.at, k->tags.len, sizeof *k->tags.at, by_number);
}

typedef struct Sweep {
  const Marks *marks;
  u64 kept; /* tags */
} Sweep;

static void collect_one(Machine *m, Alloc *a, void *self) {
  Sweep *s = self;
  if (!a->alias) return;
  m->model->aliasing->collect(m, a, is_marked, s->marks);
  if (a->alias) s->kept += m->model->aliasing->count(a);
}

void mach_collect(Machine *m) {
  Marks k = {0};
  Sweep s = {.marks = &k};
  if (m->model->aliasing->collect) {
    find_living(m);
    mark_all(m, &k);
    for_each_alloc(m, collect_one, &s);
    vec_free(&k.tags);
  }
  /* Looking at all memory must not cost more than the borrows themselves. */
  u64 wait = 2 * s.kept, memory = m->live_bytes / 8;
  if (wait < memory) wait = memory;
  if (wait < COLLECT_MIN) wait = COLLECT_MIN;
  m->collect_at = wait > UINT32_MAX - m->last_tag ? UINT32_MAX : m->last_tag + (u32)wait;
}
