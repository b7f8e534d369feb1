/* The verifier: what every well-formed program obeys. The machine relies on it and checks none of
 * this again. A fault is a bug of the front end, so the first one is reported and that is all. */
#include "engine/ir/unwind.h"

typedef struct Verifier {
  const Program *p;
  const Function *f;
  u32 func, block;
  const char *fault; /* the first one */
} Verifier;

#define FAULT(v, ...) fault((v), arena_printf((v)->p->arena, __VA_ARGS__))

/* Always false, so that a check can end with `return FAULT(...)`. */
static bool fault(Verifier *v, const char *what) {
  if (!v->fault)
    v->fault = arena_printf(v->p->arena, "function %u (%s), bb%u: %s", v->func,
                            v->f && v->f->name ? v->f->name : "?", v->block, what);
  return false;
}

static const char *ty_str(const Verifier *v, TypeId t) { return type_str_of(v->p->types, t); }

static bool check_same(Verifier *v, TypeId a, TypeId b, const char *what) {
  if (a == b) return true;
  return FAULT(v, "%s: type `%s` is not `%s`", what, ty_str(v, a), ty_str(v, b));
}

static bool check_laid_out(Verifier *v, TypeId t, const char *what) {
  if (t && type_get(v->p->types, t)->laid_out) return true;
  return FAULT(v, "%s: type `%s` is not laid out", what, ty_str(v, t));
}

static const Type *get(const Verifier *v, TypeId t) { return type_get(v->p->types, t); }

/* ---- places */

static bool check_local(Verifier *v, LocalId l) {
  return l < v->f->locals.len || FAULT(v, "there is no local _%u", l);
}

static bool check_proj(Verifier *v, TypeId base, const Proj *j) {
  const Type *t = get(v, base);
  switch (j->kind) {
  case PROJ_DEREF:
    if (t->kind != TY_PTR) return FAULT(v, "dereference of `%s`", ty_str(v, base));
    return check_same(v, j->ty, t->u.ptr.to, "dereference");
  case PROJ_FIELD: {
    TypeId ft = t->kind == TY_TUPLE || t->kind == TY_ADT
                    ? type_field(v->p->types, base, j->variant, (u32)j->index)
                    : 0;
    if (!ft) return FAULT(v, "`%s` has no field %u", ty_str(v, base), (u32)j->index);
    return check_same(v, j->ty, ft, "field");
  }
  case PROJ_INDEX:
    if (!check_local(v, j->local)) return false;
    if (!check_same(v, v->f->locals.at[j->local].ty, type_usize(v->p->types), "index"))
      return false;
    /* fall through */
  case PROJ_CONST_INDEX:
    if (t->kind != TY_ARRAY && t->kind != TY_SLICE)
      return FAULT(v, "index into `%s`", ty_str(v, base));
    return check_same(v, j->ty, t->u.array.elem, "element");
  case PROJ_SUBSLICE:
    if (t->kind != TY_ARRAY && t->kind != TY_SLICE)
      return FAULT(v, "subslice of `%s`", ty_str(v, base));
    return true;
  }
  return FAULT(v, "unknown projection");
}

static bool check_place(Verifier *v, const Place *pl) {
  if (!check_local(v, pl->local)) return false;
  TypeId t = v->f->locals.at[pl->local].ty;
  for (u32 i = 0; i < pl->nproj; i++) {
    if (!check_proj(v, t, &pl->proj[i])) return false;
    t = pl->proj[i].ty;
  }
  return check_same(v, pl->ty, t, "place") && check_laid_out(v, t, "place");
}

static bool check_value_place(Verifier *v, const Place *pl) {
  if (!check_place(v, pl)) return false;
  return type_is_sized(v->p->types, pl->ty) || FAULT(v, "a value of unsized type");
}

/* ---- operands and rvalues */

static bool check_operand(Verifier *v, const Operand *op) {
  if (op->kind != OPERAND_CONST) return check_value_place(v, &op->place);
  if (op->konst.kind == CONST_FN && op->konst.fn >= v->p->funcs.len)
    return FAULT(v, "there is no function %u", op->konst.fn);
  if (op->konst.kind == CONST_STATIC && op->konst.stat >= v->p->statics.len)
    return FAULT(v, "there is no static %u", op->konst.stat);
  return check_laid_out(v, op->konst.ty, "constant");
}

static bool check_operands(Verifier *v, const Operand *ops, u32 n) {
  for (u32 i = 0; i < n; i++)
    if (!check_operand(v, &ops[i])) return false;
  return true;
}

