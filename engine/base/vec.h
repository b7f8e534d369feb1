/* Growable arrays: VEC(T) declares one, {0} is the empty one, vec_free releases it. */
#ifndef LITMUS_BASE_VEC_H
#define LITMUS_BASE_VEC_H

#include <stdlib.h>

#include "engine/base/types.h"

#define VEC(T)    \
  struct {        \
    T *at;        \
    u32 len, cap; \
  }

/* Grows `*at` (elements of `elem` bytes) so that `need` fit; ends the process when memory is out.
 */
void *vec_grow(void *at, u32 *cap, u32 need, size_t elem);

#define vec_reserve(v, n) \
  ((n) > (v)->cap ? (void)((v)->at = vec_grow((v)->at, &(v)->cap, (n), sizeof *(v)->at)) : (void)0)
#define vec_push(v, x) (vec_reserve((v), (v)->len + 1), (void)((v)->at[(v)->len++] = (x)))
#define vec_pop(v) ((v)->at[--(v)->len])
#define vec_last(v) ((v)->at[(v)->len - 1])
#define vec_clear(v) ((void)((v)->len = 0))
#define vec_free(v) (free((v)->at), (v)->at = NULL, (v)->len = (v)->cap = 0)

#endif
