/* Names of endings, UB kinds and limits; the text of what was printed. */
#include "engine/mach/behaviour.h"

static const struct {
  const char *name, *summary;
} ub_table[] = {
    {"none", ""},
#define UB(code, name, summary) {name, summary},
#include "engine/mach/ub.def"
#undef UB
};

static const struct {
  const char *name, *summary;
} limit_table[] = {
#define LIMIT(code, name, summary) {name, summary},
#include "engine/mach/limit.def"
#undef LIMIT
};

const char *note_name(NoteRole r) {
  static const char *const names[] = {
#define NOTE(code, name) name,
#include "engine/mach/note.def"
#undef NOTE
  };
  return names[r];
}

const char *ub_name(UbCode c) { return ub_table[c].name; }
const char *ub_summary(UbCode c) { return ub_table[c].summary; }
bool ub_is_borrow(UbCode c) {
  return c == UB_BORROW_ACCESS || c == UB_BORROW_RETAG || c == UB_BORROW_PROTECTOR ||
         c == UB_BORROW_DEALLOC;
}
const char *limit_name(LimitCode c) { return limit_table[c].name; }
const char *limit_summary(LimitCode c) { return limit_table[c].summary; }

const char *end_name(EndKind k) {
  static const char *const names[] = {"return", "exit",  "panic",    "abort",
                                      "ub",     "limit", "excluded", "unsupported"};
  return names[k];
}

static void name_of(void *self, const TermVar *v, StrBuf *out) {
  const struct {
    const Terms *ts;
    const Behaviour *b;
  } *cx = self;
  if (v->input && v->id < cx->b->ninputs) {
    sb_puts(out, cx->b->inputs[v->id].name);
    return;
  }
  for (u32 i = 0; i < cx->b->nallocs && v->address; i++) {
    const AllocNote *a = &cx->b->allocs[i];
    const TermVar *av = a->base ? term_as_var(cx->ts, a->base) : NULL;
    if (!av || av->id != v->id) continue;
    bool nameless = a->name[0] == 'h' && a->kind[0] == 'h';
    if (nameless)
      sb_printf(out, "&heap#%u", i + 1);
    else
      sb_printf(out, "&%s", a->name);
    return;
  }
  sb_printf(out, "v%u", v->id);
}

void behaviour_term(const Terms *ts, const Behaviour *b, Term t, StrBuf *out) {
  struct {
    const Terms *ts;
    const Behaviour *b;
  } cx = {ts, b};
  term_print(ts, t, name_of, &cx, out);
}

void behaviour_output(const Terms *ts, const Behaviour *b, EventKind kind, StrBuf *out) {
  for (u32 i = 0; i < b->nevents; i++) {
    if (b->events[i].kind != kind) continue;
    if (kind == EVENT_RESULT || kind == EVENT_MEMORY) {
      sb_printf(out, "%s%s%s", b->events[i].label, kind == EVENT_RESULT ? " " : " = ",
                b->events[i].shown);
      continue;
    }
    for (u32 f = 0; f < b->events[i].frags.len; f++) {
      const Frag *fr = &b->events[i].frags.at[f];
      if (fr->text) {
        sb_put(out, fr->text, fr->len);
      } else {
        sb_putc(out, '<');
        behaviour_term(ts, b, fr->term, out);
        sb_putc(out, '>');
      }
    }
  }
}
