/* Z3 behind the engine's questions; with z3_float.c the only file that includes z3.h.
 *
 * Terms are translated once and kept by handle. A term of width 1 becomes a Bool, because Z3
 * decides boolean structure much faster than the same structure over one-bit vectors; every other
 * term becomes a bit vector. Where an operator needs the other form, the translation converts.
 *
 * Questions are incremental: each condition is asserted in a scope of its own, and the next
 * question pops only what it does not share with the last one. Paths of one program share long
 * prefixes. Questions with floats go to a solver of their own, one by one: what the incremental one
 * knows of floats makes it many times slower than their circuits, blasted to bits.
 *
 * The context counts references (Z3_mk_context_rc): whatever a constructor returns is inc_ref'ed at
 * once and released with the context. Without counting, a term made inside a scope would die with
 * the scope while our cache still names it. */
#include "solver/smt.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <z3.h>

#include "engine/base/memory.h"
#include "solver/guess.h"
#include "solver/instances.h"
#include "solver/termvec.h"
#include "solver/z3_float.h"

/* The asserted conditions: scope i holds conds.at[i] and the facts of the variables that it was the
 * first to mention; vars_before.at[i] of them were known before. */
typedef struct Asserted {
  TermVec conds;
  VEC(u32) vars_before;
  TermVec vars; /* address facts of these variables are asserted */
} Asserted;

struct Smt {
  Terms *ts;
  u64 rlimit;
  Z3_context ctx;     /* NULL until the first question */
  Z3_solver solver;   /* the incremental one */
  Z3_sort sorts[129]; /* bit vectors by width; [0] is Bool */
  VEC(Z3_ast) cache;  /* by term handle; NULL: not translated yet */
  VEC(bool) floats; /* by term handle, of those translated: is there an operator on floats in it? */
  TermVec work;     /* stack of the translation */
  Asserted asserted;
  SmtStats stats;
};

Smt *smt_create(Terms *ts, u64 rlimit) {
  Smt *s = memory_alloc_zeroed(1, sizeof *s);
  s->ts = ts;
  s->rlimit = rlimit;
  return s;
}

void smt_destroy(Smt *s) {
  if (!s) return;
  if (s->ctx) {
    for (u32 i = 0; i < s->cache.len; i++)
      if (s->cache.at[i]) Z3_dec_ref(s->ctx, s->cache.at[i]);
    for (u32 i = 0; i < sizeof s->sorts / sizeof *s->sorts; i++)
      if (s->sorts[i]) Z3_dec_ref(s->ctx, Z3_sort_to_ast(s->ctx, s->sorts[i]));
    Z3_solver_dec_ref(s->ctx, s->solver);
    Z3_del_context(s->ctx);
  }
  vec_free(&s->cache);
  vec_free(&s->floats);
  vec_free(&s->work);
  vec_free(&s->asserted.conds);
  vec_free(&s->asserted.vars_before);
  vec_free(&s->asserted.vars);
  free(s);
}

SmtStats smt_stats(const Smt *s) { return s->stats; }
u64 smt_rlimit(const Smt *s) { return s->rlimit; }

/* ---- the context and its solvers */

/* Z3 takes the limit as 32 bits; 0 means no limit there and here. */
static void limit_solver(Smt *s, Z3_solver solver) {
  Z3_params p = Z3_mk_params(s->ctx);
  Z3_params_inc_ref(s->ctx, p);
  unsigned limit = s->rlimit > UINT32_MAX ? UINT32_MAX : (unsigned)s->rlimit;
  Z3_params_set_uint(s->ctx, p, Z3_mk_string_symbol(s->ctx, "rlimit"), limit);
  Z3_solver_set_params(s->ctx, solver, p);
  Z3_params_dec_ref(s->ctx, p);
}

static void start(Smt *s) {
  if (s->ctx) return;
  Z3_config cfg = Z3_mk_config();
  s->ctx = Z3_mk_context_rc(cfg);
  Z3_del_config(cfg);
  s->solver = Z3_mk_simple_solver(s->ctx);
  Z3_solver_inc_ref(s->ctx, s->solver);
  limit_solver(s, s->solver);
}

/* ---- translation */

