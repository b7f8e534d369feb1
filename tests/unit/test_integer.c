/* Integers with unknown operands: the term that is made of an unknown operand has, for each value
 * of it, the value that the same operation makes of a known one; and the solver proves what the
 * forms of the terms were chosen for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/mach/machine.h"
#include "solver/smt.h"

static const unsigned widths[] = {8, 16, 32, 64, 128};

static u64 seed = 88172645463325252ull;
static u64 next_random(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  return seed ^= seed << 17;
}

static u128 random_value(unsigned w) {
  u128 v = (u128)next_random() << 64 | next_random();
  switch (next_random() % 6) {
  case 0: v = next_random() % 9; break;
  case 1: v = -(u128)(next_random() % 5); break;
  case 2: v = ((u128)1 << (w - 1)) - next_random() % 3; break;
  case 3: v = (u128)1 << next_random() % w; break;
  case 4: v >>= next_random() % 128; break;
  }
  return u128_mask(v, w);
}

/* ---- the operations */

typedef Bits (*Operation)(Machine *m, unsigned w, Bits a, Bits b);

static Bits count_ones(Machine *m, unsigned w, Bits a, Bits b) {
  (void)b;
  return bits_count_ones(m, w, a);
}
static Bits leading_zeros(Machine *m, unsigned w, Bits a, Bits b) {
  (void)b;
  return bits_count_zeros(m, w, a, true);
}
static Bits trailing_zeros(Machine *m, unsigned w, Bits a, Bits b) {
  (void)b;
  return bits_count_zeros(m, w, a, false);
}
static Bits reverse_bits(Machine *m, unsigned w, Bits a, Bits b) {
  (void)b;
  return bits_reverse(m, w, a, 1);
}
static Bits swap_bytes(Machine *m, unsigned w, Bits a, Bits b) {
  (void)b;
  return bits_reverse(m, w, a, 8);
}
static Bits mul_high(Machine *m, unsigned w, Bits a, Bits b) {
  return bits_mul_high(m, w, false, a, b);
}
static Bits mul_high_signed(Machine *m, unsigned w, Bits a, Bits b) {
  return bits_mul_high(m, w, true, a, b);
}
static Bits choose(Machine *m, unsigned w, Bits a, Bits b) {
  return bits_select(m, w, bits_compare(m, BIN_LT, w, true, a, b), a, b);
}
#define OVERFLOW(name, op, is_signed)                        \
  static Bits name(Machine *m, unsigned w, Bits a, Bits b) { \
    return bits_overflows(m, op, w, is_signed, a, b);        \
  }
OVERFLOW(add_overflows, BIN_ADD, false)
OVERFLOW(sub_overflows, BIN_SUB, false)
OVERFLOW(mul_overflows, BIN_MUL, false)
OVERFLOW(add_overflows_signed, BIN_ADD, true)
OVERFLOW(sub_overflows_signed, BIN_SUB, true)
OVERFLOW(mul_overflows_signed, BIN_MUL, true)

/* What each means, said in another way: bit by bit, and by arithmetic that is wide enough. */