static bool check_binary(Verifier *v, const Rvalue *rv) {
  if (!check_operand(v, &rv->a) || !check_operand(v, &rv->b)) return false;
  TypeId a = operand_type(&rv->a), b = operand_type(&rv->b);
  bool is_shift = rv->binop == BIN_SHL || rv->binop == BIN_SHR;
  if (!is_shift && !check_same(v, b, a, binop_symbol(rv->binop))) return false;
  bool is_bool = rv->kind == RV_OVERFLOW || binop_is_comparison(rv->binop);
  return check_same(v, rv->ty, is_bool ? type_bool(v->p->types) : a, binop_symbol(rv->binop));
}

static bool check_pointer_to(Verifier *v, const Rvalue *rv) {
  if (!check_place(v, &rv->place)) return false;
  const Type *t = get(v, rv->ty);
  if (t->kind != TY_PTR) return FAULT(v, "a reference of type `%s`", ty_str(v, rv->ty));
  return check_same(v, rv->place.ty, t->u.ptr.to, "referenced place");
}

static bool check_array(Verifier *v, const Rvalue *rv, const Type *t) {
  if (t->u.array.len != rv->nops)
    return FAULT(v, "%u operands make `%s`", rv->nops, ty_str(v, rv->ty));
  for (u32 i = 0; i < rv->nops; i++)
    if (!check_same(v, operand_type(&rv->ops[i]), t->u.array.elem, "array element")) return false;
  return true;
}

static bool check_aggregate(Verifier *v, const Rvalue *rv) {
  if (!check_operands(v, rv->ops, rv->nops)) return false;
  const Type *t = get(v, rv->ty);
  if (t->kind == TY_ARRAY) return check_array(v, rv, t);
  bool is_union = t->kind == TY_ADT && t->u.adt.info && t->u.adt.info->kind == ADT_UNION;
  if (is_union && rv->nops != 1) return FAULT(v, "a union made of %u fields", rv->nops);
  if (!is_union && type_nfields(v->p->types, rv->ty, rv->variant) != rv->nops)
    return FAULT(v, "%u operands make `%s`", rv->nops, ty_str(v, rv->ty));
  for (u32 i = 0; i < rv->nops; i++) {
    TypeId f = type_field(v->p->types, rv->ty, rv->variant, is_union ? rv->active : i);
    if (!check_same(v, operand_type(&rv->ops[i]), f, "field")) return false;
  }
  return true;
}

/* A coercion to a trait object needs the right vtable, unless the metadata is upcast. */
static bool check_unsize(Verifier *v, TypeId from, const Rvalue *rv) {
  TypeTable *tt = v->p->types;
  TypeId fp = type_receiver_ptr(tt, from), tp = type_receiver_ptr(tt, rv->ty);
  if (!fp || !tp || !type_is_wide_ptr(tt, tp))
    return FAULT(v, "unsizing of `%s` to `%s`", ty_str(v, from), ty_str(v, rv->ty));
  if (!type_is_dyn_ptr(tt, tp) || type_is_dyn_ptr(tt, fp)) return true;
  if (rv->vtable >= v->p->vtables.len) return FAULT(v, "there is no vtable %u", rv->vtable);
  const Vtable *vt = &v->p->vtables.at[rv->vtable];
  return check_same(v, type_tail(tt, get(v, tp)->u.ptr.to), vt->dyn, "vtable") &&
         check_same(v, type_unsized_part(tt, get(v, fp)->u.ptr.to, get(v, tp)->u.ptr.to), vt->self,
                    "vtable");
}

static bool check_rvalue(Verifier *v, const Rvalue *rv) {
  switch (rv->kind) {
  case RV_USE:
    return check_operand(v, &rv->a) && check_same(v, operand_type(&rv->a), rv->ty, "use");
  case RV_REPEAT: {
    const Type *t = get(v, rv->ty);
    if (!check_operand(v, &rv->a)) return false;
    if (t->kind != TY_ARRAY || t->u.array.len != rv->count)
      return FAULT(v, "a repetition makes `%s`", ty_str(v, rv->ty));
    return check_same(v, operand_type(&rv->a), t->u.array.elem, "repeated element");
  }
  case RV_REF:
  case RV_RAW: return check_pointer_to(v, rv);
  case RV_LEN: return check_place(v, &rv->place);
  case RV_CAST: {
    if (!check_operand(v, &rv->a)) return false;
    TypeId from = operand_type(&rv->a);
    if (rv->cast == CAST_TRANSMUTE &&
        type_size(v->p->types, from) != type_size(v->p->types, rv->ty))
      return FAULT(v, "transmute between sizes: `%s` to `%s`", ty_str(v, from), ty_str(v, rv->ty));
    if (rv->cast == CAST_UNSIZE) return check_unsize(v, from, rv);
    return true;
  }
  case RV_BINARY:
  case RV_OVERFLOW: return check_binary(v, rv);
  case RV_UNARY:
    return check_operand(v, &rv->a) && check_same(v, operand_type(&rv->a), rv->ty, "unary");
  case RV_DISCRIMINANT:
    return check_place(v, &rv->place) &&
           check_same(v, rv->ty, type_discriminant(v->p->types, rv->place.ty), "discriminant");
  case RV_AGGREGATE: return check_aggregate(v, rv);
  }
  return FAULT(v, "unknown rvalue");
}

