/* Formatting, as core::fmt does it, of values whose bits may be terms: known ones become text, an
 * unknown number (an address) becomes a fragment of its own. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/float_text.h"
#include "engine/mach/machine.h"

typedef struct Out {
  Machine *m;
  StrBuf *text; /* not yet a fragment; the machine's, since UB may end the path in the middle */
  u32 indent;   /* of {:#?} */
} Out;

static void flush(Out *o) {
  if (!o->text->len) return;
  Frag f = {.text = arena_strndup(o->m->arena, o->text->at, o->text->len),
            .len = (u32)o->text->len};
  vec_push(&o->m->format_frags, f);
  sb_clear(o->text);
}

static void put_term(Out *o, Term t, FragFormat format) {
  flush(o);
  vec_push(&o->m->format_frags, ((Frag){.term = t, .format = format}));
}

static void value_at(Out *o, const FmtPiece *p, PlaceVal place, FmtTrait trait);

/* ---- numbers */

static unsigned base_of(FmtTrait t) {
  switch (t) {
  case FMT_LOWER_HEX:
  case FMT_UPPER_HEX: return 16;
  case FMT_BINARY: return 2;
  case FMT_OCTAL: return 8;
  default: return 10;
  }
}

/* A number of which at most four bits are unknown is split into its values: an outcome that says
 * `1` is easier to read than one that says "the low bit of an address". */
static Bits split_small(Machine *m, Bits b) {
  if (bits_known(b) || term_op(m->ts, b.t) != TERM_ZEXT) return b;
  unsigned inner = term_width(m->ts, term_arg(m->ts, b.t, 0));
  return inner > 4 ? b : bits_const(mach_concretise(m, b, (1u << inner) - 1, 1));
}

