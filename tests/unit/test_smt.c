/* The solver against everything else that knows what terms mean: the evaluator, brute force over
 * small widths, the enumerating oracle. The rewrite rules of terms are proved here, one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/mach/order.h"
#include "solver/smt.h"

/* ---- random terms */

typedef struct Gen {
  Terms *ts;
  u64 state;
  bool no_products; /* Z3 decides products and quotients slowly */
} Gen;

static u32 rnd(Gen *g, u32 n) {
  g->state = g->state * 6364136223846793005ull + 1442695040888963407ull;
  return (u32)((g->state >> 33) % n);
}

static Term plain_var(Gen *g, unsigned width, u32 number) {
  return term_var(g->ts, (TermVar){.id = number + 10 * width, .width = (u8)width});
}

static Term address_var(Gen *g, unsigned width, u32 number) {
  return term_var(g->ts, (TermVar){.id = 2000 + number + 10 * width,
                                   .width = (u8)width,
                                   .address = true,
                                   .log2_align = (u8)(number % 3),
                                   .size = 4 * number});
}

static Term random_const(Gen *g, unsigned width) {
  static const int near[] = {0, 1, 2, 3, 4, 7, 8, 16, 255, -1, -2, -4, -8, -256};
  u128 v;
  switch (rnd(g, 4)) {
  case 0: v = (u128)1 << rnd(g, width); break;
  case 1: v = ((u128)rnd(g, 1 << 30) << 70) ^ rnd(g, 1 << 30); break;
  default: v = (u128)(i128)near[rnd(g, 14)];
  }
  return term_const(g->ts, width, v);
}

static Term random_term(Gen *g, unsigned width, u32 depth);

static TermOp random_binary(Gen *g) {
  static const TermOp ops[] = {TERM_ADD,  TERM_SUB,  TERM_AND,  TERM_OR,  TERM_XOR,
                               TERM_SHL,  TERM_LSHR, TERM_ASHR, TERM_MUL, TERM_UDIV,
                               TERM_UREM, TERM_SDIV, TERM_SREM};
  return ops[rnd(g, g->no_products ? 8 : 13)];
}

static Term random_bool(Gen *g, u32 depth) {
  static const TermOp ops[] = {TERM_EQ, TERM_ULT, TERM_ULE, TERM_SLT, TERM_SLE};
  unsigned widths[] = {1, 3, 8};
  unsigned w = widths[rnd(g, 3)];
  Term a = random_term(g, w, depth - 1);
  return term_bin(g->ts, ops[rnd(g, 5)], a, random_term(g, w, depth - 1));
}

static Term random_leaf(Gen *g, unsigned width) {
  if (rnd(g, 3) == 0) return random_const(g, width);
  if (width >= 8 && rnd(g, 2)) return address_var(g, width, rnd(g, 3));
  return plain_var(g, width, rnd(g, 2));
}

static Term random_term(Gen *g, unsigned width, u32 depth) {
  if (depth == 0) return random_leaf(g, width);
  switch (rnd(g, 9)) {
  case 0: return random_leaf(g, width);
  case 1: return term_un(g->ts, rnd(g, 2) ? TERM_NOT : TERM_NEG, random_term(g, width, depth - 1));
  case 2: {
    Term cond = random_bool(g, depth), a = random_term(g, width, depth - 1);
    return term_ite(g->ts, cond, a, random_term(g, width, depth - 1));
  }
  case 3: {
    unsigned lo = rnd(g, 5);
    return term_extract(g->ts, random_term(g, width + 5, depth - 1), lo + width - 1, lo);
  }
  case 4: {
    if (width == 1) return random_bool(g, depth);
    unsigned from = 1 + rnd(g, width);
    Term a = random_term(g, from, depth - 1);
    return rnd(g, 2) ? term_zext(g->ts, a, width) : term_sext(g->ts, a, width);
  }
  case 5: {
    if (width == 1) return random_bool(g, depth);
    unsigned low = 1 + rnd(g, width - 1);
    Term a = random_term(g, width - low, depth - 1);
    return term_bin(g->ts, TERM_CONCAT, a, random_term(g, low, depth - 1));
  }
  default: {
    Term a = random_term(g, width, depth - 1);
    return term_bin(g->ts, random_binary(g), a, random_term(g, width, depth - 1));
  }
  }
}

/* ---- terms without rewriting */

static Term raw_resized(Terms *ts, Term a, unsigned width) {
  unsigned w = term_width(ts, a);
  return w == width ? a : term_raw_bin(ts, TERM_CONCAT, term_const(ts, width - w, 0), a);
}

static Term raw_ite(Terms *ts, Term cond, Term a, Term b) {
  unsigned w = term_width(ts, a);
  Term mask = term_raw_bin(ts, TERM_SUB, term_const(ts, w, 0), raw_resized(ts, cond, w));
  Term flipped = term_raw_bin(ts, TERM_XOR, mask, term_const(ts, w, ~(u128)0));
  return term_raw_bin(ts, TERM_OR, term_raw_bin(ts, TERM_AND, mask, a),
                      term_raw_bin(ts, TERM_AND, flipped, b));
}

