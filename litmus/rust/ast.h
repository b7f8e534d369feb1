/* The syntax tree of the Rust subset: what the parser makes and name resolution reads. Nodes live
 * in the arena of the compilation. Lists are arrays with a count beside them. Macros that the
 * language knows (print, assert, ..) are parsed as calls with their arguments; `#[cfg]` is decided
 * while parsing, so what is configured out never becomes a node. */
#ifndef LITMUS_RUST_AST_H
#define LITMUS_RUST_AST_H

#include "engine/base/diag.h"
#include "engine/base/intern.h"
#include "engine/ir/asm_kind.h"

typedef struct AstType AstType;
typedef struct AstExpr AstExpr;
typedef struct AstPat AstPat;
typedef struct AstItem AstItem;
typedef struct AstBlock AstBlock;

#define AST_LIST(T) \
  struct {          \
    T *at;          \
    u32 n;          \
  }

typedef struct AstPath AstPath;

/* One bound: `Trait<A>`, `?Sized`. Lifetimes among the bounds are read and dropped. */
typedef struct AstBound {
  Span span;
  AstPath *path;
  bool relaxed; /* `?Trait` */
} AstBound;
typedef AST_LIST(AstBound) AstBounds;

/* `Item = u8` or `Item: Trait` among the generic arguments of a trait. */
typedef struct AstAssocArg {
  Sym name;
  Span span;
  AstType *ty;      /* NULL: bounds */
  AstBounds bounds; /* `Item: Trait` */
} AstAssocArg;

/* One segment of a path: `name` with generic arguments `::<..>` or (in types) `<..>`. Keywords
 * `self`, `Self`, `super`, `crate` are ordinary names here. `Fn(A, B) -> C` is kept as what it
 * stands for: `Fn<(A, B), Output = C>`, marked. */
typedef struct AstSegment {
  Sym name;
  Span span;
  bool has_args;
  bool is_fn_sugar;
  AST_LIST(AstType *) args; /* types; a const argument is a type node of kind AST_TY_CONST */
  AST_LIST(AstAssocArg) assoc;
} AstSegment;

struct AstPath {
  Span span;
  bool global;      /* starts with `::` */
  AstType *self_ty; /* `<T>::name`, `<T as Trait>::name`; NULL otherwise */
  AstPath *trait;   /* `<T as Trait>::name`; NULL otherwise */
  AST_LIST(AstSegment) seg;
};

/* #[name], #[name = "value"], #[name(args)] - kept for the ones that mean something here (repr,
 * derive, lang, inline, ...); the raw argument text is split at commas. */
typedef struct AstAttr {
  Span span;
  Sym name;
  Sym value;          /* 0 if none */
  AST_LIST(Sym) args; /* text of each argument without blanks: "C", "align(8)", "u8" */
} AstAttr;

/* ---- types */

typedef enum AstTypeKind {
  AST_TY_PATH,
  AST_TY_REF,   /* &T, &mut T (lifetimes are read and dropped) */
  AST_TY_RAW,   /* *const T, *mut T */
  AST_TY_TUPLE, /* () too */
  AST_TY_ARRAY, /* [T; len] */
  AST_TY_SLICE,
  AST_TY_FN, /* fn(A, B) -> R */
  AST_TY_NEVER,
  AST_TY_INFER, /* _ */
  AST_TY_CONST, /* a const generic argument: `len` */
  AST_TY_DYN,   /* dyn Trait + Send: bounds */
  AST_TY_IMPL   /* impl Trait as what a function returns; as a parameter's type it is an anonymous
                   generic parameter of the function, see AstGeneric.is_impl */
} AstTypeKind;

struct AstType {
  AstTypeKind kind;
  Span span;
  AstPath *path;
  bool is_mut;
  AstType *elem;             /* REF, RAW, ARRAY, SLICE */
  AstExpr *len;              /* ARRAY, CONST */
  AST_LIST(AstType *) elems; /* TUPLE; FN: parameters */
  AstType *ret;              /* FN: NULL = () */
  bool is_unsafe, is_extern_c;
  AstBounds bounds; /* DYN, IMPL */
};

/* ---- patterns */

