/* The intrinsics: one function each, found through a table. Those of integers: intr_int.c. */
#include <stdlib.h>
#include <string.h>

#include "engine/mach/intrinsic.h"

static u64 known(Call *c, const Value *v, const char *what) {
  if (!bits_known(v->a.bits)) mach_unsupported(c->m, "%s that is not known", what);
  return (u64)v->a.bits.c;
}
static u64 small(Call *c, const Value *v) { return mach_small(c->m, v->a.bits); }

/* ---- sizes */

static void size_of(Call *c) { give_int(c, mach_type(c->m, c->ty)->size); }
static void align_of(Call *c) { give_int(c, (u128)1 << mach_type(c->m, c->ty)->log2_align); }
static void size_of_val(Call *c) {
  Bits meta = c->arg[0].cls == CLASS_WIDE ? c->arg[0].meta : bits_const(0);
  TypeId to = type_get(c->m->types, c->arg[0].ty)->u.ptr.to;
  give_int(c, mach_pointee_size(c->m, to, meta));
}
static void align_of_val(Call *c) {
  Bits meta = c->arg[0].cls == CLASS_WIDE ? c->arg[0].meta : bits_const(0);
  TypeId to = type_get(c->m->types, c->arg[0].ty)->u.ptr.to;
  give_int(c, (u128)1 << mach_pointee_align(c->m, to, meta));
}
static void type_id(Call *c) { give_int(c, c->ty); }
static void needs_drop(Call *c) { give_bool(c, bits_const(type_needs_drop(c->m->types, c->ty))); }

/* ---- pointer arithmetic */

static Bits scaled(Call *c, Bits count, bool is_signed, bool checked) {
  Machine *m = c->m;
  u64 size = mach_type(m, c->ty)->size;
  Bits bytes = bits_bin(m, TERM_MUL, 64, count, bits_const(size));
  if (checked && size) {
    /* The distance in bytes must not overflow isize. */
    Bits wide =
        bits_bin(m, TERM_MUL, 128, bits_resize(m, count, 64, is_signed, 128), bits_const(size));
    Bits back = bits_resize(m, bytes, 64, true, 128);
    if (!mach_decide(m, bits_compare(m, BIN_EQ, 128, false, wide, back)))
      mach_ub(m, UB_PTR_ARITHMETIC, NULL,
              "in-bounds pointer arithmetic by %s elements of %llu bytes overflows isize",
              mach_bits_text(m, count, 64), (unsigned long long)size);
  }
  return bytes;
}

static void give_ptr(Call *c, Scalar p) {
  Value v = c->arg[0];
  v.ty = c->dest->ty;
  v.a = p;
  give(c, v);
}

static void known_distance(Call *c, Bits bytes) {
  if (bits_known(bytes)) {
    give_ptr(c, mach_inbounds(c->m, c->arg[0].a, bytes));
    return;
  }
  /* An unknown distance: the result's offset in the allocation is split over. */
  Prov p = c->arg[0].a.prov;
  if (prov_is_none(p) || prov_is_wildcard(p) || c->m->model->bounds == BOUNDS_NONE)
    mach_unsupported(c->m, "in-bounds pointer arithmetic by an unknown distance");
  Alloc *a = c->m->numbered.at[p.alloc - 1];
  Bits to = bits_bin(c->m, TERM_ADD, 64, c->arg[0].a.bits, bytes);
  Bits off = bits_bin(c->m, TERM_SUB, 64, to, a->base);
  if (!mach_decide(c->m, bits_compare(c->m, BIN_LE, 64, false, off, bits_const(a->size))))
    mach_ub(c->m, UB_PTR_ARITHMETIC, a, "in-bounds arithmetic on %s goes out of bounds",
            mach_ptr_text(c->m, c->arg[0].a));
  u64 at = mach_concretise(c->m, off, a->size, 1);
  Bits from = bits_bin(c->m, TERM_SUB, 64, c->arg[0].a.bits, a->base);
  give_ptr(c, mach_inbounds(c->m, c->arg[0].a, bits_bin(c->m, TERM_SUB, 64, bits_const(at), from)));
}

