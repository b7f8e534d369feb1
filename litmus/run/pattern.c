#include "litmus/run/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"

enum { MATCH_LIMIT = 200000, HEAP_LIMIT_KIB = 16384, JIT_FROM = 512 };

struct Pattern {
  pcre2_code *code;
  pcre2_match_data *data;
  pcre2_match_context *limits;
  bool jit_tried;
};

static void message(int code, PatternError *err) {
  if (pcre2_get_error_message(code, (PCRE2_UCHAR *)err->text, sizeof err->text) < 0)
    strcpy(err->text, "bad pattern");
}

Pattern *pattern_create(const char *source, size_t len, PatternError *err) {
  *err = (PatternError){0};
  int code;
  size_t offset;
  pcre2_code *re = pcre2_compile((PCRE2_SPTR)source, len, PCRE2_UTF | PCRE2_MATCH_INVALID_UTF,
                                 &code, &offset, NULL);
  if (!re) {
    message(code, err);
    err->offset = offset <= len ? offset : len;
    return NULL;
  }
  Pattern *p = memory_alloc_zeroed(1, sizeof *p);
  p->code = re;
  p->data = pcre2_match_data_create(1, NULL);
  p->limits = pcre2_match_context_create(NULL);
  if (!p->data || !p->limits) memory_exhausted();
  pcre2_set_match_limit(p->limits, MATCH_LIMIT);
  pcre2_set_depth_limit(p->limits, MATCH_LIMIT);
  pcre2_set_heap_limit(p->limits, HEAP_LIMIT_KIB);
  return p;
}

void pattern_destroy(Pattern *p) {
  if (!p) return;
  pcre2_match_context_free(p->limits);
  pcre2_match_data_free(p->data);
  pcre2_code_free(p->code);
  free(p);
}

/* Compiling to machine code costs as much as a hundred short matches, so only long texts get it;
 * where it is not available the interpreter does the work. */
PatternMatch pattern_match(Pattern *p, const char *text, size_t len) {
  if (len >= JIT_FROM && !p->jit_tried) {
    p->jit_tried = true;
    (void)pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
  }
  int n = pcre2_match(p->code, (PCRE2_SPTR)text, len, 0, 0, p->data, p->limits);
  return n >= 0 ? PATTERN_YES : n == PCRE2_ERROR_NOMATCH ? PATTERN_NO : PATTERN_GAVE_UP;
}
