/* Operators on floats: their values on constants against the host's and against Z3's, the rules,
 * the evaluator. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "solver/smt.h"

static u64 next(u64 *state) {
  *state = *state * 6364136223846793005ull + 1442695040888963407ull;
  return *state >> 20 ^ *state << 40;
}

/* Zeros, subnormal and normal numbers at the edges, infinities, NaNs quiet and signalling. */
static u128 special(unsigned width, u32 i) {
  static const u32 small[] = {0,          1,          2,          0x007fffff, 0x00800000,
                              0x3f800000, 0x3f7fffff, 0x3f000000, 0x3f000001, 0x40000000,
                              0x40200000, 0x4b000000, 0x4b000001, 0x4effffff, 0x4f000000,
                              0x5f000000, 0x5f800000, 0x7f7fffff, 0x7f000000, 0x7f800000,
                              0x7f800001, 0x7fc00000, 0x7fffffff, 0x42fe0000, 0x43000000,
                              0x437f0000, 0x43800000, 0x3fc00000, 0x7effffff, 0x47ffff00};
  static const u64 big[] = {0,
                            1,
                            2,
                            0x000fffffffffffff,
                            0x0010000000000000,
                            0x3ff0000000000000,
                            0x3fefffffffffffff,
                            0x3fe0000000000000,
                            0x3fe0000000000001,
                            0x4000000000000000,
                            0x4004000000000000,
                            0x4330000000000000,
                            0x4330000000000001,
                            0x41dfffffffc00000,
                            0x41e0000000000000,
                            0x43e0000000000000,
                            0x43f0000000000000,
                            0x7fefffffffffffff,
                            0x7fe0000000000000,
                            0x7ff0000000000000,
                            0x7ff0000000000001,
                            0x7ff8000000000000,
                            0x7fffffffffffffff,
                            0x47efffffe0000000,
                            0x47efffffefffffff,
                            0x47effffff0000000,
                            0x36a0000000000000,
                            0x3690000000000000,
                            0x3690000000000001,
                            0x47dfffffffffffff};
  u128 v = width == 32 ? small[i / 2 % 30] : big[i / 2 % 30];
  return i & 1 ? v | (u128)1 << (width - 1) : v;
}

static u128 random_float(u64 *state, unsigned width) {
  u64 r = next(state);
  switch (r % 4) {
  case 0: return special(width, (u32)(r >> 8));
  case 1: { /* of moderate size */
    u64 bits = next(state);
    double d = (double)(i64)(bits >> (r >> 8 & 63)) / (1 << (r >> 16 & 15));
    float f = (float)d;
    u32 b = 0;
    memcpy(&b, &f, 4);
    memcpy(&bits, &d, 8);
    return width == 32 ? b : bits;
  }
  default: return u128_mask(next(state), width);
  }
}

static u128 random_integer(u64 *state, unsigned width) {
  u128 v = (u128)next(state) << 64 | next(state);
  u64 r = next(state);
  if (r & 1) v >>= r >> 8 & 127;
  if (r & 2) v = -v;
  if (r & 4) v = ((u128)1 << (r >> 16 & 127)) - (r >> 24 & 1);
  return u128_mask(v, width);
}

/* ---- constants */

/* The host's compiler converts integers of 128 bits by code of its own. */
static void integers_become_floats(void **state) {
  (void)state;
  u64 seed = 1;
  for (u32 i = 0; i < 200000; i++) {
    u128 v = random_integer(&seed, 128);
    float fu = (float)v, fs = (float)(i128)v;
    double du = (double)v, ds = (double)(i128)v;
    u32 bu, bs;
    u64 cu, cs;
    memcpy(&bu, &fu, 4), memcpy(&bs, &fs, 4), memcpy(&cu, &du, 8), memcpy(&cs, &ds, 8);
    assert_int_equal(term_fold_float(TERM_FFROM_U, 128, 32, v, 0, 0), bu);
    assert_int_equal(term_fold_float(TERM_FFROM_S, 128, 32, v, 0, 0), bs);
    assert_int_equal(term_fold_float(TERM_FFROM_U, 128, 64, v, 0, 0), cu);
    assert_int_equal(term_fold_float(TERM_FFROM_S, 128, 64, v, 0, 0), cs);
    float narrow = (float)(int16_t)(u64)v;
    memcpy(&bs, &narrow, 4);
    assert_int_equal(term_fold_float(TERM_FFROM_S, 16, 32, u128_mask(v, 16), 0, 0), bs);
  }
}

