/* Statuses as sentences that name the field and what it takes. */
#include <helhedsplan/object.h>

#include "base/kroner.h"
#include "model/model.h"

#define CHARACTERS_DA "1-64 tegn: små bogstaver a-z, cifre og bindestreg, og begynder ikke med bindestreg."
#define CHARACTERS_EN "1-64 characters: lower-case a-z, digits and hyphens, not beginning with a hyphen."

/* What follows the name of the field. */
static const hhp__phrase S_of_id = {": et id har " CHARACTERS_DA, ": an id has " CHARACTERS_EN};
static const hhp__phrase S_of_code = {": en kode har " CHARACTERS_DA, ": a code has " CHARACTERS_EN};
static const hhp__phrase S_of_cvr = {" skal være et CVR-nummer: otte cifre uden mellemrum og uden »DK«.",
                                     " has to be a CVR number: eight digits without blanks and without “DK”."};
static const hhp__phrase S_of_municipality = {
    " skal være en kommunekode: tre cifre, fx 461, eller fire med 0 forrest.",
    " has to be a municipality code: three digits, such as 461, or four with a leading 0."};
static const hhp__phrase S_of_decimal = {
    " skal være et decimaltal med højst fire decimaler, fx 63.5 med punktum og uden tusindtalsskilletegn.",
    " has to be a decimal with at most four decimals, such as 63.5 with a point and without separators."};
static const hhp__phrase S_of_date = {" skal være en dato, der findes: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.",
                                      " has to be a date that exists: YYYY, YYYY-MM or YYYY-MM-DD."};
static const hhp__phrase S_of_truth = {" skal være sand eller falsk: 1 eller 0.", " has to be true or false: 1 or 0."};
static const hhp__phrase S_of_list = {" har intet element på den plads.", " has no element at that index."};

static void S_put_limit(hhp__buffer *out, const hhp_field *field, int64_t limit, int32_t lang) {
  char amount[HHP__AMOUNT_SIZE];
  if (field->type == HHP__KRONER)
    hhp__puts(out, hhp__write_kroner(limit, lang, amount));
  else
    hhp__put_number(out, limit); /* without separators, since it may be a year */
}

static void S_put_range(hhp__buffer *out, const hhp_field *field, int32_t lang) {
  hhp__put_phrase(out, (hhp__phrase){" skal ligge mellem ", " has to be between "}, lang);
  S_put_limit(out, field, field->low, lang);
  hhp__put_phrase(out, (hhp__phrase){" og ", " and "}, lang);
  S_put_limit(out, field, field->high, lang);
  if (!out->failed && out->text[out->length - 1] != '.') /* of "kr." */
    hhp__putc(out, '.');
}

static void S_put_words(hhp__buffer *out, const hhp_enum *words, int32_t lang) {
  hhp__put_phrase(out, (hhp__phrase){" skal være en af: ", " has to be one of: "}, lang);
  for (size_t i = 0; i < words->count; i++) {
    hhp__puts(out, i == 0 ? "" : ", ");
    hhp__puts(out, words->values[i].json);
  }
  hhp__putc(out, '.');
}

static void S_put_format(hhp__buffer *out, const hhp_field *field, int32_t lang) {
  hhp__put_phrase(out, (hhp__phrase){" skal være »", " has to be “"}, lang);
  hhp__puts(out, hhp__entities[field->entity].format);
  hhp__put_phrase(out, (hhp__phrase){"«.", "”."}, lang);
}

/* The phrase for a text that does not have the form of the field; NULL if any text has it. */
static const hhp__phrase *S_form_of(const hhp_field *field) {
  static const hhp__phrase *const forms[HHP__FORM_COUNT] = {[HHP__FORM_ID] = &S_of_id,
                                                            [HHP__FORM_CVR] = &S_of_cvr,
                                                            [HHP__FORM_MUNICIPALITY] = &S_of_municipality,
                                                            [HHP__FORM_DECIMAL] = &S_of_decimal};
  return field->type == HHP__CODE ? &S_of_code : forms[field->form];
}

/* The phrase for a status that needs no values; NULL if there is none for the field. */
static const hhp__phrase *S_phrase_of(const hhp_field *field, hhp_status status) {
  switch (status) {
  case HHP_ERR_ID: /* of the field, or of an object that a list was to get */
    return &S_of_id;
  case HHP_ERR_FORMAT:
    return S_form_of(field);
  case HHP_ERR_DATE:
    return field->shape == HHP__SHAPE_DATE ? &S_of_date : NULL;
  case HHP_ERR_RANGE:
    return field->type == HHP__BOOL ? &S_of_truth : NULL;
  case HHP_ERR_NOT_FOUND:
    return hhp__is_list(field) ? &S_of_list : NULL;
  default:
    return NULL;
  }
}

static void S_put_reason(hhp__buffer *out, const hhp_field *field, hhp_status status, int32_t lang) {
  const hhp__phrase *phrase = S_phrase_of(field, status);
  if (phrase != NULL) {
    hhp__put_phrase(out, *phrase, lang);
  } else if (status == HHP_ERR_RANGE && (field->type == HHP__INT || field->type == HHP__KRONER)) {
    S_put_range(out, field, lang);
  } else if (status == HHP_ERR_ENUM && field->type == HHP__ENUM) {
    S_put_words(out, &hhp__enums[field->target], lang);
  } else if (status == HHP_ERR_FORMAT && field->type == HHP__FORMAT) {
    S_put_format(out, field, lang);
  } else {
    hhp__puts(out, ": ");
    hhp__puts(out, hhp_status_message(status, lang));
  }
}

hhp_status hhp_field_status_message(const hhp_field *field, hhp_status status, int32_t lang, char **text) {
  if (text == NULL)
    return HHP_ERR_ARGUMENT;
  hhp__buffer out = {0};
  if (field == NULL) {
    hhp__puts(&out, hhp_status_message(status, lang));
  } else {
    hhp__put_phrase(&out, (hhp__phrase){"»", "“"}, lang);
    hhp__puts(&out, field->json);
    hhp__put_phrase(&out, (hhp__phrase){"«", "”"}, lang);
    S_put_reason(&out, field, status, lang);
  }
  *text = hhp__buffer_take(&out, NULL);
  return *text == NULL ? HHP_ERR_NOMEM : HHP_OK;
}
