/* Where the parts of a value lie. Rust leaves this open for types without repr(C), but programs
 * that look at bytes see what rustc does, so this follows it: fields sorted by falling alignment
 * (large fields with a convenient size count as aligned to it), the largest niche kept near an edge
 * of the value, and enums that hide their tag in a niche when that makes them smaller.
 *
 * A niche is a run of bit patterns that a field can never hold: a reference is not null, a bool is
 * 0 or 1. `Option<&T>` stores `None` as the null that `&T` cannot be. */
#include "engine/ir/layout_internal.h"

#include <string.h>

enum { LAYOUT_DEPTH_MAX = 200 };
static const u64 size_max = (u64)1 << 61;

/* ---- arithmetic on sizes */

u64 layout_align_up(u64 n, u64 align) { return (n + align - 1) / align * align; }

const char *layout_too_big(const Layouter *lay, TypeId t) {
  return arena_printf(lay->tt->arena, "the type is too big: `%s`", type_str_of(lay->tt, t));
}

bool layout_fits(u64 size) { return size < size_max; }

/* ---- niches */

/* How many values the niche has to give away. */
u128 niche_available(const Niche *n) {
  if (!n->exists) return 0;
  return u128_mask(n->start - n->end - 1, n->bytes * 8u);
}

Niche niche_make(unsigned bytes, u64 offset, u128 start, u128 end) {
  Niche n = {.exists = true, .bytes = (u8)bytes, .offset = offset, .start = start, .end = end};
  if (niche_available(&n) == 0) n.exists = false;
  return n;
}

/* ---- structs and tuples: a sequence of fields */

/* log2 of the alignment that a field is sorted by. */
static unsigned align_group(const Sequence *s, const Part *p, u64 max_align, u128 max_niche) {
  if (s->packed) return (unsigned)(p->align < s->packed ? p->align : s->packed);
  u64 largest = p->align > p->size ? p->align : p->size;
  unsigned size_as_align = (unsigned)__builtin_ctzll(largest);
  unsigned max_log = (unsigned)__builtin_ctzll(max_align);
  if (max_niche == 0) return size_as_align;
  if (!s->niche_at_end) return size_as_align < max_log ? size_as_align : max_log;
  bool keeps_niche = niche_available(&p->niche) == max_niche;
  return keeps_niche ? (unsigned)__builtin_ctzll(p->align) : size_as_align;
}

typedef struct SortKey {
  bool not_zero_sized; /* zero-sized fields come first, where they share an offset with others */
  unsigned group;
  u128 niche;
  u64 niche_offset;
} SortKey;

static SortKey sort_key(const Sequence *s, const Part *p, u64 max_align, u128 max_niche) {
  SortKey k = {.group = align_group(s, p, max_align, max_niche)};
  u128 available = niche_available(&p->niche);
  if (s->prefix_size) { /* after a tag: small fields first, so that they fill the gap behind it */
    k.niche = available;
    return k;
  }
  k.not_zero_sized = p->size != 0 || p->align != 1;
  k.group = ~k.group;
  k.niche = s->niche_at_end ? available : ~available;
  if (p->niche.exists)
    k.niche_offset =
        s->niche_at_end ? ~(p->size - p->niche.bytes - p->niche.offset) : p->niche.offset;
  return k;
}

static bool key_less(const SortKey *a, const SortKey *b) {
  if (a->not_zero_sized != b->not_zero_sized) return !a->not_zero_sized;
  if (a->group != b->group) return a->group < b->group;
  if (a->niche != b->niche) return a->niche < b->niche;
  return a->niche_offset < b->niche_offset;
}

/* A stable insertion sort of order[0..n): the fields of one type are few. */
static void sort_fields(const Sequence *s, u32 *order) {
  u32 n = s->last_stays && s->n ? s->n - 1 : s->n;
  u64 max_align = 1;
  u128 max_niche = 0;
  for (u32 i = 0; i < n; i++) {
    u128 available = niche_available(&s->parts[i].niche);
    if (s->parts[i].align > max_align) max_align = s->parts[i].align;
    if (available > max_niche) max_niche = available;
  }
  for (u32 i = 1; i < n; i++) {
    u32 moved = order[i];
    SortKey key = sort_key(s, &s->parts[moved], max_align, max_niche);
    u32 j = i;
    for (; j > 0; j--) {
      SortKey other = sort_key(s, &s->parts[order[j - 1]], max_align, max_niche);
      if (!key_less(&key, &other)) break;
      order[j] = order[j - 1];
    }
    order[j] = moved;
  }
}

