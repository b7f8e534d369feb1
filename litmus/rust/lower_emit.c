/* The builder: locals, blocks, statements and terminators, and the small values they are made of.
 */
#include "litmus/rust/lower.h"

#include <stdlib.h>
#include <string.h>

void lower_fail(Lower *l, DiagKind kind, Span span, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  StrBuf b = {0};
  sb_vprintf(&b, fmt, ap);
  va_end(ap);
  diag_add(l->cx->diags, kind, span, "%s", sb_str(&b));
  sb_free(&b);
  l->failed = true;
}

bool lower_layout(Lower *l, TypeId t, Span span) {
  const char *why = type_layout(l->tt, t);
  if (!why) return true;
  if (!l->failed) lower_fail(l, DIAG_ERROR, span, "%s", why);
  return false;
}

/* ---- locals and blocks */

LocalId local_new(Lower *l, TypeId t, const char *name, Span span) {
  lower_layout(l, t, span);
  vec_push(&l->f->locals, ((Local){.name = name, .ty = t, .span = span}));
  return l->f->locals.len - 1;
}

LocalId local_internal(Lower *l, TypeId t, Span span) {
  LocalId id = local_new(l, t, NULL, span);
  l->f->locals.at[id].always_live = true;
  return id;
}

BlockId block_new(Lower *l) {
  vec_push(&l->f->blocks, ((Block){.is_cleanup = l->in_cleanup}));
  return l->f->blocks.len - 1;
}

void block_start(Lower *l, BlockId b) { l->block = b; }
void block_start_unreachable(Lower *l) { l->block = block_new(l); }

/* ---- statements */

static void emit(Lower *l, Stmt s) { vec_push(&l->f->blocks.at[l->block].stmts, s); }

/* The strictest #[repr(packed)] of the structs that the place is a field of, or 0. */
static u64 packed_around(const Lower *l, const Place *p) {
  u64 packed = 0;
  for (u32 i = p->nproj; i-- > 0 && p->proj[i].kind != PROJ_DEREF;) {
    const Type *t = type_get(l->tt, i ? p->proj[i - 1].ty : l->f->locals.at[p->local].ty);
    u64 limit = t->kind == TY_ADT && t->u.adt.info ? t->u.adt.info->repr_packed : 0;
    if (limit && (!packed || limit < packed)) packed = limit;
  }
  return packed;
}

/* rustc's E0793. */
static void check_not_packed(Lower *l, const Place *p, Span span) {
  u64 packed = packed_around(l, p);
  if (packed && type_is_sized(l->tt, p->ty) && type_align(l->tt, p->ty) > packed)
    lower_fail(l, DIAG_ERROR, span, "reference to field of packed struct is unaligned");
}

void emit_assign_retag(Lower *l, Place dest, Rvalue rv, RetagMode mode, Span span) {
  if (rv.kind == RV_REF) check_not_packed(l, &rv.place, span);
  Rvalue *kept = arena_copy(l->arena, &rv, sizeof rv);
  emit(l, (Stmt){.kind = STMT_ASSIGN, .span = span, .place = dest, .rv = kept, .retag = mode});
}

void emit_assign(Lower *l, Place dest, Rvalue rv, Span span) {
  RetagMode mode = RETAG_DEFAULT;
  if (rv.kind == RV_REF && rv.borrow == BORROW_TWO_PHASE) mode = RETAG_TWO_PHASE;
  if (rv.kind == RV_RAW) mode = rv.raw_of_raw ? RETAG_NONE : RETAG_RAW;
  emit_assign_retag(l, dest, rv, mode, span);
}

void emit_storage_live(Lower *l, LocalId local, Span span) {
  emit(l, (Stmt){.kind = STMT_STORAGE_LIVE, .span = span, .local = local});
}

void emit_storage_dead(Lower *l, LocalId local, Span span) {
  emit(l, (Stmt){.kind = STMT_STORAGE_DEAD, .span = span, .local = local});
}

