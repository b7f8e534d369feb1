/* Typed values: loading checks that the bytes are a value of the type, copying drops padding and
 * provenance of integers, references are validated and retagged (Rust Reference, "Behavior
 * considered undefined", invalid values). */
#include "engine/mach/machine.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/ir/type.h"

static TypeClass classify(const TypeTable *tt, TypeId id, u64 size) {
  const Type *t = type_get(tt, id);
  switch (t->kind) {
  case TY_NEVER: return CLASS_NEVER;
  case TY_INT:
  case TY_FLOAT:
  case TY_BOOL:
  case TY_CHAR:
  case TY_FNPTR: return CLASS_SCALAR;
  case TY_PTR: return type_is_wide_ptr(tt, id) ? CLASS_WIDE : CLASS_SCALAR;
  default:
    if (type_is_uninhabited(tt, id)) return CLASS_NEVER;
    return size ? CLASS_AGGREGATE : CLASS_ZST;
  }
}

static TypeInfo type_info(Machine *m, TypeId id) {
  const char *why = type_layout(m->types, id);
  if (why) mach_unsupported(m, "%s", why);
  const Type *t = type_get(m->types, id);
  TypeInfo ti = {.size = type_size(m->types, id),
                 .log2_align = align_log2(type_align(m->types, id))};
  ti.is_unsized = !type_is_sized(m->types, id);
  ti.cls = ti.is_unsized ? CLASS_AGGREGATE : classify(m->types, id, ti.size);
  ti.is_dyn = ti.cls == CLASS_WIDE && type_is_dyn_ptr(m->types, id);
  ti.plain = t->kind == TY_INT || t->kind == TY_FLOAT;
  ti.is_float = t->kind == TY_FLOAT;
  ti.is_signed = t->kind == TY_INT && t->u.integer.is_signed;
  ti.has_provenance = t->kind == TY_PTR || t->kind == TY_FNPTR;
  ti.checked = t->kind == TY_BOOL || t->kind == TY_CHAR || t->kind == TY_FNPTR ||
               (t->kind == TY_PTR && !ptr_is_raw(t->u.ptr.kind));
  return ti;
}

const TypeInfo *mach_type(Machine *m, TypeId id) {
  if (id >= m->ntype_info) {
    u32 old = m->ntype_info, cap = old;
    u32 need = types_count(m->types) + 1;
    m->type_info = vec_grow(m->type_info, &cap, need > id ? need : id + 1, sizeof *m->type_info);
    memset(m->type_info + old, 0, (cap - old) * sizeof *m->type_info);
    m->ntype_info = cap;
  }
  TypeInfo *ti = &m->type_info[id];
  if (ti->cls == CLASS_UNKNOWN) {
    TypeInfo fresh = type_info(m, id);
    ti = &m->type_info[id];
    *ti = fresh;
  }
  return ti;
}

/* ---- making values */

Value value_scalar(TypeId ty, Scalar s) { return (Value){.ty = ty, .cls = CLASS_SCALAR, .a = s}; }
Value value_int(TypeId ty, u128 c) { return value_scalar(ty, (Scalar){bits_const(c), PROV_NONE}); }
Value value_zst(TypeId ty) { return (Value){.ty = ty, .cls = CLASS_ZST}; }
Value value_wide(TypeId ty, Scalar a, Bits meta) {
  return (Value){.ty = ty, .cls = CLASS_WIDE, .a = a, .meta = meta};
}

Value value_raw(Machine *m, u64 n) {
  if (m->scratch_used == m->scratch.len) {
    Bytes *b = memory_alloc_zeroed(1, sizeof *b);
    bytes_init(b, n);
    vec_push(&m->scratch, b);
  }
  Bytes *b = m->scratch.at[m->scratch_used++];
  if (b->n < n) {
    bytes_free(b);
    bytes_init(b, n);
  }
  bytes_set_uninit(b, 0, n);
  return (Value){.cls = CLASS_AGGREGATE, .bytes = b};
}

Value value_bytes(Machine *m, TypeId ty) {
  Value v = value_raw(m, mach_type(m, ty)->size);
  v.ty = ty;
  return v;
}

