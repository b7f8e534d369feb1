/* The UnsafeCell bytes of a type, found once. */
#include "engine/alias/cells.h"

#include <stdlib.h>

#include "engine/base/memory.h"
#include "engine/mach/machine.h"

typedef struct Ranges {
  CellRange *at;
  u32 len, cap;
} Ranges;

static void add(Ranges *r, u64 lo, u64 hi, bool is_cell) {
  if (lo == hi) return;
  if (r->len && r->at[r->len - 1].is_cell == is_cell) {
    r->at[r->len - 1].hi = hi;
    return;
  }
  if (r->len == r->cap) r->at = vec_grow(r->at, &r->cap, r->len + 1, sizeof *r->at);
  r->at[r->len++] = (CellRange){lo, hi, is_cell};
}

/* Byte by byte: types that mix cells and frozen bytes are small, others are one range. */
static void find(const TypeTable *tt, TypeId t, u64 size, Ranges *out) {
  if (type_is_freeze(tt, t)) {
    add(out, 0, size, false);
    return;
  }
  for (u64 i = 0; i < size; i++) add(out, i, i + 1, type_is_in_cell(tt, t, i));
}

static const CellRange *of_sized(Machine *m, TypeId t, u32 *n) {
  u64 size = mach_type(m, t)->size;
  TypeInfo *ti = &m->type_info[t];
  if (!ti->cells) {
    Ranges r = {0};
    find(m->types, t, size, &r);
    ti->cells = r.at;
    ti->ncells = r.len;
  }
  *n = ti->ncells;
  return ti->cells;
}

static const CellRange *whole(Machine *m, u64 size, bool is_cell, u32 *n) {
  *n = size > 0;
  CellRange *r = arena_new(m->arena, CellRange);
  *r = (CellRange){0, size, is_cell};
  return r;
}

/* A struct with an unsized end. */
static const CellRange *of_struct(Machine *m, TypeId t, Bits meta, u64 size, u32 *n) {
  CellRange *out = arena_array(m->arena, CellRange, size + 1);
  *n = 0;
  for (u64 i = 0; i < size; i++) {
    bool is_cell = mach_is_in_cell(m, t, meta, i);
    if (*n && out[*n - 1].is_cell == is_cell)
      out[*n - 1].hi = i + 1;
    else
      out[(*n)++] = (CellRange){i, i + 1, is_cell};
  }
  return out;
}

const CellRange *cells_of(Machine *m, TypeId pointee, Bits meta, u64 size, u32 *n) {
  pointee = mach_dynamic_type(m, pointee, meta);
  const Type *t = type_get(m->types, pointee);
  if (type_is_sized(m->types, pointee)) return of_sized(m, pointee, n);
  if (type_is_freeze(m->types, pointee)) return whole(m, size, false, n);
  if (t->kind != TY_SLICE) return of_struct(m, pointee, meta, size, n);
  u32 per;
  const CellRange *elem = of_sized(m, t->u.array.elem, &per);
  u64 step = mach_type(m, t->u.array.elem)->size;
  if (!step || (per == 1 && elem->is_cell)) return whole(m, size, true, n);
  u64 count = size / step;
  if (count > UINT32_MAX / (per + 1)) mach_unsupported(m, "a slice of so many cells");
  CellRange *out = arena_array(m->arena, CellRange, count * per + 1);
  *n = 0;
  for (u64 i = 0; i < count; i++)
    for (u32 k = 0; k < per; k++) {
      CellRange r = {i * step + elem[k].lo, i * step + elem[k].hi, elem[k].is_cell};
      if (*n && out[*n - 1].is_cell == r.is_cell)
        out[*n - 1].hi = r.hi;
      else
        out[(*n)++] = r;
    }
  return out;
}