/* ---- statements and terminators */

static bool check_stmt(Verifier *v, const Stmt *s) {
  switch (s->kind) {
  case STMT_ASSIGN:
    return check_value_place(v, &s->place) && (s->rv || FAULT(v, "assignment of nothing")) &&
           check_rvalue(v, s->rv) && check_same(v, s->rv->ty, s->place.ty, "assignment");
  case STMT_STORAGE_LIVE:
  case STMT_STORAGE_DEAD: return check_local(v, s->local);
  case STMT_PLACE_MENTION: return check_place(v, &s->place);
  }
  return FAULT(v, "unknown statement");
}

static bool check_target(Verifier *v, BlockId b) {
  return b < v->f->blocks.len || FAULT(v, "there is no bb%u", b);
}

static bool check_args(Verifier *v, const Terminator *t, u32 nparams) {
  if (t->nargs != nparams) return FAULT(v, "%u arguments for %u parameters", t->nargs, nparams);
  return check_operands(v, t->args, t->nargs);
}

/* drop_in_place is called with a raw pointer, which its glue takes as a reference. */
static bool is_raw_for_glue(Verifier *v, const Function *g, TypeId arg) {
  const Type *have = get(v, arg), *want = get(v, g->locals.at[1].ty);
  return g->is_drop_glue && have->kind == TY_PTR && have->u.ptr.kind == PTR_RAW_MUT &&
         want->kind == TY_PTR && want->u.ptr.to == have->u.ptr.to;
}

/* A closure that is Fn takes `&self` also where it is called as FnMut, with `&mut self`. */
static bool is_env_of_fn(Verifier *v, TypeId arg, TypeId param) {
  const Type *have = get(v, arg), *want = get(v, param);
  return have->kind == TY_PTR && want->kind == TY_PTR && have->u.ptr.kind == PTR_REF_MUT &&
         want->u.ptr.kind == PTR_REF && have->u.ptr.to == want->u.ptr.to;
}

static bool check_direct_call(Verifier *v, const Terminator *t) {
  if (t->callee >= v->p->funcs.len || !v->p->funcs.at[t->callee])
    return FAULT(v, "there is no function %u", t->callee);
  const Function *g = v->p->funcs.at[t->callee];
  if (g->locals.len <= g->nparams) return check_operands(v, t->args, t->nargs);
  if (!check_args(v, t, g->nparams)) return false;
  for (u32 i = 0; i < t->nargs; i++) {
    TypeId arg = operand_type(&t->args[i]);
    if (is_raw_for_glue(v, g, arg) || is_env_of_fn(v, arg, g->locals.at[i + 1].ty)) continue;
    if (!check_same(v, arg, g->locals.at[i + 1].ty, "argument")) return false;
  }
  return t->no_return || check_same(v, g->locals.at[0].ty, t->place.ty, "result");
}

static bool check_indirect_call(Verifier *v, const Terminator *t) {
  if (!check_operand(v, &t->op)) return false;
  const Type *ft = get(v, operand_type(&t->op));
  if (ft->kind != TY_FNPTR) return FAULT(v, "call of `%s`", ty_str(v, operand_type(&t->op)));
  if (!check_args(v, t, ft->u.fnptr.nparams)) return false;
  for (u32 i = 0; i < t->nargs; i++)
    if (!check_same(v, operand_type(&t->args[i]), ft->u.fnptr.params[i], "argument")) return false;
  return t->no_return || check_same(v, ft->u.fnptr.ret, t->place.ty, "result");
}

/* What a receiver of this type can do, or NULL. */
static const DynInfo *receiver_info(const Verifier *v, TypeId receiver) {
  TypeId ptr = type_receiver_ptr(v->p->types, receiver);
  if (get(v, receiver)->kind == TY_DYN) return get(v, receiver)->u.dyn.info;
  const Type *t = get(v, ptr ? type_tail(v->p->types, get(v, ptr)->u.ptr.to) : 0);
  return t->kind == TY_DYN ? t->u.dyn.info : NULL;
}

