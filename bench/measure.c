/* measure [-n TIMES] [-o FILE] COMMAND ARG...: runs a command TIMES times with its output thrown
 * away (or the last one's in FILE) and prints `median_ms min_ms max_rss_kib status`: wall time from
 * fork to reaped, and the largest resident set of the command and of all its children. Links
 * nothing, so that its own memory does not show in theirs. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double run_once(char **argv, const char *output, long *max_rss, int *status) {
  double begin = now_ms();
  pid_t pid = fork();
  if (pid < 0) {
    perror("measure: fork");
    exit(2);
  }
  if (pid == 0) {
    int null = open("/dev/null", O_RDWR);
    int out = output ? open(output, O_WRONLY | O_CREAT | O_TRUNC, 0666) : null;
    if (out < 0) _exit(126);
    dup2(null, 0), dup2(out, 1), dup2(null, 2);
    execvp(argv[0], argv);
    _exit(127);
  }
  struct rusage use;
  while (wait4(pid, status, 0, &use) < 0 && errno == EINTR) {
  }
  if (use.ru_maxrss > *max_rss) *max_rss = use.ru_maxrss;
  return now_ms() - begin;
}

int main(int argc, char **argv) {
  int times = 1, at = 1;
  const char *output = NULL;
  for (; at + 1 < argc && argv[at][0] == '-'; at += 2) {
    if (strcmp(argv[at], "-n") == 0)
      times = atoi(argv[at + 1]);
    else if (strcmp(argv[at], "-o") == 0)
      output = argv[at + 1];
    else
      times = 0;
  }
  if (at >= argc || times < 1) {
    fputs("usage: measure [-n TIMES] [-o FILE] COMMAND ARG...\n", stderr);
    return 2;
  }
  double *ms = malloc(sizeof *ms * (size_t)times);
  if (ms == NULL) return 2;
  long max_rss = 0;
  int status = 0;
  for (int i = 0; i < times; i++) ms[i] = run_once(argv + at, output, &max_rss, &status);
  qsort(ms, (size_t)times, sizeof *ms, by_value);
  printf("%.2f %.2f %ld %d\n", ms[times / 2], ms[0], max_rss,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  free(ms);
  return 0;
}
