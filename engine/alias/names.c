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

/* Do two variables of running functions have this name? */
static bool is_ambiguous(const Machine *m, const char *name) {
  u32 n = 0;
  for (u32 k = 0; k < m->frames.len && n < 2; k++) {
    const Frame *f = &m->frames.at[k];
    for (u32 i = 0; i < f->fn->locals.len && !f->fn->is_prelude; i++) {
      const char *other = f->fn->locals.at[i].name;
      n += other && m->locals.at[f->locals + i] && !strcmp(other, name);
    }
  }
  return n > 1;
}

const char *variable_name(Machine *m, const Frame *f, const char *name) {
  if (!is_ambiguous(m, name)) return name;
  return arena_printf(m->arena, "%s::%s", short_name(m, f->fn->name), name);
}

const char *tag_variable(Machine *m, const Alloc *a, u32 tag) {
  if (tag == a->root_tag) return a->name;
  for (u32 k = m->frames.len; k-- > 0;) {
    const Frame *f = &m->frames.at[k];
    for (u32 i = 0; i < f->fn->locals.len && !f->fn->is_prelude; i++) {
      const Local *l = &f->fn->locals.at[i];
      u64 off;
      if (l->name && holds(m->locals.at[f->locals + i], a, tag, &off))
        return variable_path(m, variable_name(m, f, l->name), l->ty, off);
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
