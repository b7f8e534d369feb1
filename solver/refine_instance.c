/* Instances: a source path under addresses that the target's layout dictates. An instance is a
 * condition on the target's layout alone, so "does some instance hold?" needs no quantifier. */
#include "solver/refine_impl.h"

#include <string.h>

/* What the address variable v is known to be, of the term x that takes its place: the source's
 * conditions were folded with these facts, so an instance must state them. */
static Term facts_of(Terms *ts, const TermVar *v, Term x) {
  unsigned w = v->width;
  if (!v->address || w < 2) return term_bool(ts, true);
  Term zero = term_const(ts, w, 0);
  u128 all = u128_mask(~(u128)0, w), low = v->log2_align < w ? ((u128)1 << v->log2_align) - 1 : all;
  Term aligned = term_bin(ts, TERM_EQ, term_bin(ts, TERM_AND, x, term_const(ts, w, low)), zero);
  Term not_null = term_not(ts, term_bin(ts, TERM_EQ, x, zero));
  Term fits = term_bin(ts, TERM_ULE, x, term_const(ts, w, all - u128_mask(v->size, w)));
  return term_and(ts, aligned, term_and(ts, not_null, fits));
}

Term instance(Refiner *r, const Candidate *c, const Term *map) {
  const Path *s = c->s;
  Term all = term_subst(r->ts, c->match.cond, s->vars, map, s->nvars);
  for (u32 i = 0; i < s->nvars && !term_is_false(r->ts, all); i++)
    all = term_and(r->ts, all, facts_of(r->ts, term_as_var(r->ts, s->vars[i]), map[i]));
  for (u32 i = 0; i < s->n && !term_is_false(r->ts, all); i++)
    all = term_and(r->ts, all, term_subst(r->ts, s->conds[i], s->vars, map, s->nvars));
  return all;
}

/* ---- mappings
 *
 * A mapping is made in steps; each step fills in what it can of what the steps before left open,
 * and what no step fills in gets a fresh address. */

typedef struct Filling {
  Refiner *r;
  const Candidate *c;
  const Path *t;
  Term *map; /* 0: open */
} Filling;

static bool is_taken(const Term *map, u32 n, Term t) {
  for (u32 i = 0; i < n; i++)
    if (map[i] == t) return true;
  return false;
}

static bool same_width(Refiner *r, Term a, Term b) {
  return term_width(r->ts, a) == term_width(r->ts, b);
}

static bool same_sort(Refiner *r, Term a, Term b) {
  const TermVar *v = term_as_var(r->ts, a), *w = term_as_var(r->ts, b);
  return v->address == w->address && v->input == w->input && v->width == w->width;
}

static bool same_shape(Refiner *r, Term a, Term b) {
  const TermVar *v = term_as_var(r->ts, a), *w = term_as_var(r->ts, b);
  return same_sort(r, a, b) && v->size == w->size && v->log2_align == w->log2_align;
}

static u32 number_of(Refiner *r, Term var, bool is_source) {
  return alloc_index(is_source ? &r->src : &r->tgt, term_as_var(r->ts, var), is_source);
}

static const char *name_of(Refiner *r, const Path *p, Term var, bool is_source) {
  if (!term_as_var(r->ts, var)->address) return NULL;
  u32 index = number_of(r, var, is_source);
  return index < p->b->nallocs ? p->b->allocs[index].name : NULL;
}

/* Is the target's variable y the counterpart of the source's x? */
typedef bool Likely(const Filling *f, Term x, Term y);

static bool of_same_number(const Filling *f, Term x, Term y) {
  return same_sort(f->r, x, y) && number_of(f->r, x, true) == number_of(f->r, y, false);
}

static bool of_same_name(const Filling *f, Term x, Term y) {
  const char *a = name_of(f->r, f->c->s, x, true), *b = name_of(f->r, f->t, y, false);
  return a && b && !strcmp(a, b) && same_shape(f->r, x, y);
}

static bool of_same_shape(const Filling *f, Term x, Term y) { return same_shape(f->r, x, y); }

/* Both sides are in order of allocation: the first one that fits and is not taken. */
static void fill(const Filling *f, Likely *likely) {
  const Path *s = f->c->s, *t = f->t;
  for (u32 i = 0; i < s->nvars; i++)
    for (u32 k = 0; k < t->nvars && !f->map[i]; k++)
      if (!is_taken(f->map, s->nvars, t->vars[k]) && likely(f, s->vars[i], t->vars[k]))
        f->map[i] = t->vars[k];
}

/* The number-th term that the trace prints, 0 if there are fewer. */
static Term printed_term(const Trace *t, u32 number) {
  for (u32 i = 0; i < t->n; i++)
    for (u32 k = 0; k < t->at[i].n; k++)
      if (!t->at[i].frags[k].text && number-- == 0)
        return t->at[i].frags[k].leaf ? t->at[i].frags[k].leaf->whole : t->at[i].frags[k].term;
  return 0;
}

