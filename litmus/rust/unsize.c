/* Unsizing: `[T; N]` becomes `[T]`, and a struct of which only the last field depends on a
 * parameter follows that parameter (Rust Reference, "Unsized coercions"). Pointers to what can be
 * unsized coerce, with the reborrows that rustc inserts. */
#include "litmus/rust/dyn.h"

enum { MAX_TAIL_DEPTH = 32 };

/* ---- structs with an unsized end */

/* Is `?Sized` among the bounds on the parameter? */
static bool is_relaxed(const AstBounds *bounds) {
  for (u32 i = 0; i < bounds->n; i++)
    if (bounds->at[i].relaxed) return true;
  return false;
}

static bool relaxed_by_where(const AstItem *item, Sym param) {
  for (u32 i = 0; item && i < item->wheres.n; i++) {
    const AstWhere *w = &item->wheres.at[i];
    if (!w->ty || w->ty->kind != AST_TY_PATH || w->ty->path->seg.n != 1) continue;
    if (w->ty->path->seg.at[0].name == param && is_relaxed(&w->bounds)) return true;
  }
  return false;
}

bool may_be_unsized(const Def *d, u32 param) {
  const AstGeneric *g = d->gens[param];
  bool in_trait = d->kind == DEF_TRAIT || (d->parent && d->parent->kind == DEF_TRAIT);
  if (!g || (param == 0 && in_trait)) return true;
  if (g->is_const) return false;
  return is_relaxed(&g->bounds) || relaxed_by_where(d->item, g->name) ||
         (param < d->nparent && d->parent && relaxed_by_where(d->parent->item, g->name));
}

/* The type of d's last field as far as it says something about sizes: unsized whatever the
 * arguments, as the parameter *param, or sized. */
static TailKind tail_of(Front *f, const Def *d, u32 *param, u32 depth);

static TailKind tail_of_type(Front *f, const Def *d, const AstType *t, u32 *param, u32 depth) {
  if (t->kind == AST_TY_SLICE || t->kind == AST_TY_DYN) return TAIL_UNSIZED;
  if (t->kind != AST_TY_PATH || t->path->self_ty || depth > MAX_TAIL_DEPTH) return TAIL_SIZED;
  const AstSegment *last = &t->path->seg.at[t->path->seg.n - 1];
  if (t->path->seg.n == 1) {
    for (u32 i = 0; i < d->ngens; i++) {
      if (d->gens[i]->name != last->name) continue;
      *param = i;
      return may_be_unsized(d, i) ? TAIL_PARAM : TAIL_SIZED;
    }
  }
  TyEnv env = {.f = f, .scope = d->scope};
  PathRes r = resolve_path(&env, t->path, NS_TYPE, "type");
  if (!r.def) return r.ty == type_str(f->tt) ? TAIL_UNSIZED : TAIL_SIZED;
  if (r.def->kind != DEF_STRUCT || r.used < t->path->seg.n || r.def->lang == LANG_OWNED_BOX)
    return TAIL_SIZED;
  u32 inner = 0;
  TailKind k = tail_of(f, r.def, &inner, depth + 1);
  if (k != TAIL_PARAM) return k;
  return inner < last->args.n ? tail_of_type(f, d, last->args.at[inner], param, depth + 1)
                              : TAIL_SIZED;
}

static TailKind tail_of(Front *f, const Def *d, u32 *param, u32 depth) {
  if (d->kind != DEF_STRUCT || !d->item->variants.at[0].fields.n) return TAIL_SIZED;
  const AstVariant *v = adt_variant(d, 0);
  return tail_of_type(f, d, v->fields.at[v->fields.n - 1].ty, param, depth);
}

TailKind struct_tail(Front *f, const Def *d, u32 *param) { return tail_of(f, d, param, 0); }

bool is_known_sized(Infer *ic, TypeId t) {
  t = infer_resolve(ic, t);
  for (u32 depth = 0; depth < MAX_TAIL_DEPTH; depth++) {
    const Type *ty = shallow_get(ic, t);
    if (ty->kind != TY_ADT) return type_is_sized(ic->tt, infer_shallow(ic, t));
    u32 param;
    TailKind k = struct_tail(ic->f, (Def *)ty->u.adt.def, &param);
    if (k != TAIL_PARAM) return k == TAIL_SIZED;
    t = ty->u.adt.args[param];
  }
  return true;
}

