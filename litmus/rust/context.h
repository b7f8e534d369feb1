/* What the passes of the front end share: definitions found by name resolution, the scopes they are
 * found in, the instances still to be compiled.
 *
 * Generics are handled by instantiation: a generic item is checked afresh for each list of concrete
 * arguments. Inside the user's generic items, however, a type parameter is known by its bounds
 * alone, as in rustc: it is a TY_OPAQUE that hides the concrete type until the body has been
 * checked (see traits.h). Items of the library without bounds are checked like C++ templates, with
 * the concrete types in view. A generic argument that is a constant (`const N: usize`) travels in
 * the same lists as types do: N is encoded as the type `[(); N]`.
 *
 * Errors leave by longjmp to the innermost `recover` point, so code in between never sees
 * half-finished results; all memory is in the arena, so nothing leaks on the way. */
#ifndef LITMUS_RUST_CONTEXT_H
#define LITMUS_RUST_CONTEXT_H

#include <setjmp.h>

#include "litmus/rust/ast.h"
#include "litmus/rust/front.h"
#include "litmus/rust/thir.h"

/* Lists that grow in the arena. */
#define ALIST(T) \
  struct {       \
    T *at;       \
    u32 len;     \
    u32 cap;     \
  }
void *alist_grow(Arena *a, void *at, u32 *cap, size_t elem);
#define alist_push(A, l, x)                                                                      \
  ((l)->len == (l)->cap ? (void)((l)->at = alist_grow((A), (l)->at, &(l)->cap, sizeof *(l)->at)) \
                        : (void)0,                                                               \
   (void)((l)->at[(l)->len++] = (x)))

typedef struct Def Def;
typedef struct Scope Scope;
typedef struct Front Front;
typedef struct Infer Infer;

typedef enum DefKind {
  DEF_MOD,
  DEF_FN,
  DEF_STRUCT,
  DEF_ENUM,
  DEF_UNION,
  DEF_VARIANT,
  DEF_CONST,
  DEF_STATIC,
  DEF_ALIAS,
  DEF_IMPL,
  DEF_TRAIT,
  DEF_ASSOC_TYPE, /* `type Item` of a trait or an impl */
  DEF_CLOSURE,    /* the type and function of one closure */
  DEF_MAIN_GLUE,  /* what runs a `main` that returns a Result */
  DEF_CTOR,       /* the constructor of a tuple struct or variant as a function */
  DEF_OPAQUE,     /* what a function with `-> impl Trait` returns */
  DEF_STORY,      /* what runs in place of an asm! block */
  DEF_ANON_CONST, /* an array length, a discriminant, a `const {}` block */
  DEF_EQ_GLUE,    /* `==` of two tuples: written by us, see derive.c */
  DEF_CLONE_GLUE, /* `clone` of a tuple, function or closure */
  DEF_CALL_GLUE,  /* calls a value as Fn, FnMut or FnOnce: see callable.c */
  DEF_VTABLE_SHIM /* between a slot of a vtable and a method: see vtable.c */
} DefKind;

typedef ALIST(Def *) DefList;

typedef enum Lang {
#define LANG(code, name) LANG_##code,
#include "litmus/rust/lang.def"
#undef LANG
  LANG_COUNT
} Lang;

/* The type behind one `impl Trait` that a function returns. */
typedef struct Hidden {
  Def *opaque;
  TypeId ty;
} Hidden;

typedef struct Instance {
  struct Instance *next;
  Def *def;
  const TypeId *args;
  u32 nargs;
  FuncId id;
  Span span; /* in the user's file: what needed it */
  enum { INST_DECLARED, INST_BUSY, INST_DONE } state;
  ALIST(Hidden) hidden; /* once compiled */
  bool has_value;       /* a constant's value, once evaluated */
  u128 value;
} Instance;

