/* Types and their layout. Types are hash-consed: equal types have equal handles. */
#ifndef LITMUS_IR_TYPE_H
#define LITMUS_IR_TYPE_H

#include "engine/base/arena.h"
#include "engine/base/strbuf.h"

typedef u32 TypeId; /* 0 = none */
typedef struct TypeTable TypeTable;

typedef enum TypeKind {
  TY_NONE,
  TY_INT,   /* i8..i128, u8..u128, isize, usize */
  TY_FLOAT, /* f32, f64 */
  TY_BOOL,
  TY_CHAR,
  TY_NEVER,
  TY_STR,   /* unsized */
  TY_TUPLE, /* () is the empty one */
  TY_ARRAY,
  TY_SLICE, /* unsized */
  TY_DYN,   /* unsized: the value behind it is known at run time, by a vtable */
  TY_PTR,   /* references, raw pointers, Box */
  TY_ADT,   /* struct, enum, union */
  TY_FNPTR,
  TY_FNDEF,  /* the zero-sized type of one function item */
  TY_OPAQUE, /* front end only: known by its bounds alone: a generic parameter, its associated
                types, `impl Trait` */
  TY_INFER   /* front end only: inference variable `index` */
} TypeKind;

typedef enum PtrKind { PTR_REF, PTR_REF_MUT, PTR_RAW_CONST, PTR_RAW_MUT, PTR_BOX } PtrKind;
static inline bool ptr_is_raw(PtrKind k) { return k == PTR_RAW_CONST || k == PTR_RAW_MUT; }
static inline bool ptr_is_ref(PtrKind k) { return k == PTR_REF || k == PTR_REF_MUT; }

/* What a TY_OPAQUE stands for: see litmus/rust/traits.h. */
typedef enum OpaqueKind { OPAQUE_PARAM, OPAQUE_ASSOC, OPAQUE_IMPL } OpaqueKind;

typedef enum AdtKind { ADT_STRUCT, ADT_ENUM, ADT_UNION } AdtKind;

typedef struct Field {
  const char *name; /* "0", "1".. for tuple structs */
  TypeId ty;
  u64 offset; /* from the start of the whole value; filled by type_layout */
} Field;

typedef struct Variant {
  const char *name;
  u32 nfields;
  Field *fields;
  i128 discr;                       /* as written or counted, in the enum's integer type */
  bool is_tuple_like, is_unit_like; /* how Debug prints it */
  /* filled by type_layout, for enums */
  bool is_uninhabited; /* no value of a field exists */
  bool is_absent;      /* .. and it takes no room: the layout knows nothing of it */
} Variant;

typedef enum TagEncoding {
  TAG_NONE,   /* at most one variant can exist (its index is niche_dataful): nothing stored */
  TAG_DIRECT, /* tag holds the discriminant */
  TAG_NICHE   /* one variant with data holds a pointer or another value with a forbidden value; the
                 other, dataless variants are stored as forbidden values */
} TagEncoding;

/* The contents of one instance of a struct, enum or union. The front end makes it, type_layout
 * fills offsets, tag and size. */
typedef struct AdtInfo {
  const char *name; /* with arguments: "Option<i32>" */
  AdtKind kind;
  u32 nvariants; /* structs and unions: 1 */
  Variant *variants;
  bool is_copy;
  bool is_unsafe_cell; /* lang item: bytes are interior-mutable */
  bool is_pinned;      /* lang items PhantomPinned, UnsafePinned: unique pointers to it may alias */
  bool is_manually_drop; /* lang item: contents are never dropped */
  bool is_not_zero;      /* lang item: all its bytes zero is not a value of it */
  bool is_library;       /* defined in our library, not by the program */
  bool repr_c, repr_transparent;
  bool last_stays; /* the last field of this struct could be unsized with other arguments: it comes
                      last in memory, too */
  u64 repr_packed; /* 0, or the maximal alignment */
  u64 repr_align;  /* 0, or the minimal alignment */
  TypeId repr_int; /* 0, or the type of the tag: #[repr(u8)] */
  u32 drop_fn;     /* FuncId of a user's `Drop::drop` + 1, or 0 */
  /* filled by type_layout */
  TagEncoding tag_encoding;
  TypeId tag_ty; /* DIRECT: the stored integer; NICHE: an unsigned integer as wide as the niche */
  u64 tag_offset;
  u32 niche_dataful; /* NICHE: index of the variant with data; NONE: of the one variant */
  u128 niche_start;  /* NICHE: stored value of the first other variant (number 0, or 1 when the
                        dataful one is 0), then counting up with the variant's number */
} AdtInfo;

