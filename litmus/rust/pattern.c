/* Patterns. Default binding modes ("match ergonomics") are made explicit: where a pattern of a
 * value meets a reference, a DEREF node is put in and names below bind by reference. */
#include "litmus/rust/infer.h"

#include <string.h>

/* Marks in ThirPat.nprefix of a RANGE until its type is known (writeback.c). */
enum { RANGE_LO_OPEN = 1, RANGE_HI_OPEN = 2, RANGE_HI_EXCLUSIVE = 4 };

typedef struct PatCx {
  Infer *ic;
  u32 base;   /* first rib of this pattern */
  bool again; /* a later alternative of `a | b`: names are bound already */
  u32 nagain; /* .. that many were seen in it */
} PatCx;

static ThirPat *check(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode);

/* ---- through references */

static ThirPat *deref_pat(Infer *ic, ThirPat *sub, Span span, TypeId ty) {
  ThirPat *d = pat_new(ic, TPAT_DEREF, span, ty);
  d->subs = arena_array(ic->arena, ThirPat *, 1);
  d->subs[0] = sub;
  d->nsubs = 1;
  return d;
}

/* Peels references off *ty; wraps the pattern that `make` builds for what is below. */
typedef ThirPat *(*PatMaker)(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode);

static ThirPat *peel(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode, PatMaker make) {
  const Type *t = shallow_get(cx->ic, ty);
  if (t->kind != TY_PTR || !ptr_is_ref(t->u.ptr.kind)) return make(cx, p, ty, mode);
  if (t->u.ptr.kind == PTR_REF)
    mode = BIND_REF;
  else if (mode == BIND_VALUE)
    mode = BIND_REF_MUT;
  return deref_pat(cx->ic, peel(cx, p, t->u.ptr.to, mode, make), p->span, ty);
}

/* ---- names */

static VarId bind_name(PatCx *cx, const AstPat *p, TypeId ty, bool is_mut) {
  Infer *ic = cx->ic;
  for (u32 i = cx->base; i < ic->ribs.len; i++) {
    const Rib *r = &ic->ribs.at[i];
    if (r->scope || r->macro || r->name != p->name || r->ctx != p->ctx) continue;
    if (!cx->again)
      fail(ic, p->span, "identifier `%s` is bound more than once in the same pattern",
           name_of(ic->f, p->name));
    if (!unify(ic, ic->locals.at[r->var].ty, ty))
      fail_mismatch(ic, p->span, ic->locals.at[r->var].ty, ty);
    cx->nagain++;
    return r->var;
  }
  if (cx->again)
    fail(ic, p->span, "variable `%s` is not bound in all patterns", name_of(ic->f, p->name));
  VarId v = var_new(ic, p->name, ty, p->span, is_mut);
  Rib r = {.name = p->name, .ctx = p->ctx, .var = v};
  alist_push(ic->arena, &ic->ribs, r);
  return v;
}

static ThirPat *check_binding(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  ThirPat *b = pat_new(ic, TPAT_BIND, p->span, ty);
  if (p->by_ref)
    mode = p->is_mut ? BIND_REF_MUT : BIND_REF;
  else if (p->is_mut)
    mode = BIND_VALUE;
  TypeId var_ty = ty;
  if (mode != BIND_VALUE)
    var_ty = type_ptr(ic->tt, mode == BIND_REF_MUT ? PTR_REF_MUT : PTR_REF, ty);
  b->mode = mode;
  b->var = bind_name(cx, p, var_ty, p->is_mut && !p->by_ref);
  if (p->sub) b->sub = check(cx, p->sub, ty, mode);
  return b;
}

/* ---- constants */

static ThirPat *const_pat(Infer *ic, Span span, TypeId ty, u128 value) {
  ThirPat *c = pat_new(ic, TPAT_CONST, span, ty);
  c->lo = c->hi = value;
  return c;
}

static const AstExpr *strip_sign(const AstExpr *e) { return e->kind == AST_UNARY ? e->a : e; }

static u128 literal_value(const AstExpr *e) {
  if (e->kind == AST_UNARY) return (u128)0 - e->a->value;
  return e->value;
}

static void want_type(Infer *ic, Span span, TypeId ty, TypeId found) {
  if (!unify(ic, ty, found)) fail_mismatch(ic, span, ty, found);
}

