/* What the caller of a function can look at afterwards: the result, the objects that arguments
 * point to, the statics that are mutable, and whatever can be reached from there through pointers.
 *
 * Memory is looked at byte by byte, padding included, since a caller can do so; uninitialised bytes
 * are part of the picture. Pointers are known by their address and by whose provenance they have:
 * an object's of the caller's, or that of the k-th new one which the caller comes across. */
#include <string.h>

#include "engine/mach/machine.h"

typedef struct Look {
  Machine *m;
  Event event;
  StrBuf shown;
  const Bytes *bytes;
} Look;

/* ---- pointers */

static bool is_observed(const Machine *m, const Alloc *a) {
  for (u32 i = 0; i < m->observable.len; i++)
    if (m->observable.at[i] == a) return true;
  return false;
}

static const char *object_name(Machine *m, const Alloc *a) {
  for (u32 i = 0; i < m->observable.len; i++)
    if (m->observable.at[i] == a) return arena_printf(m->arena, "object %u", i);
  return "?";
}

/* A provenance that is still to be picked: "?" and what it may be, sorted by when it was exposed,
 * each ended by a semicolon; "?" alone if the caller does not know all of it. */
static const char *candidates(Machine *m, Prov p) {
  const char *all = "?";
  if (m->model->aliasing->on_access) return all; /* tags are picked, too */
  for (u32 i = 0; i < m->numbered.len; i++) {
    const Alloc *a = m->numbered.at[i];
    if (!a->live || !mach_wildcard_allows(m, p, a)) continue;
    if (!is_observed(m, a)) return "?";
    all = arena_printf(m->arena, "%s%s;", all, object_name(m, a));
  }
  return all;
}

/* How the caller knows the provenance. What it has not met before is looked at, too, if it is
 * alive. */
static const char *owner_of(Look *k, Prov p) {
  Machine *m = k->m;
  if (prov_is_none(p)) return NULL;
  if (prov_is_wildcard(p)) return candidates(m, p);
  Alloc *a = m->numbered.at[p.alloc - 1];
  if (!is_observed(m, a) && a->live && alloc_is_data(a) && !a->read_only)
    vec_push(&m->observable, a);
  if (m->model->bounds == BOUNDS_NONE) return NULL; /* the address is all that there is */
  if (is_observed(m, a)) return object_name(m, a);
  if (a->kind == ALLOC_FUNCTION) return arena_printf(m->arena, "fn %s", a->name);
  return "?";
}

/* ---- leaves */

static bool is_pointer(const Bytes *b, u64 off, u64 n) {
  if (n != 8) return false;
  for (u64 i = 0; i < 8; i++)
    if (!(b->kind[off + i] & BYTE_PROV) || b->prov[off + i].frag != i ||
        !prov_eq(b->prov[off + i].prov, b->prov[off].prov))
      return false;
  return true;
}

static bool has_provenance(const Bytes *b, u64 off, u64 n) {
  for (u64 i = 0; i < n; i++)
    if (b->kind[off + i] & BYTE_PROV) return true;
  return false;
}

/* Who puts the bytes of a pointer together has the pointer. */
static const char *owner_of_byte(Look *k, u64 off) {
  if (!has_provenance(k->bytes, off, 1)) return NULL;
  const ProvByte *p = &k->bytes->prov[off];
  const char *owner = owner_of(k, p->prov);
  return owner && owner[0] != '?' ? arena_printf(k->m->arena, "%s, byte %u", owner, p->frag)
         : owner                  ? "?"
                                  : NULL;
}

static void add_leaf(Look *k, u64 off, u32 n) {
  Machine *m = k->m;
  if (n > 1 && has_provenance(k->bytes, off, n) && !is_pointer(k->bytes, off, n)) {
    for (u32 i = 0; i < n; i++) add_leaf(k, off + i, 1);
    return;
  }
  Leaf *leaf = arena_new(m->arena, Leaf);
  *leaf = (Leaf){.n = n};
  Scalar s;
  u64 bad;
  if (bytes_load(m->ts, k->bytes, off, n, &s, &bad)) {
    leaf->whole = bits_term(m->ts, s.bits, n * 8);
    if (n == 1) leaf->owner = owner_of_byte(k, off);
    if (n == 8) leaf->owner = owner_of(k, s.prov);
  } else {
    Term *bytes = arena_array(m->arena, Term, n);
    for (u32 i = 0; i < n; i++)
      if (bytes_load(m->ts, k->bytes, off + i, 1, &s, &bad)) bytes[i] = bits_term(m->ts, s.bits, 8);
    leaf->bytes = bytes;
  }
  vec_push(&k->event.frags, ((Frag){.leaf = leaf}));
}