/* What (op, a, b, c) means, built from binary operators alone; EXTRACT: widened to a's width. */
static Term raw_term(Terms *ts, TermOp op, Term a, Term b, Term c) {
  unsigned w = term_width(ts, a);
  switch (op) {
  case TERM_NOT: return term_raw_bin(ts, TERM_XOR, a, term_const(ts, w, ~(u128)0));
  case TERM_NEG: return term_raw_bin(ts, TERM_SUB, term_const(ts, w, 0), a);
  case TERM_ITE: return raw_ite(ts, a, b, c);
  case TERM_EXTRACT: {
    u128 mask = u128_mask(~(u128)0, b - c + 1);
    Term low = term_raw_bin(ts, TERM_LSHR, a, term_const(ts, w, c));
    return term_raw_bin(ts, TERM_AND, low, term_const(ts, w, mask));
  }
  case TERM_ZEXT: return raw_resized(ts, a, b);
  case TERM_SEXT: {
    Term sign = term_const(ts, b, (u128)1 << (w - 1));
    Term flipped = term_raw_bin(ts, TERM_XOR, raw_resized(ts, a, b), sign);
    return term_raw_bin(ts, TERM_SUB, flipped, sign);
  }
  default: return term_raw_bin(ts, op, a, b);
  }
}

static Term raw_not_equal(Terms *ts, Term a, Term b) {
  return term_raw_bin(ts, TERM_EQ, term_raw_bin(ts, TERM_EQ, a, b), term_const(ts, 1, 0));
}

/* ---- the rules */

#define OF(op) ((u64)1 << TERM_##op)
static const u64 operators_of_rule[] = {
#define RULE(name, ops) ops,
#include "engine/term/rules.def"
#undef RULE
};

static bool commutes(TermOp op) {
  return op == TERM_ADD || op == TERM_MUL || op == TERM_AND || op == TERM_OR || op == TERM_XOR ||
         op == TERM_EQ;
}

/* From few variables, so that operands have something in common: that is what rules look for. */
static Term familiar_term(Gen *g, unsigned w) {
  static const TermOp compare[] = {TERM_EQ, TERM_ULT, TERM_ULE, TERM_SLT, TERM_SLE};
  if (w == 1) {
    bool simple = rnd(g, 3) == 0; /* one variable against a small number */
    Term x = simple ? plain_var(g, 8, 0) : familiar_term(g, 8);
    Term y = simple ? term_const(g->ts, 8, rnd(g, 3)) : familiar_term(g, 8);
    Term t = term_bin(g->ts, compare[rnd(g, 5)], x, y);
    return rnd(g, 3) ? t : term_not(g->ts, t);
  }
  Term x = w >= 8 && rnd(g, 2) ? address_var(g, w, 2) : plain_var(g, w, 0);
  switch (rnd(g, 6)) {
  case 0: return plain_var(g, w, 1);
  case 1: return random_const(g, w);
  case 2: return term_bin(g->ts, TERM_ADD, x, random_const(g, w));
  case 3:
    return term_bin(g->ts, TERM_AND, x, term_const(g->ts, w, u128_mask(~(u128)0, 1 + rnd(g, w))));
  default: return x;
  }
}

static Term random_operand(Gen *g, unsigned w, u32 depth) {
  return rnd(g, 2) ? familiar_term(g, w) : random_term(g, w, depth);
}

/* Operands as the constructors hand them to rules: not all known, constants on the right. */
static bool random_operands(Gen *g, TermOp op, Term *a, Term *b, Term *c) {
  static const unsigned widths[] = {1, 3, 8, 8, 8, 16};
  unsigned w = widths[rnd(g, 6)];
  if (w == 16 && op >= TERM_MUL && op <= TERM_SREM) w = 8;
  g->no_products = w == 16;
  u32 depth = 1 + rnd(g, 3);
  *a = random_operand(g, op == TERM_ITE ? 1 : w, depth);
  *b = *c = 0;
  bool known = term_is_const(g->ts, *a, NULL);
  if (op == TERM_EXTRACT) {
    *c = rnd(g, w);
    *b = *c + rnd(g, w - *c);
    return !known && *b - *c + 1 < w;
  }
  if (op == TERM_ZEXT || op == TERM_SEXT) {
    *b = w + 1 + rnd(g, 6);
    return !known;
  }
  if (term_op_arity(op) == 1) return !known;
  *b = rnd(g, 4) ? random_operand(g, op == TERM_CONCAT ? 1 + rnd(g, 8) : w, depth) : *a;
  if (op == TERM_ITE) {
    *b = random_operand(g, w, depth);
    *c = rnd(g, 3) ? random_operand(g, w, depth) : term_un(g->ts, TERM_NOT, *b);
    bool equation = term_op(g->ts, *a) == TERM_EQ && term_width(g->ts, term_arg(g->ts, *a, 0)) == w;
    if (equation && rnd(g, 3) == 0) { /* x = y ? x : y */
      u32 first = rnd(g, 2);
      *b = term_arg(g->ts, *a, first);
      *c = term_arg(g->ts, *a, !first);
    }
    return !known;
  }
  if (commutes(op) && known) {
    Term t = *a;
    *a = *b;
    *b = t;
  }
  return !term_is_const(g->ts, *a, NULL) || !term_is_const(g->ts, *b, NULL);
}

static void prove(Gen *g, Oracle *o, const TermRule *rule, TermOp op, Term a, Term b, Term c,
                  Term result) {
  Term raw = raw_term(g->ts, op, a, b, c);
  if (op == TERM_EXTRACT) result = raw_resized(g->ts, result, term_width(g->ts, raw));
  Term differs = raw_not_equal(g->ts, raw, result);
  if (o->feasible(o, g->ts, &differs, 1) == FEASIBLE_NO) return;
  StrBuf text = {0};
  sb_printf(&text, "rule %s on %s changes the value: ", rule->name, term_op_name(op));
  term_print(g->ts, raw, NULL, NULL, &text);
  sb_puts(&text, " becomes ");
  term_print(g->ts, result, NULL, NULL, &text);
  print_error("%s\n", sb_str(&text));
  sb_free(&text);
  fail();
}

