/* #[derive(..)]: the impl that it stands for, written as Rust, as rustc's expansions are, and read
 * by the parser. The generic parameters are the type's own, each type parameter bound by the trait.
 * All of it is where the type's name is. */
#include <string.h>

#include "litmus/rust/infer.h"

typedef struct Expand {
  Front *f;
  const AstItem *item;
  StrBuf *out;
  bool is_copy; /* Copy is derived as well and there are no type parameters */
} Expand;

typedef void (*ExpandFn)(Expand *x);

/* Names may be keywords (r#type). */
static const char *raw_name(const Front *f, Sym name) {
  const char *text = name_of(f, name);
  return *text >= '0' && *text <= '9' ? text : arena_printf(f->arena, "r#%s", text);
}

static const char *field_name(const Expand *x, const AstVariant *v, u32 i) {
  return raw_name(x->f, v->fields.at[i].name);
}

/* Self::V { a: <prefix>0, b: <prefix>1 } */
static void put_pattern(Expand *x, const AstVariant *v, const char *prefix) {
  sb_printf(x->out, "Self::%s {", raw_name(x->f, v->name));
  for (u32 i = 0; i < v->fields.n; i++)
    sb_printf(x->out, "%s: %s%u,", field_name(x, v, i), prefix, i);
  sb_puts(x->out, "}");
}

static bool is_packed(const Expand *x) {
  for (u32 i = 0; i < x->item->attrs.n; i++) {
    const AstAttr *a = &x->item->attrs.at[i];
    for (u32 k = 0; a->name == x->f->n.repr && k < a->args.n; k++)
      if (strncmp(name_of(x->f, a->args.at[k]), "packed", 6) == 0) return true;
  }
  return false;
}

static bool is_enum(const Expand *x) { return x->item->kind == AST_ITEM_ENUM; }

/* A field of self or other that is looked at; of a packed struct a copy. */
static void put_field(Expand *x, const char *of, const char *name) {
  sb_printf(x->out, is_packed(x) ? "{%s.%s}" : "%s.%s", of, name);
}

/* ---- the traits */

static void expand_marker(Expand *x) { (void)x; }

static void expand_clone(Expand *x) {
  StrBuf *o = x->out;
  sb_puts(o, "fn clone(&self) -> Self {");
  if (x->is_copy || is_packed(x)) {
    sb_puts(o, "*self }");
    return;
  }
  if (!is_enum(x)) {
    const AstVariant *v = &x->item->variants.at[0];
    sb_puts(o, "Self {");
    for (u32 i = 0; i < v->fields.n; i++)
      sb_printf(o, "%s: ::core::clone::Clone::clone(&self.%s),", field_name(x, v, i),
                field_name(x, v, i));
    sb_puts(o, "} }");
    return;
  }
  sb_puts(o, "match self {");
  for (u32 i = 0; i < x->item->variants.n; i++) {
    const AstVariant *v = &x->item->variants.at[i];
    put_pattern(x, v, "__self_");
    sb_printf(o, "=> Self::%s {", raw_name(x->f, v->name));
    for (u32 k = 0; k < v->fields.n; k++)
      sb_printf(o, "%s: ::core::clone::Clone::clone(__self_%u),", field_name(x, v, k), k);
    sb_puts(o, "},");
  }
  sb_puts(o, x->item->variants.n ? "} }" : "_ => loop {} } }");
}

/* let VAR = the number of the variant that OF is */
static void put_index(Expand *x, const char *var, const char *of) {
  sb_printf(x->out, "let %s = match %s {", var, of);
  for (u32 i = 0; i < x->item->variants.n; i++)
    sb_printf(x->out, "Self::%s { .. } => %uisize,", raw_name(x->f, x->item->variants.at[i].name),
              i);
  sb_puts(x->out, "};");
}

