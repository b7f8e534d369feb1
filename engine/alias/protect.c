/* Tags and protectors: one sorted list for all live frames. */
#include "engine/alias/protect.h"

#include "engine/mach/machine.h"

u32 tag_fresh(Machine *m) {
  if (m->last_tag == UINT32_MAX) mach_unsupported(m, "more than 2^32 borrow tags");
  return ++m->last_tag;
}

static const char *const mode_text[] = {[RETAG_DEFAULT] = "",
                                        [RETAG_FN_ENTRY] = "at function entry",
                                        [RETAG_TWO_PHASE] = "two-phase",
                                        [RETAG_RAW] = "raw",
                                        [RETAG_NONE] = ""};

u32 tag_of_retag(Machine *m, const Retag *r) {
  u32 tag = tag_fresh(m);
  if (m->recorder)
    mach_record(m, (Record){.kind = RECORD_RETAG,
                            .alloc = r->a,
                            .off = r->off,
                            .n = r->size,
                            .tag = tag,
                            .parent = r->parent,
                            .text = type_str_of(m->types, r->ty),
                            .text2 = mode_text[r->mode]});
  return tag;
}

void protector_add(Machine *m, u32 tag, ProtectorKind kind, Alloc *a) {
  Protector p = {.tag = tag, .kind = kind, .frame = m->frames.len - 1, .alloc = a};
  vec_push(&m->protectors, p);
  if (m->recorder)
    mach_record(m, (Record){.kind = RECORD_PROTECT,
                            .alloc = a,
                            .tag = tag,
                            .text = kind == PROTECTOR_STRONG ? "strong" : "weak"});
}

const Protector *protector_find(const Machine *m, u32 tag) {
  u32 lo = 0, hi = m->protectors.len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (m->protectors.at[mid].tag < tag)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < m->protectors.len && m->protectors.at[lo].tag == tag ? &m->protectors.at[lo] : NULL;
}

ProtectorKind protector_of(const Machine *m, u32 tag) {
  const Protector *p = protector_find(m, tag);
  return p ? p->kind : PROTECTOR_NONE;
}
