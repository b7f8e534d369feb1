#include "litmus/run/save.h"

#include <string.h>

#include "litmus/report/json.h"
#include "litmus/run/match.h"
#include "litmus/run/save_impl.h"
#include "litmus/run/save_text.h"

/* ---- a function: `main` calls it */

typedef LIST(const char *) Names;

/* The modules of a path: "m", "n" of "m::n::f" and of "m::n::Type::f". Types have a capital. */
static const char *split_path(Arena *a, const char *path, Names *modules) {
  for (;;) {
    const char *end = strstr(path, "::");
    if (!end || (*path >= 'A' && *path <= 'Z')) return path;
    list_push(a, modules, arena_strndup(a, path, (size_t)(end - path)));
    path = end + 2;
  }
}

/* Does the counterexample lie in what a panic leaves behind? Whoever catches it sees that. */
static bool is_caught(const CheckRec *k) {
  const BehaviourRec *novel = &k->novel.at[0];
  for (u32 i = 0; novel->end == END_PANIC && i < novel->memory.len; i++)
    if (!novel->memory.at[i].same) return true;
  return false;
}

/* A function that calls it: `main`, or one beside it in its module, where whatever it needs can be
 * named. */
static bool write_call(Saver *s, const char *name, const Function *fn, bool in_module, bool caught,
                       StrBuf *out) {
  StrBuf args = {0}, shown = {0};
  bool ok = save_statics(s) && save_arguments(s, fn, &args);
  if (ok) {
    if (caught)
      sb_puts(&shown, "        println!(\"panics: {}\", result.is_err());\n");
    else
      save_show(s, fn->locals.at[0].ty, "result", "result", &shown);
    save_show_objects(s, &shown);
    sb_printf(out, "\n#[allow(warnings)]\n%s() {\n",
              in_module ? "pub fn counterexample" : "fn main");
    if (in_module) sb_puts(out, "    use super::*;\n");
    sb_puts(out, sb_str(&s->before));
    sb_printf(out,
              caught ? "    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| "
                       "unsafe { %s(%s) }));\n"
                     : "    let result = unsafe { %s(%s) };\n",
              name, sb_str(&args));
    if (shown.len) sb_printf(out, "    unsafe {\n%s    }\n", sb_str(&shown));
    sb_puts(out, "}\n");
  }
  sb_free(&args), sb_free(&shown);
  return ok;
}

/* What is to be written behind the file goes to `behind`. */
static bool edit_function(Session *session, const Replays *r, const CheckRec *k, Saver *s,
                          Edits *edits, StrBuf *behind) {
  Names modules = {0};
  const char *name = split_path(s->arena, k->fn, &modules);
  edit_main(s->arena, &session->sources, session->file, edits);
  const Function *fn = r->to->program->funcs.at[r->to->entry];
  if (!modules.len) return write_call(s, name, fn, false, is_caught(k), behind);
  StrBuf body = {0};
  bool ok = write_call(s, name, fn, true, is_caught(k), &body);
  if (ok && !edit_modules(s->arena, &session->sources, session->file, modules.at, modules.len,
                          arena_strdup(s->arena, sb_str(&body)), edits))
    ok = save_fails(s, "`%s` is not in a module of the file", k->fn);
  sb_free(&body);
  sb_printf(behind, "\nfn main() {\n    %s::counterexample();\n}\n", modules.at[0]);
  return ok;
}

/* ---- a program: each call of litmus::any becomes a value */

/* The values that the calls at one place gave, in their order. */
typedef struct AnyCall {
  Span span;
  LIST(const char *) values;
} AnyCall;

typedef LIST(AnyCall) AnyCalls;

static bool same_span(Span a, Span b) {
  return a.lo == b.lo && a.hi == b.hi && a.file == b.file && a.ctx == b.ctx;
}

/* The type that a call of litmus::any at this place gives; the `skip`-th of several instances of a
 * generic function around it. */
static TypeId type_of_call(const Program *p, Span at, u32 skip) {
  for (u32 f = 0; f < p->funcs.len; f++) {
    const Function *fn = p->funcs.at[f];
    for (u32 b = 0; b < fn->blocks.len; b++) {
      const Terminator *t = &fn->blocks.at[b].term;
      if (t->kind != TERMINATOR_CALL || t->is_indirect || t->is_virtual) continue;
      if (!same_span(t->span, at) || t->callee >= p->funcs.len) continue;
      const Function *callee = p->funcs.at[t->callee];
      if (!callee->is_prelude || strncmp(callee->name, "litmus::any", 11) != 0) continue;
      if (!skip--) return callee->locals.at[0].ty;
    }
  }
  return 0;
}

/* Names of inputs say which part of the value they are: the whole has the name up to some '.' or
 * '['. */
static bool write_value(Saver *s, TypeId ty, const char *part, StrBuf *out) {
  for (size_t n = 1; n <= strlen(part); n++) {
    if (part[n] && part[n] != '.' && part[n] != '[') continue;
    sb_clear(out);
    s->why = NULL;
    s->end = s->from;
    if (save_value(s, ty, arena_strndup(s->arena, part, n), out) && s->end > s->from) return true;
  }
  return false;
}