typedef enum AstPatKind {
  AST_PAT_WILD,
  AST_PAT_REST,  /* `..` inside tuples and slices */
  AST_PAT_IDENT, /* [ref] [mut] name [@ sub]; a bare name may turn out to be a const or unit variant
                  */
  AST_PAT_LIT,   /* literal or negated literal */
  AST_PAT_RANGE, /* lo..=hi, lo..hi, lo.., ..=hi: ends are literals or paths, NULL when open */
  AST_PAT_PATH,
  AST_PAT_TUPLE_STRUCT,
  AST_PAT_STRUCT,
  AST_PAT_TUPLE,
  AST_PAT_SLICE,
  AST_PAT_REF, /* &p, &mut p */
  AST_PAT_OR
} AstPatKind;

typedef struct AstFieldPat {
  Sym name;
  Span span;
  AstPat *pat; /* shorthand `x` is an IDENT pattern */
} AstFieldPat;

struct AstPat {
  AstPatKind kind;
  Span span;
  Sym name;                 /* IDENT */
  u16 ctx;                  /* IDENT: the expansion that the name comes from, see Span */
  bool by_ref, is_mut;      /* IDENT; REF: is_mut */
  AstPat *sub;              /* IDENT @ sub, REF */
  AstExpr *lo, *hi;         /* LIT: lo; RANGE */
  bool inclusive;           /* RANGE */
  AstPath *path;            /* PATH, TUPLE_STRUCT, STRUCT */
  AST_LIST(AstPat *) elems; /* TUPLE_STRUCT, TUPLE, SLICE, OR */
  AST_LIST(AstFieldPat) fields;
  bool has_rest; /* STRUCT: ends in `..` */
};

/* ---- inline assembly */

typedef struct AstAsmOperand {
  AsmOperandKind kind;
  Span span;
  Sym name;       /* in the template: `name = in(reg) e`; 0: none */
  Sym story_name; /* what a story calls it */
  Sym reg;        /* class or, is_explicit, register */
  bool is_explicit;
  bool is_discarded; /* `_` */
  bool is_split;     /* inout(reg) in => out; in may not be NULL, out may be `_` */
  AstExpr *in, *out; /* in: IN, INOUT; CONST: the constant; out: OUT, INOUT */
  AstPath *path;     /* SYM */
} AstAsmOperand;

typedef struct AstAsm AstAsm;
struct AstAsm {
  Span span;
  const char *text; /* of the template: its strings, joined by newlines */
  u32 len;
  AST_LIST(AstAsmOperand) operands;
  u32 options; /* ASM_PURE.. */
  AST_LIST(Sym) clobber_abis;
  AstBlock *story; /* or NULL */
};

/* ---- expressions */

typedef enum AstExprKind {
  AST_INT,   /* value, suffix */
  AST_FLOAT, /* text, len, suffix */
  AST_BOOL,
  AST_CHAR,     /* value: code point */
  AST_BYTE,     /* b'x' */
  AST_STR,      /* text, len */
  AST_BYTE_STR, /* b"..", c".." is refused */
  AST_PATH,
  AST_UNARY,  /* op: - ! * */
  AST_BINARY, /* arithmetic, comparison, && || */
  AST_ASSIGN,
  AST_ASSIGN_OP,
  AST_REF,     /* &e, &mut e */
  AST_RAW_REF, /* &raw const e, &raw mut e; also addr_of!(e), addr_of_mut!(e) */
  AST_CAST,    /* e as T */
  AST_CALL,
  AST_METHOD, /* recv.name::<args>(args) */
  AST_FIELD,  /* e.name, e.0 */
  AST_INDEX,
  AST_RANGE, /* lo..hi as an expression; lo, hi may be NULL */
  AST_TUPLE,
  AST_ARRAY,
  AST_REPEAT, /* [e; n] */
  AST_STRUCT, /* Path { f: e, ..base } */
  AST_BLOCK,  /* { }, unsafe { }, const { }, 'a: { } */
  AST_IF,     /* cond may contain AST_LET joined by && */
  AST_LET,    /* `let pat = e` inside a condition */
  AST_MATCH,
  AST_WHILE,
  AST_LOOP,
  AST_FOR,
  AST_BREAK,
  AST_CONTINUE,
  AST_RETURN,
  AST_CLOSURE, /* |params| -> ty body */
  AST_TRY,     /* e? */
  AST_PAREN,   /* (e): matters to nothing but messages */
  AST_ASM,     /* asm!(..) */
  AST_MACRO    /* name!(args): the known macros, see ast_macros.def for how each is parsed */
} AstExprKind;