static void expand_eq(Expand *x) {
  StrBuf *o = x->out;
  sb_puts(o, "fn eq(&self, other: &Self) -> bool {");
  if (!is_enum(x)) {
    const AstVariant *v = &x->item->variants.at[0];
    for (u32 i = 0; i < v->fields.n; i++) {
      sb_puts(o, i ? "&& (" : "(");
      put_field(x, "self", field_name(x, v, i));
      sb_puts(o, ") == (");
      put_field(x, "other", field_name(x, v, i));
      sb_puts(o, ")");
    }
    sb_puts(o, v->fields.n ? "}" : "true }");
    return;
  }
  u32 n = x->item->variants.n;
  if (n > 1) {
    put_index(x, "__self_discr", "*self");
    put_index(x, "__arg1_discr", "*other");
    sb_puts(o, "__self_discr == __arg1_discr && ");
  }
  if (n == 0) sb_puts(o, "true }");
  if (n == 0) return;
  sb_puts(o, "match (self, other) {");
  bool rest = false;
  for (u32 i = 0; i < n; i++) {
    const AstVariant *v = &x->item->variants.at[i];
    if (!v->fields.n) {
      rest = true;
      continue;
    }
    sb_puts(o, "(");
    put_pattern(x, v, "__self_");
    sb_puts(o, ",");
    put_pattern(x, v, "__arg1_");
    sb_puts(o, ") => ");
    for (u32 k = 0; k < v->fields.n; k++)
      sb_printf(o, "%s__self_%u == __arg1_%u", k ? "&&" : "", k, k);
    sb_puts(o, ",");
  }
  sb_puts(o, rest || n > 1 ? "_ => true } }" : "} }");
}

/* Compares field after field until one differs. */
static void put_compare(Expand *x, const AstVariant *v, bool partial) {
  StrBuf *o = x->out;
  const char *call = partial ? "::core::cmp::PartialOrd::partial_cmp" : "::core::cmp::Ord::cmp";
  const char *equal = partial ? "::core::option::Option::Some(::core::cmp::Ordering::Equal)"
                              : "::core::cmp::Ordering::Equal";
  if (!v->fields.n) sb_puts(o, equal);
  for (u32 i = 0; i < v->fields.n; i++) {
    const char *name = field_name(x, v, i);
    bool last = i + 1 == v->fields.n;
    if (!last) sb_puts(o, "match ");
    if (is_enum(x)) {
      sb_printf(o, "%s(__self_%u, __arg1_%u)", call, i, i);
    } else {
      sb_printf(o, "%s(&", call);
      put_field(x, "self", name);
      sb_puts(o, ", &");
      put_field(x, "other", name);
      sb_puts(o, ")");
    }
    if (!last) sb_printf(o, "{ %s => ", equal);
  }
  for (u32 i = 1; i < v->fields.n; i++) sb_puts(o, ", __cmp => __cmp }");
}

static void expand_compare(Expand *x, bool partial) {
  StrBuf *o = x->out;
  sb_puts(o, partial ? "fn partial_cmp(&self, other: &Self) -> "
                       "::core::option::Option<::core::cmp::Ordering> {"
                     : "fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {");
  u32 n = x->item->variants.n;
  if (!is_enum(x)) {
    put_compare(x, &x->item->variants.at[0], partial);
    sb_puts(o, "}");
    return;
  }
  if (n == 0) {
    sb_puts(o, "match *self {} }");
    return;
  }
  if (n > 1) {
    put_index(x, "__self_discr", "*self");
    put_index(x, "__arg1_discr", "*other");
  }
  sb_puts(o, "match (self, other) {");
  for (u32 i = 0; i < n; i++) {
    const AstVariant *v = &x->item->variants.at[i];
    if (!v->fields.n && n > 1) continue;
    sb_puts(o, "(");
    put_pattern(x, v, "__self_");
    sb_puts(o, ",");
    put_pattern(x, v, "__arg1_");
    sb_puts(o, ") => ");
    put_compare(x, v, partial);
    sb_puts(o, ",");
  }
  if (n > 1)
    sb_printf(o, "_ => %s(&__self_discr, &__arg1_discr),",
              partial ? "::core::cmp::PartialOrd::partial_cmp" : "::core::cmp::Ord::cmp");
  sb_puts(o, "} }");
}

static void expand_partial_ord(Expand *x) { expand_compare(x, true); }
static void expand_ord(Expand *x) { expand_compare(x, false); }