static void floats_become_integers(void **state) {
  (void)state;
  u64 seed = 2;
  for (u32 i = 0; i < 200000; i++) {
    u64 bits = (u64)random_float(&seed, 64);
    double d;
    memcpy(&d, &bits, 8);
    u64 u = isnan(d) || d <= -1 ? 0 : d >= 0x1p64 ? UINT64_MAX : (u64)d;
    i64 s = isnan(d) ? 0 : d >= 0x1p63 ? INT64_MAX : d < -0x1p63 ? INT64_MIN : (i64)d;
    int32_t t = isnan(d) ? 0 : d >= 0x1p31 ? INT32_MAX : d <= -0x1p31 ? INT32_MIN : (int32_t)d;
    assert_true(term_fold_float(TERM_FTO_U, 64, 64, bits, 0, 0) == u);
    assert_true(term_fold_float(TERM_FTO_S, 64, 64, bits, 0, 0) == (u64)s);
    assert_true(term_fold_float(TERM_FTO_S, 64, 32, bits, 0, 0) == (uint32_t)t);
    u32 half = (u32)random_float(&seed, 32);
    float f;
    memcpy(&f, &half, 4);
    u128 most = ~(u128)0;
    u128 w = isnan(f) || f <= -1 ? 0 : isinf(f) ? most : (u128)f;
    i128 x = isnan(f)         ? 0
             : f >= 0x1p127f  ? (i128)(most >> 1)
             : f <= -0x1p127f ? (i128)((u128)1 << 127)
                              : (i128)f;
    assert_true(term_fold_float(TERM_FTO_U, 32, 128, half, 0, 0) == w);
    assert_true(term_fold_float(TERM_FTO_S, 32, 128, half, 0, 0) == (u128)x);
  }
}

static void known_results(void **state) {
  (void)state;
  const u128 one = 0x3f800000, nan = term_float_nan(32), inf = 0x7f800000, minus = 0x80000000;
  assert_true(term_fold_bin(TERM_FADD, 32, one, one) == 0x40000000);
  assert_true(term_fold_bin(TERM_FSUB, 32, one, one) == 0);
  assert_true(term_fold_bin(TERM_FADD, 32, minus, minus) == minus);
  assert_true(term_fold_bin(TERM_FDIV, 32, 0, 0) == nan);
  assert_true(term_fold_bin(TERM_FDIV, 32, one, minus) == (inf | minus));
  assert_true(term_fold_bin(TERM_FMUL, 32, inf, 0) == nan);
  assert_true(term_fold_bin(TERM_FADD, 32, 0xff800001, one) == nan);
  assert_true(term_fold_bin(TERM_FEQ, 32, nan, nan) == 0);
  assert_true(term_fold_bin(TERM_FEQ, 32, 0, minus) == 1);
  assert_true(term_fold_bin(TERM_FLT, 32, minus, 0) == 0);
  assert_true(term_fold_float(TERM_FSQRT, 32, 32, minus, 0, 0) == minus);
  assert_true(term_fold_float(TERM_FCEIL, 32, 32, 0xbf000000, 0, 0) == minus);
  assert_true(term_fold_float(TERM_FROUND, 32, 32, 0x40200000, 0, 0) == 0x40400000);
  assert_true(term_fold_float(TERM_FROUND_EVEN, 32, 32, 0x40200000, 0, 0) == 0x40000000);
  assert_true(term_fold_float(TERM_FFROM_U, 128, 32, ~(u128)0, 0, 0) == inf);
  /* One rounding: (1 + 2^-12)^2 - (1 + 2^-11) is 2^-24. */
  assert_true(term_fold_float(TERM_FMA, 32, 32, 0x3f800800, 0x3f800800, 0xbf801000) == 0x33800000);
  assert_true(term_fold_float_rem(32, 0xc0e00000, 0x40400000) == 0xbf800000); /* -7 % 3 */
}

/* ---- Z3 */

typedef struct Lab {
  Terms *ts;
  Smt *smt;
  Oracle *o;
} Lab;

static Lab lab_open(void) {
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 50000000);
  return (Lab){ts, smt, smt_oracle(smt)};
}
static void lab_close(Lab *l) {
  l->o->destroy(l->o);
  smt_destroy(l->smt);
  terms_destroy(l->ts);
}

