/* Exploration: runs the machine again and again, each time with the next combination of decisions,
 * and merges executions with the same outcome. */
#include "engine/mach/explore.h"

#include <stdlib.h>
#include <string.h>

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
    out[i] = (Event){.kind = e->kind, .span = e->span};
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
  b.nevents = m->events.len;
  b.events = copy_events(arena, m);
  b.nconds = m->conds.len;
  b.conds = arena_copy(arena, m->conds.at, m->conds.len * sizeof *m->conds.at);
  b.nallocs = m->numbered.len;
  b.allocs = note_allocs(arena, m);
  b.nchoices = m->choices.len;
  b.choices = arena_copy(arena, m->choices.at, m->choices.len * sizeof *m->choices.at);
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

/* ---- all paths */

/* Moves on to the next combination of decisions; false when there is none. */
static bool backtrack(Machine *m) {
  while (m->trail.len) {
    TrailEntry *e = &vec_last(&m->trail);
    if (e->taken + 1 < e->nfeasible) {
      e->taken++;
      return true;
    }
    free(e->feasible);
    m->trail.len--;
  }
  return false;
}

Behaviours *explore(const Exploration *x, Arena *arena) {
  Machine m;
  Merger mg = {0};
  u64 paths = 0, steps = 0;
  u32 limits = 0;
  mach_init(&m, x);
  for (;;) {
    mach_run(&m, arena);
    merge(&mg, x->terms, take(&m, arena));
    paths++;
    steps += m.steps;
    if (!backtrack(&m)) break;
    if (paths >= x->limits.paths) m.limits |= 1u << LIMIT_PATHS;
    if (steps >= x->limits.total_steps) m.limits |= 1u << LIMIT_STEPS;
    if (paths >= x->limits.paths || steps >= x->limits.total_steps) break;
  }
  limits = m.limits;
  mach_destroy(&m);
  Behaviours *out = finish(&mg, arena);
  out->paths = paths;
  out->steps = steps;
  out->limits = limits;
  return out;
}

Behaviours *replay(const Exploration *x, const u64 *bases, u32 n, Arena *arena) {
  Machine m;
  Merger mg = {0};
  mach_init(&m, x);
  m.concrete = true;
  m.bases = bases;
  m.nbases = n;
  mach_run(&m, arena);
  merge(&mg, x->terms, take(&m, arena));
  u64 steps = m.steps;
  u32 limits = m.limits;
  mach_destroy(&m);
  Behaviours *out = finish(&mg, arena);
  out->paths = 1;
  out->steps = steps;
  out->limits = limits;
  return out;
}

/* Runs one body without parameters; how it ended. */
static Behaviour run_constant(const Program *p, FuncId fn, Scalar *result, bool *is_scalar,
                              Arena *arena) {
  Terms *ts = terms_create();
  Exploration x = {
      .program = p, .model = model_by_name("alloc"), .terms = ts, .limits = limits_default()};
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
