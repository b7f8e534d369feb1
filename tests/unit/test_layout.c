/* Layouts against what rustc 1.95 computes for the same types on x86-64. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "engine/ir/type.h"

typedef struct Fixture {
  Arena *arena;
  TypeTable *tt;
  TypeId u8_, u16_, u32_, u64_, u128_, bool_, char_;
  char defs[64]; /* addresses tell definitions apart */
  u32 ndefs;
} Fixture;

static int setup(void **state) {
  Arena *a = arena_create();
  Fixture *f = arena_new(a, Fixture);
  f->arena = a;
  f->tt = types_create(a);
  f->u8_ = type_int(f->tt, 8, false);
  f->u16_ = type_int(f->tt, 16, false);
  f->u32_ = type_int(f->tt, 32, false);
  f->u64_ = type_int(f->tt, 64, false);
  f->u128_ = type_int(f->tt, 128, false);
  f->bool_ = type_bool(f->tt);
  f->char_ = type_char(f->tt);
  *state = f;
  return 0;
}

static int teardown(void **state) {
  arena_destroy(((Fixture *)*state)->arena);
  return 0;
}

/* Variants are lists of field types, each ended by 0; a second 0 in a row is a variant without
 * fields; nvariants says how many. */
static TypeId adt(Fixture *f, AdtKind kind, u32 nvariants, const TypeId *fields, AdtInfo like) {
  AdtInfo *info = arena_new(f->arena, AdtInfo);
  *info = like;
  info->kind = kind;
  info->name = "T";
  info->nvariants = nvariants;
  info->variants = arena_array(f->arena, Variant, nvariants + 1);
  for (u32 v = 0; v < nvariants; v++) {
    u32 n = 0;
    while (fields[n]) n++;
    info->variants[v].name = "V";
    info->variants[v].discr = v;
    info->variants[v].nfields = n;
    info->variants[v].fields = arena_array(f->arena, Field, n + 1);
    for (u32 i = 0; i < n; i++) info->variants[v].fields[i] = (Field){.name = "f", .ty = fields[i]};
    fields += n + 1;
  }
  assert_true(f->ndefs < sizeof f->defs);
  TypeId t = type_adt(f->tt, &f->defs[f->ndefs++], NULL, 0);
  type_define_adt(f->tt, t, info);
  return t;
}

#define STRUCT(...) adt(f, ADT_STRUCT, 1, (TypeId[]){__VA_ARGS__, 0}, (AdtInfo){0})
#define STRUCT_LIKE(like, ...) adt(f, ADT_STRUCT, 1, (TypeId[]){__VA_ARGS__, 0}, (AdtInfo)like)
#define ENUM(n, ...) adt(f, ADT_ENUM, (n), (TypeId[]){__VA_ARGS__, 0}, (AdtInfo){0})
#define OPTION(t) ENUM(2, 0, (t))
#define LIKE(...) \
  { __VA_ARGS__ }

static void expect(Fixture *f, TypeId t, u64 size, u64 align) {
  const char *why = type_layout(f->tt, t);
  if (why) fail_msg("%s", why);
  assert_int_equal(type_size(f->tt, t), size);
  assert_int_equal(type_align(f->tt, t), align);
}

static TypeId tuple3(Fixture *f, TypeId a, TypeId b, TypeId c) {
  return type_tuple(f->tt, (TypeId[]){a, b, c}, 3);
}

static void test_scalars(void **state) {
  Fixture *f = *state;
  expect(f, type_unit(f->tt), 0, 1);
  expect(f, f->u128_, 16, 16);
  expect(f, f->bool_, 1, 1);
  expect(f, f->char_, 4, 4);
  expect(f, type_never(f->tt), 0, 1);
  expect(f, type_usize(f->tt), 8, 8);
  expect(f, type_ptr(f->tt, PTR_REF, f->u8_), 8, 8);
  expect(f, type_ptr(f->tt, PTR_RAW_MUT, type_slice(f->tt, f->u8_)), 16, 8);
  expect(f, type_ptr(f->tt, PTR_REF, type_str(f->tt)), 16, 8);
  expect(f, type_array(f->tt, f->u16_, 5), 10, 2);
  expect(f, type_array(f->tt, f->u64_, 0), 0, 8);
  assert_int_equal(type_usize(f->tt), type_usize(f->tt));
  assert_int_not_equal(type_usize(f->tt), f->u64_);
}

