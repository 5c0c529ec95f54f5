/* The entry point, by the name that SQLite derives from the file name helhedsplan.so. */
#include "sqlite/extension.h"

SQLITE_EXTENSION_INIT1

__attribute__((visibility("default"))) int sqlite3_helhedsplan_init(sqlite3 *db, char **error,
                                                                    const sqlite3_api_routines *api);

int sqlite3_helhedsplan_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
  SQLITE_EXTENSION_INIT2(api)
  if (hhp_abi_version() != HHP_ABI_VERSION) {
    *error = sqlite3_mprintf("libhelhedsplan %s does not fit this extension", hhp_version_string());
    return SQLITE_ERROR;
  }
  int code = sqlite_add_scalars(db);
  return code == SQLITE_OK ? sqlite_add_relations(db) : code;
}
