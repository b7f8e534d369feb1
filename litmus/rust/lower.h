/* Lowering: from the typed tree of one body to blocks of the core IR. The scheme is that of rustc's
 * MIR building, and its names are used here:
 *
 *   lower_into     evaluates an expression into a place
 *   lower_place    evaluates a place expression; a value expression gets a temporary
 *   lower_operand  evaluates into something a statement can use directly
 *   lower_rvalue   evaluates into the right side of an assignment
 *
 * Scopes hold what has to happen when they are left: storage to end, values to drop. Drops are
 * scheduled without asking whether the value will still be there: lower_elaborate.c decides that
 * afterwards, by data flow over the finished blocks. */
#ifndef LITMUS_RUST_LOWER_H
#define LITMUS_RUST_LOWER_H

#include "litmus/rust/thir.h"

#define NO_LOCAL UINT32_MAX

/* Something to do when a scope is left. */
typedef struct Scheduled {
  LocalId local;
  bool is_value; /* drop the value; else end the storage */
} Scheduled;

/* A statement, or the terminator, of a block. */
typedef struct Emitted {
  BlockId block;
  u32 stmt;
} Emitted;

typedef struct LowerScope {
  VEC(Scheduled) drops; /* done in reverse order */
  VEC(Emitted) early;   /* what was done on ways out before the end */
} LowerScope;

/* Where `break` and `continue` with a label go. */
typedef struct Target {
  u32 label;
  u32 depth; /* of the scopes that stay */
  bool is_loop;
  BlockId on_break, on_continue;
  Place dest; /* of the value of a break */
} Target;

/* Where a condition goes that does not hold. */
typedef struct ElseTarget {
  u32 depth;      /* of the scopes that stay */
  u32 vars_scope; /* that bindings of `let` conditions belong to */
  BlockId block;
} ElseTarget;

typedef struct VarSlot {
  LocalId local;
  LocalId guard_ref; /* while a guard is lowered: a reference to what the variable will hold */
} VarSlot;

/* A step of cleanup: drops `local`, then does what its parent does. Node 0 resumes the panic. */
typedef struct UnwindNode {
  LocalId local;
  BlockId block;
  u32 child, sibling; /* 0: none */
} UnwindNode;

typedef struct Lower {
  LowerCtx *cx;
  Program *prog;
  Arena *arena;
  TypeTable *tt;
  const ThirBody *body;
  Function *f;   /* its lists are on the heap until the end */
  BlockId block; /* the one being filled; never terminated yet */
  VarSlot *vars;
  VEC(LowerScope) scopes; /* a scope's number is its index */
  u32 temp_scope;         /* in which temporaries die */
  VEC(Target) targets;
  VEC(ElseTarget) elses;
  VEC(LocalId) outside; /* see lower_closure.c */
  VEC(UnwindNode) unwind;
  bool in_cleanup; /* new blocks are cleanup blocks: a panic there aborts */
  bool is_leaving; /* of the scopes only those below leaving_scope are still there, and of this one
                      the first leaving_drops */
  u32 leaving_scope, leaving_drops;
  LocalId unit; /* one local for all values of type (), or NO_LOCAL */
  u32 npromoted;
  u32 depth;
  bool no_stay; /* operands may not be read in place: something is evaluated before their use */
  bool failed;
} Lower;

/* ---- lower_emit.c: locals, blocks, statements */

