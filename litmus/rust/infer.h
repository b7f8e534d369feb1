/* The state of checking one body: inference variables, variables in scope, enclosing loops, and the
 * typed nodes whose types are settled at the end (writeback.c).
 *
 * The algorithm is rustc's in miniature: expectations flow down, types flow up, coercions happen at
 * coercion sites, what is still open at the end falls back to i32 or (). */
#ifndef LITMUS_RUST_INFER_H
#define LITMUS_RUST_INFER_H

#include "litmus/rust/traits.h"

typedef enum VarKind { VAR_ANY, VAR_INT, VAR_FLOAT } VarKind;

/* A type variable (or, with is_len, a variable for an array length). */
typedef struct TyVar {
  VarKind kind;
  bool diverging; /* stands for the type of an expression that never ends: falls back to () */
  bool is_len, bound;
  TypeId ty; /* bound */
  u64 len;   /* bound, is_len */
} TyVar;

typedef struct TrailEntry {
  u32 var;
  TyVar old;
} TrailEntry;

typedef struct Snapshot {
  u32 trail, nodes, pending, late, obligations;
} Snapshot;

/* A name in scope, or a block's items. */
typedef struct Rib {
  Sym name;
  u16 ctx; /* of the name, see Span */
  VarId var;
  Scope *scope; /* not NULL: items */
  u32 macro;    /* not 0: a macro of that number was defined */
} Rib;

typedef struct VarInfo {
  Sym name;
  TypeId ty;
  Span span;
  bool is_mut;
  bool initialised; /* by its `let`: assigning needs `mut` */
} VarInfo;

/* Branches whose values become one value. */
typedef struct Merge {
  TypeId want;   /* coerce every branch to it, or 0 */
  TypeId merged; /* 0: no branch of a type other than `!` yet */
  ALIST(Thir **) at;
  bool unit_from_break; /* a `break` without value */
} Merge;

typedef struct Breakable {
  Sym name; /* 'label or 0 */
  u16 ctx;  /* of the label */
  u32 label;
  bool is_loop; /* else a labelled block: only a named `break` finds it */
  bool takes_value;
  bool broken;
  Merge *merge;
} Breakable;

/* A call or function value whose instance is known once types are. */
typedef struct Pending {
  Thir *node; /* CALL: callee; CONST of kind FN: fn; CONST_FN: callee */
  Def *def;
  const TypeId *args;
} Pending;

typedef enum LateKind {
  LATE_CAST,      /* a cast whose operand type was not known */
  LATE_LITERAL,   /* an integer literal: does it fit? */
  LATE_TRANSMUTE, /* sizes */
  LATE_DROP,      /* a call of drop glue */
  LATE_MUTABLE,   /* the place a must be mutable */
  LATE_SIZED,     /* type of a variable */
  LATE_COPY,      /* element of [e; n] */
  LATE_MATCH,     /* exhaustive? */
  LATE_IRREFUTABLE,
  LATE_CLOSURE_POINTER, /* a closure as a function pointer */
  LATE_ASM,             /* types of operands */
  LATE_FORMAT           /* argument types against format traits */
} LateKind;

typedef struct Late {
  LateKind kind;
  Thir *node;
  Thir *other; /* FORMAT: the block around it, of write! */
  ThirPat *pat;
  bool flag;
  const char *what;
} Late;

/* An operator that waits for the types of its operands. */
typedef Thir *DeferredFn(Infer *ic, const AstExpr *e, Thir *a, Thir *b);
typedef struct Deferred {
  DeferredFn *check;
  const AstExpr *e;
  Thir *a, *b; /* checked operands; b may be NULL */
  Thir *node;  /* stands for the result */
  struct Closure *closure;
  bool done;
} Deferred;