static Z3_ast *slot(Smt *s, Term t) {
  if (t >= s->cache.len) {
    u32 len = terms_count(s->ts) + 1;
    assert(t < len);
    vec_reserve(&s->cache, len);
    memset(s->cache.at + s->cache.len, 0, (len - s->cache.len) * sizeof *s->cache.at);
    s->cache.len = len;
    vec_reserve(&s->floats, len);
    memset(s->floats.at + s->floats.len, 0, (len - s->floats.len) * sizeof *s->floats.at);
    s->floats.len = len;
  }
  return &s->cache.at[t];
}

/* Vectors of `width` bits; 0 stands for Bool. */
static Z3_sort sort_of(Smt *s, unsigned width) {
  if (!s->sorts[width]) {
    s->sorts[width] = width ? Z3_mk_bv_sort(s->ctx, width) : Z3_mk_bool_sort(s->ctx);
    Z3_inc_ref(s->ctx, Z3_sort_to_ast(s->ctx, s->sorts[width]));
  }
  return s->sorts[width];
}

/* A bit vector constant, also of width 1. Z3 reads wide numerals as decimal text only. */
static Z3_ast numeral(Smt *s, u128 v, unsigned width) {
  Z3_sort sort = sort_of(s, width);
  if (v <= UINT64_MAX) return Z3_mk_unsigned_int64(s->ctx, (u64)v, sort);
  char text[48], *at = text + sizeof text;
  *--at = '\0';
  for (; v; v /= 10) *--at = (char)('0' + (int)(v % 10));
  return Z3_mk_numeral(s->ctx, at, sort);
}

/* Whatever Z3 returns is counted until `drop`: without that it may die at the next call. */
static Z3_ast keep(Smt *s, Z3_ast a) {
  assert(a);
  Z3_inc_ref(s->ctx, a);
  return a;
}
static void drop(Smt *s, Z3_ast a) { Z3_dec_ref(s->ctx, a); }

/* Bool to a vector of one bit and back. */
static Z3_ast bool_to_bv(Smt *s, Z3_ast b) {
  Z3_ast one = keep(s, numeral(s, 1, 1)), zero = keep(s, numeral(s, 0, 1));
  Z3_ast r = keep(s, Z3_mk_ite(s->ctx, b, one, zero));
  drop(s, one), drop(s, zero);
  return r;
}

static Z3_ast bv_to_bool(Smt *s, Z3_ast v) {
  Z3_ast one = keep(s, numeral(s, 1, 1));
  Z3_ast r = keep(s, Z3_mk_eq(s->ctx, v, one));
  drop(s, one);
  return r;
}

/* Operand i of t as a bit vector; the caller drops it. */
static Z3_ast vector_arg(Smt *s, Term t, unsigned i) {
  Term a = term_arg(s->ts, t, i);
  Z3_ast z = *slot(s, a);
  return term_width(s->ts, a) == 1 ? bool_to_bv(s, z) : keep(s, z);
}

typedef Z3_ast (*Binary)(Z3_context, Z3_ast, Z3_ast);

static const Binary vector_binary[TERM_OP_COUNT] = {
    [TERM_ADD] = Z3_mk_bvadd,    [TERM_SUB] = Z3_mk_bvsub,   [TERM_MUL] = Z3_mk_bvmul,
    [TERM_UDIV] = Z3_mk_bvudiv,  [TERM_UREM] = Z3_mk_bvurem, [TERM_SDIV] = Z3_mk_bvsdiv,
    [TERM_SREM] = Z3_mk_bvsrem,  [TERM_AND] = Z3_mk_bvand,   [TERM_OR] = Z3_mk_bvor,
    [TERM_XOR] = Z3_mk_bvxor,    [TERM_SHL] = Z3_mk_bvshl,   [TERM_LSHR] = Z3_mk_bvlshr,
    [TERM_ASHR] = Z3_mk_bvashr,  [TERM_EQ] = Z3_mk_eq,       [TERM_ULT] = Z3_mk_bvult,
    [TERM_ULE] = Z3_mk_bvule,    [TERM_SLT] = Z3_mk_bvslt,   [TERM_SLE] = Z3_mk_bvsle,
    [TERM_CONCAT] = Z3_mk_concat};

