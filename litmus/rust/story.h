/* `asm!` blocks and the stories that run in their place.
 *
 * The story of a block is a function of its own: its parameters are the inputs, its result is the
 * tuple of the outputs. An `asm!` block is no Rust function, and its operands are registers: inputs
 * are integers, raw pointers and function pointers by the time they get there (a reference is
 * turned into a raw pointer where the operand is evaluated, as rustc does it), so nothing is
 * retagged on the way in or out and nothing is protected while the story runs. Outputs are written
 * when it has ended, from left to right, into places that were evaluated before it began.
 *
 * The story of a foreign function is the body of a function with the declared signature: references
 * among its parameters are retagged and protected as for a Rust function, which is what the
 * attributes promise that rustc puts on the declaration. */
#ifndef LITMUS_RUST_STORY_H
#define LITMUS_RUST_STORY_H

#include "litmus/rust/infer.h"

/* Of a DEF_STORY. */
typedef struct Story {
  const AstAsm *assembly;
  const Sym *hidden; /* variables of the function around the block: not for the story */
  u32 nhidden;
  u32 first; /* of the instance's arguments: the types of the inputs, then of the outputs */
} Story;

Thir *check_asm(Infer *ic, const AstExpr *e);
/* Types of operands against register classes, once they are known. */
void check_asm_types(Infer *ic, const Thir *node);
ThirBody *story_body(Front *f, Instance *inst);
/* Fails if the name is that of a variable that a story may not use. */
void story_check_name(Infer *ic, const AstPath *p);

#endif
