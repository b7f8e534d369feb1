/* A function by itself, as any caller may call it: its arguments are inputs, its pointers point to
 * live and aligned objects whose contents are inputs, and so are the contents of what is mutable
 * among the statics.
 *
 * Two pointers point to different objects, unless the exploration asks for every way in which they
 * may overlap: then which way it is, is an input like any other. Overlaps are looked for between
 * objects of one type, which then are the same one, and between objects of plain integers, which
 * may lie across each other or side by side. */
#include <string.h>

#include "engine/mach/machine.h"

enum { MAX_SLICE = 4, MAX_DEPTH = 3, MAX_WAYS = 512 };

/* ---- pointers among the arguments */

/* What one pointer points to. */
typedef struct Target {
  TypeId ptr, ty; /* of the pointer; of the object, or of the elements of a slice */
  const char *name;
  bool is_slice;
  u64 len; /* of a slice */
  u64 size;
  u8 log2_align;
  u32 group; /* the object that it lies in .. */
  i64 at;    /* .. and where, from the group's anchor */
} Target;

/* Pointees that share an object. */
typedef struct Group {
  Alloc *fixed; /* a static; NULL: an object yet to be made */
  i64 lo, hi;   /* occupied, from the anchor: the beginning of the first member, or of the static */
  u8 log2_align;  /* the strictest alignment .. */
  i64 aligned_at; /* .. and of which place */
  u32 first;      /* number of the first member */
  bool is_plain;
} Group;

typedef struct Plan {
  Target *targets;
  Group *groups;
  u32 ntargets, ngroups; /* room for all that there can be */
} Plan;

/* May any bytes be read at this type? Then memory filled for another such type will do. */
static bool is_plain(Machine *m, TypeId ty) {
  const Type *t = type_get(m->types, ty);
  if (t->kind == TY_ARRAY) return is_plain(m, t->u.array.elem);
  bool fields = t->kind == TY_TUPLE || (t->kind == TY_ADT && t->u.adt.info->kind == ADT_STRUCT &&
                                        !t->u.adt.info->is_library);
  if (!fields) return t->kind == TY_INT || t->kind == TY_FLOAT;
  u64 covered = 0, size = mach_type(m, ty)->size;
  for (u32 i = 0; i < type_nfields(m->types, ty, 0); i++) {
    TypeId field = type_field(m->types, ty, 0, i);
    if (!is_plain(m, field)) return false;
    covered += mach_type(m, field)->size;
  }
  return covered == size;
}

static u64 slice_length(Machine *m, const char *name) {
  static const char *const words[] = {"0", "1", "2", "3", "4", "more"};
  u32 n =
      mach_input_choice(m, arena_printf(m->arena, "%s.len()", name), "usize", words, MAX_SLICE + 2);
  if (n > MAX_SLICE) mach_limit(m, LIMIT_SLICES);
  return n;
}

static Target target_of(Machine *m, TypeId ptr, const char *name) {
  TypeId to = type_get(m->types, ptr)->u.ptr.to;
  const Type *t = type_get(m->types, to);
  Target g = {.ptr = ptr, .ty = to, .name = arena_printf(m->arena, "*%s", name)};
  if (t->kind == TY_SLICE) {
    g.is_slice = true;
    g.ty = t->u.array.elem;
    g.len = slice_length(m, name);
  } else if (!type_is_sized(m->types, to)) {
    mach_unsupported(m, "a pointer `%s` to `%s` as an argument", name, type_str_of(m->types, to));
  }
  const TypeInfo *ti = mach_type(m, g.ty);
  if (ti->cls == CLASS_NEVER)
    mach_unsupported(m, "a pointer `%s` to `%s`, which has no values, as an argument", name,
                     type_str_of(m->types, to));
  g.size = ti->size * (g.is_slice ? g.len : 1);
  g.log2_align = ti->log2_align;
  return g;
}

/* ---- the ways in which a pointee may lie among those before it */

typedef struct Way {
  u32 group; /* groups.len: an object of its own */
  i64 at;
  const char *word;
} Way;

static i64 floor_mod(i64 a, i64 b) { return (a % b + b) % b; }

static const char *way_text(Machine *m, const Plan *p, const Group *g, i64 at) {
  const char *of = g->fixed ? g->fixed->name : p->targets[g->first].name;
  if (!at) return arena_printf(m->arena, "where %s is", of);
  return arena_printf(m->arena, "%lld byte%s %s where %s is", (long long)(at < 0 ? -at : at),
                      at == 1 || at == -1 ? "" : "s", at < 0 ? "before" : "behind", of);
}

static bool same_type(const Plan *p, const Group *g, const Target *t) {
  if (g->fixed) return g->fixed->ty == t->ty && !t->is_slice;
  const Target *first = &p->targets[g->first];
  return first->ty == t->ty && first->is_slice == t->is_slice && first->len == t->len;
}

