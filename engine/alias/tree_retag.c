/* Retags in Tree Borrows: what a new pointer may do (semantics/borrow-models, 3.4). */
#include "engine/alias/tree.h"

#include "engine/mach/machine.h"

typedef enum When { WHEN_PLAIN, WHEN_ENTRY, WHEN_WRITTEN, WHEN_COUNT } When;

typedef struct NewPerm {
  Perm frozen, cell, outside, outside_cell;
  ProtectorKind protector;
} NewPerm;

static const NewPerm rows[][WHEN_COUNT] = {
#define ROW(pointer, when, frozen, cell, outside, outside_cell, protector)                         \
  [PTR_##pointer][WHEN_##when] = {PERM_##frozen, PERM_##cell, PERM_##outside, PERM_##outside_cell, \
                                  PROTECTOR_##protector},
#include "engine/alias/tree_retag.def"
#undef ROW
};

/* The permission of the bytes of the pointee, in order. */
typedef struct Inside {
  u64 lo, hi; /* in the allocation */
  Perm perm;
} Inside;

static NewPerm new_perm(const Machine *m, const Retag *r) {
  When when = r->mode != RETAG_FN_ENTRY                                ? WHEN_PLAIN
              : m->model->aliasing->implicit_writes && !r->no_writable ? WHEN_WRITTEN
                                                                       : WHEN_ENTRY;
  return rows[type_get(m->types, r->ty)->u.ptr.kind][when];
}

static Inside *inside_of(Machine *m, const Retag *r, const NewPerm *p, u32 *n) {
  if (m->model->aliasing->coarse_cells) {
    *n = r->size > 0;
    Inside *all = arena_new(m->arena, Inside);
    *all = (Inside){r->off, r->off + r->size,
                    type_is_freeze(m->types, r->pointee) ? p->frozen : p->cell};
    return all;
  }
  const CellRange *cells = cells_of(m, r->pointee, r->meta, r->size, n);
  Inside *out = arena_array(m->arena, Inside, *n + 1);
  for (u32 i = 0; i < *n; i++)
    out[i] = (Inside){r->off + cells[i].lo, r->off + cells[i].hi,
                      cells[i].is_cell ? p->cell : p->frozen};
  return out;
}

_Noreturn static void refused(Machine *m, const Retag *r, const TreeFault *f, Perm wanted) {
  borrow_ub(m, &(BorrowFault){.act = BORROW_ACT_RETAG,
                              .why = f->why,
                              .a = r->a,
                              .off = f->off,
                              .lo = r->off,
                              .n = r->size,
                              .tag = r->parent,
                              .culprit = f->culprit,
                              .perm = perm_full(f->perm),
                              .wanted = perm_full(wanted),
                              .pointer = type_str_of(m->types, r->ty)});
}

/* The access that making the pointer is. */
static void access_by_retag(Machine *m, const Retag *r, Tree *t, u32 parent, const Inside *in) {
  TreeAccess kind = perm_associated(in->perm);
  TreeFault f;
  if (kind == TREE_NONE) return;
  if (kind == TREE_WRITE && r->a->read_only)
    mach_ub(
        m, UB_READ_ONLY, r->a,
        "a function's argument of type `%s` is written at its entry, but points to %s, which is "
        "read-only",
        type_str_of(m->types, r->ty), mach_alloc_name(m, r->a));
  if (!tree_access(m, r->a, t, in->lo, in->hi - in->lo, parent, kind, &f))
    refused(m, r, &f, in->perm);
}

static void set_inside(Machine *m, const Retag *r, Tree *t, const Inside *in) {
  u32 first, end;
  tree_span(t, in->lo, in->hi - in->lo, &first, &end);
  for (u32 i = first; i < end; i++)
    tree_set_newest(m, t, &t->ranges.at[i], in->perm, in->perm != PERM_CEL);
  if (m->recorder)
    mach_record(m, (Record){.kind = RECORD_PERM,
                            .alloc = r->a,
                            .off = in->lo,
                            .n = in->hi - in->lo,
                            .tag = t->nodes.at[t->nodes.len - 1].tag,
                            .text2 = perm_full(in->perm)});
}

/* Ranges that differ only in tags that nobody holds any more cost every access to all of them: then
 * the machine should collect before it would otherwise, unless it has just done so. */
static void ask_for_collection(Machine *m, const Tree *t) {
  bool is_crowded = t->ranges.len >= t->crowded_at;
  if (is_crowded && m->last_tag - t->collected >= 64 + m->live_bytes / 64 &&
      m->collect_at > m->last_tag)
    m->collect_at = m->last_tag;
}

u32 tree_retag(Machine *m, const Retag *r) {
  PtrKind pointer = type_get(m->types, r->ty)->u.ptr.kind;
  if (pointer != PTR_REF && !type_is_unpin(m->types, r->pointee)) return r->parent;
  NewPerm p = new_perm(m, r);
  bool has_cell = !type_is_freeze(m->types, r->pointee);
  u32 tag = tag_of_retag(m, r);
  if (p.protector != PROTECTOR_NONE) protector_add(m, tag, p.protector, r->a);
  Tree *t = tree_of(r->a);
  u32 parent = tree_node(m, t, r->parent);
  u32 n;
  const Inside *inside = inside_of(m, r, &p, &n);
  for (u32 i = 0; i < n; i++) access_by_retag(m, r, t, parent, &inside[i]);
  tree_add(t, parent, tag, has_cell ? p.outside_cell : p.outside, p.protector != PROTECTOR_NONE);
  for (u32 i = 0; i < n; i++) set_inside(m, r, t, &inside[i]);
  ask_for_collection(m, t);
  return tag;
}
