/* Making nodes of the typed tree. Every node is remembered: its type may still hold inference
 * variables, which writeback replaces. */
#include "litmus/rust/infer.h"

Thir *node_new(Infer *ic, ThirKind kind, Span span, TypeId ty) {
  Thir *n = arena_new(ic->arena, Thir);
  n->kind = kind;
  n->span = span;
  n->ty = ty;
  alist_push(ic->arena, &ic->nodes, n);
  return n;
}

Thir *node_unary(Infer *ic, ThirKind kind, Thir *a, TypeId ty) {
  Thir *n = node_new(ic, kind, a->span, ty);
  n->a = a;
  return n;
}

Thir *node_deref(Infer *ic, Thir *a, TypeId to) { return node_unary(ic, THIR_DEREF, a, to); }

Thir *node_borrow(Infer *ic, Thir *place, bool is_mut, bool two_phase) {
  TypeId ty = type_ptr(ic->tt, is_mut ? PTR_REF_MUT : PTR_REF, place->ty);
  Thir *n = node_unary(ic, THIR_BORROW, place, ty);
  n->is_mut = is_mut;
  n->two_phase = is_mut && two_phase;
  if (is_mut) place_needs_mut(ic, place, "borrow");
  return n;
}

Thir *node_raw(Infer *ic, Thir *place, bool is_mut) {
  TypeId ty = type_ptr(ic->tt, is_mut ? PTR_RAW_MUT : PTR_RAW_CONST, place->ty);
  Thir *n = node_unary(ic, THIR_RAW, place, ty);
  n->is_mut = is_mut;
  if (is_mut) place_needs_mut(ic, place, "borrow");
  return n;
}

Thir *node_cast(Infer *ic, Thir *a, CastKind kind, TypeId to) {
  Thir *n = node_unary(ic, THIR_CAST, a, to);
  n->cast = kind;
  return n;
}

Thir *node_field(Infer *ic, Thir *a, u32 index, TypeId ty, Span span) {
  Thir *n = node_new(ic, THIR_FIELD, span, ty);
  n->a = a;
  n->index = index;
  return n;
}

Thir *node_unit(Infer *ic, Span span) { return node_new(ic, THIR_TUPLE, span, type_unit(ic->tt)); }

Thir *node_int(Infer *ic, Span span, TypeId ty, u128 value) {
  Thir *n = node_new(ic, THIR_CONST, span, ty);
  n->konst.kind = CONST_BITS;
  n->konst.ty = ty;
  n->konst.bits = value;
  return n;
}

Thir *node_var(Infer *ic, VarId v, Span span) {
  Thir *n = node_new(ic, THIR_VAR, span, ic->locals.at[v].ty);
  n->var = v;
  return n;
}

Thir *node_binary(Infer *ic, BinOp op, Thir *a, Thir *b, TypeId ty) {
  Thir *n = node_new(ic, THIR_BINARY, span_to(a->span, b->span), ty);
  n->binop = op;
  n->a = a;
  n->b = b;
  return n;
}

Thir *node_not(Infer *ic, Thir *a) {
  Thir *n = node_unary(ic, THIR_UNARY, a, a->ty);
  n->unop = UN_NOT;
  return n;
}

Thir *node_call(Infer *ic, Def *fn, const TypeId *args, Thir **operands, u32 n, TypeId ret,
                Span span) {
  Thir *c = node_new(ic, THIR_CALL, span, ret);
  c->args = operands;
  c->nargs = n;
  Pending p = {c, fn, args};
  alist_push(ic->arena, &ic->pending, p);
  return c;
}

Thir *node_block(Infer *ic, Span span, ThirStmt *stmts, u32 n, Thir *tail) {
  Thir *b = node_new(ic, THIR_BLOCK, span, tail ? tail->ty : type_unit(ic->tt));
  b->block = arena_new(ic->arena, ThirBlock);
  b->block->span = span;
  b->block->stmts = stmts;
  b->block->nstmts = n;
  b->block->tail = tail;
  b->block->ty = b->ty;
  return b;
}

Thir *node_break(Infer *ic, Span span, u32 label, Thir *value) {
  Thir *n = node_new(ic, THIR_BREAK, span, type_never(ic->tt));
  n->label = label;
  n->a = value;
  return n;
}

ThirPat *pat_new(Infer *ic, ThirPatKind kind, Span span, TypeId ty) {
  ThirPat *p = arena_new(ic->arena, ThirPat);
  p->kind = kind;
  p->span = span;
  p->ty = ty;
  alist_push(ic->arena, &ic->pats, p);
  return p;
}

ThirPat *pat_bind(Infer *ic, Span span, TypeId ty, VarId v) {
  ThirPat *p = pat_new(ic, TPAT_BIND, span, ty);
  p->var = v;
  return p;
}

VarId var_new(Infer *ic, Sym name, TypeId ty, Span span, bool is_mut) {
  VarInfo v = {name, ty, span, is_mut, true};
  alist_push(ic->arena, &ic->locals, v);
  return ic->locals.len - 1;
}

void late_add(Infer *ic, LateKind kind, Thir *node) {
  Late l = {.kind = kind, .node = node};
  alist_push(ic->arena, &ic->late, l);
}

bool node_is_place(const Thir *n) {
  return n->kind == THIR_VAR || n->kind == THIR_STATIC || n->kind == THIR_FIELD ||
         n->kind == THIR_INDEX || n->kind == THIR_DEREF;
}

/* A range of the library where a plain usize is wanted: Rust takes it as an index (`get(1..3)`). */
static bool is_range_as_index(Infer *ic, TypeId want, TypeId found) {
  if (infer_shallow(ic, want) != type_usize(ic->tt)) return false;
  const Def *d = type_def(ic->f, infer_shallow(ic, found));
  return d && d->lang >= LANG_RANGE && d->lang <= LANG_RANGE_FULL;
}

_Noreturn void fail_mismatch(Infer *ic, Span span, TypeId want, TypeId found) {
  if (is_range_as_index(ic, want, found))
    unsupported(ic, span, "a range as the argument of this function is not supported yet");
  fail(ic, span, "mismatched types: expected `%s`, found `%s`", show(ic, want), show(ic, found));
}

void require_unsafe(Infer *ic, Span span, const char *what) {
  if (ic->unsafe_depth || ic->is_prelude) return;
  fail(ic, span, "%s is unsafe and requires unsafe function or block [E0133]", what);
}