static ThirPat *check_literal(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  const AstExpr *e = p->lo;
  (void)mode;
  if (strip_sign(e)->kind == AST_FLOAT)
    unsupported(ic, p->span, "floating-point literals in patterns are not supported yet");
  if (e->kind == AST_BYTE_STR)
    unsupported(ic, p->span, "byte string patterns are not supported yet");
  Thir *n = check_expr(ic, e, expect_type(ty));
  want_type(ic, p->span, ty, n->ty);
  return const_pat(ic, p->span, ty, literal_value(e));
}

/* "..": the pattern is of type &str, references outside it are peeled */
static ThirPat *check_str_pat(PatCx *cx, const AstPat *p, TypeId ty) {
  Infer *ic = cx->ic;
  const Type *t = shallow_get(ic, ty);
  if (t->kind == TY_PTR && shallow_get(ic, t->u.ptr.to)->kind == TY_PTR)
    return deref_pat(ic, check_str_pat(cx, p, t->u.ptr.to), p->span, ty);
  want_type(ic, p->span, ty, type_ptr(ic->tt, PTR_REF, type_str(ic->tt)));
  ThirPat *s = pat_new(ic, TPAT_STR, p->span, ty);
  s->str = p->lo->text;
  s->len = p->lo->len;
  return s;
}

/* The value of a const named in a pattern; its type must be one that switches can test. */
static u128 const_value(Infer *ic, const Value *v, Span span, TypeId *ty) {
  if (v->kind == VALUE_PARAM) {
    *ty = v->node->ty;
    return v->node->konst.bits;
  }
  *ty = infer_resolve(ic, value_type(ic->f, ic, v->def, v->args));
  TypeKind k = type_get(ic->tt, *ty)->kind;
  if (k != TY_INT && k != TY_BOOL && k != TY_CHAR)
    unsupported(ic, span, "a constant of type `%s` in a pattern is not supported yet",
                show(ic, *ty));
  for (u32 i = 0; i < v->def->ngens; i++) v->args[i] = infer_resolve(ic, v->args[i]);
  return eval_const_def(ic->f, v->def, v->args, *ty, span);
}

static u128 range_end(Infer *ic, const AstExpr *e, TypeId ty) {
  if (e->kind != AST_PATH) {
    if (strip_sign(e)->kind == AST_FLOAT)
      unsupported(ic, e->span, "floating-point literals in patterns are not supported yet");
    Thir *n = check_expr(ic, e, expect_type(ty));
    want_type(ic, e->span, ty, n->ty);
    return literal_value(e);
  }
  Value v = resolve_value(ic, e->path, "constant");
  if (v.kind != VALUE_CONST && v.kind != VALUE_PARAM)
    fail(ic, e->span, "expected a constant in a range pattern");
  TypeId found;
  u128 value = const_value(ic, &v, e->span, &found);
  want_type(ic, e->span, ty, found);
  return value;
}

static ThirPat *check_range_pat(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  (void)mode;
  ThirPat *r = pat_new(ic, TPAT_RANGE, p->span, ty);
  if (p->lo)
    r->lo = range_end(ic, p->lo, ty);
  else
    r->nprefix |= RANGE_LO_OPEN;
  if (p->hi)
    r->hi = range_end(ic, p->hi, ty);
  else
    r->nprefix |= RANGE_HI_OPEN;
  if (p->hi && !p->inclusive) r->nprefix |= RANGE_HI_EXCLUSIVE;
  return r;
}

/* ---- structs and enums */

static ThirPat *new_fields(Infer *ic, Span span, TypeId ty, u32 variant, u32 max, u32 **fields) {
  Def *d = type_def(ic->f, infer_shallow(ic, ty));
  ThirPat *f = pat_new(ic, d && d->kind == DEF_ENUM ? TPAT_VARIANT : TPAT_FIELDS, span, ty);
  f->variant = variant;
  f->subs = arena_array(ic->arena, ThirPat *, max + 1);
  f->fields = *fields = arena_array(ic->arena, u32, max + 1);
  return f;
}

