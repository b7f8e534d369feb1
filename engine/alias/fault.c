/* The headline of a violation, in the field's terms; the story behind it is told by running the
 * path again (story.h). */
#include "engine/alias/fault.h"

#include "engine/alias/names.h"
#include "engine/mach/machine.h"

static const char *act_text(Machine *m, const BorrowFault *f) {
  switch (f->act) {
  case BORROW_ACT_READ: return "read access";
  case BORROW_ACT_WRITE: return "write access";
  case BORROW_ACT_DEALLOC: return "deallocation";
  case BORROW_ACT_RETAG: break;
  }
  return arena_printf(m->arena, "%s (a retag as `%s` for %s permission)",
                      m->model->aliasing->is_tree ? "reborrow" : "retag", f->pointer, f->wanted);
}

static const char *why_text(Machine *m, const BorrowFault *f) {
  const char *who = f->culprit == f->tag ? "that tag" : tag_name(m, f->a, f->culprit);
  switch (f->why) {
  case BORROW_NO_TAG:
    return "that tag does not exist in the borrow stack for this location (any more)";
  case BORROW_NO_PERM:
    if (m->model->aliasing->is_tree)
      return arena_printf(m->arena, "%s%s has the permission %s", who,
                          f->culprit == f->tag ? "" : ", from which that tag is derived,", f->perm);
    return arena_printf(m->arena, "that tag only grants %s permission for this location", f->perm);
  case BORROW_PROTECTED: {
    bool strong = protector_of(m, f->culprit) != PROTECTOR_WEAK;
    return arena_printf(m->arena,
                        "it would take away the %s permission of %s, which is %s protected",
                        f->perm, tag_name(m, f->a, f->culprit), strong ? "strongly" : "weakly");
  }
  case BORROW_NO_EXPOSED: return "no exposed tags have suitable permission for this location";
  }
  return "";
}

static UbCode code_of(const BorrowFault *f) {
  if (f->why == BORROW_PROTECTED) return UB_BORROW_PROTECTOR;
  switch (f->act) {
  case BORROW_ACT_RETAG: return UB_BORROW_RETAG;
  case BORROW_ACT_DEALLOC: return UB_BORROW_DEALLOC;
  default: return UB_BORROW_ACCESS;
  }
}

_Noreturn void borrow_ub(Machine *m, const BorrowFault *f) {
  m->fault = *f;
  mach_ub(m, code_of(f), f->a, "%s through %s at offset %llu of %s is forbidden: %s",
          act_text(m, f), tag_name(m, f->a, f->tag), (unsigned long long)f->off,
          mach_alloc_name(m, f->a), why_text(m, f));
}
