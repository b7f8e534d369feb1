/* What the files of intrinsics share: the call that is being run. */
#ifndef LITMUS_MACH_INTRINSIC_H
#define LITMUS_MACH_INTRINSIC_H

#include "engine/mach/machine.h"

typedef struct Call {
  Machine *m;
  const Terminator *t;
  const PlaceVal *dest;
  Value arg[4];
  TypeId ty;      /* first type argument, 0 if none */
  unsigned width; /* of that type, in bits */
  bool is_signed;
} Call;

typedef void (*RunIntrinsic)(Call *);

/* The result of the call. */
static inline void give(Call *c, Value v) { mach_store(c->m, c->dest, &v); }
static inline void give_bits(Call *c, Bits b) {
  give(c, value_scalar(c->dest->ty, (Scalar){b, PROV_NONE}));
}
static inline void give_int(Call *c, u128 v) { give_bits(c, bits_const(v)); }
static inline void give_bool(Call *c, Bits cond) { give(c, value_bool(c->m, c->dest->ty, cond)); }

/* Those of integers (intr_int.c) by their number; NULL where it is none. */
extern const RunIntrinsic integer_intrinsics[INTR_COUNT];
/* The same of floats (intr_float.c). */
extern const RunIntrinsic float_intrinsics[INTR_COUNT];

#endif
