/* Concrete structs, enums and unions: fields, discriminants, attributes of representation, and the
 * layout of every type that code mentions. */
#include <stdlib.h>
#include <string.h>

#include "litmus/rust/closure.h"
#include "litmus/rust/dyn.h"

/* Instances of types nested deeper than this come from types that grow without end. */
enum { MAX_TYPE_DEPTH = 64 };

static u32 max_depth(Front *f, const TypeId *at, u32 n) {
  u32 max = 0;
  for (u32 i = 0; i < n; i++) {
    u32 d = type_depth(f, at[i]);
    if (d > max) max = d;
  }
  return max;
}

static u32 depth_below(Front *f, const Type *ty) {
  switch (ty->kind) {
  case TY_PTR: return type_depth(f, ty->u.ptr.to);
  case TY_ARRAY:
  case TY_SLICE: return type_depth(f, ty->u.array.elem);
  case TY_TUPLE: return max_depth(f, ty->u.tuple.at, ty->u.tuple.n);
  case TY_ADT: return max_depth(f, ty->u.adt.args, ty->u.adt.nargs);
  case TY_DYN: return max_depth(f, ty->u.dyn.args, ty->u.dyn.nargs);
  case TY_FNDEF: return max_depth(f, ty->u.fndef.args, ty->u.fndef.nargs);
  case TY_FNPTR: return max_depth(f, ty->u.fnptr.params, ty->u.fnptr.nparams);
  default: return 0;
  }
}

u32 type_depth(Front *f, TypeId t) {
  if (!type_facts(f, t)->depth_known) {
    u32 d = 1 + depth_below(f, type_get(f->tt, t));
    type_facts(f, t)->depth = d;
    type_facts(f, t)->depth_known = true;
  }
  return type_facts(f, t)->depth;
}

/* ---- impls of Copy, Clone and Drop */

/* The outermost part of the self type: most impls do not fit most types. */
static void set_head(Front *f, Def *impl) {
  Infer ic;
  infer_init(&ic, f, impl, NULL);
  TypeId *args = arena_array(f->arena, TypeId, impl->ngens + 1);
  for (u32 i = 0; i < impl->ngens; i++)
    args[i] = impl->gens[i]->is_const ? const_arg(f, infer_fresh_len(&ic)) : infer_fresh(&ic);
  const Type *self = shallow_get(&ic, impl_self_type(f, &ic, impl, args));
  bool integers =
      impl->lang == LANG_INT || impl->lang == LANG_SIGNED || impl->lang == LANG_UNSIGNED;
  (void)impl_trait_ref(f, &ic, impl, args); /* its arguments must fit the trait */
  impl->head = self->kind != TY_INFER     ? self->kind
               : integers                 ? TY_INT
               : impl->lang == LANG_FLOAT ? TY_FLOAT
                                          : TY_NONE;
  if (self->kind == TY_ADT) impl->head_def = (Def *)self->u.adt.def;
}

static void check_impl_members(Front *f, const Def *impl) {
  for (u32 i = 0; i < impl->items.len; i++) {
    const Def *m = impl->items.at[i], *of = trait_item(impl->trait, m->name);
    if (!of || of->kind != m->kind)
      diag_add(f->diags, DIAG_ERROR, m->span, "%s `%s` is not a member of trait `%s`", def_descr(m),
               name_of(f, m->name), name_of(f, impl->trait->name));
  }
  for (u32 i = 0; i < impl->trait->items.len; i++) {
    const Def *of = impl->trait->items.at[i];
    bool has_default = of->kind == DEF_FN      ? of->item->body != NULL
                       : of->kind == DEF_CONST ? of->item->value != NULL
                                               : of->item->ty != NULL;
    if (!has_default && !impl_item(impl, of->name))
      diag_add(f->diags, DIAG_ERROR, impl->item->name_span,
               "not all trait items implemented, missing: `%s`", name_of(f, of->name));
  }
}