static Term variable(Lab *l, u32 id, unsigned width) {
  return term_var(l->ts, (TermVar){.id = id, .width = (u8)width});
}

static Term operation(Lab *l, TermOp op, unsigned to, const Term *x) {
  if (op == TERM_FMA) return term_fma(l->ts, x[0], x[1], x[2]);
  if (op >= TERM_FCONVERT) return term_float_to(l->ts, op, x[0], to);
  if (term_op_arity(op) == 1) return term_un(l->ts, op, x[0]);
  return term_bin(l->ts, op, x[0], x[1]);
}

/* Given the operands, the operator has the value that folding gives and no other. */
static void agrees(Lab *l, TermOp op, unsigned from, unsigned to, const u128 *v) {
  Term x[3], conds[4], k[3];
  u32 n = term_op_arity(op);
  for (u32 i = 0; i < n; i++) {
    x[i] = variable(l, 10 * from + i, from);
    k[i] = term_const(l->ts, from, v[i]);
    conds[i] = term_bin(l->ts, TERM_EQ, x[i], k[i]);
  }
  Term t = operation(l, op, to, x), value = operation(l, op, to, k);
  u128 folded, evaluated;
  assert_true(term_is_const(l->ts, value, &folded));
  assert_true(term_eval(l->ts, t, x, v, n, &evaluated));
  assert_true(folded == evaluated);
  conds[n] = term_not(l->ts, term_bin(l->ts, TERM_EQ, t, value));
  Feasible other = l->o->feasible(l->o, l->ts, conds, n + 1);
  if (other != FEASIBLE_NO)
    fail_msg("%s of %u bits to %u: operands %llx%016llx %llx %llx give %llx", term_op_name(op),
             from, to, (unsigned long long)(v[0] >> 64), (unsigned long long)v[0],
             (unsigned long long)v[1], (unsigned long long)v[2], (unsigned long long)folded);
}

static void z3_agrees_on(TermOp op, unsigned from, unsigned to, u32 count, u64 seed) {
  Lab l = lab_open();
  for (u32 i = 0; i < count; i++) {
    u128 v[3];
    for (u32 k = 0; k < 3; k++)
      v[k] = op == TERM_FFROM_U || op == TERM_FFROM_S ? random_integer(&seed, from)
                                                      : random_float(&seed, from);
    agrees(&l, op, from, to, v);
  }
  lab_close(&l);
}

static void z3_agrees_with_folding(void **state) {
  (void)state;
  const char *more = getenv("FLOAT_TRIALS");
  u32 count = more ? (u32)atoi(more) : 12;
  for (unsigned width = 32; width <= 64; width += 32) {
    for (TermOp op = TERM_FADD; op <= TERM_FLE; op++)
      z3_agrees_on(op, width, op >= TERM_FEQ ? 1 : width, count, op + width);
    z3_agrees_on(TERM_FCONVERT, width, 96 - width, 2 * count, width);
    for (unsigned other = 8; other <= 128; other *= 2)
      for (TermOp op = TERM_FFROM_U; op <= TERM_FTO_S; op++) {
        bool from_int = op == TERM_FFROM_U || op == TERM_FFROM_S;
        z3_agrees_on(op, from_int ? other : width, from_int ? width : other, count, op + other);
      }
  }
}

/* Models that Z3 finds are the evaluator's, else the answer would be "unknown". */
static void models_hold(void **state) {
  (void)state;
  Lab l = lab_open();
  Term x = variable(&l, 1, 32), y = variable(&l, 2, 32);
  Term sum = term_bin(l.ts, TERM_FADD, x, y), vars[2] = {x, y};
  Term one = term_const(l.ts, 32, 0x3f800000);
  Term conds[] = {term_bin(l.ts, TERM_FLT, one, x), term_bin(l.ts, TERM_FEQ, sum, x),
                  term_bin(l.ts, TERM_FLT, one, y)};
  u128 v[2];
  assert_int_equal(l.o->values(l.o, l.ts, conds, 3, vars, 2, v), FEASIBLE_YES);
  Term nan = term_is_nan(l.ts, sum);
  assert_int_equal(l.o->values(l.o, l.ts, &nan, 1, vars, 2, v), FEASIBLE_YES);
  Term other = term_and(
      l.ts, nan,
      term_not(l.ts, term_bin(l.ts, TERM_EQ, sum, term_const(l.ts, 32, term_float_nan(32)))));
  assert_int_equal(l.o->feasible(l.o, l.ts, &other, 1), FEASIBLE_NO);
  lab_close(&l);
}

