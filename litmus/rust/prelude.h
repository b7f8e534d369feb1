/* The text of our standard library (prelude.rs), made into an array by the build. */
#ifndef LITMUS_RUST_PRELUDE_H
#define LITMUS_RUST_PRELUDE_H

#include <stddef.h>

extern const char litmus_prelude[];
extern const size_t litmus_prelude_len;

#endif
