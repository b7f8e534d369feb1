/* Questions about types that have a yes or no answer, and access to fields. A fact of a compound
 * type follows from those of its parts; answers are kept, so that a type shaped like a binary tree
 * of equal halves is not walked again and again. */
#include "engine/ir/type_internal.h"

enum { FACT_DEPTH_MAX = 256 };

/* `complete` goes false when the answer depends on a type that is not defined yet or that is met
 * again inside itself (which layout reports as an error): such answers are not kept. */
typedef struct FactWalk {
  const TypeTable *tt;
  Fact fact;
  bool complete;
  u32 depth;
} FactWalk;

static bool holds(FactWalk *w, TypeId t);

static bool all_hold(FactWalk *w, const TypeId *at, u32 n) {
  bool r = true;
  for (u32 i = 0; i < n; i++) r &= holds(w, at[i]);
  return r;
}

static bool any_holds(FactWalk *w, const TypeId *at, u32 n) {
  bool r = false;
  for (u32 i = 0; i < n; i++) r |= holds(w, at[i]);
  return r;
}

static bool any_field(FactWalk *w, const Variant *v) {
  bool r = false;
  for (u32 i = 0; i < v->nfields; i++) r |= holds(w, v->fields[i].ty);
  return r;
}

static bool copy_of(FactWalk *w, const Type *t) {
  switch (t->kind) {
  case TY_INT:
  case TY_FLOAT:
  case TY_BOOL:
  case TY_CHAR:
  case TY_NEVER:
  case TY_FNPTR:
  case TY_FNDEF: return true;
  case TY_TUPLE: return all_hold(w, t->u.tuple.at, t->u.tuple.n);
  case TY_ARRAY: return holds(w, t->u.array.elem);
  case TY_PTR: return t->u.ptr.kind != PTR_REF_MUT && t->u.ptr.kind != PTR_BOX;
  case TY_ADT: return t->u.adt.info->is_copy;
  case TY_OPAQUE: return holds(w, t->u.opaque.hidden);
  default: return false;
  }
}

static bool needs_drop_of(FactWalk *w, const Type *t) {
  switch (t->kind) {
  case TY_TUPLE: return any_holds(w, t->u.tuple.at, t->u.tuple.n);
  case TY_ARRAY: return t->u.array.len != 0 && holds(w, t->u.array.elem);
  case TY_SLICE: return holds(w, t->u.array.elem);
  case TY_DYN: return true;
  case TY_PTR: return t->u.ptr.kind == PTR_BOX;
  case TY_ADT: {
    const AdtInfo *info = t->u.adt.info;
    if (info->drop_fn) return true;
    if (info->is_manually_drop || info->kind == ADT_UNION || info->is_copy) return false;
    bool r = false;
    for (u32 v = 0; v < info->nvariants; v++) r |= any_field(w, &info->variants[v]);
    return r;
  }
  default: return false;
  }
}

/* The fact asked for is "holds an UnsafeCell": the negation of freeze. */
static bool has_cell_of(FactWalk *w, const Type *t) {
  switch (t->kind) {
  case TY_TUPLE: return any_holds(w, t->u.tuple.at, t->u.tuple.n);
  case TY_ARRAY:
  case TY_SLICE: return holds(w, t->u.array.elem);
  case TY_DYN: return true;
  case TY_ADT: {
    const AdtInfo *info = t->u.adt.info;
    if (info->is_unsafe_cell) return true;
    bool r = false;
    for (u32 v = 0; v < info->nvariants; v++) r |= any_field(w, &info->variants[v]);
    return r;
  }
  default: return false;
  }
}

/* The fact asked for is the negation of unpin. Pointers are unpin whatever they point to. */
static bool pinned_of(FactWalk *w, const Type *t) {
  switch (t->kind) {
  case TY_TUPLE: return any_holds(w, t->u.tuple.at, t->u.tuple.n);
  case TY_ARRAY:
  case TY_SLICE: return holds(w, t->u.array.elem);
  case TY_DYN: return true; /* the trait does not say that it is not */
  case TY_ADT: {
    const AdtInfo *info = t->u.adt.info;
    if (info->is_pinned) return true;
    bool r = false;
    for (u32 v = 0; v < info->nvariants; v++) r |= any_field(w, &info->variants[v]);
    return r;
  }
  default: return false;
  }
}

static bool uninhabited_of(FactWalk *w, const Type *t) {
  switch (t->kind) {
  case TY_NEVER: return true;
  case TY_TUPLE: return any_holds(w, t->u.tuple.at, t->u.tuple.n);
  case TY_ARRAY: return t->u.array.len != 0 && holds(w, t->u.array.elem);
  case TY_ADT: {
    const AdtInfo *info = t->u.adt.info;
    if (info->kind == ADT_UNION) return false;
    bool all = true;
    for (u32 v = 0; v < info->nvariants; v++) all &= any_field(w, &info->variants[v]);
    return all;
  }
  default: return false;
  }
}

