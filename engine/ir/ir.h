/* The core IR: MIR-like functions over places, operands and rvalues. Functions, locals, blocks,
 * statics and types are named by index; the small lists inside a function live in the program's
 * arena and never change once the function is finished.
 *
 * Names and meaning follow rustc's MIR (rustc-dev-guide, "The MIR"), with these simplifications:
 *  - every local lives in memory; reading one is a read of its allocation;
 *  - intrinsics are a terminator of their own; printing is one intrinsic with a format;
 *  - checked arithmetic is `_o = Overflow(op, a, b); assert(!_o); _t = op(a, b)`;
 *  - a panic is a terminator, and so is whatever else may unwind: each says by `unwind` what
 * happens to a panic that passes through it. */
#ifndef LITMUS_IR_IR_H
#define LITMUS_IR_IR_H

#include "engine/base/source.h"
#include "engine/base/vec.h"
#include "engine/ir/asm.h"
#include "engine/ir/type.h"

typedef u32 LocalId; /* 0 is the return place, 1..nparams are the parameters */
typedef u32 BlockId; /* 0 is the entry */
typedef u32 FuncId;
typedef u32 StaticId;
typedef u32 VtableId;
#define NO_VTABLE UINT32_MAX
#define NO_FUNC UINT32_MAX

/* ---- places */

typedef enum ProjKind {
  PROJ_DEREF,       /* through a reference, raw pointer or Box */
  PROJ_FIELD,       /* index: field number; variant: of the downcast, 0 otherwise */
  PROJ_INDEX,       /* local: holds a usize, already checked by an assert */
  PROJ_CONST_INDEX, /* index from the start, or from the end (then 1 is the last) */
  PROJ_SUBSLICE     /* elements from index .. len-to (arrays and slices in patterns) */
} ProjKind;

typedef struct Proj {
  ProjKind kind;
  u32 variant; /* FIELD */
  u64 index;   /* FIELD, CONST_INDEX, SUBSLICE: from */
  u64 to;      /* SUBSLICE: elements left out at the end */
  bool from_end;
  LocalId local; /* INDEX */
  TypeId ty;     /* of the place after this step */
} Proj;

typedef struct Place {
  LocalId local;
  u32 nproj;
  const Proj *proj;
  TypeId ty; /* of the whole place */
} Place;

/* ---- operands */

typedef enum ConstKind {
  CONST_BITS,  /* integer, bool, char, or a raw pointer without provenance: `bits` */
  CONST_ZST,   /* the one value of a zero-sized type: (), a function item, an empty struct */
  CONST_STR,   /* &'static str: `str`, `len` */
  CONST_FN,    /* pointer to function `fn` */
  CONST_STATIC /* pointer (raw or shared reference) to static number `stat` */
} ConstKind;

typedef struct Const {
  ConstKind kind;
  TypeId ty;
  u128 bits;
  const char *str;
  u32 len;
  FuncId fn;
  StaticId stat;
} Const;

typedef enum OperandKind { OPERAND_COPY, OPERAND_MOVE, OPERAND_CONST } OperandKind;

typedef struct Operand {
  OperandKind kind;
  Place place; /* COPY, MOVE */
  Const konst; /* CONST */
  Span span;
} Operand;

TypeId operand_type(const Operand *op);

/* ---- rvalues */

typedef enum BinOp {
#define BINOP(code, symbol) BIN_##code,
#include "engine/ir/binop.def"
#undef BINOP
  BIN_COUNT
} BinOp;
const char *binop_symbol(BinOp op);
bool binop_is_comparison(BinOp op);

typedef enum UnOp { UN_NOT, UN_NEG } UnOp;

typedef enum CastKind {
  CAST_INT,    /* integer, bool, char or fieldless-enum discriminant to integer; u8 to char */
  CAST_FLOAT,  /* a float to or from an integer, or to the other float */
  CAST_PTR,    /* pointer to pointer, wide to thin, ref to raw; also array pointer to element */
  CAST_EXPOSE, /* pointer `as` integer: exposes */
  CAST_WITH_EXPOSED, /* integer `as` pointer */
  CAST_UNSIZE,       /* pointers of any kind, and structs that hold one: &[T; N] to &[T], &T to &dyn
                        Trait (by `vtable`), &dyn Sub to &dyn Super */
  CAST_TRANSMUTE     /* same size, bytes reinterpreted at the new type */
} CastKind;

