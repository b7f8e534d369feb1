/* Where values are: a forward data flow over the finished blocks. A move path is a local or a part
 * of one that is moved from, assigned or dropped by itself; for each the analysis knows whether it
 * may hold a value and whether it may hold none. Both can be true: then a flag decides at run time
 * (rustc-dev-guide, "Drop elaboration"). */
#include "litmus/rust/lower.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"

enum { SUBSLICE_MAX = 4096 };

/* ---- sets of paths */

InitState init_state_new(const Moves *m) {
  return (InitState){memory_alloc_zeroed(m->nwords + 1, sizeof(u64)),
                     memory_alloc_zeroed(m->nwords + 1, sizeof(u64))};
}

void init_state_free(InitState *s) {
  free(s->init);
  free(s->uninit);
}

static void path_put(PathSet s, u32 p, bool on) {
  u64 bit = (u64)1 << (p % 64);
  if (on)
    s[p / 64] |= bit;
  else
    s[p / 64] &= ~bit;
}

void moves_apply(const Moves *m, InitState *s, u32 path, PathEvent what) {
  path_put(s->init, path, what == PATH_INIT);
  path_put(s->uninit, path, what == PATH_MOVED);
  for (u32 c = m->paths.at[path].child; c; c = m->paths.at[c].sibling) moves_apply(m, s, c, what);
}

/* ---- paths */

/* Moving out of a part is moving out of this path's child; other steps lead out of what is tracked:
 * behind references, into unions, to elements that are only known at run time. */
static bool is_tracked_step(const Lower *l, TypeId base, const Proj *j) {
  const Type *t = type_get(l->tt, base);
  switch (j->kind) {
  case PROJ_DEREF: return t->kind == TY_PTR && t->u.ptr.kind == PTR_BOX;
  case PROJ_FIELD:
    return t->kind == TY_TUPLE ||
           (t->kind == TY_ADT && t->u.adt.info && t->u.adt.info->kind != ADT_UNION);
  case PROJ_CONST_INDEX: return t->kind == TY_ARRAY && !j->from_end;
  default: return false;
  }
}

static bool same_step(const Proj *a, const Proj *b) {
  return a->kind == b->kind && a->variant == b->variant && a->index == b->index;
}

static const Proj *last_step(const Place *p) { return &p->proj[p->nproj - 1]; }

static u32 find_child(const Moves *m, u32 parent, const Proj *step) {
  u32 c = m->paths.at[parent].child;
  while (c && !same_step(last_step(&m->paths.at[c].place), step)) c = m->paths.at[c].sibling;
  return c;
}

static u32 add_path(Moves *m, Place place, u32 parent) {
  MovePath p = {.place = place, .parent = parent, .flag = NO_LOCAL};
  if (parent) p.sibling = m->paths.at[parent].child;
  vec_push(&m->paths, p);
  u32 id = m->paths.len - 1;
  if (parent) m->paths.at[parent].child = id;
  return id;
}

static Place place_prefix(const Place *p, u32 nproj) {
  Place q = *p;
  q.nproj = nproj;
  q.ty = p->proj[nproj - 1].ty;
  return q;
}

/* The path of exactly this place; made if `make`, else 0 when there is none. */
static u32 find(Moves *m, const Place *p, bool make) {
  u32 path = p->local < m->roots.len ? m->roots.at[p->local] : 0;
  for (u32 i = 0; path && i < p->nproj; i++) {
    const Proj *step = &p->proj[i];
    if (!is_tracked_step(m->l, m->paths.at[path].place.ty, step)) return 0;
    u32 child = find_child(m, path, step);
    if (!child && make && type_needs_drop(m->l->tt, step->ty))
      child = add_path(m, place_prefix(p, i + 1), path);
    path = child;
  }
  return path;
}

u32 moves_find(const Moves *m, const Place *p) { return find((Moves *)m, p, false); }

/* ---- events */

typedef struct EventWalk {
  Moves *m;
  PathEventFn *fn;
  void *self;
  bool make;
} EventWalk;

static void report(const EventWalk *w, const Place *p, PathEvent what) {
  if (!type_needs_drop(w->m->l->tt, p->ty)) return;
  u32 path = find(w->m, p, w->make);
  if (path && w->fn) w->fn(w->self, path, what);
}

