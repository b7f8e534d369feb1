/* The enumerating oracle against brute force on small address spaces, the layouts that programs ask
 * for, and the cache of witnesses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "engine/mach/oracle.h"

typedef struct Conds {
  Term at[200];
  u32 n;
} Conds;

static void also(Conds *c, Term t) { c->at[c->n++] = t; }

static Term plus(Terms *ts, Term t, i64 k) {
  return term_bin(ts, TERM_ADD, t, term_const(ts, term_width(ts, t), (u128)(i128)k));
}
static Term eq(Terms *ts, Term a, Term b) { return term_bin(ts, TERM_EQ, a, b); }
static Term below(Terms *ts, Term a, Term b) { return term_bin(ts, TERM_ULT, a, b); }

/* p ends where q begins or before, or the other way round: unfolded, as the memory states it. */
static Term disjoint(Terms *ts, Term p, Term q) {
  Term end_p = plus(ts, p, (i64)term_as_var(ts, p)->size);
  Term end_q = plus(ts, q, (i64)term_as_var(ts, q)->size);
  return term_raw_bin(ts, TERM_OR, term_raw_bin(ts, TERM_ULE, end_p, q),
                      term_raw_bin(ts, TERM_ULE, end_q, p));
}

static void all_disjoint(Terms *ts, Conds *c, const Term *vars, u32 n) {
  for (u32 i = 0; i < n; i++) {
    for (u32 j = i + 1; j < n; j++) also(c, disjoint(ts, vars[i], vars[j]));
  }
}

static Term address(Terms *ts, u32 id, u8 log2_align, u64 size) {
  return term_var(ts, (TermVar){id, 64, true, log2_align, size, false});
}

/* Asks for a layout and checks that it is one. */
static Feasible ask(Oracle *o, Terms *ts, const Conds *c) {
  Term vars[64];
  u128 values[64], v;
  u32 n = 0;
  for (u32 i = 0; i < c->n; i++) n = term_vars(ts, c->at[i], vars, n, 64);
  Feasible f = o->values(o, ts, c->at, c->n, vars, n, values);
  assert_int_equal(f, o->feasible(o, ts, c->at, c->n));
  if (f != FEASIBLE_YES) return f;
  for (u32 i = 0; i < c->n; i++) {
    assert_true(term_eval(ts, c->at[i], vars, values, n, &v));
    assert_true(v == 1);
  }
  for (u32 i = 0; i < n; i++) {
    const TermVar *w = term_as_var(ts, vars[i]);
    if (!w->address) continue;
    assert_true(values[i] != 0 && !(values[i] & (((u128)1 << w->log2_align) - 1)));
    assert_true(values[i] + w->size <= u128_mask(~(u128)0, w->width));
  }
  return f;
}

static void expect(Oracle *o, Terms *ts, Conds c, Term extra, Feasible expected) {
  if (extra) also(&c, extra);
  assert_int_equal(ask(o, ts, &c), expected);
}

