/* Operands and rvalues. */
#include <stdlib.h>
#include <string.h>

#include "engine/mach/machine.h"

/* The memory of a string literal: one allocation for one literal of the source. */
Alloc *mach_string(Machine *m, const char *text, u64 len) {
  for (u32 i = 0; i < m->strings.len; i++)
    if (m->strings.at[i].text == text) return m->strings.at[i].alloc;
  Alloc *a = mach_alloc(m, ALLOC_STATIC, len, 0, NULL, m->span);
  a->born = 0;
  bytes_fill(&a->data, 0, len, 0);
  memcpy(a->data.value, text, len);
  a->read_only = a->mergeable = true;
  vec_push(&m->strings, ((StrConst){text, a}));
  return a;
}

static Value constant(Machine *m, const Const *c) {
  switch (c->kind) {
  case CONST_ZST: return value_zst(c->ty);
  case CONST_FN: return value_scalar(c->ty, mach_ptr_to(m, mach_function(m, c->fn), 0));
  case CONST_STATIC: return value_scalar(c->ty, mach_ptr_to(m, mach_static(m, c->stat), 0));
  case CONST_STR:
    return value_wide(c->ty, mach_ptr_to(m, mach_string(m, c->str, c->len), 0), bits_const(c->len));
  case CONST_BITS:
    if (mach_type(m, c->ty)->cls == CLASS_WIDE)
      return value_wide(c->ty, (Scalar){bits_const(c->bits), PROV_NONE}, bits_const(0));
    return value_int(c->ty, c->bits);
  }
  mach_unsupported(m, "internal: constant");
}

static Value retagged(Machine *m, Value v, RetagMode retag) {
  const Type *t = type_get(m->types, v.ty);
  if (t->kind == TY_PTR && !ptr_is_raw(t->u.ptr.kind))
    v.a = mach_new_ref(m, v.ty, v.a, v.meta, retag);
  return v.cls == CLASS_AGGREGATE ? mach_reinterpret(m, &v, v.ty, retag) : v;
}

Value mach_operand(Machine *m, const Operand *op, RetagMode retag) {
  if (op->kind == OPERAND_CONST) {
    Value v = constant(m, &op->konst);
    return m->model->aliasing->on_retag ? retagged(m, v, retag) : v;
  }
  Value v;
  if (mach_gather(m, &op->place, &v)) return v;
  PlaceVal p = mach_place(m, &op->place);
  return mach_load(m, &p, retag);
}

/* ---- binary operators */

static const TermOp arithmetic[BIN_COUNT] = {
    [BIN_ADD] = TERM_ADD,  [BIN_SUB] = TERM_SUB, [BIN_MUL] = TERM_MUL, [BIN_AND] = TERM_AND,
    [BIN_OR] = TERM_OR,    [BIN_XOR] = TERM_XOR, [BIN_SHL] = TERM_SHL, [BIN_SHR] = TERM_LSHR,
    [BIN_DIV] = TERM_UDIV, [BIN_REM] = TERM_UREM};

static TermOp signed_form(TermOp op) {
  switch (op) {
  case TERM_LSHR: return TERM_ASHR;
  case TERM_UDIV: return TERM_SDIV;
  case TERM_UREM: return TERM_SREM;
  default: return op;
  }
}

/* A shift amount brought to the width of the shifted value and masked to it. */
static Bits shift_amount(Machine *m, const Value *b, unsigned width) {
  const TypeInfo *ti = mach_type(m, b->ty);
  Bits amount = bits_resize(m, b->a.bits, (unsigned)ti->size * 8, ti->is_signed, width);
  return bits_bin(m, TERM_AND, width, amount, bits_const(width - 1));
}

