/* Definitions and the scopes they are found in.
 *
 * A first walk makes a Def for each item and a Scope for each module. Imports are not resolved in
 * rounds until nothing changes, as rustc must for macros; they are resolved when a name is asked
 * for, each at most once, with a mark against cycles. Blocks that hold items get their scope when
 * the body around them is first checked. */
#include "litmus/rust/context.h"

#include <stdlib.h>
#include <string.h>

void *alist_grow(Arena *a, void *at, u32 *cap, size_t elem) {
  u32 n = *cap ? *cap * 2 : 4;
  void *grown = arena_alloc(a, n * elem);
  if (*cap) memcpy(grown, at, *cap * elem);
  *cap = n;
  return grown;
}

const char *name_of(const Front *f, Sym s) { return sym_str(f->in, s); }

const AstAttr *item_attr(const Front *f, const AstItem *item, const char *name) {
  for (u32 i = 0; i < item->attrs.n; i++)
    if (strcmp(name_of(f, item->attrs.at[i].name), name) == 0) return &item->attrs.at[i];
  return NULL;
}

const char *def_descr(const Def *d) {
  switch (d->kind) {
  case DEF_MOD: return "module";
  case DEF_FN: return "function";
  case DEF_STRUCT: return "struct";
  case DEF_ENUM: return "enum";
  case DEF_UNION: return "union";
  case DEF_VARIANT: return "variant";
  case DEF_CONST: return "constant";
  case DEF_STATIC: return "static";
  case DEF_ALIAS: return "type alias";
  case DEF_TRAIT: return "trait";
  case DEF_ASSOC_TYPE: return "associated type";
  default: return "item";
  }
}

const char *def_path(Front *f, const Def *d) {
  if (!d->parent) return name_of(f, d->name);
  if (d->parent->kind == DEF_IMPL || d->parent->kind == DEF_TRAIT) return name_of(f, d->name);
  const char *up = def_path(f, d->parent);
  if (d->parent->kind == DEF_MOD && !d->parent->parent && !d->is_prelude)
    return name_of(f, d->name);
  return arena_printf(f->arena, "%s::%s", up, name_of(f, d->name));
}

/* ---- making definitions */

static Def *new_def(Front *f, DefKind kind, Sym name, const AstItem *item, Def *parent,
                    Scope *scope) {
  Def *d = arena_new(f->arena, Def);
  d->kind = kind;
  d->name = name;
  d->item = item;
  d->span = item ? item->name_span : (Span){0};
  d->parent = parent;
  d->scope = scope;
  d->is_prelude = parent && parent->is_prelude;
  d->lang = LANG_COUNT;
  return d;
}

/* Generic parameters: the impl's, then the item's own; lifetimes do not count. */
static void set_generics(Front *f, Def *d, const Def *outer) {
  u32 n = outer ? outer->ngens : 0;
  d->nparent = n;
  const AstItem *it = d->item;
  d->gens = arena_array(f->arena, const AstGeneric *, n + it->generics.n + 1);
  for (u32 i = 0; i < n; i++) d->gens[i] = outer->gens[i];
  for (u32 i = 0; i < it->generics.n; i++)
    if (!it->generics.at[i].is_lifetime) d->gens[n++] = &it->generics.at[i];
  d->ngens = n;
}

static void set_lang(Front *f, Def *d) {
  if (!d->is_prelude) return;
  const AstAttr *a = item_attr(f, d->item, "lang");
  if (!a) return;
  static const char *const langs[] = {
#define LANG(code, name) name,
#include "litmus/rust/lang.def"
#undef LANG
  };
  for (u32 i = 0; i < LANG_COUNT; i++)
    if (strcmp(name_of(f, a->value), langs[i]) == 0) {
      d->lang = (Lang)i;
      f->lang[i] = d;
    }
}

