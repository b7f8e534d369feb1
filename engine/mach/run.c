/* Running one path: set up, step until it ends, take stock. */
#include <stdlib.h>
#include <string.h>

#include "engine/mach/machine.h"

void mach_init(Machine *m, const Exploration *x) {
  memset(m, 0, sizeof *m);
  m->x = x;
  m->program = x->program;
  m->model = x->model;
  m->types = x->program->types;
  m->ts = x->terms;
  u32 cap = 0;
  u32 nstatics = x->program->statics.len, nfuncs = x->program->funcs.len;
  m->static_alloc = vec_grow(NULL, &cap, nstatics + 1, sizeof *m->static_alloc);
  cap = 0;
  m->fn_alloc = vec_grow(NULL, &cap, nfuncs + 1, sizeof *m->fn_alloc);
  memset(m->static_alloc, 0, (nstatics + 1) * sizeof *m->static_alloc);
  memset(m->fn_alloc, 0, (nfuncs + 1) * sizeof *m->fn_alloc);
}

/* Forgets the path: its memory goes back to the pools. */
static void reset(Machine *m) {
  for (u32 i = 0; i < m->locals.len; i++)
    if (m->locals.at[i] && !m->locals.at[i]->id) mach_recycle(m, m->locals.at[i]);
  for (u32 i = 0; i < m->program->statics.len; i++) {
    if (m->static_alloc[i] && !m->static_alloc[i]->id) mach_recycle(m, m->static_alloc[i]);
    m->static_alloc[i] = NULL;
  }
  memset(m->fn_alloc, 0, m->program->funcs.len * sizeof *m->fn_alloc);
  for (u32 i = 0; i < m->strings.len; i++)
    if (!m->strings.at[i].alloc->id) mach_recycle(m, m->strings.at[i].alloc);
  for (u32 i = 0; i < m->numbered.len; i++) mach_recycle(m, m->numbered.at[i]);
  for (u32 i = 0; i < m->frames.len; i++) {
    free(m->frames.at[i].entered);
    free(m->frames.at[i].forks);
  }
  for (u32 i = 0; i < m->events.len; i++) vec_free(&m->events.at[i].frags);
  vec_clear(&m->locals);
  vec_clear(&m->numbered);
  vec_clear(&m->living);
  m->living_seen = 0;
  vec_clear(&m->frames);
  m->contracts = 0;
  vec_clear(&m->strings);
  vec_clear(&m->vtables);
  vec_clear(&m->wildcards);
  vec_clear(&m->exposures);
  vec_clear(&m->protectors);
  vec_clear(&m->conds);
  vec_clear(&m->subst_from);
  vec_clear(&m->subst_to);
  vec_clear(&m->choices);
  memset(m->taken, 0, sizeof m->taken);
  vec_clear(&m->hopeless);
  vec_clear(&m->inputs);
  vec_clear(&m->observable);
  vec_clear(&m->arguments);
  m->unknowns = m->entering = 0;
  m->has_uninit_input = false;
  m->exposure_decided = false;
  vec_clear(&m->events);
  sb_clear(&m->message);
  m->formatting = 0;
  vec_clear(&m->panics);
  vec_clear(&m->in_flight);
  m->clock = m->steps = m->live_bytes = m->printed = 0;
  m->serials = m->last_tag = m->collect_at = 0;
  m->trail_pos = 0;
  m->doubtful = false;
  memset(&m->end, 0, sizeof m->end);
}