void value_put(Machine *m, Bytes *b, u64 off, const Value *v) {
  const TypeInfo *ti = mach_type(m, v->ty);
  switch (v->cls) {
  case CLASS_SCALAR: bytes_store(m->ts, b, off, (unsigned)ti->size, v->a); break;
  case CLASS_WIDE:
    bytes_store(m->ts, b, off, 8, v->a);
    bytes_store(m->ts, b, off + 8, 8, mach_meta_word(m, v->ty, v->meta));
    break;
  case CLASS_AGGREGATE: bytes_copy(b, off, v->bytes, 0, ti->size); break;
  default: break;
  }
}

/* ---- validity */

static const char *type_text(Machine *m, TypeId t) { return type_str_of(m->types, t); }

Scalar mach_new_ref(Machine *m, TypeId ty, Scalar ptr, Bits meta, RetagMode retag) {
  const Type *t = type_get(m->types, ty);
  const char *what = t->u.ptr.kind == PTR_BOX ? "Box" : "reference";
  TypeId pointee = t->u.ptr.to;
  u64 n = mach_pointee_size(m, pointee, meta);
  u8 log2_align = mach_pointee_align(m, pointee, meta);
  if (n == UINT64_MAX)
    mach_ub(m, UB_INVALID_REFERENCE, NULL, "a %s to more than isize::MAX bytes", what);
  if (bits_known(ptr.bits)
          ? ptr.bits.c == 0
          : mach_decide(m, bits_compare(m, BIN_EQ, 64, false, ptr.bits, bits_const(0))))
    mach_ub(m, UB_INVALID_REFERENCE, NULL, "a null %s of type `%s`", what, type_text(m, ty));
  if (log2_align) {
    Bits low = bits_bin(m, TERM_AND, 64, ptr.bits, bits_const(((u64)1 << log2_align) - 1));
    if (!mach_decide(m, bits_compare(m, BIN_EQ, 64, false, low, bits_const(0))))
      mach_ub(m, UB_INVALID_REFERENCE, NULL,
              "a misaligned %s of type `%s`: address %s, alignment %u is needed", what,
              type_text(m, ty), mach_bits_text(m, ptr.bits, 64), 1u << log2_align);
  }
  if (type_is_sized(m->types, pointee) && type_is_uninhabited(m->types, pointee))
    mach_ub(m, UB_INVALID_REFERENCE, NULL, "a %s of type `%s`, whose target has no values", what,
            type_text(m, ty));
  if (retag == RETAG_MAYBE_DANGLING) return ptr;
  u64 off = 0;
  Alloc *a = n ? mach_resolve(m, ptr, n, ACCESS_REFERENCE, &off) : mach_empty_target(m, ptr, &off);
  if (a && m->model->aliasing->on_retag && retag != RETAG_NONE)
    ptr.prov = mach_retag(m, ty, meta, a, off, n, ptr.prov, retag);
  return ptr;
}

static void check_bool(Machine *m, Bits b) {
  if (mach_decide(m, bits_compare(m, BIN_LE, 8, false, b, bits_const(1)))) return;
  mach_ub(m, UB_INVALID_VALUE, NULL, "invalid value for type `bool`: 0x%s, but it must be 0 or 1",
          bits_known(b) ? arena_printf(m->arena, "%02x", (unsigned)b.c) : mach_bits_text(m, b, 8));
}

static void check_char(Machine *m, Bits b) {
  Bits low = bits_compare(m, BIN_LT, 32, false, b, bits_const(0xD800));
  Bits from = bits_compare(m, BIN_GT, 32, false, b, bits_const(0xDFFF));
  Bits to = bits_compare(m, BIN_LE, 32, false, b, bits_const(0x10FFFF));
  Bits ok = bits_bin(m, TERM_OR, 1, low, bits_bin(m, TERM_AND, 1, from, to));
  if (!mach_decide(m, ok))
    mach_ub(m, UB_INVALID_VALUE, NULL,
            "invalid value for type `char`: %s is not a Unicode scalar value",
            bits_known(b) ? arena_printf(m->arena, "0x%x", (unsigned)b.c)
                          : mach_bits_text(m, b, 32));
}

