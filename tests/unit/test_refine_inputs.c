/* Refinement of random small programs that share inputs, against brute force: for all inputs and
 * all choices of the target there is a choice of the source that allows what the target shows.
 * Counterexamples must be some, whatever value the inputs have that they call indifferent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "solver/refine_impl.h"

enum { TARGET_BASE = 1000, WORLDS = 20000, SHARED = 200 /* worlds with one solver */ };

/* Both sides have two inputs in common, and two choices each of their own. */
typedef struct World {
  Arena *arena;
  Terms *ts;
  Smt *smt;
  unsigned widths[4];
  Behaviours src, tgt;
  Exploration xs, xt;
  u128 inputs[2], choices[2]; /* of the last replay of the target */
} World;

/* ---- random programs */

typedef struct Rng {
  u64 state;
} Rng;

static u32 rnd(Rng *r, u32 n) {
  r->state = r->state * 6364136223846793005ull + 1442695040888963407ull;
  return (u32)((r->state >> 33) % n);
}

static Term var(const World *w, u32 base, u32 k) {
  TermVar v = {.id = k < 2 ? k : base + k - 2, .width = (u8)w->widths[k], .input = k < 2};
  return term_var(w->ts, v);
}

static Term known(const World *w, u128 v) { return term_const(w->ts, 4, v & 15); }

/* Four bits of a variable, one of the first n. */
static Term some_var(World *w, Rng *r, u32 base, u32 n) {
  Term v = var(w, base, rnd(r, n));
  return rnd(r, 2) ? term_zext(w->ts, v, 4) : term_sext(w->ts, v, 4);
}

static Term some_term(World *w, Rng *r, u32 base, u32 n) {
  static const TermOp ops[] = {TERM_ADD, TERM_SUB, TERM_AND, TERM_XOR, TERM_MUL, TERM_UREM};
  Term v = some_var(w, r, base, n);
  if (rnd(r, 2)) return v;
  Term other = rnd(r, 2) ? some_var(w, r, base, n) : known(w, rnd(r, 16));
  return term_bin(w->ts, ops[rnd(r, 6)], v, other);
}

static Term some_cond(World *w, Rng *r, u32 base, u32 n) {
  static const TermOp ops[] = {TERM_EQ, TERM_ULT, TERM_ULE, TERM_SLT};
  Term b = rnd(r, 2) ? some_var(w, r, base, n) : known(w, rnd(r, 16));
  Term c = term_bin(w->ts, ops[rnd(r, 4)], some_term(w, r, base, n), b);
  return rnd(r, 2) ? c : term_not(w->ts, c);
}

static Event printed(World *w, Rng *r, u32 base) {
  static const char *const texts[] = {"1", "12", " ", "-", "0", "x"};
  u32 n = rnd(r, 4);
  Frag *frags = arena_array(w->arena, Frag, n + 1);
  for (u32 i = 0; i < n; i++) {
    const char *text = texts[rnd(r, 6)];
    Term t = some_term(w, r, base, 4);
    frags[i] = (Frag){.text = text, .len = (u32)strlen(text)};
    if (rnd(r, 2) || term_is_const(w->ts, t, NULL)) continue; /* known numbers are text */
    frags[i] = (Frag){.term = t, .format = rnd(r, 3) ? FRAG_DEC : FRAG_DEC_SIGNED};
  }
  Event e = {.kind = EVENT_STDOUT};
  e.frags.at = frags;
  e.frags.len = e.frags.cap = n;
  return e;
}

static Event returned(World *w, Rng *r, u32 base) {
  static const char *const owners[] = {NULL, NULL, NULL, NULL, "object 0", "object 1"};
  Leaf *leaf = arena_new(w->arena, Leaf);
  *leaf = (Leaf){.n = 1};
  if (rnd(r, 6)) {
    leaf->whole = term_zext(w->ts, some_term(w, r, base, 4), 8);
    leaf->owner = owners[rnd(r, 6)];
  } else {
    leaf->bytes = arena_array(w->arena, Term, 1);
  }
  Frag *frags = arena_array(w->arena, Frag, 2);
  frags[0] = (Frag){.text = "result", .len = 6};
  frags[1] = (Frag){.leaf = leaf};
  Event e = {.kind = EVENT_RESULT};
  e.frags.at = frags;
  e.frags.len = e.frags.cap = 2;
  return e;
}

