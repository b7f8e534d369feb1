/* Calls and returns: frames, storage of locals, signatures. */
#include <stdlib.h>
#include <string.h>

#include "engine/mach/machine.h"

/* The library's variables have no names in reports, and come from where the library was called. */
static Alloc *local_storage(Machine *m, const Frame *f, const Local *l) {
  const TypeInfo *ti = mach_type(m, l->ty);
  bool ours = f->fn->is_prelude;
  return mach_alloc(m, ALLOC_STACK, ti->size, ti->log2_align, ours ? NULL : l->name,
                    ours ? f->called_from : l->span);
}

void mach_storage_live(Machine *m, LocalId l) {
  const Frame *f = &vec_last(&m->frames);
  mach_storage_dead(m, l);
  m->locals.at[f->locals + l] = local_storage(m, f, &f->fn->locals.at[l]);
}

void mach_storage_dead(Machine *m, LocalId l) {
  const Frame *f = &vec_last(&m->frames);
  Alloc **slot = &m->locals.at[f->locals + l];
  if (!*slot) return;
  Alloc *a = *slot;
  if (!m->join || !mach_join_keeps(m, a)) mach_dealloc(m, a, a->root_tag, m->span);
  *slot = NULL;
}

/* A value of a wrong type is the caller's fault. A retag that fails is the callee's: its signature
 * asks for what the pointer cannot give. */
static void store_argument(Machine *m, LocalId l, Value v) {
  const Function *fn = vec_last(&m->frames).fn;
  PlaceVal p = mach_local(m, l);
  if (v.ty != p.ty) v = mach_reinterpret(m, &v, p.ty, RETAG_NONE);
  Span call = m->span;
  if (!fn->is_prelude) m->span = fn->span;
  if (m->model->aliasing->on_retag && !fn->is_shim)
    v = mach_reinterpret(m, &v, p.ty, RETAG_FN_ENTRY);
  mach_store(m, &p, &v);
  m->span = call;
}

void mach_push(Machine *m, FuncId id, const Value *args, u32 nargs, const PlaceVal *dest,
               BlockId return_to) {
  const Function *fn = m->program->funcs.at[id];
  if (!fn->blocks.len)
    mach_unsupported(m, "%s without a story: its behaviour is not known",
                     fn->assembly ? "an `asm!` block"
                                  : arena_printf(m->arena, "the foreign function `%s`", fn->name));
  if (m->frames.len >= m->x->limits.recursion) mach_limit(m, LIMIT_RECURSION);
  if (nargs != fn->nparams) mach_unsupported(m, "internal: number of arguments");
  Frame f = {.fn = fn,
             .locals = m->locals.len,
             .return_to = return_to,
             .first_protector = m->protectors.len,
             .first_serial = m->serials,
             .called_from = m->frames.len ? mach_blame(m) : fn->span};
  if (dest) f.dest = *dest, f.has_dest = true;
  vec_reserve(&m->locals, m->locals.len + fn->locals.len);
  for (u32 i = 0; i < fn->locals.len; i++) vec_push(&m->locals, NULL);
  vec_push(&m->frames, f);
  m->contracts += mach_has_contract(&f);
  if (m->recorder) mach_record(m, (Record){.kind = RECORD_CALL});
  for (u32 i = 0; i < fn->locals.len; i++)
    if (fn->locals.at[i].always_live)
      m->locals.at[f.locals + i] = local_storage(m, &f, &fn->locals.at[i]);
  for (u32 i = 0; i < nargs; i++) store_argument(m, i + 1, args[i]);
}

/* The frame is about to be popped: its protectors end, with a last access where the discipline says
 * so, before the result is taken and before its variables die. */
static void end_protectors(Machine *m) {
  u32 first = vec_last(&m->frames).first_protector;
  if (m->recorder) mach_record(m, (Record){.kind = RECORD_RETURN});
  if (m->protectors.len == first) return;
  if (m->model->aliasing->on_return) m->model->aliasing->on_return(m, first);
  if (m->recorder)
    for (u32 i = first; i < m->protectors.len; i++)
      mach_record(m, (Record){.kind = RECORD_UNPROTECT,
                              .alloc = m->protectors.at[i].alloc,
                              .tag = m->protectors.at[i].tag});
  m->protectors.len = first;
}

static Frame leave(Machine *m) {
  Frame f = vec_last(&m->frames);
  for (u32 i = 0; i < f.fn->locals.len; i++) mach_storage_dead(m, i);
  m->locals.len = f.locals;
  m->contracts -= mach_has_contract(&f);
  m->frames.len--;
  free(f.entered);
  free(f.forks);
  return f;
}

Frame mach_pop(Machine *m) {
  end_protectors(m);
  return leave(m);
}

static bool returns_to_shim(const Machine *m) {
  u32 n = m->frames.len;
  return n > 1 && m->frames.at[n - 2].fn->is_shim;
}

void mach_return(Machine *m) {
  PlaceVal ret = mach_local(m, 0);
  end_protectors(m);
  if (m->frames.len > 1) /* the caller gets what is returned, or UB */
    m->span = vec_last(&m->frames).called_from;
  Value v = mach_load(m, &ret, returns_to_shim(m) ? RETAG_NONE : RETAG_DEFAULT);
  Frame f = leave(m);
  if (f.catches) v = value_int(f.dest.ty, 0);
  if (f.has_dest) {
    if (v.ty != f.dest.ty) v = mach_reinterpret(m, &v, f.dest.ty, RETAG_DEFAULT);
    mach_store(m, &f.dest, &v);
  } else if (!f.is_drop) {
    m->result = v;
  }
  if (m->frames.len > m->base_frames) {
    Frame *caller = &vec_last(&m->frames);
    caller->block = f.return_to;
    caller->stmt = 0;
    caller->forked = false;
  }
}

