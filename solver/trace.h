/* Traces as refinement compares them: a sequence of events in which text and unknown numbers follow
 * each other, and the condition under which two of them are the same bytes. */
#ifndef LITMUS_SOLVER_TRACE_H
#define LITMUS_SOLVER_TRACE_H

#include "engine/mach/behaviour.h"
#include "solver/termvec.h"

typedef struct TraceEvent {
  EventKind kind;
  u32 n;
  Frag *frags; /* texts are not empty and not adjacent; terms are not constants; a prefix `0x` is
                  text, so no format is FRAG_HEX_PREFIX */
} TraceEvent;

/* Canonical: what is printed to one stream in a row is one event, and it printed something. */
typedef struct Trace {
  u32 n;
  TraceEvent *at;
  bool symbolic; /* some term is left */
} Trace;

/* Canonical trace of events, with variables from[i] replaced by to[i]. */
Trace trace_make(Terms *ts, const Event *events, u32 nevents, const Term *from, const Term *to,
                 u32 nsubst, Arena *arena);
/* The same trace under a further substitution. */
Trace trace_subst(Terms *ts, const Trace *t, const Term *from, const Term *to, u32 nsubst,
                  Arena *arena);
/* Appends the variables that it prints. */
void trace_vars(Terms *ts, const Trace *t, TermVec *vars);
/* Hash of what trace_same compares. */
u64 trace_hash(const Trace *t);
/* Equal piece by piece: same text, same terms in the same formats. */
bool trace_same(const Trace *a, const Trace *b);

typedef enum TraceMode {
  TRACE_EQUAL, /* the same bytes in the same events */
  TRACE_PREFIX /* the source's is a prefix: its last event may stop in the middle of a text */
} TraceMode;

/* When do the traces match? Whenever `cond` holds; if `exact`, only then. Otherwise `why` names
 * what could not be compared. */
typedef struct TraceMatch {
  Term cond;
  bool exact;
  const char *why;
} TraceMatch;

TraceMatch trace_match(Terms *ts, const Trace *src, const Trace *tgt, TraceMode mode);

/* Is text[0..n) exactly what a term of `width` bits prints in this format? Then *value is its
 * value. A prefix `0x` is not part of a numeral here. */
bool numeral_parse(const char *text, u32 n, FragFormat format, unsigned width, u128 *value);
unsigned numeral_radix(FragFormat format);
bool numeral_is_float(FragFormat format);
/* The text of a known value. */
void numeral_print(u128 value, unsigned width, FragFormat format, StrBuf *out);

#endif