/* A rule may rely on those before it having declined. */
static bool taken_earlier(Gen *g, const TermRule *rules, u32 number, TermOp op, Term a, Term b,
                          Term c) {
  for (u32 i = 0; i < number; i++)
    if (operators_of_rule[i] >> op & 1 && rules[i].apply(g->ts, op, a, b, c)) return true;
  return false;
}

static void prove_rule(Gen *g, Oracle *o, const TermRule *rules, u32 number) {
  const TermRule *rule = &rules[number];
  u32 fired = 0;
  for (u32 trial = 0; trial < 400000 && fired < 25; trial++) {
    Term a, b, c;
    TermOp op;
    do op = TERM_NOT + (TermOp)rnd(g, TERM_FADD - TERM_NOT);
    while (!(operators_of_rule[number] >> op & 1));
    if (!random_operands(g, op, &a, &b, &c)) continue;
    if (taken_earlier(g, rules, number, op, a, b, c)) continue;
    Term result = rule->apply(g->ts, op, a, b, c);
    if (!result) continue;
    fired++;
    prove(g, o, rule, op, a, b, c, result);
  }
  if (fired < 3) print_message("rule %s was proved on %u instances only\n", rule->name, fired);
  assert_true(fired > 0);
}

static void rules_keep_values(void **state) {
  (void)state;
  u32 n = 0;
  const TermRule *rules = term_rules(&n);
  assert_int_equal(n, sizeof operators_of_rule / sizeof *operators_of_rule);
  for (u32 i = 0; i < n; i++) {
    if (rules[i].operators >> TERM_FADD) continue; /* floats: test_float.c */
    Gen g = {.ts = terms_create(), .state = 12345 + i};
    Smt *smt = smt_create(g.ts, 0);
    Oracle *o = smt_oracle(smt);
    prove_rule(&g, o, rules, i);
    o->destroy(o);
    smt_destroy(smt);
    terms_destroy(g.ts);
  }
}

/* Whole constructors at the width of addresses, rules on rules. */
static void constructors_keep_values_64(void **state) {
  (void)state;
  Gen g = {.ts = terms_create(), .state = 99, .no_products = true};
  Smt *smt = smt_create(g.ts, 20000000);
  Oracle *o = smt_oracle(smt);
  static const TermOp ops[] = {TERM_ADD, TERM_SUB, TERM_EQ, TERM_ULT, TERM_ULE, TERM_AND, TERM_SLT};
  for (u32 i = 0; i < 150; i++) {
    TermOp op = ops[rnd(&g, 7)];
    Term a = random_term(&g, 64, 2), b = random_term(&g, 64, 1);
    Term differs = raw_not_equal(g.ts, term_raw_bin(g.ts, op, a, b), term_bin(g.ts, op, a, b));
    assert_int_not_equal(o->feasible(o, g.ts, &differs, 1), FEASIBLE_YES);
  }
  assert_true(smt_stats(smt).unsat > 100);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(g.ts);
}

/* ---- translation */

/* At given values of the variables, the solver gives every term the evaluator's value. */
static void translation_agrees_with_evaluator(void **state) {
  (void)state;
  Gen g = {.ts = terms_create(), .state = 7};
  Smt *smt = smt_create(g.ts, 0);
  Oracle *o = smt_oracle(smt);
  static const unsigned widths[] = {1, 2, 5, 8, 64, 65, 128};
  for (u32 i = 0; i < 600; i++) {
    unsigned w = widths[rnd(&g, 7)];
    Term vars[3] = {plain_var(&g, w, 0), plain_var(&g, w, 1), plain_var(&g, 1, 5)};
    u128 vals[3];
    Term conds[4];
    for (u32 k = 0; k < 3; k++) {
      Term v = random_const(&g, term_width(g.ts, vars[k]));
      term_is_const(g.ts, v, &vals[k]);
      conds[k] = term_raw_bin(g.ts, TERM_EQ, vars[k], v);
    }
    TermOp op = TERM_NOT + (TermOp)rnd(&g, TERM_FADD - TERM_NOT);
    if (op == TERM_CONCAT && w > 64) continue;
    Term a = vars[rnd(&g, 2)], b = vars[rnd(&g, 2)], c = vars[rnd(&g, 2)], t;
    switch (op) {
    case TERM_NOT:
    case TERM_NEG: t = term_un(g.ts, op, a); break;
    case TERM_ITE: t = term_ite(g.ts, vars[2], b, c); break;
    case TERM_EXTRACT: t = term_extract(g.ts, a, w - 1, rnd(&g, w)); break;
    case TERM_ZEXT: t = term_zext(g.ts, a, w < 128 ? w + 1 : w); break;
    case TERM_SEXT: t = term_sext(g.ts, a, w < 128 ? w + 1 : w); break;
    default: t = term_raw_bin(g.ts, op, a, b);
    }
    u128 want = 0;
    assert_true(term_eval(g.ts, t, vars, vals, 3, &want));
    conds[3] = raw_not_equal(g.ts, t, term_const(g.ts, term_width(g.ts, t), want));
    assert_int_equal(o->feasible(o, g.ts, conds, 3), FEASIBLE_YES);
    if (o->feasible(o, g.ts, conds, 4) != FEASIBLE_NO)
      fail_msg("%s of width %u differs from the evaluator", term_op_name(op), w);
  }
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(g.ts);
}

