// libhelhedsplan for C++17: a single header with RAII owners, exceptions for statuses, and objects based on introspection.
// It has no code per field, so the fields of a newer library are available without changes.
// The functions of fields are looked up by name, so link the shared library.
#pragma once

#include <dlfcn.h>
#include <helhedsplan/helhedsplan.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace helhedsplan {

struct error : std::runtime_error {
  explicit error(hhp_status code) : std::runtime_error(hhp_status_message(code, HHP_LANG_EN)), status(code) {}
  hhp_status status;
};

inline void must(hhp_status status) { if (status != HHP_OK) throw error(status); }

// A value of a field: absent; a number, kroner, yyyymmdd, 1 or 0; a text or a word.
using value = std::variant<std::monostate, int64_t, std::string>;
struct node;
struct field {
  field(std::shared_ptr<hhp_plan> plan, void *object, const hhp_entity *entity, const char *name)
      : plan_(std::move(plan)), object_(object), field_(hhp_entity_find_field(entity, name)) {
    if (field_ == nullptr) throw std::out_of_range(std::string(hhp_entity_name(entity)) + " has no " + name);
  }

  value get() const {
    switch (type(HHP_FIELD_TEXT, HHP_FIELD_KRONER)) {
    case HHP_FIELD_KRONER: return number(call<int64_t>(HHP_FUNCTION_GET), HHP_ABSENT);
    case HHP_FIELD_DATE: return number(call<int32_t>(HHP_FUNCTION_GET), 0);
    case HHP_FIELD_NUMBER: case HHP_FIELD_TRUTH: return number(call<int32_t>(HHP_FUNCTION_GET), HHP_ABSENT);
    case HHP_FIELD_WORD: return text(hhp_enum_word(hhp_field_enum(field_), call<int32_t>(HHP_FUNCTION_GET)));
    default: return text(call<const char *>(HHP_FUNCTION_GET));
    }
  }
  operator std::string() const { return std::get<std::string>(get()); }
  operator int64_t() const { return std::get<int64_t>(get()); }
  field(const field &) = default;
  field &operator=(const field &) = delete; // ambiguous: convert first, as std::string(...) or int64_t(...)
  field &operator=(std::nullptr_t) = delete;
  template <class T> std::enable_if_t<std::is_floating_point_v<T>, field &> operator=(T) = delete; // would lose decimals
  field &operator=(int64_t number) {
    bool is_wide = type(HHP_FIELD_WORD, HHP_FIELD_KRONER) == HHP_FIELD_KRONER;
    must(is_wide || int32_t(number) == number ? HHP_OK : HHP_ERR_RANGE);
    must(is_wide ? call<hhp_status>(HHP_FUNCTION_SET, number) : call<hhp_status>(HHP_FUNCTION_SET, int32_t(number)));
    return *this;
  }
  field &operator=(const std::string &word) { // for a list, appends
    if (type(HHP_FIELD_TEXT, HHP_FIELD_WORD) == HHP_FIELD_WORD) {
      int32_t number = hhp_enum_number(hhp_field_enum(field_), whole(word));
      must(number == HHP_ABSENT ? HHP_ERR_ENUM : HHP_OK); // which would clear the field
      return *this = int64_t{number};
    }
    must(call<hhp_status>(hhp_field_is_list(field_) ? HHP_FUNCTION_ADD : HHP_FUNCTION_SET, whole(word)));
    return *this;
  }

  size_t size() const { return call<size_t>(HHP_FUNCTION_COUNT); }
  std::vector<std::string> texts() const {
    type(HHP_FIELD_TEXT, HHP_FIELD_FORMAT);
    std::vector<std::string> found;
    for (size_t i = 0; i < size(); i++)
      found.emplace_back(call<const char *>(HHP_FUNCTION_AT, i));
    return found;
  }
  node object() const;                  // of a single object
  std::vector<node> objects() const;    // of a list
  node add(const std::string &id) const; // to a list of objects with ids

private:
  // Rejects invalid values, and field types that are newer than this binding.
  int32_t type(int32_t first, int32_t last = HHP_FIELD_OBJECT) const {
    int32_t found = hhp_field_type(field_);
    must(found < first || found > last ? HHP_ERR_ARGUMENT : HHP_OK);
    return found;
  }
  const hhp_entity *target() const { return type(HHP_FIELD_OBJECT), hhp_field_target(field_); }
  // Rejects texts with a NUL inside, which C would truncate.
  static const char *whole(const std::string &s) { return must(s.find('\0') < s.npos ? HHP_ERR_FORMAT : HHP_OK), s.c_str(); }
  template <class R, class... A> R call(int32_t function, A... arguments) const {
    const char *name = hhp_field_function(field_, function);
    void *found = name == nullptr ? nullptr : dlsym(RTLD_DEFAULT, name);
    if (found == nullptr) throw std::logic_error(std::string(hhp_field_name(field_)) + " has no such function");
    return reinterpret_cast<R (*)(void *, A...)>(found)(object_, arguments...);
  }
  static value number(int64_t found, int64_t absent) { return found == absent ? value() : value(found); }
  static value text(const char *found) { return found == nullptr ? value() : value(std::string(found)); }

  std::shared_ptr<hhp_plan> plan_;
  void *object_;
  const hhp_field *field_;
};

// Any object of a plan. It keeps the plan alive.
struct node {
  std::shared_ptr<hhp_plan> plan_;
  void *object_;
  const hhp_entity *entity_;
  field operator[](const char *name) const { return field(plan_, object_, entity_, name); }
};
inline node field::object() const { return {plan_, call<void *>(HHP_FUNCTION_GET), target()}; }
inline std::vector<node> field::objects() const {
  std::vector<node> found;
  for (size_t i = 0; i < size(); i++)
    found.push_back({plan_, call<void *>(HHP_FUNCTION_AT, i), target()});
  return found;
}
inline node field::add(const std::string &id) const {
  void *made = nullptr;
  must(hhp_entity_has_id(target()) ? HHP_OK : HHP_ERR_ARGUMENT);
  must(call<hhp_status>(HHP_FUNCTION_ADD, whole(id), &made));
  return {plan_, made, target()};
}

struct report : std::unique_ptr<hhp_report, decltype(&hhp_report_free)> {
  report() : unique_ptr(nullptr, hhp_report_free) {
    hhp_report *made = nullptr;
    must(hhp_report_new(&made));
    reset(made);
  }
  std::string render(int32_t format) const {
    char *text = nullptr;
    size_t length = 0;
    must(hhp_report_render(get(), format, nullptr, &text, &length));
    std::unique_ptr<char, decltype(&hhp_free)> owner(text, hhp_free);
    return {text, length};
  }
};

struct plan : node {
  static plan load(const std::string &path) {
    hhp_plan *made = nullptr;
    must(hhp_plan_load(&made, path.c_str(), nullptr));
    return {{std::shared_ptr<hhp_plan>(made, hhp_plan_free), made, hhp_entity_at(0)}};
  }
  void validate(report &into) const { must(hhp_plan_validate(plan_.get(), nullptr, into.get())); }
  hhp_cofinancing_result cofinancing() const {
    hhp_cofinancing_result result;
    must(hhp_plan_cofinancing(plan_.get(), nullptr, &result, sizeof result));
    return result;
  }
};

} // namespace helhedsplan
