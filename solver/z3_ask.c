/* Questions. Each is asked in several ways, one after the other, until one answers: first of the
 * incremental solver, which remembers what paths have in common, then of fresh ones (methods.h).
 *
 * Incremental: each condition is asserted in a scope of its own, and the next question pops only
 * what it does not share with the last one. Paths of one program share long prefixes. Questions
 * with floats are not asked so: the incremental solver takes many times as long for them as for
 * their circuits, blasted to bits.
 *
 * Every model is evaluated by the engine's own evaluator before anyone sees it: a fault in the
 * translation or in Z3 becomes an "unknown", not a wrong answer. */
#include "solver/z3_impl.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "solver/guess.h"
#include "solver/instances.h"

#define EXPAND_FIRST 16      /* instances up to which expanding comes before Z3's quantifiers */
#define EXPAND_MOST 256      /* instances of a body that are made at most */
#define EXPAND_WIDTH 4       /* of a bound variable that is expanded, at most */
#define EXPAND_TERMS 1000000 /* terms that its instances may be made of */

/* A question while it is asked. */
typedef struct Ask {
  SmtQuestion q;
  u128 *out;    /* of the wanted variables; NULL: nobody wants values */
  TermVec vars; /* the free variables, those that nothing mentions but that are wanted too */
  Z3_ast none;  /* not (exists bound: body), or NULL */
  u64 before;   /* resource units spent before */
  bool has_floats;
  bool expanded; /* the answer is that of the question with its quantifiers expanded */
} Ask;

SmtStats smt_stats(const Smt *s) { return s->stats; }
void smt_count_above(Smt *s, OracleStats o) {
  OracleStats *sum = &s->stats.above;
  sum->asked += o.asked;
  sum->by_witness += o.by_witness;
  sum->by_order += o.by_order;
  sum->by_quick += o.by_quick;
  sum->by_exact += o.by_exact;
  sum->unknown += o.unknown;
}
u64 smt_rlimit(const Smt *s) { return s->rlimit; }
const char *smt_why_unknown(const Smt *s) { return s->why.len ? sb_str(&s->why) : NULL; }

void smt_observe(Smt *s, SmtObserver *observer, void *self) {
  s->observer = observer;
  s->observer_self = self;
}

void smt_purpose(Smt *s, const char *purpose) { s->purpose = purpose; }

/* ---- models */

static u128 parse_decimal(const char *text) {
  u128 v = 0;
  for (; *text; text++) v = v * 10 + (u128)(*text - '0');
  return v;
}

