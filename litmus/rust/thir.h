/* The typed tree between inference and lowering: every type is concrete (generic functions are
 * checked once per instance), every name is resolved, every adjustment (autoref, autoderef,
 * coercion, two-phase borrow) is an explicit node. Sugar is gone: `while` is a loop with an `if`,
 * method calls are calls, assert! is an `if` around a panic, indexing of anything but arrays and
 * slices by usize is a call. What is left for lowering: order of evaluation, temporaries and their
 * lifetimes, drops, patterns, moves and copies, promotion of constants. */
#ifndef LITMUS_RUST_THIR_H
#define LITMUS_RUST_THIR_H

#include "engine/base/diag.h"
#include "engine/ir/ir.h"

typedef struct Thir Thir; /* an expression */
typedef struct ThirPat ThirPat;
typedef struct ThirBlock ThirBlock;

typedef u32 VarId; /* a variable of the body: index into ThirBody.vars */

/* ---- patterns: default binding modes are already explicit (DEREF nodes, binding modes) */

typedef enum ThirPatKind {
  TPAT_WILD,
  TPAT_BIND,    /* var, mode, optional sub-pattern */
  TPAT_CONST,   /* equal to a constant integer, bool, char: lo */
  TPAT_RANGE,   /* lo..=hi, in the type's signedness */
  TPAT_STR,     /* equal to a string literal (type &str) */
  TPAT_FIELDS,  /* struct, tuple, union or single variant: subs[i] matches field fields[i] */
  TPAT_VARIANT, /* the same, of enum variant `variant` */
  TPAT_DEREF,   /* through a reference or Box: subs[0] */
  TPAT_SLICE, /* array or slice: nprefix subs from the start, then (if has_rest) `rest` or NULL for
                 the middle, then the other subs for the end */
  TPAT_OR
} ThirPatKind;

typedef enum BindMode { BIND_VALUE, BIND_REF, BIND_REF_MUT } BindMode;

struct ThirPat {
  ThirPatKind kind;
  Span span;
  TypeId ty; /* of the matched place */
  VarId var;
  BindMode mode;
  ThirPat *sub; /* BIND: after @, or NULL */
  u128 lo, hi;
  const char *str;
  u32 len;
  u32 variant;
  u32 nsubs;
  ThirPat **subs;
  const u32 *fields;
  u32 nprefix; /* SLICE */
  bool has_rest;
  ThirPat *rest;
};

/* ---- expressions */

typedef enum ThirKind {
  /* values */
  THIR_CONST,  /* konst */
  THIR_TUPLE,  /* args */
  THIR_ARRAY,  /* args */
  THIR_REPEAT, /* [a; count] */
  THIR_ADT,    /* variant, fields[i] = index of the field that args[i] initialises, in source order;
                  base (a) for `..base` or NULL; union: one field */
  THIR_CALL,   /* callee (direct) with args */
  THIR_CALL_PTR,  /* a: function pointer; args */
  THIR_ASM,       /* assembly: an asm! block; callee: its story, with the inputs as arguments */
  THIR_INTRINSIC, /* intrinsic, types, args; fmt for print (its args are places to be referenced:
                     the lowering takes `&arg` of each) */
  THIR_CLOSURE,   /* a closure of type ty; args: what it captures, places by value and BORROWs (once
                     the captures are known) */
  THIR_CONST_FN, /* value of a `const` item or `const {}` block: callee has no parameters; evaluated
                    anew at each use, promoted when borrowed */
  THIR_UNARY,
  THIR_BINARY, /* integers, bool, char, raw pointers, function pointers; overflow-checked as in a
                  debug build */
  THIR_AND,    /* a && b */
  THIR_OR,
  THIR_CAST,
  THIR_BORROW,       /* &a, &mut a; two_phase for autoref'd receivers and compound assignment */
  THIR_RAW,          /* &raw const a, &raw mut a */
  THIR_ASSIGN,       /* a = b: b is evaluated first, the old value dropped */
  THIR_ASSIGN_OP,    /* a op= b, primitive: b is evaluated before the place a */
  THIR_NEVER_TO_ANY, /* a: type `!` used at another type */
  THIR_FORMAT_PANIC, /* panic with fmt and args (places, as for print): type ! */
  /* places */
  THIR_VAR,    /* var */
  THIR_STATIC, /* stat: the place of the static */
  THIR_FIELD,  /* a.index (struct, tuple, union) */
  THIR_INDEX,  /* a[b], a: place of array or slice type, b: usize; bounds-checked */
  THIR_DEREF,  /* *a, a: reference, raw pointer, Box */
  /* control */
  THIR_BLOCK,     /* block; label when breakable */
  THIR_IF,        /* a, b, c (c may be NULL); conditions may contain LET under AND */
  THIR_LET,       /* `let pat = a` as a condition */
  THIR_MATCH,     /* a, arms */
  THIR_LOOP,      /* a: body of type (); label */
  THIR_FOR_RANGE, /* for pat in a..b (inclusive: a..=b), body c; integers; label */
  THIR_BREAK,     /* label, a (value) or NULL */
  THIR_CONTINUE,  /* label */
  THIR_RETURN,    /* a or NULL */
  THIR_USE /* a, as a value: the marker of a `{ place }` that must be copied or moved (e.g. the
              operand of a by-value use that inference wants to force); lowering treats it as a
              value */
} ThirKind;

