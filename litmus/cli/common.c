#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "litmus/cli/command.h"
#include "litmus/report/human.h"

static const char *const command_names[] = {
#define COMMAND(code, name, operands, summary, details, example) #name,
#include "litmus/cli/commands.def"
#undef COMMAND
};

static void say(const char *message) {
  StrBuf b = {0};
  sb_puts(&b, "litmus: ");
  text_put(&b, message, true);
  fprintf(stderr, "%s\n", sb_str(&b));
  sb_free(&b);
}

int usage_error(CommandCode c, const char *fmt, ...) {
  StrBuf b = {0};
  va_list ap;
  va_start(ap, fmt);
  sb_vprintf(&b, fmt, ap);
  va_end(ap);
  say(sb_str(&b));
  sb_free(&b);
  fprintf(stderr, "`litmus %s --help` explains the command\n", command_names[c]);
  return EXIT_USAGE;
}

int input_error(const char *message) {
  say(message);
  return EXIT_USAGE;
}

bool use_colour(const Options *o, int fd) {
  if (o->color != COLOR_AUTO) return o->color == COLOR_ALWAYS;
  const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
  return isatty(fd) && !(no && *no) && !(term && !strcmp(term, "dumb"));
}

u32 screen_columns(int fd) {
  struct winsize w;
  if (isatty(fd) && ioctl(fd, TIOCGWINSZ, &w) == 0 && w.ws_col) return w.ws_col;
  u64 n = 0;
  const char *said = getenv("COLUMNS");
  return said && parse_number(said, strlen(said), 10000, &n) && n ? (u32)n : HUMAN_COLUMNS;
}

bool put_out(StrBuf *text) {
  bool ok = fwrite(sb_str(text), 1, text->len, stdout) == text->len && fflush(stdout) == 0;
  sb_free(text);
  if (!ok) fprintf(stderr, "litmus: cannot write to standard output\n");
  return ok;
}

int finish_out(StrBuf *text, int status) { return put_out(text) ? status : EXIT_USAGE; }

StatsPart stats_part(const Options *o) {
  return o->stats ? STATS_ALL : o->solver_stats ? STATS_SOLVER : STATS_NONE;
}

bool make_smt2_dir(const Options *o) {
  struct stat st;
  if (!o->smt2 || mkdir(o->smt2, 0777) == 0) return true;
  int error = errno == EEXIST ? ENOTDIR : errno;
  if (stat(o->smt2, &st) == 0 && S_ISDIR(st.st_mode)) return true;
  input_error(arena_printf(o->arena, "--smt2 %s: cannot be made a directory: %s", o->smt2,
                           strerror(error)));
  return false;
}

int smt2_status(const char *error, int status) {
  if (!error) return status;
  say(error);
  return EXIT_USAGE;
}

static void choose_model(Arena *a, ModelChoice *out, const Model *m) {
  for (u32 i = 0; i < out->len; i++)
    if (!strcmp(out->at[i]->name, m->name)) return;
  list_push(a, out, m);
}

bool chosen_models(const Options *o, const char *otherwise, ModelChoice *out) {
  *out = (ModelChoice){0};
  bool all = false;
  for (u32 i = 0; i < o->models.len; i++) all |= !strcmp(o->models.at[i], "all");
  u32 n = 0;
  const Model *named = all ? models(&n) : main_models(&n);
  all |= o->models.len == 0 && !otherwise;
  for (u32 i = 0; all && i < n; i++) choose_model(o->arena, out, &named[i]);
  if (o->models.len == 0 && otherwise) choose_model(o->arena, out, model_by_name(otherwise));
  for (u32 i = 0; i < o->models.len; i++) {
    if (!strcmp(o->models.at[i], "all")) continue;
    const char *why = NULL;
    const Model *m = model_lookup(o->arena, o->models.at[i], &why);
    if (!m) {
      usage_error(o->command, "%s", why);
      return false;
    }
    choose_model(o->arena, out, m);
  }
  return true;
}

WorkerResult one_job(const Options *o, void (*work)(void *self, u32 i, Arena *a, ResultRec *out),
                     void *self) {
  WorkerResult r = {.end = WORKER_DONE};
  if (o->no_fork) {
    work(self, 0, o->arena, &r.rec);
    return r;
  }
  int caught = 0;
  WorkerPool pool = {.limits = {o->timeout, o->memory_limit}, .self = self, .work = work};
  r = worker_run_one(&pool, o->arena, &caught);
  if (caught) {
    signal(caught, SIG_DFL);
    raise(caught);
  }
  if (r.log) fputs(r.log, stderr);
  if (r.end != WORKER_DONE) say(r.why);
  return r;
}

void print_diags(const Options *o, const DiagRec *at, u32 n) {
  StrBuf b = {0};
  for (u32 i = 0; i < n; i++) human_diag(&at[i], use_colour(o, STDERR_FILENO), &b);
  fputs(sb_str(&b), stderr);
  sb_free(&b);
}
