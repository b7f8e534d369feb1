/* The arguments of a function as the machine made them (engine/mach/entry.c): pointers to objects
 * of their own, or to objects that overlap as an input says. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "litmus/run/save_impl.h"

/* A pointer parameter and what it points to. */
typedef struct Pointee {
  u32 param;
  TypeId ptr, ty; /* of the pointer; of the object or of the elements of a slice */
  const char *name, *label;
  bool is_slice;
  u64 len, size, align;
  u32 group;        /* number of the first pointee of its object, maybe itself */
  i64 at;           /* where in it, from the first one's beginning */
  const Static *in; /* the static that it lies in; NULL: none */
} Pointee;

typedef struct Pointees {
  LIST(Pointee) at;
} Pointees;

/* ---- where they lie */

static const Static *static_called(const Saver *s, const char *name) {
  for (u32 i = 0; i < s->program->statics.len; i++) {
    const Static *st = &s->program->statics.at[i];
    if (st->name && !strcmp(st->name, name)) return st;
  }
  return NULL;
}

/* "where *p is", "2 bytes behind where *p is", "1 byte before where *p is". */
static bool read_place(Saver *s, const Pointees *all, Pointee *p, const char *word) {
  i64 sign = 1;
  char *end = NULL;
  u64 bytes = strtoull(word, &end, 10);
  if (end != word) {
    bool before = strstr(end, " before ") != NULL;
    if (before) sign = -1;
    const char *where = strstr(end, "where ");
    if (!where) return false;
    word = where;
  }
  size_t n = strlen(word);
  if (strncmp(word, "where ", 6) != 0 || n < 9 || strcmp(word + n - 3, " is") != 0) return false;
  const char *of = arena_strndup(s->arena, word + 6, n - 9);
  p->at = sign * (i64)bytes;
  for (u32 i = 0; i < all->at.len; i++) {
    if (strcmp(all->at.at[i].label, of) != 0) continue;
    p->group = i;
    return true;
  }
  p->in = static_called(s, of);
  return p->in != NULL;
}

static bool place(Saver *s, Pointees *all, Pointee p) {
  u128 v = 0;
  const InputNote *n = save_input(s, p.label, true, &v);
  p.group = all->at.len;
  if (n && n->words && v < n->nwords && strncmp(n->words[v], "apart", 5) != 0 &&
      !read_place(s, all, &p, n->words[v]))
    return save_fails(s, "the place of `%s` (%s)", p.label, n->words[v]);
  list_push(s->arena, &all->at, p);
  return true;
}

static bool find_pointees(Saver *s, const Function *fn, Pointees *all) {
  const TypeTable *tt = s->program->types;
  for (u32 i = 1; i <= fn->nparams; i++) {
    const Local *l = &fn->locals.at[i];
    const Type *t = type_get(tt, l->ty);
    if (t->kind != TY_PTR) continue;
    const Type *to = type_get(tt, t->u.ptr.to);
    Pointee p = {.param = i, .ptr = l->ty, .ty = t->u.ptr.to};
    p.name = l->name ? l->name : arena_printf(s->arena, "argument %u", i);
    p.label = arena_printf(s->arena, "*%s", p.name);
    p.len = 1;
    if (to->kind == TY_SLICE) {
      u128 len = 0;
      if (!save_input(s, arena_printf(s->arena, "%s.len()", p.name), false, &len))
        return save_fails(s, "the length of `%s`", p.name);
      p.is_slice = true, p.ty = to->u.array.elem, p.len = (u64)len;
    }
    if (!type_is_sized(tt, p.ty))
      return save_fails(s, "a pointer of type `%s`", save_type(s, l->ty));
    p.size = type_size(tt, p.ty) * p.len;
    p.align = type_align(tt, p.ty);
    if (!place(s, all, p)) return false;
  }
  return true;
}

/* ---- objects that several lie in */

static bool all_alike(const Pointees *all, u32 group) {
  const Pointee *first = &all->at.at[group];
  for (u32 i = 0; i < all->at.len; i++) {
    const Pointee *p = &all->at.at[i];
    if (p->group != group || p->in) continue;
    if (p->at || p->ty != first->ty || p->is_slice != first->is_slice || p->len != first->len)
      return false;
  }
  return true;
}

