/* Growth of VEC(T) arrays. */
#include "engine/base/vec.h"

#include "engine/base/memory.h"

void *vec_grow(void *at, u32 *cap, u32 need, size_t elem) {
  u64 bigger = (u64)*cap * 2;
  if (bigger < 8) bigger = 8;
  if (bigger < need) bigger = need;
  if (bigger > UINT32_MAX) bigger = UINT32_MAX;
  /* need == 0 can only mean that len + 1 wrapped around. */
  if (!need || bigger < need || bigger > SIZE_MAX / elem) memory_exhausted();
  *cap = (u32)bigger;
  return memory_resize(at, (size_t)bigger * elem);
}
