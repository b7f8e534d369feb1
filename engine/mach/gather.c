/* Elements of an array at an index that depends on inputs: instead of a path for each element, a
 * value is read as `if the index is 0 then this else if it is 1 then that ..`, and a store changes
 * each element if the index is its own. Only where that is all there is to it: initialised scalars
 * without provenance, in memory of which no aliasing discipline keeps a state. The index is in
 * bounds: the check comes before. */
#include "engine/mach/machine.h"

enum { MAX_ELEMENTS = 1024 };

typedef struct Elements {
  Alloc *a;
  u64 off, n, size; /* of all; of one in bytes */
  TypeId ty;
  Bits index;
} Elements;

/* The allocation and offset of an array or slice that lies in it for certain. */
static bool locate(Machine *m, const PlaceVal *p, u64 bytes, Elements *out) {
  if (p->direct) {
    out->a = p->direct;
    out->off = p->off;
    return p->off + bytes <= p->direct->size;
  }
  if (prov_is_none(p->ptr.prov) || prov_is_wildcard(p->ptr.prov)) return false;
  if (m->model->bounds == BOUNDS_NONE) return false;
  Alloc *a = m->numbered.at[p->ptr.prov.alloc - 1];
  if (!a->live || !alloc_is_data(a)) return false;
  if (m->model->aliasing->on_access && (a->alias || p->ptr.prov.tag != a->root_tag)) return false;
  Bits off = bits_bin(m, TERM_SUB, 64, p->ptr.bits, a->base);
  if (!bits_known(off) || off.c > a->size || bytes > a->size - off.c) return false;
  u64 mask = ((u64)1 << p->based_log2_align) - 1;
  Bits low = bits_bin(m, TERM_AND, 64, p->based_on, bits_const(mask));
  if (!bits_known(low) || low.c) return false;
  out->a = a;
  out->off = (u64)off.c;
  return true;
}

/* The last projection of `place` as elements. */
static bool find(Machine *m, const Place *place, Elements *out) {
  if (!m->x->joins || !place->nproj) return false;
  const Proj *last = &place->proj[place->nproj - 1];
  if (last->kind != PROJ_INDEX) return false;
  PlaceVal at = mach_local(m, last->local);
  Value index = mach_load(m, &at, RETAG_NONE);
  if (bits_known(index.a.bits) || !mach_about_inputs(m, index.a.bits.t)) return false;
  const TypeInfo ti = *mach_type(m, last->ty);
  if (ti.cls != CLASS_SCALAR || ti.has_provenance || m->contracts) return false;
  Place array = *place;
  array.nproj--;
  PlaceVal p = mach_place(m, &array);
  const Type *t = type_get(m->types, p.ty);
  if (t->kind != TY_ARRAY && p.meta.t) return false;
  *out = (Elements){.n = t->kind == TY_ARRAY ? t->u.array.len : (u64)p.meta.c,
                    .size = ti.size,
                    .ty = last->ty,
                    .index = index.a.bits};
  return out->n && out->n <= MAX_ELEMENTS && locate(m, &p, out->n * out->size, out);
}

/* Element k, if it is a valid value for certain. */
static bool element(Machine *m, const Elements *e, u64 k, Bits *out) {
  Scalar s;
  u64 bad;
  if (!bytes_load(m->ts, &e->a->data, e->off + k * e->size, (unsigned)e->size, &s, &bad))
    return false;
  *out = s.bits;
  if (mach_type(m, e->ty)->plain) return true;
  if (type_get(m->types, e->ty)->kind != TY_BOOL) return false;
  Bits ok = bits_compare(m, BIN_LE, 8, false, s.bits, bits_const(1));
  return bits_known(ok) && ok.c;
}

static Bits is_at(Machine *m, const Elements *e, u64 k) {
  return bits_compare(m, BIN_EQ, 64, false, e->index, bits_const(k));
}

static Bits choose(Machine *m, Bits cond, Bits then, Bits otherwise, unsigned width) {
  if (bits_known(cond)) return cond.c ? then : otherwise;
  return bits_of(m->ts, term_ite(m->ts, cond.t, bits_term(m->ts, then, width),
                                 bits_term(m->ts, otherwise, width)));
}

bool mach_gather(Machine *m, const Place *place, Value *out) {
  Elements e;
  if (!find(m, place, &e)) return false;
  Bits all, one;
  if (!element(m, &e, e.n - 1, &all)) return false;
  for (u64 k = e.n - 1; k-- > 0;) {
    if (!element(m, &e, k, &one)) return false;
    all = choose(m, is_at(m, &e, k), one, all, (unsigned)e.size * 8);
  }
  if (m->join) mach_join_access(m, e.a, e.a->root_tag, false);
  *out = value_scalar(e.ty, (Scalar){all, PROV_NONE});
  return true;
}

bool mach_scatter(Machine *m, const Place *place, const Value *v) {
  Elements e;
  if (!find(m, place, &e) || e.a->read_only) return false;
  Bits old;
  for (u64 k = 0; k < e.n; k++)
    if (!element(m, &e, k, &old)) return false;
  if (m->join) mach_join_access(m, e.a, e.a->root_tag, true);
  for (u64 k = 0; k < e.n; k++) {
    element(m, &e, k, &old);
    Bits now = choose(m, is_at(m, &e, k), v->a.bits, old, (unsigned)e.size * 8);
    bytes_store(m->ts, &e.a->data, e.off + k * e.size, (unsigned)e.size, (Scalar){now, PROV_NONE});
  }
  return true;
}