typedef enum AstUnOp { AST_NEG, AST_NOT, AST_DEREF } AstUnOp;

typedef enum AstBinOp {
  AST_ADD,
  AST_SUB,
  AST_MUL,
  AST_DIV,
  AST_REM,
  AST_BITAND,
  AST_BITOR,
  AST_BITXOR,
  AST_SHL,
  AST_SHR,
  AST_EQ,
  AST_NE,
  AST_LT,
  AST_LE,
  AST_GT,
  AST_GE,
  AST_ANDAND,
  AST_OROR
} AstBinOp;

typedef struct AstFieldInit {
  Sym name;
  Span span;
  AstExpr *value; /* shorthand: a PATH expression */
} AstFieldInit;

typedef struct AstArm {
  AstPat *pat;
  AstExpr *guard; /* or NULL */
  AstExpr *body;
} AstArm;

/* A parameter of a function or closure. */
typedef struct AstParam {
  AstPat *pat;
  AstType *ty; /* closures: may be NULL */
} AstParam;

/* name = e in the arguments of a formatting macro */
typedef struct AstNamedArg {
  Sym name; /* 0: positional */
  AstExpr *value;
} AstNamedArg;

struct AstExpr {
  AstExprKind kind;
  Span span;
  u128 value;       /* INT, BOOL, CHAR, BYTE */
  Sym suffix;       /* INT: "u8"..., 0 if none */
  const char *text; /* STR, BYTE_STR: unescaped bytes */
  u32 len;
  AstPath *path; /* PATH, STRUCT; MACRO: its path */
  AstUnOp unop;
  AstBinOp binop;     /* BINARY, ASSIGN_OP */
  Span op_span;       /* BINARY, ASSIGN_OP: the operator; METHOD, FIELD: the name */
  bool is_mut;        /* REF, RAW_REF */
  bool inclusive;     /* RANGE */
  bool is_move;       /* CLOSURE */
  AstExpr *a, *b, *c; /* operands in source order (a single one is a); IF: cond, then, else; WHILE:
                         cond, body; FOR: iter, body; LET: scrutinee; INDEX: base, index; RANGE: lo,
                         hi; REPEAT: e, n; ASSIGN: place, value; CALL, METHOD, FIELD: callee or
                         receiver in a; STRUCT: base; BREAK, RETURN: value; MATCH: scrutinee; LOOP:
                         body; CLOSURE: body */
  AstType *ty;        /* CAST; CLOSURE: return type or NULL; MACRO offset_of: the type */
  AstPat *pat;        /* LET, FOR */
  AstSegment name;    /* METHOD, FIELD (name "0" for tuples) */
  Sym label;          /* BLOCK, WHILE, LOOP, FOR, BREAK, CONTINUE; 0 if none */
  u16 label_ctx;
  AST_LIST(AstExpr *) args; /* CALL, METHOD, TUPLE, ARRAY */
  AST_LIST(AstFieldInit) fields;
  AST_LIST(AstArm) arms;
  AST_LIST(AstNamedArg) margs; /* MACRO */
  AST_LIST(AstParam) params;   /* CLOSURE */
  AstBlock *block;             /* BLOCK */
  AstAsm *assembly;            /* ASM */
};

/* ---- statements, blocks */

typedef enum AstStmtKind { AST_STMT_LET, AST_STMT_EXPR, AST_STMT_SEMI, AST_STMT_ITEM } AstStmtKind;

typedef struct AstStmt {
  AstStmtKind kind; /* EXPR: without semicolon, not the last: `if`, `loop`, .. of type () */
  Span span;
  AstPat *pat;   /* LET */
  AstType *ty;   /* LET, may be NULL */
  AstExpr *expr; /* LET: initialiser or NULL */
  AstBlock *els; /* LET .. else */
  AstItem *item;
} AstStmt;

struct AstBlock {
  Span span;
  bool is_unsafe, is_const;
  AST_LIST(AstStmt) stmts;
  AstExpr *tail; /* or NULL */
};

/* ---- items */

typedef enum AstItemKind {
  AST_ITEM_FN,
  AST_ITEM_STRUCT,
  AST_ITEM_ENUM,
  AST_ITEM_UNION,
  AST_ITEM_CONST,
  AST_ITEM_STATIC,
  AST_ITEM_MOD,
  AST_ITEM_USE,
  AST_ITEM_IMPL,
  AST_ITEM_TYPE,   /* type alias */
  AST_ITEM_EXTERN, /* extern "C" { fn ..; } */
  AST_ITEM_TRAIT,
  AST_ITEM_MACRO_RULES, /* macro_number: what it defines is known to the parser */
  AST_ITEM_EXPANSION    /* items: only between functions of the parser */
} AstItemKind;