static void set_path(World *w, Behaviour *b) {
  struct PathCond *path = arena_alloc(w->arena, sizeof *path);
  *path = (struct PathCond){b->nconds, b->conds, b->events};
  b->paths = path;
  b->npaths = 1;
}

/* ---- running them */

typedef struct Values {
  Term vars[4];
  u128 at[4];
} Values;

static Values values(const World *w, u32 base, u32 number) {
  Values v;
  for (u32 k = 0; k < 4; k++) {
    v.vars[k] = var(w, base, k);
    v.at[k] = u128_mask(number, w->widths[k]);
    number >>= w->widths[k];
  }
  return v;
}

static u32 combinations(const World *w, u32 from, u32 to) {
  u32 bits = 0;
  for (u32 k = from; k < to; k++) bits += w->widths[k];
  return (u32)1 << bits;
}

static u128 value_of(const World *w, Term t, const Values *v) {
  u128 out = 0;
  assert_true(term_eval(w->ts, t, v->vars, v->at, 4, &out));
  return out;
}

static bool runs(const World *w, const Behaviour *b, const Values *v) {
  for (u32 i = 0; i < b->nconds; i++)
    if (!value_of(w, b->conds[i], v)) return false;
  return true;
}

static bool can_run(const World *w, const Behaviour *b, u32 base) {
  for (u32 i = 0; i < combinations(w, 0, 4); i++) {
    Values v = values(w, base, i);
    if (runs(w, b, &v)) return true;
  }
  return false;
}

static void random_behaviour(World *w, Rng *r, Behaviours *all, u32 base) {
  static const EndKind ends[] = {END_RETURN, END_RETURN, END_RETURN, END_RETURN,
                                 END_PANIC,  END_UB,     END_UB,     END_EXCLUDED};
  Behaviour b = {.end = ends[rnd(r, 8)], .count = 1};
  b.ub = b.end == END_UB ? UB_DANGLING : UB_NONE;
  Event *events = arena_array(w->arena, Event, 2);
  events[b.nevents++] = printed(w, r, base);
  if (b.end == END_RETURN) events[b.nevents++] = returned(w, r, base);
  b.events = events;
  b.nconds = rnd(r, 4);
  Term *conds = arena_array(w->arena, Term, b.nconds + 1);
  u32 of = b.end == END_EXCLUDED ? 2 : 4; /* what is left out is a matter of inputs */
  for (u32 i = 0; i < b.nconds; i++) conds[i] = some_cond(w, r, base, of);
  b.conds = conds;
  b.doubtful = !can_run(w, &b, base) || !rnd(r, 4);
  set_path(w, &b);
  vec_push(&all->at, b);
}

/* The events with numbers, or with terms that know less, in place of variables. */
static const Event *substituted(World *w, const Behaviour *b, const Term *vars, const Term *to,
                                u32 n) {
  Event *events = arena_copy(w->arena, b->events, sizeof *events * b->nevents);
  for (u32 i = 0; i < b->nevents; i++) {
    u32 len = events[i].frags.len;
    Frag *frags = arena_copy(w->arena, events[i].frags.at, sizeof *frags * len);
    events[i].frags.at = frags;
    for (u32 k = 0; k < len; k++) {
      if (frags[k].term) frags[k].term = term_subst(w->ts, frags[k].term, vars, to, n);
      if (!frags[k].leaf || !frags[k].leaf->whole) continue;
      Leaf *leaf = arena_copy(w->arena, frags[k].leaf, sizeof *leaf);
      leaf->whole = term_subst(w->ts, leaf->whole, vars, to, n);
      frags[k].leaf = leaf;
    }
  }
  return events;
}

