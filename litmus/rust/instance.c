/* Instances: a definition with concrete arguments becomes one function of the program. They are
 * declared when first mentioned and compiled from a queue, so that recursion needs no care;
 * constants and statics, whose values others depend on, are compiled at once with everything they
 * reach. */
#include <assert.h>
#include <string.h>

#include "litmus/rust/closure.h"
#include "litmus/rust/dyn.h"

enum { MAX_INSTANCES = 20000, MAX_ARG_DEPTH = 48, MAX_CONST_DEPTH = 64 };

static const char *instance_name(Front *f, const Instance *inst) {
  Def *d = inst->def;
  StrBuf b = {0};
  u32 from = 0;
  if (d->kind == DEF_CLOSURE) return d->closure->name;
  if (d->kind == DEF_CALL_GLUE) return call_glue_name(f, inst);
  if (d->kind == DEF_VTABLE_SHIM) return vtable_shim_name(f, inst);
  if (d->kind >= DEF_EQ_GLUE) {
    sb_putc(&b, '<');
    type_show_to(f, NULL, inst->args[0], &b);
    sb_puts(&b, d->kind == DEF_EQ_GLUE ? " as PartialEq>::eq" : " as Clone>::clone");
    const char *text = arena_strdup(f->arena, sb_str(&b));
    sb_free(&b);
    return text;
  }
  if (d->kind == DEF_ANON_CONST) return "{constant}";
  if (d->kind == DEF_STORY) return "asm!";
  if (d->parent && d->parent->kind == DEF_TRAIT) { /* a default */
    sb_putc(&b, '<');
    type_show_to(f, NULL, inst->args[0], &b);
    sb_printf(&b, " as %s>::", name_of(f, d->parent->name));
    from = d->nparent;
  }
  if (d->parent && d->parent->kind == DEF_IMPL) {
    TypeId self = impl_self_type(f, NULL, d->parent, inst->args);
    bool plain = type_get(f->tt, self)->kind == TY_ADT || type_is_integral(f->tt, self) ||
                 type_is_float(f->tt, self);
    if (!plain) sb_putc(&b, '<');
    type_show_to(f, NULL, self, &b);
    if (!plain) sb_putc(&b, '>');
    sb_puts(&b, "::");
    from = d->nparent;
  }
  sb_puts(&b, def_path(f, d));
  if (inst->nargs > from) sb_puts(&b, "::<");
  for (u32 i = from; i < inst->nargs; i++) {
    u64 v;
    if (i > from) sb_puts(&b, ", ");
    if (d->gens[i]->is_const && is_const_arg(f, inst->args[i], &v))
      sb_printf(&b, "%llu", (unsigned long long)v);
    else
      type_show_to(f, NULL, inst->args[i], &b);
  }
  if (inst->nargs > from) sb_putc(&b, '>');
  const char *text = arena_strdup(f->arena, sb_str(&b));
  sb_free(&b);
  return text;
}

/* A place inside our library says nothing to the user: their own use of it does. */
static Span users_span(const Front *f, Span span) {
  bool ours = f->sources->files[span.file].is_prelude;
  return ours && f->current ? f->current->span : span;
}

static Instance *declare(Front *f, Def *d, const TypeId *args, u32 nargs, Span span) {
  assert(!nargs || !type_mentions_opaque(f, args[0]));
  if (f->instances.len >= MAX_INSTANCES)
    front_fail(f, DIAG_ERROR, span, "the program needs more than %d function instances",
               MAX_INSTANCES);
  for (u32 i = 0; i < nargs; i++)
    if (type_depth(f, args[i]) > MAX_ARG_DEPTH)
      front_fail(f, DIAG_ERROR, span, "reached the recursion limit while instantiating `%s`",
                 name_of(f, d->name));
  Instance *inst = arena_new(f->arena, Instance);
  inst->def = d;
  inst->args = arena_copy(f->arena, args, nargs * sizeof *args);
  inst->nargs = nargs;
  inst->span = users_span(f, span);
  inst->next = d->instances;
  Function *fn = arena_new(f->arena, Function);
  fn->name = instance_name(f, inst);
  fn->span = d->span;
  fn->is_prelude = d->is_prelude;
  fn->is_extern_c = d->kind == DEF_FN && d->item->is_extern_c;
  fn->no_writable = d->kind == DEF_FN && item_attr(f, d->item, "rustc_no_writable") != NULL;
  inst->id = program_add_function(f->prog, fn);
  d->instances = inst;
  alist_push(f->arena, &f->instances, inst);
  while (f->by_func.len <= inst->id) alist_push(f->arena, &f->by_func, NULL);
  f->by_func.at[inst->id] = inst;
  return inst;
}

