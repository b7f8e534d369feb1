/* The driver of the front end: parse, collect, compile what main and the entries reach, verify. */
#include "litmus/rust/front.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "litmus/rust/infer.h"
#include "litmus/rust/prelude.h"

void front_fail(Front *f, DiagKind kind, Span span, const char *fmt, ...) {
  va_list ap;
  StrBuf b = {0};
  va_start(ap, fmt);
  sb_vprintf(&b, fmt, ap);
  va_end(ap);
  bool ours = f->sources->files[span.file].is_prelude && f->current && f->current->def->is_prelude;
  if (ours)
    diag_add(f->diags, kind, f->current->span, "%s (in `%s` of the library)", sb_str(&b),
             f->prog->funcs.at[f->current->id]->name);
  else
    diag_add(f->diags, kind, span, "%s", sb_str(&b));
  sb_free(&b);
  longjmp(*f->recover, 1);
}

static void init_names(Front *f) {
#define NAME(field, text) f->n.field = intern_cstr(f->in, text);
#include "litmus/rust/names.def"
#undef NAME
}

static void init_prims(Front *f) {
  TypeTable *tt = f->tt;
  u32 n = 0;
  static const unsigned widths[] = {8, 16, 32, 64, 128};
  for (u32 i = 0; i < 5; i++)
    for (u32 s = 0; s < 2; s++) {
      const char *name = arena_printf(f->arena, "%c%u", s ? 'i' : 'u', widths[i]);
      f->prims[n++] = (Prim){intern_cstr(f->in, name), type_int(tt, widths[i], s)};
    }
  f->prims[n++] = (Prim){intern_cstr(f->in, "usize"), type_usize(tt)};
  f->prims[n++] = (Prim){intern_cstr(f->in, "isize"), type_isize(tt)};
  f->prims[n++] = (Prim){intern_cstr(f->in, "f32"), type_float(tt, 32)};
  f->prims[n++] = (Prim){intern_cstr(f->in, "f64"), type_float(tt, 64)};
  f->prims[n++] = (Prim){intern_cstr(f->in, "bool"), type_bool(tt)};
  f->prims[n++] = (Prim){intern_cstr(f->in, "char"), type_char(tt)};
  f->prims[n++] = (Prim){intern_cstr(f->in, "str"), type_str(tt)};
}

/* A function over one type argument whose body derive.c writes. */
static Def *glue_def(Front *f, DefKind kind, const char *name) {
  Def *d = arena_new(f->arena, Def);
  d->kind = kind;
  d->name = intern_cstr(f->in, name);
  d->parent = f->std_root;
  d->scope = f->std_root->members;
  d->is_prelude = true;
  d->lang = LANG_COUNT;
  d->ngens = 1;
  return d;
}

/* A module of the library that is a crate of its own to the user: not one of std's. */
static Def *detach_crate(Front *f, Sym name) {
  Scope *std = f->std_root->members;
  u32 i = 0;
  while (std->defs.at[i]->kind != DEF_MOD || std->defs.at[i]->name != name) i++;
  Def *d = std->defs.at[i];
  std->defs.at[i] = std->defs.at[--std->defs.len];
  d->parent = NULL;
  return d;
}

static bool load_prelude(Front *f, const ParseOptions *user) {
  ParseOptions opts = *user;
  opts.lazy = true;
  u16 file = source_add(f->sources, "std", litmus_prelude, litmus_prelude_len, true);
  AstCrate crate = {0};
  if (!ast_parse(f->arena, f->in, f->sources, file, &opts, f->diags, &crate)) return false;
  f->std_root = collect_crate(f, &crate, "std", true);
  f->std_prelude = def_member(f, f->std_root, intern_cstr(f->in, "prelude"), NS_TYPE);
  f->litmus_root = detach_crate(f, f->n.litmus);
  f->eq_glue = glue_def(f, DEF_EQ_GLUE, "eq");
  f->clone_glue = glue_def(f, DEF_CLONE_GLUE, "clone");
  f->call_glue = glue_def(f, DEF_CALL_GLUE, "call");
  f->call_glue->ngens = 2;
  f->vtable_shim = glue_def(f, DEF_VTABLE_SHIM, "vtable");
  f->vtable_shim->ngens = 3;
  return f->diags->nerrors == 0;
}

