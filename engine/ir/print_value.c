/* Places, operands and right sides as text. */
#include "engine/base/float_text.h"
#include "engine/ir/print_internal.h"

void put_type(Printer *pr, TypeId t) { type_print(pr->p->types, t, pr->out); }

const char *func_name(const Printer *pr, FuncId f) {
  if (f >= pr->p->funcs.len || !pr->p->funcs.at[f]) return "{no function}";
  const char *name = pr->p->funcs.at[f]->name;
  return name ? name : "{unnamed}";
}

/* ---- places */

static const char *field_name(const Printer *pr, TypeId t, u32 variant, u64 index) {
  const Type *ty = type_get(pr->p->types, t);
  const AdtInfo *info = ty->kind == TY_ADT ? ty->u.adt.info : NULL;
  if (!info || variant >= info->nvariants || index >= info->variants[variant].nfields) return NULL;
  return info->variants[variant].fields[index].name;
}

static bool is_enum(const Printer *pr, TypeId t) {
  const Type *ty = type_get(pr->p->types, t);
  return ty->kind == TY_ADT && ty->u.adt.info && ty->u.adt.info->kind == ADT_ENUM;
}

static const char *variant_name(const Printer *pr, TypeId t, u32 variant) {
  const Type *ty = type_get(pr->p->types, t);
  if (!is_enum(pr, t) || variant >= ty->u.adt.info->nvariants) return "?";
  return ty->u.adt.info->variants[variant].name;
}

static void put_proj(Printer *pr, const Place *pl, u32 n, TypeId base_ty) {
  const Proj *j = &pl->proj[n];
  StrBuf *o = pr->out;
  switch (j->kind) {
  case PROJ_DEREF: break; /* printed in front */
  case PROJ_FIELD: {
    const char *name = field_name(pr, base_ty, j->variant, j->index);
    if (name)
      sb_printf(o, ".%s", name);
    else
      sb_printf(o, ".%llu", (unsigned long long)j->index);
    break;
  }
  case PROJ_INDEX: sb_printf(o, "[_%u]", j->local); break;
  case PROJ_CONST_INDEX:
    sb_printf(o, "[%s%llu]", j->from_end ? "-" : "", (unsigned long long)j->index);
    break;
  case PROJ_SUBSLICE:
    sb_printf(o, "[%llu..-%llu]", (unsigned long long)j->index, (unsigned long long)j->to);
    break;
  }
}

/* `(*_1).f` as rustc writes it: a parenthesis opens for every dereference and downcast. */
void put_place(Printer *pr, const Place *pl) {
  StrBuf *o = pr->out;
  TypeId local_ty = pl->local < pr->f->locals.len ? pr->f->locals.at[pl->local].ty : 0;
  for (u32 i = pl->nproj; i-- > 0;) {
    TypeId base = i ? pl->proj[i - 1].ty : local_ty;
    if (pl->proj[i].kind == PROJ_DEREF)
      sb_puts(o, i + 1 < pl->nproj ? "(*" : "*");
    else if (pl->proj[i].kind == PROJ_FIELD && is_enum(pr, base))
      sb_putc(o, '(');
  }
  sb_printf(o, "_%u", pl->local);
  for (u32 i = 0; i < pl->nproj; i++) {
    TypeId base = i ? pl->proj[i - 1].ty : local_ty;
    if (pl->proj[i].kind == PROJ_DEREF && i + 1 < pl->nproj) sb_putc(o, ')');
    if (pl->proj[i].kind == PROJ_FIELD && is_enum(pr, base))
      sb_printf(o, " as %s)", variant_name(pr, base, pl->proj[i].variant));
    put_proj(pr, pl, i, base);
  }
}

/* ---- operands and rvalues */

void put_bits(Printer *pr, const Const *c) {
  const Type *t = type_get(pr->p->types, c->ty);
  StrBuf *o = pr->out;
  switch (t->kind) {
  case TY_BOOL: sb_puts(o, c->bits ? "true" : "false"); return;
  case TY_CHAR: sb_printf(o, "'\\u{%x}'", (unsigned)c->bits); return;
  case TY_INT:
    sb_put_int(o, c->bits, t->u.integer.bits, t->u.integer.is_signed);
    sb_putc(o, '_');
    put_type(pr, c->ty);
    return;
  case TY_FLOAT: float_text_typed((u64)c->bits, t->u.floating.bits, o); return;
  default:
    sb_puts(o, "0x");
    sb_put_radix(o, c->bits, 16);
    sb_puts(o, " as ");
    put_type(pr, c->ty);
  }
}

static void put_const(Printer *pr, const Const *c) {
  StrBuf *o = pr->out;
  switch (c->kind) {
  case CONST_BITS: put_bits(pr, c); break;
  case CONST_ZST: put_type(pr, c->ty); break;
  case CONST_STR:
    sb_putc(o, '"');
    sb_put_escaped(o, c->str, c->len);
    sb_putc(o, '"');
    break;
  case CONST_FN: sb_printf(o, "fn %s", func_name(pr, c->fn)); break;
  case CONST_STATIC: {
    bool ok = c->stat < pr->p->statics.len;
    const char *name = ok ? pr->p->statics.at[c->stat].name : NULL;
    sb_printf(o, "static %s", name ? name : "{unnamed}");
    break;
  }
  }
}

