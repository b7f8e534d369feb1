/* Terms as text, in the notation of the programs they come from: (p1 + 4), x[15:8], (a != b). */
#include "engine/term/internal.h"

#define MAX_PARTS 4096 /* a shared term is printed at each place: text can be exponential */

/* Something still to be printed. */
typedef struct Item {
  enum { ITEM_TERM, ITEM_TEXT, ITEM_BITS, ITEM_NEGATED } kind;
  Term t;           /* BITS: the extract whose positions are meant */
  const char *text; /* TEXT */
} Item;

typedef VEC(Item) Items;

static const char *const infix[TERM_OP_COUNT] = {
    [TERM_ADD] = " + ",    [TERM_SUB] = " - ",   [TERM_MUL] = " * ",     [TERM_UDIV] = " / ",
    [TERM_UREM] = " % ",   [TERM_SDIV] = " /s ", [TERM_SREM] = " %s ",   [TERM_AND] = " & ",
    [TERM_OR] = " | ",     [TERM_XOR] = " ^ ",   [TERM_SHL] = " << ",    [TERM_LSHR] = " >> ",
    [TERM_ASHR] = " >>s ", [TERM_EQ] = " == ",   [TERM_ULT] = " < ",     [TERM_ULE] = " <= ",
    [TERM_SLT] = " <s ",   [TERM_SLE] = " <=s ", [TERM_CONCAT] = " ++ ", [TERM_FADD] = " +f ",
    [TERM_FSUB] = " -f ",  [TERM_FMUL] = " *f ", [TERM_FDIV] = " /f ",   [TERM_FEQ] = " ==f ",
    [TERM_FLT] = " <f ",   [TERM_FLE] = " <=f "};

/* Written as calls. */
static const char *const call[TERM_OP_COUNT] = {[TERM_FMA] = "fma",
                                                [TERM_FSQRT] = "sqrt",
                                                [TERM_FFLOOR] = "floor",
                                                [TERM_FCEIL] = "ceil",
                                                [TERM_FTRUNC] = "trunc",
                                                [TERM_FROUND] = "round",
                                                [TERM_FROUND_EVEN] = "round_even"};

static void later(Items *items, Term t) { vec_push(items, ((Item){ITEM_TERM, t, NULL})); }
static void later_text(Items *items, const char *s) { vec_push(items, ((Item){ITEM_TEXT, 0, s})); }

static void print_number(StrBuf *out, u128 v, unsigned width) {
  if (width == 1) {
    sb_puts(out, v ? "true" : "false");
  } else if (v < 0x10000) {
    sb_put_int(out, v, width, false);
  } else {
    sb_puts(out, "0x");
    sb_put_radix(out, v, 16);
  }
}

static void print_infix(Items *items, Term a, const char *symbol, Term b, StrBuf *out) {
  sb_putc(out, '(');
  later_text(items, ")");
  later(items, b);
  later_text(items, symbol);
  later(items, a);
}

/* x + k where k is a negative number reads better as x - |k|. */
static bool print_minus(const Terms *ts, const Node *n, Items *items, StrBuf *out) {
  u128 k;
  if (n->op != TERM_ADD || !const_value(ts, n->b, &k) || !(k & sign_bit(n->width))) return false;
  sb_putc(out, '(');
  later_text(items, ")");
  vec_push(items, ((Item){ITEM_NEGATED, n->b, NULL}));
  later_text(items, " - ");
  later(items, n->a);
  return true;
}

static void print_not(const Terms *ts, const Node *n, Items *items, StrBuf *out) {
  const Node *of = node_of(ts, n->a);
  if (of->op == TERM_FEQ && of->a == of->b) {
    sb_puts(out, "is_nan(");
    later_text(items, ")");
    later(items, of->a);
  } else if (of->op == TERM_EQ || of->op == TERM_FEQ) {
    print_infix(items, of->a, of->op == TERM_EQ ? " != " : " !=f ", of->b, out);
  } else {
    sb_putc(out, n->width == 1 ? '!' : '~');
    later(items, n->a);
  }
}

static void print_call(const Node *n, Items *items, StrBuf *out) {
  sb_printf(out, "%s(", call[n->op]);
  later_text(items, ")");
  if (n->op == TERM_FMA) {
    later(items, n->c);
    later_text(items, ", ");
    later(items, n->b);
    later_text(items, ", ");
  }
  later(items, n->a);
}

/* `x == x ? x : n` is a float x, mostly, with a choice of NaN that would only be in the way. */
static bool is_float_with_nan(const Terms *ts, const Node *n) {
  const Node *cond = node_of(ts, n->a);
  return cond->op == TERM_FEQ && cond->a == n->b && cond->b == n->b && n->width > 1;
}

static void print_operation(const Terms *ts, Term t, Items *items, StrBuf *out) {
  const Node *n = node_of(ts, t);
  switch ((TermOp)n->op) {
  case TERM_NOT: print_not(ts, n, items, out); break;
  case TERM_NEG:
    sb_putc(out, '-');
    later(items, n->a);
    break;
  case TERM_ITE:
    if (is_float_with_nan(ts, n)) {
      later(items, n->b);
      break;
    }
    later_text(items, ")");
    later(items, n->c);
    later_text(items, " : ");
    later(items, n->b);
    later_text(items, " ? ");
    sb_putc(out, '(');
    later(items, n->a);
    break;
  case TERM_EXTRACT:
    vec_push(items, ((Item){ITEM_BITS, t, NULL}));
    later(items, n->a);
    break;
  case TERM_ZEXT:
  case TERM_SEXT:
    sb_printf(out, "%s%u(", n->op == TERM_ZEXT ? "zext" : "sext", n->width);
    later_text(items, ")");
    later(items, n->a);
    break;
  case TERM_FCONVERT:
  case TERM_FFROM_U:
  case TERM_FFROM_S:
  case TERM_FTO_U:
  case TERM_FTO_S: {
    bool to_int = n->op == TERM_FTO_U || n->op == TERM_FTO_S;
    sb_printf(out, "%s%u(", !to_int ? "f" : n->op == TERM_FTO_U ? "u" : "i", n->width);
    later_text(items, n->op == TERM_FFROM_S ? " as signed)" : ")");
    later(items, n->a);
    break;
  }
  default:
    if (call[n->op]) {
      print_call(n, items, out);
      break;
    }
    if (!print_minus(ts, n, items, out)) print_infix(items, n->a, infix[n->op], n->b, out);
  }
}

void term_print(const Terms *ts, Term t, TermNamer name, void *self, StrBuf *out) {
  Items items = {0};
  u32 parts = 0;
  later(&items, t);
  while (items.len) {
    Item item = vec_pop(&items);
    if (++parts > MAX_PARTS) {
      sb_puts(out, " ...");
      break;
    }
    u128 v;
    const TermVar *var;
    if (item.kind == ITEM_TEXT) {
      sb_puts(out, item.text);
    } else if (item.kind == ITEM_BITS) {
      sb_printf(out, "[%u:%u]", term_hi(ts, item.t), term_lo(ts, item.t));
    } else if (const_value(ts, item.t, &v)) {
      unsigned w = width_of(ts, item.t);
      print_number(out, item.kind == ITEM_NEGATED ? u128_mask(-v, w) : v, w);
    } else if (!(var = term_as_var(ts, item.t))) {
      print_operation(ts, item.t, &items, out);
    } else if (name) {
      name(self, var, out);
    } else {
      sb_printf(out, "v%u", var->id);
    }
  }
  vec_free(&items);
}
