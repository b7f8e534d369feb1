/* How a path ends, and the words for it: who is to blame, which allocation it is about. */
#include <stdlib.h>

#include "engine/mach/machine.h"

Span mach_blame(const Machine *m) {
  if (!m->frames.len) return m->span;
  const Frame *top = &vec_last(&m->frames);
  return top->fn->is_prelude ? top->called_from : m->span;
}

_Noreturn void mach_end(Machine *m, EndKind kind) {
  if (m->join) mach_give_up(m);
  m->end.end = kind;
  longjmp(*m->escape, 1);
}

_Noreturn void mach_ub(Machine *m, UbCode code, const Alloc *about, const char *fmt, ...) {
  StrBuf text = {0};
  va_list ap;
  va_start(ap, fmt);
  sb_vprintf(&text, fmt, ap);
  va_end(ap);
  m->end.ub = code;
  m->end.reason = arena_strdup(m->arena, sb_str(&text));
  m->end.span = mach_blame(m);
  sb_free(&text);
  if (about) {
    Note *notes = arena_array(m->arena, Note, 2);
    notes[0] =
        (Note){.role = NOTE_ORIGIN,
               .text = arena_printf(m->arena, "%s is allocated here", mach_alloc_name(m, about)),
               .span = about->span};
    notes[1] =
        (Note){.role = NOTE_FREED,
               .text = about->kind == ALLOC_HEAP ? "and freed here" : "and its storage ends here",
               .span = about->freed_span};
    m->end.notes = notes;
    m->end.nnotes = about->live ? 1 : 2;
  }
  mach_end(m, END_UB);
}

_Noreturn void mach_limit(Machine *m, LimitCode code) {
  m->end.limit = code;
  m->limits |= 1u << code;
  m->end.reason = limit_summary(code);
  m->end.span = mach_blame(m);
  mach_end(m, END_LIMIT);
}

_Noreturn void mach_unsupported(Machine *m, const char *fmt, ...) {
  StrBuf text = {0};
  va_list ap;
  va_start(ap, fmt);
  sb_vprintf(&text, fmt, ap);
  va_end(ap);
  m->end.reason = arena_strdup(m->arena, sb_str(&text));
  sb_free(&text);
  m->end.span = mach_blame(m);
  mach_end(m, END_UNSUPPORTED);
}

const char *mach_alloc_name(Machine *m, const Alloc *a) {
  if (a->name) return arena_printf(m->arena, "`%s`", a->name);
  if (a->kind == ALLOC_HEAP) return "the heap allocation";
  if (a->kind == ALLOC_VTABLE) return "a vtable";
  return a->kind == ALLOC_STATIC ? "a constant" : "a temporary";
}

/* The name inside terms: `p1`, `heap#2` (numbers tell nameless ones apart). */
static void var_name(void *self, const TermVar *v, StrBuf *out) {
  Machine *m = self;
  if (!v->address) {
    if (v->input && v->id < m->inputs.len)
      sb_puts(out, m->inputs.at[v->id].name);
    else
      sb_printf(out, "unknown#%u", v->id - m->x->var_base + 1);
    return;
  }
  const Alloc *a = mach_alloc_of(m, v);
  if (!a) {
    sb_printf(out, "v%u", v->id);
    return;
  }
  if (a->name)
    sb_printf(out, "&%s", a->name);
  else
    sb_printf(out, "&%s#%u",
              a->kind == ALLOC_HEAP     ? "heap"
              : a->kind == ALLOC_VTABLE ? "vtable"
                                        : "temp",
              a->id);
}

const char *mach_term_text(Machine *m, Term t) {
  StrBuf text = {0};
  term_print(m->ts, t, var_name, m, &text);
  const char *s = arena_strdup(m->arena, sb_str(&text));
  sb_free(&text);
  return s;
}

const char *mach_bits_text(Machine *m, Bits b, unsigned width) {
  if (b.t) return mach_term_text(m, b.t);
  StrBuf text = {0};
  sb_put_int(&text, b.c, width, false);
  const char *s = arena_strdup(m->arena, sb_str(&text));
  sb_free(&text);
  return s;
}

const char *mach_ptr_text(Machine *m, Scalar ptr) {
  if (!prov_is_none(ptr.prov) && !prov_is_wildcard(ptr.prov)) {
    Alloc *a = m->numbered.at[ptr.prov.alloc - 1];
    Bits off = bits_bin(m, TERM_SUB, 64, ptr.bits, a->base);
    if (bits_known(off))
      return arena_printf(m->arena, "a pointer to %s at offset %lld", mach_alloc_name(m, a),
                          (long long)(i64)off.c);
    return arena_printf(m->arena, "a pointer to %s whose address is %s", mach_alloc_name(m, a),
                        mach_bits_text(m, ptr.bits, 64));
  }
  if (bits_known(ptr.bits) && ptr.bits.c == 0) return "a null pointer";
  const char *with = prov_is_none(ptr.prov)
                         ? (m->model->bounds == BOUNDS_NONE ? "" : " without provenance")
                         : " with exposed provenance";
  if (bits_known(ptr.bits))
    return arena_printf(m->arena, "a pointer to address 0x%llx%s", (unsigned long long)ptr.bits.c,
                        with);
  return arena_printf(m->arena, "a pointer to address %s%s", mach_term_text(m, ptr.bits.t), with);
}