static void test_field_order(void **state) {
  Fixture *f = *state;
  TypeId t = STRUCT(f->u8_, f->u32_, f->u16_);
  expect(f, t, 8, 4);
  assert_int_equal(type_field_offset(f->tt, t, 0, 0), 6);
  assert_int_equal(type_field_offset(f->tt, t, 0, 1), 0);
  assert_int_equal(type_field_offset(f->tt, t, 0, 2), 4);
  t = STRUCT(f->bool_, type_array(f->tt, f->u8_, 16), f->u8_);
  expect(f, t, 18, 1);
  assert_int_equal(type_field_offset(f->tt, t, 0, 0), 0);
  assert_int_equal(type_field_offset(f->tt, t, 0, 1), 1);
  expect(f, OPTION(t), 18, 1);
  t = tuple3(f, f->u8_, f->u16_, f->u32_);
  expect(f, t, 8, 4);
  assert_int_equal(type_field_offset(f->tt, t, 0, 0), 2);
  assert_int_equal(type_field_offset(f->tt, t, 0, 1), 0);
  assert_int_equal(type_field_offset(f->tt, t, 0, 2), 4);
  t = tuple3(f, f->u8_, f->u64_, f->u16_);
  expect(f, t, 16, 8);
  assert_int_equal(type_field_offset(f->tt, t, 0, 0), 8);
  assert_int_equal(type_field_offset(f->tt, t, 0, 2), 10);
}

static void test_reprs(void **state) {
  Fixture *f = *state;
  TypeId t = STRUCT_LIKE(LIKE(.repr_c = true), f->u8_, f->u64_, f->u8_);
  expect(f, t, 24, 8);
  assert_int_equal(type_field_offset(f->tt, t, 0, 2), 16);
  expect(f, STRUCT_LIKE(LIKE(.repr_c = true, .repr_packed = 1), f->u8_, f->u64_, f->u8_), 10, 1);
  expect(f, STRUCT_LIKE(LIKE(.repr_packed = 2), f->u8_, f->u64_, f->u8_), 10, 2);
  expect(f, STRUCT_LIKE(LIKE(.repr_align = 32), f->u8_), 32, 32);
  expect(f,
         adt(f, ADT_UNION, 1, (TypeId[]){f->u8_, f->u32_, type_array(f->tt, f->u16_, 5), 0},
             (AdtInfo){0}),
         12, 4);
  expect(f, adt(f, ADT_ENUM, 2, (TypeId[]){f->u32_, 0, 0}, (AdtInfo){.repr_int = f->u8_}), 8, 4);
  expect(f, adt(f, ADT_ENUM, 2, (TypeId[]){f->u8_, 0, f->u64_, 0}, (AdtInfo){.repr_c = true}), 16,
         8);
  expect(f, adt(f, ADT_ENUM, 2, (TypeId[]){0, 0}, (AdtInfo){.repr_c = true}), 4, 4);
  assert_non_null(type_layout(f->tt, STRUCT_LIKE(LIKE(.repr_align = 3), f->u8_)));
}

static const AdtInfo *info_of(Fixture *f, TypeId t) { return type_get(f->tt, t)->u.adt.info; }

