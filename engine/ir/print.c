/* The core IR as text, close to what `rustc -Zunpretty=mir` prints, with the source line of each
 * statement in a comment where it changes. */
#include "engine/ir/print_internal.h"

/* ---- lines */

/* Ends a line, naming the source line when it is another one than before. */
static void end_line(Printer *pr, size_t start, Span span) {
  StrBuf *o = pr->out;
  u32 line = 0;
  if (pr->p->sources && span.file < pr->p->sources->nfiles && span.hi)
    line = span_line(pr->p->sources, span);
  if (line && line != pr->line) {
    size_t width = o->len - start;
    sb_printf(o, "%*s// %s:%u", width < 56 ? (int)(56 - width) : 1, "",
              pr->p->sources->files[span.file].name, line);
    pr->line = line;
  }
  sb_putc(o, '\n');
}

static const char *const retag_notes[] = {
    [RETAG_DEFAULT] = "",
    [RETAG_FN_ENTRY] = " [retag: fn entry]",
    [RETAG_TWO_PHASE] = " [retag: two-phase]",
    [RETAG_RAW] = " [retag: raw]",
    [RETAG_NONE] = " [no retag]",
    [RETAG_MAYBE_DANGLING] = " [may dangle]",
};

/* Only copies of types that may hold a pointer are worth a note. */
static bool may_hold_pointer(const Printer *pr, TypeId t) {
  switch (type_get(pr->p->types, t)->kind) {
  case TY_PTR:
  case TY_TUPLE:
  case TY_ARRAY:
  case TY_ADT: return true;
  default: return false;
  }
}

static void put_stmt(Printer *pr, const Stmt *s) {
  StrBuf *o = pr->out;
  size_t start = o->len;
  sb_puts(o, "        ");
  switch (s->kind) {
  case STMT_ASSIGN:
    put_place(pr, &s->place);
    sb_puts(o, " = ");
    if (s->rv) put_rvalue(pr, s->rv);
    if (may_hold_pointer(pr, s->place.ty)) sb_puts(o, retag_notes[s->retag]);
    break;
  case STMT_STORAGE_LIVE: sb_printf(o, "StorageLive(_%u)", s->local); break;
  case STMT_STORAGE_DEAD: sb_printf(o, "StorageDead(_%u)", s->local); break;
  case STMT_PLACE_MENTION:
    sb_puts(o, "PlaceMention(");
    put_place(pr, &s->place);
    sb_putc(o, ')');
    break;
  }
  sb_putc(o, ';');
  end_line(pr, start, s->span);
}

static const char *const trait_suffix[] = {
    [FMT_DISPLAY] = "",    [FMT_DEBUG] = "?",     [FMT_POINTER] = "p",
    [FMT_LOWER_HEX] = "x", [FMT_LOWER_EXP] = "e", [FMT_UPPER_EXP] = "E",
    [FMT_UPPER_HEX] = "X", [FMT_BINARY] = "b",    [FMT_OCTAL] = "o",
};

static void put_utf8(StrBuf *o, u32 c) {
  if (c < 0x80) {
    sb_putc(o, (char)c);
    return;
  }
  if (c < 0x800) {
    sb_putc(o, (char)(0xc0 | c >> 6));
  } else {
    if (c < 0x10000) {
      sb_putc(o, (char)(0xe0 | c >> 12));
    } else {
      sb_putc(o, (char)(0xf0 | (c >> 18 & 7)));
      sb_putc(o, (char)(0x80 | (c >> 12 & 0x3f)));
    }
    sb_putc(o, (char)(0x80 | (c >> 6 & 0x3f)));
  }
  sb_putc(o, (char)(0x80 | (c & 0x3f)));
}

static void put_fmt_arg(StrBuf *o, const FmtPiece *p) {
  sb_printf(o, "{%u", p->arg);
  bool plain = p->trait == FMT_DISPLAY && !p->align && !p->plus && !p->alternate && !p->zero_pad &&
               !p->width && !p->has_precision;
  if (!plain) {
    sb_putc(o, ':');
    if (p->align && p->fill) put_utf8(o, p->fill);
    if (p->align) sb_putc(o, p->align);
    if (p->plus) sb_putc(o, '+');
    if (p->alternate) sb_putc(o, '#');
    if (p->zero_pad) sb_putc(o, '0');
    if (p->width) sb_printf(o, "%u", p->width);
    if (p->has_precision) sb_printf(o, ".%u", p->precision);
    sb_puts(o, trait_suffix[p->trait]);
  }
  sb_putc(o, '}');
}

