/* What layout.c (scalars, sequences of fields) and layout_adt.c (structs, unions, enums) share. */
#ifndef LITMUS_IR_LAYOUT_INTERNAL_H
#define LITMUS_IR_LAYOUT_INTERNAL_H

#include "engine/ir/type_internal.h"

typedef struct Layouter {
  TypeTable *tt;
  TypeId current; /* whose layout is being computed */
  u32 depth;
} Layouter;

/* One field of a sequence; its offset is the result. */
typedef struct Part {
  u64 size, align, offset;
  Niche niche;
} Part;

typedef struct Sequence {
  u32 n;
  Part *parts;
  bool reorder, last_stays;
  u64 packed, align_min;         /* 0, or the largest / smallest alignment */
  u64 prefix_size, prefix_align; /* of a tag before the fields; 0: none */
  /* results */
  bool niche_at_end;
  u64 size, unpadded, align;
  u64 first_align; /* alignment of the first field in memory that is not empty, or 0 */
  Niche niche;
} Sequence;

u64 layout_align_up(u64 n, u64 align);
bool layout_fits(u64 size);
const char *layout_too_big(const Layouter *lay, TypeId t);
Part layout_part(const Layouter *lay, TypeId t);
/* Lays out a type, sized or not. */
const char *layout_any(Layouter *lay, TypeId t);
/* Lays out a type that must be sized; `what` names its role. */
const char *layout_sized(Layouter *lay, TypeId t, const char *what);
/* False: too big. */
bool layout_sequence(Arena *arena, Sequence *s);
const char *layout_adt(Layouter *lay, TypeEntry *e);

u128 niche_available(const Niche *n);
Niche niche_make(unsigned bytes, u64 offset, u128 start, u128 end);

#endif
