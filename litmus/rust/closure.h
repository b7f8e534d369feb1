/* Closures. A closure expression gets a type of its own, an ADT whose fields are what it captures,
 * and a function whose first parameter is that environment: `&self`, `&mut self` or `self` as its
 * kind is Fn, FnMut or FnOnce.
 *
 *   fn_bounds.c   what is asked of callable arguments
 *   closure.c     the expression: its signature, expected and found; its body is checked in the
 *                 same inference context as the body around it
 *   capture.c     which places of the enclosing body the body of a closure uses, and how (what
 *                 rustc's ExprUseVisitor reports)
 *   capture_min.c from those uses to the list of captures: precision, kind, order (RFC 2229)
 *   callable.c    calling a value as Fn, FnMut or FnOnce: closures, functions, references to them
 */
#ifndef LITMUS_RUST_CLOSURE_H
#define LITMUS_RUST_CLOSURE_H

#include "litmus/rust/infer.h"

/* How a callable is called; an Fn can be called as FnMut, an FnMut as FnOnce. */
typedef enum FnKind { FN_KIND_FN, FN_KIND_MUT, FN_KIND_ONCE } FnKind;

/* In rising order: the higher one includes the lower. UNIQUE is a `&mut` borrow of a variable that
 * need not be `mut`: what is changed is behind a `&mut` in it. */
typedef enum CaptureMode { CAPTURE_REF, CAPTURE_UNIQUE, CAPTURE_MUT, CAPTURE_VALUE } CaptureMode;

/* A place that starts at a variable; `proj` holds FIELD, DEREF and, before precision is restricted,
 * INDEX steps. */
typedef struct CapturePlace {
  VarId var;
  TypeId var_ty;
  u32 nproj;
  const Proj *proj;
} CapturePlace;

typedef struct Capture {
  CapturePlace place;
  CaptureMode mode;
  Span span; /* the use that decided the mode */
} Capture;

typedef ALIST(Capture) CaptureList;

typedef struct Closure {
  Def *def;
  TypeId ty;
  const char *name; /* of its function: "main::{closure#0}" */
  Infer *ic;        /* of the body it is in, while that is checked */
  struct Closure *outer;
  u32 ninner;
  Thir *node;
  FnSig sig;       /* parameters and result; inference variables until the body is finished */
  bool kind_known; /* expected, or inferred */
  bool kind_given; /* expected: the body must make do with it */
  FnKind kind;
  bool is_move;
  u32 first_var, end_var; /* variables of its own, those of inner closures included */
  ThirPat **params;
  Thir *value;
  enum { CLOSURE_OPEN, CLOSURE_BUSY, CLOSURE_DONE } state;
  CaptureList captures;
  ThirBody *body; /* at last */
} Closure;

/* `F: FnMut(A) -> B` asked of a type that inference may not know yet. */
typedef struct FnBound {
  TypeId ty;
  FnKind kind;
  FnSig sig;
  bool has_sig; /* false: only the kind is known */
  bool solved;
  Span span;
} FnBound;

/* ---- closure.c, fn_bounds.c */
Thir *check_closure(Infer *ic, const AstExpr *e, Expect ex);
/* The closure behind a type, or NULL. */
Closure *closure_of(const Front *f, TypeId t);
/* The bounds Fn, FnMut, FnOnce of d's generic parameters, args given for them: what closures among
 * the arguments are expected to be. */
void fn_bounds_add(Infer *ic, Def *d, const TypeId *args, Span span);
/* What a value of an unknown type `ty` must be callable as; for other sources of expectations
 * (`impl Fn`, `dyn Fn`). */
void fn_bound_expect(Infer *ic, TypeId ty, FnKind kind, const FnSig *sig, Span span);
/* The signature in `Fn(A) -> B`. */
FnSig fn_bound_sugar(const TyEnv *env, const AstSegment *seg);
/* Signatures of types that are known by now are brought together with what is asked of them. */
void fn_bounds_solve(Infer *ic);
/* The kinds of closures are known: do they fit? */
void fn_bounds_check(Infer *ic);
/* Is it one of the traits Fn, FnMut, FnOnce? */
bool fn_trait_kind(const Front *f, const AstPath *trait, FnKind *kind);
/* All types are known: captures, kinds, calls. Then, after all checks, the functions' bodies. */
void closures_analyse(Infer *ic);
void closures_finish(Infer *ic, ThirBody *parent);
/* Defines the type of a closure (its fields are the captures). */
void closure_define(Front *f, Def *d, TypeId t, Span span);
ThirBody *closure_body(Front *f, Instance *inst);

/* ---- capture.c */
/* Uses of variables outside the closure, in the order in which rustc visits the body. */
void capture_uses(Closure *c, CaptureList *uses);

/* ---- capture_min.c */
/* From uses to captures; the least kind that the body needs. */
FnKind capture_minimise(Front *f, bool is_move, const CaptureList *uses, CaptureList *out);
TypeId capture_place_ty(const CapturePlace *p);
/* The type of the field that holds it. */
TypeId capture_field_ty(TypeTable *tt, const Capture *c);

/* ---- vtable.c */
/* `dyn Fn(A) -> B` and the like. */
bool dyn_fn_kind(const Front *f, TypeId t, FnKind *kind);
bool dyn_fn_sig(Front *f, const Infer *ic, TypeId t, FnSig *out);
/* The slot of call, call_mut or call_once. */
u32 dyn_fn_slot(FnKind kind);

/* ---- callable.c */
/* Calls of values: closures, and whatever a generic parameter with an Fn bound stands for. NULL if
 * `callee` cannot be called that way. */
Thir *check_callable(Infer *ic, const AstExpr *e, Thir *callee, TypeId expected);
/* The signature of calling a value of type t: closure, function, function pointer, or reference or
 * Box to one. */
bool callable_sig(Front *f, Infer *ic, TypeId t, FnSig *out);
/* Whether t can be called as `kind`, and the function to call: its parameters are the callee (`&T`,
 * `&mut T` or T) and the arguments. A closure that is Fn takes `&T` also when called as FnMut. t is
 * concrete. */
bool callable_as(Front *f, TypeId t, FnKind kind);
FuncId callable_instance(Front *f, TypeId t, FnKind kind, Span span);
/* The function behind a closure without captures as a function pointer: only the arguments. */
FuncId closure_fn_pointer(Front *f, TypeId t, Span span);
/* A call of a closure whose kind was not known: decides how the callee is passed. */
void callable_resolve(Infer *ic, Thir *call);
ThirBody *call_glue_body(Front *f, Instance *inst);
const char *call_glue_name(Front *f, const Instance *inst);

#endif