/* The one field has been found valid: it is initialised. */
static void check_not_zero(Machine *m, TypeId ty, const Bytes *b, u64 off) {
  Scalar s;
  u64 bad;
  unsigned n = (unsigned)mach_type(m, ty)->size;
  if (type_is_wide_ptr(m->types, type_field(m->types, ty, 0, 0))) n = 8; /* the address */
  if (n > 16 || !bytes_load(m->ts, b, off, n, &s, &bad)) return;
  if (mach_decide(m, bits_compare(m, BIN_EQ, n * 8, false, s.bits, bits_const(0))))
    mach_ub(m, UB_INVALID_VALUE, NULL, "invalid value for type `%s`: %s", type_text(m, ty),
            bits_known(s.bits) ? "0, but it must not be zero" : "null, but it must not be");
}

/* The scalar s just read at type ty: valid, without the provenance that ty cannot carry, retagged.
 */
static Scalar check_scalar(Machine *m, TypeId ty, Scalar s, RetagMode retag) {
  const Type *t = type_get(m->types, ty);
  switch (t->kind) {
  case TY_BOOL: check_bool(m, s.bits); break;
  case TY_CHAR: check_char(m, s.bits); break;
  case TY_FNPTR:
    if (mach_decide(m, bits_compare(m, BIN_EQ, 64, false, s.bits, bits_const(0))))
      mach_ub(m, UB_INVALID_VALUE, NULL, "invalid value for type `%s`: null", type_text(m, ty));
    return s;
  case TY_PTR: return ptr_is_raw(t->u.ptr.kind) ? s : mach_new_ref(m, ty, s, bits_const(0), retag);
  default: break;
  }
  s.prov = PROV_NONE;
  return s;
}

_Noreturn static void uninit(Machine *m, TypeId ty, const Alloc *a, u64 at) {
  mach_contract_output(m, a);
  if (a)
    mach_ub(m, UB_UNINIT, a,
            "a value of type `%s` is read from uninitialised memory: byte %llu of %s",
            type_text(m, ty), (unsigned long long)at, mach_alloc_name(m, a));
  mach_ub(m, UB_UNINIT, NULL, "a value of type `%s` is made of uninitialised bytes",
          type_text(m, ty));
}

static Value load_wide(Machine *m, TypeId ty, const Bytes *b, u64 off, const Alloc *a,
                       RetagMode retag) {
  Scalar ptr, word;
  u64 bad;
  if (!bytes_load(m->ts, b, off, 8, &ptr, &bad) || !bytes_load(m->ts, b, off + 8, 8, &word, &bad))
    uninit(m, ty, a, bad);
  Bits meta = mach_load_meta(m, ty, word);
  if (!ptr_is_raw(type_get(m->types, ty)->u.ptr.kind)) ptr = mach_new_ref(m, ty, ptr, meta, retag);
  return value_wide(ty, ptr, meta);
}

/* ---- enums */

static Bits load_tag(Machine *m, TypeId ty, const AdtInfo *info, const Bytes *b, u64 off) {
  Scalar s;
  u64 bad;
  unsigned n = (unsigned)mach_type(m, info->tag_ty)->size;
  if (!bytes_load(m->ts, b, off + info->tag_offset, n, &s, &bad))
    mach_ub(m, UB_UNINIT, NULL, "the discriminant of a value of type `%s` is uninitialised",
            type_text(m, ty));
  return s.bits;
}

/* Is each number that the term may be, by its form, the tag of a variant that has values? */
static bool is_tag(Machine *m, TypeId ty, Term t, unsigned width, u32 depth) {
  enum { MAX_DEPTH = 24 };
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  u128 tag, stored;
  if (term_op(m->ts, t) == TERM_ITE && depth < MAX_DEPTH)
    return is_tag(m, ty, term_arg(m->ts, t, 1), width, depth + 1) &&
           is_tag(m, ty, term_arg(m->ts, t, 2), width, depth + 1);
  if (!term_is_const(m->ts, t, &tag)) return false;
  for (u32 v = 0; v < info->nvariants; v++)
    if (!info->variants[v].is_absent && !info->variants[v].is_uninhabited &&
        type_variant_tag(m->types, ty, v, &stored) && u128_mask(stored, width) == tag)
      return true;
  return false;
}

bool mach_open_tag(Machine *m, TypeId ty, const Bytes *b, u64 off, Bits *tag) {
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  if (info->tag_encoding != TAG_DIRECT) return false;
  unsigned n = (unsigned)mach_type(m, info->tag_ty)->size;
  Scalar s;
  u64 bad;
  if (!bytes_load(m->ts, b, off + info->tag_offset, n, &s, &bad) || bits_known(s.bits))
    return false;
  *tag = s.bits;
  return is_tag(m, ty, s.bits.t, n * 8, 0);
}

