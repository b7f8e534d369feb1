/* The reason for undefined behaviour of the aliasing disciplines, as a story: where the pointer was
 * made, where and by which access it lost its permission, which call protects what stands in the
 * way, how the pointer was derived, and the borrow stack or tree of that moment, drawn. */
#ifndef LITMUS_ALIAS_STORY_H
#define LITMUS_ALIAS_STORY_H

#include "engine/mach/explore.h"
#include "engine/mem/aliasing.h"

/* Adds the notes to a behaviour that ended by UB_BORROW_*; others are left alone. Runs the
 * behaviour's first path once more, watched: only those who read the story pay for it. */
void story_tell(const Exploration *x, Behaviour *b, Arena *arena);

/* The state of byte `off` of an allocation as lines of text: what the story ends with. `name` says
 * what a tag is called, `about` what there is to say of it ("&mut i32, line 3"; may return NULL).
 */
struct Machine;
typedef struct DrawNames {
  const char *(*name)(void *self, u32 tag);
  const char *(*about)(void *self, u32 tag);
  void *self;
  bool all;          /* however many there are */
  u32 used, culprit; /* marked; 0: none */
} DrawNames;
void alias_draw(const AliasDump *d, u64 off, const DrawNames *names, StrBuf *out);

#endif