static bool gives_bool(TermOp op) {
  return op == TERM_EQ || op == TERM_ULT || op == TERM_ULE || op == TERM_SLT || op == TERM_SLE;
}

/* Connectives over Bools: width-1 operators that need no vectors. NULL: not one of them. */
static Z3_ast translate_connective(Smt *s, Term t) {
  Z3_ast a = *slot(s, term_arg(s->ts, t, 0));
  TermOp op = term_op(s->ts, t);
  if (op == TERM_NOT) return keep(s, Z3_mk_not(s->ctx, a));
  if (term_op_arity(op) != 2) return NULL;
  Z3_ast b = *slot(s, term_arg(s->ts, t, 1)), both[2] = {a, b};
  switch (op) {
  case TERM_AND: return keep(s, Z3_mk_and(s->ctx, 2, both));
  case TERM_OR: return keep(s, Z3_mk_or(s->ctx, 2, both));
  case TERM_XOR: return keep(s, Z3_mk_xor(s->ctx, a, b));
  case TERM_EQ: return keep(s, Z3_mk_iff(s->ctx, a, b));
  default: return NULL;
  }
}

/* An operator over vectors; its result is a Bool for comparisons and a vector otherwise. */
static Z3_ast translate_vector(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  Z3_ast a = vector_arg(s, t, 0), b = NULL, r = NULL;
  unsigned grow = term_width(s->ts, t) - term_width(s->ts, term_arg(s->ts, t, 0));
  switch (op) {
  case TERM_NOT: r = Z3_mk_bvnot(s->ctx, a); break;
  case TERM_NEG: r = Z3_mk_bvneg(s->ctx, a); break;
  case TERM_EXTRACT: r = Z3_mk_extract(s->ctx, term_hi(s->ts, t), term_lo(s->ts, t), a); break;
  case TERM_ZEXT: r = Z3_mk_zero_ext(s->ctx, grow, a); break;
  case TERM_SEXT: r = Z3_mk_sign_ext(s->ctx, grow, a); break;
  default:
    assert(vector_binary[op]);
    b = vector_arg(s, t, 1);
    r = vector_binary[op](s->ctx, a, b);
  }
  keep(s, r);
  drop(s, a);
  if (b) drop(s, b);
  if (term_width(s->ts, t) == 1 && !gives_bool(op)) {
    Z3_ast as_bool = bv_to_bool(s, r);
    drop(s, r);
    return as_bool;
  }
  return r;
}

static Z3_ast translate_float(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  unsigned arity = term_op_arity(op);
  Z3_ast args[3];
  for (unsigned i = 0; i < arity; i++) args[i] = vector_arg(s, t, i);
  Z3_ast r =
      z3_float(s->ctx, op, term_width(s->ts, term_arg(s->ts, t, 0)), term_width(s->ts, t), args);
  for (unsigned i = 0; i < arity; i++) drop(s, args[i]);
  return r;
}

/* One term whose operands are translated. The result carries one reference, the cache's. */
static Z3_ast translate_one(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  unsigned width = term_width(s->ts, t);
  if (op == TERM_VAR) {
    Z3_sort sort = sort_of(s, width == 1 ? 0 : width);
    return keep(s, Z3_mk_const(s->ctx, Z3_mk_int_symbol(s->ctx, (int)t), sort));
  }
  if (op == TERM_CONST) {
    u128 v = 0;
    term_is_const(s->ts, t, &v);
    if (width > 1) return keep(s, numeral(s, v, width));
    return keep(s, v ? Z3_mk_true(s->ctx) : Z3_mk_false(s->ctx));
  }
  if (op == TERM_ITE)
    return keep(s, Z3_mk_ite(s->ctx, *slot(s, term_arg(s->ts, t, 0)),
                             *slot(s, term_arg(s->ts, t, 1)), *slot(s, term_arg(s->ts, t, 2))));
  if (term_op_is_float(op)) return translate_float(s, t);
  if (term_width(s->ts, term_arg(s->ts, t, 0)) == 1 && width == 1) {
    Z3_ast r = translate_connective(s, t);
    if (r) return r;
  }
  return translate_vector(s, t);
}

static void note_floats(Smt *s, Term t) {
  TermOp op = term_op(s->ts, t);
  bool any = term_op_is_float(op);
  for (unsigned i = 0; i < term_op_arity(op); i++) any |= s->floats.at[term_arg(s->ts, t, i)];
  s->floats.at[t] = any;
}

