/* litmus explain: one execution, told step by step. */
#include "litmus/explain/explain.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "litmus/cli/command.h"
#include "litmus/report/machine.h"

typedef enum ExplainFormat { EXPLAIN_TEXT, EXPLAIN_JSON, EXPLAIN_PAGE } ExplainFormat;

typedef struct ExplainJob {
  const char *path;
  ModelChoice models;
  ExplainRequest request;
  SessionOptions session;
  ExplainFormat format;
  bool colour;
} ExplainJob;

/* The report is made here, in the worker: a tape is too big to be sent as it is. */
static void explain_work(void *self, u32 i, Arena *arena, ResultRec *out) {
  (void)i;
  const ExplainJob *job = self;
  Session s;
  Loaded file = session_open(&s, arena, job->path, &job->session);
  if (file.status != LOAD_OK) {
    out->error = file.error;
    return;
  }
  Explained e;
  explain(&s, &job->request, &e);
  out->error = e.error;
  if (e.failed) {
    const Diag *first = diags_first(e.failed->diags);
    session_diags(&s, e.failed->diags, out);
    out->unsupported = first && first->kind == DIAG_UNSUPPORTED;
  } else if (!e.error) {
    StrBuf text = {0};
    if (job->format == EXPLAIN_JSON)
      explain_json(&e, &text);
    else if (job->format == EXPLAIN_PAGE)
      explain_page(&e, &text);
    else
      explain_text(&e, job->colour, &text);
    out->text = text_copy(arena, sb_str(&text), text.len);
    sb_free(&text);
  }
  session_close(&s);
}

static int write_page(const char *path, const Text *page) {
  FILE *f = fopen(path, "wb");
  bool ok = f && fwrite(page->at, 1, page->len, f) == page->len;
  int why = errno;
  if (f && fclose(f) != 0) ok = false, why = errno;
  if (ok) return EXIT_AS_EXPECTED;
  StrBuf b = {0};
  sb_printf(&b, "cannot write %s: %s", path, strerror(why));
  input_error(sb_str(&b));
  sb_free(&b);
  return EXIT_USAGE;
}

static int failed(const Options *o, const ExplainJob *job, const ResultRec *r) {
  int status = r->unsupported ? EXIT_UNKNOWN : EXIT_USAGE;
  if (!o->json) {
    if (r->error) return input_error(r->error);
    print_diags(o, r->diags.at, r->diags.len);
    return status;
  }
  StrBuf out = {0};
  Json j = json_start(&out);
  json_object(&j, NULL);
  json_str(&j, "file", job->path);
  json_str(&j, "error", r->error ? r->error : r->diags.len ? r->diags.at[0].text : "no program");
  json_diags(&j, "diagnostics", r->diags.at, r->diags.len);
  json_end_object(&j);
  return finish_out(&out, status);
}

static bool read_request(const Options *o, ExplainJob *job) {
  const char *otherwise = model_by_name("sb") ? "sb" : "alloc";
  if (!chosen_models(o, otherwise, &job->models)) return false;
  job->format = o->html ? EXPLAIN_PAGE : o->json ? EXPLAIN_JSON : EXPLAIN_TEXT;
  job->colour = use_colour(o, STDOUT_FILENO);
  job->request = (ExplainRequest){.cfgs = {o->cfgs.at, o->cfgs.len},
                                  .models = job->models.at,
                                  .nmodels = job->models.len,
                                  .outcome = o->outcome,
                                  .from = o->step ? o->step : o->from,
                                  .to = o->step ? o->step : o->to,
                                  .most = o->most};
  if (o->html && o->json)
    usage_error(o->command, "--html or --json, not both");
  else if (o->step && (o->from || o->to))
    usage_error(o->command, "--step, or --from and --to");
  else if (o->to && o->from > o->to)
    usage_error(o->command, "--from %" PRIu64 " is behind --to %" PRIu64, o->from, o->to);
  else if (job->models.len > 2)
    usage_error(o->command, "at most two models side by side");
  else
    return true;
  return false;
}

int command_explain(const Options *o) {
  if (o->operands.len == 0) return usage_error(o->command, "which FILE?");
  if (o->operands.len > (o->html ? 2u : 1u))
    return usage_error(o->command,
                       o->html ? "explain takes one FILE and one PAGE" : "explain takes one FILE");
  ExplainJob job = {.path = o->operands.at[0]};
  job.session = (SessionOptions){.limits = o->limits};
  if (!read_request(o, &job)) return EXIT_USAGE;
  WorkerResult w = one_job(o, explain_work, &job);
  if (w.end != WORKER_DONE) return EXIT_UNKNOWN;
  const ResultRec *r = &w.rec;
  if (r->error || r->diags.len || !r->text.at) return failed(o, &job, r);
  if (o->operands.len == 2) return write_page(o->operands.at[1], &r->text);
  StrBuf out = {0};
  sb_put(&out, r->text.at, r->text.len);
  return finish_out(&out, EXIT_AS_EXPECTED);
}