struct Def {
  DefKind kind;
  Sym name;
  const AstItem *item;
  Span span;
  Def *parent;    /* enclosing module; VARIANT: the enum; member of an impl or trait: that */
  Scope *scope;   /* where the paths inside the item start */
  Scope *members; /* MOD */
  Def **variants; /* ENUM */
  u32 variant;    /* VARIANT */
  bool is_prelude;
  bool is_foreign; /* FN in an `extern` block */
  Lang lang;       /* LANG_COUNT if none */
  /* generic parameters: those of the impl, trait (or enum) first; a trait's first one is Self */
  const AstGeneric **gens;
  u32 ngens, nparent;
  Instance *instances;
  /* STRUCT, ENUM, UNION: what derive and marker impls say */
  bool may_copy; /* for some arguments: there is an impl of Copy */
  bool derives_debug;
  DefList drop_impls; /* impl Drop for it */
  /* TRAIT, IMPL: the members in their order */
  DefList items;
  /* TRAIT */
  bool is_auto;  /* holds for every type as far as we care: Send, Sync.. */
  DefList impls; /* registered ones */
  /* IMPL of a trait; the trait is known when the impl has been registered */
  Sym trait_name;
  Def *trait;
  TypeKind head;         /* of the self type; TY_NONE: any */
  Def *head_def;         /* .. of a struct, enum or union */
  const AstType *opaque; /* OPAQUE */
  /* ANON_CONST */
  const AstExpr *expr;
  const AstBlock *block;
  TypeId ty;           /* 0: found by inference */
  struct Story *story; /* STORY: story.h */
                       /* CLOSURE */
  struct Closure *closure;
  /* STRUCT, VARIANT: as a function, once it is used so; CTOR: the type; MAIN_GLUE: the user's main
   */
  Def *ctor, *adt;
  /* STATIC */
  bool static_known, static_busy;
  StaticId stat;
};

typedef enum Namespace { NS_TYPE, NS_VALUE } Namespace;

typedef struct Import {
  const AstUse *use;
  bool busy[2], done[2];
  Def *def[2];
} Import;

struct Scope {
  Scope *parent; /* of a block: the enclosing scope; of a module: NULL */
  Def *module;   /* the module it is or belongs to */
  ALIST(Def *) defs;
  ALIST(Import) imports;
  bool glob_busy;
};

/* A trait object is coerced to one of a supertrait. */
typedef struct DynUpcast {
  TypeId from, to;
  Span span;
} DynUpcast;

/* A primitive type's name. */
typedef struct Prim {
  Sym name;
  TypeId ty;
} Prim;
enum { NPRIMS = 18 };

/* Names that the code mentions. */
typedef struct Names {
#define NAME(field, text) Sym field;
#include "litmus/rust/names.def"
#undef NAME
} Names;

/* What is remembered of a type. Types are graphs that share their parts: `(a, a)` of a pair of a
 * pair.. is walked in as many steps as there are different types in it, not as a tree. */
typedef struct TypeFacts {
  bool native_known, native; /* see fmt.c */
  bool infer_known, infer, opaque_known, opaque, depth_known, defined;
  u32 depth;
  u32 generation;
  TypeId resolved;
  TypeId revealed;
} TypeFacts;

/* The impl that a trait reference to concrete types has (trait_select.c). */
typedef struct Found {
  struct {
    Def *trait;
    const TypeId *args;
  } ref;
  int selected;
  Def *impl;
  const TypeId *impl_args;
} Found;

struct Front {
  Arena *arena;
  Interner *in;
  SourceMap *sources;
  Diags *diags;
  Program *prog;
  TypeTable *tt;
  Names n;
  Prim prims[NPRIMS];
  Def *user_root, *std_root, *std_prelude;
  Def *litmus_root;     /* the crate `litmus`: symbolic inputs */
  AST_LIST(Sym) macros; /* names of the user's */
  DefList exported;     /* functions with #[no_mangle] or #[export_name] */
  Def *lang[LANG_COUNT];
  Def *vtable_shim; /* see vtable.c */
  ALIST(DynUpcast) upcasts;
  Def *eq_glue, *clone_glue; /* generic over the type */
  Def *call_glue;            /* over the type and how it is called */
  DefList *assoc;            /* by name: members of inherent impls */
  u32 nassoc;
  DefList *trait_items; /* by name: members of traits */
  u32 ntrait_items;
  Found *found; /* a hash table */
  u32 nfound, nfound_slots;
  ALIST(struct BlockScope) block_scopes; /* scopes of blocks that hold items */
  DefList users_impls;                   /* of traits, registered */
  ALIST(Def *) new_impls;                /* of traits, not yet registered with their types */
  ALIST(Def *) anon_consts;
  DefList opaques;
  ALIST(Instance *) instances;                /* all, in the order of declaration */
  ALIST(Instance *) by_func;                  /* by FuncId; NULL: drop glue */
  u32 nqueued;                                /* how many of `instances` compile_queue has seen */
  u32 const_depth, define_depth, alias_depth; /* of recursion; reset when an error was reported */
  bool defining; /* inside define_type: an error there leaves a type half-defined */
  LowerCtx lower;
  TypeFacts *facts; /* by TypeId */
  u32 nfacts;
  u32 generation;    /* of bindings of inference variables: dates TypeFacts.resolved */
  Instance *current; /* being compiled */
  jmp_buf *recover;
};

