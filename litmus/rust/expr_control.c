/* Control flow: if, match, loops, jumps. */
#include "litmus/rust/infer.h"

/* ---- conditions */

/* cond = "let" pat "=" e | cond "&&" cond | e: what patterns bind is in scope in what follows. */
Thir *check_condition(Infer *ic, const AstExpr *e) {
  TypeId boolean = type_bool(ic->tt);
  if (e->kind == AST_LET) {
    Thir *scrutinee = check_expr(ic, e->a, EXPECT_NONE);
    Thir *n = node_new(ic, THIR_LET, e->span, boolean);
    n->a = scrutinee;
    n->pat = check_pattern(ic, e->pat, scrutinee->ty);
    return n;
  }
  if (e->kind == AST_BINARY && e->binop == AST_ANDAND) {
    Thir *a = check_condition(ic, e->a);
    bool diverges = ic->diverges;
    Thir *b = check_condition(ic, e->b);
    ic->diverges = diverges;
    Thir *n = node_new(ic, THIR_AND, e->span, boolean);
    n->a = a;
    n->b = b;
    return n;
  }
  return check_coerce(ic, e, boolean);
}

/* Branches do not decide an expected type that is not known yet; they are merged first. */
static Expect branch_expectation(Infer *ic, Expect ex) {
  return ex.ty && infer_is_var(ic, ex.ty) && !infer_is_number_var(ic, ex.ty) ? EXPECT_NONE : ex;
}

Thir *check_if(Infer *ic, const AstExpr *e, Expect ex) {
  u32 ribs = ic->ribs.len;
  Thir *n = node_new(ic, THIR_IF, e->span, type_unit(ic->tt));
  n->a = check_condition(ic, e->a);
  bool cond_diverges = ic->diverges;
  if (!e->c) {
    TypeId want = ex.ty && !ex.is_cast ? infer_shallow(ic, ex.ty) : 0;
    if (want && !infer_is_var(ic, want) && !type_is_unit(ic->tt, want))
      fail(ic, e->span, "`if` may be missing an `else` clause: expected `%s`, found `()`",
           show(ic, want));
    n->b = check_coerce(ic, e->b, type_unit(ic->tt));
    ic->ribs.len = ribs;
    ic->diverges = cond_diverges;
    return n;
  }
  ex = branch_expectation(ic, ex);
  Merge *m = merge_new(ic, ex);
  n->b = check_expr(ic, e->b, ex);
  ic->ribs.len = ribs;
  merge_add(ic, m, &n->b);
  bool then_diverges = ic->diverges;
  ic->diverges = cond_diverges;
  n->c = check_expr(ic, e->c, ex);
  merge_add(ic, m, &n->c);
  ic->diverges = cond_diverges || (then_diverges && ic->diverges);
  n->ty = merge_finish(ic, m);
  return n;
}

Thir *check_match(Infer *ic, const AstExpr *e, Expect ex) {
  Thir *n = node_new(ic, THIR_MATCH, e->span, 0);
  n->a = check_expr(ic, e->a, EXPECT_NONE);
  bool before = ic->diverges, all_diverge = true;
  ex = branch_expectation(ic, ex);
  n->narms = e->arms.n;
  n->arms = arena_array(ic->arena, ThirArm, e->arms.n + 1);
  Merge *m = merge_new(ic, ex);
  /* All patterns first: they may settle the scrutinee's type that the bodies rely on. */
  u32 ribs = ic->ribs.len;
  struct {
    u32 from, to;
  } *bound = arena_alloc(ic->arena, sizeof *bound * (e->arms.n + 1));
  ALIST(Rib) kept = {0};
  for (u32 i = 0; i < e->arms.n; i++) {
    n->arms[i].pat = check_pattern(ic, e->arms.at[i].pat, n->a->ty);
    bound[i].from = kept.len;
    for (u32 k = ribs; k < ic->ribs.len; k++) alist_push(ic->arena, &kept, ic->ribs.at[k]);
    bound[i].to = kept.len;
    ic->ribs.len = ribs;
  }
  for (u32 i = 0; i < e->arms.n; i++) {
    const AstArm *arm = &e->arms.at[i];
    for (u32 k = bound[i].from; k < bound[i].to; k++) alist_push(ic->arena, &ic->ribs, kept.at[k]);
    ic->diverges = before;
    if (arm->guard) {
      n->arms[i].guard = check_condition(ic, arm->guard);
      ic->diverges = before;
    }
    n->arms[i].body = check_expr(ic, arm->body, ex);
    merge_add(ic, m, &n->arms[i].body);
    all_diverge &= ic->diverges;
    ic->ribs.len = ribs;
  }
  ic->diverges = before || all_diverge;
  n->ty = merge_finish(ic, m);
  late_add(ic, LATE_MATCH, n);
  return n;
}

