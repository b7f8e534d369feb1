/* Places: dereferencing, fields, indexing, and what using one mutably means. */
#include "litmus/rust/infer.h"

#include <stdlib.h>
#include <string.h>

/* ---- dereferencing */

Thir *deref_step(Infer *ic, Thir *n, bool raw) {
  const Type *ty = shallow_get(ic, n->ty);
  if (ty->kind == TY_PTR && (raw || !ptr_is_raw(ty->u.ptr.kind)))
    return node_deref(ic, n, ty->u.ptr.to);
  return overloaded_deref(ic, n);
}

/* ---- mutable use */

static Pending *pending_of(Infer *ic, const Thir *call) {
  for (u32 i = ic->pending.len; i-- > 0;)
    if (ic->pending.at[i].node == call) return &ic->pending.at[i];
  return NULL;
}

/* A call of `deref(&p)` or `slice_index(&p, r)` becomes that of its mutable twin. Returns p. */
static Thir *make_call_mutable(Infer *ic, Thir *call) {
  Pending *p = pending_of(ic, call);
  if (!p || call->nargs == 0) return NULL;
  TypeTable *tt = ic->tt;
  Def *twin = call->is_place_op ? mutable_place_op(ic->f, p->def) : NULL;
  if (p->def == ic->f->lang[LANG_SLICE_INDEX])
    p->def = ic->f->lang[LANG_SLICE_INDEX_MUT];
  else if (twin)
    p->def = twin;
  else
    return NULL;
  const Type *ret = shallow_get(ic, call->ty);
  call->ty = type_ptr(tt, PTR_REF_MUT, ret->u.ptr.to);
  Thir *arg = call->args[0];
  if (arg->kind == THIR_CAST) { /* unsizing of the borrow below */
    arg->ty = type_ptr(tt, PTR_REF_MUT, shallow_get(ic, arg->ty)->u.ptr.to);
    arg = arg->a;
  }
  if (arg->kind != THIR_BORROW) return NULL;
  arg->is_mut = true;
  arg->ty = type_ptr(tt, PTR_REF_MUT, arg->a->ty);
  return arg->a;
}

void place_needs_mut(Infer *ic, Thir *place, const char *what) {
  Late l = {.kind = LATE_MUTABLE, .node = place, .what = what};
  alist_push(ic->arena, &ic->late, l);
  for (Thir *p = place; p;) {
    switch (p->kind) {
    case THIR_FIELD:
    case THIR_INDEX: p = p->a; break;
    case THIR_DEREF:
      if (p->a->kind == THIR_CALL) {
        p = make_call_mutable(ic, p->a);
        Late borrow = {.kind = LATE_MUTABLE, .node = p, .what = "borrow"};
        if (p) alist_push(ic->arena, &ic->late, borrow);
      } else
        p = shallow_get(ic, p->a->ty)->kind == TY_PTR ? p->a : NULL;
      break;
    default: return;
    }
  }
}

static const char *place_text(Infer *ic, const Thir *p) {
  switch (p->kind) {
  case THIR_VAR: return name_of(ic->f, ic->locals.at[p->var].name);
  case THIR_FIELD: {
    const Type *t = type_get(ic->tt, p->a->ty);
    const char *field = "";
    if (t->kind == TY_TUPLE)
      field = arena_printf(ic->arena, "%u", p->index);
    else if (t->kind == TY_ADT)
      field = name_of(ic->f, adt_variant((Def *)t->u.adt.def, 0)->fields.at[p->index].name);
    return arena_printf(ic->arena, "%s.%s", place_text(ic, p->a), field);
  }
  case THIR_INDEX: return arena_printf(ic->arena, "%s[_]", place_text(ic, p->a));
  case THIR_DEREF: return arena_printf(ic->arena, "*%s", place_text(ic, p->a));
  case THIR_STATIC: return "a static";
  default: return "value";
  }
}