TypeId tail_type(Infer *ic, TypeId t) {
  for (u32 depth = 0; depth < MAX_TAIL_DEPTH; depth++) {
    const Type *ty = shallow_get(ic, t);
    u32 param, last;
    if (ty->kind != TY_ADT) return infer_shallow(ic, t);
    Def *d = (Def *)ty->u.adt.def;
    TailKind k = struct_tail(ic->f, d, &param);
    if (k == TAIL_SIZED) return infer_shallow(ic, t);
    last = adt_variant(d, 0)->fields.n - 1;
    t = k == TAIL_PARAM ? ty->u.adt.args[param]
                        : field_type(ic->f, ic, infer_shallow(ic, t), 0, last);
  }
  return t;
}

/* ---- the relation */

static bool unsizes(Infer *ic, TypeId from, TypeId to, Span span, u32 depth);

/* Structs that agree in all arguments but the one that the last field follows. */
static bool struct_unsizes(Infer *ic, const Type *from, const Type *to, Span span, u32 depth) {
  Def *d = (Def *)from->u.adt.def;
  u32 param;
  if (to->u.adt.def != d || struct_tail(ic->f, d, &param) != TAIL_PARAM) return false;
  for (u32 i = 0; i < from->u.adt.nargs; i++) {
    TypeId a = from->u.adt.args[i], b = to->u.adt.args[i];
    if (i == param ? !unsizes(ic, a, b, span, depth + 1) : !unify(ic, a, b)) return false;
  }
  return true;
}

/* To a trait object of the same or a supertrait. */
static bool upcasts(Infer *ic, TypeId from, TypeId to, Span span) {
  const Type *dst = shallow_get(ic, to);
  Def *trait = (Def *)dst->u.dyn.def;
  EnvBounds facts = {0};
  dyn_facts(ic->f, ic, from, &facts); /* the first is the trait itself */
  for (u32 i = 0; i < facts.len; i++) {
    if (facts.at[i].ref.trait != trait) continue;
    Snapshot s = infer_snapshot(ic);
    TypeId super = i ? dyn_of_ref(ic->f, ic, facts.at[i].ref, span) : from;
    if (unify(ic, super, to)) return true;
    infer_rollback(ic, s);
  }
  return false;
}

/* T: Trait is an obligation; what T's associated types are decides about those of the object. */
static bool unsizes_to_dyn(Infer *ic, TypeId from, TypeId to, Span span) {
  from = infer_resolve(ic, from);
  to = infer_resolve(ic, to);
  const Type src = *type_get(ic->tt, from);
  if (src.kind == TY_INFER && !infer_is_number_var(ic, from)) return false;
  if (src.kind == TY_DYN) return upcasts(ic, from, to, span);
  if (!is_known_sized(ic, from)) return false;
  require_dyn(ic, to, from, span);
  return true;
}

static bool unsizes(Infer *ic, TypeId from, TypeId to, Span span, u32 depth) {
  const Type src = *shallow_get(ic, from), dst = *shallow_get(ic, to);
  if (depth > MAX_TAIL_DEPTH) return false;
  if (src.kind == TY_ARRAY && dst.kind == TY_SLICE)
    return unify(ic, src.u.array.elem, dst.u.array.elem);
  if (src.kind == TY_ADT && dst.kind == TY_ADT) return struct_unsizes(ic, &src, &dst, span, depth);
  if (dst.kind == TY_DYN) return unsizes_to_dyn(ic, from, to, span);
  return false;
}

/* ---- the coercion */

static bool kinds_fit(PtrKind from, PtrKind to) {
  if (from == PTR_BOX || to == PTR_BOX) return from == to;
  bool is_mut = from == PTR_REF_MUT || from == PTR_RAW_MUT;
  if (!is_mut && (to == PTR_REF_MUT || to == PTR_RAW_MUT)) return false;
  return !ptr_is_raw(from) || ptr_is_raw(to);
}

