/* Joining paths instead of splitting them. Where a branch depends on inputs and its ways soon
 * meet again, having done nothing but computing, all are run one after the other from the same
 * state, and what they wrote becomes `if condition then this else that`. A loop of n rounds with a
 * branch in each then has one path and not 2^n.
 *
 * A way is tried out like a transaction: what it writes is noted with the old contents, and the
 * first thing that is not plain computing - a choice, an address taken, an event, an ending - gives
 * up, restores everything, and the path splits as it would have. So joining changes the number of
 * paths, and never which executions there are. What a path tries depends on nothing but the path:
 * it is run again from its start many times. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/mach/machine.h"
#include "engine/mach/postdom.h"

enum {
  MAX_STEPS = 600,   /* of one way */
  MAX_NESTED = 12,   /* joins inside of joins */
  MAX_FAILURES = 3,  /* of one branch on one path, before it is no longer tried */
  MAX_WRITTEN = 1024 /* bytes of an allocation that a way may write to */
};

/* The contents that an allocation had before a way, or has after it. */
typedef struct Contents {
  Alloc *a;
  Bytes bytes;
} Contents;

typedef VEC(Contents) Journal;

/* What a way left behind. */
typedef struct Way {
  Journal wrote;
  bool *dead; /* of the frame's locals: it ended their storage */
} Way;

struct Join {
  Join *outer;
  u32 depth;
  u32 frame; /* number of the one that branches */
  BlockId at, join;
  u32 nlocals, nprotectors;
  u32 serial; /* allocations up to this one are older than the branch */
  u64 live_bytes;
  Alloc **slots; /* the frame's locals as they were */
  u32 nslots;
  Journal journal;
  jmp_buf give_up;
};

static void journal_free(Journal *j) {
  for (u32 i = 0; i < j->len; i++) bytes_free(&j->at[i].bytes);
  vec_free(j);
}

static Bytes bytes_clone(const Bytes *b) {
  Bytes out;
  bytes_init(&out, b->n);
  bytes_copy(&out, 0, b, 0, b->n);
  return out;
}

static Contents *journal_find(const Journal *j, const Alloc *a) {
  for (u32 i = 0; i < j->len; i++)
    if (j->at[i].a == a) return &j->at[i];
  return NULL;
}

_Noreturn void mach_give_up(Machine *m) { longjmp(m->join->give_up, 1); }

void mach_join_access(Machine *m, Alloc *a, u32 tag, bool is_write) {
  if (m->model->aliasing->on_access && (a->alias || tag != a->root_tag)) mach_give_up(m);
  if (!is_write) return;
  for (Join *j = m->join; j; j = j->outer) {
    if (a->serial > j->serial || journal_find(&j->journal, a)) continue;
    if (a->size > MAX_WRITTEN || a->read_only) mach_give_up(m);
    vec_push(&j->journal, ((Contents){a, bytes_clone(&a->data)}));
  }
}

bool mach_join_keeps(const Machine *m, const Alloc *a) { return a->serial <= m->join->serial; }

/* ---- running one way */

static void restore_contents(Journal *j) {
  for (u32 i = 0; i < j->len; i++)
    bytes_copy(&j->at[i].a->data, 0, &j->at[i].bytes, 0, j->at[i].bytes.n);
}

static void drop_frames(Machine *m, const Join *j) {
  while (m->frames.len > j->frame + 1) {
    Frame *f = &vec_last(&m->frames);
    m->contracts -= mach_has_contract(f);
    free(f->entered);
    free(f->forks);
    m->frames.len--;
  }
  for (u32 i = j->nlocals; i < m->locals.len; i++)
    if (m->locals.at[i]) mach_recycle(m, m->locals.at[i]);
  m->locals.len = j->nlocals;
}

/* Everything is as it was before the branch. */
static void restore(Machine *m, Join *j) {
  drop_frames(m, j);
  u32 first = m->frames.at[j->frame].locals;
  for (u32 i = 0; i < j->nslots; i++) {
    Alloc **slot = &m->locals.at[first + i];
    if (*slot != j->slots[i] && *slot) mach_recycle(m, *slot);
    *slot = j->slots[i];
  }
  restore_contents(&j->journal);
  m->protectors.len = j->nprotectors;
  m->live_bytes = j->live_bytes;
}

/* The end of a way: memory as it is now goes to *way. False: storage is alive that
 * was not. */
static bool finish_way(Machine *m, Join *j, Way *way) {
  u32 first = m->frames.at[j->frame].locals;
  for (u32 i = 0; i < j->nslots; i++) {
    Alloc *now = m->locals.at[first + i];
    if (now && now != j->slots[i]) return false;
    way->dead[i] = j->slots[i] && !now;
  }
  for (u32 i = 0; i < j->journal.len; i++) {
    Alloc *a = j->journal.at[i].a;
    vec_push(&way->wrote, ((Contents){a, bytes_clone(&a->data)}));
  }
  return true;
}

static bool at_join(const Machine *m, const Join *j) {
  const Frame *f = &vec_last(&m->frames);
  return m->frames.len == j->frame + 1 && f->block == j->join && f->stmt == 0;
}

