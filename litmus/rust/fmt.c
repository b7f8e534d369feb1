/* Format strings, as std::fmt documents them: pieces of text and arguments with a trait and
 * options. Arguments are places: the lowering takes references to them.
 *
 *   format     = { text | "{{" | "}}" | "{" [argument] [":" spec] "}" }
 *   argument   = integer | identifier
 *   spec       = [[fill] align] ["+"] ["#"] ["0"] [width] [type]
 *   type       = "" | "?" | "x" | "X" | "b" | "o" | "p"
 *
 * In the library, `as` before the type takes the options of the formatter that is written to. */
#include "litmus/rust/infer.h"

#include <string.h>

typedef struct FmtParser {
  Infer *ic;
  const AstExpr *str;
  const AstNamedArg *given;
  u32 ngiven;
  bool *used;
  const char *at, *end;
  u32 next; /* positional */
  ALIST(FmtPiece) pieces;
  ALIST(Thir *) args;
  ALIST(Sym) captured; /* 0, or the captured name of args[i] */
  StrBuf text;
} FmtParser;

_Noreturn static void fail_format(FmtParser *p, const char *why) {
  sb_free(&p->text);
  fail(p->ic, p->str->span, "invalid format string: %s", why);
}

static void flush_text(FmtParser *p) {
  if (!p->text.len) return;
  FmtPiece t = {.text = arena_strndup(p->ic->arena, p->text.at, p->text.len),
                .len = (u32)p->text.len};
  alist_push(p->ic->arena, &p->pieces, t);
  sb_clear(&p->text);
}

/* ---- arguments */

static u32 add_arg(FmtParser *p, Thir *value, Sym captured) {
  alist_push(p->ic->arena, &p->args, value);
  alist_push(p->ic->arena, &p->captured, captured);
  return p->args.len - 1;
}

static u32 named_arg(FmtParser *p, const char *name, size_t len) {
  Infer *ic = p->ic;
  Sym s = intern(ic->f->in, name, len);
  for (u32 i = 0; i < p->ngiven; i++)
    if (p->given[i].name == s) {
      p->used[i] = true;
      return i;
    }
  for (u32 i = p->ngiven; i < p->args.len; i++)
    if (p->captured.at[i] == s) return i;
  AstSegment *seg = arena_new(ic->arena, AstSegment);
  AstPath *path = arena_new(ic->arena, AstPath);
  AstExpr *e = arena_new(ic->arena, AstExpr);
  seg->name = s;
  seg->span = p->str->span;
  path->span = p->str->span;
  path->seg.at = seg;
  path->seg.n = 1;
  e->kind = AST_PATH;
  e->span = p->str->span;
  e->path = path;
  flush_text(p);
  sb_free(&p->text); /* checking the name may leave by longjmp */
  return add_arg(p, check_expr(ic, e, EXPECT_NONE), s);
}

