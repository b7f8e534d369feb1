/* The parent polls the pipes of its children. A child has two: records, and what it writes to
 * standard error (a sanitizer's report, an assertion), of which the end is kept for the report. */
#define _GNU_SOURCE /* pipe2, CPU_COUNT */
#include "litmus/run/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/base/memory.h"
#include "litmus/report/wire.h"
#include "litmus/run/session.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifndef HAS_ASAN
#define HAS_ASAN 0
#endif

enum { LOG_KEPT = 4096, RECORD_LIMIT = 256 << 20 };

typedef struct Child {
  pid_t pid; /* 0: free slot */
  u32 job;
  int out, err; /* -1 once at their end */
  StrBuf record, log;
  u64 start, deadline;
  bool timed_out, too_much;
} Child;

/* ---- in the child */

static void limit_resource(int which, u64 value) {
  struct rlimit r = {value, value};
  if (which == RLIMIT_CPU) r.rlim_max = value + 1; /* SIGXCPU first, SIGKILL a second later */
  (void)setrlimit((__rlimit_resource_t)which, &r);
}

static void apply_limits(const WorkerLimits *l) {
  if (l->mebibytes && !HAS_ASAN) limit_resource(RLIMIT_AS, l->mebibytes << 20);
  if (l->seconds) limit_resource(RLIMIT_CPU, l->seconds + 1);
  limit_resource(RLIMIT_CORE, 0);
}

static bool write_all(int fd, const char *s, size_t n) {
  while (n) {
    ssize_t w = write(fd, s, n);
    if (w < 0 && errno == EINTR) continue;
    if (w <= 0) return false;
    s += w;
    n -= (size_t)w;
  }
  return true;
}

static _Noreturn void child_main(const WorkerPool *pool, u32 job, int out, int err, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  dup2(err, STDERR_FILENO);
  close(err);
  apply_limits(&pool->limits);
  Arena *arena = arena_create();
  ResultRec rec = {0};
  pool->work(pool->self, job, arena, &rec);
  StrBuf bytes = {0};
  result_encode(&rec, &bytes);
  _exit(write_all(out, bytes.at, bytes.len) ? 0 : 1);
}

/* ---- in the parent */

static int make_pipe(int fds[2]) {
  if (pipe2(fds, O_CLOEXEC) < 0) return -1;
  fcntl(fds[0], F_SETFL, O_NONBLOCK);
  return 0;
}

static bool start(const WorkerPool *pool, Child *c, u32 job) {
  int out[2], err[2];
  if (make_pipe(out) < 0) return false;
  if (make_pipe(err) < 0) {
    close(out[0]), close(out[1]);
    return false;
  }
  pid_t parent = getpid();
  fflush(NULL); /* nothing of ours is to be written twice */
  pid_t pid = fork();
  if (pid == 0) child_main(pool, job, out[1], err[1], parent);
  close(out[1]), close(err[1]);
  if (pid < 0) {
    close(out[0]), close(err[0]);
    return false;
  }
  *c = (Child){.pid = pid, .job = job, .out = out[0], .err = err[0], .start = clock_us()};
  c->deadline = pool->limits.seconds ? c->start + pool->limits.seconds * 1000000 : 0;
  return true;
}

/* Takes what there is; closes at the end of the stream. */
static void drain(int *fd, StrBuf *into) {
  char buf[65536];
  while (*fd >= 0) {
    ssize_t n = read(*fd, buf, sizeof buf);
    if (n > 0) {
      sb_put(into, buf, (size_t)n);
      return; /* the poll comes back when there is more */
    }
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EAGAIN) return;
    close(*fd);
    *fd = -1;
  }
}

static void keep_last(StrBuf *log) {
  if (log->len <= 2 * LOG_KEPT) return;
  memmove(log->at, log->at + log->len - LOG_KEPT, LOG_KEPT);
  log->len = LOG_KEPT;
}

/* Z3 ends in its own ways when memory is refused. A worker that died with most of its limit in use
 * is taken to have died of it: the limit is on addresses, of which not all are ever touched. */
static bool died_of_memory(const WorkerPool *pool, int status, const struct rusage *used) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_OUT_OF_MEMORY) return true;
  u64 limit_kib = pool->limits.mebibytes * 1024;
  return limit_kib && (u64)used->ru_maxrss > limit_kib / 10 * 6;
}

static const char *describe_death(Arena *a, const Child *c, const WorkerPool *pool, int status,
                                  const struct rusage *used, WorkerEnd *end) {
  bool xcpu = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
  if (c->timed_out || xcpu) {
    *end = WORKER_TIMEOUT;
    return arena_printf(a, "did not end within %llu s", (unsigned long long)pool->limits.seconds);
  }
  if (c->too_much) {
    *end = WORKER_MEMORY;
    return "the report is too big";
  }
  if (died_of_memory(pool, status, used)) {
    *end = WORKER_MEMORY;
    return arena_printf(a, "needs more than %llu MiB of memory",
                        (unsigned long long)pool->limits.mebibytes);
  }
  *end = WORKER_CRASHED;
  if (WIFSIGNALED(status))
    return arena_printf(a, "crashed: signal %d (%s)", WTERMSIG(status),
                        strsignal(WTERMSIG(status)));
  return arena_printf(a, "ended without a result: exit status %d", WEXITSTATUS(status));
}

