/* The paths of both programs, brought into a form in which the same path of the same program is the
 * same set of terms: the k-th allocation's address is variable CANON_BASE + k, conditions are
 * normalised, sorted and without repeats. */
#include "solver/refine_impl.h"

#include "engine/base/memory.h"
#include "solver/termvec.h"

u32 alloc_index(const Side *side, const TermVar *v, bool is_source) {
  return v->id - (is_source ? CANON_BASE : side->x->var_base);
}

/* ---- canonical variables */

typedef struct Renaming {
  Refiner *r;
  u32 var_base;
  Term *memo; /* of conditions, by handle */
  u32 nmemo;
  TermVec from, to;
} Renaming;

static Term canonical_var(Renaming *rn, Term var) {
  TermVar v = *term_as_var(rn->r->ts, var);
  if (v.input) return var;
  v.id = v.id - rn->var_base + CANON_BASE;
  return term_var(rn->r->ts, v);
}

static void rename_vars(Renaming *rn) {
  vec_clear(&rn->to);
  for (u32 i = 0; i < rn->from.len; i++) vec_push(&rn->to, canonical_var(rn, rn->from.at[i]));
}

static Term canonical(Renaming *rn, Term t) {
  if (t < rn->nmemo && rn->memo[t]) return rn->memo[t];
  vec_clear(&rn->from);
  termvec_add_vars(&rn->from, rn->r->ts, t);
  rename_vars(rn);
  Term c = term_subst(rn->r->ts, t, rn->from.at, rn->to.at, rn->from.len);
  if (t < rn->nmemo) rn->memo[t] = c;
  return c;
}

static int by_handle(const void *a, const void *b) {
  Term x = *(const Term *)a, y = *(const Term *)b;
  return (x > y) - (x < y);
}

/* Sorted, without repeats and truths. */
static u32 normal_set(Terms *ts, Term *at, u32 n) {
  if (n) qsort(at, n, sizeof *at, by_handle);
  u32 kept = 0;
  for (u32 i = 0; i < n; i++)
    if (!term_is_true(ts, at[i]) && (kept == 0 || at[kept - 1] != at[i])) at[kept++] = at[i];
  return kept;
}

static u64 path_key(const Path *p) {
  u64 h = p->trace_key;
  for (u32 i = 0; i < p->ncanon; i++) h = (h ^ (h >> 29) ^ p->canon[i]) * 0x9e3779b97f4a7c15ull;
  return h;
}

static const Term *copy_terms(Refiner *r, const TermVec *v) {
  return arena_copy(r->scratch, v->at, sizeof(Term) * v->len);
}

/* ---- collecting */

/* The canonical form of the path; for the source it takes the path's place. */
static void canonicalise(Renaming *rn, Path *p, bool is_source) {
  Refiner *r = rn->r;
  Term *set = arena_array(r->scratch, Term, p->n);
  for (u32 i = 0; i < p->n; i++) set[i] = canonical(rn, p->conds[i]);
  p->ncanon = normal_set(r->ts, set, p->n);
  p->canon = set;
  vec_clear(&rn->from);
  trace_vars(r->ts, &p->trace, &rn->from);
  rename_vars(rn);
  p->canon_trace = trace_subst(r->ts, &p->trace, rn->from.at, rn->to.at, rn->from.len, r->scratch);
  p->ncanon = drop_floating(r->ts, set, p->ncanon, &p->canon_trace);
  p->trace_key = trace_hash(&p->canon_trace);
  p->key = path_key(p);
  if (!is_source) return;
  if (p->feasible) {
    set = arena_copy(r->scratch, set, sizeof *set * p->ncanon);
    p->n = drop_unseen(r->ts, set, p->ncanon, &p->canon_trace);
  } else {
    p->n = p->ncanon;
  }
  p->conds = set;
  p->trace = p->canon_trace;
}

/* Inputs last, the others in order of allocation: variables are numbered as allocations are. */
static bool comes_after(const TermVar *a, const TermVar *b) {
  return a->input != b->input ? a->input : a->id > b->id;
}

static void sort_vars(Terms *ts, TermVec *vars) {
  for (u32 i = 1; i < vars->len; i++) {
    Term v = vars->at[i];
    u32 k = i;
    for (; k && comes_after(term_as_var(ts, vars->at[k - 1]), term_as_var(ts, v)); k--)
      vars->at[k] = vars->at[k - 1];
    vars->at[k] = v;
  }
}

/* The source's inputs go to the list of all of them and leave the path's own. */
static void take_inputs(Refiner *r, TermVec *vars) {
  u32 kept = 0;
  for (u32 i = 0; i < vars->len; i++)
    if (term_as_var(r->ts, vars->at[i])->input)
      termvec_add(&r->inputs, vars->at[i]);
    else
      vars->at[kept++] = vars->at[i];
  vars->len = kept;
}

/* Nobody knows what comes after it. */
static bool is_open_end(const Behaviour *b) {
  return b->end == END_LIMIT || b->end == END_UNSUPPORTED;
}

/* A path of the source whose end is open leaves its inputs out of the comparison, if it is inputs
 * alone that lead there; the verdict names what stood in the way. */
