/* Evaluating places. A place starts in a local and goes on through fields, elements and pointers;
 * the pointer dereferenced last decides which alignment an access needs (Rust Reference: "based on
 * a misaligned pointer"), and field and element steps behind a pointer are in-bounds arithmetic. */
#include "engine/mach/machine.h"

PlaceVal mach_local(Machine *m, LocalId l) {
  const Frame *f = &vec_last(&m->frames);
  Alloc *a = m->locals.at[f->locals + l];
  if (!a) mach_unsupported(m, "internal: use of local _%u, which has no storage", l);
  return (PlaceVal){.ty = f->fn->locals.at[l].ty, .direct = a};
}

PlaceVal mach_place_of_ptr(Machine *m, TypeId pointee, Scalar ptr, Bits meta) {
  return (PlaceVal){.ty = pointee,
                    .ptr = ptr,
                    .meta = meta,
                    .based_on = ptr.bits,
                    .based_log2_align = mach_pointee_align(m, pointee, meta)};
}

/* The pointer stored at p, without judging it as a value, but for a vtable that it needs: places
 * only walk through it. */
static PlaceVal deref(Machine *m, const PlaceVal *p, TypeId pointee) {
  u64 off, bad;
  bool wide = type_is_wide_ptr(m->types, p->ty);
  Alloc *a = mach_access(m, p, wide ? 16 : 8, ACCESS_READ, &off);
  Scalar ptr, word = {0};
  if (!bytes_load(m->ts, &a->data, off, 8, &ptr, &bad) ||
      (wide && !bytes_load(m->ts, &a->data, off + 8, 8, &word, &bad)))
    mach_ub(m, UB_UNINIT, a, "an uninitialised pointer in %s is dereferenced",
            mach_alloc_name(m, a));
  return mach_place_of_ptr(m, pointee, ptr, mach_load_meta(m, p->ty, word));
}

/* p moved on by delta bytes to something of type ty. */
static PlaceVal advance(Machine *m, PlaceVal p, u64 delta, TypeId ty) {
  p.ty = ty;
  if (p.direct)
    p.off += delta;
  else if (delta)
    p.ptr = mach_inbounds(m, p.ptr, bits_const(delta));
  return p;
}

static u64 length_of(Machine *m, const PlaceVal *p) {
  const Type *t = type_get(m->types, p->ty);
  if (t->kind == TY_ARRAY) return t->u.array.len;
  if (p->meta.t) mach_unsupported(m, "a slice whose length is not known");
  return (u64)p->meta.c;
}

static PlaceVal element(Machine *m, PlaceVal p, u64 index, TypeId elem) {
  if (index >= length_of(m, &p))
    mach_ub(m, UB_OUT_OF_BOUNDS, NULL, "element %llu of %llu is out of bounds",
            (unsigned long long)index, (unsigned long long)length_of(m, &p));
  return advance(m, p, index * mach_type(m, elem)->size, elem);
}

static u64 index_value(Machine *m, LocalId l, u64 len) {
  PlaceVal p = mach_local(m, l);
  Value v = mach_load(m, &p, RETAG_NONE);
  return bits_known(v.a.bits) ? (u64)v.a.bits.c
                              : mach_concretise(m, v.a.bits, len ? len - 1 : 0, 1);
}

static PlaceVal project(Machine *m, PlaceVal p, const Proj *pr) {
  switch (pr->kind) {
  case PROJ_DEREF: return deref(m, &p, pr->ty);
  case PROJ_FIELD: {
    const Type *t = type_get(m->types, p.ty);
    mach_type(m, p.ty);
    u64 at =
        t->kind == TY_ARRAY ? 0 : mach_field_offset(m, p.ty, pr->variant, (u32)pr->index, p.meta);
    return advance(m, p, at, pr->ty);
  }
  case PROJ_INDEX: return element(m, p, index_value(m, pr->local, length_of(m, &p)), pr->ty);
  case PROJ_CONST_INDEX:
    return element(m, p, pr->from_end ? length_of(m, &p) - pr->index : pr->index, pr->ty);
  case PROJ_SUBSLICE: {
    u64 len = length_of(m, &p);
    TypeId elem = type_get(m->types, p.ty)->u.array.elem;
    PlaceVal q = advance(m, p, pr->index * mach_type(m, elem)->size, pr->ty);
    q.meta = bits_const(len - pr->index - pr->to);
    return q;
  }
  }
  mach_unsupported(m, "internal: projection");
}

PlaceVal mach_place(Machine *m, const Place *p) {
  PlaceVal v = mach_local(m, p->local);
  for (u32 i = 0; i < p->nproj; i++) v = project(m, v, &p->proj[i]);
  return v;
}

Scalar mach_address_of(Machine *m, const PlaceVal *p) {
  return p->direct ? mach_ptr_to(m, p->direct, p->off) : p->ptr;
}