static u32 positional_arg(FmtParser *p, u32 i) {
  if (i >= p->ngiven)
    fail_format(p, arena_printf(p->ic->arena, "argument %u is missing: %u given", i, p->ngiven));
  p->used[i] = true;
  return i;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_name(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || (c & 0x80);
}

static u32 number(FmtParser *p) {
  u32 n = 0;
  while (p->at < p->end && is_digit(*p->at)) {
    if (n > 65535) fail_format(p, "the number is too large");
    n = n * 10 + (u32)(*p->at++ - '0');
  }
  return n;
}

static u32 argument(FmtParser *p) {
  if (p->at < p->end && is_digit(*p->at)) return positional_arg(p, number(p));
  const char *start = p->at;
  while (p->at < p->end && is_name(*p->at)) p->at++;
  if (p->at > start) return named_arg(p, start, (size_t)(p->at - start));
  return positional_arg(p, p->next++);
}

/* ---- options */

static u32 utf8_char(const char *s, const char *end, u32 *len) {
  u8 c = (u8)*s;
  u32 n = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
  if (s + n > end) n = 1;
  u32 v = n == 1 ? c : c & (0xffu >> (n + 1));
  for (u32 i = 1; i < n; i++) v = v << 6 | ((u8)s[i] & 0x3f);
  *len = n;
  return v;
}

static bool is_align(char c) { return c == '<' || c == '^' || c == '>'; }

static bool accept_char(FmtParser *p, char c) {
  if (p->at >= p->end || *p->at != c) return false;
  p->at++;
  return true;
}

static void spec(FmtParser *p, FmtPiece *piece) {
  u32 len = 0, fill = p->at < p->end ? utf8_char(p->at, p->end, &len) : 0;
  if (len && p->at + len < p->end && is_align(p->at[len])) {
    piece->fill = fill;
    p->at += len;
  }
  if (p->at < p->end && is_align(*p->at)) piece->align = *p->at++;
  piece->plus = accept_char(p, '+');
  piece->alternate = accept_char(p, '#');
  if (p->at < p->end && *p->at == '0' && !(p->at + 1 < p->end && p->at[1] == '$'))
    piece->zero_pad = accept_char(p, '0');
  if (p->at < p->end && is_digit(*p->at)) piece->width = number(p);
  if (p->at + 1 < p->end && *p->at == '.' && is_digit(p->at[1])) {
    p->at++;
    piece->has_precision = true;
    piece->precision = number(p);
  }
  const char *rest = p->at;
  while (rest < p->end && is_name(*rest)) rest++;
  if ((p->at < p->end && *p->at == '.') || (rest < p->end && *rest == '$')) {
    sb_free(&p->text);
    unsupported(p->ic, p->str->span,
                "precision and widths taken from arguments are not supported yet");
  }
  if (p->ic->is_prelude && rest - p->at >= 2 && p->at[0] == 'a' && p->at[1] == 's') {
    piece->inherits = true;
    p->at += 2;
  }
  size_t n = (size_t)(rest - p->at);
  if (n == 1 && rest < p->end && *rest == '?' && (*p->at == 'x' || *p->at == 'X')) {
    sb_free(&p->text);
    unsupported(p->ic, p->str->span, "the format trait `%c?` is not supported yet", *p->at);
  }
  if (accept_char(p, '?'))
    piece->trait = FMT_DEBUG;
  else if (n == 1 && *p->at == 'x')
    piece->trait = FMT_LOWER_HEX;
  else if (n == 1 && *p->at == 'e')
    piece->trait = FMT_LOWER_EXP;
  else if (n == 1 && *p->at == 'E')
    piece->trait = FMT_UPPER_EXP;
  else if (n == 1 && *p->at == 'X')
    piece->trait = FMT_UPPER_HEX;
  else if (n == 1 && *p->at == 'b')
    piece->trait = FMT_BINARY;
  else if (n == 1 && *p->at == 'o')
    piece->trait = FMT_OCTAL;
  else if (n == 1 && *p->at == 'p')
    piece->trait = FMT_POINTER;
  else if (n) {
    sb_free(&p->text);
    unsupported(p->ic, p->str->span, "the format trait `%.*s` is not supported yet", (int)n, p->at);
  }
  if (piece->trait != FMT_DEBUG) p->at = rest;
}

static void placeholder(FmtParser *p) {
  FmtPiece piece = {.is_arg = true};
  flush_text(p);
  while (accept_char(p, ' ')) {
  }
  if (p->at == p->end) fail_format(p, "expected `}` but string was terminated");
  piece.arg = argument(p);
  while (accept_char(p, ' ')) {
  }
  if (accept_char(p, ':')) spec(p, &piece);
  while (accept_char(p, ' ')) {
  }
  if (!accept_char(p, '}')) fail_format(p, "expected `}`");
  alist_push(p->ic->arena, &p->pieces, piece);
}

/* Text that we add around the user's; \x01 and \x02 stand for the first two extra arguments. */
static void own_text(FmtParser *p, const char *s, u32 first_extra, u32 nextra) {
  for (; *s; s++) {
    if (*s < 1 || (u32)*s > nextra) {
      sb_putc(&p->text, *s);
      continue;
    }
    flush_text(p);
    FmtPiece piece = {.is_arg = true, .arg = first_extra + (u32)(*s - 1), .trait = FMT_DEBUG};
    alist_push(p->ic->arena, &p->pieces, piece);
  }
}

Fmt parse_format(Infer *ic, const AstExpr *str, const AstNamedArg *given, u32 ngiven,
                 const char *prefix, const char *suffix, Thir ***places, u32 *nplaces,
                 Thir *const *extra, u32 nextra) {
  FmtParser p = {.ic = ic, .str = str, .given = given, .ngiven = ngiven};
  p.used = arena_array(ic->arena, bool, ngiven + 1);
  for (u32 i = 0; i < ngiven; i++) add_arg(&p, check_expr(ic, given[i].value, EXPECT_NONE), 0);
  own_text(&p, prefix, 0, 0);
  if (str) {
    p.at = str->text;
    p.end = str->text + str->len;
  }
  while (p.at < p.end) {
    char c = *p.at++;
    if (c == '{' && !accept_char(&p, '{'))
      placeholder(&p);
    else if (c == '}' && !accept_char(&p, '}'))
      fail_format(&p, "unmatched `}` found");
    else
      sb_putc(&p.text, c);
  }
  for (u32 i = 0; i < ngiven; i++)
    if (!p.used[i]) {
      sb_free(&p.text);
      fail(ic, given[i].value->span, "%sargument never used", given[i].name ? "named " : "");
    }
  u32 first_extra = p.args.len;
  for (u32 i = 0; i < nextra; i++) add_arg(&p, extra[i], 0);
  own_text(&p, suffix, first_extra, nextra);
  flush_text(&p);
  sb_free(&p.text);
  *places = p.args.at;
  *nplaces = p.args.len;
  return (Fmt){p.pieces.len, p.pieces.at};
}

/* ---- which types have which trait */

static bool is_native(Infer *ic, TypeId t, FmtTrait trait, u32 depth);

/* Derived, and so is that of all parts. */
static bool fields_native(Infer *ic, TypeId t, u32 depth) {
  const Type *ty = type_get(ic->tt, t);
  const AdtInfo *info = ty->u.adt.info;
  const Def *d = (Def *)ty->u.adt.def;
  if (!d->derives_debug || !info || info->kind == ADT_UNION) return false;
  for (u32 v = 0; v < info->nvariants; v++)
    for (u32 i = 0; i < info->variants[v].nfields; i++)
      if (!is_native(ic, info->variants[v].fields[i].ty, FMT_DEBUG, depth)) return false;
  return true;
}

/* Can the machine format values of the type on its own, without code of the user's? Types that
 * contain themselves are met again behind a pointer; then the answer is that of the rest. */
static bool is_native(Infer *ic, TypeId t, FmtTrait trait, u32 depth) {
  const Type *ty = type_get(ic->tt, t);
  if (++depth > 24) return true;
  switch (ty->kind) {
  case TY_INT: return trait != FMT_POINTER && trait != FMT_LOWER_EXP && trait != FMT_UPPER_EXP;
  case TY_FLOAT:
    return trait == FMT_DISPLAY || trait == FMT_DEBUG || trait == FMT_LOWER_EXP ||
           trait == FMT_UPPER_EXP;
  case TY_BOOL:
  case TY_CHAR:
  case TY_STR: return trait == FMT_DISPLAY || trait == FMT_DEBUG;
  case TY_NEVER: return true;
  case TY_PTR:
    if (trait == FMT_POINTER) return true;
    if (ptr_is_raw(ty->u.ptr.kind)) return trait == FMT_DEBUG;
    return is_native(ic, ty->u.ptr.to, trait, depth);
  case TY_FNPTR: return trait == FMT_DEBUG || trait == FMT_POINTER;
  case TY_TUPLE:
    if (trait != FMT_DEBUG) return false;
    for (u32 i = 0; i < ty->u.tuple.n; i++)
      if ((i == 0 || ty->u.tuple.at[i] != ty->u.tuple.at[i - 1]) &&
          !is_native(ic, ty->u.tuple.at[i], trait, depth))
        return false;
    return true;
  case TY_ARRAY:
  case TY_SLICE: return trait == FMT_DEBUG && is_native(ic, ty->u.array.elem, trait, depth);
  case TY_ADT: {
    if (trait != FMT_DEBUG) return false;
    TypeFacts *facts = type_facts(ic->f, t);
    if (facts->native_known) return facts->native;
    facts->native_known = facts->native = true; /* while it is looked at */
    bool yes = fields_native(ic, t, depth);
    facts = type_facts(ic->f, t);
    facts->native = yes;
    return yes;
  }
  default: return false;
  }
}

static const Lang trait_langs[] = {
    [FMT_DISPLAY] = LANG_DISPLAY,     [FMT_DEBUG] = LANG_DEBUG,
    [FMT_POINTER] = LANG_POINTER,     [FMT_LOWER_HEX] = LANG_LOWER_HEX,
    [FMT_UPPER_HEX] = LANG_UPPER_HEX, [FMT_BINARY] = LANG_BINARY,
    [FMT_OCTAL] = LANG_OCTAL,         [FMT_LOWER_EXP] = LANG_LOWER_EXP,
    [FMT_UPPER_EXP] = LANG_UPPER_EXP};

static bool has_impl(Infer *ic, TypeId t, FmtTrait trait, Span span) {
  return type_has_lang_trait(ic->f, trait_langs[trait], t, span);
}

/* ---- calls of user impls, once types are known
 *
 * Formatting that the machine cannot do alone becomes a block:
 *
 *   { let a0 = &arg0; ..; text and native pieces: intrinsics::fmt_write(..);
 *     others: Display::fmt(a0, &mut Formatter { .. }) }
 *
 * What comes from write! ends with the first Err. */

typedef struct Spread {
  Infer *ic;
  Thir *node;      /* what the macro made */
  Thir *whole;     /* write!: the block { node; Ok(()) }, NULL otherwise */
  Thir **places;   /* *ai */
  VarId formatter; /* write!: a reference to it */
  ALIST(ThirStmt) stmts;
  u32 label;
  TypeId result;
} Spread;

static TypeId formatter_type(Infer *ic) { return adt_of(ic->f, ic->f->lang[LANG_FORMATTER], NULL); }

static void add_stmt(Spread *s, ThirPat *pat, Thir *e) {
  ThirStmt st = {
      .kind = pat ? TSTMT_LET : TSTMT_EXPR, .span = s->node->span, .pat = pat, .expr = e};
  alist_push(s->ic->arena, &s->stmts, st);
}

static Thir *usize_node(Spread *s, u64 v) {
  return node_int(s->ic, s->node->span, type_usize(s->ic->tt), v);
}

static Thir *typed(Spread *s, Thir *n) {
  define_type(s->ic->f, n->ty, s->node->span);
  return n;
}

static Thir *borrow_typed(Spread *s, Thir *place, bool is_mut) {
  Thir *n = node_unary(s->ic, THIR_BORROW, place,
                       type_ptr(s->ic->tt, is_mut ? PTR_REF_MUT : PTR_REF, place->ty));
  n->is_mut = is_mut;
  return typed(s, n);
}

static VarId let_ref(Spread *s, Thir *place, bool is_mut) {
  Thir *ref = borrow_typed(s, place, is_mut);
  VarId v = var_new(s->ic, 0, ref->ty, s->node->span, false);
  add_stmt(s, pat_bind(s->ic, s->node->span, ref->ty, v), ref);
  return v;
}

static FmtSink sink_of(const Thir *n) {
  if (n->kind == THIR_FORMAT_PANIC || n->intrinsic == INTR_ASSERT_FAILED) return FMT_MESSAGE;
  return n->intrinsic == INTR_EPRINT ? FMT_STDERR : FMT_STDOUT;
}

/* A field of the formatter that is written to. */
static Thir *own_field(Spread *s, FmtField field) {
  TypeId t = formatter_type(s->ic);
  if (!s->whole) return usize_node(s, field == FMT_SINK ? sink_of(s->node) : 0);
  Thir *place = node_deref(s->ic, node_var(s->ic, s->formatter, s->node->span), t);
  return node_field(s->ic, place, field, type_usize(s->ic->tt), s->node->span);
}

static u64 piece_options(const FmtPiece *p) {
  return (u64)p->fill | (u64)(u8)p->align << 32 | (p->plus ? FMT_PLUS : 0) |
         (p->alternate ? FMT_ALTERNATE : 0) | (p->zero_pad ? FMT_ZERO_PAD : 0);
}

/* Formatter { sink, options, width, indent } */
static Thir *formatter_for(Spread *s, const FmtPiece *p) {
  Infer *ic = s->ic;
  Thir *n = node_new(ic, THIR_ADT, s->node->span, formatter_type(ic));
  n->nargs = FMT_NFIELDS;
  n->args = arena_array(ic->arena, Thir *, FMT_NFIELDS);
  u32 *fields = arena_array(ic->arena, u32, FMT_NFIELDS);
  for (u32 i = 0; i < FMT_NFIELDS; i++) fields[i] = i;
  n->fields = fields;
  n->args[FMT_SINK] = own_field(s, FMT_SINK);
  n->args[FMT_OPTIONS] = p->inherits ? own_field(s, FMT_OPTIONS) : usize_node(s, piece_options(p));
  n->args[FMT_WIDTH] = p->inherits ? own_field(s, FMT_WIDTH) : usize_node(s, p->width);
  n->args[FMT_INDENT] = own_field(s, FMT_INDENT);
  return typed(s, n);
}

/* A run of pieces that the machine can write. */
static void write_run(Spread *s, u32 from, u32 to) {
  Infer *ic = s->ic;
  if (from == to) return;
  Thir *w = node_new(ic, THIR_INTRINSIC, s->node->span, type_unit(ic->tt));
  w->intrinsic = INTR_FMT_WRITE;
  u32 n = s->node->nargs + FMT_NFIELDS;
  w->args = arena_array(ic->arena, Thir *, n);
  w->nargs = FMT_NFIELDS;
  for (u32 i = 0; i < FMT_NFIELDS; i++) w->args[i] = own_field(s, (FmtField)i);
  FmtPiece *pieces = arena_array(ic->arena, FmtPiece, to - from);
  for (u32 i = from; i < to; i++) {
    pieces[i - from] = s->node->fmt.pieces[i];
    if (!pieces[i - from].is_arg) continue;
    w->args[w->nargs] = s->places[pieces[i - from].arg];
    pieces[i - from].arg = w->nargs++;
  }
  w->fmt = (Fmt){to - from, pieces};
  add_stmt(s, NULL, w);
}

/* Trait::fmt(ai, &mut Formatter { .. }) */
static Thir *user_call(Spread *s, const FmtPiece *p) {
  Infer *ic = s->ic;
  Front *f = ic->f;
  Thir *place = s->places[p->arg];
  Def *trait = f->lang[trait_langs[p->trait]];
  Thir *c = node_new(ic, THIR_CALL, s->node->span, s->result);
  TypeId targs[] = {place->ty};
  c->args = arena_array(ic->arena, Thir *, 2);
  c->nargs = 2;
  c->args[0] = place->a; /* the reference itself */
  c->args[1] = borrow_typed(s, formatter_for(s, p), true);
  c->callee = request_instance(f, trait->items.at[0], targs, 1, s->node->span);
  return typed(s, c);
}

/* An Err ends write!, and is a panic of print!. */
static void checked_call(Spread *s, const FmtPiece *p) {
  Infer *ic = s->ic;
  Thir *call = user_call(s, p);
  if (!s->whole && sink_of(s->node) == FMT_MESSAGE) {
    add_stmt(s, NULL, call);
    return;
  }
  Thir *test = node_new(ic, THIR_LET, s->node->span, type_bool(ic->tt));
  test->a = call;
  test->pat = pat_new(ic, TPAT_VARIANT, s->node->span, s->result);
  test->pat->variant = 1;
  Thir *n = node_new(ic, THIR_IF, s->node->span, type_unit(ic->tt));
  n->a = test;
  Thir *out;
  if (s->whole) {
    Thir *err = node_new(ic, THIR_ADT, s->node->span, s->result);
    TypeId error = type_get(ic->tt, s->result)->u.adt.args[1];
    u32 *fields = arena_array(ic->arena, u32, 1);
    err->variant = 1;
    err->nargs = 1;
    err->args = arena_array(ic->arena, Thir *, 1);
    err->args[0] = typed(s, node_new(ic, THIR_ADT, s->node->span, error));
    err->fields = fields;
    out = node_break(ic, s->node->span, s->label, err);
  } else {
    FmtPiece *text = arena_new(ic->arena, FmtPiece);
    text->text =
        "a formatting trait implementation returned an error when the underlying stream did not";
    text->len = (u32)strlen(text->text);
    out = node_new(ic, THIR_FORMAT_PANIC, s->node->span, type_never(ic->tt));
    out->fmt = (Fmt){1, text};
  }
  n->b = node_unary(ic, THIR_NEVER_TO_ANY, typed(s, out), n->ty);
  add_stmt(s, NULL, n);
}

/* The block's last value, where the macro's node was. */
static Thir *last_value(Spread *s) {
  Infer *ic = s->ic;
  Thir *n = s->node;
  if (s->whole) return s->whole->block->tail; /* Ok(()) */
  if (n->kind != THIR_FORMAT_PANIC) return NULL;
  Thir *panic = node_new(ic, THIR_FORMAT_PANIC, n->span, n->ty);
  return panic;
}

static void spread_out(Infer *ic, Thir *n, Thir *whole) {
  Spread s = {.ic = ic, .node = n, .whole = whole};
  s.result = fmt_result_type(ic);
  define_type(ic->f, s.result, n->span);
  s.places = arena_array(ic->arena, Thir *, n->nargs + 1);
  u32 first = 0;
  if (whole) {
    first = FMT_NFIELDS;
    s.formatter = n->args[0]->a->a->var;
    s.label = ++ic->nlabels;
    alist_push(ic->arena, &s.stmts, whole->block->stmts[0]);
  }
  for (u32 i = first; i < n->nargs; i++) {
    Thir *v = node_var(ic, let_ref(&s, n->args[i], false), n->args[i]->span);
    s.places[i] = node_deref(ic, v, n->args[i]->ty);
  }
  if (!whole && sink_of(n) == FMT_MESSAGE) {
    Thir *begin = node_new(ic, THIR_INTRINSIC, n->span, type_unit(ic->tt));
    begin->intrinsic = INTR_BEGIN_MESSAGE;
    add_stmt(&s, NULL, typed(&s, begin));
  }
  u32 run = 0;
  for (u32 i = 0; i < n->fmt.npieces; i++) {
    const FmtPiece *p = &n->fmt.pieces[i];
    if (!p->is_arg || is_native(ic, p->ty, p->trait, 0)) continue;
    write_run(&s, run, i);
    checked_call(&s, p);
    run = i + 1;
  }
  write_run(&s, run, n->fmt.npieces);
  Thir *tail = last_value(&s);
  ThirBlock *b = arena_new(ic->arena, ThirBlock);
  *b = (ThirBlock){.span = n->span,
                   .nstmts = s.stmts.len,
                   .stmts = s.stmts.at,
                   .tail = tail,
                   .ty = tail ? tail->ty : type_unit(ic->tt)};
  if (whole) n = whole;
  n->kind = THIR_BLOCK;
  n->block = b;
  n->ty = b->ty;
  n->label = s.label;
  n->nargs = 0;
}

/* What precision and exponents mean for other values than floats. */
static void check_options(Infer *ic, const FmtPiece *p, const Thir *arg) {
  TypeId t = p->ty;
  while (type_get(ic->tt, t)->kind == TY_PTR && ptr_is_ref(type_get(ic->tt, t)->u.ptr.kind))
    t = type_get(ic->tt, t)->u.ptr.to;
  TypeKind k = type_get(ic->tt, t)->kind;
  if (k == TY_INT && (p->trait == FMT_LOWER_EXP || p->trait == FMT_UPPER_EXP))
    unsupported(ic, arg->span, "`{:e}` of integers is not supported yet");
  if (!p->has_precision) return;
  if (p->precision > 1000)
    unsupported(ic, arg->span, "a precision of more than 1000 digits is not supported yet");
  if (!is_native(ic, p->ty, p->trait, 0) || k == TY_STR)
    unsupported(ic, arg->span, "a precision for a value of type `%s` is not supported yet",
                show(ic, p->ty));
}

/* Sets the types of the pieces, now that they are known. */
void check_format_types(Infer *ic, const Late *late) {
  static const char *const traits[] = {
      [FMT_DISPLAY] = "Display",    [FMT_DEBUG] = "Debug",        [FMT_POINTER] = "Pointer",
      [FMT_LOWER_HEX] = "LowerHex", [FMT_UPPER_HEX] = "UpperHex", [FMT_BINARY] = "Binary",
      [FMT_OCTAL] = "Octal",        [FMT_LOWER_EXP] = "LowerExp", [FMT_UPPER_EXP] = "UpperExp"};
  Thir *n = late->node;
  bool native = true;
  for (u32 i = 0; i < n->fmt.npieces; i++) {
    FmtPiece *p = (FmtPiece *)&n->fmt.pieces[i];
    if (!p->is_arg) continue;
    p->ty = n->args[p->arg]->ty;
    check_options(ic, p, n->args[p->arg]);
    if (is_native(ic, p->ty, p->trait, 0)) continue;
    native = false;
    if (has_impl(ic, p->ty, p->trait, n->span)) continue;
    const Def *d = type_def(ic->f, p->ty);
    if (d && d->is_prelude)
      unsupported(ic, n->args[p->arg]->span, "`{%s}` of the type `%s` is not supported yet",
                  p->trait == FMT_DEBUG ? ":?" : "", show(ic, p->ty));
    fail(ic, n->args[p->arg]->span, "`%s` doesn't implement `%s`%s", show(ic, p->ty),
         traits[p->trait], p->trait == FMT_DISPLAY ? ": it cannot be formatted with `{}`" : "");
  }
  if (!native) spread_out(ic, n, late->other);
}

/* ---- write!(f, ..) */

TypeId fmt_result_type(Infer *ic) {
  Def *alias = ic->f->lang[LANG_FMT_RESULT];
  TyEnv env = {.f = ic->f, .scope = alias->scope, .owner = alias};
  return lower_type(&env, alias->item->ty);
}

/* { let f = &*dst; node; Ok(()) }, where the formatter's fields are the node's first arguments. */
Thir *write_node(Infer *ic, Thir *dst, Thir *node) {
  Thir *at = dst;
  TypeId want = formatter_type(ic);
  while (at && infer_shallow(ic, at->ty) != want) at = deref_step(ic, at, false);
  if (!at)
    unsupported(ic, dst->span, "`write!` to a value of type `%s` is not supported yet",
                show(ic, dst->ty));
  Thir *ref = node_borrow(ic, at, false, false);
  VarId v = var_new(ic, 0, ref->ty, dst->span, false);
  Thir **args = arena_array(ic->arena, Thir *, node->nargs + FMT_NFIELDS);
  for (u32 i = 0; i < FMT_NFIELDS; i++)
    args[i] = node_field(ic, node_deref(ic, node_var(ic, v, dst->span), want), i,
                         type_usize(ic->tt), dst->span);
  for (u32 i = 0; i < node->nargs; i++) args[FMT_NFIELDS + i] = node->args[i];
  for (u32 i = 0; i < node->fmt.npieces; i++)
    if (node->fmt.pieces[i].is_arg) ((FmtPiece *)node->fmt.pieces)[i].arg += FMT_NFIELDS;
  node->args = args;
  node->nargs += FMT_NFIELDS;
  node->intrinsic = INTR_FMT_WRITE;
  TypeId result = fmt_result_type(ic);
  Thir *ok = node_new(ic, THIR_ADT, node->span, result);
  u32 *fields = arena_array(ic->arena, u32, 1);
  ok->args = arena_array(ic->arena, Thir *, 1);
  ok->args[0] = node_unit(ic, node->span);
  ok->nargs = 1;
  ok->fields = fields;
  ThirStmt *s = arena_array(ic->arena, ThirStmt, 2);
  s[0] = (ThirStmt){.kind = TSTMT_LET, .span = node->span, .expr = ref};
  s[0].pat = pat_bind(ic, node->span, ref->ty, v);
  s[1] = (ThirStmt){.kind = TSTMT_EXPR, .span = node->span, .expr = node};
  Thir *block = node_block(ic, node->span, s, 2, ok);
  for (u32 i = ic->late.len; i-- > 0;)
    if (ic->late.at[i].node == node) {
      ic->late.at[i].other = block;
      break;
    }
  return block;
}
