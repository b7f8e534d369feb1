/* Which outside places the body of a closure uses, and how. The walk goes over the typed tree in
 * the order of rustc's ExprUseVisitor: what a body mentions first is captured first. Reading or
 * copying is a shared borrow, assigning a mutable one, moving a use by value; a pattern uses the
 * parts that it looks at or binds, so that `let _ = x` uses nothing. */
#include "litmus/rust/closure.h"

typedef struct UseWalk {
  Closure *c;
  CaptureList *uses;
} UseWalk;

/* A place expression as far as captures care. */
typedef struct UsePlace {
  bool is_upvar;
  CapturePlace p;
  TypeId ty; /* of the whole; valid for any base */
} UsePlace;

static void walk(UseWalk *w, Thir *e);
static void consume(UseWalk *w, Thir *e);
static void walk_block(UseWalk *w, ThirBlock *b);

/* ---- places */

static bool is_outside(const UseWalk *w, VarId v) { return v < w->c->first_var; }

static UsePlace projected(const UseWalk *w, UsePlace p, Proj step) {
  p.ty = step.ty;
  if (!p.is_upvar) return p;
  Proj *list = arena_array(w->c->ic->arena, Proj, p.p.nproj + 1);
  for (u32 i = 0; i < p.p.nproj; i++) list[i] = p.p.proj[i];
  list[p.p.nproj++] = step;
  p.p.proj = list;
  return p;
}

static UsePlace place_of(const UseWalk *w, const Thir *e) {
  switch (e->kind) {
  case THIR_VAR: {
    UsePlace p = {.is_upvar = is_outside(w, e->var), .ty = e->ty};
    p.p = (CapturePlace){.var = e->var, .var_ty = e->ty};
    return p;
  }
  case THIR_FIELD:
    return projected(w, place_of(w, e->a),
                     (Proj){.kind = PROJ_FIELD, .index = e->index, .ty = e->ty});
  case THIR_DEREF: return projected(w, place_of(w, e->a), (Proj){.kind = PROJ_DEREF, .ty = e->ty});
  case THIR_INDEX: return projected(w, place_of(w, e->a), (Proj){.kind = PROJ_INDEX, .ty = e->ty});
  default: return (UsePlace){.ty = e->ty};
  }
}

/* ---- what is reported */

static void use(UseWalk *w, const UsePlace *p, CaptureMode mode, Span span) {
  if (!p->is_upvar) return;
  Capture c = {.place = p->p, .mode = mode, .span = span};
  alist_push(w->c->ic->arena, w->uses, c);
}

static void consume_place(UseWalk *w, const UsePlace *p, Span span) {
  if (!p->is_upvar) return;
  define_type(w->c->ic->f, p->ty, span);
  use(w, p, type_is_copy(w->c->ic->tt, p->ty) ? CAPTURE_REF : CAPTURE_VALUE, span);
}

/* The operand of a borrow or assignment, or the scrutinee of a match: only what its evaluation
 * itself uses. */
static void walk_place(UseWalk *w, Thir *e) {
  switch (e->kind) {
  case THIR_VAR:
  case THIR_STATIC: return;
  case THIR_FIELD:
  case THIR_DEREF: walk_place(w, e->a); return;
  case THIR_INDEX:
    walk_place(w, e->a);
    consume(w, e->b);
    return;
  default: walk(w, e);
  }
}

static void borrow(UseWalk *w, Thir *e, bool is_mut, Span span) {
  UsePlace p = place_of(w, e);
  use(w, &p, is_mut ? CAPTURE_MUT : CAPTURE_REF, span);
  walk_place(w, e);
}

static void consume(UseWalk *w, Thir *e) {
  UsePlace p = place_of(w, e);
  consume_place(w, &p, e->span);
  walk_place(w, e);
}

static void consume_all(UseWalk *w, Thir **es, u32 n) {
  for (u32 i = 0; i < n; i++) consume(w, es[i]);
}

static void borrow_all(UseWalk *w, Thir **es, u32 n) {
  for (u32 i = 0; i < n; i++) borrow(w, es[i], false, es[i]->span);
}

/* ---- patterns */

static bool has_variants(const UseWalk *w, TypeId t) {
  const Def *d = type_def(w->c->ic->f, t);
  return d && d->kind == DEF_ENUM && d->item->variants.n > 1;
}

