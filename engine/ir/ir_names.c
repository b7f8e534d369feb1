/* Small facts about the words of the core IR, read from its tables. */
#include "engine/ir/ir.h"

#include <string.h>

TypeId operand_type(const Operand *op) {
  return op->kind == OPERAND_CONST ? op->konst.ty : op->place.ty;
}

static const char *const binop_symbols[] = {
#define BINOP(code, symbol) symbol,
#include "engine/ir/binop.def"
#undef BINOP
};

const char *binop_symbol(BinOp op) { return (u32)op < BIN_COUNT ? binop_symbols[op] : "?"; }

bool binop_is_comparison(BinOp op) { return op >= BIN_EQ && op <= BIN_GE; }

typedef struct IntrinsicInfo {
  const char *name;
  unsigned ntypes, nargs;
} IntrinsicInfo;

static const IntrinsicInfo intrinsics[] = {
#define INTRINSIC(code, name, ntypes, nargs) {name, ntypes, nargs},
#include "engine/ir/intrinsic.def"
#undef INTRINSIC
};

const char *intrinsic_name(Intrinsic i) { return (u32)i < INTR_COUNT ? intrinsics[i].name : "?"; }
unsigned intrinsic_nargs(Intrinsic i) { return (u32)i < INTR_COUNT ? intrinsics[i].nargs : 0; }
unsigned intrinsic_ntypes(Intrinsic i) { return (u32)i < INTR_COUNT ? intrinsics[i].ntypes : 0; }

Intrinsic intrinsic_by_name(const char *name) {
  for (u32 i = 0; i < INTR_COUNT; i++)
    if (strcmp(intrinsics[i].name, name) == 0) return (Intrinsic)i;
  return INTR_COUNT;
}