static void utf8(StrBuf *b, u32 c) {
  if (c < 0x80) {
    sb_putc(b, (char)c);
  } else if (c < 0x800) {
    sb_putc(b, (char)(0xC0 | c >> 6));
    sb_putc(b, (char)(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    sb_putc(b, (char)(0xE0 | c >> 12));
    sb_putc(b, (char)(0x80 | (c >> 6 & 0x3F)));
    sb_putc(b, (char)(0x80 | (c & 0x3F)));
  } else {
    sb_putc(b, (char)(0xF0 | c >> 18));
    sb_putc(b, (char)(0x80 | (c >> 12 & 0x3F)));
    sb_putc(b, (char)(0x80 | (c >> 6 & 0x3F)));
    sb_putc(b, (char)(0x80 | (c & 0x3F)));
  }
}

/* How many digits the unknown magnitude has: the path splits over that. */
static u32 count_digits(Machine *m, Bits magnitude, unsigned width, unsigned base) {
  enum { MAX_DIGITS = 128 };
  Term alts[MAX_DIGITS];
  u128 all = u128_mask(~(u128)0, width), least = 0;
  u32 n = 0;
  for (bool last = false; !last; n++) { /* least: the first number of n + 1 digits */
    u128 beyond = least ? least * base : base;
    last = n + 1 == MAX_DIGITS || (least ? least > all / base : base > all);
    Bits from = bits_compare(m, BIN_GE, width, false, magnitude, bits_const(least));
    Bits to =
        last ? bits_const(1) : bits_compare(m, BIN_LT, width, false, magnitude, bits_const(beyond));
    alts[n] = bits_term(m->ts, bits_bin(m, TERM_AND, 1, from, to), 1);
    least = beyond;
  }
  return mach_choose(m, alts, n) + 1;
}

static void repeat_char(Out *o, u32 c, u64 n) {
  while (n--) utf8(o->text, c);
}

/* An unknown number with sign, prefix or padding: it is known, on each path, what is printed around
 * its digits. */
static void padded_unknown(Out *o, const FmtPiece *p, Bits b, unsigned width, bool is_signed,
                           FmtTrait trait, FragFormat f) {
  Machine *m = o->m;
  unsigned base = base_of(trait);
  bool negative = base == 10 && is_signed &&
                  mach_decide(m, bits_compare(m, BIN_LT, width, true, b, bits_const(0)));
  Bits magnitude = negative ? bits_bin(m, TERM_SUB, width, bits_const(0), b) : b;
  const char *sign = negative ? "-" : p->plus ? "+" : "";
  const char *prefix = !p->alternate || base == 10 ? ""
                       : base == 16                ? "0x"
                       : base == 2                 ? "0b"
                                                   : "0o";
  u64 have = strlen(sign) + strlen(prefix);
  if (p->width) have += count_digits(m, magnitude, width, base);
  u64 missing = p->width > have ? p->width - have : 0;
  char align = p->zero_pad ? 0 : p->align ? p->align : '>';
  u64 left = align == '>' ? missing : align == '^' ? missing / 2 : 0;
  u32 fill = p->fill ? p->fill : ' ';
  repeat_char(o, fill, left);
  sb_puts(o->text, sign);
  sb_puts(o->text, prefix);
  if (p->zero_pad) repeat_char(o, '0', missing);
  if (bits_known(magnitude))
    sb_put_radix(o->text, magnitude.c, base);
  else
    put_term(o, magnitude.t, f);
  if (align) repeat_char(o, fill, missing - left);
}

static void unknown_number(Out *o, const FmtPiece *p, Bits b, unsigned width, bool is_signed,
                           FmtTrait trait) {
  if (trait == FMT_UPPER_HEX) mach_unsupported(o->m, "formatting an unknown number with {:X}");
  if (trait != FMT_POINTER && (p->width || p->plus || (p->alternate && base_of(trait) != 10))) {
    FragFormat plain = trait == FMT_LOWER_HEX ? FRAG_HEX
                       : trait == FMT_BINARY  ? FRAG_BIN
                       : trait == FMT_OCTAL   ? FRAG_OCT
                                              : FRAG_DEC;
    padded_unknown(o, p, b, width, is_signed, trait, plain);
    return;
  }
  if (p->width) mach_unsupported(o->m, "formatting an unknown address with a width");
  FragFormat f = is_signed ? FRAG_DEC_SIGNED : FRAG_DEC;
  if (trait == FMT_LOWER_HEX || trait == FMT_POINTER) f = p->alternate ? FRAG_HEX_PREFIX : FRAG_HEX;
  if (trait == FMT_POINTER) f = FRAG_HEX_PREFIX;
  if (trait == FMT_BINARY) f = FRAG_BIN;
  if (trait == FMT_OCTAL) f = FRAG_OCT;
  put_term(o, b.t, f);
}

/* Digits with sign and prefix; zero padding goes between them (core::fmt::pad_integral). */
static void number(Out *o, const FmtPiece *p, Bits b, unsigned width, bool is_signed,
                   FmtTrait trait) {
  b = split_small(o->m, b);
  if (!bits_known(b)) {
    unknown_number(o, p, b, width, is_signed, trait);
    return;
  }
  StrBuf digits = {0}, head = {0};
  unsigned base = base_of(trait);
  bool negative = base == 10 && is_signed && u128_sext(b.c, width) < 0;
  u128 magnitude = negative ? u128_mask((u128)0 - b.c, width) : b.c;
  if (base == 10)
    sb_put_int(&digits, magnitude, 128, false);
  else
    sb_put_radix(&digits, magnitude, base);
  if (trait == FMT_UPPER_HEX)
    for (size_t i = 0; i < digits.len; i++)
      if (digits.at[i] >= 'a') digits.at[i] = (char)(digits.at[i] - 'a' + 'A');
  if (negative) sb_putc(&head, '-');
  if (!negative && p->plus) sb_putc(&head, '+');
  if (p->alternate && base != 10) sb_puts(&head, base == 16 ? "0x" : base == 2 ? "0b" : "0o");
  if (p->zero_pad)
    while (digits.len + head.len < p->width) {
      sb_putc(&digits, '0');
      memmove(digits.at + 1, digits.at, digits.len - 1);
      digits.at[0] = '0';
    }
  sb_put(o->text, sb_str(&head), head.len);
  sb_put(o->text, sb_str(&digits), digits.len);
  sb_free(&head);
  sb_free(&digits);
}

static void zero_padded(StrBuf *digits, u64 want) {
  while (digits->len < want) {
    sb_putc(digits, '0');
    memmove(digits->at + 1, digits->at, digits->len - 1);
    digits->at[0] = '0';
  }
}

/* One of two known floats, as `max` of two zeros is: an outcome for each. */
static Bits split_choice(Machine *m, Bits b) {
  u128 then, otherwise;
  if (bits_known(b) || term_op(m->ts, b.t) != TERM_ITE) return b;
  if (!term_is_const(m->ts, term_arg(m->ts, b.t, 1), &then)) return b;
  if (!term_is_const(m->ts, term_arg(m->ts, b.t, 2), &otherwise)) return b;
  Bits cond = bits_of(m->ts, term_arg(m->ts, b.t, 0));
  return bits_const(mach_decide(m, cond) ? then : otherwise);
}

static void floating(Out *o, const FmtPiece *p, Bits b, unsigned width, FmtTrait trait) {
  b = split_choice(o->m, b);
  Bits is_nan_here = mach_is_nan(o->m, width, b);
  if (bits_known(is_nan_here) && is_nan_here.c) b = bits_const(term_float_nan(width));
  if (!bits_known(b)) {
    bool plain = !p->width && !p->plus && !p->has_precision;
    if (!plain || (trait != FMT_DISPLAY && trait != FMT_DEBUG))
      mach_unsupported(o->m, "formatting an unknown float with width, sign, precision or exponent");
    put_term(o, b.t, trait == FMT_DEBUG ? FRAG_FLOAT_DEBUG : FRAG_FLOAT);
    return;
  }
  static const FloatStyle styles[] = {[FMT_DISPLAY] = FLOAT_DISPLAY,
                                      [FMT_DEBUG] = FLOAT_DEBUG,
                                      [FMT_LOWER_EXP] = FLOAT_LOWER_EXP,
                                      [FMT_UPPER_EXP] = FLOAT_UPPER_EXP};
  u64 bits = (u64)b.c;
  bool is_nan = float_bits_nan(bits, width), is_negative = float_bits_negative(bits, width);
  StrBuf digits = {0};
  float_text(bits, width, styles[trait], p->has_precision ? (int)p->precision : -1, &digits);
  char sign = is_nan ? 0 : is_negative ? '-' : p->plus ? '+' : 0;
  if (sign) sb_putc(o->text, sign);
  if (p->zero_pad && p->width) zero_padded(&digits, p->width - (sign != 0));
  sb_put(o->text, sb_str(&digits), digits.len);
  sb_free(&digits);
}

static void pointer(Out *o, const FmtPiece *p, Bits addr) {
  if (!bits_known(addr)) {
    unknown_number(o, p, addr, 64, false, FMT_POINTER);
    return;
  }
  FmtPiece hex = *p;
  hex.alternate = true;
  if (p->alternate) {
    hex.zero_pad = true;
    if (!hex.width) hex.width = 18; /* 0x and 16 digits */
  }
  number(o, &hex, addr, 64, false, FMT_LOWER_HEX);
}

/* ---- text */

/* char::escape_debug for one byte or code point; bytes above 0x7f of UTF-8 text pass unchanged. */
/* Ranges in which std's `escape_debug` escapes nothing: std has tables of the whole of Unicode. */
static bool is_plainly_printable(u32 c) {
  static const u32 ranges[][2] = {
      {0x20, 0x7E},     {0xA1, 0x2C1},      {0x391, 0x3A1},     {0x3A3, 0x3E1},   {0x400, 0x482},
      {0x5D0, 0x5EA},   {0x2010, 0x2027},   {0x2030, 0x205E},   {0x20A0, 0x20BF}, {0x2190, 0x23FF},
      {0x2500, 0x26FF}, {0x3041, 0x3096},   {0x30A1, 0x30FA},   {0x4E00, 0x9FA5}, {0xAC00, 0xD7A3},
      {0xFF01, 0xFF5E}, {0x1F300, 0x1F3FA}, {0x1F400, 0x1F64F},
  };
  for (u32 i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if (c >= ranges[i][0] && c <= ranges[i][1]) return true;
  return false;
}

static void escaped(Machine *m, StrBuf *b, u32 c, char quote) {
  switch (c) {
  case '\n': sb_puts(b, "\\n"); return;
  case '\r': sb_puts(b, "\\r"); return;
  case '\t': sb_puts(b, "\\t"); return;
  case '\\': sb_puts(b, "\\\\"); return;
  case 0: sb_puts(b, "\\0"); return;
  default: break;
  }
  if (c == (u32)quote)
    sb_printf(b, "\\%c", quote);
  else if (c < 0x20 || (c >= 0x7F && c < 0xA1) || c == 0xAD)
    sb_printf(b, "\\u{%x}", c);
  else if (is_plainly_printable(c))
    utf8(b, c);
  else
    mach_unsupported(
        m, "Debug output of the character U+%04X: whether std escapes it is not known here", c);
}

static u8 text_byte(Machine *m, const Alloc *a, u64 at) {
  Scalar s;
  u64 bad;
  if (!bytes_load(m->ts, &a->data, at, 1, &s, &bad))
    mach_ub(m, UB_UNINIT, a, "uninitialised memory is printed as `str`");
  if (!bits_known(s.bits)) mach_unsupported(m, "printing text that is not known");
  return (u8)s.bits.c;
}

/* The code point at [at, end), which is moved past it; a byte that starts none stands for itself.
 */
static u32 code_point(Machine *m, const Alloc *a, u64 *at, u64 end) {
  u8 first = text_byte(m, a, (*at)++);
  unsigned more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  u32 c = more ? first & (0x3Fu >> more) : first;
  for (; more && *at < end; more--) c = c << 6 | (text_byte(m, a, (*at)++) & 0x3F);
  return c;
}

static void str_text(Out *o, PlaceVal place, bool debug) {
  u64 n = mach_pointee_size(o->m, place.ty, place.meta), at = 0;
  Alloc *a = mach_access(o->m, &place, n, ACCESS_READ, &at);
  u64 end = at + n;
  if (!debug) {
    while (at < end) sb_putc(o->text, (char)text_byte(o->m, a, at++));
    return;
  }
  sb_putc(o->text, '"');
  while (at < end) escaped(o->m, o->text, code_point(o->m, a, &at, end), '"');
  sb_putc(o->text, '"');
}

/* ---- Debug of what has parts */

static void newline(Out *o) {
  sb_putc(o->text, '\n');
  for (u32 i = 0; i < o->indent; i++) sb_puts(o->text, "    ");
}

typedef struct Parts {
  const char *open, *close;
  bool comma_after_single; /* (x,) */
  u32 done;
} Parts;

static void before_part(Out *o, const FmtPiece *p, Parts *ps) {
  if (ps->done++ == 0) {
    sb_puts(o->text, ps->open);
    o->indent++;
  } else if (!p->alternate) {
    sb_puts(o->text, ", ");
  }
  if (p->alternate) newline(o);
}

static void after_part(Out *o, const FmtPiece *p) {
  if (p->alternate) sb_putc(o->text, ',');
}

static void end_parts(Out *o, const FmtPiece *p, Parts *ps) {
  if (!ps->done) {
    sb_puts(o->text, ps->open);
    sb_puts(o->text, ps->close);
    return;
  }
  o->indent--;
  if (p->alternate) newline(o);
  if (!p->alternate && ps->done == 1 && ps->comma_after_single) sb_putc(o->text, ',');
  sb_puts(o->text, ps->close);
}

static PlaceVal part(Out *o, PlaceVal place, u64 at, TypeId ty) {
  place.ty = ty;
  if (place.direct)
    place.off += at;
  else
    place.ptr.bits = bits_bin(o->m, TERM_ADD, 64, place.ptr.bits, bits_const(at));
  return place;
}

static void elements(Out *o, const FmtPiece *p, PlaceVal place, u64 n, TypeId elem,
                     FmtTrait trait) {
  Parts ps = {.open = "[", .close = "]"};
  u64 size = mach_type(o->m, elem)->size;
  for (u64 i = 0; i < n; i++) {
    before_part(o, p, &ps);
    value_at(o, p, part(o, place, i * size, elem), trait);
    after_part(o, p);
  }
  end_parts(o, p, &ps);
}

static void fields(Out *o, const FmtPiece *p, PlaceVal place, FmtTrait trait) {
  const Type *t = type_get(o->m->types, place.ty);
  u32 variant = 0;
  const Variant *v = NULL;
  if (t->kind == TY_ADT) {
    const AdtInfo *info = t->u.adt.info;
    if (info->kind == ADT_UNION) mach_unsupported(o->m, "printing a union");
    if (info->kind == ADT_ENUM && info->tag_encoding == TAG_NONE) {
      variant = info->niche_dataful;
    } else if (info->kind == ADT_ENUM) {
      u64 off;
      Alloc *a = mach_access(o->m, &place, mach_type(o->m, place.ty)->size, ACCESS_READ, &off);
      variant = mach_variant(o->m, place.ty, &a->data, off);
    }
    v = &info->variants[variant];
    const char *name = info->kind == ADT_ENUM ? v->name : info->name;
    size_t len = strcspn(name, "<");                /* without generic arguments */
    for (const char *c = name; c < name + len; c++) /* without module path */
      if (c[0] == ':' && c[1] == ':') len -= (size_t)(c + 2 - name), name = c + 2;
    sb_put(o->text, name, len);
    if (v->is_unit_like || (!v->nfields && !v->is_tuple_like)) return;
  }
  bool named = v && !v->is_tuple_like;
  Parts ps = {.open = named ? (p->alternate ? " {" : " { ") : "(",
              .close = named ? (p->alternate ? "}" : " }") : ")",
              .comma_after_single = !v};
  for (u32 i = 0; i < type_nfields(o->m->types, place.ty, variant); i++) {
    before_part(o, p, &ps);
    if (named) sb_printf(o->text, "%s: ", v->fields[i].name);
    u64 at = type_field_offset(o->m->types, place.ty, variant, i);
    value_at(o, p, part(o, place, at, type_field(o->m->types, place.ty, variant, i)), trait);
    after_part(o, p);
  }
  end_parts(o, p, &ps);
}

/* ---- any value */

static void through_pointer(Out *o, const FmtPiece *p, const Value *v, FmtTrait trait) {
  const Type *t = type_get(o->m->types, v->ty);
  if (trait == FMT_POINTER || ptr_is_raw(t->u.ptr.kind)) {
    pointer(o, p, v->a.bits);
    return;
  }
  value_at(o, p, mach_place_of_ptr(o->m, t->u.ptr.to, v->a, v->meta), trait);
}

static void value_at(Out *o, const FmtPiece *p, PlaceVal place, FmtTrait trait) {
  Machine *m = o->m;
  const Type *t = type_get(m->types, place.ty);
  switch (t->kind) {
  case TY_STR: str_text(o, place, trait == FMT_DEBUG); return;
  case TY_SLICE: elements(o, p, place, (u64)place.meta.c, t->u.array.elem, trait); return;
  case TY_ARRAY: elements(o, p, place, t->u.array.len, t->u.array.elem, trait); return;
  case TY_TUPLE:
  case TY_ADT:
    if (type_is_unit(m->types, place.ty))
      sb_puts(o->text, "()");
    else
      fields(o, p, place, trait);
    return;
  default: break;
  }
  Value v = mach_load(m, &place, RETAG_NONE);
  const TypeInfo *ti = mach_type(m, place.ty);
  unsigned width = (unsigned)ti->size * 8;
  switch (t->kind) {
  case TY_INT: number(o, p, v.a.bits, width, ti->is_signed, trait); return;
  case TY_FLOAT: floating(o, p, v.a.bits, width, trait); return;
  case TY_BOOL: sb_puts(o->text, mach_decide(m, value_cond(m, &v)) ? "true" : "false"); return;
  case TY_CHAR:
    if (!bits_known(v.a.bits)) mach_unsupported(m, "printing a character that is not known");
    if (trait == FMT_DEBUG) {
      sb_putc(o->text, '\'');
      escaped(m, o->text, (u32)v.a.bits.c, '\'');
      sb_putc(o->text, '\'');
    } else {
      utf8(o->text, (u32)v.a.bits.c);
    }
    return;
  case TY_FNPTR: pointer(o, p, v.a.bits); return;
  case TY_PTR: through_pointer(o, p, &v, trait); return;
  default: mach_unsupported(m, "printing a value of type `%s`", type_str_of(m->types, place.ty));
  }
}

/* ---- pieces */

static u64 code_points(const char *s, u64 n) {
  u64 count = 0;
  for (u64 i = 0; i < n; i++) count += ((u8)s[i] & 0xC0) != 0x80;
  return count;
}

static bool is_numeric(Machine *m, TypeId ty) {
  const Type *t = type_get(m->types, ty);
  while (t->kind == TY_PTR && !ptr_is_raw(t->u.ptr.kind)) t = type_get(m->types, t->u.ptr.to);
  return t->kind == TY_INT || t->kind == TY_FLOAT || t->kind == TY_PTR || t->kind == TY_FNPTR;
}

/* Debug of compound values hands width on to the parts, which is rare enough to refuse. */
static bool is_compound(Machine *m, TypeId ty) {
  const Type *t = type_get(m->types, ty);
  while (t->kind == TY_PTR && !ptr_is_raw(t->u.ptr.kind)) t = type_get(m->types, t->u.ptr.to);
  return t->kind == TY_TUPLE || t->kind == TY_ADT || t->kind == TY_ARRAY || t->kind == TY_SLICE;
}

static void pad(Out *o, const FmtPiece *p, size_t from) {
  if (!o->text->at) sb_puts(o->text, "");
  u64 have = code_points(o->text->at + from, o->text->len - from);
  if (have >= p->width) return;
  u64 missing = p->width - have;
  char align = p->align ? p->align : is_numeric(o->m, p->ty) ? '>' : '<';
  u64 left = align == '<' ? 0 : align == '>' ? missing : missing / 2;
  StrBuf body = {0};
  sb_put(&body, o->text->at + from, o->text->len - from);
  o->text->len = from;
  for (u64 i = 0; i < left; i++) utf8(o->text, p->fill ? p->fill : ' ');
  sb_put(o->text, sb_str(&body), body.len);
  for (u64 i = left; i < missing; i++) utf8(o->text, p->fill ? p->fill : ' ');
  sb_free(&body);
}

static void argument(Out *o, const FmtPiece *p, const Operand *arg) {
  Machine *m = o->m;
  if (p->width && (is_compound(m, p->ty) || p->width > 10000))
    mach_unsupported(m, "formatting a compound value with a width");
  Value ref = mach_operand(m, arg, RETAG_NONE);
  flush(o);
  u32 before = m->format_frags.len;
  value_at(o, p, mach_place_of_ptr(m, p->ty, ref.a, ref.meta), p->trait);
  bool is_padded = m->format_frags.len > before; /* an unknown number sees to that itself */
  if (p->width && !is_padded) pad(o, p, 0);
}

/* The piece with the options of the formatter that it is written to. */
static FmtPiece inherited(const FmtPiece *p, const u64 *field) {
  FmtPiece q = *p;
  u64 options = field[FMT_OPTIONS];
  q.fill = (u32)options;
  q.align = (char)(options >> 32);
  q.plus = options & FMT_PLUS;
  q.alternate = options & FMT_ALTERNATE;
  q.zero_pad = options & FMT_ZERO_PAD;
  q.width = (u32)field[FMT_WIDTH];
  return q;
}

void mach_format(Machine *m, const Fmt *fmt, const Operand *args, Event *out) {
  mach_format_as(m, fmt, args, NULL, out);
}

bool mach_event_is_exact(const Event *e) {
  for (u32 i = 0; i < e->frags.len; i++)
    if (!e->frags.at[i].text) return false;
  return true;
}

void mach_format_as(Machine *m, const Fmt *fmt, const Operand *args, const u64 *field, Event *out) {
  Out o = {.m = m, .text = &m->format_buffer, .indent = field ? (u32)field[FMT_INDENT] : 0};
  sb_clear(o.text);
  vec_clear(&m->format_frags);
  for (u32 i = 0; i < fmt->npieces; i++) {
    const FmtPiece *p = &fmt->pieces[i];
    FmtPiece own;
    if (p->inherits && field) {
      own = inherited(p, field);
      p = &own;
    }
    if (p->is_arg)
      argument(&o, p, &args[p->arg]);
    else
      sb_put(o.text, p->text, p->len);
  }
  flush(&o);
  for (u32 i = 0; i < m->format_frags.len; i++) vec_push(&out->frags, m->format_frags.at[i]);
}

const char *mach_event_text(Machine *m, const Event *e) {
  StrBuf b = {0};
  for (u32 i = 0; i < e->frags.len; i++) {
    const Frag *f = &e->frags.at[i];
    if (f->text)
      sb_put(&b, f->text, f->len);
    else
      sb_printf(&b, "<%s>", mach_term_text(m, f->term));
  }
  const char *s = arena_strndup(m->arena, sb_str(&b), b.len);
  sb_free(&b);
  return s;
}

void mach_emit(Machine *m, EventKind kind, Event *e) {
  if (m->join) {
    vec_free(&e->frags);
    mach_give_up(m);
  }
  if (m->contracts) {
    static const char *const effects[] = {[EVENT_STDOUT] = "it prints",
                                          [EVENT_STDERR] = "it prints",
                                          [EVENT_VOLATILE_READ] = "a volatile read",
                                          [EVENT_VOLATILE_WRITE] = "a volatile write"};
    mach_contract_effect(m, e, effects[kind]);
  }
  for (u32 i = 0; i < e->frags.len; i++)
    m->printed += e->frags.at[i].text ? e->frags.at[i].len : 20;
  bool stream = kind == EVENT_STDOUT || kind == EVENT_STDERR;
  Event *last = m->events.len ? &vec_last(&m->events) : NULL;
  if (stream && last && last->kind == kind) {
    for (u32 i = 0; i < e->frags.len; i++) vec_push(&last->frags, e->frags.at[i]);
    vec_free(&e->frags);
  } else if (e->frags.len) {
    e->kind = kind;
    e->span = mach_blame(m);
    vec_push(&m->events, *e);
  }
  if (m->recorder) mach_record(m, (Record){.kind = RECORD_EVENT});
  if (m->printed > m->x->limits.output) mach_limit(m, LIMIT_OUTPUT);
}