struct Infer {
  Front *f;
  Arena *arena;
  TypeTable *tt;
  Def *owner;
  const TypeId *args;
  TypeId self_ty;
  Scope *scope; /* innermost items */
  bool is_prelude;
  ALIST(TyVar) vars;
  ALIST(TrailEntry) trail;
  ALIST(Thir *) nodes;
  ALIST(ThirPat *) pats;
  ALIST(Pending) pending;
  ALIST(Late) late;
  ALIST(Obligation) obligations;
  EnvBounds bounds;    /* what is known of opaque types */
  ALIST(TypeId) known; /* opaque types whose own bounds are among them */
  u32 probing;         /* > 0: what does not hold is an answer, not an error */
  bool failed;         /* .. and this is the answer */
  u32 select_depth;
  ALIST(Hidden) hidden; /* what the function's `impl Trait`s are */
  bool defines;         /* .. which its body is about to say */
  ALIST(Rib) ribs;
  ALIST(VarInfo) locals;
  ALIST(Breakable) breakables;
  ALIST(Deferred) deferred;         /* see defer.c */
  ALIST(struct FnBound) fn_bounds;  /* see closure.h */
  ALIST(struct Closure *) closures; /* inner ones first */
  ALIST(Thir *) calls;              /* of values: see callable.c */
  struct Closure *closure;          /* whose body is being checked, or NULL */
  u32 nclosures;                    /* not in another */
  TypeId ret;
  u32 nlabels;
  u32 unsafe_depth;
  bool diverges;
  bool writing; /* the field expression checked next is assigned to or its address is taken */
  u32 depth;
};

/* What is expected of an expression: a hint, not a demand. */
typedef struct Expect {
  TypeId ty;    /* 0: nothing */
  bool is_cast; /* the target of a cast: integers may differ */
} Expect;
#define EXPECT_NONE ((Expect){0})
static inline Expect expect_type(TypeId t) { return (Expect){.ty = t}; }

/* ---- unify.c */
TypeId infer_fresh(Infer *ic);
TypeId infer_fresh_int(Infer *ic);
TypeId infer_fresh_float(Infer *ic);
TypeId infer_fresh_diverging(Infer *ic);
u64 infer_fresh_len(Infer *ic);
/* The type a variable is bound to; other types as they are. `ic` may be NULL. */
TypeId infer_shallow(const Infer *ic, TypeId t);
u64 infer_len(const Infer *ic, u64 len);
bool infer_is_int_var(const Infer *ic, TypeId t);
bool infer_is_float_var(const Infer *ic, TypeId t);
/* One of the two: enough is known for operators and casts. */
bool infer_is_number_var(const Infer *ic, TypeId t);
bool infer_is_var(const Infer *ic, TypeId t);
/* All variables replaced, as far as known. */
TypeId infer_resolve(const Infer *ic, TypeId t);
bool infer_has_vars(const Infer *ic, TypeId t);
bool unify(Infer *ic, TypeId a, TypeId b);
Snapshot infer_snapshot(const Infer *ic);
void infer_rollback(Infer *ic, Snapshot s);
/* Binds what is open: integers to i32, floats to f64, diverging ones to (). */
void infer_fallback(Infer *ic);
static inline const Type *shallow_get(const Infer *ic, TypeId t) {
  return type_get(ic->tt, infer_shallow(ic, t));
}

/* ---- build.c: nodes */
Thir *node_new(Infer *ic, ThirKind kind, Span span, TypeId ty);
Thir *node_unary(Infer *ic, ThirKind kind, Thir *a, TypeId ty);
Thir *node_deref(Infer *ic, Thir *a, TypeId to);
Thir *node_borrow(Infer *ic, Thir *place, bool is_mut, bool two_phase);
Thir *node_raw(Infer *ic, Thir *place, bool is_mut);
Thir *node_cast(Infer *ic, Thir *a, CastKind kind, TypeId to);
Thir *node_field(Infer *ic, Thir *a, u32 index, TypeId ty, Span span);
Thir *node_unit(Infer *ic, Span span);
Thir *node_int(Infer *ic, Span span, TypeId ty, u128 value);
Thir *node_var(Infer *ic, VarId v, Span span);
Thir *node_binary(Infer *ic, BinOp op, Thir *a, Thir *b, TypeId ty);
Thir *node_not(Infer *ic, Thir *a);
Thir *node_call(Infer *ic, Def *fn, const TypeId *args, Thir **operands, u32 n, TypeId ret,
                Span span);
Thir *node_block(Infer *ic, Span span, ThirStmt *stmts, u32 n, Thir *tail);
Thir *node_break(Infer *ic, Span span, u32 label, Thir *value);
ThirPat *pat_new(Infer *ic, ThirPatKind kind, Span span, TypeId ty);
ThirPat *pat_bind(Infer *ic, Span span, TypeId ty, VarId v);
VarId var_new(Infer *ic, Sym name, TypeId ty, Span span, bool is_mut);
void late_add(Infer *ic, LateKind kind, Thir *node);
bool node_is_place(const Thir *n);

