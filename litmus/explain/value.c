#include "engine/base/float_text.h"
#include "litmus/explain/value.h"

#include <inttypes.h>
#include <string.h>

enum { ELEMENTS = 32, DEPTH = 12, BYTES_SHOWN = 32, STRING_SHOWN = 60 };

static void put(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, u32 depth, StrBuf *out);

/* ---- memory */

void value_bytes_text(const ValueNames *v, const Bytes *b, u64 off, u64 n, StrBuf *out) {
  (void)v;
  for (u64 i = 0; i < n; i++) {
    if (i) sb_putc(out, ' ');
    if (i == BYTES_SHOWN) {
      sb_printf(out, "... (%" PRIu64 " more)", n - i);
      return;
    }
    u8 kind = b->kind[off + i];
    if (kind & BYTE_KNOWN)
      sb_printf(out, "%02x", b->value[off + i]);
    else
      sb_puts(out, kind & BYTE_TERM ? "**" : "??");
  }
}

static bool any_init(const Bytes *b, u64 off, u64 n) {
  for (u64 i = 0; i < n; i++)
    if (b->kind[off + i] != BYTE_UNINIT) return true;
  return false;
}

/* `?` when nothing of it is initialised, the bytes when a part is. */
static void put_uninit(const ValueNames *v, const Bytes *b, u64 off, u64 n, StrBuf *out) {
  if (!any_init(b, off, n)) {
    sb_putc(out, '?');
    return;
  }
  sb_puts(out, "bytes ");
  value_bytes_text(v, b, off, n, out);
}

/* ---- scalars */

static void put_char(u128 c, StrBuf *out) {
  char utf8[5] = {0};
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
    sb_printf(out, "0x%x (not a char)", (unsigned)c);
    return;
  }
  u32 x = (u32)c;
  if (x < 0x80)
    utf8[0] = (char)x;
  else if (x < 0x800)
    utf8[0] = (char)(0xC0 | x >> 6), utf8[1] = (char)(0x80 | (x & 0x3F));
  else if (x < 0x10000)
    utf8[0] = (char)(0xE0 | x >> 12), utf8[1] = (char)(0x80 | (x >> 6 & 0x3F)),
    utf8[2] = (char)(0x80 | (x & 0x3F));
  else
    utf8[0] = (char)(0xF0 | x >> 18), utf8[1] = (char)(0x80 | (x >> 12 & 0x3F)),
    utf8[2] = (char)(0x80 | (x >> 6 & 0x3F)), utf8[3] = (char)(0x80 | (x & 0x3F));
  sb_putc(out, '\'');
  sb_put_escaped(out, utf8, x ? strlen(utf8) : 1);
  sb_putc(out, '\'');
}

/* ".a.1" or "[2]", when a value of type `to` begins at this offset of a `ty`; else nothing. */
static bool put_path(const ValueNames *v, TypeId ty, u64 off, TypeId to, StrBuf *out) {
  const TypeTable *tt = v->m->types;
  size_t begin = out->len;
  for (u32 depth = 0; depth < DEPTH; depth++) {
    if (ty == to && !off) return true;
    const Type *t = type_get(tt, ty);
    if (t->kind == TY_ARRAY && type_size(tt, t->u.array.elem)) {
      u64 size = type_size(tt, t->u.array.elem);
      sb_printf(out, "[%" PRIu64 "]", off / size);
      off %= size;
      ty = t->u.array.elem;
      continue;
    }
    bool fields = t->kind == TY_TUPLE || (t->kind == TY_ADT && t->u.adt.info->kind == ADT_STRUCT);
    u32 i = 0, n = fields ? type_nfields(tt, ty, 0) : 0;
    for (; i < n; i++) {
      u64 at = type_field_offset(tt, ty, 0, i);
      if (off >= at && off - at < type_size(tt, type_field(tt, ty, 0, i))) break;
    }
    if (i == n) break;
    if (t->kind == TY_ADT)
      sb_printf(out, ".%s", t->u.adt.info->variants[0].fields[i].name);
    else
      sb_printf(out, ".%u", i);
    off -= type_field_offset(tt, ty, 0, i);
    ty = type_field(tt, ty, 0, i);
  }
  out->len = begin;
  if (out->at) out->at[begin] = 0;
  return false;
}