/* Moving a subslice of an array moves its elements. */
static void report_subslice(const EventWalk *w, const Place *p) {
  const Proj *last = last_step(p);
  TypeId base = p->nproj > 1 ? p->proj[p->nproj - 2].ty : w->m->l->f->locals.at[p->local].ty;
  const Type *t = type_get(w->m->l->tt, base);
  if (t->kind != TY_ARRAY || t->u.array.len > SUBSLICE_MAX) return;
  Place element = *p;
  Proj *proj = arena_copy(w->m->l->arena, p->proj, p->nproj * sizeof *proj);
  for (u64 i = last->index; i + last->to < t->u.array.len; i++) {
    proj[p->nproj - 1] = (Proj){.kind = PROJ_CONST_INDEX, .index = i, .ty = t->u.array.elem};
    element.proj = arena_copy(w->m->l->arena, proj, p->nproj * sizeof *proj);
    element.ty = t->u.array.elem;
    report(w, &element, PATH_MOVED);
  }
}

static void on_operand(void *self, Operand *op) {
  const EventWalk *w = self;
  if (op->kind != OPERAND_MOVE || !type_needs_drop(w->m->l->tt, op->place.ty)) return;
  if (op->place.nproj && last_step(&op->place)->kind == PROJ_SUBSLICE)
    report_subslice(w, &op->place);
  else
    report(w, &op->place, PATH_MOVED);
}

static void stmt_events(EventWalk *w, Stmt *s) {
  IrVisitor v = {.self = w, .operand = on_operand};
  visit_stmt(&v, s);
  if (s->kind == STMT_ASSIGN) report(w, &s->place, PATH_INIT);
  if (s->kind == STMT_STORAGE_LIVE || s->kind == STMT_STORAGE_DEAD)
    report(w, &(Place){.local = s->local, .ty = w->m->l->f->locals.at[s->local].ty}, PATH_MOVED);
}

static void terminator_events(EventWalk *w, Terminator *t) {
  IrVisitor v = {.self = w, .operand = on_operand};
  visit_terminator(&v, t);
  if (t->kind == TERMINATOR_DROP) report(w, &t->place, PATH_MOVED);
  bool has_result = t->kind == TERMINATOR_CALL || t->kind == TERMINATOR_INTRINSIC;
  if (has_result && !t->no_return) report(w, &t->place, PATH_INIT);
}

void moves_of_stmt(Moves *m, Stmt *s, PathEventFn *fn, void *self) {
  stmt_events(&(EventWalk){.m = m, .fn = fn, .self = self}, s);
}

void moves_of_terminator(Moves *m, Terminator *t, PathEventFn *fn, void *self) {
  terminator_events(&(EventWalk){.m = m, .fn = fn, .self = self}, t);
}

static void collect_paths(Moves *m) {
  Function *f = m->l->f;
  EventWalk w = {.m = m, .make = true};
  vec_push(&m->paths, (MovePath){0}); /* number 0 is "none" */
  for (u32 i = 0; i < f->locals.len; i++) {
    bool tracked = type_needs_drop(m->l->tt, f->locals.at[i].ty);
    vec_push(&m->roots, tracked ? add_path(m, place_local(m->l, i), 0) : 0);
  }
  for (u32 b = 0; b < f->blocks.len; b++) {
    Block *block = &f->blocks.at[b];
    for (u32 i = 0; i < block->stmts.len; i++) stmt_events(&w, &block->stmts.at[i]);
    terminator_events(&w, &block->term);
  }
}

/* ---- the data flow */

typedef struct Applying {
  const Moves *m;
  InitState *s;
} Applying;

static void apply_event(void *self, u32 path, PathEvent what) {
  Applying *a = self;
  moves_apply(a->m, a->s, path, what);
}

static void apply_result(void *self, u32 path, PathEvent what) {
  if (what == PATH_INIT) apply_event(self, path, what);
}

static void apply_moves(void *self, u32 path, PathEvent what) {
  if (what == PATH_MOVED) apply_event(self, path, what);
}

