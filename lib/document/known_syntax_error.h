/* Faults in the syntax by the name that people know them by: a comment, a trailing comma, a Word document. */
#ifndef HHP_DOCUMENT_KNOWN_SYNTAX_ERROR_H
#define HHP_DOCUMENT_KNOWN_SYNTAX_ERROR_H

#include "document/decoder.h"

/* The finding for the reader's fault where it has such a name, with its place; NULL where it has none. */
hhp_finding *hhp__named_fault(hhp__decoder *d);

#endif
