/* From a path to the text of a program. Nothing bigger than the limit is read, whatever the path
 * names: a disk image and /dev/zero are refused after the first mebibyte. */
#ifndef LITMUS_RUN_LOAD_H
#define LITMUS_RUN_LOAD_H

#include "engine/base/arena.h"

enum { SOURCE_LIMIT = 1 << 20 };

typedef enum LoadStatus {
  LOAD_OK,
  LOAD_UNREADABLE, /* missing, a directory, no permission */
  LOAD_TOO_BIG,
  LOAD_NOT_TEXT /* a NUL byte or not UTF-8 */
} LoadStatus;

typedef struct Loaded {
  LoadStatus status;
  const char *text;
  size_t len;
  const char *error; /* one line that names the path; NULL when OK */
} Loaded;

/* "-" is standard input. */
Loaded source_load(Arena *a, const char *path);

#endif