static bool check_virtual_call(Verifier *v, const Terminator *t) {
  if (!t->nargs) return FAULT(v, "a virtual call of nothing");
  const Operand *self = &t->args[0];
  if (self->kind == OPERAND_CONST || !check_place(v, &self->place))
    return FAULT(v, "the receiver of a virtual call");
  const DynInfo *info = receiver_info(v, operand_type(&t->args[0]));
  if (!info || t->method >= info->nmethods)
    return FAULT(v, "`%s` has no method %u", ty_str(v, operand_type(&t->args[0])), t->method);
  const FnSig *sig = &info->methods[t->method].sig;
  if (t->nargs != sig->nparams)
    return FAULT(v, "%u arguments for %u parameters", t->nargs, sig->nparams);
  for (u32 i = 1; i < t->nargs; i++)
    if (!check_operand(v, &t->args[i]) ||
        !check_same(v, operand_type(&t->args[i]), sig->params[i], "argument"))
      return false;
  return t->no_return || check_same(v, sig->ret, t->place.ty, "result");
}

static bool check_callee(Verifier *v, const Terminator *t) {
  if (t->is_virtual) return check_virtual_call(v, t);
  return t->is_indirect ? check_indirect_call(v, t) : check_direct_call(v, t);
}

static bool check_drop(Verifier *v, const Terminator *t) {
  if (!check_place(v, &t->place) || !check_target(v, t->target)) return false;
  if (t->is_virtual)
    return get(v, t->place.ty)->kind == TY_DYN ||
           FAULT(v, "drop of `%s` by a vtable", ty_str(v, t->place.ty));
  if (t->callee >= v->p->funcs.len || !v->p->funcs.at[t->callee])
    return FAULT(v, "there is no drop glue %u", t->callee);
  return true;
}

static bool check_fmt(Verifier *v, const Terminator *t) {
  for (u32 i = 0; i < t->fmt.npieces; i++)
    if (t->fmt.pieces[i].is_arg && t->fmt.pieces[i].arg >= t->nargs)
      return FAULT(v, "the format names argument %u of %u", t->fmt.pieces[i].arg, t->nargs);
  return check_operands(v, t->args, t->nargs);
}

static bool check_intrinsic(Verifier *v, const Terminator *t) {
  if ((u32)t->intrinsic >= INTR_COUNT) return FAULT(v, "unknown intrinsic");
  if (t->ntypes != intrinsic_ntypes(t->intrinsic))
    return FAULT(v, "%s with %u types", intrinsic_name(t->intrinsic), t->ntypes);
  for (u32 i = 0; i < t->ntypes; i++)
    if (!check_laid_out(v, t->types[i], intrinsic_name(t->intrinsic))) return false;
  switch (t->intrinsic) {
  case INTR_PRINT:
  case INTR_EPRINT:
  case INTR_ASSERT_FAILED: return check_fmt(v, t);
  case INTR_FMT_WRITE:
    return (t->nargs >= FMT_NFIELDS || FAULT(v, "fmt_write without a formatter")) &&
           check_fmt(v, t);
  default: return check_args(v, t, intrinsic_nargs(t->intrinsic));
  }
}

static bool check_switch(Verifier *v, const Terminator *t) {
  if (!check_operand(v, &t->op) || !check_target(v, t->otherwise)) return false;
  TypeKind k = get(v, operand_type(&t->op))->kind;
  if (k != TY_INT && k != TY_BOOL && k != TY_CHAR)
    return FAULT(v, "switch on `%s`", ty_str(v, operand_type(&t->op)));
  for (u32 i = 0; i < t->nvalues; i++)
    if (!check_target(v, t->targets[i])) return false;
  return true;
}

static bool check_destination(Verifier *v, const Terminator *t) {
  if (t->no_return) return true;
  return check_value_place(v, &t->place) && check_target(v, t->target);
}

