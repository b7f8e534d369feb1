#include "litmus/run/limits.h"

const LimitOption limit_options[LIMIT_OPTIONS] = {
#define LIMIT_OPTION(field, flag, value, help) {flag, help, value},
#include "engine/mach/limit_options.def"
#undef LIMIT_OPTION
};

static void apply(Limits *l, const LimitSettings *s) {
  if (!s) return;
#define LIMIT_OPTION(field, flag, value_, help) \
  if (s->value[LIMIT_INDEX_##field]) l->field = s->value[LIMIT_INDEX_##field];
#include "engine/mach/limit_options.def"
#undef LIMIT_OPTION
}

Limits limits_from(const LimitSettings *file, const LimitSettings *flags) {
  Limits l = limits_default();
  apply(&l, file);
  apply(&l, flags);
  return l;
}

bool parse_number(const char *s, size_t n, u64 largest, u64 *out) {
  u64 v = 0;
  if (n == 0 || s[0] < '0' || s[0] > '9') return false;
  for (size_t i = 0; i < n; i++) {
    if (s[i] == '_') continue;
    if (s[i] < '0' || s[i] > '9') return false;
    u64 digit = (u64)(s[i] - '0');
    if (v > (largest - digit) / 10) return false;
    v = v * 10 + digit;
  }
  *out = v;
  return v <= largest;
}
