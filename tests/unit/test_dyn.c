/* Trait objects and unsized values at the level of the core IR: layout, vtables, virtual calls and
 * drops, metadata in memory. The programs are built by hand, without the front end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "engine/mach/machine.h"
#include "litmus/rust/front.h"
#include "solver/smt.h"

/* ---- a program under construction */

typedef struct Build {
  Arena *arena;
  Terms *terms;
  Program *p;
  TypeTable *tt;
  Function *f; /* main */
  TypeId u32_, u64_, bool_, unit, usize, dyn_a, dyn_b;
  FuncId get32, get64, drop64;
  VtableId a_u32, a_u64, b_u32;
} Build;

static int trait_a, trait_b; /* their addresses are the definitions */

static TypeId ref(Build *b, TypeId t) { return type_ptr(b->tt, PTR_REF, t); }

static Function *function(Build *b, const char *name, TypeId ret, const TypeId *params, u32 n) {
  Function *f = arena_new(b->arena, Function);
  f->name = name;
  f->nparams = n;
  vec_push(&f->locals, ((Local){.ty = ret, .always_live = true}));
  for (u32 i = 0; i < n; i++) vec_push(&f->locals, ((Local){.ty = params[i], .always_live = true}));
  vec_push(&f->blocks, ((Block){0}));
  return f;
}

static LocalId local(Build *b, TypeId t) {
  assert_null(type_layout(b->tt, t));
  vec_push(&b->f->locals, ((Local){.ty = t, .always_live = true}));
  return b->f->locals.len - 1;
}

static Place at(const Function *f, LocalId l) {
  return (Place){.local = l, .ty = f->locals.at[l].ty};
}

static Place project(Build *b, Place p, Proj step) {
  Proj *list = arena_array(b->arena, Proj, p.nproj + 1);
  if (p.nproj) memcpy(list, p.proj, p.nproj * sizeof *list);
  list[p.nproj] = step;
  return (Place){.local = p.local, .nproj = p.nproj + 1, .proj = list, .ty = step.ty};
}

static Place deref(Build *b, Place p) {
  return project(b, p, (Proj){.kind = PROJ_DEREF, .ty = type_get(b->tt, p.ty)->u.ptr.to});
}

static Place field(Build *b, Place p, u32 i) {
  TypeId t = type_field(b->tt, p.ty, 0, i);
  return project(b, p, (Proj){.kind = PROJ_FIELD, .index = i, .ty = t});
}

static Operand copy(Place p) { return (Operand){.kind = OPERAND_COPY, .place = p}; }
static Operand number(TypeId t, u128 v) {
  return (Operand){.kind = OPERAND_CONST, .konst = {.kind = CONST_BITS, .ty = t, .bits = v}};
}

static void assign(Build *b, Function *f, Place p, Rvalue rv) {
  Stmt s = {.kind = STMT_ASSIGN, .place = p, .rv = arena_copy(b->arena, &rv, sizeof rv)};
  s.rv->ty = p.ty;
  vec_push(&vec_last(&f->blocks).stmts, s);
}

static void use(Build *b, Function *f, Place p, Operand op) {
  assign(b, f, p, (Rvalue){.kind = RV_USE, .a = op});
}

/* Ends the block; what follows goes to the next one. */
static void terminate(Function *f, Terminator t) {
  t.target = f->blocks.len;
  vec_last(&f->blocks).term = t;
  if (t.kind != TERMINATOR_RETURN) vec_push(&f->blocks, ((Block){0}));
}

static void take_ref(Build *b, LocalId to, LocalId of) {
  assign(b, b->f, at(b->f, to), (Rvalue){.kind = RV_REF, .place = at(b->f, of)});
}

static void cast(Build *b, LocalId to, CastKind kind, LocalId from, VtableId v) {
  assign(b, b->f, at(b->f, to),
         (Rvalue){.kind = RV_CAST, .cast = kind, .a = copy(at(b->f, from)), .vtable = v});
}