/* ---- signatures */

static bool is_trivial(const TypeInfo *ti) { return !ti->size && !ti->log2_align; }

/* The field that a repr(transparent) wrapper is passed as, or 0. */
static TypeId wrapped(Machine *m, const AdtInfo *info) {
  TypeId inner = 0;
  if (!info->repr_transparent || info->kind == ADT_ENUM) return 0;
  const Variant *v = &info->variants[0];
  for (u32 i = 0; i < v->nfields; i++)
    if (!is_trivial(mach_type(m, v->fields[i].ty))) inner = v->fields[i].ty;
  return inner;
}

/* Types whose null is guaranteed to be `None`. */
static bool has_null_niche(Machine *m, TypeId t) {
  for (;;) {
    const Type *ty = type_get(m->types, t);
    if (ty->kind == TY_PTR) return !ptr_is_raw(ty->u.ptr.kind);
    if (ty->kind != TY_ADT) return ty->kind == TY_FNPTR;
    if (ty->u.adt.info->is_not_zero) return true;
    if (!(t = wrapped(m, ty->u.adt.info))) return false;
  }
}

/* What an option-like enum holds, where null stands for nothing; 0 for other types. */
static TypeId optional(Machine *m, const AdtInfo *info) {
  if (info->kind != ADT_ENUM || info->nvariants != 2 || info->repr_align ||
      info->tag_encoding != TAG_NICHE)
    return 0;
  const Variant *some = &info->variants[info->niche_dataful];
  const Variant *none = &info->variants[!info->niche_dataful];
  for (u32 i = 0; i < none->nfields; i++)
    if (!is_trivial(mach_type(m, none->fields[i].ty))) return 0;
  return some->nfields == 1 && has_null_niche(m, some->fields[0].ty) ? some->fields[0].ty : 0;
}

/* The type that t is passed as: without transparent wrappers and `Option` of pointers. */
static TypeId passed_as(Machine *m, TypeId t) {
  for (;;) {
    const Type *ty = type_get(m->types, t);
    mach_type(m, t);
    if (ty->kind != TY_ADT) return t;
    TypeId inner = wrapped(m, ty->u.adt.info);
    if (!inner) inner = optional(m, ty->u.adt.info);
    if (!inner) return t;
    t = inner;
  }
}

/* "ABI compatibility" in the documentation of `fn` pointers. */
static bool compatible(Machine *m, TypeId a, TypeId b) {
  a = passed_as(m, a), b = passed_as(m, b);
  if (a == b) return true;
  const Type *ta = type_get(m->types, a), *tb = type_get(m->types, b);
  const TypeInfo *ia = mach_type(m, a), *ib = mach_type(m, b);
  if (is_trivial(ia) && is_trivial(ib)) return true;
  if (ta->kind == TY_PTR && tb->kind == TY_PTR) { /* of all kinds: the metadata counts */
    TypeId x = type_tail(m->types, ta->u.ptr.to), y = type_tail(m->types, tb->u.ptr.to);
    bool is_dyn = ia->is_dyn || ib->is_dyn; /* metadata of its own for each trait */
    return is_dyn ? x == y : (ia->cls == CLASS_WIDE) == (ib->cls == CLASS_WIDE);
  }
  if (ta->kind == TY_FNPTR && tb->kind == TY_FNPTR)
    return ta->u.fnptr.is_extern_c == tb->u.fnptr.is_extern_c;
  if (ta->kind == TY_INT && tb->kind == TY_INT)
    return ia->size == ib->size && ia->is_signed == ib->is_signed;
  bool char_and_u32 =
      (ta->kind == TY_CHAR && tb->kind == TY_INT && ib->size == 4 && !ib->is_signed) ||
      (tb->kind == TY_CHAR && ta->kind == TY_INT && ia->size == 4 && !ia->is_signed);
  return char_and_u32;
}

void mach_check_signature(Machine *m, const FnSig *sig, const Function *callee) {
  if (sig->nparams != callee->nparams)
    mach_ub(m, UB_BAD_CALL, NULL, "call of `%s` with %u argument%s, but it takes %u", callee->name,
            sig->nparams, sig->nparams == 1 ? "" : "s", callee->nparams);
  if (sig->is_extern_c != callee->is_extern_c)
    mach_ub(m, UB_BAD_CALL, NULL, "call of `%s` with another calling convention", callee->name);
  for (u32 i = 0; i < sig->nparams; i++) {
    TypeId have = callee->locals.at[i + 1].ty;
    if (!compatible(m, sig->params[i], have))
      mach_ub(
          m, UB_BAD_CALL, NULL,
          "call of `%s` with a wrong signature: argument %u has type `%s`, but `%s` is expected",
          callee->name, i + 1, type_str_of(m->types, sig->params[i]), type_str_of(m->types, have));
  }
  TypeId ret = callee->locals.at[0].ty;
  if (!compatible(m, sig->ret, ret))
    mach_ub(m, UB_BAD_CALL, NULL,
            "call of `%s` with a wrong signature: it returns `%s`, but `%s` is expected",
            callee->name, type_str_of(m->types, ret), type_str_of(m->types, sig->ret));
}
