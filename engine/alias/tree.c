/* Tree Borrows' tree: nodes, and ranges of bytes with the state of every node. */
#include "engine/alias/tree.h"

#include <assert.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/mach/machine.h"

enum {
  MERGE_MIN = 32,
  STATES_PER_BYTE = 16 /* of the program's memory limit: what one tree may need besides */
};

Tree *tree_create(u64 size, u32 root_tag) {
  Tree *t = memory_alloc_zeroed(1, sizeof *t);
  t->size = size;
  t->nroots = 1;
  t->merge_at = MERGE_MIN;
  t->crowded_at = TREE_CROWDED;
  t->collected = root_tag;
  TreeNode root = {.tag = root_tag,
                   .parent = NODE_NONE,
                   .newest_child = NODE_NONE,
                   .older = NODE_NONE,
                   .newer = NODE_NONE,
                   .outside = PERM_DIS};
  vec_push(&t->nodes, root);
  if (!size) return t;
  TreeRange all = {0};
  all.state = vec_grow(NULL, &all.cap, 4, sizeof *all.state);
  all.state[0] = PERM_UNQ | STATE_ACCESSED;
  all.len = 1;
  all.last_node = all.settled_read = all.settled_write = NODE_NONE;
  t->bytes = all.cap;
  vec_push(&t->ranges, all);
  return t;
}

void tree_free(Tree *t) {
  if (!t) return;
  for (u32 i = 0; i < t->ranges.len; i++) free(t->ranges.at[i].state);
  vec_free(&t->ranges);
  vec_free(&t->nodes);
  vec_free(&t->counts);
  free(t);
}

u32 tree_find(Tree *t, u32 tag) {
  if (t->nodes.at[t->found].tag == tag) return t->found;
  u32 lo = 0, hi = t->nodes.len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    if (t->nodes.at[mid].tag < tag)
      lo = mid + 1;
    else
      hi = mid;
  }
  if (lo == t->nodes.len || t->nodes.at[lo].tag != tag) return NODE_NONE;
  return t->found = lo;
}

u32 tree_node(Machine *m, Tree *t, u32 tag) {
  if (tag == TAG_WILDCARD) return NODE_NONE;
  u32 i = tree_find(t, tag);
  if (i == NODE_NONE) mach_unsupported(m, "internal: a tag that its tree does not know");
  return i;
}

Tree *tree_of(Alloc *a) {
  if (!a->alias) a->alias = tree_create(a->size, a->root_tag);
  return a->alias;
}

u32 tree_add(Tree *t, u32 parent, u32 tag, Perm outside, bool is_protected) {
  u32 i = t->nodes.len;
  assert(t->nodes.at[i - 1].tag < tag);
  u32 older = parent == NODE_NONE ? NODE_NONE : t->nodes.at[parent].newest_child;
  TreeNode n = {.tag = tag,
                .parent = parent,
                .newest_child = NODE_NONE,
                .older = older,
                .newer = NODE_NONE,
                .outside = outside,
                .guarded = is_protected};
  vec_push(&t->nodes, n);
  if (older != NODE_NONE) t->nodes.at[older].newer = i;
  if (parent == NODE_NONE)
    t->nroots++;
  else
    t->nodes.at[parent].newest_child = i;
  return t->found = i;
}

bool tree_is_protected(const Machine *m, TreeNode *n) {
  if (n->guarded && !protector_find(m, n->tag)) n->guarded = false;
  return n->guarded;
}

/* ---- ranges */

u64 tree_range_end(const Tree *t, u32 range) {
  return range + 1 < t->ranges.len ? t->ranges.at[range + 1].lo : t->size;
}

/* The range that byte `off` belongs to. */
static u32 range_of(const Tree *t, u64 off) {
  u32 lo = 0, hi = t->ranges.len;
  while (hi - lo > 1) {
    u32 mid = lo + (hi - lo) / 2;
    if (t->ranges.at[mid].lo <= off)
      lo = mid;
    else
      hi = mid;
  }
  return lo;
}

/* A range begins at `off`, which lies in range i: the number of that range. */
static u32 split(Tree *t, u32 i, u64 off) {
  if (t->ranges.at[i].lo == off) return i;
  vec_reserve(&t->ranges, t->ranges.len + 1);
  TreeRange *r = &t->ranges.at[i];
  memmove(r + 2, r + 1, (t->ranges.len - i - 1) * sizeof *r);
  t->ranges.len++;
  r[1] = r[0];
  r[1].lo = off;
  r[1].state = memory_alloc(r->cap);
  memcpy(r[1].state, r->state, r->len);
  t->bytes += r->cap;
  return i + 1;
}

void tree_span(Tree *t, u64 off, u64 n, u32 *first, u32 *end) {
  assert(n && off + n <= t->size);
  if (t->ranges.len >= t->merge_at) tree_merge(t);
  *first = split(t, range_of(t, off), off);
  u64 stop = off + n;
  *end = stop == t->size ? t->ranges.len : split(t, range_of(t, stop), stop);
}

NodeState tree_state(const Tree *t, const TreeRange *r, u32 node) {
  return node < r->len ? r->state[node] & (STATE_PERM | STATE_ACCESSED) : t->nodes.at[node].outside;
}

static TreeAccess calm(NodeState s) { return (TreeAccess)(s >> STATE_CALM_SHIFT & 3); }
static TreeAccess calm_list(NodeState s) { return (TreeAccess)(s >> STATE_LIST_SHIFT & 3); }