void register_impls(Front *f) {
  for (u32 i = 0; i < f->new_impls.len; i++) {
    Def *impl = f->new_impls.at[i];
    TyEnv env = {.f = f, .scope = impl->scope, .owner = impl};
    impl->trait = resolve_trait(&env, impl->item->trait_path);
    set_head(f, impl);
    alist_push(f->arena, &impl->trait->impls, impl);
    check_impl_members(f, impl);
    if (!impl->is_prelude) alist_push(f->arena, &f->users_impls, impl);
    Lang lang = impl->trait->lang;
    if (!impl->head_def || (lang != LANG_COPY && lang != LANG_DROP)) continue;
    if (lang == LANG_COPY) impl->head_def->may_copy = true;
    if (lang == LANG_DROP) alist_push(f->arena, &impl->head_def->drop_impls, impl);
  }
  f->new_impls.len = 0;
}

static u32 drop_fn(Front *f, Def *d, TypeId t) {
  for (u32 i = 0; i < d->drop_impls.len; i++) {
    Def *impl = d->drop_impls.at[i];
    Def *fn = impl_item(impl, f->n.drop);
    if (!fn) continue;
    Infer ic;
    infer_init(&ic, f, impl, NULL);
    TypeId *args = arena_array(f->arena, TypeId, impl->ngens + 1);
    if (!impl_matches(&ic, impl, t, args)) continue;
    for (u32 k = 0; k < impl->ngens; k++) args[k] = infer_resolve(&ic, args[k]);
    return request_instance(f, fn, args, impl->ngens, fn->span) + 1;
  }
  return 0;
}

/* ---- #[repr] */

static void set_repr(Front *f, Def *d, AdtInfo *info) {
  for (u32 i = 0; i < d->item->attrs.n; i++) {
    const AstAttr *a = &d->item->attrs.at[i];
    if (a->name != f->n.repr) continue;
    for (u32 k = 0; k < a->args.n; k++) {
      const char *s = name_of(f, a->args.at[k]);
      bool known = false;
      if (strcmp(s, "C") == 0) known = (info->repr_c = true);
      if (strcmp(s, "Rust") == 0) known = true;
      if (strcmp(s, "transparent") == 0) known = (info->repr_transparent = true);
      if (strcmp(s, "packed") == 0) known = (info->repr_packed = 1);
      if (strncmp(s, "packed(", 7) == 0) known = (info->repr_packed = strtoull(s + 7, NULL, 10));
      if (strncmp(s, "align(", 6) == 0) {
        u64 n = strtoull(s + 6, NULL, 10);
        if (n == 0 || (n & (n - 1)) || n > (1u << 29))
          front_fail(f, DIAG_ERROR, a->span, "invalid `repr(align)` attribute: not a power of two");
        known = (info->repr_align = n);
      }
      for (u32 p = 0; p < NPRIMS; p++)
        if (strcmp(name_of(f, f->prims[p].name), s) == 0 &&
            type_is_integral(f->tt, f->prims[p].ty)) {
          info->repr_int = f->prims[p].ty;
          known = true;
        }
      if (!known) front_fail(f, DIAG_ERROR, a->span, "unrecognized representation hint `%s`", s);
    }
  }
  if (info->repr_packed & (info->repr_packed - 1))
    front_fail(f, DIAG_ERROR, d->span, "invalid `repr(packed)` attribute: not a power of two");
  if (info->repr_packed && info->repr_align)
    front_fail(f, DIAG_ERROR, d->span,
               "type has conflicting packed and align representation hints");
}

/* ---- enums: discriminants */

static void set_discriminants(Front *f, Def *d, AdtInfo *info, const TypeId *args) {
  TypeId ty = info->repr_int ? info->repr_int : type_isize(f->tt);
  const Type *t = type_get(f->tt, ty);
  TyEnv env = env_of(f, NULL, d, args);
  i128 next = 0;
  for (u32 i = 0; i < info->nvariants; i++) {
    const AstVariant *v = adt_variant(d, i);
    if (v->discr) {
      u128 bits = eval_const_expr(&env, v->discr, ty);
      next = t->u.integer.is_signed ? u128_sext(bits, t->u.integer.bits) : (i128)bits;
    }
    info->variants[i].discr = next++;
    for (u32 k = 0; k < i; k++)
      if (info->variants[k].discr == info->variants[i].discr)
        front_fail(f, DIAG_ERROR, v->span, "discriminant value `%lld` assigned more than once",
                   (long long)info->variants[i].discr);
  }
}