Instance *find_instance(Front *f, Def *d, const TypeId *args, u32 nargs, Span span) {
  args = types_reveal(f, args, nargs);
  d = foreign_definition(f, d, span);
  bool of_trait =
      d->parent && d->parent->kind == DEF_TRAIT && (d->kind == DEF_FN || d->kind == DEF_CONST);
  u32 slot;
  if (of_trait && d->kind == DEF_FN && dyn_slot(f, d, args, nargs, span, &slot)) {
    FuncId shim = virtual_shim(f, args[0], slot, span); /* the list may move */
    return f->by_func.at[shim];
  }
  if (of_trait) {
    d = find_trait_fn(f, d, args, nargs, span, &args);
    nargs = d->ngens;
  }
  for (Instance *i = d->instances; i; i = i->next)
    if (i->nargs == nargs && (nargs == 0 || memcmp(i->args, args, nargs * sizeof *args) == 0))
      return i;
  return declare(f, d, args, nargs, span);
}

FuncId request_instance(Front *f, Def *d, const TypeId *args, u32 nargs, Span span) {
  return find_instance(f, d, args, nargs, span)->id;
}

/* ---- compiling */

static void compile(Front *f, Instance *inst) {
  Instance *outer = f->current;
  f->current = inst;
  inst->state = INST_BUSY;
  ThirBody *body = check_body(f, inst);
  Function *fn = f->prog->funcs.at[inst->id];
  body->name = fn->name;
  body->is_prelude = fn->is_prelude;
  DefKind kind = inst->def->kind;
  body->is_const = kind == DEF_CONST || kind == DEF_STATIC || kind == DEF_ANON_CONST;
  inst->state = INST_DONE;
  if (!lower_body(&f->lower, body, inst->id)) longjmp(*f->recover, 1);
  f->current = outer;
}

void compile_now(Front *f, Instance *inst, Span span) {
  if (inst->state == INST_BUSY)
    front_fail(f, DIAG_UNSUPPORTED, span,
               "`impl Trait` of a function that calls itself is not supported yet");
  if (++f->const_depth > MAX_CONST_DEPTH)
    front_fail(f, DIAG_UNSUPPORTED, span, "`impl Trait` nested this deeply is not supported yet");
  if (inst->state == INST_DECLARED) compile(f, inst);
  f->const_depth--;
}

/* An error in generic code: which instance it is in, and who wanted that. */
static void note_instance(Front *f, const Instance *inst) {
  if (!inst || !inst->nargs || inst->def->is_prelude || inst->def->kind == DEF_STORY) return;
  diag_add(f->diags, DIAG_NOTE, inst->span, "the error is in the instance `%s`, needed here",
           f->prog->funcs.at[inst->id]->name);
}

/* One body on its own: an error in it leaves the others to be checked. */
static void compile_guarded(Front *f, Instance *inst) {
  jmp_buf here;
  jmp_buf *outer = f->recover;
  f->recover = &here;
  if (setjmp(here) == 0) {
    compile(f, inst);
  } else {
    note_instance(f, f->current);
    if (f->defining) f->nqueued = f->instances.len; /* others would trip over the same type */
    for (u32 i = 0; i < f->instances.len; i++)
      if (f->instances.at[i]->state == INST_BUSY) f->instances.at[i]->state = INST_DONE;
  }
  f->current = NULL;
  f->recover = outer;
  f->const_depth = f->define_depth = f->alias_depth = 0;
}

void compile_queue(Front *f) {
  do {
    while (f->nqueued < f->instances.len) {
      Instance *inst = f->instances.at[f->nqueued++];
      if (inst->state == INST_DECLARED) compile_guarded(f, inst);
    }
  } while (link_upcasts(f));
}

/* ---- what a function mentions */

