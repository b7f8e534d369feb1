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

/* ---- bodies */

static Place glued_place(Lower *l) { return place_deref(l, place_local(l, 1)); }

/* Drop::drop(&mut *p) */
static void emit_user_drop(Lower *l, Place p, FuncId drop, Span span) {
  TypeId ty = type_ptr(l->tt, PTR_REF_MUT, p.ty);
  Rvalue rv = {.kind = RV_REF, .ty = ty, .place = p, .borrow = BORROW_MUT};
  Operand *arg = arena_new(l->arena, Operand);
  *arg = operand_move(place_local(l, emit_to_internal(l, rv, span)), span);
  Place unit = place_local(l, local_internal(l, type_unit(l->tt), span));
  terminate_and_go_on(l, (Terminator){.kind = TERMINATOR_CALL,
                                      .span = span,
                                      .place = unit,
                                      .callee = drop,
                                      .nargs = 1,
                                      .args = arg});
}

static void emit_drop_fields(Lower *l, Place p, u32 variant, Span span) {
  u32 n = type_nfields(l->tt, p.ty, variant);
  for (u32 i = 0; i < n; i++)
    if (type_needs_drop(l->tt, type_field(l->tt, p.ty, variant, i)))
      emit_drop(l, place_field(l, p, variant, i), span);
}

static bool variant_needs_drop(const Lower *l, const Variant *v) {
  for (u32 i = 0; i < v->nfields; i++)
    if (type_needs_drop(l->tt, v->fields[i].ty)) return true;
  return false;
}

static void emit_drop_enum(Lower *l, Place p, const AdtInfo *info, Span span) {
  u128 *values = arena_array(l->arena, u128, info->nvariants + 1);
  BlockId *targets = arena_array(l->arena, BlockId, info->nvariants + 1);
  TypeId discr = type_discriminant(l->tt, p.ty);
  lower_layout(l, discr, span);
  Rvalue rv = {.kind = RV_DISCRIMINANT, .ty = discr, .place = p};
  LocalId d = emit_to_internal(l, rv, span);
  BlockId start = l->block, after = block_new(l);
  u32 n = 0;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (!variant_needs_drop(l, &info->variants[v])) continue;
    values[n] = u128_mask((u128)info->variants[v].discr, int_bits(l, discr));
    targets[n] = block_new(l);
    block_start(l, targets[n++]);
    emit_drop_fields(l, p, v, span);
    emit_goto(l, after, span);
  }
  block_start(l, start);
  emit_switch(l, operand_copy(place_local(l, d), span), values, targets, n, after, span);
  block_start(l, after);
}

/* Elements from the first to the last. */
static void emit_drop_elements(Lower *l, Place p, TypeId elem, Span span) {
  TypeId usize = type_usize(l->tt);
  const Type *t = type_get(l->tt, p.ty);
  Operand len = operand_bits(usize, t->kind == TY_ARRAY ? t->u.array.len : 0, span);
  if (t->kind == TY_SLICE) {
    Rvalue rv = {.kind = RV_LEN, .ty = usize, .place = p};
    len = operand_copy(place_local(l, emit_to_internal(l, rv, span)), span);
  }
  LocalId i = emit_to_internal(l, rvalue_use(operand_bits(usize, 0, span)), span);
  Operand index = operand_copy(place_local(l, i), span);
  BlockId head = block_new(l), body = block_new(l), after = block_new(l);
  emit_goto(l, head, span);
  block_start(l, head);
  LocalId more = emit_to_internal(l, rvalue_binary(BIN_LT, type_bool(l->tt), index, len), span);
  emit_branch(l, operand_copy(place_local(l, more), span), body, after, span);
  block_start(l, body);
  emit_drop(l, place_project(l, p, (Proj){.kind = PROJ_INDEX, .local = i, .ty = elem}), span);
  emit_assign(l, place_local(l, i),
              rvalue_binary(BIN_ADD, usize, index, operand_bits(usize, 1, span)), span);
  emit_goto(l, head, span);
  block_start(l, after);
}

/* The pointer in the Box is used as it is: no new borrow of the contents is made for freeing. */
void emit_box_free(Lower *l, Place box, Span span) {
  TypeId contents = type_get(l->tt, box.ty)->u.ptr.to;
  TypeId raw = type_ptr(l->tt, PTR_RAW_MUT, contents);
  lower_layout(l, contents, span);
  LocalId ptr = local_internal(l, raw, span);
  Rvalue rv = {.kind = RV_CAST, .ty = raw, .cast = CAST_TRANSMUTE, .a = operand_copy(box, span)};
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

static void emit_glue(Lower *l, Place p, Span span) {
  const Type *t = type_get(l->tt, p.ty);
  switch (t->kind) {
  case TY_TUPLE: emit_drop_fields(l, p, 0, span); return;
  case TY_ARRAY:
  case TY_SLICE: emit_drop_elements(l, p, t->u.array.elem, span); return;
  case TY_PTR:
    if (type_needs_drop(l->tt, t->u.ptr.to)) emit_drop(l, place_deref(l, p), span);
    emit_box_free(l, p, span);
    return;
  case TY_ADT: {
    const AdtInfo *info = t->u.adt.info;
    if (info->drop_fn) emit_user_drop(l, p, info->drop_fn - 1, span);
    if (info->is_manually_drop || info->kind == ADT_UNION) return;
    if (info->kind == ADT_ENUM)
      emit_drop_enum(l, p, info, span);
    else
      emit_drop_fields(l, p, 0, span);
    return;
  }
  default: return;
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
  emit_glue(l, glued_place(l), body.span);
  terminate(l, TERMINATOR_RETURN, body.span);
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