static void call_get(Build *b, LocalId to, LocalId receiver) {
  Operand *arg = arena_new(b->arena, Operand);
  *arg = copy(at(b->f, receiver));
  terminate(b->f, (Terminator){.kind = TERMINATOR_CALL,
                               .is_virtual = true,
                               .place = at(b->f, to),
                               .nargs = 1,
                               .args = arg});
}

/* The program panics unless the place holds this number. */
static void require(Build *b, Place p, u128 v) {
  LocalId eq = local(b, b->bool_);
  assign(b, b->f, at(b->f, eq),
         (Rvalue){.kind = RV_BINARY, .binop = BIN_EQ, .a = copy(p), .b = number(p.ty, v)});
  terminate(b->f,
            (Terminator){.kind = TERMINATOR_ASSERT, .op = copy(at(b->f, eq)), .expected = true});
}

static void require_val(Build *b, Intrinsic what, LocalId ptr, u64 v) {
  LocalId out = local(b, b->usize);
  Operand *arg = arena_new(b->arena, Operand);
  *arg = copy(at(b->f, ptr));
  TypeId pointee = type_get(b->tt, b->f->locals.at[ptr].ty)->u.ptr.to;
  terminate(b->f, (Terminator){.kind = TERMINATOR_INTRINSIC,
                               .intrinsic = what,
                               .place = at(b->f, out),
                               .ntypes = 1,
                               .types = {pointee},
                               .nargs = 1,
                               .args = arg});
  require(b, at(b->f, out), v);
}

static DynInfo *trait(Build *b, const char *name, TypeId self) {
  DynMethod *m = arena_new(b->arena, DynMethod);
  TypeId *params = arena_new(b->arena, TypeId);
  *params = ref(b, self);
  *m = (DynMethod){"get", {.nparams = 1, .params = params, .ret = b->u32_}};
  DynInfo *info = arena_new(b->arena, DynInfo);
  *info = (DynInfo){name, 1, m};
  return info;
}

/* trait A { fn get(&self) -> u32; }  trait B: A {}  impl A for u32, u64 */
static void start(Build *b) {
  memset(b, 0, sizeof *b);
  b->arena = arena_create();
  b->terms = terms_create();
  b->p = arena_new(b->arena, Program);
  b->p->arena = b->arena;
  b->tt = b->p->types = types_create(b->arena);
  b->u32_ = type_int(b->tt, 32, false);
  b->u64_ = type_int(b->tt, 64, false);
  b->bool_ = type_bool(b->tt);
  b->unit = type_unit(b->tt);
  b->usize = type_usize(b->tt);
  b->dyn_a = type_dyn(b->tt, &trait_a, NULL, 0);
  b->dyn_b = type_dyn(b->tt, &trait_b, NULL, 0);
  type_define_dyn(b->tt, b->dyn_a, trait(b, "dyn A", b->dyn_a));
  type_define_dyn(b->tt, b->dyn_b, trait(b, "dyn B", b->dyn_b));
  TypeId r32 = ref(b, b->u32_), r64 = ref(b, b->u64_);
  TypeId m64 = type_ptr(b->tt, PTR_REF_MUT, b->u64_);
  const TypeId all[] = {b->u32_, b->u64_, b->bool_, b->unit, b->usize, r32, r64, m64};
  for (u32 i = 0; i < sizeof all / sizeof *all; i++) assert_null(type_layout(b->tt, all[i]));
  assert_null(type_layout(b->tt, b->dyn_a));

  Function *get32 = function(b, "get32", b->u32_, &r32, 1);
  use(b, get32, at(get32, 0), copy(deref(b, at(get32, 1))));
  terminate(get32, (Terminator){.kind = TERMINATOR_RETURN});
  Function *get64 = function(b, "get64", b->u32_, &r64, 1);
  use(b, get64, at(get64, 0), number(b->u32_, 64));
  terminate(get64, (Terminator){.kind = TERMINATOR_RETURN});
  Function *drop64 = function(b, "drop64", b->unit, &m64, 1);
  use(b, drop64, deref(b, at(drop64, 1)), number(b->u64_, 9));
  terminate(drop64, (Terminator){.kind = TERMINATOR_RETURN});
  b->get32 = program_add_function(b->p, get32);
  b->get64 = program_add_function(b->p, get64);
  b->drop64 = program_add_function(b->p, drop64);

  FuncId *m32 = arena_copy(b->arena, &b->get32, sizeof b->get32);
  FuncId *m64s = arena_copy(b->arena, &b->get64, sizeof b->get64);
  Vtable v = {.self = b->u32_, .dyn = b->dyn_a, .drop = NO_FUNC, .nmethods = 1, .methods = m32};
  b->a_u32 = program_add_vtable(b->p, v);
  VtableSuper *up = arena_new(b->arena, VtableSuper);
  *up = (VtableSuper){b->dyn_a, b->a_u32};
  v.dyn = b->dyn_b, v.supers = up, v.nsupers = 1;
  b->b_u32 = program_add_vtable(b->p, v);
  Vtable w = {.self = b->u64_, .dyn = b->dyn_a, .drop = b->drop64, .nmethods = 1, .methods = m64s};
  b->a_u64 = program_add_vtable(b->p, w);

  b->f = function(b, "main", b->unit, NULL, 0);
  b->p->main = program_add_function(b->p, b->f);
}

