/* Values as expressions: the inputs are found by their names, which say what part of which value
 * each of them is (engine/mach/inputs.c). */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "litmus/run/save_impl.h"

bool save_fails(Saver *s, const char *fmt, ...) {
  if (s->why) return false;
  StrBuf b = {0};
  va_list ap;
  va_start(ap, fmt);
  sb_vprintf(&b, fmt, ap);
  va_end(ap);
  s->why = arena_strdup(s->arena, sb_str(&b));
  sb_free(&b);
  return false;
}

const char *save_type(Saver *s, TypeId ty) {
  StrBuf b = {0};
  type_print(s->program->types, ty, &b);
  const char *text = arena_strdup(s->arena, sb_str(&b));
  sb_free(&b);
  return text;
}

const InputNote *save_input(Saver *s, const char *name, bool is_place, u128 *value) {
  for (u32 i = s->from; i < s->run->ninputs; i++) {
    const InputNote *n = &s->run->inputs[i];
    if (strcmp(n->name, name) != 0 || !strcmp(n->type, "place") != is_place) continue;
    if (!term_is_const(s->terms, n->var, value)) continue;
    if (i >= s->end) s->end = i + 1;
    return n;
  }
  return NULL;
}

static bool no_input(Saver *s, TypeId ty, const char *name) {
  return save_fails(s, "the value of `%s`, of type `%s`, has no expression", name,
                    save_type(s, ty));
}

/* ---- scalars */

static bool integer(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  u128 v = 0;
  if (!save_input(s, name, false, &v)) return no_input(s, ty, name);
  const Type *t = type_get(s->program->types, ty);
  sb_put_int(out, v, t->u.integer.bits, t->u.integer.is_signed);
  sb_printf(out, "_%s", save_type(s, ty));
  return true;
}

static bool boolean(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  u128 v = 0;
  if (!save_input(s, name, false, &v)) return no_input(s, ty, name);
  sb_puts(out, v ? "true" : "false");
  return true;
}

static bool character(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  u128 v = 0;
  if (!save_input(s, name, false, &v)) return no_input(s, ty, name);
  sb_printf(out, "'\\u{%x}'", (unsigned)v);
  return true;
}

/* ---- structs, enums, tuples, arrays */

static const char *bare_name(Saver *s, const AdtInfo *info) {
  return arena_strndup(s->arena, info->name, strcspn(info->name, "<"));
}

static bool is_tuple_like(const Variant *v) {
  return v->is_tuple_like || (v->nfields && v->fields[0].name && v->fields[0].name[0] >= '0' &&
                              v->fields[0].name[0] <= '9');
}

/* The fields of a value, as they are written behind the name of the struct or variant. */
static bool fields(Saver *s, TypeId ty, u32 variant, const char *name, StrBuf *out) {
  const TypeTable *tt = s->program->types;
  const Type *t = type_get(tt, ty);
  u32 n = type_nfields(tt, ty, variant);
  const Variant *v = t->kind == TY_ADT ? &t->u.adt.info->variants[variant] : NULL;
  bool tuple = !v || is_tuple_like(v);
  if (v && !n) return v->is_unit_like || (sb_puts(out, tuple ? "()" : " {}"), true);
  sb_puts(out, tuple ? "(" : " { ");
  for (u32 i = 0; i < n; i++) {
    const char *field =
        v && v->fields[i].name ? v->fields[i].name : arena_printf(s->arena, "%u", i);
    if (i) sb_puts(out, ", ");
    if (!tuple) sb_printf(out, "%s: ", field);
    if (!save_value(s, type_field(tt, ty, variant, i), arena_printf(s->arena, "%s.%s", name, field),
                    out))
      return false;
  }
  sb_puts(out, tuple ? (n == 1 && !v ? ",)" : ")") : " }");
  return true;
}

static bool array(Saver *s, TypeId elem, u64 len, const char *name, StrBuf *out) {
  sb_putc(out, '[');
  for (u64 i = 0; i < len; i++) {
    if (i) sb_puts(out, ", ");
    if (!save_value(s, elem, arena_printf(s->arena, "%s[%" PRIu64 "]", name, i), out)) return false;
  }
  sb_putc(out, ']');
  return true;
}