/* ---- loops */

static u32 push_loop(Infer *ic, const AstExpr *e, Merge *m) {
  Breakable b = {.name = e->label,
                 .ctx = e->label_ctx,
                 .label = ++ic->nlabels,
                 .is_loop = true,
                 .merge = m,
                 .takes_value = m != NULL};
  alist_push(ic->arena, &ic->breakables, b);
  return b.label;
}

/* while c { b } is loop { if c { b } else { break } } */
Thir *check_while(Infer *ic, const AstExpr *e) {
  TypeId unit = type_unit(ic->tt);
  bool before = ic->diverges;
  u32 label = push_loop(ic, e, NULL);
  u32 ribs = ic->ribs.len;
  Thir *test = node_new(ic, THIR_IF, e->span, unit);
  test->a = check_condition(ic, e->a);
  test->b = check_coerce(ic, e->b, unit);
  ic->ribs.len = ribs;
  test->c = never_to_any(ic, node_break(ic, e->a->span, label, NULL), unit);
  (void)vec_pop(&ic->breakables);
  ic->diverges = before;
  Thir *n = node_new(ic, THIR_LOOP, e->span, unit);
  n->a = test;
  n->label = label;
  return n;
}

Thir *check_loop(Infer *ic, const AstExpr *e, Expect ex) {
  Merge *m = merge_new(ic, ex);
  if (!ex.is_cast) m->want = ex.ty; /* even if not known yet: the first `break` decides it */
  u32 label = push_loop(ic, e, m);
  Thir *body = check_coerce(ic, e->a, type_unit(ic->tt));
  Breakable done = vec_pop(&ic->breakables);
  Thir *n = node_new(ic, THIR_LOOP, e->span, 0);
  n->a = body;
  n->label = label;
  n->ty = done.broken ? merge_finish(ic, m) : type_never(ic->tt);
  if (done.broken && !m->merged && m->unit_from_break) n->ty = type_unit(ic->tt);
  ic->diverges = !done.broken;
  return n;
}

static bool is_int_like(Infer *ic, TypeId t) {
  return shallow_get(ic, t)->kind == TY_INT || infer_is_int_var(ic, t);
}

/* for pat in a..b over integers: what the library's iterator would do cannot be told apart. */
static Thir *for_range(Infer *ic, const AstExpr *e, const AstExpr *iter, Thir *lo) {
  TypeId unit = type_unit(ic->tt);
  Thir *n = node_new(ic, THIR_FOR_RANGE, e->span, unit);
  n->a = lo;
  n->b = check_coerce(ic, iter->b, n->a->ty);
  TypeId ty = n->a->ty;
  if (shallow_get(ic, ty)->kind == TY_INFER && !infer_is_int_var(ic, ty))
    (void)unify(ic, ty, infer_fresh_int(ic));
  if (!is_int_like(ic, ty))
    unsupported(ic, iter->span, "`for` over a range of `%s` is not supported yet", show(ic, ty));
  n->inclusive = iter->inclusive;
  bool before = ic->diverges;
  n->label = push_loop(ic, e, NULL);
  u32 ribs = ic->ribs.len;
  n->pat = check_pattern(ic, e->pat, ty);
  Late l = {.kind = LATE_IRREFUTABLE, .pat = n->pat, .what = "`for` loop binding"};
  alist_push(ic->arena, &ic->late, l);
  n->c = check_coerce(ic, e->b, unit);
  ic->ribs.len = ribs;
  (void)vec_pop(&ic->breakables);
  ic->diverges = before;
  return n;
}

/* { None => break, Some(pat) => body } of the value of next() */
static Thir *for_step(Infer *ic, const AstExpr *e, Thir *next, TypeId item, u32 label) {
  Thir *m = node_new(ic, THIR_MATCH, e->span, type_unit(ic->tt));
  m->a = next;
  m->narms = 2;
  m->arms = arena_array(ic->arena, ThirArm, 2);
  m->arms[0].pat = pat_new(ic, TPAT_VARIANT, e->span, next->ty);
  m->arms[0].body = never_to_any(ic, node_break(ic, e->span, label, NULL), m->ty);
  ThirPat *some = pat_new(ic, TPAT_VARIANT, e->pat->span, next->ty);
  u32 *fields = arena_array(ic->arena, u32, 1);
  some->variant = 1;
  some->nsubs = 1;
  some->subs = arena_array(ic->arena, ThirPat *, 1);
  some->fields = fields;
  some->subs[0] = check_pattern(ic, e->pat, item);
  Late l = {.kind = LATE_IRREFUTABLE, .pat = some->subs[0], .what = "`for` loop binding"};
  alist_push(ic->arena, &ic->late, l);
  m->arms[1].pat = some;
  m->arms[1].body = check_coerce(ic, e->b, m->ty);
  return m;
}