/* Back at the branch: a loop. At a return: the frame would go. */
static bool goes_astray(const Machine *m, const Join *j) {
  if (m->frames.len != j->frame + 1) return false;
  const Frame *f = &vec_last(&m->frames);
  const Block *b = &f->fn->blocks.at[f->block];
  if (f->block == j->at && f->stmt == 0) return true;
  return f->stmt == b->stmts.len &&
         (b->term.kind == TERMINATOR_RETURN || b->term.kind == TERMINATOR_RESUME);
}

static void run_way(Machine *m, Join *j, BlockId target) {
  Frame *f = &m->frames.at[j->frame];
  f->block = target;
  f->stmt = 0;
  for (u32 steps = 0; !at_join(m, j); steps++) {
    if (steps == MAX_STEPS || goes_astray(m, j)) mach_give_up(m);
    mach_step(m);
  }
}

/* ---- what both ways wrote */

static bool is_init(const Bytes *b, u64 off, u64 n) {
  for (u64 i = 0; i < n; i++)
    if (b->kind[off + i] == BYTE_UNINIT || (b->kind[off + i] & BYTE_PROV)) return false;
  return true;
}

static bool is_uninit(const Bytes *b) {
  for (u64 i = 0; i < b->n; i++)
    if (b->kind[i] != BYTE_UNINIT) return false;
  return true;
}

static bool same_at(const Bytes *a, const Bytes *b, u64 i) {
  if (a->kind[i] != b->kind[i]) return false;
  if ((a->kind[i] & BYTE_KNOWN) && a->value[i] != b->value[i]) return false;
  if ((a->kind[i] & BYTE_TERM) &&
      (a->term[i].t != b->term[i].t || a->term[i].index != b->term[i].index))
    return false;
  return !(a->kind[i] & BYTE_PROV) ||
         (prov_eq(a->prov[i].prov, b->prov[i].prov) && a->prov[i].frag == b->prov[i].frag);
}

/* How many bytes from i on belong to one number. */
static u64 extent(const Machine *m, const Bytes *b, u64 i) {
  if (!(b->kind[i] & BYTE_TERM) || b->term[i].index) return 1;
  return term_width(m->ts, b->term[i].t) / 8;
}

static bool join_range(Machine *m, Term cond, const Bytes *yes, const Bytes *no, Bytes *out,
                       u64 off, u64 n) {
  Scalar a, b;
  u64 bad;
  if (!is_init(yes, off, n) || !is_init(no, off, n)) return false;
  bytes_load(m->ts, yes, off, (unsigned)n, &a, &bad);
  bytes_load(m->ts, no, off, (unsigned)n, &b, &bad);
  unsigned width = (unsigned)n * 8;
  Term both =
      term_ite(m->ts, cond, bits_term(m->ts, a.bits, width), bits_term(m->ts, b.bits, width));
  bytes_store(m->ts, out, off, (unsigned)n, (Scalar){bits_of(m->ts, both), PROV_NONE});
  return true;
}

/* A variable of the frame that only one way gave a value has none: nobody reads it afterwards, Rust
 * has seen to that. */
static bool is_plain_variable(Machine *m, const Join *j, const Alloc *a) {
  if (a->id) return false;
  const Function *fn = m->frames.at[j->frame].fn;
  for (u32 i = 0; i < j->nslots; i++)
    if (j->slots[i] == a) return mach_type(m, fn->locals.at[i].ty)->cls == CLASS_SCALAR;
  return false;
}

static bool join_contents(Machine *m, const Join *j, Term cond, Alloc *a, const Bytes *yes,
                          const Bytes *no) {
  u64 n = a->size;
  bool whole = n == 1 || n == 2 || n == 4 || n == 8 || n == 16;
  if (bytes_same(yes, no, n)) {
    bytes_copy(&a->data, 0, yes, 0, n);
    return true;
  }
  if (whole && join_range(m, cond, yes, no, &a->data, 0, n)) return true;
  if ((is_uninit(yes) || is_uninit(no)) && is_plain_variable(m, j, a)) {
    bytes_set_uninit(&a->data, 0, n);
    return true;
  }
  for (u64 i = 0; i < n;) {
    if (same_at(yes, no, i)) {
      bytes_copy(&a->data, i, yes, i, 1);
      i++;
      continue;
    }
    u64 x = extent(m, yes, i), y = extent(m, no, i), k = x > y ? x : y;
    if (i + k > n || k > 16 || !is_init(yes, i, k) || !is_init(no, i, k)) k = 1;
    if (!join_range(m, cond, yes, no, &a->data, i, k)) return false;
    i += k;
  }
  return true;
}

static const Bytes *contents_in(const Journal *way, const Journal *before, const Alloc *a) {
  const Contents *c = journal_find(way, a);
  if (!c) c = journal_find(before, a);
  return c ? &c->bytes : &a->data;
}

static bool died(const Join *j, const bool *dead, const Alloc *a) {
  for (u32 i = 0; i < j->nslots; i++)
    if (j->slots[i] == a) return dead[i];
  return false;
}

