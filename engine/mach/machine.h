/* The abstract machine: one interpreter of the core IR, whose values are terms that are mostly
 * constants. A Machine runs one path of one program; exploration (explore.c) runs it again for each
 * path, steering the choices.
 *
 * Whatever ends a path - UB, panic, a limit - leaves through mach_end, which jumps back to
 * mach_run: the memory of a path lives in its arena and in pools that the machine owns, so nothing
 * leaks. */
#ifndef LITMUS_MACH_MACHINE_H
#define LITMUS_MACH_MACHINE_H

#include <setjmp.h>

#include "engine/alias/cells.h"
#include "engine/alias/fault.h"
#include "engine/alias/protect.h"
#include "engine/mach/explore.h"
#include "engine/mach/recorder.h"
#include "engine/mem/aliasing.h"
#include "engine/mem/memory.h"

/* ---- what is precomputed of types */

typedef enum TypeClass {
  CLASS_UNKNOWN,
  CLASS_ZST,       /* zero-sized (but not `!`) */
  CLASS_SCALAR,    /* integer, bool, char, thin pointer, function pointer */
  CLASS_WIDE,      /* pointer to something unsized */
  CLASS_AGGREGATE, /* tuple, array, ADT */
  CLASS_NEVER
} TypeClass;

typedef struct TypeInfo {
  TypeClass cls;
  bool checked; /* SCALAR: has invalid values (bool, char, reference, Box, function pointer) */
  bool plain;   /* SCALAR integers and floats: every initialised bit pattern is valid, provenance is
                   dropped */
  bool is_float;
  bool has_provenance; /* pointers */
  bool is_unsized;     /* size and alignment are those of the part that is known */
  bool is_dyn;         /* WIDE: the metadata is a vtable */
  bool is_signed;
  u8 log2_align;
  u64 size;
  u32 ncells; /* of `cells` (alias/cells.h), made on demand */
  CellRange *cells;
} TypeInfo;

/* ---- values and places */

/* A value on its way from one place to another. */
typedef struct Value {
  TypeId ty;
  TypeClass cls;
  Scalar a;     /* SCALAR, WIDE: the address */
  Bits meta;    /* WIDE: the length, or the number of the vtable's allocation */
  Bytes *bytes; /* AGGREGATE: a buffer of type_size bytes from the scratch stack */
} Value;

/* An evaluated place: in a local directly, or behind a pointer. */
typedef struct PlaceVal {
  TypeId ty;
  Alloc *direct; /* not NULL: bytes off.. of this allocation, known to be in bounds */
  u64 off;
  Scalar ptr;    /* else: through this pointer, field offsets included */
  Bits meta;     /* when ty is unsized: of the pointer to it */
  Bits based_on; /* the pointer that was dereferenced last, and the alignment it must have */
  u8 based_log2_align;
} PlaceVal;

/* ---- frames */

typedef struct Frame {
  const Function *fn;
  u32 locals; /* of its storage in Machine.locals */
  BlockId block;
  u32 stmt;
  PlaceVal dest; /* where the caller wants the result */
  bool has_dest;
  bool is_drop;   /* no result, but the caller goes on at return_to */
  bool catches;   /* a panic stops here: the result is its number, or 0 */
  bool is_thread; /* catches, and is a thread of its own: run to its end by the one that spawns */
  u32 panics_before; /* is_thread: how many were unwinding */
  BlockId return_to;
  bool forked;         /* a choice about inputs split the path since `block` was entered */
  u32 *forks;          /* per block: how many entries saw such a split; NULL until the first */
  Span called_from;    /* the user's code that called */
  u32 *entered;        /* per block: how often entered by a backward jump; NULL until the first */
  u32 first_protector; /* of this frame, in Machine.protectors */
  u32 first_serial;    /* allocations with later ones were made after the call */
} Frame;

/* ---- choices */

typedef struct TrailEntry {
  u32 taken; /* position in feasible */
  u32 nfeasible;
  u32 *feasible; /* alternatives that are feasible (malloc'ed) */
  bool doubtful;
  bool is_angelic; /* one alternative that works is enough (explore.c) */
  u32 results;     /* angelic: where the results of all its alternatives begin .. */
  u32 alternative; /* .. and those of the one being explored */
} TrailEntry;