static NodeState with_calm(NodeState s, TreeAccess own, TreeAccess list) {
  return (NodeState)((s & (STATE_PERM | STATE_ACCESSED)) | (u32)own << STATE_CALM_SHIFT |
                     (u32)list << STATE_LIST_SHIFT);
}

/* A node that is calm promises it for its descendants, and a list for all that are older. So what
 * is lowered here has to be lowered for the newer siblings, the parent and so on, until one of them
 * promises no more than that already: then everything further out does not, either. */
void tree_lower_calm(const Tree *t, TreeRange *r, u32 i, TreeAccess kind) {
  while (i != NODE_NONE) {
    NodeState s = r->state[i];
    if (calm(s) <= kind) return;
    if (calm_list(s) <= kind) {
      r->state[i] = with_calm(s, kind, calm_list(s));
      return;
    }
    r->state[i] = with_calm(s, kind, kind);
    for (u32 c = t->nodes.at[i].newer; c != NODE_NONE && c < r->len; c = t->nodes.at[c].newer) {
      NodeState newer = r->state[c];
      if (calm_list(newer) <= kind) return;
      r->state[c] = with_calm(newer, calm(newer), kind);
    }
    i = t->nodes.at[i].parent;
  }
}

u32 tree_common(const Tree *t, u32 a, u32 b) {
  while (a != b && a != NODE_NONE && b != NODE_NONE) /* parents have smaller numbers */
    if (a > b)
      a = t->nodes.at[a].parent;
    else
      b = t->nodes.at[b].parent;
  return a == b ? a : NODE_NONE;
}

/* A node without accesses has come below node `parent`. */
static void unsettle(const Tree *t, TreeRange *r, u32 parent) {
  r->last_node = NODE_NONE;
  r->settled_read = tree_common(t, r->settled_read, parent);
  r->settled_write = tree_common(t, r->settled_write, parent);
}

/* Stores the state of node number r->len, with what its permission says about foreign accesses. */
static void append(const Tree *t, TreeRange *r, Perm p, bool accessed) {
  u32 i = r->len++;
  const TreeNode *n = &t->nodes.at[i];
  TreeAccess own = perm_unimpressed(p, n->guarded);
  TreeAccess list = own;
  if (n->older != NODE_NONE && calm_list(r->state[n->older]) < own)
    list = calm_list(r->state[n->older]);
  r->state[i] = with_calm((NodeState)(p | (accessed ? STATE_ACCESSED : 0)), own, list);
  unsettle(t, r, n->parent);
  tree_lower_calm(t, r, n->parent, own);
}

static void reserve(Machine *m, Tree *t, TreeRange *r) {
  if (r->cap >= t->nodes.len) return;
  t->bytes -= r->cap;
  r->state = vec_grow(r->state, &r->cap, t->nodes.len, sizeof *r->state);
  t->bytes += r->cap;
  if (m->x && t->bytes / STATES_PER_BYTE > m->x->limits.memory) mach_limit(m, LIMIT_MEMORY);
}

void tree_fill(Machine *m, Tree *t, TreeRange *r) {
  if (r->len == t->nodes.len) return;
  reserve(m, t, r);
  while (r->len < t->nodes.len) append(t, r, (Perm)t->nodes.at[r->len].outside, false);
}

void tree_set_newest(Machine *m, Tree *t, TreeRange *r, Perm p, bool accessed) {
  reserve(m, t, r);
  while (r->len + 1 < t->nodes.len) append(t, r, (Perm)t->nodes.at[r->len].outside, false);
  append(t, r, p, accessed);
}

void tree_forget_calm(TreeRange *r) {
  for (u32 i = 0; i < r->len; i++) r->state[i] &= STATE_PERM | STATE_ACCESSED;
  r->last_node = r->settled_read = r->settled_write = NODE_NONE;
}

/* ---- joining ranges */

static bool agree(const Tree *t, const TreeRange *a, const TreeRange *b) {
  u32 n = a->len > b->len ? a->len : b->len;
  for (u32 i = 0; i < n; i++)
    if (tree_state(t, a, i) != tree_state(t, b, i)) return false;
  return true;
}

static TreeAccess weaker(TreeAccess a, TreeAccess b) { return a < b ? a : b; }

/* b agrees with a and goes; a keeps what both promise. */
static void join(Tree *t, TreeRange *a, TreeRange *b) {
  if (a->len != b->len) {
    if (a->len > b->len) a->len = b->len; /* the rest has not changed since it was made */
  }
  for (u32 i = 0; i < a->len; i++) {
    NodeState x = a->state[i], y = b->state[i];
    a->state[i] = with_calm(x, weaker(calm(x), calm(y)), weaker(calm_list(x), calm_list(y)));
  }
  a->last_node = a->settled_read = a->settled_write = NODE_NONE;
  t->bytes -= b->cap;
  free(b->state);
}

void tree_merge(Tree *t) {
  u32 kept = 0;
  for (u32 i = 1; i < t->ranges.len; i++) {
    if (agree(t, &t->ranges.at[kept], &t->ranges.at[i]))
      join(t, &t->ranges.at[kept], &t->ranges.at[i]);
    else
      t->ranges.at[++kept] = t->ranges.at[i];
  }
  if (t->ranges.len) t->ranges.len = kept + 1;
  t->merge_at = t->ranges.len * 2 < MERGE_MIN ? MERGE_MIN : t->ranges.len * 2;
}
