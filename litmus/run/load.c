#include "litmus/run/load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/memory.h"
#include "litmus/report/json.h"

static Loaded fail(LoadStatus status, const char *error) {
  return (Loaded){.status = status, .error = error};
}

/* Reads up to `cap` bytes; -1 and errno on failure. */
static ssize_t read_up_to(int fd, char *buf, size_t cap) {
  size_t len = 0;
  while (len < cap) {
    ssize_t n = read(fd, buf + len, cap - len);
    if (n == 0) break;
    if (n > 0)
      len += (size_t)n;
    else if (errno != EINTR)
      return -1;
  }
  return (ssize_t)len;
}

/* What is not text, and on which line; NULL when all is well. */
static const char *not_text(Arena *a, const char *name, const char *s, size_t n) {
  u32 line = 1;
  for (size_t i = 0; i < n;) {
    u32 len = s[i] ? utf8_sequence(s + i, n - i) : 0;
    if (len == 0)
      return arena_printf(a, "%s:%u: %s (byte %zu): not the text of a program", name, line,
                          s[i] ? "invalid UTF-8" : "a NUL byte", i);
    line += s[i] == '\n';
    i += len;
  }
  return NULL;
}

/* The size at first sight saves allocating and reading; what is read decides all the same. */
static size_t room_for(int fd) {
  struct stat st;
  if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode)) return SOURCE_LIMIT + 1;
  return st.st_size < SOURCE_LIMIT ? (size_t)st.st_size + 1 : SOURCE_LIMIT + 1;
}

Loaded source_load(Arena *a, const char *path) {
  bool is_stdin = !strcmp(path, "-");
  const char *name = is_stdin ? "<stdin>" : path;
  int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) return fail(LOAD_UNREADABLE, arena_printf(a, "%s: %s", name, strerror(errno)));

  size_t cap = is_stdin ? SOURCE_LIMIT + 1 : room_for(fd);
  char *buf = memory_alloc(cap + 1);
  ssize_t n = read_up_to(fd, buf, cap);
  if (n == (ssize_t)cap && cap <= SOURCE_LIMIT) { /* grew while we looked */
    buf = memory_resize(buf, SOURCE_LIMIT + 2);
    ssize_t more = read_up_to(fd, buf + n, SOURCE_LIMIT + 1 - (size_t)n);
    n = more < 0 ? -1 : n + more;
  }
  int error = errno;
  if (!is_stdin) close(fd);

  Loaded out;
  if (n < 0) {
    out = fail(LOAD_UNREADABLE, arena_printf(a, "%s: %s", name, strerror(error)));
  } else if (n > SOURCE_LIMIT) {
    out = fail(LOAD_TOO_BIG, arena_printf(a, "%s: more than %d bytes: too big for a litmus test",
                                          name, SOURCE_LIMIT));
  } else {
    const char *why = not_text(a, name, buf, (size_t)n);
    out = why ? fail(LOAD_NOT_TEXT, why)
              : (Loaded){LOAD_OK, arena_strndup(a, buf, (size_t)n), (size_t)n, NULL};
  }
  free(buf);
  return out;
}
