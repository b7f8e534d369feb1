/* The table of types. A type is a node in a hash-consed graph: making the same type twice gives the
 * same handle, so that type equality is `==` everywhere else. Structs, enums and unions are told
 * apart by the front end's definition and their arguments; their contents arrive later through
 * type_define_adt, which is how a type may refer to itself through a pointer. */
#include "engine/ir/type_internal.h"

#include <string.h>

/* ---- hashing and equality of nodes */

static u64 mix(u64 h, u64 v) {
  h ^= v + 0x9e3779b97f4a7c15ull + (h << 6) + (h >> 2);
  return h * 0xff51afd7ed558ccdull;
}

static u64 mix_list(u64 h, const TypeId *at, u32 n) {
  h = mix(h, n);
  for (u32 i = 0; i < n; i++) h = mix(h, at[i]);
  return h;
}

static u64 hash_type(const Type *t) {
  u64 h = mix(1469598103934665603ull, t->kind);
  switch (t->kind) {
  case TY_INT:
    return mix(h, t->u.integer.bits * 4u + t->u.integer.is_signed * 2u + t->u.integer.is_size);
  case TY_FLOAT: return mix(h, t->u.floating.bits);
  case TY_TUPLE: return mix_list(h, t->u.tuple.at, t->u.tuple.n);
  case TY_ARRAY:
  case TY_SLICE: return mix(mix(h, t->u.array.elem), t->u.array.len);
  case TY_PTR: return mix(mix(h, t->u.ptr.kind), t->u.ptr.to);
  case TY_ADT: return mix_list(mix(h, (u64)(uintptr_t)t->u.adt.def), t->u.adt.args, t->u.adt.nargs);
  case TY_DYN: return mix_list(mix(h, (u64)(uintptr_t)t->u.dyn.def), t->u.dyn.args, t->u.dyn.nargs);
  case TY_FNDEF:
    return mix_list(mix(h, (u64)(uintptr_t)t->u.fndef.def), t->u.fndef.args, t->u.fndef.nargs);
  case TY_FNPTR:
    h = mix(mix(h, t->u.fnptr.ret), t->u.fnptr.is_unsafe * 2u + t->u.fnptr.is_extern_c);
    return mix_list(h, t->u.fnptr.params, t->u.fnptr.nparams);
  case TY_OPAQUE:
    h = mix(mix(mix(h, t->u.opaque.kind), (u64)(uintptr_t)t->u.opaque.def), t->u.opaque.hidden);
    return mix_list(h, t->u.opaque.args, t->u.opaque.nargs);
  case TY_INFER: return mix(h, t->u.var.index);
  default: return h;
  }
}

static bool same_list(const TypeId *a, u32 na, const TypeId *b, u32 nb) {
  return na == nb && (na == 0 || memcmp(a, b, na * sizeof *a) == 0);
}

static bool same_type(const Type *a, const Type *b) {
  if (a->kind != b->kind) return false;
  switch (a->kind) {
  case TY_INT:
    return a->u.integer.bits == b->u.integer.bits &&
           a->u.integer.is_signed == b->u.integer.is_signed &&
           a->u.integer.is_size == b->u.integer.is_size;
  case TY_FLOAT: return a->u.floating.bits == b->u.floating.bits;
  case TY_TUPLE: return same_list(a->u.tuple.at, a->u.tuple.n, b->u.tuple.at, b->u.tuple.n);
  case TY_ARRAY:
  case TY_SLICE: return a->u.array.elem == b->u.array.elem && a->u.array.len == b->u.array.len;
  case TY_PTR: return a->u.ptr.kind == b->u.ptr.kind && a->u.ptr.to == b->u.ptr.to;
  case TY_ADT:
    return a->u.adt.def == b->u.adt.def &&
           same_list(a->u.adt.args, a->u.adt.nargs, b->u.adt.args, b->u.adt.nargs);
  case TY_DYN:
    return a->u.dyn.def == b->u.dyn.def &&
           same_list(a->u.dyn.args, a->u.dyn.nargs, b->u.dyn.args, b->u.dyn.nargs);
  case TY_FNDEF:
    return a->u.fndef.def == b->u.fndef.def &&
           same_list(a->u.fndef.args, a->u.fndef.nargs, b->u.fndef.args, b->u.fndef.nargs);
  case TY_FNPTR:
    return a->u.fnptr.ret == b->u.fnptr.ret && a->u.fnptr.is_unsafe == b->u.fnptr.is_unsafe &&
           a->u.fnptr.is_extern_c == b->u.fnptr.is_extern_c &&
           same_list(a->u.fnptr.params, a->u.fnptr.nparams, b->u.fnptr.params, b->u.fnptr.nparams);
  case TY_OPAQUE:
    return a->u.opaque.kind == b->u.opaque.kind && a->u.opaque.def == b->u.opaque.def &&
           a->u.opaque.hidden == b->u.opaque.hidden &&
           same_list(a->u.opaque.args, a->u.opaque.nargs, b->u.opaque.args, b->u.opaque.nargs);
  case TY_INFER: return a->u.var.index == b->u.var.index;
  default: return true;
  }
}