typedef struct Seen {
  EndKind end;
  UbCode ub;
  const char *reason;
  u32 n;
} Seen;

static Seen run(Build *b, const char *model) {
  terminate(b->f, (Terminator){.kind = TERMINATOR_RETURN});
  const char *fault = ir_verify(b->p);
  if (fault) fail_msg("%s", fault);
  StrBuf text = {0};
  ir_print(b->p, true, &text);
  assert_non_null(strstr(sb_str(&text), "vtable <u32 as dyn A> = { drop: none, get: get32 }"));
  sb_free(&text);
  Smt *smt = smt_create(b->terms, 0);
  Oracle *o = oracle_cached(oracle_enumerate(FEASIBLE_UNKNOWN), smt_oracle(smt));
  Exploration x = {.program = b->p,
                   .model = model_by_name(model),
                   .terms = b->terms,
                   .oracle = o,
                   .limits = limits_default(),
                   .entry = NO_FUNC};
  Behaviours *bs = explore(&x, b->arena);
  assert_true(bs->at.len > 0);
  const Behaviour *first = &bs->at.at[0];
  Seen seen = {first->end, first->ub, first->reason, bs->at.len};
  o->destroy(o);
  smt_destroy(smt);
  return seen;
}

static void finish(Build *b) {
  for (u32 i = 0; i < b->p->funcs.len; i++) {
    Function *f = b->p->funcs.at[i];
    for (u32 k = 0; k < f->blocks.len; k++) vec_free(&f->blocks.at[k].stmts);
    vec_free(&f->blocks);
    vec_free(&f->locals);
  }
  vec_free(&b->p->funcs);
  vec_free(&b->p->vtables);
  terms_destroy(b->terms);
  arena_destroy(b->arena);
}

static void assert_returns(Build *b) {
  Seen s = run(b, "alloc");
  if (s.end != END_RETURN) print_error("%s: %s\n", end_name(s.end), s.reason ? s.reason : "");
  assert_int_equal(s.end, END_RETURN);
  assert_int_equal(s.n, 1);
  finish(b);
}

static void assert_ub(Build *b, const char *model, UbCode ub, const char *text) {
  Seen s = run(b, model);
  assert_int_equal(s.end, END_UB);
  assert_int_equal(s.ub, ub);
  if (!strstr(s.reason, text)) print_error("got: %s\n", s.reason);
  assert_non_null(strstr(s.reason, text));
  finish(b);
}

/* let x: u32 = 7; let d: &dyn A = &x; */
static LocalId object(Build *b, TypeId self, TypeId dyn, VtableId v, u64 value) {
  LocalId x = local(b, self), r = local(b, ref(b, self)), d = local(b, ref(b, dyn));
  use(b, b->f, at(b->f, x), number(self, value));
  take_ref(b, r, x);
  cast(b, d, CAST_UNSIZE, r, v);
  return d;
}

/* ---- tests */

