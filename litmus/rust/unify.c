/* Inference variables: binding, unification with an undo trail, fallback. */
#include "litmus/rust/infer.h"

#include <string.h>

static u32 new_var(Infer *ic, TyVar v) {
  alist_push(ic->arena, &ic->vars, v);
  return ic->vars.len - 1;
}

TypeId infer_fresh(Infer *ic) { return type_infer(ic->tt, new_var(ic, (TyVar){0})); }

TypeId infer_fresh_int(Infer *ic) {
  return type_infer(ic->tt, new_var(ic, (TyVar){.kind = VAR_INT}));
}

TypeId infer_fresh_float(Infer *ic) {
  return type_infer(ic->tt, new_var(ic, (TyVar){.kind = VAR_FLOAT}));
}

TypeId infer_fresh_diverging(Infer *ic) {
  return type_infer(ic->tt, new_var(ic, (TyVar){.diverging = true}));
}

u64 infer_fresh_len(Infer *ic) { return LEN_INFER | new_var(ic, (TyVar){.is_len = true}); }

TypeId infer_shallow(const Infer *ic, TypeId t) {
  if (!ic) return t;
  for (;;) {
    const Type *ty = type_get(ic->tt, t);
    if (ty->kind != TY_INFER || !ic->vars.at[ty->u.var.index].bound) return t;
    t = ic->vars.at[ty->u.var.index].ty;
  }
}

u64 infer_len(const Infer *ic, u64 len) {
  if (!ic) return len;
  while (len_is_infer(len) && ic->vars.at[len & ~LEN_INFER].bound)
    len = ic->vars.at[len & ~LEN_INFER].len;
  return len;
}

bool infer_is_var(const Infer *ic, TypeId t) { return shallow_get(ic, t)->kind == TY_INFER; }

static bool is_var_of(const Infer *ic, TypeId t, VarKind kind) {
  if (!ic) return false;
  const Type *ty = shallow_get(ic, t);
  return ty->kind == TY_INFER && ic->vars.at[ty->u.var.index].kind == kind;
}

bool infer_is_int_var(const Infer *ic, TypeId t) { return is_var_of(ic, t, VAR_INT); }
bool infer_is_float_var(const Infer *ic, TypeId t) { return is_var_of(ic, t, VAR_FLOAT); }
bool infer_is_number_var(const Infer *ic, TypeId t) {
  return infer_is_int_var(ic, t) || infer_is_float_var(ic, t);
}

/* Something was bound or unbound: what was resolved before may be out of date. */
static void save(Infer *ic, u32 var) {
  ic->f->generation++;
  TrailEntry e = {var, ic->vars.at[var]};
  alist_push(ic->arena, &ic->trail, e);
}

Snapshot infer_snapshot(const Infer *ic) {
  return (Snapshot){ic->trail.len, ic->nodes.len, ic->pending.len, ic->late.len,
                    ic->obligations.len};
}

void infer_rollback(Infer *ic, Snapshot s) {
  ic->f->generation++;
  while (ic->trail.len > s.trail) {
    ic->trail.len--;
    ic->vars.at[ic->trail.at[ic->trail.len].var] = ic->trail.at[ic->trail.len].old;
  }
  ic->nodes.len = s.nodes;
  ic->pending.len = s.pending;
  ic->late.len = s.late;
  ic->obligations.len = s.obligations;
}

/* ---- walking types */

static const TypeId *map_list(const Infer *ic, const TypeId *at, u32 n) {
  TypeId *out = arena_array(ic->arena, TypeId, n + 1);
  for (u32 i = 0; i < n; i++) out[i] = infer_resolve(ic, at[i]);
  return out;
}

TypeFacts *type_facts(Front *f, TypeId t) {
  if (t >= f->nfacts) {
    u32 n = f->nfacts ? f->nfacts : 512;
    while (n <= t) n *= 2;
    TypeFacts *grown = arena_array(f->arena, TypeFacts, n);
    if (f->nfacts) memcpy(grown, f->facts, f->nfacts * sizeof *grown);
    f->facts = grown;
    f->nfacts = n;
  }
  return &f->facts[t];
}

static bool any_mentions(Front *f, const TypeId *at, u32 n) {
  for (u32 i = 0; i < n; i++)
    if (type_mentions_infer(f, at[i])) return true;
  return false;
}

