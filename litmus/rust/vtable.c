/* Vtables of concrete types, and the functions that stand between a slot and a method: a slot whose
 * method takes `self` by value is given a pointer to it; a function pointer to a trait object's
 * method calls through the vtable. */
#include "litmus/rust/closure.h"
#include "litmus/rust/dyn.h"

/* ---- Fn, FnMut, FnOnce */

bool dyn_fn_kind(const Front *f, TypeId t, FnKind *kind) {
  const Type *ty = type_get(f->tt, t);
  const Def *trait = ty->kind == TY_DYN ? ty->u.dyn.def : NULL;
  if (!trait || !is_fn_trait(f, trait)) return false;
  *kind = trait->name == f->n.fn_      ? FN_KIND_FN
          : trait->name == f->n.fn_mut ? FN_KIND_MUT
                                       : FN_KIND_ONCE;
  return true;
}

bool dyn_fn_sig(Front *f, const Infer *ic, TypeId t, FnSig *out) {
  FnKind kind;
  if (!dyn_fn_kind(f, t, &kind)) return false;
  const Type ty = *type_get(f->tt, t);
  const Type *tuple = type_get(f->tt, infer_shallow(ic, ty.u.dyn.args[0]));
  if (ty.u.dyn.nargs != 2 || tuple->kind != TY_TUPLE) return false;
  *out = (FnSig){.nparams = tuple->u.tuple.n, .params = tuple->u.tuple.at, .ret = ty.u.dyn.args[1]};
  return true;
}

u32 dyn_fn_slot(FnKind kind) { return FN_KIND_ONCE - kind; }

/* ---- what a slot holds */

/* A method that takes `self` by value is given a pointer to it. */
static FuncId by_value_shim(Front *f, TypeId self, TypeId dyn, u32 slot, Span span) {
  const TypeId args[] = {self, dyn, const_arg(f, slot)};
  return request_instance(f, f->vtable_shim, args, 3, span);
}

static FuncId *fn_slots(Front *f, TypeId self, TypeId dyn, u32 n, Span span) {
  FuncId *slots = arena_array(f->arena, FuncId, 3);
  slots[0] = by_value_shim(f, self, dyn, 0, span);
  for (u32 i = 1; i < n; i++)
    slots[i] = callable_instance(f, self, (FnKind)(FN_KIND_ONCE - i), span);
  return slots;
}

static FuncId *method_slots(Front *f, TypeId self, TypeId dyn, u32 n, Span span) {
  TraitMethods methods = {0};
  dyn_methods(f, dyn, self, &methods);
  if (methods.len != n)
    front_fail(f, DIAG_UNSUPPORTED, span, "a vtable of `%s` for `%s` is not supported yet",
               type_show(f, NULL, dyn), type_show(f, NULL, self));
  FuncId *slots = arena_array(f->arena, FuncId, n + 1);
  for (u32 i = 0; i < n; i++) {
    const TraitMethod *m = &methods.at[i];
    slots[i] = m->fn->item->self_kind == AST_SELF_VALUE
                   ? by_value_shim(f, self, dyn, i, span)
                   : request_instance(f, m->fn, m->ref.args, m->fn->ngens, span);
  }
  return slots;
}

static VtableId find_vtable(const Front *f, TypeId self, TypeId dyn) {
  for (u32 i = 0; i < f->prog->vtables.len; i++)
    if (f->prog->vtables.at[i].self == self && f->prog->vtables.at[i].dyn == dyn) return i;
  return NO_VTABLE;
}

static VtableId request_vtable(Front *f, TypeId self, TypeId dyn, Span span) {
  VtableId known = find_vtable(f, self, dyn);
  if (known != NO_VTABLE) return known;
  define_type(f, self, span);
  define_type(f, dyn, span);
  u32 n = type_get(f->tt, dyn)->u.dyn.info->nmethods;
  FnKind kind;
  FuncId *slots = dyn_fn_kind(f, dyn, &kind) ? fn_slots(f, self, dyn, n, span)
                                             : method_slots(f, self, dyn, n, span);
  Vtable v = {.self = self, .dyn = dyn, .nmethods = n, .methods = slots};
  v.drop = type_needs_drop(f->tt, self) ? lower_drop_glue(&f->lower, self) : NO_FUNC;
  VtableId id = program_add_vtable(f->prog, v);
  (void)link_upcasts(f); /* constants may need them before the queue is done */
  return id;
}

/* ---- upcasts */

static bool is_linked(const Vtable *v, TypeId to) {
  for (u32 i = 0; i < v->nsupers; i++)
    if (v->supers[i].dyn == to) return true;
  return false;
}

/* The vtables of `from` that there are get one of `to` to be upcast to. */
static bool link_upcast(Front *f, const DynUpcast *up) {
  bool any = false;
  for (u32 i = 0; i < f->prog->vtables.len; i++) {
    if (f->prog->vtables.at[i].dyn != up->from || is_linked(&f->prog->vtables.at[i], up->to))
      continue;
    VtableSuper super = {up->to, request_vtable(f, f->prog->vtables.at[i].self, up->to, up->span)};
    Vtable *v = &f->prog->vtables.at[i]; /* the list may have moved, and grown by this very link */
    if (is_linked(v, up->to)) continue;
    VtableSuper *supers = arena_array(f->arena, VtableSuper, v->nsupers + 1);
    for (u32 k = 0; k < v->nsupers; k++) supers[k] = v->supers[k];
    supers[v->nsupers++] = super;
    v->supers = supers;
    any = true;
  }
  return any;
}

bool link_upcasts(Front *f) {
  bool any = false;
  for (u32 i = 0; i < f->upcasts.len; i++) {
    DynUpcast up = f->upcasts.at[i];
    any |= link_upcast(f, &up);
  }
  return any;
}

