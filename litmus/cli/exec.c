/* litmus exec: every behaviour of one program, under one or more models. */
#include <string.h>
#include <unistd.h>

#include "litmus/cli/command.h"
#include "litmus/report/human.h"
#include "litmus/report/machine.h"

typedef struct ExecJob {
  const char *path;
  CfgSet cfgs;
  ModelChoice models;
  SessionOptions session;
} ExecJob;

static void exec_work(void *self, u32 i, Arena *arena, ResultRec *out) {
  (void)i;
  const ExecJob *job = self;
  Session s;
  Loaded file = session_open(&s, arena, job->path, &job->session);
  if (file.status != LOAD_OK) {
    out->error = file.error;
    return;
  }
  for (u32 m = 0; m < job->models.len; m++) {
    const ExecRec *e = session_exec(&s, job->cfgs, job->models.at[m]);
    list_push(arena, &out->execs, *e);
    if (e->compile_failed && e->behaviours.at[0].end == END_COMPILE_ERROR)
      break; /* for all alike */
  }
  out->smt2_error = s.questions.error;
  session_close(&s);
}

/* A wrong program outweighs undefined behaviour, that outweighs what is unknown. */
static int exec_status(const ResultRec *r) {
  int status = EXIT_AS_EXPECTED;
  for (u32 i = 0; i < r->execs.len; i++) {
    const ExecRec *e = &r->execs.at[i];
    const char *v = exec_verdict(e);
    if (e->compile_failed && e->behaviours.at[0].end == END_COMPILE_ERROR) return EXIT_USAGE;
    if (!strcmp(v, "ub"))
      status = EXIT_NOT;
    else if (strcmp(v, "ok") != 0 && status == EXIT_AS_EXPECTED)
      status = EXIT_UNKNOWN;
  }
  return status;
}

/* A worker that ran out of time or memory leaves a verdict, one that crashed does not. */
static void json_died(Json *j, const ExecJob *job, const WorkerResult *w, const Model *m) {
  json_object(j, NULL);
  json_str(j, "file", job->path);
  if (w->end == WORKER_CRASHED) {
    json_str(j, "error", w->why);
  } else {
    json_str(j, "model", m->name);
    json_str(j, "verdict", "limit");
    json_str(j, "reason", w->why);
    json_array(j, "behaviours");
    json_end_array(j);
    json_array(j, "limits");
    json_str(j, NULL, limit_name(w->end == WORKER_TIMEOUT ? LIMIT_TIME : LIMIT_MEMORY));
    json_end_array(j);
  }
  json_end_object(j);
}

static int exec_died(const Options *o, const ExecJob *job, const WorkerResult *w) {
  StrBuf out = {0};
  Json j = json_start(&out);
  if (!o->json) return EXIT_UNKNOWN;
  if (job->models.len > 1) json_array(&j, NULL);
  for (u32 i = 0; i < job->models.len; i++) json_died(&j, job, w, job->models.at[i]);
  if (job->models.len > 1) json_end_array(&j);
  return finish_out(&out, EXIT_UNKNOWN);
}

static void write_json(const Options *o, const ExecJob *job, const ResultRec *r, StrBuf *out) {
  Json j = json_start(out);
  bool array = job->models.len > 1 && !r->error;
  if (array) json_array(&j, NULL);
  for (u32 i = 0; i < r->execs.len; i++) json_exec(&j, &r->execs.at[i], stats_part(o));
  if (array) json_end_array(&j);
  if (!r->error) return;
  json_object(&j, NULL);
  json_str(&j, "file", job->path);
  json_str(&j, "error", r->error);
  json_end_object(&j);
}

static void write_human(const Options *o, const ResultRec *r, StrBuf *out) {
  for (u32 i = 0; i < r->execs.len; i++) {
    const ExecRec *e = &r->execs.at[i];
    if (e->compile_failed) {
      print_diags(o, e->diags.at, e->diags.len);
      return; /* the same under every model */
    }
    if (i) sb_putc(out, '\n');
    human_exec(e, stats_part(o), use_colour(o, STDOUT_FILENO), out);
  }
}

int command_exec(const Options *o) {
  if (o->operands.len != 1)
    return usage_error(o->command, o->operands.len ? "exec takes one FILE" : "which FILE?");
  ExecJob job = {.path = o->operands.at[0], .cfgs = {o->cfgs.at, o->cfgs.len}};
  job.session = (SessionOptions){
      .limits = o->limits, .layouts = true, .smt2_dir = o->smt2, .smt2_outcomes = o->smt2 != NULL};
  if (!chosen_models(o, "alloc", &job.models)) return EXIT_USAGE;
  if (!make_smt2_dir(o)) return EXIT_USAGE;
  WorkerResult w = one_job(o, exec_work, &job);
  if (w.end != WORKER_DONE) return exec_died(o, &job, &w);
  ResultRec r = w.rec;
  StrBuf out = {0};
  if (o->json)
    write_json(o, &job, &r, &out);
  else if (r.error)
    return input_error(r.error);
  else
    write_human(o, &r, &out);
  return finish_out(&out, r.error ? EXIT_USAGE : smt2_status(r.smt2_error, exec_status(&r)));
}