static void expand_default(Expand *x) {
  StrBuf *o = x->out;
  sb_puts(o, "fn default() -> Self {");
  const AstVariant *v = &x->item->variants.at[0];
  if (is_enum(x)) {
    const AstVariant *marked = NULL;
    for (u32 i = 0; i < x->item->variants.n; i++)
      if (x->item->variants.at[i].is_default) marked = &x->item->variants.at[i];
    if (!marked)
      diag_add(x->f->diags, DIAG_ERROR, x->item->name_span,
               "`#[derive(Default)]` on enum with no `#[default]`");
    sb_printf(o, "Self::%s }", marked ? raw_name(x->f, marked->name) : "None");
    return;
  }
  sb_puts(o, "Self {");
  for (u32 i = 0; i < v->fields.n; i++)
    sb_printf(o, "%s: ::core::default::Default::default(),", field_name(x, v, i));
  sb_puts(o, "} }");
}

static void expand_hash(Expand *x) {
  StrBuf *o = x->out;
  sb_puts(o, "fn hash<__H: ::core::hash::Hasher>(&self, state: &mut __H) {");
  if (!is_enum(x)) {
    const AstVariant *v = &x->item->variants.at[0];
    for (u32 i = 0; i < v->fields.n; i++) {
      sb_puts(o, "::core::hash::Hash::hash(&");
      put_field(x, "self", field_name(x, v, i));
      sb_puts(o, ", state);");
    }
    sb_puts(o, "}");
    return;
  }
  if (x->item->variants.n > 1) {
    put_index(x, "__self_discr", "*self");
    sb_puts(o, "::core::hash::Hash::hash(&__self_discr, state);");
  }
  sb_puts(o, "match self {");
  for (u32 i = 0; i < x->item->variants.n; i++) {
    const AstVariant *v = &x->item->variants.at[i];
    put_pattern(x, v, "__self_");
    sb_puts(o, "=> {");
    for (u32 k = 0; k < v->fields.n; k++)
      sb_printf(o, "::core::hash::Hash::hash(__self_%u, state);", k);
    sb_puts(o, "}");
  }
  sb_puts(o, x->item->variants.n ? "} }" : "_ => {} } }");
}

/* f.debug_struct("S").field("a", &self.a).finish() */
static void put_debug(Expand *x, const AstVariant *v, const char *name) {
  StrBuf *o = x->out;
  if (v->is_unit_like || (!v->fields.n && !v->is_tuple_like)) {
    sb_printf(o, "f.write_str(\"%s\")", name);
    return;
  }
  sb_printf(o, "f.debug_%s(\"%s\")", v->is_tuple_like ? "tuple" : "struct", name);
  for (u32 i = 0; i < v->fields.n; i++) {
    sb_puts(o, ".field(");
    if (!v->is_tuple_like) sb_printf(o, "\"%s\", ", name_of(x->f, v->fields.at[i].name));
    if (is_enum(x)) {
      sb_printf(o, "__self_%u)", i);
    } else {
      sb_puts(o, "&");
      put_field(x, "self", field_name(x, v, i));
      sb_puts(o, ")");
    }
  }
  sb_puts(o, ".finish()");
}

static void expand_debug(Expand *x) {
  StrBuf *o = x->out;
  sb_puts(o, "fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {");
  if (!is_enum(x)) {
    put_debug(x, &x->item->variants.at[0], name_of(x->f, x->item->name));
    sb_puts(o, "}");
    return;
  }
  sb_puts(o, x->item->variants.n ? "match self {" : "match *self {");
  for (u32 i = 0; i < x->item->variants.n; i++) {
    const AstVariant *v = &x->item->variants.at[i];
    put_pattern(x, v, "__self_");
    sb_puts(o, " => ");
    put_debug(x, v, name_of(x->f, v->name));
    sb_puts(o, ",");
  }
  sb_puts(o, "} }");
}

static const struct {
  const char *name, *path;
  ExpandFn expand;
} derives[] = {
    {"Copy", "marker::Copy", expand_marker},
    {"Clone", "clone::Clone", expand_clone},
    {"PartialEq", "cmp::PartialEq", expand_eq},
    {"Eq", "cmp::Eq", expand_marker},
    {"PartialOrd", "cmp::PartialOrd", expand_partial_ord},
    {"Ord", "cmp::Ord", expand_ord},
    {"Default", "default::Default", expand_default},
    {"Hash", "hash::Hash", expand_hash},
    {"Debug", "fmt::Debug", expand_debug},
};
enum { NDERIVES = sizeof derives / sizeof *derives };