typedef enum BorrowKind { BORROW_SHARED, BORROW_MUT, BORROW_TWO_PHASE } BorrowKind;

typedef enum RvalueKind {
  RV_USE,
  RV_REPEAT, /* [op; count] */
  RV_REF,    /* &place, &mut place: retagged on assignment */
  RV_RAW,    /* &raw const/mut place */
  RV_LEN,    /* of an array or slice place, usize */
  RV_CAST,
  RV_BINARY, /* of floats, or wrapping; comparisons give bool; division, remainder: asserted before;
              * shifts mask
              */
  RV_OVERFLOW, /* bool: does ADD, SUB, MUL overflow / is a shift amount out of range? */
  RV_UNARY,
  RV_DISCRIMINANT, /* of an enum place, in the enum's discriminant type */
  RV_AGGREGATE     /* tuple, array, struct, enum variant; a union with one field (`active`) */
} RvalueKind;

typedef struct Rvalue {
  RvalueKind kind;
  TypeId ty;    /* of the result */
  Operand a, b; /* USE, REPEAT, CAST, UNARY: a; BINARY, OVERFLOW: a and b */
  Place place;  /* REF, RAW, LEN, DISCRIMINANT */
  BinOp binop;
  UnOp unop;
  CastKind cast;
  VtableId vtable; /* CAST_UNSIZE from a sized type to a trait object; else NO_VTABLE or unused */
  BorrowKind borrow;
  bool raw_mut;    /* RAW */
  bool raw_of_raw; /* RAW: the place starts by dereferencing a raw pointer: no retag */
  u64 count;       /* REPEAT */
  u32 variant;     /* AGGREGATE of an enum */
  u32 active;      /* AGGREGATE of a union */
  u32 nops;        /* AGGREGATE: one operand per field in declaration order */
  const Operand *ops;
} Rvalue;

/* ---- statements */

/* How references inside a copied value are retagged (semantics/borrow-models, section 1). */
typedef enum RetagMode {
  RETAG_DEFAULT,
  RETAG_FN_ENTRY,
  RETAG_TWO_PHASE,
  RETAG_RAW,
  RETAG_NONE,
  RETAG_MAYBE_DANGLING /* inside a ManuallyDrop: no retag, nor need it point to live memory */
} RetagMode;

typedef enum StmtKind {
  STMT_ASSIGN,       /* place = rvalue */
  STMT_STORAGE_LIVE, /* local: fresh, uninitialised storage */
  STMT_STORAGE_DEAD, /* local: storage gone */
  STMT_PLACE_MENTION /* `let _ = place;`: the place is evaluated (its derefs happen), nothing is
                        read */
} StmtKind;

typedef struct Stmt {
  StmtKind kind;
  Span span;
  LocalId local;
  Place place;
  Rvalue *rv;
  RetagMode retag;
} Stmt;

/* ---- terminators */

typedef enum AssertKind {
#define ASSERTION(code, text) ASSERT_##code,
#include "engine/ir/assert.def"
#undef ASSERTION
  ASSERT_COUNT
} AssertKind;

typedef enum FmtTrait {
  FMT_DISPLAY,
  FMT_DEBUG,
  FMT_POINTER,
  FMT_LOWER_EXP,
  FMT_UPPER_EXP,
  FMT_LOWER_HEX,
  FMT_UPPER_HEX,
  FMT_BINARY,
  FMT_OCTAL
} FmtTrait;

/* A piece of a format string: literal text, or argument number `arg` (its operand is a reference or
 * raw pointer to the value; `ty` is the type of the value behind it). */
typedef struct FmtPiece {
  bool is_arg;
  const char *text;
  u32 len;
  u32 arg;
  TypeId ty;
  FmtTrait trait;
  bool alternate, zero_pad, plus;
  char align;         /* '<', '^', '>' or 0 */
  u32 fill;           /* code point, 0 = space */
  u32 width;          /* 0 = none */
  bool has_precision; /* of a float: `precision` digits after the point */
  u32 precision;
  bool inherits; /* FMT_WRITE: these options are the formatter's */
} FmtPiece;