void put_operand(Printer *pr, const Operand *op) {
  if (op->kind == OPERAND_CONST) {
    sb_puts(pr->out, "const ");
    put_const(pr, &op->konst);
    return;
  }
  sb_puts(pr->out, op->kind == OPERAND_MOVE ? "move " : "copy ");
  put_place(pr, &op->place);
}

void put_operands(Printer *pr, const Operand *ops, u32 n) {
  for (u32 i = 0; i < n; i++) {
    if (i) sb_puts(pr->out, ", ");
    put_operand(pr, &ops[i]);
  }
}

static void put_aggregate(Printer *pr, const Rvalue *rv) {
  const Type *t = type_get(pr->p->types, rv->ty);
  StrBuf *o = pr->out;
  if (t->kind == TY_TUPLE || t->kind == TY_ARRAY) {
    sb_putc(o, t->kind == TY_TUPLE ? '(' : '[');
    put_operands(pr, rv->ops, rv->nops);
    sb_puts(o, t->kind == TY_ARRAY ? "]" : rv->nops == 1 ? ",)" : ")");
    return;
  }
  put_type(pr, rv->ty);
  if (is_enum(pr, rv->ty)) sb_printf(o, "::%s", variant_name(pr, rv->ty, rv->variant));
  sb_puts(o, rv->nops ? " { " : " {");
  bool is_union = t->kind == TY_ADT && t->u.adt.info && t->u.adt.info->kind == ADT_UNION;
  for (u32 i = 0; i < rv->nops; i++) {
    const char *name = field_name(pr, rv->ty, rv->variant, is_union ? rv->active : i);
    sb_printf(o, "%s%s: ", i ? ", " : "", name ? name : "?");
    put_operand(pr, &rv->ops[i]);
  }
  sb_puts(o, rv->nops ? " }" : "}");
}

static const char *const cast_names[] = {
    [CAST_INT] = "IntToInt",
    [CAST_PTR] = "PtrToPtr",
    [CAST_EXPOSE] = "ExposeProvenance",
    [CAST_WITH_EXPOSED] = "WithExposedProvenance",
    [CAST_UNSIZE] = "Unsize",
    [CAST_TRANSMUTE] = "Transmute",
};

static const char *cast_name(const Printer *pr, const Rvalue *rv) {
  if (rv->cast != CAST_FLOAT) return cast_names[rv->cast];
  if (!type_is_float(pr->p->types, rv->ty)) return "FloatToInt";
  return type_is_float(pr->p->types, operand_type(&rv->a)) ? "FloatToFloat" : "IntToFloat";
}

void put_rvalue(Printer *pr, const Rvalue *rv) {
  static const char *const borrows[] = {
      [BORROW_SHARED] = "&", [BORROW_MUT] = "&mut ", [BORROW_TWO_PHASE] = "&two_phase mut "};
  StrBuf *o = pr->out;
  switch (rv->kind) {
  case RV_USE: put_operand(pr, &rv->a); break;
  case RV_REPEAT:
    sb_putc(o, '[');
    put_operand(pr, &rv->a);
    sb_printf(o, "; %llu]", (unsigned long long)rv->count);
    break;
  case RV_REF:
    sb_puts(o, borrows[rv->borrow]);
    put_place(pr, &rv->place);
    break;
  case RV_RAW:
    sb_puts(o, rv->raw_mut ? "&raw mut " : "&raw const ");
    put_place(pr, &rv->place);
    break;
  case RV_LEN:
    sb_puts(o, "Len(");
    put_place(pr, &rv->place);
    sb_putc(o, ')');
    break;
  case RV_CAST:
    put_operand(pr, &rv->a);
    sb_puts(o, " as ");
    put_type(pr, rv->ty);
    sb_printf(o, " (%s)", cast_name(pr, rv));
    break;
  case RV_BINARY:
  case RV_OVERFLOW:
    if (rv->kind == RV_OVERFLOW) sb_puts(o, "Overflow(");
    put_operand(pr, &rv->a);
    sb_printf(o, " %s ", binop_symbol(rv->binop));
    put_operand(pr, &rv->b);
    if (rv->kind == RV_OVERFLOW) sb_putc(o, ')');
    break;
  case RV_UNARY:
    sb_puts(o, rv->unop == UN_NOT ? "!" : "-");
    put_operand(pr, &rv->a);
    break;
  case RV_DISCRIMINANT:
    sb_puts(o, "discriminant(");
    put_place(pr, &rv->place);
    sb_putc(o, ')');
    break;
  case RV_AGGREGATE: put_aggregate(pr, rv); break;
  }
}