static void offset(Call *c) { known_distance(c, scaled(c, c->arg[1].a.bits, true, true)); }
static void offset_usize(Call *c) { known_distance(c, scaled(c, c->arg[1].a.bits, false, true)); }
static void sub_usize(Call *c) {
  Bits bytes = scaled(c, c->arg[1].a.bits, false, true);
  known_distance(c, bits_bin(c->m, TERM_SUB, 64, bits_const(0), bytes));
}
static void arith_offset(Call *c) {
  Bits bytes = scaled(c, c->arg[1].a.bits, true, false);
  give_ptr(c, (Scalar){bits_bin(c->m, TERM_ADD, 64, c->arg[0].a.bits, bytes), c->arg[0].a.prov});
}
static void with_addr(Call *c) { give_ptr(c, (Scalar){c->arg[1].a.bits, c->arg[0].a.prov}); }

static Bits distance(Call *c) {
  Machine *m = c->m;
  Scalar a = c->arg[0].a, b = c->arg[1].a;
  u64 size = mach_type(m, c->ty)->size;
  if (!size)
    mach_panic(m, "assertion failed: 0 < pointee_size && pointee_size <= isize::MAX as usize");
  Bits bytes = bits_bin(m, TERM_SUB, 64, a.bits, b.bits);
  bool equal = mach_decide(m, bits_compare(m, BIN_EQ, 64, false, a.bits, b.bits));
  if (equal) return bits_const(0);
  if (!mach_same_allocation(m, a, b))
    mach_ub(m, UB_PTR_DIFFERENCE, NULL,
            "distance between %s and %s, which are not in the same live allocation",
            mach_ptr_text(m, a), mach_ptr_text(m, b));
  Bits rest = bits_bin(m, TERM_SREM, 64, bytes, bits_const(size));
  if (!mach_decide(m, bits_compare(m, BIN_EQ, 64, false, rest, bits_const(0))))
    mach_ub(m, UB_PTR_DIFFERENCE, NULL,
            "the distance of %s bytes is not a multiple of the element size %llu",
            mach_bits_text(m, bytes, 64), (unsigned long long)size);
  return bits_bin(m, TERM_SDIV, 64, bytes, bits_const(size));
}
static void ptr_offset_from(Call *c) { give_bits(c, distance(c)); }
static void ptr_offset_from_unsigned(Call *c) {
  Bits d = distance(c);
  if (mach_decide(c->m, bits_compare(c->m, BIN_LT, 64, true, d, bits_const(0))))
    mach_ub(c->m, UB_PTR_DIFFERENCE, NULL,
            "offset_from_unsigned of a pointer that lies before its origin");
  give_bits(c, d);
}

/* ---- reading and writing */

static PlaceVal pointee(Call *c, const Value *ptr, TypeId ty) {
  return mach_place_of_ptr(c->m, ty, ptr->a, ptr->cls == CLASS_WIDE ? ptr->meta : bits_const(0));
}
static void typed_read(Call *c) {
  PlaceVal p = pointee(c, &c->arg[0], c->ty);
  give(c, mach_load(c->m, &p, RETAG_DEFAULT));
}
/* An argument on its way into memory, by a typed copy of its own. */
static Value typed_copy(Call *c, u32 i) {
  if (!c->m->model->aliasing->on_retag) return c->arg[i];
  return mach_reinterpret(c->m, &c->arg[i], c->ty, RETAG_DEFAULT);
}
static void typed_write(Call *c) {
  PlaceVal p = pointee(c, &c->arg[0], c->ty);
  Value v = typed_copy(c, 1);
  mach_store(c->m, &p, &v);
}
static void unaligned_read(Call *c) {
  PlaceVal p = pointee(c, &c->arg[0], c->ty);
  p.based_log2_align = 0;
  give(c, mach_load(c->m, &p, RETAG_DEFAULT));
}
static void unaligned_write(Call *c) {
  PlaceVal p = pointee(c, &c->arg[0], c->ty);
  p.based_log2_align = 0;
  mach_store(c->m, &p, &c->arg[1]);
}