typedef struct ThirArm {
  ThirPat *pat;
  Thir *guard; /* or NULL */
  Thir *body;
} ThirArm;

struct AstAsm;

typedef struct ThirAsmOperand {
  Thir *in;     /* a value, or NULL */
  Thir *out;    /* a place, or NULL */
  bool is_same; /* inout of one place: `out` is read, too */
} ThirAsmOperand;

typedef struct ThirAsm {
  const struct AstAsm *ast;
  u32 n;
  ThirAsmOperand *at;
  Thir *result; /* has the type of the tuple of outputs */
} ThirAsm;

struct Thir {
  ThirKind kind;
  Span span;
  TypeId ty;
  Const konst;
  Thir *a, *b, *c;
  u32 nargs;
  Thir **args;
  const u32 *fields; /* ADT */
  u32 variant;       /* ADT; CALL of a value: how a bound says it is called, + 1, or 0 */
  u32 index;         /* FIELD */
  u64 count;         /* REPEAT */
  VarId var;
  StaticId stat;
  FuncId callee;
  bool is_virtual; /* CALL: of slot `method` of the first argument's vtable */
  u32 method;
  VtableId vtable; /* CAST_UNSIZE to a trait object */
  Intrinsic intrinsic;
  u32 ntypes;
  TypeId types[2];
  Fmt fmt; /* pieces' arg numbers index args */
  UnOp unop;
  BinOp binop;
  CastKind cast;
  bool is_mut;      /* BORROW, RAW */
  bool two_phase;   /* BORROW */
  bool inclusive;   /* FOR_RANGE */
  bool is_place_op; /* CALL: behind an overloaded `*place` or `place[i]` */
  bool is_index;    /* CALL: the function behind `place[range]` */
  bool
      spread; /* CALL: the last argument is a tuple whose fields are passed one by one ("rust-call")
               */
  u32 label;  /* LOOP, BLOCK, BREAK, CONTINUE, FOR_RANGE: unique in the body, 0 = none */
  u32 narms;
  ThirArm *arms;
  ThirPat *pat; /* LET, FOR_RANGE */
  ThirBlock *block;
  ThirAsm *assembly;
  u32 temp_scope; /* lowering's note on an operand of a borrow whose life a `let` extends; 0 */
};

typedef enum ThirStmtKind { TSTMT_LET, TSTMT_EXPR } ThirStmtKind;

typedef struct ThirStmt {
  ThirStmtKind kind;
  Span span;
  ThirPat *pat;   /* LET */
  Thir *expr;     /* EXPR; LET: initialiser or NULL */
  ThirBlock *els; /* let .. else, type ! */
} ThirStmt;

struct ThirBlock {
  Span span;
  u32 nstmts;
  ThirStmt *stmts;
  Thir *tail; /* or NULL: value () */
  TypeId ty;
};

typedef struct ThirVar {
  const char *name;
  TypeId ty;
  Span span;
  bool is_mut;
} ThirVar;

/* A place of the enclosing body that a closure has in its environment. */
typedef struct ThirCapture {
  VarId var;
  u32 nproj;
  const Proj *proj; /* FIELD and DEREF steps */
  bool by_ref;      /* the field holds a reference to it */
} ThirCapture;

typedef struct ThirBody {
  const char *name;
  Span span;
  u32 nparams;
  ThirPat **params; /* irrefutable; `x: T` is a BIND */
  const TypeId *param_tys;
  TypeId ret;
  u32 nvars;
  const ThirVar *vars;
  Thir *value;         /* the body as an expression */
  bool is_declaration; /* there is none: foreign and without a story */
  bool is_extern_c;
  bool is_story;            /* stands in for what is not Rust */
  const AsmBlock *assembly; /* the block that it stands in for, if it is one */
  bool is_prelude;
  bool
      is_shim; /* an adapter of ours between two ways to call: parameters are passed on untouched */
  u32 first_var; /* of a closure: variables below are those of the enclosing bodies, .. */
  u32 ncaptures; /* .. field number i of the environment, the first parameter, is captures[i] */
  const ThirCapture *captures;
  bool is_const; /* body of a const, static or const block: borrowed temporaries that a `let` would
                    extend live for ever */
} ThirBody;

/* What lowering needs from the rest of the front end. */
typedef struct LowerCtx {
  Program *program;
  Arena *arena;
  Diags *diags;
  void *self;
  /* Declares the drop glue of a type that needs drop and returns its function. Provided by drop.c
   * through a cache kept here. */
  struct DropGlue *glue;
} LowerCtx;

/* Lowers one body into program->funcs.at[id] (already declared: name, span, nparams set by
 * lowering). Unsupported constructs become diagnostics and false. */
bool lower_body(LowerCtx *cx, const ThirBody *body, FuncId id);

/* The glue that drops a value of type t (`unsafe fn(&mut T)`), made on demand; for a type that does
 * not need drop it does nothing but take the reference. */
FuncId lower_drop_glue(LowerCtx *cx, TypeId t);

#endif
