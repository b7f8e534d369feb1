/* The words of `asm!`. */
#ifndef LITMUS_IR_ASM_KIND_H
#define LITMUS_IR_ASM_KIND_H

typedef enum AsmOperandKind {
  ASM_IN,
  ASM_OUT,
  ASM_LATEOUT,
  ASM_INOUT,
  ASM_INLATEOUT,
  ASM_CONST,
  ASM_SYM
} AsmOperandKind;

/* A bit set. */
typedef enum AsmOption {
#define ASM_OPTION(code, name, bit) ASM_##code = 1 << (bit),
#include "engine/ir/asm_option.def"
} AsmOption;

#endif