/* Adds a diagnostic; lowering goes on, its result is thrown away. */
void lower_fail(Lower *l, DiagKind kind, Span span, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* Makes sure that the type has a layout. */
bool lower_layout(Lower *l, TypeId t, Span span);
LocalId local_new(Lower *l, TypeId t, const char *name, Span span);
/* A local that needs no storage statements: its address is never taken. */
LocalId local_internal(Lower *l, TypeId t, Span span);
BlockId block_new(Lower *l);
void emit_assign(Lower *l, Place dest, Rvalue rv, Span span);
void emit_assign_retag(Lower *l, Place dest, Rvalue rv, RetagMode mode, Span span);
void emit_storage_live(Lower *l, LocalId local, Span span);
void emit_storage_dead(Lower *l, LocalId local, Span span);
void emit_place_mention(Lower *l, Place p, Span span);
/* Ends the current block. The caller sets what belongs to the kind, then calls block_start. */
Terminator *terminate(Lower *l, TerminatorKind kind, Span span);
/* Ends the current block with t; a panic that comes out of it unwinds the scopes. */
void terminate_with(Lower *l, Terminator t);
void block_start(Lower *l, BlockId b);
void emit_goto(Lower *l, BlockId target, Span span);
/* Ends the block with `t`, which goes on in a new block: that becomes the current one. */
void terminate_and_go_on(Lower *l, Terminator t);
/* What follows cannot be reached: a new block that nothing leads to. */
void block_start_unreachable(Lower *l);
void emit_unreachable(Lower *l, Span span);
void emit_drop(Lower *l, Place p, Span span);
/* p = rv where p may hold a value, which is dropped. */
void emit_drop_and_assign(Lower *l, Place p, Rvalue rv, Span span);
/* cond == expected, else the assertion fails with args. */
void emit_assert(Lower *l, Operand cond, bool expected, AssertKind kind, const Operand *args,
                 u32 nargs, Span span);
void emit_switch(Lower *l, Operand op, const u128 *values, const BlockId *targets, u32 n,
                 BlockId otherwise, Span span);
/* bool: true goes to `yes`. */
void emit_branch(Lower *l, Operand cond, BlockId yes, BlockId no, Span span);

/* Places and operands. */
Place place_local(const Lower *l, LocalId local);
Place place_field(Lower *l, Place p, u32 variant, u64 index);
Place place_deref(Lower *l, Place p);
Place place_project(Lower *l, Place p, Proj proj);
Operand operand_copy(Place p, Span span);
/* A copy of Copy types, else a move. */
Operand operand_consume(const Lower *l, Place p, Span span);
/* The same where the program says so: not every place may be moved out of. */
Operand operand_take(Lower *l, Place p, Span span);
Operand operand_move(Place p, Span span);
Operand operand_bits(TypeId t, u128 bits, Span span);
Rvalue rvalue_use(Operand op);
Rvalue rvalue_binary(BinOp op, TypeId result, Operand a, Operand b);
/* _t = rvalue, with an internal local. */
LocalId emit_to_internal(Lower *l, Rvalue rv, Span span);
/* bool: a == constant bits */
LocalId emit_equals_bits(Lower *l, Operand a, u128 bits, Span span);
unsigned int_bits(const Lower *l, TypeId t);
bool int_is_signed(const Lower *l, TypeId t);
bool type_is_scalar(const Lower *l, TypeId t); /* integer, float, bool, char */

/* ---- lower_scope.c */

u32 scope_push(Lower *l); /* its number */
/* The last character of s: what ends a scope happens there. */
Span scope_end(Span s);
/* Does what is scheduled, then forgets the scope. */
void scope_pop(Lower *l, Span span);
/* A scope in which temporaries die: returns the one before, for scope_leave. */
u32 scope_enter_terminating(Lower *l);
void scope_leave_terminating(Lower *l, u32 outer, Span span);
u32 scope_top(const Lower *l);
void schedule_storage(Lower *l, u32 scope, LocalId local);
void schedule_value(Lower *l, u32 scope, LocalId local);
/* What leaving all scopes above `depth` does; they stay for the code that is lowered next. */
void emit_exit_scopes(Lower *l, u32 depth, Span span);
void target_push(Lower *l, Target t);
void lower_break(Lower *l, const Thir *e);
void lower_continue(Lower *l, const Thir *e);
void lower_return(Lower *l, const Thir *e);
/* The innermost condition does not hold: go to its else. */
void emit_else(Lower *l, Span span);

/* ---- lower_unwind.c */

/* Sets where a panic goes that comes out of t, if one can: what the scopes hold is dropped. */
void lower_unwind(Lower *l, Terminator *t);
/* The cleanup block that resumes the panic in the caller. */
BlockId lower_resume_block(Lower *l);
void unwind_scope_ends(Lower *l, const LowerScope *scope, Span span);

/* ---- lower_ways.c: code that is there twice, for when all goes well and for cleanup */

/* The entries of two versions of the same code. In the first a panic goes on as `unwind` says: to
 * the second, which starts at `cleanup`, if that is UNWIND_CLEANUP. */
typedef struct Ways {
  BlockId ok;
  UnwindAction unwind;
  BlockId cleanup;
} Ways;

/* Blocks made from here on are those of the second version; returns what the first is to them. */
Ways ways_enter_cleanup(Lower *l, Ways w);
void ways_leave_cleanup(Lower *l);
/* Each makes code in front of `next` and returns its entry; the current block is not kept. */
Ways ways_drop(Lower *l, Place p, Ways next, Span span);
Ways ways_box_free(Lower *l, Place box, Ways next, Span span);
/* On a bool local. */
Ways ways_branch(Lower *l, LocalId flag, Ways yes, Ways no, Span span);
/* On the discriminant of an enum: the variants listed go to their targets. */
Ways ways_variants(Lower *l, Place p, const u32 *variants, const Ways *targets, u32 n,
                   Ways otherwise, Span span);

/* ---- lower_expr.c */

void lower_into(Lower *l, Thir *e, Place dest);
/* An expression as a statement: its value is dropped. */
void lower_stmt_expr(Lower *l, Thir *e);
LocalId lower_temp(Lower *l, Thir *e, u32 scope);
bool thir_is_place(const Thir *e);

/* ---- lower_place.c */

/* Evaluating this place changes nothing. */
bool is_quiet_place(const Lower *l, const Thir *e);
Place lower_place(Lower *l, Thir *e);
Place static_place(Lower *l, StaticId s, Span span);
LocalId var_local(Lower *l, VarId var, Span span);

/* ---- lower_operand.c */

/* may_stay: nothing is evaluated between this operand and its use, so that it may be read there. */
Operand lower_operand(Lower *l, Thir *e, bool may_stay);
/* A number or raw pointer in a variable: may be read where it is used. */
bool is_plain_read(const Lower *l, const Thir *e);
/* Several, left to right. */
Operand *lower_operands(Lower *l, Thir **es, u32 n);
Rvalue lower_rvalue(Lower *l, Thir *e);

/* ---- lower_arith.c */

Rvalue lower_binary(Lower *l, BinOp op, Operand a, Operand b, Span span);
Rvalue lower_negate(Lower *l, Operand a, Span span);

/* ---- lower_control.c */

void lower_if(Lower *l, Thir *e, Place dest);
void lower_condition_value(Lower *l, Thir *e, Place dest); /* &&, ||, let as values */
void lower_cond(Lower *l, Thir *e);
void lower_loop(Lower *l, Thir *e, Place dest);
void lower_for_range(Lower *l, Thir *e);

/* ---- lower_block.c */

void lower_block(Lower *l, ThirBlock *b, Place dest);
/* Marks the operands of borrows in e that live as long as the variable e is bound to. */
void extend_temporaries(Thir *e, const ThirPat *pat, u32 scope);
#define SCOPE_FOREVER (UINT32_MAX - 1)

/* ---- lower_pattern.c: what a pattern asks and binds */

/* One question about a place. The pattern is VARIANT, CONST, RANGE, STR or SLICE. */
typedef struct MatchPair {
  Place place;
  const ThirPat *pat;
} MatchPair;

typedef struct Binding {
  Place place;
  const ThirPat *pat;
} Binding;

/* A pattern without alternatives: all pairs must hold. */
typedef struct Leaf {
  VEC(MatchPair) pairs;
  VEC(Binding) bindings;
  u32 arm;
  BlockId block;     /* where it has matched */
  BlockId otherwise; /* where its guard has failed */
} Leaf;

typedef struct LeafSet {
  VEC(Leaf) leaves;
} LeafSet;

void leaves_free(LeafSet *set);
void leaves_add_pattern(Lower *l, LeafSet *set, Place place, const ThirPat *pat, u32 arm);
/* The parts of a pattern that hold without a question, and its questions, added to one leaf. */
void leaf_add_subpatterns(Lower *l, Leaf *leaf, Place place, const ThirPat *pat);
void declare_vars(Lower *l, const ThirPat *pat);
/* Schedules the end of the leaf's variables in `scope`. */
void schedule_vars(Lower *l, const Leaf *leaf, u32 scope);
void emit_binding(Lower *l, const Binding *b);

/* ---- lower_match.c */

/* Emits the tests; returns the block that is reached when no leaf matches. */
BlockId lower_tests(Lower *l, LeafSet *set, Span span);
void lower_match(Lower *l, Thir *e, Place dest);
/* Matches place against pat, binding variables that end with `scope`. Returns the block where the
 * pattern does not match. */
BlockId lower_pattern(Lower *l, Place place, const ThirPat *pat, u32 scope);
void lower_irrefutable(Lower *l, Place place, const ThirPat *pat, u32 scope);

/* ---- lower_call.c */

void lower_call(Lower *l, Thir *e, Place dest);
void lower_intrinsic(Lower *l, Thir *e, Place dest);
void lower_format_panic(Lower *l, Thir *e);

/* ---- lower_closure.c */

Rvalue lower_closure(Lower *l, Thir *e);
/* A variable of the enclosing body: a local while the body is lowered, .. */
LocalId outside_local(Lower *l, VarId var);
/* .. then found in the environment. */
void captures_resolve(Lower *l);

/* ---- lower_closure.c */

Rvalue lower_closure(Lower *l, Thir *e);
/* Variables of the enclosing body: known while the body is lowered, .. */
void captures_begin(Lower *l);
/* .. then found in the environment. */
void captures_resolve(Lower *l);

/* ---- lower_asm.c */

void lower_asm(Lower *l, Thir *e, Place dest);

/* ---- lower_promote.c */

/* Is this borrow's operand a constant expression that rustc gives a place for ever? */
bool is_promotable_borrow(const Lower *l, const Thir *borrow);
/* The static that holds the value of e. */
StaticId promote(Lower *l, Thir *e, bool is_mutable);

/* ---- lower_visit.c: everything that a statement or terminator mentions */

typedef struct IrVisitor {
  void *self;
  void (*operand)(void *self, Operand *op); /* or NULL; before its place */
  void (*place)(void *self, Place *p);      /* or NULL */
} IrVisitor;
void visit_stmt(const IrVisitor *v, Stmt *s);
void visit_terminator(const IrVisitor *v, Terminator *t);
/* Where it may go on; the cleanup block of a panic comes last. */
u32 successor_count(const Terminator *t);
bool has_cleanup(const Terminator *t);
BlockId *successor(Terminator *t, u32 i);

/* ---- lower_moves.c: which parts of which locals hold a value, at each point of the function */

/* A local, field or other part that is moved from or assigned on its own. Only parts that need drop
 * have one. */
typedef struct MovePath {
  Place place;
  u32 parent, child, sibling; /* 0: none; path 0 is not used */
  LocalId flag;               /* NO_LOCAL, or the bool that says at run time whether it is there */
} MovePath;

typedef u64 *PathSet; /* one bit for each path */

/* What may be: both bits are set when it depends on the way taken. */
typedef struct InitState {
  PathSet init, uninit;
} InitState;

typedef struct Moves {
  Lower *l;
  VEC(MovePath) paths;
  VEC(u32) roots; /* by local: its path, or 0 */
  u32 nwords;
  u32 nblocks;   /* blocks that were there when the analysis ran */
  InitState *at; /* at the start of each */
} Moves;

typedef enum PathEvent { PATH_MOVED, PATH_INIT } PathEvent;
typedef void PathEventFn(void *self, u32 path, PathEvent what);

void moves_analyse(Moves *m, Lower *l);
void moves_free(Moves *m);
/* The path of exactly this place, or 0. */
u32 moves_find(const Moves *m, const Place *p);
/* Events of a statement or terminator in the order they happen; a path stands for its parts too. */
void moves_of_stmt(Moves *m, Stmt *s, PathEventFn *fn, void *self);
void moves_of_terminator(Moves *m, Terminator *t, PathEventFn *fn, void *self);
void moves_apply(const Moves *m, InitState *s, u32 path, PathEvent what);
InitState init_state_new(const Moves *m);
void init_state_free(InitState *s);
static inline bool path_has(PathSet s, u32 p) { return s[p / 64] >> (p % 64) & 1; }

/* ---- lower_elaborate.c */

/* Decides for each drop whether the value is there: always, never, or by a flag. */
void elaborate_drops(Lower *l);
/* Frees the memory of a Box (the place) without dropping what is in it. */
void emit_box_free(Lower *l, Place box, Span span);

/* ---- lower_finish.c */

/* Removes blocks that nothing leads to and puts the others in a readable order. */
void order_blocks(Function *f);
/* Joins blocks that only follow each other and forgets locals that are not used. */
void simplify(Arena *arena, Function *f);
/* Moves the function's lists from the heap to the arena. */
void function_to_arena(Arena *arena, Function *f);

/* ---- lower_body.c: what drop glue needs too */

void lower_begin(Lower *l, LowerCtx *cx, const ThirBody *body, Function *f);
/* False after an error. */
bool lower_end(Lower *l);

#endif