static void types_of_trait_objects(void **state) {
  (void)state;
  Build b;
  start(&b);
  TypeTable *tt = b.tt;
  assert_int_equal(b.dyn_a, type_dyn(tt, &trait_a, NULL, 0));
  assert_int_not_equal(b.dyn_a, type_dyn(tt, &trait_a, &b.u32_, 1));
  assert_false(type_is_sized(tt, b.dyn_a));
  assert_true(type_needs_drop(tt, b.dyn_a));
  assert_false(type_is_freeze(tt, b.dyn_a));
  assert_false(type_is_unpin(tt, b.dyn_a));
  TypeId r = ref(&b, b.dyn_a);
  assert_null(type_layout(tt, r));
  assert_int_equal(type_size(tt, r), 16);
  assert_true(type_is_wide_ptr(tt, r) && type_is_dyn_ptr(tt, r));
  assert_false(type_is_dyn_ptr(tt, ref(&b, type_slice(tt, b.u32_))));
  assert_string_equal(type_str_of(tt, r), "&dyn A");
  finish(&b);
}

/* struct S<T: ?Sized> { small: bool, t: T } */
static TypeId tailed(Build *b, TypeId tail) {
  static int def;
  AdtInfo *info = arena_new(b->arena, AdtInfo);
  info->name = "S";
  info->nvariants = 1;
  info->last_stays = true;
  info->variants = arena_array(b->arena, Variant, 1);
  info->variants[0].nfields = 2;
  info->variants[0].fields = arena_array(b->arena, Field, 2);
  info->variants[0].fields[0] = (Field){.name = "small", .ty = b->bool_};
  info->variants[0].fields[1] = (Field){.name = "t", .ty = tail};
  TypeId t = type_adt(b->tt, &def, &tail, 1);
  type_define_adt(b->tt, t, info);
  assert_null(type_layout(b->tt, t));
  return t;
}

static void layout_of_unsized_structs(void **state) {
  (void)state;
  Build b;
  start(&b);
  TypeId s32 = tailed(&b, b.u32_), slice = tailed(&b, type_slice(b.tt, b.u32_));
  TypeId object = tailed(&b, b.dyn_a);
  assert_int_equal(type_field_offset(b.tt, s32, 0, 1), 4); /* though it is the larger field */
  assert_int_equal(type_field_offset(b.tt, slice, 0, 1), 4);
  assert_int_equal(type_size(b.tt, slice), 4);
  assert_int_equal(type_align(b.tt, slice), 4);
  assert_int_equal(type_field_offset(b.tt, object, 0, 1), 1);
  assert_false(type_is_sized(b.tt, slice) || type_is_sized(b.tt, object));
  assert_int_equal(type_tail(b.tt, object), b.dyn_a);
  const char *why = type_layout(b.tt, type_array(b.tt, object, 2));
  assert_non_null(strstr(why, "is not known"));
  finish(&b);
}

static void virtual_call(void **state) {
  (void)state;
  Build b;
  start(&b);
  LocalId d = object(&b, b.u32_, b.dyn_a, b.a_u32, 7), e = object(&b, b.u64_, b.dyn_a, b.a_u64, 1);
  LocalId got = local(&b, b.u32_);
  call_get(&b, got, d);
  require(&b, at(b.f, got), 7);
  call_get(&b, got, e);
  require(&b, at(b.f, got), 64);
  require_val(&b, INTR_SIZE_OF_VAL, d, 4);
  require_val(&b, INTR_SIZE_OF_VAL, e, 8);
  require_val(&b, INTR_ALIGN_OF_VAL, e, 8);
  assert_returns(&b);
}

static void upcast(void **state) {
  (void)state;
  Build b;
  start(&b);
  LocalId d = object(&b, b.u32_, b.dyn_b, b.b_u32, 5), up = local(&b, ref(&b, b.dyn_a));
  LocalId got = local(&b, b.u32_);
  cast(&b, up, CAST_UNSIZE, d, NO_VTABLE);
  call_get(&b, got, up);
  require(&b, at(b.f, got), 5);
  assert_returns(&b);
}

