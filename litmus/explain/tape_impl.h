/* What the files that record a tape share. */
#ifndef LITMUS_EXPLAIN_TAPE_IMPL_H
#define LITMUS_EXPLAIN_TAPE_IMPL_H

#include "engine/alias/births.h"
#include "engine/base/intern.h"
#include "engine/mach/machine.h"
#include "litmus/explain/tape.h"
#include "litmus/explain/value.h"

/* A frame of the machine, as the tape sees it. */
typedef struct Callee {
  u32 call;     /* index into Tape.calls; of the library's: that of its user */
  bool is_user; /* a function of the program */
} Callee;

/* A live variable of the user's code. */
typedef struct Variable {
  Alloc *a;
  const char *name; /* NULL: a temporary */
  TypeId ty;
  u32 call;
} Variable;

/* The variable that holds a pointer with this tag. */
typedef struct Holder {
  u32 alloc, tag; /* id */
  u32 order;      /* the first one counts */
  const char *name;
} Holder;

/* What a heap allocation was seen to hold. */
typedef struct Seen {
  u32 serial;
  TypeId ty;
} Seen;

/* A record as it came; put into words when the step is over. */
typedef struct Raw {
  Record r;
  u32 id, serial;       /* of its allocation */
  const char *alloc;    /* its name */
  const char *tag_name; /* of the tag, if a variable held it then */
  const char *parent_name;
  const char *text; /* CALL, RETURN, EVENT: what to say */
  const char *library;
} Raw;

typedef struct Recording {
  Recorder recorder; /* first */
  Tape *tape;
  Arena *arena;   /* of the tape */
  Arena *scratch; /* of this step's state */
  Machine *m;
  const SourceMap *sources;
  const Segments *segments;
  const TapeWindow *keep; /* NULL: only count */
  u64 number;             /* of the current step; 0: none yet */
  bool is_kept;           /* the current step is */
  bool something;         /* .. happened in it */
  u32 dying;              /* serial of the allocation whose end was the last record; 0: none */
  Births births;
  VEC(Callee) callees; /* parallel to the machine's frames */
  /* the current step */
  u32 call, segment, nframes;
  Span span;
  bool has_span;
  VEC(u64) visited; /* statements of the user's frame that it executed */
  VEC(Raw) raws;
  u32 nlibrary; /* of them, inside the library */
  u32 more_raws;
  u32 nevents, nfrags; /* seen so far */
  /* the state */
  VEC(Variable) variables;
  VEC(Holder) holders;
  VEC(Seen) seen;
  VEC(Prov) pointers; /* that are somewhere in memory, sorted */
  Interner *cell_keys, *range_keys, *borrow_keys;
  VEC(u32) cell_of_key;                  /* by Sym: index of the cell + 1 */
  VEC(const TapeRange *) range_of_key;   /* by Sym */
  VEC(const TapeBorrow *) borrow_of_key; /* by Sym */
  VEC(TapeChange) state, fresh;          /* after the last kept step; being made */
} Recording;

enum {
  RAWS_KEPT = 80,    /* happenings of one step .. */
  LIBRARY_KEPT = 60, /* .. and those inside the library */
  FRAMES_SHOWN = 64, /* of very deep recursion, the outermost and the innermost */
  ITEMS_FEW = 24,    /* items of a stack or tree that are all shown */
  ITEMS_SHOWN = 100, /* of more, at most so many */
  RANGES_SHOWN = 64  /* of one allocation */
};

/* state.c: lists the variables and what holds which tag; captures the state after the step. */
void state_look(Recording *rec);
void state_capture(Recording *rec, TapeStep *step);
/* The name of an allocation: "x", "Box#2", "temp#3". Kept in the path's arena. */
const char *state_alloc_name(Recording *rec, const Alloc *a);
/* "`r`", or NULL: the root's name is the variable's own. */
const char *state_holder(Recording *rec, const Alloc *a, u32 tag);
/* "&mut i32, line 3, at function entry", or "". */
const char *state_about(Recording *rec, u32 tag);
/* Is this a variable of the user's code, or memory that everybody sees? */
bool state_is_shown(const Recording *rec, const Alloc *a);

/* words.c: puts the records of a step into words. */
void words_of_step(Recording *rec, TapeStep *step);

#endif