static void add_upcast(Front *f, TypeId from, TypeId to, Span span) {
  for (u32 i = 0; i < f->upcasts.len; i++)
    if (f->upcasts.at[i].from == from && f->upcasts.at[i].to == to) return;
  DynUpcast up = {from, to, span};
  alist_push(f->arena, &f->upcasts, up);
  (void)link_upcast(f, &up);
}

VtableId unsizing_vtable(Front *f, TypeId from, TypeId to, Span span) {
  TypeTable *tt = f->tt;
  define_type(f, from, span);
  define_type(f, to, span);
  TypeId a = type_receiver_ptr(tt, from), b = type_receiver_ptr(tt, to);
  if (!a || !b || !type_is_dyn_ptr(tt, b)) return NO_VTABLE;
  a = type_unsized_part(tt, type_get(tt, a)->u.ptr.to, type_get(tt, b)->u.ptr.to);
  b = type_tail(tt, type_get(tt, b)->u.ptr.to);
  if (type_get(tt, a)->kind != TY_DYN) return request_vtable(f, a, b, span);
  if (a != b) add_upcast(f, a, b, span);
  return NO_VTABLE;
}

/* ---- shims */

typedef struct Shim {
  Infer ic;
  FnSig sig;
  ThirPat **params;
  TypeId *tys;
  Thir *call;
} Shim;

/* Parameters of the signature, the first of type `self`, all passed on to a call. */
static void shim_init(Shim *s, Front *f, Instance *inst, TypeId self) {
  Infer *ic = &s->ic;
  u32 n = s->sig.nparams;
  s->params = arena_array(f->arena, ThirPat *, n + 1);
  s->tys = arena_array(f->arena, TypeId, n + 1);
  s->call = node_new(ic, THIR_CALL, inst->span, s->sig.ret);
  s->call->args = arena_array(f->arena, Thir *, n + 1);
  s->call->nargs = n;
  for (u32 i = 0; i < n; i++) {
    s->tys[i] = i ? s->sig.params[i] : self;
    VarId v = var_new(ic, i ? 0 : f->n.self_value, s->tys[i], inst->span, true);
    s->params[i] = pat_bind(ic, inst->span, s->tys[i], v);
    s->call->args[i] = node_var(ic, v, inst->span);
  }
}

static ThirBody *shim_body(Shim *s, Instance *inst) {
  ThirBody *b = writeback(&s->ic, s->call, s->params, s->tys, s->sig.nparams);
  b->ret = s->sig.ret;
  b->span = inst->span;
  b->is_shim = true;
  return b;
}

/* args: [T, dyn Trait, slot]. fn(self: *mut T, ..) { method(self.read(), ..) } */
static ThirBody *by_value_body(Front *f, Instance *inst) {
  Shim s = {0};
  u64 slot = 0;
  TypeId self = inst->args[0], dyn = inst->args[1];
  is_const_arg(f, inst->args[2], &slot);
  infer_init(&s.ic, f, inst->def, NULL);
  s.ic.is_prelude = true;
  s.sig = type_get(f->tt, dyn)->u.dyn.info->methods[slot].sig;
  shim_init(&s, f, inst, type_ptr(f->tt, PTR_RAW_MUT, self));
  Thir *read = node_new(&s.ic, THIR_INTRINSIC, inst->span, self);
  read->intrinsic = INTR_READ;
  read->ntypes = 1;
  read->types[0] = self;
  read->nargs = 1;
  read->args = arena_array(f->arena, Thir *, 1);
  TypeId ptr = type_ptr(f->tt, PTR_RAW_CONST, self);
  read->args[0] = node_cast(&s.ic, s.call->args[0], CAST_PTR, ptr);
  s.call->args[0] = read;
  FnKind kind;
  if (dyn_fn_kind(f, dyn, &kind)) {
    s.call->callee = callable_instance(f, self, FN_KIND_ONCE, inst->span);
  } else {
    TraitMethods methods = {0};
    dyn_methods(f, dyn, self, &methods);
    Pending p = {s.call, methods.at[slot].fn, methods.at[slot].ref.args};
    alist_push(f->arena, &s.ic.pending, p);
  }
  return shim_body(&s, inst);
}

/* args: [slot, dyn Trait]. fn(self: &dyn Trait, ..) { self.method(..) } */
static ThirBody *virtual_body(Front *f, Instance *inst) {
  Shim s = {0};
  u64 slot = 0;
  is_const_arg(f, inst->args[0], &slot);
  infer_init(&s.ic, f, inst->def, NULL);
  s.ic.is_prelude = true;
  s.sig = type_get(f->tt, inst->args[1])->u.dyn.info->methods[slot].sig;
  shim_init(&s, f, inst, s.sig.params[0]);
  s.call->is_virtual = true;
  s.call->method = (u32)slot;
  return shim_body(&s, inst);
}

FuncId virtual_shim(Front *f, TypeId dyn, u32 slot, Span span) {
  const TypeId args[] = {const_arg(f, slot), dyn};
  define_type(f, dyn, span);
  return request_instance(f, f->vtable_shim, args, 2, span);
}

ThirBody *vtable_shim_body(Front *f, Instance *inst) {
  return inst->nargs == 2 ? virtual_body(f, inst) : by_value_body(f, inst);
}

const char *vtable_shim_name(Front *f, const Instance *inst) {
  u64 slot = 0;
  bool is_virtual = inst->nargs == 2;
  is_const_arg(f, inst->args[is_virtual ? 0 : 2], &slot);
  const char *method = type_get(f->tt, inst->args[1])->u.dyn.info->methods[slot].name;
  return is_virtual ? method
                    : arena_printf(f->arena, "%s of %s", method, type_show(f, NULL, inst->args[0]));
}