static bool enumeration(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  const AdtInfo *info = type_get(s->program->types, ty)->u.adt.info;
  u32 possible = 0, only = 0;
  for (u32 i = 0; i < info->nvariants; i++)
    if (!info->variants[i].is_uninhabited && !info->variants[i].is_absent) possible++, only = i;
  u128 v = 0;
  const InputNote *n = possible > 1 ? save_input(s, name, false, &v) : NULL;
  if (possible > 1 && (!n || !n->words || v >= n->nwords)) return no_input(s, ty, name);
  u32 variant = only;
  for (u32 i = 0; n && i < info->nvariants; i++)
    if (!strcmp(info->variants[i].name, n->words[v])) variant = i;
  const char *of = bare_name(s, info);
  bool std = info->is_library && !strcmp(of, "Ordering");
  sb_printf(out, "%s%s::%s", std ? "std::cmp::" : "", of, info->variants[variant].name);
  return fields(s, ty, variant, name, out);
}

/* Types of the library whose fields are nobody's business: how one is made of its only part. */
static const struct {
  const char *name, *before, *after;
  const char *parts; /* from the value's name to that of the part */
} made_of[] = {{"Cell", "std::cell::Cell::new(", ")", ".value.value"},
               {"UnsafeCell", "std::cell::UnsafeCell::new(", ")", ".value"},
               {"ManuallyDrop", "std::mem::ManuallyDrop::new(", ")", ".value"},
               {"NonZero", "std::num::NonZero::new(", ").unwrap()", ".value"},
               {"Wrapping", "std::num::Wrapping(", ")", ".0"},
               {"Saturating", "std::num::Saturating(", ")", ".0"},
               {"Reverse", "std::cmp::Reverse(", ")", ".0"}};

/* The type of the part that a path of field names leads to; 0: there is none. */
static TypeId part(const TypeTable *tt, TypeId ty, const char *path) {
  while (*path && ty) {
    path++;
    size_t n = strcspn(path, ".");
    const Type *t = type_get(tt, ty);
    TypeId next = 0;
    u32 nfields = t->kind == TY_ADT ? type_nfields(tt, ty, 0) : 0;
    for (u32 i = 0; i < nfields; i++) {
      const char *name = t->u.adt.info->variants[0].fields[i].name;
      if (name && strlen(name) == n && !memcmp(name, path, n)) next = type_field(tt, ty, 0, i);
    }
    ty = next;
    path += n;
  }
  return ty;
}

static bool atomic(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  TypeId of = part(s->program->types, ty, ".value.value");
  if (!of) return no_input(s, ty, name);
  const char *text = save_type(s, of);
  sb_printf(out, "std::sync::atomic::Atomic%c%s::new(", text[0] - 'a' + 'A', text + 1);
  if (!save_value(s, of, arena_printf(s->arena, "%s.value.value", name), out)) return false;
  sb_putc(out, ')');
  return true;
}

static bool of_library(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  const AdtInfo *info = type_get(s->program->types, ty)->u.adt.info;
  const char *bare = bare_name(s, info);
  for (u32 i = 0; i < sizeof made_of / sizeof *made_of; i++) {
    if (strcmp(bare, made_of[i].name) != 0) continue;
    TypeId of = part(s->program->types, ty, made_of[i].parts);
    if (!of) return no_input(s, ty, name);
    sb_puts(out, made_of[i].before);
    if (!save_value(s, of, arena_printf(s->arena, "%s%s", name, made_of[i].parts), out))
      return false;
    sb_puts(out, made_of[i].after);
    return true;
  }
  if (!strcmp(bare, "Atomic")) return atomic(s, ty, name, out);
  if (!strcmp(bare, "PhantomData")) return sb_puts(out, "std::marker::PhantomData"), true;
  if (strncmp(bare, "Range", 5) != 0 || !strcmp(bare, "RangeInclusive"))
    return no_input(s, ty, name);
  sb_printf(out, "std::ops::%s", bare);
  return fields(s, ty, 0, name, out);
}

static bool adt(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  const AdtInfo *info = type_get(s->program->types, ty)->u.adt.info;
  if (info->kind == ADT_ENUM) return enumeration(s, ty, name, out);
  if (info->kind == ADT_UNION) return no_input(s, ty, name);
  if (info->is_library) return of_library(s, ty, name, out);
  sb_puts(out, bare_name(s, info));
  return fields(s, ty, 0, name, out);
}