/* ---- errors */
#define fail(ic, span, ...) front_fail((ic)->f, DIAG_ERROR, (span), __VA_ARGS__)
#define unsupported(ic, span, ...) front_fail((ic)->f, DIAG_UNSUPPORTED, (span), __VA_ARGS__)
static inline const char *show(const Infer *ic, TypeId t) { return type_show(ic->f, ic, t); }
_Noreturn void fail_mismatch(Infer *ic, Span span, TypeId want, TypeId found);
void require_unsafe(Infer *ic, Span span, const char *what);

/* ---- unsize.c */
/* What decides whether a struct is sized. */
typedef enum TailKind {
  TAIL_SIZED,
  TAIL_UNSIZED,
  TAIL_PARAM /* a parameter of the struct */
} TailKind;
TailKind struct_tail(Front *f, const Def *d, u32 *param);
/* Is `?Sized` said of the parameter, or is it a trait's Self? */
bool may_be_unsized(const Def *d, u32 param);
/* type_is_sized and type_tail of types that need not be defined yet. */
bool is_known_sized(Infer *ic, TypeId t);
TypeId tail_type(Infer *ic, TypeId t);
/* n at pointer type `want` by an unsizing coercion, if there is one. */
bool coerce_unsized(Infer *ic, Thir *n, TypeId want, Thir **out);

/* ---- coerce.c */
/* n at type `want`, or an error. two_phase: an argument, where reborrows are two-phase. */
Thir *coerce(Infer *ic, Thir *n, TypeId want, bool two_phase);
bool try_coerce(Infer *ic, Thir *n, TypeId want, bool two_phase, Thir **out);
void merge_add(Infer *ic, Merge *m, Thir **branch);
/* The type of the whole; branches of type `!` are converted to it. */
TypeId merge_finish(Infer *ic, Merge *m);
Merge *merge_new(Infer *ic, Expect ex);
Thir *never_to_any(Infer *ic, Thir *n, TypeId want);
Thir *reify(Infer *ic, Thir *fn, TypeId want);

