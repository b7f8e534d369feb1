/* From uses of places to captures (RFC 2229, rustc's upvar analysis): each use is cut to a place
 * that may be borrowed or moved where the closure is made, then uses of a place and of its parts
 * become one capture, and the captures are put in the order of the fields. */
#include "litmus/rust/closure.h"

TypeId capture_place_ty(const CapturePlace *p) {
  return p->nproj ? p->proj[p->nproj - 1].ty : p->var_ty;
}

static TypeId ty_before(const CapturePlace *p, u32 step) {
  return step ? p->proj[step - 1].ty : p->var_ty;
}

TypeId capture_field_ty(TypeTable *tt, const Capture *c) {
  TypeId ty = capture_place_ty(&c->place);
  if (c->mode == CAPTURE_VALUE) return ty;
  return type_ptr(tt, c->mode == CAPTURE_REF ? PTR_REF : PTR_REF_MUT, ty);
}

/* ---- precision */

static const AdtInfo *adt_info(const Front *f, TypeId t) {
  const Type *ty = type_get(f->tt, t);
  return ty->kind == TY_ADT ? ty->u.adt.info : NULL;
}

static bool is_ptr(const Front *f, TypeId t, PtrKind kind) {
  const Type *ty = type_get(f->tt, t);
  return ty->kind == TY_PTR && ty->u.ptr.kind == kind;
}

static bool is_raw(const Front *f, TypeId t) {
  const Type *ty = type_get(f->tt, t);
  return ty->kind == TY_PTR && ptr_is_raw(ty->u.ptr.kind);
}

static bool is_union(const Front *f, TypeId t) {
  const Def *d = type_def(f, t);
  return d && d->kind == DEF_UNION;
}

/* What is changed behind a `&mut` that is cut off is changed through a unique borrow of it. */
static void truncate(const Front *f, Capture *c, u32 len) {
  for (u32 i = len; i < c->place.nproj && c->mode == CAPTURE_MUT; i++)
    if (c->place.proj[i].kind == PROJ_DEREF && is_ptr(f, ty_before(&c->place, i), PTR_REF_MUT))
      c->mode = CAPTURE_UNIQUE;
  if (len < c->place.nproj) c->place.nproj = len;
}

/* Nothing that would need `unsafe`, no elements. */
static void restrict_precision(const Front *f, Capture *c) {
  const CapturePlace *p = &c->place;
  for (u32 i = 0; i < p->nproj; i++) {
    TypeId before = ty_before(p, i);
    ProjKind kind = p->proj[i].kind;
    if (is_raw(f, before) || is_union(f, before) || (kind != PROJ_FIELD && kind != PROJ_DEREF)) {
      truncate(f, c, i);
      return;
    }
  }
}

/* No references to fields of packed structs. */
static void restrict_packed(Front *f, Capture *c) {
  if (c->mode == CAPTURE_VALUE) return;
  for (u32 i = 0; i < c->place.nproj; i++) {
    TypeId before = ty_before(&c->place, i);
    if (c->place.proj[i].kind != PROJ_FIELD || !type_def(f, before)) continue;
    define_type(f, before, c->span);
    const AdtInfo *info = adt_info(f, before);
    if (!info || !info->repr_packed) continue;
    truncate(f, c, i);
    return;
  }
}

/* What is behind a raw pointer is not borrowed from here. */
static void forget_raw(const Front *f, Capture *c) {
  if (c->mode == CAPTURE_VALUE) return;
  for (u32 i = 0; i < c->place.nproj; i++)
    if (c->place.proj[i].kind == PROJ_DEREF && is_raw(f, ty_before(&c->place, i)))
      c->mode = CAPTURE_REF;
}

/* Fields behind a shared reference: a copy of the reference reaches them all. */
static void shorten_shared(const Front *f, Capture *c) {
  for (u32 i = c->place.nproj; i-- > 0;) {
    if (c->place.proj[i].kind != PROJ_DEREF) continue;
    if (is_ptr(f, ty_before(&c->place, i), PTR_REF)) truncate(f, c, i + 1);
    return;
  }
}

/* A value is moved from the stack frame only, not from behind a pointer. */
static void stop_at_deref(const Front *f, Capture *c) {
  for (u32 i = 0; i < c->place.nproj; i++)
    if (c->place.proj[i].kind == PROJ_DEREF) {
      truncate(f, c, i);
      return;
    }
}