/* ---- the table */

/* The lists inside a node are the caller's until the node turns out to be new. */
static void own_lists(TypeTable *tt, Type *t) {
  Arena *a = tt->arena;
  switch (t->kind) {
  case TY_TUPLE:
    t->u.tuple.at = arena_copy(a, t->u.tuple.at, t->u.tuple.n * sizeof(TypeId));
    t->u.tuple.offsets = arena_array(a, u64, t->u.tuple.n);
    break;
  case TY_ADT: t->u.adt.args = arena_copy(a, t->u.adt.args, t->u.adt.nargs * sizeof(TypeId)); break;
  case TY_DYN: t->u.dyn.args = arena_copy(a, t->u.dyn.args, t->u.dyn.nargs * sizeof(TypeId)); break;
  case TY_FNDEF:
    t->u.fndef.args = arena_copy(a, t->u.fndef.args, t->u.fndef.nargs * sizeof(TypeId));
    break;
  case TY_OPAQUE:
    t->u.opaque.args = arena_copy(a, t->u.opaque.args, t->u.opaque.nargs * sizeof(TypeId));
    break;
  case TY_FNPTR:
    t->u.fnptr.params = arena_copy(a, t->u.fnptr.params, t->u.fnptr.nparams * sizeof(TypeId));
    break;
  default: break;
  }
}

static void grow_slots(TypeTable *tt) {
  u32 nslots = tt->nslots ? tt->nslots * 2 : 256;
  TypeId *slots = arena_array(tt->arena, TypeId, nslots);
  for (u32 i = 1; i < tt->len; i++) {
    u32 s = (u32)tt->at[i]->hash & (nslots - 1);
    while (slots[s]) s = (s + 1) & (nslots - 1);
    slots[s] = i;
  }
  tt->slots = slots;
  tt->nslots = nslots;
}

static TypeId add_entry(TypeTable *tt, const Type *t, u64 hash) {
  if (tt->len == tt->cap) {
    u32 cap = tt->cap ? tt->cap * 2 : 128;
    TypeEntry **at = arena_array(tt->arena, TypeEntry *, cap);
    if (tt->len) memcpy(at, tt->at, tt->len * sizeof *at);
    tt->at = at;
    tt->cap = cap;
  }
  TypeEntry *e = arena_new(tt->arena, TypeEntry);
  e->type = *t;
  e->hash = hash;
  own_lists(tt, &e->type);
  tt->at[tt->len] = e;
  return tt->len++;
}

static TypeId cons(TypeTable *tt, const Type *t) {
  u64 hash = hash_type(t);
  if ((tt->len + 1) * 2 > tt->nslots) grow_slots(tt);
  u32 s = (u32)hash & (tt->nslots - 1);
  for (; tt->slots[s]; s = (s + 1) & (tt->nslots - 1)) {
    const TypeEntry *e = tt->at[tt->slots[s]];
    if (e->hash == hash && same_type(&e->type, t)) return tt->slots[s];
  }
  return tt->slots[s] = add_entry(tt, t, hash);
}

static TypeId cons_kind(TypeTable *tt, TypeKind kind) { return cons(tt, &(Type){.kind = kind}); }

static TypeId cons_int(TypeTable *tt, unsigned bits, bool is_signed, bool is_size) {
  return cons(tt,
              &(Type){.kind = TY_INT,
                      .u.integer = {.bits = (u8)bits, .is_signed = is_signed, .is_size = is_size}});
}

