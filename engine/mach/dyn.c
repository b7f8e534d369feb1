/* Trait objects: vtables as allocations, and pointers to them as metadata.
 *
 * Every value of a pointer type to a trait object has a proper vtable as its metadata, raw pointers
 * included (Rust Reference, "Behavior considered undefined": invalid metadata). So the metadata is
 * judged once, where bytes become a pointer value, and is the number of the vtable's allocation
 * from then on; in memory it is a pointer with provenance like any other.
 *
 * Rust says nothing about the number of vtables of one type for one trait. Each unsizing coercion
 * of the program has a vtable of its own here, and vtables of equal size may share an address: two
 * pointers made at different places may or may not compare equal, a copy always does. */
#include "engine/mach/machine.h"

enum { VTABLE_HEADER = 3 }; /* words before the methods: drop glue, size, alignment */

static Alloc *make_vtable(Machine *m, VtableId id) {
  const Vtable *v = &m->program->vtables.at[id];
  const TypeInfo ti = *mach_type(m, v->self);
  u64 size = 8 * (u64)(VTABLE_HEADER + v->nmethods);
  Alloc *a = mach_alloc(m, ALLOC_VTABLE, size, 3, NULL, m->span);
  a->born = 0;
  a->fn = id;
  /* Nobody can read these bytes: they say which vtables may be one. */
  u64 words[VTABLE_HEADER] = {v->drop != NO_FUNC, ti.size, (u64)1 << ti.log2_align};
  bytes_fill(&a->data, 0, size, 0);
  for (u32 i = 0; i < VTABLE_HEADER; i++)
    bytes_store(m->ts, &a->data, 8 * i, 8, (Scalar){bits_const(words[i]), PROV_NONE});
  a->read_only = a->mergeable = true;
  mach_number(m, a);
  return a;
}

Bits mach_vtable(Machine *m, VtableId id, const void *site) {
  for (u32 i = 0; i < m->vtables.len; i++) {
    const VtableUse *u = &m->vtables.at[i];
    if (u->site == site && u->alloc->fn == id) return bits_const(u->alloc->id);
  }
  Alloc *a = make_vtable(m, id);
  vec_push(&m->vtables, ((VtableUse){site, a}));
  return bits_const(a->id);
}

static Alloc *vtable_alloc(Machine *m, Bits meta) { return m->numbered.at[(u64)meta.c - 1]; }

const Vtable *mach_vtable_of(Machine *m, Bits meta) {
  return &m->program->vtables.at[vtable_alloc(m, meta)->fn];
}

Bits mach_upcast(Machine *m, Bits meta, TypeId dyn) {
  const Vtable *v = mach_vtable_of(m, meta);
  if (v->dyn == dyn) return meta;
  for (u32 i = 0; i < v->nsupers; i++)
    if (v->supers[i].dyn == dyn) return mach_vtable(m, v->supers[i].vtable, vtable_alloc(m, meta));
  mach_unsupported(m, "internal: a trait object is upcast to a trait that it does not have");
}

/* ---- metadata in memory */

static TypeId pointee_tail(Machine *m, TypeId ptr_ty) {
  return type_tail(m->types, type_get(m->types, ptr_ty)->u.ptr.to);
}

Scalar mach_meta_word(Machine *m, TypeId ptr_ty, Bits meta) {
  if (!mach_type(m, ptr_ty)->is_dyn) return (Scalar){meta, PROV_NONE};
  return mach_ptr_to(m, vtable_alloc(m, meta), 0);
}

/* The vtable that starts where the word points, among those that it may point to: vtables that say
 * syntactically that they are the one come first, and of those the one of the right trait. */
static Alloc *vtable_at(Machine *m, Scalar word, TypeId dyn) {
  bool wildcard = prov_is_wildcard(word.prov), any = m->model->bounds == BOUNDS_NONE;
  for (int pass = 0; pass < 4; pass++)
    for (u32 i = 0; i < m->numbered.len; i++) {
      Alloc *a = m->numbered.at[i];
      if (a->kind != ALLOC_VTABLE) continue;
      if (!any && !wildcard && word.prov.alloc != a->id) continue;
      if (wildcard && !mach_wildcard_allows(m, word.prov, a)) continue;
      bool right = m->program->vtables.at[a->fn].dyn == dyn;
      if (right != (pass == 0 || pass == 2)) continue;
      Bits here = bits_compare(m, BIN_EQ, 64, false, word.bits, a->base);
      if (pass < 2 ? bits_known(here) && here.c : mach_decide(m, here)) return a;
    }
  return NULL;
}

Bits mach_load_meta(Machine *m, TypeId ptr_ty, Scalar word) {
  if (!mach_type(m, ptr_ty)->is_dyn) return word.bits;
  TypeId dyn = pointee_tail(m, ptr_ty);
  Alloc *a = vtable_at(m, word, dyn);
  if (!a)
    mach_ub(m, UB_INVALID_VALUE, NULL,
            "invalid value for type `%s`: its metadata is %s, but it must be a vtable pointer",
            type_str_of(m->types, ptr_ty), mach_ptr_text(m, word));
  if (prov_is_wildcard(word.prov)) mach_wildcard_resolve(m, word.prov, a);
  TypeId have = m->program->vtables.at[a->fn].dyn;
  if (have != dyn)
    mach_ub(m, UB_INVALID_VALUE, NULL,
            "invalid value for type `%s`: its vtable is for `%s`, but one for `%s` is needed",
            type_str_of(m->types, ptr_ty), type_str_of(m->types, have), type_str_of(m->types, dyn));
  return bits_const(a->id);
}