/* ---- rules */

static void never_nan(void **state) {
  (void)state;
  Lab l = lab_open();
  Term i = variable(&l, 1, 64), f = term_float_to(l.ts, TERM_FFROM_S, i, 32);
  assert_true(term_is_false(l.ts, term_is_nan(l.ts, f)));
  assert_false(term_is_const(l.ts, term_is_nan(l.ts, variable(&l, 2, 32)), NULL));
  Term x = variable(&l, 3, 64), y = variable(&l, 4, 64);
  assert_int_equal(term_bin(l.ts, TERM_FADD, x, y), term_bin(l.ts, TERM_FADD, y, x));
  assert_int_not_equal(term_bin(l.ts, TERM_FSUB, x, x), term_const(l.ts, 64, 0));
  assert_int_not_equal(term_bin(l.ts, TERM_FADD, x, term_const(l.ts, 64, 0)), x);
  lab_close(&l);
}

static void which_nan_does_not_matter(void **state) {
  (void)state;
  Lab l = lab_open();
  Term x = variable(&l, 1, 32), y = variable(&l, 2, 32), bits = variable(&l, 3, 32);
  Term sum = term_bin(l.ts, TERM_FMUL, x, y);
  Term nan = term_bin(l.ts, TERM_OR, bits, term_const(l.ts, 32, 0x7fc00000));
  Term chosen = term_ite(l.ts, term_bin(l.ts, TERM_FEQ, sum, sum), sum, nan);
  assert_int_equal(term_bin(l.ts, TERM_FADD, chosen, y), term_bin(l.ts, TERM_FADD, sum, y));
  assert_int_equal(term_is_nan(l.ts, chosen), term_is_nan(l.ts, sum));
  assert_int_equal(term_float_to(l.ts, TERM_FTO_S, chosen, 8),
                   term_float_to(l.ts, TERM_FTO_S, sum, 8));
  /* A payload that is chosen only where it is not zero keeps a NaN a NaN. */
  Term low = term_extract(l.ts, bits, 22, 0), zero = term_const(l.ts, 23, 0);
  Term some = term_not(l.ts, term_bin(l.ts, TERM_EQ, low, zero));
  Term guard = term_and(l.ts, term_bin(l.ts, TERM_ULT, x, y), some);
  Term quiet = term_const(l.ts, 23, 0x400000), top = term_const(l.ts, 9, 0x1ff);
  Term payload = term_ite(l.ts, guard, low, quiet);
  Term other = term_bin(l.ts, TERM_CONCAT, top, payload);
  assert_true(term_is_true(l.ts, term_is_nan(l.ts, other)));
  other =
      term_bin(l.ts, TERM_CONCAT, top, term_ite(l.ts, term_bin(l.ts, TERM_ULT, x, y), low, quiet));
  assert_false(term_is_const(l.ts, term_is_nan(l.ts, other), NULL));
  /* What is known to be a NaN needs no operator. */
  assert_true(term_is_true(l.ts, term_is_nan(l.ts, nan)));
  assert_int_equal(term_bin(l.ts, TERM_FSUB, x, nan), term_const(l.ts, 32, 0x7fc00000));
  assert_int_equal(term_float_to(l.ts, TERM_FCONVERT, nan, 64),
                   term_const(l.ts, 64, term_float_nan(64)));
  assert_int_equal(term_float_to(l.ts, TERM_FTO_U, nan, 16), term_const(l.ts, 16, 0));
  /* Not if the other value may be a number. */
  Term maybe = term_ite(l.ts, term_bin(l.ts, TERM_FEQ, sum, sum), sum, bits);
  assert_int_not_equal(term_bin(l.ts, TERM_FADD, maybe, y), term_bin(l.ts, TERM_FADD, sum, y));
  lab_close(&l);
}

/* What the constructor makes differs from the plain operator for no operands. */
static void same_for_all(Lab *l, TermOp op, Term a, Term b) {
  Term built = term_bin(l->ts, op, a, b), plain = term_raw_bin(l->ts, op, a, b);
  assert_int_not_equal(built, plain);
  Term differ = term_not(l->ts, term_bin(l->ts, TERM_EQ, built, plain));
  assert_int_equal(l->o->feasible(l->o, l->ts, &differ, 1), FEASIBLE_NO);
}