/* match IntoIterator::into_iter(e) { mut iter => loop { match Iterator::next(&mut iter) {
 *   None => break, Some(pat) => body } } } */
static Thir *for_iterator(Infer *ic, const AstExpr *e, Thir *over) {
  Front *f = ic->f;
  TypeId unit = type_unit(ic->tt);
  over->ty = structurally(ic, over->ty);
  Thir *into =
      lang_call(ic, LANG_INTO_ITERATOR, f->n.into_iter, over->ty, 0, over, NULL, e->a->span);
  into->ty = structurally(ic, into->ty);
  if (infer_is_var(ic, into->ty)) fail(ic, e->a->span, "type annotations needed");
  VarId v = var_new(ic, 0, into->ty, e->a->span, true);
  bool before = ic->diverges;
  u32 label = push_loop(ic, e, NULL), ribs = ic->ribs.len;
  /* rustc's `&mut iter` is an argument, which is reborrowed */
  Thir *iter = node_borrow(ic, node_var(ic, v, e->a->span), true, false);
  Thir *arg = node_borrow(ic, node_deref(ic, iter, into->ty), true, true);
  Thir *next = lang_call(ic, LANG_ITERATOR, f->n.next, into->ty, 0, arg, NULL, e->a->span);
  TypeId option = structurally(ic, next->ty);
  TypeId item = structurally(ic, type_get(ic->tt, option)->u.adt.args[0]);
  Thir *loop = node_new(ic, THIR_LOOP, e->span, unit);
  loop->label = label;
  loop->a = for_step(ic, e, next, item, label);
  ic->ribs.len = ribs;
  (void)vec_pop(&ic->breakables);
  ic->diverges = before;
  Thir *m = node_new(ic, THIR_MATCH, e->span, unit);
  m->a = into;
  m->narms = 1;
  m->arms = arena_new(ic->arena, ThirArm);
  m->arms[0].pat = pat_bind(ic, e->a->span, into->ty, v);
  m->arms[0].body = loop;
  return m;
}

Thir *check_for(Infer *ic, const AstExpr *e) {
  const AstExpr *iter = strip_parens(e->a);
  if (iter->kind != AST_RANGE || !iter->a || !iter->b)
    return for_iterator(ic, e, check_expr(ic, e->a, EXPECT_NONE));
  return for_range(ic, e, iter, check_expr(ic, iter->a, EXPECT_NONE));
}

/* ---- jumps */

static Breakable *find_breakable(Infer *ic, const AstExpr *e, bool is_continue) {
  const char *word = is_continue ? "continue" : "break";
  for (u32 i = ic->breakables.len; i-- > 0;) {
    Breakable *b = &ic->breakables.at[i];
    if (e->label ? b->name == e->label && b->ctx == e->label_ctx : b->is_loop) {
      if (is_continue && !b->is_loop) fail(ic, e->span, "`continue` pointing to a labeled block");
      return b;
    }
  }
  if (e->label) fail(ic, e->span, "use of undeclared label `'%s`", name_of(ic->f, e->label));
  fail(ic, e->span, "`%s` outside of a loop or labeled block", word);
}

Thir *check_break(Infer *ic, const AstExpr *e) {
  Breakable *b = find_breakable(ic, e, false);
  u32 index = (u32)(b - ic->breakables.at);
  Thir *n = node_break(ic, e->span, b->label, NULL);
  if (e->a && !b->takes_value) fail(ic, e->span, "`break` with value from a `while` or `for` loop");
  if (b->takes_value) {
    Merge *m = b->merge;
    if (e->a)
      n->a = check_expr(ic, e->a, expect_type(m->want ? m->want : m->merged));
    else {
      n->a = node_unit(ic, e->span);
      m->unit_from_break = true;
    }
    merge_add(ic, m, &n->a);
  }
  ic->breakables.at[index].broken = true;
  return n;
}

Thir *check_continue(Infer *ic, const AstExpr *e) {
  Thir *n = node_new(ic, THIR_CONTINUE, e->span, type_never(ic->tt));
  n->label = find_breakable(ic, e, true)->label;
  return n;
}

Thir *check_return(Infer *ic, const AstExpr *e) {
  if (!ic->ret) fail(ic, e->span, "return statement outside of function body");
  Thir *n = node_new(ic, THIR_RETURN, e->span, type_never(ic->tt));
  if (e->a)
    n->a = check_coerce(ic, e->a, ic->ret);
  else if (!unify(ic, ic->ret, type_unit(ic->tt)))
    fail(ic, e->span,
         "`return;` in a function whose return type is not `()`: expected `%s`, found `()`",
         show(ic, ic->ret));
  return n;
}
