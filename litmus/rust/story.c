/* Stories: the body of the function that runs in place of an `asm!` block. */
#include "litmus/rust/story.h"

#include <string.h>

void story_check_name(Infer *ic, const AstPath *p) {
  if (!ic->owner || ic->owner->kind != DEF_STORY || p->seg.n != 1) return;
  const Story *s = ic->owner->story;
  for (u32 i = 0; i < s->nhidden; i++)
    if (s->hidden[i] == p->seg.at[0].name)
      fail(ic, p->span,
           "a story may only use the operands and globals: `%s` is a variable of the "
           "function around the block",
           name_of(ic->f, s->hidden[i]));
}

static bool is_output(const AstAsmOperand *o) {
  bool writes = o->kind != ASM_IN && o->kind != ASM_CONST && o->kind != ASM_SYM;
  return writes && o->out && !(o->is_split && o->is_discarded);
}
static bool is_input(const AstAsmOperand *o) {
  return o->kind == ASM_IN || o->kind == ASM_CONST || o->kind == ASM_INOUT ||
         o->kind == ASM_INLATEOUT;
}

typedef struct Writer {
  Infer *ic;
  Story *s;
  const TypeId *in, *out; /* types that are still to be given to operands */
  ThirPat **params;
  TypeId *param_tys;
  u32 nparams;
  Thir **results;
  TypeId *result_tys;
  u32 nresults;
  ThirStmt *lets; /* of outputs that are no parameters */
  u32 nlets;
  AsmOperand *record;
} Writer;

static VarId declare(Writer *w, const AstAsmOperand *o, TypeId ty, bool is_mut) {
  Infer *ic = w->ic;
  VarId v = var_new(ic, o->story_name, ty, o->span, is_mut);
  Rib r = {.name = o->story_name, .var = v};
  if (o->story_name) alist_push(ic->arena, &ic->ribs, r);
  return v;
}

/* The operand as the story sees it: a parameter, a variable that becomes part of the result, or
 * both. */
static void operand(Writer *w, const AstAsmOperand *o, AsmOperand *rec) {
  Infer *ic = w->ic;
  VarId v = 0;
  if (is_input(o)) {
    rec->in = *w->in++;
    v = declare(w, o, rec->in, o->kind != ASM_IN && o->kind != ASM_CONST);
    w->param_tys[w->nparams] = rec->in;
    w->params[w->nparams++] = pat_bind(ic, o->span, rec->in, v);
  }
  if (!is_output(o)) return;
  rec->out = w->out[w->nresults];
  if (!is_input(o)) {
    v = declare(w, o, rec->out, true);
    w->lets[w->nlets++] =
        (ThirStmt){.kind = TSTMT_LET, .span = o->span, .pat = pat_bind(ic, o->span, rec->out, v)};
  }
  w->result_tys[w->nresults] = rec->out;
  w->results[w->nresults++] = node_var(ic, v, w->s->assembly->story ? ic->owner->span : o->span);
}

static const char *text_of(Infer *ic, Sym s) {
  return s ? arena_strdup(ic->arena, name_of(ic->f, s)) : NULL;
}

static void operands(Writer *w) {
  const AstAsm *a = w->s->assembly;
  for (u32 i = 0; i < a->operands.n; i++) {
    const AstAsmOperand *o = &a->operands.at[i];
    AsmOperand *rec = &w->record[i];
    *rec = (AsmOperand){.kind = o->kind,
                        .name = text_of(w->ic, o->name),
                        .story_name = text_of(w->ic, o->story_name),
                        .reg = text_of(w->ic, o->reg),
                        .is_explicit = o->is_explicit,
                        .is_discarded = o->is_discarded,
                        .is_split = o->is_split};
    if (o->path)
      rec->symbol = arena_strdup(w->ic->arena, path_text(w->ic->f, o->path, o->path->seg.n));
    operand(w, o, rec);
  }
}

static AsmBlock *record(Writer *w) {
  const AstAsm *a = w->s->assembly;
  AsmBlock *b = arena_new(w->ic->arena, AsmBlock);
  const char **abis = arena_array(w->ic->arena, const char *, a->clobber_abis.n + 1);
  for (u32 i = 0; i < a->clobber_abis.n; i++) abis[i] = text_of(w->ic, a->clobber_abis.at[i]);
  *b = (AsmBlock){.span = a->span,
                  .text = a->text,
                  .len = a->len,
                  .noperands = a->operands.n,
                  .operands = w->record,
                  .options = a->options,
                  .nclobber_abis = a->clobber_abis.n,
                  .clobber_abis = abis};
  return b;
}

/* { let out0; ..; story; (out0, ..) } */
static Thir *told(Writer *w, bool ends) {
  Infer *ic = w->ic;
  const AstBlock *story = w->s->assembly->story;
  TypeId unit = type_unit(ic->tt);
  Thir *value = check_block(ic, story, ends ? EXPECT_NONE : expect_type(unit), NULL);
  bool never = shallow_get(ic, value->ty)->kind == TY_NEVER;
  if (ends) {
    if (!never) fail(ic, story->span, "the story of a `noreturn` block must not return");
    return value;
  }
  ThirStmt *s = &w->lets[w->nlets++];
  *s = (ThirStmt){.kind = TSTMT_EXPR, .span = story->span, .expr = value};
  if (!never) value = coerce(ic, value, unit, false);
  Thir *tuple =
      node_new(ic, THIR_TUPLE, story->span, type_tuple(ic->tt, w->result_tys, w->nresults));
  tuple->args = w->results;
  tuple->nargs = w->nresults;
  return node_block(ic, story->span, w->lets, w->nlets, tuple);
}

ThirBody *story_body(Front *f, Instance *inst) {
  Def *d = inst->def;
  Story *s = d->story;
  const AstAsm *a = s->assembly;
  Infer ic;
  infer_init(&ic, f, d, inst->args);
  ic.self_ty = env_of(f, &ic, d, inst->args).self_ty;
  ic.unsafe_depth = 1;
  u32 n = a->operands.n, nin = 0;
  for (u32 i = 0; i < n; i++) nin += is_input(&a->operands.at[i]);
  Writer w = {.ic = &ic, .s = s, .in = inst->args + s->first};
  w.out = w.in + nin;
  w.params = arena_array(f->arena, ThirPat *, n + 1);
  w.param_tys = arena_array(f->arena, TypeId, n + 1);
  w.results = arena_array(f->arena, Thir *, n + 1);
  w.result_tys = arena_array(f->arena, TypeId, n + 1);
  w.lets = arena_array(f->arena, ThirStmt, n + 1);
  w.record = arena_array(f->arena, AsmOperand, n + 1);
  operands(&w);
  bool ends = (a->options & ASM_NORETURN) != 0;
  Thir *value = a->story ? told(&w, ends) : NULL;
  ThirBody *b = writeback(&ic, value, w.params, w.param_tys, w.nparams);
  b->span = d->span;
  b->ret = ends ? type_never(f->tt) : type_tuple(f->tt, w.result_tys, w.nresults);
  define_type(f, b->ret, d->span);
  b->assembly = record(&w);
  b->is_extern_c = true; /* a panic may not leave it */
  b->is_story = a->story != NULL;
  b->is_declaration = !b->is_story;
  return b;
}