static ThirPat *check_ctor(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  Value v = resolve_value(ic, p->path, "tuple struct or tuple variant");
  if (v.kind != VALUE_CTOR) fail(ic, p->span, "expected tuple struct or tuple variant");
  want_type(ic, p->span, ty, v.adt);
  Def *d = type_def(ic->f, v.adt);
  const AstVariant *av = adt_variant(d, v.variant);
  const char *name = name_of(ic->f, d->kind == DEF_ENUM ? av->name : d->name);
  if (!av->is_tuple_like)
    fail(ic, p->span, "expected tuple struct or tuple variant, found `%s`", name);
  u32 *fields, n = p->elems.n, total = av->fields.n;
  ThirPat *out = new_fields(ic, p->span, ty, v.variant, total, &fields);
  bool rest = false;
  for (u32 i = 0; i < n; i++) rest |= p->elems.at[i]->kind == AST_PAT_REST;
  if (rest ? n - 1 > total : n != total)
    fail(ic, p->span, "this pattern has %u field%s, but the corresponding tuple %s has %u field%s",
         rest ? n - 1 : n, (rest ? n - 1 : n) == 1 ? "" : "s",
         d->kind == DEF_ENUM ? "variant" : "struct", total, total == 1 ? "" : "s");
  u32 field = 0;
  for (u32 i = 0; i < n; i++) {
    if (p->elems.at[i]->kind == AST_PAT_REST) {
      field = total - (n - 1 - i);
      continue;
    }
    fields[out->nsubs] = field;
    out->subs[out->nsubs++] =
        check(cx, p->elems.at[i], field_type(ic->f, ic, infer_shallow(ic, v.adt), v.variant, field),
              mode);
    field++;
  }
  return out;
}

static ThirPat *check_struct_pat(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  u32 variant, *fields;
  TypeId adt = resolve_struct(ic, p->path, &variant, "struct, variant or union type");
  want_type(ic, p->span, ty, adt);
  Def *d = type_def(ic->f, adt);
  const AstVariant *av = adt_variant(d, variant);
  ThirPat *out = new_fields(ic, p->span, ty, variant, p->fields.n, &fields);
  bool *seen = arena_array(ic->arena, bool, av->fields.n + 1);
  for (u32 i = 0; i < p->fields.n; i++) {
    const AstFieldPat *fp = &p->fields.at[i];
    u32 k = 0;
    while (k < av->fields.n && av->fields.at[k].name != fp->name) k++;
    if (k == av->fields.n)
      fail(ic, fp->span, "%s `%s` does not have a field named `%s`",
           d->kind == DEF_ENUM ? "variant" : def_descr(d),
           name_of(ic->f, d->kind == DEF_ENUM ? av->name : d->name), name_of(ic->f, fp->name));
    if (seen[k])
      fail(ic, fp->span, "field `%s` bound multiple times in the pattern",
           name_of(ic->f, fp->name));
    seen[k] = true;
    fields[out->nsubs] = k;
    out->subs[out->nsubs++] = check(cx, fp->pat, field_type(ic->f, ic, adt, variant, k), mode);
  }
  if (d->kind == DEF_UNION) {
    if (p->fields.n != 1) fail(ic, p->span, "union patterns should have exactly one field");
    require_unsafe(ic, p->span, "access to union field");
    return out;
  }
  for (u32 k = 0; k < av->fields.n; k++)
    if (!seen[k] && !p->has_rest)
      fail(ic, p->span, "pattern does not mention field `%s`",
           name_of(ic->f, av->fields.at[k].name));
  return out;
}

/* A path, or a bare name that is one: unit struct, unit variant or constant. */
static ThirPat *value_pat(PatCx *cx, const Value *v, Span span, TypeId ty) {
  Infer *ic = cx->ic;
  if (v->kind == VALUE_CTOR) {
    want_type(ic, span, ty, v->adt);
    Def *d = type_def(ic->f, v->adt);
    const AstVariant *av = adt_variant(d, v->variant);
    if (!av->is_unit_like)
      fail(ic, span, "expected unit struct, unit variant or constant, found `%s`",
           name_of(ic->f, d->kind == DEF_ENUM ? av->name : d->name));
    u32 *fields;
    return new_fields(ic, span, ty, v->variant, 0, &fields);
  }
  if (v->kind != VALUE_CONST && v->kind != VALUE_PARAM)
    fail(ic, span, "expected unit struct, unit variant or constant");
  TypeId found;
  u128 value = const_value(ic, v, span, &found);
  want_type(ic, span, ty, found);
  return const_pat(ic, span, ty, value);
}

static ThirPat *check_path_pat(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  (void)mode;
  Value v = resolve_value(cx->ic, p->path, "unit struct, unit variant or constant");
  return value_pat(cx, &v, p->span, ty);
}

static ThirPat *check_name_pat(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  (void)mode;
  AstSegment seg = {.name = p->name, .span = p->span};
  AstPath path = {.span = p->span, .seg = {&seg, 1}};
  u32 ribs = cx->ic->ribs.len;
  cx->ic->ribs.len = 0; /* an item, not a variable */
  Value v = resolve_value(cx->ic, &path, "constant");
  cx->ic->ribs.len = ribs;
  return value_pat(cx, &v, p->span, ty);
}