static void virtual_drop(void **state) {
  (void)state;
  Build b;
  start(&b);
  LocalId x = local(&b, b.u64_), r = local(&b, type_ptr(b.tt, PTR_REF_MUT, b.u64_));
  LocalId d = local(&b, type_ptr(b.tt, PTR_REF_MUT, b.dyn_a));
  use(&b, b.f, at(b.f, x), number(b.u64_, 1));
  assign(&b, b.f, at(b.f, r), (Rvalue){.kind = RV_REF, .borrow = BORROW_MUT, .place = at(b.f, x)});
  cast(&b, d, CAST_UNSIZE, r, b.a_u64);
  terminate(b.f, (Terminator){
                     .kind = TERMINATOR_DROP, .place = deref(&b, at(b.f, d)), .is_virtual = true});
  require(&b, at(b.f, x), 9);
  LocalId none = object(&b, b.u32_, b.dyn_a, b.a_u32, 3); /* nothing to drop */
  terminate(
      b.f,
      (Terminator){.kind = TERMINATOR_DROP, .place = deref(&b, at(b.f, none)), .is_virtual = true});
  assert_returns(&b);
}

static void metadata_survives_memory(void **state) {
  (void)state;
  Build b;
  start(&b);
  TypeId pair = type_tuple(b.tt, (TypeId[]){ref(&b, b.unit), ref(&b, b.unit)}, 2);
  LocalId d = object(&b, b.u32_, b.dyn_a, b.a_u32, 7);
  LocalId raw = local(&b, pair), back = local(&b, ref(&b, b.dyn_a)), got = local(&b, b.u32_);
  assert_null(type_layout(b.tt, ref(&b, b.unit)));
  cast(&b, raw, CAST_TRANSMUTE, d, 0);
  cast(&b, back, CAST_TRANSMUTE, raw, 0);
  call_get(&b, got, back);
  require(&b, at(b.f, got), 7);
  assert_returns(&b);
}

static void metadata_without_provenance(void **state) {
  (void)state;
  for (u32 flat = 0; flat < 2; flat++) {
    Build b;
    start(&b);
    TypeId pair = type_tuple(b.tt, (TypeId[]){b.usize, b.usize}, 2);
    LocalId d = object(&b, b.u32_, b.dyn_a, b.a_u32, 7);
    LocalId raw = local(&b, pair), back = local(&b, type_ptr(b.tt, PTR_RAW_CONST, b.dyn_a));
    cast(&b, raw, CAST_TRANSMUTE, d, 0);
    cast(&b, back, CAST_TRANSMUTE, raw, 0);
    if (flat) { /* a pointer is an address: the same vtable */
      Seen s = run(&b, "flat");
      assert_int_equal(s.end, END_RETURN);
      finish(&b);
    } else {
      assert_ub(&b, "alloc", UB_INVALID_VALUE, "it must be a vtable pointer");
    }
  }
}

static void wrong_trait(void **state) {
  (void)state;
  Build b;
  start(&b);
  LocalId d = object(&b, b.u32_, b.dyn_a, b.a_u32, 7);
  LocalId other = local(&b, type_ptr(b.tt, PTR_RAW_CONST, b.dyn_b));
  cast(&b, other, CAST_TRANSMUTE, d, 0);
  assert_ub(&b, "alloc", UB_INVALID_VALUE, "its vtable is for `dyn A`, but one for `dyn B`");
}

static void null_metadata(void **state) {
  (void)state;
  Build b;
  start(&b);
  LocalId pair = local(&b, type_tuple(b.tt, (TypeId[]){b.usize, b.usize}, 2));
  LocalId p = local(&b, type_ptr(b.tt, PTR_RAW_MUT, b.dyn_a));
  use(&b, b.f, field(&b, at(b.f, pair), 0), number(b.usize, 16));
  use(&b, b.f, field(&b, at(b.f, pair), 1), number(b.usize, 0));
  cast(&b, p, CAST_TRANSMUTE, pair, 0);
  assert_ub(&b, "alloc", UB_INVALID_VALUE, "its metadata is a null pointer");
}