typedef struct FnSig {
  u32 nparams;
  const TypeId *params;
  TypeId ret;
  bool is_unsafe;
  bool is_extern_c;
} FnSig;

/* What a trait object can do: its methods in the order of the vtable's slots, those of supertraits
 * included. The first parameter of each is the receiver: a wide pointer to the trait object, or the
 * object itself. */
typedef struct DynMethod {
  const char *name;
  FnSig sig;
} DynMethod;

typedef struct DynInfo {
  const char *name; /* "dyn Shape", "dyn Iterator<Item = u8>" */
  u32 nmethods;
  const DynMethod *methods;
} DynInfo;

typedef struct Type {
  TypeKind kind;
  union {
    struct {
      u8 bits; /* 8..128 */
      bool is_signed;
      bool is_size; /* isize, usize: 64 bits, but types of their own */
    } integer;
    struct {
      u8 bits; /* 32, 64 */
    } floating;
    struct {
      u32 n;
      const TypeId *at;
      u64 *offsets; /* filled by type_layout */
    } tuple;
    struct {
      TypeId elem;
      u64 len;
    } array; /* and slice: len unused */
    struct {
      PtrKind kind;
      TypeId to;
    } ptr;
    struct {
      const void *def; /* front end's definition: part of the identity */
      u32 nargs;
      const TypeId *args; /* part of the identity */
      AdtInfo *info;      /* NULL until type_define_adt */
    } adt;
    struct {
      const void *def;    /* front end's definition of the trait: part of the identity */
      u32 nargs;          /* its arguments, then its associated types: part of the identity */
      const TypeId *args; /* (auto traits and lifetimes are not) */
      DynInfo *info;      /* NULL until type_define_dyn */
    } dyn;
    FnSig fnptr;
    struct {
      const void *def; /* front end's definition */
      u32 nargs;
      const TypeId *args;
    } fndef;
    struct {
      OpaqueKind kind;
      const void *def; /* the front end's: what introduces the type */
      u32 nargs;
      const TypeId *args;
      TypeId hidden; /* the concrete type that it stands for */
    } opaque;        /* all of it is its identity */
    struct {
      u32 index;
    } var; /* INFER */
  } u;
  bool laid_out;
  u64 size;  /* valid once laid out; unsized types: where the unsized part starts, unless its own
                alignment moves it on */
  u64 align; /* unsized types: of what is known; a trait object's value may need more */
} Type;

TypeTable *types_create(Arena *arena); /* lives in the arena */
const Type *type_get(const TypeTable *tt, TypeId t);
u32 types_count(const TypeTable *tt);

TypeId type_int(TypeTable *tt, unsigned bits, bool is_signed);
TypeId type_usize(TypeTable *tt);
TypeId type_float(TypeTable *tt, unsigned bits);
TypeId type_isize(TypeTable *tt);
TypeId type_bool(TypeTable *tt);
TypeId type_char(TypeTable *tt);
TypeId type_never(TypeTable *tt);
TypeId type_str(TypeTable *tt);
TypeId type_unit(TypeTable *tt);
TypeId type_tuple(TypeTable *tt, const TypeId *elems, u32 n);
TypeId type_array(TypeTable *tt, TypeId elem, u64 len);
TypeId type_slice(TypeTable *tt, TypeId elem);
TypeId type_ptr(TypeTable *tt, PtrKind kind, TypeId to);
TypeId type_adt(TypeTable *tt, const void *def, const TypeId *args, u32 nargs);
TypeId type_dyn(TypeTable *tt, const void *def, const TypeId *args, u32 nargs);
TypeId type_fnptr(TypeTable *tt, FnSig sig);
TypeId type_fndef(TypeTable *tt, const void *def, const TypeId *args, u32 nargs);
TypeId type_opaque(TypeTable *tt, OpaqueKind kind, const void *def, const TypeId *args, u32 nargs,
                   TypeId hidden);
TypeId type_infer(TypeTable *tt, u32 index);