static void put_offset(const ValueNames *v, Bits off, StrBuf *out) {
  if (off.t) {
    sb_printf(out, "+(%s)", mach_term_text(v->m, off.t));
    return;
  }
  i64 d = (i64)(u64)off.c;
  if (d) sb_printf(out, "%+" PRId64, d);
}

/* "&x", "&x+4", "dangling (&x)", "null", "0x10"; the allocation if it may be read. */
static const Alloc *put_pointer(const ValueNames *v, Scalar p, TypeId pointee, StrBuf *out,
                                Bits *off) {
  Machine *m = v->m;
  *off = bits_const(0);
  if (prov_is_none(p.prov) || prov_is_wildcard(p.prov)) {
    if (bits_known(p.bits) && !p.bits.c)
      sb_puts(out, "null");
    else if (bits_known(p.bits))
      sb_printf(out, "0x%llx", (unsigned long long)p.bits.c);
    else
      sb_printf(out, "%s", mach_term_text(m, p.bits.t));
    if (prov_is_wildcard(p.prov)) sb_puts(out, " (exposed)");
    return NULL;
  }
  const Alloc *a = m->numbered.at[p.prov.alloc - 1];
  *off = bits_bin(m, TERM_SUB, 64, p.bits, a->base);
  if (a->kind == ALLOC_FUNCTION) {
    sb_printf(out, "fn %s", a->name ? a->name : "?");
    return NULL;
  }
  sb_printf(out, a->live ? "&%s" : "dangling (&%s", v->name(v->self, a));
  TypeId whole = v->type(v->self, a);
  if (!whole || !pointee || off->t || !put_path(v, whole, (u64)off->c, pointee, out))
    put_offset(v, *off, out);
  if (!a->live) sb_putc(out, ')');
  return a->live ? a : NULL;
}

static void put_thin(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, StrBuf *out) {
  const Type *t = type_get(v->m->types, ty);
  Scalar p;
  u64 bad;
  Bits at;
  if (!bytes_load(v->m->ts, b, off, 8, &p, &bad)) {
    put_uninit(v, b, off, 8, out);
    return;
  }
  TypeId to = t->kind == TY_PTR ? t->u.ptr.to : 0;
  const Alloc *a = put_pointer(v, p, to, out, &at);
  if (a && bits_known(at) && !at.c && t->kind == TY_PTR) v->points_to(v->self, a, t->u.ptr.to);
}

static void put_str(const Alloc *a, u64 at, u64 len, StrBuf *out) {
  u64 n = len < STRING_SHOWN ? len : STRING_SHOWN;
  if (a->size < len || at > a->size - len) return;
  for (u64 i = 0; i < n; i++)
    if (!(a->data.kind[at + i] & BYTE_KNOWN)) return;
  sb_puts(out, " \"");
  sb_put_escaped(out, (const char *)a->data.value + at, n);
  sb_puts(out, n < len ? "...\"" : "\"");
}

/* Address and length, or address and vtable. */
static void put_wide(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, StrBuf *out) {
  Machine *m = v->m;
  const Type *to = type_get(m->types, type_get(m->types, ty)->u.ptr.to);
  Scalar p, meta;
  u64 bad;
  Bits at;
  if (!bytes_load(m->ts, b, off, 8, &p, &bad) || !bytes_load(m->ts, b, off + 8, 8, &meta, &bad)) {
    put_uninit(v, b, off, 16, out);
    return;
  }
  const Alloc *a = put_pointer(v, p, 0, out, &at);
  if (to->kind != TY_SLICE && to->kind != TY_STR) return;
  sb_printf(out, " (len %s)", mach_bits_text(m, meta.bits, 64));
  bool known = a && bits_known(at) && bits_known(meta.bits);
  if (known && to->kind == TY_STR) put_str(a, (u64)at.c, (u64)meta.bits.c, out);
  if (known && to->kind == TY_SLICE && !at.c) v->points_to(v->self, a, to->u.array.elem);
}

