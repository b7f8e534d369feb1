/* Drop elaboration: each drop that lowering has scheduled becomes what it has to be at its point of
 * the program. The value is always there: it stays. It is never there: it goes. It depends: a flag,
 * a bool local that is set where the value arrives and cleared where it leaves, is tested. Some
 * parts are there and some are not: the drop is taken apart into drops of the parts ("open drop"),
 * field by field, variant by variant, contents and memory of a Box. */
#include "litmus/rust/lower.h"

#include <stdlib.h>
#include <string.h>

typedef enum Style { STYLE_DEAD, STYLE_STATIC, STYLE_CONDITIONAL, STYLE_OPEN } Style;

/* After a drop the flags of its path are false: the block where that is done. */
typedef struct Landing {
  BlockId block;
  u32 path;
} Landing;

typedef struct Elaborator {
  Lower *l;
  Moves m;
  InitState now; /* at the drop being elaborated */
  Span span;
  bool any_flag;
  VEC(Landing) landings;
} Elaborator;

static LocalId flag_of(Elaborator *e, u32 path) {
  MovePath *p = &e->m.paths.at[path];
  if (p->flag == NO_LOCAL) p->flag = local_internal(e->l, type_bool(e->l->tt), e->span);
  e->any_flag = true;
  return p->flag;
}

/* ---- blocks, built from the end backwards */

/* `yes` if the path itself (not its parts) holds a value, else `no`. */
static Ways with_test(Elaborator *e, u32 path, Ways yes, Ways no) {
  if (!path_has(e->now.uninit, path)) return yes;
  if (!path_has(e->now.init, path)) return no;
  return ways_branch(e->l, flag_of(e, path), yes, no, e->span);
}

/* ---- styles */

static void gather(const Elaborator *e, u32 path, bool *live, bool *dead) {
  *live |= path_has(e->now.init, path);
  *dead |= path_has(e->now.uninit, path);
  for (u32 c = e->m.paths.at[path].child; c; c = e->m.paths.at[c].sibling) gather(e, c, live, dead);
}

static Style style_of(const Elaborator *e, u32 path) {
  bool live = false, dead = false;
  gather(e, path, &live, &dead);
  if (!live) return STYLE_DEAD;
  if (!dead) return STYLE_STATIC;
  return e->m.paths.at[path].child ? STYLE_OPEN : STYLE_CONDITIONAL;
}

static u32 child_at(const Elaborator *e, u32 path, const Proj *step) {
  for (u32 c = e->m.paths.at[path].child; c; c = e->m.paths.at[c].sibling) {
    const Place *p = &e->m.paths.at[c].place;
    const Proj *last = &p->proj[p->nproj - 1];
    if (last->kind == step->kind && last->variant == step->variant && last->index == step->index)
      return c;
  }
  return 0;
}

/* ---- open drops: each returns the ways to enter; `next` follows it */

static Ways drop_path(Elaborator *e, u32 path, Ways next);

/* One part: by its own path, or all of it if the whole is there. */
static Ways drop_part(Elaborator *e, u32 path, Proj step, Ways next) {
  u32 child = child_at(e, path, &step);
  if (child) return drop_path(e, child, next);
  if (!type_needs_drop(e->l->tt, step.ty)) return next;
  Place part = place_project(e->l, e->m.paths.at[path].place, step);
  return with_test(e, path, ways_drop(e->l, part, next, e->span), next);
}

static Ways drop_fields(Elaborator *e, u32 path, u32 variant, Ways next) {
  TypeId ty = e->m.paths.at[path].place.ty;
  for (u32 i = type_nfields(e->l->tt, ty, variant); i-- > 0;) {
    TypeId field = type_field(e->l->tt, ty, variant, i);
    Proj step = {.kind = PROJ_FIELD, .variant = variant, .index = i, .ty = field};
    next = drop_part(e, path, step, next);
  }
  return next;
}

static bool has_parts_of(const Elaborator *e, u32 path, u32 variant) {
  for (u32 c = e->m.paths.at[path].child; c; c = e->m.paths.at[c].sibling) {
    const Place *p = &e->m.paths.at[c].place;
    if (p->proj[p->nproj - 1].variant == variant) return true;
  }
  return false;
}

/* The variant is looked up at run time; variants whose parts were never touched are dropped whole.
 */
static Ways drop_enum(Elaborator *e, u32 path, const AdtInfo *info, Ways next) {
  Lower *l = e->l;
  Place p = e->m.paths.at[path].place;
  u32 *variants = arena_array(l->arena, u32, info->nvariants + 1);
  Ways *targets = arena_array(l->arena, Ways, info->nvariants + 1);
  u32 n = 0;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (!has_parts_of(e, path, v)) continue;
    variants[n] = v;
    targets[n++] = drop_fields(e, path, v, next);
  }
  Ways otherwise = n < info->nvariants ? ways_drop(l, p, next, e->span) : next;
  return with_test(e, path, ways_variants(l, p, variants, targets, n, otherwise, e->span), next);
}

