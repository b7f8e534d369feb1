/* Drop glue: for each type that needs it a function `unsafe fn(&mut T)` that drops one value: that
 * is how the aliasing models see the argument of drop_in_place, which is retagged at function
 * entry. The user's Drop::drop comes first, then the fields in the order of their declaration; an
 * enum drops the fields of its variant, a Box its contents and then its memory. */
#include "litmus/rust/lower.h"

#include <stdlib.h>

typedef struct GlueEntry {
  TypeId ty;
  FuncId id;
} GlueEntry;

/* All glue so far, in an open hash table by type, and what has been declared but not built yet. The
 * lists live in the arena. */
struct DropGlue {
  GlueEntry *slots;
  u32 nslots, len;
  GlueEntry *queue;
  u32 queue_len, queue_cap;
  bool building;
};

static GlueEntry *find_slot(GlueEntry *slots, u32 nslots, TypeId t) {
  u32 i = (t * 2654435761u) & (nslots - 1);
  while (slots[i].ty && slots[i].ty != t) i = (i + 1) & (nslots - 1);
  return &slots[i];
}

static void grow_slots(Arena *arena, struct DropGlue *g) {
  u32 nslots = g->nslots ? g->nslots * 2 : 64;
  GlueEntry *slots = arena_array(arena, GlueEntry, nslots);
  for (u32 i = 0; i < g->nslots; i++)
    if (g->slots[i].ty) *find_slot(slots, nslots, g->slots[i].ty) = g->slots[i];
  g->slots = slots;
  g->nslots = nslots;
}

static void enqueue(Arena *arena, struct DropGlue *g, GlueEntry e) {
  if (g->queue_len == g->queue_cap) {
    g->queue_cap = g->queue_cap ? g->queue_cap * 2 : 16;
    GlueEntry *queue = arena_array(arena, GlueEntry, g->queue_cap);
    for (u32 i = 0; i < g->queue_len; i++) queue[i] = g->queue[i];
    g->queue = queue;
  }
  g->queue[g->queue_len++] = e;
}

/* ---- bodies: built from the end backwards, see lower_ways.c */

static Place glued_place(Lower *l) { return place_deref(l, place_local(l, 1)); }

/* Returns, or resumes the panic that one of the drops ended with. */
static Ways glue_end(Lower *l, Span span) {
  Ways w = {.ok = block_new(l), .unwind = UNWIND_CLEANUP, .cleanup = lower_resume_block(l)};
  block_start(l, w.ok);
  terminate(l, TERMINATOR_RETURN, span);
  return w;
}

/* Drop::drop(&mut *p); nothing comes before it, so it has no cleanup version. */
static Ways user_drop(Lower *l, Place p, FuncId drop, Ways next, Span span) {
  TypeId ty = type_ptr(l->tt, PTR_REF_MUT, p.ty);
  Rvalue rv = {.kind = RV_REF, .ty = ty, .place = p, .borrow = BORROW_MUT};
  Ways w = next;
  w.ok = block_new(l);
  block_start(l, w.ok);
  Operand *arg = arena_new(l->arena, Operand);
  *arg = operand_move(place_local(l, emit_to_internal(l, rv, span)), span);
  Place unit = place_local(l, local_internal(l, type_unit(l->tt), span));
  Terminator *t = terminate(l, TERMINATOR_CALL, span);
  t->place = unit;
  t->callee = drop;
  t->nargs = 1;
  t->args = arg;
  t->target = next.ok;
  t->unwind = next.unwind;
  t->cleanup = next.cleanup;
  return w;
}

static Ways drop_fields(Lower *l, Place p, u32 variant, Ways next, Span span) {
  for (u32 i = type_nfields(l->tt, p.ty, variant); i-- > 0;)
    if (type_needs_drop(l->tt, type_field(l->tt, p.ty, variant, i)))
      next = ways_drop(l, place_field(l, p, variant, i), next, span);
  return next;
}

