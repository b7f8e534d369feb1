/* The tests below some paths: files as they are named, directories searched for *.rs, sorted. Each
 * directory is entered once, so loops of symbolic links end. */
#ifndef LITMUS_RUN_WALK_H
#define LITMUS_RUN_WALK_H

#include "engine/base/arena.h"
#include "engine/base/strbuf.h"
#include "engine/base/vec.h"

typedef VEC(const char *) PathList;

/* Appends the files found to *out (strings in the arena; free with vec_free) and one line per path
 * that cannot be read to *errors. False if there was one. */
bool walk_tests(Arena *a, const char *const *paths, u32 n, PathList *out, StrBuf *errors);

#endif
