/* The integer types the whole project speaks. */
#ifndef LITMUS_BASE_TYPES_H
#define LITMUS_BASE_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int64_t i64;
typedef unsigned __int128 u128;
typedef __int128 i128;

/* All bits above `width` cleared; `width` is 1..128. */
static inline u128 u128_mask(u128 v, unsigned width) {
  return width >= 128 ? v : v & (((u128)1 << width) - 1);
}

/* `v`, a two's complement number of `width` bits (1..128), as a signed number. */
static inline i128 u128_sext(u128 v, unsigned width) {
  unsigned spare = 128 - width;
  return (i128)(v << spare) >> spare;
}

/* The exponent of an alignment, which is a power of two. */
static inline u8 align_log2(u64 align) {
  u8 n = 0;
  while (((u64)1 << n) < align) n++;
  return n;
}

#endif
