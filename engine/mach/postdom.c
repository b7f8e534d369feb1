/* Where the ways out of a branch meet again: the immediate postdominator of each block, leaving out
 * the ways that end in a panic or in UB. */
#include "engine/mach/postdom.h"

#include <string.h>

enum { MAX_BLOCKS = 256, WORDS = MAX_BLOCKS / 64 };

typedef struct Set {
  u64 w[WORDS];
} Set;

static bool has(const Set *s, u32 i) { return s->w[i / 64] >> (i % 64) & 1; }

static u32 size(const Set *s) {
  u32 n = 0;
  for (u32 i = 0; i < WORDS; i++) n += (u32)__builtin_popcountll(s->w[i]);
  return n;
}

static void keep_common(Set *s, const Set *with) {
  for (u32 i = 0; i < WORDS; i++) s->w[i] &= with->w[i];
}

/* What every way from the end of the block to a return goes through. */
static Set after(const Terminator *t, const Set *sets) {
  Set all;
  memset(&all, 0xff, sizeof all);
  switch (t->kind) {
  case TERMINATOR_SWITCH:
    for (u32 i = 0; i < t->nvalues; i++) keep_common(&all, &sets[t->targets[i]]);
    keep_common(&all, &sets[t->otherwise]);
    break;
  case TERMINATOR_CALL:
  case TERMINATOR_INTRINSIC:
    if (!t->no_return) keep_common(&all, &sets[t->target]);
    break;
  case TERMINATOR_GOTO:
  case TERMINATOR_ASSERT:
  case TERMINATOR_DROP: keep_common(&all, &sets[t->target]); break;
  case TERMINATOR_RETURN: memset(&all, 0, sizeof all); break;
  default: break; /* ends here */
  }
  return all;
}

static void solve(const Function *fn, Set *sets) {
  u32 n = fn->blocks.len;
  memset(sets, 0xff, n * sizeof *sets);
  for (bool changed = true; changed;) {
    changed = false;
    for (u32 b = n; b-- > 0;) {
      Set s = after(&fn->blocks.at[b].term, sets);
      s.w[b / 64] |= (u64)1 << (b % 64);
      if (!memcmp(&s, &sets[b], sizeof s)) continue;
      sets[b] = s;
      changed = true;
    }
  }
}

/* Of the blocks that come after b for certain, the first: it has all others after it. */
static BlockId nearest(const Set *sets, u32 b, u32 n) {
  BlockId best = NO_BLOCK;
  u32 most = 0;
  for (u32 i = 0; i < n; i++) {
    if (i == b || !has(&sets[b], i) || size(&sets[i]) <= most) continue;
    most = size(&sets[i]);
    best = i;
  }
  return best;
}

void postdominators(const Function *fn, BlockId *out) {
  u32 n = fn->blocks.len;
  Set sets[MAX_BLOCKS];
  for (u32 b = 0; b < n; b++) out[b] = NO_BLOCK;
  if (n > MAX_BLOCKS) return;
  solve(fn, sets);
  for (u32 b = 0; b < n; b++)
    if (has(&sets[b], b) && size(&sets[b]) < MAX_BLOCKS) out[b] = nearest(sets, b, n);
}