static Value compare(Machine *m, const Rvalue *rv, const Value *a, const Value *b) {
  const TypeInfo *ti = mach_type(m, a->ty);
  if (a->cls == CLASS_ZST) /* () == () */
    return value_bool(
        m, rv->ty, bits_const(rv->binop == BIN_EQ || rv->binop == BIN_LE || rv->binop == BIN_GE));
  unsigned width = ti->cls == CLASS_WIDE ? 64 : (unsigned)ti->size * 8;
  if (a->cls == CLASS_WIDE) {
    Bits addr_eq = bits_compare(m, BIN_EQ, 64, false, a->a.bits, b->a.bits);
    Bits ma = mach_meta_word(m, a->ty, a->meta).bits, mb = mach_meta_word(m, b->ty, b->meta).bits;
    if (rv->binop == BIN_EQ || rv->binop == BIN_NE) {
      Bits both = bits_bin(m, TERM_AND, 1, addr_eq, bits_compare(m, BIN_EQ, 64, false, ma, mb));
      return value_bool(m, rv->ty, rv->binop == BIN_EQ ? both : bits_not1(m, both));
    }
    /* Ordered by address, then by metadata. */
    BinOp strict = rv->binop == BIN_LT || rv->binop == BIN_LE ? BIN_LT : BIN_GT;
    Bits first = bits_compare(m, strict, 64, false, a->a.bits, b->a.bits);
    Bits second = bits_bin(m, TERM_AND, 1, addr_eq, bits_compare(m, rv->binop, 64, false, ma, mb));
    return value_bool(m, rv->ty, bits_bin(m, TERM_OR, 1, first, second));
  }
  if (a->cls != CLASS_SCALAR) mach_unsupported(m, "internal: comparison of aggregates");
  if (ti->is_float)
    return value_bool(m, rv->ty, mach_float_compare(m, rv->binop, width, a->a.bits, b->a.bits));
  return value_bool(m, rv->ty,
                    bits_compare(m, rv->binop, width, ti->is_signed, a->a.bits, b->a.bits));
}

static Value binary(Machine *m, const Rvalue *rv) {
  Value a = mach_operand(m, &rv->a, RETAG_NONE), b = mach_operand(m, &rv->b, RETAG_NONE);
  if (binop_is_comparison(rv->binop)) return compare(m, rv, &a, &b);
  const TypeInfo *ti = mach_type(m, a.ty);
  unsigned width = (unsigned)ti->size * 8;
  if (ti->is_float)
    return value_scalar(
        rv->ty, (Scalar){mach_float_binary(m, rv->binop, width, a.a.bits, b.a.bits), PROV_NONE});
  bool is_shift = rv->binop == BIN_SHL || rv->binop == BIN_SHR;
  Bits rhs = is_shift ? shift_amount(m, &b, width) : b.a.bits;
  TermOp op = arithmetic[rv->binop];
  return value_scalar(
      rv->ty,
      (Scalar){bits_bin(m, ti->is_signed ? signed_form(op) : op, width, a.a.bits, rhs), PROV_NONE});
}

static Value overflow(Machine *m, const Rvalue *rv) {
  Value a = mach_operand(m, &rv->a, RETAG_NONE), b = mach_operand(m, &rv->b, RETAG_NONE);
  const TypeInfo *ti = mach_type(m, a.ty);
  unsigned width = (unsigned)ti->size * 8;
  if (rv->binop == BIN_SHL || rv->binop == BIN_SHR) {
    /* In the amount's own type: a negative one is too large as unsigned. */
    const TypeInfo *tb = mach_type(m, b.ty);
    unsigned wb = (unsigned)tb->size * 8;
    return value_bool(m, rv->ty, bits_compare(m, BIN_GE, wb, false, b.a.bits, bits_const(width)));
  }
  return value_bool(m, rv->ty,
                    bits_overflows(m, rv->binop, width, ti->is_signed, a.a.bits, b.a.bits));
}

static Value unary(Machine *m, const Rvalue *rv) {
  Value a = mach_operand(m, &rv->a, RETAG_NONE);
  const Type *t = type_get(m->types, a.ty);
  unsigned width = (unsigned)mach_type(m, a.ty)->size * 8;
  if (t->kind == TY_BOOL) return value_bool(m, rv->ty, bits_not1(m, value_cond(m, &a)));
  if (t->kind == TY_FLOAT)
    return value_scalar(rv->ty, (Scalar){mach_float_negate(m, width, a.a.bits), PROV_NONE});
  Bits r = rv->unop == UN_NOT
               ? bits_bin(m, TERM_XOR, width, a.a.bits, bits_const(u128_mask(~(u128)0, width)))
               : bits_bin(m, TERM_SUB, width, bits_const(0), a.a.bits);
  return value_scalar(rv->ty, (Scalar){r, PROV_NONE});
}

/* ---- casts */

/* The number of the variant whose tag is stored as it is, at a type of integers. */
static Bits as_discriminant(Machine *m, const AdtInfo *info, Bits tag, TypeId to) {
  const TypeInfo *from = mach_type(m, info->tag_ty);
  return bits_resize(m, tag, (unsigned)from->size * 8, from->is_signed,
                     (unsigned)mach_type(m, to)->size * 8);
}

