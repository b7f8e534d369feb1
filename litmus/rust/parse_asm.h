/* Shared by the two files that read `asm!`. */
#ifndef LITMUS_RUST_PARSE_ASM_H
#define LITMUS_RUST_PARSE_ASM_H

#include "litmus/rust/parse.h"

/* Order and names of operands, registers that overlap. */
void asm_check_operands(Parser *p, AstAsm *a);
void asm_check_options(Parser *p, AstAsm *a);
/* Every operand without a register of its own is mentioned; what is mentioned exists. */
void asm_check_template(Parser *p, AstAsm *a);
/* What a story calls the operands: the name that the template uses; else that of the variable, if
 * it is just a variable and the name is free; else that of the register, if there is one; else
 * `_0`,
 * `_1`, .. by position. */
void asm_name_operands(Parser *p, AstAsm *a);

#endif
