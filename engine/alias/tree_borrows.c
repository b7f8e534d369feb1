/* Tree Borrows as an aliasing discipline (Villani, Hostert, Dreyer, Jung: Tree Borrows, PLDI 2025;
 * semantics/borrow-models, section 3). The state is described in tree.h, the transitions are the
 * table in tree_perms.def, what retags give the one in tree_retag.def. */
#include "engine/alias/tree.h"

#include "engine/mach/machine.h"

_Noreturn static void refused(Machine *m, Alloc *a, BorrowAct act, u64 lo, u64 n, u32 tag,
                              const TreeFault *f) {
  borrow_ub(m, &(BorrowFault){.act = act,
                              .why = f->why,
                              .a = a,
                              .off = f->off,
                              .lo = lo,
                              .n = n,
                              .tag = tag,
                              .culprit = f->culprit,
                              .perm = perm_full(f->perm)});
}

static void on_access(Machine *m, Alloc *a, u64 off, u64 n, u32 tag, bool is_write) {
  Tree *t = tree_of(a);
  TreeFault f;
  if (!tree_access(m, a, t, off, n, tree_node(m, t, tag), is_write ? TREE_WRITE : TREE_READ, &f))
    refused(m, a, is_write ? BORROW_ACT_WRITE : BORROW_ACT_READ, off, n, tag, &f);
}

static void free_state(Alloc *a) {
  tree_free(a->alias);
  a->alias = NULL;
}

static void on_dealloc(Machine *m, Alloc *a, u32 tag) {
  Tree *t = tree_of(a);
  TreeFault f;
  u32 node = tree_node(m, t, tag);
  if (!tree_access(m, a, t, 0, a->size, node, TREE_WRITE, &f) || !tree_may_die(m, a, t, &f))
    refused(m, a, BORROW_ACT_DEALLOC, 0, a->size, tag, &f);
  free_state(a);
}

static void on_expose(Machine *m, Alloc *a, u32 tag) {
  Tree *t = tree_of(a);
  u32 i = tree_node(m, t, tag);
  if (i != NODE_NONE) t->nodes.at[i].exposed = true;
}

static void on_return(Machine *m, u32 first) {
  for (u32 i = first; i < m->protectors.len; i++) {
    const Protector *p = &m->protectors.at[i];
    if (!p->alloc->live || !p->alloc->alias) continue;
    Tree *t = p->alloc->alias;
    TreeFault f;
    if (!tree_end_protector(m, p->alloc, t, tree_node(m, t, p->tag), &f))
      refused(m, p->alloc, BORROW_ACT_WRITE, 0, p->alloc->size, p->tag, &f);
  }
}

#define TREE_HOOKS                                                                              \
  .is_tree = true, .on_access = on_access, .on_dealloc = on_dealloc, .on_retag = tree_retag,    \
  .on_expose = on_expose, .on_return = on_return, .collect = tree_collect, .count = tree_count, \
  .dump = tree_dump, .free_state = free_state

const Aliasing aliasing_tree = {.name = "tree", .summary = "Tree Borrows", TREE_HOOKS};
const Aliasing aliasing_tree_implicit_writes = {
    .name = "tree-implicit-writes",
    .summary = "Tree Borrows; function entry writes through `&mut` and Box arguments",
    .implicit_writes = true,
    TREE_HOOKS};
const Aliasing aliasing_tree_coarse_cells = {
    .name = "tree-coarse-cells",
    .summary = "Tree Borrows; a type with an UnsafeCell is one as a whole",
    .coarse_cells = true,
    TREE_HOOKS};
const Aliasing aliasing_tree_wildcard = {
    .name = "tree-wildcard",
    .summary = "Tree Borrows; what a pointer made from an integer may be is approximated",
    .approximates_wildcards = true,
    TREE_HOOKS};