static bool variant_needs_drop(const Lower *l, const Variant *v) {
  for (u32 i = 0; i < v->nfields; i++)
    if (type_needs_drop(l->tt, v->fields[i].ty)) return true;
  return false;
}

static Ways drop_enum(Lower *l, Place p, const AdtInfo *info, Ways next, Span span) {
  u32 *variants = arena_array(l->arena, u32, info->nvariants + 1);
  Ways *targets = arena_array(l->arena, Ways, info->nvariants + 1);
  u32 n = 0;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (!variant_needs_drop(l, &info->variants[v])) continue;
    variants[n] = v;
    targets[n++] = drop_fields(l, p, v, next, span);
  }
  return ways_variants(l, p, variants, targets, n, next, span);
}

typedef struct ElementLoop {
  Place elements;
  TypeId elem;
  LocalId next, current; /* numbers of elements: the next one counts as begun */
  Operand len;
  Span span;
} ElementLoop;

/* The elements from number `next` on; returns the block that asks whether there is one. */
static BlockId element_loop(Lower *l, const ElementLoop *e, Ways after) {
  Span span = e->span;
  TypeId usize = type_usize(l->tt);
  Operand next = operand_copy(place_local(l, e->next), span);
  BlockId head = block_new(l), body = block_new(l);
  block_start(l, head);
  LocalId more = emit_to_internal(l, rvalue_binary(BIN_LT, type_bool(l->tt), next, e->len), span);
  emit_branch(l, operand_copy(place_local(l, more), span), body, after.ok, span);
  block_start(l, body);
  emit_assign(l, place_local(l, e->current), rvalue_use(next), span);
  emit_assign(l, place_local(l, e->next),
              rvalue_binary(BIN_ADD, usize, next, operand_bits(usize, 1, span)), span);
  Place p =
      place_project(l, e->elements, (Proj){.kind = PROJ_INDEX, .local = e->current, .ty = e->elem});
  FuncId glue = lower_drop_glue(l->cx, p.ty);
  Terminator *t = terminate(l, TERMINATOR_DROP, span);
  t->place = p;
  t->callee = glue;
  t->target = head;
  t->unwind = after.unwind;
  t->cleanup = after.cleanup;
  return head;
}

/* Elements from the first to the last; after a panic those that are left. */
static Ways drop_elements(Lower *l, Place p, TypeId elem, Ways next, Span span) {
  TypeId usize = type_usize(l->tt);
  const Type *t = type_get(l->tt, p.ty);
  ElementLoop e = {.elements = p, .elem = elem, .span = span};
  e.next = local_internal(l, usize, span);
  e.current = local_internal(l, usize, span);
  BlockId start = block_new(l);
  block_start(l, start);
  e.len = operand_bits(usize, t->kind == TY_ARRAY ? t->u.array.len : 0, span);
  if (t->kind == TY_SLICE) {
    Rvalue rv = {.kind = RV_LEN, .ty = usize, .place = p};
    e.len = operand_copy(place_local(l, emit_to_internal(l, rv, span)), span);
  }
  emit_assign(l, place_local(l, e.next), rvalue_use(operand_bits(usize, 0, span)), span);
  Ways after = next;
  after.cleanup = element_loop(l, &e, ways_enter_cleanup(l, next));
  ways_leave_cleanup(l);
  BlockId loop = element_loop(l, &e, after);
  block_start(l, start);
  emit_goto(l, loop, span);
  next.ok = start;
  return next;
}