static void common_layouts(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Oracle *o = oracle_enumerate(FEASIBLE_UNKNOWN);
  Term p = address(ts, 1, 2, 4), q = address(ts, 2, 2, 8), r = address(ts, 3, 3, 16);
  Term pq[] = {p, q, r};
  Conds none = {0}, apart = {0};
  all_disjoint(ts, &apart, pq, 3);
  expect(o, ts, none, 0, FEASIBLE_YES);
  expect(o, ts, none, term_bool(ts, false), FEASIBLE_NO);
  expect(o, ts, apart, 0, FEASIBLE_YES);
  expect(o, ts, apart, eq(ts, plus(ts, p, 4), q), FEASIBLE_YES); /* adjacent */
  expect(o, ts, apart, eq(ts, plus(ts, q, 8), p), FEASIBLE_YES);
  expect(o, ts, apart, term_not(ts, eq(ts, plus(ts, p, 4), q)), FEASIBLE_YES);
  expect(o, ts, apart, eq(ts, p, q), FEASIBLE_UNKNOWN);
  expect(o, ts, none, eq(ts, p, r), FEASIBLE_YES); /* reuse of an address */
  expect(o, ts, apart, eq(ts, plus(ts, p, 1000), q), FEASIBLE_YES);
  Term k = term_const(ts, 64, 0x5008), tiny = term_const(ts, 64, 8);
  expect(o, ts, apart, eq(ts, p, k), FEASIBLE_YES);
  expect(o, ts, apart, eq(ts, plus(ts, q, 4), k), FEASIBLE_YES);
  expect(o, ts, apart, below(ts, r, k), FEASIBLE_YES);
  expect(o, ts, apart, below(ts, r, plus(ts, tiny, 1)), FEASIBLE_YES);
  expect(o, ts, apart, below(ts, term_const(ts, 64, (u128)-40), r), FEASIBLE_YES);
  expect(o, ts, apart, term_bin(ts, TERM_SLT, p, term_const(ts, 64, 0)), FEASIBLE_YES);
  /* More alignment than asked for, and less. */
  for (u32 i = 0; i < 16; i++) {
    Term low = term_bin(ts, TERM_UREM, p, term_const(ts, 64, 64));
    expect(o, ts, apart, eq(ts, low, term_const(ts, 64, i * 4)), FEASIBLE_YES);
    Term bits = term_extract(ts, r, 7, 4);
    expect(o, ts, apart, eq(ts, bits, term_const(ts, 4, i)), FEASIBLE_YES);
  }
  /* Equal when cut to 32 bits, but apart. */
  Conds cut = apart;
  also(&cut, term_not(ts, eq(ts, p, q)));
  expect(o, ts, cut, eq(ts, term_extract(ts, p, 31, 0), term_extract(ts, q, 31, 0)), FEASIBLE_YES);
  /* A distance. */
  Term gap = term_bin(ts, TERM_SUB, q, p);
  expect(o, ts, apart, below(ts, gap, term_const(ts, 64, 16)), FEASIBLE_YES);
  /* Two neighbours at once, and a gap into which nothing fits. */
  Conds both = apart;
  also(&both, eq(ts, plus(ts, p, 4), q));
  expect(o, ts, both, eq(ts, plus(ts, q, 8), r), FEASIBLE_YES);
  Conds tight = apart;
  also(&tight, below(ts, p, r));
  also(&tight, below(ts, r, q));
  expect(o, ts, tight, eq(ts, q, plus(ts, p, 8)), FEASIBLE_UNKNOWN);
  o->destroy(o);
  terms_destroy(ts);
}

static void all_orders(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Oracle *o = oracle_enumerate(FEASIBLE_UNKNOWN);
  enum { N = 5 };
  Term vars[N];
  for (u32 i = 0; i < N; i++) vars[i] = address(ts, i + 1, (u8)(i % 4), 1 + 5 * i);
  u32 order[N] = {0, 1, 2, 3, 4};
  for (u32 round = 0; round < 120; round++) {
    u32 rest = round; /* the permutation with this number */
    for (u32 i = 0; i < N; i++) order[i] = i;
    for (u32 i = 0; i < N; i++) {
      u32 j = i + rest % (N - i), swap = order[i];
      rest /= N - i;
      order[i] = order[j];
      order[j] = swap;
    }
    Conds c = {0};
    all_disjoint(ts, &c, vars, N);
    for (u32 i = 0; i + 1 < N; i++) {
      also(&c, round % 2 ? below(ts, vars[order[i]], vars[order[i + 1]])
                         : term_bin(ts, TERM_ULE, plus(ts, vars[order[i]], 1), vars[order[i + 1]]));
    }
    if (ask(o, ts, &c) != FEASIBLE_YES) {
      fail_msg("no layout for the order %u %u %u %u %u", order[0], order[1], order[2], order[3],
               order[4]);
    }
  }
  o->destroy(o);
  terms_destroy(ts);
}