/* Operands first, by an explicit stack: terms may be deeper than the C stack. */
static Z3_ast translate(Smt *s, Term root) {
  slot(s, terms_count(s->ts)); /* the cache does not move below */
  vec_clear(&s->work);
  vec_push(&s->work, root);
  while (s->work.len) {
    Term t = vec_last(&s->work);
    if (!*slot(s, t)) {
      u32 before = s->work.len;
      for (unsigned i = 0; i < term_op_arity(term_op(s->ts, t)); i++)
        if (!*slot(s, term_arg(s->ts, t, i))) vec_push(&s->work, term_arg(s->ts, t, i));
      if (s->work.len > before) continue;
      *slot(s, t) = translate_one(s, t);
      note_floats(s, t);
    }
    s->work.len--;
  }
  return *slot(s, root);
}

/* What an address variable is known to be: aligned, not null, its end within the address space.
 * The constructors of terms fold with these facts, so a question without them would be about other
 * addresses. The caller drops the result; NULL: nothing known. */
static Z3_ast address_facts(Smt *s, Term var) {
  const TermVar *v = term_as_var(s->ts, var);
  if (!v->address || v->width < 2) return NULL;
  Z3_ast x = translate(s, var);
  u128 last = u128_mask(~(u128)0, v->width) - u128_mask(v->size, v->width);
  Z3_ast zero = keep(s, numeral(s, 0, v->width)), end = keep(s, numeral(s, last, v->width));
  Z3_ast is_null = keep(s, Z3_mk_eq(s->ctx, x, zero));
  Z3_ast all[3] = {keep(s, Z3_mk_not(s->ctx, is_null)), keep(s, Z3_mk_bvule(s->ctx, x, end)), NULL};
  u32 n = 2;
  if (v->log2_align) {
    unsigned bits = v->log2_align < v->width ? v->log2_align : v->width;
    Z3_ast low = keep(s, Z3_mk_extract(s->ctx, bits - 1, 0, x));
    Z3_ast none = keep(s, numeral(s, 0, bits));
    all[n++] = keep(s, Z3_mk_eq(s->ctx, low, none));
    drop(s, low), drop(s, none);
  }
  Z3_ast r = keep(s, Z3_mk_and(s->ctx, n, all));
  for (u32 i = 0; i < n; i++) drop(s, all[i]);
  drop(s, zero), drop(s, end), drop(s, is_null);
  return r;
}

/* ---- incremental questions */

static void assert_facts(Smt *s, Z3_solver solver, const Term *vars, u32 n) {
  for (u32 i = 0; i < n; i++) {
    Z3_ast facts = address_facts(s, vars[i]);
    if (!facts) continue;
    Z3_solver_assert(s->ctx, solver, facts);
    drop(s, facts);
  }
}

static bool has_facts(const Asserted *a, Term var) {
  for (u32 i = 0; i < a->vars.len; i++)
    if (a->vars.at[i] == var) return true;
  return false;
}

static void push_condition(Smt *s, Term cond) {
  Asserted *a = &s->asserted;
  Z3_solver_push(s->ctx, s->solver);
  u32 before = a->vars.len;
  termvec_add_vars(&a->vars, s->ts, cond);
  vec_push(&a->vars_before, before);
  vec_push(&a->conds, cond);
  assert_facts(s, s->solver, a->vars.at + before, a->vars.len - before);
  Z3_solver_assert(s->ctx, s->solver, translate(s, cond));
}

static void pop_to(Smt *s, u32 n) {
  Asserted *a = &s->asserted;
  if (a->conds.len <= n) return;
  Z3_solver_pop(s->ctx, s->solver, a->conds.len - n);
  a->vars.len = a->vars_before.at[n];
  a->vars_before.len = n;
  a->conds.len = n;
}

static void assert_conditions(Smt *s, const Term *conds, u32 n) {
  Asserted *a = &s->asserted;
  u32 shared = 0;
  while (shared < n && shared < a->conds.len && a->conds.at[shared] == conds[shared]) shared++;
  pop_to(s, shared);
  for (u32 i = shared; i < n; i++) push_condition(s, conds[i]);
}

