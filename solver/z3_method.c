/* The ways in which a question can be asked, from the table methods.h. Limits are resource units,
 * seeds are fixed and nothing looks at the clock, so two runs get the same answers. */
#include "solver/z3_impl.h"

#include <string.h>
#include <time.h>

/* One attempt may use this part of the limit for a question: all that suit a question together
 * need about the whole. Floats have one way that suits them. */
static u64 share_of(SmtMethod m) { return m == METHOD_FLOAT ? 1 : 4; }

typedef struct Method {
  const char *name;
  bool quantified;
  const char *logic, *tactics;
  u32 seed;
} Method;

static const Method methods[METHOD_COUNT] = {
#define M(X, code, key, name, quantified, logic, tactics, seed) \
  {name, quantified, logic, tactics, seed},
    SMT_METHODS(M, )
#undef M
};

const char *smt_method_name(SmtMethod m) { return methods[m].name; }
bool smt_method_quantified(SmtMethod m) { return methods[m].quantified; }

static void set_uint(Smt *s, Z3_params p, const char *name, u64 value) {
  Z3_params_set_uint(s->ctx, p, Z3_mk_string_symbol(s->ctx, name), (unsigned)value);
}

/* Z3 takes the limit as 32 bits; 0 means no limit there and here. */
static void set_limits(Smt *s, Z3_solver solver, SmtMethod m) {
  Z3_params p = Z3_mk_params(s->ctx);
  Z3_params_inc_ref(s->ctx, p);
  u64 share = share_of(m), limit = (s->rlimit + share - 1) / share;
  set_uint(s, p, "rlimit", limit > UINT32_MAX ? UINT32_MAX : limit);
  if (methods[m].seed) set_uint(s, p, "random_seed", methods[m].seed);
  Z3_solver_set_params(s->ctx, solver, p);
  Z3_params_dec_ref(s->ctx, p);
}

static Z3_tactic tactic(Smt *s, const char *name, size_t n) {
  char text[64];
  assert(n < sizeof text);
  memcpy(text, name, n);
  text[n] = '\0';
  Z3_tactic t = Z3_mk_tactic(s->ctx, text);
  assert(t);
  Z3_tactic_inc_ref(s->ctx, t);
  return t;
}

/* The tactics of a list of names, one after the other; counted. */
static Z3_tactic tactics(Smt *s, const char *names) {
  Z3_tactic all = NULL;
  while (*names) {
    size_t n = strcspn(names, " ");
    Z3_tactic one = tactic(s, names, n);
    names += n + (names[n] == ' ');
    if (!all) {
      all = one;
      continue;
    }
    Z3_tactic both = Z3_tactic_and_then(s->ctx, all, one);
    Z3_tactic_inc_ref(s->ctx, both);
    Z3_tactic_dec_ref(s->ctx, all);
    Z3_tactic_dec_ref(s->ctx, one);
    all = both;
  }
  return all;
}

Z3_solver method_solver(Smt *s, SmtMethod m) {
  const Method *how = &methods[m];
  Z3_solver solver;
  Z3_tactic made_of = *how->tactics ? tactics(s, how->tactics) : NULL;
  if (made_of)
    solver = Z3_mk_solver_from_tactic(s->ctx, made_of);
  else if (*how->logic)
    solver = Z3_mk_solver_for_logic(s->ctx, Z3_mk_string_symbol(s->ctx, how->logic));
  else
    solver = Z3_mk_simple_solver(s->ctx);
  Z3_solver_inc_ref(s->ctx, solver); /* before the tactic goes: both may die at the next call */
  if (made_of) Z3_tactic_dec_ref(s->ctx, made_of);
  set_limits(s, solver, m);
  return solver;
}

/* The context counts resource units over all its solvers, in 32 bits: differences survive it. */
static void note_spent(Smt *s, Z3_solver solver) {
  Z3_stats stats = Z3_solver_get_statistics(s->ctx, solver);
  if (!stats) return;
  Z3_stats_inc_ref(s->ctx, stats);
  unsigned n = Z3_stats_size(s->ctx, stats);
  for (unsigned i = 0; i < n; i++) {
    if (strcmp(Z3_stats_get_key(s->ctx, stats, i), "rlimit count") != 0 ||
        !Z3_stats_is_uint(s->ctx, stats, i))
      continue;
    u32 count = Z3_stats_get_uint_value(s->ctx, stats, i);
    s->stats.spent += (u32)(count - s->counted);
    s->counted = count;
  }
  Z3_stats_dec_ref(s->ctx, stats);
}

static u64 now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (u64)t.tv_sec * 1000000 + (u64)t.tv_nsec / 1000;
}

Z3_lbool method_check(Smt *s, Z3_solver solver) {
  s->stats.checks++;
  u64 start = now_us();
  Z3_lbool answer = Z3_solver_check(s->ctx, solver);
  s->stats.us += now_us() - start;
  note_spent(s, solver);
  return answer;
}