/* The contents first, as far as they are there; then the memory. */
static Ways drop_box(Elaborator *e, u32 path, TypeId contents, Ways next) {
  Place box = e->m.paths.at[path].place;
  next = with_test(e, path, ways_box_free(e->l, box, next, e->span), next);
  return drop_part(e, path, (Proj){.kind = PROJ_DEREF, .ty = contents}, next);
}

static Proj element_step(const Type *array, u64 i) {
  return (Proj){.kind = PROJ_CONST_INDEX, .index = i, .ty = array->u.array.elem};
}

/* As rustc: elements with a path of their own and the runs between them go from last to first, a
 * run from its first to its last. */
static Ways drop_array(Elaborator *e, u32 path, const Type *t, Ways next) {
  for (u64 i = 0; i < t->u.array.len;) {
    Proj step = element_step(t, i);
    u64 end = i + 1;
    for (; !child_at(e, path, &step) && end < t->u.array.len; end++) {
      Proj last = element_step(t, end);
      if (child_at(e, path, &last)) break;
    }
    for (u64 k = end; k-- > i;) next = drop_part(e, path, element_step(t, k), next);
    i = end;
  }
  return next;
}

static Ways drop_open(Elaborator *e, u32 path, Ways next) {
  const Type *t = type_get(e->l->tt, e->m.paths.at[path].place.ty);
  if (next.unwind == UNWIND_CONTINUE) { /* parts that are left are dropped, then it goes on */
    next.unwind = UNWIND_CLEANUP;
    next.cleanup = lower_resume_block(e->l);
  }
  switch (t->kind) {
  case TY_PTR: return drop_box(e, path, t->u.ptr.to, next);
  case TY_ARRAY: return drop_array(e, path, t, next);
  case TY_ADT:
    if (t->u.adt.info->kind == ADT_ENUM) return drop_enum(e, path, t->u.adt.info, next);
    return drop_fields(e, path, 0, next);
  default: return drop_fields(e, path, 0, next);
  }
}

static Ways drop_path(Elaborator *e, u32 path, Ways next) {
  Place p = e->m.paths.at[path].place;
  switch (style_of(e, path)) {
  case STYLE_DEAD: return next;
  case STYLE_STATIC: return ways_drop(e->l, p, next, e->span);
  case STYLE_CONDITIONAL: return with_test(e, path, ways_drop(e->l, p, next, e->span), next);
  case STYLE_OPEN: return drop_open(e, path, next);
  }
  return next;
}

/* ---- all drops of the function */

typedef struct Applying {
  const Moves *m;
  InitState *s;
} Applying;

static void apply_event(void *self, u32 path, PathEvent what) {
  Applying *a = self;
  moves_apply(a->m, a->s, path, what);
}

static void state_before_terminator(Elaborator *e, BlockId b) {
  memcpy(e->now.init, e->m.at[b].init, e->m.nwords * sizeof(u64));
  memcpy(e->now.uninit, e->m.at[b].uninit, e->m.nwords * sizeof(u64));
  Applying a = {&e->m, &e->now};
  Block *block = &e->l->f->blocks.at[b];
  for (u32 i = 0; i < block->stmts.len; i++)
    moves_of_stmt(&e->m, &block->stmts.at[i], apply_event, &a);
}

static BlockId landing_new(Elaborator *e, u32 path, BlockId next) {
  BlockId b = block_new(e->l);
  block_start(e->l, b);
  emit_goto(e->l, next, e->span);
  vec_push(&e->landings, ((Landing){b, path}));
  return b;
}

/* Where a drop goes on. Cleanup drops each local once, so that flags no longer matter there. */
static Ways landing_of(Elaborator *e, const Block *block, const Terminator *t, u32 path) {
  Ways w = {.ok = t->target, .unwind = t->unwind, .cleanup = t->cleanup};
  if (block->is_cleanup) return w;
  w.ok = landing_new(e, path, t->target);
  if (t->unwind != UNWIND_CLEANUP) return w;
  e->l->in_cleanup = true;
  w.cleanup = landing_new(e, path, t->cleanup);
  e->l->in_cleanup = false;
  return w;
}

static void elaborate_block(Elaborator *e, BlockId b) {
  Block *block = &e->l->f->blocks.at[b];
  Terminator t = block->term;
  if (t.kind != TERMINATOR_DROP) return;
  u32 path = moves_find(&e->m, &t.place);
  if (!path) return;
  bool in_cleanup = block->is_cleanup;
  e->span = t.span;
  state_before_terminator(e, b);
  Ways next = landing_of(e, block, &t, path);
  e->l->in_cleanup = in_cleanup;
  next = drop_path(e, path, next);
  block_start(e->l, b);
  emit_goto(e->l, next.ok, t.span);
  e->l->in_cleanup = false;
}