static bool mentions(Front *f, const Type *ty) {
  switch (ty->kind) {
  case TY_INFER: return true;
  case TY_PTR: return type_mentions_infer(f, ty->u.ptr.to);
  case TY_ARRAY: return len_is_infer(ty->u.array.len) || type_mentions_infer(f, ty->u.array.elem);
  case TY_SLICE: return type_mentions_infer(f, ty->u.array.elem);
  case TY_TUPLE: return any_mentions(f, ty->u.tuple.at, ty->u.tuple.n);
  case TY_ADT: return any_mentions(f, ty->u.adt.args, ty->u.adt.nargs);
  case TY_DYN: return any_mentions(f, ty->u.dyn.args, ty->u.dyn.nargs);
  case TY_FNDEF: return any_mentions(f, ty->u.fndef.args, ty->u.fndef.nargs);
  case TY_FNPTR:
    return type_mentions_infer(f, ty->u.fnptr.ret) ||
           any_mentions(f, ty->u.fnptr.params, ty->u.fnptr.nparams);
  default: return false;
  }
}

bool type_mentions_infer(Front *f, TypeId t) {
  if (!type_facts(f, t)->infer_known) {
    bool yes = mentions(f, type_get(f->tt, t));
    type_facts(f, t)->infer = yes;
    type_facts(f, t)->infer_known = true;
  }
  return type_facts(f, t)->infer;
}

/* ---- opaque types */

static bool any_opaque(Front *f, const TypeId *at, u32 n) {
  for (u32 i = 0; i < n; i++)
    if (type_mentions_opaque(f, at[i])) return true;
  return false;
}

static bool holds_opaque(Front *f, const Type *ty) {
  switch (ty->kind) {
  case TY_OPAQUE: return true;
  case TY_PTR: return type_mentions_opaque(f, ty->u.ptr.to);
  case TY_ARRAY:
  case TY_SLICE: return type_mentions_opaque(f, ty->u.array.elem);
  case TY_TUPLE: return any_opaque(f, ty->u.tuple.at, ty->u.tuple.n);
  case TY_ADT: return any_opaque(f, ty->u.adt.args, ty->u.adt.nargs);
  case TY_DYN: return any_opaque(f, ty->u.dyn.args, ty->u.dyn.nargs);
  case TY_FNDEF: return any_opaque(f, ty->u.fndef.args, ty->u.fndef.nargs);
  case TY_FNPTR:
    return type_mentions_opaque(f, ty->u.fnptr.ret) ||
           any_opaque(f, ty->u.fnptr.params, ty->u.fnptr.nparams);
  default: return false;
  }
}

bool type_mentions_opaque(Front *f, TypeId t) {
  if (!type_facts(f, t)->opaque_known) {
    bool yes = holds_opaque(f, type_get(f->tt, t));
    type_facts(f, t)->opaque = yes;
    type_facts(f, t)->opaque_known = true;
  }
  return type_facts(f, t)->opaque;
}

const TypeId *types_reveal(Front *f, const TypeId *at, u32 n) {
  if (!any_opaque(f, at, n)) return at;
  TypeId *out = arena_array(f->arena, TypeId, n + 1);
  for (u32 i = 0; i < n; i++) out[i] = type_reveal(f, at[i]);
  return out;
}

static TypeId reveal_parts(Front *f, TypeId t) {
  const Type ty = *type_get(f->tt, t);
  switch (ty.kind) {
  case TY_OPAQUE: return type_reveal(f, ty.u.opaque.hidden);
  case TY_PTR: return type_ptr(f->tt, ty.u.ptr.kind, type_reveal(f, ty.u.ptr.to));
  case TY_ARRAY: return type_array(f->tt, type_reveal(f, ty.u.array.elem), ty.u.array.len);
  case TY_SLICE: return type_slice(f->tt, type_reveal(f, ty.u.array.elem));
  case TY_TUPLE:
    return type_tuple(f->tt, types_reveal(f, ty.u.tuple.at, ty.u.tuple.n), ty.u.tuple.n);
  case TY_ADT:
    return type_adt(f->tt, ty.u.adt.def, types_reveal(f, ty.u.adt.args, ty.u.adt.nargs),
                    ty.u.adt.nargs);
  case TY_DYN:
    return type_dyn(f->tt, ty.u.dyn.def, types_reveal(f, ty.u.dyn.args, ty.u.dyn.nargs),
                    ty.u.dyn.nargs);
  case TY_FNDEF:
    return type_fndef(f->tt, ty.u.fndef.def, types_reveal(f, ty.u.fndef.args, ty.u.fndef.nargs),
                      ty.u.fndef.nargs);
  case TY_FNPTR: {
    FnSig sig = ty.u.fnptr;
    sig.params = types_reveal(f, sig.params, sig.nparams);
    sig.ret = type_reveal(f, sig.ret);
    return type_fnptr(f->tt, sig);
  }
  default: return t;
  }
}