/* Places the fields one after the other with the niche biased to one end. */
static bool place_fields(Sequence *s, u32 *order) {
  for (u32 i = 0; i < s->n; i++) order[i] = i;
  if (s->reorder && s->n > 1) sort_fields(s, order);
  u64 at = s->prefix_size, align = 1;
  if (s->prefix_size) {
    u64 prefix_align = s->packed && s->packed < s->prefix_align ? s->packed : s->prefix_align;
    at = layout_align_up(at, prefix_align);
    align = prefix_align;
  }
  u128 best = 0;
  s->niche = (Niche){0};
  s->first_align = 0;
  for (u32 i = 0; i < s->n; i++) {
    Part *p = &s->parts[order[i]];
    u64 field_align = s->packed && s->packed < p->align ? s->packed : p->align;
    at = layout_align_up(at, field_align);
    p->offset = at;
    if (field_align > align) align = field_align;
    u128 available = niche_available(&p->niche);
    if (p->niche.exists && (s->niche_at_end ? available >= best : available > best)) {
      best = available;
      s->niche = p->niche;
      s->niche.offset += at;
    }
    if (!s->first_align && (p->size || p->align != 1)) s->first_align = p->align;
    at += p->size;
    if (!layout_fits(at)) return false;
  }
  if (s->align_min > align) align = s->align_min;
  s->align = align;
  s->unpadded = at;
  s->size = layout_align_up(at, align);
  return layout_fits(s->size);
}

static u64 niche_edge_distance(const Sequence *s) {
  u64 head = s->niche.offset, tail = s->size - head - s->niche.bytes;
  return head < tail ? head : tail;
}

/* Enums prefer niches at an edge of their largest variant, so that small variants fit beside it:
 * when the niche is in the middle, sort once more with the niche pulled to the end. */
bool layout_sequence(Arena *arena, Sequence *s) {
  u32 *order = arena_array(arena, u32, s->n + 1);
  s->niche_at_end = false;
  if (!place_fields(s, order)) return false;
  bool in_middle =
      s->niche.exists && s->niche.offset != 0 && s->size - s->niche.offset - s->niche.bytes > 0;
  if (s->n < 2 || s->last_stays || !s->reorder || !in_middle) return true;
  Sequence other = *s;
  other.parts = arena_copy(arena, s->parts, s->n * sizeof *s->parts);
  other.niche_at_end = true;
  if (place_fields(&other, order) && niche_edge_distance(s) > niche_edge_distance(&other)) {
    memcpy(s->parts, other.parts, s->n * sizeof *s->parts);
    other.parts = s->parts;
    *s = other;
  }
  return true;
}

/* ---- types */

Part layout_part(const Layouter *lay, TypeId t) {
  const TypeEntry *e = type_entry(lay->tt, t);
  return (Part){.size = e->type.size, .align = e->type.align, .niche = e->niche};
}

static void set(TypeEntry *e, u64 size, u64 align) {
  e->type.size = size;
  e->type.align = align;
}

static const char *layout_int(Layouter *lay, TypeEntry *e) {
  (void)lay;
  u64 bytes = e->type.u.integer.bits / 8;
  set(e, bytes, bytes);
  return NULL;
}

static const char *layout_float(Layouter *lay, TypeEntry *e) {
  (void)lay;
  u64 bytes = e->type.u.floating.bits / 8;
  set(e, bytes, bytes);
  return NULL;
}

static const char *layout_bool(Layouter *lay, TypeEntry *e) {
  (void)lay;
  set(e, 1, 1);
  e->niche = niche_make(1, 0, 0, 1);
  return NULL;
}

static const char *layout_char(Layouter *lay, TypeEntry *e) {
  (void)lay;
  set(e, 4, 4);
  e->niche = niche_make(4, 0, 0, 0x10ffff);
  return NULL;
}

static const char *layout_empty(Layouter *lay, TypeEntry *e) {
  (void)lay;
  set(e, 0, 1);
  return NULL;
}

static const char *layout_ptr(Layouter *lay, TypeEntry *e) {
  set(e, type_is_sized(lay->tt, e->type.u.ptr.to) ? 8 : 16, 8);
  if (!ptr_is_raw(e->type.u.ptr.kind)) e->niche = niche_make(8, 0, 1, UINT64_MAX);
  return NULL;
}

