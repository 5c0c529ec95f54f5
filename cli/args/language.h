/* The language of messages and help. */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include <stdint.h>

/* The language by --lang, else by the environment: HHP_LANG_DA or HHP_LANG_EN. Called before the command line is
 * parsed, since usage errors are printed in it. */
int32_t find_language(int count, char **words);

#endif
