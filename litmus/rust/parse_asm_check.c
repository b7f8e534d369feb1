/* The rules of `asm!` that need no types. */
#include <string.h>

#include "litmus/rust/asm_reg.h"
#include "litmus/rust/parse_asm.h"

/* ---- operands */

static bool has_register(const AstAsmOperand *o) {
  return o->kind != ASM_CONST && o->kind != ASM_SYM;
}

static bool writes(const AstAsmOperand *o) { return has_register(o) && o->kind != ASM_IN; }
static bool reads(const AstAsmOperand *o) {
  return o->kind == ASM_IN || o->kind == ASM_INOUT || o->kind == ASM_INLATEOUT;
}

static void check_order(Parser *p, const AstAsm *a) {
  bool named = false, explicit = false;
  for (u32 i = 0; i < a->operands.n; i++) {
    const AstAsmOperand *o = &a->operands.at[i];
    if (o->is_explicit && o->name)
      p_report(p, o->span, "explicit register arguments cannot have names");
    else if (o->name && explicit)
      p_report(p, o->span, "named arguments cannot follow explicit register arguments");
    else if (!o->name && !o->is_explicit && (named || explicit))
      p_report(p, o->span,
               "positional arguments cannot follow named arguments or explicit register arguments");
    named |= o->name != 0;
    explicit |= o->is_explicit;
    for (u32 k = 0; k < i; k++)
      if (o->name && a->operands.at[k].name == o->name)
        p_report(p, o->span, "duplicate argument named `%s`", sym_str(p->in, o->name));
  }
}

static void check_register(Parser *p, const AstAsmOperand *o) {
  const char *name = sym_str(p->in, o->reg);
  AsmReg r;
  AsmClass c = ASM_CLASS_COUNT;
  if (o->is_explicit) {
    if (!asm_reg_by_name(name, &r)) {
      p_report(p, o->span, "invalid register `%.40s`: unknown register", name);
      return;
    }
    if (r.reserved) {
      p_report(p, o->span, "invalid register `%s`: %s", name, r.reserved);
      return;
    }
    c = r.class;
  } else {
    c = asm_class_by_name(name);
    if (c == ASM_CLASS_COUNT) {
      p_report(p, o->span, "invalid register class `%.40s`: unknown register class", name);
      return;
    }
  }
  bool clobber = o->is_discarded && !reads(o);
  if (asm_class_widths(c) || (clobber && o->is_explicit)) return;
  p_unsupported(p, o->span, "an operand in the register class `%s` is", asm_class_name(c));
}

/* al, ax, eax and rax are one register. An input and a late output may share it. */
static bool overlap(const Parser *p, const AstAsmOperand *a, const AstAsmOperand *b) {
  AsmReg r, s;
  if (!asm_reg_by_name(sym_str(p->in, a->reg), &r) || r.reserved) return false;
  if (!asm_reg_by_name(sym_str(p->in, b->reg), &s) || s.reserved) return false;
  if (r.file != s.file || r.number != s.number) return false;
  bool shared = (a->kind == ASM_IN && b->kind == ASM_LATEOUT) ||
                (a->kind == ASM_LATEOUT && b->kind == ASM_IN);
  return !shared;
}

static void check_overlap(Parser *p, const AstAsm *a) {
  for (u32 i = 0; i < a->operands.n; i++)
    for (u32 k = 0; k < i; k++) {
      const AstAsmOperand *o = &a->operands.at[i], *q = &a->operands.at[k];
      if (!o->is_explicit || !q->is_explicit || !overlap(p, o, q)) continue;
      p_report(p, o->span, "register `%s` conflicts with register `%s`", sym_str(p->in, o->reg),
               sym_str(p->in, q->reg));
    }
}

void asm_check_operands(Parser *p, AstAsm *a) {
  check_order(p, a);
  for (u32 i = 0; i < a->operands.n; i++)
    if (has_register(&a->operands.at[i])) check_register(p, &a->operands.at[i]);
  check_overlap(p, a);
}

/* ---- options */

void asm_check_options(Parser *p, AstAsm *a) {
  bool outputs = false, real = false;
  for (u32 i = 0; i < a->operands.n; i++) {
    const AstAsmOperand *o = &a->operands.at[i];
    if (!writes(o)) continue;
    outputs = true;
    real |= !o->is_discarded;
    if (a->clobber_abis.n && !o->is_explicit)
      p_report(p, o->span, "asm with `clobber_abi` must specify explicit registers for outputs");
  }
  u32 opt = a->options;
  if ((opt & ASM_NOMEM) && (opt & ASM_READONLY))
    p_report(p, a->span, "the `nomem` and `readonly` options are mutually exclusive");
  if ((opt & ASM_PURE) && (opt & ASM_NORETURN))
    p_report(p, a->span, "the `pure` and `noreturn` options are mutually exclusive");
  if ((opt & ASM_PURE) && !(opt & (ASM_NOMEM | ASM_READONLY)))
    p_report(p, a->span, "the `pure` option must be combined with either `nomem` or `readonly`");
  if ((opt & ASM_PURE) && !real)
    p_report(p, a->span, "asm with the `pure` option must have at least one output");
  if ((opt & ASM_NORETURN) && outputs && real)
    p_report(p, a->span, "asm outputs are not allowed with the `noreturn` option");
}

/* ---- the template */

