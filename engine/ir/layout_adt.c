/* Layout of structs, unions and enums. An enum is laid out twice, once with a tag in front of every
 * variant and once with the tag hidden in a niche of its largest variant; the better one wins. */
#include "engine/ir/layout_internal.h"

#include <string.h>

/* One way to lay out an enum. */
typedef struct EnumLayout {
  bool exists;
  Sequence *variants;
  u64 size, align;
  TagEncoding encoding;
  unsigned tag_bytes;
  bool tag_signed;
  u64 tag_offset;
  u32 dataful;
  u128 niche_start;
  Niche niche; /* what is left for an enum around this one */
} EnumLayout;

static Part *variant_parts(Layouter *lay, const Variant *v, const char **why) {
  Part *parts = arena_array(lay->tt->arena, Part, v->nfields + 1);
  for (u32 i = 0; i < v->nfields && !*why; i++) {
    *why = layout_sized(lay, v->fields[i].ty, "field");
    if (!*why) parts[i] = layout_part(lay, v->fields[i].ty);
  }
  return parts;
}

static bool reorders(const AdtInfo *info) { return !info->repr_c && !info->repr_int; }

static Sequence variant_sequence(const AdtInfo *info, u32 n, Part *parts) {
  return (Sequence){.n = n,
                    .parts = parts,
                    .reorder = reorders(info),
                    .last_stays = info->last_stays,
                    .packed = info->repr_packed,
                    .align_min = info->repr_align};
}

static void store_offsets(Variant *v, const Sequence *s) {
  for (u32 i = 0; i < v->nfields; i++) v->fields[i].offset = s->parts[i].offset;
}

/* The fields of a struct whose last one is unsized: that one has a known prefix, often empty. */
static Part *unsized_parts(Layouter *lay, const Variant *v, const char **why) {
  u32 last = v->nfields - 1;
  Variant sized = *v;
  sized.nfields = last;
  Part *parts = variant_parts(lay, &sized, why);
  if (!*why) *why = layout_any(lay, v->fields[last].ty);
  if (!*why) parts[last] = layout_part(lay, v->fields[last].ty);
  return parts;
}

static const char *layout_struct(Layouter *lay, TypeEntry *e, AdtInfo *info, u32 variant) {
  const char *why = NULL;
  Variant *v = &info->variants[variant];
  bool is_unsized = info->kind == ADT_STRUCT && !type_is_sized(lay->tt, lay->current);
  Part *parts = is_unsized ? unsized_parts(lay, v, &why) : variant_parts(lay, v, &why);
  Sequence s = variant_sequence(info, v->nfields, parts);
  s.last_stays |= is_unsized;
  if (why) return why;
  if (!layout_sequence(lay->tt->arena, &s)) return layout_too_big(lay, lay->current);
  store_offsets(v, &s);
  e->type.size = is_unsized ? s.unpadded : s.size;
  e->type.align = s.align;
  e->niche = info->is_unsafe_cell ? (Niche){0} : s.niche;
  if (info->is_not_zero && s.size && s.size <= 16) { /* of a wide pointer the address */
    bool is_wide = v->nfields && type_is_wide_ptr(lay->tt, v->fields[0].ty);
    unsigned bytes = is_wide ? 8 : (unsigned)s.size;
    e->niche = niche_make(bytes, 0, 1, u128_mask(~(u128)0, bytes * 8));
  }
  info->tag_encoding = TAG_NONE;
  info->niche_dataful = variant;
  return NULL;
}

static const char *layout_union(Layouter *lay, TypeEntry *e, AdtInfo *info) {
  const char *why = NULL;
  Variant *v = &info->variants[0];
  Part *parts = variant_parts(lay, v, &why);
  if (why) return why;
  u64 size = 0, align = 1;
  for (u32 i = 0; i < v->nfields; i++) {
    u64 a = parts[i].align;
    if (info->repr_packed && info->repr_packed < a) a = info->repr_packed;
    if (a > align) align = a;
    if (parts[i].size > size) size = parts[i].size;
    v->fields[i].offset = 0;
  }
  if (info->repr_align > align) align = info->repr_align;
  e->type.align = align;
  e->type.size = layout_align_up(size, align);
  return layout_fits(e->type.size) ? NULL : layout_too_big(lay, lay->current);
}