/* References are reborrowed at the kind of the target before they are unsized. */
static Thir *at_kind(Infer *ic, Thir *n, const Type *from, PtrKind to) {
  PtrKind kind = from->u.ptr.kind;
  if (ptr_is_ref(kind)) {
    Thir *place = node_deref(ic, n, from->u.ptr.to);
    return ptr_is_raw(to) ? node_raw(ic, place, to == PTR_RAW_MUT)
                          : node_borrow(ic, place, to == PTR_REF_MUT, false);
  }
  if (kind == PTR_RAW_MUT && to == PTR_RAW_CONST)
    return node_cast(ic, n, CAST_PTR, type_ptr(ic->tt, PTR_RAW_CONST, from->u.ptr.to));
  return n;
}

/* Library pointers marked `#[coerce_unsized]` (std implements CoerceUnsized for them) coerce as the
 * pointer inside does. */
static bool coerces_struct(Infer *ic, TypeId from, TypeId to, Span span, u32 depth) {
  const Type src = *shallow_get(ic, from), dst = *shallow_get(ic, to);
  if (src.kind == TY_PTR && dst.kind == TY_PTR)
    return src.u.ptr.kind == dst.u.ptr.kind && unsizes(ic, src.u.ptr.to, dst.u.ptr.to, span, depth);
  if (src.kind != TY_ADT || dst.kind != TY_ADT || src.u.adt.def != dst.u.adt.def) return false;
  const Def *d = src.u.adt.def;
  bool marked = d->is_prelude && d->item && item_attr(ic->f, d->item, "coerce_unsized");
  if (!marked || depth > MAX_TAIL_DEPTH) return false;
  bool any = false;
  for (u32 i = 0; i < adt_variant(d, 0)->fields.n; i++) {
    TypeId a = field_type(ic->f, ic, infer_shallow(ic, from), 0, i);
    TypeId b = field_type(ic->f, ic, infer_shallow(ic, to), 0, i);
    const Def *marker = type_def(ic->f, infer_shallow(ic, a));
    if (marker && !adt_variant(marker, 0)->fields.n) continue; /* PhantomData */
    if (!any && coerces_struct(ic, a, b, span, depth + 1))
      any = true;
    else if (!unify(ic, a, b))
      return false;
  }
  return any;
}

/* `&T` of the argument: worth a try only where something unsized is wanted that is not there. */
static bool wants_unsized(Infer *ic, TypeId from, TypeId to) {
  const Type *src = shallow_get(ic, from), *dst = shallow_get(ic, to);
  if (dst->kind == TY_PTR)
    return src->kind == TY_PTR && wants_unsized(ic, src->u.ptr.to, dst->u.ptr.to);
  if (dst->kind == TY_ADT && is_known_sized(ic, to)) {
    bool same = src->kind == TY_ADT && src->u.adt.def == dst->u.adt.def;
    for (u32 i = 0; same && i < dst->u.adt.nargs; i++)
      if (wants_unsized(ic, src->u.adt.args[i], dst->u.adt.args[i])) return true;
    return false;
  }
  bool is_known = src->kind != TY_INFER || infer_is_number_var(ic, from);
  return is_known && dst->kind != TY_INFER && !is_known_sized(ic, to) &&
         infer_resolve(ic, from) != infer_resolve(ic, to);
}

static bool coerce_struct(Infer *ic, Thir *n, TypeId want, Thir **out) {
  if (!wants_unsized(ic, n->ty, want)) return false;
  Snapshot s = infer_snapshot(ic);
  if (!coerces_struct(ic, n->ty, want, n->span, 0)) {
    infer_rollback(ic, s);
    return false;
  }
  *out = node_cast(ic, n, CAST_UNSIZE, want);
  return true;
}

bool coerce_unsized(Infer *ic, Thir *n, TypeId want, Thir **out) {
  const Type from = *shallow_get(ic, n->ty), to = *shallow_get(ic, want);
  if (from.kind == TY_ADT && to.kind == TY_ADT) return coerce_struct(ic, n, want, out);
  if (from.kind != TY_PTR || to.kind != TY_PTR) return false;
  if (!kinds_fit(from.u.ptr.kind, to.u.ptr.kind)) return false;
  Snapshot s = infer_snapshot(ic);
  if (!unsizes(ic, from.u.ptr.to, to.u.ptr.to, n->span, 0)) {
    infer_rollback(ic, s);
    return false;
  }
  *out = node_cast(ic, at_kind(ic, n, &from, to.u.ptr.kind), CAST_UNSIZE, want);
  return true;
}