/* The value of a variable; one that the question does not constrain gets one too. */
static bool model_value(Smt *s, Z3_model model, Term var, u128 *out) {
  Z3_ast v = NULL;
  if (!Z3_model_eval(s->ctx, model, z3_translate(s, var), true, &v) || !v) return false;
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

/* Is the value one that an address variable can have? As z3_address_facts says it. */
static bool is_possible(const Terms *ts, Term var, u128 value) {
  const TermVar *v = term_as_var(ts, var);
  if (!v->address || v->width < 2) return true;
  u128 last = u128_mask(~(u128)0, v->width) - u128_mask(v->size, v->width);
  u128 low = v->log2_align < v->width ? ((u128)1 << v->log2_align) - 1 : ~(u128)0;
  return value != 0 && value <= last && (value & low) == 0;
}

static u128 value_of(const TermVec *vars, const u128 *values, Term var) {
  u32 i = 0;
  while (vars->at[i] != var) i++;
  return values[i];
}

/* Takes the model, if all conditions hold under it; what a quantifier says cannot be evaluated. */
static bool take_model(Smt *s, Z3_solver solver, Ask *a) {
  u128 *values = memory_alloc_zeroed(a->vars.len + 1, sizeof *values);
  bool ok = model_values(s, solver, a->vars.at, a->vars.len, values);
  for (u32 i = 0; ok && i < a->vars.len; i++) ok = is_possible(s->ts, a->vars.at[i], values[i]);
  for (u32 i = 0; ok && i < a->q.n; i++) {
    u128 v = 0;
    ok = term_eval(s->ts, a->q.conds[i], a->vars.at, values, a->vars.len, &v) && v == 1;
  }
  for (u32 i = 0; ok && a->out && i < a->q.nwanted; i++)
    a->out[i] = value_of(&a->vars, values, a->q.wanted[i]);
  free(values);
  return ok;
}

/* ---- one attempt */

/* "out of resource units (incremental, QF_BV); incomplete (smt)" */
static void note_why(Smt *s, const char *who, const char *why) {
  if (s->why.len && !strcmp(sb_str(&s->last_why), why)) {
    s->why.len--;
    sb_printf(&s->why, ", %s)", who);
    return;
  }
  sb_printf(&s->why, "%s%s (%s)", s->why.len ? "; " : "", why, who);
  sb_clear(&s->last_why);
  sb_puts(&s->last_why, why);
}

/* Z3 says "canceled" when its resources ran out; nothing else ever cancels it here. */
static const char *reason_unknown(Smt *s, Z3_solver solver) {
  const char *why = Z3_solver_get_reason_unknown(s->ctx, solver);
  bool limit = !why || !strcmp(why, "canceled") || strstr(why, "resource");
  return limit ? "out of resource units" : why;
}

static Feasible attempt(Smt *s, Z3_solver solver, SmtMethod m, Ask *a) {
  const char *name = smt_method_name(m);
  Feasible answer = FEASIBLE_UNKNOWN;
  switch (method_check(s, solver)) {
  case Z3_L_FALSE: answer = FEASIBLE_NO; break;
  case Z3_L_TRUE:
    if (take_model(s, solver, a))
      answer = FEASIBLE_YES;
    else
      note_why(s, name, "its model does not make the conditions true");
    break;
  default: note_why(s, name, reason_unknown(s, solver)); break;
  }
  if (answer == FEASIBLE_UNKNOWN) return answer;
  a->q.by = name;
  s->stats.by_method[m]++;
  return answer;
}

static void assert_facts(Smt *s, Z3_solver solver, const Term *vars, u32 n) {
  for (u32 i = 0; i < n; i++) {
    Z3_ast facts = z3_address_facts(s, vars[i]);
    if (!facts) continue;
    Z3_solver_assert(s->ctx, solver, facts);
    drop(s, facts);
  }
}

/* The whole question, put to a solver that knows nothing yet. */
static Feasible ask_fresh(Smt *s, SmtMethod m, Ask *a) {
  Z3_solver solver = method_solver(s, m);
  assert_facts(s, solver, a->vars.at, a->vars.len);
  for (u32 i = 0; i < a->q.n; i++) Z3_solver_assert(s->ctx, solver, z3_translate(s, a->q.conds[i]));
  if (a->none) Z3_solver_assert(s->ctx, solver, a->none);
  Feasible answer = attempt(s, solver, m, a);
  Z3_solver_dec_ref(s->ctx, solver);
  return answer;
}

static bool is_among(const Term *at, u32 n, Term t) {
  for (u32 i = 0; i < n; i++)
    if (at[i] == t) return true;
  return false;
}

static bool are_among(const Term *at, u32 n, const Term *all, u32 nall) {
  for (u32 i = 0; i < n; i++)
    if (!is_among(all, nall, at[i])) return false;
  return true;
}

/* The question that stayed open a moment ago, asked once more: its effort need not be repeated. */
static bool is_open(Smt *s, const Term *conds, u32 n) {
  if (!s->open.len || !are_among(conds, n, s->open.at, s->open.len) ||
      !are_among(s->open.at, s->open.len, conds, n))
    return false;
  sb_clear(&s->why);
  sb_puts(&s->why, sb_str(&s->open_why));
  return true;
}

static void note_open(Smt *s, const Term *conds, u32 n) {
  vec_clear(&s->open);
  for (u32 i = 0; i < n; i++) vec_push(&s->open, conds[i]);
  sb_clear(&s->open_why);
  sb_puts(&s->open_why, sb_str(&s->why));
}

/* In every way but the incremental one. Without quantifiers there is one for floats: the others do
 * without their theory, or fill the memory. */
static Feasible ask_all_fresh(Smt *s, Ask *a) {
  Feasible answer = FEASIBLE_UNKNOWN;
  for (u32 m = METHOD_INCREMENTAL + 1; m < METHOD_COUNT && answer == FEASIBLE_UNKNOWN; m++)
    if (smt_method_quantified((SmtMethod)m) == (a->none != NULL) &&
        (a->none || (m == METHOD_FLOAT) == a->has_floats))
      answer = ask_fresh(s, (SmtMethod)m, a);
  return answer;
}

static void begin(Smt *s, Ask *a) {
  z3_start(s);
  sb_clear(&s->why);
  a->before = s->stats.spent;
}

static Feasible finish(Smt *s, Ask *a, Feasible answer) {
  bool quantified = a->q.nbound != 0, answered = answer != FEASIBLE_UNKNOWN;
  *(quantified ? &s->stats.quantified : &s->stats.plain) += 1;
  *(quantified ? &s->stats.by_quantified : &s->stats.by_plain) += answered;
  s->stats.by_expansion += a->expanded;
  s->stats.sat += answer == FEASIBLE_YES;
  s->stats.unsat += answer == FEASIBLE_NO;
  s->stats.unknown += !answered;
  if (answered) sb_clear(&s->why);
  if (s->observer) {
    a->q.answer = answer;
    a->q.purpose = s->purpose;
    a->q.why = smt_why_unknown(s);
    a->q.spent = s->stats.spent - a->before;
    s->observer(s->observer_self, s->ts, &a->q);
  }
  vec_free(&a->vars);
  return answer;
}

/* ---- incremental questions */

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
  Z3_solver_assert(s->ctx, s->solver, z3_translate(s, cond));
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

static Feasible ask_incremental(Smt *s, Ask *a) {
  assert_conditions(s, a->q.conds, a->q.n);
  Z3_solver_push(s->ctx, s->solver);
  for (u32 i = 0; i < a->q.nwanted; i++)
    if (!has_facts(&s->asserted, a->q.wanted[i])) assert_facts(s, s->solver, &a->q.wanted[i], 1);
  Feasible answer = attempt(s, s->solver, METHOD_INCREMENTAL, a);
  Z3_solver_pop(s->ctx, s->solver, 1);
  return answer;
}

/* ---- floats */

static bool have_floats(Smt *s, const Term *conds, u32 n) {
  bool any = false;
  for (u32 i = 0; i < n; i++) any |= z3_has_floats(s, conds[i]);
  return any;
}

/* Some assignment is found without Z3. */
static bool guessed(Smt *s, Ask *a) {
  for (u32 i = 0; i < a->vars.len; i++)
    if (term_as_var(s->ts, a->vars.at[i])->address) return false;
  u128 *values = memory_alloc_zeroed(a->vars.len + 1, sizeof *values);
  bool found = guess_values(s->ts, a->q.conds, a->q.n, a->vars.at, a->vars.len, values);
  for (u32 i = 0; found && a->out && i < a->q.nwanted; i++)
    a->out[i] = value_of(&a->vars, values, a->q.wanted[i]);
  free(values);
  if (found) a->q.by = "guess";
  return found;
}

/* ---- the oracle */

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

static Feasible smt_values(Oracle *o, Terms *ts, const Term *conds, u32 n, const Term *wanted,
                           u32 nwanted, u128 *out) {
  Smt *s = o->self;
  assert(ts == s->ts);
  Feasible answer;
  if (is_easy(s, conds, n, &answer) && (answer == FEASIBLE_NO || nwanted == 0)) return answer;
  Ask a = {.q = {.conds = conds, .n = n, .wanted = wanted, .nwanted = nwanted}, .out = out};
  begin(s, &a);
  for (u32 i = 0; i < n; i++) termvec_add_vars(&a.vars, s->ts, conds[i]);
  for (u32 i = 0; i < nwanted; i++) termvec_add_vars(&a.vars, s->ts, wanted[i]);
  if (is_open(s, conds, n)) return finish(s, &a, FEASIBLE_UNKNOWN);
  a.has_floats = have_floats(s, conds, n);
  if (a.has_floats && guessed(s, &a)) return finish(s, &a, FEASIBLE_YES);
  answer = a.has_floats ? FEASIBLE_UNKNOWN : ask_incremental(s, &a);
  if (answer == FEASIBLE_UNKNOWN) answer = ask_all_fresh(s, &a);
  if (answer == FEASIBLE_UNKNOWN) note_open(s, conds, n);
  return finish(s, &a, answer);
}

static Feasible smt_feasible(Oracle *o, Terms *ts, const Term *conds, u32 n) {
  return smt_values(o, ts, conds, n, NULL, 0, NULL);
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
    apps[i] = Z3_to_app(s->ctx, z3_translate(s, bound[i]));
    Z3_ast facts = z3_address_facts(s, bound[i]);
    if (facts) parts[n++] = facts;
  }
  parts[n++] = keep(s, z3_translate(s, body));
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

/* An exists over few values is an or. Instances of the body for the values of its narrowest bound
 * variables, as many as are not too many; the others stay bound. */
typedef struct Expansion {
  TermVec over;  /* the variables that are expanded .. */
  TermVec bound; /* .. and those that are not */
  u32 instances;
  Term body;
} Expansion;

static void choose_expanded(Terms *ts, const SmtQuestion *q, Expansion *e) {
  TermVec used = {0};
  termvec_add_vars(&used, ts, q->body);
  e->instances = 1;
  for (unsigned w = 1; w <= 128; w++)
    for (u32 i = 0; i < q->nbound; i++) {
      if (term_width(ts, q->bound[i]) != w || !is_among(used.at, used.len, q->bound[i])) continue;
      if (w <= EXPAND_WIDTH && e->instances << w <= EXPAND_MOST) {
        vec_push(&e->over, q->bound[i]);
        e->instances <<= w;
      } else {
        vec_push(&e->bound, q->bound[i]);
      }
    }
  vec_free(&used);
}

/* The bits of `number` are dealt out to the variables; false: one cannot have such a value. */
static bool choose_values(Terms *ts, const Expansion *e, u32 number, Term *values) {
  for (u32 i = 0; i < e->over.len; i++) {
    unsigned w = term_width(ts, e->over.at[i]);
    u128 v = u128_mask(number, w);
    number >>= w;
    if (!is_possible(ts, e->over.at[i], v)) return false;
    values[i] = term_const(ts, w, v);
  }
  return true;
}

/* False: it became too large. */
static bool expand(Terms *ts, Term body, Expansion *e) {
  u32 before = terms_count(ts);
  Term *values = memory_alloc_zeroed(e->over.len + 1, sizeof *values);
  bool fits = true;
  e->body = term_bool(ts, false);
  for (u32 i = 0; fits && i < e->instances; i++) {
    if (!choose_values(ts, e, i, values)) continue;
    e->body = term_or(ts, e->body, term_subst(ts, body, e->over.at, values, e->over.len));
    fits = terms_count(ts) - before <= EXPAND_TERMS;
  }
  free(values);
  return fits;
}

/* Appends "not body", in parts where the body is an or, without those that are there already. */
static void add_negation(Terms *ts, Term body, TermVec *conds) {
  TermVec todo = {0};
  vec_push(&todo, body);
  while (todo.len) {
    Term t = vec_pop(&todo);
    if (term_op(ts, t) == TERM_OR && term_width(ts, t) == 1) {
      vec_push(&todo, term_arg(ts, t, 0));
      vec_push(&todo, term_arg(ts, t, 1));
      continue;
    }
    Term no = term_not(ts, t);
    if (!term_is_true(ts, no) && !is_among(conds->at, conds->len, no)) vec_push(conds, no);
  }
  vec_free(&todo);
}

/* The question with what can be expanded expanded: without quantifiers where that is everything. */
static Feasible ask_expanded(Smt *s, Ask *a, Expansion *e) {
  if (!expand(s->ts, a->q.body, e)) return FEASIBLE_UNKNOWN;
  TermVec conds = {0};
  for (u32 i = 0; i < a->q.n; i++) vec_push(&conds, a->q.conds[i]);
  Ask x = *a;
  x.none = NULL;
  if (e->bound.len)
    x.none = no_instance(s, e->body, e->bound.at, e->bound.len);
  else
    add_negation(s->ts, e->body, &conds);
  x.q.conds = conds.at;
  x.q.n = conds.len;
  bool asked_before = !x.none && is_open(s, conds.at, conds.len);
  Feasible answer = asked_before ? FEASIBLE_UNKNOWN : ask_all_fresh(s, &x);
  if (x.none) drop(s, x.none);
  vec_free(&conds);
  a->q.by = x.q.by;
  a->expanded = answer != FEASIBLE_UNKNOWN;
  return answer;
}

static Feasible ask_quantified(Smt *s, Ask *a) {
  Expansion e = {0};
  choose_expanded(s->ts, &a->q, &e);
  bool first = !e.bound.len && e.instances <= EXPAND_FIRST;
  Feasible answer = first ? ask_expanded(s, a, &e) : FEASIBLE_UNKNOWN;
  if (answer == FEASIBLE_UNKNOWN && e.over.len + e.bound.len) {
    a->none = no_instance(s, a->q.body, a->q.bound, a->q.nbound);
    answer = ask_all_fresh(s, a);
    drop(s, a->none);
  }
  if (answer == FEASIBLE_UNKNOWN && !first && e.over.len) answer = ask_expanded(s, a, &e);
  vec_free(&e.over);
  vec_free(&e.bound);
  return answer;
}

Feasible smt_exists_forall(Smt *s, const Term *pre, u32 npre, Term body, const Term *freev,
                           u32 nfree, const Term *bound, u32 nbound, u128 *values) {
  Ask a = {.q = {.conds = pre,
                 .n = npre,
                 .body = body,
                 .bound = bound,
                 .nbound = nbound,
                 .wanted = freev,
                 .nwanted = nfree},
           .out = values};
  begin(s, &a);
  for (u32 i = 0; i < npre; i++) termvec_add_vars(&a.vars, s->ts, pre[i]);
  for (u32 i = 0; i < nfree; i++) termvec_add_vars(&a.vars, s->ts, freev[i]);
  TermVec inside = {0};
  termvec_add_vars(&inside, s->ts, body);
  for (u32 i = 0; i < inside.len; i++)
    if (!is_among(bound, nbound, inside.at[i])) termvec_add_vars(&a.vars, s->ts, inside.at[i]);
  vec_free(&inside);
  a.has_floats = have_floats(s, &body, 1) || have_floats(s, pre, npre);
  if (a.has_floats) {
    Oracle *o = smt_oracle(s);
    Feasible settled =
        instances_exists_forall(o, s->ts, pre, npre, body, freev, nfree, bound, nbound, values);
    o->destroy(o);
    if (settled != FEASIBLE_UNKNOWN) {
      a.q.by = "instances";
      return finish(s, &a, settled);
    }
  }
  return finish(s, &a, ask_quantified(s, &a));
}
