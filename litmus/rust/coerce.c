/* Coercions, as listed in the Rust reference, with the adjustments that rustc inserts: a `&mut T`
 * given where a `&mut T` is expected is reborrowed, a reference becomes a raw pointer by
 * `&raw *r`, an array behind a pointer becomes a slice. Branches of `if` and `match` are brought to
 * one type by `Merge`. */
#include "litmus/rust/closure.h"

Thir *never_to_any(Infer *ic, Thir *n, TypeId want) {
  TypeId t = infer_shallow(ic, want);
  const Type *ty = type_get(ic->tt, t);
  if (ty->kind == TY_NEVER) return n;
  if (ty->kind == TY_INFER && !infer_is_number_var(ic, t)) {
    TypeId v = infer_fresh_diverging(ic);
    (void)unify(ic, v, t);
  }
  return node_unary(ic, THIR_NEVER_TO_ANY, n, want);
}

/* &mut may be used as &; * takes both; never the other way round. */
static bool mutability_fits(PtrKind from, PtrKind to) {
  bool mut_from = from == PTR_REF_MUT || from == PTR_RAW_MUT;
  bool mut_to = to == PTR_REF_MUT || to == PTR_RAW_MUT;
  return mut_from || !mut_to;
}

/* ---- to raw pointers */

static bool coerce_raw(Infer *ic, Thir *n, const Type *from, const Type *to, TypeId want,
                       Thir **out) {
  if (from->kind != TY_PTR || from->u.ptr.kind == PTR_BOX) return false;
  PtrKind fk = from->u.ptr.kind, tk = to->u.ptr.kind;
  if (!mutability_fits(fk, tk)) return false;
  Snapshot s = infer_snapshot(ic);
  if (!unify(ic, from->u.ptr.to, to->u.ptr.to)) {
    infer_rollback(ic, s);
    return false;
  }
  if (ptr_is_ref(fk))
    *out = node_raw(ic, node_deref(ic, n, from->u.ptr.to), tk == PTR_RAW_MUT);
  else
    *out = fk == tk ? n : node_cast(ic, n, CAST_PTR, want);
  return true;
}

/* ---- to references: reborrow after as many derefs as needed */

/* A value of a generic parameter's type is moved, also where the parameter stands for a `&mut`. */
static bool is_generic_arg(const Infer *ic, TypeId t) {
  for (u32 i = 0; ic->args && i < ic->owner->ngens; i++)
    if (ic->args[i] == t) return true;
  return false;
}

/* A shared reference is passed on as it is: `&*r` is as good as r. But a closure that passes on an
 * outside one captures `*r`. */
static bool is_captured_place(const Infer *ic, const Thir *n) {
  while (n->kind == THIR_FIELD || n->kind == THIR_DEREF || n->kind == THIR_INDEX) n = n->a;
  return ic->closure && n->kind == THIR_VAR && n->var < ic->closure->first_var;
}

static bool coerce_ref(Infer *ic, Thir *n, const Type *from, const Type *to, bool two_phase,
                       Thir **out) {
  if (from->kind != TY_PTR || !ptr_is_ref(from->u.ptr.kind)) return false;
  PtrKind fk = from->u.ptr.kind, tk = to->u.ptr.kind;
  if (!mutability_fits(fk, tk)) return false;
  TypeId target = to->u.ptr.to;
  Snapshot start = infer_snapshot(ic);
  Thir *at = n;
  for (u32 steps = 1; steps < 32; steps++) {
    at = deref_step(ic, at, false);
    if (!at) break;
    Snapshot s = infer_snapshot(ic);
    if (unify(ic, at->ty, target)) {
      bool is_mut = tk == PTR_REF_MUT;
      bool keep = steps == 1 && ((fk == PTR_REF && !is_captured_place(ic, n)) ||
                                 (is_mut && is_generic_arg(ic, infer_resolve(ic, n->ty))));
      *out = keep ? n : node_borrow(ic, at, is_mut, two_phase);
      return true;
    }
    infer_rollback(ic, s);
  }
  infer_rollback(ic, start);
  return false;
}

