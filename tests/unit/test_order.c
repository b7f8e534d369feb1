/* The order procedure against Z3: what it refutes, Z3 must refute. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/mach/order.h"
#include "engine/mem/memory.h"
#include "solver/smt.h"

enum { NVARS = 4 };

static u64 state = 88172645463325252u;
static u32 rnd(u32 n) {
  state ^= state << 13, state ^= state >> 7, state ^= state << 17;
  return (u32)(state >> 20) % n;
}

static Alloc allocs[NVARS];

static void make_allocs(Terms *ts) {
  static const u64 sizes[] = {1, 4, 8, 3};
  static const u8 aligns[] = {0, 2, 3, 0};
  for (u32 i = 0; i < NVARS; i++) {
    allocs[i] = (Alloc){
        .size = sizes[i], .log2_align = aligns[i], .live = true, .born = i, .died = UINT64_MAX};
    TermVar v = {.id = i, .width = 64, .address = true, .log2_align = aligns[i], .size = sizes[i]};
    allocs[i].base = (Bits){0, term_var(ts, v)};
  }
}

static Term word(Terms *ts, u64 c) { return term_const(ts, 64, c); }

static Term operand(Terms *ts) {
  static const u64 offsets[] = {
      0, 1, 2, 3, 4, 8, 9, 100, UINT64_MAX, UINT64_MAX - 3, (u64)1 << 63, 0x1000};
  Term t = allocs[rnd(NVARS)].base.t;
  if (rnd(3) == 0) t = term_bin(ts, TERM_SUB, t, allocs[rnd(NVARS)].base.t);
  if (rnd(3)) t = term_bin(ts, TERM_ADD, t, word(ts, offsets[rnd(12)]));
  if (rnd(8) == 0) t = word(ts, offsets[rnd(12)]);
  return t;
}

static Term condition(Terms *ts, u32 depth) {
  if (depth && rnd(3) == 0) {
    Term a = condition(ts, depth - 1), b = condition(ts, depth - 1);
    return rnd(2) ? term_and(ts, a, b) : term_or(ts, a, b);
  }
  static const TermOp ops[] = {TERM_EQ, TERM_EQ, TERM_ULT, TERM_ULE};
  Term c = term_bin(ts, ops[rnd(4)], operand(ts), operand(ts));
  return rnd(2) ? c : term_not(ts, c);
}

static u32 facts(Terms *ts, Term *out) {
  u32 n = 0;
  for (u32 i = 0; i < NVARS; i++) {
    Term f[] = {layout_fact_aligned(ts, &allocs[i]), layout_fact_not_null(ts, &allocs[i]),
                layout_fact_no_wrap(ts, &allocs[i])};
    for (u32 k = 0; k < 3; k++)
      if (f[k]) out[n++] = f[k];
    for (u32 j = 0; j < i; j++) {
      Term apart = layout_fact_disjoint(ts, &allocs[i], &allocs[j]);
      if (apart) out[n++] = apart;
    }
  }
  return n;
}

static void refutes_only_what_z3_refutes(void **unused) {
  (void)unused;
  Terms *ts = terms_create();
  make_allocs(ts);
  Smt *smt = smt_create(ts, 0);
  Oracle *z3 = smt_oracle(smt);
  u32 refuted = 0, infeasible = 0;
  for (u32 round = 0; round < 600; round++) {
    Term conds[64];
    u32 n = facts(ts, conds);
    for (u32 k = 1 + rnd(4); k; k--) conds[n++] = condition(ts, 2);
    bool no = order_contradiction(ts, conds, n);
    Feasible exact = z3->feasible(z3, ts, conds, n);
    if (no) assert_int_equal(exact, FEASIBLE_NO);
    refuted += no;
    infeasible += exact == FEASIBLE_NO;
  }
  /* It is there to answer most of them. */
  assert_true(infeasible > 50);
  assert_true(refuted * 2 > infeasible);
  print_message("refuted %u of %u infeasible questions\n", refuted, infeasible);
  if (z3->destroy) z3->destroy(z3);
  smt_destroy(smt);
  terms_destroy(ts);
}

static void neighbours_cannot_overlap(void **unused) {
  (void)unused;
  Terms *ts = terms_create();
  make_allocs(ts);
  Term conds[64];
  u32 n = facts(ts, conds);
  Term end = term_bin(ts, TERM_ADD, allocs[1].base.t, word(ts, 4));
  conds[n] = term_bin(ts, TERM_EQ, end, allocs[2].base.t);
  assert_false(
      order_contradiction(ts, conds, n + 1)); /* one past the end may be the next one's start */
  conds[n] = term_bin(ts, TERM_EQ, term_bin(ts, TERM_ADD, allocs[1].base.t, word(ts, 3)),
                      allocs[2].base.t);
  assert_true(order_contradiction(ts, conds, n + 1)); /* one less may not */
  terms_destroy(ts);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(refutes_only_what_z3_refutes),
      cmocka_unit_test(neighbours_cannot_overlap),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