bool save_value(Saver *s, TypeId ty, const char *name, StrBuf *out) {
  const Type *t = type_get(s->program->types, ty);
  switch (t->kind) {
  case TY_INT: return integer(s, ty, name, out);
  case TY_BOOL: return boolean(s, ty, name, out);
  case TY_CHAR: return character(s, ty, name, out);
  case TY_TUPLE: return fields(s, ty, 0, name, out);
  case TY_ARRAY: return array(s, t->u.array.elem, t->u.array.len, name, out);
  case TY_PTR: return save_pointer(s, ty, name, out);
  case TY_ADT: return adt(s, ty, name, out);
  default: return no_input(s, ty, name);
  }
}

/* ---- objects */

/* Padding that was given contents: `byte 3 of *p`. */
static void padding(Saver *s, const char *filled_as, const char *pointer) {
  for (u32 i = s->from; i < s->run->ninputs; i++) {
    const InputNote *n = &s->run->inputs[i];
    unsigned long long at = 0;
    int used = 0;
    u128 v = 0;
    if (sscanf(n->name, "byte %llu of %n", &at, &used) != 1 || !used) continue;
    if (strcmp(n->name + used, filled_as) != 0 || !term_is_const(s->terms, n->var, &v)) continue;
    sb_printf(&s->before, "    unsafe { %s.cast::<u8>().add(%llu).write(%u); }\n", pointer, at,
              (unsigned)v);
    if (i >= s->end) s->end = i + 1;
  }
}

bool save_object(Saver *s, TypeId ty, bool is_slice, u64 len, const char *label, u32 *number) {
  u32 k = s->objects.len + 1;
  StrBuf value = {0};
  bool ok = is_slice ? array(s, ty, len, label + 1, &value) : save_value(s, ty, label, &value);
  if (ok) {
    k = s->objects.len + 1; /* those that it holds pointers to came first */
    sb_printf(&s->before, "    let mut o%u", k);
    if (is_slice && !len) sb_printf(&s->before, ": [%s; 0]", save_type(s, ty));
    sb_printf(&s->before, " = %s;\n    let p%u = &raw mut o%u;\n", sb_str(&value), k, k);
    const char *pointer = arena_printf(s->arena, "p%u", k);
    if (!is_slice) padding(s, label, pointer);
    for (u64 i = 0; is_slice && i < len; i++)
      padding(s, arena_printf(s->arena, "%s[%" PRIu64 "]", label + 1, i), pointer);
    *number = s->objects.len;
    *list_add(s->arena, &s->objects) =
        (Object){.label = label, .pointer = pointer, .ty = ty, .is_slice = is_slice, .len = len};
  }
  sb_free(&value);
  return ok;
}

void save_point_to(Saver *s, TypeId ptr, const Object *o, StrBuf *out) {
  switch (type_get(s->program->types, ptr)->u.ptr.kind) {
  case PTR_REF: sb_printf(out, "unsafe { &*%s }", o->pointer); return;
  case PTR_REF_MUT: sb_printf(out, "unsafe { &mut *%s }", o->pointer); return;
  default: sb_puts(out, o->pointer);
  }
}

bool save_pointer(Saver *s, TypeId ptr, const char *name, StrBuf *out) {
  const TypeTable *tt = s->program->types;
  const Type *p = type_get(tt, ptr), *to = type_get(tt, p->u.ptr.to);
  bool is_slice = to->kind == TY_SLICE;
  TypeId ty = is_slice ? to->u.array.elem : p->u.ptr.to;
  u128 len = 0;
  if (is_slice && !save_input(s, arena_printf(s->arena, "%s.len()", name), false, &len))
    return no_input(s, ptr, name);
  const char *label = arena_printf(s->arena, "*%s", name);
  if (p->u.ptr.kind == PTR_BOX) {
    sb_puts(out, "Box::new(");
    bool ok = is_slice ? array(s, ty, (u64)len, name, out) : save_value(s, ty, label, out);
    sb_putc(out, ')');
    return ok;
  }
  u32 number = 0;
  if (!save_object(s, ty, is_slice, (u64)len, label, &number)) return false;
  save_point_to(s, ptr, &s->objects.at[number], out);
  return true;
}
