/* Prints a syntax tree as compact S-expressions: for tests and for people who look for a bug in the
 * parser. Types and paths keep Rust's notation. */
#ifndef LITMUS_RUST_AST_PRINT_H
#define LITMUS_RUST_AST_PRINT_H

#include "litmus/rust/ast.h"

/* One item a line. */
void ast_print_crate(const Interner *in, const AstCrate *crate, StrBuf *out);
void ast_print_item(const Interner *in, const AstItem *item, StrBuf *out);
void ast_print_expr(const Interner *in, const AstExpr *e, StrBuf *out);
void ast_print_pat(const Interner *in, const AstPat *p, StrBuf *out);
void ast_print_type(const Interner *in, const AstType *t, StrBuf *out);

#endif