static const char *layout_fnptr(Layouter *lay, TypeEntry *e) {
  (void)lay;
  set(e, 8, 8);
  e->niche = niche_make(8, 0, 1, UINT64_MAX);
  return NULL;
}

static const char *layout_array(Layouter *lay, TypeEntry *e) {
  TypeId elem = e->type.u.array.elem;
  const char *why = layout_sized(lay, elem, "array element");
  if (why) return why;
  Part p = layout_part(lay, elem);
  if (e->type.kind == TY_SLICE) {
    set(e, 0, p.align);
    return NULL;
  }
  u64 size;
  if (__builtin_mul_overflow(p.size, e->type.u.array.len, &size) || !layout_fits(size))
    return layout_too_big(lay, lay->current);
  set(e, size, p.align);
  if (e->type.u.array.len) e->niche = p.niche;
  return NULL;
}

static const char *layout_tuple(Layouter *lay, TypeEntry *e) {
  u32 n = e->type.u.tuple.n;
  Part *parts = arena_array(lay->tt->arena, Part, n + 1);
  for (u32 i = 0; i < n; i++) {
    const char *why = layout_sized(lay, e->type.u.tuple.at[i], "tuple field");
    if (why) return why;
    parts[i] = layout_part(lay, e->type.u.tuple.at[i]);
  }
  /* The last field of a tuple keeps its place: it could have been unsized. */
  Sequence s = {.n = n, .parts = parts, .reorder = true, .last_stays = true};
  if (!layout_sequence(lay->tt->arena, &s)) return layout_too_big(lay, lay->current);
  for (u32 i = 0; i < n; i++) e->type.u.tuple.offsets[i] = parts[i].offset;
  set(e, s.size, s.align);
  e->niche = s.niche;
  return NULL;
}

static const char *layout_abstract(Layouter *lay, TypeEntry *e) {
  (void)e;
  return arena_printf(lay->tt->arena, "`%s` is not a concrete type",
                      type_str_of(lay->tt, lay->current));
}

static const char *(*const layout_kind[])(Layouter *, TypeEntry *) = {
    [TY_NONE] = layout_abstract,   [TY_INT] = layout_int,        [TY_FLOAT] = layout_float,
    [TY_BOOL] = layout_bool,       [TY_CHAR] = layout_char,      [TY_NEVER] = layout_empty,
    [TY_STR] = layout_empty,       [TY_TUPLE] = layout_tuple,    [TY_ARRAY] = layout_array,
    [TY_SLICE] = layout_array,     [TY_DYN] = layout_empty,      [TY_PTR] = layout_ptr,
    [TY_ADT] = layout_adt,         [TY_FNPTR] = layout_fnptr,    [TY_FNDEF] = layout_empty,
    [TY_OPAQUE] = layout_abstract, [TY_INFER] = layout_abstract,
};

static const char *layout(Layouter *lay, TypeId t) {
  TypeEntry *e = type_entry(lay->tt, t);
  if (e->type.laid_out) return NULL;
  if (e->in_layout)
    return arena_printf(lay->tt->arena, "recursive type without indirection: `%s`",
                        type_str_of(lay->tt, t));
  if (lay->depth >= LAYOUT_DEPTH_MAX)
    return arena_printf(lay->tt->arena, "the type is nested too deeply: `%s`",
                        type_str_of(lay->tt, t));
  TypeId outer = lay->current;
  lay->current = t;
  lay->depth++;
  e->in_layout = true;
  const char *why = layout_kind[e->type.kind](lay, e);
  e->in_layout = false;
  lay->depth--;
  lay->current = outer;
  if (!why) e->type.laid_out = true;
  return why;
}

const char *layout_any(Layouter *lay, TypeId t) { return layout(lay, t); }

const char *layout_sized(Layouter *lay, TypeId t, const char *what) {
  if (!type_is_sized(lay->tt, t))
    return arena_printf(lay->tt->arena, "the size of `%s`, the type of a%s %s, is not known",
                        type_str_of(lay->tt, t), strchr("aeiou", what[0]) ? "n" : "", what);
  return layout(lay, t);
}

const char *type_layout(TypeTable *tt, TypeId t) {
  Layouter lay = {.tt = tt};
  return layout(&lay, t);
}