TypeId type_reveal(Front *f, TypeId t) {
  if (!type_mentions_opaque(f, t)) return t;
  if (!type_facts(f, t)->revealed) {
    TypeId r = reveal_parts(f, t);
    type_facts(f, t)->revealed = r;
  }
  return type_facts(f, t)->revealed;
}

/* ---- */

static TypeId resolve_parts(const Infer *ic, TypeId t) {
  const Type ty = *type_get(ic->tt, t);
  switch (ty.kind) {
  case TY_PTR: return type_ptr(ic->tt, ty.u.ptr.kind, infer_resolve(ic, ty.u.ptr.to));
  case TY_ARRAY:
    return type_array(ic->tt, infer_resolve(ic, ty.u.array.elem), infer_len(ic, ty.u.array.len));
  case TY_SLICE: return type_slice(ic->tt, infer_resolve(ic, ty.u.array.elem));
  case TY_TUPLE: return type_tuple(ic->tt, map_list(ic, ty.u.tuple.at, ty.u.tuple.n), ty.u.tuple.n);
  case TY_ADT:
    return type_adt(ic->tt, ty.u.adt.def, map_list(ic, ty.u.adt.args, ty.u.adt.nargs),
                    ty.u.adt.nargs);
  case TY_DYN:
    return type_dyn(ic->tt, ty.u.dyn.def, map_list(ic, ty.u.dyn.args, ty.u.dyn.nargs),
                    ty.u.dyn.nargs);
  case TY_FNDEF:
    return type_fndef(ic->tt, ty.u.fndef.def, map_list(ic, ty.u.fndef.args, ty.u.fndef.nargs),
                      ty.u.fndef.nargs);
  case TY_FNPTR: {
    FnSig sig = ty.u.fnptr;
    sig.params = map_list(ic, sig.params, sig.nparams);
    sig.ret = infer_resolve(ic, sig.ret);
    return type_fnptr(ic->tt, sig);
  }
  default: return t;
  }
}

TypeId infer_resolve(const Infer *ic, TypeId t) {
  Front *f = ic->f;
  t = infer_shallow(ic, t);
  if (!type_mentions_infer(f, t)) return t;
  TypeFacts *facts = type_facts(f, t);
  if (facts->resolved && facts->generation == f->generation) return facts->resolved;
  TypeId r = resolve_parts(ic, t);
  facts = type_facts(f, t);
  facts->resolved = r;
  facts->generation = f->generation;
  return r;
}

bool infer_has_vars(const Infer *ic, TypeId t) {
  return type_mentions_infer(ic->f, infer_resolve(ic, t));
}

/* Does variable `var` occur in t? Binding it would make an infinite type. */
static bool occurs(const Infer *ic, u32 var, TypeId t, u32 depth);

static bool occurs_any(const Infer *ic, u32 var, const TypeId *at, u32 n, u32 depth) {
  for (u32 i = 0; i < n; i++)
    if ((i == 0 || at[i] != at[i - 1]) && occurs(ic, var, at[i], depth)) return true;
  return false;
}

static bool occurs(const Infer *ic, u32 var, TypeId t, u32 depth) {
  if (depth == 0) t = infer_resolve(ic, t);
  if (!type_mentions_infer(ic->f, t)) return false;
  const Type *ty = type_get(ic->tt, t);
  depth++;
  switch (ty->kind) {
  case TY_INFER: return ty->u.var.index == var;
  case TY_PTR: return occurs(ic, var, ty->u.ptr.to, depth);
  case TY_ARRAY:
  case TY_SLICE: return occurs(ic, var, ty->u.array.elem, depth);
  case TY_TUPLE: return occurs_any(ic, var, ty->u.tuple.at, ty->u.tuple.n, depth);
  case TY_ADT: return occurs_any(ic, var, ty->u.adt.args, ty->u.adt.nargs, depth);
  case TY_DYN: return occurs_any(ic, var, ty->u.dyn.args, ty->u.dyn.nargs, depth);
  case TY_FNDEF: return occurs_any(ic, var, ty->u.fndef.args, ty->u.fndef.nargs, depth);
  case TY_FNPTR:
    return occurs(ic, var, ty->u.fnptr.ret, depth) ||
           occurs_any(ic, var, ty->u.fnptr.params, ty->u.fnptr.nparams, depth);
  default: return false;
  }
}

/* ---- unification */

