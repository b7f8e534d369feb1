/* Foreign functions that the program defines itself: `extern { fn f(); }` and, somewhere,
 * `#[no_mangle] extern fn f() { .. }`. The linker would join the two. */
#include <string.h>

#include "litmus/rust/infer.h"

/* The name that the linker sees: by the attribute, or the function's own; 0: it sees none. */
static Sym symbol_of(const Front *f, const Def *d) {
  const AstAttr *given = item_attr(f, d->item, d->is_foreign ? "link_name" : "export_name");
  if (given && given->value) return given->value;
  return d->is_foreign || item_attr(f, d->item, "no_mangle") ? d->name : 0;
}

void note_exported(Front *f, Def *d) {
  if (d->kind == DEF_FN && !d->is_foreign && !d->is_prelude && symbol_of(f, d))
    alist_push(f->arena, &f->exported, d);
}

static bool same_signature(Front *f, Def *a, Def *b) {
  FnSig s = fn_signature(f, NULL, a, NULL), t = fn_signature(f, NULL, b, NULL);
  bool same = s.nparams == t.nparams && s.ret == t.ret && s.is_extern_c == t.is_extern_c;
  for (u32 i = 0; same && i < s.nparams; i++) same = s.params[i] == t.params[i];
  return same;
}

Def *foreign_definition(Front *f, Def *d, Span span) {
  if (d->kind != DEF_FN || !d->is_foreign || d->item->body) return d;
  Sym name = symbol_of(f, d);
  for (u32 i = 0; i < f->exported.len; i++) {
    Def *found = f->exported.at[i];
    if (symbol_of(f, found) != name || found->ngens) continue;
    if (!same_signature(f, d, found))
      front_fail(f, DIAG_UNSUPPORTED, span,
                 "the foreign function `%s`, which the program defines with another signature, is "
                 "not supported yet",
                 name_of(f, d->name));
    return found;
  }
  return d;
}
