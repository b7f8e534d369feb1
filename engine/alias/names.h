/* Naming tags for people: by the variable that holds the pointer. */
#ifndef LITMUS_ALIAS_NAMES_H
#define LITMUS_ALIAS_NAMES_H

#include "engine/mem/aliasing.h"

/* "s.p" for the field of a variable of type ty that begins at byte off. */
const char *variable_path(struct Machine *m, const char *name, TypeId ty, u64 off);
/* The name of a variable of a running function (of frame number `frame`): "x", "x@8" when it
 * shadows another one of the function (declared in line 8), "foo::x" when a function further out
 * has an `x`, "foo#2::x" in a recursive call. */
const char *variable_name(struct Machine *m, u32 frame, LocalId l);
/* "`x`" for the root tag of variable x, "`r`" when the live variable r holds a pointer with this
 * tag (the innermost such variable of the user's code), "`s.p`" for a field of it, else "<7>" by
 * number. Kept in the path's arena. */
const char *tag_name(struct Machine *m, const Alloc *a, u32 tag);
/* The variable's name alone, NULL if no variable holds it; for the root tag the allocation's. */
const char *tag_variable(struct Machine *m, const Alloc *a, u32 tag);

#endif