static i64 floor_mod(i64 a, i64 b) { return (a % b + b) % b; }

/* The bytes of integers, the lowest first. */
static bool put_bytes(Saver *s, TypeId ty, const char *name, u8 *out) {
  const TypeTable *tt = s->program->types;
  const Type *t = type_get(tt, ty);
  if (t->kind == TY_ARRAY) {
    u64 size = type_size(tt, t->u.array.elem);
    for (u64 i = 0; i < t->u.array.len; i++)
      if (!put_bytes(s, t->u.array.elem, arena_printf(s->arena, "%s[%" PRIu64 "]", name, i),
                     out + i * size))
        return false;
    return true;
  }
  u128 v = 0;
  if (t->kind != TY_INT || !save_input(s, name, false, &v))
    return save_fails(s, "the bytes of `%s`, of type `%s`", name, save_type(s, ty));
  for (u32 i = 0; i < t->u.integer.bits / 8u; i++) out[i] = (u8)(v >> (8 * i));
  return true;
}

static bool put_first(Saver *s, const Pointee *p, u8 *out) {
  if (!p->is_slice) return put_bytes(s, p->ty, p->label, out);
  u64 size = type_size(s->program->types, p->ty);
  for (u64 i = 0; i < p->len; i++)
    if (!put_bytes(s, p->ty, arena_printf(s->arena, "%s[%" PRIu64 "]", p->name, i), out + i * size))
      return false;
  return true;
}

/* One array of bytes for pointees that lie across each other; *anchor: where the first one is. */
static bool byte_object(Saver *s, const Pointees *all, u32 group, u64 *anchor, u32 *number) {
  const Pointee *first = &all->at.at[group];
  i64 lo = 0, hi = (i64)first->size, aligned_at = 0;
  u64 align = first->align;
  for (u32 i = group; i < all->at.len; i++) {
    const Pointee *p = &all->at.at[i];
    if (p->group != group || p->in) continue;
    if (p->at < lo) lo = p->at;
    if (p->at + (i64)p->size > hi) hi = p->at + (i64)p->size;
    if (p->align > align) align = p->align, aligned_at = p->at;
  }
  u64 before = (u64)floor_mod(lo - aligned_at, (i64)align), size = before + (u64)(hi - lo);
  *anchor = before + (u64)-lo;
  u8 *bytes = arena_array(s->arena, u8, size + 1);
  if (!put_first(s, first, bytes + *anchor)) return false;
  for (u32 i = group + 1; i < all->at.len; i++)
    for (u64 b = 0; all->at.at[i].group == group && b < size; b++) {
      u128 v = 0;
      if (save_input(s, arena_printf(s->arena, "byte %" PRIu64 " of %s", b, all->at.at[i].label),
                     false, &v))
        bytes[b] = (u8)v;
    }
  u32 k = s->objects.len + 1;
  sb_printf(&s->before,
            "    #[repr(C, align(%" PRIu64 "))]\n    struct Bytes%u([u8; %" PRIu64 "]);\n", align,
            k, size);
  sb_printf(&s->before, "    let mut o%u = Bytes%u([", k, k);
  for (u64 i = 0; i < size; i++) sb_printf(&s->before, "%s%u", i ? ", " : "", bytes[i]);
  sb_printf(&s->before, "]);\n    let p%u = (&raw mut o%u).cast::<u8>();\n", k, k);
  *number = s->objects.len;
  *list_add(s->arena, &s->objects) =
      (Object){.label = first->label, .pointer = arena_printf(s->arena, "p%u", k), .size = size};
  return true;
}