static bool (*const fact_of[FACT_COUNT])(FactWalk *, const Type *) = {
    [FACT_COPY] = copy_of,       [FACT_NEEDS_DROP] = needs_drop_of,
    [FACT_FREEZE] = has_cell_of, [FACT_UNINHABITED] = uninhabited_of,
    [FACT_PINNED] = pinned_of,
};

static bool holds(FactWalk *w, TypeId id) {
  TypeEntry *e = type_entry(w->tt, id);
  u8 bit = (u8)(1u << w->fact);
  if (e->fact_known & bit) return e->fact_value & bit;
  bool undefined = e->type.kind == TY_ADT && !e->type.u.adt.info;
  if (undefined || (e->fact_busy & bit) || w->depth >= FACT_DEPTH_MAX) {
    w->complete = false;
    return false;
  }
  bool outer = w->complete;
  w->complete = true;
  w->depth++;
  e->fact_busy |= bit;
  bool r = fact_of[w->fact](w, &e->type);
  e->fact_busy &= (u8)~bit;
  w->depth--;
  if (w->complete) {
    e->fact_known |= bit;
    if (r) e->fact_value |= bit;
  }
  w->complete &= outer;
  return r;
}

static bool ask(const TypeTable *tt, Fact fact, TypeId t) {
  FactWalk w = {.tt = tt, .fact = fact, .complete = true};
  return holds(&w, t);
}

bool type_is_copy(const TypeTable *tt, TypeId t) { return ask(tt, FACT_COPY, t); }
bool type_needs_drop(const TypeTable *tt, TypeId t) { return ask(tt, FACT_NEEDS_DROP, t); }
bool type_is_freeze(const TypeTable *tt, TypeId t) { return !ask(tt, FACT_FREEZE, t); }
bool type_is_unpin(const TypeTable *tt, TypeId t) { return !ask(tt, FACT_PINNED, t); }
bool type_is_uninhabited(const TypeTable *tt, TypeId t) { return ask(tt, FACT_UNINHABITED, t); }

/* A struct that contains itself has no tail (and no layout). */
TypeId type_tail(const TypeTable *tt, TypeId t) {
  for (u32 depth = 0; depth < FACT_DEPTH_MAX; depth++) {
    const Type *ty = type_get(tt, t);
    const AdtInfo *info = ty->kind == TY_ADT ? ty->u.adt.info : NULL;
    if (!info || info->kind != ADT_STRUCT || !info->variants[0].nfields) return t;
    const Variant *v = &info->variants[0];
    TypeId last = v->fields ? v->fields[v->nfields - 1].ty : 0;
    if (!last) return t; /* being defined */
    t = last;
  }
  return t;
}

TypeId type_unsized_part(const TypeTable *tt, TypeId from, TypeId to) {
  for (u32 depth = 0; depth < FACT_DEPTH_MAX; depth++) {
    const Type *a = type_get(tt, from), *b = type_get(tt, to);
    bool same = a->kind == TY_ADT && b->kind == TY_ADT && a->u.adt.def == b->u.adt.def;
    u32 n = same ? type_nfields(tt, from, 0) : 0;
    if (!n) break;
    from = type_field(tt, from, 0, n - 1);
    to = type_field(tt, to, 0, n - 1);
  }
  return from;
}

bool type_is_sized(const TypeTable *tt, TypeId t) {
  t = type_tail(tt, t);
  TypeKind k = type_get(tt, t)->kind;
  if (k == TY_OPAQUE) return type_is_sized(tt, type_get(tt, t)->u.opaque.hidden);
  return k != TY_STR && k != TY_SLICE && k != TY_DYN;
}

bool type_is_wide_ptr(const TypeTable *tt, TypeId t) {
  const Type *p = type_get(tt, t);
  return p->kind == TY_PTR && !type_is_sized(tt, p->u.ptr.to);
}

bool type_is_dyn_ptr(const TypeTable *tt, TypeId t) {
  const Type *p = type_get(tt, t);
  return p->kind == TY_PTR && type_get(tt, type_tail(tt, p->u.ptr.to))->kind == TY_DYN;
}

TypeId type_receiver_ptr(const TypeTable *tt, TypeId t) {
  for (u32 depth = 0; depth < FACT_DEPTH_MAX; depth++) {
    const Type *ty = type_get(tt, t);
    if (ty->kind == TY_PTR) return t;
    TypeId inside = 0;
    if (ty->kind != TY_ADT || !ty->u.adt.info || ty->u.adt.info->kind != ADT_STRUCT) return 0;
    for (u32 i = 0; i < type_nfields(tt, t, 0); i++)
      if (type_size(tt, type_field(tt, t, 0, i))) inside = type_field(tt, t, 0, i);
    t = inside;
  }
  return 0;
}

bool type_is_integral(const TypeTable *tt, TypeId t) { return type_get(tt, t)->kind == TY_INT; }
bool type_is_float(const TypeTable *tt, TypeId t) { return type_get(tt, t)->kind == TY_FLOAT; }

bool type_is_unit(const TypeTable *tt, TypeId t) {
  const Type *u = type_get(tt, t);
  return u->kind == TY_TUPLE && u->u.tuple.n == 0;
}

/* ---- sizes and fields */