/* The context counts resource units over all its solvers. */
static void note_spent(Smt *s, Z3_solver solver) {
  Z3_stats stats = Z3_solver_get_statistics(s->ctx, solver);
  if (!stats) return;
  Z3_stats_inc_ref(s->ctx, stats);
  unsigned n = Z3_stats_size(s->ctx, stats);
  for (unsigned i = 0; i < n; i++)
    if (!strcmp(Z3_stats_get_key(s->ctx, stats, i), "rlimit count") &&
        Z3_stats_is_uint(s->ctx, stats, i))
      s->stats.spent = Z3_stats_get_uint_value(s->ctx, stats, i);
  Z3_stats_dec_ref(s->ctx, stats);
}

static Feasible check(Smt *s, Z3_solver solver) {
  s->stats.checks++;
  Z3_lbool answer = Z3_solver_check(s->ctx, solver);
  note_spent(s, solver);
  switch (answer) {
  case Z3_L_TRUE: s->stats.sat++; return FEASIBLE_YES;
  case Z3_L_FALSE: s->stats.unsat++; return FEASIBLE_NO;
  default: s->stats.unknown++; return FEASIBLE_UNKNOWN;
  }
}

/* What needs no solver: a false condition, or none that is open. */
static bool is_easy(Smt *s, const Term *conds, u32 n, Feasible *answer) {
  bool open = false;
  for (u32 i = 0; i < n; i++) {
    if (term_is_false(s->ts, conds[i])) return *answer = FEASIBLE_NO, true;
    open |= !term_is_true(s->ts, conds[i]);
  }
  *answer = FEASIBLE_YES;
  return !open;
}

/* ---- models */

static u128 parse_decimal(const char *text) {
  u128 v = 0;
  for (; *text; text++) v = v * 10 + (u128)(*text - '0');
  return v;
}

/* The value of a variable; one that the question does not constrain gets one too. */
static bool model_value(Smt *s, Z3_model model, Term var, u128 *out) {
  Z3_ast v = NULL;
  if (!Z3_model_eval(s->ctx, model, translate(s, var), true, &v) || !v) return false;
  keep(s, v);
  bool ok = true;
  if (term_width(s->ts, var) == 1) {
    Z3_lbool b = Z3_get_bool_value(s->ctx, v);
    ok = b != Z3_L_UNDEF;
    *out = b == Z3_L_TRUE;
  } else {
    ok = Z3_is_numeral_ast(s->ctx, v);
    if (ok) *out = parse_decimal(Z3_get_numeral_string(s->ctx, v));
  }
  drop(s, v);
  return ok;
}

/* Values of `vars` in the last model of `solver`. */
static bool model_values(Smt *s, Z3_solver solver, const Term *vars, u32 n, u128 *out) {
  Z3_model model = Z3_solver_get_model(s->ctx, solver);
  if (!model) return false;
  Z3_model_inc_ref(s->ctx, model);
  bool ok = true;
  for (u32 i = 0; ok && i < n; i++) ok = model_value(s, model, vars[i], &out[i]);
  Z3_model_dec_ref(s->ctx, model);
  return ok;
}

/* Every model is evaluated by the engine's own evaluator before anyone sees it: a fault in the
 * translation becomes an "unknown", not a wrong answer. */
static bool model_holds(Smt *s, Z3_solver solver, const Term *conds, u32 n, const TermVec *vars) {
  u128 *vals = memory_alloc_zeroed(vars->len + 1, sizeof *vals);
  bool ok = model_values(s, solver, vars->at, vars->len, vals);
  for (u32 i = 0; ok && i < n; i++) {
    u128 v = 0;
    ok = term_eval(s->ts, conds[i], vars->at, vals, vars->len, &v) && v == 1;
  }
  free(vals);
  return ok;
}

/* ---- questions with floats */

static bool have_floats(Smt *s, const Term *conds, u32 n) {
  bool any = false;
  for (u32 i = 0; i < n; i++) {
    translate(s, conds[i]);
    any |= s->floats.at[conds[i]];
  }
  return any;
}