static void put_bits(Call *c, Event *e, Bits b, unsigned width, FragFormat format) {
  if (b.t) {
    vec_push(&e->frags, ((Frag){.term = b.t, .format = format}));
    return;
  }
  StrBuf text = {0};
  if (format == FRAG_HEX_PREFIX) sb_puts(&text, "0x");
  if (format == FRAG_HEX_PREFIX)
    sb_put_radix(&text, b.c, 16);
  else
    sb_put_int(&text, b.c, width, false);
  const char *s = arena_strndup(c->m->arena, sb_str(&text), text.len);
  vec_push(&e->frags, ((Frag){.text = s, .len = (u32)text.len}));
  sb_free(&text);
}

/* Volatile accesses are observable: which address, how wide, what value. */
static void volatile_event(Call *c, EventKind kind, const Value *v) {
  Machine *m = c->m;
  Event e = {0};
  const char *head = arena_printf(m->arena, "%s at ", type_str_of(m->types, c->ty));
  vec_push(&e.frags, ((Frag){.text = head, .len = (u32)strlen(head)}));
  put_bits(c, &e, c->arg[0].a.bits, 64, FRAG_HEX_PREFIX);
  vec_push(&e.frags, ((Frag){.text = " = ", .len = 3}));
  const TypeInfo *ti = mach_type(m, v->ty);
  if (v->cls == CLASS_SCALAR) {
    put_bits(c, &e, v->a.bits, (unsigned)ti->size * 8, FRAG_DEC);
  } else {
    Value raw = value_bytes(m, v->ty);
    value_put(m, raw.bytes, 0, v);
    for (u64 i = 0, bad; i < ti->size; i++) {
      Scalar s;
      if (i) vec_push(&e.frags, ((Frag){.text = ",", .len = 1}));
      if (bytes_load(m->ts, raw.bytes, i, 1, &s, &bad))
        put_bits(c, &e, s.bits, 8, FRAG_DEC);
      else
        vec_push(&e.frags, ((Frag){.text = "uninit", .len = 6}));
    }
  }
  mach_emit(m, kind, &e);
}
static void volatile_load(Call *c) {
  PlaceVal p = pointee(c, &c->arg[0], c->ty);
  Value v = mach_load(c->m, &p, RETAG_DEFAULT);
  volatile_event(c, EVENT_VOLATILE_READ, &v);
  give(c, v);
}
static void volatile_store(Call *c) {
  PlaceVal p = pointee(c, &c->arg[0], c->ty);
  mach_store(c->m, &p, &c->arg[1]);
  volatile_event(c, EVENT_VOLATILE_WRITE, &c->arg[1]);
}

static u64 total_bytes(Call *c, const Value *count) {
  u128 n = (u128)mach_type(c->m, c->ty)->size * small(c, count);
  if (n > INT64_MAX) mach_ub(c->m, UB_PTR_ARITHMETIC, NULL, "the size to copy overflows isize");
  return (u64)n;
}
static void aligned(Call *c, const Value *ptr, const char *what) {
  mach_check_aligned(c->m, ptr->a.bits, mach_type(c->m, c->ty)->log2_align, what);
}
static void copy_elements(Call *c, bool nonoverlapping) {
  u64 n = total_bytes(c, &c->arg[2]);
  aligned(c, &c->arg[0], "copy from a place");
  aligned(c, &c->arg[1], "copy to a place");
  mach_copy_bytes(c->m, c->arg[0].a, c->arg[1].a, n, nonoverlapping);
}
static void copy(Call *c) { copy_elements(c, false); }
static void copy_nonoverlapping(Call *c) { copy_elements(c, true); }

static void typed_swap(Call *c) {
  PlaceVal p = pointee(c, &c->arg[0], c->ty), q = pointee(c, &c->arg[1], c->ty);
  Value a = mach_load(c->m, &p, RETAG_DEFAULT), b = mach_load(c->m, &q, RETAG_DEFAULT);
  u64 n = mach_type(c->m, c->ty)->size, poff, qoff;
  Alloc *pa = mach_access(c->m, &p, n, ACCESS_WRITE, &poff),
        *qa = mach_access(c->m, &q, n, ACCESS_WRITE, &qoff);
  if (n && pa == qa && poff < qoff + n && qoff < poff + n)
    mach_ub(c->m, UB_OVERLAP, pa, "swap of overlapping memory");
  mach_store(c->m, &p, &b);
  mach_store(c->m, &q, &a);
}

