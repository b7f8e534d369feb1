/* Questions taken apart: which conditions belong together, and answers put together again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/mach/exhaust.h"
#include "engine/mach/oracle.h"
#include "engine/mach/parts.h"

static Term input(Terms *ts, u32 id, unsigned width) {
  return term_var(ts, (TermVar){.id = id, .width = (u8)width, .input = true});
}

static Term number(Terms *ts, unsigned width, u128 v) { return term_const(ts, width, v); }

static void what_shares_a_variable_belongs_together(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Term a = input(ts, 0, 8), b = input(ts, 1, 8), c = input(ts, 2, 8), d = input(ts, 3, 8);
  Term conds[] = {term_bin(ts, TERM_ULT, a, b), term_bin(ts, TERM_ULT, c, number(ts, 8, 9)),
                  term_bin(ts, TERM_ULT, b, d), term_bin(ts, TERM_EQ, c, number(ts, 8, 3))};
  Parts p = {0};
  assert_true(parts_variables(&p, ts, conds, 4));
  assert_int_equal(p.nvars, 4);
  parts_split(&p, ts, conds, 4);
  assert_int_equal(p.part.at[0], p.part.at[2]); /* through b */
  assert_int_equal(p.part.at[1], p.part.at[3]);
  assert_int_not_equal(p.part.at[0], p.part.at[1]);
  assert_int_equal(parts_of(&p, parts_index(&p, a)), parts_of(&p, parts_index(&p, d)));
  vec_free(&p.part);
  terms_destroy(ts);
}

/* One part that cannot hold is enough for a no, wherever it stands; all that can are one answer. */
static void parts_answer_together(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Oracle *o = oracle_cached(NULL, NULL); /* only what can be tried */
  Term a = input(ts, 0, 8), b = input(ts, 1, 8);
  Term square = term_bin(ts, TERM_MUL, b, b);
  Term conds[] = {
      term_bin(ts, TERM_EQ, term_bin(ts, TERM_UREM, a, number(ts, 8, 7)), number(ts, 8, 6)),
      term_bin(ts, TERM_EQ, square, number(ts, 8, 3))}; /* no square modulo 256 */
  Term both[] = {a, b};
  u128 values[2];
  assert_int_equal(o->feasible(o, ts, conds, 2), FEASIBLE_NO);
  conds[1] = term_bin(ts, TERM_EQ, square, number(ts, 8, 17));
  assert_int_equal(o->values(o, ts, conds, 2, both, 2, values), FEASIBLE_YES);
  assert_int_equal(values[0] % 7, 6);
  assert_int_equal(values[1] * values[1] % 256, 17);
  o->destroy(o);
  terms_destroy(ts);
}

/* More bits than are allowed, or conditions too large for so many trials: nothing is known. */
static void trying_all_values_has_limits(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Term a = input(ts, 0, 8), b = input(ts, 1, 8);
  Term cond = term_bin(ts, TERM_ULT, term_bin(ts, TERM_MUL, a, b), a), vars[] = {a, b};
  u128 values[2];
  assert_int_equal(exhaust(ts, &cond, 1, vars, 2, 15, values), FEASIBLE_UNKNOWN);
  assert_int_equal(exhaust(ts, &cond, 1, vars, 2, 16, values), FEASIBLE_YES);
  Term never = term_bin(ts, TERM_ULT, term_bin(ts, TERM_AND, a, b), term_bin(ts, TERM_AND, a, b));
  assert_int_equal(exhaust(ts, &never, 1, vars, 2, 16, values), FEASIBLE_NO);
  assert_int_equal(term_size(ts, cond), 4);
  terms_destroy(ts);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_shares_a_variable_belongs_together),
      cmocka_unit_test(parts_answer_together),
      cmocka_unit_test(trying_all_values_has_limits),
  };
  return cmocka_run_group_tests_name("parts", tests, NULL, NULL);
}
