/* Telling people about the tree: what an access has changed, and the whole state. */
#include <string.h>

#include "engine/alias/tree.h"
#include "engine/mach/machine.h"

TreeWatch tree_watch(Machine *m, const Tree *t, u32 range) {
  TreeWatch w = {NULL, t->nodes.len};
  if (!m->recorder) return w;
  w.before = arena_array(m->arena, NodeState, w.n);
  for (u32 i = 0; i < w.n; i++) w.before[i] = tree_state(t, &t->ranges.at[range], i);
  return w;
}

void tree_tell(Machine *m, Alloc *a, const Tree *t, u32 range, TreeWatch w) {
  if (!m->recorder) return;
  const TreeRange *r = &t->ranges.at[range];
  for (u32 i = 0; i < w.n; i++) {
    Perm before = state_perm(w.before[i]), after = state_perm(tree_state(t, r, i));
    if (before == after) continue;
    mach_record(m, (Record){.kind = RECORD_PERM,
                            .alloc = a,
                            .off = r->lo,
                            .n = tree_range_end(t, range) - r->lo,
                            .tag = t->nodes.at[i].tag,
                            .text = perm_full(before),
                            .text2 = perm_full(after)});
  }
}

/* ---- the whole state */

/* The nodes in preorder, children by tag; depth[i] of node i. */
static u32 *preorder(const Tree *t, Arena *arena, u32 *depth) {
  u32 n = t->nodes.len, filled = 0;
  u32 *order = arena_array(arena, u32, n);
  u32 *oldest = arena_array(arena, u32, n);
  for (u32 i = 0; i < n; i++) oldest[i] = NODE_NONE;
  for (u32 i = n; i-- > 0;) {
    u32 p = t->nodes.at[i].parent;
    if (p != NODE_NONE) oldest[p] = i;
  }
  for (u32 root = 0; root < n; root++) {
    if (t->nodes.at[root].parent != NODE_NONE) continue;
    u32 i = root;
    depth[i] = 0;
    for (;;) {
      order[filled++] = i;
      if (oldest[i] != NODE_NONE) {
        depth[oldest[i]] = depth[i] + 1;
        i = oldest[i];
        continue;
      }
      while (i != root && t->nodes.at[i].newer == NODE_NONE) i = t->nodes.at[i].parent;
      if (i == root) break;
      u32 next = t->nodes.at[i].newer;
      depth[next] = depth[i];
      i = next;
    }
  }
  return order;
}

static AliasItem item_of(Machine *m, const Tree *t, const TreeRange *r, u32 i, u32 depth) {
  const TreeNode *n = &t->nodes.at[i];
  NodeState s = tree_state(t, r, i);
  ProtectorKind kind = protector_of(m, n->tag);
  return (AliasItem){.tag = n->tag,
                     .parent = n->parent == NODE_NONE ? 0 : t->nodes.at[n->parent].tag,
                     .depth = depth,
                     .perm = perm_short(state_perm(s)),
                     .full = perm_full(state_perm(s)),
                     .accessed = state_accessed(s),
                     .exposed = n->exposed,
                     .is_protected = kind != PROTECTOR_NONE,
                     .is_strong = kind == PROTECTOR_STRONG};
}

static bool same_states(const Tree *t, const TreeRange *a, const TreeRange *b) {
  for (u32 i = 0; i < t->nodes.len; i++)
    if (tree_state(t, a, i) != tree_state(t, b, i)) return false;
  return true;
}

static bool is_exposed(const Machine *m, const Alloc *a, u32 tag) {
  for (u32 i = 0; a->exposed && i < m->exposures.len; i++)
    if (m->exposures.at[i].alloc == a->id && m->exposures.at[i].tag == tag) return true;
  return false;
}

/* Nobody has borrowed it: there is only the root. */
static void dump_untouched(Machine *m, const Alloc *a, Arena *arena, AliasDump *out) {
  if (!a->size) return;
  out->nranges = 1;
  out->ranges = arena_new(arena, AliasRange);
  AliasItem *root = arena_new(arena, AliasItem);
  *root = (AliasItem){.tag = a->root_tag,
                      .perm = perm_short(PERM_UNQ),
                      .full = perm_full(PERM_UNQ),
                      .accessed = true,
                      .exposed = is_exposed(m, a, a->root_tag)};
  *out->ranges = (AliasRange){.hi = a->size, .nitems = 1, .items = root};
}

void tree_dump(Machine *m, const Alloc *a, Arena *arena, AliasDump *out) {
  *out = (AliasDump){.is_tree = true};
  const Tree *t = a->alias;
  if (!t) {
    dump_untouched(m, a, arena, out);
    return;
  }
  u32 n = t->nodes.len;
  u32 *depth = arena_array(arena, u32, n);
  u32 *order = preorder(t, arena, depth);
  out->ranges = arena_array(arena, AliasRange, t->ranges.len);
  for (u32 k = 0; k < t->ranges.len; k++) {
    const TreeRange *r = &t->ranges.at[k];
    if (k && same_states(t, &t->ranges.at[k - 1], r)) {
      out->ranges[out->nranges - 1].hi = tree_range_end(t, k);
      continue;
    }
    AliasItem *items = arena_array(arena, AliasItem, n);
    for (u32 i = 0; i < n; i++) items[i] = item_of(m, t, r, order[i], depth[order[i]]);
    out->ranges[out->nranges++] =
        (AliasRange){.lo = r->lo, .hi = tree_range_end(t, k), .nitems = n, .items = items};
  }
}