/* All values of two variables of 3 bits, one of 1 bit. */
static bool brute_force(Terms *ts, const Term *conds, u32 n, const Term *vars) {
  for (u32 i = 0; i < 128; i++) {
    u128 vals[3] = {i & 7, i >> 3 & 7, i >> 6};
    bool all = true;
    for (u32 k = 0; all && k < n; k++) {
      u128 v = 0;
      all = term_eval(ts, conds[k], vars, vals, 3, &v) && v;
    }
    if (all) return true;
  }
  return false;
}

static Term small_term(Gen *g, const Term *vars, u32 depth) {
  if (depth == 0) return rnd(g, 3) ? vars[rnd(g, 2)] : random_const(g, 3);
  Term a = small_term(g, vars, depth - 1);
  return term_raw_bin(g->ts, random_binary(g), a, small_term(g, vars, depth - 1));
}

/* Questions that share prefixes in every way, against brute force; models are models. */
static void incremental_questions_against_brute_force(void **state) {
  (void)state;
  Gen g = {.ts = terms_create(), .state = 4711};
  Smt *smt = smt_create(g.ts, 0);
  Oracle *o = smt_oracle(smt);
  Term vars[3] = {plain_var(&g, 3, 0), plain_var(&g, 3, 1), plain_var(&g, 1, 0)};
  Term conds[6];
  u32 n = 0, yes = 0, no = 0;
  static const TermOp ops[] = {TERM_EQ, TERM_ULT, TERM_ULE, TERM_SLT, TERM_SLE};
  for (u32 i = 0; i < 1500; i++) {
    n = rnd(&g, n + 1); /* keep a prefix */
    for (u32 more = 1 + rnd(&g, 3); more && n < 6; more--) {
      Term cmp =
          term_raw_bin(g.ts, ops[rnd(&g, 5)], small_term(&g, vars, 1), small_term(&g, vars, 1));
      if (rnd(&g, 4) == 0) cmp = term_raw_bin(g.ts, TERM_XOR, cmp, vars[2]);
      conds[n++] = cmp;
    }
    bool expect = brute_force(g.ts, conds, n, vars);
    expect ? yes++ : no++;
    assert_int_equal(o->feasible(o, g.ts, conds, n), expect ? FEASIBLE_YES : FEASIBLE_NO);
    u128 vals[3] = {0};
    assert_int_equal(o->values(o, g.ts, conds, n, vars, 3, vals),
                     expect ? FEASIBLE_YES : FEASIBLE_NO);
    for (u32 k = 0; expect && k < n; k++) {
      u128 v = 0;
      assert_true(term_eval(g.ts, conds[k], vars, vals, 3, &v));
      assert_true(v == 1);
    }
  }
  assert_true(yes > 100 && no > 100);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(g.ts);
}

/* ---- facts, limits, trivial questions */

static Term word(Terms *ts, u64 v) { return term_const(ts, 64, v); }

static Term alloc_var(Terms *ts, u32 id, u64 size, u8 log2_align) {
  return term_var(
      ts,
      (TermVar){.id = id, .width = 64, .address = true, .log2_align = log2_align, .size = size});
}

static void addresses_carry_their_facts(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 0);
  Oracle *o = smt_oracle(smt);
  Term p = alloc_var(ts, 0, 8, 3);
  Term null = term_raw_bin(ts, TERM_EQ, p, word(ts, 0));
  Term odd = term_raw_bin(ts, TERM_EQ, term_raw_bin(ts, TERM_AND, p, word(ts, 4)), word(ts, 4));
  Term wraps = term_raw_bin(ts, TERM_ULT, term_raw_bin(ts, TERM_ADD, p, word(ts, 8)), p);
  Term high = term_raw_bin(ts, TERM_ULT, word(ts, UINT64_MAX - 8), p);
  assert_int_equal(o->feasible(o, ts, &null, 1), FEASIBLE_NO);
  assert_int_equal(o->feasible(o, ts, &odd, 1), FEASIBLE_NO);
  assert_int_equal(o->feasible(o, ts, &wraps, 1), FEASIBLE_NO);
  assert_int_equal(o->feasible(o, ts, &high, 1), FEASIBLE_NO);
  u128 v = 0; /* also where no condition mentions it */
  assert_int_equal(o->values(o, ts, NULL, 0, &p, 1, &v), FEASIBLE_YES);
  assert_true(v != 0 && v % 8 == 0 && v <= UINT64_MAX - 8);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(ts);
}

static void trivial_questions_do_not_start_the_solver(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 0);
  Oracle *o = smt_oracle(smt);
  Term yes = term_bool(ts, true), both[2] = {yes, term_bool(ts, false)};
  assert_int_equal(o->feasible(o, ts, NULL, 0), FEASIBLE_YES);
  assert_int_equal(o->feasible(o, ts, &yes, 1), FEASIBLE_YES);
  assert_int_equal(o->feasible(o, ts, both, 2), FEASIBLE_NO);
  assert_int_equal(smt_stats(smt).checks, 0);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(ts);
}

/* A hard question ends at the limit, in the same way each time, and the solver goes on. */
static void resource_limit_gives_unknown(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 20000);
  Oracle *o = smt_oracle(smt);
  Term x = term_var(ts, (TermVar){.id = 0, .width = 64}),
       y = term_var(ts, (TermVar){.id = 1, .width = 64});
  Term product = term_raw_bin(ts, TERM_MUL, x, y);
  Term hard[3] = {term_raw_bin(ts, TERM_EQ, product, word(ts, 0xfffffffb * 0xfffffffaull + 3)),
                  term_raw_bin(ts, TERM_ULT, word(ts, 1), x), term_raw_bin(ts, TERM_ULT, x, y)};
  assert_int_equal(o->feasible(o, ts, hard, 3), FEASIBLE_UNKNOWN);
  assert_int_equal(o->feasible(o, ts, hard, 3), FEASIBLE_UNKNOWN);
  assert_int_equal(o->feasible(o, ts, hard + 1, 2), FEASIBLE_YES);
  assert_int_equal(smt_stats(smt).unknown, 2);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(ts);
}