static void put_scalar(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, StrBuf *out) {
  const Type *t = type_get(v->m->types, ty);
  u64 size = type_size(v->m->types, ty), bad;
  Scalar s;
  if (!bytes_load(v->m->ts, b, off, (unsigned)size, &s, &bad)) {
    put_uninit(v, b, off, size, out);
    return;
  }
  Bits at;
  if (t->kind == TY_FNPTR)
    put_pointer(v, s, 0, out, &at);
  else if (s.bits.t)
    sb_puts(out, mach_term_text(v->m, s.bits.t));
  else if (t->kind == TY_BOOL)
    s.bits.c <= 1 ? sb_puts(out, s.bits.c ? "true" : "false")
                  : sb_printf(out, "0x%02x (not a bool)", (unsigned)s.bits.c);
  else if (t->kind == TY_FLOAT)
    float_text_signed((u64)s.bits.c, (unsigned)size * 8, FLOAT_DEBUG, -1, out);
  else if (t->kind == TY_CHAR)
    put_char(s.bits.c, out);
  else
    sb_put_int(out, s.bits.c, (unsigned)size * 8, t->u.integer.is_signed);
  if (!prov_is_none(s.prov) && t->kind == TY_INT) sb_puts(out, " (with provenance)");
}

/* ---- compounds */

static bool is_full(StrBuf *out, u32 depth) { return out->len > VALUE_LENGTH || depth > DEPTH; }

static void put_elements(const ValueNames *v, TypeId elem, u64 n, const Bytes *b, u64 off,
                         u32 depth, StrBuf *out) {
  u64 size = type_size(v->m->types, elem);
  sb_putc(out, '[');
  for (u64 i = 0; i < n; i++) {
    if (i) sb_puts(out, ", ");
    if (i == ELEMENTS || out->len > VALUE_LENGTH) {
      sb_printf(out, "... %" PRIu64 " more", n - i);
      break;
    }
    put(v, elem, b, off + i * size, depth + 1, out);
  }
  sb_putc(out, ']');
}

static void put_fields(const ValueNames *v, TypeId ty, u32 variant, const Bytes *b, u64 off,
                       u32 depth, StrBuf *out) {
  const TypeTable *tt = v->m->types;
  const Type *t = type_get(tt, ty);
  const Variant *named = t->kind == TY_ADT ? &t->u.adt.info->variants[variant] : NULL;
  bool tuple = !named || named->is_tuple_like;
  u32 n = type_nfields(tt, ty, variant);
  if (named && !n) return;
  sb_puts(out, tuple ? "(" : " { ");
  for (u32 i = 0; i < n; i++) {
    if (i) sb_puts(out, ", ");
    if (!tuple) sb_printf(out, "%s: ", named->fields[i].name);
    put(v, type_field(tt, ty, variant, i), b, off + type_field_offset(tt, ty, variant, i),
        depth + 1, out);
  }
  sb_puts(out, tuple ? (t->kind == TY_TUPLE && n == 1 ? ",)" : ")") : " }");
}

/* The variant as its tag says, without asking: false when that is not clear. */
static bool variant_of(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, u32 *variant,
                       const char **why) {
  const TypeTable *tt = v->m->types;
  const AdtInfo *info = type_get(tt, ty)->u.adt.info;
  *variant = info->niche_dataful;
  if (info->tag_encoding == TAG_NONE) return info->niche_dataful < info->nvariants;
  Scalar tag;
  u64 bad;
  *why = "?";
  if (!bytes_load(v->m->ts, b, off + info->tag_offset, (unsigned)type_size(tt, info->tag_ty), &tag,
                  &bad))
    return false;
  *why = "one of its variants";
  bool open = false;
  for (u32 i = 0; i < info->nvariants; i++) {
    u128 stored;
    if (info->variants[i].is_absent || !type_variant_tag(tt, ty, i, &stored)) continue;
    Bits eq = bits_compare(v->m, BIN_EQ, (unsigned)type_size(tt, info->tag_ty) * 8, false, tag.bits,
                           bits_const(stored));
    *variant = i;
    if (bits_known(eq) && eq.c) return true;
    open |= !bits_known(eq);
  }
  *variant = info->niche_dataful;
  if (info->tag_encoding == TAG_NICHE) return true; /* an address is taken not to be null */
  if (!open) *why = "no variant";
  return false;
}

