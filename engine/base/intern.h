/* Interned strings: equal strings have equal handles. */
#ifndef LITMUS_BASE_INTERN_H
#define LITMUS_BASE_INTERN_H

#include "engine/base/types.h"

typedef u32 Sym; /* 0 is the empty string */
typedef struct Interner Interner;

Interner *intern_create(void); /* owned by the caller: intern_destroy */
void intern_destroy(Interner *in);

Sym intern(Interner *in, const char *s, size_t len);
Sym intern_cstr(Interner *in, const char *s);
/* NUL-terminated; lives as long as the interner. */
const char *sym_str(const Interner *in, Sym s);

#endif
