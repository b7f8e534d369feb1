/* The axes of models, the named ones and composition. */
#include "engine/mem/model.h"

#include <stdio.h>
#include <string.h>

#include "engine/mem/aliasing.h"

const Aliasing aliasing_none = {.name = "none"};

#define DISCIPLINE(symbol) extern const Aliasing symbol;
#include "engine/mem/disciplines.def"
#undef DISCIPLINE

static const Model named[] = {
#define MODEL(name, bounds, casts, aliasing, summary) \
  {name, bounds, casts, aliasing, summary, false},
#define VARIANT(name, bounds, casts, aliasing, summary) \
  {name, bounds, casts, aliasing, summary, true},
#include "engine/mem/models.def"
#undef MODEL
#undef VARIANT
};

static const char *const bounds_names[] = {
    [BOUNDS_NONE] = "none", [BOUNDS_ALLOCATION] = "allocation"};
static const char *const casts_names[] = {
    [CASTS_FLAT] = "flat", [CASTS_STRICT] = "strict", [CASTS_EXPOSED] = "exposed"};
static const Aliasing *const disciplines[] = {
#define DISCIPLINE(symbol) &symbol,
#include "engine/mem/disciplines.def"
#undef DISCIPLINE
};

const char *bounds_name(Bounds b) { return bounds_names[b]; }
const char *casts_name(Casts c) { return casts_names[c]; }
const char *aliasing_name(const Aliasing *a) { return a->name; }

const Model *models(u32 *count) {
  *count = sizeof named / sizeof *named;
  return named;
}

const Model *main_models(u32 *count) {
  u32 n = 0;
  while (n < sizeof named / sizeof *named && !named[n].is_variant) n++;
  *count = n;
  return named;
}

const Model *model_by_name(const char *name) {
  for (u32 i = 0; i < sizeof named / sizeof *named; i++)
    if (!strcmp(named[i].name, name)) return &named[i];
  return NULL;
}

static int index_of(const char *const *names, u32 n, const char *text) {
  for (u32 i = 0; i < n; i++)
    if (!strcmp(names[i], text)) return (int)i;
  return -1;
}

const char *model_compose(const char *text, Model *out) {
  char bounds[16], casts[16], aliasing[32];
  int end = 0;
  if (sscanf(text, "%15[^/]/%15[^/]/%31[^/]%n", bounds, casts, aliasing, &end) != 3 || text[end])
    return "a composed model is written bounds/casts/aliasing, as in allocation/strict/none";
  int b = index_of(bounds_names, 2, bounds), c = index_of(casts_names, 3, casts);
  const Aliasing *discipline = NULL;
  for (u32 i = 0; i < sizeof disciplines / sizeof *disciplines; i++)
    if (!strcmp(disciplines[i]->name, aliasing)) discipline = disciplines[i];
  if (b < 0) return "unknown bounds: none, allocation";
  if (c < 0) return "unknown casts: flat, strict, exposed";
  if (!discipline) return "unknown aliasing discipline: `litmus models` lists them";
  if ((c == CASTS_FLAT) != (b == BOUNDS_NONE))
    return "flat casts and no bounds go together: without bounds there is no provenance to cast";
  if (b == BOUNDS_NONE && discipline != &aliasing_none)
    return "an aliasing discipline needs pointers that belong to allocations: allocation bounds";
  *out = (Model){text, (Bounds)b, (Casts)c, discipline, "composed", false};
  return NULL;
}