static bool has_no_fields(const AdtInfo *info) {
  for (u32 v = 0; v < info->nvariants; v++)
    if (info->variants[v].nfields) return false;
  return true;
}

u32 mach_variant(Machine *m, TypeId ty, const Bytes *b, u64 off) {
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  if (info->tag_encoding == TAG_NONE) return info->niche_dataful;
  unsigned width = (unsigned)mach_type(m, info->tag_ty)->size * 8;
  Bits tag = load_tag(m, ty, info, b, off);
  for (u32 v = 0; v < info->nvariants; v++) {
    const Variant *variant = &info->variants[v];
    u128 stored;
    if (variant->is_absent || !type_variant_tag(m->types, ty, v, &stored)) continue;
    if (!mach_decide(m, bits_compare(m, BIN_EQ, width, false, tag, bits_const(stored)))) continue;
    if (variant->is_uninhabited)
      mach_ub(m, UB_INVALID_VALUE, NULL,
              "invalid value for enum `%s`: its discriminant says `%s`, a variant without values",
              type_text(m, ty), variant->name);
    return v;
  }
  /* A value that the niche keeps free for the variant with data is never stored. */
  u128 unused;
  bool is_niche = info->tag_encoding == TAG_NICHE;
  if (is_niche && (!type_unused_tag(m->types, ty, &unused) ||
                   !mach_decide(m, bits_compare(m, BIN_EQ, width, false, tag, bits_const(unused)))))
    return info->niche_dataful;
  bool is_signed = mach_type(m, info->tag_ty)->is_signed && bits_known(tag);
  mach_ub(m, UB_INVALID_VALUE, NULL, "invalid value for enum `%s`: no variant has %s %s",
          type_text(m, ty), is_niche ? "tag" : "discriminant",
          is_signed ? arena_printf(m->arena, "%lld", (long long)(i64)u128_sext(tag.c, width))
                    : mach_bits_text(m, tag, width));
}

void mach_write_tag(Machine *m, TypeId ty, u32 variant, Bytes *b, u64 off) {
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  u128 stored;
  if (type_variant_tag(m->types, ty, variant, &stored))
    bytes_store(m->ts, b, off + info->tag_offset, (unsigned)mach_type(m, info->tag_ty)->size,
                (Scalar){bits_const(stored), PROV_NONE});
}

/* ---- typed copies */

/* Copies the value of type ty at src+off to dst+doff (uninitialised before): leaves only, so
 * padding stays uninitialised. `a`: the allocation that src belongs to, for messages, or NULL. */
static void copy_typed(Machine *m, TypeId ty, const Bytes *src, u64 off, Bytes *dst, u64 doff,
                       const Alloc *a, RetagMode retag) {
  const TypeInfo ti = *mach_type(m, ty);
  const Type *t = type_get(m->types, ty);
  switch (ti.cls) {
  case CLASS_ZST: return;
  case CLASS_NEVER:
    mach_ub(m, UB_INVALID_VALUE, NULL, "a value of type `%s`, which has no values",
            type_text(m, ty));
  case CLASS_SCALAR: {
    Scalar s;
    u64 bad;
    if (!bytes_load(m->ts, src, off, (unsigned)ti.size, &s, &bad)) uninit(m, ty, a, bad);
    bytes_store(m->ts, dst, doff, (unsigned)ti.size, check_scalar(m, ty, s, retag));
    return;
  }
  case CLASS_WIDE: {
    Value v = load_wide(m, ty, src, off, a, retag);
    value_put(m, dst, doff, &v);
    return;
  }
  default: break;
  }
  if (t->kind == TY_ARRAY) {
    const TypeInfo elem = *mach_type(m, t->u.array.elem);
    if (elem.plain) {
      u64 bad;
      if (!bytes_all_init(src, off, ti.size, &bad)) uninit(m, t->u.array.elem, a, bad);
      bytes_copy(dst, doff, src, off, ti.size);
      bytes_strip_prov(dst, doff, ti.size);
      return;
    }
    for (u64 i = 0; i < t->u.array.len; i++)
      copy_typed(m, t->u.array.elem, src, off + i * elem.size, dst, doff + i * elem.size, a, retag);
    return;
  }
  u32 variant = 0;
  if (t->kind == TY_ADT) {
    const AdtInfo *info = t->u.adt.info;
    if (info->kind == ADT_UNION) {
      bytes_copy(dst, doff, src, off, ti.size);
      return;
    }
    Bits tag;
    if (info->kind == ADT_ENUM && has_no_fields(info) && mach_open_tag(m, ty, src, off, &tag)) {
      bytes_store(m->ts, dst, doff + info->tag_offset, (unsigned)mach_type(m, info->tag_ty)->size,
                  (Scalar){tag, PROV_NONE});
      return;
    }
    if (info->kind == ADT_ENUM) variant = mach_variant(m, ty, src, off);
    if (info->is_manually_drop) retag = RETAG_MAYBE_DANGLING; /* not looked into for aliasing */
  }
  u32 n = type_nfields(m->types, ty, variant);
  for (u32 i = 0; i < n; i++) {
    u64 at = type_field_offset(m->types, ty, variant, i);
    copy_typed(m, type_field(m->types, ty, variant, i), src, off + at, dst, doff + at, a, retag);
  }
  if (t->kind != TY_ADT) return;
  if (t->u.adt.info->kind == ADT_ENUM) mach_write_tag(m, ty, variant, dst, doff);
  if (t->u.adt.info->is_not_zero) check_not_zero(m, ty, dst, doff);
}

