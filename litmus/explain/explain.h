/* litmus explain: executions of one program under one or more models as tapes, and their reports.
 */
#ifndef LITMUS_EXPLAIN_EXPLAIN_H
#define LITMUS_EXPLAIN_EXPLAIN_H

#include "litmus/explain/tape.h"
#include "litmus/report/json.h"
#include "litmus/run/session.h"

typedef struct ExplainRequest {
  CfgSet cfgs;
  const Model *const *models;
  u32 nmodels;
  u64 outcome;  /* 1..; 0: the first that is undefined, else the first */
  u64 from, to; /* steps to tell; 0: from the first, to the last */
  u64 most;     /* of more steps than these, the first and the last are told */
} ExplainRequest;

typedef struct Explained {
  const char *file, *variant;
  const char *source; /* the text of the file */
  u32 len;
  Tape *tapes;
  u32 ntapes;
  bool part; /* the first two tapes do not do the same: from step part_at on */
  u64 part_at;
  const char *error;      /* the request makes no sense; NULL: none */
  const Compiled *failed; /* it does not compile: see its diagnostics */
} Explained;

/* Everything lives in the session's arena. */
void explain(Session *s, const ExplainRequest *q, Explained *out);

void explain_text(const Explained *e, bool colour, StrBuf *out);
void explain_json(const Explained *e, StrBuf *out);
void explain_page(const Explained *e, StrBuf *out); /* HTML */

#endif
