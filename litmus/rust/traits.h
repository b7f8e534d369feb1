/* Traits: what is known of types by bounds, which impl a type has, what its associated types are.
 *
 * A trait reference `S: Trait<A, B>` is a trait's definition with the list [S, A, B]: a trait's
 * first generic parameter is Self.
 *
 * Opaque types. While the body of a generic item is checked, each of its type parameters is a
 * TY_OPAQUE: methods, operators and associated types are found by its bounds, so that a concrete
 * type's own methods of the same names do not get in the way, as in rustc. So are the associated
 * types that bounds do not fix (`T::Item`) and what `impl Trait` returns. Each knows the concrete
 * type that it hides; when the body has been checked, type_reveal() replaces it, and calls of trait
 * methods become calls of the concrete types' impls (find_trait_fn).
 *
 * Obligations. What a signature asks of types that are not known yet is kept in Infer.obligations
 * and tried again when more is known: that a type has a trait, or what an associated type is. */
#ifndef LITMUS_RUST_TRAITS_H
#define LITMUS_RUST_TRAITS_H

#include "litmus/rust/context.h"

typedef struct TraitRef {
  Def *trait;
  const TypeId *args; /* [Self, the trait's parameters] */
} TraitRef;

/* `Item = u8` or `Item: Trait` of a bound. */
typedef struct EnvAssoc {
  const AstAssocArg *arg;
  const TyEnv *env; /* where it is written */
} EnvAssoc;
typedef ALIST(EnvAssoc) EnvAssocs;

/* Something known to hold: a bound in scope, or what follows from one through supertraits. */
typedef struct EnvBound {
  TraitRef ref;
  EnvAssocs assoc;
} EnvBound;
typedef ALIST(EnvBound) EnvBounds;

/* A method in a trait's vtable. */
typedef struct TraitMethod {
  Def *fn;      /* the trait's */
  TraitRef ref; /* the supertrait it belongs to */
} TraitMethod;
typedef ALIST(TraitMethod) TraitMethods;

/* ---- trait_defs.c */

/* The member of this name, or NULL. */
Def *trait_item(const Def *trait, Sym name);
Def *impl_item(const Def *impl, Sym name);
/* The trait that a path names, or an error. */
Def *resolve_trait(const TyEnv *env, const AstPath *path);
/* `self: path`, the trait's missing arguments filled with their defaults. */
TraitRef lower_trait_ref(const TyEnv *env, const AstPath *path, TypeId self);
/* The trait that an impl with these arguments implements. */
TraitRef impl_trait_ref(Front *f, Infer *ic, Def *impl, const TypeId *args);
/* The bounds on `self` as facts, those that follow through supertraits included; appended. */
void add_bounds(const TyEnv *env, TypeId self, const AstBounds *bounds, EnvBounds *out);
/* `ref` and its supertraits; appended. */
void add_trait_ref(Front *f, Infer *ic, TraitRef ref, EnvBounds *out);
/* Every bound written on a generic item (and the impl or trait around it) with these arguments. */
void item_bounds(Front *f, Infer *ic, Def *d, const TypeId *args, EnvBounds *out);
/* All methods of a trait with concrete arguments, those of its supertraits first, each trait's in
 * their order. */
void trait_methods(Front *f, TraitRef ref, TraitMethods *out);

/* ---- trait_select.c */

typedef enum Selected { SEL_NO, SEL_MAYBE, SEL_YES } Selected;

typedef struct Selection {
  Def *impl; /* NULL: by a bound or built in */
  const TypeId *impl_args;
  const EnvBound *bound; /* NULL: by an impl or built in */
} Selection;

/* Does the type have the trait? MAYBE: not decided before more is known. On YES, what follows for
 * inference variables has been bound. Two impls that both apply to a type are an error. */
Selected trait_select(Infer *ic, TraitRef ref, Span span, Selection *out);
/* The same, without effects. */
Selected trait_evaluate(Infer *ic, TraitRef ref, Span span);
/* Of concrete types. */
_Noreturn void fail_unsatisfied(Infer *ic, TraitRef ref, Span span);
bool trait_holds(Front *f, TraitRef ref, Span span);
bool type_has_lang_trait(Front *f, Lang lang, TypeId t, Span span);
/* The function (or constant) that stands for a trait's when called with these concrete arguments
 * [Self, the trait's, the function's own]: the impl's, or the trait's default. Its arguments are
 * put into *fn_args. */
Def *find_trait_fn(Front *f, Def *item, const TypeId *args, u32 nargs, Span span,
                   const TypeId **fn_args);

/* ---- trait_project.c */

/* <args[0] as Trait<args[1], ..>>::assoc, with the arguments of a generic associated type at the
 * end. A variable if it is not known yet. */
TypeId project(Front *f, Infer *ic, Def *assoc, const TypeId *args, Span span);
/* What a path in a type that goes on behind a type means: `T::Item`, `<T as Trait>::Item`. */
TypeId assoc_type_path(const TyEnv *env, const AstPath *p, const PathRes *r, Span span);

/* Something to be shown later: that ref holds, or, with assoc, that its associated type is `ty`. */
typedef struct Obligation {
  TraitRef ref;
  Def *assoc;
  Def *opaque;        /* or that the `impl Trait` that a function returns is `ty` */
  const TypeId *args; /* assoc, opaque */
  TypeId ty;          /* assoc, opaque */
  Span span;
  bool done;
} Obligation;

/* What calling d with these arguments asks of them. */
void require_bounds(Infer *ic, Def *d, const TypeId *args, Span span);
void require_trait(Infer *ic, TraitRef ref, Span span);
/* Tries what is open. Fails if something turns out not to hold. */
void solve_obligations(Infer *ic);
/* The type as far as it is known after trying what is open. */
TypeId structurally(Infer *ic, TypeId t);

/* Bounds that a type not known yet is going to meet: they say what it is like. */
void expect_bounds(const TyEnv *env, TypeId t, const AstBounds *bounds, Span span);

/* ---- trait_impl.c */

/* `impl Trait` in a return type. */
TypeId opaque_type(const TyEnv *env, const AstType *t);
/* The same, when the arguments are known; 0 otherwise. */
TypeId try_opaque(Infer *ic, Front *f, Def *od, const TypeId *args, Span span);
/* What the body was found to return. */
void keep_hidden(Infer *ic, Instance *inst);

/* ---- trait_env.c */

/* The arguments of d as its body sees them: opaque ones for type parameters, where it is checked by
 * its bounds. */
const TypeId *opaque_args(Front *f, Def *d, const TypeId *args);
/* What the body of ic->owner may rely on. */
void assume_bounds(Infer *ic);
/* Adds what is known of an opaque type, once. */
void assume_opaque(Infer *ic, TypeId t);
/* Is the trait in scope for method calls and paths? */
bool trait_in_scope(Infer *ic, Def *trait);
/* Is `self: trait` among the known bounds? */
bool has_bound(Infer *ic, TypeId self, const Def *trait);

#endif
