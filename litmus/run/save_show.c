/* Statements that print whatever can be seen of a value, so that a difference becomes output. */
#include <inttypes.h>
#include <string.h>

#include "litmus/run/save_impl.h"

enum { MAX_DEPTH = 4, MAX_ELEMENTS = 16 };

typedef struct Show {
  Saver *s;
  StrBuf *out;
  u32 depth, names;
} Show;

static void show(Show *w, TypeId ty, const char *label, const char *place);

static void scalar(Show *w, const char *format, const char *label, const char *place) {
  sb_printf(w->out, "        println!(\"%s = %s\", { %s });\n", label, format, place);
}

static bool is_tuple_like(const Variant *v) {
  return v->is_tuple_like || (v->nfields && v->fields[0].name && v->fields[0].name[0] >= '0' &&
                              v->fields[0].name[0] <= '9');
}

static void fields(Show *w, TypeId ty, const char *label, const char *place) {
  Arena *a = w->s->arena;
  const TypeTable *tt = w->s->program->types;
  const Type *t = type_get(tt, ty);
  for (u32 i = 0; i < type_nfields(tt, ty, 0); i++) {
    const char *name = t->kind == TY_ADT ? t->u.adt.info->variants[0].fields[i].name : NULL;
    if (!name) name = arena_printf(a, "%u", i);
    show(w, type_field(tt, ty, 0, i), arena_printf(a, "%s.%s", label, name),
         arena_printf(a, "%s.%s", place, name));
  }
}

static void variants(Show *w, TypeId ty, const char *label, const char *place) {
  Arena *a = w->s->arena;
  const AdtInfo *info = type_get(w->s->program->types, ty)->u.adt.info;
  const char *of = arena_strndup(a, info->name, strcspn(info->name, "<"));
  sb_printf(w->out, "        match &%s {\n", place);
  for (u32 i = 0; i < info->nvariants; i++) {
    const Variant *v = &info->variants[i];
    if (v->is_uninhabited || v->is_absent) continue;
    u32 first = w->names;
    w->names += v->nfields;
    bool tuple = is_tuple_like(v);
    sb_printf(w->out, "        %s::%s", of, v->name);
    if (v->nfields) sb_puts(w->out, tuple ? "(" : " { ");
    for (u32 f = 0; f < v->nfields; f++) {
      if (f) sb_puts(w->out, ", ");
      if (!tuple) sb_printf(w->out, "%s: ", v->fields[f].name);
      sb_printf(w->out, "x%u", first + f);
    }
    if (v->nfields) sb_puts(w->out, tuple ? ")" : " }");
    sb_printf(w->out, " => {\n        println!(\"%s: %s\");\n", label, v->name);
    for (u32 f = 0; f < v->nfields; f++)
      show(w, v->fields[f].ty, arena_printf(a, "%s.%s", label, v->fields[f].name),
           arena_printf(a, "(*x%u)", first + f));
    sb_puts(w->out, "        }\n");
  }
  sb_puts(w->out, "        }\n");
}

static void elements(Show *w, TypeId elem, u64 len, const char *label, const char *place) {
  Arena *a = w->s->arena;
  for (u64 i = 0; i < len && len <= MAX_ELEMENTS; i++)
    show(w, elem, arena_printf(a, "%s[%" PRIu64 "]", label, i),
         arena_printf(a, "%s[%" PRIu64 "]", place, i));
  if (len <= MAX_ELEMENTS) return;
  u32 x = w->names++;
  sb_printf(w->out, "        for x%u in &%s {\n", x, place);
  show(w, elem, arena_printf(a, "%s[..]", label), arena_printf(a, "(*x%u)", x));
  sb_puts(w->out, "        }\n");
}

static void raw_pointer(Show *w, const Type *t, const char *label, const char *place) {
  const TypeTable *tt = w->s->program->types;
  if (!type_is_sized(tt, t->u.ptr.to)) return;
  sb_printf(w->out, "        println!(\"%s is null: {}\", %s.is_null());\n", label, place);
  for (u32 i = 0; i < w->s->objects.len; i++) {
    const Object *o = &w->s->objects.at[i];
    sb_printf(w->out,
              "        println!(\"%s points to %s: {}\", %s.cast::<u8>().cast_const() == "
              "%s.cast::<u8>().cast_const());\n",
              label, o->label, place, o->pointer);
  }
}