static void a_deep_term_needs_no_deep_stack(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 0);
  Oracle *o = smt_oracle(smt);
  Term x = term_var(ts, (TermVar){.id = 0, .width = 8}), t = x;
  for (u32 i = 0; i < 20000; i++)
    t = term_raw_bin(ts, i % 2 ? TERM_ADD : TERM_XOR, t, i % 3 ? x : term_const(ts, 8, i));
  Term cond = term_raw_bin(ts, TERM_EQ, t, t);
  StrBuf script = {0};
  smtlib_dump(ts, &cond, 1, &script);
  assert_true(script.len > 100000);
  sb_free(&script);
  assert_int_equal(o->feasible(o, ts, &cond, 1), FEASIBLE_YES);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(ts);
}

/* ---- quantifiers */

static void exists_forall_answers(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 20000000);
  Term p = alloc_var(ts, 0, 4, 2), q = alloc_var(ts, 1, 4, 2), s = alloc_var(ts, 2, 4, 2);
  u128 values[2] = {0};
  /* The source can always be where the target is. */
  Term same = term_bin(ts, TERM_EQ, p, s);
  assert_int_equal(smt_exists_forall(smt, NULL, 0, same, &p, 1, &s, 1, values), FEASIBLE_NO);
  /* The source is below 4096, the target need not be. */
  Term low = term_and(ts, same, term_bin(ts, TERM_ULT, s, word(ts, 4096)));
  assert_int_equal(smt_exists_forall(smt, NULL, 0, low, &p, 1, &s, 1, values), FEASIBLE_YES);
  assert_true(values[0] >= 4096 && values[0] % 4 == 0);
  /* What is known of the bound variable counts: alignment. */
  Term off = term_bin(ts, TERM_EQ, term_bin(ts, TERM_ADD, p, word(ts, 2)), s);
  Term pre = term_bin(ts, TERM_ULT, p, q), free_vars[2] = {p, q};
  assert_int_equal(smt_exists_forall(smt, &pre, 1, off, free_vars, 2, &s, 1, values), FEASIBLE_YES);
  assert_true(values[0] < values[1]);
  /* Nothing is bound. */
  assert_int_equal(smt_exists_forall(smt, &pre, 1, pre, free_vars, 2, NULL, 0, values),
                   FEASIBLE_NO);
  smt_destroy(smt);
  terms_destroy(ts);
}

/* A condition over variables of 3 bits. */
static Term narrow_condition(Gen *g, const Term *vars, u32 n) {
  static const TermOp ops[] = {TERM_ADD, TERM_XOR, TERM_AND, TERM_MUL, TERM_SUB, TERM_OR};
  static const TermOp compare[] = {TERM_EQ, TERM_ULT, TERM_SLE};
  Term side[2];
  for (u32 i = 0; i < 2; i++) {
    Term a = vars[rnd(g, n)], b = rnd(g, 3) ? vars[rnd(g, n)] : random_const(g, 3);
    side[i] = term_bin(g->ts, ops[rnd(g, 6)], a, b);
  }
  Term c = term_bin(g->ts, compare[rnd(g, 3)], side[0], side[1]);
  return rnd(g, 2) ? c : term_not(g->ts, c);
}

/* exists x: pre(x) and for no y, z: body(x, y, z); by trying all of them. */
static bool found_by_trying(Terms *ts, Term pre, Term body, const Term *vars) {
  for (u32 x = 0; x < 8; x++) {
    u128 v = 0;
    bool some = false;
    for (u32 rest = 0; rest < 64 && !some; rest++)
      some = term_eval(ts, body, vars, (u128[]){x, rest & 7, rest >> 3}, 3, &v) && v;
    if (!some && term_eval(ts, pre, vars, (u128[]){x}, 1, &v) && v) return true;
  }
  return false;
}

/* Bound variables of few values are expanded: then Z3 sees no quantifier. */
static void narrow_quantifiers_are_expanded(void **state) {
  (void)state;
  Gen g = {.ts = terms_create(), .state = 777};
  Smt *smt = smt_create(g.ts, 20000000);
  Term vars[3];
  for (u32 i = 0; i < 3; i++) vars[i] = plain_var(&g, 3, i);
  u32 yes = 0, n = 60;
  for (u32 i = 0; i < n; i++) {
    Term pre = narrow_condition(&g, vars, 1);
    Term body = term_and(g.ts, narrow_condition(&g, vars, 2), narrow_condition(&g, vars, 2));
    u128 value = 0;
    Feasible f = smt_exists_forall(smt, &pre, 1, body, vars, 1, vars + 1, 2, &value);
    assert_int_equal(f, found_by_trying(g.ts, pre, body, vars) ? FEASIBLE_YES : FEASIBLE_NO);
    yes += f == FEASIBLE_YES;
  }
  SmtStats st = smt_stats(smt);
  assert_true(yes > 5 && yes < n - 5);
  assert_int_equal(st.by_quantified, n);
  assert_int_equal(st.by_expansion, n); /* z does not occur: 8 instances are enough */
  assert_int_equal(st.by_method[METHOD_SMT] + st.by_method[METHOD_BV], 0);
  smt_destroy(smt);
  terms_destroy(g.ts);
}

