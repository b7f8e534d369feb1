/* Tells the recorder what happens and where. */
#include "engine/mach/recorder.h"

#include "engine/mach/machine.h"

void mach_record(Machine *m, Record r) {
  r.span = m->frames.len ? mach_blame(m) : (Span){0};
  r.real_span = m->span;
  r.depth = m->frames.len;
  r.fn = m->frames.len ? vec_last(&m->frames).fn : NULL;
  m->recorder->record(m->recorder, m, &r);
}