/* The fields of a fmt::Formatter, all usize: where it writes (FmtSink), its options (bits 0 to 31
 * the fill, 32 to 39 the alignment, then FMT_PLUS..), width, and indentation of {:#?}. */
typedef enum FmtField { FMT_SINK, FMT_OPTIONS, FMT_WIDTH, FMT_INDENT, FMT_NFIELDS } FmtField;
typedef enum FmtSink { FMT_STDOUT, FMT_STDERR, FMT_MESSAGE } FmtSink; /* of the panic to come */
#define FMT_PLUS ((u64)1 << 40)
#define FMT_ALTERNATE ((u64)1 << 41)
#define FMT_ZERO_PAD ((u64)1 << 42)

typedef struct Fmt {
  u32 npieces;
  const FmtPiece *pieces;
} Fmt;

typedef enum Intrinsic {
#define INTRINSIC(code, name, ntypes, nargs) INTR_##code,
#include "engine/ir/intrinsic.def"
#undef INTRINSIC
  INTR_COUNT
} Intrinsic;
const char *intrinsic_name(Intrinsic i);
/* INTR_COUNT when there is none of that name. */
Intrinsic intrinsic_by_name(const char *name);
unsigned intrinsic_nargs(Intrinsic i);
unsigned intrinsic_ntypes(Intrinsic i);
/* Can it panic, or run code that does? */
bool intrinsic_may_unwind(Intrinsic i);

typedef enum TerminatorKind {
  TERMINATOR_NONE, /* block not finished: the verifier rejects it */
  TERMINATOR_GOTO,
  TERMINATOR_SWITCH, /* on an integer, bool, char: values[i] -> targets[i], else `otherwise` */
  TERMINATOR_CALL,   /* of `callee`, of a function pointer, or of a trait object's method */
  TERMINATOR_INTRINSIC,
  TERMINATOR_RETURN,
  TERMINATOR_DROP,   /* drop glue of a place: calls `callee` with a `&mut T` to it, which is
                        retagged at function entry. A trait object is dropped by the glue in its
                        vtable */
  TERMINATOR_ASSERT, /* cond == expected, else panic with the message of `assertion` */
  TERMINATOR_PANIC,  /* message: fmt, args */
  TERMINATOR_RESUME, /* end of cleanup: the panic goes on in the caller */
  TERMINATOR_UNREACHABLE
} TerminatorKind;

/* What a panic does that comes out of a terminator. */
typedef enum UnwindAction {
  UNWIND_CONTINUE, /* leaves the function: nothing is to be done here */
  UNWIND_CLEANUP,  /* goes to the block `cleanup` */
  UNWIND_TERMINATE /* aborts: a panic during cleanup */
} UnwindAction;

typedef struct Terminator {
  TerminatorKind kind;
  Span span;
  BlockId target;      /* GOTO, CALL, INTRINSIC, DROP, ASSERT: where it goes on */
  bool no_return;      /* CALL, INTRINSIC: result type is `!`; there is no target */
  UnwindAction unwind; /* CALL, INTRINSIC, DROP, ASSERT, PANIC: see terminator_may_unwind */
  BlockId cleanup;     /* UNWIND_CLEANUP */
  Operand op;  /* SWITCH: scrutinee; ASSERT: condition; CALL through a pointer: the pointer */
  u32 nvalues; /* SWITCH */
  const u128 *values;
  const BlockId *targets;
  BlockId otherwise;
  Place place;      /* CALL, INTRINSIC: destination; DROP: what is dropped */
  bool is_indirect; /* CALL: through `op`; else `callee` */
  bool is_virtual;  /* CALL: slot `method` of the vtable of the first argument, a pointer to a trait
                       object or a struct that holds just one: the callee gets it thin; or a trait
                       object that is moved: the callee gets a pointer. DROP: of a trait object */
  u32 method;       /* CALL is_virtual */
  FuncId callee;    /* CALL direct, DROP: glue */
  u32 nargs;        /* CALL, INTRINSIC, PANIC (format arguments), ASSERT (index, length) */
  const Operand *args;
  Intrinsic intrinsic;
  u32 ntypes; /* INTRINSIC: type arguments */
  TypeId types[2];
  Fmt fmt;       /* INTRINSIC print, PANIC */
  bool expected; /* ASSERT */
  AssertKind assertion;
} Terminator;