static void write_bytes(Call *c) {
  u64 n = total_bytes(c, &c->arg[2]);
  aligned(c, &c->arg[0], "write_bytes to a place");
  if (!n) return;
  PlaceVal p = {.ptr = c->arg[0].a};
  u64 off;
  Alloc *a = mach_access(c->m, &p, n, ACCESS_WRITE, &off);
  Scalar byte = {c->arg[1].a.bits, PROV_NONE};
  for (u64 i = 0; i < n; i++) bytes_store(c->m->ts, &a->data, off + i, 1, byte);
}

static void compare_bytes(Call *c) {
  Machine *m = c->m;
  u64 n = small(c, &c->arg[2]);
  if (!n) {
    give_int(c, 0);
    return;
  }
  PlaceVal p = {.ptr = c->arg[0].a}, q = {.ptr = c->arg[1].a};
  u64 poff, qoff, bad;
  Alloc *pa = mach_access(m, &p, n, ACCESS_READ, &poff),
        *qa = mach_access(m, &q, n, ACCESS_READ, &qoff);
  for (u64 i = 0; i < n; i++) {
    Scalar x, y;
    if (!bytes_load(m->ts, &pa->data, poff + i, 1, &x, &bad) ||
        !bytes_load(m->ts, &qa->data, qoff + i, 1, &y, &bad))
      mach_ub(m, UB_UNINIT, pa, "uninitialised bytes are compared");
    if (mach_decide(m, bits_compare(m, BIN_EQ, 8, false, x.bits, y.bits))) continue;
    bool less = mach_decide(m, bits_compare(m, BIN_LT, 8, false, x.bits, y.bits));
    give_int(c, less ? u128_mask(~(u128)0, 32) : 1);
    return;
  }
  give_int(c, 0);
}

/* ---- the heap */

static void alloc_(Call *c) {
  give(c, value_scalar(c->dest->ty,
                       mach_heap_alloc(c->m, c->arg[0].a.bits, c->arg[1].a.bits, false, NULL)));
}
static void alloc_zeroed(Call *c) {
  give(c, value_scalar(c->dest->ty,
                       mach_heap_alloc(c->m, c->arg[0].a.bits, c->arg[1].a.bits, true, NULL)));
}
static void dealloc(Call *c) {
  mach_heap_free(c->m, c->arg[0].a, c->arg[1].a.bits, c->arg[2].a.bits, "deallocation");
}
/* The old memory is freed before the new is made, so the new may begin where the old did. */
static void realloc_(Call *c) {
  Machine *m = c->m;
  u64 old_size = small(c, &c->arg[1]), new_size = small(c, &c->arg[3]);
  u64 keep = old_size < new_size ? old_size : new_size;
  Alloc *old = mach_to_free(m, c->arg[0].a, c->arg[1].a.bits, c->arg[2].a.bits, "realloc");
  Value saved = value_raw(m, keep);
  bytes_copy(saved.bytes, 0, &old->data, 0, keep);
  mach_heap_free(m, c->arg[0].a, c->arg[1].a.bits, c->arg[2].a.bits, "realloc");
  Scalar fresh = mach_heap_alloc(m, bits_const(new_size), c->arg[2].a.bits, false, NULL);
  bytes_copy(&m->numbered.at[fresh.prov.alloc - 1]->data, 0, saved.bytes, 0, keep);
  give(c, value_scalar(c->dest->ty, fresh));
}
static void box_new(Call *c) {
  const TypeInfo *ti = mach_type(c->m, c->ty);
  if (!ti->size) {
    give_int(c, (u128)1 << ti->log2_align); /* NonNull::dangling */
    return;
  }
  Scalar p = mach_heap_alloc(c->m, bits_const(ti->size), bits_const((u128)1 << ti->log2_align),
                             false, NULL);
  PlaceVal place = mach_place_of_ptr(c->m, c->ty, p, bits_const(0));
  Value v = typed_copy(c, 0);
  mach_store(c->m, &place, &v);
  give(c,
       value_scalar(c->dest->ty, mach_new_ref(c->m, c->dest->ty, p, bits_const(0), RETAG_DEFAULT)));
}
static void box_free(Call *c) {
  Bits meta = c->arg[0].cls == CLASS_WIDE ? c->arg[0].meta : bits_const(0);
  TypeId to = type_get(c->m->types, c->arg[0].ty)->u.ptr.to;
  u64 n = mach_pointee_size(c->m, to, meta);
  if (n)
    mach_heap_free(c->m, c->arg[0].a, bits_const(n),
                   bits_const((u128)1 << mach_pointee_align(c->m, to, meta)), "drop of a Box");
}