u64 type_size(const TypeTable *tt, TypeId t) { return type_get(tt, t)->size; }
u64 type_align(const TypeTable *tt, TypeId t) { return type_get(tt, t)->align; }

static const Field *adt_field(const Type *t, u32 variant, u32 field) {
  const AdtInfo *info = t->kind == TY_ADT ? t->u.adt.info : NULL;
  if (!info || variant >= info->nvariants || field >= info->variants[variant].nfields) return NULL;
  return &info->variants[variant].fields[field];
}

u64 type_field_offset(const TypeTable *tt, TypeId id, u32 variant, u32 field) {
  const Type *t = type_get(tt, id);
  if (t->kind == TY_TUPLE) return field < t->u.tuple.n ? t->u.tuple.offsets[field] : 0;
  if (t->kind == TY_ARRAY) return field * type_size(tt, t->u.array.elem);
  const Field *f = adt_field(t, variant, field);
  return f ? f->offset : 0;
}

TypeId type_field(const TypeTable *tt, TypeId id, u32 variant, u32 field) {
  const Type *t = type_get(tt, id);
  if (t->kind == TY_TUPLE) return field < t->u.tuple.n ? t->u.tuple.at[field] : 0;
  if (t->kind == TY_ARRAY || t->kind == TY_SLICE) return t->u.array.elem;
  const Field *f = adt_field(t, variant, field);
  return f ? f->ty : 0;
}

u32 type_nfields(const TypeTable *tt, TypeId id, u32 variant) {
  const Type *t = type_get(tt, id);
  if (t->kind == TY_TUPLE) return t->u.tuple.n;
  if (t->kind != TY_ADT || !t->u.adt.info || variant >= t->u.adt.info->nvariants) return 0;
  return t->u.adt.info->variants[variant].nfields;
}

TypeId type_discriminant(const TypeTable *tt, TypeId id) {
  const Type *t = type_get(tt, id);
  bool has_repr = t->kind == TY_ADT && t->u.adt.info && t->u.adt.info->repr_int;
  return has_repr ? t->u.adt.info->repr_int : tt->t_isize;
}

/* Of a type that is not Freeze: single-variant enums are looked into as structs are. */
static bool type_is_cell_as_a_whole(const Type *t) {
  const AdtInfo *info = t->u.adt.info;
  return info->is_unsafe_cell || info->kind == ADT_UNION ||
         (info->kind == ADT_ENUM && info->nvariants > 1);
}

bool type_is_in_cell(const TypeTable *tt, TypeId id, u64 offset) {
  for (;;) {
    const Type *t = type_get(tt, id);
    if (type_is_freeze(tt, id)) return false;
    if (t->kind == TY_DYN) return true;
    if (t->kind == TY_ARRAY || t->kind == TY_SLICE) {
      id = t->u.array.elem;
      offset %= type_size(tt, id); /* not empty: it holds a cell at this offset */
      continue;
    }
    if (t->kind == TY_ADT && type_is_cell_as_a_whole(t)) return true;
    TypeId inside = 0;
    u64 start = 0;
    for (u32 i = 0; i < type_nfields(tt, id, 0); i++) {
      TypeId ty = type_field(tt, id, 0, i);
      u64 at = type_field_offset(tt, id, 0, i);
      if (offset < at || (type_is_sized(tt, ty) && offset - at >= type_size(tt, ty))) continue;
      inside = ty;
      start = at;
    }
    if (!inside) return false; /* padding */
    id = inside;
    offset -= start;
  }
}

/* ---- tags */

bool type_variant_tag(const TypeTable *tt, TypeId id, u32 variant, u128 *value) {
  const Type *t = type_get(tt, id);
  const AdtInfo *info = t->kind == TY_ADT ? t->u.adt.info : NULL;
  if (!info || variant >= info->nvariants) return false;
  unsigned bits = (unsigned)type_size(tt, info->tag_ty) * 8;
  switch (info->tag_encoding) {
  case TAG_NONE: return false;
  case TAG_DIRECT: *value = u128_mask((u128)info->variants[variant].discr, bits); return true;
  case TAG_NICHE:
    if (variant == info->niche_dataful) return false;
    *value = u128_mask(info->niche_start + (variant - type_first_niche_variant(info)), bits);
    return true;
  }
  return false;
}

bool type_unused_tag(const TypeTable *tt, TypeId id, u128 *value) {
  const AdtInfo *info = type_get(tt, id)->u.adt.info;
  u32 first = info->nvariants, last = 0;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (v == info->niche_dataful || info->variants[v].is_absent) continue;
    if (first == info->nvariants) first = v;
    last = v;
  }
  u32 dataful = info->niche_dataful;
  if (info->tag_encoding != TAG_NICHE || dataful < first || dataful > last) return false;
  unsigned bits = (unsigned)type_size(tt, info->tag_ty) * 8;
  *value = u128_mask(info->niche_start + (dataful - type_first_niche_variant(info)), bits);
  return true;
}

u32 type_first_niche_variant(const AdtInfo *info) { return info->niche_dataful == 0 ? 1 : 0; }