static void put_fmt(Printer *pr, const Fmt *f) {
  StrBuf *o = pr->out;
  sb_putc(o, '"');
  for (u32 i = 0; i < f->npieces; i++) {
    if (f->pieces[i].is_arg)
      put_fmt_arg(o, &f->pieces[i]);
    else
      sb_put_escaped(o, f->pieces[i].text, f->pieces[i].len);
  }
  sb_putc(o, '"');
}

static const char *method_name(const Printer *pr, const Terminator *t) {
  const TypeTable *tt = pr->p->types;
  TypeId self = t->nargs ? operand_type(&t->args[0]) : 0, ptr = type_receiver_ptr(tt, self);
  const Type *dyn = type_get(tt, ptr ? type_tail(tt, type_get(tt, ptr)->u.ptr.to) : self);
  const DynInfo *info = dyn->kind == TY_DYN ? dyn->u.dyn.info : NULL;
  return info && t->method < info->nmethods ? info->methods[t->method].name : "{no method}";
}

static void put_call(Printer *pr, const Terminator *t) {
  StrBuf *o = pr->out;
  if (!t->no_return) {
    put_place(pr, &t->place);
    sb_puts(o, " = ");
  }
  if (t->is_virtual)
    sb_printf(o, "virtual %s", method_name(pr, t));
  else if (t->is_indirect)
    put_operand(pr, &t->op);
  else
    sb_puts(o, func_name(pr, t->callee));
  sb_putc(o, '(');
  put_operands(pr, t->args, t->nargs);
  sb_putc(o, ')');
}

static void put_intrinsic(Printer *pr, const Terminator *t) {
  StrBuf *o = pr->out;
  if (!t->no_return) {
    put_place(pr, &t->place);
    sb_puts(o, " = ");
  }
  sb_printf(o, "intrinsic %s", intrinsic_name(t->intrinsic));
  for (u32 i = 0; i < t->ntypes; i++) {
    sb_puts(o, i ? ", " : "::<");
    put_type(pr, t->types[i]);
  }
  sb_puts(o, t->ntypes ? ">(" : "(");
  if (t->fmt.npieces) {
    put_fmt(pr, &t->fmt);
    if (t->nargs) sb_puts(o, ", ");
  }
  put_operands(pr, t->args, t->nargs);
  sb_putc(o, ')');
}

static const char *const assert_texts[] = {
#define ASSERTION(code, text) text,
#include "engine/ir/assert.def"
#undef ASSERTION
};

static void put_switch(Printer *pr, const Terminator *t) {
  StrBuf *o = pr->out;
  sb_puts(o, "switch ");
  put_operand(pr, &t->op);
  sb_puts(o, " [");
  TypeId ty = operand_type(&t->op);
  for (u32 i = 0; i < t->nvalues; i++) {
    put_bits(pr, &(Const){.kind = CONST_BITS, .ty = ty, .bits = t->values[i]});
    sb_printf(o, ": bb%u, ", t->targets[i]);
  }
  sb_printf(o, "otherwise: bb%u]", t->otherwise);
}

/* Where it goes on, and where a panic goes: nothing is said of one that goes on in the caller. */
static void put_ways_on(StrBuf *o, const Terminator *t, bool continues) {
  if (t->unwind == UNWIND_CONTINUE) {
    if (continues) sb_printf(o, " -> bb%u", t->target);
    return;
  }
  sb_puts(o, " -> [");
  if (continues) sb_printf(o, "return: bb%u, ", t->target);
  if (t->unwind == UNWIND_CLEANUP)
    sb_printf(o, "unwind: bb%u]", t->cleanup);
  else
    sb_puts(o, "unwind terminate]");
}

static void put_terminator(Printer *pr, const Terminator *t) {
  StrBuf *o = pr->out;
  size_t start = o->len;
  bool continues = false;
  sb_puts(o, "        ");
  switch (t->kind) {
  case TERMINATOR_NONE: sb_puts(o, "{not terminated}"); break;
  case TERMINATOR_GOTO: sb_printf(o, "goto bb%u", t->target); break;
  case TERMINATOR_SWITCH: put_switch(pr, t); break;
  case TERMINATOR_CALL:
    put_call(pr, t);
    continues = !t->no_return;
    break;
  case TERMINATOR_INTRINSIC:
    put_intrinsic(pr, t);
    continues = !t->no_return;
    break;
  case TERMINATOR_RETURN: sb_puts(o, "return"); break;
  case TERMINATOR_DROP:
    sb_puts(o, "drop(");
    put_place(pr, &t->place);
    sb_puts(o, ")");
    continues = true;
    break;
  case TERMINATOR_ASSERT:
    sb_puts(o, t->expected ? "assert(" : "assert(!");
    put_operand(pr, &t->op);
    sb_printf(o, ", \"%s\"", assert_texts[t->assertion]);
    if (t->nargs) sb_puts(o, ", ");
    put_operands(pr, t->args, t->nargs);
    sb_putc(o, ')');
    continues = true;
    break;
  case TERMINATOR_PANIC:
    sb_puts(o, "panic(");
    put_fmt(pr, &t->fmt);
    if (t->nargs) sb_puts(o, ", ");
    put_operands(pr, t->args, t->nargs);
    sb_putc(o, ')');
    break;
  case TERMINATOR_RESUME: sb_puts(o, "resume"); break;
  case TERMINATOR_UNREACHABLE: sb_puts(o, "unreachable"); break;
  }
  put_ways_on(o, t, continues);
  sb_putc(o, ';');
  end_line(pr, start, t->span);
}

