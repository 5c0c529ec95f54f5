/* Reads CSV. */
#include "support/csv.h"

static int S_take(csv_reader *reader) {
  reader->length--;
  return *reader->at++;
}

/* The quote that opened the cell has been taken. */
static void S_take_quoted(csv_reader *reader, text *cell) {
  while (reader->length > 0) {
    int c = S_take(reader);
    if (c == '"' && (reader->length == 0 || *reader->at != '"'))
      return;
    if (c == '"')
      S_take(reader);
    text_putc(cell, c);
  }
}

int csv_next(csv_reader *reader, text *cell) {
  text_clear(cell);
  if (reader->length == 0)
    return 0;
  if (*reader->at == '"') {
    S_take(reader);
    S_take_quoted(reader, cell);
  }
  while (reader->length > 0 && *reader->at != reader->separator && *reader->at != '\n')
    text_putc(cell, S_take(reader));
  if (reader->length > 0)
    S_take(reader);
  return 1;
}
