/* Watching a run. The machine runs every path without one; to tell why something happened, or to
 * step through an execution, the same path is run again with a recorder (explore.h, rerun). So
 * nobody pays for a history that nobody reads. */
#ifndef LITMUS_MACH_RECORDER_H
#define LITMUS_MACH_RECORDER_H

#include "engine/ir/ir.h"
#include "engine/mem/memory.h"

struct Machine;

typedef enum RecordKind {
  RECORD_STEP,      /* a statement or terminator is about to be executed: span, fn */
  RECORD_ALLOC,     /* alloc came to life; tag: its root tag */
  RECORD_DEALLOC,   /* alloc died, through tag */
  RECORD_READ,      /* [off, off+n) of alloc through tag; before the aliasing discipline judges */
  RECORD_WRITE,     /* the same */
  RECORD_RETAG,     /* a new pointer `tag` to [off, off+n) made from `parent`; text: "&mut i32",
                       text2: the mode ("at function entry", ..) */
  RECORD_PERM,      /* the permission of `tag` at [off, off+n) changed from `text` to `text2`;
                       text2 NULL: the item was removed; text NULL: it was added. The access that did
                       it is the last READ, WRITE, RETAG, DEALLOC or RETURN before */
  RECORD_PROTECT,   /* `tag` is protected from now on; text: "strong" or "weak" */
  RECORD_UNPROTECT, /* its protector ends */
  RECORD_EXPOSE,    /* `tag` was exposed */
  RECORD_CALL,      /* a frame was pushed: fn; its arguments are stored next */
  RECORD_RETURN,    /* the frame is about to be popped, normally or by unwinding */
  RECORD_EVENT,     /* something observable happened: the last one of m->events */
  RECORD_END        /* the path has ended: m->end */
} RecordKind;

typedef struct Record {
  RecordKind kind;
  Alloc
      *alloc; /* Alloc.serial tells allocations apart; the pointer is valid during the call only */
  u64 off, n;
  u32 tag, parent;
  const char *text, *text2; /* live as long as the path's arena, or for ever */
  /* filled by mach_record: */
  Span span;          /* the place to blame: in the user's code */
  Span real_span;     /* the statement's own place, maybe in the library */
  u32 depth;          /* frames on the stack */
  const Function *fn; /* of the innermost frame; NULL if none */
} Record;

typedef struct Recorder {
  void (*record)(struct Recorder *self, struct Machine *m, const Record *r);
} Recorder;

/* Tells the machine's recorder; call it only if there is one: `if (m->recorder) mach_record(..)`.
 */
void mach_record(struct Machine *m, Record r);

#endif