static Z3_solver float_solver(Smt *s) {
  static const char *const names[] = {"solve-eqs",       "fpa2bv",    "simplify",
                                      "ackermannize_bv", "bit-blast", "sat"};
  Z3_tactic all = Z3_mk_tactic(s->ctx, "simplify");
  Z3_tactic_inc_ref(s->ctx, all);
  for (u32 i = 0; i < sizeof names / sizeof *names; i++) {
    Z3_tactic next = Z3_mk_tactic(s->ctx, names[i]);
    Z3_tactic_inc_ref(s->ctx, next);
    Z3_tactic both = Z3_tactic_and_then(s->ctx, all, next);
    Z3_tactic_inc_ref(s->ctx, both);
    Z3_tactic_dec_ref(s->ctx, next);
    Z3_tactic_dec_ref(s->ctx, all);
    all = both;
  }
  Z3_solver solver = Z3_mk_solver_from_tactic(s->ctx, all);
  Z3_solver_inc_ref(s->ctx, solver);
  Z3_tactic_dec_ref(s->ctx, all);
  limit_solver(s, solver);
  return solver;
}

/* The values of `wanted` if some assignment of vars can be guessed. */
static bool guessed(Smt *s, const Term *conds, u32 n, const TermVec *vars, const Term *wanted,
                    u32 nwanted, u128 *out) {
  for (u32 i = 0; i < vars->len; i++)
    if (term_as_var(s->ts, vars->at[i])->address) return false;
  u128 *vals = memory_alloc_zeroed(vars->len + 1, sizeof *vals);
  bool found = guess_values(s->ts, conds, n, vars->at, vars->len, vals);
  for (u32 i = 0; found && i < nwanted; i++)
    found = term_eval(s->ts, wanted[i], vars->at, vals, vars->len, &out[i]);
  free(vals);
  return found;
}

static Feasible float_question(Smt *s, const Term *conds, u32 n, const Term *wanted, u32 nwanted,
                               u128 *out) {
  TermVec vars = {0};
  for (u32 i = 0; i < n; i++) termvec_add_vars(&vars, s->ts, conds[i]);
  for (u32 i = 0; i < nwanted; i++) termvec_add_vars(&vars, s->ts, wanted[i]);
  if (guessed(s, conds, n, &vars, wanted, nwanted, out)) {
    vec_free(&vars);
    return FEASIBLE_YES;
  }
  Z3_solver solver = float_solver(s);
  assert_facts(s, solver, vars.at, vars.len);
  for (u32 i = 0; i < n; i++) Z3_solver_assert(s->ctx, solver, translate(s, conds[i]));
  Feasible answer = check(s, solver);
  if (answer == FEASIBLE_YES &&
      !(model_values(s, solver, wanted, nwanted, out) && model_holds(s, solver, conds, n, &vars)))
    answer = FEASIBLE_UNKNOWN;
  Z3_solver_dec_ref(s->ctx, solver);
  vec_free(&vars);
  return answer;
}

/* ---- the oracle */

static Feasible smt_feasible(Oracle *o, Terms *ts, const Term *conds, u32 n) {
  Smt *s = o->self;
  assert(ts == s->ts);
  Feasible easy;
  if (is_easy(s, conds, n, &easy)) return easy;
  start(s);
  if (have_floats(s, conds, n)) return float_question(s, conds, n, NULL, 0, NULL);
  assert_conditions(s, conds, n);
  return check(s, s->solver);
}

static Feasible smt_values(Oracle *o, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                           u32 nwanted, u128 *out) {
  Smt *s = o->self;
  assert(ts == s->ts);
  Feasible answer;
  if (is_easy(s, conds, n, &answer) && (answer == FEASIBLE_NO || nwanted == 0)) return answer;
  start(s);
  if (have_floats(s, conds, n)) return float_question(s, conds, n, wanted, nwanted, out);
  assert_conditions(s, conds, n);
  Z3_solver_push(s->ctx, s->solver);
  for (u32 i = 0; i < nwanted; i++)
    if (!has_facts(&s->asserted, wanted[i])) assert_facts(s, s->solver, &wanted[i], 1);
  answer = check(s, s->solver);
  if (answer == FEASIBLE_YES && !(model_values(s, s->solver, wanted, nwanted, out) &&
                                  model_holds(s, s->solver, conds, n, &s->asserted.vars)))
    answer = FEASIBLE_UNKNOWN;
  Z3_solver_pop(s->ctx, s->solver, 1);
  return answer;
}

