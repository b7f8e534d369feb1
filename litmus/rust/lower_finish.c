/* The last steps on a finished function: dead blocks go, chains of blocks become one, locals that
 * nothing mentions are forgotten, and all lists move from the heap to the arena. */
#include "litmus/rust/lower.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"

/* ---- blocks */

/* A block on the way of the depth-first walk and how many of its successors were visited. */
typedef struct Visit {
  BlockId block;
  u32 done;
} Visit;

/* Cleanup blocks come after all others, otherwise in the same order: they lead to each other only.
 */
static void cleanup_last(const Function *f, BlockId *number, u32 kept) {
  BlockId *at = memory_alloc(((size_t)kept + 1) * sizeof *at);
  for (u32 b = 0; b < f->blocks.len; b++)
    if (number[b] != UINT32_MAX) at[number[b]] = b;
  u32 n = 0;
  for (int cleanup = 0; cleanup < 2; cleanup++)
    for (u32 i = 0; i < kept; i++)
      if (f->blocks.at[at[i]].is_cleanup == cleanup) number[at[i]] = n++;
  free(at);
}

/* Reachable blocks in reverse postorder: each block after those it follows, loops aside. Returns
 * the new number of each, UINT32_MAX for the others. */
static BlockId *block_order(const Function *f, u32 *kept) {
  u32 n = f->blocks.len, next = n;
  BlockId *number = memory_alloc(((size_t)n + 1) * sizeof *number);
  bool *seen = memory_alloc_zeroed((size_t)n + 1, sizeof *seen);
  VEC(Visit) path = {0};
  for (u32 b = 0; b < n; b++) number[b] = UINT32_MAX;
  seen[0] = true;
  vec_push(&path, ((Visit){0, 0}));
  while (path.len) {
    Visit *v = &vec_last(&path);
    Terminator *t = &f->blocks.at[v->block].term;
    u32 count = successor_count(t);
    if (v->done == count) { /* the last number that is left */
      number[v->block] = --next;
      path.len--;
      continue;
    }
    /* What is visited last comes first: the first case of a match, the `true` of a condition. */
    u32 i = v->done++;
    BlockId s = *successor(t, count == 2 ? i : count - 1 - i);
    if (seen[s]) continue;
    seen[s] = true;
    vec_push(&path, ((Visit){s, 0}));
  }
  vec_free(&path);
  free(seen);
  for (u32 b = 0; b < n; b++)
    if (number[b] != UINT32_MAX) number[b] -= next;
  *kept = n - next;
  cleanup_last(f, number, *kept);
  return number;
}

void order_blocks(Function *f) {
  u32 kept;
  BlockId *number = block_order(f, &kept);
  Block *blocks = memory_alloc_zeroed((size_t)kept + 1, sizeof *blocks);
  for (u32 b = 0; b < f->blocks.len; b++) {
    if (number[b] == UINT32_MAX)
      vec_free(&f->blocks.at[b].stmts);
    else
      blocks[number[b]] = f->blocks.at[b];
  }
  free(f->blocks.at);
  f->blocks.at = blocks;
  f->blocks.len = kept;
  f->blocks.cap = kept + 1;
  for (u32 b = 0; b < kept; b++) {
    Terminator *t = &blocks[b].term;
    for (u32 i = 0; i < successor_count(t); i++) *successor(t, i) = number[*successor(t, i)];
  }
  free(number);
}

/* Where a jump to b really ends: empty blocks that only jump on are stepped over. */
static BlockId final_target(const Function *f, BlockId b) {
  for (u32 steps = 0; steps < f->blocks.len; steps++) {
    const Block *block = &f->blocks.at[b];
    if (block->stmts.len || block->term.kind != TERMINATOR_GOTO) break;
    b = block->term.target;
  }
  return b;
}

static bool only_resumes(const Block *b) {
  return !b->stmts.len && b->term.kind == TERMINATOR_RESUME;
}

static void thread_jumps(Function *f) {
  for (u32 b = 0; b < f->blocks.len; b++) {
    Terminator *t = &f->blocks.at[b].term;
    for (u32 i = 0; i < successor_count(t); i++)
      *successor(t, i) = final_target(f, *successor(t, i));
    if (has_cleanup(t) && only_resumes(&f->blocks.at[t->cleanup])) t->unwind = UNWIND_CONTINUE;
  }
}

static void join(Function *f, BlockId b, BlockId next) {
  Block *first = &f->blocks.at[b], *second = &f->blocks.at[next];
  for (u32 i = 0; i < second->stmts.len; i++) vec_push(&first->stmts, second->stmts.at[i]);
  vec_free(&second->stmts);
  first->term = second->term;
  second->term = (Terminator){.kind = TERMINATOR_UNREACHABLE};
}