/* ---- in other ways, and not at all */

static Term product_of(Terms *ts, Term x, Term y) { return term_raw_bin(ts, TERM_MUL, x, y); }

/* What one way of asking does not find another may; and each time the same one. */
static void another_way_answers(void **state) {
  (void)state;
  u128 first[2] = {0};
  for (u32 run = 0; run < 2; run++) {
    Terms *ts = terms_create();
    Smt *smt = smt_create(ts, 1600000);
    Oracle *o = smt_oracle(smt);
    Term x = term_var(ts, (TermVar){.id = 0, .width = 8}),
         y = term_var(ts, (TermVar){.id = 1, .width = 8}), zero = term_const(ts, 8, 0);
    Term quotient = term_raw_bin(ts, TERM_UDIV, x, y), rest = term_raw_bin(ts, TERM_UREM, x, y);
    Term sum = term_raw_bin(ts, TERM_ADD, product_of(ts, quotient, y), rest);
    Term conds[2] = {term_not(ts, term_raw_bin(ts, TERM_EQ, y, zero)),
                     term_not(ts, term_raw_bin(ts, TERM_EQ, x, sum))};
    assert_int_equal(o->feasible(o, ts, conds, 2), FEASIBLE_NO);
    assert_null(smt_why_unknown(smt));
    SmtStats st = smt_stats(smt);
    assert_int_equal(st.plain, 1);
    assert_int_equal(st.by_plain, 1);
    assert_int_equal(st.by_method[METHOD_INCREMENTAL], 0);
    assert_true(st.checks > 1);
    /* The same model, too. */
    Term wanted[2] = {x, y}, cond = term_raw_bin(ts, TERM_EQ, product_of(ts, x, y), quotient);
    u128 values[2] = {0};
    assert_int_equal(o->values(o, ts, &cond, 1, wanted, 2, values), FEASIBLE_YES);
    if (run) assert_memory_equal(values, first, sizeof values);
    memcpy(first, values, sizeof values);
    o->destroy(o);
    smt_destroy(smt);
    terms_destroy(ts);
  }
}

static void an_open_question_says_why(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 20000);
  Oracle *o = smt_oracle(smt);
  Term x = term_var(ts, (TermVar){.id = 0, .width = 64}),
       y = term_var(ts, (TermVar){.id = 1, .width = 64});
  Term hard[3] = {
      term_raw_bin(ts, TERM_EQ, product_of(ts, x, y), word(ts, 0xfffffffb * 0xfffffffaull + 3)),
      term_raw_bin(ts, TERM_ULT, word(ts, 1), x), term_raw_bin(ts, TERM_ULT, x, y)};
  assert_null(smt_why_unknown(smt));
  assert_int_equal(o->feasible(o, ts, hard, 3), FEASIBLE_UNKNOWN);
  const char *why = smt_why_unknown(smt);
  assert_non_null(why);
  assert_string_equal(why, "out of resource units (incremental, QF_BV, bit-blast, other seed)");
  /* The same again costs nothing, also as a question in which nothing is bound. */
  u64 calls = smt_stats(smt).checks;
  Term swapped[3] = {hard[2], hard[0], hard[1]}, body = term_not(ts, hard[0]);
  assert_int_equal(o->feasible(o, ts, swapped, 3), FEASIBLE_UNKNOWN);
  assert_int_equal(smt_exists_forall(smt, hard + 1, 2, body, &x, 1, NULL, 0, &(u128){0}),
                   FEASIBLE_UNKNOWN);
  assert_non_null(smt_why_unknown(smt));
  assert_int_equal(smt_stats(smt).checks, calls);
  assert_int_equal(smt_stats(smt).unknown, 3);
  assert_int_equal(o->feasible(o, ts, hard + 1, 2), FEASIBLE_YES);
  assert_null(smt_why_unknown(smt));
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(ts);
}

/* Odd numbers are not twice anything, but none of Z3's ways with quantifiers finds one in so little
 * time; all of them are tried, also where expansion leaves something bound. */
static void quantifiers_may_stay_open(void **state) {
  (void)state;
  Terms *ts = terms_create();
  Smt *smt = smt_create(ts, 4000);
  Term x = term_var(ts, (TermVar){.id = 0, .width = 64}),
       u = term_var(ts, (TermVar){.id = 1, .width = 64}),
       b = term_var(ts, (TermVar){.id = 2, .width = 2}), bound[2] = {u, b};
  u128 value;
  Term twice = term_raw_bin(ts, TERM_EQ, product_of(ts, u, word(ts, 2)), x);
  assert_int_equal(smt_exists_forall(smt, NULL, 0, twice, &x, 1, bound, 1, &value),
                   FEASIBLE_UNKNOWN);
  const char *why = smt_why_unknown(smt);
  assert_non_null(why);
  print_message("%s\n", why);
  assert_non_null(strstr(why, "smt"));
  assert_non_null(strstr(why, "BV"));
  assert_non_null(strstr(why, "ufbv"));
  assert_int_equal(smt_stats(smt).checks, 3);
  Term four = term_raw_bin(ts, TERM_MUL, product_of(ts, u, u), term_zext(ts, b, 64));
  Term body = term_raw_bin(ts, TERM_EQ, four, x);
  assert_int_equal(smt_exists_forall(smt, NULL, 0, body, &x, 1, bound, 2, &value),
                   FEASIBLE_UNKNOWN);
  assert_int_equal(smt_stats(smt).checks, 3 + 6);
  assert_int_equal(smt_stats(smt).unknown, 2);
  assert_int_equal(smt_stats(smt).by_quantified, 0);
  smt_destroy(smt);
  terms_destroy(ts);
}

