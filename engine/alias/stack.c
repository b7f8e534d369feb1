/* Ranges of equal borrow stacks. */
#include "engine/alias/stack.h"

#include "engine/base/memory.h"

const char *stack_perm_name(StackPerm p) {
  static const char *const names[] = {[STACK_UNIQUE] = "Unique",
                                      [STACK_SRW] = "SharedReadWrite",
                                      [STACK_SRO] = "SharedReadOnly",
                                      [STACK_DISABLED] = "Disabled"};
  return names[p];
}

/* ---- one stack */

static void grow(Stack *s) {
  if (!s->cap) {
    StackItem *far = memory_alloc(4 * STACK_NEAR * sizeof *far);
    memcpy(far, s->u.near, s->len * sizeof *far);
    s->u.far = far;
    s->cap = 4 * STACK_NEAR;
    return;
  }
  s->u.far = vec_grow(s->u.far, &s->cap, s->len + 1, sizeof *s->u.far);
}

void stack_insert(Stack *s, u32 pos, StackItem item) {
  if (s->len == (s->cap ? s->cap : STACK_NEAR)) grow(s);
  StackItem *at = stack_items(s);
  memmove(at + pos + 1, at + pos, (s->len - pos) * sizeof *at);
  at[pos] = item;
  s->len++;
  if ((pos && at[pos - 1].tag > item.tag) || (pos + 1 < s->len && at[pos + 1].tag < item.tag))
    s->is_unsorted = true;
  if (pos < s->unique_end) s->unique_end++;
  if (item.perm == STACK_UNIQUE && pos >= s->unique_end) s->unique_end = pos + 1;
  if (item.perm == STACK_SRW && pos >= s->run_lo && pos <= s->run_hi)
    s->run_hi++; /* the run grows */
  else if (pos <= s->run_lo)
    s->run_lo++, s->run_hi++;
  else if (pos < s->run_hi)
    s->run_hi = pos;
}

StackItem stack_pop(Stack *s) {
  StackItem gone = stack_items(s)[--s->len];
  if (s->unique_end > s->len) s->unique_end = s->len;
  if (s->run_hi > s->len) s->run_hi = s->len;
  if (s->run_lo > s->len) s->run_lo = s->len;
  if (s->len <= 1) s->is_unsorted = false;
  return gone;
}

void stack_no_unique_from(Stack *s, u32 pos) {
  if (s->unique_end > pos) s->unique_end = pos;
}

/* Blocks without a way out in the middle are what compilers make fast. */
static u32 find_unsorted(const StackItem *at, u32 n, u32 tag) {
  enum { BLOCK = 32 };
  while (n >= BLOCK) {
    u32 hits = 0;
    for (u32 i = 0; i < BLOCK; i++) hits += at[n - BLOCK + i].tag == tag;
    if (hits) break;
    n -= BLOCK;
  }
  while (n > 0)
    if (at[--n].tag == tag) return n;
  return STACK_NONE;
}

u32 stack_find(const Stack *s, u32 tag) {
  const StackItem *at = stack_view(s);
  if (s->is_unsorted || s->len <= 8) return find_unsorted(at, s->len, tag);
  u32 lo = 0, hi = s->len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (at[mid].tag < tag)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < s->len && at[lo].tag == tag ? lo : STACK_NONE;
}

u32 stack_run_end(Stack *s, u32 pos) {
  const StackItem *at = stack_view(s);
  u32 end = pos;
  if (pos >= s->run_lo && pos <= s->run_hi) end = s->run_hi;
  while (end < s->len && at[end].perm == STACK_SRW) end++;
  if (pos < s->run_lo || pos > s->run_hi) s->run_lo = pos;
  s->run_hi = end;
  return end;
}

void stack_relearn(Stack *s) {
  if (s->cap && s->len <= STACK_NEAR) {
    StackItem *far = s->u.far;
    memcpy(s->u.near, far, s->len * sizeof *far);
    s->cap = 0;
    free(far);
  }
  const StackItem *at = stack_view(s);
  s->unique_end = s->run_lo = s->run_hi = 0;
  s->is_unsorted = false;
  for (u32 i = 0; i < s->len; i++) {
    if (at[i].perm == STACK_UNIQUE) s->unique_end = i + 1;
    if (i && at[i].tag < at[i - 1].tag) s->is_unsorted = true;
  }
}

static void release(Stack *s) {
  if (s->cap) free(s->u.far);
}

void stack_clear(Stack *s) {
  release(s);
  *s = (Stack){.unknown = s->unknown};
}

bool stack_equal(const Stack *a, const Stack *b) {
  if (a->len != b->len || a->unknown != b->unknown) return false;
  if (!a->len) return true;
  const StackItem *x = stack_view(a), *y = stack_view(b);
  /* Where stacks differ, their tops mostly do. */
  if (x[a->len - 1].tag != y[a->len - 1].tag) return false;
  return memcmp(x, y, a->len * sizeof *x) == 0;
}

static Stack copy(const Stack *s) {
  Stack c = *s;
  if (s->len <= STACK_NEAR) {
    c.cap = 0;
    memcpy(c.u.near, stack_view(s), s->len * sizeof *c.u.near);
  } else {
    c.u.far = memory_alloc(s->cap * sizeof *c.u.far);
    memcpy(c.u.far, s->u.far, s->len * sizeof *c.u.far);
  }
  return c;
}

/* ---- all stacks of an allocation */

Stacks *stacks_create(u64 size, StackItem root) {
  Stacks *s = memory_alloc_zeroed(1, sizeof *s);
  if (!size) return s;
  StackRange whole = {.hi = size};
  stack_insert(&whole.stack, 0, root);
  vec_push(&s->at, whole);
  return s;
}

void stacks_free(Stacks *s) {
  for (u32 i = 0; i < s->at.len; i++) release(&s->at.at[i].stack);
  vec_free(&s->at);
  free(s);
}

u32 stacks_find(const Stacks *s, u64 off) {
  u32 lo = 0, hi = s->at.len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (s->at.at[mid].hi <= off)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

/* Range i ends at byte `at`; a copy of it follows. */
static void cut(Stacks *s, u32 i, u64 at) {
  vec_reserve(&s->at, s->at.len + 1);
  StackRange *r = &s->at.at[i];
  memmove(r + 1, r, (s->at.len - i) * sizeof *r);
  s->at.len++;
  r->stack = copy(&r[1].stack);
  r->hi = r[1].lo = at;
}

u32 stacks_isolate(Stacks *s, u32 i, u64 lo, u64 hi) {
  if (s->at.at[i].lo < lo) cut(s, i++, lo);
  if (s->at.at[i].hi > hi) cut(s, i, hi);
  return i;
}

void stacks_join(Stacks *s, u32 first, u32 last) {
  if (first) first--;
  if (last + 1 < s->at.len) last++;
  StackRange *at = s->at.at;
  u32 to = first;
  for (u32 i = first + 1; i <= last; i++) {
    if (stack_equal(&at[to].stack, &at[i].stack)) {
      at[to].hi = at[i].hi;
      release(&at[i].stack);
    } else if (++to != i) {
      at[to] = at[i];
    }
  }
  u32 gone = last - to;
  if (!gone) return;
  memmove(at + to + 1, at + last + 1, (s->at.len - last - 1) * sizeof *at);
  s->at.len -= gone;
}
