/* Names and sentences of the statuses, from one table; the version; and the library's own free. */
#include <helhedsplan/status.h>
#include <helhedsplan/version.h>

#include <stdlib.h>

static const struct {
  hhp_status status;
  const char *name;
  const char *da;
  const char *en;
} S_statuses[] = {
    {HHP_OK, "HHP_OK", "Udført.", "Done."},
    {HHP_ERR_NOMEM, "HHP_ERR_NOMEM", "Der er ikke mere hukommelse.", "Out of memory."},
    {HHP_ERR_ARGUMENT, "HHP_ERR_ARGUMENT", "Et argument mangler eller er ukendt.",
     "An argument is missing or not known."},
    {HHP_ERR_UTF8, "HHP_ERR_UTF8", "Teksten er ikke gyldig UTF-8.", "The text is not well-formed UTF-8."},
    {HHP_ERR_ID, "HHP_ERR_ID", "Id'et må kun bestå af a-z, 0-9 og bindestreg, højst 64 tegn.",
     "An id consists of a-z, 0-9 and hyphens, at most 64 of them."},
    {HHP_ERR_DUPLICATE_ID, "HHP_ERR_DUPLICATE_ID", "Id'et er allerede i brug i planen.",
     "The id is in use in the plan already."},
    {HHP_ERR_ENUM, "HHP_ERR_ENUM", "Værdien er ikke en af feltets værdier.",
     "The value is not one of those of the field."},
    {HHP_ERR_DATE, "HHP_ERR_DATE", "Datoen findes ikke.", "There is no such date."},
    {HHP_ERR_RANGE, "HHP_ERR_RANGE", "Tallet er uden for det tilladte område.", "The number is out of range."},
    {HHP_ERR_FORMAT, "HHP_ERR_FORMAT", "Teksten har ikke feltets form.",
     "The text does not have the form of the field."},
    {HHP_ERR_NOT_FOUND, "HHP_ERR_NOT_FOUND", "Det findes ikke i listen.", "It is not in the list."},
    {HHP_ERR_DOCUMENT, "HHP_ERR_DOCUMENT", "Dokumentet kan ikke læses; rapporten siger hvorfor.",
     "The document cannot be read; the report says why."},
    {HHP_ERR_OVERFLOW, "HHP_ERR_OVERFLOW", "Et beløb eller en størrelse er for stor.", "A sum or a size is too large."},
    {HHP_ERR_NO_FILE, "HHP_ERR_NO_FILE", "Filen findes ikke.", "There is no such file."},
    {HHP_ERR_IS_FOLDER, "HHP_ERR_IS_FOLDER", "Stien er en mappe, ikke en fil.", "The path is a folder, not a file."},
    {HHP_ERR_PERMISSION, "HHP_ERR_PERMISSION", "Der er ikke adgang til filen.", "Permission denied."},
    {HHP_ERR_TOO_LARGE, "HHP_ERR_TOO_LARGE", "Filen er større end grænsen.", "The file is larger than the limit."},
    {HHP_ERR_IO, "HHP_ERR_IO", "Filen kunne ikke læses eller skrives.", "The file could not be read or written."},
};

static const size_t S_count = sizeof(S_statuses) / sizeof(S_statuses[0]);

const char *hhp_status_name(hhp_status status) {
  for (size_t i = 0; i < S_count; i++) {
    if (S_statuses[i].status == status)
      return S_statuses[i].name;
  }
  return "HHP_ERR_UNKNOWN";
}

const char *hhp_status_message(hhp_status status, int32_t lang) {
  for (size_t i = 0; i < S_count; i++) {
    if (S_statuses[i].status == status)
      return lang == HHP_LANG_DA ? S_statuses[i].da : S_statuses[i].en;
  }
  return lang == HHP_LANG_DA ? "Ukendt status." : "Unknown status.";
}

void hhp_free(void *memory) {
  free(memory);
}

const char *hhp_version_string(void) {
  return HHP_VERSION_STRING;
}

int32_t hhp_abi_version(void) {
  return HHP_ABI_VERSION;
}
