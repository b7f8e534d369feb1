/* Tells the recorder what happens and where. */
#include "engine/mach/recorder.h"

#include "engine/mach/machine.h"

void mach_record(Machine *m, Record r) {
  r.span = m->frames.len ? mach_blame(m) : (Span){0};
  r.real_span = m->span;
  r.depth = m->frames.len;
  r.fn = UINT32_MAX;
  if (m->frames.len) {
    const Function *fn = vec_last(&m->frames).fn;
    for (u32 i = 0; i < m->program->funcs.len; i++)
      if (m->program->funcs.at[i] == fn) r.fn = i;
  }
  m->recorder->record(m->recorder, m, &r);
}
