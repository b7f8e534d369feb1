#include "litmus/run/suggest.h"

#include <string.h>

enum { LONGEST = 40 };

static u32 min3(u32 a, u32 b, u32 c) {
  u32 m = a < b ? a : b;
  return m < c ? m : c;
}

/* Damerau-Levenshtein distance: insertions, deletions, changes and swaps of neighbours. */
static u32 edit_distance(const char *a, u32 na, const char *b, u32 nb) {
  u32 rows[3][LONGEST + 1];
  u32 *older = rows[0], *above = rows[1], *row = rows[2];
  for (u32 j = 0; j <= nb; j++) above[j] = older[j] = j;
  for (u32 i = 1; i <= na; i++) {
    row[0] = i;
    for (u32 j = 1; j <= nb; j++) {
      u32 change = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = min3(above[j] + 1, row[j - 1] + 1, change);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
          older[j - 2] + 1 < row[j])
        row[j] = older[j - 2] + 1;
    }
    u32 *spare = older;
    older = above, above = row, row = spare;
  }
  return above[nb];
}

const char *closest_name(const char *written, const char *const *names, u32 n) {
  size_t len = strlen(written);
  if (len == 0 || len > LONGEST) return NULL;
  const char *best = NULL;
  u32 best_distance = (u32)(len < 3 ? 1 : len < 6 ? 2 : 3);
  for (u32 i = 0; i < n; i++) {
    size_t size = strlen(names[i]);
    if (size > LONGEST) continue;
    if (len >= 3 && !best && !strncmp(names[i], written, len)) best = names[i]; /* cut short */
    u32 d = edit_distance(written, (u32)len, names[i], (u32)size);
    if (d >= size || d > best_distance || (best && d == best_distance)) continue;
    best = names[i];
    best_distance = d;
  }
  return best;
}
