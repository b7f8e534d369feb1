/* Exploration: runs the machine again and again, each time with the next combination of decisions,
 * and merges executions with the same outcome. */
#include "engine/mach/explore.h"

#include <stdlib.h>
#include <string.h>

#include "engine/alias/story.h"
#include "engine/mach/machine.h"

Limits limits_default(void) {
  return (Limits){
#define LIMIT_OPTION(field, flag, value, help) .field = value,
#include "engine/mach/limit_options.def"
#undef LIMIT_OPTION
  };
}

/* ---- one path's behaviour */

/* Copies events into the arena, neighbouring texts joined. */
static const Event *copy_events(Arena *arena, const Machine *m) {
  Event *out = arena_array(arena, Event, m->events.len + 1);
  for (u32 i = 0; i < m->events.len; i++) {
    const Event *e = &m->events.at[i];
    Frag *frags = arena_array(arena, Frag, e->frags.len);
    u32 n = 0;
    for (u32 k = 0; k < e->frags.len;) {
      if (!e->frags.at[k].text) {
        frags[n++] = e->frags.at[k++];
        continue;
      }
      StrBuf text = {0};
      while (k < e->frags.len && e->frags.at[k].text) {
        sb_put(&text, e->frags.at[k].text, e->frags.at[k].len);
        k++;
      }
      frags[n++] =
          (Frag){.text = arena_strndup(arena, sb_str(&text), text.len), .len = (u32)text.len};
      sb_free(&text);
    }
    out[i] = (Event){.kind = e->kind, .span = e->span, .label = e->label, .shown = e->shown};
    out[i].frags.at = frags;
    out[i].frags.len = out[i].frags.cap = n;
  }
  return out;
}

static const AllocNote *note_allocs(Arena *arena, Machine *m) {
  AllocNote *out = arena_array(arena, AllocNote, m->numbered.len + 1);
  for (u32 i = 0; i < m->numbered.len; i++) {
    const Alloc *a = m->numbered.at[i];
    const char *name = a->name ? a->name : a->kind == ALLOC_HEAP ? "heap allocation" : "temporary";
    out[i] = (AllocNote){.name = name,
                         .kind = alloc_kind_name(a->kind),
                         .size = a->size,
                         .align = (u64)1 << a->log2_align,
                         .span = a->span};
    if (bits_known(a->base))
      out[i].base = term_const(m->ts, 64, a->base.c);
    else if (a->relevant)
      out[i].base = a->base.t;
  }
  return out;
}

static Behaviour take(Machine *m, Arena *arena) {
  Behaviour b = m->end;
  b.count = 1;
  b.doubtful = m->doubtful;
  b.steps = m->steps;
  b.picks = mach_picks(m, arena, &b.npicks);
  b.nevents = m->events.len;
  b.events = copy_events(arena, m);
  b.nconds = m->conds.len;
  b.conds = arena_copy(arena, m->conds.at, m->conds.len * sizeof *m->conds.at);
  b.nallocs = m->numbered.len;
  b.allocs = note_allocs(arena, m);
  b.ninputs = m->inputs.len;
  b.inputs = arena_copy(arena, m->inputs.at, m->inputs.len * sizeof *m->inputs.at);
  b.nchoices = m->choices.len;
  b.choices = arena_copy(arena, m->choices.at, m->choices.len * sizeof *m->choices.at);
  if (b.end == END_UB && ub_is_borrow(b.ub)) {
    b.fault = arena_copy(arena, &m->fault, sizeof m->fault);
    b.fault_serial = m->fault.a->serial;
  }
  return b;
}

/* ---- merging */

typedef struct PathCond PathCond;

typedef struct Merged {
  Behaviour b;
  char *key; /* malloc'ed */
  VEC(PathCond) paths;
} Merged;

typedef struct Merger {
  VEC(Merged) at;
} Merger;

static void leaf_key(const Leaf *l, StrBuf *k) {
  sb_printf(k, "%u:%s", l->whole, l->owner ? l->owner : "");
  for (u32 i = 0; l->bytes && i < l->n; i++) sb_printf(k, ",%u", l->bytes[i]);
}