/* ---- enums */

/* A variant that cannot exist and takes no room: layout forgets it. */
static bool is_absent(const TypeTable *tt, const Variant *v) {
  bool uninhabited = false;
  for (u32 i = 0; i < v->nfields; i++) {
    if (type_size(tt, v->fields[i].ty) != 0 || type_align(tt, v->fields[i].ty) != 1) return false;
    uninhabited |= type_is_uninhabited(tt, v->fields[i].ty);
  }
  return uninhabited;
}

static bool is_uninhabited(const TypeTable *tt, const Variant *v) {
  for (u32 i = 0; i < v->nfields; i++)
    if (type_is_uninhabited(tt, v->fields[i].ty)) return true;
  return false;
}

static unsigned bytes_for_unsigned(u128 v) {
  unsigned bytes = 1;
  while (bytes < 16 && v >> (bytes * 8)) bytes *= 2;
  return bytes;
}

static unsigned bytes_for_signed(i128 v) {
  unsigned bytes = 1;
  while (bytes < 16 && u128_sext((u128)v, bytes * 8) != v) bytes *= 2;
  return bytes;
}

typedef struct DiscrRange {
  i128 min, max;
} DiscrRange;

static DiscrRange discr_range(const AdtInfo *info) {
  DiscrRange r = {0, 0};
  bool any = false;
  for (u32 i = 0; i < info->nvariants; i++) {
    if (!info->repr_c && info->variants[i].is_uninhabited) continue;
    i128 d = info->variants[i].discr;
    if (!any || d < r.min) r.min = d;
    if (!any || d > r.max) r.max = d;
    any = true;
  }
  return r;
}

/* The smallest integer that holds all discriminants, or the one that repr asks for. */
static void choose_tag(const TypeTable *tt, const AdtInfo *info, DiscrRange r, EnumLayout *l) {
  if (info->repr_int) {
    l->tag_bytes = (unsigned)type_size(tt, info->repr_int);
    l->tag_signed = type_get(tt, info->repr_int)->u.integer.is_signed;
    return;
  }
  unsigned least = info->repr_c ? 4 : 1;
  l->tag_signed = r.min < 0;
  if (l->tag_signed) {
    unsigned lo = bytes_for_signed(r.min), hi = bytes_for_signed(r.max);
    l->tag_bytes = lo > hi ? lo : hi;
  } else {
    l->tag_bytes = bytes_for_unsigned((u128)r.max);
  }
  if (l->tag_bytes < least) l->tag_bytes = least;
}

/* A tag may grow into the padding behind it up to the alignment of the first field. */
static void widen_tag(const AdtInfo *info, EnumLayout *l, u64 first_align) {
  bool fixed = info->repr_c || info->repr_int || first_align > 16;
  if (fixed || first_align <= l->tag_bytes) return;
  u64 old = l->tag_bytes;
  l->tag_bytes = (unsigned)first_align;
  for (u32 v = 0; v < info->nvariants; v++) {
    Sequence *s = &l->variants[v];
    for (u32 i = 0; i < s->n; i++)
      if (s->parts[i].offset <= old) s->parts[i].offset = first_align;
  }
}

