/* Accesses in Tree Borrows (semantics/borrow-models, 3.3, 3.5, 3.6).
 *
 * An access through a node is a child access to it and its ancestors, and a foreign one to all
 * other nodes. Most of those do not change: a foreign write leaves nothing that a second one could
 * change. So every stored state says which foreign accesses its whole subtree, and the siblings
 * before it, would not notice (NodeState's calm bits), and the traversal passes over what is calm
 * enough. And what two accesses have in common sees the second as it saw the first: every range
 * remembers through which nodes it was accessed last (TreeRange.settled_*). None of this can be
 * observed; tests/unit/test_tree.c compares with the plain rule.
 *
 * Nodes are visited in the order in which an interpreter would report them: the accessed node and
 * its ancestors, then what is foreign, from the accessed node's children outward, newest first and
 * children before their parents. */
#include "engine/alias/tree.h"

#include "engine/mach/machine.h"

typedef struct Visit {
  Machine *m;
  Tree *t;
  TreeRange *r;
  TreeAccess kind;
  TreeFault *fault;
} Visit;

static NodeState *state(const Visit *v, u32 i) { return &v->r->state[i]; }

static TreeAccess calm(const Visit *v, u32 i) {
  return (TreeAccess)(*state(v, i) >> STATE_CALM_SHIFT & 3);
}
static TreeAccess calm_list(const Visit *v, u32 i) {
  return (TreeAccess)(*state(v, i) >> STATE_LIST_SHIFT & 3);
}

static bool refuse(const Visit *v, BorrowWhy why, u32 i) {
  *v->fault = (TreeFault){.why = why,
                          .off = v->r->lo,
                          .culprit = v->t->nodes.at[i].tag,
                          .perm = state_perm(*state(v, i))};
  return false;
}

/* One step of the state machine; the calm bits stay. */
static bool step(const Visit *v, u32 i, bool is_foreign) {
  NodeState s = *state(v, i);
  bool is_protected = tree_is_protected(v->m, &v->t->nodes.at[i]);
  Perm next = perm_next(state_perm(s), is_foreign, v->kind, is_protected);
  if (next == PERM_UB) return refuse(v, BORROW_NO_PERM, i);
  if (next == PERM_DIS && is_protected && state_accessed(s)) return refuse(v, BORROW_PROTECTED, i);
  NodeState accessed = is_foreign ? 0 : STATE_ACCESSED;
  *state(v, i) = (NodeState)((s & ~STATE_PERM) | next | accessed);
  if (!is_foreign && next != state_perm(s)) tree_lower_calm(v->t, v->r, i, TREE_NONE);
  return true;
}

bool tree_step(Machine *m, Tree *t, u32 range, u32 node, TreeAccess kind, bool is_foreign,
               TreeFault *f) {
  Visit v = {m, t, &t->ranges.at[range], kind, f};
  return step(&v, node, is_foreign);
}

/* A foreign access to node i, after its descendants: then all of them are calm. */
static bool foreign(const Visit *v, u32 i, bool with_list) {
  if (!step(v, i, true)) return false;
  NodeState s = *state(v, i) & (NodeState) ~(3u << STATE_CALM_SHIFT);
  s |= (NodeState)((u32)v->kind << STATE_CALM_SHIFT);
  if (with_list) {
    s &= (NodeState) ~(3u << STATE_LIST_SHIFT);
    s |= (NodeState)((u32)v->kind << STATE_LIST_SHIFT);
  }
  *state(v, i) = s;
  return true;
}

/* A foreign access to node `head`, its older siblings, and all their descendants. `base` is their
 * parent. No recursion: trees may be a million nodes deep. */
static bool foreign_list(const Visit *v, u32 head, u32 base) {
  const TreeNode *nodes = v->t->nodes.at;
  u32 i = head, up = base;
  for (;;) {
    bool finished = i == NODE_NONE || calm_list(v, i) >= v->kind;
    if (finished) { /* with the list: back to its parent */
      if (up == base) return true;
      i = up;
      up = nodes[i].parent;
    } else {
      u32 below = nodes[i].newest_child;
      if (calm(v, i) < v->kind && below != NODE_NONE && calm_list(v, below) < v->kind) {
        up = i;
        i = below;
        continue;
      }
    }
    if (!foreign(v, i, true)) return false;
    i = nodes[i].older;
  }
}

static bool path(const Visit *v, u32 node, u32 top) {
  for (u32 i = node; i != top; i = v->t->nodes.at[i].parent)
    if (!step(v, i, false)) return false;
  return true;
}

static void raise_calm_list(const Visit *v, u32 i) {
  if (calm_list(v, i) >= v->kind) return;
  *state(v, i) &= (NodeState) ~(3u << STATE_LIST_SHIFT);
  *state(v, i) |= (NodeState)((u32)v->kind << STATE_LIST_SHIFT);
}

