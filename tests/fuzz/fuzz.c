/* fuzz [--count N] [--first N] [--seed N] [--jobs N] [--timeout SECONDS] [--save DIR] PATH...
 * fuzz --run FILE...
 *
 * Feeds mutated copies of the files below PATH to everything that `litmus` does with a file, in
 * forked children, and saves the inputs that crash, leak, hang or trip a sanitizer. Deterministic:
 * input N of a seed is always the same. `--run` takes inputs as they are, in this process: that is
 * how one looks at what was saved.
 *
 * A child works through a batch of inputs and notes in shared memory which one it is at; when it
 * dies there, the input is known and a new child goes on behind it. A leak is noticed only at the
 * end of a batch, so the inputs of such a batch are run again one by one. */
#define _GNU_SOURCE /* asprintf, strsignal */
#include "tests/fuzz/input.h"
#include "tests/fuzz/mutate.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "engine/base/vec.h"

enum { BATCH = 50, MAX_JOBS = 64 };

typedef struct Options {
  u64 count, first, seed;
  u32 jobs, timeout;
  const char *save;
} Options;

/* ---- the corpus */

typedef struct Corpus {
  VEC(Text) at;
} Corpus;

static char *read_file(const char *path, u32 *len) {
  FILE *f = fopen(path, "rb");
  if (f == NULL) return NULL;
  StrBuf b = {0};
  char buf[4096];
  size_t n;
  while ((n = fread(buf, 1, sizeof buf, f)) > 0) sb_put(&b, buf, n);
  fclose(f);
  sb_put(&b, "", 0);
  *len = (u32)b.len;
  return b.at != NULL ? b.at : strdup("");
}

static bool ends_in(const char *s, const char *end) {
  size_t n = strlen(s), m = strlen(end);
  return n >= m && strcmp(s + n - m, end) == 0;
}

static void corpus_add(Corpus *c, const char *path);

static void corpus_add_folder(Corpus *c, const char *path) {
  struct dirent **names;
  int n = scandir(path, &names, NULL, alphasort); /* sorted: the same corpus, the same inputs */
  for (int i = 0; i < n; i++) {
    if (names[i]->d_name[0] != '.') {
      char *inner;
      if (asprintf(&inner, "%s/%s", path, names[i]->d_name) < 0) exit(2);
      corpus_add(c, inner);
      free(inner);
    }
    free(names[i]);
  }
  if (n >= 0) free(names);
}

static void corpus_add(Corpus *c, const char *path) {
  struct stat st;
  if (stat(path, &st) != 0) {
    fprintf(stderr, "fuzz: %s: %s\n", path, strerror(errno));
    exit(2);
  }
  if (S_ISDIR(st.st_mode)) {
    corpus_add_folder(c, path);
  } else if (ends_in(path, ".rs")) {
    u32 len = 0;
    char *text = read_file(path, &len);
    if (text != NULL) vec_push(&c->at, ((Text){strdup(path), text, len}));
  }
}

static void corpus_free(Corpus *c) {
  for (u32 i = 0; i < c->at.len; i++) {
    free((void *)c->at.at[i].name);
    free((void *)c->at.at[i].at);
  }
  vec_free(&c->at);
}

/* ---- a child and what it shares with us */

typedef struct Range {
  u64 first, end; /* of input numbers */
} Range;

typedef struct Shared {
  volatile u64 at; /* the number that the child is working on */
  FuzzStats stats;
} Shared;

typedef struct Slot {
  pid_t pid; /* 0: free */
  Range range;
  Shared *shared;
  u64 seen;      /* `at` when last looked at */
  time_t since;  /* and since when */
  bool was_hung; /* we killed it */
  char log[64];
} Slot;

typedef struct Fuzzer {
  Options opt;
  Corpus corpus;
  Slot slots[MAX_JOBS];
  VEC(Range) again; /* to be run before new numbers are */
  u64 next;         /* first number not yet handed out */
  u64 findings;
  FuzzStats total;
} Fuzzer;

static time_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec;
}