static WorkerResult finish(const WorkerPool *pool, Child *c, Arena *arena) {
  int status = 0;
  struct rusage used = {0};
  while (wait4(c->pid, &status, 0, &used) < 0 && errno == EINTR) {
  }
  WorkerResult r = {.job = c->job, .us = clock_us() - c->start};
  bool clean = WIFEXITED(status) && WEXITSTATUS(status) == 0 && !c->too_much;
  if (!clean || !result_decode(sb_str(&c->record), c->record.len, arena, &r.rec)) {
    r.rec = (ResultRec){0};
    r.why = describe_death(arena, c, pool, status, &used, &r.end);
  }
  if (c->log.len) {
    size_t skip = c->log.len > LOG_KEPT ? c->log.len - LOG_KEPT : 0;
    r.log = arena_strndup(arena, c->log.at + skip, c->log.len - skip);
  }
  sb_free(&c->record);
  sb_free(&c->log);
  *c = (Child){.out = -1, .err = -1};
  return r;
}

static void stop_all(Child *children, u32 n) {
  for (u32 i = 0; i < n; i++) {
    Child *c = &children[i];
    if (!c->pid) continue;
    kill(c->pid, SIGKILL);
    while (waitpid(c->pid, NULL, 0) < 0 && errno == EINTR) {
    }
    if (c->out >= 0) close(c->out);
    if (c->err >= 0) close(c->err);
    sb_free(&c->record), sb_free(&c->log);
    c->pid = 0;
  }
}

/* Signals that end the run are blocked and read from a descriptor, like everything else. */
static int signals_hold(sigset_t *before) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGHUP);
  sigprocmask(SIG_BLOCK, &ending, before);
  return signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void signals_release(int fd, const sigset_t *before) {
  if (fd >= 0) close(fd);
  sigprocmask(SIG_SETMASK, before, NULL);
}

static int signal_caught(int fd) {
  struct signalfd_siginfo info;
  return fd >= 0 && read(fd, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

static void wait_for_news(Child *children, u32 n, struct pollfd *fds, int signals) {
  u64 now = clock_us(), until = 0;
  u32 nfds = 0;
  if (signals >= 0) fds[nfds++] = (struct pollfd){.fd = signals, .events = POLLIN};
  for (u32 i = 0; i < n; i++) {
    const Child *c = &children[i];
    if (!c->pid) continue;
    if (c->out >= 0) fds[nfds++] = (struct pollfd){.fd = c->out, .events = POLLIN};
    if (c->err >= 0) fds[nfds++] = (struct pollfd){.fd = c->err, .events = POLLIN};
    if (c->deadline && (!until || c->deadline < until)) until = c->deadline;
  }
  u64 ms = until > now ? (until - now + 999) / 1000 : 0;
  (void)poll(fds, nfds, !until ? -1 : ms < 60000 ? (int)ms : 60000);
}

/* Reads, and kills what is over its limits; true when the child has nothing more to say. */
static bool attend(Child *c) {
  drain(&c->out, &c->record);
  drain(&c->err, &c->log);
  keep_last(&c->log);
  if (c->record.len > RECORD_LIMIT && !c->too_much) {
    c->too_much = true;
    kill(c->pid, SIGKILL);
  }
  if (c->deadline && !c->timed_out && clock_us() >= c->deadline) {
    c->timed_out = true;
    c->deadline = 0;
    kill(c->pid, SIGKILL);
  }
  return c->out < 0 && c->err < 0;
}

static WorkerResult not_started(Arena *arena, u32 job) {
  return (WorkerResult){.job = job,
                        .end = WORKER_CRASHED,
                        .why = arena_printf(arena, "cannot start a worker: %s", strerror(errno))};
}

bool workers_run(const WorkerPool *pool, Arena *arena, int *signal_out) {
  u32 width = pool->width ? pool->width : 1, next = 0, running = 0;
  Child *children = memory_alloc_zeroed(width, sizeof *children);
  struct pollfd *fds = memory_alloc_zeroed(2 * width + 1, sizeof *fds);
  sigset_t before;
  int signals = signals_hold(&before), caught = 0;
  while ((next < pool->njobs || running) && !(caught = signal_caught(signals))) {
    for (u32 i = 0; i < width && next < pool->njobs; i++) {
      if (children[i].pid) continue;
      u32 job = next++;
      if (start(pool, &children[i], job)) {
        running++;
        continue;
      }
      WorkerResult r = not_started(arena, job);
      pool->done(pool->self, &r, arena);
    }
    if (!running) continue;
    wait_for_news(children, width, fds, signals);
    for (u32 i = 0; i < width; i++) {
      if (!children[i].pid || !attend(&children[i])) continue;
      WorkerResult r = finish(pool, &children[i], arena);
      running--;
      pool->done(pool->self, &r, arena);
    }
  }
  stop_all(children, width);
  signals_release(signals, &before);
  free(children);
  free(fds);
  *signal_out = caught;
  return caught == 0;
}

typedef struct One {
  const WorkerPool *pool;
  WorkerResult result;
} One;

static void one_work(void *self, u32 i, Arena *arena, ResultRec *out) {
  const One *one = self;
  one->pool->work(one->pool->self, i, arena, out);
}

static void one_done(void *self, const WorkerResult *r, Arena *arena) {
  (void)arena;
  ((One *)self)->result = *r;
}

WorkerResult worker_run_one(const WorkerPool *pool, Arena *arena, int *signal_out) {
  One one = {.pool = pool};
  WorkerPool single = {.njobs = 1,
                       .width = 1,
                       .limits = pool->limits,
                       .self = &one,
                       .work = one_work,
                       .done = one_done};
  one.result.end = WORKER_CRASHED;
  one.result.why = "interrupted";
  workers_run(&single, arena, signal_out);
  return one.result;
}

u32 workers_default_width(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0)
    return (u32)CPU_COUNT(&set);
  long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n > 0 ? (u32)n : 1;
}
