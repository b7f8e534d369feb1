/* The story is collected while the path runs again, and told at its end, when the variables that
 * hold the pointers are still there. Tags are numbered alike in both runs, so from the beginning it
 * is known which of them matter. */
#include "engine/alias/story.h"

#include <string.h>

#include "engine/alias/births.h"
#include "engine/alias/names.h"
#include "engine/mach/machine.h"

/* One of the two tags that matter changed its permission at the byte. */
typedef struct Change {
  u32 tag;
  const char *from, *to; /* as in RECORD_PERM */
  Record by;
  const char *how; /* "a write through `x`" */
  const char *library;
} Change;

typedef struct Guard { /* of the culprit */
  Span signature, call;
  const char *fn;
  bool is_strong;
  bool is_found;
} Guard;

typedef struct Exposed {
  u32 tag;
  Span span;
} Exposed;

enum { CHANGES_TOLD = 4, EXPOSURES_TOLD = 4, CHAIN_TOLD = 10 };

typedef struct Story {
  Recorder recorder; /* first: the machine sees only this */
  const BorrowFault *f;
  u32 serial;
  u64 last_step;
  Arena *scratch, *arena; /* of this run; of the notes */
  Births births;
  u32 named; /* births whose first holder has been looked up, of all there were */
  VEC(Change) changes;
  VEC(Exposed) exposures;
  Record access; /* the last one */
  Guard guard;
  AliasDump dump;
  bool has_dump;
  const Alloc *a;
  VEC(Note) notes;
  Machine *m; /* while a record is being told */
} Story;

/* ---- names */

static const Birth *birth_of(const Story *s, u32 tag) { return births_find(&s->births, tag); }

static const char *name_now(Story *s, u32 tag) { return tag_name(s->m, s->a, tag); }

/* The first variable that held it, when none does any more. */
static const char *name_once(Story *s, u32 tag) {
  const Birth *b = birth_of(s, tag);
  return b && b->name && !tag_variable(s->m, s->a, tag) ? b->name : NULL;
}

static u32 line_of(const Story *s, Span span) {
  const SourceMap *sm = s->m->program->sources;
  return span_line(sm, span_root(sm, span));
}

static const char *library_name(const Function *fn) {
  return fn && fn->is_prelude ? fn->name : NULL;
}

/* ---- collecting */

/* The statement that made them is done: what holds them now is what they were made for. */
static void name_births(Story *s) {
  Births *b = &s->births;
  u32 from = s->named > b->forgotten ? s->named - b->forgotten : 0;
  for (u32 i = from; i < b->at.len; i++) {
    const char *name = tag_variable(s->m, s->a, b->at.at[i].tag);
    if (name) b->at.at[i].name = arena_strdup(s->scratch, name);
  }
  s->named = b->at.len + b->forgotten;
}

/* What made the permission change: the last access. */
static const char *cause(Story *s) {
  const Record *r = &s->access;
  const char *who = name_now(s, r->kind == RECORD_RETAG ? r->parent : r->tag);
  switch (r->kind) {
  case RECORD_READ: return arena_printf(s->scratch, "a read through %s", who);
  case RECORD_WRITE: return arena_printf(s->scratch, "a write through %s", who);
  case RECORD_RETAG: return arena_printf(s->scratch, "a retag of %s as `%s`", who, r->text);
  case RECORD_DEALLOC: return arena_printf(s->scratch, "the deallocation through %s", who);
  case RECORD_RETURN: return "the access with which a protector ends";
  default: return "the retag that made it";
  }
}

/* A pointer made from an integer may do what an exposed tag may: each of them matters. */
static bool is_candidate(const Story *s, u32 tag) {
  for (u32 i = 0; s->f->tag == TAG_WILDCARD && i < s->exposures.len; i++)
    if (s->exposures.at[i].tag == tag) return true;
  return false;
}

static void add_exposure(Story *s, const Record *r) {
  bool matters = r->tag == s->f->tag || s->f->tag == TAG_WILDCARD;
  if (matters && s->exposures.len < EXPOSURES_TOLD)
    vec_push(&s->exposures, ((Exposed){r->tag, r->span}));
}