void mach_destroy(Machine *m) {
  reset(m);
  for (u32 i = 0; i <= POOLED_SIZE; i++)
    while (m->pool[i]) {
      Alloc *a = m->pool[i];
      m->pool[i] = a->next_free;
      bytes_free(&a->data);
      free(a);
    }
  for (u32 i = 0; i < m->scratch.len; i++) {
    bytes_free(m->scratch.at[i]);
    free(m->scratch.at[i]);
  }
  for (u32 i = 0; i < m->trail.len; i++) free(m->trail.at[i].feasible);
  vec_free(&m->scratch);
  vec_free(&m->trail);
  vec_free(&m->locals);
  vec_free(&m->numbered);
  vec_free(&m->living);
  vec_free(&m->frames);
  vec_free(&m->strings);
  vec_free(&m->vtables);
  vec_free(&m->wildcards);
  vec_free(&m->exposures);
  vec_free(&m->protectors);
  vec_free(&m->conds);
  vec_free(&m->subst_from);
  vec_free(&m->subst_to);
  vec_free(&m->choices);
  for (u32 i = 0; i < m->postdoms.len; i++) free(m->postdoms.at[i].of);
  vec_free(&m->postdoms);
  vec_free(&m->hopeless);
  vec_free(&m->inputs);
  vec_free(&m->observable);
  vec_free(&m->arguments);
  vec_free(&m->events);
  vec_free(&m->panics);
  vec_free(&m->in_flight);
  vec_free(&m->format_frags);
  sb_free(&m->format_buffer);
  sb_free(&m->message);
  free(m->static_alloc);
  free(m->fn_alloc);
  for (u32 i = 0; i < m->ntype_info; i++) free(m->type_info[i].cells);
  free(m->type_info);
}

/* Runs a function without parameters, or the exploration's entry, to its end; the result goes to
 * dest or m->result. */
static void run_function(Machine *m, FuncId f, const PlaceVal *dest) {
  m->base_frames = m->frames.len;
  if (f == m->x->entry)
    mach_enter(m);
  else
    mach_push(m, f, NULL, 0, dest, 0);
  jmp_buf unwound;
  m->unwound = &unwound;
  (void)setjmp(unwound); /* reached again by each panic that has found something to run */
  while (mach_step(m))
    if (m->last_tag >= m->collect_at) mach_collect(m);
}

static void initialise_statics(Machine *m) {
  const Program *p = m->program;
  for (StaticId s = 0; s < p->statics.len; s++) {
    const Static *st = &p->statics.at[s];
    if (m->constant && !p->funcs.at[st->init]->blocks.len) continue; /* not built yet */
    Alloc *a = mach_static(m, s);
    PlaceVal place = {.ty = st->ty, .direct = a};
    run_function(m, st->init, &place);
    a->read_only = !st->is_mutable;
  }
}

/* Facts about addresses that only the output shows. */
static void observe_output(Machine *m) {
  for (u32 i = 0; i < m->events.len; i++)
    for (u32 k = 0; k < m->events.at[i].frags.len; k++) {
      const Frag *f = &m->events.at[i].frags.at[k];
      Term t = f->leaf ? f->leaf->whole : f->term;
      if (t) mach_observe(m, t);
      for (u32 j = 0; f->leaf && f->leaf->bytes && j < f->leaf->n; j++)
        if (f->leaf->bytes[j]) mach_observe(m, f->leaf->bytes[j]);
    }
}

static bool caller_goes_on(const Machine *m) {
  return m->end.end == END_RETURN || m->end.end == END_PANIC;
}

void mach_run(Machine *m, Arena *arena) {
  reset(m);
  m->arena = arena;
  jmp_buf escape;
  m->escape = &escape;
  if (setjmp(escape) == 0) {
    initialise_statics(m);
    run_function(m, m->x->entry == NO_FUNC ? m->program->main : m->x->entry, NULL);
    m->end.end = END_RETURN;
  }
  if (setjmp(escape) == 0) {
    if (m->x->entry != NO_FUNC && caller_goes_on(m)) mach_observe_end(m);
    observe_output(m); /* may find too many addresses: unsupported */
  }
  if (m->recorder) mach_record(m, (Record){.kind = RECORD_END});
}

const u32 *mach_picks(const Machine *m, Arena *arena, u32 *n) {
  u32 *picks = arena_array(arena, u32, m->trail_pos + 1);
  for (u32 i = 0; i < m->trail_pos; i++) {
    const TrailEntry *e = &m->trail.at[i];
    picks[i] = e->feasible[e->taken];
  }
  *n = m->trail_pos;
  return picks;
}

bool mach_run_constant(Machine *m, Arena *arena, FuncId entry, Scalar *result) {
  reset(m);
  m->arena = arena;
  m->constant = true;
  jmp_buf escape;
  m->escape = &escape;
  if (setjmp(escape) != 0) return false;
  initialise_statics(m);
  run_function(m, entry, NULL);
  *result = m->result.a;
  return m->result.cls == CLASS_SCALAR;
}
