#include "engine/alias/births.h"

#include <string.h>

enum { KEPT = 1 << 18 }; /* of more, the older half is forgotten */

void births_add(Births *b, const Record *r) {
  if (b->at.len == KEPT) {
    u32 half = KEPT / 2;
    b->cut = b->at.at[half - 1].tag;
    memmove(b->at.at, b->at.at + half, half * sizeof *b->at.at);
    b->at.len = half;
    b->forgotten += half;
  }
  vec_push(&b->at, ((Birth){.tag = r->tag,
                            .parent = r->parent,
                            .type = r->text,
                            .mode = r->text2,
                            .span = r->span,
                            .fn = r->fn,
                            .off = r->off,
                            .n = r->n}));
}

const Birth *births_find(const Births *b, u32 tag) {
  u32 lo = 0, hi = b->at.len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (b->at.at[mid].tag < tag)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < b->at.len && b->at.at[lo].tag == tag ? &b->at.at[lo] : NULL;
}

void births_free(Births *b) { vec_free(&b->at); }