/* ---- the impl around it */

/* Parameter names as generic arguments of the type. */
static AstType *self_type(Front *f, const AstItem *item, Span span) {
  AstType *t = arena_new(f->arena, AstType);
  AstPath *p = arena_new(f->arena, AstPath);
  AstSegment *seg = arena_new(f->arena, AstSegment);
  u32 n = item->generics.n;
  *seg = (AstSegment){.name = item->name, .span = span, .has_args = n > 0};
  seg->args.at = arena_array(f->arena, AstType *, n + 1);
  for (u32 i = 0; i < n; i++) {
    AstType *a = arena_new(f->arena, AstType);
    AstPath *ap = arena_new(f->arena, AstPath);
    AstSegment *as = arena_new(f->arena, AstSegment);
    *as = (AstSegment){.name = item->generics.at[i].name, .span = span};
    *ap = (AstPath){.span = span, .seg = {as, 1}};
    *a = (AstType){.kind = AST_TY_PATH, .span = span, .path = ap};
    seg->args.at[seg->args.n++] = a;
  }
  *p = (AstPath){.span = span, .seg = {seg, 1}};
  *t = (AstType){.kind = AST_TY_PATH, .span = span, .path = p};
  return t;
}

static void add_bound(Front *f, AstGeneric *g, AstPath *trait, Span span) {
  AstBound *at = arena_array(f->arena, AstBound, g->bounds.n + 1);
  for (u32 i = 0; i < g->bounds.n; i++) at[i] = g->bounds.at[i];
  at[g->bounds.n] = (AstBound){.span = span, .path = trait};
  g->bounds.at = at;
  g->bounds.n++;
}

static AstItem *expand_one(Front *f, const AstItem *item, Span span, u32 which, bool is_copy) {
  StrBuf text = {0};
  sb_printf(&text, "impl ::core::%s for Self_ {", derives[which].path);
  derives[which].expand(&(Expand){f, item, &text, is_copy});
  sb_puts(&text, "}");
  u16 file = source_add(f->sources, "derive", sb_str(&text), text.len, true);
  sb_free(&text);
  ParseOptions opts = {.at = &span};
  AstCrate crate = {0};
  if (!ast_parse(f->arena, f->in, f->sources, file, &opts, f->diags, &crate)) return NULL;
  AstItem *impl = crate.items.at[0];
  impl->ty = self_type(f, item, span);
  impl->wheres.at = item->wheres.at;
  impl->wheres.n = item->wheres.n;
  impl->has_bounds = item->has_bounds;
  impl->generics.at = arena_array(f->arena, AstGeneric, item->generics.n + 1);
  for (u32 i = 0; i < item->generics.n; i++) {
    AstGeneric *g = &impl->generics.at[impl->generics.n++];
    *g = item->generics.at[i];
    g->dflt = NULL;
    if (g->is_const || g->is_lifetime) continue;
    add_bound(f, g, impl->trait_path, span);
    impl->has_bounds = true;
  }
  return impl;
}

void expand_derives(Front *f, const AstItem *item, AstItem **out, u32 *nout, bool *debug) {
  bool asked[NDERIVES] = {false}, generic = false;
  for (u32 i = 0; i < item->generics.n; i++)
    generic |= !item->generics.at[i].is_const && !item->generics.at[i].is_lifetime;
  *nout = 0;
  for (u32 i = 0; i < item->attrs.n; i++) {
    const AstAttr *a = &item->attrs.at[i];
    for (u32 k = 0; a->name == f->n.derive && k < a->args.n; k++) {
      const char *text = name_of(f, a->args.at[k]), *last = strrchr(text, ':');
      if (last) text = last + 1;
      u32 which = 0;
      while (which < NDERIVES && strcmp(text, derives[which].name) != 0) which++;
      if (strcmp(text, "Debug") == 0) *debug = true;
      if (which < NDERIVES)
        asked[which] = true;
      else
        diag_add(f->diags, DIAG_UNSUPPORTED, a->span, "deriving `%s` is not supported yet", text);
    }
  }
  for (u32 i = 0; i < NDERIVES; i++) {
    AstItem *impl = asked[i] ? expand_one(f, item, item->name_span, i, asked[0] && !generic) : NULL;
    if (impl) out[(*nout)++] = impl;
  }
}