/* ---- functions */

/* { n; result } */
static Thir *after_value(Infer *ic, Thir *n, Thir *result) {
  ThirStmt *s = arena_new(ic->arena, ThirStmt);
  s->kind = TSTMT_EXPR;
  s->span = n->span;
  s->expr = n;
  return node_block(ic, n->span, s, 1, result);
}

Thir *reify(Infer *ic, Thir *fn, TypeId want) {
  const Type *ty = shallow_get(ic, fn->ty);
  Def *d = (Def *)ty->u.fndef.def;
  const TypeId *args = ty->u.fndef.args;
  Thir *c = node_new(ic, THIR_CONST, fn->span, want);
  c->konst.kind = CONST_FN;
  Pending p = {c, d, args};
  alist_push(ic->arena, &ic->pending, p);
  return fn->kind == THIR_CONST || fn->kind == THIR_VAR ? c : after_value(ic, fn, c);
}

/* A closure that captures nothing: the function behind it is known once captures are. */
static bool coerce_closure(Infer *ic, Thir *n, const Type *to, TypeId want, Thir **out) {
  Closure *c = closure_of(ic->f, infer_shallow(ic, n->ty));
  if (!c || to->u.fnptr.is_extern_c) return false;
  FnSig sig = c->sig;
  sig.is_unsafe = to->u.fnptr.is_unsafe;
  Snapshot s = infer_snapshot(ic);
  if (!unify(ic, type_fnptr(ic->tt, sig), want)) {
    infer_rollback(ic, s);
    return false;
  }
  Thir *p = node_new(ic, THIR_CONST, n->span, want);
  p->konst.kind = CONST_FN;
  p->types[0] = n->ty;
  late_add(ic, LATE_CLOSURE_POINTER, p);
  *out = n->kind == THIR_CLOSURE || n->kind == THIR_VAR ? p : after_value(ic, n, p);
  return true;
}

static bool coerce_fn(Infer *ic, Thir *n, const Type *from, const Type *to, TypeId want,
                      Thir **out) {
  if (to->kind != TY_FNPTR) return false;
  if (from->kind == TY_FNPTR) {
    if (from->u.fnptr.is_unsafe || !to->u.fnptr.is_unsafe) return false;
    FnSig sig = from->u.fnptr;
    sig.is_unsafe = true;
    if (!unify(ic, type_fnptr(ic->tt, sig), want)) return false;
    *out = node_cast(ic, n, CAST_PTR, want);
    return true;
  }
  if (from->kind == TY_ADT) return coerce_closure(ic, n, to, want, out);
  if (from->kind != TY_FNDEF) return false;
  Def *d = (Def *)from->u.fndef.def;
  if (!def_is_function(d)) return false;
  FnSig sig = fn_signature(ic->f, ic, d, from->u.fndef.args);
  if (!sig.is_unsafe && to->u.fnptr.is_unsafe) sig.is_unsafe = true;
  Snapshot s = infer_snapshot(ic);
  if (!unify(ic, type_fnptr(ic->tt, sig), want)) {
    infer_rollback(ic, s);
    return false;
  }
  *out = reify(ic, n, want);
  return true;
}

bool try_coerce(Infer *ic, Thir *n, TypeId want, bool two_phase, Thir **out) {
  TypeId from_ty = infer_shallow(ic, n->ty);
  want = infer_shallow(ic, want);
  *out = n;
  if (from_ty == want && type_get(ic->tt, want)->kind != TY_PTR) return true;
  const Type from = *type_get(ic->tt, from_ty), to = *type_get(ic->tt, want);
  if (from.kind == TY_NEVER) {
    *out = never_to_any(ic, n, want);
    return true;
  }
  if (from.kind != TY_INFER && to.kind != TY_INFER) {
    if (coerce_unsized(ic, n, want, out)) return true;
    if (to.kind == TY_PTR && ptr_is_raw(to.u.ptr.kind))
      return coerce_raw(ic, n, &from, &to, want, out);
    if (to.kind == TY_PTR && ptr_is_ref(to.u.ptr.kind))
      return coerce_ref(ic, n, &from, &to, two_phase, out);
    if (coerce_fn(ic, n, &from, &to, want, out)) return true;
  }
  Snapshot s = infer_snapshot(ic);
  if (unify(ic, from_ty, want)) return true;
  infer_rollback(ic, s);
  return false;
}