/* What runs when the first n variables have these values. */
static Behaviours *run(World *w, const Exploration *x, const Values *v, u32 n) {
  const Behaviours *all = x->var_base ? &w->tgt : &w->src;
  Behaviours *out = arena_new(w->arena, Behaviours);
  out->at.at = arena_array(w->arena, Behaviour, all->at.len + 1);
  Term to[4];
  for (u32 k = 0; k < n; k++) to[k] = term_const(w->ts, w->widths[k], v->at[k]);
  for (u32 i = 0; i < all->at.len; i++) {
    Behaviour b = all->at.at[i];
    Term *conds = arena_array(w->arena, Term, b.nconds + 1);
    for (u32 k = 0; k < b.nconds; k++) conds[k] = term_subst(w->ts, b.conds[k], v->vars, to, n);
    b.conds = conds;
    if (!can_run(w, &b, x->var_base)) continue;
    b.events = substituted(w, &b, v->vars, to, n);
    set_path(w, &b);
    out->at.at[out->at.len++] = b;
  }
  return out;
}

static Values values_given(const World *w, const Exploration *x, const Given *given) {
  Values v = values(w, x->var_base, 0);
  for (u32 k = 0; k < 2; k++) {
    for (u32 i = 0; i < given->nexact; i++)
      if (given->exact[i].var.id == k) v.at[k] = u128_mask(given->exact[i].value, w->widths[k]);
    if (k < given->nunknowns) v.at[2 + k] = u128_mask(given->unknowns[k], w->widths[2 + k]);
  }
  return v;
}

static Behaviours *replay_world(const Exploration *x, const Given *given, Arena *arena) {
  (void)arena;
  World *w = (World *)(uintptr_t)x->program;
  Values v = values_given(w, x, given);
  for (u32 k = 0; k < 2 && x->var_base; k++) w->inputs[k] = v.at[k], w->choices[k] = v.at[2 + k];
  return run(w, x, &v, 4);
}

static Behaviours *explore_world(const Exploration *x, const Given *given, Arena *arena) {
  (void)arena;
  World *w = (World *)(uintptr_t)x->program;
  Values v = values_given(w, x, given);
  return run(w, x, &v, 2);
}

/* ---- the truth */

typedef struct Shown {
  EndKind end;
  char out[64];
  bool has_result, uninit;
  u8 result;
  const char *owner;
} Shown;

static Shown show(const World *w, const Behaviour *b, const Values *v) {
  Shown s = {.end = b->end};
  StrBuf text = {0};
  const Event *e = &b->events[0];
  for (u32 i = 0; i < e->frags.len; i++) {
    const Frag *f = &e->frags.at[i];
    if (f->text)
      sb_put(&text, f->text, f->len);
    else
      numeral_print(value_of(w, f->term, v), 4, f->format, &text);
  }
  snprintf(s.out, sizeof s.out, "%s", text.len ? sb_str(&text) : "");
  sb_free(&text);
  if (b->nevents < 2) return s;
  const Leaf *leaf = b->events[1].frags.at[1].leaf;
  s.has_result = true;
  s.uninit = !leaf->whole;
  s.owner = leaf->owner;
  if (leaf->whole) s.result = (u8)value_of(w, leaf->whole, v);
  return s;
}

static bool allows(const Shown *s, const Shown *t) {
  if (s->end == END_EXCLUDED) return true;
  if (s->end == END_UB) return !strncmp(s->out, t->out, strlen(s->out));
  if (s->end != t->end || strcmp(s->out, t->out)) return false;
  if (!s->has_result || s->uninit) return true;
  bool same_owner = !s->owner || (t->owner && !strcmp(s->owner, t->owner));
  return !t->uninit && s->result == t->result && same_owner;
}

static bool source_allows(const World *w, u32 inputs, const Shown *t) {
  u32 n = combinations(w, 0, 2);
  for (u32 i = 0; i < combinations(w, 2, 4); i++) {
    Values v = values(w, 0, inputs + n * i);
    for (u32 k = 0; k < w->src.at.len; k++) {
      if (!runs(w, &w->src.at.at[k], &v)) continue;
      Shown s = show(w, &w->src.at.at[k], &v);
      if (allows(&s, t)) return true;
    }
  }
  return false;
}

/* Does the target do something under these inputs and choices that the source may not? */
static bool is_new(const World *w, u32 number) {
  Values v = values(w, TARGET_BASE, number);
  u32 inputs = number & (combinations(w, 0, 2) - 1);
  for (u32 k = 0; k < w->tgt.at.len; k++) {
    if (!runs(w, &w->tgt.at.at[k], &v)) continue;
    Shown t = show(w, &w->tgt.at.at[k], &v);
    if (!source_allows(w, inputs, &t)) return true;
  }
  return false;
}

