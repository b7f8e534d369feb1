/* Which bytes of a pointee lie inside an UnsafeCell (semantics/borrow-models, section 1). */
#ifndef LITMUS_ALIAS_CELLS_H
#define LITMUS_ALIAS_CELLS_H

#include "engine/mem/aliasing.h"

typedef struct CellRange {
  u64 lo, hi; /* bytes [lo, hi) of the pointee */
  bool is_cell;
} CellRange;

/* Covers [0, size) of what a pointer with this metadata points to by maximal ranges in order; none
 * when size is 0. Trait objects are looked into, as the value that is there has cells or not. The
 * list is kept for the type as long as the machine; slices are unrolled into m->arena. */
const CellRange *cells_of(struct Machine *m, TypeId pointee, Bits meta, u64 size, u32 *n);

#endif
