/* Memory from the system, or the end of the process. */
#include "engine/base/memory.h"

#include <stdlib.h>
#include <unistd.h>

/* No stdio and no exit handlers: both may want memory themselves. */
_Noreturn void memory_exhausted(void) {
  static const char text[] = "litmus: out of memory\n";
  if (write(STDERR_FILENO, text, sizeof text - 1) < 0) { /* nobody is left to tell */
  }
  _exit(EXIT_OUT_OF_MEMORY);
}

void *memory_alloc(size_t size) {
  void *p = malloc(size ? size : 1);
  if (!p) memory_exhausted();
  return p;
}

void *memory_alloc_zeroed(size_t count, size_t size) {
  void *p = calloc(count ? count : 1, size ? size : 1);
  if (!p) memory_exhausted();
  return p;
}

void *memory_resize(void *at, size_t size) {
  void *p = realloc(at, size ? size : 1);
  if (!p) memory_exhausted();
  return p;
}
