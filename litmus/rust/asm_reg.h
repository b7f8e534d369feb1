/* Registers and register classes of x86-64, as `asm!` names them. */
#ifndef LITMUS_RUST_ASM_REG_H
#define LITMUS_RUST_ASM_REG_H

#include "engine/base/types.h"

typedef enum AsmClass {
#define ASM_CLASS(code, name, widths, modifiers) ASM_CLASS_##code,
#include "litmus/rust/asm_reg.def"
  ASM_CLASS_COUNT
} AsmClass;

typedef struct AsmReg {
  AsmClass class;
  u32 file; /* registers overlap when both of these are equal */
  u32 number;
  const char *reserved; /* not NULL: why it may not be used */
} AsmReg;

/* ASM_CLASS_COUNT if there is none of that name. */
AsmClass asm_class_by_name(const char *name);
bool asm_reg_by_name(const char *name, AsmReg *out);
const char *asm_class_name(AsmClass c);
/* Widths in bits of the values that it takes, as a set; 0: it can only be clobbered. */
u32 asm_class_widths(AsmClass c);
const char *asm_class_modifiers(AsmClass c);

#endif