/* Types are known now: may the place be written or borrowed mutably? */
void check_place_mutable(Infer *ic, const Late *late) {
  const Thir *p = late->node;
  bool assign = strcmp(late->what, "assign") == 0;
  for (bool direct = true;; direct = false) {
    if (p->kind == THIR_FIELD || p->kind == THIR_INDEX) {
      p = p->a;
      continue;
    }
    if (p->kind == THIR_DEREF) {
      const Type *t = type_get(ic->tt, p->a->ty);
      if (t->kind != TY_PTR) return;
      PtrKind k = t->u.ptr.kind;
      if (k == PTR_REF_MUT || k == PTR_RAW_MUT) return;
      if (k == PTR_BOX) {
        p = p->a;
        continue;
      }
      const char *kind = k == PTR_REF ? "`&` reference" : "`*const` pointer";
      if (assign)
        fail(ic, late->node->span, "cannot assign to `%s`, which is behind a %s",
             place_text(ic, late->node), kind);
      fail(ic, late->node->span, "cannot borrow `%s` as mutable, as it is behind a %s",
           place_text(ic, late->node), kind);
    }
    if (p->kind == THIR_VAR) {
      const VarInfo *v = &ic->locals.at[p->var];
      const char *name = name_of(ic->f, v->name);
      if (v->is_mut || v->name == 0) return;
      if (assign && direct) {
        if (v->initialised)
          fail(ic, late->node->span, "cannot assign twice to immutable variable `%s`", name);
        return;
      }
      if (assign)
        fail(ic, late->node->span, "cannot assign to `%s`, as `%s` is not declared as mutable",
             place_text(ic, late->node), name);
      fail(ic, late->node->span, "cannot borrow `%s` as mutable, as %s is not declared as mutable",
           place_text(ic, late->node), direct ? "it" : arena_printf(ic->arena, "`%s`", name));
    }
    if (p->kind == THIR_STATIC && !p->is_mut)
      fail(ic, late->node->span, "cannot %s immutable static item `%s`%s",
           assign ? "assign to" : "borrow", ic->f->prog->statics.at[p->stat].name,
           assign ? "" : " as mutable");
    return;
  }
}

/* ---- fields */

static Lang range_lang(const Def *d) {
  return d && d->lang >= LANG_RANGE && d->lang <= LANG_RANGE_FULL ? d->lang : LANG_COUNT;
}

static i64 field_index(const AstVariant *v, Sym name) {
  for (u32 i = 0; i < v->fields.n; i++)
    if (v->fields.at[i].name == name) return i;
  return -1;
}

static bool tuple_index(const char *text, u32 n, u32 *out) {
  if (*text < '0' || *text > '9') return false;
  u64 v = strtoull(text, NULL, 10);
  if (v >= n) return false;
  *out = (u32)v;
  return true;
}

Thir *check_field(Infer *ic, const AstExpr *e) {
  Front *f = ic->f;
  bool writing = ic->writing;
  ic->writing = writing && strip_parens(e->a)->kind == AST_FIELD;
  Thir *n = check_expr(ic, e->a, EXPECT_NONE);
  n->ty = structurally(ic, n->ty);
  ic->writing = false;
  TypeId start = n->ty;
  Sym name = e->name.name;
  for (Thir *at = n; at; at = deref_step(ic, at, false)) {
    TypeId t = infer_shallow(ic, at->ty);
    const Type ty = *type_get(ic->tt, t);
    if (ty.kind == TY_INFER && !infer_is_number_var(ic, t))
      fail(ic, e->a->span, "type annotations needed");
    if (ty.kind == TY_TUPLE) {
      u32 i;
      if (tuple_index(name_of(f, name), ty.u.tuple.n, &i))
        return node_field(ic, at, i, ty.u.tuple.at[i], e->span);
    }
    Def *d = ty.kind == TY_ADT ? (Def *)ty.u.adt.def : NULL;
    if (!d || d->kind == DEF_ENUM) continue;
    /* the library's fields are private, except those of ranges */
    if (d->is_prelude && !ic->is_prelude && range_lang(d) == LANG_COUNT) continue;
    i64 i = field_index(adt_variant(d, 0), name);
    if (i < 0) continue;
    Thir *field = node_field(ic, at, (u32)i, field_type(f, ic, t, 0, (u32)i), e->span);
    if (d->kind == DEF_UNION && !writing) require_unsafe(ic, e->span, "access to union field");
    return field;
  }
  const Type *ty = shallow_get(ic, start);
  if (ty->kind == TY_PTR && ptr_is_raw(ty->u.ptr.kind))
    fail(ic, e->op_span,
         "no field `%s` on type `%s`: raw pointers are dereferenced explicitly, "
         "`(*p).%s`",
         name_of(f, name), show(ic, start), name_of(f, name));
  if (ty->kind != TY_ADT && ty->kind != TY_TUPLE && ty->kind != TY_PTR)
    fail(ic, e->op_span, "`%s` is a primitive type and therefore doesn't have fields",
         show(ic, start));
  fail(ic, e->op_span, "no field `%s` on type `%s`", name_of(f, name), show(ic, start));
}

/* ---- indexing */

