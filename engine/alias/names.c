/* Which variable holds the pointer with a given tag? */
#include "engine/alias/names.h"

#include <string.h>

#include "engine/mach/machine.h"

const char *variable_path(Machine *m, const char *name, TypeId ty, u64 off) {
  for (;;) {
    const Type *t = type_get(m->types, ty);
    bool plain = t->kind == TY_TUPLE ||
                 (t->kind == TY_ADT && t->u.adt.info && t->u.adt.info->kind == ADT_STRUCT);
    if (!plain) return name;
    u32 n = type_nfields(m->types, ty, 0), i = 0;
    for (; i < n; i++) {
      u64 at = type_field_offset(m->types, ty, 0, i);
      if (off >= at && off - at < type_size(m->types, type_field(m->types, ty, 0, i))) break;
    }
    if (i == n) return name;
    const char *field = t->kind == TY_ADT ? t->u.adt.info->variants[0].fields[i].name
                                          : arena_printf(m->arena, "%u", i);
    name = arena_printf(m->arena, "%s.%s", name, field);
    off -= type_field_offset(m->types, ty, 0, i);
    ty = type_field(m->types, ty, 0, i);
  }
}

/* The offset at which the variable holds a pointer to a with this tag. */
static bool holds(const Alloc *var, const Alloc *a, u32 tag, u64 *off) {
  if (!var || !var->data.prov) return false;
  for (u64 i = 0; i < var->data.n; i++) {
    const ProvByte *p = &var->data.prov[i];
    if (!(var->data.kind[i] & BYTE_PROV) || p->frag) continue;
    if (p->prov.alloc != a->id || p->prov.tag != tag) continue;
    *off = i;
    return true;
  }
  return false;
}

/* The last segment of a path: "swap" of "core::mem::swap::<i32>". */
static const char *short_name(Machine *m, const char *path) {
  size_t end = 0, begin = 0;
  for (const char *s = path; *s && *s != '<'; s++) end = (size_t)(s - path) + 1;
  while (end > 2 && path[end - 1] == ':') end -= 2;
  for (size_t i = 0; i + 1 < end; i++)
    if (path[i] == ':' && path[i + 1] == ':') begin = i + 2;
  return arena_strndup(m->arena, path + begin, end - begin);
}

static bool has_variable(const Machine *m, const Frame *f, u32 from, u32 to, const char *name) {
  for (u32 i = from; i < to && !f->fn->is_prelude; i++) {
    const char *other = f->fn->locals.at[i].name;
    if (other && m->locals.at[f->locals + i] && !strcmp(other, name)) return true;
  }
  return false;
}

/* Stable for the variable's whole life: what is around it was there before it. */
const char *variable_name(Machine *m, u32 frame, LocalId l) {
  const Frame *f = &m->frames.at[frame];
  const char *name = f->fn->locals.at[l].name;
  bool outside = false;
  u32 again = 0;
  for (u32 k = 0; k < frame; k++) {
    const Frame *g = &m->frames.at[k];
    again += g->fn == f->fn;
    outside = outside || has_variable(m, g, 0, g->fn->locals.len, name);
  }
  const char *text = name;
  if (has_variable(m, f, 0, l, name))
    text = arena_printf(m->arena, "%s@%u", name,
                        span_line(m->program->sources, f->fn->locals.at[l].span));
  if (!outside) return text;
  const char *fn = short_name(m, f->fn->name);
  if (again) return arena_printf(m->arena, "%s#%u::%s", fn, again + 1, text);
  return arena_printf(m->arena, "%s::%s", fn, text);
}

/* The variable that lives in this allocation. */
static const char *name_of_alloc(Machine *m, const Alloc *a) {
  if (a->kind != ALLOC_STACK || !a->name) return a->name;
  for (u32 k = m->frames.len; k-- > 0;) {
    const Frame *f = &m->frames.at[k];
    for (u32 i = 0; i < f->fn->locals.len; i++)
      if (m->locals.at[f->locals + i] == a) return variable_name(m, k, i);
  }
  return a->name;
}

const char *tag_variable(Machine *m, const Alloc *a, u32 tag) {
  if (tag == a->root_tag) return name_of_alloc(m, a);
  for (u32 k = m->frames.len; k-- > 0;) {
    const Frame *f = &m->frames.at[k];
    for (u32 i = 0; i < f->fn->locals.len && !f->fn->is_prelude; i++) {
      const Local *l = &f->fn->locals.at[i];
      u64 off;
      if (l->name && holds(m->locals.at[f->locals + i], a, tag, &off))
        return variable_path(m, variable_name(m, k, i), l->ty, off);
    }
  }
  for (u32 s = 0; s < m->program->statics.len; s++) {
    const Static *st = &m->program->statics.at[s];
    u64 off;
    if (!st->promoted && holds(m->static_alloc[s], a, tag, &off))
      return variable_path(m, st->name, st->ty, off);
  }
  return NULL;
}

const char *tag_name(Machine *m, const Alloc *a, u32 tag) {
  if (tag == TAG_WILDCARD) return "<wildcard>";
  const char *name = tag_variable(m, a, tag);
  return name ? arena_printf(m->arena, "`%s`", name) : arena_printf(m->arena, "<%u>", tag);
}
