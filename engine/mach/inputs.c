/* Unknowns that are no addresses: inputs, which a program takes from outside and which are the same
 * in every program that is compared with it, and others that the machine makes up where Rust leaves
 * something open.
 *
 * The k-th input that a path takes is the k-th element of one endless list: programs that take
 * inputs in the same order take the same ones. An input is one scalar; values made of several take
 * several. Only valid values are taken, and what makes them valid is part of the path condition. */
#include <string.h>

#include "engine/mach/machine.h"

enum { MAX_FILLED = 1024 /* elements of an array of inputs */, MAX_VARS = 512 };

static void restrict_to(Machine *m, Bits cond) {
  if (!bits_known(cond))
    vec_push(&m->conds, cond.t);
  else if (!(cond.c & 1))
    mach_unsupported(m, "the inputs to replay are not valid values");
}

bool mach_given(const Machine *m, const TermVar *v, u128 *value) {
  const Given *g = m->given;
  if (!g) return false;
  for (u32 i = 0; i < g->nexact; i++) {
    const TermVar *e = &g->exact[i].var;
    if (e->id == v->id && e->width == v->width && e->address == v->address && e->size == v->size &&
        e->log2_align == v->log2_align)
      return *value = g->exact[i].value, true;
  }
  if (v->address) {
    if (v->id < g->narguments && g->arguments[v->id]) return *value = g->arguments[v->id], true;
  } else if (v->id < g->ninputs) {
    return *value = g->inputs[v->id], true;
  }
  return false;
}

static Bits take(Machine *m, InputNote note, u128 least) {
  if (m->join) mach_give_up(m);
  if (m->constant) mach_unsupported(m, "a constant depends on an input");
  TermVar v = {.id = m->inputs.len, .width = note.width, .input = true};
  note.span = mach_blame(m);
  Bits b;
  if (m->given) {
    u128 value = least;
    mach_given(m, &v, &value);
    b = bits_const(u128_mask(value, note.width));
    note.var = term_const(m->ts, note.width, b.c);
  } else {
    note.var = term_var(m->ts, v);
    b = (Bits){0, note.var};
  }
  vec_push(&m->inputs, note);
  return b;
}

u32 mach_input_choice(Machine *m, const char *name, const char *what, const char *const *words,
                      u32 n) {
  if (n == 1) return 0;
  unsigned width = 1;
  while (width < 32 && (u32)1 << width < n) width++;
  InputNote note = {.name = name, .type = what, .width = (u8)width, .words = words, .nwords = n};
  Bits b = take(m, note, 0);
  restrict_to(m, bits_compare(m, BIN_LE, width, false, b, bits_const(n - 1)));
  return (u32)mach_concretise(m, b, n - 1, 1);
}

Bits mach_unknown(Machine *m, unsigned width, const char *name) {
  (void)name;
  if (m->join) mach_give_up(m);
  u32 k = m->unknowns++;
  if (m->constant) return bits_const(0);
  if (m->concrete) {
    bool has = m->given && k < m->given->nunknowns;
    return bits_const(has ? u128_mask(m->given->unknowns[k], width) : 0);
  }
  TermVar v = {.id = m->x->var_base + k, .width = (u8)width};
  return (Bits){0, term_var(m->ts, v)};
}

void mach_skip_unknown(Machine *m) { m->unknowns++; }

bool mach_about_inputs(Machine *m, Term t) {
  Term vars[MAX_VARS];
  u32 n = term_vars(m->ts, t, vars, 0, MAX_VARS);
  for (u32 i = 0; i < n; i++)
    if (!term_as_var(m->ts, vars[i])->input) return false;
  return n < MAX_VARS;
}

/* ---- values */

typedef struct Fill {
  Machine *m;
  Bytes *bytes;
  bool *covered; /* per byte: part of a value, no padding; may be NULL */
} Fill;

static void fill(Fill *f, TypeId ty, u64 off, const char *name);

_Noreturn static void refuse(Machine *m, TypeId ty, const char *name, const char *why) {
  mach_unsupported(m, "%s `%s` of type `%s` as an input", why, name, type_str_of(m->types, ty));
}

static void put(Fill *f, u64 off, u64 n, Bits b) {
  bytes_store(f->m->ts, f->bytes, off, (unsigned)n, (Scalar){b, PROV_NONE});
  for (u64 i = 0; f->covered && i < n; i++) f->covered[off + i] = true;
}

