#include <expat.h>
#include <string.h>

/// Length of a text that expat hands to a handler, in bytes without the closing NUL.
static inline size_t rettid_expat_length(const XML_Char *text) {
    return strlen(text);
}
