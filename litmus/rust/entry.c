/* Entries: functions that are checked by themselves. From a path as a directive names it (`foo`,
 * `m::foo`, `Type::foo`) to a function of the program. */
#include <string.h>

#include "litmus/rust/infer.h"

enum { MAX_SEGMENTS = 32 };

/* The names between the `::` of a path; how many. */
static u32 segments(Front *f, const char *path, Sym *out) {
  u32 n = 0;
  for (const char *s = path; n < MAX_SEGMENTS;) {
    const char *end = strstr(s, "::");
    out[n++] = intern(f->in, s, end ? (size_t)(end - s) : strlen(s));
    if (!end) break;
    s = end + 2;
  }
  return n;
}

/* The type that an impl is for; NULL: none that the program defines. */
static const Def *impl_head(Front *f, Def *impl) {
  Infer ic;
  infer_init(&ic, f, impl, NULL);
  TypeId *args = arena_array(f->arena, TypeId, impl->ngens + 1);
  for (u32 i = 0; i < impl->ngens; i++)
    args[i] = impl->gens[i]->is_const ? const_arg(f, infer_fresh_len(&ic)) : infer_fresh(&ic);
  const Type *self = shallow_get(&ic, impl_self_type(f, &ic, impl, args));
  return self->kind == TY_ADT ? self->u.adt.def : NULL;
}

/* The methods of a type by that name: of its own impls, else of the traits it has. More than one is
 * one too many. */
static Def *method_of(Front *f, const Def *type, Sym name, const EntryPath *e) {
  DefList found = {0};
  if (name < f->nassoc)
    for (u32 i = 0; i < f->assoc[name].len; i++) {
      Def *d = f->assoc[name].at[i];
      if (!d->is_prelude && impl_head(f, d->parent) == type) alist_push(f->arena, &found, d);
    }
  for (u32 i = 0; i < f->users_impls.len && !found.len; i++) {
    const Def *impl = f->users_impls.at[i];
    for (u32 k = 0; k < impl->items.len && impl->head_def == type; k++)
      if (impl->items.at[k]->name == name) alist_push(f->arena, &found, impl->items.at[k]);
  }
  if (found.len > 1)
    front_fail(f, DIAG_ERROR, e->span, "`%s` is ambiguous: there are %u of that name", e->path,
               found.len);
  return found.len ? found.at[0] : NULL;
}

static bool is_type(const Def *d) {
  return d->kind == DEF_STRUCT || d->kind == DEF_ENUM || d->kind == DEF_UNION;
}

/* What the path names; NULL: nothing. */
static Def *find(Front *f, const EntryPath *e) {
  Sym names[MAX_SEGMENTS];
  u32 n = segments(f, e->path, names), i = n > 1 && names[0] == f->n.crate_ ? 1 : 0;
  Def *in = f->user_root;
  for (; i + 1 < n && in; i++) {
    if (in->kind != DEF_MOD) return NULL;
    in = scope_lookup(f, in->members, names[i], NS_TYPE);
  }
  if (!in || n == MAX_SEGMENTS) return NULL;
  if (in->kind == DEF_TRAIT) {
    for (u32 k = 0; k < in->items.len; k++)
      if (in->items.at[k]->name == names[n - 1]) return in->items.at[k];
    return NULL;
  }
  if (in->kind == DEF_ALIAS)
    front_fail(f, DIAG_UNSUPPORTED, e->span,
               "a function that is named through the type alias `%s` is not supported yet",
               name_of(f, in->name));
  if (in->kind != DEF_MOD && !is_type(in)) return NULL;
  Def *method = is_type(in) ? method_of(f, in, names[n - 1], e) : NULL;
  if (method) return method;
  Def *d = def_member(f, in, names[n - 1], NS_VALUE);
  return d ? d : def_member(f, in, names[n - 1], NS_TYPE);
}