static InputNote note_of(Machine *m, TypeId ty, const char *name, unsigned width) {
  return (InputNote){.name = name,
                     .type = type_str_of(m->types, ty),
                     .width = (u8)width,
                     .is_signed = mach_type(m, ty)->is_signed};
}

static void fill_char(Fill *f, TypeId ty, u64 off, const char *name) {
  Machine *m = f->m;
  InputNote note = note_of(m, ty, name, 32);
  note.is_char = true;
  Bits b = take(m, note, 0);
  Bits low = bits_compare(m, BIN_LT, 32, false, b, bits_const(0xD800));
  Bits from = bits_compare(m, BIN_GT, 32, false, b, bits_const(0xDFFF));
  Bits to = bits_compare(m, BIN_LE, 32, false, b, bits_const(0x10FFFF));
  restrict_to(m, bits_bin(m, TERM_OR, 1, low, bits_bin(m, TERM_AND, 1, from, to)));
  put(f, off, 4, b);
}

static const char *field_name(Fill *f, const char *of, TypeId ty, u32 variant, u32 i) {
  const Type *t = type_get(f->m->types, ty);
  if (t->kind == TY_ADT && t->u.adt.info->variants[variant].fields[i].name)
    return arena_printf(f->m->arena, "%s.%s", of, t->u.adt.info->variants[variant].fields[i].name);
  return arena_printf(f->m->arena, "%s.%u", of, i);
}

static void fill_fields(Fill *f, TypeId ty, u32 variant, u64 off, const char *name) {
  Machine *m = f->m;
  u32 n = type_nfields(m->types, ty, variant);
  for (u32 i = 0; i < n; i++)
    fill(f, type_field(m->types, ty, variant, i), off + type_field_offset(m->types, ty, variant, i),
         field_name(f, name, ty, variant, i));
}

/* A field-less enum whose tag is stored as it is needs no path for each variant. */
static void fill_plain_enum(Fill *f, TypeId ty, u64 off, const char *name, const char *const *words,
                            const u32 *variants, u32 n) {
  Machine *m = f->m;
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  unsigned width = 1;
  while (width < 32 && (u32)1 << width < n) width++;
  InputNote note = note_of(m, ty, name, width);
  note.words = words, note.nwords = n;
  Bits b = take(m, note, 0);
  restrict_to(m, bits_compare(m, BIN_LE, width, false, b, bits_const(n - 1)));
  unsigned size = (unsigned)mach_type(m, info->tag_ty)->size;
  Term tag = 0;
  for (u32 i = n; i-- > 0;) {
    u128 stored = 0;
    type_variant_tag(m->types, ty, variants[i], &stored);
    Term v = term_const(m->ts, size * 8, u128_mask(stored, size * 8));
    Bits is = bits_compare(m, BIN_EQ, width, false, b, bits_const(i));
    tag = tag ? term_ite(m->ts, bits_term(m->ts, is, 1), v, tag) : v;
  }
  put(f, off + info->tag_offset, size, bits_of(m->ts, tag));
}

static void fill_enum(Fill *f, TypeId ty, u64 off, const char *name) {
  Machine *m = f->m;
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  u32 n = 0, nfields = 0;
  u32 *variants = arena_array(m->arena, u32, info->nvariants + 1);
  const char **words = arena_array(m->arena, const char *, info->nvariants + 1);
  for (u32 v = 0; v < info->nvariants; v++) {
    if (info->variants[v].is_uninhabited || info->variants[v].is_absent) continue;
    nfields += info->variants[v].nfields;
    words[n] = info->variants[v].name;
    variants[n++] = v;
  }
  if (!n) refuse(m, ty, name, "no value can be chosen for");
  if (n > 1 && !nfields && info->tag_encoding == TAG_DIRECT) {
    fill_plain_enum(f, ty, off, name, words, variants, n);
    return;
  }
  u32 v = variants[mach_input_choice(m, name, type_str_of(m->types, ty), words, n)];
  fill_fields(f, ty, v, off, name);
  u128 stored;
  if (type_variant_tag(m->types, ty, v, &stored))
    put(f, off + info->tag_offset, mach_type(m, info->tag_ty)->size,
        bits_const(u128_mask(stored, (unsigned)mach_type(m, info->tag_ty)->size * 8)));
}