static void add_by_name(Front *f, DefList **lists, u32 *nlists, Def *d) {
  if (d->name >= *nlists) {
    u32 n = *nlists ? *nlists : 1024;
    while (n <= d->name) n *= 2;
    DefList *grown = arena_array(f->arena, DefList, n);
    if (*nlists) memcpy(grown, *lists, *nlists * sizeof *grown);
    *lists = grown;
    *nlists = n;
  }
  alist_push(f->arena, &(*lists)[d->name], d);
}

static void collect_items(Front *f, Scope *s, AstItem *const *items, u32 n);

static void collect_enum(Front *f, Def *d, Scope *s) {
  u32 n = d->item->variants.n;
  d->variants = arena_array(f->arena, Def *, n + 1);
  for (u32 i = 0; i < n; i++) {
    const AstVariant *v = &d->item->variants.at[i];
    Def *vd = new_def(f, DEF_VARIANT, v->name, d->item, d, s);
    vd->span = v->span;
    vd->variant = i;
    vd->gens = d->gens;
    vd->ngens = d->ngens;
    d->variants[i] = vd;
  }
}

/* The members of an impl or trait. */
static void collect_members(Front *f, Def *d, Scope *s, const AstItem *item) {
  for (u32 i = 0; i < item->items.n; i++) {
    const AstItem *m = item->items.at[i];
    DefKind kind = m->kind == AST_ITEM_FN      ? DEF_FN
                   : m->kind == AST_ITEM_CONST ? DEF_CONST
                                               : DEF_ASSOC_TYPE;
    for (u32 k = 0; k < d->items.len; k++)
      if (d->items.at[k]->name == m->name)
        diag_add(f->diags, DIAG_ERROR, m->name_span, "duplicate definitions with name `%s`",
                 name_of(f, m->name));
    Def *md = new_def(f, kind, m->name, m, d, s);
    set_generics(f, md, d);
    set_lang(f, md);
    alist_push(f->arena, &d->items, md);
  }
}

static void collect_impl(Front *f, Scope *s, const AstItem *item) {
  Def *d = new_def(f, DEF_IMPL, 0, item, s->module, s);
  set_generics(f, d, NULL);
  set_lang(f, d);
  if (item->trait_path) {
    const AstPath *tp = item->trait_path;
    d->trait_name = d->name = tp->seg.at[tp->seg.n - 1].name;
    alist_push(f->arena, &f->new_impls, d);
  }
  collect_members(f, d, s, item);
  for (u32 i = 0; i < d->items.len; i++) {
    Def *m = d->items.at[i];
    if (!item->trait_path && m->kind == DEF_ASSOC_TYPE)
      diag_add(f->diags, DIAG_UNSUPPORTED, m->span,
               "an associated type in an inherent impl is not supported yet");
    if (!item->trait_path) add_by_name(f, &f->assoc, &f->nassoc, m);
  }
}

static Def *collect_trait(Front *f, Scope *s, const AstItem *item) {
  Def *d = new_def(f, DEF_TRAIT, item->name, item, s->module, s);
  AstGeneric *self = arena_new(f->arena, AstGeneric);
  *self = (AstGeneric){.name = f->n.self_type, .span = item->name_span};
  d->gens = arena_array(f->arena, const AstGeneric *, item->generics.n + 1);
  d->gens[d->ngens++] = self;
  for (u32 i = 0; i < item->generics.n; i++) d->gens[d->ngens++] = &item->generics.at[i];
  d->is_auto = d->is_prelude && item_attr(f, item, "auto");
  set_lang(f, d);
  collect_members(f, d, s, item);
  for (u32 i = 0; i < d->items.len; i++)
    add_by_name(f, &f->trait_items, &f->ntrait_items, d->items.at[i]);
  return d;
}

static void collect_mod(Front *f, Scope *s, const AstItem *item) {
  Def *d = new_def(f, DEF_MOD, item->name, item, s->module, s);
  d->members = arena_new(f->arena, Scope);
  d->members->module = d;
  alist_push(f->arena, &s->defs, d);
  collect_items(f, d->members, item->items.at, item->items.n);
}

