/* The state after a step: variables, heap and statics with their values, and the borrows of each
 * allocation to which there are pointers. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/alias/names.h"
#include "litmus/explain/tape_impl.h"

/* ---- variables and what they hold */

static void add_variables(Recording *rec, u32 k) {
  Machine *m = rec->m;
  const Frame *f = &m->frames.at[k];
  for (u32 i = 0; i < f->fn->locals.len; i++) {
    Alloc *a = m->locals.at[f->locals + i];
    const Local *l = &f->fn->locals.at[i];
    if (!a || (!l->name && !a->id)) continue;
    const char *name = l->name ? variable_name(m, k, i) : NULL;
    vec_push(&rec->variables, ((Variable){a, name, l->ty, rec->callees.at[k].call}));
  }
}

static void add_holders(Recording *rec, const Alloc *a, const char *name, TypeId ty) {
  if (!a->data.prov) return;
  for (u64 i = 0; i < a->data.n; i++) {
    const ProvByte *p = &a->data.prov[i];
    if (!(a->data.kind[i] & BYTE_PROV) || p->frag || prov_is_wildcard(p->prov)) continue;
    const char *path = variable_path(rec->m, name, ty, i);
    vec_push(&rec->holders, ((Holder){p->prov.alloc, p->prov.tag, rec->holders.len, path}));
  }
}