/* Nothing is moved out of a type with a destructor. */
static void stop_at_destructor(Front *f, Capture *c) {
  if (c->mode != CAPTURE_VALUE) return;
  TypeId ty = capture_place_ty(&c->place);
  define_type(f, ty, c->span);
  if (type_is_copy(f->tt, ty)) return;
  for (u32 i = 0; i < c->place.nproj; i++) {
    TypeId before = ty_before(&c->place, i);
    define_type(f, before, c->span);
    const AdtInfo *info = adt_info(f, before);
    if (!info || !info->drop_fn) continue;
    truncate(f, c, i);
    return;
  }
}

/* ---- one capture for a place and its parts */

static bool same_step(const Proj *a, const Proj *b) {
  return a->kind == b->kind && a->index == b->index && a->variant == b->variant;
}

/* One of the two is the other or a part of it. */
static bool is_related(const CapturePlace *a, const CapturePlace *b) {
  if (a->var != b->var) return false;
  for (u32 i = 0; i < a->nproj && i < b->nproj; i++)
    if (!same_step(&a->proj[i], &b->proj[i])) return false;
  return true;
}

static void raise(Capture *into, const Capture *from) {
  if (from->mode <= into->mode) return;
  into->mode = from->mode;
  into->span = from->span;
}

static void add_capture(Front *f, CaptureList *out, Capture c) {
  u32 kept = 0;
  bool has_parts = false;
  for (u32 i = 0; i < out->len; i++) {
    Capture old = out->at[i];
    bool is_part = is_related(&c.place, &old.place) && old.place.nproj > c.place.nproj;
    if (is_part) {
      truncate(f, &old, c.place.nproj);
      raise(&c, &old);
      has_parts = true;
    } else {
      out->at[kept++] = old;
    }
  }
  out->len = kept;
  for (u32 i = 0; i < out->len && !has_parts; i++) {
    if (!is_related(&c.place, &out->at[i].place)) continue;
    truncate(f, &c, out->at[i].place.nproj);
    raise(&out->at[i], &c);
    return;
  }
  alist_push(f->arena, out, c);
}

/* ---- order */

static const Proj *next_field(const CapturePlace *p, u32 *i) {
  while (*i < p->nproj && p->proj[*i].kind != PROJ_FIELD) ++*i;
  return *i < p->nproj ? &p->proj[(*i)++] : NULL;
}

static bool comes_after(const CapturePlace *a, const CapturePlace *b) {
  u32 i = 0, k = 0;
  for (;;) {
    const Proj *x = next_field(a, &i), *y = next_field(b, &k);
    if (!x || !y) return false;
    if (x->index != y->index) return x->index > y->index;
  }
}

/* Variables in the order of their first use, parts of one in the order of the fields. */
static void sort_captures(CaptureList *list, const CaptureList *uses, Front *f) {
  CaptureList sorted = {0};
  for (u32 u = 0; u < uses->len; u++) {
    VarId var = uses->at[u].place.var;
    bool seen = false;
    for (u32 i = 0; i < sorted.len; i++) seen |= sorted.at[i].place.var == var;
    if (seen) continue;
    u32 first = sorted.len;
    for (u32 i = 0; i < list->len; i++) {
      if (list->at[i].place.var != var) continue;
      alist_push(f->arena, &sorted, list->at[i]);
      for (u32 k = sorted.len - 1; k > first; k--) {
        if (!comes_after(&sorted.at[k - 1].place, &sorted.at[k].place)) break;
        Capture swap = sorted.at[k];
        sorted.at[k] = sorted.at[k - 1];
        sorted.at[k - 1] = swap;
      }
    }
  }
  *list = sorted;
}

FnKind capture_minimise(Front *f, bool is_move, const CaptureList *uses, CaptureList *out) {
  FnKind kind = FN_KIND_FN;
  for (u32 i = 0; i < uses->len; i++) {
    Capture c = uses->at[i];
    restrict_packed(f, &c);
    forget_raw(f, &c);
    restrict_precision(f, &c);
    shorten_shared(f, &c);
    if (c.mode == CAPTURE_VALUE)
      kind = FN_KIND_ONCE;
    else if (c.mode != CAPTURE_REF && kind == FN_KIND_FN)
      kind = FN_KIND_MUT;
    if (is_move || c.mode == CAPTURE_VALUE) stop_at_deref(f, &c);
    if (is_move) c.mode = CAPTURE_VALUE;
    stop_at_destructor(f, &c);
    add_capture(f, out, c);
  }
  sort_captures(out, uses, f);
  return kind;
}