/* A block with one predecessor that only jumps to it belongs to that predecessor. */
static void join_chains(Function *f) {
  VEC(u32) npreds = {0};
  vec_reserve(&npreds, f->blocks.len);
  memset(npreds.at, 0, f->blocks.len * sizeof *npreds.at);
  npreds.at[0] = 1;
  for (u32 b = 0; b < f->blocks.len; b++) {
    Terminator *t = &f->blocks.at[b].term;
    for (u32 i = 0; i < successor_count(t); i++) npreds.at[*successor(t, i)]++;
  }
  for (u32 b = 0; b < f->blocks.len; b++)
    for (;;) {
      const Terminator *t = &f->blocks.at[b].term;
      if (t->kind != TERMINATOR_GOTO || t->target == b || npreds.at[t->target] != 1) break;
      join(f, b, t->target);
    }
  vec_free(&npreds);
}

/* ---- locals */

typedef struct Renumber {
  Arena *arena;
  LocalId *number; /* NO_LOCAL: not used */
  bool marking;
} Renumber;

static void mark(Renumber *r, LocalId l) { r->number[l] = 0; }

static void renumber_place(void *self, Place *p) {
  Renumber *r = self;
  bool indexes = false;
  for (u32 i = 0; i < p->nproj; i++) indexes |= p->proj[i].kind == PROJ_INDEX;
  if (r->marking) {
    mark(r, p->local);
    for (u32 i = 0; i < p->nproj; i++)
      if (p->proj[i].kind == PROJ_INDEX) mark(r, p->proj[i].local);
    return;
  }
  p->local = r->number[p->local];
  if (!indexes) return;
  Proj *proj = arena_copy(r->arena, p->proj, p->nproj * sizeof *proj); /* may be shared */
  for (u32 i = 0; i < p->nproj; i++)
    if (proj[i].kind == PROJ_INDEX) proj[i].local = r->number[proj[i].local];
  p->proj = proj;
}

static void visit_all(const IrVisitor *v, Function *f) {
  for (u32 b = 0; b < f->blocks.len; b++) {
    Block *block = &f->blocks.at[b];
    for (u32 i = 0; i < block->stmts.len; i++) visit_stmt(v, &block->stmts.at[i]);
    visit_terminator(v, &block->term);
  }
}

/* Storage statements of locals that nothing else mentions go too. */
static void renumber_storage(Function *f, const Renumber *r) {
  for (u32 b = 0; b < f->blocks.len; b++) {
    Block *block = &f->blocks.at[b];
    u32 kept = 0;
    for (u32 i = 0; i < block->stmts.len; i++) {
      Stmt s = block->stmts.at[i];
      if (s.kind == STMT_STORAGE_LIVE || s.kind == STMT_STORAGE_DEAD) {
        s.local = r->number[s.local];
        if (s.local == NO_LOCAL) continue;
      }
      block->stmts.at[kept++] = s;
    }
    block->stmts.len = kept;
  }
}

static void forget_unused_locals(Arena *arena, Function *f) {
  Renumber r = {.arena = arena, .marking = true};
  r.number = arena_array(arena, LocalId, f->locals.len + 1);
  for (u32 i = 0; i < f->locals.len; i++) r.number[i] = i <= f->nparams ? 0 : NO_LOCAL;
  IrVisitor v = {.self = &r, .place = renumber_place};
  visit_all(&v, f);
  for (u32 i = 0; i < f->locals.len; i++) /* a variable stays visible */
    if (f->locals.at[i].name) r.number[i] = 0;
  u32 kept = 0;
  for (u32 i = 0; i < f->locals.len; i++) {
    if (r.number[i] == NO_LOCAL) continue;
    f->locals.at[kept] = f->locals.at[i];
    r.number[i] = kept++;
  }
  f->locals.len = kept;
  r.marking = false;
  visit_all(&v, f);
  renumber_storage(f, &r);
}

/* ---- all of it */

void simplify(Arena *arena, Function *f) {
  thread_jumps(f);
  order_blocks(f);
  join_chains(f);
  order_blocks(f);
  forget_unused_locals(arena, f);
}

void function_to_arena(Arena *arena, Function *f) {
  for (u32 b = 0; b < f->blocks.len; b++) {
    Block *block = &f->blocks.at[b];
    Stmt *stmts = arena_copy(arena, block->stmts.at, block->stmts.len * sizeof *stmts);
    free(block->stmts.at);
    block->stmts.at = stmts;
    block->stmts.cap = block->stmts.len;
  }
  Block *blocks = arena_copy(arena, f->blocks.at, f->blocks.len * sizeof *blocks);
  free(f->blocks.at);
  f->blocks.at = blocks;
  f->blocks.cap = f->blocks.len;
  Local *locals = arena_copy(arena, f->locals.at, f->locals.len * sizeof *locals);
  free(f->locals.at);
  f->locals.at = locals;
  f->locals.cap = f->locals.len;
}
