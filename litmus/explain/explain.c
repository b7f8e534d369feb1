/* Chooses which execution is told, and which of its steps. */
#include "litmus/explain/explain.h"

#include <inttypes.h>
#include <string.h>

#include "litmus/run/convert.h"
#include "litmus/run/inputs.h"

/* One execution under one model. */
typedef struct Chosen {
  const Explored *x;
  const Behaviour *b; /* what is run; NULL: there is none */
  const Given *given; /* a program that takes inputs is told for some that lead there; else NULL */
} Chosen;

/* The outcomes as exec lists them: without executions that litmus::assume leaves out. */
static const Behaviour *outcome_numbered(const Explored *x, u32 number, u32 *count) {
  const Behaviour *found = NULL;
  *count = 0;
  for (u32 i = 0; i < x->found->at.len; i++) {
    const Behaviour *b = &x->found->at.at[i];
    if (b->end == END_EXCLUDED) continue;
    if (++*count == number) found = b;
  }
  return found;
}

/* "outcome 9 of 2: ..." with what there is. */
static const char *no_such_outcome(Session *s, const Explored *x, u64 wanted) {
  StrBuf b = {0};
  u32 n, ignored;
  outcome_numbered(x, 0, &n);
  sb_printf(&b, "under %s there %s %u outcome%s, no number %" PRIu64 ":", x->model->name,
            n == 1 ? "is" : "are", n, n == 1 ? "" : "s", wanted);
  for (u32 i = 1; i <= n; i++) {
    BehaviourRec r;
    convert_behaviour(s->arena, &s->sources, s->terms, outcome_numbered(x, i, &ignored), NULL, &r);
    sb_printf(&b, "\n  %u  ", i);
    outcome_text(&r, &b);
  }
  const char *text = arena_strdup(s->arena, sb_str(&b));
  sb_free(&b);
  return text;
}

/* Behaviours come with the undefined ones first. */
static const Behaviour *choose(const Explored *x, u64 outcome, Tape *t) {
  u32 wanted = outcome && outcome < UINT32_MAX ? (u32)outcome : outcome ? UINT32_MAX : 1;
  const Behaviour *b = outcome_numbered(x, wanted, &t->noutcomes);
  t->outcome = wanted;
  return b;
}

static bool ends_alike(const Behaviour *a, const Behaviour *b) {
  return a->end == b->end && a->ub == b->ub && a->exit_code == b->exit_code;
}

/* The run with all unknowns given; an outcome of the same ending as the path that it follows. */
static const Behaviour *run_given(Session *s, const Explored *x, const Given *given,
                                  const Behaviour *like) {
  const Behaviours *all = replay(&x->x, given, s->arena);
  for (u32 i = 0; i < all->at.len; i++)
    if (!like || ends_alike(&all->at.at[i], like)) return &all->at.at[i];
  return NULL;
}

/* The number of the outcome that a run shows. */
static u32 number_of(const Explored *x, const Behaviour *run) {
  u32 n = 0, count;
  outcome_numbered(x, 0, &count);
  for (u32 i = 1; i <= count && !n; i++) {
    u32 ignored;
    if (ends_alike(outcome_numbered(x, i, &ignored), run)) n = i;
  }
  return n ? n : 1;
}

/* A program that takes inputs is told for an example of them, the same under all models. */
static const char *take_inputs(Session *s, Chosen *all, u32 i, Tape *t) {
  Chosen *c = &all[i];
  if (!c->b->ninputs) return NULL;
  const Behaviour *path = c->b;
  Given *given = arena_new(s->arena, Given);
  if (i && all[0].given)
    *given = *all[0].given, path = NULL;
  else if (!find_given(s->arena, &c->x->x, path, given))
    return "the solver knows no inputs that lead to this outcome";
  const Behaviour *run = run_given(s, c->x, given, path);
  if (!run || run->end == END_EXCLUDED)
    return "an execution with these inputs cannot be told: it takes another way";
  if (!path) t->outcome = number_of(c->x, run);
  u32 ignored;
  const Behaviour *explored = outcome_numbered(c->x, t->outcome, &ignored);
  Behaviour *told = arena_copy(s->arena, run, sizeof *run);
  if (!told->nnotes && explored && ends_alike(explored, told)) /* a replay tells no story */
    told->notes = explored->notes, told->nnotes = explored->nnotes;
  c->given = given;
  c->b = told;
  return NULL;
}