/* Touching the group without overlapping counts too: both lie in one object then. */
static u32 ways_into(Machine *m, const Plan *p, u32 k, const Target *t, Way *out, u32 room) {
  const Group *g = &p->groups[k];
  bool plain = g->is_plain && is_plain(m, t->ty);
  u8 least = g->log2_align < t->log2_align ? g->log2_align : t->log2_align;
  i64 step = (i64)1 << least, n = 0;
  i64 from = g->fixed ? 0 : g->lo - (i64)t->size, to = g->fixed ? g->hi - (i64)t->size : g->hi;
  if (!plain) from = to = 0;
  /* Objects as large as their alignment that meet at all are the same one; of larger ones parts
   * could meet, which is not tried. */
  bool same = same_type(p, g, t);
  if (!plain && !(same && t->size == (u64)1 << t->log2_align)) m->limits |= 1u << LIMIT_OBJECTS;
  if (!plain && !same) return 0;
  for (i64 at = from; at <= to; at++) {
    if (floor_mod(at - g->aligned_at, step)) continue;
    if (g->fixed && t->log2_align > g->log2_align && at % ((i64)1 << t->log2_align)) continue;
    if ((u32)n == room) mach_unsupported(m, "too many ways in which `%s` may overlap", t->name);
    out[n++] = (Way){k, at, way_text(m, p, g, at)};
  }
  return (u32)n;
}

static void join(Machine *m, Plan *p, Target *t, Way w) {
  t->group = w.group;
  t->at = w.at;
  if (w.group == p->ngroups) {
    p->groups[p->ngroups++] = (Group){.hi = (i64)t->size,
                                      .log2_align = t->log2_align,
                                      .first = p->ntargets,
                                      .is_plain = is_plain(m, t->ty)};
    return;
  }
  Group *g = &p->groups[w.group];
  if (w.at < g->lo) g->lo = w.at;
  if (w.at + (i64)t->size > g->hi) g->hi = w.at + (i64)t->size;
  if (t->log2_align > g->log2_align) g->log2_align = t->log2_align, g->aligned_at = w.at;
}

static void place(Machine *m, Plan *p, Target t) {
  Way ways[MAX_WAYS];
  u32 n = 0;
  ways[n++] = (Way){p->ngroups, 0, "apart from all others"};
  bool unique = type_get(m->types, t.ptr)->u.ptr.kind == PTR_BOX;
  if (m->x->alias_any && !unique && t.size)
    for (u32 k = 0; k < p->ngroups; k++) {
      bool of_box = !p->groups[k].fixed &&
                    type_get(m->types, p->targets[p->groups[k].first].ptr)->u.ptr.kind == PTR_BOX;
      if (!of_box) n += ways_into(m, p, k, &t, ways + n, MAX_WAYS - n);
    }
  const char **words = arena_array(m->arena, const char *, n);
  for (u32 i = 0; i < n; i++) words[i] = ways[i].word;
  u32 pick = mach_input_choice(m, t.name, "place", words, n);
  join(m, p, &t, ways[pick]);
  p->targets[p->ntargets++] = t;
}

/* ---- objects */

static void fill_bytes(Machine *m, Alloc *a, u64 from, u64 to, const char *name) {
  for (u64 i = from; i < to; i++)
    if (a->data.kind[i] == BYTE_UNINIT)
      mach_fill(m, type_int(m->types, 8, false), &a->data, i,
                arena_printf(m->arena, "byte %llu of %s", (unsigned long long)i, name));
}

static void fill_target(Machine *m, Alloc *a, u64 off, const Target *t) {
  u64 size = mach_type(m, t->ty)->size;
  if (!t->is_slice) {
    mach_fill_object(m, t->ty, &a->data, off, size, t->name);
    return;
  }
  for (u64 i = 0; i < t->len; i++)
    mach_fill_object(m, t->ty, &a->data, off + i * size, size,
                     arena_printf(m->arena, "%s[%llu]", t->name + 1, (unsigned long long)i));
}

static Alloc *make_object(Machine *m, const Target *first, u64 size, u8 log2_align) {
  bool is_box = type_get(m->types, first->ptr)->u.ptr.kind == PTR_BOX;
  Alloc *a = mach_alloc(m, is_box ? ALLOC_HEAP : ALLOC_STACK, size, log2_align, first->name,
                        mach_blame(m));
  a->is_argument = true;
  a->argument = m->arguments.len;
  vec_push(&m->arguments, a);
  mach_number(m, a);
  if (!is_box) vec_push(&m->observable, a); /* a Box is the callee's own */
  return a;
}

