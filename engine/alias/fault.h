/* Ending a path because the aliasing discipline forbids what it does. */
#ifndef LITMUS_ALIAS_FAULT_H
#define LITMUS_ALIAS_FAULT_H

#include "engine/alias/protect.h"

typedef enum BorrowAct {
  BORROW_ACT_READ,
  BORROW_ACT_WRITE,
  BORROW_ACT_RETAG, /* the access or check that a retag makes with the parent's tag */
  BORROW_ACT_DEALLOC
} BorrowAct;

typedef enum BorrowWhy {
  BORROW_NO_TAG,    /* stacks: the tag is not there (any more) */
  BORROW_NO_PERM,   /* the permission of `culprit` does not allow it: on the path from the tag up */
  BORROW_PROTECTED, /* it would take the permission of the protected tag `culprit` */
  BORROW_NO_EXPOSED /* a wildcard, and no exposed tag allows it */
} BorrowWhy;

/* What failed, at the first byte at which it failed. Texts are static or in the path's arena. */
typedef struct BorrowFault {
  BorrowAct act;
  BorrowWhy why;
  Alloc *a;
  u64 off;          /* the byte */
  u64 lo, n;        /* the whole access */
  u32 tag;          /* through which it was made; TAG_WILDCARD */
  u32 culprit;      /* whose permission is in the way: `tag` itself, an ancestor, a protected one */
  const char *perm; /* the culprit's permission before, in words: "SharedReadOnly", "Frozen" */
  bool remains; /* stacks, DEALLOC: the protected item is below the tag's, but the memory goes */
  const char *wanted;  /* RETAG: what the new pointer was to get: "Unique", "Reserved" */
  const char *pointer; /* RETAG: its type */
} BorrowFault;

/* Ends the path: UB_BORROW_* with a header in the field's terms. */
_Noreturn void borrow_ub(struct Machine *m, const BorrowFault *f);

#endif
