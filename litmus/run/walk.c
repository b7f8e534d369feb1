#include "litmus/run/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/diag.h"

typedef struct Inode {
  dev_t dev;
  ino_t ino;
} Inode;

typedef struct Walk {
  Arena *arena;
  PathList *out;
  StrBuf *errors;
  VEC(Inode) seen; /* directories entered and files found */
} Walk;

static bool seen_before(Walk *w, const struct stat *st) {
  for (u32 i = 0; i < w->seen.len; i++)
    if (w->seen.at[i].dev == st->st_dev && w->seen.at[i].ino == st->st_ino) return true;
  vec_push(&w->seen, ((Inode){st->st_dev, st->st_ino}));
  return false;
}

static void unreadable(Walk *w, const char *path, int error) {
  text_put(w->errors, path, false);
  sb_printf(w->errors, ": %s\n", strerror(error));
}

static bool is_test_name(const char *name) {
  size_t n = strlen(name);
  return n > 3 && !strcmp(name + n - 3, ".rs");
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void walk_path(Walk *w, const char *path, bool named);

static void walk_directory(Walk *w, const char *path) {
  DIR *dir = opendir(path);
  if (!dir) {
    unreadable(w, path, errno);
    return;
  }
  PathList names = {0};
  for (struct dirent *e; (e = readdir(dir));)
    if (e->d_name[0] != '.') vec_push(&names, arena_strdup(w->arena, e->d_name));
  closedir(dir);
  if (names.len) qsort(names.at, names.len, sizeof *names.at, by_name);
  size_t n = strlen(path);
  const char *slash = n && path[n - 1] == '/' ? "" : "/";
  for (u32 i = 0; i < names.len; i++)
    walk_path(w, arena_printf(w->arena, "%s%s%s", path, slash, names.at[i]), false);
  vec_free(&names);
}

/* `named`: given by the user, so it is taken whatever it is called and must be there. */
static void walk_path(Walk *w, const char *path, bool named) {
  struct stat st;
  if (stat(path, &st) < 0) {
    if (named || errno != ENOENT) unreadable(w, path, errno); /* else: a dangling link */
  } else if (S_ISDIR(st.st_mode)) {
    if (!seen_before(w, &st)) walk_directory(w, path);
  } else if (named ? S_ISREG(st.st_mode) || S_ISCHR(st.st_mode)
                   : S_ISREG(st.st_mode) && is_test_name(path)) {
    if (!seen_before(w, &st)) vec_push(w->out, path);
  } else if (named) {
    text_put(w->errors, path, false);
    sb_puts(w->errors, ": neither a file nor a directory\n");
  }
}

bool walk_tests(Arena *a, const char *const *paths, u32 n, PathList *out, StrBuf *errors) {
  Walk w = {.arena = a, .out = out, .errors = errors};
  size_t before = errors->len;
  for (u32 i = 0; i < n; i++) walk_path(&w, arena_strdup(a, paths[i]), true);
  vec_free(&w.seen);
  return errors->len == before;
}
