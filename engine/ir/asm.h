/* What is known of an `asm!` block: its template, operands and options. The program runs the story
 * of a block in its place; the instructions are kept for those who check them against it. */
#ifndef LITMUS_IR_ASM_H
#define LITMUS_IR_ASM_H

#include "engine/base/source.h"
#include "engine/ir/asm_kind.h"
#include "engine/ir/type.h"

typedef struct AsmOperand {
  AsmOperandKind kind;
  const char *name;       /* in the template, or NULL */
  const char *story_name; /* or NULL */
  const char *reg;        /* "reg", "xmm_reg"; explicit: "eax"; NULL for const and sym */
  bool is_explicit, is_discarded, is_split;
  TypeId in, out; /* 0: none */
  const char *symbol;
} AsmOperand;

typedef struct AsmBlock {
  Span span;
  const char *text;
  u32 len;
  u32 noperands;
  const AsmOperand *operands;
  u32 options;
  u32 nclobber_abis;
  const char *const *clobber_abis;
} AsmBlock;

#endif
