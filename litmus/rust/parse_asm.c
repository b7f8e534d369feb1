/* asm!(..), as the Reference has it ("Inline assembly"):
 *
 *   asm     = template {"," template} {"," arg} [","]
 *   arg     = [name "="] operand | "clobber_abi" "(" strings ")" | "options" "(" names ")"
 *   operand = ("in" | "out" | "lateout" | "inout" | "inlateout") "(" reg ")" value
 *           | "const" expr | "sym" path | "label" block
 *
 * What can be said of a block without knowing types is checked here, in parse_asm_check.c. */
#include "litmus/rust/parse_asm.h"

#include <string.h>

static const struct {
  const char *name;
  AsmOperandKind kind;
} words[] = {{"out", ASM_OUT},
             {"lateout", ASM_LATEOUT},
             {"inout", ASM_INOUT},
             {"inlateout", ASM_INLATEOUT},
             {"sym", ASM_SYM}};

static bool operand_kind(const Parser *p, AsmOperandKind *kind) {
  *kind = ASM_IN;
  if (at(p, KW_IN)) return true;
  *kind = ASM_CONST;
  if (at(p, KW_CONST)) return true;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (!p_at_word(p, words[i].name)) continue;
    *kind = words[i].kind;
    bool begins =
        words[i].kind == ASM_SYM ? p_begins_path(p_peek(p, 1)) : p_peek(p, 1) == TK_LPAREN;
    if (begins) return true;
  }
  return false;
}

/* "(" name | string ")" */
static void reg_spec(Parser *p, AstAsmOperand *o) {
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  o->is_explicit = at(p, TK_STR);
  if (o->is_explicit) {
    const Literal *l = &p->tokens->lit.at[p->tok.lit];
    o->reg = intern(p->in, l->text, l->len);
    p_advance(p);
  } else {
    o->reg = p_ident(p, "a register class or the name of a register in quotes");
  }
  p_close_delim(p, TK_RPAREN, open, NULL);
}

/* expr | "_" */
static AstExpr *place_or_wild(Parser *p, AstAsmOperand *o) {
  if (!at(p, TK_UNDERSCORE)) return parse_expr(p);
  p_advance(p);
  o->is_discarded = true;
  return NULL;
}

static AstExpr *input(Parser *p) {
  if (at(p, TK_UNDERSCORE)) p_fail(p, p_here(p), "`_` cannot be used for input operands");
  return parse_expr(p);
}

static void operand_value(Parser *p, AstAsmOperand *o) {
  switch (o->kind) {
  case ASM_IN: o->in = input(p); break;
  case ASM_OUT:
  case ASM_LATEOUT: o->out = place_or_wild(p, o); break;
  case ASM_INOUT:
  case ASM_INLATEOUT:
    o->in = input(p);
    o->out = o->in;
    o->is_split = p_accept(p, TK_FAT_ARROW);
    if (o->is_split) o->out = place_or_wild(p, o);
    break;
  case ASM_CONST: o->in = parse_expr(p); break;
  case ASM_SYM: o->path = parse_path(p, PATH_EXPR); break;
  }
}

static void operand(Parser *p, AstAsm *a, AsmOperandKind kind, Sym name, Span start) {
  AstAsmOperand o = {.kind = kind, .name = name, .span = start};
  p_advance(p);
  if (kind != ASM_CONST && kind != ASM_SYM) reg_spec(p, &o);
  operand_value(p, &o);
  o.span = p_since(p, start);
  list_push(p, &a->operands, o);
}

/* ---- options */

static void option(Parser *p, AstAsm *a) {
  static const char *const names[] = {
#define ASM_OPTION(code, name, bit) [bit] = name,
#include "engine/ir/asm_option.def"
  };
  Span span = p_here(p);
  const char *s = sym_str(p->in, p_ident(p, "an option of `asm!`"));
  for (u32 i = 0; i < sizeof names / sizeof *names; i++) {
    if (strcmp(names[i], s) != 0) continue;
    if (a->options & 1u << i) p_report(p, span, "the `%s` option was already provided", s);
    a->options |= 1u << i;
    if (1u << i == ASM_MAY_UNWIND) p_unsupported(p, span, "the option `may_unwind` is");
    return;
  }
  p_fail(p, span, "`%.40s` is no option of `asm!`", s);
}

