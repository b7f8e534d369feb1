/* A machine without a program, on which the hooks of an aliasing discipline are called directly;
 * and pointee types whose bytes are cells or not by a given pattern. */
#ifndef LITMUS_TESTS_BORROW_RIG_H
#define LITMUS_TESTS_BORROW_RIG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "engine/mach/machine.h"

typedef struct Pointee {
  TypeId ty;
  u64 size;
  u32 cells; /* bit i: byte i is inside an UnsafeCell */
  bool is_pinned;
} Pointee;

typedef struct Rig {
  Arena *arena;
  Program program;
  Function fn;
  Exploration x;
  Machine m;
  Pointee pointees[64];
  u32 npointees;
  char defs[128]; /* addresses tell types apart */
  u32 ndefs;
} Rig;

static inline TypeId rig_struct(Rig *r, const TypeId *fields, u32 n, AdtInfo like) {
  AdtInfo *info = arena_new(r->arena, AdtInfo);
  *info = like;
  info->kind = ADT_STRUCT;
  info->name = "S";
  info->repr_c = true;
  info->nvariants = 1;
  info->variants = arena_new(r->arena, Variant);
  info->variants->name = "S";
  info->variants->nfields = n;
  info->variants->fields = arena_array(r->arena, Field, n + 1);
  for (u32 i = 0; i < n; i++) info->variants->fields[i] = (Field){.name = "f", .ty = fields[i]};
  assert_true(r->ndefs < sizeof r->defs);
  TypeId t = type_adt(r->m.types, &r->defs[r->ndefs++], NULL, 0);
  type_define_adt(r->m.types, t, info);
  return t;
}

/* A pointee of n bytes, those in the mask `cells` inside UnsafeCells. */
static inline void rig_pointee(Rig *r, u32 n, u32 cells, bool is_pinned) {
  TypeId byte = type_int(r->m.types, 8, false), fields[33];
  TypeId cell = rig_struct(r, &byte, 1, (AdtInfo){.is_unsafe_cell = true});
  assert_true(n <= 32);
  for (u32 i = 0; i < n; i++) fields[i] = cells & 1u << i ? cell : byte;
  if (is_pinned) fields[n] = rig_struct(r, NULL, 0, (AdtInfo){.is_pinned = true});
  TypeId t = rig_struct(r, fields, n + is_pinned, (AdtInfo){0});
  assert_null(type_layout(r->m.types, t));
  assert_int_equal(type_size(r->m.types, t), n);
  assert_true(r->npointees < sizeof r->pointees / sizeof *r->pointees);
  r->pointees[r->npointees++] = (Pointee){t, n, cells, is_pinned};
}

static inline void rig_open(Rig *r, const char *model) {
  memset(r, 0, sizeof *r);
  r->arena = arena_create();
  r->program.types = types_create(r->arena);
  r->fn.name = "f";
  r->x = (Exploration){.program = &r->program,
                       .model = model_by_name(model),
                       .terms = terms_create(),
                       .limits = limits_default(),
                       .entry = NO_FUNC};
  assert_non_null(r->x.model);
  mach_init(&r->m, &r->x);
  r->m.arena = r->arena;
}

static inline void rig_close(Rig *r) {
  Terms *terms = r->x.terms;
  mach_destroy(&r->m);
  terms_destroy(terms);
  arena_destroy(r->arena);
}

static inline void rig_call(Rig *r) {
  Frame f = {.fn = &r->fn, .first_protector = r->m.protectors.len};
  vec_push(&r->m.frames, f);
}

static inline void rig_return(Rig *r) {
  u32 first = vec_pop(&r->m.frames).first_protector;
  r->m.frames.len++; /* still there while its protectors end */
  if (r->m.model->aliasing->on_return) r->m.model->aliasing->on_return(&r->m, first);
  r->m.protectors.len = first;
  r->m.frames.len--;
}

#endif
