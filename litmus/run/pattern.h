/* Regular expressions in expectations and filters: PCRE2 with a match limit, so that no pattern can
 * hang the lab. */
#ifndef LITMUS_RUN_PATTERN_H
#define LITMUS_RUN_PATTERN_H

#include "engine/base/types.h"

typedef struct Pattern Pattern;

typedef struct PatternError {
  char text[200];
  size_t offset; /* into the pattern */
} PatternError;

/* Owned by the caller: pattern_destroy. NULL and *err when the pattern is wrong. */
Pattern *pattern_create(const char *source, size_t len, PatternError *err);
void pattern_destroy(Pattern *p);

typedef enum PatternMatch {
  PATTERN_NO,
  PATTERN_YES,
  PATTERN_GAVE_UP /* the match limit was reached: the pattern backtracks without end */
} PatternMatch;
PatternMatch pattern_match(Pattern *p, const char *text, size_t len);

#endif