/* ---- coercions */

/* `site` tells the vtables of different coercions apart. */
static Value unsize_pointer(Machine *m, const Value *a, TypeId to, const Rvalue *site) {
  const TypeTable *tt = m->types;
  TypeId to_tail = pointee_tail(m, to);
  TypeId from_tail =
      type_unsized_part(tt, type_get(tt, a->ty)->u.ptr.to, type_get(tt, to)->u.ptr.to);
  const Type *from = type_get(tt, from_tail), *tail = type_get(tt, to_tail);
  if (tail->kind == TY_SLICE && from->kind == TY_ARRAY)
    return value_wide(to, a->a, bits_const(from->u.array.len));
  if (tail->kind != TY_DYN) mach_unsupported(m, "internal: unsizing of this type");
  if (a->cls == CLASS_WIDE) return value_wide(to, a->a, mach_upcast(m, a->meta, to_tail));
  return value_wide(to, a->a, mach_vtable(m, site->vtable, site));
}

/* The value of type `ty` at b+off, for a struct that is known to be valid. */
static Value field_value(Machine *m, TypeId ty, const Bytes *b, u64 off) {
  u64 n = mach_type(m, ty)->size;
  Value raw = value_raw(m, n);
  bytes_copy(raw.bytes, 0, b, off, n);
  raw.ty = ty;
  return type_get(m->types, ty)->kind == TY_PTR ? mach_reinterpret(m, &raw, ty, RETAG_NONE) : raw;
}

/* A struct is unsized field by field: one of them holds the pointer (trait CoerceUnsized). */
Value mach_unsize(Machine *m, const Value *a, TypeId to, const Rvalue *site) {
  const TypeTable *tt = m->types;
  if (type_get(tt, to)->kind == TY_PTR) return unsize_pointer(m, a, to, site);
  if (a->cls != CLASS_AGGREGATE || type_nfields(tt, a->ty, 0) != type_nfields(tt, to, 0))
    mach_unsupported(m, "internal: unsizing of this type");
  Value out = value_bytes(m, to);
  for (u32 i = 0; i < type_nfields(tt, to, 0); i++) {
    TypeId have = type_field(tt, a->ty, 0, i), want = type_field(tt, to, 0, i);
    u64 n = mach_type(m, have)->size, at = type_field_offset(tt, a->ty, 0, i);
    u64 to_at = type_field_offset(tt, to, 0, i);
    if (have == want) {
      bytes_copy(out.bytes, to_at, a->bytes, at, n);
    } else if (n) {
      Value f = field_value(m, have, a->bytes, at);
      Value g = mach_unsize(m, &f, want, site);
      value_put(m, out.bytes, to_at, &g);
    }
  }
  return out;
}

/* ---- calls */

/* Where in a receiver the wide pointer is: a pointer, or a struct of which it is the only part that
 * takes room. */
static TypeId receiver_pointer(Machine *m, TypeId ty, u64 *off) {
  *off = 0;
  for (;;) {
    const Type *t = type_get(m->types, ty);
    if (t->kind == TY_PTR) return ty;
    TypeId inside = 0;
    for (u32 i = 0; i < type_nfields(m->types, ty, 0); i++) {
      TypeId f = type_field(m->types, ty, 0, i);
      if (!mach_type(m, f)->size) continue;
      inside = f;
      *off += type_field_offset(m->types, ty, 0, i);
    }
    if (!inside) mach_unsupported(m, "internal: a receiver without a pointer");
    ty = inside;
  }
}

Value mach_receiver(Machine *m, const Operand *op) {
  if (op->kind == OPERAND_CONST || !mach_type(m, op->place.ty)->is_unsized)
    return mach_operand(m, op, RETAG_NONE);
  PlaceVal p = mach_place(m, &op->place);
  return value_wide(op->place.ty, mach_address_of(m, &p), p.meta);
}

FuncId mach_virtual_callee(Machine *m, u32 method, Value *receiver) {
  u64 off;
  Value ptr = *receiver;
  if (receiver->cls != CLASS_WIDE) {
    TypeId ptr_ty = receiver_pointer(m, receiver->ty, &off);
    ptr = field_value(m, ptr_ty, receiver->bytes, off);
  }
  const Vtable *v = mach_vtable_of(m, ptr.meta);
  FuncId callee = v->methods[method];
  if (callee == NO_FUNC)
    mach_unsupported(m, "internal: call of a method that the vtable does not have");
  const Function *fn = m->program->funcs.at[callee];
  if (fn->locals.len < 2) mach_unsupported(m, "call of foreign function `%s`", fn->name);
  TypeId want = fn->locals.at[1].ty;
  if (type_get(m->types, want)->kind == TY_PTR) {
    *receiver = value_scalar(want, ptr.a);
    return callee;
  }
  u64 at;
  receiver_pointer(m, want, &at);
  *receiver = value_bytes(m, want);
  bytes_store(m->ts, receiver->bytes, at, 8, ptr.a);
  return callee;
}
