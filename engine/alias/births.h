/* Where the pointers into allocations came from: collected by recorders for those who tell about
 * tags. */
#ifndef LITMUS_ALIAS_BIRTHS_H
#define LITMUS_ALIAS_BIRTHS_H

#include "engine/base/vec.h"
#include "engine/mach/recorder.h"

/* A retag. */
typedef struct Birth {
  u32 tag, parent;
  const char *type, *mode; /* as in RECORD_RETAG */
  const char *name;        /* free for the user: {NULL} */
  Span span;
  const Function *fn; /* as in Record */
  u64 off, n;         /* what it points to */
} Birth;

typedef struct Births {
  VEC(Birth) at; /* by tag */
  u32 cut;       /* tags up to here were forgotten: there were too many */
  u32 forgotten; /* how many */
} Births;

void births_add(Births *b, const Record *retag);
const Birth *births_find(const Births *b, u32 tag); /* or NULL */
void births_free(Births *b);

#endif