/* The object of a group, filled; the anchor lies at *anchor in it. */
static Alloc *make_group(Machine *m, const Plan *p, u32 k, u64 *anchor) {
  const Group *g = &p->groups[k];
  *anchor = 0;
  if (g->fixed) return g->fixed;
  const Target *first = &p->targets[g->first];
  u64 align = (u64)1 << g->log2_align;
  u64 before = (u64)floor_mod(g->lo - g->aligned_at, (i64)align);
  *anchor = before + (u64)-g->lo;
  Alloc *a = make_object(m, first, before + (u64)(g->hi - g->lo), g->log2_align);
  bool alone = !g->lo && !before && (u64)g->hi == first->size;
  if (alone && !first->is_slice) a->ty = first->ty;
  fill_target(m, a, *anchor, first);
  for (u32 i = 0; i < p->ntargets; i++) {
    const Target *t = &p->targets[i];
    if (t->group == k && i != g->first && g->is_plain)
      fill_bytes(m, a, *anchor + (u64)t->at, *anchor + (u64)t->at + t->size, t->name);
  }
  return a;
}

static Value pointer_to(Machine *m, const Target *t, Alloc *a, u64 off) {
  Scalar p = mach_ptr_to(m, a, off);
  return mach_type(m, t->ptr)->cls == CLASS_WIDE ? value_wide(t->ptr, p, bits_const(t->len))
                                                 : value_scalar(t->ptr, p);
}

Value mach_argument_pointer(Machine *m, TypeId ptr, const char *name) {
  if (m->entering > MAX_DEPTH) mach_limit(m, LIMIT_OBJECTS);
  m->entering++;
  Target t = target_of(m, ptr, name);
  if (m->x->alias_any) m->limits |= 1u << LIMIT_OBJECTS; /* overlaps of these are not tried */
  Alloc *a = make_object(m, &t, t.size, t.log2_align);
  if (!t.is_slice) a->ty = t.ty;
  fill_target(m, a, 0, &t);
  m->entering--;
  return pointer_to(m, &t, a, 0);
}

/* ---- statics */

/* Any call may have been before. */
static void fill_statics(Machine *m, Plan *p) {
  for (StaticId s = 0; s < m->program->statics.len; s++) {
    const Static *st = &m->program->statics.at[s];
    if (!program_static_changes(m->program, s)) continue;
    Alloc *a = mach_static(m, s);
    mach_number(m, a);
    bytes_set_uninit(&a->data, 0, a->size);
    mach_fill_object(m, st->ty, &a->data, 0, a->size, st->name);
    vec_push(&m->observable, a);
    if (!m->x->alias_any) continue;
    p->groups[p->ngroups++] = (Group){.fixed = a,
                                      .hi = (i64)a->size,
                                      .log2_align = a->log2_align,
                                      .is_plain = is_plain(m, st->ty)};
  }
}

/* ---- the call */

/* Where the objects are is the caller's choice, so each comparison is about addresses that are
 * possible for all of them, also those of which one side never looks at any. */
static void apart(Machine *m) {
  for (u32 i = 0; i < m->arguments.len; i++)
    for (u32 k = 0; k < i; k++) {
      const Alloc *a = m->arguments.at[k], *b = m->arguments.at[i];
      Term t = bits_known(a->base) || bits_known(b->base) ? 0 : layout_fact_disjoint(m->ts, a, b);
      if (t) vec_push(&m->conds, t);
    }
}

static bool is_pointer(Machine *m, TypeId ty) { return type_get(m->types, ty)->kind == TY_PTR; }

static const char *parameter_name(Machine *m, const Function *fn, u32 i) {
  const char *name = fn->locals.at[i].name;
  return name ? name : arena_printf(m->arena, "argument %u", i);
}

void mach_enter(Machine *m) {
  const Function *fn = m->program->funcs.at[m->x->entry];
  Plan plan = {.targets = arena_array(m->arena, Target, fn->nparams + 1),
               .groups = arena_array(m->arena, Group, fn->nparams + m->program->statics.len + 1)};
  Plan *p = &plan;
  m->span = fn->span;
  m->entering = 1;
  fill_statics(m, p);
  for (u32 i = 1; i <= fn->nparams; i++)
    if (is_pointer(m, fn->locals.at[i].ty))
      place(m, p, target_of(m, fn->locals.at[i].ty, parameter_name(m, fn, i)));
  Alloc **objects = arena_array(m->arena, Alloc *, p->ngroups + 1);
  u64 *anchors = arena_array(m->arena, u64, p->ngroups + 1);
  for (u32 k = 0; k < p->ngroups; k++) objects[k] = make_group(m, p, k, &anchors[k]);
  Value *args = arena_array(m->arena, Value, fn->nparams + 1);
  u32 k = 0;
  for (u32 i = 1; i <= fn->nparams; i++) {
    TypeId ty = fn->locals.at[i].ty;
    if (is_pointer(m, ty)) {
      const Target *t = &p->targets[k++];
      args[i - 1] = pointer_to(m, t, objects[t->group], anchors[t->group] + (u64)t->at);
    } else {
      args[i - 1] = mach_any(m, ty, parameter_name(m, fn, i));
    }
  }
  apart(m);
  m->entering = 0;
  mach_push(m, m->x->entry, args, fn->nparams, NULL, 0);
}
