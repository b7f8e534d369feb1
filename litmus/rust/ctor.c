/* Constructors of tuple structs and variants as functions: `opt.map(Some)`. Each has a definition
 * of its own, made when it is first used as a value, with the generic parameters of its type. */
#include "litmus/rust/infer.h"

Def *ctor_def(Front *f, Def *adt, u32 variant) {
  Def *of = adt->kind == DEF_ENUM ? adt->variants[variant] : adt;
  if (of->ctor) return of->ctor;
  Def *d = arena_new(f->arena, Def);
  d->kind = DEF_CTOR;
  d->name = of->name;
  d->item = adt->item;
  d->span = of->span;
  d->parent = of->parent;
  d->scope = adt->scope;
  d->is_prelude = adt->is_prelude;
  d->lang = LANG_COUNT;
  d->gens = adt->gens;
  d->ngens = adt->ngens;
  d->variant = variant;
  d->adt = adt;
  of->ctor = d;
  return d;
}

FnSig ctor_signature(Front *f, Infer *ic, Def *ctor, const TypeId *args) {
  TypeId ty = adt_of(f, ctor->adt, args);
  u32 n = adt_variant(ctor->adt, ctor->variant)->fields.n;
  TypeId *params = arena_array(f->arena, TypeId, n + 1);
  for (u32 i = 0; i < n; i++) params[i] = field_type(f, ic, ty, ctor->variant, i);
  return (FnSig){.nparams = n, .params = params, .ret = ty};
}

ThirBody *ctor_body(Front *f, Instance *inst) {
  Infer ic;
  infer_init(&ic, f, inst->def, inst->args);
  ic.is_prelude = true;
  Span span = inst->def->span;
  FnSig sig = ctor_signature(f, &ic, inst->def, inst->args);
  ThirPat **params = arena_array(f->arena, ThirPat *, sig.nparams + 1);
  u32 *fields = arena_array(f->arena, u32, sig.nparams + 1);
  Thir *value = node_new(&ic, THIR_ADT, span, sig.ret);
  value->variant = inst->def->variant;
  value->args = arena_array(f->arena, Thir *, sig.nparams + 1);
  value->nargs = sig.nparams;
  value->fields = fields;
  for (u32 i = 0; i < sig.nparams; i++) {
    VarId v = var_new(&ic, 0, sig.params[i], span, false);
    params[i] = pat_bind(&ic, span, sig.params[i], v);
    value->args[i] = node_var(&ic, v, span);
    fields[i] = i;
  }
  ThirBody *b = writeback(&ic, value, params, sig.params, sig.nparams);
  b->ret = sig.ret;
  b->span = span;
  b->is_shim = true;
  return b;
}
