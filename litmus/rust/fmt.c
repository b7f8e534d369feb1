/* Format strings, as std::fmt documents them: pieces of text and arguments with a trait and
 * options. Arguments are places: the lowering takes references to them.
 *
 *   format     = { text | "{{" | "}}" | "{" [argument] [":" spec] "}" }
 *   argument   = integer | identifier
 *   spec       = [[fill] align] ["+"] ["#"] ["0"] [width] [type]
 *   type       = "" | "?" | "x" | "X" | "b" | "o" | "p" */
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
  const char *rest = p->at;
  while (rest < p->end && is_name(*rest)) rest++;
  if ((p->at < p->end && *p->at == '.') || (rest < p->end && *rest == '$')) {
    sb_free(&p->text);
    unsupported(p->ic, p->str->span,
                "precision and widths taken from arguments are not supported yet");
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

static bool has_trait(Infer *ic, TypeId t, FmtTrait trait);

static bool all_debug(Infer *ic, TypeId t) {
  const Type *ty = type_get(ic->tt, t);
  const AdtInfo *info = ty->u.adt.info;
  Def *d = (Def *)ty->u.adt.def;
  if (!d->derives_debug) return false;
  for (u32 i = 0; i < ty->u.adt.nargs; i++) {
    u64 n;
    if (!is_const_arg(ic->f, ty->u.adt.args[i], &n) && !has_trait(ic, ty->u.adt.args[i], FMT_DEBUG))
      return false;
  }
  return info && info->kind != ADT_UNION;
}

static bool has_trait(Infer *ic, TypeId t, FmtTrait trait) {
  const Type *ty = type_get(ic->tt, t);
  switch (ty->kind) {
  case TY_INT: return trait != FMT_POINTER;
  case TY_BOOL:
  case TY_CHAR:
  case TY_STR: return trait == FMT_DISPLAY || trait == FMT_DEBUG;
  case TY_NEVER: return true;
  case TY_PTR:
    if (trait == FMT_POINTER) return true;
    if (ptr_is_raw(ty->u.ptr.kind)) return trait == FMT_DEBUG;
    return has_trait(ic, ty->u.ptr.to, trait);
  case TY_FNPTR: return trait == FMT_DEBUG || trait == FMT_POINTER;
  case TY_TUPLE:
    if (trait != FMT_DEBUG) return false;
    for (u32 i = 0; i < ty->u.tuple.n; i++)
      if ((i == 0 || ty->u.tuple.at[i] != ty->u.tuple.at[i - 1]) &&
          !has_trait(ic, ty->u.tuple.at[i], trait))
        return false;
    return true;
  case TY_ARRAY:
  case TY_SLICE: return trait == FMT_DEBUG && has_trait(ic, ty->u.array.elem, trait);
  case TY_ADT: return trait == FMT_DEBUG && all_debug(ic, t);
  default: return false;
  }
}

/* Sets the types of the pieces, now that they are known. */
void check_format_types(Infer *ic, const Late *late) {
  static const char *const traits[] = {
      [FMT_DISPLAY] = "Display",    [FMT_DEBUG] = "Debug",        [FMT_POINTER] = "Pointer",
      [FMT_LOWER_HEX] = "LowerHex", [FMT_UPPER_HEX] = "UpperHex", [FMT_BINARY] = "Binary",
      [FMT_OCTAL] = "Octal"};
  const Thir *n = late->node;
  for (u32 i = 0; i < n->fmt.npieces; i++) {
    FmtPiece *p = (FmtPiece *)&n->fmt.pieces[i];
    if (!p->is_arg) continue;
    p->ty = n->args[p->arg]->ty;
    if (has_trait(ic, p->ty, p->trait)) continue;
    const Def *d = type_def(ic->f, p->ty);
    if (d && d->is_prelude && p->trait == FMT_DEBUG)
      unsupported(ic, n->args[p->arg]->span, "`{:?}` of the type `%s` is not supported yet",
                  show(ic, p->ty));
    fail(ic, n->args[p->arg]->span, "`%s` doesn't implement `%s`%s", show(ic, p->ty),
         traits[p->trait], p->trait == FMT_DISPLAY ? ": it cannot be formatted with `{}`" : "");
  }
}
