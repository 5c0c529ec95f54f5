/* Random documents: JSON of every form, plans in every notation, and both with damage. */
#ifndef HHP_TESTS_DOCUMENTS_H
#define HHP_TESTS_DOCUMENTS_H

#include <jansson.h>

#include "support/random.h"
#include "support/text.h"

/* A well-formed value of any content: numbers of every form, escapes, any code point, white space between tokens. */
void put_value(text *out, random_source *random, int levels);

/* A number of any form, well-formed or not, in range or not. */
void put_number_of_any_shape(text *out, random_source *random);

/* A string of any parts, well-formed or not. */
void put_string_of_any_pieces(text *out, random_source *random);

/* The plan in another notation, with the same meaning apart from additions: members in any order, white space and
 * escapes anywhere, empty lists and objects, and x- members. */
void put_plan(text *out, const json_t *plan, random_source *random);

/* Damages the document in one place: a byte or a token changed, removed, duplicated, moved or inserted. */
void damage(text *document, random_source *random);

#endif