static Value cast_int(Machine *m, const Value *a, TypeId to) {
  const Type *from = type_get(m->types, a->ty);
  const TypeInfo *ti = mach_type(m, to);
  unsigned width = (unsigned)ti->size * 8;
  if (from->kind == TY_ADT) { /* a fieldless enum: its discriminant */
    const AdtInfo *info = from->u.adt.info;
    Bits open;
    if (a->cls == CLASS_AGGREGATE && mach_open_tag(m, a->ty, a->bytes, 0, &open))
      return value_scalar(to, (Scalar){as_discriminant(m, info, open, to), PROV_NONE});
    u32 v = a->cls == CLASS_AGGREGATE ? mach_variant(m, a->ty, a->bytes, 0) : info->niche_dataful;
    return value_int(to, u128_mask((u128)info->variants[v].discr, width));
  }
  const TypeInfo *tf = mach_type(m, a->ty);
  Bits b = bits_resize(m, a->a.bits, (unsigned)tf->size * 8, tf->is_signed, width);
  return value_scalar(to, (Scalar){b, PROV_NONE});
}

static Value cast_ptr(Machine *m, const Value *a, TypeId to) {
  if (mach_type(m, to)->cls == CLASS_WIDE) return value_wide(to, a->a, a->meta);
  return value_scalar(to, a->a);
}

static Value cast(Machine *m, const Rvalue *rv, RetagMode retag) {
  Value a = mach_operand(m, &rv->a, RETAG_NONE); /* what is retagged is the result */
  switch (rv->cast) {
  case CAST_INT: return cast_int(m, &a, rv->ty);
  case CAST_FLOAT: {
    const TypeInfo from = *mach_type(m, a.ty), to = *mach_type(m, rv->ty);
    return value_scalar(rv->ty, (Scalar){mach_float_cast(m, &from, &to, a.a.bits), PROV_NONE});
  }
  case CAST_PTR: return retagged(m, cast_ptr(m, &a, rv->ty), retag);
  case CAST_EXPOSE:
    mach_expose(m, a.a.prov);
    return value_scalar(rv->ty, (Scalar){bits_resize(m, a.a.bits, 64, false,
                                                     (unsigned)mach_type(m, rv->ty)->size * 8),
                                         PROV_NONE});
  case CAST_WITH_EXPOSED: {
    const TypeInfo *tf = mach_type(m, a.ty);
    Bits addr = bits_resize(m, a.a.bits, (unsigned)tf->size * 8, tf->is_signed, 64);
    return value_scalar(rv->ty, (Scalar){addr, mach_with_exposed(m)});
  }
  case CAST_UNSIZE: return retagged(m, mach_unsize(m, &a, rv->ty, rv), retag);
  case CAST_TRANSMUTE: return mach_reinterpret(m, &a, rv->ty, retag);
  }
  mach_unsupported(m, "internal: cast");
}

/* ---- aggregates, references */

static Value aggregate(Machine *m, const Rvalue *rv, RetagMode retag) {
  const TypeInfo *ti = mach_type(m, rv->ty);
  const Type *t = type_get(m->types, rv->ty);
  if (ti->cls == CLASS_NEVER) mach_unsupported(m, "internal: aggregate of a type without values");
  if (ti->cls == CLASS_ZST) {
    for (u32 i = 0; i < rv->nops; i++) mach_operand(m, &rv->ops[i], retag);
    return value_zst(rv->ty);
  }
  Value out = value_bytes(m, rv->ty);
  bool is_union = t->kind == TY_ADT && t->u.adt.info->kind == ADT_UNION;
  for (u32 i = 0; i < rv->nops; i++) {
    Value v = mach_operand(m, &rv->ops[i], retag);
    u64 at = t->kind == TY_ARRAY
                 ? i * mach_type(m, t->u.array.elem)->size
                 : type_field_offset(m->types, rv->ty, rv->variant, is_union ? rv->active : i);
    value_put(m, out.bytes, at, &v);
  }
  if (t->kind == TY_ADT && t->u.adt.info->kind == ADT_ENUM)
    mach_write_tag(m, rv->ty, rv->variant, out.bytes, 0);
  return out;
}