static bool any_init(const Moves *m, const InitState *s, u32 path) {
  if (path_has(s->init, path)) return true;
  for (u32 c = m->paths.at[path].child; c; c = m->paths.at[c].sibling)
    if (any_init(m, s, c)) return true;
  return false;
}

/* A drop of what is never there does nothing. */
static bool is_dead_drop(const Moves *m, const InitState *s, const Terminator *t) {
  u32 path = t->kind == TERMINATOR_DROP ? moves_find(m, &t->place) : 0;
  return path && !any_init(m, s, path);
}

/* A terminator's result is there only if it returns: it is left to the caller. Returns whether a
 * panic cannot come out of the terminator, as far as is known yet. */
static bool run_block(Moves *m, BlockId b, InitState *s) {
  Block *block = &m->l->f->blocks.at[b];
  Applying a = {m, s};
  for (u32 i = 0; i < block->stmts.len; i++) moves_of_stmt(m, &block->stmts.at[i], apply_event, &a);
  bool dead = is_dead_drop(m, s, &block->term);
  moves_of_terminator(m, &block->term, apply_moves, &a);
  return dead;
}

static bool join_into(const Moves *m, InitState *into, const InitState *from) {
  bool changed = false;
  for (u32 i = 0; i < m->nwords; i++) {
    u64 init = into->init[i] | from->init[i], uninit = into->uninit[i] | from->uninit[i];
    changed |= init != into->init[i] || uninit != into->uninit[i];
    into->init[i] = init;
    into->uninit[i] = uninit;
  }
  return changed;
}

static void start_state(const Moves *m, InitState *s) {
  for (u32 l = 0; l < m->roots.len; l++) {
    bool is_param = l >= 1 && l <= m->l->f->nparams;
    if (m->roots.at[l]) moves_apply(m, s, m->roots.at[l], is_param ? PATH_INIT : PATH_MOVED);
  }
}

/* Blocks are in reverse postorder: taking the first one that waits means that a block is mostly
 * visited after all that lead to it, once and not once for each way. */
static void flow(Moves *m) {
  Function *f = m->l->f;
  bool *waits = memory_alloc_zeroed((size_t)m->nblocks + 1, sizeof *waits);
  bool *visited = memory_alloc_zeroed((size_t)m->nblocks + 1, sizeof *visited);
  InitState s = init_state_new(m);
  start_state(m, &m->at[0]);
  waits[0] = visited[0] = true;
  for (u32 b = 0; b < m->nblocks; b++) {
    if (!waits[b]) continue;
    waits[b] = false;
    memcpy(s.init, m->at[b].init, m->nwords * sizeof(u64));
    memcpy(s.uninit, m->at[b].uninit, m->nwords * sizeof(u64));
    bool dead = run_block(m, b, &s);
    Terminator *t = &f->blocks.at[b].term;
    u32 back = m->nblocks; /* the earliest block that has to be looked at again */
    for (u32 n = successor_count(t), i = n; i-- > 0;) { /* cleanup first */
      BlockId next = *successor(t, i);
      if (dead && i + 1 == n && has_cleanup(t)) continue;
      if (i + 1 + has_cleanup(t) == n) moves_of_terminator(m, t, apply_result, &(Applying){m, &s});
      if (!join_into(m, &m->at[next], &s) && visited[next]) continue;
      visited[next] = waits[next] = true;
      if (next <= b && next < back) back = next;
    }
    if (back != m->nblocks) b = back - 1; /* the loop adds one */
  }
  init_state_free(&s);
  free(waits);
  free(visited);
}

void moves_analyse(Moves *m, Lower *l) {
  *m = (Moves){.l = l};
  collect_paths(m);
  m->nblocks = l->f->blocks.len;
  m->nwords = m->paths.len / 64 + 1;
  m->at = memory_alloc_zeroed(m->nblocks + 1, sizeof *m->at);
  for (u32 b = 0; b < m->nblocks; b++) m->at[b] = init_state_new(m);
  if (m->paths.len > 1) flow(m);
}

void moves_free(Moves *m) {
  for (u32 b = 0; b < m->nblocks; b++) init_state_free(&m->at[b]);
  free(m->at);
  vec_free(&m->paths);
  vec_free(&m->roots);
}
