/* What the files of the type table share: the table itself and what layout remembers of a type. */
#ifndef LITMUS_IR_TYPE_INTERNAL_H
#define LITMUS_IR_TYPE_INTERNAL_H

#include "engine/ir/type.h"

/* The largest run of forbidden values inside a type: a stored integer of `bytes` bytes at `offset`
 * whose valid values are start..=end, wrapping around when start > end. */
typedef struct Niche {
  bool exists;
  u8 bytes;
  u64 offset;
  u128 start, end;
} Niche;

/* Yes/no facts about a type, computed once. */
typedef enum Fact {
  FACT_COPY,
  FACT_NEEDS_DROP,
  FACT_FREEZE,
  FACT_UNINHABITED,
  FACT_PINNED,
  FACT_COUNT
} Fact;

typedef struct TypeEntry {
  Type type;
  u64 hash;
  bool in_layout; /* being laid out: seeing it again means infinite size */
  Niche niche;
  u8 fact_known, fact_value, fact_busy; /* one bit for each Fact */
} TypeEntry;

struct TypeTable {
  Arena *arena;
  TypeEntry **at; /* stable addresses: a Type stays where it is */
  u32 len, cap;
  TypeId *slots; /* open addressing */
  u32 nslots;
  TypeId t_isize, t_usize, t_u8;
};

TypeEntry *type_entry(const TypeTable *tt, TypeId t);
/* The variant that a niche encoding stores as niche_start. */
u32 type_first_niche_variant(const AdtInfo *info);

#endif