static void require_checkable(Front *f, const EntryPath *e, Def *d) {
  if (d->kind != DEF_FN)
    front_fail(f, DIAG_ERROR, e->span, "`%s` is a %s, not a function", e->path, def_descr(d));
  if (d->is_prelude)
    front_fail(f, DIAG_ERROR, e->span,
               "`%s` is a function of the library: only functions of this file can be checked",
               e->path);
  if (d->ngens)
    front_fail(f, DIAG_ERROR, e->span,
               "`%s` is generic: only a function without type and const parameters can be checked "
               "by itself",
               e->path);
  if (!d->item->body)
    front_fail(f, DIAG_ERROR, e->span, "`%s` is a foreign function: it has no body", e->path);
}

/* "variant `opt`", as far as there is one */
static const char *where(Front *f, const char *const *cfgs, u32 n) {
  if (!n) return "";
  const char *names = cfgs[0];
  for (u32 i = 1; i < n; i++) names = arena_printf(f->arena, "%s,%s", names, cfgs[i]);
  return arena_printf(f->arena, " in variant `%s`", names);
}

/* False: there is none, and there may be none. Errors leave to the recovery point. */
static bool entry(Front *f, const EntryPath *e, const char *const *cfgs, u32 ncfgs, Entry *out) {
  Def *d = find(f, e);
  if (!d) {
    if (e->may_lack) return false;
    front_fail(f, DIAG_ERROR, e->span, "there is no function `%s`%s", e->path,
               where(f, cfgs, ncfgs));
  }
  d = foreign_definition(f, d, e->span);
  require_checkable(f, e, d);
  *out = (Entry){.name = arena_strdup(f->arena, e->path), .span = d->span};
  out->fn = request_instance(f, d, NULL, 0, d->span);
  return true;
}

void request_entries(Front *f, const EntryPath *paths, u32 n, const char *const *cfgs, u32 ncfgs) {
  Entry *at = arena_array(f->arena, Entry, n + 1);
  f->prog->entries = at;
  for (u32 i = 0; i < n; i++) {
    jmp_buf here;
    jmp_buf *outer = f->recover;
    f->recover = &here;
    if (setjmp(here) == 0 && entry(f, &paths[i], cfgs, ncfgs, &at[f->prog->nentries]))
      f->prog->nentries++;
    f->recover = outer;
  }
}

/* ---- pointers among the parameters */

enum { MANY = 1000, MOST_VISITS = 10000 }; /* of types: two pointers are as good as any number */

typedef struct Count {
  const TypeTable *tt;
  u32 pointers, visits;
} Count;

static void count_in(Count *c, TypeId t);

static void count_in_fields(Count *c, TypeId t, u32 variant) {
  for (u32 i = 0; i < type_nfields(c->tt, t, variant); i++)
    count_in(c, type_field(c->tt, t, variant, i));
}

/* Types share their parts, so a small program may have a huge tree of them: then not all of it is
 * looked at, and what is left counts as many. */
static void count_in(Count *c, TypeId t) {
  const Type *ty = type_get(c->tt, t);
  if (c->pointers >= MANY) return;
  if (++c->visits > MOST_VISITS) {
    c->pointers = MANY;
    return;
  }
  switch (ty->kind) {
  case TY_PTR: c->pointers++; break;
  case TY_TUPLE: count_in_fields(c, t, 0); break;
  case TY_ARRAY: {
    u32 before = c->pointers;
    if (ty->u.array.len) count_in(c, ty->u.array.elem);
    u64 all = (c->pointers - before) * (u64)(ty->u.array.len < MANY ? ty->u.array.len : MANY);
    c->pointers = before + (u32)(all < MANY ? all : MANY);
    break;
  }
  case TY_ADT:
    for (u32 v = 0; ty->u.adt.info && v < ty->u.adt.info->nvariants; v++) count_in_fields(c, t, v);
    break;
  default: break;
  }
}

void count_entry_pointers(Front *f) {
  Entry *at = f->prog->entries;
  for (u32 i = 0; i < f->prog->nentries; i++) {
    const Function *fn = f->prog->funcs.at[at[i].fn];
    Count c = {.tt = f->tt};
    for (u32 p = 1; p <= fn->nparams; p++) count_in(&c, fn->locals.at[p].ty);
    at[i].npointers = c.pointers;
  }
}