static void pointer(Show *w, const Type *t, const char *label, const char *place) {
  Arena *a = w->s->arena;
  const TypeTable *tt = w->s->program->types;
  if (ptr_is_raw(t->u.ptr.kind)) {
    raw_pointer(w, t, label, place);
    return;
  }
  const Type *to = type_get(tt, t->u.ptr.to);
  if (to->kind == TY_SLICE) {
    u32 x = w->names++;
    sb_printf(w->out, "        println!(\"%s.len() = {}\", %s.len());\n", label, place);
    sb_printf(w->out, "        for x%u in %s.iter() {\n", x, place);
    show(w, to->u.array.elem, arena_printf(a, "%s[..]", label), arena_printf(a, "(*x%u)", x));
    sb_puts(w->out, "        }\n");
  } else if (to->kind == TY_STR) {
    scalar(w, "{:?}", label, arena_printf(a, "&*%s", place));
  } else if (type_is_sized(tt, t->u.ptr.to)) {
    show(w, t->u.ptr.to, arena_printf(a, "*%s", label), arena_printf(a, "(*%s)", place));
  }
}

/* Types of the library: the expression behind the value that leads to what is in it. */
static const struct {
  const char *name, *behind, *path;
} inside[] = {{"Cell", ".get()", ".value.value"},
              {"Atomic", ".load(std::sync::atomic::Ordering::SeqCst)", ".value.value"},
              {"NonZero", ".get()", ".value"},
              {"Wrapping", ".0", ".0"},
              {"Saturating", ".0", ".0"},
              {"Reverse", ".0", ".0"}};

static void of_library(Show *w, TypeId ty, const char *label, const char *place) {
  const TypeTable *tt = w->s->program->types;
  const AdtInfo *info = type_get(tt, ty)->u.adt.info;
  size_t n = strcspn(info->name, "<");
  for (u32 i = 0; i < sizeof inside / sizeof *inside; i++) {
    if (strlen(inside[i].name) != n || memcmp(info->name, inside[i].name, n) != 0) continue;
    TypeId of = type_field(tt, ty, 0, 0);
    if (!strcmp(inside[i].path, ".value.value")) of = type_field(tt, of, 0, 0);
    show(w, of, label, arena_printf(w->s->arena, "%s%s", place, inside[i].behind));
    return;
  }
  if (info->kind == ADT_STRUCT && !strncmp(info->name, "Range", 5) &&
      strncmp(info->name, "RangeInclusive", 14) != 0)
    fields(w, ty, label, place);
}

static void adt(Show *w, TypeId ty, const char *label, const char *place) {
  const AdtInfo *info = type_get(w->s->program->types, ty)->u.adt.info;
  if (info->is_library && !strcmp(info->name, "Ordering"))
    scalar(w, "{:?}", label, place);
  else if (info->kind == ADT_ENUM)
    variants(w, ty, label, place);
  else if (info->is_library)
    of_library(w, ty, label, place);
  else if (info->kind == ADT_STRUCT)
    fields(w, ty, label, place);
}

static void show(Show *w, TypeId ty, const char *label, const char *place) {
  if (w->depth > MAX_DEPTH) return;
  w->depth++;
  const Type *t = type_get(w->s->program->types, ty);
  switch (t->kind) {
  case TY_INT:
  case TY_BOOL: scalar(w, "{}", label, place); break;
  case TY_CHAR: scalar(w, "{:?}", label, place); break;
  case TY_TUPLE: fields(w, ty, label, place); break;
  case TY_ARRAY: elements(w, t->u.array.elem, t->u.array.len, label, place); break;
  case TY_PTR: pointer(w, t, label, place); break;
  case TY_ADT: adt(w, ty, label, place); break;
  default: break;
  }
  w->depth--;
}

void save_show(Saver *s, TypeId ty, const char *label, const char *place, StrBuf *out) {
  Show w = {.s = s, .out = out, .names = s->objects.len * 1000};
  show(&w, ty, label, place);
}

/* What points to others comes after them in the list, and is shown before: to look at an object by
 * itself ends what could be done through a reference to it. */
void save_show_objects(Saver *s, StrBuf *out) {
  for (u32 i = s->objects.len; i-- > 0;) {
    const Object *o = &s->objects.at[i];
    Show w = {.s = s, .out = out, .names = i * 1000};
    const char *place = arena_printf(s->arena, "(*%s)", o->pointer);
    if (o->is_slice)
      elements(&w, o->ty, o->len, o->label + 1, place);
    else if (o->ty)
      show(&w, o->ty, o->label, place);
    else
      sb_printf(out,
                "        println!(\"%s and around it: {:?}\", { *%s.cast::<[u8; %" PRIu64
                "]>() });\n",
                o->label, o->pointer, o->size);
  }
}