/* ---- functions and programs */

static void put_signature(Printer *pr) {
  const Function *f = pr->f;
  StrBuf *o = pr->out;
  sb_printf(o, "%sfn %s(", f->is_extern_c ? "extern \"C\" " : "", f->name ? f->name : "{unnamed}");
  for (u32 i = 1; i <= f->nparams && i < f->locals.len; i++) {
    sb_printf(o, "%s_%u: ", i > 1 ? ", " : "", i);
    put_type(pr, f->locals.at[i].ty);
  }
  sb_puts(o, ") -> ");
  put_type(pr, f->locals.len ? f->locals.at[0].ty : 0);
}

void ir_print_function(const Program *p, const Function *f, StrBuf *out) {
  Printer pr = {.p = p, .f = f, .out = out};
  put_signature(&pr);
  if (f->blocks.len == 0) {
    sb_puts(out, ";\n");
    return;
  }
  sb_puts(out, " {\n");
  for (u32 i = 0; i < f->locals.len; i++) {
    const Local *l = &f->locals.at[i];
    if (i && i <= f->nparams && !l->name) continue;
    size_t start = out->len;
    sb_printf(out, "    let _%u: ", i);
    put_type(&pr, l->ty);
    sb_putc(out, ';');
    if (i == 0)
      sb_printf(out, "%*s// return place",
                out->len - start < 56 ? (int)(56 - (out->len - start)) : 1, "");
    else if (l->name)
      sb_printf(out, "%*s// %s", out->len - start < 56 ? (int)(56 - (out->len - start)) : 1, "",
                l->name);
    sb_putc(out, '\n');
  }
  for (u32 b = 0; b < f->blocks.len; b++) {
    const Block *block = &f->blocks.at[b];
    sb_printf(out, "\n    bb%u%s: {\n", b, block->is_cleanup ? " (cleanup)" : "");
    for (u32 i = 0; i < block->stmts.len; i++) put_stmt(&pr, &block->stmts.at[i]);
    put_terminator(&pr, &block->term);
    sb_puts(out, "    }\n");
  }
  sb_puts(out, "}\n");
}

static void put_static(const Program *p, const Static *s, StrBuf *out) {
  sb_printf(out, "static %s%s: ", s->is_mutable ? "mut " : "", s->name ? s->name : "{unnamed}");
  type_print(p->types, s->ty, out);
  Printer pr = {.p = p, .out = out};
  sb_printf(out, " = %s();%s\n", func_name(&pr, s->init), s->promoted ? " // promoted" : "");
}

static bool in_prelude(const Program *p, Span s) {
  return p->sources && s.file < p->sources->nfiles && p->sources->files[s.file].is_prelude;
}

static void put_vtable(const Program *p, const Vtable *v, StrBuf *out) {
  Printer pr = {.p = p, .out = out};
  sb_puts(out, "vtable <");
  type_print(p->types, v->self, out);
  sb_puts(out, " as ");
  type_print(p->types, v->dyn, out);
  sb_printf(out, "> = { drop: %s", v->drop == NO_FUNC ? "none" : func_name(&pr, v->drop));
  for (u32 i = 0; i < v->nmethods; i++)
    sb_printf(out, ", %s: %s", type_get(p->types, v->dyn)->u.dyn.info->methods[i].name,
              v->methods[i] == NO_FUNC ? "none" : func_name(&pr, v->methods[i]));
  sb_puts(out, " }\n");
}

void ir_print(const Program *p, bool all, StrBuf *out) {
  bool any = false;
  for (u32 i = 0; i < p->vtables.len; i++, any = true) put_vtable(p, &p->vtables.at[i], out);
  for (u32 i = 0; i < p->statics.len; i++) {
    if (!all && in_prelude(p, p->statics.at[i].span)) continue;
    put_static(p, &p->statics.at[i], out);
    any = true;
  }
  for (u32 i = 0; i < p->funcs.len; i++) {
    const Function *f = p->funcs.at[i];
    if (!f || (f->is_prelude && !all)) continue;
    if (any) sb_putc(out, '\n');
    ir_print_function(p, f, out);
    any = true;
  }
}