/* Is a bare name a constant or unit variant rather than a new variable? */
static bool names_item(Infer *ic, const AstPat *p) {
  if (p->by_ref || p->is_mut || p->sub) return false;
  Def *d = lookup_name(ic->f, ic->scope, p->name, NS_VALUE);
  if (!d) return false;
  if (d->kind == DEF_STATIC)
    fail(ic, p->span, "match bindings cannot shadow statics: `%s`", name_of(ic->f, p->name));
  if (d->kind == DEF_CONST) return true;
  if (d->kind == DEF_STRUCT) return adt_variant(d, 0)->is_unit_like;
  if (d->kind == DEF_VARIANT) return adt_variant(d->parent, d->variant)->is_unit_like;
  return false;
}

/* ---- tuples and slices */

static ThirPat *check_tuple_pat(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  u32 n = p->elems.n;
  bool rest = false;
  for (u32 i = 0; i < n; i++) rest |= p->elems.at[i]->kind == AST_PAT_REST;
  if (infer_is_var(ic, ty) && !rest) {
    TypeId *elems = arena_array(ic->arena, TypeId, n + 1);
    for (u32 i = 0; i < n; i++) elems[i] = infer_fresh(ic);
    want_type(ic, p->span, ty, type_tuple(ic->tt, elems, n));
  }
  const Type t = *shallow_get(ic, ty);
  u32 total = t.kind == TY_TUPLE ? t.u.tuple.n : 0;
  if (t.kind != TY_TUPLE || (rest ? n - 1 > total : n != total))
    fail(ic, p->span, "mismatched types: expected `%s`, found a tuple of %u elements", show(ic, ty),
         n);
  u32 *fields, field = 0;
  ThirPat *out = new_fields(ic, p->span, ty, 0, total, &fields);
  for (u32 i = 0; i < n; i++) {
    if (p->elems.at[i]->kind == AST_PAT_REST) {
      field = total - (n - 1 - i);
      continue;
    }
    fields[out->nsubs] = field;
    out->subs[out->nsubs++] = check(cx, p->elems.at[i], t.u.tuple.at[field], mode);
    field++;
  }
  return out;
}

static bool is_rest(const AstPat *p) {
  return p->kind == AST_PAT_REST ||
         (p->kind == AST_PAT_IDENT && p->sub && p->sub->kind == AST_PAT_REST);
}

static ThirPat *check_slice_pat(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  u32 n = p->elems.n, rest = n;
  for (u32 i = 0; i < n; i++)
    if (is_rest(p->elems.at[i])) {
      if (rest < n) fail(ic, p->elems.at[i]->span, "`..` can only be used once per slice pattern");
      rest = i;
    }
  if (infer_is_var(ic, ty) && rest == n)
    want_type(ic, p->span, ty, type_array(ic->tt, infer_fresh(ic), n));
  const Type t = *shallow_get(ic, ty);
  if (t.kind != TY_ARRAY && t.kind != TY_SLICE)
    fail(ic, p->span, "expected an array or slice, found `%s`", show(ic, ty));
  bool has_rest = rest < n;
  u32 min = has_rest ? n - 1 : n;
  u64 len = t.kind == TY_ARRAY ? infer_len(ic, t.u.array.len) : 0;
  if (t.kind == TY_ARRAY && !len_is_infer(len) && (has_rest ? min > len : min != len))
    fail(ic, p->span, "pattern requires %u elements but array has %llu", min,
         (unsigned long long)len);
  ThirPat *out = pat_new(ic, TPAT_SLICE, p->span, ty);
  out->subs = arena_array(ic->arena, ThirPat *, n + 1);
  out->nprefix = rest;
  out->has_rest = has_rest;
  for (u32 i = 0; i < n; i++) {
    const AstPat *ep = p->elems.at[i];
    if (i != rest) {
      out->subs[out->nsubs++] = check(cx, ep, t.u.array.elem, mode);
    } else if (ep->kind == AST_PAT_IDENT) {
      TypeId mid = t.kind == TY_ARRAY ? type_array(ic->tt, t.u.array.elem, len - min)
                                      : type_slice(ic->tt, t.u.array.elem);
      AstPat name = *ep;
      name.sub = NULL;
      out->rest = check_binding(cx, &name, mid, mode);
    }
  }
  return out;
}

/* ---- references, alternatives */

