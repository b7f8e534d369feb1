/* Bodies that are read when somebody asks for them. A program uses a small part of the library, so
 * the bodies of the library's functions stay text until a function is compiled. */
#ifndef LITMUS_RUST_PARSE_LAZY_H
#define LITMUS_RUST_PARSE_LAZY_H

#include "litmus/rust/ast.h"

/* The body of a function, parsed now if it was put off. Do not look into AstItem.body otherwise:
 * there it only says whether there is one. Syntax errors go to the diagnostics of the parse. */
const AstBlock *ast_fn_body(const AstItem *fn);

#endif