/* ---- values that pass through */

static void forget(Call *c) { (void)c; }
static void black_box(Call *c) { give(c, typed_copy(c, 0)); }
/* Of two integers one term is made. Of anything that carries provenance or has parts one is taken.
 */
static void select_unpredictable(Call *c) {
  const Value *a = &c->arg[1], *b = &c->arg[2];
  Bits cond = value_cond(c->m, &c->arg[0]);
  if (a->cls == CLASS_SCALAR && !mach_type(c->m, c->ty)->has_provenance)
    give_bits(c, bits_select(c->m, c->width, cond, a->a.bits, b->a.bits));
  else
    give(c, typed_copy(c, mach_decide(c->m, cond) ? 1 : 2));
}
static void slice_from_raw_parts(Call *c) {
  give(c, value_wide(c->dest->ty, c->arg[0].a, bits_const(small(c, &c->arg[1]))));
}
static void slice_len(Call *c) { give_bits(c, c->arg[0].meta); }

/* ---- endings */

static void unreachable(Call *c) {
  mach_ub(c->m, UB_UNREACHABLE, NULL, "code declared unreachable was reached");
}
static void assume(Call *c) {
  if (!mach_decide(c->m, value_cond(c->m, &c->arg[0])))
    mach_ub(c->m, UB_ASSUME, NULL, "an assumption is false");
}

/* The name of what the caller of litmus::any assigns its result to. */
static const char *input_name(Machine *m) {
  for (u32 i = m->frames.len; i-- > 0;) {
    const Frame *f = &m->frames.at[i];
    if (f->fn->is_prelude) continue;
    const Terminator *t = &f->fn->blocks.at[f->block].term;
    const char *name = t->no_return ? NULL : f->fn->locals.at[t->place.local].name;
    if (name && !t->place.nproj) return name;
    break;
  }
  return arena_printf(m->arena, "input %u", m->inputs.len + 1);
}
static void symbolic(Call *c) { give(c, mach_any(c->m, c->ty, input_name(c->m))); }

/* The executions in which it does not hold are left out. That must be a matter of inputs alone:
 * leaving out layouts would leave out behaviours. */
