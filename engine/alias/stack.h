/* Borrow stacks as data: what the rules of Stacked Borrows (stacked.c) read and change. Every byte
 * of an allocation has a stack of items; bytes that agree are kept as one range. */
#ifndef LITMUS_ALIAS_STACK_H
#define LITMUS_ALIAS_STACK_H

#include <string.h>

#include "engine/base/vec.h"

typedef enum StackPerm {
  STACK_UNIQUE,
  STACK_SRW, /* SharedReadWrite */
  STACK_SRO, /* SharedReadOnly */
  STACK_DISABLED
} StackPerm;

/* "Unique", "SharedReadWrite", "SharedReadOnly", "Disabled" */
const char *stack_perm_name(StackPerm p);

typedef struct StackItem {
  u32 tag;
  u8 perm;
  u8 is_protected; /* made under a protector: it protects as long as that one lives */
  u16 unused;      /* 0, so that items compare as bytes */
} StackItem;

enum { STACK_NEAR = 4 }; /* items that need no memory of their own */

/* A tag is in a stack at most once. What is known of where things are keeps the rules from walking
 * through thousands of items: */
typedef struct Stack {
  u32 len, cap;   /* cap 0: the items are near */
  u32 unknown;    /* approximated wildcards: below the items lies an unknown part, whose tags are
                     smaller than this bound; 0 = there is none */
  u32 unique_end; /* no item from here on is Unique */
  u32 run_lo, run_hi; /* all items of [run_lo, run_hi) are SharedReadWrite */
  bool is_unsorted;   /* some item has a smaller tag than one below it */
  union {
    StackItem near[STACK_NEAR];
    StackItem *far;
  } u;
} Stack;

#define STACK_NONE UINT32_MAX

typedef struct StackRange {
  u64 lo, hi; /* bytes [lo, hi) */
  Stack stack;
} StackRange;

/* All bytes of an allocation, in order. */
typedef struct Stacks {
  VEC(StackRange) at;
} Stacks;

static inline StackItem *stack_items(Stack *s) { return s->cap ? s->u.far : s->u.near; }
static inline const StackItem *stack_view(const Stack *s) { return s->cap ? s->u.far : s->u.near; }

void stack_insert(Stack *s, u32 pos, StackItem item);
StackItem stack_pop(Stack *s);
/* All items from pos on that were Unique are now something else. */
void stack_no_unique_from(Stack *s, u32 pos);
/* The position of the tag's item, or STACK_NONE. */
u32 stack_find(const Stack *s, u32 tag);
/* The first position from pos on that holds no SharedReadWrite item (maybe the length). */
u32 stack_run_end(Stack *s, u32 pos);
/* Items were removed or changed by hand: learns anew what is known of where things are, and gives
 * back memory that is no longer needed. */
void stack_relearn(Stack *s);
void stack_clear(Stack *s);
bool stack_equal(const Stack *a, const Stack *b);

/* One range [0, size) with the one item. */
Stacks *stacks_create(u64 size, StackItem root);
void stacks_free(Stacks *s);
/* The index of the range that contains byte off. */
u32 stacks_find(const Stacks *s, u64 off);
/* Cuts range i so that one range is its intersection with [lo, hi), which is not empty: the index
 * of that one. */
u32 stacks_isolate(Stacks *s, u32 i, u64 lo, u64 hi);
/* Joins neighbours that agree among the ranges first-1 .. last+1. */
void stacks_join(Stacks *s, u32 first, u32 last);

#endif