/* The children of node i but for the one on the path. */
static bool foreign_children(const Visit *v, u32 i, u32 except) {
  const TreeNode *nodes = v->t->nodes.at;
  u32 newest = nodes[i].newest_child;
  if (except == NODE_NONE) return foreign_list(v, newest, i);
  if (calm_list(v, newest) >= v->kind) return true;
  for (u32 c = newest; c != except; c = nodes[c].older)
    if (calm(v, c) < v->kind)
      if (!foreign_list(v, nodes[c].newest_child, c) || !foreign(v, c, false)) return false;
  if (!foreign_list(v, nodes[except].older, i)) return false;
  if (calm(v, except) >= v->kind) /* then so are all: the next access of the kind finds it here */
    for (u32 c = except; c != NODE_NONE; c = nodes[c].newer) raise_calm_list(v, c);
  return true;
}

/* An access has been made through the node: it, those above it and all that does not hang below it
 * would not notice another, from it or from below. For writes that remains true above what two
 * accesses have in common, whatever is read. */
static void settle(const Visit *v, u32 node, TreeReach reach) {
  TreeRange *r = v->r;
  r->last_node = reach == REACH_ALL ? node : NODE_NONE;
  r->last_kind = (u32)v->kind;
  r->settled_read = node;
  r->settled_write = v->kind == TREE_WRITE ? node : tree_common(v->t, r->settled_write, node);
}

bool tree_access_range(Machine *m, Tree *t, u32 range, u32 node, TreeAccess kind, TreeReach reach,
                       TreeFault *f) {
  if (node == NODE_NONE) return tree_access_others(m, t, range, node, kind, reach, f);
  TreeRange *r = &t->ranges.at[range];
  tree_fill(m, t, r);
  if (r->last_node == node && r->last_kind >= (u32)kind) return true;
  Visit v = {m, t, r, kind, f};
  u32 top = tree_common(t, kind == TREE_WRITE ? r->settled_write : r->settled_read, node);
  if (!path(&v, node, top)) return false;
  if (reach == REACH_ALL && !foreign_children(&v, node, NODE_NONE)) return false;
  for (u32 i = node; i != top && t->nodes.at[i].parent != NODE_NONE; i = t->nodes.at[i].parent)
    if (!foreign_children(&v, t->nodes.at[i].parent, i)) return false;
  settle(&v, node, reach);
  return t->nroots == 1 || tree_access_others(m, t, range, node, kind, reach, f);
}

/* A range that has just been accessed like that, with all of its nodes known, does not change. */
static bool is_repeated(const Tree *t, u32 range, u64 off, u64 n, u32 node, TreeAccess kind) {
  const TreeRange *r = &t->ranges.at[range];
  return r->last_node == node && r->last_kind >= (u32)kind && r->len == t->nodes.len &&
         r->lo <= off && off + n <= tree_range_end(t, range);
}

bool tree_access(Machine *m, Alloc *a, Tree *t, u64 off, u64 n, u32 node, TreeAccess kind,
                 TreeFault *f) {
  if (!n) return true;
  if (node != NODE_NONE && is_repeated(t, 0, off, n, node, kind)) return true;
  u32 first, end;
  tree_span(t, off, n, &first, &end);
  for (u32 i = first; i < end; i++) {
    TreeWatch w = tree_watch(m, t, i);
    if (!tree_access_range(m, t, i, node, kind, REACH_ALL, f)) return false;
    tree_tell(m, a, t, i, w);
  }
  return true;
}

bool tree_end_protector(Machine *m, Alloc *a, Tree *t, u32 node, TreeFault *f) {
  for (u32 i = 0; i < t->ranges.len; i++) {
    NodeState s = tree_state(t, &t->ranges.at[i], node);
    TreeAccess kind = perm_associated(state_perm(s));
    if (!state_accessed(s) || kind == TREE_NONE) continue;
    TreeWatch w = tree_watch(m, t, i);
    if (!tree_access_range(m, t, i, node, kind, REACH_NOT_DESCENDANTS, f)) return false;
    tree_tell(m, a, t, i, w);
  }
  return true;
}

static bool is_strong_here(const Protector *p, const Alloc *a) {
  return p->alloc == a && p->kind == PROTECTOR_STRONG;
}

bool tree_may_die(Machine *m, const Alloc *a, Tree *t, TreeFault *f) {
  u32 oldest = m->protectors.len;
  for (u32 k = m->protectors.len; k-- > 0;)
    if (is_strong_here(&m->protectors.at[k], a)) oldest = k;
  for (u32 i = 0; i < t->ranges.len && oldest < m->protectors.len; i++)
    for (u32 k = m->protectors.len; k-- > oldest;) {
      const Protector *p = &m->protectors.at[k];
      u32 node = is_strong_here(p, a) ? tree_find(t, p->tag) : NODE_NONE;
      if (node == NODE_NONE) continue;
      NodeState s = tree_state(t, &t->ranges.at[i], node);
      if (!state_accessed(s) || state_perm(s) == PERM_CEL) continue;
      *f = (TreeFault){.why = BORROW_PROTECTED,
                       .off = t->ranges.at[i].lo,
                       .culprit = p->tag,
                       .perm = state_perm(s)};
      return false;
    }
  return true;
}