Thir *coerce(Infer *ic, Thir *n, TypeId want, bool two_phase) {
  Thir *out;
  if (!try_coerce(ic, n, want, two_phase, &out)) fail_mismatch(ic, n->span, want, n->ty);
  return out;
}

/* ---- merging branches */

Merge *merge_new(Infer *ic, Expect ex) {
  Merge *m = arena_new(ic->arena, Merge);
  if (ex.ty && !ex.is_cast && !infer_is_var(ic, ex.ty)) m->want = ex.ty;
  return m;
}

/* The signature of a function item or closure, which each have a type of their own. */
static bool function_sig(Infer *ic, TypeId t, FnSig *out) {
  t = infer_shallow(ic, t);
  return (type_get(ic->tt, t)->kind == TY_FNDEF || closure_of(ic->f, t)) &&
         callable_sig(ic->f, ic, t, out);
}

/* Earlier branches follow a later one: `if c { f } else { g }` of two functions. */
static bool merge_functions(Infer *ic, Merge *m, Thir **branch) {
  FnSig sig, other;
  if (!function_sig(ic, m->merged, &sig) || !function_sig(ic, (*branch)->ty, &other)) return false;
  TypeId ptr = type_fnptr(ic->tt, sig);
  for (u32 i = 0; i < m->at.len; i++)
    if (function_sig(ic, (*m->at.at[i])->ty, &other))
      *m->at.at[i] = coerce(ic, *m->at.at[i], ptr, false);
  *branch = coerce(ic, *branch, ptr, false);
  m->merged = ptr;
  return true;
}

/* A block, `if` or `match` that was itself checked against the wanted type has that very type. */
static bool is_block_like(const Thir *n) {
  return n->kind == THIR_BLOCK || n->kind == THIR_IF || n->kind == THIR_MATCH ||
         n->kind == THIR_LOOP;
}

/* The branch comes to the type of those before it, or they come to its type. */
static void merge_more(Infer *ic, Merge *m, Thir **branch, TypeId t) {
  Thir *out;
  if (infer_shallow(ic, m->merged) != t && merge_functions(ic, m, branch)) return;
  if (try_coerce(ic, *branch, m->merged, false, &out)) {
    *branch = out;
    return;
  }
  for (u32 i = 0; i < m->at.len; i++) {
    if (shallow_get(ic, (*m->at.at[i])->ty)->kind == TY_NEVER) continue;
    if (m->want || !try_coerce(ic, *m->at.at[i], t, false, &out))
      fail_mismatch(ic, (*branch)->span, m->merged, t);
    *m->at.at[i] = out;
  }
  m->merged = t;
}

void merge_add(Infer *ic, Merge *m, Thir **branch) {
  TypeId t = infer_shallow(ic, (*branch)->ty);
  bool first = m->at.len == 0;
  if (type_get(ic->tt, t)->kind == TY_NEVER) {
    /* converted at the end */
  } else if (m->want) {
    bool same = !first && is_block_like(*branch) && t == infer_shallow(ic, m->want);
    if (!same) *branch = coerce(ic, *branch, m->want, false);
    m->merged = m->want;
  } else if (!m->merged) {
    m->merged = t;
  } else {
    merge_more(ic, m, branch, t);
  }
  alist_push(ic->arena, &m->at, branch);
}

TypeId merge_finish(Infer *ic, Merge *m) {
  if (!m->merged) return type_never(ic->tt);
  for (u32 i = 0; i < m->at.len; i++)
    if (shallow_get(ic, (*m->at.at[i])->ty)->kind == TY_NEVER)
      *m->at.at[i] = never_to_any(ic, *m->at.at[i], m->merged);
  return m->merged;
}