/* What makes two executions the same outcome. */
static char *outcome_key(const Terms *ts, const Behaviour *b) {
  StrBuf k = {0};
  sb_printf(&k, "%d %d %d %d ", b->end, b->ub, b->limit, b->exit_code);
  if (b->end != END_RETURN) sb_printf(&k, "%u:%u ", b->span.file, b->span.lo);
  if (b->end == END_PANIC || b->end == END_UNSUPPORTED) sb_puts(&k, b->reason);
  for (u32 i = 0; i < b->nevents; i++) {
    sb_printf(&k, "|%d ", b->events[i].kind);
    for (u32 f = 0; f < b->events[i].frags.len; f++) {
      const Frag *fr = &b->events[i].frags.at[f];
      if (fr->text)
        sb_put_escaped(&k, fr->text, fr->len);
      else if (fr->leaf)
        leaf_key(fr->leaf, &k);
      else
        behaviour_term(ts, b, fr->term, &k), sb_printf(&k, "<%d>", fr->format);
    }
  }
  sb_puts(&k, "");
  return k.at;
}

static void merge(Merger *mg, const Terms *ts, Behaviour b) {
  char *key = outcome_key(ts, &b);
  PathCond path = {.n = b.nconds, .conds = b.conds, .events = b.events};
  for (u32 i = 0; i < mg->at.len; i++) {
    Merged *m = &mg->at.at[i];
    if (strcmp(m->key, key) || m->b.doubtful != b.doubtful) continue;
    m->b.count++;
    vec_push(&m->paths, path);
    free(key);
    return;
  }
  Merged fresh = {.b = b, .key = key};
  vec_push(&fresh.paths, path);
  vec_push(&mg->at, fresh);
}

static int by_kind_and_line(const void *x, const void *y) {
  const Behaviour *a = x, *b = y;
  bool ua = a->end == END_UB, ub = b->end == END_UB;
  if (ua != ub) return ua ? -1 : 1;
  if (ua && a->span.lo != b->span.lo) return a->span.lo < b->span.lo ? -1 : 1;
  return 0;
}

static Behaviours *finish(Merger *mg, Arena *arena) {
  Behaviours *out = arena_new(arena, Behaviours);
  out->arena = arena;
  Behaviour *at = arena_array(arena, Behaviour, mg->at.len + 1);
  u32 n = 0;
  for (u32 i = 0; i < mg->at.len; i++) {
    Merged *m = &mg->at.at[i];
    m->b.npaths = m->paths.len;
    m->b.paths = arena_copy(arena, m->paths.at, m->paths.len * sizeof *m->paths.at);
    out->has_ub |= m->b.end == END_UB;
    /* A stable insertion: UB first, by place. */
    u32 k = n++;
    while (k > 0 && by_kind_and_line(&m->b, &at[k - 1]) < 0) at[k] = at[k - 1], k--;
    at[k] = m->b;
    vec_free(&m->paths);
    free(m->key);
  }
  vec_free(&mg->at);
  out->at.at = at;
  out->at.len = out->at.cap = n;
  return out;
}

/* ---- angelic choices */

/* Below an angelic choice, results wait until its alternatives have been tried: they are kept in
 * one list, those of inner choices after those of outer ones. */
typedef struct Waiting {
  VEC(Behaviour) at;
} Waiting;

/* What an alternative is worth: nothing undefined is best; else the later UB comes the better,
 * since it gets further with what it picked. */
static u64 worth(const Behaviour *at, u32 n) {
  u64 first = UINT64_MAX;
  for (u32 i = 0; i < n; i++)
    if (at[i].end == END_UB && at[i].steps < first) first = at[i].steps;
  return first;
}

/* The alternative being explored is finished: keeps the better one of it and the best before. Is
 * it one that works? */
static bool settle(Waiting *w, TrailEntry *e) {
  u32 nbest = e->alternative - e->results, nnew = w->at.len - e->alternative;
  Behaviour *best = w->at.at + e->results, *fresh = w->at.at + e->alternative;
  u64 value = worth(fresh, nnew);
  if (!nbest || value > worth(best, nbest)) {
    memmove(best, fresh, nnew * sizeof *fresh);
    w->at.len = e->results + nnew;
  } else {
    w->at.len = e->alternative;
  }
  e->alternative = w->at.len;
  return value == UINT64_MAX;
}

/* ---- all paths */