/* Gives an ADT its contents (info lives at least as long as the table; kept by pointer). */
void type_define_adt(TypeTable *tt, TypeId adt, AdtInfo *info);
/* Gives a trait object type its name and methods. */
void type_define_dyn(TypeTable *tt, TypeId dyn, DynInfo *info);

/* Computes size, alignment and offsets, of contained types too. Struct fields without repr(C) are
 * sorted by falling alignment, as rustc does in practice. An enum of which one variant holds a
 * reference, Box, function pointer, bool, char or another enum with spare values and the others
 * hold nothing uses that niche. Returns NULL, or why there is no layout ("the type is too big:
 * ...", "recursive type without indirection"). */
const char *type_layout(TypeTable *tt, TypeId t);

/* Laid-out sizes. */
u64 type_size(const TypeTable *tt, TypeId t);
u64 type_align(const TypeTable *tt, TypeId t);
u64 type_field_offset(const TypeTable *tt, TypeId t, u32 variant, u32 field); /* tuple or ADT */
TypeId type_field(const TypeTable *tt, TypeId t, u32 variant, u32 field); /* tuple, ADT, array */
u32 type_nfields(const TypeTable *tt, TypeId t, u32 variant);             /* tuple, ADT */

/* What decides whether t is sized: the last field of the last field .. of structs. The metadata of
 * a pointer to t is that of a pointer to its tail. */
TypeId type_tail(const TypeTable *tt, TypeId t);
/* The part of `from` that is unsized to the tail of `to`: itself or, for two instances of a struct,
 * that of their last fields. */
TypeId type_unsized_part(const TypeTable *tt, TypeId from, TypeId to);
bool type_is_sized(const TypeTable *tt, TypeId t);
/* A pointer to something unsized: address, and length or vtable. */
bool type_is_wide_ptr(const TypeTable *tt, TypeId t);
/* A pointer whose metadata is a vtable. */
bool type_is_dyn_ptr(const TypeTable *tt, TypeId t);
/* The pointer that a method's receiver is: itself, or the one part of a struct that takes room; 0
 * if it is none. */
TypeId type_receiver_ptr(const TypeTable *tt, TypeId t);
bool type_is_copy(const TypeTable *tt, TypeId t);
bool type_is_integral(const TypeTable *tt, TypeId t); /* INT only */
bool type_is_float(const TypeTable *tt, TypeId t);
bool type_is_unit(const TypeTable *tt, TypeId t);
bool type_needs_drop(const TypeTable *tt, TypeId t);
/* No UnsafeCell outside pointers. Trait objects: nobody knows, so no. */
bool type_is_freeze(const TypeTable *tt, TypeId t);
/* Neither PhantomPinned nor UnsafePinned inside, outside pointers: a unique pointer to it may be
 * assumed not to be aliased. (Whether somebody implements Unpin for it does not count.) */
bool type_is_unpin(const TypeTable *tt, TypeId t);
/* Is the byte at this offset of a value part of an UnsafeCell? Enums and unions with one count as a
 * whole, and so do trait objects: mach_is_in_cell knows better. */
bool type_is_in_cell(const TypeTable *tt, TypeId t, u64 offset);
/* No values at all: `!`, an enum without variants, or a struct or tuple with such a field. */
bool type_is_uninhabited(const TypeTable *tt, TypeId t);

/* The type of an enum's discriminant: its #[repr(int)], or isize. */
TypeId type_discriminant(const TypeTable *tt, TypeId t);
/* What is stored in the tag of a laid-out enum (at tag_offset, of type tag_ty) for this variant.
 * False when nothing is: TAG_NONE, or the dataful variant of a niche encoding. */
bool type_variant_tag(const TypeTable *tt, TypeId t, u32 variant, u128 *value);
/* The value that would be the tag of the variant with data, if that one lies between the others: it
 * is part of the niche and never stored. False if there is none. */
bool type_unused_tag(const TypeTable *tt, TypeId t, u128 *value);

/* As in Rust source: `&mut [u8; 4]`, `fn(i32) -> i32`, `{integer}` for inference variables. */
void type_print(const TypeTable *tt, TypeId t, StrBuf *out);
const char *type_str_of(const TypeTable *tt, TypeId t); /* the same, kept in the arena */

#endif