/* ---- flags */

typedef VEC(Stmt) StmtList;

typedef struct FlagWriter {
  Elaborator *e;
  StmtList *out;
  Span span;
  bool skip_init; /* the result of a call arrives in the next block */
  bool only_init;
} FlagWriter;

static Stmt set_flag(Elaborator *e, LocalId flag, bool value, Span span) {
  Rvalue rv = rvalue_use(operand_bits(type_bool(e->l->tt), value, span));
  return (Stmt){.kind = STMT_ASSIGN,
                .span = span,
                .place = place_local(e->l, flag),
                .rv = arena_copy(e->l->arena, &rv, sizeof rv)};
}

static void write_flags(const FlagWriter *w, u32 path, bool value) {
  const MovePath *p = &w->e->m.paths.at[path];
  if (p->flag != NO_LOCAL) vec_push(w->out, set_flag(w->e, p->flag, value, w->span));
  for (u32 c = p->child; c; c = w->e->m.paths.at[c].sibling) write_flags(w, c, value);
}

static void flag_event(void *self, u32 path, PathEvent what) {
  const FlagWriter *w = self;
  if (what == PATH_INIT ? w->skip_init : w->only_init) return;
  write_flags(w, path, what == PATH_INIT);
}

static void prepend(Block *b, const StmtList *list) {
  if (!list->len) return;
  vec_reserve(&b->stmts, b->stmts.len + list->len);
  memmove(b->stmts.at + list->len, b->stmts.at, b->stmts.len * sizeof *b->stmts.at);
  memcpy(b->stmts.at, list->at, list->len * sizeof *list->at);
  b->stmts.len += list->len;
}

/* Storage coming and going moves nothing that could still be there: no flags are set for it. */
static bool is_storage(const Stmt *s) {
  return s->kind == STMT_STORAGE_LIVE || s->kind == STMT_STORAGE_DEAD;
}

static void flags_in_block(Elaborator *e, BlockId b) {
  Block *block = &e->l->f->blocks.at[b];
  StmtList list = {0};
  FlagWriter w = {.e = e, .out = &list};
  for (u32 i = 0; i < block->stmts.len; i++) {
    Stmt s = block->stmts.at[i];
    vec_push(&list, s);
    w.span = s.span;
    if (!is_storage(&s)) moves_of_stmt(&e->m, &s, flag_event, &w);
  }
  Terminator t = block->term;
  w.span = t.span;
  w.skip_init = true;
  moves_of_terminator(&e->m, &t, flag_event, &w);
  free(block->stmts.at);
  block->stmts.at = list.at;
  block->stmts.len = list.len;
  block->stmts.cap = list.cap;
  bool has_result = t.kind == TERMINATOR_CALL || t.kind == TERMINATOR_INTRINSIC;
  if (!has_result || t.no_return) return;
  StmtList after = {0}; /* the block after a call has no other way in */
  w = (FlagWriter){.e = e, .out = &after, .span = t.span, .only_init = true};
  moves_of_terminator(&e->m, &t, flag_event, &w);
  prepend(&e->l->f->blocks.at[t.target], &after);
  vec_free(&after);
}

static void flags_at_landings(Elaborator *e) {
  for (u32 i = 0; i < e->landings.len; i++) {
    StmtList list = {0};
    FlagWriter w = {.e = e, .out = &list, .span = e->l->f->span};
    write_flags(&w, e->landings.at[i].path, false);
    prepend(&e->l->f->blocks.at[e->landings.at[i].block], &list);
    vec_free(&list);
  }
}

/* On entry nothing is there but the arguments. */
static void flags_at_entry(Elaborator *e) {
  StmtList list = {0};
  for (u32 p = 1; p < e->m.paths.len; p++) {
    const MovePath *path = &e->m.paths.at[p];
    if (path->flag == NO_LOCAL) continue;
    bool is_arg = path->place.local >= 1 && path->place.local <= e->l->f->nparams;
    vec_push(&list, set_flag(e, path->flag, is_arg, e->l->f->span));
  }
  prepend(&e->l->f->blocks.at[0], &list);
  vec_free(&list);
}

void elaborate_drops(Lower *l) {
  Elaborator e = {.l = l};
  moves_analyse(&e.m, l);
  if (e.m.paths.len > 1) {
    e.now = init_state_new(&e.m);
    for (BlockId b = 0; b < e.m.nblocks; b++) elaborate_block(&e, b);
    /* from the last block on, so that a block is rewritten before anything is put in front of it */
    for (BlockId b = e.m.nblocks; e.any_flag && b-- > 0;) flags_in_block(&e, b);
    if (e.any_flag) {
      flags_at_landings(&e);
      flags_at_entry(&e);
    }
    init_state_free(&e.now);
  }
  vec_free(&e.landings);
  moves_free(&e.m);
}
