/* What the files share that write a counterexample as a program. */
#ifndef LITMUS_RUN_SAVE_IMPL_H
#define LITMUS_RUN_SAVE_IMPL_H

#include "engine/mach/explore.h"
#include "litmus/report/record.h"

/* A variable of the program that is written: what a pointer points to. */
typedef struct Object {
  const char *label;   /* "*p": what reports call it */
  const char *pointer; /* the variable that holds a raw pointer to it, or an expression */
  TypeId ty;           /* 0: `size` plain bytes */
  bool is_slice;       /* `len` of them */
  u64 len, size;
} Object;

typedef struct Saver {
  Arena *arena;
  const Program *program;
  const Terms *terms;
  const Behaviour *run; /* whose inputs are written: a replay, all of them are known */
  u32 from;             /* inputs before this one belong to something else .. */
  u32 end;              /* .. and this is behind the last one that was used */
  StrBuf before;        /* statements that make the objects */
  LIST(Object) objects;
  const char *why; /* what cannot be written; NULL: nothing so far */
} Saver;

/* Notes what cannot be written, the first time; false. */
bool save_fails(Saver *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
const char *save_type(Saver *s, TypeId ty); /* its name */
/* The input of that name; NULL when the run has none. `is_place`: the note that says where an
 * object lies, else one that does not. */
const InputNote *save_input(Saver *s, const char *name, bool is_place, u128 *value);

/* An expression for the value of type `ty` whose inputs have this name. */
bool save_value(Saver *s, TypeId ty, const char *name, StrBuf *out);
/* An expression for a pointer argument of this name, to an object of its own. */
bool save_pointer(Saver *s, TypeId ptr, const char *name, StrBuf *out);
/* A new variable with this value; returns its number among the objects. `elements`: of a slice. */
bool save_object(Saver *s, TypeId ty, bool is_slice, u64 len, const char *label, u32 *number);
/* A pointer of type `ptr` to an object of just that type. */
void save_point_to(Saver *s, TypeId ptr, const Object *o, StrBuf *out);

/* Expressions for the arguments of a function, comma-separated. */
bool save_arguments(Saver *s, const Function *fn, StrBuf *out);
/* Statements that give the statics their contents. */
bool save_statics(Saver *s);

/* Statements that print the value of `place`, all that can be seen of it. */
void save_show(Saver *s, TypeId ty, const char *label, const char *place, StrBuf *out);
void save_show_objects(Saver *s, StrBuf *out);

#endif