/* ---- SMT-LIB */

/* What a command says to a script: 1 sat, 0 unsat, 2 something else, -1: there is no such command.
 */
static int command_answer(const char *solver, const char *script) {
  char name[] = "/tmp/litmus-smtXXXXXX";
  int fd = mkstemp(name);
  if (fd < 0) return -1;
  FILE *f = fdopen(fd, "w");
  fputs(script, f);
  fclose(f);
  char command[128], line[128] = "";
  snprintf(command, sizeof command, "%s %s 2>/dev/null", solver, name);
  FILE *p = popen(command, "r");
  bool read = p && fgets(line, sizeof line, p);
  if (p) pclose(p);
  remove(name);
  if (!read) return -1;
  if (!strcmp(line, "sat\n")) return 1;
  return strcmp(line, "unsat\n") ? 2 : 0;
}

typedef struct Asked {
  StrBuf script;
  u32 n;
  int answer; /* 1 sat, 0 unsat */
} Asked;

static void write_down(void *self, Terms *ts, const SmtQuestion *q) {
  Asked *a = self;
  sb_clear(&a->script);
  smtlib_question(ts, q, &a->script);
  a->n++;
  assert_int_not_equal(q->answer, FEASIBLE_UNKNOWN);
  assert_non_null(q->by);
  assert_null(q->why);
  a->answer = q->answer == FEASIBLE_YES;
}

static void scripts_ask_the_same_question(void **state) {
  (void)state;
  static const char *const solvers[] = {"z3", "cvc5 --lang smt2"};
  bool there[2];
  for (u32 k = 0; k < 2; k++) {
    there[k] = command_answer(solvers[k], "(set-logic QF_BV)\n(assert true)\n(check-sat)\n") == 1;
    if (!there[k]) print_message("skipped: no %s command\n", solvers[k]);
  }
  if (!there[0] && !there[1]) skip();
  Gen g = {.ts = terms_create(), .state = 31337, .no_products = true};
  Smt *smt = smt_create(g.ts, 0);
  Oracle *o = smt_oracle(smt);
  Asked asked = {0};
  smt_observe(smt, write_down, &asked);
  u32 yes = 0, no = 0;
  for (u32 i = 0; i < 60; i++) {
    u32 before = asked.n;
    u128 values[4];
    Term free_vars[3] = {plain_var(&g, 3, 0), plain_var(&g, 8, 0), address_var(&g, 8, 1)};
    Term bound[3] = {plain_var(&g, 3, 1), plain_var(&g, 8, 1), address_var(&g, 8, 2)};
    if (i % 2) { /* the precondition speaks of nothing that is bound */
      Term pre = term_raw_bin(g.ts, TERM_ULT, free_vars[1], random_const(&g, 8));
      smt_exists_forall(smt, &pre, 1, random_bool(&g, 3), free_vars, 3, bound, 3, values);
    } else {
      Term conds[3] = {random_bool(&g, 3), random_bool(&g, 3), random_bool(&g, 2)};
      o->values(o, g.ts, conds, 3, free_vars, 3, values);
    }
    if (asked.n == before) continue; /* it was easy */
    *(asked.answer ? &yes : &no) += 1;
    for (u32 k = 0; k < 2; k++) {
      if (!there[k]) continue;
      int got = command_answer(solvers[k], sb_str(&asked.script));
      if (got != asked.answer) print_error("%s: %s", solvers[k], sb_str(&asked.script));
      assert_int_equal(got, asked.answer);
    }
  }
  assert_true(yes > 5 && no > 5);
  sb_free(&asked.script);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(g.ts);
}

/* ---- the enumerating oracle */

/* Conditions as programs over a few allocations make them. */
static Term layout_condition(Gen *g, const Term *addr, u32 n) {
  static const int offsets[] = {0, 0, 1, 4, 8, -4};
  u32 i = rnd(g, n), k = rnd(g, n);
  Term a = term_bin(g->ts, TERM_ADD, addr[i], word(g->ts, (u64)(i64)offsets[rnd(g, 6)]));
  Term b = term_bin(g->ts, TERM_ADD, addr[k], word(g->ts, (u64)(i64)offsets[rnd(g, 6)]));
  Term c = term_bin(g->ts, rnd(g, 2) ? TERM_EQ : TERM_ULT, a, b);
  return rnd(g, 3) ? c : term_not(g->ts, c);
}

static Term disjoint(Terms *ts, Term a, Term b) {
  Term before =
      term_bin(ts, TERM_ULE, term_bin(ts, TERM_ADD, a, word(ts, term_as_var(ts, a)->size)), b);
  Term after =
      term_bin(ts, TERM_ULE, term_bin(ts, TERM_ADD, b, word(ts, term_as_var(ts, b)->size)), a);
  return term_or(ts, before, after);
}