static bool check_terminator(Verifier *v, const Terminator *t) {
  switch (t->kind) {
  case TERMINATOR_NONE: return FAULT(v, "the block is not terminated");
  case TERMINATOR_GOTO: return check_target(v, t->target);
  case TERMINATOR_SWITCH: return check_switch(v, t);
  case TERMINATOR_CALL: return check_destination(v, t) && check_callee(v, t);
  case TERMINATOR_INTRINSIC: return check_destination(v, t) && check_intrinsic(v, t);
  case TERMINATOR_RETURN: return true;
  case TERMINATOR_DROP: return check_drop(v, t);
  case TERMINATOR_ASSERT:
    return check_operand(v, &t->op) && check_operands(v, t->args, t->nargs) &&
           check_same(v, operand_type(&t->op), type_bool(v->p->types), "assertion") &&
           check_target(v, t->target);
  case TERMINATOR_PANIC: return check_fmt(v, t);
  case TERMINATOR_RESUME:
  case TERMINATOR_UNREACHABLE: return true;
  }
  return FAULT(v, "unknown terminator");
}

/* ---- functions and programs */

static bool check_function(Verifier *v) {
  const Function *f = v->f;
  if (f->blocks.len == 0) return true; /* declared only */
  if (f->locals.len <= f->nparams) return FAULT(v, "%u parameters lack locals", f->nparams);
  for (u32 i = 0; i < f->locals.len; i++)
    if (!check_laid_out(v, f->locals.at[i].ty, "local")) return false;
  for (v->block = 0; v->block < f->blocks.len; v->block++) {
    const Block *b = &f->blocks.at[v->block];
    for (u32 i = 0; i < b->stmts.len; i++)
      if (!check_stmt(v, &b->stmts.at[i])) return false;
    if (!check_terminator(v, &b->term)) return false;
    const char *what = ir_check_unwinding(f, b, v->p->arena);
    if (what) return FAULT(v, "%s", what);
  }
  return true;
}

static bool check_static(Verifier *v, const Static *s) {
  if (s->init >= v->p->funcs.len || !v->p->funcs.at[s->init])
    return FAULT(v, "static %s has no initialiser", s->name ? s->name : "?");
  v->func = s->init;
  v->f = v->p->funcs.at[s->init];
  if (!check_laid_out(v, s->ty, "static")) return false;
  if (v->f->locals.len == 0) return FAULT(v, "the initialiser of a static is not built");
  return check_same(v, v->f->locals.at[0].ty, s->ty, "static");
}

/* The methods of a vtable are as the trait object has them, but for the receiver. */
static bool check_slot(Verifier *v, FuncId id, const DynMethod *want) {
  if (id == NO_FUNC) return true;
  if (id >= v->p->funcs.len || !v->p->funcs.at[id]) return FAULT(v, "there is no function %u", id);
  const Function *f = v->p->funcs.at[id];
  if (f->locals.len <= f->nparams) return true; /* declared only */
  if (f->nparams != want->sig.nparams) return FAULT(v, "parameters of method `%s`", want->name);
  for (u32 i = 1; i < f->nparams; i++)
    if (!check_same(v, f->locals.at[i + 1].ty, want->sig.params[i], want->name)) return false;
  return check_same(v, f->locals.at[0].ty, want->sig.ret, want->name);
}

static bool check_vtable(Verifier *v, const Vtable *t) {
  const Type *dyn = get(v, t->dyn);
  if (dyn->kind != TY_DYN || !dyn->u.dyn.info) return FAULT(v, "a vtable for no trait");
  const DynInfo *info = dyn->u.dyn.info;
  if (!check_laid_out(v, t->self, "vtable")) return false;
  if (info->nmethods != t->nmethods)
    return FAULT(v, "%u methods for `%s`", t->nmethods, info->name);
  for (u32 i = 0; i < t->nmethods; i++)
    if (!check_slot(v, t->methods[i], &info->methods[i])) return false;
  for (u32 i = 0; i < t->nsupers; i++)
    if (t->supers[i].vtable >= v->p->vtables.len)
      return FAULT(v, "there is no vtable %u", t->supers[i].vtable);
  return true;
}

const char *ir_verify(const Program *p) {
  Verifier v = {.p = p};
  for (u32 i = 0; i < p->vtables.len; i++)
    if (!check_vtable(&v, &p->vtables.at[i])) return v.fault;
  for (u32 i = 0; i < p->statics.len; i++)
    if (!check_static(&v, &p->statics.at[i])) return v.fault;
  for (v.func = 0; v.func < p->funcs.len; v.func++) {
    v.f = p->funcs.at[v.func];
    v.block = 0;
    if (v.f && !check_function(&v)) return v.fault;
  }
  for (u32 i = 0; i < p->nentries; i++)
    if (p->entries[i].fn >= p->funcs.len || !p->funcs.at[p->entries[i].fn])
      return "an entry is no function";
  if (p->main == NO_FUNC && p->nentries) return NULL;
  if (p->main >= p->funcs.len || !p->funcs.at[p->main]) return "there is no main function";
  return NULL;
}