TypeTable *types_create(Arena *arena) {
  TypeTable *tt = arena_new(arena, TypeTable);
  tt->arena = arena;
  add_entry(tt, &(Type){.kind = TY_NONE}, 0);
  tt->t_isize = cons_int(tt, 64, true, true);
  tt->t_usize = cons_int(tt, 64, false, true);
  tt->t_u8 = cons_int(tt, 8, false, false);
  return tt;
}

TypeEntry *type_entry(const TypeTable *tt, TypeId t) { return tt->at[t < tt->len ? t : 0]; }
const Type *type_get(const TypeTable *tt, TypeId t) { return &type_entry(tt, t)->type; }
u32 types_count(const TypeTable *tt) { return tt->len; }

/* ---- constructors */

TypeId type_int(TypeTable *tt, unsigned bits, bool is_signed) {
  return cons_int(tt, bits, is_signed, false);
}
TypeId type_usize(TypeTable *tt) { return tt->t_usize; }
TypeId type_isize(TypeTable *tt) { return tt->t_isize; }
TypeId type_float(TypeTable *tt, unsigned bits) {
  return cons(tt, &(Type){.kind = TY_FLOAT, .u.floating.bits = (u8)bits});
}
TypeId type_bool(TypeTable *tt) { return cons_kind(tt, TY_BOOL); }
TypeId type_char(TypeTable *tt) { return cons_kind(tt, TY_CHAR); }
TypeId type_never(TypeTable *tt) { return cons_kind(tt, TY_NEVER); }
TypeId type_str(TypeTable *tt) { return cons_kind(tt, TY_STR); }
TypeId type_unit(TypeTable *tt) { return cons_kind(tt, TY_TUPLE); }

TypeId type_tuple(TypeTable *tt, const TypeId *elems, u32 n) {
  return cons(tt, &(Type){.kind = TY_TUPLE, .u.tuple = {.n = n, .at = elems}});
}
TypeId type_array(TypeTable *tt, TypeId elem, u64 len) {
  return cons(tt, &(Type){.kind = TY_ARRAY, .u.array = {.elem = elem, .len = len}});
}
TypeId type_slice(TypeTable *tt, TypeId elem) {
  return cons(tt, &(Type){.kind = TY_SLICE, .u.array = {.elem = elem}});
}
TypeId type_ptr(TypeTable *tt, PtrKind kind, TypeId to) {
  return cons(tt, &(Type){.kind = TY_PTR, .u.ptr = {.kind = kind, .to = to}});
}
TypeId type_adt(TypeTable *tt, const void *def, const TypeId *args, u32 nargs) {
  return cons(tt, &(Type){.kind = TY_ADT, .u.adt = {.def = def, .nargs = nargs, .args = args}});
}
TypeId type_dyn(TypeTable *tt, const void *def, const TypeId *args, u32 nargs) {
  return cons(tt, &(Type){.kind = TY_DYN, .u.dyn = {.def = def, .nargs = nargs, .args = args}});
}
TypeId type_fnptr(TypeTable *tt, FnSig sig) {
  return cons(tt, &(Type){.kind = TY_FNPTR, .u.fnptr = sig});
}
TypeId type_fndef(TypeTable *tt, const void *def, const TypeId *args, u32 nargs) {
  return cons(tt, &(Type){.kind = TY_FNDEF, .u.fndef = {.def = def, .nargs = nargs, .args = args}});
}
TypeId type_opaque(TypeTable *tt, OpaqueKind kind, const void *def, const TypeId *args, u32 nargs,
                   TypeId hidden) {
  Type t = {.kind = TY_OPAQUE};
  t.u.opaque.kind = kind;
  t.u.opaque.def = def;
  t.u.opaque.args = args;
  t.u.opaque.nargs = nargs;
  t.u.opaque.hidden = hidden;
  return cons(tt, &t);
}
TypeId type_infer(TypeTable *tt, u32 index) {
  return cons(tt, &(Type){.kind = TY_INFER, .u.var.index = index});
}

void type_define_adt(TypeTable *tt, TypeId adt, AdtInfo *info) {
  Type *t = &type_entry(tt, adt)->type;
  if (t->kind == TY_ADT) t->u.adt.info = info;
}

void type_define_dyn(TypeTable *tt, TypeId dyn, DynInfo *info) {
  Type *t = &type_entry(tt, dyn)->type;
  if (t->kind == TY_DYN) t->u.dyn.info = info;
}