static u128 ones_of(u128 v) {
  u128 n = 0;
  for (; v; v &= v - 1) n++;
  return n;
}
static u128 ref_count_ones(unsigned w, u128 a, u128 b) {
  (void)w, (void)b;
  return ones_of(a);
}
static u128 ref_leading_zeros(unsigned w, u128 a, u128 b) {
  (void)b;
  while (a) a >>= 1, w--;
  return w;
}
static u128 ref_trailing_zeros(unsigned w, u128 a, u128 b) {
  (void)b;
  return a ? ones_of((a & -a) - 1) : w;
}
static u128 ref_reverse_bits(unsigned w, u128 a, u128 b) {
  (void)b;
  u128 out = 0;
  for (unsigned i = 0; i < w; i++) out = out << 1 | (a >> i & 1);
  return out;
}
static u128 ref_swap_bytes(unsigned w, u128 a, u128 b) {
  (void)b;
  u128 out = 0;
  for (unsigned i = 0; i < w; i += 8) out = out << 8 | (a >> i & 255);
  return out;
}
static u128 ref_rotate_left(unsigned w, u128 a, u128 b) {
  for (unsigned n = (unsigned)(b % w); n; n--) a = u128_mask(a << 1, w) | a >> (w - 1);
  return a;
}
/* Shift and add, from the top bit of b. */
static u128 ref_mul_high(unsigned w, u128 a, u128 b) {
  u128 high = 0, low = 0;
  for (unsigned i = w; i-- > 0;) {
    high = u128_mask(high << 1, w) | low >> (w - 1);
    low = u128_mask(low << 1, w);
    if (!(b >> i & 1)) continue;
    u128 sum = u128_mask(low + a, w);
    high = u128_mask(high + (sum < low), w);
    low = sum;
  }
  return high;
}
static u128 ref_mul_high_signed(unsigned w, u128 a, u128 b) {
  u128 high = ref_mul_high(w, a, b);
  if (a >> (w - 1)) high -= b;
  if (b >> (w - 1)) high -= a;
  return u128_mask(high, w);
}
static u128 ref_choose(unsigned w, u128 a, u128 b) {
  return u128_sext(a, w) < u128_sext(b, w) ? a : b;
}
static u128 ref_add_overflows(unsigned w, u128 a, u128 b) { return u128_mask(~a, w) < b; }
static u128 ref_sub_overflows(unsigned w, u128 a, u128 b) {
  (void)w;
  return a < b;
}
static u128 ref_mul_overflows(unsigned w, u128 a, u128 b) { return ref_mul_high(w, a, b) != 0; }
static u128 ref_add_overflows_signed(unsigned w, u128 a, u128 b) {
  i128 x = u128_sext(a, w), y = u128_sext(b, w), r = u128_sext(a + b, w);
  return y < 0 ? r > x : r < x;
}
static u128 ref_sub_overflows_signed(unsigned w, u128 a, u128 b) {
  i128 x = u128_sext(a, w), y = u128_sext(b, w), r = u128_sext(a - b, w);
  return y < 0 ? r < x : r > x;
}
static u128 ref_mul_overflows_signed(unsigned w, u128 a, u128 b) {
  u128 sign = u128_mask(a * b, w) >> (w - 1) & 1;
  return ref_mul_high_signed(w, a, b) != u128_mask(-sign, w);
}

