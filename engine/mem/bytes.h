/* Abstract bytes: each byte is uninitialised, a known value, or eight bits of a term; and it may
 * carry a fragment of a pointer's provenance. Known bytes are kept apart from the rare rest, so
 * that concrete programs copy with memcpy. */
#ifndef LITMUS_MEM_BYTES_H
#define LITMUS_MEM_BYTES_H

#include "engine/term/term.h"

/* What a pointer may access. alloc 0: nothing. alloc & PROV_WILDCARD: the angelically chosen
 * provenance number alloc & ~PROV_WILDCARD of an integer-to-pointer cast. Else an allocation and,
 * for the aliasing disciplines, a tag in it. */
typedef struct Prov {
  u32 alloc;
  u32 tag;
} Prov;
#define PROV_WILDCARD 0x80000000u
static const Prov PROV_NONE = {0, 0};
static inline bool prov_is_none(Prov p) { return p.alloc == 0; }
static inline bool prov_is_wildcard(Prov p) { return (p.alloc & PROV_WILDCARD) != 0; }
static inline bool prov_eq(Prov a, Prov b) { return a.alloc == b.alloc && a.tag == b.tag; }

/* A bit vector that is usually known: t == 0: the constant c; else the term t (c unused). */
typedef struct Bits {
  u128 c;
  Term t;
} Bits;
static inline Bits bits_const(u128 c) { return (Bits){c, 0}; }
static inline bool bits_known(Bits b) { return b.t == 0; }
/* From a term; constants lose the term. */
Bits bits_of(const Terms *ts, Term t);
Term bits_term(Terms *ts, Bits b, unsigned width);

/* A scalar value: an integer, bool, char or thin pointer of `size` bytes. */
typedef struct Scalar {
  Bits bits;
  Prov prov;
} Scalar;

enum { BYTE_UNINIT = 0, BYTE_KNOWN = 1, BYTE_TERM = 2, BYTE_PROV = 4 }; /* PROV is a flag */

typedef struct TermByte {
  Term t;
  u8 index; /* bits 8*index .. 8*index+7 of t */
} TermByte;

typedef struct ProvByte {
  Prov prov;
  u8 frag; /* which byte of the pointer */
} ProvByte;

typedef struct Bytes {
  u64 n;
  u8 *value;
  u8 *kind;
  TermByte *term; /* n of them, or NULL while no byte is a term */
  ProvByte *prov; /* n of them, or NULL while no byte has provenance */
} Bytes;

/* n uninitialised bytes. */
void bytes_init(Bytes *b, u64 n);
void bytes_free(Bytes *b);
void bytes_set_uninit(Bytes *b, u64 off, u64 n);
/* Exact copy, provenance and uninitialised bytes included; ranges may overlap. */
void bytes_copy(Bytes *dst, u64 doff, const Bytes *src, u64 soff, u64 n);
void bytes_fill(Bytes *b, u64 off, u64 n, u8 value);

/* Little-endian scalar of n <= 16 bytes. */
void bytes_store(Terms *ts, Bytes *b, u64 off, unsigned n, Scalar s);
/* false: some byte is uninitialised (*bad = its offset). The provenance is the pointer's if all its
 * fragments are there in order, else none. */
bool bytes_load(Terms *ts, const Bytes *b, u64 off, unsigned n, Scalar *out, u64 *bad);
void bytes_strip_prov(Bytes *b, u64 off, u64 n);
/* true when all of [off, off+n) is initialised; else *bad is the first that is not. */
bool bytes_all_init(const Bytes *b, u64 off, u64 n, u64 *bad);

/* The same first n bytes: kinds, values, terms and provenance. */
bool bytes_same(const Bytes *a, const Bytes *b, u64 n);

#endif
