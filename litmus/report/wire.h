/* Records through a pipe. One function per struct serves both directions: with `out` set it writes,
 * otherwise it reads from `in` into an arena. What comes back from a worker is not trusted: a
 * truncated or damaged stream sets `bad` and gives empty records, never a wild read. */
#ifndef LITMUS_REPORT_WIRE_H
#define LITMUS_REPORT_WIRE_H

#include "litmus/report/record.h"

typedef struct Wire {
  StrBuf *out;
  const char *in;
  size_t len, pos;
  Arena *arena;
  bool bad;
} Wire;

void wire_result(Wire *w, ResultRec *r);

/* The whole record as bytes; and back (false: damaged). */
void result_encode(ResultRec *r, StrBuf *out);
bool result_decode(const char *in, size_t len, Arena *arena, ResultRec *r);

#endif