/* Moves on to the next combination of decisions; false when there is none. */
static bool backtrack(Machine *m, Waiting *w) {
  while (m->trail.len) {
    TrailEntry *e = &vec_last(&m->trail);
    bool settled = e->is_angelic && settle(w, e);
    m->nresults = w->at.len;
    if (!settled && e->taken + 1 < e->nfeasible) {
      e->taken++;
      return true;
    }
    free(e->feasible);
    m->trail.len--;
  }
  return false;
}

static bool below_angel(const Machine *m) {
  for (u32 i = 0; i < m->trail.len; i++)
    if (m->trail.at[i].is_angelic) return true;
  return false;
}

/* All executions, merged. `arena` keeps the results. */
static Behaviours *run_all(Machine *m, Arena *arena) {
  const Exploration *x = m->x;
  Merger mg = {0};
  Waiting w = {0};
  u64 paths = 0, steps = 0;
  bool more = true;
  while (more) {
    mach_run(m, arena);
    vec_push(&w.at, take(m, arena));
    m->nresults = w.at.len;
    paths++;
    steps += m->steps;
    more = backtrack(m, &w);
    if (more && paths >= x->limits.paths) m->limits |= 1u << LIMIT_PATHS, more = false;
    if (more && steps >= x->limits.total_steps) m->limits |= 1u << LIMIT_STEPS, more = false;
    if (more && below_angel(m)) continue;
    for (u32 i = 0; i < w.at.len; i++) merge(&mg, x->terms, w.at.at[i]);
    vec_clear(&w.at);
    m->nresults = 0;
  }
  vec_free(&w.at);
  Behaviours *out = finish(&mg, arena);
  out->paths = paths;
  out->steps = steps;
  out->limits = m->limits;
  return out;
}

Behaviours *explore_given(const Exploration *x, const Given *given, Arena *arena) {
  Machine m;
  mach_init(&m, x);
  m.given = given;
  Behaviours *out = run_all(&m, arena);
  mach_destroy(&m);
  for (u32 i = 0; i < out->at.len && !given; i++) story_tell(x, &out->at.at[i], arena);
  return out;
}

Behaviours *explore(const Exploration *x, Arena *arena) { return explore_given(x, NULL, arena); }

Behaviours *replay(const Exploration *x, const Given *given, Arena *arena) {
  Machine m;
  mach_init(&m, x);
  m.concrete = true;
  m.given = given;
  Behaviours *out = run_all(&m, arena);
  mach_destroy(&m);
  return out;
}

Behaviour rerun(const Exploration *x, const Given *given, const u32 *picks, u32 npicks,
                Recorder *recorder, Arena *arena) {
  Machine m;
  mach_init(&m, x);
  m.concrete = given != NULL;
  m.given = given;
  m.recorder = recorder;
  for (u32 i = 0; i < npicks; i++) {
    TrailEntry e = {.nfeasible = 1};
    u32 cap = 0;
    e.feasible = vec_grow(NULL, &cap, 1, sizeof *e.feasible);
    e.feasible[0] = picks[i];
    vec_push(&m.trail, e);
  }
  mach_run(&m, arena);
  Behaviour b = take(&m, arena);
  mach_destroy(&m);
  return b;
}

/* Runs one body without parameters; how it ended. */
static Behaviour run_constant(const Program *p, FuncId fn, Scalar *result, bool *is_scalar,
                              Arena *arena) {
  Terms *ts = terms_create();
  Exploration x = {.program = p,
                   .model = model_by_name("alloc"),
                   .terms = ts,
                   .limits = limits_default(),
                   .entry = NO_FUNC};
  Machine m;
  mach_init(&m, &x);
  *is_scalar = mach_run_constant(&m, arena, fn, result);
  Behaviour end = m.end;
  mach_destroy(&m);
  terms_destroy(ts);
  return end;
}

bool evaluate_constant(const Program *p, FuncId fn, u128 *out, const char **why, Arena *arena) {
  Scalar result = {0};
  bool ok;
  Behaviour end = run_constant(p, fn, &result, &ok, arena);
  ok = ok && bits_known(result.bits);
  if (ok)
    *out = result.bits.c;
  else
    *why = end.reason ? end.reason : "the constant does not end in a known number";
  return ok;
}

bool constant_fails(const Program *p, FuncId fn, const char **why, Span *where, Arena *arena) {
  Scalar result = {0};
  bool is_scalar;
  Behaviour end = run_constant(p, fn, &result, &is_scalar, arena);
  *why = end.reason;
  *where = end.span;
  return end.end == END_PANIC || end.end == END_UB;
}