/* ---- definitions */

static void define(Front *f, TypeId t, Span span);

static void check_field_name(Front *f, const AstVariant *v, u32 k) {
  for (u32 i = 0; i < k; i++)
    if (v->fields.at[i].name == v->fields.at[k].name)
      front_fail(f, DIAG_ERROR, v->fields.at[k].span, "field `%s` is already declared",
                 name_of(f, v->fields.at[k].name));
}

/* Only the last field of a struct may be unsized. */
static void check_sized_fields(Front *f, const Def *d, const Variant *v, u32 variant) {
  for (u32 k = 0; k < v->nfields; k++) {
    if (type_is_sized(f->tt, v->fields[k].ty)) continue;
    if (d->kind == DEF_STRUCT && k + 1 == v->nfields) continue;
    front_fail(f, DIAG_ERROR, adt_variant(d, variant)->fields.at[k].span,
               "the size for values of type `%s` cannot be known at compilation time",
               type_show(f, NULL, v->fields[k].ty));
  }
}

static void set_fields(Front *f, Def *d, TypeId t, AdtInfo *info, Span span) {
  for (u32 i = 0; i < info->nvariants; i++) {
    const AstVariant *av = adt_variant(d, i);
    Variant *v = &info->variants[i];
    v->name = arena_strdup(f->arena, name_of(f, d->kind == DEF_ENUM ? av->name : d->name));
    v->is_tuple_like = av->is_tuple_like;
    v->is_unit_like = av->is_unit_like;
    v->nfields = av->fields.n;
    v->fields = arena_array(f->arena, Field, av->fields.n + 1);
    for (u32 k = 0; k < av->fields.n; k++) {
      check_field_name(f, av, k);
      v->fields[k].name = arena_strdup(f->arena, name_of(f, av->fields.at[k].name));
      v->fields[k].ty = field_type(f, NULL, t, i, k);
    }
  }
  for (u32 i = 0; i < info->nvariants; i++)
    for (u32 k = 0; k < info->variants[i].nfields; k++)
      define(f, info->variants[i].fields[k].ty, span);
  for (u32 i = 0; i < info->nvariants; i++) check_sized_fields(f, d, &info->variants[i], i);
}

static void check_copy_fields(Front *f, Def *d, const AdtInfo *info) {
  for (u32 i = 0; info->is_copy && i < info->nvariants; i++)
    for (u32 k = 0; k < info->variants[i].nfields; k++)
      if (!type_is_copy(f->tt, info->variants[i].fields[k].ty))
        front_fail(f, DIAG_ERROR, adt_variant(d, i)->fields.at[k].span,
                   "the trait `Copy` cannot be implemented for this type: this field does not "
                   "implement `Copy`");
}

static void define_adt(Front *f, TypeId t, const Type *ty, Span span) {
  Def *d = (Def *)ty->u.adt.def;
  if (d->kind == DEF_CLOSURE) {
    closure_define(f, d, t, span);
    return;
  }
  if (type_depth(f, t) > MAX_TYPE_DEPTH)
    front_fail(f, DIAG_ERROR, span, "reached the recursion limit while instantiating `%.120s`",
               type_show(f, NULL, t));
  for (u32 i = 0; i < ty->u.adt.nargs; i++) define(f, ty->u.adt.args[i], span);
  AdtInfo *info = arena_new(f->arena, AdtInfo);
  info->name = type_show(f, NULL, t);
  info->kind = d->kind == DEF_ENUM ? ADT_ENUM : d->kind == DEF_UNION ? ADT_UNION : ADT_STRUCT;
  info->nvariants = d->item->variants.n;
  info->variants = arena_array(f->arena, Variant, info->nvariants + 1);
  info->is_unsafe_cell = d->lang == LANG_UNSAFE_CELL;
  info->is_manually_drop = d->lang == LANG_MANUALLY_DROP;
  info->is_not_zero = d->lang == LANG_NOT_ZERO;
  info->is_library = d->is_prelude;
  info->is_pinned = d->lang == LANG_PINNED;
  info->is_copy = d->may_copy && type_has_lang_trait(f, LANG_COPY, t, span);
  u32 param;
  info->last_stays = struct_tail(f, d, &param) != TAIL_SIZED;
  set_repr(f, d, info);
  /* Known from here on: the fields may lead back to the type through a pointer. */
  type_define_adt(f->tt, t, info);
  if (d->kind == DEF_ENUM) set_discriminants(f, d, info, ty->u.adt.args);
  set_fields(f, d, t, info, span);
  info->drop_fn = drop_fn(f, d, t);
  if (info->drop_fn && info->is_copy)
    front_fail(f, DIAG_ERROR, d->span,
               "the trait `Copy` cannot be implemented for type `%s`: it has a destructor",
               info->name);
}