/* Bytes of which no type says what they are; pointers among them stay whole. */
static void raw(Look *k, u64 off, u64 n) {
  for (u64 i = 0; i < n;) {
    bool pointer = i + 8 <= n && is_pointer(k->bytes, off + i, 8);
    add_leaf(k, off + i, pointer ? 8 : 1);
    i += pointer ? 8 : 1;
  }
}

static void put_number(Look *k, Bits b, unsigned width, bool is_signed) {
  if (b.t)
    sb_printf(&k->shown, "<%s>", mach_term_text(k->m, b.t));
  else
    sb_put_int(&k->shown, b.c, width, is_signed);
}

static void show_scalar(Look *k, TypeId ty, u64 off, u32 n) {
  Machine *m = k->m;
  Scalar s;
  u64 bad;
  TypeKind kind = type_get(m->types, ty)->kind;
  if (!bytes_load(m->ts, k->bytes, off, n, &s, &bad))
    sb_puts(&k->shown, "uninitialised");
  else if (kind == TY_PTR || kind == TY_FNPTR)
    sb_puts(&k->shown, mach_ptr_text(m, s));
  else if (kind == TY_BOOL && bits_known(s.bits) && s.bits.c < 2)
    sb_puts(&k->shown, s.bits.c ? "true" : "false");
  else if (kind == TY_FLOAT && bits_known(s.bits))
    sb_puts(&k->shown, mach_float_text(m, s.bits, n * 8));
  else if (kind == TY_CHAR && bits_known(s.bits) && s.bits.c >= 0x20 && s.bits.c < 0x7f)
    sb_printf(&k->shown, "'%c'", (char)s.bits.c);
  else if (kind == TY_CHAR && bits_known(s.bits))
    sb_printf(&k->shown, "'\\u{%x}'", (unsigned)s.bits.c);
  else
    put_number(k, s.bits, n * 8, mach_type(m, ty)->is_signed);
}

static void look(Look *k, TypeId ty, u64 off, bool padding);

/* The fields in their order; what lies between them, if memory is looked at. */
static void fields(Look *k, TypeId ty, u32 variant, u64 off, u64 size, bool padding) {
  Machine *m = k->m;
  const Type *t = type_get(m->types, ty);
  u32 n = type_nfields(m->types, ty, variant);
  const Variant *v = t->kind == TY_ADT ? &t->u.adt.info->variants[variant] : NULL;
  bool tuple = !v || v->is_tuple_like || (n && v->fields[0].name && v->fields[0].name[0] == '0');
  if (v) sb_puts(&k->shown, t->u.adt.info->kind == ADT_ENUM ? v->name : t->u.adt.info->name);
  if (n || !v) sb_puts(&k->shown, tuple ? "(" : " { ");
  bool *covered = padding ? arena_array(m->arena, bool, size + 1) : NULL;
  for (u32 i = 0; i < n; i++) {
    TypeId field = type_field(m->types, ty, variant, i);
    u64 at = type_field_offset(m->types, ty, variant, i);
    if (i) sb_puts(&k->shown, ", ");
    if (v && !tuple && v->fields[i].name) sb_printf(&k->shown, "%s: ", v->fields[i].name);
    look(k, field, off + at, padding);
    for (u64 b = 0; padding && b < mach_type(m, field)->size; b++) covered[at + b] = true;
  }
  if (n || !v) sb_puts(&k->shown, tuple ? ")" : " }");
  for (u64 i = 0; padding && i < size; i++)
    if (!covered[i]) add_leaf(k, off + i, 1);
}

static void elements(Look *k, const Type *t, u64 off, bool padding) {
  u64 size = mach_type(k->m, t->u.array.elem)->size;
  sb_putc(&k->shown, '[');
  for (u64 i = 0; i < t->u.array.len; i++) {
    if (i) sb_puts(&k->shown, ", ");
    look(k, t->u.array.elem, off + i * size, padding);
  }
  sb_putc(&k->shown, ']');
}