static void collect_item(Front *f, Scope *s, AstItem *item) {
  DefKind kind;
  switch (item->kind) {
  case AST_ITEM_FN: kind = DEF_FN; break;
  case AST_ITEM_STRUCT: kind = DEF_STRUCT; break;
  case AST_ITEM_ENUM: kind = DEF_ENUM; break;
  case AST_ITEM_UNION: kind = DEF_UNION; break;
  case AST_ITEM_CONST: kind = DEF_CONST; break;
  case AST_ITEM_STATIC: kind = DEF_STATIC; break;
  case AST_ITEM_TYPE: kind = DEF_ALIAS; break;
  case AST_ITEM_MOD: collect_mod(f, s, item); return;
  case AST_ITEM_IMPL: collect_impl(f, s, item); return;
  case AST_ITEM_USE:
    for (u32 i = 0; i < item->uses.n; i++) {
      Import im = {.use = &item->uses.at[i]};
      alist_push(f->arena, &s->imports, im);
    }
    return;
  case AST_ITEM_EXTERN:
    for (u32 i = 0; i < item->items.n; i++) {
      AstItem *m = item->items.at[i];
      if (m->kind != AST_ITEM_FN && m->kind != AST_ITEM_STATIC) continue;
      Def *d = new_def(f, m->kind == AST_ITEM_FN ? DEF_FN : DEF_STATIC, m->name, m, s->module, s);
      d->is_foreign = true;
      set_generics(f, d, NULL);
      alist_push(f->arena, &s->defs, d);
    }
    return;
  case AST_ITEM_TRAIT: {
    Def *d = collect_trait(f, s, item);
    alist_push(f->arena, &s->defs, d);
    return;
  }
  case AST_ITEM_MACRO_RULES:
  default: return;
  }
  Def *d = new_def(f, kind, item->name, item, s->module, s);
  set_generics(f, d, NULL);
  set_lang(f, d);
  note_exported(f, d);
  if (kind == DEF_ENUM) collect_enum(f, d, s);
  if (item->name == f->n.underscore) return; /* const _: .. */
  alist_push(f->arena, &s->defs, d);
  if (kind != DEF_STRUCT && kind != DEF_ENUM && kind != DEF_UNION) return;
  AstItem *impls[9];
  u32 n;
  expand_derives(f, item, impls, &n, &d->derives_debug);
  for (u32 i = 0; i < n; i++) collect_impl(f, s, impls[i]);
}

static bool defines(const Def *d, Namespace ns);

static void collect_items(Front *f, Scope *s, AstItem *const *items, u32 n) {
  u32 first = s->defs.len;
  for (u32 i = 0; i < n; i++) collect_item(f, s, items[i]);
  if (s->module->is_prelude) return;
  for (u32 i = first; i < s->defs.len; i++)
    for (u32 k = first; k < i; k++) {
      const Def *a = s->defs.at[k], *b = s->defs.at[i];
      if (a->name != b->name) continue;
      if ((defines(a, NS_TYPE) && defines(b, NS_TYPE)) ||
          (defines(a, NS_VALUE) && defines(b, NS_VALUE)))
        diag_add(f->diags, DIAG_ERROR, b->span, "the name `%s` is defined multiple times",
                 name_of(f, b->name));
    }
}

Def *collect_crate(Front *f, const AstCrate *crate, const char *name, bool is_prelude) {
  Def *d = new_def(f, DEF_MOD, intern_cstr(f->in, name), NULL, NULL, NULL);
  d->is_prelude = is_prelude;
  d->members = arena_new(f->arena, Scope);
  d->members->module = d;
  if (!is_prelude) {
    f->macros.at = crate->macros.at;
    f->macros.n = crate->macros.n;
  }
  collect_items(f, d->members, crate->items.at, crate->items.n);
  return d;
}