typedef struct Template {
  Parser *p;
  const AstAsm *a;
  const char *s, *end;
  bool *used;
  u32 next; /* the operand of the next `{}` */
} Template;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_name(char c) {
  return c == '_' || is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static u32 by_name(const Template *t, const char *s, size_t n) {
  Sym name = intern(t->p->in, s, n);
  for (u32 i = 0; i < t->a->operands.n; i++)
    if (t->a->operands.at[i].name == name) return i;
  p_fail(t->p, t->a->span, "there is no argument named `%.*s`", n < 40 ? (int)n : 40, s);
}

/* [number | name], behind `{` */
static u32 argument(Template *t) {
  const char *start = t->s;
  while (t->s < t->end && is_name(*t->s)) t->s++;
  size_t n = (size_t)(t->s - start);
  if (n && !is_digit(*start)) return by_name(t, start, n);
  u32 index = 0;
  for (size_t i = 0; i < n; i++) {
    if (!is_digit(start[i]) || index > 1000)
      p_fail(t->p, t->a->span, "invalid asm template string: `%.*s` names no argument",
             n < 40 ? (int)n : 40, start);
    index = index * 10 + (u32)(start[i] - '0');
  }
  if (!n) index = t->next++;
  if (index >= t->a->operands.n)
    p_fail(t->p, t->a->span, "invalid reference to argument at index %u: there %s %u argument%s",
           index, t->a->operands.n == 1 ? "is" : "are", t->a->operands.n,
           t->a->operands.n == 1 ? "" : "s");
  if (t->a->operands.at[index].name && !n)
    p_fail(t->p, t->a->span, "invalid reference to argument at index %u: it has a name", index);
  return index;
}

/* ":" one letter */
static void modifier(Template *t, const AstAsmOperand *o) {
  const char *start = ++t->s;
  while (t->s < t->end && *t->s != '}') t->s++;
  size_t n = (size_t)(t->s - start);
  if (n != 1) p_fail(t->p, t->a->span, "asm template modifier must be a single character");
  if (!has_register(o))
    p_fail(t->p, t->a->span, "asm template modifiers are not allowed for `%s` arguments",
           o->kind == ASM_SYM ? "sym" : "const");
  AsmClass c = asm_class_by_name(sym_str(t->p->in, o->reg));
  if (c < ASM_CLASS_COUNT && !strchr(asm_class_modifiers(c), *start))
    p_fail(t->p, t->a->span, "invalid asm template modifier `%c` for register class `%s`", *start,
           asm_class_name(c));
}

/* Behind `{`. */
static void placeholder(Template *t) {
  while (t->s < t->end && *t->s == ' ') t->s++;
  u32 i = argument(t);
  const AstAsmOperand *o = &t->a->operands.at[i];
  t->used[i] = true;
  if (o->is_explicit)
    p_report(t->p, o->span, "explicit register arguments cannot be used in the asm template");
  while (t->s < t->end && *t->s == ' ') t->s++;
  if (t->s < t->end && *t->s == ':') modifier(t, o);
  if (t->s == t->end || *t->s != '}')
    p_fail(t->p, t->a->span, "invalid asm template string: expected `}`");
  t->s++;
}

static void placeholders(Template *t) {
  while (t->s < t->end) {
    char c = *t->s++;
    bool twice = t->s < t->end && *t->s == c;
    if ((c == '{' || c == '}') && twice)
      t->s++;
    else if (c == '{')
      placeholder(t);
    else if (c == '}')
      p_fail(t->p, t->a->span, "invalid asm template string: unmatched `}` found");
  }
}

void asm_check_template(Parser *p, AstAsm *a) {
  Template t = {p, a, a->text, a->text + a->len, NULL, 0};
  t.used = arena_array(p->arena, bool, a->operands.n + 1);
  if (!(a->options & ASM_RAW)) placeholders(&t);
  for (u32 i = 0; i < a->operands.n; i++) {
    const AstAsmOperand *o = &a->operands.at[i];
    if (!t.used[i] && !o->is_explicit)
      p_report(p, o->span, "%sargument never used", o->name ? "named " : "");
  }
}

/* ---- names for the story */

static bool is_taken(const AstAsm *a, Sym name) {
  for (u32 i = 0; i < a->operands.n; i++)
    if (a->operands.at[i].story_name == name || a->operands.at[i].name == name) return true;
  return false;
}

/* The variable that the operand is, or 0. */
static Sym variable(const AstAsmOperand *o) {
  const AstExpr *e = o->is_split || !o->out ? o->in : o->out;
  while (e && e->kind == AST_PAREN) e = e->a;
  bool single = e && e->kind == AST_PATH && e->path->seg.n == 1 && !e->path->self_ty;
  return single ? e->path->seg.at[0].name : 0;
}

void asm_name_operands(Parser *p, AstAsm *a) {
  for (u32 i = 0; i < a->operands.n; i++) {
    AstAsmOperand *o = &a->operands.at[i];
    if (o->kind == ASM_SYM || (o->is_discarded && !reads(o))) continue;
    Sym own = variable(o);
    if (o->name)
      o->story_name = o->name;
    else if (own && !is_taken(a, own))
      o->story_name = own;
    else if (o->is_explicit && !is_taken(a, o->reg))
      o->story_name = o->reg;
    else
      o->story_name = p_sym_of(p, arena_printf(p->arena, "_%u", i));
  }
}
