/* Trait objects.
 *
 *   dyn.c     the type `dyn Trait`: its arguments, what follows from it, its methods
 *   dyn_compat.c  which traits can be trait objects
 *   vtable.c  vtables of concrete types, and the functions between a slot and a method
 *
 * A TY_DYN is told apart by its principal trait, the trait's arguments and its associated types,
 * those of supertraits included; auto traits and lifetimes are read and dropped. */
#ifndef LITMUS_RUST_DYN_H
#define LITMUS_RUST_DYN_H

#include "litmus/rust/infer.h"

/* ---- dyn.c */

TypeId lower_dyn(const TyEnv *env, const AstType *t);
/* The trait object for a reference to a trait that holds for its type. */
TypeId dyn_of_ref(Front *f, Infer *ic, TraitRef ref, Span span);
/* `self: Trait<..>`, the trait that a trait object is for; self may be another type than it. */
TraitRef dyn_trait_ref(Front *f, TypeId dyn, TypeId self);
/* What a value of type `self` must have to become this trait object. */
void require_dyn(Infer *ic, TypeId dyn, TypeId self, Span span);
/* What is known of a trait object: that it has its traits; appended. */
void dyn_facts(Front *f, Infer *ic, TypeId dyn, EnvBounds *out);
/* The associated type as the trait object's type gives it; 0 if it does not. */
TypeId dyn_assoc_type(Front *f, TypeId dyn, const Def *assoc);
/* Gives a concrete trait object its name and methods. */
void define_dyn(Front *f, TypeId t);
void show_dyn(Front *f, const Infer *ic, const Type *ty, StrBuf *out);

/* Is it Fn, FnMut or FnOnce? Those are called by closure.h's ways: slot 0 is call_once, 1 call_mut,
 * 2 call. */
bool is_fn_trait(const Front *f, const Def *trait);
/* Those of dyn_trait_ref(dyn, self) that have a slot, in the order of the slots. */
void dyn_methods(Front *f, TypeId dyn, TypeId self, TraitMethods *out);
/* The slot of a trait's method called with these arguments, whose first is a trait object. False:
 * the trait is not one of the trait object's. A method that has no slot is an error. */
bool dyn_slot(Front *f, Def *fn, const TypeId *args, u32 nargs, Span span, u32 *slot);

/* ---- dyn_compat.c */

/* Must not be called on trait objects: `where Self: Sized`. */
bool needs_sized_self(Front *f, const Def *item);
bool has_slot(Front *f, const Def *fn);
/* Fails unless the trait can be a trait object. */
void check_dyn_compatible(Front *f, Def *trait, Span span);

/* ---- vtable.c */

/* The vtable for what a pointer of type `from` to one of type `to` is coerced: NO_VTABLE when there
 * is one already (an upcast) or none is needed. Types are concrete. */
VtableId unsizing_vtable(Front *f, TypeId from, TypeId to, Span span);
/* Vtables of supertraits for all upcasts that were seen; compiles nothing. True if there are new
 * ones. */
bool link_upcasts(Front *f);
/* A function that calls the method through a vtable: for function pointers. */
FuncId virtual_shim(Front *f, TypeId dyn, u32 slot, Span span);
ThirBody *vtable_shim_body(Front *f, Instance *inst);
const char *vtable_shim_name(Front *f, const Instance *inst);

#endif