struct BlockScope {
  const AstBlock *block;
  Scope *scope;
};

/* Adds the error and leaves to the recovery point. */
_Noreturn void front_fail(Front *f, DiagKind kind, Span span, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
const char *name_of(const Front *f, Sym s);

/* ---- resolve.c: definitions and scopes */

/* Makes the definitions of a crate's items below a new root module. */
Def *collect_crate(Front *f, const AstCrate *crate, const char *name, bool is_prelude);
/* The scope of a block that holds items (made once), or NULL. */
Scope *block_scope(Front *f, const AstBlock *b, Scope *parent);
/* foreign.c: remembers a function that the linker knows by name; the definition that the program
 * has of a foreign function, or the function itself. */
void note_exported(Front *f, Def *d);
Def *foreign_definition(Front *f, Def *d, Span span);
/* Reports imports of the user's crate that name nothing. */
void check_imports(Front *f, Scope *s);
/* A member of a module or enum, or NULL. */
Def *def_member(Front *f, Def *d, Sym name, Namespace ns);
/* Found from inside `s`: enclosing blocks, the module, std's prelude; or NULL. */
Def *lookup_name(Front *f, Scope *s, Sym name, Namespace ns);
/* What import number i of s names; NULL: nothing (of that namespace). */
Def *imported_def(Front *f, Scope *s, u32 i, Namespace ns);
Def *scope_lookup(Front *f, Scope *s, Sym name, Namespace ns);
const AstAttr *item_attr(const Front *f, const AstItem *item, const char *name);
bool is_std_name(const Front *f, Sym s); /* std, core, alloc */
/* A crate that is always there; NULL: none has that name. */
Def *named_crate(const Front *f, Sym name);
/* The first n segments, as written. */
const char *path_text(const Front *f, const AstPath *p, u32 n);
/* "core::mem::swap" */
const char *def_path(Front *f, const Def *d);
/* "struct", "function", .. */
const char *def_descr(const Def *d);

/* ---- resolve_type.c: types as written to TypeIds */

/* What names mean at a place: the scope, the generic parameters and `Self`. */
typedef struct TyEnv {
  Front *f;
  Infer *ic; /* NULL: `_` is not allowed */
  Scope *scope;
  Def *owner; /* whose generics are in scope, or NULL */
  const TypeId *args;
  TypeId self_ty; /* 0 if none */
  Infer *solve;   /* whose variables `args` may mention: where associated types are looked up */
} TyEnv;

/* A path's longest prefix that names a definition or type; `used` segments of it. */
typedef struct PathRes {
  Def *def;       /* NULL: `ty` */
  TypeId ty;      /* a type: primitive, generic parameter, Self, <T>; or an encoded constant */
  bool is_const;  /* a const generic parameter: encoded in ty */
  bool intrinsic; /* `intrinsics::name` in the prelude */
  u32 used;
} PathRes;

TyEnv env_of(Front *f, Infer *ic, Def *owner, const TypeId *args);
/* The Self type of an impl with the given arguments. */
TypeId impl_self_type(Front *f, Infer *ic, Def *impl, const TypeId *args);
/* `what` names in messages what the path should be: "type", "function", .. */
PathRes resolve_path(const TyEnv *env, const AstPath *path, Namespace ns, const char *what);
TypeId lower_type(const TyEnv *env, const AstType *t);
/* Arguments for d's parameters [from, from + n) as given by one segment; missing ones are inferred
 * (or an error without inference). */
void lower_generic_args(const TyEnv *env, Def *d, const AstSegment *seg, u32 from, u32 n,
                        TypeId *out);
TypeId adt_of(Front *f, Def *d, const TypeId *args);
FnSig fn_signature(Front *f, Infer *ic, Def *fn, const TypeId *args);
/* Type of a field of an ADT type, its definition found from the type. */
TypeId field_type(Front *f, Infer *ic, TypeId adt, u32 variant, u32 field);
const AstVariant *adt_variant(const Def *d, u32 variant);
/* Type of a const or static. */
TypeId value_type(Front *f, Infer *ic, Def *d, const TypeId *args);
u64 lower_len(const TyEnv *env, const AstExpr *len);

/* Const generic arguments as types. */
TypeId const_arg(Front *f, u64 value);
bool is_const_arg(Front *f, TypeId t, u64 *value);
/* Array lengths that inference does not know yet. */
#define LEN_INFER ((u64)1 << 63)
static inline bool len_is_infer(u64 len) { return (len & LEN_INFER) != 0; }

/* The ADT definition behind a type, or NULL. */
Def *type_def(const Front *f, TypeId t);
/* Types as messages show them: `_` for what is not known, `{integer}`. */
const char *type_show(Front *f, const Infer *ic, TypeId t);
void type_show_to(Front *f, const Infer *ic, TypeId t, StrBuf *out);

/* Any inference variable in it, bound or not? */
bool type_mentions_infer(Front *f, TypeId t);
/* Any TY_OPAQUE in it? */
bool type_mentions_opaque(Front *f, TypeId t);
/* With what opaque types hide in their place. */
TypeId type_reveal(Front *f, TypeId t);
const TypeId *types_reveal(Front *f, const TypeId *at, u32 n);
TypeFacts *type_facts(Front *f, TypeId t);

/* ---- bounds.c */

typedef ALIST(const AstBound *) BoundList;
/* The bounds on d's generic parameter number `param`, behind its name and in the where clauses of d
 * and of the impl around it; appended as written: paths mean what they mean inside d. */
void generic_bounds(Front *f, const Def *d, u32 param, BoundList *out);

/* ---- adt.c */

/* Tells types about the marker and Drop impls collected since the last time. */
void register_impls(Front *f);

/* Gives a concrete type and all it contains their definitions and layouts. */
void define_type(Front *f, TypeId t, Span span);
u32 type_depth(Front *f, TypeId t);

/* ---- instance.c: from (definition, arguments) to a function of the program */

FuncId request_instance(Front *f, Def *d, const TypeId *args, u32 nargs, Span span);
StaticId request_static(Front *f, Def *d, Span span);
Instance *find_instance(Front *f, Def *d, const TypeId *args, u32 nargs, Span span);
/* Compiles everything that was requested; an error in one body does not stop the others. */
void compile_queue(Front *f);
/* Compiles one instance, now. */
void compile_now(Front *f, Instance *inst, Span span);
/* Compiles `id` and everything it may call, now. Errors leave to the recovery point. */
void compile_reachable(Front *f, FuncId id, Span span);

/* ---- unreached.c */

/* Checks the user's code that compile_queue has not seen. */
void check_unreached(Front *f);

/* ---- consts.c */

/* The value of a constant expression of integer, bool or char type. */
u128 eval_const_expr(const TyEnv *env, const AstExpr *e, TypeId ty);
/* Reports each constant and static whose evaluation fails. */
void check_constants(Front *f);
/* The value of a const item (or associated const) of such a type. */
u128 eval_const_def(Front *f, Def *d, const TypeId *args, TypeId ty, Span span);
/* A `const {}` block: its function and type. */
Def *anon_const(const TyEnv *env, const AstExpr *e, const AstBlock *b, TypeId ty, Span span);

/* ---- main_glue.c */
/* The function that runs the user's main. */
FuncId main_function(Front *f, Def *main);
ThirBody *main_glue_body(Front *f, Instance *inst);

/* ---- entry.c: functions that are checked by themselves */
/* Finds them and asks for their instances. What is wrong with a path is reported at its place. */
void request_entries(Front *f, const EntryPath *paths, u32 n, const char *const *cfgs, u32 ncfgs);
/* Counts the pointers among their arguments, once their types are known. */
void count_entry_pointers(Front *f);

/* ---- ctor.c */
/* Is it the definition behind a function item's type? */
static inline bool def_is_function(const Def *d) {
  return d->kind == DEF_FN || d->kind == DEF_CTOR;
}
Def *ctor_def(Front *f, Def *adt, u32 variant);
FnSig ctor_signature(Front *f, Infer *ic, Def *ctor, const TypeId *args);
ThirBody *ctor_body(Front *f, Instance *inst);

/* ---- infer.h: checks one body. */
ThirBody *check_body(Front *f, Instance *inst);

/* ---- derive_expand.c: the impls that an item's derives stand for (at most 9); derive(Debug) is
 * noted, too */
void expand_derives(Front *f, const AstItem *item, AstItem **out, u32 *nout, bool *debug);

/* ---- derive.c: what tuples have without an impl */
ThirBody *eq_glue_body(Front *f, Instance *inst);
ThirBody *clone_glue_body(Front *f, Instance *inst);

/* ---- exhaust.c: `true` when the patterns cover every value; else a pattern that is not covered */
bool patterns_exhaustive(Front *f, TypeId ty, const ThirArm *arms, u32 n, Span span,
                         const char **missing);

#endif