/* Bytes that may hold anything or nothing. One uninitialised byte in all of the memory shows
 * whatever several would: what a program does wrong with several, it does with one of them, and a
 * program that meets fewer is not less defined. */
static void fill_loose(Fill *f, const u64 *at, u32 n, const char *what, const char *name) {
  Machine *m = f->m;
  u32 missing = 0; /* none, or 1 + its number */
  if (!n) return;
  if (!m->has_uninit_input) {
    const char **words = arena_array(m->arena, const char *, n + 1);
    words[0] = "initialised";
    for (u32 i = 0; i < n; i++)
      words[i + 1] =
          arena_printf(m->arena, "uninitialised at byte %llu", (unsigned long long)at[i]);
    missing =
        mach_input_choice(m, arena_printf(m->arena, "%s of %s", what, name), what, words, n + 1);
    m->has_uninit_input = missing;
  }
  for (u32 i = 0; i < n; i++) {
    if (i + 1 == missing) continue;
    InputNote note = {
        .name = arena_printf(m->arena, "byte %llu of %s", (unsigned long long)at[i], name),
        .type = "u8",
        .width = 8};
    put(f, at[i], 1, take(m, note, 0));
  }
}

static bool holds_pointer(Machine *m, TypeId ty) {
  const Type *t = type_get(m->types, ty);
  if (t->kind == TY_ARRAY) return holds_pointer(m, t->u.array.elem);
  if (t->kind == TY_TUPLE || t->kind == TY_ADT) {
    u32 variants = t->kind == TY_ADT ? t->u.adt.info->nvariants : 1;
    for (u32 v = 0; v < variants; v++)
      for (u32 i = 0; i < type_nfields(m->types, ty, v); i++)
        if (holds_pointer(m, type_field(m->types, ty, v, i))) return true;
    return false;
  }
  return t->kind != TY_INT && t->kind != TY_FLOAT && t->kind != TY_BOOL && t->kind != TY_CHAR;
}

/* Whatever its fields are, its bytes may be anything. */
static void fill_union(Fill *f, TypeId ty, u64 off, const char *name) {
  Machine *m = f->m;
  if (holds_pointer(m, ty)) refuse(m, ty, name, "the union");
  u64 n = mach_type(m, ty)->size;
  if (n > MAX_FILLED)
    mach_unsupported(m, "more than %u inputs for the union `%s`", MAX_FILLED, name);
  u64 *at = arena_array(m->arena, u64, n + 1);
  for (u64 i = 0; i < n; i++) at[i] = off + i;
  fill_loose(f, at, (u32)n, "contents", name);
  for (u64 i = 0; f->covered && i < n; i++) f->covered[off + i] = true;
}

/* The library's types whose fields may have any values. Others keep promises about them that only
 * the library knows. */
static bool is_open(const AdtInfo *info) {
  static const char *const open[] = {
      "Option",        "Result",       "Ordering",        "Reverse",
      "ControlFlow",   "ManuallyDrop", "Wrapping",        "NonZero",
      "Range",         "RangeFrom",    "RangeTo",         "RangeFull",
      "UnsafeCell",    "Cell",         "NonNull",         "PhantomData",
      "Atomic",        "Pin",          "NotZero",         "MaybeUninit",
      "PhantomPinned", "Saturating",   "RangeToInclusive"};
  if (!info->is_library) return true;
  size_t n = strcspn(info->name, "<");
  for (u32 i = 0; i < sizeof open / sizeof *open; i++)
    if (strlen(open[i]) == n && !memcmp(info->name, open[i], n)) return true;
  return false;
}

static void fill_adt(Fill *f, TypeId ty, u64 off, const char *name) {
  Machine *m = f->m;
  const AdtInfo *info = type_get(m->types, ty)->u.adt.info;
  if (!is_open(info)) refuse(m, ty, name, "a value about which the library makes promises,");
  switch (info->kind) {
  case ADT_UNION: fill_union(f, ty, off, name); return;
  case ADT_ENUM: fill_enum(f, ty, off, name); return;
  default: break;
  }
  fill_fields(f, ty, 0, off, name);
  if (!info->is_not_zero) return;
  Scalar s;
  u64 bad, n = mach_type(m, ty)->size;
  if (n > 16 || !bytes_load(m->ts, f->bytes, off, (unsigned)n, &s, &bad)) return;
  if (m->given && bits_known(s.bits) && !s.bits.c) { /* not given: the least value that there is */
    put(f, off, n, bits_const(1));
    return;
  }
  restrict_to(m,
              bits_not1(m, bits_compare(m, BIN_EQ, (unsigned)n * 8, false, s.bits, bits_const(0))));
}

