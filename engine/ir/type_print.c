/* Types as text, in Rust's own syntax. */
#include "engine/ir/type_internal.h"

enum { PRINT_DEPTH_MAX = 64 };

static void print(const TypeTable *tt, TypeId id, StrBuf *out, u32 depth);

static void print_list(const TypeTable *tt, const TypeId *at, u32 n, StrBuf *out, u32 depth) {
  for (u32 i = 0; i < n; i++) {
    if (i) sb_puts(out, ", ");
    print(tt, at[i], out, depth);
  }
}

static void print_int(const Type *t, StrBuf *out) {
  sb_putc(out, t->u.integer.is_signed ? 'i' : 'u');
  if (t->u.integer.is_size)
    sb_puts(out, "size");
  else
    sb_printf(out, "%u", t->u.integer.bits);
}

static void print_ptr(const TypeTable *tt, const Type *t, StrBuf *out, u32 depth) {
  static const char *const prefix[] = {
      [PTR_REF] = "&",         [PTR_REF_MUT] = "&mut ", [PTR_RAW_CONST] = "*const ",
      [PTR_RAW_MUT] = "*mut ", [PTR_BOX] = "Box<",
  };
  sb_puts(out, prefix[t->u.ptr.kind]);
  print(tt, t->u.ptr.to, out, depth);
  if (t->u.ptr.kind == PTR_BOX) sb_putc(out, '>');
}

static void print_fnptr(const TypeTable *tt, const FnSig *sig, StrBuf *out, u32 depth) {
  if (sig->is_unsafe) sb_puts(out, "unsafe ");
  if (sig->is_extern_c) sb_puts(out, "extern \"C\" ");
  sb_puts(out, "fn(");
  print_list(tt, sig->params, sig->nparams, out, depth);
  sb_putc(out, ')');
  if (type_is_unit(tt, sig->ret)) return;
  sb_puts(out, " -> ");
  print(tt, sig->ret, out, depth);
}

static void print(const TypeTable *tt, TypeId id, StrBuf *out, u32 depth) {
  const Type *t = type_get(tt, id);
  if (++depth > PRINT_DEPTH_MAX) {
    sb_puts(out, "...");
    return;
  }
  switch (t->kind) {
  case TY_NONE: sb_puts(out, "{no type}"); break;
  case TY_INT: print_int(t, out); break;
  case TY_FLOAT: sb_printf(out, "f%u", t->u.floating.bits); break;
  case TY_BOOL: sb_puts(out, "bool"); break;
  case TY_CHAR: sb_puts(out, "char"); break;
  case TY_NEVER: sb_putc(out, '!'); break;
  case TY_STR: sb_puts(out, "str"); break;
  case TY_TUPLE:
    sb_putc(out, '(');
    print_list(tt, t->u.tuple.at, t->u.tuple.n, out, depth);
    sb_puts(out, t->u.tuple.n == 1 ? ",)" : ")");
    break;
  case TY_ARRAY:
    sb_putc(out, '[');
    print(tt, t->u.array.elem, out, depth);
    sb_printf(out, "; %llu]", (unsigned long long)t->u.array.len);
    break;
  case TY_SLICE:
    sb_putc(out, '[');
    print(tt, t->u.array.elem, out, depth);
    sb_putc(out, ']');
    break;
  case TY_DYN: sb_puts(out, t->u.dyn.info ? t->u.dyn.info->name : "dyn {undefined trait}"); break;
  case TY_PTR: print_ptr(tt, t, out, depth); break;
  case TY_ADT: sb_puts(out, t->u.adt.info ? t->u.adt.info->name : "{undefined type}"); break;
  case TY_FNPTR: print_fnptr(tt, &t->u.fnptr, out, depth); break;
  case TY_FNDEF: sb_puts(out, "{function item}"); break;
  case TY_OPAQUE: print(tt, t->u.opaque.hidden, out, depth); break;
  case TY_INFER: sb_puts(out, "_"); break;
  }
}

void type_print(const TypeTable *tt, TypeId t, StrBuf *out) { print(tt, t, out, 0); }

const char *type_str_of(const TypeTable *tt, TypeId t) {
  StrBuf b = {0};
  type_print(tt, t, &b);
  const char *s = arena_strdup(tt->arena, sb_str(&b));
  sb_free(&b);
  return s;
}