/* ---- expr.c and its parts */
Thir *check_expr(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_coerce(Infer *ic, const AstExpr *e, TypeId want);
Thir *check_block(Infer *ic, const AstBlock *b, Expect ex, const AstExpr *whole);
TyEnv infer_env(Infer *ic);
/* `ctx`: the expansion that the name comes from. */
bool lookup_local(Infer *ic, Sym name, u16 ctx, VarId *out);

Thir *check_path(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_call(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_struct(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_method(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_binary(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_unary(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_assign(Infer *ic, const AstExpr *e);
Thir *check_assign_op(Infer *ic, const AstExpr *e);
Thir *check_cast(Infer *ic, const AstExpr *e, Expect ex);
void finish_cast(Infer *ic, Thir *cast);
Thir *check_macro(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_field(Infer *ic, const AstExpr *e);
Thir *check_index(Infer *ic, const AstExpr *e);
Thir *check_range(Infer *ic, const AstExpr *e);
Thir *check_if(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_match(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_while(Infer *ic, const AstExpr *e);
Thir *check_loop(Infer *ic, const AstExpr *e, Expect ex);
Thir *check_for(Infer *ic, const AstExpr *e);
Thir *check_break(Infer *ic, const AstExpr *e);
Thir *check_continue(Infer *ic, const AstExpr *e);
Thir *check_return(Infer *ic, const AstExpr *e);
Thir *check_try(Infer *ic, const AstExpr *e);
Thir *check_condition(Infer *ic, const AstExpr *e);
Thir **check_args(Infer *ic, const FnSig *sig, u32 skip, AstExpr *const *args, u32 n, Span span,
                  TypeId expected_ret, const char *what);
/* == of two checked operands, whatever their types; node of type bool. */
Thir *equality(Infer *ic, Thir *a, Thir *b, Span span, bool negate);
const AstExpr *strip_parens(const AstExpr *e);

/* ---- defer.c */
/* Neither a type nor a number yet? */
bool is_unknown(Infer *ic, TypeId t);
/* A node of type ty (may be a variable) that `check` fills in when a's type is known. */
Thir *defer_operator(Infer *ic, DeferredFn *check, const AstExpr *e, Thir *a, Thir *b, TypeId ty);
/* last: with what is not known yet, too. */
void deferred_solve(Infer *ic, bool last);

/* ---- place.c */
/* One step of `*`: through a reference, Box, raw pointer (if `raw`), or an overloaded deref; NULL
 * if the type has none. */
Thir *deref_step(Infer *ic, Thir *n, bool raw);
/* The place is about to be used mutably: overloaded derefs and indexing on the way become their
 * mutable forms, and the place is checked for mutability once types are known. */
void place_needs_mut(Infer *ic, Thir *place, const char *what);
void check_place_mutable(Infer *ic, const Late *late);

/* ---- assoc.c: items found by type */
typedef struct Assoc {
  Def *def;
  const TypeId *impl_args; /* for the impl's parameters */
} Assoc;
/* Does an impl for every (signed, unsigned) integer cover the type? */
bool lang_fits(Infer *ic, Lang lang, TypeId self);
/* The associated function or constant `name` of type `ty`, of a trait. */
bool find_trait_assoc(Infer *ic, TypeId ty, Sym name, Span span, Assoc *out);
/* The associated function or constant `name` of type `ty`, of an inherent impl. */
bool find_assoc(Infer *ic, TypeId ty, Sym name, Assoc *out);
/* Matches an impl's self type with `ty`; binds variables; fills args. */
bool impl_matches(Infer *ic, Def *impl, TypeId ty, TypeId *args);

/* ---- path.c: what a path in an expression or pattern stands for */
typedef enum ValueKind {
  VALUE_LOCAL,
  VALUE_FN,    /* def, args */
  VALUE_CTOR,  /* tuple or unit struct or variant: adt, variant */
  VALUE_CONST, /* def, args */
  VALUE_STATIC,
  VALUE_PARAM, /* const generic parameter: node */
  VALUE_INTRINSIC
} ValueKind;
typedef struct Value {
  ValueKind kind;
  VarId var;
  Def *def;
  TypeId *args;
  TypeId adt;
  u32 variant;
  Thir *node;
  Intrinsic intrinsic;
} Value;
Value resolve_value(Infer *ic, const AstPath *p, const char *what);
/* A path that names a struct, union or variant (for literals and patterns): its type. */
TypeId resolve_struct(Infer *ic, const AstPath *p, u32 *variant, const char *what);
Thir *value_node(Infer *ic, const Value *v, Span span);

/* ---- pattern.c */
ThirPat *check_pattern(Infer *ic, const AstPat *p, TypeId ty);
void finish_range_pat(Infer *ic, ThirPat *p);

/* ---- fmt.c */
Fmt parse_format(Infer *ic, const AstExpr *str, const AstNamedArg *args, u32 nargs,
                 const char *prefix, const char *suffix, Thir ***places, u32 *nplaces,
                 Thir *const *extra, u32 nextra);
void check_format_types(Infer *ic, const Late *late);
TypeId fmt_result_type(Infer *ic);
/* write!(dst, ..) around a formatting node. */
Thir *write_node(Infer *ic, Thir *dst, Thir *node);

/* ---- writeback.c */
ThirBody *writeback(Infer *ic, Thir *value, ThirPat **params, const TypeId *param_tys, u32 nparams);

/* ---- body.c */
void infer_init(Infer *ic, Front *f, Def *owner, const TypeId *args);
/* The type of an anonymous constant whose type is not given. */
TypeId infer_anon_type(Front *f, Def *d, const TypeId *args);

/* ---- overload.c: calls of the traits that syntax stands for */
/* The method `name` of a lang item trait, for `self: Trait<rhs>` (rhs 0: no parameter). */
Thir *lang_call(Infer *ic, Lang trait, Sym name, TypeId self, TypeId rhs, Thir *a, Thir *b,
                Span span);
bool has_operator(Infer *ic, AstBinOp op, bool assign, TypeId self, TypeId rhs, Span span);
/* Registers `args[0]: Op<args[1]>`. */
void require_operator(Infer *ic, AstBinOp op, bool assign, const TypeId *args, Span span);
Thir *operator_call(Infer *ic, AstBinOp op, Thir *a, Thir *b, Span span);
Thir *assign_operator_call(Infer *ic, AstBinOp op, Thir *place, Thir *b, Span span);
Thir *unary_operator_call(Infer *ic, AstUnOp op, Thir *a, Span span);
Thir *overloaded_deref(Infer *ic, Thir *n);
Thir *overloaded_index(Infer *ic, Thir *n, Thir *index, Span span);
Def *mutable_place_op(Front *f, const Def *fn);
Thir *clone_place(Infer *ic, Thir *recv, Span span);

#endif