Scope *block_scope(Front *f, const AstBlock *b, Scope *parent) {
  bool any = false;
  for (u32 i = 0; i < b->stmts.n; i++)
    any |=
        b->stmts.at[i].kind == AST_STMT_ITEM && b->stmts.at[i].item->kind != AST_ITEM_MACRO_RULES;
  if (!any) return NULL;
  for (u32 i = 0; i < f->block_scopes.len; i++)
    if (f->block_scopes.at[i].block == b) return f->block_scopes.at[i].scope;
  Scope *s = arena_new(f->arena, Scope);
  s->parent = parent;
  s->module = parent->module;
  struct BlockScope bs = {b, s};
  alist_push(f->arena, &f->block_scopes, bs);
  AstItem **items = arena_array(f->arena, AstItem *, b->stmts.n);
  u32 n = 0;
  for (u32 i = 0; i < b->stmts.n; i++)
    if (b->stmts.at[i].kind == AST_STMT_ITEM) items[n++] = b->stmts.at[i].item;
  u32 before = f->diags->nerrors;
  collect_items(f, s, items, n);
  if (f->diags->nerrors == before) check_imports(f, s);
  if (f->diags->nerrors != before) longjmp(*f->recover, 1);
  register_impls(f);
  return s;
}

/* ---- looking names up */

static Def *import_def(Front *f, Scope *s, Import *im, Namespace ns);

static bool is_tuple_ctor(const AstVariant *v) { return v->is_tuple_like || v->is_unit_like; }

static bool defines(const Def *d, Namespace ns) {
  switch (d->kind) {
  case DEF_MOD:
  case DEF_ENUM:
  case DEF_UNION:
  case DEF_ALIAS:
  case DEF_TRAIT: return ns == NS_TYPE;
  case DEF_STRUCT: return ns == NS_TYPE || is_tuple_ctor(&d->item->variants.at[0]);
  case DEF_VARIANT: return true;
  default: return ns == NS_VALUE;
  }
}

bool is_std_name(const Front *f, Sym s) {
  return s == f->n.std || s == f->n.core || s == f->n.alloc;
}

Def *named_crate(const Front *f, Sym name) {
  if (is_std_name(f, name)) return f->std_root;
  return name == f->n.litmus ? f->litmus_root : NULL;
}

/* The start of a `use` path: a crate, a keyword, or a name in scope. */
static Def *use_start(Front *f, Scope *s, const AstPath *p, u32 *used) {
  *used = 1;
  Sym name = p->seg.at[0].name;
  if (!p->global) {
    if (name == f->n.crate_) {
      Def *d = s->module;
      while (d->parent) d = d->parent;
      return d;
    }
    if (name == f->n.self_value) return s->module;
    if (name == f->n.super_) return s->module->parent;
    Namespace ns = p->seg.n == 1 ? NS_VALUE : NS_TYPE;
    Def *d = lookup_name(f, s, name, NS_TYPE);
    if (!d && ns == NS_VALUE) d = lookup_name(f, s, name, NS_VALUE);
    if (d) return d;
  }
  return named_crate(f, name);
}

static Def *resolve_use(Front *f, Scope *s, const AstPath *p, Namespace ns, bool glob) {
  u32 at = 0;
  if (p->seg.n == 0) return s->module;
  /* `use foo;` with a single name looks in its own namespace */
  if (p->seg.n == 1 && !p->global && !glob) {
    u32 used;
    Def *d = use_start(f, s, p, &used);
    if (d && d->kind == DEF_MOD) return ns == NS_TYPE ? d : NULL;
    return lookup_name(f, s, p->seg.at[0].name, ns);
  }
  Def *d = use_start(f, s, p, &at);
  for (; d && at < p->seg.n; at++) {
    Sym name = p->seg.at[at].name;
    if (d->kind == DEF_MOD && name == f->n.super_)
      d = d->parent;
    else if (name == f->n.self_value && at + 1 == p->seg.n)
      continue; /* a::{self} */
    else
      d = def_member(f, d, name, at + 1 == p->seg.n && !glob ? ns : NS_TYPE);
  }
  if (d && !glob && !defines(d, ns)) return NULL;
  return d;
}