static void restrict_(Call *c) {
  Machine *m = c->m;
  if (mach_decide(m, value_cond(m, &c->arg[0]))) return;
  for (u32 i = 0; i < m->choices.len; i++)
    if (!mach_about_inputs(m, m->choices.at[i].cond))
      mach_unsupported(m, "litmus::assume on a path that depends on more than inputs");
  m->end.span = mach_blame(m);
  mach_end(m, END_EXCLUDED);
}
static void assert_unsafe(Call *c) {
  if (!mach_decide(c->m, value_cond(c->m, &c->arg[0])))
    mach_ub(c->m, UB_ASSUME, NULL, "the precondition of `%s` does not hold",
            vec_last(&c->m->frames).fn->name);
}
static void abort_(Call *c) { mach_abort(c->m, NULL); }
static void exit_(Call *c) {
  if (c->m->contracts) mach_contract_effect(c->m, NULL, "it ends the program");
  c->m->end.exit_code = (int)(i64)u128_sext(known(c, &c->arg[0], "an exit code"), 32);
  mach_end(c->m, END_EXIT);
}
static void print(Call *c) {
  Event e = {0};
  mach_format(c->m, &c->t->fmt, c->t->args, &e);
  mach_emit(c->m, c->t->intrinsic == INTR_EPRINT ? EVENT_STDERR : EVENT_STDOUT, &e);
}
static void assert_failed(Call *c) {
  Event e = {0};
  mach_format(c->m, &c->t->fmt, c->t->args, &e);
  mach_panic_event(c->m, &c->t->fmt, &e);
}
static void fmt_write(Call *c) {
  Machine *m = c->m;
  u64 field[FMT_NFIELDS];
  for (u32 i = 0; i < FMT_NFIELDS; i++) {
    Value ref = mach_operand(m, &c->t->args[i], RETAG_NONE);
    const Type *t = type_get(m->types, operand_type(&c->t->args[i]));
    PlaceVal place = mach_place_of_ptr(m, t->u.ptr.to, ref.a, ref.meta);
    Value v = mach_load(m, &place, RETAG_NONE);
    field[i] = known(c, &v, "an option of a formatter");
  }
  Event e = {0};
  mach_format_as(m, &c->t->fmt, c->t->args, field, &e);
  if (field[FMT_SINK] != FMT_MESSAGE) {
    mach_emit(m, field[FMT_SINK] == FMT_STDERR ? EVENT_STDERR : EVENT_STDOUT, &e);
    return;
  }
  sb_puts(&m->message, mach_event_text(m, &e));
  m->message_is_exact &= mach_event_is_exact(&e);
  vec_free(&e.frags);
}

/* ---- panics */

static u64 number(Call *c) { return known(c, &c->arg[0], "the number of a panic"); }
static void resume_unwind(Call *c) { mach_panic_again(c->m, (u32)number(c)); }
static void start_panic(Call *c) {
  Machine *m = c->m;
  u64 n = bits_known(c->arg[1].meta) ? (u64)c->arg[1].meta.c : 0, off = 0, bad;
  PlaceVal p = {.ptr = c->arg[1].a};
  Alloc *a = n ? mach_access(m, &p, n, ACCESS_READ, &off) : NULL;
  char *text = arena_array(m->arena, char, n + 1);
  for (u64 i = 0; i < n; i++) {
    Scalar byte;
    bool is_known = bytes_load(m->ts, &a->data, off + i, 1, &byte, &bad) && bits_known(byte.bits);
    text[i] = is_known ? (char)byte.bits.c : '?';
  }
  bool drops = mach_vtable_of(m, c->arg[2].meta)->drop != NO_FUNC;
  mach_panic_with(m, c->arg[0].a, text, drops);
}
static void panic_payload(Call *c) {
  give(c, value_scalar(c->dest->ty, mach_caught_panic(c->m, number(c))->payload));
}
static void panic_is_literal(Call *c) {
  give_bool(c, bits_const(mach_caught_panic(c->m, number(c))->is_literal));
}
static void panic_text(Call *c) {
  const Panic *p = mach_caught_panic(c->m, number(c));
  if (!p->is_exact) mach_unsupported(c->m, "the message of a panic with an unknown number in it");
  u64 len = strlen(p->message);
  Scalar at = mach_ptr_to(c->m, mach_string(c->m, p->message, len), 0);
  give(c, value_wide(c->dest->ty, at, bits_const(len)));
}
static void panic_string(Call *c) {
  mach_unsupported(c->m, "the payload of a panic with a formatted message, a `String`");
}
static void begin_message(Call *c) { mach_begin_message(c->m); }
static void blocked(Call *c) { mach_limit(c->m, LIMIT_THREADS); }
static void sequential(Call *c) { c->m->limits |= 1u << LIMIT_THREADS; }
static void panicking(Call *c) { give_bool(c, bits_const(mach_is_panicking(c->m))); }

/* ---- the table */

