/* Retags: a reference, Box or raw pointer comes into being (semantics/borrow-models, section 1).
 * The machine says when and of what; what it means is the aliasing discipline's (engine/alias). */
#include "engine/mach/machine.h"

Prov mach_retag(Machine *m, TypeId ty, Bits meta, Alloc *a, u64 off, u64 n, Prov old,
                RetagMode retag) {
  if (m->join) mach_give_up(m);
  Retag r = {.a = a,
             .off = off,
             .size = n,
             .parent = mach_tag_in(m, old, a),
             .ty = ty,
             .pointee = type_get(m->types, ty)->u.ptr.to,
             .meta = meta,
             .mode = retag};
  if (retag == RETAG_FN_ENTRY) r.no_writable = vec_last(&m->frames).fn->no_writable;
  u32 tag = m->model->aliasing->on_retag(m, &r);
  if (tag == r.parent) return old;
  return (Prov){a->id, tag};
}

Alloc *mach_empty_target(Machine *m, Scalar ptr, u64 *off) {
  if (prov_is_none(ptr.prov) || prov_is_wildcard(ptr.prov)) return NULL;
  Alloc *a = m->numbered.at[ptr.prov.alloc - 1];
  if (!a->live || !alloc_is_data(a)) return NULL;
  Bits o = bits_bin(m, TERM_SUB, 64, ptr.bits, a->base);
  *off = bits_known(o) && o.c <= a->size ? (u64)o.c : 0;
  return a;
}
