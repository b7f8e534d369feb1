/* What a program may do: behaviours, each a trace of events and an ending. */
#ifndef LITMUS_MACH_BEHAVIOUR_H
#define LITMUS_MACH_BEHAVIOUR_H

#include "engine/base/arena.h"
#include "engine/base/source.h"
#include "engine/base/vec.h"
#include "engine/term/term.h"

typedef enum UbCode {
  UB_NONE,
#define UB(code, name, summary) UB_##code,
#include "engine/mach/ub.def"
#undef UB
  UB_COUNT
} UbCode;
const char *ub_name(UbCode c);    /* "out-of-bounds": stable, used by corpus and JSON */
const char *ub_summary(UbCode c); /* one sentence */
bool ub_is_borrow(UbCode c);      /* found by the aliasing discipline */

/* Limits that can end a path or spoil exhaustiveness. Names are stable. */
typedef enum LimitCode {
#define LIMIT(code, name, summary) LIMIT_##code,
#include "engine/mach/limit.def"
#undef LIMIT
  LIMIT_COUNT
} LimitCode;
const char *limit_name(LimitCode c);
const char *limit_summary(LimitCode c);

typedef enum EndKind {
  END_RETURN, /* main returned */
  END_EXIT,   /* process::exit(code) */
  END_PANIC,  /* message in `reason` */
  END_ABORT,
  END_UB,
  END_LIMIT,      /* the path ran into a limit: what comes after is unknown */
  END_EXCLUDED,   /* the inputs are such as litmus::assume leaves out */
  END_UNSUPPORTED /* the path reached something that the machine does not know: `reason` */
} EndKind;
const char *end_name(
    EndKind k); /* "return", "exit", "panic", "abort", "ub", "limit", "excluded", "unsupported" */

typedef enum EventKind {
  EVENT_STDOUT,
  EVENT_STDERR,
  EVENT_VOLATILE_READ,
  EVENT_VOLATILE_WRITE,
  EVENT_RESULT, /* what a function checked by itself returns .. */
  EVENT_MEMORY  /* .. and what it leaves in memory that its caller can look at */
} EventKind;

typedef enum FragFormat {
  FRAG_DEC,
  FRAG_DEC_SIGNED,
  FRAG_HEX,
  FRAG_HEX_PREFIX,
  FRAG_BIN,
  FRAG_OCT,
  FRAG_FLOAT, /* {} of f32 or f64, by the width */
  FRAG_FLOAT_DEBUG
} FragFormat;

/* Up to 16 bytes that a caller can look at: a scalar of a result or of memory. */
typedef struct Leaf {
  u32 n;             /* bytes */
  Term whole;        /* 8n bits, if all are initialised; else 0, and: */
  const Term *bytes; /* 8 bits each, 0 = uninitialised */
  const char *owner; /* a pointer: whose provenance it has, as the caller knows it; NULL: none */
} Leaf;

/* A piece of an event: text, or the value of a term (not a constant) in a number format, or a
 * leaf (constant or not). */
typedef struct Frag {
  const char *text; /* NULL: term or leaf */
  u32 len;
  Term term;
  FragFormat format;
  const Leaf *leaf; /* NULL: text or term */
} Frag;

/* Successive prints to one stream are one event: adjacent texts are merged, so that traces compare
 * equal when the bytes written are. Volatile accesses: text "u32 at ", the address, " = ", the
 * value. Results and memory: a text that tells them apart, and leaves. */
typedef struct Event {
  EventKind kind;
  Span span;
  const char *label; /* RESULT, MEMORY: what reports call it and .. */
  const char *shown; /* .. its value as Rust would write it */
  VEC(Frag) frags;
} Event;

/* One allocation as reports name it. Index in the path's list = id of its address variable minus
 * the exploration's `var_base`. */
typedef struct AllocNote {
  const char *name; /* "p1", "static X", "Box", "heap allocation", "fn f" */
  const char *kind; /* "stack", "heap", "static", "function" */
  u64 size, align;
  Span span; /* where it was allocated */
  Term base; /* address variable, or a constant in a replay; 0 when never observed */
} AllocNote;

/* An input that the path took: one scalar. Index in the path's list = id of its variable. */
typedef struct InputNote {
  const char *name; /* "x", "p.1", "*r", "a[3]" */
  const char *type; /* "u8"; of what is no value of the program: what it decides */
  u8 width;         /* bits */
  bool is_signed, is_char, is_float;
  const char *const *words; /* not NULL: value k is called words[k] */
  u32 nwords;
  Span span;
  Term var; /* or a constant, when inputs were given */
} InputNote;

/* A branch that the path took because a condition was not known. */
typedef struct ChoiceNote {
  Span span;
  Term cond;        /* what was taken to be true */
  const char *what; /* "p1+1 == p2": the condition with names */
} ChoiceNote;

/* What a note says; the names are stable: JSON mentions them. */
typedef enum NoteRole {
#define NOTE(code, name) NOTE_##code,
#include "engine/mach/note.def"
#undef NOTE
  NOTE_COUNT
} NoteRole;
const char *note_name(NoteRole r);

/* One sentence of the explanation of UB. */
typedef struct Note {
  NoteRole role;
  const char *text;
  Span span;           /* SPAN_NONE: about no place of the source */
  const char *drawing; /* lines below the text, or NULL */
} Note;

typedef struct Behaviour {
  EndKind end;
  UbCode ub;       /* END_UB */
  LimitCode limit; /* END_LIMIT */
  int exit_code;   /* END_EXIT */
  const char
      *reason; /* UB, PANIC, LIMIT, UNSUPPORTED: one line; names the allocation and pointer */
  Span span;   /* where it ended: the innermost place outside the prelude */
  u32 nnotes;  /* UB: where the memory comes from, the story of the borrows (alias/story.h) */
  const Note *notes;
  const struct BorrowFault *fault; /* UB_BORROW_*: what failed; its allocation is gone by now .. */
  u32 fault_serial;                /* .. and had this serial number */
  u32 nevents;
  const Event *events;
  u64 count; /* executions merged into this one */
  /* the first path that got here: */
  u32 nconds; /* path condition, layout constraints included */
  const Term *conds;
  u32 nallocs;
  const AllocNote *allocs;
  u32 nchoices;
  const ChoiceNote *choices;
  u32 ninputs;
  const InputNote *inputs;
  u32 npaths; /* all paths merged here: their conditions (paths[0] is the first) */
  const struct PathCond {
    u32 n;
    const Term *conds;
    const Event *events; /* of this path, nevents of them: same shape, terms may differ */
  } * paths;
  u64 steps;  /* of the first path */
  u32 npicks; /* decisions of the first path: explore.h, rerun */
  const u32 *picks;
  bool doubtful; /* feasibility of the first path was not decided (solver limit) */
} Behaviour;

typedef struct Behaviours {
  Arena *arena;      /* everything below lives there */
  VEC(Behaviour) at; /* merged; UB first by line, then in order of discovery */
  u64 paths, steps;
  u32 limits; /* bit set of LimitCode: ran into or could not decide */
  bool has_ub;
} Behaviours;

/* Text of what was printed to `kind`, terms shown as `<name+off>`; appended to out. */
void behaviour_output(const Terms *ts, const Behaviour *b, EventKind kind, StrBuf *out);
/* Text of one term with the allocation names of the behaviour: "&p1+1". */
void behaviour_term(const Terms *ts, const Behaviour *b, Term t, StrBuf *out);

#endif
