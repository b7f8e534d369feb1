/* Borrow stacks without the items that nobody can tell from being gone (semantics/borrow-models,
 * 2.10). An item whose tag no pointer holds cannot grant anything any more; what it still does is
 * to end a run of SharedReadWrite items, which a write through one of them leaves alone. So it may
 * go unless it keeps a SharedReadWrite item from joining what lies below: another such item, or a
 * Unique one, above which new SharedReadWrite items may be put. */
#include "engine/alias/stacked_internal.h"
#include "engine/mach/machine.h"

typedef struct Keep {
  Machine *m;
  bool (*is_reachable)(const void *self, u32 tag);
  const void *self;
} Keep;

/* Can anything tell that this item is there, runs aside? A disabled one is never found. Where
 * wildcards are approximated, the largest tag that is left becomes the bound of the unknown, so
 * every other item can be told. */
static bool counts(const Keep *k, const StackItem *item) {
  if (item->is_protected && protector_of(k->m, item->tag) != PROTECTOR_NONE) return true;
  if (item->perm == STACK_DISABLED) return false;
  return k->m->model->aliasing->approximates_wildcards || k->is_reachable(k->self, item->tag);
}

/* The bottom item always stays: it is the root's. */
static void thin_out(const Keep *k, Stack *s) {
  StackItem *at = stack_items(s), separator = {0};
  u32 to = 1;
  bool is_separated = false;
  for (u32 i = 1; i < s->len; i++) {
    bool is_shared = at[i].perm == STACK_SRW;
    bool above_writable = at[to - 1].perm == STACK_SRW || at[to - 1].perm == STACK_UNIQUE;
    if (counts(k, &at[i])) {
      if (is_separated && is_shared) at[to++] = separator;
      at[to++] = at[i];
      is_separated = false;
    } else if (!is_shared && above_writable) {
      separator = at[i];
      is_separated = true;
    }
  }
  s->len = to;
  stack_relearn(s);
}

void stacked_collect(Machine *m, Alloc *a, bool (*is_reachable)(const void *self, u32 tag),
                     const void *self) {
  Stacks *s = a->alias;
  if (!s || !s->at.len) return;
  Keep k = {m, is_reachable, self};
  for (u32 i = 0; i < s->at.len; i++)
    if (s->at.at[i].stack.len > 1) thin_out(&k, &s->at.at[i].stack);
  stacks_join(s, 0, s->at.len - 1);
  const Stack *all = &s->at.at[0].stack;
  if (s->at.len == 1 && all->len == 1 && !all->unknown) {
    StackItem root = stacked_root(a);
    if (memcmp(stack_view(all), &root, sizeof root) == 0) stacked_free(a);
  }
}

u32 stacked_count(const Alloc *a) {
  const Stacks *s = a->alias;
  u64 n = 1;
  for (u32 i = 0; s && i < s->at.len; i++) n += s->at.at[i].stack.len;
  return n > UINT32_MAX ? UINT32_MAX : (u32)n;
}

void stacked_free(Alloc *a) {
  if (a->alias) stacks_free(a->alias);
  a->alias = NULL;
}

/* ---- for people */

static AliasItem describe(const Machine *m, const Alloc *a, const StackItem *item, u32 depth) {
  ProtectorKind p = item->is_protected ? protector_of(m, item->tag) : PROTECTOR_NONE;
  const char *perm = stack_perm_name((StackPerm)item->perm);
  return (AliasItem){.tag = item->tag,
                     .depth = depth,
                     .perm = perm,
                     .full = perm,
                     .exposed = mach_is_exposed(m, a, item->tag),
                     .is_protected = p != PROTECTOR_NONE,
                     .is_strong = p == PROTECTOR_STRONG};
}

static AliasRange range(const Machine *m, const Alloc *a, Arena *arena, u64 lo, u64 hi,
                        const StackItem *items, u32 n) {
  AliasRange r = {.lo = lo, .hi = hi, .nitems = n, .items = arena_array(arena, AliasItem, n + 1)};
  for (u32 i = 0; i < n; i++) r.items[i] = describe(m, a, &items[i], i);
  return r;
}

void stacked_dump(Machine *m, const Alloc *a, Arena *arena, AliasDump *out) {
  const Stacks *s = a->alias;
  *out = (AliasDump){.ranges = arena_array(arena, AliasRange, s ? s->at.len + 1 : 1)};
  if (!s && a->size) {
    StackItem root = stacked_root(a);
    out->ranges[out->nranges++] = range(m, a, arena, 0, a->size, &root, 1);
  }
  for (u32 i = 0; s && i < s->at.len; i++) {
    const StackRange *r = &s->at.at[i];
    AliasRange d = range(m, a, arena, r->lo, r->hi, stack_view(&r->stack), r->stack.len);
    d.unknown_below = r->stack.unknown;
    out->ranges[out->nranges++] = d;
  }
}