/* "Vec<i32>" of "alloc::vec::Vec<i32>" stays as it is printed; arguments are left out. */
static void put_adt_name(const char *name, StrBuf *out) { sb_put(out, name, strcspn(name, "<")); }

/* Wrappers of the library that only say how their contents may be used. */
static bool is_wrapper(const AdtInfo *info) {
  static const char *const names[] = {"UnsafeCell", "NonNull", "ManuallyDrop"};
  size_t n = strcspn(info->name, "<");
  for (u32 i = 0; i < sizeof names / sizeof *names; i++)
    if (strlen(names[i]) == n && !memcmp(names[i], info->name, n))
      return info->kind == ADT_STRUCT && info->variants[0].nfields == 1;
  return false;
}

static void put_adt(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, u32 depth,
                    StrBuf *out) {
  const AdtInfo *info = type_get(v->m->types, ty)->u.adt.info;
  u64 size = type_size(v->m->types, ty);
  if (info->kind == ADT_UNION) {
    put_adt_name(info->name, out);
    sb_puts(out, " { ");
    put_uninit(v, b, off, size, out);
    sb_puts(out, " }");
    return;
  }
  u32 variant = 0;
  const char *why = "?";
  if (size && !any_init(b, off, size)) {
    sb_putc(out, '?');
  } else if (is_wrapper(info)) {
    put(v, info->variants[0].fields[0].ty, b, off, depth + 1, out);
  } else if (info->kind == ADT_STRUCT) {
    put_adt_name(info->name, out);
    put_fields(v, ty, 0, b, off, depth, out);
  } else if (info->nvariants && variant_of(v, ty, b, off, &variant, &why)) {
    sb_puts(out, info->variants[variant].name);
    put_fields(v, ty, variant, b, off, depth, out);
  } else {
    put_adt_name(info->name, out);
    sb_printf(out, " (%s)", why);
  }
}

static void put(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, u32 depth, StrBuf *out) {
  TypeTable *tt = v->m->types;
  const Type *t = type_get(tt, ty);
  if (is_full(out, depth)) {
    sb_puts(out, "...");
    return;
  }
  if (!type_is_sized(tt, ty) || type_layout(tt, ty)) {
    sb_putc(out, '?');
    return;
  }
  if (off + type_size(tt, ty) > b->n) return; /* cannot be: the type is the allocation's */
  switch (t->kind) {
  case TY_INT:
  case TY_FLOAT:
  case TY_BOOL:
  case TY_CHAR:
  case TY_FNPTR: put_scalar(v, ty, b, off, out); break;
  case TY_PTR:
    if (type_is_wide_ptr(tt, ty))
      put_wide(v, ty, b, off, out);
    else
      put_thin(v, ty, b, off, out);
    break;
  case TY_ARRAY: put_elements(v, t->u.array.elem, t->u.array.len, b, off, depth, out); break;
  case TY_TUPLE: put_fields(v, ty, 0, b, off, depth, out); break;
  case TY_ADT: put_adt(v, ty, b, off, depth, out); break;
  case TY_FNDEF: sb_puts(out, "fn item"); break;
  default: put_uninit(v, b, off, type_size(tt, ty), out); break;
  }
}

void value_text(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, StrBuf *out) {
  put(v, ty, b, off, 0, out);
}

void value_array_text(const ValueNames *v, TypeId elem, u64 count, const Bytes *b, StrBuf *out) {
  if (count == 1)
    put(v, elem, b, 0, 0, out);
  else
    put_elements(v, elem, count, b, 0, 0, out);
}
