// libhelhedsplan for C++17: a single header with RAII owners, exceptions for statuses, and objects based on introspection
// and the generic core. It has no code per field, so newer fields need no change, and links either library.
#pragma once

#include <helhedsplan/helhedsplan.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace helhedsplan {
struct error : std::runtime_error {
  error(hhp_status code, const std::string &what) : std::runtime_error(what), status(code) {}
  hhp_status status;
};

// An owned text.
inline std::string taken(char *text) { return std::unique_ptr<char, decltype(&hhp_free)>(text, hhp_free).get(); }

// Throws the sentence that names the field, if there is one, and what it takes.
inline void must(hhp_status status, const hhp_field *field = nullptr) {
  char *text = nullptr;
  if (status == HHP_OK) return;
  if (hhp_field_status_message(field, status, HHP_LANG_EN, &text) != HHP_OK) throw std::bad_alloc();
  throw error(status, taken(text));
}

// A value of a field: absent; a number, kroner, yyyymmdd, 1 or 0; a text or a word.
using value = std::variant<std::monostate, int64_t, std::string>;
struct node;
struct field {
  field(std::shared_ptr<hhp_plan> plan, hhp_object *object, const char *name)
      : plan_(std::move(plan)), object_(object), field_(hhp_entity_find_field(hhp_object_entity(object), name)) {
    if (field_ == nullptr) throw std::out_of_range(std::string("no field ") + name);
  }
  value get() const {
    switch (type(HHP_FIELD_TEXT, HHP_FIELD_KRONER, false)) {
    case HHP_FIELD_KRONER: return number(hhp_get_kroner(object_, field_), HHP_ABSENT);
    case HHP_FIELD_DATE: return number(hhp_get_number(object_, field_), 0);
    case HHP_FIELD_NUMBER: case HHP_FIELD_TRUTH: return number(hhp_get_number(object_, field_), HHP_ABSENT);
    case HHP_FIELD_WORD: return text(hhp_enum_word(hhp_field_enum(field_), hhp_get_number(object_, field_)));
    default: return text(hhp_get_text(object_, field_));
    }
  }
  operator std::string() const { return std::get<std::string>(get()); }
  operator int64_t() const { return std::get<int64_t>(get()); }
  field(const field &) = default;
  field &operator=(const field &) = delete; // ambiguous: convert first, as std::string(...) or int64_t(...)
  field &operator=(std::nullptr_t) = delete;
  template <class T> std::enable_if_t<std::is_floating_point_v<T>, field &> operator=(T) = delete; // would lose decimals
  field &operator=(int64_t number) {
    bool is_wide = type(HHP_FIELD_WORD, HHP_FIELD_KRONER, false) == HHP_FIELD_KRONER;
    must(is_wide || int32_t(number) == number ? HHP_OK : HHP_ERR_RANGE, field_);
    must(is_wide ? hhp_set_kroner(object_, field_, number) : hhp_set_number(object_, field_, int32_t(number)), field_);
    return *this;
  }
  field &operator=(const std::string &word) { // for a list, appends
    if (hhp_field_type(field_) == HHP_FIELD_WORD) {
      int32_t number = hhp_enum_number(hhp_field_enum(field_), whole(word));
      must(number == HHP_ABSENT ? HHP_ERR_ENUM : HHP_OK, field_); // which would clear the field
      return *this = int64_t{number};
    }
    must(hhp_field_is_list(field_) ? hhp_insert_text(object_, field_, size(), whole(word))
                                   : hhp_set_text(object_, field_, whole(word)), field_);
    return *this;
  }
  size_t size() const { return type(HHP_FIELD_TEXT, HHP_FIELD_OBJECT, true), hhp_get_count(object_, field_); }
  std::vector<std::string> texts() const {
    type(HHP_FIELD_TEXT, HHP_FIELD_FORMAT, true);
    std::vector<std::string> found;
    for (size_t i = 0; i < size(); i++)
      found.emplace_back(hhp_get_text_at(object_, field_, i));
    return found;
  }
  node object() const;                   // of a single object
  std::vector<node> objects() const;     // of a list
  node add(const std::string &id) const; // to a list of objects with ids
  void move(size_t from, size_t to) const { must(hhp_move(object_, field_, from, to), field_); } // in a list
  void remove(size_t index) const { must(hhp_remove(object_, field_, index), field_); }          // from a list

private:
  // Rejects what the core would treat as absent: field types that are newer than this binding, and lists in place of values.
  int32_t type(int32_t first, int32_t last, bool is_list) const {
    int32_t found = hhp_field_type(field_);
    must(found < first || found > last ? HHP_ERR_ARGUMENT : HHP_OK, field_);
    if (is_list != (hhp_field_is_list(field_) == 1))
      throw std::logic_error(hhp_field_name(field_) + std::string(is_list ? " is no list" : " is a list"));
    return found;
  }
  // Rejects texts with a NUL inside, which C would truncate.
  const char *whole(const std::string &s) const { return must(s.find('\0') < s.npos ? HHP_ERR_FORMAT : HHP_OK, field_), s.c_str(); }
  static value number(int64_t found, int64_t absent) { return found == absent ? value() : value(found); }
  static value text(const char *found) { return found == nullptr ? value() : value(std::string(found)); }

  std::shared_ptr<hhp_plan> plan_;
  hhp_object *object_;
  const hhp_field *field_;
};

// Any object of a plan. It keeps the plan alive.
struct node {
  std::shared_ptr<hhp_plan> plan_;
  hhp_object *object_;
  field operator[](const char *name) const { return field(plan_, object_, name); }
};
inline node field::object() const {
  return type(HHP_FIELD_OBJECT, HHP_FIELD_OBJECT, false), node{plan_, hhp_get_object(object_, field_)};
}
inline std::vector<node> field::objects() const {
  type(HHP_FIELD_OBJECT, HHP_FIELD_OBJECT, true);
  std::vector<node> found;
  for (size_t i = 0; i < size(); i++)
    found.push_back({plan_, hhp_get_object_at(object_, field_, i)});
  return found;
}
inline node field::add(const std::string &id) const {
  hhp_object *made = nullptr;
  must(hhp_insert_object(object_, field_, hhp_get_count(object_, field_), whole(id), &made), field_);
  return {plan_, made};
}

struct report : std::unique_ptr<hhp_report, decltype(&hhp_report_free)> {
  report() : unique_ptr(nullptr, hhp_report_free) {
    hhp_report *made = nullptr;
    must(hhp_report_new(&made));
    reset(made);
  }
  std::string render(int32_t format) const {
    char *text = nullptr;
    must(hhp_report_render(get(), format, nullptr, &text, nullptr));
    return taken(text);
  }
};

struct plan : node {
  static plan load(const std::string &path) {
    hhp_plan *made = nullptr;
    must(hhp_plan_load(&made, path.c_str(), nullptr));
    return {{std::shared_ptr<hhp_plan>(made, hhp_plan_free), reinterpret_cast<hhp_object *>(made)}};
  }
  void validate(report &into) const { must(hhp_plan_validate(plan_.get(), nullptr, into.get())); }
  hhp_cofinancing_result cofinancing() const {
    hhp_cofinancing_result result;
    must(hhp_plan_cofinancing(plan_.get(), nullptr, &result, sizeof result));
    return result;
  }
};
} // namespace helhedsplan