/* The pointer in the Box is used as it is: no new borrow of the contents is made for freeing. */
void emit_box_free(Lower *l, Place box, Span span) {
  TypeId contents = type_get(l->tt, box.ty)->u.ptr.to;
  TypeId raw = type_ptr(l->tt, PTR_RAW_MUT, contents);
  lower_layout(l, contents, span);
  LocalId ptr = local_internal(l, raw, span);
  Rvalue rv = {
      .kind = RV_RAW, .ty = raw, .place = place_deref(l, box), .raw_mut = true, .raw_of_raw = true};
  emit_assign_retag(l, place_local(l, ptr), rv, RETAG_NONE, span);
  Operand *arg = arena_new(l->arena, Operand);
  *arg = operand_copy(place_local(l, ptr), span);
  Place unit = place_local(l, local_internal(l, type_unit(l->tt), span));
  terminate_and_go_on(l, (Terminator){.kind = TERMINATOR_INTRINSIC,
                                      .span = span,
                                      .place = unit,
                                      .intrinsic = INTR_BOX_FREE,
                                      .ntypes = 1,
                                      .types = {contents},
                                      .nargs = 1,
                                      .args = arg});
}

/* Only the first part, the user's Drop::drop or all elements, has no cleanup version. */
static Ways drop_contents(Lower *l, Place p, Ways next, Span span) {
  if (!type_needs_drop(l->tt, p.ty)) return next; /* glue that only drop_in_place asks for */
  const Type *t = type_get(l->tt, p.ty);
  switch (t->kind) {
  case TY_TUPLE: return drop_fields(l, p, 0, next, span);
  case TY_DYN: return ways_drop(l, p, next, span);
  case TY_ARRAY:
  case TY_SLICE: return drop_elements(l, p, t->u.array.elem, next, span);
  case TY_PTR:
    next = ways_box_free(l, p, next, span);
    if (!type_needs_drop(l->tt, t->u.ptr.to)) return next;
    return ways_drop(l, place_deref(l, p), next, span);
  case TY_ADT: {
    const AdtInfo *info = t->u.adt.info;
    bool keeps = info->is_manually_drop || info->kind == ADT_UNION;
    if (!keeps && info->kind == ADT_ENUM) next = drop_enum(l, p, info, next, span);
    if (!keeps && info->kind != ADT_ENUM) next = drop_fields(l, p, 0, next, span);
    if (!info->drop_fn) return next;
    return user_drop(l, p, info->drop_fn - 1, next, span);
  }
  default: return next;
  }
}

/* Reports say where the value went out of scope, so the glue itself has no place in the source. */
static void build_glue(LowerCtx *cx, GlueEntry e) {
  TypeTable *tt = cx->program->types;
  TypeId param = type_ptr(tt, PTR_REF_MUT, e.ty);
  ThirBody body = {.nparams = 1, .param_tys = &param, .ret = type_unit(tt), .is_prelude = true};
  body.name = cx->program->funcs.at[e.id]->name;
  Lower lower, *l = &lower;
  lower_begin(l, cx, &body, cx->program->funcs.at[e.id]);
  BlockId entry = l->block;
  Place p = glued_place(l);
  Ways w = drop_contents(l, p, glue_end(l, body.span), body.span);
  block_start(l, entry);
  emit_goto(l, w.ok, body.span);
  lower_end(l);
}

FuncId lower_drop_glue(LowerCtx *cx, TypeId t) {
  if (!cx->glue) cx->glue = arena_new(cx->arena, struct DropGlue);
  struct DropGlue *g = cx->glue;
  if ((g->len + 1) * 2 > g->nslots) grow_slots(cx->arena, g);
  GlueEntry *slot = find_slot(g->slots, g->nslots, t);
  if (slot->ty) return slot->id;
  Function *f = arena_new(cx->arena, Function);
  f->name = arena_printf(cx->arena, "drop_in_place::<%s>", type_str_of(cx->program->types, t));
  f->nparams = 1;
  f->is_prelude = true;
  f->is_drop_glue = true;
  GlueEntry e = {.ty = t, .id = program_add_function(cx->program, f)};
  *slot = e;
  g->len++;
  enqueue(cx->arena, g, e);
  if (g->building) return e.id; /* glue of parts is built after the glue that asked for it */
  g->building = true;
  for (u32 i = 0; i < g->queue_len; i++) build_glue(cx, g->queue[i]);
  g->queue_len = 0;
  g->building = false;
  return e.id;
}
