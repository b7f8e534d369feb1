/* Exhaustiveness of patterns, after Maranget, "Warnings for pattern matching" (2007): a matrix with
 * one row for each pattern is split by the constructors of its first column until a row of
 * wildcards is left for every case, or a case without rows is found: that one is the witness. */
#include <string.h>

#include "litmus/rust/infer.h"

typedef struct Row {
  const ThirPat **at; /* NULL: anything */
} Row;

typedef struct Matrix {
  u32 nrows, ncols;
  Row *rows;
  const TypeId *types;
} Matrix;

typedef struct Exhaust {
  Front *f;
  Span span;
  u32 steps;
} Exhaust;

/* The constructor that a case is about. */
typedef struct Ctor {
  enum { CTOR_VARIANT, CTOR_SINGLE, CTOR_DEREF, CTOR_INTERVAL, CTOR_LENGTH, CTOR_OTHER } kind;
  u32 variant;
  u128 lo, hi; /* INTERVAL, in an order where unsigned comparison is right */
  u32 len;     /* LENGTH: this many elements, or at least that many */
  bool or_more;
} Ctor;

static bool missing(Exhaust *x, const Matrix *m, const char **witness);

/* ---- numbers */

static unsigned width_of(const Type *t) {
  return t->kind == TY_INT ? t->u.integer.bits : t->kind == TY_BOOL ? 1 : 32;
}

/* Signed numbers with the sign bit flipped compare like unsigned ones. */
static u128 biased(const Type *t, u128 v) {
  bool is_signed = t->kind == TY_INT && t->u.integer.is_signed;
  return is_signed ? v ^ (u128)1 << (width_of(t) - 1) : v;
}

static const char *number_text(Exhaust *x, const Type *t, u128 v) {
  if (t->kind == TY_BOOL) return v ? "true" : "false";
  v = biased(t, v);
  bool is_signed = t->kind == TY_INT && t->u.integer.is_signed;
  StrBuf b = {0};
  if (t->kind == TY_CHAR)
    sb_printf(&b, "'\\u{%x}'", (unsigned)v);
  else
    sb_put_int(&b, v, width_of(t), is_signed);
  const char *text = arena_strdup(x->f->arena, sb_str(&b));
  sb_free(&b);
  return text;
}

/* ---- rows */

static const ThirPat *strip_binding(const ThirPat *p) {
  while (p && (p->kind == TPAT_BIND || p->kind == TPAT_WILD))
    p = p->kind == TPAT_BIND ? p->sub : NULL;
  return p;
}

typedef ALIST(Row) Rows;

/* Adds the row, its first column being p; alternatives become rows of their own. */
static void add_row(Exhaust *x, Rows *rows, const ThirPat *p, const Row *rest, u32 ncols) {
  p = strip_binding(p);
  if (p && p->kind == TPAT_OR) {
    for (u32 i = 0; i < p->nsubs; i++) add_row(x, rows, p->subs[i], rest, ncols);
    return;
  }
  Row r = {arena_array(x->f->arena, const ThirPat *, ncols + 1)};
  if (ncols) memcpy(r.at, rest->at, ncols * sizeof *r.at);
  r.at[0] = p;
  alist_push(x->f->arena, rows, r);
}

/* ---- splitting by one constructor */

static bool row_fits(const Type *t, const ThirPat *p, const Ctor *c) {
  if (!p) return true;
  switch (p->kind) {
  case TPAT_CONST:
  case TPAT_RANGE:
    return c->kind == CTOR_INTERVAL && biased(t, p->lo) <= c->lo && c->hi <= biased(t, p->hi);
  case TPAT_VARIANT: return c->kind == CTOR_VARIANT && p->variant == c->variant;
  case TPAT_SLICE:
    if (c->kind != CTOR_LENGTH) return false;
    if (p->has_rest) return c->len >= p->nsubs;
    return !c->or_more && c->len == p->nsubs;
  case TPAT_FIELDS:
  case TPAT_DEREF: return true;
  default: return false;
  }
}

static u32 ctor_arity(Exhaust *x, TypeId ty, const Ctor *c) {
  switch (c->kind) {
  case CTOR_VARIANT:
  case CTOR_SINGLE: return type_nfields(x->f->tt, ty, c->variant);
  case CTOR_DEREF: return 1;
  case CTOR_LENGTH: return c->len;
  default: return 0;
  }
}

static TypeId ctor_field(Exhaust *x, TypeId ty, const Ctor *c, u32 i) {
  const Type *t = type_get(x->f->tt, ty);
  if (c->kind == CTOR_DEREF) return t->u.ptr.to;
  if (c->kind == CTOR_LENGTH) return t->u.array.elem;
  return type_field(x->f->tt, ty, c->variant, i);
}