static Value repeat(Machine *m, const Rvalue *rv, RetagMode retag) {
  Value v = mach_operand(m, &rv->a, retag);
  const TypeInfo *ti = mach_type(m, rv->ty);
  if (ti->cls != CLASS_AGGREGATE) return value_zst(rv->ty);
  if (ti->size > m->x->limits.memory) mach_limit(m, LIMIT_MEMORY);
  Value out = value_bytes(m, rv->ty);
  u64 size = mach_type(m, v.ty)->size;
  for (u64 i = 0; i < rv->count; i++) value_put(m, out.bytes, i * size, &v);
  return out;
}

static Value pointer_value(Machine *m, TypeId ty, Scalar ptr, Bits meta) {
  return mach_type(m, ty)->cls == CLASS_WIDE ? value_wide(ty, ptr, meta) : value_scalar(ty, ptr);
}

static Value reference(Machine *m, const Rvalue *rv, RetagMode retag) {
  PlaceVal p = mach_place(m, &rv->place);
  Scalar ptr = mach_address_of(m, &p);
  return pointer_value(m, rv->ty, mach_new_ref(m, rv->ty, ptr, p.meta, retag), p.meta);
}

/* The place of a reference: a discipline that retags raw pointers sees a new pointer, unless the
 * place itself is behind a raw one. */
static Value raw(Machine *m, const Rvalue *rv) {
  PlaceVal p = mach_place(m, &rv->place);
  Scalar ptr = mach_address_of(m, &p);
  if (m->model->aliasing->retags_raw && !rv->raw_of_raw) {
    u64 off, n = mach_pointee_size(m, p.ty, p.meta);
    Alloc *a =
        n ? mach_resolve(m, ptr, n, ACCESS_REFERENCE, &off) : mach_empty_target(m, ptr, &off);
    if (a) ptr.prov = mach_retag(m, rv->ty, p.meta, a, off, n, ptr.prov, RETAG_RAW);
  }
  return pointer_value(m, rv->ty, ptr, p.meta);
}

static Value discriminant(Machine *m, const Rvalue *rv) {
  PlaceVal p = mach_place(m, &rv->place);
  const TypeInfo *ti = mach_type(m, p.ty);
  const AdtInfo *info = type_get(m->types, p.ty)->u.adt.info;
  u64 off;
  u32 v = info->niche_dataful; /* unless a tag says otherwise */
  if (ti->cls == CLASS_NEVER)
    mach_ub(m, UB_INVALID_VALUE, NULL,
            "the discriminant of a value of type `%s`, which has no values",
            type_str_of(m->types, p.ty));
  if (ti->size && info->tag_encoding != TAG_NONE) {
    /* Only the tag is read. */
    PlaceVal tag = p;
    u64 n = mach_type(m, info->tag_ty)->size;
    if (tag.direct)
      tag.off += info->tag_offset;
    else
      tag.ptr = mach_inbounds(m, tag.ptr, bits_const(info->tag_offset));
    Alloc *a = mach_access(m, &tag, n, ACCESS_READ, &off);
    Bits open;
    if (mach_open_tag(m, p.ty, &a->data, off - info->tag_offset, &open))
      return value_scalar(rv->ty, (Scalar){as_discriminant(m, info, open, rv->ty), PROV_NONE});
    v = mach_variant(m, p.ty, &a->data, off - info->tag_offset);
  }
  unsigned width = (unsigned)mach_type(m, rv->ty)->size * 8;
  return value_int(rv->ty, u128_mask((u128)info->variants[v].discr, width));
}

static Value length(Machine *m, const Rvalue *rv) {
  PlaceVal p = mach_place(m, &rv->place);
  const Type *t = type_get(m->types, p.ty);
  if (t->kind == TY_ARRAY) return value_int(rv->ty, t->u.array.len);
  return value_scalar(rv->ty, (Scalar){p.meta, PROV_NONE});
}

Value mach_rvalue(Machine *m, const Rvalue *rv, RetagMode retag) {
  switch (rv->kind) {
  case RV_USE: return mach_operand(m, &rv->a, retag);
  case RV_REPEAT: return repeat(m, rv, retag);
  case RV_REF: return reference(m, rv, retag);
  case RV_RAW: return raw(m, rv);
  case RV_LEN: return length(m, rv);
  case RV_CAST: return cast(m, rv, retag);
  case RV_BINARY: return binary(m, rv);
  case RV_OVERFLOW: return overflow(m, rv);
  case RV_UNARY: return unary(m, rv);
  case RV_DISCRIMINANT: return discriminant(m, rv);
  case RV_AGGREGATE: return aggregate(m, rv, retag);
  }
  mach_unsupported(m, "internal: rvalue");
}