static void add_change(Story *s, const Record *r) {
  bool matters = r->tag == s->f->tag || r->tag == s->f->culprit || is_candidate(s, r->tag);
  if (!matters || r->tag == TAG_WILDCARD || s->f->off < r->off || s->f->off - r->off >= r->n)
    return;
  u32 n = 0;
  for (u32 i = 0; i < s->changes.len; i++) n += s->changes.at[i].tag == r->tag;
  if (n == CHANGES_TOLD + 1) { /* the first says how it began, then the latest ones */
    u32 i = 0, seen = 0;
    while (s->changes.at[i].tag != r->tag || seen++ < 1) i++;
    memmove(&s->changes.at[i], &s->changes.at[i + 1],
            (s->changes.len - i - 1) * sizeof *s->changes.at);
    s->changes.len--;
  }
  vec_push(&s->changes, ((Change){.tag = r->tag,
                                  .from = r->text,
                                  .to = r->text2,
                                  .by = s->access,
                                  .how = cause(s),
                                  .library = library_name(s->access.fn)}));
}

static void add_guard(Story *s, const Record *r) {
  if (r->tag != s->f->culprit || s->f->why != BORROW_PROTECTED) return;
  const Frame *f = &vec_last(&s->m->frames);
  s->guard = (Guard){.signature = f->fn->is_prelude ? SPAN_NONE : f->fn->span,
                     .call = f->called_from,
                     .fn = f->fn->name,
                     .is_strong = !strcmp(r->text, "strong"),
                     .is_found = true};
}

/* The state just before the machine's last step changes it. */
static void take_dump(Story *s) {
  if (s->m->steps != s->last_step || !s->m->model->aliasing->dump || !s->a->live) return;
  s->dump = (AliasDump){0};
  s->m->model->aliasing->dump(s->m, s->a, s->scratch, &s->dump);
  s->has_dump = true;
}

/* ---- telling */