static void vtable_is_no_data(void **state) {
  (void)state;
  Build b;
  start(&b);
  TypeId words =
      type_tuple(b.tt, (TypeId[]){ref(&b, b.unit), type_ptr(b.tt, PTR_RAW_CONST, b.usize)}, 2);
  LocalId d = object(&b, b.u32_, b.dyn_a, b.a_u32, 7), raw = local(&b, words);
  LocalId size = local(&b, b.usize);
  cast(&b, raw, CAST_TRANSMUTE, d, 0);
  use(&b, b.f, at(b.f, size), copy(deref(&b, field(&b, at(b.f, raw), 1))));
  assert_ub(&b, "alloc", UB_VTABLE_ACCESS, "a vtable");
}

static void unsized_struct_behind_a_trait(void **state) {
  (void)state;
  Build b;
  start(&b);
  TypeId s64 = tailed(&b, b.u64_), object = tailed(&b, b.dyn_a);
  LocalId s = local(&b, s64), r = local(&b, ref(&b, s64)), d = local(&b, ref(&b, object));
  LocalId t = local(&b, ref(&b, b.dyn_a)), got = local(&b, b.u32_);
  use(&b, b.f, field(&b, at(b.f, s), 0), number(b.bool_, 1));
  use(&b, b.f, field(&b, at(b.f, s), 1), number(b.u64_, 3));
  take_ref(&b, r, s);
  cast(&b, d, CAST_UNSIZE, r, b.a_u64);
  require_val(&b, INTR_SIZE_OF_VAL, d, 16);
  require_val(&b, INTR_ALIGN_OF_VAL, d, 8);
  Place tail = field(&b, deref(&b, at(b.f, d)), 1);
  assign(&b, b.f, at(b.f, t), (Rvalue){.kind = RV_REF, .place = tail});
  require_val(&b, INTR_SIZE_OF_VAL, t, 8);
  call_get(&b, got, t);
  require(&b, at(b.f, got), 64);
  assert_returns(&b);
}

/* Vtables of two coercions may or may not be one; a copy's is the same. */
static void identity_of_vtables(void **state) {
  (void)state;
  for (u32 copied = 0; copied < 2; copied++) {
    Build b;
    start(&b);
    LocalId x = local(&b, b.u32_), r = local(&b, ref(&b, b.u32_));
    LocalId d = local(&b, ref(&b, b.dyn_a)), e = local(&b, ref(&b, b.dyn_a));
    TypeId raw = type_ptr(b.tt, PTR_RAW_CONST, b.dyn_a);
    LocalId p = local(&b, raw), q = local(&b, raw), eq = local(&b, b.bool_);
    use(&b, b.f, at(b.f, x), number(b.u32_, 1));
    take_ref(&b, r, x);
    cast(&b, d, CAST_UNSIZE, r, b.a_u32);
    if (copied)
      use(&b, b.f, at(b.f, e), copy(at(b.f, d)));
    else
      cast(&b, e, CAST_UNSIZE, r, b.a_u32);
    cast(&b, p, CAST_PTR, d, 0);
    cast(&b, q, CAST_PTR, e, 0);
    assign(
        &b, b.f, at(b.f, eq),
        (Rvalue){.kind = RV_BINARY, .binop = BIN_EQ, .a = copy(at(b.f, p)), .b = copy(at(b.f, q))});
    terminate(b.f,
              (Terminator){.kind = TERMINATOR_ASSERT, .op = copy(at(b.f, eq)), .expected = true});
    Seen s = run(&b, "alloc");
    assert_int_equal(s.n, copied ? 1 : 2);
    if (copied) assert_int_equal(s.end, END_RETURN);
    finish(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(types_of_trait_objects),
      cmocka_unit_test(layout_of_unsized_structs),
      cmocka_unit_test(virtual_call),
      cmocka_unit_test(upcast),
      cmocka_unit_test(virtual_drop),
      cmocka_unit_test(metadata_survives_memory),
      cmocka_unit_test(metadata_without_provenance),
      cmocka_unit_test(wrong_trait),
      cmocka_unit_test(null_metadata),
      cmocka_unit_test(vtable_is_no_data),
      cmocka_unit_test(unsized_struct_behind_a_trait),
      cmocka_unit_test(identity_of_vtables),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
