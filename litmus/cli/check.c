/* litmus check: may one variant replace the other, under each model? */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "litmus/cli/check.h"
#include "litmus/report/human.h"

/* One question, from the command line or a directive. */
typedef struct Asked {
  const char *fn;
  bool alias_any;
  const char *base, *opt;
} Asked;

static CheckName asked_name(const Asked *q) {
  return (CheckName){q->fn, q->fn ? alias_name(q->alias_any) : NULL, q->base, q->opt};
}

static void check_under(Session *s, const Asked *q, const Model *m, ResultRec *out) {
  for (u32 i = 0; i < out->checks.len; i++) {
    const CheckRec *k = &out->checks.at[i];
    if (check_name_equal(CHECK_NAME(k), asked_name(q)) && !strcmp(k->model, m->name)) return;
  }
  list_push(s->arena, &out->checks, *session_check(s, q->fn, q->alias_any, q->base, q->opt, m));
}

/* --alias wins over what the directive says. */
static bool alias_any(const CheckJob *job, bool said) {
  return job->alias == ALIAS_FILE ? said : job->alias == ALIAS_ANY;
}

/* What a directive asks, as this command does. */
static Asked asked_by(const CheckJob *job, const Check *k) {
  return (Asked){k->fn, k->fn && alias_any(job, k->alias_any), k->base, k->opt};
}

/* The models of --model; else those for which the file has a verdict; else all but variants. */
static void check_models(Session *s, const CheckJob *job, const Asked *q, ResultRec *out) {
  const Directives *d = &s->directives;
  u32 n;
  const Model *named = main_models(&n);
  for (u32 i = 0; i < job->models.len; i++) check_under(s, q, job->models.at[i], out);
  if (job->models.len) return;
  for (u32 i = 0; i < n; i++) {
    bool wanted = job->base != NULL;
    for (u32 k = 0; k < d->checks.len; k++) {
      Asked other = asked_by(job, &d->checks.at[k]);
      wanted |= check_name_equal(asked_name(&other), asked_name(q)) &&
                check_applies(d, &d->checks.at[k], &named[i]);
    }
    if (wanted) check_under(s, q, &named[i], out);
  }
  for (u32 k = 0; k < d->checks.len && !job->base; k++) { /* variants, composed models */
    const Check *c = &d->checks.at[k];
    Asked other = asked_by(job, c);
    if (!check_name_equal(asked_name(&other), asked_name(q))) continue;
    for (u32 i = 0; i < c->models.of.len; i++) check_under(s, q, c->models.of.at[i], out);
  }
}

/* The checks of the file: of the function, if one was named. False: there are none of it. */
static bool check_directives(Session *s, const CheckJob *job, ResultRec *out) {
  const Directives *d = &s->directives;
  bool any = false, functions = false;
  for (u32 k = 0; k < d->checks.len; k++) functions |= d->checks.at[k].fn != NULL;
  if (job->alias != ALIAS_FILE && !functions) {
    out->error = arena_printf(s->arena, "%s: `--alias` is about functions: no `//@ check fn` here",
                              s->sources.files[s->file].name);
    return true;
  }
  for (u32 k = 0; k < d->checks.len; k++) {
    const Check *c = &d->checks.at[k];
    if (job->fn && (!c->fn || strcmp(c->fn, job->fn) != 0)) continue;
    Asked q = asked_by(job, c);
    check_models(s, job, &q, out);
    any = true;
  }
  return any;
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
  const char *name = s.sources.files[s.file].name;
  if (job->base) {
    if (job->fn) session_add_entry(&s, job->fn);
    Asked q = {job->fn, job->fn && alias_any(job, s.directives.alias_any), job->base, job->opt};
    check_models(&s, job, &q, out);
  } else if (s.diags.nerrors) {
    session_diags(&s, &s.diags, out);
  } else if (!check_directives(&s, job, out)) {
    StrBuf of = {0};
    if (job->fn) sb_printf(&of, " fn %s", job->fn);
    out->error =
        arena_printf(arena, "%s: no `//@ check%s` directive: say which pair, as in 'base => opt'",
                     name, sb_str(&of));
    sb_free(&of);
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

/* NAME ("::" NAME)* */
static bool is_path(const char *s) {
  for (;;) {
    const char *end = strstr(s, "::");
    size_t n = end ? (size_t)(end - s) : strlen(s);
    char name[256];
    if (n >= sizeof name) return false;
    memcpy(name, s, n);
    name[n] = '\0';
    if (!is_variant(name)) return false;
    if (!end) return true;
    s = end + 2;
  }
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

bool check_function_options(const Options *o, const CheckJob *job) {
  if (o->fn && !is_path(o->fn)) {
    usage_error(o->command, "`--fn %s`: expected a function: NAME, m::NAME or Type::NAME", o->fn);
    return false;
  }
  if (o->alias != ALIAS_FILE && job->base && !job->fn) {
    usage_error(o->command, "`--alias` is about a function: name it with --fn");
    return false;
  }
  return true;
}

/* ---- --save */

static bool write_file(const char *path, const Text *text) {
  FILE *f = fopen(path, "wb");
  bool ok = f && fwrite(text->at, 1, text->len, f) == text->len;
  int why = errno;
  if (f && fclose(f) != 0) ok = false, why = errno;
  if (ok) return true;
  StrBuf b = {0};
  sb_printf(&b, "cannot write %s: %s", path, strerror(why));
  input_error(sb_str(&b));
  sb_free(&b);
  return false;
}

/* The first counterexample that could be written; else why there is none. */
static bool save(const Options *o, const ResultRec *r) {
  const char *why = NULL;
  for (u32 i = 0; i < r->checks.len; i++) {
    const CheckRec *k = &r->checks.at[i];
    if (!why) why = k->save_error;
    if (!k->saved.at) continue;
    if (!write_file(o->save, &k->saved)) return false;
    fprintf(stderr, "the counterexample under %s is in %s\n", k->model, o->save);
    return true;
  }
  StrBuf b = {0};
  if (why)
    sb_printf(&b, "the counterexample cannot be written as a test: %s", why);
  else
    sb_puts(&b, "--save: there is no counterexample to write");
  input_error(sb_str(&b));
  sb_free(&b);
  return false;
}

int command_check(const Options *o) {
  if (o->operands.len == 0) return usage_error(o->command, "which FILE?");
  CheckJob job = {.path = o->operands.at[0], .fn = o->fn, .alias = o->alias};
  job.session = (SessionOptions){.limits = o->limits, .smt2_dir = o->smt2, .save = o->save != NULL};
  if (o->all_models) return check_table(o, &job);
  if (o->operands.len > 1 && !check_parse_pair(o, 1, &job))
    return usage_error(o->command, "expected two variants, quoted for the shell: 'BASE => OPT'");
  if (!check_function_options(o, &job)) return EXIT_USAGE;
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
    human_checks(r.checks.at, r.checks.len, stats_part(o), screen_columns(STDOUT_FILENO),
                 use_colour(o, STDOUT_FILENO), &out);
  if (!put_out(&out)) return EXIT_USAGE;
  if (o->save && !r.error && !r.diags.len && !save(o, &r)) return EXIT_USAGE;
  return status;
}
