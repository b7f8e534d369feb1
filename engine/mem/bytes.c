/* See bytes.h. */
#include "engine/mem/bytes.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"

Bits bits_of(const Terms *ts, Term t) {
  u128 c;
  return term_is_const(ts, t, &c) ? bits_const(c) : (Bits){0, t};
}

Term bits_term(Terms *ts, Bits b, unsigned width) {
  return b.t ? b.t : term_const(ts, width, u128_mask(b.c, width));
}

void bytes_init(Bytes *b, u64 n) {
  memset(b, 0, sizeof *b);
  b->n = n;
  b->value = memory_alloc_zeroed(n * 2, 1);
  b->kind = b->value + n;
}

void bytes_free(Bytes *b) {
  free(b->value);
  free(b->term);
  free(b->prov);
  memset(b, 0, sizeof *b);
}

/* Nothing to do for no bytes: a buffer of size 0 may have no memory at all. */
void bytes_set_uninit(Bytes *b, u64 off, u64 n) {
  if (n) memset(b->kind + off, BYTE_UNINIT, n);
}

static bool all_plain(const u8 *kind, u64 n) {
  for (u64 i = 0; i < n; i++)
    if (kind[i] != BYTE_KNOWN) return false;
  return true;
}

void bytes_copy(Bytes *dst, u64 doff, const Bytes *src, u64 soff, u64 n) {
  if (n == 0) return;
  u8 any = 0;
  for (u64 i = 0; i < n; i++) any |= src->kind[soff + i];
  memmove(dst->value + doff, src->value + soff, n);
  memmove(dst->kind + doff, src->kind + soff, n);
  if (any & BYTE_TERM) {
    if (!dst->term) dst->term = memory_alloc_zeroed(dst->n, sizeof *dst->term);
    memmove(dst->term + doff, src->term + soff, n * sizeof *dst->term);
  }
  if (any & BYTE_PROV) {
    if (!dst->prov) dst->prov = memory_alloc_zeroed(dst->n, sizeof *dst->prov);
    memmove(dst->prov + doff, src->prov + soff, n * sizeof *dst->prov);
  }
}

void bytes_fill(Bytes *b, u64 off, u64 n, u8 value) {
  if (n == 0) return;
  memset(b->value + off, value, n);
  memset(b->kind + off, BYTE_KNOWN, n);
}

void bytes_store(Terms *ts, Bytes *b, u64 off, unsigned n, Scalar s) {
  (void)ts;
  bool has_prov = !prov_is_none(s.prov);
  u8 kind = (u8)((s.bits.t ? BYTE_TERM : BYTE_KNOWN) | (has_prov ? BYTE_PROV : 0));
  memset(b->kind + off, kind, n);
  if (s.bits.t) {
    if (!b->term) b->term = memory_alloc_zeroed(b->n, sizeof *b->term);
    for (unsigned i = 0; i < n; i++) b->term[off + i] = (TermByte){s.bits.t, (u8)i};
  } else {
    memcpy(b->value + off, &s.bits.c, n); /* the host is little-endian, as is the target */
  }
  if (has_prov) {
    if (!b->prov) b->prov = memory_alloc_zeroed(b->n, sizeof *b->prov);
    for (unsigned i = 0; i < n; i++) b->prov[off + i] = (ProvByte){s.prov, (u8)i};
  }
}

static Prov load_prov(const Bytes *b, u64 off, unsigned n) {
  for (unsigned i = 0; i < n; i++) {
    if (!(b->kind[off + i] & BYTE_PROV)) return PROV_NONE;
    ProvByte p = b->prov[off + i];
    if (p.frag != i || !prov_eq(p.prov, b->prov[off].prov)) return PROV_NONE;
  }
  return b->prov[off].prov;
}

static Term byte_term(Terms *ts, const Bytes *b, u64 at) {
  if (!(b->kind[at] & BYTE_TERM)) return term_const(ts, 8, b->value[at]);
  TermByte tb = b->term[at];
  return term_extract(ts, tb.t, tb.index * 8u + 7, tb.index * 8u);
}

bool bytes_load(Terms *ts, const Bytes *b, u64 off, unsigned n, Scalar *out, u64 *bad) {
  const u8 *kind = b->kind + off;
  if (all_plain(kind, n)) {
    u128 c = 0;
    memcpy(&c, b->value + off, n);
    *out = (Scalar){bits_const(c), PROV_NONE};
    return true;
  }
  u8 any = 0;
  for (unsigned i = 0; i < n; i++) {
    if (kind[i] == BYTE_UNINIT) return *bad = off + i, false;
    any |= kind[i];
  }
  out->prov = any & BYTE_PROV ? load_prov(b, off, n) : PROV_NONE;
  if (!(any & BYTE_TERM)) {
    u128 c = 0;
    memcpy(&c, b->value + off, n);
    out->bits = bits_const(c);
    return true;
  }
  /* The common case: one term, stored whole. */
  TermByte first = b->term[off];
  bool whole = (kind[0] & BYTE_TERM) && first.index == 0 && term_width(ts, first.t) == 8 * n;
  for (unsigned i = 0; whole && i < n; i++)
    whole = (kind[i] & BYTE_TERM) && b->term[off + i].t == first.t && b->term[off + i].index == i;
  Term t = whole ? first.t : byte_term(ts, b, off);
  for (unsigned i = 1; !whole && i < n; i++)
    t = term_bin(ts, TERM_CONCAT, byte_term(ts, b, off + i), t);
  out->bits = bits_of(ts, t);
  return true;
}

void bytes_strip_prov(Bytes *b, u64 off, u64 n) {
  for (u64 i = 0; i < n; i++) b->kind[off + i] &= (u8)~BYTE_PROV;
}

bool bytes_all_init(const Bytes *b, u64 off, u64 n, u64 *bad) {
  for (u64 i = 0; i < n; i++)
    if (b->kind[off + i] == BYTE_UNINIT) return *bad = off + i, false;
  return true;
}

bool bytes_same(const Bytes *a, const Bytes *b, u64 n) {
  for (u64 i = 0; i < n; i++) {
    if (a->kind[i] != b->kind[i]) return false;
    if ((a->kind[i] & BYTE_KNOWN) && a->value[i] != b->value[i]) return false;
    if ((a->kind[i] & BYTE_TERM) &&
        (a->term[i].t != b->term[i].t || a->term[i].index != b->term[i].index))
      return false;
    if ((a->kind[i] & BYTE_PROV) &&
        (!prov_eq(a->prov[i].prov, b->prov[i].prov) || a->prov[i].frag != b->prov[i].frag))
      return false;
  }
  return true;
}