static void numbers(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Oracle *o = oracle_enumerate(FEASIBLE_UNKNOWN);
  Term x = term_var(ts, (TermVar){.id = 1, .width = 32}),
       b = term_var(ts, (TermVar){2, 1, 0, 0, 0, false});
  Term y = term_var(ts, (TermVar){.id = 3, .width = 32});
  Term k = term_const(ts, 32, 12345);
  Conds c = {0};
  also(&c, eq(ts, plus(ts, x, 3), k));
  also(&c, b);
  also(&c, eq(ts, plus(ts, y, -1), x));
  also(&c, term_bin(ts, TERM_SLT, term_const(ts, 32, 0), x));
  assert_int_equal(ask(o, ts, &c), FEASIBLE_YES);
  also(&c, term_not(ts, b));
  assert_int_equal(ask(o, ts, &c), FEASIBLE_UNKNOWN);
  o->destroy(o);
  terms_destroy(ts);
}

static void many_variables(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Oracle *o = oracle_enumerate(FEASIBLE_NO);
  Conds c = {0};
  Term vars[64], wanted[64];
  u128 values[64];
  for (u32 i = 0; i < 64; i++) vars[i] = wanted[i] = address(ts, i, 3, 8);
  for (u32 i = 0; i + 1 < 64; i++) also(&c, below(ts, vars[i], vars[i + 1]));
  assert_int_equal(ask(o, ts, &c), FEASIBLE_UNKNOWN); /* not NO: it did not look */
  c.n = 20;
  assert_int_equal(ask(o, ts, &c), FEASIBLE_YES);
  /* Wanted variables that no condition mentions get places of their own. */
  assert_int_equal(o->values(o, ts, c.at, c.n, wanted, 64, values), FEASIBLE_YES);
  for (u32 i = 0; i < 64; i++) {
    assert_true(values[i] && values[i] % 8 == 0);
    for (u32 j = 0; j < i; j++) assert_true(values[i] != values[j]);
  }
  o->destroy(o);
  terms_destroy(ts);
}

/* --- brute force ----------------------------------------------------------------------------- */

static u64 next_random(u64 *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed * 0x2545f4914f6cdd1du >> 20;
}

static Term random_sum(Terms *ts, const Term *vars, u64 *seed) {
  Term t = vars[next_random(seed) % 3];
  if (next_random(seed) % 4 == 0) t = term_bin(ts, TERM_SUB, t, vars[next_random(seed) % 3]);
  if (next_random(seed) % 8 == 0) t = term_const(ts, 5, 0);
  return plus(ts, t, (i64)(next_random(seed) % 12) - 4);
}

static Term random_condition(Terms *ts, const Term *vars, u64 *seed) {
  static const TermOp ops[] = {TERM_EQ, TERM_EQ, TERM_ULT, TERM_ULE, TERM_SLT};
  Term t = term_bin(ts, ops[next_random(seed) % 5], random_sum(ts, vars, seed),
                    random_sum(ts, vars, seed));
  if (next_random(seed) % 3 == 0) t = term_not(ts, t);
  if (next_random(seed) % 4 == 0) t = term_or(ts, t, random_condition(ts, vars, seed));
  return t;
}

static bool possible(Terms *ts, const Conds *c, const Term *vars, const TermVar *facts) {
  u128 v[3];
  for (u32 all = 0; all < 32 * 32 * 4; all++) {
    v[0] = all & 31;
    v[1] = all >> 5 & 31;
    v[2] = all >> 10; /* the number: only its few low values matter to be quick */
    bool ok = true;
    for (u32 i = 0; i < 2 && ok; i++) {
      ok = v[i] && v[i] % ((u128)1 << facts[i].log2_align) == 0 && v[i] + facts[i].size < 32;
    }
    u128 r = 1;
    for (u32 i = 0; i < c->n && ok; i++) ok = term_eval(ts, c->at[i], vars, v, 3, &r) && r;
    if (ok) return true;
  }
  return false;
}

