/* The transition table and what follows from it. */
#include "engine/alias/tree_perms.h"

#include <assert.h>

typedef struct PermRow {
  const char *shorter, *full;
  Perm child_read, child_write[2], foreign_read[2], foreign_write[2]; /* [is_protected] */
} PermRow;

static const PermRow rows[PERM_COUNT] = {
#define PERM(code, shorter, full, cr, cw, cwp, fr, frp, fw, fwp) \
  [PERM_##code] = {shorter,                                      \
                   full,                                         \
                   PERM_##cr,                                    \
                   {PERM_##cw, PERM_##cwp},                      \
                   {PERM_##fr, PERM_##frp},                      \
                   {PERM_##fw, PERM_##fwp}},
#include "engine/alias/tree_perms.def"
#undef PERM
};

const char *perm_short(Perm p) { return rows[p].shorter; }
const char *perm_full(Perm p) { return rows[p].full; }

Perm perm_next(Perm p, bool is_foreign, TreeAccess kind, bool is_protected) {
  assert(p < PERM_COUNT && kind != TREE_NONE);
  const PermRow *row = &rows[p];
  if (is_foreign)
    return kind == TREE_WRITE ? row->foreign_write[is_protected] : row->foreign_read[is_protected];
  return kind == TREE_WRITE ? row->child_write[is_protected] : row->child_read;
}

TreeAccess perm_associated(Perm p) {
  return p == PERM_CEL ? TREE_NONE : p == PERM_UNQ ? TREE_WRITE : TREE_READ;
}

TreeAccess perm_unimpressed(Perm p, bool is_protected) {
  switch (p) {
  case PERM_CEL:
  case PERM_REIM:
  case PERM_DIS: return TREE_WRITE;
  case PERM_RESC:
  case PERM_FRZ: return TREE_READ;
  case PERM_RES: return is_protected ? TREE_NONE : TREE_READ;
  default: return TREE_NONE;
  }
}

/* Bit c of row n: the greatest set of pairs (node, child) in which the node never refuses what the
 * child allows, closed under the accesses that both see: child or foreign to both alike and, with
 * siblings, child of the node but foreign to the child. tests/unit/test_tree.c computes it from the
 * transitions. */
#define BIT(p) (1u << PERM_##p)
#define ALL (BIT(CEL) | BIT(RES) | BIT(RESC) | BIT(REIM) | BIT(UNQ) | BIT(FRZ) | BIT(DIS))
static const u32 hides[2][PERM_COUNT] = {
    {
        [PERM_CEL] = ALL,
        [PERM_RES] = BIT(RES) | BIT(RESC) | BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_RESC] = BIT(RES) | BIT(RESC) | BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_REIM] = BIT(RES) | BIT(RESC) | BIT(REIM) | BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_UNQ] = BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_FRZ] = BIT(FRZ) | BIT(DIS),
        [PERM_DIS] = BIT(DIS),
    },
    {
        [PERM_CEL] = ALL,
        [PERM_RES] = BIT(RES) | BIT(RESC) | BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_RESC] = BIT(RES) | BIT(RESC) | BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_REIM] = BIT(RES) | BIT(RESC) | BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_UNQ] = BIT(UNQ) | BIT(FRZ) | BIT(DIS),
        [PERM_FRZ] = BIT(FRZ) | BIT(DIS),
        [PERM_DIS] = BIT(DIS),
    },
};

bool perm_hides_behind(Perm node, Perm child, bool has_siblings) {
  return hides[has_siblings][node] >> child & 1;
}