static AnyCall *call_at(Saver *s, AnyCalls *calls, Span at) {
  for (u32 i = 0; i < calls->len; i++)
    if (same_span(calls->at[i].span, at)) return &calls->at[i];
  AnyCall *c = list_add(s->arena, calls);
  *c = (AnyCall){.span = at};
  return c;
}

static bool collect_calls(Saver *s, AnyCalls *calls) {
  while (s->from < s->run->ninputs) {
    const InputNote *n = &s->run->inputs[s->from];
    StrBuf value = {0};
    bool ok = false;
    TypeId ty;
    for (u32 k = 0; !ok && (ty = type_of_call(s->program, n->span, k)) != 0; k++)
      ok = write_value(s, ty, n->name, &value);
    if (ok) {
      AnyCall *c = call_at(s, calls, n->span);
      list_push(s->arena, &c->values, arena_strdup(s->arena, sb_str(&value)));
      s->from = s->end;
    }
    sb_free(&value);
    if (!ok)
      return save_fails(s, "the value of the input `%s`, of type `%s`, has no expression", n->name,
                        n->type);
  }
  return true;
}

/* Both sides take the same values at a place, as far as both get. */
static bool merge_calls(Saver *s, AnyCalls *into, const AnyCalls *more) {
  for (u32 i = 0; i < more->len; i++) {
    const AnyCall *c = &more->at[i];
    AnyCall *known = call_at(s, into, c->span);
    for (u32 k = 0; k < c->values.len; k++)
      if (k >= known->values.len)
        list_push(s->arena, &known->values, c->values.at[k]);
      else if (strcmp(known->values.at[k], c->values.at[k]) != 0)
        return save_fails(s, "a call of litmus::any gives another input in each of the variants");
  }
  return true;
}

static const char *call_text(Saver *s, const AnyCall *c) {
  bool same = true;
  for (u32 i = 1; i < c->values.len; i++) same &= !strcmp(c->values.at[i], c->values.at[0]);
  if (same) return c->values.at[0];
  StrBuf b = {0};
  sb_puts(&b, "{ static mut TAKEN: usize = 0; unsafe { TAKEN += 1; [");
  for (u32 i = 0; i < c->values.len; i++) sb_printf(&b, "%s%s", i ? ", " : "", c->values.at[i]);
  sb_puts(&b, "][TAKEN - 1] } }");
  const char *text = arena_strdup(s->arena, sb_str(&b));
  sb_free(&b);
  return text;
}

static bool edit_calls(Session *session, const Replays *r, Saver *s, Edits *edits) {
  AnyCalls calls = {0}, others = {0};
  Saver source = *s;
  source.program = r->from->program, source.run = r->source;
  if (!collect_calls(s, &calls)) return false;
  if (!collect_calls(&source, &others)) return s->why = source.why, false;
  if (!merge_calls(s, &calls, &others)) return false;
  for (u32 i = 0; i < calls.len; i++) {
    Span at = calls.at[i].span;
    if (at.file != session->file || at.ctx)
      return save_fails(s, "a call of litmus::any in a macro");
    list_push(s->arena, edits, ((Edit){at.lo, at.hi, call_text(s, &calls.at[i])}));
  }
  return true;
}

/* ---- the file */

/* The program: the file without its directives, with the inputs in it. */
static bool write_program(Session *session, const Replays *r, const CheckRec *k, Saver *s,
                          StrBuf *out) {
  const SourceFile *f = &session->sources.files[session->file];
  Edits edits = {0};
  edit_directives(s->arena, f, &edits);
  StrBuf behind = {0};
  bool ok =
      k->fn ? edit_function(session, r, k, s, &edits, &behind) : edit_calls(session, r, s, &edits);
  if (ok && !edits_apply(f, &edits, out))
    ok = save_fails(s, "calls of litmus::any inside each other");
  if (out->len && out->at[out->len - 1] != '\n') sb_putc(out, '\n');
  sb_puts(out, sb_str(&behind));
  sb_free(&behind);
  if (!ok) return false;
  bool base = text_mentions(out->at, out->len, k->base);
  if (!base || !text_mentions(out->at, out->len, k->opt)) /* a test's variants must be mentioned */
    sb_printf(out, "\n#[cfg(any(%s, %s))]\nconst _: () = ();\n", k->base, k->opt);
  return true;
}

static void comment(StrBuf *out, const char *what, const char *text) {
  StrBuf clean = {0};
  text_put(&clean, text, false);
  sb_printf(out, "// %s%s\n", what, sb_str(&clean));
  sb_free(&clean);
}

static void comment_outcome(StrBuf *out, const char *variant, const BehaviourRec *b) {
  StrBuf text = {0}, what = {0};
  outcome_text(b, &text);
  sb_printf(&what, "`%s`: ", variant);
  comment(out, sb_str(&what), sb_str(&text));
  sb_free(&text), sb_free(&what);
}