static void against_brute_force(void **state) {
  (void)state;
  Oracle *o = oracle_enumerate(FEASIBLE_NO);
  u32 yes = 0, no = 0;
  for (u64 round = 1; round <= 1500; round++) {
    u64 seed = round * 0x9e3779b97f4a7c15u;
    Terms *ts = terms_create();
    TermVar facts[] = {{1, 5, true, (u8)(next_random(&seed) % 3), next_random(&seed) % 6, false},
                       {2, 5, true, (u8)(next_random(&seed) % 3), next_random(&seed) % 6, false},
                       {.id = 3, .width = 5}};
    Term vars[] = {term_var(ts, facts[0]), term_var(ts, facts[1]), term_var(ts, facts[2])};
    Conds c = {0};
    if (round % 2) also(&c, disjoint(ts, vars[0], vars[1]));
    also(&c, below(ts, vars[2], term_const(ts, 5, 4)));
    for (u64 n = 1 + next_random(&seed) % 5; n > 0; n--)
      also(&c, random_condition(ts, vars, &seed));
    Feasible f = ask(o, ts, &c);
    bool expected = possible(ts, &c, vars, facts);
    assert_int_equal(f, expected ? FEASIBLE_YES : FEASIBLE_NO);
    if (expected) {
      yes++;
    } else {
      no++;
    }
    terms_destroy(ts);
  }
  assert_true(yes > 200 && no > 200);
  o->destroy(o);
}

/* --- the cache ------------------------------------------------------------------------------- */

/* An exact oracle that counts and can be told to answer nonsense. */
typedef struct Fake {
  Oracle oracle, *inner;
  u32 calls;
  bool lies;
} Fake;

static Feasible fake_values(Oracle *o, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                            u32 nwanted, u128 *out) {
  Fake *self = o->self;
  self->calls++;
  if (!self->lies) return self->inner->values(self->inner, ts, conds, n, wanted, nwanted, out);
  for (u32 i = 0; i < nwanted; i++) out[i] = 12345;
  return FEASIBLE_YES;
}

static Feasible fake_feasible(Oracle *o, Terms *ts, const Term *conds, u32 n) {
  Fake *self = o->self;
  self->calls++;
  return self->inner->feasible(self->inner, ts, conds, n);
}

static void fake_destroy(Oracle *o) {
  Fake *self = o->self;
  self->inner->destroy(self->inner);
}

static Feasible never(Oracle *o, Terms *ts, const Term *conds, u32 n) {
  (void)o, (void)ts, (void)conds, (void)n;
  return FEASIBLE_UNKNOWN;
}
static Feasible never_values(Oracle *o, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                             u32 nwanted, u128 *out) {
  (void)o, (void)ts, (void)conds, (void)n, (void)wanted, (void)nwanted, (void)out;
  return FEASIBLE_UNKNOWN;
}