typedef struct AstGeneric {
  Sym name;
  Span span;
  bool is_const; /* const N: usize */
  bool is_lifetime;
  bool is_impl; /* stands for `impl Trait` in a parameter's type: no argument can be given for it */
  AstType *ty;  /* const parameter's type */
  AstType *dflt; /* `T = u8`, `const N: usize = 3` (AST_TY_CONST or a path); NULL if none */
  AstBounds bounds;
} AstGeneric;

/* `T: Bounds` of a where clause. Those on lifetimes are dropped. */
typedef struct AstWhere {
  AstType *ty;
  AstBounds bounds;
} AstWhere;

typedef struct AstField {
  Sym name; /* "0".. in tuple structs */
  Span span;
  AstType *ty;
} AstField;

typedef struct AstVariant {
  Sym name;
  Span span;
  bool is_tuple_like, is_unit_like;
  bool is_default; /* #[default] */
  AST_LIST(AstField) fields;
  AstExpr *discr; /* or NULL */
} AstVariant;

typedef enum AstSelf {
  AST_SELF_NONE,
  AST_SELF_VALUE,
  AST_SELF_REF,
  AST_SELF_REF_MUT,
  AST_SELF_TYPED
} AstSelf;

/* One name that a `use` brings in: path, name as seen here. `use a::{b, c as d}` is flattened. */
typedef struct AstUse {
  Span span;
  AstPath *path;
  Sym name; /* last segment or alias; 0 for glob; "_" for `as _` */
  bool glob;
} AstUse;

struct AstItem {
  AstItemKind kind;
  u32 macro_number; /* MACRO_RULES */
  Span span;
  Span name_span;
  Sym name;
  AST_LIST(AstAttr) attrs;
  AST_LIST(AstGeneric) generics;
  bool has_bounds; /* generics or where clauses carry trait bounds */
  AST_LIST(AstWhere) wheres;
  AstBounds bounds; /* TRAIT: supertraits; TYPE in a trait: what the type must implement */
  /* FN */
  bool is_unsafe, is_const, is_extern_c;
  AstSelf self_kind; /* SELF_*: the receiver is params.at[0], a pattern named `self` */
  AST_LIST(AstParam) params;
  AstType *ty;    /* FN: return type or NULL; CONST, STATIC, TYPE: the type; IMPL: self type */
  AstBlock *body; /* FN; in extern blocks the story, or NULL. Ask for it with ast_fn_body */
  struct LazyBodies *lazy; /* FN: not NULL while the body is put off (parse_lazy.h) .. */
  u32 lazy_lo, lazy_hi;    /* .. and these bytes of the file */
  /* STRUCT, UNION: variants.at[0]; ENUM */
  AST_LIST(AstVariant) variants;
  AstExpr *value;            /* CONST, STATIC */
  bool is_mut;               /* STATIC */
  AstPath *trait_path;       /* IMPL Trait for T; NULL for inherent */
  AST_LIST(AstItem *) items; /* MOD, IMPL, EXTERN, TRAIT */
  AST_LIST(AstUse) uses;
};

typedef struct AstCrate {
  AST_LIST(AstItem *) items;
  AST_LIST(Sym) macros; /* names of the macros that it defines */
} AstCrate;

/* Parses file number `file`. `cfgs` are the names that #[cfg(..)], #![cfg], cfg!() find set
 * (besides debug_assertions, unix, target_pointer_width = "64", target_arch = "x86_64",
 * target_endian = "little", target_os = "linux"). Returns false when `diags` received an error;
 * never crashes or hangs on any bytes; nesting deeper than 256 is an error. */
typedef struct ParseOptions {
  const char *const *cfgs;
  u32 ncfgs;
  const Span *at; /* NULL, or where everything is said to be */
  bool lazy;      /* bodies of functions are read when they are asked for; the text is trusted */
} ParseOptions;
bool ast_parse(Arena *arena, Interner *in, const SourceMap *sources, u16 file,
               const ParseOptions *opts, Diags *diags, AstCrate *out);

#endif
