/* The limits of an exploration by name, for flags and for `//@ limits:`. */
#ifndef LITMUS_RUN_LIMITS_H
#define LITMUS_RUN_LIMITS_H

#include "engine/mach/explore.h"

enum {
#define LIMIT_OPTION(field, flag, value, help) LIMIT_INDEX_##field,
#include "engine/mach/limit_options.def"
#undef LIMIT_OPTION
  LIMIT_OPTIONS
};

#define LIMIT_LARGEST ((u64)1 << 50)

typedef struct LimitOption {
  const char *name, *help;
  u64 value; /* default */
} LimitOption;
extern const LimitOption limit_options[LIMIT_OPTIONS];

/* Limits that someone has set; 0 is "not set". */
typedef struct LimitSettings {
  u64 value[LIMIT_OPTIONS];
} LimitSettings;

/* The default, changed by what is set in each layer in turn (NULL: none). */
Limits limits_from(const LimitSettings *file, const LimitSettings *flags);

/* Decimal digits with optional underscores, up to `largest`; false if it is not such a number. */
bool parse_number(const char *s, size_t n, u64 largest, u64 *out);

#endif