static _Noreturn void child_main(Fuzzer *f, Slot *s) {
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  int log = open(s->log, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (log >= 0) {
    dup2(log, STDERR_FILENO);
    dup2(log, STDOUT_FILENO);
    close(log);
  }
  StrBuf text = {0}, how = {0};
  for (u64 n = s->range.first; n < s->range.end; n++) {
    s->shared->at = n;
    fuzz_input(f->corpus.at.at, f->corpus.at.len, f->opt.seed, n, &text, &how);
    fuzz_run(sb_str(&text), (u32)text.len, &s->shared->stats);
  }
  s->shared->at = s->range.end;
  sb_free(&text);
  sb_free(&how);
  corpus_free(&f->corpus);
  vec_free(&f->again);
  exit(0); /* the leak check runs here */
}

static bool take_range(Fuzzer *f, Range *out) {
  if (f->again.len > 0) {
    *out = vec_pop(&f->again);
    return true;
  }
  u64 end = f->opt.first + f->opt.count;
  if (f->next >= end) return false;
  *out = (Range){f->next, f->next + BATCH < end ? f->next + BATCH : end};
  f->next = out->end;
  return true;
}

static void start(Fuzzer *f, Slot *s) {
  s->shared->at = s->range.first;
  s->seen = s->range.first;
  s->since = now();
  s->was_hung = false;
  fflush(NULL);
  s->pid = fork();
  if (s->pid < 0) {
    perror("fuzz: fork");
    exit(2);
  }
  if (s->pid == 0) child_main(f, s);
}

/* ---- findings */

static void copy_log(const Slot *s, const char *to) {
  u32 len = 0;
  char *text = read_file(s->log, &len);
  FILE *out = fopen(to, "wb");
  if (out != NULL) {
    fwrite(text != NULL ? text : "", 1, len, out);
    fclose(out);
  }
  free(text);
}

static void report(Fuzzer *f, const Slot *s, u64 number, int status) {
  StrBuf text = {0}, how = {0}, what = {0}, path = {0};
  if (s->was_hung) {
    sb_printf(&what, "no end after %u s", f->opt.timeout);
  } else if (WIFSIGNALED(status)) {
    sb_printf(&what, "signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
  } else {
    sb_printf(&what, "exit status %d", WEXITSTATUS(status));
  }
  fuzz_input(f->corpus.at.at, f->corpus.at.len, f->opt.seed, number, &text, &how);
  mkdir(f->opt.save, 0755);
  sb_printf(&path, "%s/%llu-%llu.rs", f->opt.save, (unsigned long long)f->opt.seed,
            (unsigned long long)number);
  FILE *out = fopen(sb_str(&path), "wb");
  if (out != NULL) {
    fwrite(sb_str(&text), 1, text.len, out);
    fclose(out);
  }
  printf("fuzz: input %llu of seed %llu (%s): %s; saved as %s\n", (unsigned long long)number,
         (unsigned long long)f->opt.seed, sb_str(&how), sb_str(&what), sb_str(&path));
  sb_puts(&path, ".log");
  copy_log(s, sb_str(&path));
  f->findings++;
  sb_free(&text);
  sb_free(&how);
  sb_free(&what);
  sb_free(&path);
}

static void finish(Fuzzer *f, Slot *s, int status) {
  u64 at = s->shared->at;
  s->pid = 0;
  if (!s->was_hung && WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  if (at < s->range.end) { /* died in the middle */
    report(f, s, at, status);
    if (at + 1 < s->range.end) vec_push(&f->again, ((Range){at + 1, s->range.end}));
  } else if (s->range.end - s->range.first == 1) { /* at the end, and there is one culprit only */
    report(f, s, s->range.first, status);
  } else {
    for (u64 n = s->range.end; n > s->range.first; n--) vec_push(&f->again, ((Range){n - 1, n}));
  }
}

static void watch(Fuzzer *f, Slot *s) {
  int status;
  pid_t got = waitpid(s->pid, &status, WNOHANG);
  if (got == s->pid) {
    finish(f, s, status);
  } else if (s->shared->at != s->seen) {
    s->seen = s->shared->at;
    s->since = now();
  } else if (now() - s->since > (time_t)f->opt.timeout) {
    s->was_hung = true;
    kill(s->pid, SIGKILL);
    waitpid(s->pid, &status, 0);
    finish(f, s, status);
  }
}

static void fuzz(Fuzzer *f) {
  f->next = f->opt.first;
  for (u32 i = 0; i < f->opt.jobs; i++) {
    Slot *s = &f->slots[i];
    s->shared =
        mmap(NULL, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (s->shared == MAP_FAILED) exit(2);
    snprintf(s->log, sizeof s->log, "/tmp/litmus-fuzz-%ld-%u.log", (long)getpid(), i);
  }
  for (bool busy = true; busy;) {
    busy = false;
    for (u32 i = 0; i < f->opt.jobs; i++) {
      Slot *s = &f->slots[i];
      if (s->pid != 0) watch(f, s);
      if (s->pid == 0 && take_range(f, &s->range)) start(f, s);
      busy |= s->pid != 0;
    }
    usleep(2000);
  }
  for (u32 i = 0; i < f->opt.jobs; i++) {
    Slot *s = &f->slots[i];
    const u64 *from = (const u64 *)&s->shared->stats;
    u64 *to = (u64 *)&f->total;
    for (u32 k = 0; k < sizeof(FuzzStats) / sizeof(u64); k++) to[k] += from[k];
    unlink(s->log);
    munmap(s->shared, sizeof(Shared));
  }
}

/* ---- the command */

static int run_files(char **paths, int n) {
  FuzzStats stats = {0};
  for (int i = 0; i < n; i++) {
    u32 len = 0;
    char *text = read_file(paths[i], &len);
    if (text == NULL) {
      fprintf(stderr, "fuzz: %s: %s\n", paths[i], strerror(errno));
      return 2;
    }
    fuzz_run(text, len, &stats);
    free(text);
  }
  printf("fuzz: %d files, %llu of their variants compile\n", n, (unsigned long long)stats.compiled);
  return 0;
}

static _Noreturn void usage(void) {
  fputs("usage: fuzz [--count N] [--first N] [--seed N] [--jobs N] [--timeout SECONDS]"
        " [--save DIR] PATH...\n       fuzz --run FILE...\n",
        stderr);
  exit(2);
}

int main(int argc, char **argv) {
  Fuzzer f = {.opt = {.count = 1000, .seed = 1, .jobs = 2, .timeout = 20, .save = "fuzz-crashes"}};
  if (argc > 1 && strcmp(argv[1], "--run") == 0) return run_files(argv + 2, argc - 2);
  for (int i = 1; i < argc; i++) {
    if (argv[i][0] != '-') {
      corpus_add(&f.corpus, argv[i]);
      continue;
    }
    const char *name = argv[i], *value = ++i < argc ? argv[i] : NULL;
    if (value == NULL) usage();
    if (strcmp(name, "--save") == 0) {
      f.opt.save = value;
      continue;
    }
    char *rest;
    u64 number = strtoull(value, &rest, 10);
    if (*value == '\0' || *rest != '\0') usage();
    if (strcmp(name, "--count") == 0)
      f.opt.count = number;
    else if (strcmp(name, "--first") == 0)
      f.opt.first = number;
    else if (strcmp(name, "--seed") == 0)
      f.opt.seed = number;
    else if (strcmp(name, "--jobs") == 0)
      f.opt.jobs = (u32)number;
    else if (strcmp(name, "--timeout") == 0)
      f.opt.timeout = (u32)number;
    else
      usage();
  }
  if (f.opt.jobs < 1 || f.opt.jobs > MAX_JOBS) usage();
  fuzz(&f);
  printf("fuzz: %llu inputs from %u files, seed %llu: %llu variants compiled, %llu explorations"
         " (%llu with UB), %llu refinement checks; %llu findings\n",
         (unsigned long long)f.opt.count, f.corpus.at.len, (unsigned long long)f.opt.seed,
         (unsigned long long)f.total.compiled, (unsigned long long)f.total.explored,
         (unsigned long long)f.total.with_ub, (unsigned long long)f.total.refined,
         (unsigned long long)f.findings);
  corpus_free(&f.corpus);
  vec_free(&f.again);
  return f.findings != 0;
}