/* Can a panic come out of it? Only then does its `unwind` mean anything. */
bool terminator_may_unwind(const Terminator *t);

/* ---- functions, statics, programs */

typedef struct Local {
  const char *name; /* NULL for temporaries */
  TypeId ty;
  Span span;
  bool always_live; /* has storage for the whole call: parameters, return place, and temporaries
                       without StorageLive */
} Local;

typedef struct Block {
  VEC(Stmt) stmts;
  Terminator term;
  bool is_cleanup; /* runs while a panic unwinds; leads to cleanup blocks only */
} Block;

typedef struct Function {
  const char *name; /* path with arguments, "core::mem::swap::<i32>" */
  Span span;
  u32 nparams;
  bool is_extern_c; /* a panic may not leave it: where it would, the run aborts */
  bool is_prelude;  /* code of our library: reports show its caller's line */
  bool is_drop_glue;
  bool is_story; /* stands in for an asm! block or a foreign function: nobody has compared them */
  const AsmBlock *assembly; /* the block that it stands in for, if it is one */
  bool is_shim;             /* passes its parameters and what it is returned on: no retags for it */
  bool no_writable;         /* #[rustc_no_writable]: its arguments get no implicit writes */
  VEC(Local) locals;
  VEC(Block) blocks; /* none: declared, body not built (extern) */
} Function;

typedef struct Static {
  const char *name;
  TypeId ty;
  Span span;
  bool is_mutable; /* `static mut`; others only change inside an UnsafeCell */
  FuncId init;     /* function without parameters that returns the initial value */
  bool promoted;   /* a promoted constant (`&5`) */
} Static;

/* How values of one type behave as a trait object. Rust says nothing about the number and the
 * identity of vtables: see mach_vtable. */
typedef struct VtableSuper {
  TypeId dyn;
  VtableId vtable;
} VtableSuper;

typedef struct Vtable {
  TypeId self; /* the type behind the pointer */
  TypeId dyn;
  FuncId drop; /* glue, or NO_FUNC */
  u32 nmethods;
  const FuncId *methods; /* as in DynInfo; the receiver is a thin pointer */
  u32 nsupers;
  const VtableSuper *supers; /* what it can be upcast to, at any distance */
} Vtable;

/* A function that is checked by itself, its arguments unknown. */
typedef struct Entry {
  const char *name; /* as the check names it: "m::foo" */
  FuncId fn;
  Span span;     /* of its name in its definition */
  u32 npointers; /* that its arguments hold: references, raw pointers, boxes */
} Entry;

typedef struct Program {
  Arena *arena;
  TypeTable *types;
  const SourceMap *sources;
  VEC(Function *) funcs;
  VEC(Static) statics; /* initialised in this order before main */
  VEC(Vtable) vtables;
  FuncId main;  /* NO_FUNC: it has only entries */
  u32 nentries; /* in the arena */
  Entry *entries;
  u32 nstories; /* how many stories it may run */
} Program;

/* The entry of that name, or NULL. */
const Entry *program_entry(const Program *p, const char *name);
/* Can the static, one of the program's own, hold another value than its initial one when a function
 * is called? */
bool program_static_changes(const Program *p, StaticId s);

/* For a program under construction: its lists grow on the heap until the front end settles them. */
FuncId program_add_function(Program *p, Function *f);
StaticId program_add_static(Program *p, Static s);
VtableId program_add_vtable(Program *p, Vtable v);

/* Writes the program as text: `litmus dump`. Prelude functions only when `all`. */
void ir_print(const Program *p, bool all, StrBuf *out);
void ir_print_function(const Program *p, const Function *f, StrBuf *out);

/* Checks what every well-formed program obeys: block and local numbers in range, every block
 * terminated, types of assignments, arguments and conditions agree, all types laid out, cleanup
 * blocks kept apart from the others. Returns
 * NULL or the first fault, as text in the program's arena. A fault is a bug of the front end. */
const char *ir_verify(const Program *p);

#endif
