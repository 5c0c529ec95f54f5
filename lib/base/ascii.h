/* Digits and letters of ASCII, whatever the locale. hhp__is_letter() (base/characters.h) knows those of Unicode. */
#ifndef HHP_BASE_ASCII_H
#define HHP_BASE_ASCII_H

static inline int hhp__is_digit(char c) {
  return c >= '0' && c <= '9';
}

static inline int hhp__is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline int hhp__is_alphanumeric(char c) {
  return hhp__is_digit(c) || hhp__is_ascii_letter(c);
}

#endif
