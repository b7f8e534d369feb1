/* The headline of a violation, in the field's terms; the story behind it is told by running the
 * path again (story.h). */
#include "engine/alias/fault.h"

#include "engine/alias/names.h"
#include "engine/mach/machine.h"

static const char *strength(Machine *m, u32 tag) {
  return protector_of(m, tag) == PROTECTOR_WEAK ? "weakly" : "strongly";
}

/* ---- stacks */

static const char *stack_act(Machine *m, const BorrowFault *f) {
  const char *tag = tag_name(m, f->a, f->tag);
  switch (f->act) {
  case BORROW_ACT_READ: return arena_printf(m->arena, "attempting a read access using %s", tag);
  case BORROW_ACT_WRITE: return arena_printf(m->arena, "attempting a write access using %s", tag);
  case BORROW_ACT_DEALLOC: return arena_printf(m->arena, "attempting deallocation using %s", tag);
  case BORROW_ACT_RETAG: break;
  }
  return arena_printf(m->arena, "trying to retag from %s for %s permission (as `%s`)", tag,
                      f->wanted, f->pointer);
}

static const char *stack_why(Machine *m, const BorrowFault *f) {
  switch (f->why) {
  case BORROW_NO_TAG: return "that tag does not exist in the borrow stack for this location";
  case BORROW_NO_PERM:
    return arena_printf(m->arena, "that tag only grants %s permission for this location", f->perm);
  default: break;
  }
  return "no exposed tags have suitable permission in the borrow stack for this location";
}

static const char *stack_headline(Machine *m, const BorrowFault *f) {
  const char *where = arena_printf(m->arena, "at offset %llu of %s", (unsigned long long)f->off,
                                   mach_alloc_name(m, f->a));
  if (f->why != BORROW_PROTECTED)
    return arena_printf(m->arena, "%s %s, but %s", stack_act(m, f), where, stack_why(m, f));
  const char *culprit = tag_name(m, f->a, f->culprit), *how = strength(m, f->culprit);
  if (f->remains)
    return arena_printf(m->arena, "deallocating while item [%s for %s] is %s protected, %s",
                        f->perm, culprit, how, where);
  return arena_printf(
      m->arena,
      "%s %s: not granting access to tag %s because that would remove [%s for %s] which is %s "
      "protected",
      stack_act(m, f), where, tag_name(m, f->a, f->tag), f->perm, culprit, how);
}

/* ---- trees */

static const char *tree_act(Machine *m, const BorrowFault *f) {
  switch (f->act) {
  case BORROW_ACT_READ: return "read access";
  case BORROW_ACT_WRITE: return "write access";
  case BORROW_ACT_DEALLOC: return "deallocation";
  case BORROW_ACT_RETAG: break;
  }
  return arena_printf(m->arena, "reborrow (a retag as `%s` for %s permission)", f->pointer,
                      f->wanted);
}

static const char *tree_why(Machine *m, const BorrowFault *f) {
  const char *who = f->culprit == f->tag ? "that tag" : tag_name(m, f->a, f->culprit);
  switch (f->why) {
  case BORROW_NO_PERM:
    return arena_printf(m->arena, "%s%s has the permission %s", who,
                        f->culprit == f->tag ? "" : ", from which that tag is derived,", f->perm);
  case BORROW_PROTECTED:
    return arena_printf(m->arena,
                        "it would take away the %s permission of %s, which is %s protected",
                        f->perm, tag_name(m, f->a, f->culprit), strength(m, f->culprit));
  default: break;
  }
  return "no exposed tags have suitable permission for this location";
}

static const char *tree_headline(Machine *m, const BorrowFault *f) {
  return arena_printf(m->arena, "%s through %s at offset %llu of %s is forbidden: %s",
                      tree_act(m, f), tag_name(m, f->a, f->tag), (unsigned long long)f->off,
                      mach_alloc_name(m, f->a), tree_why(m, f));
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
  mach_ub(m, code_of(f), f->a, "%s",
          m->model->aliasing->is_tree ? tree_headline(m, f) : stack_headline(m, f));
}