static bool mentions_own(Refiner *r, const Path *s, Term t) {
  TermVec vars = {0};
  termvec_add_vars(&vars, r->ts, t);
  bool own = false;
  for (u32 i = 0; i < vars.len; i++) own |= is_taken(s->vars, s->nvars, vars.at[i]);
  vec_free(&vars);
  return own;
}

/* Where the source shows x + c and the target shows some term, x is that term minus c; c may be
 * made of inputs. */
static void fill_from_trace(const Filling *f) {
  Terms *ts = f->r->ts;
  const Path *s = f->c->s;
  for (u32 number = 0;; number++) {
    Term a = printed_term(&s->trace, number), b = printed_term(&f->t->trace, number);
    if (!a || !b) return;
    if (!same_width(f->r, a, b)) continue;
    for (u32 i = 0; i < s->nvars; i++) {
      Term x = s->vars[i];
      if (f->map[i] || !same_width(f->r, a, x)) continue;
      Term c = term_bin(ts, TERM_SUB, a, x);
      if (!mentions_own(f->r, s, c)) f->map[i] = term_bin(ts, TERM_SUB, b, c);
    }
  }
}

/* Source variables without a counterpart get addresses far from each other. `round` moves all of
 * them: with one round more than there are mapped allocations, one round meets none of those. */
static bool fill_fresh(Refiner *r, const Path *s, Term *map, u32 round, u32 *missing) {
  u32 unmapped = 0, k = 0;
  for (u32 i = 0; i < s->nvars; i++) unmapped += !map[i];
  *missing = unmapped;
  for (u32 i = 0; i < s->nvars; i++) {
    if (map[i]) continue;
    const TermVar *v = term_as_var(r->ts, s->vars[i]);
    if (!v->address) { /* a number that nobody asked for in particular */
      map[i] = term_const(r->ts, v->width, u128_mask(round, v->width));
      continue;
    }
    if (v->width < 60 || v->size >> 38 || v->log2_align > 39) return false;
    u128 slot = 1 + (u128)round * unmapped + k++;
    if (slot >> 18) return false;
    map[i] = term_const(r->ts, v->width, (slot << 40) + ((u128)1 << 39));
  }
  return true;
}

/* The number-th way to map s's variables to different ones of t's. */
static bool permutation(const Path *s, const Path *t, u32 number, Term *map) {
  if (s->nvars > 4 || t->nvars > 5 || s->nvars > t->nvars) return false;
  for (u32 i = 0; i < s->nvars; i++) {
    u32 free_vars = t->nvars - i, pick = number % free_vars;
    number /= free_vars;
    u32 k = 0; /* the pick-th one that is not taken */
    for (; pick || is_taken(map, i, t->vars[k]); k++) pick -= !is_taken(map, i, t->vars[k]);
    map[i] = t->vars[k];
  }
  return number == 0;
}

static bool widths_agree(Refiner *r, const Path *s, const Term *map) {
  for (u32 i = 0; i < s->nvars; i++)
    if (!same_width(r, s->vars[i], map[i])) return false;
  return true;
}

/* The remainder modulo STRATEGIES says how, the quotient is the round of fresh addresses. */
#define STRATEGIES 4

bool mapping(Refiner *r, const Candidate *c, const Path *t, u32 i, Term *map) {
  const Path *s = c->s;
  memset(map, 0, sizeof *map * s->nvars);
  if (i >= MAPPING_PERMUTED)
    return permutation(s, t, i - MAPPING_PERMUTED, map) && widths_agree(r, s, map);
  Filling f = {r, c, t, map};
  switch (i % STRATEGIES) {
  case 0: fill(&f, of_same_number); break;
  case 1:
    fill_from_trace(&f);
    fill(&f, of_same_name);
    fill(&f, of_same_shape);
    break;
  case 2: fill(&f, of_same_name); break;
  default: fill(&f, of_same_shape); break;
  }
  u32 round = i / STRATEGIES, missing = 0;
  if (!fill_fresh(r, s, map, round, &missing)) return false;
  return missing ? round <= t->nvars : round == 0;
}

/* Each variable is the target's that had the same value, or a nearby one at a fixed distance, or
 * else a constant. */
void mapping_from_values(Refiner *r, const Candidate *c, const Path *t, const u128 *sigma,
                         const u128 *tau, Term *map) {
  for (u32 i = 0; i < c->s->nvars; i++) {
    unsigned w = term_width(r->ts, c->s->vars[i]);
    u128 best = 1 << 16;
    map[i] = term_const(r->ts, w, sigma[i]);
    for (u32 k = 0; k < t->nvars; k++) {
      if (term_width(r->ts, t->vars[k]) != w) continue;
      u128 up = u128_mask(sigma[i] - tau[k], w), down = u128_mask(tau[k] - sigma[i], w);
      u128 away = up < down ? up : down;
      if (away >= best) continue;
      best = away;
      map[i] = term_bin(r->ts, TERM_ADD, t->vars[k], term_const(r->ts, w, up));
    }
  }
}