static bool truly_refines(const World *w) {
  for (u32 i = 0; i < combinations(w, 0, 4); i++)
    if (is_new(w, i)) return false;
  return true;
}

/* ---- the comparison */

/* The counterexample's inputs and choices, with any values where any will do. */
static bool is_counterexample(const World *w, const Verdict *v) {
  for (u32 i = 0; i < combinations(w, 0, 4); i++) {
    Values at = values(w, TARGET_BASE, i);
    bool meant = true;
    for (u32 k = 0; k < 2; k++) {
      bool any = k < v->ninputs && v->input_is_any[k];
      meant &= (any || at.at[k] == w->inputs[k]) && at.at[2 + k] == w->choices[k];
    }
    if (meant && !is_new(w, i)) return false;
  }
  return true;
}

static void make(World *w, u32 number) {
  static const unsigned widths[][4] = {{2, 2, 2, 1}, {4, 1, 2, 1}, {1, 1, 4, 1}, {3, 2, 1, 2}};
  Rng r = {number * 7919ull + 5};
  memcpy(w->widths, widths[rnd(&r, 4)], sizeof w->widths);
  Rng start = r;
  for (u32 n = 1 + rnd(&r, 4); n; n--) random_behaviour(w, &r, &w->src, 0);
  Rng again = start; /* the target begins like the source, as a rule */
  rnd(&again, 4);
  for (u32 n = 1 + rnd(&r, 3); n; n--)
    random_behaviour(w, rnd(&r, 4) ? &again : &r, &w->tgt, TARGET_BASE);
}

typedef struct Tally {
  u32 sound, unsound, unknown, by_rung[RUNG_QUANTIFIED + 1];
} Tally;

static void compare(World *w, u32 number, Tally *n) {
  w->xs.program = w->xt.program = (const Program *)(uintptr_t)w;
  Runner runner = {.replay = replay_world, .explore = explore_world};
  Verdict v = refine_replaying(&w->xs, &w->src, &w->xt, &w->tgt, w->smt, runner, w->arena);
  if (v.kind == VERDICT_UNKNOWN) {
    if (strstr(v.why, "internal")) fail_msg("world %u: %s", number, v.why);
    n->unknown++;
    return;
  }
  if ((v.kind == VERDICT_SOUND) != truly_refines(w))
    fail_msg("world %u: %s by %s, but brute force says otherwise", number, verdict_name(v.kind),
             rung_name(v.rung));
  if (v.kind == VERDICT_UNSOUND && !is_counterexample(w, &v))
    fail_msg("world %u: what is shown is no counterexample", number);
  v.kind == VERDICT_SOUND ? n->sound++ : n->unsound++;
  n->by_rung[v.rung]++;
}

static void random_worlds_against_brute_force(void **state) {
  (void)state;
  Tally n = {0};
  World w = {0};
  for (u32 i = 0; i < WORLDS; i++) {
    if (!(i % SHARED)) {
      w.ts = terms_create();
      w.smt = smt_create(w.ts, 3000000);
      w.xs.terms = w.xt.terms = w.ts;
      w.xt.var_base = TARGET_BASE;
    }
    w.arena = w.src.arena = w.tgt.arena = arena_create();
    make(&w, i);
    compare(&w, i, &n);
    vec_clear(&w.src.at);
    vec_clear(&w.tgt.at);
    arena_destroy(w.arena);
    if (i % SHARED < SHARED - 1) continue;
    smt_destroy(w.smt);
    terms_destroy(w.ts);
  }
  vec_free(&w.src.at);
  vec_free(&w.tgt.at);
  print_message("%u sound, %u unsound, %u unknown; rungs: equal %u, instantiated %u, cegis %u, "
                "quantified %u\n",
                n.sound, n.unsound, n.unknown, n.by_rung[1], n.by_rung[2], n.by_rung[3],
                n.by_rung[4]);
  assert_true(n.sound > WORLDS / 10 && n.unsound > WORLDS / 10 && n.unknown < WORLDS / 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_worlds_against_brute_force),
  };
  return cmocka_run_group_tests_name("refine_inputs", tests, NULL, NULL);
}
