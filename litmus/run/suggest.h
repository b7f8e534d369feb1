/* "did you mean": the name closest to what was written. */
#ifndef LITMUS_RUN_SUGGEST_H
#define LITMUS_RUN_SUGGEST_H

#include "engine/base/types.h"

/* The closest of the names, or NULL when none is close. */
const char *closest_name(const char *written, const char *const *names, u32 n);

#endif
