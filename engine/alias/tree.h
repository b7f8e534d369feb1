/* The state of Tree Borrows for one allocation: a tree of tags, and for each range of bytes that
 * agree the permission of every tag (Tree Borrows, PLDI 2025).
 *
 * Nodes are numbered in the order of creation, parents before their children, so both the numbers
 * and the tags grow along the array. Children are listed newest first. Node 0 is the root; a node
 * without a parent beside it is the root of a wildcard subtree (tree_wildcard.c). */
#ifndef LITMUS_ALIAS_TREE_H
#define LITMUS_ALIAS_TREE_H

#include "engine/alias/fault.h"
#include "engine/alias/tree_perms.h"
#include "engine/base/vec.h"

#define NODE_NONE UINT32_MAX

enum { TREE_CROWDED = 32 }; /* ranges, at least, before a collection is asked for */

typedef struct TreeNode {
  u32 tag;
  u32 parent;
  u32 newest_child;
  u32 older, newer; /* siblings */
  u8 outside;       /* Perm of the bytes that nothing is known about */
  bool guarded;     /* was protected when it was last looked at */
  bool exposed;
} TreeNode;

/* What is known of one node at some bytes, in one byte:
 *   bits 0-2  the permission
 *   bit  3    the accessed flag
 *   bits 4-5  calm: the strongest foreign access that leaves the node and all its descendants as
 *             they are (a lower bound)
 *   bits 6-7  calm_list: the same of the node and its older siblings, all with their descendants
 * The last two let an access pass over what it cannot change (tree_access.c). */
typedef u8 NodeState;

enum { STATE_ACCESSED = 8, STATE_PERM = 7, STATE_CALM_SHIFT = 4, STATE_LIST_SHIFT = 6 };

static inline Perm state_perm(NodeState s) { return (Perm)(s & STATE_PERM); }
static inline bool state_accessed(NodeState s) { return (s & STATE_ACCESSED) != 0; }

typedef struct TreeRange {
  u64 lo; /* up to the next range's, or the allocation's end */
  NodeState *state;
  u32 len, cap; /* of `state`: later nodes have their `outside` permission here, not accessed */
  u32 last_node, last_kind; /* the last access, if no node came since: repeating it does nothing */
  u32 settled_read;  /* reads (writes) through this node and what is below do not change it, */
  u32 settled_write; /* those above it, or what is not below it; NODE_NONE: not known */
} TreeRange;

typedef struct Tree {
  u64 size;
  VEC(TreeNode) nodes;
  VEC(TreeRange) ranges; /* sorted, without gaps; none if size is 0 */
  u32 nroots;
  u32 found;       /* the node that was looked up last */
  u32 merge_at;    /* so many ranges are worth looking for equal neighbours */
  u64 bytes;       /* of all states */
  u32 crowded_at;  /* so many ranges are worth a collection, */
  u32 collected;   /* if enough tags were made since this one */
  VEC(u32) counts; /* for tree_wildcard.c */
} Tree;

typedef struct TreeFault {
  BorrowWhy why;
  u64 off;
  u32 culprit; /* tag */
  Perm perm;   /* its permission before */
} TreeFault;

/* ---- tree.c: the tree and its ranges */

Tree *tree_create(u64 size, u32 root_tag);
void tree_free(Tree *t);
/* The node of a tag, or NODE_NONE. */
u32 tree_find(Tree *t, u32 tag);
/* The same for a tag that must be there; NODE_NONE for TAG_WILDCARD. */
u32 tree_node(struct Machine *m, Tree *t, u32 tag);
/* The allocation's tree, which is made when somebody first needs it. */
Tree *tree_of(Alloc *a);
/* A new node below `parent` (NODE_NONE: a wildcard subtree's root). */
u32 tree_add(Tree *t, u32 parent, u32 tag, Perm outside, bool is_protected);
/* Where the ranges covering [off, off+n) begin and end (exclusive), split at its ends; n > 0. */
void tree_span(Tree *t, u64 off, u64 n, u32 *first, u32 *end);
u64 tree_range_end(const Tree *t, u32 range);
/* The state of a node in a range, also where it is not stored; without the calm bits. */
NodeState tree_state(const Tree *t, const TreeRange *r, u32 node);
/* All nodes have a stored state afterwards. */
void tree_fill(struct Machine *m, Tree *t, TreeRange *r);
/* The same, and the newest node gets this state. */
void tree_set_newest(struct Machine *m, Tree *t, TreeRange *r, Perm p, bool accessed);
/* Joins neighbouring ranges that agree. */
void tree_merge(Tree *t);
/* The closest node that is both, or above both; NODE_NONE if there is none, or one is NODE_NONE. */
u32 tree_common(const Tree *t, u32 a, u32 b);
/* What is known of the range's nodes besides their states holds no more. */
void tree_forget_calm(TreeRange *r);
/* Something below node i, or i, may notice foreign accesses stronger than `kind` from now on. */
void tree_lower_calm(const Tree *t, TreeRange *r, u32 i, TreeAccess kind);
bool tree_is_protected(const struct Machine *m, TreeNode *n);

/* ---- tree_access.c */

/* Which part of the tree an access reaches. */
typedef enum TreeReach {
  REACH_ALL,
  REACH_NOT_DESCENDANTS /* of the accessed node: the access at the end of its protector */
} TreeReach;

/* A read or write of [off, off+n) through a node, or NODE_NONE for a wildcard. False: forbidden,
 * and *f says why. */
bool tree_access(struct Machine *m, Alloc *a, Tree *t, u64 off, u64 n, u32 node, TreeAccess kind,
                 TreeFault *f);
/* The same for one range, without telling the recorder. */
bool tree_access_range(struct Machine *m, Tree *t, u32 range, u32 node, TreeAccess kind,
                       TreeReach reach, TreeFault *f);
/* What one access does to one node: child or foreign. The calm bits stay. */
bool tree_step(struct Machine *m, Tree *t, u32 range, u32 node, TreeAccess kind, bool is_foreign,
               TreeFault *f);
/* The end of a node's protector, which still counts. */
bool tree_end_protector(struct Machine *m, Alloc *a, Tree *t, u32 node, TreeFault *f);
/* Deallocation through a node, once it was written to: does a strong protector forbid it? */
bool tree_may_die(struct Machine *m, const Alloc *a, Tree *t, TreeFault *f);

/* ---- tree_wildcard.c */

u32 tree_root_of(const Tree *t, u32 node);
/* An access through a node, seen by the trees that it is not part of; through NODE_NONE, seen by
 * all.
 */
bool tree_access_others(struct Machine *m, Tree *t, u32 range, u32 node, TreeAccess kind,
                        TreeReach reach, TreeFault *f);

/* ---- tree_retag.c */

u32 tree_retag(struct Machine *m, const Retag *r);

/* ---- tree_record.c */

/* Remembers the states of a range while its recorder watches, and tells what has changed. */
typedef struct TreeWatch {
  NodeState *before;
  u32 n;
} TreeWatch;
TreeWatch tree_watch(struct Machine *m, const Tree *t, u32 range);
void tree_tell(struct Machine *m, Alloc *a, const Tree *t, u32 range, TreeWatch w);
void tree_dump(struct Machine *m, const Alloc *a, Arena *arena, AliasDump *out);

/* ---- tree_collect.c */

void tree_collect(struct Machine *m, Alloc *a, bool (*is_reachable)(const void *self, u32 tag),
                  const void *self);
u32 tree_count(const Alloc *a);

#endif