static void fill_array(Fill *f, const Type *t, u64 off, const char *name) {
  Machine *m = f->m;
  u64 size = mach_type(m, t->u.array.elem)->size;
  if (t->u.array.len > MAX_FILLED)
    mach_unsupported(m, "more than %u inputs for the array `%s`", MAX_FILLED, name);
  for (u64 i = 0; i < t->u.array.len; i++)
    fill(f, t->u.array.elem, off + i * size,
         arena_printf(m->arena, "%s[%llu]", name, (unsigned long long)i));
}

static void fill_pointer(Fill *f, TypeId ty, u64 off, const char *name) {
  Machine *m = f->m;
  if (!m->entering) refuse(m, ty, name, "a pointer");
  Value v = mach_argument_pointer(m, ty, name);
  value_put(m, f->bytes, off, &v);
  for (u64 i = 0; f->covered && i < mach_type(m, ty)->size; i++) f->covered[off + i] = true;
}

static void fill(Fill *f, TypeId ty, u64 off, const char *name) {
  Machine *m = f->m;
  const TypeInfo *ti = mach_type(m, ty);
  u64 size = ti->size;
  if (ti->cls == CLASS_NEVER) refuse(m, ty, name, "there is no value for");
  const Type *t = type_get(m->types, ty);
  switch (t->kind) {
  case TY_INT: put(f, off, size, take(m, note_of(m, ty, name, (unsigned)size * 8), 0)); return;
  case TY_FLOAT: {
    InputNote note = note_of(m, ty, name, (unsigned)size * 8);
    note.is_float = true;
    put(f, off, size, take(m, note, 0));
    return;
  }
  case TY_BOOL:
    put(f, off, 1, bits_resize(m, take(m, note_of(m, ty, name, 1), 0), 1, false, 8));
    return;
  case TY_CHAR: fill_char(f, ty, off, name); return;
  case TY_PTR: fill_pointer(f, ty, off, name); return;
  case TY_TUPLE: fill_fields(f, ty, 0, off, name); return;
  case TY_ARRAY: fill_array(f, t, off, name); return;
  case TY_ADT: fill_adt(f, ty, off, name); return;
  default:
    if (size) refuse(m, ty, name, "the value");
  }
}

void mach_fill(Machine *m, TypeId ty, Bytes *bytes, u64 off, const char *name) {
  fill(&(Fill){.m = m, .bytes = bytes}, ty, off, name);
}

/* The bytes between the fields are as good as a union's. */
void mach_fill_object(Machine *m, TypeId ty, Bytes *bytes, u64 off, u64 n, const char *name) {
  Fill f = {.m = m, .bytes = bytes, .covered = arena_array(m->arena, bool, bytes->n + 1)};
  fill(&f, ty, off, name);
  u32 nloose = 0;
  u64 *loose = arena_array(m->arena, u64, n + 1);
  for (u64 i = off; i < off + n; i++)
    if (!f.covered[i]) loose[nloose++] = i;
  fill_loose(&f, loose, nloose, "padding", name);
}

Value mach_any(Machine *m, TypeId ty, const char *name) {
  const TypeInfo ti = *mach_type(m, ty);
  if (ti.cls == CLASS_NEVER) refuse(m, ty, name, "there is no value for");
  if (ti.cls == CLASS_ZST) return value_zst(ty);
  Value raw = value_bytes(m, ty);
  mach_fill(m, ty, raw.bytes, 0, name);
  if (ti.cls == CLASS_AGGREGATE) return raw;
  Scalar s;
  u64 bad;
  bytes_load(m->ts, raw.bytes, 0, (unsigned)(ti.cls == CLASS_WIDE ? 8 : ti.size), &s, &bad);
  if (ti.cls == CLASS_SCALAR) return value_scalar(ty, s);
  Scalar word;
  bytes_load(m->ts, raw.bytes, 8, 8, &word, &bad);
  return value_wide(ty, s, mach_load_meta(m, ty, word));
}
