#include "litmus/run/signature.h"

#include <string.h>

/* Two programs and the pairs of types that are being compared, or have been: a type that contains
 * itself behind a pointer is met again. */
typedef struct Pair {
  TypeId a, b;
} Pair;

typedef struct Compare {
  const TypeTable *p, *q;
  VEC(Pair) seen;
} Compare;

static bool same_name(const Compare *c, TypeId a, TypeId b) {
  StrBuf x = {0}, y = {0};
  type_print(c->p, a, &x);
  type_print(c->q, b, &y);
  bool same = !strcmp(sb_str(&x), sb_str(&y));
  sb_free(&x), sb_free(&y);
  return same;
}

static bool same_type(Compare *c, TypeId a, TypeId b);

static bool same_variant(Compare *c, const Variant *x, const Variant *y) {
  bool same = x->nfields == y->nfields && x->discr == y->discr;
  for (u32 i = 0; same && i < x->nfields; i++)
    same = x->fields[i].offset == y->fields[i].offset &&
           same_type(c, x->fields[i].ty, y->fields[i].ty);
  return same;
}

static bool same_adt(Compare *c, const AdtInfo *x, const AdtInfo *y) {
  bool same = x->kind == y->kind && x->nvariants == y->nvariants &&
              x->is_unsafe_cell == y->is_unsafe_cell && x->is_pinned == y->is_pinned &&
              x->tag_encoding == y->tag_encoding && x->tag_offset == y->tag_offset &&
              x->niche_dataful == y->niche_dataful && x->niche_start == y->niche_start;
  for (u32 i = 0; same && i < x->nvariants; i++)
    same = same_variant(c, &x->variants[i], &y->variants[i]);
  return same;
}

static bool same_fnptr(Compare *c, const FnSig *x, const FnSig *y) {
  bool same = x->nparams == y->nparams && x->is_unsafe == y->is_unsafe &&
              x->is_extern_c == y->is_extern_c && same_type(c, x->ret, y->ret);
  for (u32 i = 0; same && i < x->nparams; i++) same = same_type(c, x->params[i], y->params[i]);
  return same;
}

static bool same_list(Compare *c, const TypeId *x, u32 nx, const TypeId *y, u32 ny) {
  bool same = nx == ny;
  for (u32 i = 0; same && i < nx; i++) same = same_type(c, x[i], y[i]);
  return same;
}

/* Of two types of one kind. */
static bool same_parts(Compare *c, TypeId a, TypeId b) {
  const Type *x = type_get(c->p, a), *y = type_get(c->q, b);
  switch (x->kind) {
  case TY_INT:
    return x->u.integer.bits == y->u.integer.bits &&
           x->u.integer.is_signed == y->u.integer.is_signed &&
           x->u.integer.is_size == y->u.integer.is_size;
  case TY_FLOAT: return x->u.floating.bits == y->u.floating.bits;
  case TY_BOOL:
  case TY_CHAR:
  case TY_NEVER:
  case TY_STR: return true;
  case TY_TUPLE: return same_list(c, x->u.tuple.at, x->u.tuple.n, y->u.tuple.at, y->u.tuple.n);
  case TY_ARRAY:
    return x->u.array.len == y->u.array.len && same_type(c, x->u.array.elem, y->u.array.elem);
  case TY_SLICE: return same_type(c, x->u.array.elem, y->u.array.elem);
  case TY_PTR: return x->u.ptr.kind == y->u.ptr.kind && same_type(c, x->u.ptr.to, y->u.ptr.to);
  case TY_ADT:
    if (!x->u.adt.info || !y->u.adt.info) /* behind a pointer and never looked into */
      return x->u.adt.info == y->u.adt.info && same_name(c, a, b);
    return !strcmp(x->u.adt.info->name, y->u.adt.info->name) &&
           same_adt(c, x->u.adt.info, y->u.adt.info);
  case TY_FNPTR: return same_fnptr(c, &x->u.fnptr, &y->u.fnptr);
  default: return same_name(c, a, b); /* trait objects, functions, closures */
  }
}

static bool same_type(Compare *c, TypeId a, TypeId b) {
  for (u32 i = 0; i < c->seen.len; i++)
    if (c->seen.at[i].a == a && c->seen.at[i].b == b) return true;
  const Type *x = type_get(c->p, a), *y = type_get(c->q, b);
  if (x->kind != y->kind || x->laid_out != y->laid_out || x->size != y->size ||
      x->align != y->align)
    return false;
  vec_push(&c->seen, ((Pair){a, b}));
  return same_parts(c, a, b);
}

bool same_signature(const Program *p, FuncId f, const Program *q, FuncId g) {
  const Function *x = p->funcs.at[f], *y = q->funcs.at[g];
  Compare c = {.p = p->types, .q = q->types};
  bool same = x->nparams == y->nparams && x->is_extern_c == y->is_extern_c;
  for (u32 i = 0; same && i <= x->nparams; i++)
    same = same_type(&c, x->locals.at[i].ty, y->locals.at[i].ty);
  vec_free(&c.seen);
  return same;
}
