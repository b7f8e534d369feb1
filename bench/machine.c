/* bench-machine steps|paths|borrows FILE [MODEL]: explores one program inside this process, so that
 * only the machine (and for `paths` the oracle) is measured, not the start of a process or the
 * compiler. `borrows` counts what the model's aliasing discipline judges: retags and accesses.
 * Prints `count seconds count_per_second`, in processor time. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/mach/machine.h"
#include "litmus/rust/front.h"
#include "solver/smt.h"

/* Processor time: what else the machine is doing does not matter. */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static char *read_file(const char *path, size_t *len) {
  FILE *f = fopen(path, "rb");
  if (f == NULL) {
    perror(path);
    exit(2);
  }
  StrBuf b = {0};
  char buf[4096];
  size_t n;
  while ((n = fread(buf, 1, sizeof buf, f)) > 0) sb_put(&b, buf, n);
  fclose(f);
  *len = b.len;
  return b.at;
}

static Program *compile(Arena *arena, const char *path) {
  size_t len;
  char *text = read_file(path, &len);
  SourceMap *sources = arena_new(arena, SourceMap);
  source_init(sources, arena);
  u16 file = source_add(sources, path, text, len, false);
  free(text);
  Diags diags;
  diags_init(&diags, arena, sources);
  Program *p = rust_compile(arena, sources, file, NULL, 0, &diags);
  if (p == NULL) {
    StrBuf out = {0};
    diags_render(&diags, &out, false);
    fputs(sb_str(&out), stderr);
    exit(2);
  }
  return p;
}

/* ---- a discipline that counts what it passes on */

static const Aliasing *judge;
static u64 borrows;

static void count_access(Machine *m, Alloc *a, u64 off, u64 n, u32 tag, bool is_write) {
  borrows++;
  judge->on_access(m, a, off, n, tag, is_write);
}

static u32 count_retag(Machine *m, const Retag *r) {
  borrows++;
  return judge->on_retag(m, r);
}

int main(int argc, char **argv) {
  const Model *model = model_by_name(argc > 3 ? argv[3] : "alloc");
  if (argc < 3 || model == NULL) {
    fputs("usage: bench-machine steps|paths|borrows FILE [MODEL]\n", stderr);
    return 2;
  }
  bool paths = strcmp(argv[1], "paths") == 0, counts = strcmp(argv[1], "borrows") == 0;
  Aliasing counting = *(judge = model->aliasing);
  Model counted = *model;
  if (counts) {
    if (!judge->on_access || !judge->on_retag) {
      fprintf(stderr, "bench-machine: %s has no aliasing discipline\n", model->name);
      return 2;
    }
    counting.on_access = count_access;
    counting.on_retag = count_retag;
    counted.aliasing = &counting;
    model = &counted;
  }
  Arena *arena = arena_create();
  Exploration x = {.program = compile(arena, argv[2]),
                   .model = model,
                   .limits = limits_default(),
                   .entry = NO_FUNC};
  x.terms = terms_create();
  Smt *smt = smt_create(x.terms, x.limits.rlimit);
  x.oracle = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(smt));

  double begin = now();
  Behaviours *found = explore(&x, arena);
  double seconds = now() - begin;
  u64 n = paths ? found->paths : counts ? borrows : found->steps;
  printf("%llu %.3f %.0f\n", (unsigned long long)n, seconds, (double)n / seconds);
  bool whole = found->limits == 0;
  if (!whole) fprintf(stderr, "bench-machine: %s: a limit was hit\n", argv[2]);

  x.oracle->destroy(x.oracle);
  smt_destroy(smt);
  terms_destroy(x.terms);
  arena_destroy(arena);
  return whole ? 0 : 1;
}
