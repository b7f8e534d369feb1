/* The records of one step, in words. Names are looked up when the step is over: a pointer that is
 * made in it has reached its variable by then. */
#include <inttypes.h>
#include <string.h>

#include "litmus/explain/tape_impl.h"

enum { SEVERAL_NAMED = 3 }; /* pointers named of several with the same fate */

static const char *tag_text(Recording *rec, const Raw *raw, u32 tag, const char *then) {
  if (!tag) return "a pointer made from an integer";
  const Alloc *a = raw->id ? rec->m->numbered.at[raw->id - 1] : NULL;
  const char *now = a ? state_holder(rec, a, tag) : NULL;
  if (then) return then;
  if (now) return now;
  return arena_printf(rec->m->arena, "<%u>", tag);
}

/* " (bytes 0..4)", unless it is the whole of it. */
static void bytes_text(const Raw *raw, u64 whole, StrBuf *out) {
  if (raw->r.n == 0 || (raw->r.off == 0 && raw->r.n == whole)) return;
  if (raw->r.n == 1)
    sb_printf(out, " (byte %" PRIu64 ")", raw->r.off);
  else
    sb_printf(out, " (bytes %" PRIu64 "..%" PRIu64 ")", raw->r.off, raw->r.off + raw->r.n);
}

static u64 whole_size(const Recording *rec, const Raw *raw) {
  return raw->id ? rec->m->numbered.at[raw->id - 1]->size : raw->r.n;
}

/* " through `p`", when it is not the variable itself that is used. */
static void through(const Recording *rec, const Raw *raw, const char *tag, StrBuf *out) {
  bool own = tag[0] == '`' && strlen(tag) == strlen(raw->alloc) + 2 &&
             !strncmp(tag + 1, raw->alloc, strlen(raw->alloc));
  bool tags = rec->m->model->aliasing->on_access != NULL;
  if (!own && tags) sb_printf(out, " through %s", tag);
}

/* It had no place among the variables yet. */
static const char *name_by_serial(const Recording *rec, const Raw *raw) {
  for (u32 i = 0; i < rec->variables.len; i++)
    if (rec->variables.at[i].a->serial == raw->serial && rec->variables.at[i].name)
      return rec->variables.at[i].name;
  return raw->alloc;
}

static void borrow_words(Recording *rec, const Raw *raw, StrBuf *out) {
  const char *tag = tag_text(rec, raw, raw->r.tag, raw->tag_name);
  switch (raw->r.kind) {
  case RECORD_RETAG: {
    const char *parent = tag_text(rec, raw, raw->r.parent, raw->parent_name);
    sb_printf(out, "retag: %s is made from %s, as `%s` to `%s`", tag, parent, raw->r.text,
              raw->alloc);
    bytes_text(raw, whole_size(rec, raw), out);
    bool tell_mode = *raw->r.text2 && strcmp(raw->r.text2, "raw") != 0;
    if (tell_mode) sb_printf(out, ", %s", raw->r.text2);
    return;
  }
  case RECORD_PERM:
    if (!raw->r.text)
      sb_printf(out, "%s gets permission %s for `%s`", tag, raw->r.text2, raw->alloc);
    else if (!raw->r.text2)
      sb_printf(out, "%s loses its permission %s for `%s`", tag, raw->r.text, raw->alloc);
    else
      sb_printf(out, "%s: %s becomes %s for `%s`", tag, raw->r.text, raw->r.text2, raw->alloc);
    bytes_text(raw, whole_size(rec, raw), out);
    return;
  case RECORD_PROTECT:
    sb_printf(out, "%s is %sprotected until the call ends", tag,
              !strcmp(raw->r.text, "strong") ? "" : "weakly ");
    return;
  case RECORD_UNPROTECT: sb_printf(out, "the protector of %s ends", tag); return;
  case RECORD_EXPOSE: sb_printf(out, "%s is exposed", tag); return;
  default: return;
  }
}