/* A pointer into bytes: `base` is an expression of type *mut u8. */
static void point_into(Saver *s, const Pointee *p, const char *base, i64 at, StrBuf *out) {
  const char *ty = save_type(s, p->ty);
  const char *to =
      at ? arena_printf(s->arena, "%s.wrapping_offset(%lld).cast::<%s>()", base, (long long)at, ty)
         : arena_printf(s->arena, "%s.cast::<%s>()", base, ty);
  PtrKind kind = type_get(s->program->types, p->ptr)->u.ptr.kind;
  bool shared = kind == PTR_REF, is_ref = ptr_is_ref(kind);
  if (p->is_slice && is_ref)
    sb_printf(out, "unsafe { std::slice::from_raw_parts%s(%s, %" PRIu64 ") }", shared ? "" : "_mut",
              to, p->len);
  else if (p->is_slice)
    sb_printf(out, "std::ptr::slice_from_raw_parts_mut(%s, %" PRIu64 ")", to, p->len);
  else if (is_ref)
    sb_printf(out, "unsafe { &%s*%s }", shared ? "" : "mut ", to);
  else
    sb_puts(out, to);
}

/* ---- all arguments */

static bool write_pointers(Saver *s, const Pointees *all, const char **texts) {
  u32 *object = arena_array(s->arena, u32, all->at.len + 1);
  u64 *anchor = arena_array(s->arena, u64, all->at.len + 1);
  bool *typed = arena_array(s->arena, bool, all->at.len + 1);
  for (u32 i = 0; i < all->at.len; i++) {
    const Pointee *p = &all->at.at[i];
    bool is_box = type_get(s->program->types, p->ptr)->u.ptr.kind == PTR_BOX;
    StrBuf out = {0};
    bool ok = true;
    if (p->in) {
      const char *base =
          arena_printf(s->arena, "(&raw const %s).cast_mut().cast::<u8>()", p->in->name);
      point_into(s, p, base, p->at, &out);
    } else if (is_box) {
      ok = save_pointer(s, p->ptr, p->name, &out);
    } else {
      u32 g = p->group;
      if (g == i) {
        typed[i] = all_alike(all, i);
        ok = typed[i] ? save_object(s, p->ty, p->is_slice, p->len, p->label, &object[i])
                      : byte_object(s, all, i, &anchor[i], &object[i]);
      }
      if (ok && typed[g])
        save_point_to(s, p->ptr, &s->objects.at[object[g]], &out);
      else if (ok)
        point_into(s, p, s->objects.at[object[g]].pointer, (i64)anchor[g] + p->at, &out);
    }
    texts[p->param] = arena_strdup(s->arena, sb_str(&out));
    sb_free(&out);
    if (!ok) return false;
  }
  return true;
}

bool save_arguments(Saver *s, const Function *fn, StrBuf *out) {
  Pointees all = {0};
  const char **texts = arena_array(s->arena, const char *, fn->nparams + 1);
  if (!find_pointees(s, fn, &all) || !write_pointers(s, &all, texts)) return false;
  for (u32 i = 1; i <= fn->nparams; i++) {
    if (i > 1) sb_puts(out, ", ");
    if (texts[i]) {
      sb_puts(out, texts[i]);
      continue;
    }
    const char *name = fn->locals.at[i].name;
    if (!name) name = arena_printf(s->arena, "argument %u", i);
    if (!save_value(s, fn->locals.at[i].ty, name, out)) return false;
  }
  return true;
}

/* ---- statics */

static bool has_inputs(const Saver *s, const char *name) {
  size_t n = strlen(name);
  for (u32 i = 0; i < s->run->ninputs; i++) {
    const char *of = s->run->inputs[i].name;
    if (!strncmp(of, name, n) && (!of[n] || of[n] == '.' || of[n] == '[')) return true;
  }
  return false;
}

bool save_statics(Saver *s) {
  for (u32 i = 0; i < s->program->statics.len; i++) {
    const Static *st = &s->program->statics.at[i];
    if (st->promoted || !st->name || !has_inputs(s, st->name)) continue;
    StrBuf value = {0};
    bool ok = save_value(s, st->ty, st->name, &value);
    const char *pointer = st->is_mutable
                              ? arena_printf(s->arena, "(&raw mut %s)", st->name)
                              : arena_printf(s->arena, "(&raw const %s).cast_mut()", st->name);
    if (ok) sb_printf(&s->before, "    unsafe { %s.write(%s); }\n", pointer, sb_str(&value));
    sb_free(&value);
    if (!ok) return false;
    *list_add(s->arena, &s->objects) =
        (Object){.label = st->name, .pointer = pointer, .ty = st->ty};
  }
  return true;
}