typedef struct Wildcard {
  u32 epoch;    /* exposures up to here are candidates */
  u32 resolved; /* allocation that every use so far agrees on; 0 = still open */
  u32 tag;      /* picked among its exposed tags; 0 = still open */
} Wildcard;

/* The k-th exposure is number k + 1: Wildcard.epoch counts them. */
typedef struct Exposure {
  u32 alloc; /* id */
  u32 tag;
} Exposure;

typedef struct Panic {
  const char *message;
  bool is_literal; /* nothing was formatted into the message */
  bool is_exact;   /* the message is text, no name of an unknown number is in it */
  Scalar payload;  /* of a panic with a value of the program's, else null */
  bool drops;      /* .. which needs drop */
  Span span;       /* where it began */
} Panic;

/* The vtable of one coercion of the program, or of one upcast of a vtable. */
typedef struct VtableUse {
  const void *site;
  Alloc *alloc;
} VtableUse;

typedef struct StrConst {
  const char *text;
  Alloc *alloc;
} StrConst;

/* A branch that could not be joined on this path. */
typedef struct Hopeless {
  const Function *fn;
  BlockId block;
  u32 failures;
} Hopeless;

typedef struct PostdomsOf {
  const Function *fn;
  BlockId *of; /* per block; malloc'ed */
} PostdomsOf;

typedef struct Join Join;

/* ---- the machine */

enum { TAKEN_BITS = 8 };
enum { POOLED_SIZE = 64 }; /* bytes; larger allocations are not worth keeping */

typedef struct Machine {
  const Exploration *x;
  const Program *program;
  const Model *model;
  TypeTable *types;
  Terms *ts;
  bool concrete;      /* replay: nothing is unknown, no oracle */
  bool constant;      /* constant evaluation: a choice is an error */
  const Given *given; /* inputs, and in a replay everything; NULL: nothing */

  /* kept over paths */
  TypeInfo *type_info;
  u32 ntype_info;
  Alloc *pool[POOLED_SIZE + 1]; /* free allocations by size */
  VEC(TrailEntry) trail;
  VEC(PostdomsOf) postdoms;
  u32 nresults; /* exploration: results that wait for an angelic choice to be settled */

  /* of this path */
  Arena *arena;
  u64 clock;
  u64 steps;
  u64 live_bytes;
  u64 printed;
  u32 serials;
  u32 last_tag;
  u32 collect_at; /* when last_tag gets there, tags that nobody holds are forgotten */
  VEC(Protector) protectors;
  VEC(Exposure) exposures;
  VEC(Frame) frames;
  u32 contracts;         /* how many of them have one to keep (contract.c) */
  u32 base_frames;       /* mach_step says stop when this many are left */
  VEC(Alloc *) locals;   /* of all frames; NULL: no storage now */
  VEC(Alloc *) numbered; /* allocation id i+1 */
  VEC(Alloc *) living;  /* those of the first living_seen numbered ones that lived at the last .. */
  u32 living_seen;      /* .. collection (collect.c) */
  Alloc **static_alloc; /* per StaticId */
  Alloc **fn_alloc;     /* per FuncId */
  VEC(StrConst) strings; /* string literals used so far */
  VEC(VtableUse) vtables;
  VEC(Wildcard) wildcards;
  VEC(Term) conds;
  VEC(Term) subst_from, subst_to; /* equations of the path condition, solved for a variable */
  VEC(ChoiceNote) choices;
  Term taken[1 << TAKEN_BITS]; /* conditions (choose.c) */
  Join *join;                  /* the ways of a branch are being tried (join.c) */
  VEC(Hopeless) hopeless;
  VEC(InputNote) inputs;   /* taken so far */
  VEC(Alloc *) observable; /* what the caller of a function checked by itself can look at */
  VEC(Alloc *) arguments;  /* what its caller points to */
  bool has_uninit_input;   /* one of the bytes that inputs fill is uninitialised */
  u32 entering;            /* its arguments are being made: 1 + pointers followed; else 0 */
  bool exposure_decided;   /* whether its caller has exposed the objects of its arguments */
  u32 unknowns;            /* made up so far, addresses not counted */
  u32 trail_pos;
  bool doubtful;
  u32 limits;
  VEC(Event) events;
  StrBuf format_buffer; /* text under construction: a path may end while formatting */
  VEC(Frag) format_frags;
  StrBuf message; /* of the panic to come, as far as user impls of Display have written it */
  bool message_is_exact;
  u32 formatting; /* depth of the frame whose panic user code formats the message of; 0: none */
  VEC(Bytes *) scratch; /* buffers of aggregate values, reused */
  u32 scratch_used;
  Recorder *recorder; /* NULL: nobody watches */
  VEC(Panic) panics;  /* all that began on this path; number i+1 */
  VEC(u32) in_flight; /* numbers of those that unwind now, the latest last */
  Span span;          /* of the statement being executed */
  Value result;       /* of the outermost frame */
  BorrowFault fault;  /* when the path ended by UB_BORROW_* */
  jmp_buf *escape;    /* of mach_run */
  jmp_buf *unwound;   /* of mach_run: where a panic goes on that has found something to run */
  Behaviour end;
} Machine;