static void add_path(Renaming *rn, Side *side, Path p, bool is_source) {
  Refiner *r = rn->r;
  canonicalise(rn, &p, is_source);
  TermVec vars = {0};
  for (u32 i = 0; i < p.n; i++) termvec_add_vars(&vars, r->ts, p.conds[i]);
  trace_vars(r->ts, &p.trace, &vars);
  for (u32 i = 0; i < vars.len; i++) p.uses_inputs |= term_as_var(r->ts, vars.at[i])->input;
  if (is_source)
    take_inputs(r, &vars);
  else
    for (u32 i = 0; i < r->inputs.len; i++) termvec_add(&vars, r->inputs.at[i]);
  sort_vars(r->ts, &vars);
  p.nvars = vars.len;
  p.vars = copy_terms(r, &vars);
  vec_free(&vars);
  if (!is_open_end(p.b) || (p.uses_inputs && !p.nvars)) vec_push(&side->paths, p);
}

/* A behaviour whose trace is known and that no input decides on stands for itself with one path:
 * which of them the program took cannot be seen. */
static void add_behaviour(Renaming *rn, Side *side, const Behaviour *b, bool is_source) {
  Refiner *r = rn->r;
  const struct PathCond only = {b->nconds, b->conds, b->events};
  const struct PathCond *paths = b->npaths ? b->paths : &only;
  u32 n = b->npaths ? b->npaths : 1;
  for (u32 i = 0; i < n; i++) {
    Path p = {.b = b, .n = paths[i].n, .conds = paths[i].conds, .feasible = !b->doubtful};
    p.trace = trace_make(r->ts, paths[i].events, b->nevents, NULL, NULL, 0, r->scratch);
    add_path(rn, side, p, is_source);
    if (is_open_end(b)) continue;
    const Path *added = &vec_last(&side->paths);
    if (!added->trace.symbolic && added->feasible && !added->uses_inputs) return;
  }
}

void side_build(Refiner *r, Side *side, const Exploration *x, const Behaviours *all,
                bool is_source) {
  *side = (Side){.x = x, .all = all, .limits = all->limits};
  Renaming rn = {.r = r, .var_base = x->var_base, .nmemo = terms_count(r->ts) + 1};
  rn.memo = memory_alloc_zeroed(rn.nmemo, sizeof *rn.memo);
  for (u32 i = 0; i < all->at.len; i++) {
    const Behaviour *b = &all->at.at[i];
    if (b->end == END_LIMIT) side->limits |= (u32)1 << b->limit;
    if (b->end == END_UNSUPPORTED && !side->unsupported)
      side->unsupported = b->reason ? b->reason : "no reason given";
    if (is_source || !is_open_end(b)) add_behaviour(&rn, side, b, is_source);
  }
  free(rn.memo);
  vec_free(&rn.from);
  vec_free(&rn.to);
}

/* ---- the same path on the other side */

static int by_path_key(const void *a, const void *b) {
  u64 x = ((const KeyedPath *)a)->key, y = ((const KeyedPath *)b)->key;
  return (x > y) - (x < y);
}

void side_index(Refiner *r) {
  u32 n = r->src.paths.len;
  r->by_key = arena_array(r->scratch, KeyedPath, n);
  for (u32 i = 0; i < n; i++) r->by_key[i] = (KeyedPath){r->src.paths.at[i].key, i};
  if (n) qsort(r->by_key, n, sizeof *r->by_key, by_path_key);
}

/* Both sets are sorted. */
static bool is_subset(const Term *a, u32 na, const Term *b, u32 nb) {
  u32 k = 0;
  for (u32 i = 0; i < na; i++, k++) {
    while (k < nb && b[k] < a[i]) k++;
    if (k == nb || b[k] != a[i]) return false;
  }
  return true;
}

static bool same_canonical(const Path *s, const Path *t) {
  return ending_match(s->b, t->b) != ENDING_DIFFERENT &&
         is_subset(s->canon, s->ncanon, t->canon, t->ncanon) &&
         trace_same(&s->canon_trace, &t->canon_trace);
}

/* Number of the first source path in order of keys whose key is not smaller. */
static u32 first_by_key(const Refiner *r, u64 key) {
  u32 lo = 0, hi = r->src.paths.len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (r->by_key[mid].key < key)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

#define FEW_PATHS 512 /* so many are looked through one by one */

const Path *path_equal(const Refiner *r, const Path *t) {
  u32 n = r->src.paths.len;
  for (u32 i = first_by_key(r, t->key); i < n && r->by_key[i].key == t->key; i++) {
    const Path *s = &r->src.paths.at[r->by_key[i].path];
    if (same_canonical(s, t)) return s;
  }
  for (u32 i = 0; i < n && n <= FEW_PATHS; i++) {
    const Path *s = &r->src.paths.at[i];
    if (s->trace_key == t->trace_key && same_canonical(s, t)) return s;
  }
  return NULL;
}

/* ---- endings */

Ending ending_match(const Behaviour *s, const Behaviour *t) {
  if (s->end == END_EXCLUDED || is_open_end(s)) return ENDING_EXCLUDED;
  if (s->end == END_UB) return ENDING_UB;
  if (s->end != t->end) return ENDING_DIFFERENT;
  return s->end != END_EXIT || s->exit_code == t->exit_code ? ENDING_EQUAL : ENDING_DIFFERENT;
}

TraceMatch path_match(Refiner *r, const Path *s, const Path *t, const Trace *t_trace) {
  Ending e = ending_match(s->b, t->b);
  if (e == ENDING_DIFFERENT) return (TraceMatch){term_bool(r->ts, false), true, NULL};
  if (e == ENDING_EXCLUDED) return (TraceMatch){term_bool(r->ts, true), true, NULL};
  r->matches++;
  return trace_match(r->ts, &s->trace, t_trace, e == ENDING_UB ? TRACE_PREFIX : TRACE_EQUAL);
}
