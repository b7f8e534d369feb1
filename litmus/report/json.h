/* A JSON writer: commas, indentation and escaping are its business, so that a report is valid
 * whatever bytes a program printed. Bytes that are not UTF-8 become U+FFFD. */
#ifndef LITMUS_REPORT_JSON_H
#define LITMUS_REPORT_JSON_H

#include "engine/base/strbuf.h"

typedef struct Json {
  StrBuf *out;
  u32 depth;
  bool fresh; /* nothing written yet at this level */
} Json;

Json json_start(StrBuf *out);
/* key: NULL inside arrays and at the top. */
void json_object(Json *j, const char *key);
void json_end_object(Json *j);
void json_array(Json *j, const char *key);
void json_end_array(Json *j);
void json_text(Json *j, const char *key, const char *s, size_t n);
void json_str(Json *j, const char *key, const char *s); /* NULL: null */
void json_int(Json *j, const char *key, i64 v);
void json_uint(Json *j, const char *key, u64 v);
void json_bool(Json *j, const char *key, bool v);
void json_seconds(Json *j, const char *key, u64 us); /* microseconds as seconds */

/* `s` as the inside of a JSON string. */
void json_escape(StrBuf *out, const char *s, size_t n);
/* Length of the well-formed UTF-8 sequence at s (n bytes left), 0 if it is not one. */
u32 utf8_sequence(const char *s, size_t n);

#endif