static void cache(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Oracle quick = {NULL, "never", never, never_values, NULL};
  Fake exact = {.inner = oracle_enumerate(FEASIBLE_NO)};
  exact.oracle = (Oracle){&exact, "fake", fake_feasible, fake_values, fake_destroy};
  Oracle *o = oracle_cached(&quick, &exact.oracle);
  Term p = address(ts, 1, 2, 4), q = address(ts, 2, 2, 4), r = address(ts, 3, 2, 4);
  Term pqr[] = {p, q, r};
  Conds c = {0};
  all_disjoint(ts, &c, pqr, 2);
  assert_int_equal(o->feasible(o, ts, c.at, 0), FEASIBLE_YES);
  Term split = eq(ts, plus(ts, p, 4), q);
  /* Of a condition and its negation at most one is new. */
  also(&c, split);
  assert_int_equal(o->feasible(o, ts, c.at, c.n), FEASIBLE_YES);
  c.at[c.n - 1] = term_not(ts, split);
  assert_int_equal(o->feasible(o, ts, c.at, c.n), FEASIBLE_YES);
  u32 calls = exact.calls;
  assert_true(calls <= 3);
  for (int i = 0; i < 10; i++) {
    c.at[c.n - 1] = i % 2 ? split : term_not(ts, split);
    assert_int_equal(ask(o, ts, &c), FEASIBLE_YES);
  }
  assert_int_equal(exact.calls, calls);
  /* A variable that no witness knows is put apart from the others. */
  all_disjoint(ts, &c, pqr, 3);
  assert_int_equal(ask(o, ts, &c), FEASIBLE_YES);
  assert_int_equal(exact.calls, calls);
  /* What cannot be is asked for, and not remembered as possible. */
  Conds bad = c;
  also(&bad, below(ts, p, q));
  also(&bad, below(ts, q, p));
  assert_int_equal(ask(o, ts, &bad), FEASIBLE_NO);
  also(&c, eq(ts, plus(ts, r, 4), p));
  assert_int_equal(ask(o, ts, &c), FEASIBLE_YES);
  /* Wrong values are found out. */
  exact.lies = true;
  also(&c, below(ts, r, term_const(ts, 64, 0x400)));
  u128 values[3];
  assert_int_equal(o->values(o, ts, c.at, c.n, pqr, 3, values), FEASIBLE_UNKNOWN);
  exact.lies = false;
  assert_int_equal(ask(o, ts, &c), FEASIBLE_YES);
  OracleStats s = oracle_cached_stats(o);
  assert_int_equal(s.unknown, 1);
  assert_true(s.asked == s.by_witness + s.by_order + s.by_quick + s.by_exact + s.unknown);
  /* No conditions at all need no exact oracle. */
  assert_true(s.by_quick == 1 && s.by_exact > 0 && s.by_witness > s.by_exact);
  /* Another table of terms: the old witnesses mean nothing there. */
  Terms *other = terms_create();
  Term x = address(other, 1, 2, 4), y = address(other, 2, 2, 4);
  Conds d = {0};
  also(&d, eq(other, x, y));
  assert_int_equal(ask(o, other, &d), FEASIBLE_YES);
  o->destroy(o);
  terms_destroy(other);
  terms_destroy(ts);
}

static void cache_without_exact(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Oracle *o = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), NULL);
  Term p = address(ts, 1, 2, 4), q = address(ts, 2, 2, 4);
  Conds c = {0};
  also(&c, disjoint(ts, p, q));
  also(&c, eq(ts, plus(ts, p, 4), q));
  assert_int_equal(ask(o, ts, &c), FEASIBLE_YES);
  Conds wrong_order = c;
  also(&wrong_order, below(ts, q, p));
  assert_int_equal(ask(o, ts, &wrong_order), FEASIBLE_NO);
  /* 32 is no square, but nobody here knows. */
  also(&c, eq(ts, term_bin(ts, TERM_MUL, p, p), term_const(ts, 64, 32)));
  assert_int_equal(ask(o, ts, &c), FEASIBLE_UNKNOWN);
  /* More variables than a witness holds. */
  Conds many = {0};
  for (u32 i = 0; i < 150; i++) {
    Term a = address(ts, 10 + 2 * i, 2, 4), b = address(ts, 11 + 2 * i, 2, 4);
    also(&many, eq(ts, a, plus(ts, b, 8)));
  }
  assert_int_equal(o->feasible(o, ts, many.at, many.n), FEASIBLE_UNKNOWN);
  o->destroy(o);
  terms_destroy(ts);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(common_layouts),
      cmocka_unit_test(all_orders),
      cmocka_unit_test(numbers),
      cmocka_unit_test(many_variables),
      cmocka_unit_test(cache),
      cmocka_unit_test(cache_without_exact),
      cmocka_unit_test(against_brute_force),
  };
  return cmocka_run_group_tests_name("enumerate", tests, NULL, NULL);
}
