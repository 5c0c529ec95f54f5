/* Fingerprints of findings, made of rule, path and pointer, without line, message or amount, so that an edit elsewhere
 * in the file does not create new findings. They are stable: their input changes only together with the version. */
#include "report/fingerprint.h"

#include <string.h>

#include "base/digits.h"
#include "base/index.h"
#include "base/sha256.h"

static const char S_version[] = "1";

/* The number of findings of a rule at one pointer. There are no more of these per pointer than there are rules. */
typedef struct S_tally {
  int rule;
  uint32_t count;
  struct S_tally *next;
} S_tally;

static S_tally *S_tally_of(hhp__index *pointers, hhp__arena *arena, const hhp_finding *finding) {
  const char *pointer = finding->place.pointer;
  hhp__slot *slot = hhp__index_add(pointers, pointer, strlen(pointer));
  if (slot == NULL)
    return NULL;
  int rule = hhp__message_rule((hhp__message)finding->message);
  S_tally *tally = slot->value;
  while (tally != NULL && tally->rule != rule)
    tally = tally->next;
  if (tally != NULL)
    return tally;
  tally = hhp__arena_new(arena, sizeof(*tally));
  if (tally == NULL)
    return NULL;
  *tally = (S_tally){rule, 0, slot->value};
  slot->value = tally;
  return tally;
}

hhp_status hhp__number_repeats(hhp_report *report) {
  hhp__index pointers = {0};
  hhp__arena arena = {0};
  hhp_status status = HHP_OK;
  for (uint32_t i = 0; i < report->findings.count && status == HHP_OK; i++) {
    hhp_finding *finding = report->findings.items[i];
    S_tally *tally = S_tally_of(&pointers, &arena, finding);
    if (tally == NULL)
      status = HHP_ERR_NOMEM;
    else
      finding->nth = tally->count++;
  }
  hhp__index_free(&pointers);
  hhp__arena_free(&arena);
  return status;
}

/* Including its NUL, which no part contains: findings with different parts never hash the same bytes. */
static void S_hash_part(hhp__sha256 *sha, const char *part) {
  hhp__sha256_add(sha, part, strlen(part) + 1);
}

void hhp__fingerprint(const hhp_report *report, size_t index, const char *path, char out[65]) {
  const hhp_finding *finding = hhp_report_at(report, index);
  char digits[HHP__DIGITS_SIZE];
  hhp__sha256 sha;
  hhp__sha256_begin(&sha);
  S_hash_part(&sha, S_version);
  S_hash_part(&sha, hhp_finding_rule(finding));
  S_hash_part(&sha, path);
  S_hash_part(&sha, hhp_finding_pointer(finding));
  const char *nth = hhp__digits(finding->nth, digits);
  hhp__sha256_add(&sha, nth, strlen(nth));
  hhp__sha256_end(&sha, out);
}