static bool load_user(Front *f, u16 file, const ParseOptions *opts) {
  AstCrate crate = {0};
  if (!ast_parse(f->arena, f->in, f->sources, file, opts, f->diags, &crate)) return false;
  f->user_root = collect_crate(f, &crate, "crate", false);
  if (f->diags->nerrors == 0) check_imports(f, f->user_root->members);
  return f->diags->nerrors == 0;
}

/* The user's main, or NULL. */
static Def *find_main(Front *f) {
  Def *d = scope_lookup(f, f->user_root->members, f->n.main, NS_VALUE);
  if (!d || d->kind != DEF_FN) return NULL;
  if (d->ngens || d->item->params.n)
    front_fail(f, DIAG_ERROR, d->span,
               "`main` function has the wrong type: it takes no parameters");
  return d;
}

/* What main and the entries reach. */
static void compile_roots(Front *f, u16 file, const EntryPath *entries, u32 nentries,
                          const ParseOptions *opts) {
  Def *main = find_main(f);
  Span top = {.lo = 0, .hi = 0, .file = file};
  f->prog->main = main ? main_function(f, main) : NO_FUNC;
  request_entries(f, entries, nentries, opts->cfgs, opts->ncfgs);
  if (!main && !f->prog->nentries && f->diags->nerrors == 0)
    front_fail(f, DIAG_ERROR, top, "`main` function not found in the program");
  compile_queue(f);
  if (f->diags->nerrors == 0) count_entry_pointers(f);
  for (u32 i = 0; i < f->prog->funcs.len; i++) f->prog->nstories += f->prog->funcs.at[i]->is_story;
  if (f->diags->nerrors == 0) check_unreached(f);
}

static void verify(Front *f, u16 file) {
  const char *fault = ir_verify(f->prog);
  if (fault)
    diag_add(f->diags, DIAG_ERROR, (Span){.lo = 0, .hi = 0, .file = file}, "internal error: %s",
             fault);
}

/* The program's lists grew on the heap; from now on they live and die with the arena. */
static void settle_lists(Program *p) {
  Function **funcs = arena_copy(p->arena, p->funcs.at, p->funcs.len * sizeof *funcs);
  Static *statics = arena_copy(p->arena, p->statics.at, p->statics.len * sizeof *statics);
  Vtable *vtables = arena_copy(p->arena, p->vtables.at, p->vtables.len * sizeof *vtables);
  u32 nfuncs = p->funcs.len, nstatics = p->statics.len, nvtables = p->vtables.len;
  vec_free(&p->funcs);
  vec_free(&p->statics);
  vec_free(&p->vtables);
  p->funcs.at = funcs;
  p->funcs.len = p->funcs.cap = nfuncs;
  p->statics.at = statics;
  p->statics.len = p->statics.cap = nstatics;
  p->vtables.at = vtables;
  p->vtables.len = p->vtables.cap = nvtables;
}

Program *rust_compile(Arena *arena, SourceMap *sources, u16 file, const char *const *cfgs,
                      u32 ncfgs, Diags *diags) {
  return rust_compile_entries(arena, sources, file, cfgs, ncfgs, NULL, 0, diags);
}

Program *rust_compile_entries(Arena *arena, SourceMap *sources, u16 file, const char *const *cfgs,
                              u32 ncfgs, const EntryPath *entries, u32 nentries, Diags *diags) {
  Front *f = arena_new(arena, Front);
  ParseOptions opts = {.cfgs = cfgs, .ncfgs = ncfgs};
  jmp_buf here;
  f->arena = arena;
  f->in = intern_create();
  f->sources = sources;
  f->diags = diags;
  f->tt = types_create(arena);
  f->prog = arena_new(arena, Program);
  f->prog->arena = arena;
  f->prog->types = f->tt;
  f->prog->sources = sources;
  f->lower = (LowerCtx){.program = f->prog, .arena = arena, .diags = diags, .self = f};
  f->recover = &here;
  init_names(f);
  init_prims(f);
  if (setjmp(here) == 0 && load_prelude(f, &opts) && load_user(f, file, &opts)) {
    register_impls(f);
    compile_roots(f, file, entries, nentries, &opts);
  }
  settle_lists(f->prog);
  if (diags->nerrors == 0) verify(f, file);
  intern_destroy(f->in);
  return diags->nerrors == 0 ? f->prog : NULL;
}