typedef struct Reach {
  Front *f;
  Span span;
  bool *seen; /* by FuncId */
  u32 nseen;
  ALIST(FuncId) todo;
} Reach;

static void reach(Reach *r, FuncId id) {
  if (id >= r->nseen) {
    u32 n = r->f->prog->funcs.len * 2 + 64;
    bool *grown = arena_array(r->f->arena, bool, n);
    if (r->nseen) memcpy(grown, r->seen, r->nseen);
    r->seen = grown;
    r->nseen = n;
  }
  if (r->seen[id]) return;
  r->seen[id] = true;
  alist_push(r->f->arena, &r->todo, id);
}

static void reach_operand(Reach *r, const Operand *o) {
  if (o->kind != OPERAND_CONST) return;
  if (o->konst.kind == CONST_FN) reach(r, o->konst.fn);
  if (o->konst.kind == CONST_STATIC) reach(r, r->f->prog->statics.at[o->konst.stat].init);
}

/* Whatever may be called through it. */
static void reach_vtable(Reach *r, VtableId id) {
  if (id >= r->f->prog->vtables.len) return;
  const Vtable v = r->f->prog->vtables.at[id];
  if (v.drop != NO_FUNC) reach(r, v.drop);
  for (u32 i = 0; i < v.nmethods; i++)
    if (v.methods[i] != NO_FUNC) reach(r, v.methods[i]);
  for (u32 i = 0; i < v.nsupers; i++) reach_vtable(r, v.supers[i].vtable);
}

static void reach_body(Reach *r, const Function *fn) {
  for (u32 b = 0; b < fn->blocks.len; b++) {
    const Block *block = &fn->blocks.at[b];
    for (u32 i = 0; i < block->stmts.len; i++) {
      const Rvalue *rv = block->stmts.at[i].rv;
      if (!rv) continue;
      reach_operand(r, &rv->a);
      reach_operand(r, &rv->b);
      for (u32 k = 0; k < rv->nops; k++) reach_operand(r, &rv->ops[k]);
      if (rv->kind == RV_CAST && rv->cast == CAST_UNSIZE) reach_vtable(r, rv->vtable);
    }
    const Terminator *t = &block->term;
    bool direct = t->kind == TERMINATOR_CALL ? !t->is_indirect : t->kind == TERMINATOR_DROP;
    if (direct && !t->is_virtual) reach(r, t->callee);
    for (u32 k = 0; k < t->nargs; k++) reach_operand(r, &t->args[k]);
  }
}

void compile_reachable(Front *f, FuncId id, Span span) {
  if (++f->const_depth > MAX_CONST_DEPTH)
    front_fail(f, DIAG_ERROR, span, "constants depend on each other too deeply");
  Reach r = {.f = f, .span = span};
  reach(&r, id);
  while (r.todo.len) {
    FuncId next = r.todo.at[--r.todo.len];
    Instance *inst = next < f->by_func.len ? f->by_func.at[next] : NULL;
    if (inst && inst->state == INST_DECLARED)
      compile(f, inst);
    else if (inst && inst->state == INST_BUSY && next == id)
      front_fail(f, DIAG_ERROR, inst->def->span, "cycle detected when evaluating `%s`",
                 f->prog->funcs.at[id]->name);
    reach_body(&r, f->prog->funcs.at[next]);
  }
  f->const_depth--;
}

/* ---- statics */

StaticId request_static(Front *f, Def *d, Span span) {
  if (d->static_known) return d->stat;
  FuncId init = request_instance(f, d, NULL, 0, span);
  /* The initialiser first: statics it uses come before this one, unless they use each other. */
  if (!d->static_busy) {
    d->static_busy = true;
    if (f->by_func.at[init]->state == INST_DECLARED) compile_reachable(f, init, span);
    if (d->static_known) return d->stat;
  }
  TypeId ty = value_type(f, NULL, d, NULL);
  define_type(f, ty, d->span);
  Static s = {.name = arena_strdup(f->arena, name_of(f, d->name)),
              .ty = ty,
              .span = d->span,
              .is_mutable = d->item->is_mut,
              .init = init};
  d->stat = program_add_static(f->prog, s);
  d->static_known = true;
  return d->stat;
}