void mach_init(Machine *m, const Exploration *x);
void mach_destroy(Machine *m);
/* Runs `main` (or the function `entry` for constants, result bytes into *result) to the path's end.
 */
void mach_run(Machine *m, Arena *arena);
/* The decisions of the path that was just run, for rerun. */
const u32 *mach_picks(const Machine *m, Arena *arena, u32 *n);
bool mach_run_constant(Machine *m, Arena *arena, FuncId entry, Scalar *result);
/* One statement or terminator; returns false when the outermost frame has returned. Whoever calls
 * it sets `unwound`: a step that panics does not return but goes there, ready for the next step. */
bool mach_step(Machine *m);

/* Between two steps: forgets borrow tags that no pointer holds any more (collect.c). What keeps a
 * pointer from one step to the next has to be marked there. */
void mach_collect(Machine *m);

/* ---- endings (end.c) */

_Noreturn void mach_end(Machine *m, EndKind kind);
_Noreturn void mach_ub(Machine *m, UbCode code, const Alloc *about, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
_Noreturn void mach_limit(Machine *m, LimitCode code);
_Noreturn void mach_unsupported(Machine *m, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* ---- panics (unwind.c) */

/* In a terminator: begins to unwind. */
_Noreturn void mach_panic(Machine *m, const char *message);
/* The same with a message into which numbers were formatted. */
_Noreturn void mach_panic_formatted(Machine *m, const char *message, bool is_exact);
/* The same with the message of an event, what user impls of Display have written before included.
 */
_Noreturn void mach_panic_event(Machine *m, const Fmt *fmt, Event *e);
/* With a payload; the machine does not look at it. */
_Noreturn void mach_panic_with(Machine *m, Scalar payload, const char *message, bool drops);
/* A caught panic; its number is that of mach_panic_again. */
const Panic *mach_caught_panic(Machine *m, u64 number);
/* User code is about to format the message of a panic: if it panics itself, the run aborts. */
void mach_begin_message(Machine *m);
/* The panic of this number, which was caught, goes on. */
_Noreturn void mach_panic_again(Machine *m, u32 number);
/* At the end of cleanup: goes on to unwind. */
void mach_resume(Machine *m);
bool mach_is_panicking(const Machine *m);
_Noreturn void mach_abort(Machine *m, const char *why);

/* The place to blame: of the innermost frame outside the prelude. */
Span mach_blame(const Machine *m);
/* "`p1`", "the heap allocation", "a temporary": for messages; kept in the path's arena. */
const char *mach_alloc_name(Machine *m, const Alloc *a);
/* "a pointer to `p1` at offset 1", "address 0x10 without provenance". */
const char *mach_ptr_text(Machine *m, Scalar ptr);
/* A term with the names of allocations: "&p1+1". */
const char *mach_term_text(Machine *m, Term t);
const char *mach_bits_text(Machine *m, Bits b, unsigned width);

/* ---- contracts of inline assembly (contract.c) */

bool mach_has_contract(const Frame *f);
/* Only while a frame has a contract: an access, an effect that can be observed from outside. */
void mach_contract_access(Machine *m, const Alloc *a, bool is_write);
void mach_contract_effect(Machine *m, Event *e,
                          const char *what); /* e is released if it may not be */
/* A panic is about to leave the innermost frame and may not. */
void mach_contract_unwind(Machine *m);
/* Uninitialised bytes of a are read: is that an output that the story has not assigned? */
void mach_contract_output(Machine *m, const Alloc *a);

/* ---- choices (choose.c) */

/* The allocation whose address the variable is; NULL if it is none of this path's. */
Alloc *mach_alloc_of(const Machine *m, const TermVar *v);
/* The one door of nondeterminism: exactly one of the conditions holds; which ones can? Returns the
 * number of the alternative that this path takes. */
u32 mach_choose(Machine *m, const Term *alternatives, u32 n);
/* The facts about the addresses in t join the path condition. */
void mach_observe(Machine *m, Term t);
/* The angelic choice of one of n > 0 alternatives, of which one that works is enough: exploration
 * keeps the first under which nothing that follows is UB (explore.c). */
u32 mach_choose_angelically(Machine *m, u32 n);
/* Is `cond` (width 1) true on this path? */
bool mach_decide(Machine *m, Bits cond);
/* The same for a size or a count: the path splits over 0, 1, 2 .. up to four times the limit of
 * iterations, and what is beyond is left out (limit `sizes`). */
u64 mach_small(Machine *m, Bits b);
/* Do the equations of the path condition decide the condition? */
bool mach_is_known(Machine *m, Term cond);
/* A known value of b: splits the path over its values 0, step, 2*step .. max. */
u64 mach_concretise(Machine *m, Bits b, u64 max, u64 step);

/* ---- joining paths (join.c) */

/* At a branch of which exactly one of n conditions holds: runs all ways up to where they meet and
 * joins them there; false, and nothing has changed, if that cannot be done. */
bool mach_join(Machine *m, const Term *conds, const BlockId *targets, u32 n);
/* A read of, and a store to, an array's element at an index that depends on inputs (gather.c).
 * False, and nothing has happened: the place is none, or the path has to be split. */
bool mach_gather(Machine *m, const Place *place, Value *out);
bool mach_scatter(Machine *m, const Place *place, const Value *v);
/* While ways are tried (m->join): what follows is not plain computing. */
_Noreturn void mach_give_up(Machine *m);
/* .. an access is about to happen. */
void mach_join_access(Machine *m, Alloc *a, u32 tag, bool is_write);
/* .. must the allocation outlive its storage's end, since it is older than the branch? */
bool mach_join_keeps(const Machine *m, const Alloc *a);

/* ---- inputs and other unknowns (inputs.c) */

/* A valid value of the type, made of inputs, or unsupported; `name` is for reports. */
Value mach_any(Machine *m, TypeId ty, const char *name);
/* The same written to bytes, off.. */
void mach_fill(Machine *m, TypeId ty, Bytes *bytes, u64 off, const char *name);
/* The same for an object of n bytes that may have anything in its padding. */
void mach_fill_object(Machine *m, TypeId ty, Bytes *bytes, u64 off, u64 n, const char *name);
/* An input that decides between n > 0 things; words[k] is what reports call the k-th. The path
 * splits. */
u32 mach_input_choice(Machine *m, const char *name, const char *what, const char *const *words,
                      u32 n);
/* The value that is given for an input or an argument's address, by what it would be as a variable.
 */
bool mach_given(const Machine *m, const TermVar *v, u128 *value);
/* Is nothing but inputs in the term? */
bool mach_about_inputs(Machine *m, Term t);
/* A number of `width` bits that nothing is known about, and that is not an input: each execution
 * may have another one (daemonic). */
Bits mach_unknown(Machine *m, unsigned width, const char *name);
/* One that turned out not to be needed: counted, so that the later ones have the same numbers in a
 * replay. */
void mach_skip_unknown(Machine *m);

/* ---- functions by themselves (entry.c, observe.c) */

/* Pushes the frame of the exploration's entry, with inputs as arguments. */
void mach_enter(Machine *m);
/* While arguments are made: a pointer inside of one. */
Value mach_argument_pointer(Machine *m, TypeId ptr, const char *name);
/* The events that tell what the caller can look at after the end. */
void mach_observe_end(Machine *m);

/* ---- memory (allocs.c, access.c) */

Alloc *mach_alloc(Machine *m, AllocKind kind, u64 size, u8 log2_align, const char *name, Span span);
/* The end of its life, through a pointer with this tag. */
void mach_dealloc(Machine *m, Alloc *a, u32 tag, Span where);
/* Back to the pool: nobody can refer to it any more. */
void mach_recycle(Machine *m, Alloc *a);
void mach_number(Machine *m, Alloc *a); /* gives it a number and an address, once */
Scalar mach_ptr_to(Machine *m, Alloc *a, u64 off);
Alloc *mach_static(Machine *m, StaticId s);
Alloc *mach_function(Machine *m, FuncId f);

typedef enum AccessKind { ACCESS_READ, ACCESS_WRITE, ACCESS_REFERENCE } AccessKind;

/* Where [ptr, ptr+n) is: the allocation that ptr may access there and the offset in it, or UB.
 * n > 0. `what` names the access in messages ("read", "write", "reference"). */
Alloc *mach_resolve(Machine *m, Scalar ptr, u64 n, AccessKind kind, u64 *off);
/* Where a pointer to nothing points, if its provenance says so and that is live data; else NULL. */
Alloc *mach_empty_target(Machine *m, Scalar ptr, u64 *off);
/* The same for an evaluated place: alignment, bounds, mutability, aliasing; n may be 0 (then NULL).
 */
Alloc *mach_access(Machine *m, const PlaceVal *p, u64 n, AccessKind kind, u64 *off);
/* Checks a * align alignment or UB. */
void mach_check_aligned(Machine *m, Bits addr, u8 log2_align, const char *what);
/* In-bounds arithmetic from ptr by `delta` bytes (signed). */
Scalar mach_inbounds(Machine *m, Scalar ptr, Bits delta);
/* Do both pointers, whose addresses differ, lie in one live allocation that both may access? */
bool mach_same_allocation(Machine *m, Scalar p, Scalar q);
void mach_expose(Machine *m, Prov p);
bool mach_is_exposed(const Machine *m, const Alloc *a, u32 tag);
Prov mach_with_exposed(Machine *m);
/* The allocation (its id) that earlier uses of a wildcard provenance settled on; 0 if none or p is
 * none. */
u32 mach_wildcard_resolved(const Machine *m, Prov p);
/* May the angelic pick behind this wildcard provenance be allocation a? And from now on it is. */
bool mach_wildcard_allows(const Machine *m, Prov p, const Alloc *a);
void mach_wildcard_resolve(Machine *m, Prov p, const Alloc *a);
/* The tag with which a pointer may access allocation a, to which it was resolved: its own, or the
 * one picked angelically among those that were exposed before the cast; TAG_WILDCARD under a
 * discipline that approximates. */
u32 mach_tag_in(Machine *m, Prov p, const Alloc *a);
/* The allocation that freeing ptr with this layout frees, or UB. */
Alloc *mach_to_free(Machine *m, Scalar ptr, Bits size, Bits align, const char *what);
void mach_heap_free(Machine *m, Scalar ptr, Bits size, Bits align, const char *what);
Scalar mach_heap_alloc(Machine *m, Bits size, Bits align, bool zeroed, const char *name);
/* untyped copy of n bytes */
void mach_copy_bytes(Machine *m, Scalar src, Scalar dst, u64 n, bool nonoverlapping);

/* ---- values (value.c) */

const TypeInfo *mach_type(Machine *m, TypeId t);
/* Typed load: checks validity, drops padding, retags. */
Value mach_load(Machine *m, const PlaceVal *p, RetagMode retag);
void mach_store(Machine *m, const PlaceVal *p, const Value *v);
/* The same value seen at type `to` (transmute): same size. */
Value mach_reinterpret(Machine *m, const Value *v, TypeId to, RetagMode retag);
Value value_scalar(TypeId ty, Scalar s);
Value value_int(TypeId ty, u128 c);
Value value_zst(TypeId ty);
Value value_wide(TypeId ty, Scalar a, Bits meta);
Value value_bytes(Machine *m, TypeId ty); /* AGGREGATE, uninitialised */
Value value_raw(Machine *m, u64 n);       /* n uninitialised bytes without a type */
/* Writes v into a buffer at off. */
void value_put(Machine *m, Bytes *b, u64 off, const Value *v);
/* Validity and retag of a pointer value of type ty that came into being. */
Scalar mach_new_ref(Machine *m, TypeId ty, Scalar ptr, Bits meta, RetagMode retag);
/* The provenance of a pointer of type ty to [off, off+n) of a that was just made from `old`. */
Prov mach_retag(Machine *m, TypeId ty, Bits meta, Alloc *a, u64 off, u64 n, Prov old,
                RetagMode retag);
/* The variant of the enum at p. */
u32 mach_variant(Machine *m, TypeId ty, const Bytes *b, u64 off);
/* The tag of the enum at p, if it is stored as it is, is not known, and is a valid one for certain:
 * then nobody has to split the path to go on with it. */
bool mach_open_tag(Machine *m, TypeId ty, const Bytes *b, u64 off, Bits *tag);
void mach_write_tag(Machine *m, TypeId ty, u32 variant, Bytes *b, u64 off);

/* ---- unsized values (unsized.c) */

/* Size in bytes (UINT64_MAX: more than isize::MAX) and log2 of the alignment of what a pointer with
 * this metadata points to. */
u64 mach_pointee_size(Machine *m, TypeId pointee, Bits meta);
u8 mach_pointee_align(Machine *m, TypeId pointee, Bits meta);
/* Offset of a field of a place with this metadata. */
u64 mach_field_offset(Machine *m, TypeId ty, u32 variant, u32 field, Bits meta);
/* The type of the value behind a trait object; other types as they are. */
TypeId mach_dynamic_type(Machine *m, TypeId ty, Bits meta);
/* type_is_in_cell, type_is_freeze of the value that is there. */
bool mach_is_in_cell(Machine *m, TypeId ty, Bits meta, u64 off);
bool mach_is_freeze(Machine *m, TypeId ty, Bits meta);

/* ---- trait objects (dyn.c) */

/* The metadata of a pointer that is coerced at `site` (an address that tells coercions apart). */
Bits mach_vtable(Machine *m, VtableId v, const void *site);
const Vtable *mach_vtable_of(Machine *m, Bits meta);
Bits mach_upcast(Machine *m, Bits meta, TypeId dyn);
/* Metadata as it is in memory, and back: a word that is not proper metadata for this type of
 * pointer is UB. */
Scalar mach_meta_word(Machine *m, TypeId ptr_ty, Bits meta);
Bits mach_load_meta(Machine *m, TypeId ptr_ty, Scalar word);
/* CAST_UNSIZE */
Value mach_unsize(Machine *m, const Value *a, TypeId to, const Rvalue *site);
/* The receiver of a virtual call: a pointer, or one to the trait object that is moved. */
Value mach_receiver(Machine *m, const Operand *op);
/* The function in the slot of the receiver's vtable; the receiver becomes what that one takes. */
FuncId mach_virtual_callee(Machine *m, u32 method, Value *receiver);

/* ---- places, operands, rvalues (place.c, rvalue.c) */

PlaceVal mach_place(Machine *m, const Place *p);
PlaceVal mach_place_of_ptr(Machine *m, TypeId pointee, Scalar ptr, Bits meta);
PlaceVal mach_local(Machine *m, LocalId l);
/* A pointer to an evaluated place (numbers its allocation). */
Scalar mach_address_of(Machine *m, const PlaceVal *p);
Value mach_operand(Machine *m, const Operand *op, RetagMode retag);
Value mach_rvalue(Machine *m, const Rvalue *rv, RetagMode retag);
Bits bits_bin(Machine *m, TermOp op, unsigned width, Bits a, Bits b);
Bits bits_not1(Machine *m, Bits a);
Bits bits_resize(Machine *m, Bits a, unsigned from, bool is_signed, unsigned to);
/* Width-1 result: comparison or overflow of integers of `width` bits. */
Bits bits_compare(Machine *m, BinOp op, unsigned width, bool is_signed, Bits a, Bits b);
Bits bits_overflows(Machine *m, BinOp op, unsigned width, bool is_signed, Bits a, Bits b);
/* Integers of `width` bits (8 .. 128), integer.c. Counts have 32 bits. */
Bits bits_count_ones(Machine *m, unsigned width, Bits a);
Bits bits_count_zeros(Machine *m, unsigned width, Bits a, bool leading); /* or trailing */
/* The units of `unit` bits (1: bits, 8: bytes) in reverse order. */
Bits bits_reverse(Machine *m, unsigned width, Bits a, unsigned unit);
/* By n modulo the width; n has the width of a. */
Bits bits_rotate_left(Machine *m, unsigned width, Bits a, Bits n);
/* The upper half of the product of double width. */
Bits bits_mul_high(Machine *m, unsigned width, bool is_signed, Bits a, Bits b);
/* a where cond (of width 1) holds, else b: no path is split. */
Bits bits_select(Machine *m, unsigned width, Bits cond, Bits a, Bits b);
Value value_bool(Machine *m, TypeId ty, Bits cond);
Bits value_cond(Machine *m, const Value *v); /* a bool value as a width-1 condition */

/* ---- floats (float.c) */

/* The result of an operator on floats of `width` bits, its NaN as Rust leaves it open. */
Bits mach_float(Machine *m, TermOp op, unsigned width, const Bits *operands);
Bits mach_float_binary(Machine *m, BinOp op, unsigned width, Bits a, Bits b);
Bits mach_float_compare(Machine *m, BinOp op, unsigned width, Bits a, Bits b); /* width 1 */
Bits mach_float_negate(Machine *m, unsigned width, Bits a);
Bits mach_is_nan(Machine *m, unsigned width, Bits a);
/* `as` where one of the types is a float. */
Bits mach_float_cast(Machine *m, const TypeInfo *from, const TypeInfo *to, Bits a);
Bits mach_float_min_max(Machine *m, bool max, unsigned width, Bits a, Bits b);
/* "1.5", or the text of a term: for messages. */
const char *mach_float_text(Machine *m, Bits a, unsigned width);
/* Can it be truncated to this integer type? */
Bits mach_float_fits(Machine *m, const TypeInfo *from, const TypeInfo *to, Bits a);

/* ---- calls (call.c), intrinsics, formatting */

void mach_push(Machine *m, FuncId f, const Value *args, u32 nargs, const PlaceVal *dest,
               BlockId return_to);
void mach_return(Machine *m);
/* The innermost frame goes, with its locals: its protectors have ended, nothing is returned. */
Frame mach_pop(Machine *m);
void mach_storage_live(Machine *m, LocalId l);
void mach_storage_dead(Machine *m, LocalId l);
/* Runs the intrinsic and stores its result in dest (ignored by those that do not return). */
void mach_intrinsic(Machine *m, const Terminator *t, const PlaceVal *dest);
/* UB unless a call through a pointer of type `sig` may reach `callee` (std: fn pointer ABI
 * compatibility). */
void mach_check_signature(Machine *m, const FnSig *sig, const Function *callee);
/* Formats into the frags of an event. */
void mach_format(Machine *m, const Fmt *fmt, const Operand *args, Event *out);
/* .. written to a formatter with these fields (FmtField). */
void mach_format_as(Machine *m, const Fmt *fmt, const Operand *args, const u64 *field, Event *out);
/* Are there only texts in the event, no terms? */
bool mach_event_is_exact(const Event *e);
/* Memory with the text, the same for the same pointer. */
Alloc *mach_string(Machine *m, const char *text, u64 len);
void mach_emit(Machine *m, EventKind kind, Event *e);
/* A text event's known text; terms shown by name. */
const char *mach_event_text(Machine *m, const Event *e);

#endif