static void tell(Story *s, NoteRole role, Span span, const char *drawing, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
static void tell(Story *s, NoteRole role, Span span, const char *drawing, const char *fmt, ...) {
  StrBuf b = {0};
  va_list ap;
  va_start(ap, fmt);
  sb_vprintf(&b, fmt, ap);
  va_end(ap);
  Note n = {.role = role, .text = arena_strdup(s->arena, sb_str(&b)), .span = span};
  if (drawing) n.drawing = arena_strdup(s->arena, drawing);
  sb_free(&b);
  vec_push(&s->notes, n);
}

static const char *in_library(const Story *s, const char *fn) {
  return fn ? arena_printf(s->scratch, ", in the library's `%s`", fn) : "";
}

/* ", at function entry"; that a raw pointer is raw its type says. */
static const char *mode_text(const Story *s, const char *mode) {
  return *mode && strcmp(mode, "raw") != 0 ? arena_printf(s->scratch, ", %s", mode) : "";
}

static void tell_created(Story *s, u32 tag) {
  const Birth *b = birth_of(s, tag);
  if (!b) return;
  const char *perm = NULL;
  for (u32 i = 0; i < s->changes.len && !perm; i++)
    if (s->changes.at[i].tag == tag) perm = s->changes.at[i].from ? NULL : s->changes.at[i].to;
  const char *once = name_once(s, tag), *only = "";
  if (once) once = arena_printf(s->scratch, " (once `%s`)", once);
  if (s->f->off < b->off || s->f->off - b->off >= b->n)
    only = arena_printf(s->scratch, ", for bytes %llu..%llu only", (unsigned long long)b->off,
                        (unsigned long long)(b->off + b->n));
  tell(s, NOTE_CREATED, b->span, NULL, "%s%s was created here, by a retag of %s as `%s`%s%s%s%s%s",
       name_now(s, tag), once ? once : "", name_now(s, b->parent), b->type, mode_text(s, b->mode),
       only, in_library(s, library_name(b->fn)), perm ? ", with permission " : "",
       perm ? perm : "");
}

static void tell_lost(Story *s, u32 tag) {
  for (u32 i = 0; i < s->changes.len; i++) {
    const Change *c = &s->changes.at[i];
    if (c->tag != tag || !c->from) continue;
    const char *who = name_now(s, tag), *where = in_library(s, c->library);
    if (c->to)
      tell(s, NOTE_LOST, c->by.span, NULL, "%s went from %s to %s for this byte here, by %s%s", who,
           c->from, c->to, c->how, where);
    else
      tell(s, NOTE_LOST, c->by.span, NULL, "%s lost its permission %s for this byte here, by %s%s",
           who, c->from, c->how, where);
  }
}

static void tell_guard(Story *s) {
  const Guard *g = &s->guard;
  if (!g->is_found) return;
  const char *how = g->is_strong ? "protects" : "weakly protects",
             *who = name_now(s, s->f->culprit);
  if (span_is_none(g->signature)) {
    tell(s, NOTE_PROTECTOR, g->call, NULL, "the running call of the library's `%s` %s %s", g->fn,
         how, who);
    return;
  }
  tell(s, NOTE_PROTECTOR, g->signature, NULL, "the running call of `%s` %s %s until it returns",
       g->fn, how, who);
  tell(s, NOTE_CALL, g->call, NULL, "`%s` was called here", g->fn);
}

/* Did a pointer made from an integer pick this tag? */
static bool is_picked(const Story *s, u32 tag) {
  for (u32 i = 0; i < s->m->wildcards.len; i++)
    if (s->m->wildcards.at[i].resolved == s->a->id && s->m->wildcards.at[i].tag == tag) return true;
  return false;
}

static void tell_exposed(Story *s) {
  for (u32 i = 0; i < s->exposures.len; i++) {
    const Exposed *e = &s->exposures.at[i];
    bool candidate = e->tag != s->f->tag;
    if (candidate) tell_created(s, e->tag);
    tell(s, NOTE_EXPOSED, e->span, NULL, "%s was exposed here%s", name_now(s, e->tag),
         is_picked(s, e->tag) ? "; the pointer made from an integer picks it: no other exposed one "
                                "lets it go further"
                              : "");
    if (candidate) tell_lost(s, e->tag);
  }
}

/* "`x` -> `r` (&mut i32, line 3) -> <7> (*mut i32, line 4)" */
static void tell_derivation(Story *s, u32 tag) {
  u32 chain[CHAIN_TOLD], n = 0, left_out = 0;
  const Birth *b = birth_of(s, tag);
  if (!b) return;
  for (;;) {
    if (n == CHAIN_TOLD) { /* the middle is left out */
      memmove(&chain[CHAIN_TOLD / 2], &chain[CHAIN_TOLD / 2 + 1],
              (CHAIN_TOLD - CHAIN_TOLD / 2 - 1) * sizeof *chain);
      n--, left_out++;
    }
    chain[n++] = tag;
    b = birth_of(s, tag);
    if (!b) break;
    tag = b->parent;
  }
  StrBuf text = {0};
  bool from_root = chain[n - 1] == s->a->root_tag;
  const char *root = mach_alloc_name(s->m, s->a);
  if (!from_root) sb_puts(&text, "... -> ");
  for (u32 i = n; i-- > 0;) {
    b = birth_of(s, chain[i]);
    if (left_out && i == CHAIN_TOLD / 2 - 1) sb_printf(&text, " -> (%u more)", left_out);
    if (i + 1 < n) sb_puts(&text, " -> ");
    sb_puts(&text, i + 1 == n && from_root ? root : name_now(s, chain[i]));
    if (b) sb_printf(&text, " (`%s`, line %u)", b->type, line_of(s, b->span));
  }
  tell(s, NOTE_DERIVATION, SPAN_NONE, NULL, "derivation: %s", sb_str(&text));
  sb_free(&text);
}

static bool is_derived(const Story *s, u32 tag, u32 from) {
  const Birth *b;
  while (tag != from && (b = birth_of(s, tag))) tag = b->parent;
  return tag == from;
}

static const char *draw_name(void *self, u32 tag) { return name_now(self, tag); }

static const char *draw_about(void *self, u32 tag) {
  const Story *s = self;
  const Birth *b = birth_of(s, tag);
  if (tag == s->a->root_tag) return s->a->kind == ALLOC_STACK ? "the variable itself" : "the root";
  if (!b) return NULL;
  const char *once = name_once(self, tag);
  return arena_printf(s->scratch, "%s, line %u%s%s", b->type, line_of(s, b->span),
                      mode_text(s, b->mode),
                      once ? arena_printf(s->scratch, ", once `%s`", once) : "");
}

static void tell_state(Story *s) {
  if (!s->has_dump) return;
  StrBuf text = {0};
  DrawNames names = {.name = draw_name,
                     .about = draw_about,
                     .self = s,
                     .used = s->f->tag,
                     .culprit = s->f->culprit};
  alias_draw(&s->dump, s->f->off, &names, &text);
  if (text.len)
    tell(s, NOTE_STATE, SPAN_NONE, sb_str(&text),
         "the borrow %s of byte %llu of %s before that%s:", s->dump.is_tree ? "tree" : "stack",
         (unsigned long long)s->f->off, mach_alloc_name(s->m, s->a),
         s->dump.is_tree ? "" : ", top first");
  sb_free(&text);
}

static void tell_all(Story *s) {
  const BorrowFault *f = s->f;
  if (s->m->end.end != END_UB || !s->a) return; /* cannot be: it is the same path */
  tell_created(s, f->tag);
  tell_exposed(s);
  if (f->culprit != f->tag) tell_created(s, f->culprit);
  tell_lost(s, f->tag);
  if (f->culprit != f->tag) tell_lost(s, f->culprit);
  tell_guard(s);
  tell_derivation(s, f->tag);
  if (f->culprit != f->tag && !is_derived(s, f->tag, f->culprit)) tell_derivation(s, f->culprit);
  tell_state(s);
}

/* ---- the recorder */

static bool is_access(RecordKind k) {
  return k == RECORD_READ || k == RECORD_WRITE || k == RECORD_RETAG || k == RECORD_DEALLOC ||
         k == RECORD_RETURN;
}

static void watch(Recorder *self, Machine *m, const Record *r) {
  Story *s = (Story *)self;
  s->m = m;
  if (r->kind == RECORD_END) {
    tell_all(s);
    return;
  }
  if (r->alloc && r->alloc->serial != s->serial) return;
  if (r->kind == RECORD_ALLOC) s->a = r->alloc;
  if (!s->a) return;
  if (r->kind == RECORD_STEP) name_births(s);
  if (is_access(r->kind)) s->access = *r;
  if (is_access(r->kind) || r->kind == RECORD_STEP) take_dump(s);
  switch (r->kind) {
  case RECORD_RETAG: births_add(&s->births, r); break;
  case RECORD_PERM: add_change(s, r); break;
  case RECORD_PROTECT: add_guard(s, r); break;
  case RECORD_EXPOSE: add_exposure(s, r); break;
  default: break;
  }
}

void story_tell(const Exploration *x, Behaviour *b, Arena *arena) {
  if (!b->fault) return;
  Story s = {.recorder = {watch},
             .f = b->fault,
             .serial = b->fault_serial,
             .last_step = b->steps,
             .scratch = arena_create(),
             .arena = arena};
  rerun(x, NULL, b->picks, b->npicks, &s.recorder, s.scratch);
  if (s.notes.len) {
    Note *all = arena_array(arena, Note, b->nnotes + s.notes.len);
    if (b->nnotes) memcpy(all, b->notes, b->nnotes * sizeof *all);
    memcpy(all + b->nnotes, s.notes.at, s.notes.len * sizeof *all);
    b->notes = all;
    b->nnotes += s.notes.len;
  }
  births_free(&s.births);
  vec_free(&s.changes);
  vec_free(&s.exposures);
  vec_free(&s.notes);
  arena_destroy(s.scratch);
}