static bool layout_tagged(Layouter *lay, const AdtInfo *info, Part *const *parts, EnumLayout *l) {
  Arena *arena = lay->tt->arena;
  DiscrRange range = discr_range(info);
  *l = (EnumLayout){.exists = true, .encoding = TAG_DIRECT, .align = 1};
  choose_tag(lay->tt, info, range, l);
  l->variants = arena_array(arena, Sequence, info->nvariants);
  u64 prefix_align = l->tag_bytes, first_align = 256;
  for (u32 v = 0; info->repr_c && v < info->nvariants; v++)
    for (u32 i = 0; i < info->variants[v].nfields; i++)
      if (parts[v][i].align > prefix_align) prefix_align = parts[v][i].align;
  for (u32 v = 0; v < info->nvariants; v++) {
    u32 n = info->variants[v].nfields;
    Sequence *s = &l->variants[v];
    *s = variant_sequence(info, n, arena_copy(arena, parts[v], (n + 1) * sizeof(Part)));
    s->prefix_size = l->tag_bytes;
    s->prefix_align = prefix_align;
    if (!layout_sequence(arena, s)) return false;
    if (s->size > l->size) l->size = s->size;
    if (s->align > l->align) l->align = s->align;
    if (s->first_align && s->first_align < first_align) first_align = s->first_align;
  }
  l->size = layout_align_up(l->size, l->align);
  widen_tag(info, l, first_align);
  unsigned bits = l->tag_bytes * 8;
  l->niche = niche_make(l->tag_bytes, 0, u128_mask((u128)range.min, bits),
                        u128_mask((u128)range.max, bits));
  return layout_fits(l->size);
}

/* Takes `count` values from a niche, from the end that leaves zero for the outermost enum to use as
 * long as possible. */
static bool niche_reserve(const Niche *n, u128 count, u128 *start, Niche *rest) {
  if (!n->exists || count > niche_available(n)) return false;
  unsigned bits = n->bytes * 8u;
  u128 max = u128_mask(~(u128)0, bits);
  u128 new_end = u128_mask(n->end + count, bits);
  bool at_start;
  if (n->start > n->end)
    at_start = false;
  else if (n->start <= max - n->end)
    at_start = count <= n->start;
  else
    at_start = new_end >= 1 && new_end <= n->end; /* the end would step over zero */
  u128 new_start = u128_mask(n->start - count, bits);
  *start = at_start ? new_start : u128_mask(n->end + 1, bits);
  *rest = at_start ? niche_make(n->bytes, n->offset, new_start, n->end)
                   : niche_make(n->bytes, n->offset, n->start, new_end);
  return true;
}

/* Moves a small variant behind the niche if it does not fit before it. */
static bool fit_beside(Sequence *s, const Niche *n, u64 size) {
  if (s->size <= n->offset) return true;
  u64 shift = layout_align_up(n->offset + n->bytes, s->align);
  if (shift + s->size > size) return false;
  for (u32 i = 0; i < s->n; i++) s->parts[i].offset += shift;
  return true;
}

static bool has_explicit_discriminants(const AdtInfo *info) {
  for (u32 v = 0; v < info->nvariants; v++)
    if (info->variants[v].discr != (i128)v) return true;
  return false;
}

/* True unless too big; l->exists tells whether there is such a layout. */
static bool layout_niche(Layouter *lay, const AdtInfo *info, Part *const *parts, EnumLayout *l) {
  Arena *arena = lay->tt->arena;
  *l = (EnumLayout){.encoding = TAG_NICHE, .align = 1};
  if (info->nvariants < 2 || !reorders(info) || has_explicit_discriminants(info)) return true;
  l->variants = arena_array(arena, Sequence, info->nvariants);
  for (u32 v = 0; v < info->nvariants; v++) {
    u32 n = info->variants[v].nfields;
    Sequence *s = &l->variants[v];
    *s = variant_sequence(info, n, arena_copy(arena, parts[v], (n + 1) * sizeof(Part)));
    if (!layout_sequence(arena, s)) return false;
    if (s->align > l->align) l->align = s->align;
    if (s->size >= l->variants[l->dataful].size) l->dataful = v;
  }
  u32 first = 0, last = 0;
  bool any = false;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (v == l->dataful || info->variants[v].is_absent) continue;
    if (!any) first = v;
    last = v;
    any = true;
  }
  Niche n = l->variants[l->dataful].niche;
  if (!any || !niche_reserve(&n, (u128)(last - first) + 1, &l->niche_start, &l->niche)) return true;
  /* Number 0 (or 1) counts as stored too, even when it cannot exist: one rule for all. */
  u32 zero = l->dataful == 0 ? 1 : 0;
  l->niche_start = u128_mask(l->niche_start - (first - zero), n.bytes * 8u);
  l->size = layout_align_up(l->variants[l->dataful].size, l->align);
  for (u32 v = 0; v < info->nvariants; v++)
    if (v != l->dataful && !fit_beside(&l->variants[v], &n, l->size)) return true;
  l->tag_bytes = n.bytes;
  l->tag_offset = n.offset;
  l->exists = true;
  return layout_fits(l->size);
}