/* The variant that the tag names, if it is known and right. */
static bool known_variant(Look *k, TypeId ty, u64 off, u32 *variant) {
  Machine *m = k->m;
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  Scalar s;
  u64 bad;
  u128 stored;
  if (info->tag_encoding == TAG_NONE) return *variant = info->niche_dataful, true;
  unsigned n = (unsigned)mach_type(m, info->tag_ty)->size;
  if (!bytes_load(m->ts, k->bytes, off + info->tag_offset, n, &s, &bad)) return false;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (info->variants[v].is_absent || !type_variant_tag(m->types, ty, v, &stored)) continue;
    Bits is = bits_compare(m, BIN_EQ, n * 8, false, s.bits, bits_const(u128_mask(stored, n * 8)));
    if (!bits_known(is)) return false;
    if (is.c) return *variant = v, true;
  }
  *variant = info->niche_dataful;
  return info->tag_encoding == TAG_NICHE;
}

/* An enum's bytes are looked at as they are; its variant is for people. */
static void enumeration(Look *k, TypeId ty, u64 off, u64 size) {
  u32 variant;
  if (known_variant(k, ty, off, &variant)) {
    Look people = {.m = k->m, .bytes = k->bytes};
    fields(&people, ty, variant, off, size, false);
    sb_puts(&k->shown, sb_str(&people.shown));
    sb_free(&people.shown);
    vec_free(&people.event.frags);
  } else {
    sb_printf(&k->shown, "a value of `%s`", type_str_of(k->m->types, ty));
  }
  raw(k, off, size);
}

static void look(Look *k, TypeId ty, u64 off, bool padding) {
  Machine *m = k->m;
  const TypeInfo ti = *mach_type(m, ty);
  const Type *t = type_get(m->types, ty);
  switch (ti.cls) {
  case CLASS_SCALAR:
    add_leaf(k, off, (u32)ti.size);
    show_scalar(k, ty, off, (u32)ti.size);
    return;
  case CLASS_WIDE:
    add_leaf(k, off, 8);
    add_leaf(k, off + 8, 8);
    show_scalar(k, ty, off, 8);
    return;
  case CLASS_AGGREGATE: break;
  default:
    if (t->kind == TY_TUPLE) sb_puts(&k->shown, "()");
    return;
  }
  if (t->kind == TY_ARRAY)
    elements(k, t, off, padding);
  else if (t->kind == TY_TUPLE || t->u.adt.info->kind == ADT_STRUCT)
    fields(k, ty, 0, off, ti.size, padding);
  else if (t->u.adt.info->kind == ADT_ENUM)
    enumeration(k, ty, off, ti.size);
  else
    raw(k, off, ti.size);
}

/* ---- events */

static void begin(Look *k, EventKind kind, const char *key, const char *label, Span span) {
  k->event = (Event){.kind = kind, .span = span, .label = label};
  vec_push(&k->event.frags, ((Frag){.text = key, .len = (u32)strlen(key)}));
  sb_clear(&k->shown);
}

static void finish(Look *k) {
  k->event.shown = arena_strdup(k->m->arena, sb_str(&k->shown));
  sb_free(&k->shown);
  k->shown = (StrBuf){0};
  vec_push(&k->m->events, k->event);
}

static void look_at_result(Look *k) {
  Machine *m = k->m;
  Value *v = &m->result;
  if (v->cls == CLASS_ZST || v->cls == CLASS_NEVER) return;
  begin(k, EVENT_RESULT, "result", "returns", m->program->funcs.at[m->x->entry]->span);
  Bytes copy;
  bytes_init(&copy, mach_type(m, v->ty)->size);
  value_put(m, &copy, 0, v);
  k->bytes = &copy;
  look(k, v->ty, 0, false);
  bytes_free(&copy);
  finish(k);
}

static void look_at_object(Look *k, u32 number) {
  Machine *m = k->m;
  const Alloc *a = m->observable.at[number];
  const char *name = a->name ? a->name : "the new allocation";
  begin(k, EVENT_MEMORY, arena_printf(m->arena, "object %u", number), name, a->span);
  if (!a->live) {
    sb_puts(&k->shown, "freed");
    vec_push(&k->event.frags, ((Frag){.text = " freed", .len = 6}));
    finish(k);
    return;
  }
  k->bytes = &a->data;
  if (a->ty) {
    look(k, a->ty, 0, true);
  } else {
    for (u64 i = 0; i < a->size; i++) {
      Scalar s;
      u64 bad;
      if (i) sb_putc(&k->shown, ' ');
      if (bytes_load(m->ts, &a->data, i, 1, &s, &bad))
        put_number(k, s.bits, 8, false);
      else
        sb_puts(&k->shown, "__");
    }
    raw(k, 0, a->size);
  }
  finish(k);
}

void mach_observe_end(Machine *m) {
  Look k = {.m = m};
  if (m->end.end == END_RETURN) look_at_result(&k);
  for (u32 i = 0; i < m->observable.len; i++) look_at_object(&k, i);
}