/* place[range]: `*slice_index(&place, range)`, made mutable later when it must be. */
static Thir *range_index(Infer *ic, Thir *place, Thir *range, const Type *at, Span span) {
  Front *f = ic->f;
  TypeTable *tt = ic->tt;
  TypeId elem = at->u.array.elem, slice = type_slice(tt, elem);
  Thir *ref = node_borrow(ic, place, false, false);
  if (at->kind == TY_ARRAY) ref = node_cast(ic, ref, CAST_UNSIZE, type_ptr(tt, PTR_REF, slice));
  Thir **args = arena_array(ic->arena, Thir *, 2);
  args[0] = ref;
  args[1] = range;
  TypeId *targs = arena_array(ic->arena, TypeId, 2);
  targs[0] = elem;
  targs[1] = range->ty;
  Thir *call =
      node_call(ic, f->lang[LANG_SLICE_INDEX], targs, args, 2, type_ptr(tt, PTR_REF, slice), span);
  call->is_index = true;
  Thir *d = node_deref(ic, call, slice);
  d->span = span;
  return d;
}

Thir *check_index(Infer *ic, const AstExpr *e) {
  Thir *base = check_expr(ic, e->a, EXPECT_NONE);
  base->ty = structurally(ic, base->ty);
  Thir *index = check_expr(ic, e->b, EXPECT_NONE);
  const Type *ity = shallow_get(ic, index->ty);
  Lang range = range_lang(ity->kind == TY_ADT ? (Def *)ity->u.adt.def : NULL);
  for (Thir *at = base; at; at = deref_step(ic, at, false)) {
    const Type ty = *shallow_get(ic, at->ty);
    if (ty.kind == TY_INFER && !infer_is_number_var(ic, at->ty))
      fail(ic, e->a->span, "type annotations needed");
    if (ty.kind == TY_STR) unsupported(ic, e->span, "slicing a `str` is not supported yet");
    if (ty.kind != TY_ARRAY && ty.kind != TY_SLICE) {
      Thir *place = overloaded_index(ic, at, index, e->span);
      if (place) return place;
      continue;
    }
    if (range != LANG_COUNT) {
      if (ity->u.adt.nargs && !unify(ic, ity->u.adt.args[0], type_usize(ic->tt)))
        fail(ic, e->b->span, "the type `[%s]` cannot be indexed by `%s`", show(ic, ty.u.array.elem),
             show(ic, index->ty));
      return range_index(ic, at, index, &ty, e->span);
    }
    if (!unify(ic, index->ty, type_usize(ic->tt)))
      fail(ic, e->b->span, "the type `[%s]` cannot be indexed by `%s`", show(ic, ty.u.array.elem),
           show(ic, index->ty));
    Thir *n = node_new(ic, THIR_INDEX, e->span, ty.u.array.elem);
    n->a = at;
    n->b = index;
    return n;
  }
  fail(ic, e->span, "cannot index into a value of type `%s`", show(ic, base->ty));
}

/* A range used as a value: a struct of the prelude. */
Thir *check_range(Infer *ic, const AstExpr *e) {
  Front *f = ic->f;
  Lang lang = e->inclusive ? (e->a ? LANG_RANGE_INCLUSIVE : LANG_RANGE_TO_INCLUSIVE)
              : e->a       ? (e->b ? LANG_RANGE : LANG_RANGE_FROM)
                           : (e->b ? LANG_RANGE_TO : LANG_RANGE_FULL);
  Def *d = f->lang[lang];
  TypeId *targs = arena_array(ic->arena, TypeId, 1);
  Thir **args = arena_array(ic->arena, Thir *, 3);
  u32 *fields = arena_array(ic->arena, u32, 3);
  u32 n = 0;
  const AstExpr *ends[] = {e->a, e->b};
  for (u32 i = 0; i < 2; i++) {
    if (!ends[i]) continue;
    Thir *v = n ? check_coerce(ic, ends[i], targs[0]) : check_expr(ic, ends[i], EXPECT_NONE);
    if (n == 0) targs[0] = v->ty;
    fields[n] = n;
    args[n++] = v;
  }
  if (lang == LANG_RANGE_INCLUSIVE) { /* its field `exhausted` */
    fields[n] = n;
    args[n++] = node_int(ic, e->span, type_bool(ic->tt), 0);
  }
  Thir *r = node_new(ic, THIR_ADT, e->span, adt_of(f, d, targs));
  r->args = args;
  r->nargs = n;
  r->fields = fields;
  return r;
}
