/* What a pointer points to when its type does not say it all: sizes, alignments and offsets that
 * depend on the metadata. */
#include "engine/mach/machine.h"

static u64 align_up(u64 n, u64 align) { return (n + align - 1) / align * align; }

/* Size (UINT64_MAX: more than isize::MAX) and alignment of an unsized value. */
typedef struct Extent {
  u64 size;
  u8 log2_align;
} Extent;

static Extent extent_of(Machine *m, TypeId ty, Bits meta);

/* Where the last field of a struct begins, given the alignment of its value. */
static u64 tail_offset(Machine *m, TypeId ty, Extent tail) {
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  u64 align = (u64)1 << tail.log2_align;
  if (info->repr_packed && info->repr_packed < align) align = info->repr_packed;
  u32 last = type_nfields(m->types, ty, 0) - 1;
  return align_up(type_field_offset(m->types, ty, 0, last), align);
}

static Extent struct_extent(Machine *m, TypeId ty, Bits meta) {
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  Extent known = {.log2_align = mach_type(m, ty)->log2_align};
  Extent tail = extent_of(m, type_field(m->types, ty, 0, type_nfields(m->types, ty, 0) - 1), meta);
  if (tail.size == UINT64_MAX) return tail;
  u64 end = tail_offset(m, ty, tail) + tail.size;
  u8 tail_align = tail.log2_align;
  if (info->repr_packed && ((u64)1 << tail_align) > info->repr_packed)
    tail_align = align_log2(info->repr_packed);
  if (tail_align > known.log2_align) known.log2_align = tail_align;
  known.size = align_up(end, (u64)1 << known.log2_align);
  if (known.size > INT64_MAX) known.size = UINT64_MAX;
  return known;
}

static Extent extent_of(Machine *m, TypeId ty, Bits meta) {
  const Type *t = type_get(m->types, ty);
  switch (t->kind) {
  case TY_STR:
  case TY_SLICE: {
    if (meta.t) mach_unsupported(m, "a slice whose length is not known");
    const TypeInfo *elem = t->kind == TY_SLICE ? mach_type(m, t->u.array.elem) : NULL;
    u128 total = (u128)(elem ? elem->size : 1) * (u64)meta.c;
    return (Extent){total > INT64_MAX ? UINT64_MAX : (u64)total, elem ? elem->log2_align : 0};
  }
  case TY_DYN: {
    const TypeInfo *self = mach_type(m, mach_vtable_of(m, meta)->self);
    return (Extent){self->size, self->log2_align};
  }
  default: return struct_extent(m, ty, meta);
  }
}

u64 mach_pointee_size(Machine *m, TypeId pointee, Bits meta) {
  const TypeInfo *ti = mach_type(m, pointee);
  return ti->is_unsized ? extent_of(m, pointee, meta).size : ti->size;
}

u8 mach_pointee_align(Machine *m, TypeId pointee, Bits meta) {
  const TypeInfo *ti = mach_type(m, pointee);
  if (!ti->is_unsized) return ti->log2_align;
  /* Only a trait object's metadata has a say. */
  const Type *t = type_get(m->types, pointee);
  if (t->kind == TY_SLICE || t->kind == TY_STR) meta = bits_const(0);
  return extent_of(m, pointee, meta).log2_align;
}

u64 mach_field_offset(Machine *m, TypeId ty, u32 variant, u32 field, Bits meta) {
  const TypeInfo *ti = mach_type(m, ty);
  u64 at = type_field_offset(m->types, ty, variant, field);
  if (!ti->is_unsized || field + 1 != type_nfields(m->types, ty, 0)) return at;
  if (type_get(m->types, type_tail(m->types, ty))->kind != TY_DYN) return at;
  return tail_offset(m, ty, extent_of(m, type_field(m->types, ty, 0, field), meta));
}

TypeId mach_dynamic_type(Machine *m, TypeId ty, Bits meta) {
  return type_get(m->types, ty)->kind == TY_DYN ? mach_vtable_of(m, meta)->self : ty;
}

/* One of the first n fields of a struct. */
static bool is_in_cell_of_fields(Machine *m, TypeId ty, u32 n, u64 off) {
  for (u32 i = 0; i < n; i++) {
    TypeId f = type_field(m->types, ty, 0, i);
    u64 at = type_field_offset(m->types, ty, 0, i);
    if (off >= at && off - at < mach_type(m, f)->size)
      return type_is_in_cell(m->types, f, off - at);
  }
  return false; /* padding */
}

/* Structs are walked to the trait object at their end. */
bool mach_is_in_cell(Machine *m, TypeId ty, Bits meta, u64 off) {
  for (;;) {
    ty = mach_dynamic_type(m, ty, meta);
    if (!mach_type(m, ty)->is_unsized || type_get(m->types, ty)->kind != TY_ADT) break;
    if (type_get(m->types, ty)->u.adt.info->is_unsafe_cell) return true;
    u32 last = type_nfields(m->types, ty, 0) - 1;
    u64 at = mach_field_offset(m, ty, 0, last, meta);
    if (off < at) return is_in_cell_of_fields(m, ty, last, off);
    off -= at;
    ty = type_field(m->types, ty, 0, last);
  }
  return type_is_in_cell(m->types, ty, off);
}

/* Only the end of a struct can depend on the trait object behind it. */
bool mach_is_freeze(Machine *m, TypeId ty, Bits meta) {
  if (type_is_freeze(m->types, ty)) return true;
  for (;;) {
    ty = mach_dynamic_type(m, ty, meta);
    if (!mach_type(m, ty)->is_unsized || type_get(m->types, ty)->kind != TY_ADT) break;
    if (type_get(m->types, ty)->u.adt.info->is_unsafe_cell) return false;
    u32 last = type_nfields(m->types, ty, 0) - 1;
    for (u32 i = 0; i < last; i++)
      if (!type_is_freeze(m->types, type_field(m->types, ty, 0, i))) return false;
    ty = type_field(m->types, ty, 0, last);
  }
  return type_is_freeze(m->types, ty);
}
