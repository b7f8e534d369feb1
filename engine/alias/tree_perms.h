/* The permissions of Tree Borrows: a small state machine (tree_perms.def). */
#ifndef LITMUS_ALIAS_TREE_PERMS_H
#define LITMUS_ALIAS_TREE_PERMS_H

#include "engine/base/types.h"

typedef enum Perm {
#define PERM(code, ...) PERM_##code,
#include "engine/alias/tree_perms.def"
#undef PERM
  PERM_UB, /* no next state */
  PERM_COUNT = PERM_UB
} Perm;

/* In the order of what they forbid others. */
typedef enum TreeAccess { TREE_NONE, TREE_READ, TREE_WRITE } TreeAccess;

const char *perm_short(Perm p); /* as the fact sheet prints it */
const char *perm_full(Perm p);
/* The state after a read or write. */
Perm perm_next(Perm p, bool is_foreign, TreeAccess kind, bool is_protected);
/* The access that creating a pointer with this permission is, and that the end of its protector is.
 */
TreeAccess perm_associated(Perm p);
/* The strongest foreign access that a node in this state does not notice. */
TreeAccess perm_unimpressed(Perm p, bool is_protected);
/* Nothing can be told from a node that no pointer uses any more and that has this permission at a
 * byte, when it is replaced by its child that has this one: whatever the node would forbid, the
 * child forbids, now and after any accesses. `has_siblings`: the child is one of several. */
bool perm_hides_behind(Perm node, Perm child, bool has_siblings);

#endif
