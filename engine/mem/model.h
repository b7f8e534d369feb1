/* A model is data plugged into the machine: what bounds a pointer, what casts mean, which aliasing
 * discipline holds. Named models are rows of models.def; a composed one is `bounds/casts/aliasing`.
 */
#ifndef LITMUS_MEM_MODEL_H
#define LITMUS_MEM_MODEL_H

#include "engine/base/types.h"

typedef enum Bounds {
  BOUNDS_NONE,      /* a pointer is an address: any live allocation there may be accessed */
  BOUNDS_ALLOCATION /* a pointer may access the allocation it was derived from */
} Bounds;

typedef enum Casts {
  CASTS_FLAT,   /* addresses and pointers are the same thing */
  CASTS_STRICT, /* integers have no provenance and an integer-to-pointer cast gives none */
  CASTS_EXPOSED /* pointer-to-integer casts expose; integer-to-pointer casts pick angelically among
                   what was exposed before (std::ptr, "Exposed Provenance") */
} Casts;

typedef struct Aliasing Aliasing; /* mem/aliasing.h */

typedef struct Model {
  const char *name;
  Bounds bounds;
  Casts casts;
  const Aliasing *aliasing;
  const char *summary; /* one line for `litmus models` */
  bool is_variant;     /* runs only where it is named: an option of another model */
} Model;

/* The named models in the order in which reports list them: variants come last. */
const Model *models(u32 *count);
/* Those that are meant where nobody names any: all but the variants. */
const Model *main_models(u32 *count);
const Model *model_by_name(const char *name); /* NULL if there is none */
/* Parses "allocation/strict/none" into *out; NULL, or what is wrong with it (static text). */
const char *model_compose(const char *text, Model *out);
const char *bounds_name(Bounds b);
const char *casts_name(Casts c);
const char *aliasing_name(const Aliasing *a);

#endif
