/* The status of each error of a file, and its explanation in both languages. */
#include "base/file.h"

#include "base/phrase.h"

typedef struct S_reason {
  hhp_status status;
  hhp__phrase phrase;
  hhp__phrase writing; /* if another phrase is used for writing; else {0} */
} S_reason;

static const S_reason S_reasons[HHP__FILE_ERRORS] = {
    [HHP__FILE_FINE] = {HHP_OK, {"", ""}, {0}},
    [HHP__FILE_NO_MEMORY] = {HHP_ERR_NOMEM, {"der er ikke mere hukommelse", "out of memory"}, {0}},
    [HHP__FILE_NOT_FOUND] = {HHP_ERR_NO_FILE,
                             {"filen findes ikke", "no such file"},
                             {"mappen findes ikke", "no such folder"}},
    [HHP__FILE_NOT_A_FOLDER] = {HHP_ERR_NO_FILE,
                                {"en del af stien er ikke en mappe", "a component of the path is not a folder"},
                                {0}},
    [HHP__FILE_IS_FOLDER] = {HHP_ERR_IS_FOLDER, {"er en mappe", "is a folder"}, {0}},
    [HHP__FILE_DENIED] = {HHP_ERR_PERMISSION,
                          {"ingen læseadgang", "read permission denied"},
                          {"ingen skriveadgang", "write permission denied"}},
    [HHP__FILE_FOLDER_DENIED] = {HHP_ERR_PERMISSION,
                                 {"ingen adgang til mappen", "no permission to use its folder"},
                                 {"ingen skriveadgang til mappen", "no permission to write to its folder"}},
    [HHP__FILE_READ_ONLY] = {HHP_ERR_PERMISSION,
                             {"filsystemet er skrivebeskyttet", "the file system is read-only"},
                             {0}},
    [HHP__FILE_EXISTS] = {HHP_ERR_IO, {"filen findes allerede", "the file already exists"}, {0}},
    [HHP__FILE_LONG_PATH] = {HHP_ERR_NO_FILE, {"stien er for lang", "the path is too long"}, {0}},
    [HHP__FILE_BAD_PATH] = {HHP_ERR_NO_FILE,
                            {"filsystemet kan ikke have en fil med det navn",
                             "the file system does not allow that name"},
                            {0}},
    [HHP__FILE_LINK_LOOP] = {HHP_ERR_IO,
                             {"symbolske links henviser til hinanden i ring", "too many levels of symbolic links"},
                             {0}},
    [HHP__FILE_CLOSED] = {HHP_ERR_IO,
                          {"er lukket eller ikke åbnet til læsning", "is closed, or not open for reading"},
                          {"er lukket eller ikke åbnet til skrivning", "is closed, or not open for writing"}},
    [HHP__FILE_PIPE_CLOSED] = {HHP_ERR_IO,
                               {"modtageren har lukket forbindelsen", "the reader has closed the pipe"},
                               {0}},
    [HHP__FILE_DISK_FULL] = {HHP_ERR_IO, {"disken er fuld", "the disk is full"}, {0}},
    [HHP__FILE_QUOTA] = {HHP_ERR_IO, {"diskkvoten er opbrugt", "the disk quota is exceeded"}, {0}},
    [HHP__FILE_TOO_LARGE] = {HHP_ERR_IO,
                             {"filen er for stor til systemet", "the file is too large for the system"},
                             {"filen bliver for stor", "the file would be too large"}},
    [HHP__FILE_OVER_LIMIT] = {HHP_ERR_TOO_LARGE,
                              {"filen er større end grænsen", "the file is larger than the limit"},
                              {0}},
    [HHP__FILE_TOO_MANY] = {HHP_ERR_IO, {"for mange filer er åbne", "too many files are open"}, {0}},
    [HHP__FILE_BUSY] = {HHP_ERR_IO, {"er i brug", "is in use"}, {0}},
    [HHP__FILE_NO_DEVICE] = {HHP_ERR_IO, {"enheden findes ikke", "no such device"}, {0}},
    [HHP__FILE_BROKEN] = {HHP_ERR_IO,
                          {"fejl på disken eller forbindelsen til den",
                           "the disk, or the connection to it, is failing"},
                          {0}},
    [HHP__FILE_OTHER] = {HHP_ERR_IO, {"systemet afviser det", "the system refuses it"}, {0}},
};

hhp_status hhp__file_status(hhp__file_error error) {
  return S_reasons[error].status;
}

const char *hhp__file_read_reason(hhp__file_error error, int32_t lang) {
  return hhp__in_lang(S_reasons[error].phrase, lang);
}

const char *hhp__file_write_reason(hhp__file_error error, int32_t lang) {
  const S_reason *reason = &S_reasons[error];
  return hhp__in_lang(reason->writing.da != NULL ? reason->writing : reason->phrase, lang);
}