static void define_list(Front *f, const TypeId *at, u32 n, Span span) {
  for (u32 i = 0; i < n; i++) define(f, at[i], span);
}

static void define_sig(Front *f, const FnSig *sig, Span span) {
  define_list(f, sig->params, sig->nparams, span);
  define(f, sig->ret, span);
}

static void define(Front *f, TypeId t, Span span) {
  const Type *ty = type_get(f->tt, t);
  if (type_facts(f, t)->defined) return;
  type_facts(f, t)->defined = true;
  if (++f->define_depth > 500)
    front_fail(f, DIAG_ERROR, span, "types nested this deeply are not supported");
  switch (ty->kind) {
  case TY_PTR: define(f, ty->u.ptr.to, span); break;
  case TY_ARRAY:
  case TY_SLICE: define(f, ty->u.array.elem, span); break;
  case TY_TUPLE: define_list(f, ty->u.tuple.at, ty->u.tuple.n, span); break;
  case TY_ADT:
    if (!ty->u.adt.info) define_adt(f, t, ty, span);
    break;
  case TY_DYN:
    define_list(f, ty->u.dyn.args, ty->u.dyn.nargs, span);
    define_dyn(f, t);
    for (u32 i = 0; i < ty->u.dyn.info->nmethods; i++)
      define_sig(f, &ty->u.dyn.info->methods[i].sig, span);
    break;
  case TY_FNPTR: define_sig(f, &ty->u.fnptr, span); break;
  default: break;
  }
  f->define_depth--;
}

static void lay_out(Front *f, TypeId t, Span span);

static void lay_out_sig(Front *f, const FnSig *sig, Span span) {
  for (u32 i = 0; i < sig->nparams; i++) lay_out(f, sig->params[i], span);
  lay_out(f, sig->ret, span);
}

/* Layouts, once all definitions are there; pointees too, since code will look at them. */
static void lay_out(Front *f, TypeId t, Span span) {
  const Type *ty = type_get(f->tt, t);
  if (ty->laid_out) return;
  const char *why = type_layout(f->tt, t);
  if (why) front_fail(f, DIAG_ERROR, span, "%s", why);
  switch (ty->kind) {
  case TY_PTR: lay_out(f, ty->u.ptr.to, span); break;
  case TY_ARRAY:
  case TY_SLICE: lay_out(f, ty->u.array.elem, span); break;
  case TY_TUPLE:
    for (u32 i = 0; i < ty->u.tuple.n; i++) lay_out(f, ty->u.tuple.at[i], span);
    break;
  case TY_FNPTR: lay_out_sig(f, &ty->u.fnptr, span); break;
  case TY_DYN:
    for (u32 i = 0; i < ty->u.dyn.info->nmethods; i++)
      lay_out_sig(f, &ty->u.dyn.info->methods[i].sig, span);
    break;
  case TY_ADT:
    for (u32 v = 0; v < ty->u.adt.info->nvariants; v++)
      for (u32 i = 0; i < ty->u.adt.info->variants[v].nfields; i++)
        lay_out(f, ty->u.adt.info->variants[v].fields[i].ty, span);
    check_copy_fields(f, (Def *)ty->u.adt.def, ty->u.adt.info);
    break;
  default: break;
  }
}

void define_type(Front *f, TypeId t, Span span) {
  if (type_get(f->tt, t)->laid_out) return;
  u32 depth = f->define_depth;
  bool outer = f->defining;
  f->define_depth = 0;
  f->defining = true;
  define(f, t, span);
  lay_out(f, t, span);
  f->define_depth = depth;
  f->defining = outer;
}