/* Everything that one of the n ways wrote, as the conditions decide: the first that holds. The old
 * contents are in j's journal. */
static bool join_all(Machine *m, Join *j, const Term *conds, const Way *ways, u32 n) {
  for (u32 i = 0; i < j->journal.len; i++) {
    Alloc *a = j->journal.at[i].a;
    if (died(j, ways[0].dead, a)) continue;
    bytes_copy(&a->data, 0, contents_in(&ways[n - 1].wrote, &j->journal, a), 0, a->size);
    for (u32 k = n - 1; k-- > 0;) {
      Bytes rest = bytes_clone(&a->data);
      bool ok =
          join_contents(m, j, conds[k], a, contents_in(&ways[k].wrote, &j->journal, a), &rest);
      bytes_free(&rest);
      if (!ok) return false;
    }
  }
  return true;
}

/* ---- one branch */

static u32 *failures_of(Machine *m, const Function *fn, BlockId at) {
  for (u32 i = 0; i < m->hopeless.len; i++)
    if (m->hopeless.at[i].fn == fn && m->hopeless.at[i].block == at)
      return &m->hopeless.at[i].failures;
  vec_push(&m->hopeless, ((Hopeless){fn, at, 0}));
  return &vec_last(&m->hopeless).failures;
}

static BlockId meeting_point(Machine *m, const Function *fn, BlockId at) {
  for (u32 i = 0; i < m->postdoms.len; i++)
    if (m->postdoms.at[i].fn == fn) return m->postdoms.at[i].of[at];
  PostdomsOf p = {fn, memory_alloc_zeroed(fn->blocks.len + 1, sizeof(BlockId))};
  postdominators(fn, p.of);
  vec_push(&m->postdoms, p);
  return p.of[at];
}

/* All ways, from the same state. Gives up by jumping to j->give_up. */
static bool try_all(Machine *m, Join *j, const Term *conds, const BlockId *targets, Way *ways,
                    u32 n) {
  for (u32 i = 0; i < n; i++) {
    run_way(m, j, targets[i]);
    if (!finish_way(m, j, &ways[i])) return false;
    restore(m, j);
    if (memcmp(ways[0].dead, ways[i].dead, j->nslots)) return false;
  }
  return join_all(m, j, conds, ways, n);
}

static bool is_worth_trying(Machine *m, const Function *fn, BlockId at, BlockId join) {
  return join != NO_BLOCK && !m->contracts && (!m->join || m->join->depth < MAX_NESTED) &&
         *failures_of(m, fn, at) < MAX_FAILURES;
}

static Join *begin(Machine *m, BlockId join) {
  const Frame *f = &vec_last(&m->frames);
  Join *j = memory_alloc_zeroed(1, sizeof *j);
  *j = (Join){.outer = m->join,
              .depth = m->join ? m->join->depth + 1 : 0,
              .frame = m->frames.len - 1,
              .at = f->block,
              .join = join,
              .nlocals = m->locals.len,
              .nprotectors = m->protectors.len,
              .serial = m->serials,
              .live_bytes = m->live_bytes,
              .nslots = f->fn->locals.len};
  j->slots = arena_copy(m->arena, m->locals.at + f->locals, j->nslots * sizeof *j->slots);
  return m->join = j;
}

static Way *new_ways(Machine *m, const Join *j, u32 n) {
  Way *ways = arena_array(m->arena, Way, n);
  for (u32 i = 0; i < n; i++) ways[i].dead = arena_array(m->arena, bool, j->nslots + 1);
  return ways;
}

/* setjmp in a frame of its own, in which nothing else changes. */
static bool run_joined(Machine *m, Join *j, const Term *conds, const BlockId *targets, Way *ways,
                       u32 n) {
  if (setjmp(j->give_up)) return false;
  return try_all(m, j, conds, targets, ways, n);
}

bool mach_join(Machine *m, const Term *conds, const BlockId *targets, u32 n) {
  const Frame branch = vec_last(&m->frames);
  BlockId join = meeting_point(m, branch.fn, branch.block);
  if (!is_worth_trying(m, branch.fn, branch.block, join)) return false;
  Span span = m->span;
  Recorder *recorder = m->recorder;
  Join *j = begin(m, join);
  Way *ways = new_ways(m, j, n);
  m->recorder = NULL;
  bool joined = run_joined(m, j, conds, targets, ways, n);
  if (!joined) restore(m, j);
  m->join = j->outer;
  m->recorder = recorder;
  m->span = span;
  m->scratch_used = 0;
  Frame *f = &m->frames.at[j->frame];
  f->block = joined ? join : branch.block;
  f->stmt = joined ? 0 : branch.stmt;
  f->forked = branch.forked && !joined;
  for (u32 i = 0; joined && i < j->nslots; i++)
    if (ways[0].dead[i]) mach_storage_dead(m, i);
  if (!joined) ++*failures_of(m, branch.fn, branch.block);
  for (u32 i = 0; i < n; i++) journal_free(&ways[i].wrote);
  journal_free(&j->journal);
  free(j);
  return joined;
}