static int by_tag(const void *x, const void *y) {
  const Holder *a = x, *b = y;
  if (a->alloc != b->alloc) return a->alloc < b->alloc ? -1 : 1;
  if (a->tag != b->tag) return a->tag < b->tag ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

void state_look(Recording *rec) {
  Machine *m = rec->m;
  vec_clear(&rec->variables);
  vec_clear(&rec->holders);
  u32 n = rec->callees.len < m->frames.len ? rec->callees.len : m->frames.len;
  for (u32 k = n; k-- > 0;) /* the innermost first: its names win */
    if (rec->callees.at[k].is_user && (n - k <= FRAMES_SHOWN * 3 / 4 || k < FRAMES_SHOWN / 4))
      add_variables(rec, k);
  for (u32 i = 0; i < rec->variables.len; i++) {
    const Variable *v = &rec->variables.at[i];
    if (v->name) add_holders(rec, v->a, v->name, v->ty);
  }
  for (u32 s = 0; s < m->program->statics.len; s++) {
    const Static *st = &m->program->statics.at[s];
    if (m->static_alloc[s] && !st->promoted) add_holders(rec, m->static_alloc[s], st->name, st->ty);
  }
  if (rec->holders.len) qsort(rec->holders.at, rec->holders.len, sizeof *rec->holders.at, by_tag);
}

const char *state_holder(Recording *rec, const Alloc *a, u32 tag) {
  if (tag == a->root_tag && a->name && a->kind != ALLOC_HEAP)
    return arena_printf(rec->m->arena, "`%s`", state_alloc_name(rec, a));
  if (!tag) return NULL;
  u32 lo = 0, hi = rec->holders.len;
  while (lo < hi) {
    u32 mid = lo + (hi - lo) / 2;
    const Holder *h = &rec->holders.at[mid];
    if (h->alloc < a->id || (h->alloc == a->id && h->tag < tag))
      lo = mid + 1;
    else
      hi = mid;
  }
  if (lo == rec->holders.len) return NULL;
  const Holder *h = &rec->holders.at[lo];
  if (h->alloc != a->id || h->tag != tag) return NULL;
  return arena_printf(rec->m->arena, "`%s`", h->name);
}

static const Variable *variable_of(const Recording *rec, const Alloc *a) {
  for (u32 i = 0; i < rec->variables.len; i++)
    if (rec->variables.at[i].a == a) return &rec->variables.at[i];
  return NULL;
}

const char *state_alloc_name(Recording *rec, const Alloc *a) {
  if (a->kind == ALLOC_HEAP)
    return a->id ? arena_printf(rec->m->arena, "%s#%u", a->name ? a->name : "heap", a->id)
                 : "new heap memory";
  const Variable *v = a->kind == ALLOC_STACK ? variable_of(rec, a) : NULL;
  if (v && v->name) return v->name;
  if (a->name) return a->name;
  return arena_printf(rec->m->arena, "%s#%u", a->kind == ALLOC_STATIC ? "const" : "temp", a->id);
}

static bool is_users(const Recording *rec, const Alloc *a) {
  const Machine *m = rec->m;
  for (u32 k = rec->callees.len; k-- > 0;) {
    const Frame *f = &m->frames.at[k];
    for (u32 i = 0; rec->callees.at[k].is_user && i < f->fn->locals.len; i++)
      if (m->locals.at[f->locals + i] == a) return true;
  }
  return false;
}

bool state_is_shown(const Recording *rec, const Alloc *a) {
  switch (a->kind) {
  case ALLOC_HEAP: return true;
  case ALLOC_STATIC: return a->name != NULL || a->alias;
  case ALLOC_STACK: return a->name != NULL || (a->id && is_users(rec, a));
  default: return false;
  }
}

const char *state_about(Recording *rec, u32 tag) {
  const Birth *b = births_find(&rec->births, tag);
  if (!b) return "";
  bool tell_mode = *b->mode && strcmp(b->mode, "raw") != 0;
  return arena_printf(rec->m->arena, "%s, line %u%s%s", b->type,
                      span_line(rec->sources, span_root(rec->sources, b->span)),
                      tell_mode ? ", " : "", tell_mode ? b->mode : "");
}

/* ---- borrows */

static int by_prov(const void *x, const void *y) {
  const Prov *a = x, *b = y;
  if (a->alloc != b->alloc) return a->alloc < b->alloc ? -1 : 1;
  return a->tag < b->tag ? -1 : a->tag > b->tag;
}

static void add_pointers(Recording *rec, const Alloc *a) {
  if (!a || !a->live || !a->data.prov) return;
  for (u64 i = 0; i < a->data.n; i++)
    if ((a->data.kind[i] & BYTE_PROV) && !a->data.prov[i].frag)
      vec_push(&rec->pointers, a->data.prov[i].prov);
}

/* The pointers that are somewhere in memory. */
static void find_pointers(Recording *rec) {
  Machine *m = rec->m;
  vec_clear(&rec->pointers);
  for (u32 i = 0; i < m->locals.len; i++) add_pointers(rec, m->locals.at[i]);
  for (u32 i = 0; i < m->numbered.len; i++)
    if (m->numbered.at[i]->kind == ALLOC_HEAP) add_pointers(rec, m->numbered.at[i]);
  for (u32 i = 0; i < m->program->statics.len; i++) add_pointers(rec, m->static_alloc[i]);
  if (rec->pointers.len)
    qsort(rec->pointers.at, rec->pointers.len, sizeof *rec->pointers.at, by_prov);
}

static bool is_pointer(const Recording *rec, const Alloc *a, u32 tag) {
  Prov p = {a->id, tag};
  return rec->pointers.len &&
         bsearch(&p, rec->pointers.at, rec->pointers.len, sizeof p, by_prov) != NULL;
}

/* Which items are shown: all of few; of many those that a pointer in memory has, that are protected
 * or exposed, and those above them in the tree. Returns how many are left out. */
static u32 choose_items(Recording *rec, const Alloc *a, const AliasRange *r, bool is_tree,
                        bool *shown) {
  u32 left_out = 0, kept = 0, above = UINT32_MAX;
  for (u32 i = r->nitems; i-- > 0;) { /* children before parents */
    const AliasItem *x = &r->items[i];
    bool useful = i == 0 || x->is_protected || x->exposed || is_pointer(rec, a, x->tag);
    if (is_tree && above != UINT32_MAX && x->depth < above) useful = true, above = x->depth;
    useful = useful && (kept < ITEMS_SHOWN || i == 0);
    if (useful && (above == UINT32_MAX || x->depth > above)) above = x->depth;
    shown[i] = r->nitems <= ITEMS_FEW || useful;
    if (shown[i])
      kept++;
    else
      left_out++;
  }
  return left_out;
}

static void range_key(const TapeRange *r, StrBuf *key) {
  sb_printf(key, "%" PRIu64 " %" PRIu64 " %u %u", r->lo, r->hi, r->omitted, r->unknown_below);
  for (u32 k = 0; k < r->nitems; k++) {
    const TapeItem *x = &r->items[k];
    sb_printf(key, "|%u %u %u %s %s %s %s %d%d%d%d", x->tag, x->parent, x->depth, x->name, x->about,
              x->perm, x->full, x->accessed, x->exposed, x->is_protected, x->is_strong);
  }
}

/* Equal ranges are one. */
static const TapeRange *keep_range(Recording *rec, const TapeRange *r) {
  StrBuf key = {0};
  range_key(r, &key);
  Sym s = intern(rec->range_keys, sb_str(&key), key.len);
  sb_free(&key);
  while (rec->range_of_key.len <= s) vec_push(&rec->range_of_key, NULL);
  if (rec->range_of_key.at[s]) return rec->range_of_key.at[s];
  TapeRange *out = arena_copy(rec->arena, r, sizeof *r);
  TapeItem *items = arena_copy(rec->arena, r->items, r->nitems * sizeof *items);
  out->items = items;
  for (u32 k = 0; k < r->nitems; k++) {
    items[k].name = arena_strdup(rec->arena, items[k].name);
    items[k].about = arena_strdup(rec->arena, items[k].about);
  }
  out->index = rec->tape->ranges.len;
  list_push(rec->arena, &rec->tape->ranges, out);
  return rec->range_of_key.at[s] = out;
}

static const TapeRange *put_range(Recording *rec, const Alloc *a, const AliasRange *from,
                                  bool is_tree) {
  bool *shown = arena_array(rec->scratch, bool, from->nitems + 1);
  u32 left_out = choose_items(rec, a, from, is_tree, shown), k = 0;
  TapeItem *items = arena_array(rec->scratch, TapeItem, from->nitems - left_out + 1);
  for (u32 i = 0; i < from->nitems; i++) {
    const AliasItem *x = &from->items[i];
    if (!shown[i]) continue;
    const char *name = x->tag ? state_holder(rec, a, x->tag) : "`?`";
    if (!name) name = arena_printf(rec->scratch, "<%u>", x->tag);
    items[k++] = (TapeItem){.tag = x->tag,
                            .parent = x->parent,
                            .depth = x->depth,
                            .name = name,
                            .about = state_about(rec, x->tag),
                            .perm = x->perm,
                            .full = x->full,
                            .accessed = x->accessed,
                            .exposed = x->exposed,
                            .is_protected = x->is_protected,
                            .is_strong = x->is_strong};
  }
  TapeRange r = {.lo = from->lo,
                 .hi = from->hi,
                 .nitems = k,
                 .items = items,
                 .omitted = left_out,
                 .unknown_below = from->unknown_below};
  return keep_range(rec, &r);
}

/* Equal ones are one. NULL: no pointers but the owner's. */
static const TapeBorrow *borrow_of(Recording *rec, const Alloc *a) {
  const Aliasing *al = rec->m->model->aliasing;
  if (!al->dump || !a->alias || !a->live || a->kind == ALLOC_FUNCTION) return NULL;
  AliasDump d = {0};
  al->dump(rec->m, a, rec->scratch, &d);
  u32 n = d.nranges < RANGES_SHOWN ? d.nranges : RANGES_SHOWN;
  const TapeRange **ranges = arena_array(rec->scratch, const TapeRange *, n + 1);
  StrBuf key = {0};
  sb_printf(&key, "%d %u", d.is_tree, d.nranges);
  for (u32 i = 0; i < n; i++) {
    ranges[i] = put_range(rec, a, &d.ranges[i], d.is_tree);
    sb_printf(&key, " %u", ranges[i]->index);
  }
  Sym s = intern(rec->borrow_keys, sb_str(&key), key.len);
  sb_free(&key);
  while (rec->borrow_of_key.len <= s) vec_push(&rec->borrow_of_key, NULL);
  if (rec->borrow_of_key.at[s]) return rec->borrow_of_key.at[s];
  TapeBorrow *out = arena_new(rec->arena, TapeBorrow);
  *out = (TapeBorrow){.index = rec->tape->borrows.len,
                      .is_tree = d.is_tree,
                      .nranges = n,
                      .ranges = arena_copy(rec->arena, ranges, n * sizeof *ranges),
                      .omitted = d.nranges - n};
  list_push(rec->arena, &rec->tape->borrows, out);
  return rec->borrow_of_key.at[s] = out;
}

/* ---- cells */

static u32 keep_cell(Recording *rec, const TapeCell *c) {
  StrBuf key = {0};
  sb_printf(&key, "%u %d %u %" PRIu64 " %p %s\x1f%s\x1f%s", c->serial, c->place, c->frame, c->size,
            (const void *)c->borrow, c->name, c->type, c->value);
  Sym s = intern(rec->cell_keys, sb_str(&key), key.len);
  sb_free(&key);
  while (rec->cell_of_key.len <= s) vec_push(&rec->cell_of_key, 0);
  if (!rec->cell_of_key.at[s]) {
    TapeCell *kept = list_add(rec->arena, &rec->tape->cells);
    *kept = *c;
    kept->name = arena_strdup(rec->arena, c->name);
    kept->type = arena_strdup(rec->arena, c->type);
    kept->value = arena_strdup(rec->arena, c->value);
    rec->cell_of_key.at[s] = rec->tape->cells.len;
  }
  return rec->cell_of_key.at[s] - 1;
}

static const char *name_for_value(void *self, const Alloc *a) { return state_alloc_name(self, a); }

static u32 seen_type(const Recording *rec, u32 serial) {
  u32 i = 0;
  while (i < rec->seen.len && rec->seen.at[i].serial != serial) i++;
  return i;
}

/* A byte pointer says less than any other. */
static void points_to(void *self, const Alloc *a, TypeId pointee) {
  Recording *rec = self;
  TypeTable *tt = rec->m->types;
  if (a->kind != ALLOC_HEAP || !type_is_sized(tt, pointee) || type_layout(tt, pointee)) return;
  u64 size = type_size(tt, pointee);
  if (!size || a->size % size) return;
  u32 i = seen_type(rec, a->serial);
  if (i == rec->seen.len)
    vec_push(&rec->seen, ((Seen){a->serial, pointee}));
  else if (type_size(tt, rec->seen.at[i].ty) < size && type_size(tt, rec->seen.at[i].ty) == 1)
    rec->seen.at[i].ty = pointee;
}

static TypeId type_for_value(void *self, const Alloc *a) {
  const Variable *v = a->kind == ALLOC_STACK ? variable_of(self, a) : NULL;
  return v ? v->ty : a->kind == ALLOC_STATIC ? a->ty : 0;
}

static ValueNames value_names(Recording *rec) {
  return (ValueNames){.m = rec->m,
                      .name = name_for_value,
                      .type = type_for_value,
                      .points_to = points_to,
                      .self = rec};
}

static void put_cell(Recording *rec, const Alloc *a, TapeCell c, const char *value) {
  c.serial = a->serial;
  c.size = a->size;
  c.name = state_alloc_name(rec, a);
  c.value = value;
  c.borrow = borrow_of(rec, a);
  vec_push(&rec->fresh, ((TapeChange){a->serial, keep_cell(rec, &c)}));
}

static void put_typed(Recording *rec, const Alloc *a, CellPlace place, u32 frame, TypeId ty) {
  ValueNames names = value_names(rec);
  StrBuf text = {0};
  value_text(&names, ty, &a->data, 0, &text);
  put_cell(rec, a,
           (TapeCell){.place = place, .frame = frame, .type = type_str_of(rec->m->types, ty)},
           sb_str(&text));
  sb_free(&text);
}

static void put_heap(Recording *rec, const Alloc *a) {
  ValueNames names = value_names(rec);
  StrBuf text = {0};
  u32 i = seen_type(rec, a->serial);
  const char *type = "";
  if (i < rec->seen.len) {
    TypeId ty = rec->seen.at[i].ty;
    u64 count = a->size / type_size(rec->m->types, ty);
    type = type_str_of(rec->m->types, ty);
    if (count > 1) type = arena_printf(rec->m->arena, "[%s; %" PRIu64 "]", type, count);
    value_array_text(&names, ty, count, &a->data, &text);
  } else {
    value_bytes_text(&names, &a->data, 0, a->size, &text);
  }
  put_cell(rec, a, (TapeCell){.place = CELL_HEAP, .type = type}, sb_str(&text));
  sb_free(&text);
}

static bool is_heap(const Alloc *a) { return a->live && a->kind == ALLOC_HEAP; }

/* What heap memory holds is known from the pointers to it; those may be in other heap memory. */
static void put_heap_all(Recording *rec) {
  Machine *m = rec->m;
  u32 begin = rec->fresh.len;
  for (u32 round = 0; round < 4; round++) {
    u32 known = rec->seen.len;
    rec->fresh.len = begin;
    for (u32 i = 0; i < m->numbered.len; i++)
      if (is_heap(m->numbered.at[i])) put_heap(rec, m->numbered.at[i]);
    if (rec->seen.len == known) return;
  }
}

static int by_serial(const void *x, const void *y) {
  const TapeChange *a = x, *b = y;
  return a->serial < b->serial ? -1 : a->serial > b->serial;
}

/* What differs between the state before and now. */
static void put_changes(Recording *rec, TapeStep *step) {
  u32 i = 0, k = 0;
  while (i < rec->state.len || k < rec->fresh.len) {
    const TapeChange *old = i < rec->state.len ? &rec->state.at[i] : NULL;
    const TapeChange *now = k < rec->fresh.len ? &rec->fresh.at[k] : NULL;
    if (!now || (old && old->serial < now->serial)) {
      list_push(rec->arena, &step->changes, ((TapeChange){old->serial, CELL_GONE}));
      i++;
    } else if (!old || now->serial < old->serial) {
      list_push(rec->arena, &step->changes, *now);
      k++;
    } else {
      if (old->cell != now->cell) list_push(rec->arena, &step->changes, *now);
      i++, k++;
    }
  }
}

void state_capture(Recording *rec, TapeStep *step) {
  Machine *m = rec->m;
  rec->scratch = arena_create();
  vec_clear(&rec->fresh);
  find_pointers(rec);
  for (u32 i = 0; i < rec->variables.len; i++) {
    const Variable *v = &rec->variables.at[i];
    if (v->a->live) put_typed(rec, v->a, v->name ? CELL_VARIABLE : CELL_TEMPORARY, v->call, v->ty);
  }
  for (u32 s = 0; s < m->program->statics.len; s++) {
    const Alloc *a = m->static_alloc[s];
    const Static *st = &m->program->statics.at[s];
    if (a && st->init < m->program->funcs.len && !m->program->funcs.at[st->init]->is_prelude &&
        (!st->promoted || a->alias))
      put_typed(rec, a, CELL_STATIC, 0, st->ty);
  }
  put_heap_all(rec);
  if (rec->fresh.len) qsort(rec->fresh.at, rec->fresh.len, sizeof *rec->fresh.at, by_serial);
  put_changes(rec, step);
  vec_clear(&rec->state);
  for (u32 i = 0; i < rec->fresh.len; i++) vec_push(&rec->state, rec->fresh.at[i]);
  arena_destroy(rec->scratch);
  rec->scratch = NULL;
}