Value mach_load(Machine *m, const PlaceVal *p, RetagMode retag) {
  const TypeInfo *ti = mach_type(m, p->ty);
  u64 off, bad;
  switch (ti->cls) {
  case CLASS_SCALAR: {
    Scalar s;
    Alloc *a = mach_access(m, p, ti->size, ACCESS_READ, &off);
    if (!bytes_load(m->ts, &a->data, off, (unsigned)ti->size, &s, &bad)) uninit(m, p->ty, a, bad);
    if (ti->plain)
      s.prov = PROV_NONE;
    else if (ti->checked)
      s = check_scalar(m, p->ty, s, retag);
    return value_scalar(p->ty, s);
  }
  case CLASS_WIDE: {
    Alloc *a = mach_access(m, p, ti->size, ACCESS_READ, &off);
    return load_wide(m, p->ty, &a->data, off, a, retag);
  }
  case CLASS_ZST: mach_access(m, p, 0, ACCESS_READ, &off); return value_zst(p->ty);
  case CLASS_NEVER:
    mach_ub(m, UB_INVALID_VALUE, NULL, "a value of type `%s`, which has no values",
            type_text(m, p->ty));
  default: break;
  }
  if (ti->is_unsized) mach_unsupported(m, "internal: copy of an unsized value");
  Alloc *a = mach_access(m, p, ti->size, ACCESS_READ, &off);
  Value v = value_bytes(m, p->ty);
  copy_typed(m, p->ty, &a->data, off, v.bytes, 0, a, retag);
  return v;
}

void mach_store(Machine *m, const PlaceVal *p, const Value *v) {
  u64 off;
  Alloc *a = mach_access(m, p, mach_type(m, v->ty)->size, ACCESS_WRITE, &off);
  if (a) value_put(m, &a->data, off, v);
}

Value mach_reinterpret(Machine *m, const Value *v, TypeId to, RetagMode retag) {
  const TypeInfo *ti = mach_type(m, to);
  if (ti->cls == CLASS_ZST) return value_zst(to);
  if (ti->cls == CLASS_NEVER)
    mach_ub(m, UB_INVALID_VALUE, NULL, "a value of type `%s`, which has no values",
            type_text(m, to));
  u64 bad;
  Value raw = value_bytes(m, v->cls == CLASS_AGGREGATE ? v->ty : to);
  value_put(m, raw.bytes, 0, v);
  if (ti->cls == CLASS_SCALAR) {
    Scalar s;
    if (!bytes_load(m->ts, raw.bytes, 0, (unsigned)ti->size, &s, &bad)) uninit(m, to, NULL, bad);
    return value_scalar(to, check_scalar(m, to, s, retag));
  }
  if (ti->cls == CLASS_WIDE) return load_wide(m, to, raw.bytes, 0, NULL, retag);
  Value out = value_bytes(m, to);
  copy_typed(m, to, raw.bytes, 0, out.bytes, 0, NULL, retag);
  return out;
}