static const RunIntrinsic table[INTR_COUNT] = {
    [INTR_SIZE_OF] = size_of,
    [INTR_ALIGN_OF] = align_of,
    [INTR_SIZE_OF_VAL] = size_of_val,
    [INTR_ALIGN_OF_VAL] = align_of_val,
    [INTR_NEEDS_DROP] = needs_drop,
    [INTR_OFFSET] = offset,
    [INTR_ARITH_OFFSET] = arith_offset,
    [INTR_OFFSET_USIZE] = offset_usize,
    [INTR_SUB_USIZE] = sub_usize,
    [INTR_PTR_OFFSET_FROM] = ptr_offset_from,
    [INTR_PTR_OFFSET_FROM_UNSIGNED] = ptr_offset_from_unsigned,
    [INTR_WITH_ADDR] = with_addr,
    [INTR_READ] = typed_read,
    [INTR_WRITE] = typed_write,
    [INTR_READ_UNALIGNED] = unaligned_read,
    [INTR_WRITE_UNALIGNED] = unaligned_write,
    [INTR_READ_VOLATILE] = volatile_load,
    [INTR_WRITE_VOLATILE] = volatile_store,
    [INTR_COPY] = copy,
    [INTR_COPY_NONOVERLAPPING] = copy_nonoverlapping,
    [INTR_TYPED_SWAP] = typed_swap,
    [INTR_WRITE_BYTES] = write_bytes,
    [INTR_COMPARE_BYTES] = compare_bytes,
    [INTR_ALLOC] = alloc_,
    [INTR_ALLOC_ZEROED] = alloc_zeroed,
    [INTR_DEALLOC] = dealloc,
    [INTR_REALLOC] = realloc_,
    [INTR_BOX_NEW] = box_new,
    [INTR_BOX_FREE] = box_free,
    [INTR_FORGET] = forget,
    [INTR_SLICE_FROM_RAW_PARTS] = slice_from_raw_parts,
    [INTR_SLICE_LEN] = slice_len,
    [INTR_BLACK_BOX] = black_box,
    [INTR_SELECT] = select_unpredictable,
    [INTR_UNREACHABLE] = unreachable,
    [INTR_ASSUME] = assume,
    [INTR_ASSERT_UNSAFE] = assert_unsafe,
    [INTR_ABORT] = abort_,
    [INTR_EXIT] = exit_,
    [INTR_RESUME_UNWIND] = resume_unwind,
    [INTR_START_PANIC] = start_panic,
    [INTR_PANIC_PAYLOAD] = panic_payload,
    [INTR_PANIC_IS_LITERAL] = panic_is_literal,
    [INTR_PANIC_TEXT] = panic_text,
    [INTR_PANIC_STRING] = panic_string,
    [INTR_BEGIN_MESSAGE] = begin_message,
    [INTR_TYPE_ID] = type_id,
    [INTR_PANICKING] = panicking,
    [INTR_BLOCKED] = blocked,
    [INTR_SEQUENTIAL] = sequential,
    [INTR_PRINT] = print,
    [INTR_EPRINT] = print,
    [INTR_FMT_WRITE] = fmt_write,
    [INTR_ASSERT_FAILED] = assert_failed,
    [INTR_SYMBOLIC] = symbolic,
    [INTR_RESTRICT] = restrict_,
};

void mach_intrinsic(Machine *m, const Terminator *t, const PlaceVal *dest) {
  Call c = {.m = m, .t = t, .dest = dest, .ty = t->ntypes ? t->types[0] : 0};
  bool formats = t->intrinsic == INTR_PRINT || t->intrinsic == INTR_EPRINT ||
                 t->intrinsic == INTR_FMT_WRITE || t->intrinsic == INTR_ASSERT_FAILED;
  if (!formats)
    for (u32 i = 0; i < t->nargs && i < 4; i++) c.arg[i] = mach_operand(m, &t->args[i], RETAG_NONE);
  if (c.ty && type_is_sized(m->types, c.ty)) {
    const TypeInfo *ti = mach_type(m, c.ty);
    c.width = (unsigned)(ti->size <= 16 ? ti->size * 8 : 0);
    c.is_signed = ti->is_signed;
  }
  RunIntrinsic run = table[t->intrinsic];
  if (!run) run = integer_intrinsics[t->intrinsic];
  if (!run) run = float_intrinsics[t->intrinsic];
  run(&c);
}
