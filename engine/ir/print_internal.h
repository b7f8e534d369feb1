/* What print.c (functions, statements) and print_value.c (places, operands, rvalues) share. */
#ifndef LITMUS_IR_PRINT_INTERNAL_H
#define LITMUS_IR_PRINT_INTERNAL_H

#include "engine/ir/ir.h"

typedef struct Printer {
  const Program *p;
  const Function *f;
  StrBuf *out;
  u32 line; /* last source line mentioned */
} Printer;

void put_type(Printer *pr, TypeId t);
const char *func_name(const Printer *pr, FuncId f);
void put_place(Printer *pr, const Place *pl);
/* An integer, bool or char. */
void put_bits(Printer *pr, const Const *c);
void put_operand(Printer *pr, const Operand *op);
void put_operands(Printer *pr, const Operand *ops, u32 n);
void put_rvalue(Printer *pr, const Rvalue *rv);

#endif