static void put_fields(const ThirPat *p, const Ctor *c, const ThirPat **out) {
  if (!p) return;
  if (p->kind == TPAT_FIELDS || p->kind == TPAT_VARIANT) {
    for (u32 i = 0; i < p->nsubs; i++) out[p->fields[i]] = p->subs[i];
  } else if (p->kind == TPAT_DEREF) {
    out[0] = p->subs[0];
  } else if (p->kind == TPAT_SLICE) {
    u32 back = p->nsubs - p->nprefix;
    for (u32 i = 0; i < p->nprefix; i++) out[i] = p->subs[i];
    for (u32 i = 0; i < back; i++) out[c->len - back + i] = p->subs[p->nprefix + i];
  }
}

/* The case of the first column being built by `c`: is something missing there? */
static bool missing_in(Exhaust *x, const Matrix *m, const Ctor *c, const char **witness) {
  Arena *a = x->f->arena;
  TypeId ty = m->types[0];
  const Type *t = type_get(x->f->tt, ty);
  u32 arity = ctor_arity(x, ty, c), ncols = arity + m->ncols - 1;
  TypeId *types = arena_array(a, TypeId, ncols + 1);
  for (u32 i = 0; i < arity; i++) types[i] = ctor_field(x, ty, c, i);
  memcpy(types + arity, m->types + 1, (m->ncols - 1) * sizeof *types);
  Rows rows = {0};
  for (u32 i = 0; i < m->nrows; i++) {
    const ThirPat *p = m->rows[i].at[0];
    if (!row_fits(t, p, c)) continue;
    Row r = {arena_array(a, const ThirPat *, ncols + 1)};
    put_fields(p, c, r.at);
    memcpy(r.at + arity, m->rows[i].at + 1, (m->ncols - 1) * sizeof *r.at);
    if (ncols)
      add_row(x, &rows, r.at[0], &r, ncols);
    else
      alist_push(a, &rows, r);
  }
  Matrix sub = {rows.len, ncols, rows.at, types};
  return missing(x, &sub, witness);
}

/* ---- witnesses */

static const char *join(Exhaust *x, const char *const *w, u32 n) {
  const char *text = "";
  for (u32 i = 0; i < n; i++)
    text = arena_printf(x->f->arena, "%s%s%s", text, i ? ", " : "", w[i] ? w[i] : "_");
  return text;
}

/* witness[0..arity) are those of the fields: folds them into one for the constructor. */
static void fold_witness(Exhaust *x, const Matrix *m, const Ctor *c, const char **sub,
                         const char **witness) {
  Arena *a = x->f->arena;
  TypeId ty = m->types[0];
  const Type *t = type_get(x->f->tt, ty);
  u32 arity = ctor_arity(x, ty, c);
  const char *text = "_", *args = join(x, sub, arity);
  switch (c->kind) {
  case CTOR_DEREF: text = arena_printf(a, "&%s", sub[0] ? sub[0] : "_"); break;
  case CTOR_INTERVAL:
    text = number_text(x, t, c->lo);
    if (c->lo != c->hi) text = arena_printf(a, "%s..=%s", text, number_text(x, t, c->hi));
    break;
  case CTOR_LENGTH:
    text = arena_printf(a, "[%s%s]", args, c->or_more ? (arity ? ", .." : "..") : "");
    break;
  case CTOR_VARIANT:
  case CTOR_SINGLE:
    if (t->kind == TY_TUPLE) {
      text = arena_printf(a, "(%s)", args);
    } else {
      const Variant *v = &t->u.adt.info->variants[c->variant];
      if (v->is_unit_like)
        text = v->name;
      else if (v->is_tuple_like)
        text = arena_printf(a, "%s(%s)", v->name, args);
      else
        text = arena_printf(a, "%s { .. }", v->name);
      if (t->u.adt.info->kind == ADT_ENUM && !((Def *)t->u.adt.def)->is_prelude)
        text = arena_printf(a, "%s::%s", name_of(x->f, ((Def *)t->u.adt.def)->name), text);
    }
    break;
  case CTOR_OTHER: break;
  }
  witness[0] = text;
  for (u32 i = 1; i < m->ncols; i++) witness[i] = sub[arity + i - 1];
}

static bool try_ctor(Exhaust *x, const Matrix *m, const Ctor *c, const char **witness) {
  u32 n = ctor_arity(x, m->types[0], c) + m->ncols;
  const char **sub = arena_array(x->f->arena, const char *, n + 1);
  if (!missing_in(x, m, c, sub)) return false;
  fold_witness(x, m, c, sub, witness);
  return true;
}

/* ---- the constructors of a type */