/* Naming a local does nothing; only a place behind a pointer is worth a statement. */
void emit_place_mention(Lower *l, Place p, Span span) {
  if (p.nproj) emit(l, (Stmt){.kind = STMT_PLACE_MENTION, .span = span, .place = p});
}

/* ---- terminators */

Terminator *terminate(Lower *l, TerminatorKind kind, Span span) {
  Terminator *t = &l->f->blocks.at[l->block].term;
  *t = (Terminator){.kind = kind, .span = span};
  return t;
}

void terminate_with(Lower *l, Terminator t) {
  lower_unwind(l, &t);
  l->f->blocks.at[l->block].term = t;
}

void terminate_and_go_on(Lower *l, Terminator t) {
  t.target = block_new(l);
  terminate_with(l, t);
  block_start(l, t.target);
}

void emit_goto(Lower *l, BlockId target, Span span) {
  terminate(l, TERMINATOR_GOTO, span)->target = target;
}

void emit_unreachable(Lower *l, Span span) {
  terminate(l, TERMINATOR_UNREACHABLE, span);
  block_start_unreachable(l);
}

void emit_drop(Lower *l, Place p, Span span) {
  if (type_get(l->tt, p.ty)->kind == TY_DYN) {
    terminate_and_go_on(
        l, (Terminator){.kind = TERMINATOR_DROP, .span = span, .place = p, .is_virtual = true});
    return;
  }
  FuncId glue = lower_drop_glue(l->cx, p.ty);
  terminate_and_go_on(
      l, (Terminator){.kind = TERMINATOR_DROP, .span = span, .place = p, .callee = glue});
}

void emit_assert(Lower *l, Operand cond, bool expected, AssertKind kind, const Operand *args,
                 u32 nargs, Span span) {
  terminate_and_go_on(l, (Terminator){.kind = TERMINATOR_ASSERT,
                                      .span = span,
                                      .op = cond,
                                      .expected = expected,
                                      .assertion = kind,
                                      .nargs = nargs,
                                      .args = arena_copy(l->arena, args, nargs * sizeof *args)});
}

void emit_switch(Lower *l, Operand op, const u128 *values, const BlockId *targets, u32 n,
                 BlockId otherwise, Span span) {
  Terminator *t = terminate(l, TERMINATOR_SWITCH, span);
  t->op = op;
  t->nvalues = n;
  t->values = arena_copy(l->arena, values, n * sizeof *values);
  t->targets = arena_copy(l->arena, targets, n * sizeof *targets);
  t->otherwise = otherwise;
}

void emit_branch(Lower *l, Operand cond, BlockId yes, BlockId no, Span span) {
  emit_switch(l, cond, (u128[]){0}, (BlockId[]){no}, 1, yes, span);
}

/* ---- places */

Place place_local(const Lower *l, LocalId local) {
  return (Place){.local = local, .ty = l->f->locals.at[local].ty};
}

Place place_project(Lower *l, Place p, Proj proj) {
  Proj *list = arena_array(l->arena, Proj, p.nproj + 1);
  if (p.nproj) memcpy(list, p.proj, p.nproj * sizeof *list);
  list[p.nproj] = proj;
  lower_layout(l, proj.ty, l->f->span);
  return (Place){.local = p.local, .nproj = p.nproj + 1, .proj = list, .ty = proj.ty};
}

Place place_field(Lower *l, Place p, u32 variant, u64 index) {
  TypeId ty = type_field(l->tt, p.ty, variant, (u32)index);
  return place_project(l, p,
                       (Proj){.kind = PROJ_FIELD, .variant = variant, .index = index, .ty = ty});
}

Place place_deref(Lower *l, Place p) {
  const Type *t = type_get(l->tt, p.ty);
  TypeId to = t->kind == TY_PTR ? t->u.ptr.to : 0;
  return place_project(l, p, (Proj){.kind = PROJ_DEREF, .ty = to});
}

