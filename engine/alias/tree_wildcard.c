/* Pointers made from integers, where the model approximates the angelic choice among exposed tags
 * instead of trying each (semantics/borrow-models, 3.8).
 *
 * A wildcard access was made through some exposed tag that allows it. If all of those lie below a
 * node, it is a child access there; if none does, a foreign one; else nothing is known and the node
 * stays as it is. What is made from a wildcard pointer is the root of a tree of its own, which
 * hangs below an exposed tag of an older tree, nobody knows which.
 *
 * Plain code: every node of every tree is visited, children before their parents, and what an
 * access takes from the exposed tags below is taken into account above. */
#include "engine/alias/tree.h"

#include "engine/mach/machine.h"

/* An access to one range that was not made through a known node of the tree visited. */
typedef struct Guess {
  Machine *m;
  Tree *t;
  u32 range;
  TreeAccess kind;
  u32 max_tag; /* only tags up to this one can have been accessed, or hold what was */
  u32 *below;  /* per node: exposed tags of its subtree that allow the access */
  TreeFault *fault;
} Guess;

static NodeState state(const Guess *g, u32 i) { return g->t->ranges.at[g->range].state[i]; }

/* The access that an exposed node allows. */
static TreeAccess level(const Guess *g, u32 i) {
  TreeNode *n = &g->t->nodes.at[i];
  if (!n->exposed) return TREE_NONE;
  switch (state_perm(state(g, i))) {
  case PERM_DIS: return TREE_NONE;
  case PERM_FRZ: return TREE_READ;
  case PERM_RESC: return tree_is_protected(g->m, n) ? TREE_READ : TREE_WRITE;
  default: return TREE_WRITE;
  }
}

static bool allows(const Guess *g, u32 i) { return level(g, i) >= g->kind; }

static void count(Guess *g) {
  Tree *t = g->t;
  vec_clear(&t->counts);
  vec_reserve(&t->counts, t->nodes.len);
  g->below = t->counts.at;
  for (u32 i = 0; i < t->nodes.len; i++) g->below[i] = allows(g, i);
  for (u32 i = t->nodes.len; i-- > 0;) {
    u32 up = t->nodes.at[i].parent;
    if (up != NODE_NONE) g->below[up] += g->below[i];
  }
}

static bool nobody(const Guess *g) {
  *g->fault = (TreeFault){.why = BORROW_NO_EXPOSED, .off = g->t->ranges.at[g->range].lo};
  return false;
}

/* A tree beside the main one may also have been accessed from outside. */
static bool visit(Guess *g, u32 i, u32 root) {
  const TreeNode *nodes = g->t->nodes.at;
  u32 total = g->below[root] + (root != 0), here = g->below[i];
  bool impossible = nodes[i].tag > g->max_tag;
  if (!total || (here == total && impossible)) return nobody(g);
  if (here && here < total && !impossible) return true; /* not known */
  bool before = allows(g, i);
  if (!tree_step(g->m, g->t, g->range, i, g->kind, here < total, g->fault)) return false;
  if (before && !allows(g, i))
    for (u32 k = i; k != NODE_NONE; k = nodes[k].parent) g->below[k]--;
  return true;
}

static u32 first_below(const Tree *t, u32 i) {
  while (t->nodes.at[i].newest_child != NODE_NONE) i = t->nodes.at[i].newest_child;
  return i;
}

static bool visit_tree(Guess *g, u32 root) {
  const Tree *t = g->t;
  if (root == 0) {
    bool justified = false;
    for (u32 i = 0; i < t->nodes.len && t->nodes.at[i].tag <= g->max_tag && !justified; i++)
      justified = tree_root_of(t, i) == 0 && allows(g, i);
    if (!justified) return nobody(g);
  }
  for (u32 i = first_below(t, root);;) {
    if (!visit(g, i, root)) return false;
    if (i == root) return true;
    u32 older = t->nodes.at[i].older;
    i = older != NODE_NONE ? first_below(t, older) : t->nodes.at[i].parent;
  }
}

u32 tree_root_of(const Tree *t, u32 i) {
  while (t->nodes.at[i].parent != NODE_NONE) i = t->nodes.at[i].parent;
  return i;
}

/* The smallest exposed tag of a node and its descendants. */
static u32 first_exposed_below(const Tree *t, u32 node) {
  for (u32 i = node; i < t->nodes.len; i++) {
    if (!t->nodes.at[i].exposed) continue;
    u32 up = i;
    while (up != NODE_NONE && up != node) up = t->nodes.at[up].parent;
    if (up == node) return t->nodes.at[i].tag;
  }
  return UINT32_MAX;
}

bool tree_access_others(Machine *m, Tree *t, u32 range, u32 node, TreeAccess kind, TreeReach reach,
                        TreeFault *f) {
  tree_fill(m, t, &t->ranges.at[range]);
  u32 own = node == NODE_NONE ? NODE_NONE : tree_root_of(t, node);
  u32 limit = reach == REACH_NOT_DESCENDANTS ? first_exposed_below(t, node) : UINT32_MAX;
  Guess g = {.m = m,
             .t = t,
             .range = range,
             .kind = kind,
             .max_tag = own == NODE_NONE ? UINT32_MAX : t->nodes.at[own].tag,
             .fault = f};
  count(&g);
  for (u32 i = 0; i < t->nodes.len; i++) {
    const TreeNode *n = &t->nodes.at[i];
    if (n->parent != NODE_NONE || i == own) continue;
    if (i && n->tag > limit) continue; /* may hang below the node */
    if (!visit_tree(&g, i)) return false;
  }
  tree_forget_calm(&t->ranges.at[range]);
  return true;
}