static bool missing_intervals(Exhaust *x, const Matrix *m, const Type *t, const char **witness) {
  u128 max = t->kind == TY_CHAR ? 0x10ffff : u128_mask(~(u128)0, width_of(t)), lo = 0;
  for (;;) {
    /* the longest interval from lo on that no pattern cuts */
    u128 hi = max;
    if (t->kind == TY_CHAR && lo < 0xd800) hi = 0xd7ff;
    for (u32 i = 0; i < m->nrows; i++) {
      const ThirPat *p = m->rows[i].at[0];
      if (!p) continue;
      u128 from = biased(t, p->lo), to = biased(t, p->hi);
      if (from > lo && from - 1 < hi) hi = from - 1;
      if (to >= lo && to < hi) hi = to;
    }
    Ctor c = {.kind = CTOR_INTERVAL, .lo = lo, .hi = hi};
    if (try_ctor(x, m, &c, witness)) return true;
    if (hi == max) return false;
    lo = hi + 1;
    if (t->kind == TY_CHAR && lo == 0xd800) lo = 0xe000;
  }
}

static bool variant_is_empty(Exhaust *x, const Variant *v) {
  for (u32 i = 0; i < v->nfields; i++)
    if (type_is_uninhabited(x->f->tt, v->fields[i].ty)) return true;
  return false;
}

static bool missing_variants(Exhaust *x, const Matrix *m, const Type *t, const char **witness) {
  const AdtInfo *info = t->u.adt.info;
  for (u32 v = 0; v < info->nvariants; v++) {
    if (variant_is_empty(x, &info->variants[v])) continue;
    Ctor c = {.kind = CTOR_VARIANT, .variant = v};
    if (try_ctor(x, m, &c, witness)) return true;
  }
  return false;
}

static bool missing_lengths(Exhaust *x, const Matrix *m, const Type *t, const char **witness) {
  u32 longest = 0;
  for (u32 i = 0; i < m->nrows; i++)
    if (m->rows[i].at[0] && m->rows[i].at[0]->nsubs > longest) longest = m->rows[i].at[0]->nsubs;
  if (t->kind == TY_ARRAY) {
    Ctor c = {.kind = CTOR_LENGTH, .len = (u32)t->u.array.len};
    if (t->u.array.len > 4096)
      front_fail(x->f, DIAG_UNSUPPORTED, x->span,
                 "patterns of arrays this long are not supported yet");
    return try_ctor(x, m, &c, witness);
  }
  for (u32 n = 0; n <= longest + 1; n++) {
    Ctor c = {.kind = CTOR_LENGTH, .len = n, .or_more = n > longest};
    if (try_ctor(x, m, &c, witness)) return true;
  }
  return false;
}

static bool missing_column(Exhaust *x, const Matrix *m, const ThirPat *sample,
                           const char **witness) {
  const Type *t = type_get(x->f->tt, m->types[0]);
  Ctor c = {.kind = CTOR_OTHER};
  switch (sample->kind) {
  case TPAT_CONST:
  case TPAT_RANGE: return missing_intervals(x, m, t, witness);
  case TPAT_VARIANT: return missing_variants(x, m, t, witness);
  case TPAT_SLICE: return missing_lengths(x, m, t, witness);
  case TPAT_DEREF: c.kind = CTOR_DEREF; break;
  case TPAT_FIELDS: c.kind = CTOR_SINGLE; break;
  default: break; /* strings: there is always another one */
  }
  return try_ctor(x, m, &c, witness);
}

static bool missing(Exhaust *x, const Matrix *m, const char **witness) {
  if (++x->steps > 50000)
    front_fail(x->f, DIAG_UNSUPPORTED, x->span, "patterns this complex are not supported yet");
  if (m->ncols == 0) return m->nrows == 0;
  const ThirPat *sample = NULL;
  for (u32 i = 0; i < m->nrows && !sample; i++) sample = m->rows[i].at[0];
  if (sample) return missing_column(x, m, sample, witness);
  if (type_is_uninhabited(x->f->tt, m->types[0])) return false;
  const Type *t = type_get(x->f->tt, m->types[0]);
  if (m->nrows == 0 && t->kind == TY_ADT && t->u.adt.info->kind == ADT_ENUM)
    return missing_variants(x, m, t, witness);
  Ctor any = {.kind = CTOR_OTHER};
  return try_ctor(x, m, &any, witness);
}

bool patterns_exhaustive(Front *f, TypeId ty, const ThirArm *arms, u32 n, Span span,
                         const char **out) {
  Exhaust x = {.f = f, .span = span};
  Rows rows = {0};
  for (u32 i = 0; i < n; i++) {
    if (arms[i].guard) continue;
    const ThirPat *p = arms[i].pat;
    Row r = {&p};
    add_row(&x, &rows, p, &r, 1);
  }
  Matrix m = {rows.len, 1, rows.at, &ty};
  const char *witness[2] = {NULL, NULL};
  if (!missing(&x, &m, witness)) return true;
  *out = witness[0] ? witness[0] : "_";
  return false;
}
