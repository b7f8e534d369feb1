/* Chooses which execution is told, and which of its steps. */
#include "litmus/explain/explain.h"

#include <inttypes.h>
#include <string.h>

#include "litmus/run/convert.h"

/* "outcome 9 of 2: ..." with what there is. */
static const char *no_such_outcome(Session *s, const Explored *x, u64 wanted) {
  StrBuf b = {0};
  u32 n = x->found->at.len;
  sb_printf(&b, "under %s there %s %u outcome%s, no number %" PRIu64 ":", x->model->name,
            n == 1 ? "is" : "are", n, n == 1 ? "" : "s", wanted);
  for (u32 i = 0; i < n; i++) {
    BehaviourRec r;
    convert_behaviour(s->arena, &s->sources, s->terms, &x->found->at.at[i], NULL, &r);
    sb_printf(&b, "\n  %u  ", i + 1);
    outcome_text(&r, &b);
  }
  const char *text = arena_strdup(s->arena, sb_str(&b));
  sb_free(&b);
  return text;
}

/* Behaviours come with the undefined ones first. */
static const Behaviour *choose(const Explored *x, u64 outcome, Tape *t) {
  t->noutcomes = x->found->at.len;
  t->outcome = outcome ? (u32)outcome : 1;
  return outcome > t->noutcomes || !t->noutcomes ? NULL : &x->found->at.at[t->outcome - 1];
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
  const Behaviour **chosen = arena_array(s->arena, const Behaviour *, q->nmodels);
  const Explored **explored = arena_array(s->arena, const Explored *, q->nmodels);
  u64 *lengths = arena_array(s->arena, u64, q->nmodels), shortest = UINT64_MAX;
  for (u32 i = 0; i < q->nmodels; i++) {
    explored[i] = session_explore(s, c, q->models[i]);
    chosen[i] = choose(explored[i], q->outcome, &out->tapes[i]);
    if (!chosen[i]) {
      out->error = no_such_outcome(s, explored[i], q->outcome);
      return;
    }
    lengths[i] = tape_length(&explored[i]->x, chosen[i], &segments);
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
    tape_record(t, s->arena, &explored[i]->x, chosen[i], &segments, &w);
    t->outcome = outcome;
    t->noutcomes = noutcomes;
    convert_behaviour(s->arena, &s->sources, s->terms, chosen[i], NULL, &t->ending);
  }
  if (out->ntapes > 1) out->part = tapes_part(&out->tapes[0], &out->tapes[1], &out->part_at);
}
