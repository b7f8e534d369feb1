/* The statements of a source file, as far as its tokens tell: what one step of a told execution
 * covers. Blocks split statements, but one on a single line that holds no more than one statement
 * belongs to what is around it. */
#ifndef LITMUS_EXPLAIN_SEGMENT_H
#define LITMUS_EXPLAIN_SEGMENT_H

#include "engine/base/source.h"

typedef struct Segment {
  u32 lo, hi; /* bytes of the file */
  u32 close;  /* of a header: where the brace is that closes its block; else 0 */
} Segment;

typedef struct Segments {
  u16 file;
  u32 n;
  Segment *at; /* by lo, disjoint */
} Segments;

/* Lives in the arena; a file that cannot be read as tokens has none. */
Segments segments_of(Arena *arena, const SourceMap *sources, u16 file);
/* The number of the segment with byte `lo` of file `file`; where there is none, that of the line,
 * beyond all segments. */
u32 segment_at(const Segments *s, const SourceMap *sources, Span span);

#endif