static void smt_oracle_destroy(Oracle *o) { free(o); }

Oracle *smt_oracle(Smt *s) {
  Oracle *o = memory_alloc_zeroed(1, sizeof *o);
  *o = (Oracle){.self = s,
                .name = "z3",
                .feasible = smt_feasible,
                .values = smt_values,
                .destroy = smt_oracle_destroy};
  return o;
}

/* ---- quantifiers */

/* not (exists bound: facts(bound) /\ body); the caller drops it. */
static Z3_ast no_instance(Smt *s, Term body, const Term *bound, u32 nbound) {
  Z3_ast *parts = memory_alloc_zeroed(nbound + 1, sizeof *parts);
  Z3_app *apps = memory_alloc_zeroed(nbound + 1, sizeof *apps);
  u32 n = 0;
  for (u32 i = 0; i < nbound; i++) {
    apps[i] = Z3_to_app(s->ctx, translate(s, bound[i]));
    Z3_ast facts = address_facts(s, bound[i]);
    if (facts) parts[n++] = facts;
  }
  parts[n++] = keep(s, translate(s, body));
  Z3_ast all = keep(s, Z3_mk_and(s->ctx, n, parts));
  for (u32 i = 0; i < n; i++) drop(s, parts[i]);
  Z3_ast some =
      nbound ? keep(s, Z3_mk_exists_const(s->ctx, 0, nbound, apps, 0, NULL, all)) : keep(s, all);
  Z3_ast none = keep(s, Z3_mk_not(s->ctx, some));
  drop(s, all), drop(s, some);
  free(parts);
  free(apps);
  return none;
}

/* The two solvers that decided the most of our quantified questions (docs/refinement). */
static Z3_solver quantified_solver(Smt *s, u32 number) {
  if (number) {
    Z3_solver bv = Z3_mk_solver_for_logic(s->ctx, Z3_mk_string_symbol(s->ctx, "BV"));
    Z3_solver_inc_ref(s->ctx, bv);
    return bv;
  }
  Z3_tactic smt = Z3_mk_tactic(s->ctx, "smt");
  Z3_tactic_inc_ref(s->ctx, smt);
  Z3_solver solver = Z3_mk_solver_from_tactic(s->ctx, smt);
  Z3_solver_inc_ref(s->ctx, solver); /* before the tactic goes: both may die at the next call */
  Z3_tactic_dec_ref(s->ctx, smt);
  return solver;
}

Feasible smt_exists_forall(Smt *s, const Term *pre, u32 npre, Term body, const Term *freev,
                           u32 nfree, const Term *bound, u32 nbound, u128 *values) {
  start(s);
  if (have_floats(s, &body, 1) || have_floats(s, pre, npre)) {
    Oracle *o = smt_oracle(s);
    Feasible settled =
        instances_exists_forall(o, s->ts, pre, npre, body, freev, nfree, bound, nbound, values);
    o->destroy(o);
    if (settled != FEASIBLE_UNKNOWN) return settled;
  }
  TermVec vars = {0};
  for (u32 i = 0; i < nfree; i++) termvec_add_vars(&vars, s->ts, freev[i]);
  for (u32 i = 0; i < npre; i++) termvec_add_vars(&vars, s->ts, pre[i]);
  Z3_ast none = no_instance(s, body, bound, nbound);
  Feasible answer = FEASIBLE_UNKNOWN;
  for (u32 k = 0; k < 2 && answer == FEASIBLE_UNKNOWN; k++) {
    Z3_solver solver = quantified_solver(s, k);
    limit_solver(s, solver);
    assert_facts(s, solver, vars.at, vars.len);
    for (u32 i = 0; i < npre; i++) Z3_solver_assert(s->ctx, solver, translate(s, pre[i]));
    Z3_solver_assert(s->ctx, solver, none);
    answer = check(s, solver);
    if (answer == FEASIBLE_YES && !(model_values(s, solver, freev, nfree, values) &&
                                    model_holds(s, solver, pre, npre, &vars)))
      answer = FEASIBLE_UNKNOWN;
    Z3_solver_dec_ref(s->ctx, solver);
  }
  drop(s, none);
  vec_free(&vars);
  return answer;
}
