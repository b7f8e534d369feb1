/* Values in memory as people read them. */
#ifndef LITMUS_EXPLAIN_VALUE_H
#define LITMUS_EXPLAIN_VALUE_H

#include "engine/base/strbuf.h"
#include "engine/mach/machine.h"

/* What values are printed with. `name` says what an allocation is called ("x", "heap#2"). */
typedef struct ValueNames {
  Machine *m;
  const char *(*name)(void *self, const Alloc *a);
  /* The type of a variable or static; 0: not known. */
  TypeId (*type)(void *self, const Alloc *a);
  /* Tells that a pointer to a value of type `pointee` at offset 0 of the allocation was seen. */
  void (*points_to)(void *self, const Alloc *a, TypeId pointee);
  void *self;
} ValueNames;

enum { VALUE_LENGTH = 240 }; /* longer ones end in "..." */

/* The value of type ty at b[off..]: numbers, `&x+4`, `dangling`, fields by name, `?` for what is
 * not initialised. Asks nothing of the machine that could end or split the path. */
void value_text(const ValueNames *v, TypeId ty, const Bytes *b, u64 off, StrBuf *out);
/* Memory whose type is not known, in bytes. */
void value_bytes_text(const ValueNames *v, const Bytes *b, u64 off, u64 n, StrBuf *out);
/* A whole allocation seen as `count` values of type elem (1: not as an array). */
void value_array_text(const ValueNames *v, TypeId elem, u64 count, const Bytes *b, StrBuf *out);

#endif