static void oracles_agree_on_layouts(void **state) {
  (void)state;
  Gen g = {.ts = terms_create(), .state = 271828};
  Smt *smt = smt_create(g.ts, 0);
  Oracle *exact = smt_oracle(smt), *enumerate = oracle_enumerate(FEASIBLE_NO);
  u32 missed = 0, yes = 0, no = 0;
  for (u32 i = 0; i < 400; i++) {
    Term addr[3], conds[12];
    u32 n = 2 + rnd(&g, 2), nc = 0;
    for (u32 k = 0; k < n; k++) addr[k] = alloc_var(g.ts, k, 4 << rnd(&g, 2), 2);
    for (u32 k = 1; k < n; k++)
      for (u32 j = 0; j < k; j++) conds[nc++] = disjoint(g.ts, addr[k], addr[j]);
    for (u32 more = 1 + rnd(&g, 4); more; more--) conds[nc++] = layout_condition(&g, addr, n);
    Feasible a = exact->feasible(exact, g.ts, conds, nc);
    Feasible b = enumerate->feasible(enumerate, g.ts, conds, nc);
    assert_int_not_equal(a, FEASIBLE_UNKNOWN);
    a == FEASIBLE_YES ? yes++ : no++;
    if (a == FEASIBLE_NO) assert_int_equal(b, FEASIBLE_NO); /* a witness would be evaluated */
    missed += a == FEASIBLE_YES && b == FEASIBLE_NO;
    u128 vals[3];
    if (enumerate->values(enumerate, g.ts, conds, nc, addr, n, vals) != FEASIBLE_YES) continue;
    Term at[15];
    memcpy(at, conds, sizeof *conds * nc);
    for (u32 k = 0; k < n; k++)
      at[nc + k] = term_raw_bin(g.ts, TERM_EQ, addr[k], word(g.ts, (u64)vals[k]));
    assert_int_equal(exact->feasible(exact, g.ts, at, nc + n), FEASIBLE_YES);
  }
  assert_true(yes > 50 && no > 50);
  if (missed) print_message("the enumerating oracle missed %u of %u layouts\n", missed, yes);
  assert_true(missed * 20 <= yes);
  enumerate->destroy(enumerate);
  exact->destroy(exact);
  smt_destroy(smt);
  terms_destroy(g.ts);
}

/* ---- contradictions of orders */

/* Sums that may wrap, constants, connectives: whatever the order procedure reads. */
static Term order_condition(Gen *g, const Term *addr, u32 n, u32 depth) {
  static const i64 offsets[] = {0, 0, 1, 4, 8, -1, -4, -8, 100, INT64_MIN, INT64_MAX};
  static const TermOp compare[] = {TERM_EQ, TERM_ULT, TERM_ULE};
  if (depth && rnd(g, 3) == 0) {
    Term a = order_condition(g, addr, n, depth - 1), b = order_condition(g, addr, n, depth - 1);
    return rnd(g, 2) ? term_and(g->ts, a, b) : term_or(g->ts, a, b);
  }
  Term x = term_bin(g->ts, TERM_ADD, addr[rnd(g, n)], word(g->ts, (u64)offsets[rnd(g, 11)]));
  Term y = term_bin(g->ts, TERM_ADD, addr[rnd(g, n)], word(g->ts, (u64)offsets[rnd(g, 11)]));
  if (rnd(g, 6) == 0) y = word(g->ts, (u64)offsets[rnd(g, 11)]);
  Term c = term_bin(g->ts, compare[rnd(g, 3)], x, y);
  return rnd(g, 3) ? c : term_not(g->ts, c);
}

/* What the order procedure finds contradictory is so to Z3, and that is most of it. */
static void order_contradictions_are_contradictions(void **state) {
  (void)state;
  Gen g = {.ts = terms_create(), .state = 161803};
  Smt *smt = smt_create(g.ts, 0);
  Oracle *o = smt_oracle(smt);
  u32 no = 0, found = 0;
  for (u32 i = 0; i < 500; i++) {
    Term vars[4], conds[8];
    u32 n = 2 + rnd(&g, 3);
    for (u32 k = 0; k < n; k++)
      vars[k] = rnd(&g, 4) ? alloc_var(g.ts, k, 4u << rnd(&g, 2), (u8)(rnd(&g, 2) * 2))
                           : plain_var(&g, 64, k);
    bool folded = false;
    for (u32 k = 0; k < 6; k++) {
      conds[k] = order_condition(&g, vars, n, 2);
      folded |= term_is_false(g.ts, conds[k]);
    }
    if (folded) continue;
    Feasible f = o->feasible(o, g.ts, conds, 6);
    if (f == FEASIBLE_NO) no++;
    if (!order_contradiction(g.ts, conds, 6)) continue;
    found++;
    assert_int_equal(f, FEASIBLE_NO);
  }
  print_message("%u of %u contradictions found as orders\n", found, no);
  assert_true(no > 60 && found * 10 > no * 9);
  o->destroy(o);
  smt_destroy(smt);
  terms_destroy(g.ts);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(translation_agrees_with_evaluator),
      cmocka_unit_test(incremental_questions_against_brute_force),
      cmocka_unit_test(addresses_carry_their_facts),
      cmocka_unit_test(trivial_questions_do_not_start_the_solver),
      cmocka_unit_test(resource_limit_gives_unknown),
      cmocka_unit_test(a_deep_term_needs_no_deep_stack),
      cmocka_unit_test(exists_forall_answers),
      cmocka_unit_test(narrow_quantifiers_are_expanded),
      cmocka_unit_test(another_way_answers),
      cmocka_unit_test(an_open_question_says_why),
      cmocka_unit_test(quantifiers_may_stay_open),
      cmocka_unit_test(scripts_ask_the_same_question),
      cmocka_unit_test(oracles_agree_on_layouts),
      cmocka_unit_test(order_contradictions_are_contradictions),
      cmocka_unit_test(rules_keep_values),
      cmocka_unit_test(constructors_keep_values_64),
  };
  return cmocka_run_group_tests_name("smt", tests, NULL, NULL);
}
