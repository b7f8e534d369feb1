#include "litmus/explain/explain.h"
void explain_page(const Explained *e, StrBuf *out) { (void)e, (void)out; }