static ThirPat *check_ref_pat(PatCx *cx, const AstPat *p, TypeId ty) {
  Infer *ic = cx->ic;
  PtrKind kind = p->is_mut ? PTR_REF_MUT : PTR_REF;
  if (infer_is_var(ic, ty)) (void)unify(ic, ty, type_ptr(ic->tt, kind, infer_fresh(ic)));
  const Type *t = shallow_get(ic, ty);
  if (t->kind != TY_PTR || t->u.ptr.kind != kind)
    fail(ic, p->span, "mismatched types: expected `%s`, found a `%s` pattern", show(ic, ty),
         p->is_mut ? "&mut _" : "&_");
  return deref_pat(ic, check(cx, p->sub, t->u.ptr.to, BIND_VALUE), p->span, ty);
}

static ThirPat *check_or(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  ThirPat *out = pat_new(ic, TPAT_OR, p->span, ty);
  out->subs = arena_array(ic->arena, ThirPat *, p->elems.n + 1);
  u32 first = ic->ribs.len;
  bool outer_again = cx->again;
  for (u32 i = 0; i < p->elems.n; i++) {
    u32 outer_seen = cx->nagain, outer_base = cx->base;
    cx->nagain = 0;
    cx->again = outer_again || i > 0;
    if (i > 0 && !outer_again) cx->base = first;
    out->subs[out->nsubs++] = check(cx, p->elems.at[i], ty, mode);
    if (i > 0 && !outer_again && cx->nagain != ic->ribs.len - first)
      fail(ic, p->elems.at[i]->span, "a variable is not bound in all patterns");
    cx->base = outer_base;
    cx->nagain = outer_seen + (outer_again && i == 0 ? cx->nagain : 0);
  }
  cx->again = outer_again;
  return out;
}

static ThirPat *check(PatCx *cx, const AstPat *p, TypeId ty, BindMode mode) {
  Infer *ic = cx->ic;
  switch (p->kind) {
  case AST_PAT_WILD: return pat_new(ic, TPAT_WILD, p->span, ty);
  case AST_PAT_REST: fail(ic, p->span, "`..` patterns are not allowed here");
  case AST_PAT_IDENT:
    if (names_item(ic, p)) return peel(cx, p, ty, mode, check_name_pat);
    return check_binding(cx, p, ty, mode);
  case AST_PAT_LIT:
    if (p->lo->kind == AST_STR) return check_str_pat(cx, p, ty);
    return peel(cx, p, ty, mode, check_literal);
  case AST_PAT_RANGE: return peel(cx, p, ty, mode, check_range_pat);
  case AST_PAT_PATH: return peel(cx, p, ty, mode, check_path_pat);
  case AST_PAT_TUPLE_STRUCT: return peel(cx, p, ty, mode, check_ctor);
  case AST_PAT_STRUCT: return peel(cx, p, ty, mode, check_struct_pat);
  case AST_PAT_TUPLE: return peel(cx, p, ty, mode, check_tuple_pat);
  case AST_PAT_SLICE: return peel(cx, p, ty, mode, check_slice_pat);
  case AST_PAT_REF: return check_ref_pat(cx, p, ty);
  case AST_PAT_OR: return check_or(cx, p, ty, mode);
  }
  fail(ic, p->span, "unknown pattern");
}

ThirPat *check_pattern(Infer *ic, const AstPat *p, TypeId ty) {
  PatCx cx = {.ic = ic, .base = ic->ribs.len};
  return check(&cx, p, ty, BIND_VALUE);
}

/* The type of a range pattern is known: open and exclusive ends become values. */
void finish_range_pat(Infer *ic, ThirPat *p) {
  const Type *t = type_get(ic->tt, p->ty);
  unsigned width = t->kind == TY_INT ? t->u.integer.bits : t->kind == TY_CHAR ? 32 : 8;
  bool is_signed = t->kind == TY_INT && t->u.integer.is_signed;
  if (t->kind != TY_INT && t->kind != TY_CHAR)
    fail(ic, p->span, "only `char` and numeric types are allowed in range patterns");
  u128 max = t->kind == TY_CHAR ? 0x10ffff : u128_mask(~(u128)0, width - is_signed);
  u128 min = is_signed ? (u128)1 << (width - 1) : 0;
  u32 marks = p->nprefix;
  p->nprefix = 0;
  p->lo = u128_mask(marks & RANGE_LO_OPEN ? min : p->lo, width);
  p->hi = u128_mask(marks & RANGE_HI_OPEN ? max : p->hi, width);
  bool empty = is_signed ? u128_sext(p->lo, width) > u128_sext(p->hi, width) : p->lo > p->hi;
  if (marks & RANGE_HI_EXCLUSIVE) {
    empty |= p->lo == p->hi;
    p->hi = u128_mask(p->hi - 1, width);
  }
  if (empty) fail(ic, p->span, "lower range bound must be less than or equal to upper");
}