static void rules_are_proved(void **state) {
  (void)state;
  Lab l = lab_open();
  for (unsigned w = 32; w <= 64; w += 32) {
    Term x = variable(&l, w, w), minus = term_const(l.ts, w, (u128)1 << (w - 1));
    Term one = term_const(l.ts, w, w == 32 ? 0x3f800000 : 0x3ff0000000000000);
    same_for_all(&l, TERM_FADD, x, minus);
    same_for_all(&l, TERM_FSUB, x, term_const(l.ts, w, 0));
    same_for_all(&l, TERM_FMUL, x, one);
    same_for_all(&l, TERM_FDIV, x, one);
    if (w == 32) same_for_all(&l, TERM_FADD, x, x);
  }
  lab_close(&l);
}

/* Those that Z3 takes long to prove: on all pairs of special numbers. */
static void same_on_samples(Lab *l, TermOp op, Term a, Term b, const Term *vars) {
  Term built = term_bin(l->ts, op, a, b), plain = term_raw_bin(l->ts, op, a, b);
  unsigned width = term_width(l->ts, a);
  assert_int_not_equal(built, plain);
  for (u32 i = 0; i < 60 * 60; i++) {
    u128 v[2] = {special(width, i % 60), special(width, i / 60)}, x = 0, y = 0;
    assert_true(term_eval(l->ts, built, vars, v, 2, &x) && term_eval(l->ts, plain, vars, v, 2, &y));
    assert_true(x == y);
  }
}

static void rules_hold_on_samples(void **state) {
  (void)state;
  Lab l = lab_open();
  for (unsigned w = 32; w <= 64; w += 32) {
    Term v[2] = {variable(&l, w, w), variable(&l, w + 1, w)};
    Term minus = term_const(l.ts, w, (u128)1 << (w - 1));
    Term nx = term_bin(l.ts, TERM_XOR, v[0], minus), ny = term_bin(l.ts, TERM_XOR, v[1], minus);
    u128 one = w == 32 ? 0x3f800000 : 0x3ff0000000000000, step = (u128)1 << (w == 32 ? 23 : 52);
    u32 most = w == 32 ? 126 : 1022;
    same_on_samples(&l, TERM_FDIV, v[0], term_const(l.ts, w, one + step), v);
    same_on_samples(&l, TERM_FDIV, v[0], term_const(l.ts, w, one + most * step), v);
    same_on_samples(&l, TERM_FDIV, v[0], term_const(l.ts, w, one - most * step), v);
    same_on_samples(&l, TERM_FADD, v[0], v[0], v);
    same_on_samples(&l, TERM_FADD, v[0], ny, v);
    same_on_samples(&l, TERM_FADD, nx, v[1], v);
    same_on_samples(&l, TERM_FADD, nx, ny, v);
    same_on_samples(&l, TERM_FSUB, v[0], ny, v);
    same_on_samples(&l, TERM_FSUB, nx, ny, v);
    same_on_samples(&l, TERM_FDIV, nx, ny, v);
    same_on_samples(&l, TERM_FMUL, nx, ny, v);
  }
  lab_close(&l);
}

/* The script for other solvers asks the same: Z3 reads it back. */
static void scripts_mention_floats(void **state) {
  (void)state;
  Lab l = lab_open();
  Term x = variable(&l, 1, 32), i = term_float_to(l.ts, TERM_FTO_S, x, 8);
  Term t = term_bin(l.ts, TERM_EQ, i, term_const(l.ts, 8, 127));
  StrBuf out = {0};
  smtlib_dump(l.ts, &t, 1, &out);
  assert_non_null(strstr(sb_str(&out), "(set-logic QF_BVFP)"));
  assert_non_null(strstr(sb_str(&out), "((_ fp.to_sbv 8) RTZ ((_ to_fp 8 24) v1_"));
  sb_free(&out);
  lab_close(&l);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(integers_become_floats),
      cmocka_unit_test(floats_become_integers),
      cmocka_unit_test(known_results),
      cmocka_unit_test(z3_agrees_with_folding),
      cmocka_unit_test(models_hold),
      cmocka_unit_test(never_nan),
      cmocka_unit_test(which_nan_does_not_matter),
      cmocka_unit_test(rules_are_proved),
      cmocka_unit_test(rules_hold_on_samples),
      cmocka_unit_test(scripts_mention_floats),
  };
  return cmocka_run_group_tests_name("floats", tests, NULL, NULL);
}