/* The steps asked for; of too many, the first half and the last, and those before the shortest tape
 * ends, where models may part. */
static TapeWindow window(const ExplainRequest *q, u64 total, u64 shortest) {
  TapeWindow w = {.n = 1};
  u64 from = q->from ? q->from : 1, to = q->to && q->to < total ? q->to : total;
  w.at[0].first = from;
  w.at[0].last = to;
  if (from > to || to - from < q->most) return w;
  u64 half = q->most / 2;
  w.at[0].last = from + half - 1;
  u64 end = shortest < to ? shortest : to;
  w.at[1].first = end > half ? end - half + 1 : 1;
  w.at[1].last = end + half / 8 + 1;
  w.at[2].first = to > half / 8 ? to - half / 8 : 1;
  w.at[2].last = to;
  w.n = 3;
  return w;
}

void explain(Session *s, const ExplainRequest *q, Explained *out) {
  const SourceFile *file = &s->sources.files[s->file];
  const Compiled *c = session_compile(s, q->cfgs);
  *out =
      (Explained){.file = file->name, .variant = c->label, .source = file->text, .len = file->len};
  if (!c->program) {
    out->failed = c;
    return;
  }
  out->error = session_no_main(s, c);
  if (out->error) return;
  Segments segments = segments_of(s->arena, &s->sources, s->file);
  out->tapes = arena_array(s->arena, Tape, q->nmodels);
  out->ntapes = q->nmodels;
  Chosen *chosen = arena_array(s->arena, Chosen, q->nmodels);
  u64 *lengths = arena_array(s->arena, u64, q->nmodels), shortest = UINT64_MAX;
  for (u32 i = 0; i < q->nmodels; i++) {
    Chosen *one = &chosen[i];
    one->x = session_explore(s, c, q->models[i]);
    one->b = choose(one->x, q->outcome, &out->tapes[i]);
    out->error =
        one->b ? take_inputs(s, chosen, i, &out->tapes[i]) : no_such_outcome(s, one->x, q->outcome);
    if (out->error) return;
    lengths[i] = tape_length(&one->x->x, one->given, one->b, &segments);
    if (lengths[i] < shortest) shortest = lengths[i];
    if (q->from > lengths[i]) {
      out->error =
          arena_printf(s->arena, "the execution under %s has %" PRIu64 " steps, no step %" PRIu64,
                       q->models[i]->name, lengths[i], q->from);
      return;
    }
  }
  for (u32 i = 0; i < q->nmodels; i++) {
    TapeWindow w = window(q, lengths[i], shortest);
    Tape *t = &out->tapes[i];
    u32 outcome = t->outcome, noutcomes = t->noutcomes;
    const Chosen *one = &chosen[i];
    tape_record(t, s->arena, &one->x->x, one->given, one->b, &segments, &w);
    t->outcome = outcome;
    t->noutcomes = noutcomes;
    convert_behaviour(s->arena, &s->sources, s->terms, one->b, NULL, &t->ending);
    convert_inputs(s->arena, &s->sources, s->terms, one->b, NULL, 0, &t->ending);
    for (u32 k = 0; one->given && k < t->ending.allocs.len; k++) { /* others lie anywhere */
      AllocRec *alloc = &t->ending.allocs.at[k];
      alloc->has_address &= alloc->number < one->given->nbases && one->given->bases[alloc->number];
    }
  }
  if (out->ntapes > 1) out->part = tapes_part(&out->tapes[0], &out->tapes[1], &out->part_at);
}
