/* Indented JSON, written without a tree. */
#include "render/json_out.h"

#include "render/shown_json.h"
#include "json/write.h"

static void S_begin(hhp__json_out *json, const char *name) {
  if (json->level > 0 && name == NULL)
    hhp__put_break(json->out, json->is_empty, json->level);
  else if (name != NULL)
    hhp__put_plain_name(json->out, json->is_empty, name, json->level);
  json->is_empty = 0;
}

void hhp__json_open(hhp__json_out *json, const char *name, char bracket) {
  S_begin(json, name);
  hhp__putc(json->out, bracket);
  json->level++;
  json->is_empty = 1;
}

void hhp__json_close(hhp__json_out *json, char bracket) {
  json->level--;
  if (!json->is_empty)
    hhp__put_break(json->out, 1, json->level);
  hhp__putc(json->out, bracket);
  json->is_empty = 0;
}

void hhp__json_text(hhp__json_out *json, const char *name, const char *text) {
  S_begin(json, name);
  hhp__put_shown_string(json->out, text);
}

void hhp__json_number(hhp__json_out *json, const char *name, int64_t number) {
  S_begin(json, name);
  hhp__put_number(json->out, number);
}

void hhp__json_boolean(hhp__json_out *json, const char *name, int value) {
  S_begin(json, name);
  hhp__puts(json->out, value ? "true" : "false");
}

void hhp__json_text_if_any(hhp__json_out *json, const char *name, const char *text) {
  if (text != NULL && text[0] != '\0')
    hhp__json_text(json, name, text);
}

void hhp__json_take_text(hhp__json_out *json, const char *name, hhp__buffer *text) {
  if (text->failed)
    json->out->failed = 1;
  hhp__json_text(json, name, text->text == NULL ? "" : text->text);
  hhp__buffer_free(text);
}