/* ---- operands and rvalues */

Operand operand_copy(Place p, Span span) {
  return (Operand){.kind = OPERAND_COPY, .place = p, .span = span};
}

Operand operand_move(Place p, Span span) {
  return (Operand){.kind = OPERAND_MOVE, .place = p, .span = span};
}

Operand operand_consume(const Lower *l, Place p, Span span) {
  return type_is_copy(l->tt, p.ty) ? operand_copy(p, span) : operand_move(p, span);
}

/* References, raw pointers, indexed arrays and values with a destructor keep their parts. */
static void check_move_out(Lower *l, const Place *p, Span span) {
  TypeId base = l->f->locals.at[p->local].ty;
  for (u32 i = 0; i < p->nproj && !l->failed; i++) {
    const Type *t = type_get(l->tt, base);
    const char *name = type_str_of(l->tt, base);
    ProjKind kind = p->proj[i].kind;
    if (kind == PROJ_DEREF && t->kind == TY_PTR && t->u.ptr.kind != PTR_BOX)
      lower_fail(l, DIAG_ERROR, span, "cannot move a value of type `%s` out of what a %s points to",
                 type_str_of(l->tt, p->ty),
                 ptr_is_raw(t->u.ptr.kind) ? "raw pointer" : "reference");
    else if (kind == PROJ_INDEX)
      lower_fail(l, DIAG_ERROR, span, "cannot move out of type `%s`, a non-copy array", name);
    else if (kind == PROJ_FIELD && t->kind == TY_ADT && t->u.adt.info && t->u.adt.info->drop_fn)
      lower_fail(l, DIAG_ERROR, span,
                 "cannot move out of type `%s`, which implements the `Drop` trait", name);
    base = p->proj[i].ty;
  }
}

Operand operand_take(Lower *l, Place p, Span span) {
  Operand op = operand_consume(l, p, span);
  if (op.kind == OPERAND_MOVE && !l->body->is_prelude) check_move_out(l, &p, span);
  return op;
}

Operand operand_bits(TypeId t, u128 bits, Span span) {
  return (Operand){
      .kind = OPERAND_CONST, .konst = {.kind = CONST_BITS, .ty = t, .bits = bits}, .span = span};
}

Rvalue rvalue_use(Operand op) { return (Rvalue){.kind = RV_USE, .ty = operand_type(&op), .a = op}; }

Rvalue rvalue_binary(BinOp op, TypeId result, Operand a, Operand b) {
  return (Rvalue){.kind = RV_BINARY, .ty = result, .binop = op, .a = a, .b = b};
}

LocalId emit_to_internal(Lower *l, Rvalue rv, Span span) {
  LocalId t = local_internal(l, rv.ty, span);
  emit_assign(l, place_local(l, t), rv, span);
  return t;
}

LocalId emit_equals_bits(Lower *l, Operand a, u128 bits, Span span) {
  Operand b = operand_bits(operand_type(&a), bits, span);
  return emit_to_internal(l, rvalue_binary(BIN_EQ, type_bool(l->tt), a, b), span);
}

/* ---- types */

unsigned int_bits(const Lower *l, TypeId t) {
  const Type *ty = type_get(l->tt, t);
  switch (ty->kind) {
  case TY_INT: return ty->u.integer.bits;
  case TY_FLOAT: return ty->u.floating.bits;
  case TY_BOOL: return 8;
  case TY_CHAR: return 32;
  default: return 64;
  }
}

bool int_is_signed(const Lower *l, TypeId t) {
  const Type *ty = type_get(l->tt, t);
  return ty->kind == TY_INT && ty->u.integer.is_signed;
}

bool type_is_scalar(const Lower *l, TypeId t) {
  TypeKind k = type_get(l->tt, t)->kind;
  return k == TY_INT || k == TY_FLOAT || k == TY_BOOL || k == TY_CHAR;
}