static void test_enums(void **state) {
  Fixture *f = *state;
  expect(f, ENUM(0, 0), 0, 1);
  expect(f, ENUM(1, 0), 0, 1);
  TypeId t = ENUM(3, f->u32_, 0, f->u64_, 0, 0);
  expect(f, t, 16, 8);
  assert_int_equal(info_of(f, t)->tag_encoding, TAG_DIRECT);
  assert_int_equal(type_size(f->tt, info_of(f, t)->tag_ty), 4); /* grown up to the u32 */
  expect(f, ENUM(2, f->u8_, 0, f->u32_, f->u8_), 8, 4);
  expect(f, ENUM(3, f->bool_, f->u32_, 0, f->u8_, 0, f->u16_), 8, 4);
  expect(f, ENUM(2, type_array(f->tt, f->u64_, 0), 0, 0), 8, 8);
  expect(f, OPTION(f->u128_), 32, 16);
  expect(f, ENUM(2, f->u32_, 0, type_unit(f->tt)), 8, 4);
  t = ENUM(2, 0, 0);
  expect(f, t, 1, 1);
  AdtInfo *info = arena_new(f->arena, AdtInfo);
  *info = *info_of(f, t);
  info->variants = arena_array(f->arena, Variant, 2);
  info->variants[0].discr = -1;
  info->variants[1].discr = 255;
  TypeId wide = type_adt(f->tt, &f->defs[f->ndefs++], NULL, 0);
  type_define_adt(f->tt, wide, info);
  expect(f, wide, 2, 2);
  u128 tag = 0;
  assert_true(type_variant_tag(f->tt, wide, 0, &tag));
  assert_int_equal((u64)tag, 0xffff);
}

static void test_niches(void **state) {
  Fixture *f = *state;
  u128 tag = 0;
  TypeId t = OPTION(type_ptr(f->tt, PTR_REF, f->u8_));
  expect(f, t, 8, 8);
  assert_int_equal(info_of(f, t)->tag_encoding, TAG_NICHE);
  assert_true(type_variant_tag(f->tt, t, 0, &tag));
  assert_int_equal((u64)tag, 0);
  assert_false(type_variant_tag(f->tt, t, 1, &tag));
  /* one niche value is not enough for two variants */
  expect(f, ENUM(3, 0, type_ptr(f->tt, PTR_REF, f->u8_), 0, 0), 16, 8);
  TypeId e3 = ENUM(3, 0, f->bool_, 0, 0);
  expect(f, e3, 1, 1);
  assert_true(type_variant_tag(f->tt, e3, 0, &tag));
  assert_int_equal((u64)tag, 2);
  assert_true(type_variant_tag(f->tt, e3, 2, &tag));
  assert_int_equal((u64)tag, 4);
  expect(f, OPTION(e3), 1, 1);
  t = OPTION(OPTION(f->bool_));
  expect(f, t, 1, 1);
  assert_true(type_variant_tag(f->tt, t, 0, &tag));
  assert_int_equal((u64)tag, 3);
  expect(f, OPTION(f->char_), 4, 4);
  expect(f, OPTION(type_ptr(f->tt, PTR_BOX, f->u32_)), 8, 8);
  expect(f, OPTION(type_ptr(f->tt, PTR_REF, type_str(f->tt))), 16, 8);
  expect(f, OPTION(type_ptr(f->tt, PTR_RAW_CONST, f->u8_)), 16, 8);
  expect(f, OPTION(tuple3(f, f->u8_, f->bool_, f->u64_)), 16, 8);
  expect(f, OPTION(type_array(f->tt, f->bool_, 3)), 3, 1);
  expect(f, ENUM(3, f->char_, f->char_, 0, f->char_, 0, 0), 8, 4);
  expect(f, OPTION(ENUM(2, f->u8_, 0, f->u32_, f->u8_)), 8, 4);
  expect(f, OPTION(ENUM(3, f->u32_, 0, f->u64_, 0, 0)), 16, 8);
  /* an UnsafeCell hides the niche of its contents */
  expect(f, OPTION(STRUCT_LIKE(LIKE(.is_unsafe_cell = true), f->bool_)), 2, 1);
  /* Result<u32, !> is a u32 */
  expect(f, ENUM(2, f->u32_, 0, type_never(f->tt)), 4, 4);
}