static bool tests_length(const UseWalk *w, const ThirPat *p) {
  if (p->has_rest && p->rest && p->nsubs == 0) return false;
  if (p->has_rest && p->nsubs == 0) return false;
  return type_get(w->c->ic->tt, p->ty)->kind != TY_ARRAY;
}

static void walk_pat(UseWalk *w, UsePlace place, const ThirPat *p, bool has_guard, Span span) {
  switch (p->kind) {
  case TPAT_WILD: return;
  case TPAT_BIND:
    if (has_guard) use(w, &place, CAPTURE_REF, span);
    if (p->mode == BIND_VALUE)
      consume_place(w, &place, span);
    else
      use(w, &place, p->mode == BIND_REF_MUT ? CAPTURE_MUT : CAPTURE_REF, span);
    if (p->sub) walk_pat(w, place, p->sub, has_guard, span);
    return;
  case TPAT_CONST:
  case TPAT_RANGE:
  case TPAT_STR: use(w, &place, CAPTURE_REF, span); return;
  case TPAT_FIELDS:
  case TPAT_VARIANT: {
    if (has_variants(w, place.ty)) use(w, &place, CAPTURE_REF, span);
    u32 variant = p->kind == TPAT_VARIANT ? p->variant : 0;
    for (u32 i = 0; i < p->nsubs; i++)
      walk_pat(w,
               projected(w, place,
                         (Proj){.kind = PROJ_FIELD,
                                .variant = variant,
                                .index = p->fields[i],
                                .ty = p->subs[i]->ty}),
               p->subs[i], has_guard, span);
    return;
  }
  case TPAT_DEREF:
    walk_pat(w, projected(w, place, (Proj){.kind = PROJ_DEREF, .ty = p->subs[0]->ty}), p->subs[0],
             has_guard, span);
    return;
  case TPAT_SLICE:
    if (tests_length(w, p)) use(w, &place, CAPTURE_REF, span);
    for (u32 i = 0; i < p->nsubs; i++) {
      if (i == p->nprefix && p->rest)
        walk_pat(w, projected(w, place, (Proj){.kind = PROJ_INDEX, .ty = p->rest->ty}), p->rest,
                 has_guard, span);
      walk_pat(w, projected(w, place, (Proj){.kind = PROJ_INDEX, .ty = p->subs[i]->ty}), p->subs[i],
               has_guard, span);
    }
    if (p->nprefix >= p->nsubs && p->rest)
      walk_pat(w, projected(w, place, (Proj){.kind = PROJ_INDEX, .ty = p->rest->ty}), p->rest,
               has_guard, span);
    return;
  case TPAT_OR:
    for (u32 i = 0; i < p->nsubs; i++) walk_pat(w, place, p->subs[i], has_guard, span);
    return;
  }
}

/* ---- expressions */

static void walk_match(UseWalk *w, Thir *e) {
  UsePlace p = place_of(w, e->a);
  walk_place(w, e->a);
  for (u32 i = 0; i < e->narms; i++) {
    ThirArm *arm = &e->arms[i];
    walk_pat(w, p, arm->pat, arm->guard != NULL, e->a->span);
    if (arm->guard) consume(w, arm->guard);
    consume(w, arm->body);
  }
}

/* Fields that are written are used first, then those that the base gives. */
static void walk_adt(UseWalk *w, Thir *e) {
  consume_all(w, e->args, e->nargs);
  if (!e->a) return;
  TypeTable *tt = w->c->ic->tt;
  UsePlace base = place_of(w, e->a);
  define_type(w->c->ic->f, e->ty, e->span);
  for (u32 i = 0; i < type_nfields(tt, e->ty, e->variant); i++) {
    bool given = false;
    for (u32 k = 0; k < e->nargs; k++) given |= e->fields[k] == i;
    if (given) continue;
    UsePlace field = projected(
        w, base,
        (Proj){.kind = PROJ_FIELD, .index = i, .ty = type_field(tt, e->ty, e->variant, i)});
    consume_place(w, &field, e->a->span);
  }
  walk_place(w, e->a);
}