static void write_head(const CheckRec *k, const char *expected, StrBuf *out) {
  const char *base = strrchr(k->file, '/');
  StrBuf name = {0};
  check_name_text(CHECK_NAME(k), &name);
  sb_printf(out, "//@ title: counterexample of %s, %s, under %s\n", base ? base + 1 : k->file,
            sb_str(&name), k->model);
  sb_printf(out, "//@ from: %s: check %s [%s]\n", k->file, sb_str(&name), k->model);
  sb_free(&name);
  const BehaviourRec *novel = &k->novel.at[0];
  sb_printf(
      out,
      "// The inputs of a counterexample, written down. That `%s` may be replaced by `%s` is\n"
      "// wrong, so this test fails; it passes when the transformation is right.\n",
      k->base, k->opt);
  for (u32 i = 0; i < novel->inputs.len; i++) {
    const InputRec *n = &novel->inputs.at[i];
    StrBuf line = {0};
    sb_printf(&line, "%s: %s = %s%s", n->name, n->type, n->value, n->any ? " (or any other)" : "");
    comment(out, "input ", sb_str(&line));
    sb_free(&line);
  }
  if (k->source.len) comment_outcome(out, k->base, &k->source.at[0]);
  comment_outcome(out, k->opt, novel);
  sb_printf(out, "//@ expect %s [%s]: %s\n", k->base, k->model, expected);
  sb_printf(out, "//@ check %s => %s [%s]: sound\n", k->base, k->opt, k->model);
}

static const char *wrong_directive(Session *s) {
  directives_require_test(&s->directives, false);
  const Diag *d = diags_first(&s->diags);
  return d ? arena_printf(s->arena, "a directive would be wrong: %s", d->text) : NULL;
}

/* ---- does it fail, and for the same reason? */

static const char *expectation(Arena *a, const ExecRec *e) {
  StrBuf all = {0};
  for (u32 i = 0; i < e->behaviours.len; i++) {
    StrBuf one = {0};
    outcome_bless(&e->behaviours.at[i], &one);
    if (!strstr(sb_str(&all), sb_str(&one)) || !one.len)
      sb_printf(&all, "%s%s", all.len ? " | " : "", sb_str(&one));
    sb_free(&one);
  }
  const char *text = arena_strdup(a, sb_str(&all));
  sb_free(&all);
  return text;
}

/* Does it end as the counterexample does? A function that leaves less initialised than it may shows
 * that when its caller looks. */
static bool ends_as(const CheckRec *k, const BehaviourRec *seen, const ExecRec *base) {
  const BehaviourRec *novel = &k->novel.at[0];
  if (is_caught(k)) return seen->end == END_RETURN;
  if (seen->end == novel->end && !strcmp(seen->code, novel->code)) return true;
  return novel->end == END_RETURN && seen->end == END_UB && !base->has_ub &&
         !strcmp(seen->code, ub_name(UB_UNINIT));
}

/* NULL, or in what the program that was written is not the counterexample. */
static const char *try_it(Session *s, const Model *m, const CheckRec *k, const char *text,
                          size_t len, const char **expected) {
  SessionOptions options = *s->options;
  options.save = options.layouts = false;
  options.smt2_dir = NULL;
  Session again;
  const char *why = NULL;
  Loaded file = {LOAD_OK, text, len, NULL};
  session_open_text(&again, s->arena, k->file, &file, &options);
  const ExecRec *e = session_exec(&again, (CfgSet){&k->base, 1}, m);
  const CheckRec *c = session_check(&again, NULL, false, k->base, k->opt, m);
  if (e->compile_failed || c->compile_failed)
    why = arena_printf(s->arena, "the program would not compile: %s",
                       e->compile_failed ? e->behaviours.at[0].reason : c->why);
  else if (c->kind != VERDICT_UNSOUND || !c->novel.len)
    why = arena_printf(s->arena, "run by itself, as a whole program, it is `%s`",
                       verdict_name(c->kind));
  else if (!ends_as(k, &c->novel.at[0], e))
    why = "run by itself, as a whole program, it ends in another way";
  else
    *expected = expectation(s->arena, e);
  session_close(&again);
  return why;
}

void save_counterexample(Session *s, const Replays *r, const Model *m, CheckRec *k) {
  Saver w = {.arena = s->arena, .program = r->to->program, .terms = s->terms, .run = r->target};
  StrBuf program = {0};
  const char *expected = NULL;
  if (!r->target || !r->source)
    k->save_error = "there is no replay of it";
  else if (!write_program(s, r, k, &w, &program))
    k->save_error = w.why;
  else
    k->save_error = try_it(s, m, k, sb_str(&program), program.len, &expected);
  if (!k->save_error) {
    StrBuf all = {0};
    write_head(k, expected, &all);
    sb_put(&all, program.at, program.len);
    Session whole;
    SessionOptions options = {0};
    Loaded file = {LOAD_OK, sb_str(&all), all.len, NULL};
    session_open_text(&whole, s->arena, k->file, &file, &options);
    k->save_error = wrong_directive(&whole);
    session_close(&whole);
    if (!k->save_error) k->saved = text_copy(s->arena, sb_str(&all), all.len);
    sb_free(&all);
  }
  sb_free(&w.before), sb_free(&program);
}
