/* Documents made at random: JSON of every shape, plans written in every way, and both with damage. */
#ifndef HHP_TESTS_DOCUMENTS_H
#define HHP_TESTS_DOCUMENTS_H

#include <jansson.h>

#include "support/random.h"
#include "support/text.h"

/* A well-formed value, whatever it holds: numbers of every shape, escapes, any code point, blanks in between. */
void put_value(text *out, random_source *random, int levels);

/* A number of any shape, well-formed or not, in range or not. */
void put_number_of_any_shape(text *out, random_source *random);

/* A string of any pieces, well-formed or not. */
void put_string_of_any_pieces(text *out, random_source *random);

/* The plan written in another way, with the same meaning apart from what is added: members in any order, blanks and
 * escapes anywhere, empty lists and objects, and x- members. */
void put_plan(text *out, const json_t *plan, random_source *random);

/* Damages the document in one place: a byte or a token changed, left out, doubled, moved or put in. */
void damage(text *document, random_source *random);

#endif