static bool bind(Infer *ic, u32 var, TypeId t) {
  const TyVar v = ic->vars.at[var];
  const Type *ty = type_get(ic->tt, t);
  if (ty->kind == TY_INFER) {
    /* The weaker one is bound: a variable of numbers says more than a general one. */
    u32 other = ty->u.var.index;
    VarKind kind = ic->vars.at[other].kind;
    if (v.kind != VAR_ANY && kind != VAR_ANY && v.kind != kind) return false;
    if (v.kind != VAR_ANY && ic->vars.at[other].kind == VAR_ANY) {
      u32 swap = var;
      var = other;
      other = swap;
      t = type_infer(ic->tt, other);
    }
    save(ic, var);
    save(ic, other);
    ic->vars.at[other].diverging |= ic->vars.at[var].diverging;
    ic->vars.at[var].bound = true;
    ic->vars.at[var].ty = t;
    return true;
  }
  if (v.kind == VAR_INT && ty->kind != TY_INT) return false;
  if (v.kind == VAR_FLOAT && ty->kind != TY_FLOAT) return false;
  if (occurs(ic, var, t, 0)) return false;
  save(ic, var);
  ic->vars.at[var].bound = true;
  ic->vars.at[var].ty = t;
  return true;
}

static bool unify_len(Infer *ic, u64 a, u64 b) {
  a = infer_len(ic, a);
  b = infer_len(ic, b);
  if (a == b) return true;
  if (!len_is_infer(a)) {
    u64 swap = a;
    a = b;
    b = swap;
  }
  if (!len_is_infer(a)) return false;
  u32 var = (u32)(a & ~LEN_INFER);
  save(ic, var);
  ic->vars.at[var].bound = true;
  ic->vars.at[var].len = b;
  return true;
}

static bool unify_lists(Infer *ic, const TypeId *a, const TypeId *b, u32 n) {
  for (u32 i = 0; i < n; i++)
    if (!unify(ic, a[i], b[i])) return false;
  return true;
}

bool unify(Infer *ic, TypeId a, TypeId b) {
  a = infer_shallow(ic, a);
  b = infer_shallow(ic, b);
  if (a == b) return true;
  /* Copies: unifying below may grow the table. */
  const Type x = *type_get(ic->tt, a), y = *type_get(ic->tt, b);
  if (x.kind == TY_INFER) return bind(ic, x.u.var.index, b);
  if (y.kind == TY_INFER) return bind(ic, y.u.var.index, a);
  if (x.kind != y.kind) return false;
  if (!type_mentions_infer(ic->f, a) && !type_mentions_infer(ic->f, b)) return false;
  if (infer_resolve(ic, a) == infer_resolve(ic, b)) return true;
  switch (x.kind) {
  case TY_PTR: return x.u.ptr.kind == y.u.ptr.kind && unify(ic, x.u.ptr.to, y.u.ptr.to);
  case TY_ARRAY:
    return unify(ic, x.u.array.elem, y.u.array.elem) && unify_len(ic, x.u.array.len, y.u.array.len);
  case TY_SLICE: return unify(ic, x.u.array.elem, y.u.array.elem);
  case TY_TUPLE:
    return x.u.tuple.n == y.u.tuple.n && unify_lists(ic, x.u.tuple.at, y.u.tuple.at, x.u.tuple.n);
  case TY_ADT:
    return x.u.adt.def == y.u.adt.def && x.u.adt.nargs == y.u.adt.nargs &&
           unify_lists(ic, x.u.adt.args, y.u.adt.args, x.u.adt.nargs);
  case TY_DYN:
    return x.u.dyn.def == y.u.dyn.def && x.u.dyn.nargs == y.u.dyn.nargs &&
           unify_lists(ic, x.u.dyn.args, y.u.dyn.args, x.u.dyn.nargs);
  case TY_FNDEF:
    return x.u.fndef.def == y.u.fndef.def && x.u.fndef.nargs == y.u.fndef.nargs &&
           unify_lists(ic, x.u.fndef.args, y.u.fndef.args, x.u.fndef.nargs);
  case TY_FNPTR:
    return x.u.fnptr.nparams == y.u.fnptr.nparams && x.u.fnptr.is_unsafe == y.u.fnptr.is_unsafe &&
           x.u.fnptr.is_extern_c == y.u.fnptr.is_extern_c &&
           unify_lists(ic, x.u.fnptr.params, y.u.fnptr.params, x.u.fnptr.nparams) &&
           unify(ic, x.u.fnptr.ret, y.u.fnptr.ret);
  default: return false; /* equal handles were handled above */
  }
}

void infer_fallback(Infer *ic) {
  for (u32 i = 0; i < ic->vars.len; i++) {
    TyVar *v = &ic->vars.at[i];
    if (v->bound || v->is_len) continue;
    ic->f->generation++;
    if (v->kind == VAR_INT) {
      v->bound = true;
      v->ty = type_int(ic->tt, 32, true);
    } else if (v->kind == VAR_FLOAT) {
      v->bound = true;
      v->ty = type_float(ic->tt, 64);
    } else if (v->diverging) {
      v->bound = true;
      v->ty = type_unit(ic->tt);
    }
  }
}