/* False: nothing worth saying. */
static bool words(Recording *rec, const Raw *raw, HappenKind *kind, StrBuf *out) {
  const char *tag = raw->alloc ? tag_text(rec, raw, raw->r.tag, raw->tag_name) : "";
  switch (raw->r.kind) {
  case RECORD_ALLOC:
    *kind = HAPPEN_ALLOCATE;
    if (raw->r.alloc && !strcmp(raw->alloc, "new heap memory"))
      sb_puts(out, "heap memory is allocated");
    else
      sb_printf(out, "`%s` comes to life", name_by_serial(rec, raw));
    return true;
  case RECORD_DEALLOC:
    *kind = HAPPEN_FREE;
    if (strchr(raw->alloc, '#'))
      sb_printf(out, "`%s` is freed through %s", raw->alloc, tag);
    else
      sb_printf(out, "`%s` dies", raw->alloc);
    return true;
  case RECORD_READ:
  case RECORD_WRITE:
    *kind = raw->r.kind == RECORD_READ ? HAPPEN_READ : HAPPEN_WRITE;
    sb_printf(out, "%s of `%s`", *kind == HAPPEN_READ ? "read" : "write", raw->alloc);
    bytes_text(raw, whole_size(rec, raw), out);
    through(rec, raw, tag, out);
    return true;
  case RECORD_RETAG: *kind = HAPPEN_RETAG; break;
  case RECORD_PERM: *kind = HAPPEN_PERMISSION; break;
  case RECORD_PROTECT: *kind = HAPPEN_PROTECT; break;
  case RECORD_UNPROTECT: *kind = HAPPEN_UNPROTECT; break;
  case RECORD_EXPOSE: *kind = HAPPEN_EXPOSE; break;
  case RECORD_CALL:
    *kind = HAPPEN_CALL;
    sb_printf(out, raw->library ? "calls the library's `%s`" : "calls `%s`", raw->text);
    return true;
  case RECORD_RETURN:
    *kind = HAPPEN_RETURN;
    sb_printf(out, "`%s` returns", raw->text);
    return true;
  case RECORD_EVENT:
    *kind = HAPPEN_EVENT;
    sb_puts(out, raw->text);
    return true;
  default: return false;
  }
  borrow_words(rec, raw, out);
  return true;
}

/* The same change of permission, of another pointer. */
static bool is_alike(const Raw *a, const Raw *b) {
  if (a->r.kind != RECORD_PERM || b->r.kind != RECORD_PERM) return false;
  return a->r.text == b->r.text && a->r.text2 == b->r.text2 && a->serial == b->serial &&
         a->r.off == b->r.off && a->r.n == b->r.n && a->library == b->library;
}

/* "<4>, <7>, <9> and 5 more: Reserved becomes Disabled" */
static void several_words(Recording *rec, const Raw *raw, u32 n, StrBuf *out) {
  u32 named = n <= SEVERAL_NAMED + 1 ? n : SEVERAL_NAMED;
  for (u32 i = 0; i < named; i++)
    sb_printf(out, "%s%s", i ? ", " : "", tag_text(rec, raw + i, raw[i].r.tag, raw[i].tag_name));
  if (named < n) sb_printf(out, " and %u more", n - named);
  if (!raw->r.text)
    sb_printf(out, " get permission %s", raw->r.text2);
  else if (!raw->r.text2)
    sb_printf(out, " lose their permission %s", raw->r.text);
  else
    sb_printf(out, ": %s becomes %s", raw->r.text, raw->r.text2);
  sb_printf(out, " for `%s`", raw->alloc);
  bytes_text(raw, whole_size(rec, raw), out);
}

void words_of_step(Recording *rec, TapeStep *step) {
  StrBuf text = {0};
  for (u32 i = 0; i < rec->raws.len; i++) {
    const Raw *raw = &rec->raws.at[i];
    Happening h = {.times = 1, .off = raw->r.off, .n = raw->r.n};
    sb_clear(&text);
    u32 n = 1;
    while (i + n < rec->raws.len && is_alike(raw, &rec->raws.at[i + n])) n++;
    if (n > 1) {
      h.kind = HAPPEN_PERMISSION;
      several_words(rec, raw, n, &text);
      i += n - 1;
    } else if (!words(rec, raw, &h.kind, &text)) {
      continue;
    }
    Happening *last = step->happened.len ? &step->happened.at[step->happened.len - 1] : NULL;
    if (last && last->kind == h.kind && !strcmp(last->text, sb_str(&text))) {
      last->times++;
      continue;
    }
    h.text = arena_strdup(rec->arena, sb_str(&text));
    if (raw->library && raw->r.kind != RECORD_CALL)
      h.library = arena_strdup(rec->arena, raw->library);
    h.serial = raw->serial;
    h.tag = raw->r.tag;
    h.parent = raw->r.parent;
    list_push(rec->arena, &step->happened, h);
  }
  sb_free(&text);
}