static void clobber(Parser *p, AstAsm *a) {
  static const char *const abis[] = {"C", "system", "efiapi", "win64", "sysv64"};
  if (!at(p, TK_STR)) p_fail_expected(p, "the name of an ABI in quotes");
  const Literal *l = &p->tokens->lit.at[p->tok.lit];
  bool known = false;
  for (size_t i = 0; i < sizeof abis / sizeof *abis; i++) known |= strcmp(abis[i], l->text) == 0;
  if (!known) p_report(p, p_here(p), "invalid ABI for `clobber_abi`");
  list_push(p, &a->clobber_abis, intern(p->in, l->text, l->len));
  p_advance(p);
}

/* word "(" item {"," item} [","] ")" */
static void list_of(Parser *p, AstAsm *a, void (*item)(Parser *, AstAsm *)) {
  p_advance(p);
  Span open = p_here(p);
  p_expect(p, TK_LPAREN);
  while (!at(p, TK_RPAREN)) {
    item(p, a);
    if (!p_accept(p, TK_COMMA)) break;
  }
  p_close_delim(p, TK_RPAREN, open, "`,`");
}

/* ---- the whole */

/* In the arena: what follows may be an error, which ends the parser at once. */
static void add_template(Parser *p, AstAsm *a, AstExpr *e) {
  while (e->kind == AST_PAREN) e = e->a;
  if (e->kind != AST_STR) p_fail(p, e->span, "asm template must be a string literal");
  char *both = arena_array(p->arena, char, a->len + e->len + 2);
  u32 n = a->len;
  if (n) memcpy(both, a->text, n);
  if (a->text) both[n++] = '\n';
  if (e->len) memcpy(both + n, e->text, e->len);
  n += (u32)e->len;
  both[n] = 0;
  a->text = both;
  a->len = n;
}

/* One argument that is not a template; false if it is one. */
static bool argument(Parser *p, AstAsm *a) {
  bool call = p_peek(p, 1) == TK_LPAREN;
  if (call && (p_at_word(p, "options") || p_at_word(p, "clobber_abi"))) {
    list_of(p, a, p_at_word(p, "options") ? option : clobber);
    return true;
  }
  Span start = p_here(p);
  Sym name = 0;
  if (at(p, TK_IDENT) && p_peek(p, 1) == TK_EQ) {
    name = p->tok.sym;
    p_advance(p);
    p_advance(p);
  }
  AsmOperandKind kind;
  if (p_at_word(p, "label") && p_peek(p, 1) == TK_LBRACE) {
    p_advance(p);
    parse_block(p);
    p_unsupported(p, p_since(p, start), "a `label` operand is");
    return true;
  }
  if (operand_kind(p, &kind)) {
    operand(p, a, kind, name, start);
    return true;
  }
  if (name) p_fail_expected(p, "an operand (`in`, `out`, `inout`, `const`, `sym`, ..)");
  return false;
}

static void arguments(Parser *p, AstAsm *a, TokenKind close) {
  bool templates = true;
  bool ended = false; /* options or clobber_abi were there */
  for (u32 i = 0; !at(p, close); i++) {
    Span start = p_here(p);
    u32 before = a->operands.n;
    if (i > 0 && argument(p, a)) {
      templates = false;
      if (a->operands.n == before) ended = true;
      if (a->operands.n > before && ended)
        p_report(p, start, "arguments are not allowed after options or `clobber_abi`");
    } else {
      AstExpr *e = parse_expr(p);
      if (!templates)
        p_fail(p, e->span, "expected an operand, `clobber_abi` or `options`, found a template");
      add_template(p, a, e);
    }
    if (!p_accept(p, TK_COMMA)) break;
  }
}

AstExpr *parse_asm(Parser *p, Span whole, u32 start, TokenKind close) {
  AstExpr *e = p_new_expr(p, AST_ASM, whole);
  AstAsm *a = e->assembly = arena_new(p->arena, AstAsm);
  a->span = whole;
  if (at(p, close)) p_fail(p, whole, "`asm!` requires at least a template string argument");
  arguments(p, a, close);
  asm_check_operands(p, a);
  asm_check_options(p, a);
  asm_check_template(p, a);
  asm_name_operands(p, a);
  a->story = parse_story(p, start);
  return e;
}
