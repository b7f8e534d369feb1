/* Whether an identity of real numbers holds for floats is a hard question for a solver when it does
 * not: the circuits are large, and one bad pair of numbers is as good as any other. Trying zeros,
 * infinities, NaNs and numbers of very different size finds one at once, and a readable one. */
#include "solver/guess.h"

enum { GUESSES = 3000 };

static const u32 narrow[] = {0x00000000, 0x80000000, 0x3f800000, 0xbf800000, 0x40000000, 0x3f000000,
                             0x3dcccccd, 0x40400000, 0x7f800000, 0xff800000, 0x7fc00000, 0xffc00000,
                             0x7f800001, 0x4b800000, 0xcb800000, 0x7149f2ca, 0xf149f2ca, 0x7f7fffff,
                             0xff7fffff, 0x00800000, 0x00000001, 0x33800000, 0x3f7fffff, 0xbf000000,
                             0x4f000000, 0x01000001, 0xffffffff, 0x7fffffff};

static const u64 wide[] = {
    0x0000000000000000, 0x8000000000000000, 0x3ff0000000000000, 0xbff0000000000000,
    0x4000000000000000, 0x3fe0000000000000, 0x3fb999999999999a, 0x4008000000000000,
    0x7ff0000000000000, 0xfff0000000000000, 0x7ff8000000000000, 0xfff8000000000000,
    0x7ff0000000000001, 0x4340000000000000, 0xc340000000000000, 0x7e37e43c8800759c,
    0xfe37e43c8800759c, 0x7fefffffffffffff, 0xffefffffffffffff, 0x0010000000000000,
    0x0000000000000001, 0x3ca0000000000000, 0x3fefffffffffffff, 0xbfe0000000000000,
    0x43e0000000000000, 0x0020000000000001, 0xffffffffffffffff, 0x7fffffffffffffff};

enum { NAMED = sizeof narrow / sizeof *narrow };
_Static_assert(NAMED == sizeof wide / sizeof *wide, "the same numbers");

static u32 draw(u64 *state) {
  *state = *state * 6364136223846793005ull + 1442695040888963407ull;
  return (u32)(*state >> 33);
}

static u128 value(u64 *state, unsigned width) {
  u32 r = draw(state);
  bool maybe_float = width == 32 || width == 64;
  if (maybe_float && r % 8 < 4) /* a small whole number */
    return term_fold_float(TERM_FFROM_S, 16, width, u128_mask(r / 8 % 512 - (u128)256, 16), 0, 0);
  if (maybe_float && r % 8 < 7)
    return width == 32 ? narrow[r / 8 % NAMED] : (u128)wide[r / 8 % NAMED];
  switch (r / 8 % 4) {
  case 0: return u128_mask(draw(state) % 4, width);
  case 1: return u128_mask(-(u128)(draw(state) % 4), width);
  case 2: return (u128)1 << draw(state) % width;
  default: return u128_mask((u128)draw(state) << 62 | (u128)draw(state) << 31 | draw(state), width);
  }
}

/* Now and then an earlier number, or its negation: what cancels shows the most. */
static bool repeat(u64 *state, Terms *ts, const Term *vars, u32 i, u128 *vals) {
  u32 r = draw(state);
  unsigned width = term_width(ts, vars[i]);
  if (!i || r % 4) return false;
  u32 k = r / 4 % i;
  if (term_width(ts, vars[k]) != width) return false;
  vals[i] = vals[k] ^ (r / 4096 % 2 ? (u128)1 << (width - 1) : 0);
  return true;
}

bool guess_values(Terms *ts, const Term *conds, u32 n, const Term *vars, u32 nvars, u128 *vals) {
  u64 state = 1;
  for (u32 round = 0; round < GUESSES; round++) {
    for (u32 i = 0; i < nvars; i++)
      if (!repeat(&state, ts, vars, i, vals)) vals[i] = value(&state, term_width(ts, vars[i]));
    bool ok = true;
    for (u32 i = 0; ok && i < n; i++) {
      u128 v = 0;
      ok = term_eval(ts, conds[i], vars, vals, nvars, &v) && v == 1;
    }
    if (ok) return true;
  }
  return false;
}