Def *imported_def(Front *f, Scope *s, u32 i, Namespace ns) {
  return import_def(f, s, &s->imports.at[i], ns);
}

static Def *import_def(Front *f, Scope *s, Import *im, Namespace ns) {
  if (im->done[ns]) return im->def[ns];
  if (im->busy[ns]) return NULL;
  im->busy[ns] = true;
  /* Resolving may grow nothing, but keep to copies: the list is not touched meanwhile. */
  im->def[ns] = resolve_use(f, s, im->use->path, ns, im->use->glob);
  im->busy[ns] = false;
  im->done[ns] = true;
  return im->def[ns];
}

Def *scope_lookup(Front *f, Scope *s, Sym name, Namespace ns) {
  for (u32 i = 0; i < s->defs.len; i++)
    if (s->defs.at[i]->name == name && defines(s->defs.at[i], ns)) return s->defs.at[i];
  for (u32 i = 0; i < s->imports.len; i++) {
    Import *im = &s->imports.at[i];
    if (im->use->glob || im->use->name != name) continue;
    Def *d = import_def(f, s, im, ns);
    if (d) return d;
  }
  Def *found = NULL;
  for (u32 i = 0; i < s->imports.len && !found; i++) {
    Import *im = &s->imports.at[i];
    if (!im->use->glob) continue;
    Def *d = import_def(f, s, im, NS_TYPE);
    if (!d || s->glob_busy) continue;
    s->glob_busy = true; /* modules may import each other whole */
    found = def_member(f, d, name, ns);
    s->glob_busy = false;
  }
  return found;
}

Def *def_member(Front *f, Def *d, Sym name, Namespace ns) {
  if (d->kind == DEF_MOD) return scope_lookup(f, d->members, name, ns);
  if (d->kind == DEF_ENUM)
    for (u32 i = 0; i < d->item->variants.n; i++)
      if (d->variants[i]->name == name) return d->variants[i];
  return NULL;
}

Def *lookup_name(Front *f, Scope *s, Sym name, Namespace ns) {
  for (; s; s = s->parent) {
    Def *d = scope_lookup(f, s, name, ns);
    if (d) return d;
  }
  return f->std_prelude ? scope_lookup(f, f->std_prelude->members, name, ns) : NULL;
}

/* The parser has dealt with macros; there may be nothing else of that name to import. */
static bool is_macro(const Front *f, Sym name) {
  for (u32 i = 0; i < f->macros.n; i++)
    if (f->macros.at[i] == name) return true;
  return false;
}

/* A path into std may name something that the prelude does not have; everything else that an
 * import names must exist. */
void check_imports(Front *f, Scope *s) {
  for (u32 i = 0; i < s->imports.len; i++) {
    Import *im = &s->imports.at[i];
    const AstPath *p = im->use->path;
    if (p->seg.n == 0) continue;
    Def *t = import_def(f, s, im, NS_TYPE);
    Def *v = im->use->glob ? NULL : import_def(f, s, im, NS_VALUE);
    if (t || v) continue;
    Sym first = p->seg.at[0].name;
    if (is_std_name(f, first)) continue;
    if (is_macro(f, p->seg.at[p->seg.n - 1].name)) continue;
    diag_add(f->diags, DIAG_ERROR, im->use->span, "unresolved import `%s`",
             path_text(f, p, p->seg.n));
  }
  for (u32 i = 0; i < s->defs.len; i++)
    if (s->defs.at[i]->kind == DEF_MOD) check_imports(f, s->defs.at[i]->members);
}
