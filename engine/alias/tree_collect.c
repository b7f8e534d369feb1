/* Forgetting tags that no pointer holds any more, where nothing can tell.
 *
 * A node influences the others only by refusing accesses: those through it and its descendants, and
 * while it is protected the foreign ones. One that is neither protected, nor exposed, nor in any
 * pointer's hands is never accessed itself again. Without children it refuses nothing any more.
 * With children it goes, and leaves them to its parent, when at every byte each of them already
 * refuses all that it would (perm_hides_behind). */
#include <string.h>

#include "engine/alias/tree.h"
#include "engine/base/memory.h"
#include "engine/mach/machine.h"

u32 tree_count(const Alloc *a) { return a->alias ? ((const Tree *)a->alias)->nodes.len : 1; }

static bool hides(const Tree *t, u32 node, u32 child, bool has_siblings) {
  for (u32 k = 0; k < t->ranges.len; k++) {
    const TreeRange *r = &t->ranges.at[k];
    if (!perm_hides_behind(state_perm(tree_state(t, r, node)), state_perm(tree_state(t, r, child)),
                           has_siblings))
      return false;
  }
  return true;
}

/* While nodes go, lists of children are kept apart from the tree's: singly linked, in any order. */
typedef struct Plan {
  bool *gone;
  u32 *parent, *first, *next;
} Plan;

static bool may_go(const Tree *t, const Plan *p, u32 i, bool inner) {
  u32 child = p->first[i];
  if (child == NODE_NONE) return true;
  if (!inner) return false;
  bool has_siblings = p->next[child] != NODE_NONE;
  for (; child != NODE_NONE; child = p->next[child])
    if (!hides(t, i, child, has_siblings)) return false;
  return true;
}

/* Node i goes; its children are its parent's. It has been taken out of no list yet. */
static void give_away(Plan *p, u32 i) {
  u32 up = p->parent[i];
  p->gone[i] = true;
  for (u32 c = p->first[i], next; c != NODE_NONE; c = next) {
    next = p->next[c];
    p->parent[c] = up;
    p->next[c] = p->first[up];
    p->first[up] = c;
  }
}

/* What goes, from the newest to the oldest: children before their parents. */
static u32 plan(Machine *m, Tree *t, Plan *p, bool inner,
                bool (*is_reachable)(const void *self, u32 tag), const void *self) {
  u32 n = t->nodes.len, ngone = 0;
  for (u32 i = 0; i < n; i++) {
    p->gone[i] = false;
    p->parent[i] = t->nodes.at[i].parent;
    p->first[i] = NODE_NONE;
  }
  for (u32 i = n; i-- > 1;) {
    TreeNode *node = &t->nodes.at[i];
    u32 up = p->parent[i];
    bool kept = up == NODE_NONE || node->exposed || tree_is_protected(m, node) ||
                is_reachable(self, node->tag) || !may_go(t, p, i, inner);
    if (!kept) {
      give_away(p, i);
      ngone++;
    } else if (up != NODE_NONE) {
      p->next[i] = p->first[up];
      p->first[up] = i;
    }
  }
  return ngone;
}

/* Numbers the nodes anew. A range's later nodes keep their unstored state. */
static void compact(Tree *t, const Plan *p, u32 *new_number) {
  u32 n = t->nodes.len, kept = 0;
  for (u32 i = 0; i < n; i++) {
    new_number[i] = kept;
    if (!p->gone[i]) kept++;
  }
  for (u32 k = 0; k < t->ranges.len; k++) {
    TreeRange *r = &t->ranges.at[k];
    u32 len = 0;
    for (u32 i = 0; i < r->len; i++)
      if (!p->gone[i]) r->state[len++] = r->state[i];
    r->len = len;
    tree_forget_calm(r);
  }
  for (u32 i = 0; i < n; i++) {
    if (p->gone[i]) continue;
    TreeNode node = t->nodes.at[i];
    u32 me = new_number[i];
    u32 up = p->parent[i] == NODE_NONE ? NODE_NONE : new_number[p->parent[i]];
    node.parent = up;
    node.newest_child = node.newer = node.older = NODE_NONE;
    if (up != NODE_NONE) {
      node.older = t->nodes.at[up].newest_child;
      if (node.older != NODE_NONE) t->nodes.at[node.older].newer = me;
      t->nodes.at[up].newest_child = me;
    }
    t->nodes.at[me] = node;
  }
  t->nodes.len = kept;
  t->found = 0;
}

void tree_collect(Machine *m, Alloc *a, bool (*is_reachable)(const void *self, u32 tag),
                  const void *self) {
  Tree *t = a->alias;
  if (!t) return;
  /* Wildcards count exposed descendants and may leave a node as it is while its child changes: then
   * only leaves go. */
  bool inner = !m->model->aliasing->approximates_wildcards;
  u32 n = t->nodes.len;
  Plan p = {.gone = memory_alloc(n * sizeof *p.gone),
            .parent = memory_alloc(n * sizeof *p.parent),
            .first = memory_alloc(n * sizeof *p.first),
            .next = memory_alloc(n * sizeof *p.next)};
  if (plan(m, t, &p, inner, is_reachable, self)) {
    u32 *new_number = p.next; /* lists are not needed any more */
    compact(t, &p, new_number);
  }
  tree_merge(t);
  t->crowded_at = t->ranges.len * 2 < TREE_CROWDED ? TREE_CROWDED : t->ranges.len * 2;
  t->collected = m->last_tag;
  free(p.gone);
  free(p.parent);
  free(p.first);
  free(p.next);
}
