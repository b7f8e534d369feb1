/* One execution, told step by step: what each statement of the user's code did to memory and to the
 * borrows, and the state after it. A step is one statement of the source executed once, or a part
 * of it between two calls into user code; the library's own steps belong to the statement that
 * called it.
 *
 * A tape is plain data: strings, numbers, places. Its states are kept as changes of the one before,
 * and equal cells are kept once. */
#ifndef LITMUS_EXPLAIN_TAPE_H
#define LITMUS_EXPLAIN_TAPE_H

#include "engine/mach/explore.h"
#include "engine/mem/aliasing.h"
#include "litmus/explain/segment.h"
#include "litmus/report/record.h"

/* ---- what happened */

typedef enum HappenKind {
#define HAPPEN(code, name) HAPPEN_##code,
#include "litmus/explain/happen.def"
#undef HAPPEN
  HAPPEN_COUNT
} HappenKind;
const char *happen_name(HappenKind k); /* stable: JSON */

typedef struct Happening {
  HappenKind kind;
  const char *text;    /* in words */
  const char *library; /* the library function in which it happened, or NULL */
  u32 times;           /* in a row */
  /* for programs; serial 0: about no allocation */
  u32 serial;
  u64 off, n;
  u32 tag, parent;
} Happening;

/* ---- the state */

/* One pointer in the borrow stack or tree of some bytes. */
typedef struct TapeItem {
  u32 tag, parent, depth;
  const char *name;  /* "`r`", or "<7>" when no variable holds it */
  const char *about; /* "&mut i32, line 3", or "" */
  const char *perm, *full;
  bool accessed, exposed, is_protected, is_strong;
} TapeItem;

typedef struct TapeRange {
  u32 index; /* in Tape.ranges */
  u64 lo, hi;
  u32 nitems;
  const TapeItem *items;
  u32 omitted;       /* of many, those that no pointer in memory has any more */
  u32 unknown_below; /* see AliasRange */
} TapeRange;

typedef struct TapeBorrow {
  u32 index; /* in Tape.borrows */
  bool is_tree;
  u32 nranges;
  const TapeRange *const *ranges;
  u32 omitted; /* ranges */
} TapeBorrow;

typedef enum CellPlace { CELL_VARIABLE, CELL_TEMPORARY, CELL_HEAP, CELL_STATIC } CellPlace;
const char *cell_place_name(CellPlace p);

/* An allocation in some state. */
typedef struct TapeCell {
  u32 serial;
  CellPlace place;
  u32 frame;        /* VARIABLE, TEMPORARY: the call it belongs to, an index into Tape.calls */
  const char *name; /* "x", "heap#2" */
  const char *type; /* "" if not known */
  const char *value;
  u64 size;
  const TapeBorrow *borrow; /* NULL: only the owner has a pointer to it */
} TapeCell;

typedef struct TapeChange {
  u32 serial;
  u32 cell; /* index into Tape.cells; GONE */
} TapeChange;
#define CELL_GONE UINT32_MAX

/* A call of a user's function. */
typedef struct TapeCall {
  u32 parent; /* index of the caller; itself: none */
  const char *fn;
  u32 depth; /* calls of user functions below it */
} TapeCall;

typedef struct TapeStep {
  u64 number; /* 1.. in the execution */
  Span span;
  PlaceRec at;
  u32 end_line, end_col; /* of the span's end, exclusive */
  u32 segment;           /* the statement: aligns the tapes of two models */
  u32 call;              /* index into Tape.calls; the innermost frame */
  LIST(Happening) happened;
  u32 more_happened; /* left out */
  bool is_base;      /* not asked for: kept so that the next one shows what is different */
  LIST(TapeChange) changes;
} TapeStep;

typedef struct Tape {
  Arena *arena;
  const char *model;
  u32 outcome, noutcomes; /* 1.. */
  BehaviourRec ending;
  LIST(TapeCell) cells;
  LIST(const TapeRange *) ranges;
  LIST(const TapeBorrow *) borrows;
  LIST(TapeCall) calls;
  LIST(TapeStep) steps; /* by number; those that were asked for */
  u64 total;            /* steps of the execution */
} Tape;

/* Steps to keep: numbers first .. last of each interval, and as a base the one before it. */
typedef struct TapeWindow {
  struct {
    u64 first, last;
  } at[3];
  u32 n;
} TapeWindow;

/* Runs the path of a behaviour again and records it. The ending is left for the caller to fill. */
void tape_record(Tape *t, Arena *arena, const Exploration *x, const Given *given,
                 const Behaviour *b, const Segments *segments, const TapeWindow *keep);
/* The number of its steps, without keeping any. */
u64 tape_length(const Exploration *x, const Given *given, const Behaviour *b,
                const Segments *segments);

/* ---- reading it */

/* The state after a step: cells by serial. tape_state_start is before the first step; each
 * tape_state_step applies the changes of the next one. */
typedef struct TapeState {
  VEC(TapeChange) at; /* sorted by serial; none GONE */
} TapeState;
void tape_state_step(TapeState *s, const TapeStep *step);
const TapeCell *tape_state_cell(const Tape *t, const TapeState *s, u32 serial); /* or NULL */
void tape_state_free(TapeState *s);

/* Is this item new in its range, or has it another permission or protector than in `before` (NULL:
 * there was no state)? Returns the item before, or NULL; *changed says so. */
const TapeItem *tape_item_before(const TapeBorrow *before, u64 lo, const TapeItem *item,
                                 bool *changed);

/* The first step at which two tapes part: its position in both (the same), or false if they do the
 * same to the end. */
bool tapes_part(const Tape *a, const Tape *b, u64 *number);

#endif