static void adopt(Layouter *lay, TypeEntry *e, AdtInfo *info, const EnumLayout *l) {
  info->tag_encoding = l->encoding;
  info->tag_offset = l->tag_offset;
  bool is_repr = l->encoding == TAG_DIRECT && info->repr_int;
  info->tag_ty = is_repr ? info->repr_int : type_int(lay->tt, l->tag_bytes * 8, l->tag_signed);
  info->niche_dataful = l->dataful;
  info->niche_start = l->niche_start;
  for (u32 v = 0; v < info->nvariants; v++) store_offsets(&info->variants[v], &l->variants[v]);
  e->type.size = l->size;
  e->type.align = l->align;
  e->niche = l->niche;
}

static const char *layout_enum(Layouter *lay, TypeEntry *e, AdtInfo *info) {
  const char *why = NULL;
  if (info->repr_int && (why = layout_sized(lay, info->repr_int, "tag"))) return why;
  Part **parts = arena_array(lay->tt->arena, Part *, info->nvariants + 1);
  u32 npresent = 0, present = 0;
  for (u32 v = 0; v < info->nvariants && !why; v++) {
    parts[v] = variant_parts(lay, &info->variants[v], &why);
    if (why) return why;
    info->variants[v].is_uninhabited = is_uninhabited(lay->tt, &info->variants[v]);
    info->variants[v].is_absent = is_absent(lay->tt, &info->variants[v]);
    if (info->variants[v].is_absent) continue;
    npresent++;
    present = v;
  }
  bool plain = reorders(info);
  if (info->nvariants == 0 || (plain && npresent == 0)) {
    e->type.size = 0;
    e->type.align = 1;
    return NULL;
  }
  if (plain && npresent == 1) return layout_struct(lay, e, info, present);

  EnumLayout tagged, niche;
  if (!layout_tagged(lay, info, parts, &tagged)) return layout_too_big(lay, lay->current);
  if (!layout_niche(lay, info, parts, &niche)) return layout_too_big(lay, lay->current);
  bool hide = niche.exists && (niche.size < tagged.size ||
                               (niche.size == tagged.size &&
                                niche_available(&niche.niche) > niche_available(&tagged.niche)));
  adopt(lay, e, info, hide ? &niche : &tagged);
  TypeEntry *tag = type_entry(lay->tt, info->tag_ty);
  return tag->type.laid_out ? NULL : layout_sized(lay, info->tag_ty, "tag");
}

static bool is_alignment(u64 a) { return (a & (a - 1)) == 0 && a <= (u64)1 << 29; }

const char *layout_adt(Layouter *lay, TypeEntry *e) {
  AdtInfo *info = e->type.u.adt.info;
  if (!info)
    return arena_printf(lay->tt->arena, "`%s` has no definition",
                        type_str_of(lay->tt, lay->current));
  if (!is_alignment(info->repr_align) || !is_alignment(info->repr_packed))
    return arena_printf(lay->tt->arena, "`%s` asks for an alignment that is not a power of two",
                        info->name);
  switch (info->kind) {
  case ADT_STRUCT: return layout_struct(lay, e, info, 0);
  case ADT_UNION: return layout_union(lay, e, info);
  case ADT_ENUM: return layout_enum(lay, e, info);
  }
  return NULL;
}
