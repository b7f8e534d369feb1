/* litmus check: may one variant replace the other, under each model? */
#include <string.h>
#include <unistd.h>

#include "litmus/cli/check.h"
#include "litmus/report/human.h"

static void check_pair(Session *s, const char *base, const char *opt, const Model *m,
                       ResultRec *out) {
  for (u32 i = 0; i < out->checks.len; i++) {
    const CheckRec *k = &out->checks.at[i];
    if (!strcmp(k->base, base) && !strcmp(k->opt, opt) && !strcmp(k->model, m->name)) return;
  }
  list_push(s->arena, &out->checks, *session_check(s, base, opt, m));
}

/* The models of --model; else those for which the file has a verdict; else all but variants. */
static void check_models(Session *s, const CheckJob *job, const char *base, const char *opt,
                         ResultRec *out) {
  const Directives *d = &s->directives;
  u32 n;
  const Model *named = main_models(&n);
  for (u32 i = 0; i < job->models.len; i++) check_pair(s, base, opt, job->models.at[i], out);
  if (job->models.len) return;
  for (u32 i = 0; i < n; i++) {
    bool wanted = job->base != NULL;
    for (u32 k = 0; k < d->checks.len; k++)
      wanted |= !strcmp(d->checks.at[k].base, base) && !strcmp(d->checks.at[k].opt, opt) &&
                check_applies(d, &d->checks.at[k], &named[i]);
    if (wanted) check_pair(s, base, opt, &named[i], out);
  }
  for (u32 k = 0; k < d->checks.len && !job->base; k++) { /* variants, composed models */
    const Check *c = &d->checks.at[k];
    if (strcmp(c->base, base) != 0 || strcmp(c->opt, opt) != 0) continue;
    for (u32 i = 0; i < c->models.of.len; i++) check_pair(s, base, opt, c->models.of.at[i], out);
  }
}

void check_work(void *self, u32 i, Arena *arena, ResultRec *out) {
  (void)i;
  const CheckJob *job = self;
  Session s;
  Loaded file = session_open(&s, arena, job->path, &job->session);
  if (file.status != LOAD_OK) {
    out->error = file.error;
    return;
  }
  const Directives *d = &s.directives;
  if (job->base) {
    check_models(&s, job, job->base, job->opt, out);
  } else if (s.diags.nerrors) {
    session_diags(&s, &s.diags, out);
  } else if (d->checks.len == 0) {
    out->error =
        arena_printf(arena, "%s: no `//@ check` directive: say which pair, as in 'base => opt'",
                     s.sources.files[s.file].name);
  } else {
    for (u32 k = 0; k < d->checks.len; k++)
      check_models(&s, job, d->checks.at[k].base, d->checks.at[k].opt, out);
  }
  out->stats = session_total(&s);
  out->smt2_error = s.questions.error;
  session_close(&s);
}

/* ---- the pair: 'base => opt', base=>opt, or two words */

static const char *trim(Arena *a, const char *s, size_t n) {
  while (n && (*s == ' ' || *s == '\t')) s++, n--;
  while (n && (s[n - 1] == ' ' || s[n - 1] == '\t')) n--;
  return arena_strndup(a, s, n);
}

static bool is_variant(const char *s) {
  if (!*s || (*s >= '0' && *s <= '9')) return false;
  for (; *s; s++)
    if (!((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9') ||
          *s == '_'))
      return false;
  return true;
}

bool check_parse_pair(const Options *o, u32 first, CheckJob *job) {
  StrBuf text = {0};
  for (u32 i = first; i < o->operands.len; i++)
    sb_printf(&text, "%s%s", i > first ? " " : "", o->operands.at[i]);
  const char *all = arena_strdup(o->arena, sb_str(&text)), *arrow = strstr(all, "=>");
  sb_free(&text);
  if (arrow) {
    job->base = trim(o->arena, all, (size_t)(arrow - all));
    job->opt = trim(o->arena, arrow + 2, strlen(arrow + 2));
  } else if (o->operands.len == first + 2) {
    job->base = o->operands.at[first], job->opt = o->operands.at[first + 1];
  }
  return job->base && is_variant(job->base) && is_variant(job->opt);
}

/* ---- what was found */

int check_status(const ResultRec *r) {
  int status = EXIT_AS_EXPECTED;
  for (u32 i = 0; i < r->checks.len; i++) {
    const CheckRec *k = &r->checks.at[i];
    if (k->compile_failed && !k->compile_unsupported) return EXIT_USAGE;
    if (k->kind == VERDICT_UNSOUND)
      status = EXIT_NOT;
    else if (k->kind != VERDICT_SOUND && status == EXIT_AS_EXPECTED)
      status = EXIT_UNKNOWN;
  }
  return status;
}

static int check_died(const Options *o, const CheckJob *job, const WorkerResult *w) {
  StrBuf out = {0};
  Json j = json_start(&out);
  if (!o->json) return EXIT_UNKNOWN;
  json_object(&j, NULL);
  json_str(&j, "file", job->path);
  json_str(&j, "error", w->why);
  json_end_object(&j);
  return finish_out(&out, EXIT_UNKNOWN);
}

void check_json_error(Json *j, const char *path, const ResultRec *r) {
  json_object(j, NULL);
  json_str(j, "file", path);
  json_str(j, "error", r->error ? r->error : "the directives are wrong");
  json_diags(j, "diagnostics", r->diags.at, r->diags.len);
  json_end_object(j);
}

static void write_json(const Options *o, const CheckJob *job, const ResultRec *r, StrBuf *out) {
  Json j = json_start(out);
  if (r->error || r->diags.len) {
    check_json_error(&j, job->path, r);
    return;
  }
  if (r->checks.len != 1) json_array(&j, NULL);
  for (u32 i = 0; i < r->checks.len; i++) json_check(&j, &r->checks.at[i], stats_part(o));
  if (r->checks.len != 1) json_end_array(&j);
}

int command_check(const Options *o) {
  if (o->operands.len == 0) return usage_error(o->command, "which FILE?");
  CheckJob job = {.path = o->operands.at[0]};
  job.session = (SessionOptions){.limits = o->limits, .smt2_dir = o->smt2};
  if (o->all_models) return check_table(o, &job);
  if (o->operands.len > 1 && !check_parse_pair(o, 1, &job))
    return usage_error(o->command, "expected two variants, quoted for the shell: 'BASE => OPT'");
  if (o->models.len && !chosen_models(o, NULL, &job.models)) return EXIT_USAGE;
  if (!make_smt2_dir(o)) return EXIT_USAGE;
  WorkerResult w = one_job(o, check_work, &job);
  if (w.end != WORKER_DONE) return check_died(o, &job, &w);
  ResultRec r = w.rec;
  StrBuf out = {0};
  int status = r.error || r.diags.len ? EXIT_USAGE : smt2_status(r.smt2_error, check_status(&r));
  if (o->json)
    write_json(o, &job, &r, &out);
  else if (r.error)
    return input_error(r.error);
  else if (r.diags.len)
    print_diags(o, r.diags.at, r.diags.len);
  else
    human_checks(r.checks.at, r.checks.len, stats_part(o), use_colour(o, STDOUT_FILENO), &out);
  return finish_out(&out, status);
}
