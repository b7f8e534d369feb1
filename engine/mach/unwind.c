/* Panics: they unwind frame by frame. A frame that has cleanup to do runs it like any other code
 * and resumes the panic at its end; the others are popped. A frame entered by catch_unwind stops
 * the panic; if none does, the run ends as soon as the outermost frame is gone. */
#include "engine/mach/machine.h"

_Noreturn void mach_abort(Machine *m, const char *why) {
  m->end.reason = why;
  m->end.span = mach_blame(m);
  mach_end(m, END_ABORT);
}

/* The frames are gone: what happened is told from where the panic began. */
static _Noreturn void uncaught(Machine *m) {
  const Panic *p = &m->panics.at[vec_last(&m->in_flight) - 1];
  if (p->drops) mach_unsupported(m, "a panic that nobody catches with a payload that needs drop");
  m->end.reason = p->message;
  m->end.span = p->span;
  mach_end(m, END_PANIC);
}

/* The call of the frame just popped returns the number of the panic. */
static void catch (Machine *m, const Frame *f) {
  Value number = value_int(f->dest.ty, vec_pop(&m->in_flight));
  mach_store(m, &f->dest, &number);
  Frame *caller = &vec_last(&m->frames);
  caller->block = f->return_to;
  caller->stmt = 0;
  caller->forked = false;
}

/* Unwinds until there is something to run. */
static void unwind(Machine *m) {
  for (;;) {
    Frame *f = &vec_last(&m->frames);
    const Terminator *t = &f->fn->blocks.at[f->block].term;
    m->span = t->span;
    if (t->kind != TERMINATOR_RESUME && t->unwind == UNWIND_TERMINATE)
      mach_abort(m, "panic in a destructor during cleanup");
    if (t->kind != TERMINATOR_RESUME && t->unwind == UNWIND_CLEANUP) {
      f->block = t->cleanup;
      f->stmt = 0;
      return;
    }
    mach_contract_unwind(m);
    if (f->fn->is_extern_c) mach_abort(m, "panic in a function that cannot unwind");
    Frame popped = mach_pop(m);
    if (m->frames.len <= m->base_frames) uncaught(m);
    if (popped.catches) {
      catch (m, &popped);
      return;
    }
  }
}

void mach_resume(Machine *m) { unwind(m); }

static _Noreturn void start(Machine *m, u32 number) {
  if (m->join) mach_give_up(m);
  vec_push(&m->in_flight, number);
  unwind(m);
  longjmp(*m->unwound, 1);
}

/* Whether the panic is caught later does not matter: the message is formatted by the panic hook. */
static _Noreturn void begin(Machine *m, Panic p) {
  if (m->formatting) mach_abort(m, "panic while the message of a panic is formatted");
  p.span = mach_blame(m);
  vec_push(&m->panics, p);
  start(m, m->panics.len);
}

static const Scalar no_payload; /* a null pointer without provenance */

_Noreturn void mach_panic(Machine *m, const char *message) {
  begin(m,
        (Panic){.message = message, .is_literal = true, .is_exact = true, .payload = no_payload});
}

_Noreturn void mach_panic_formatted(Machine *m, const char *message, bool is_exact) {
  begin(m, (Panic){.message = message, .is_exact = is_exact, .payload = no_payload});
}

_Noreturn void mach_panic_event(Machine *m, const Fmt *fmt, Event *e) {
  const char *text = mach_event_text(m, e);
  Panic p = {.is_exact = mach_event_is_exact(e), .payload = no_payload};
  vec_free(&e->frags);
  p.is_literal = m->formatting != m->frames.len;
  for (u32 i = 0; i < fmt->npieces; i++) p.is_literal &= !fmt->pieces[i].is_arg;
  if (m->formatting == m->frames.len) {
    text = arena_printf(m->arena, "%s%s", sb_str(&m->message), text);
    p.is_exact &= m->message_is_exact;
    m->formatting = 0;
  }
  p.message = text;
  begin(m, p);
}

_Noreturn void mach_panic_with(Machine *m, Scalar payload, const char *message, bool drops) {
  begin(m, (Panic){.message = message, .payload = payload, .drops = drops});
}

void mach_begin_message(Machine *m) {
  if (m->formatting) return; /* it will not get further than to its own panic */
  sb_clear(&m->message);
  m->message_is_exact = true;
  m->formatting = m->frames.len;
}

const Panic *mach_caught_panic(Machine *m, u64 number) {
  if (!number || number > m->panics.len) mach_unsupported(m, "internal: there is no such panic");
  return &m->panics.at[number - 1];
}

_Noreturn void mach_panic_again(Machine *m, u32 number) {
  (void)mach_caught_panic(m, number);
  start(m, number);
}

bool mach_is_panicking(const Machine *m) {
  u32 before = 0; /* what unwinds in the thread that spawned this one */
  for (u32 i = m->frames.len; i-- > 0;)
    if (m->frames.at[i].is_thread) {
      before = m->frames.at[i].panics_before;
      break;
    }
  return m->in_flight.len > before;
}