static const struct {
  const char *name;
  Operation run;
  u128 (*reference)(unsigned w, u128 a, u128 b);
  bool one_operand;
} operations[] = {
#define OPERATION(name, one_operand) \
  { #name, name, ref_##name, one_operand }
    OPERATION(count_ones, true),
    OPERATION(leading_zeros, true),
    OPERATION(trailing_zeros, true),
    OPERATION(reverse_bits, true),
    OPERATION(swap_bytes, true),
    {"rotate_left", bits_rotate_left, ref_rotate_left, false},
    OPERATION(mul_high, false),
    OPERATION(mul_high_signed, false),
    OPERATION(choose, false),
    OPERATION(add_overflows, false),
    OPERATION(sub_overflows, false),
    OPERATION(mul_overflows, false),
    OPERATION(add_overflows_signed, false),
    OPERATION(sub_overflows_signed, false),
    OPERATION(mul_overflows_signed, false),
};
enum { OPERATIONS = sizeof operations / sizeof *operations };

static Term variable(Terms *ts, unsigned width, u32 id) {
  return term_var(ts, (TermVar){.id = id, .width = (u8)width});
}

static void check_value(Machine *m, Bits got, const Term *vars, const u128 *vals, u128 expected,
                        const char *name, unsigned w) {
  u128 v = got.c;
  if (!bits_known(got)) assert_true(term_eval(m->ts, got.t, vars, vals, 2, &v));
  if (v == expected) return;
  print_error("%s at %u bits of 0x%llx..%016llx, 0x%llx..%016llx\n", name, w,
              (unsigned long long)(vals[0] >> 64), (unsigned long long)vals[0],
              (unsigned long long)(vals[1] >> 64), (unsigned long long)vals[1]);
  fail();
}

/* Both operands unknown, either, none. */
static void unknown_operands(void **state) {
  (void)state;
  for (u32 k = 0; k < 5; k++) {
    unsigned w = widths[k];
    Machine m = {.ts = terms_create()};
    Term vars[] = {variable(m.ts, w, 1), variable(m.ts, w, 2)};
    for (u32 op = 0; op < OPERATIONS; op++) {
      Operation run = operations[op].run;
      Bits a = bits_of(m.ts, vars[0]), b = bits_of(m.ts, vars[1]);
      Bits general = run(&m, w, a, b);
      assert_false(bits_known(general));
      for (u32 i = 0; i < 300; i++) {
        u128 vals[] = {random_value(w), random_value(w)};
        const char *name = operations[op].name;
        u128 expected = operations[op].reference(w, vals[0], vals[1]);
        check_value(&m, general, vars, vals, expected, name, w);
        Bits x = bits_const(vals[0]), y = bits_const(vals[1]);
        Bits known = run(&m, w, x, y);
        assert_true(bits_known(known));
        check_value(&m, known, vars, vals, expected, name, w);
        if (operations[op].one_operand || i >= 60) continue;
        check_value(&m, run(&m, w, a, y), vars, vals, expected, name, w);
        check_value(&m, run(&m, w, x, b), vars, vals, expected, name, w);
      }
    }
    terms_destroy(m.ts);
  }
}

/* ---- what the solver has to decide at once */

typedef struct Lab {
  Machine m;
  Smt *smt;
  Oracle *oracle;
} Lab;

static void lab_open(Lab *lab) {
  *lab = (Lab){.m = {.ts = terms_create()}};
  lab->smt = smt_create(lab->m.ts, 5000000);
  lab->oracle = smt_oracle(lab->smt);
}
static void lab_close(Lab *lab) {
  lab->oracle->destroy(lab->oracle);
  smt_destroy(lab->smt);
  terms_destroy(lab->m.ts);
}

static void prove(Lab *lab, Bits claim) {
  Term not = bits_term(lab->m.ts, bits_not1(&lab->m, claim), 1);
  if (term_is_false(lab->m.ts, not )) return;
  assert_int_equal(lab->oracle->feasible(lab->oracle, lab->m.ts, &not, 1), FEASIBLE_NO);
}
static void refute(Lab *lab, Bits claim) {
  Term not = bits_term(lab->m.ts, bits_not1(&lab->m, claim), 1);
  assert_int_equal(lab->oracle->feasible(lab->oracle, lab->m.ts, &not, 1), FEASIBLE_YES);
}

static Bits equal(Machine *m, unsigned w, Bits a, Bits b) {
  return bits_compare(m, BIN_EQ, w, false, a, b);
}
static Bits shifted(Machine *m, unsigned w, Bits a, unsigned by) {
  return bits_bin(m, TERM_LSHR, w, a, bits_const(by));
}

/* Population count as books have it, with a product at the end. */
static Bits counted_by_product(Machine *m, Bits x) {
  Bits fives = bits_const(0x55555555), threes = bits_const(0x33333333);
  Bits nibbles = bits_const(0x0f0f0f0f);
  x = bits_bin(m, TERM_SUB, 32, x, bits_bin(m, TERM_AND, 32, shifted(m, 32, x, 1), fives));
  x = bits_bin(m, TERM_ADD, 32, bits_bin(m, TERM_AND, 32, x, threes),
               bits_bin(m, TERM_AND, 32, shifted(m, 32, x, 2), threes));
  x = bits_bin(m, TERM_ADD, 32, x, shifted(m, 32, x, 4));
  x = bits_bin(m, TERM_AND, 32, x, nibbles);
  return shifted(m, 32, bits_bin(m, TERM_MUL, 32, x, bits_const(0x01010101)), 24);
}

static void counts_are_proved(void **state) {
  (void)state;
  Lab lab;
  lab_open(&lab);
  Machine *m = &lab.m;
  Bits x = bits_of(m->ts, variable(m->ts, 32, 1)), ones = bits_count_ones(m, 32, x);
  prove(&lab, equal(m, 32, ones, counted_by_product(m, x)));
  Bits others =
      bits_count_ones(m, 32, bits_bin(m, TERM_XOR, 32, x, bits_const(u128_mask(~(u128)0, 32))));
  prove(&lab, equal(m, 32, bits_bin(m, TERM_ADD, 32, ones, others), bits_const(32)));
  Bits below = bits_bin(m, TERM_SUB, 32, x, bits_const(1));
  Bits is_zero = equal(m, 32, x, bits_const(0));
  Bits one_bit = equal(m, 32, bits_bin(m, TERM_AND, 32, x, below), bits_const(0));
  Bits power = bits_bin(m, TERM_AND, 1, one_bit, bits_not1(m, is_zero));
  prove(&lab, equal(m, 1, equal(m, 32, ones, bits_const(1)), power));
  refute(&lab, equal(m, 1, equal(m, 32, ones, bits_const(1)), one_bit)); /* 0 */
  /* Trailing zeros are the ones below the lowest one. */
  Bits trailing = bits_count_zeros(m, 32, x, false);
  Bits not_x = bits_bin(m, TERM_XOR, 32, x, bits_const(u128_mask(~(u128)0, 32)));
  Bits mask = bits_bin(m, TERM_AND, 32, below, not_x);
  prove(&lab, equal(m, 32, trailing, bits_count_ones(m, 32, mask)));
  /* Leading zeros from the other end. */
  Bits leading = bits_count_zeros(m, 32, x, true);
  prove(&lab, equal(m, 32, leading, bits_count_zeros(m, 32, bits_reverse(m, 32, x, 1), false)));
  refute(&lab, equal(m, 32, leading, trailing));
  lab_close(&lab);
}

/* Rewriting alone has to bring back what was moved about. */
static void moves_fold(void **state) {
  (void)state;
  for (u32 k = 0; k < 5; k++) {
    unsigned w = widths[k];
    Machine m = {.ts = terms_create()};
    Term var = variable(m.ts, w, 1);
    Bits x = bits_of(m.ts, var);
    for (unsigned unit = 1; unit <= 8; unit += 7)
      assert_int_equal(bits_reverse(&m, w, bits_reverse(&m, w, x, unit), unit).t, var);
    for (unsigned n = 0; n <= w; n += 3) {
      Bits there = bits_rotate_left(&m, w, x, bits_const(n));
      assert_int_equal(bits_rotate_left(&m, w, there, bits_const(u128_mask(-(u128)n, w))).t, var);
      if (n == 0 || n >= w) continue;
      /* as programs write it */
      Bits left = bits_bin(&m, TERM_SHL, w, x, bits_const(n));
      Bits right = bits_bin(&m, TERM_LSHR, w, x, bits_const(w - n));
      assert_int_equal(bits_bin(&m, TERM_OR, w, left, right).t, there.t);
      assert_int_equal(bits_bin(&m, TERM_OR, w, right, left).t, there.t);
      assert_int_equal(bits_bin(&m, TERM_XOR, w, right, left).t, there.t);
    }
    terms_destroy(m.ts);
  }
}

/* A product with a known factor overflows outside of a range: no multiplier is needed. */
static void known_factors_need_no_product(void **state) {
  (void)state;
  Machine m = {.ts = terms_create()};
  Bits x = bits_of(m.ts, variable(m.ts, 64, 1));
  Bits o = bits_overflows(&m, BIN_MUL, 64, false, x, bits_const(10));
  Bits range = bits_compare(&m, BIN_GT, 64, false, x, bits_const(UINT64_MAX / 10));
  assert_int_equal(o.t, range.t);
  /* Nor where both are small: 32 bits times 32 bits fit. */
  Bits y = bits_of(m.ts, term_zext(m.ts, variable(m.ts, 32, 2), 64));
  Bits z = bits_of(m.ts, term_zext(m.ts, variable(m.ts, 32, 3), 64));
  Bits never = bits_overflows(&m, BIN_MUL, 64, false, y, z);
  assert_true(bits_known(never) && !never.c);
  y = bits_resize(&m, y, 64, false, 128), z = bits_resize(&m, z, 64, false, 128);
  never = bits_overflows(&m, BIN_MUL, 128, false, y, z);
  assert_true(bits_known(never) && !never.c);
  /* Signed: 8 bits times 8 bits fit into 16, 8 times 9 may not; one bit more is enough for a sum.
   */
  Bits p = bits_of(m.ts, term_sext(m.ts, variable(m.ts, 8, 4), 16));
  Bits q = bits_of(m.ts, term_sext(m.ts, variable(m.ts, 8, 5), 16));
  Bits r = bits_of(m.ts, term_sext(m.ts, variable(m.ts, 9, 6), 16));
  Bits s = bits_of(m.ts, term_sext(m.ts, variable(m.ts, 15, 7), 16));
  never = bits_overflows(&m, BIN_MUL, 16, true, p, q);
  assert_true(bits_known(never) && !never.c);
  assert_false(bits_known(bits_overflows(&m, BIN_MUL, 16, true, p, r)));
  never = bits_overflows(&m, BIN_ADD, 16, true, s, p);
  assert_true(bits_known(never) && !never.c);
  terms_destroy(m.ts);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(unknown_operands),
      cmocka_unit_test(counts_are_proved),
      cmocka_unit_test(moves_fold),
      cmocka_unit_test(known_factors_need_no_product),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