static void test_errors(void **state) {
  Fixture *f = *state;
  AdtInfo *info = arena_new(f->arena, AdtInfo);
  TypeId list = type_adt(f->tt, &f->defs[f->ndefs++], NULL, 0);
  assert_non_null(type_layout(f->tt, list)); /* no definition yet */
  *info = (AdtInfo){.name = "List", .kind = ADT_STRUCT, .nvariants = 1};
  info->variants = arena_array(f->arena, Variant, 1);
  info->variants[0].nfields = 1;
  info->variants[0].fields = arena_new(f->arena, Field);
  info->variants[0].fields[0] = (Field){.name = "next", .ty = list};
  type_define_adt(f->tt, list, info);
  assert_string_equal(type_layout(f->tt, list), "recursive type without indirection: `List`");
  assert_false(type_needs_drop(f->tt, list));
  info->variants[0].fields[0].ty = type_ptr(f->tt, PTR_BOX, list);
  assert_null(type_layout(f->tt, list));
  assert_true(type_needs_drop(f->tt, list));

  TypeId huge = type_array(f->tt, f->u64_, UINT64_MAX / 2);
  assert_non_null(type_layout(f->tt, huge));
  assert_non_null(
      type_layout(f->tt, type_array(f->tt, type_array(f->tt, f->u8_, 1ull << 40), 1ull << 40)));
  assert_non_null(type_layout(f->tt, type_array(f->tt, type_str(f->tt), 2)));
  assert_non_null(type_layout(f->tt, type_infer(f->tt, 3)));
  assert_non_null(type_layout(f->tt, 0));
  TypeId deep = f->u8_;
  for (int i = 0; i < 5000; i++) deep = type_array(f->tt, deep, 1);
  assert_non_null(type_layout(f->tt, deep));
  type_needs_drop(f->tt, deep);
  assert_non_null(type_str_of(f->tt, deep));
}

static void test_facts(void **state) {
  Fixture *f = *state;
  TypeId pair = f->u8_; /* a tree of 2^60 leaves, 60 nodes */
  for (int i = 0; i < 60; i++) pair = type_tuple(f->tt, (TypeId[]){pair, pair}, 2);
  assert_true(type_is_copy(f->tt, pair));
  assert_false(type_needs_drop(f->tt, pair));
  assert_true(type_is_freeze(f->tt, pair));
  assert_true(type_is_copy(f->tt, type_ptr(f->tt, PTR_REF, pair)));
  assert_false(type_is_copy(f->tt, type_ptr(f->tt, PTR_REF_MUT, pair)));
  TypeId boxed = type_ptr(f->tt, PTR_BOX, f->u8_);
  assert_true(type_needs_drop(f->tt, type_array(f->tt, boxed, 2)));
  assert_false(type_needs_drop(f->tt, type_array(f->tt, boxed, 0)));
  assert_false(type_needs_drop(f->tt, STRUCT_LIKE(LIKE(.is_manually_drop = true), boxed)));
  TypeId cell = STRUCT_LIKE(LIKE(.is_unsafe_cell = true), f->u8_);
  assert_false(type_is_freeze(f->tt, STRUCT(cell)));
  assert_true(type_is_freeze(f->tt, type_ptr(f->tt, PTR_REF, cell)));
  assert_true(type_is_uninhabited(f->tt, ENUM(0, 0)));
  assert_true(type_is_uninhabited(f->tt, STRUCT(f->u8_, type_never(f->tt))));
  assert_false(type_is_uninhabited(f->tt, OPTION(type_never(f->tt))));
  FnSig sig = {.nparams = 1, .params = &f->u8_, .ret = type_unit(f->tt), .is_unsafe = true};
  assert_string_equal(type_str_of(f->tt, type_fnptr(f->tt, sig)), "unsafe fn(u8)");
  TypeId bytes = type_array(f->tt, f->u8_, 4);
  assert_string_equal(type_str_of(f->tt, type_ptr(f->tt, PTR_REF_MUT, bytes)), "&mut [u8; 4]");
  assert_string_equal(type_str_of(f->tt, type_tuple(f->tt, &f->u8_, 1)), "(u8,)");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_scalars, setup, teardown),
      cmocka_unit_test_setup_teardown(test_field_order, setup, teardown),
      cmocka_unit_test_setup_teardown(test_reprs, setup, teardown),
      cmocka_unit_test_setup_teardown(test_enums, setup, teardown),
      cmocka_unit_test_setup_teardown(test_niches, setup, teardown),
      cmocka_unit_test_setup_teardown(test_errors, setup, teardown),
      cmocka_unit_test_setup_teardown(test_facts, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