/* A closure inside uses what it captures, unless that is a variable of this one. */
static void walk_closure(UseWalk *w, const Thir *e) {
  Closure *inner = closure_of(w->c->ic->f, e->ty);
  define_type(w->c->ic->f, e->ty, e->span);
  for (u32 i = 0; i < inner->captures.len; i++) {
    const Capture *c = &inner->captures.at[i];
    UsePlace p = {.is_upvar = is_outside(w, c->place.var), .p = c->place};
    p.ty = capture_place_ty(&c->place);
    if (c->mode == CAPTURE_VALUE)
      consume_place(w, &p, c->span);
    else
      use(w, &p, c->mode, c->span);
  }
}

static bool is_formatting(Intrinsic i) {
  return i == INTR_PRINT || i == INTR_EPRINT || i == INTR_ASSERT_FAILED || i == INTR_FMT_WRITE;
}

static void walk(UseWalk *w, Thir *e) {
  switch (e->kind) {
  case THIR_VAR:
  case THIR_STATIC:
  case THIR_FIELD:
  case THIR_INDEX:
  case THIR_DEREF: consume(w, e); return;
  case THIR_CONST:
  case THIR_CONST_FN:
  case THIR_CONTINUE: return;
  case THIR_CLOSURE: walk_closure(w, e); return;
  case THIR_TUPLE:
  case THIR_ARRAY: consume_all(w, e->args, e->nargs); return;
  case THIR_ADT: walk_adt(w, e); return;
  case THIR_CALL:
    if (e->a) callable_resolve(w->c->ic, e);
    consume_all(w, e->args, e->nargs);
    return;
  case THIR_CALL_PTR:
    consume(w, e->a);
    consume_all(w, e->args, e->nargs);
    return;
  case THIR_ASM:
    for (u32 i = 0; i < e->assembly->n; i++) {
      ThirAsmOperand *o = &e->assembly->at[i];
      if (o->in) consume(w, o->in);
      if (o->out) borrow(w, o->out, true, o->out->span);
    }
    return;
  case THIR_INTRINSIC:
    if (is_formatting(e->intrinsic))
      borrow_all(w, e->args, e->nargs);
    else
      consume_all(w, e->args, e->nargs);
    return;
  case THIR_FORMAT_PANIC: borrow_all(w, e->args, e->nargs); return;
  case THIR_REPEAT:
  case THIR_UNARY:
  case THIR_CAST:
  case THIR_NEVER_TO_ANY:
  case THIR_USE: consume(w, e->a); return;
  case THIR_BINARY:
  case THIR_AND:
  case THIR_OR:
    consume(w, e->a);
    consume(w, e->b);
    return;
  case THIR_BORROW:
  case THIR_RAW: borrow(w, e->a, e->is_mut, e->span); return;
  case THIR_ASSIGN:
  case THIR_ASSIGN_OP:
    borrow(w, e->a, true, e->a->span);
    consume(w, e->b);
    return;
  case THIR_BLOCK: walk_block(w, e->block); return;
  case THIR_IF:
    consume(w, e->a);
    consume(w, e->b);
    if (e->c) consume(w, e->c);
    return;
  case THIR_LET: {
    UsePlace p = place_of(w, e->a);
    walk_place(w, e->a);
    use(w, &p, CAPTURE_REF, e->a->span);
    walk_pat(w, p, e->pat, false, e->a->span);
    return;
  }
  case THIR_MATCH: walk_match(w, e); return;
  case THIR_LOOP: consume(w, e->a); return;
  case THIR_FOR_RANGE:
    consume(w, e->a);
    consume(w, e->b);
    consume(w, e->c);
    return;
  case THIR_BREAK:
  case THIR_RETURN:
    if (e->a) consume(w, e->a);
    return;
  }
}

static void walk_block(UseWalk *w, ThirBlock *b) {
  for (u32 i = 0; i < b->nstmts; i++) {
    ThirStmt *s = &b->stmts[i];
    if (s->kind == TSTMT_EXPR) {
      consume(w, s->expr);
      continue;
    }
    if (!s->expr) continue;
    walk_place(w, s->expr);
    walk_pat(w, place_of(w, s->expr), s->pat, false, s->expr->span);
    if (s->els) walk_block(w, s->els);
  }
  if (b->tail) consume(w, b->tail);
}

void capture_uses(Closure *c, CaptureList *uses) {
  UseWalk w = {c, uses};
  consume(&w, c->value);
}
