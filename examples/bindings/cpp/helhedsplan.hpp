// libhelhedsplan for C++17: a header alone, with owners that free, exceptions from statuses, and objects that are made of
// what the library tells of itself. There is no line for any field: a field that a newer library has is there at once.
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

// A value of a field: not given; a number, kroner, yyyymmdd, 1 or 0; a text or a word.
using value = std::variant<std::monostate, int64_t, std::string>;
class node;

class field {
public:
  field(std::shared_ptr<hhp_plan> plan, void *object, const hhp_entity *entity, const char *name)
      : plan_(std::move(plan)), object_(object), field_(hhp_entity_find_field(entity, name)) {
    if (field_ == nullptr)
      throw std::out_of_range(std::string(hhp_entity_name(entity)) + " has no " + name);
  }

  value get() const {
    switch (hhp_field_type(field_)) {
    case HHP_FIELD_KRONER: return number(call<int64_t>(HHP_FUNCTION_GET), HHP_ABSENT);
    case HHP_FIELD_DATE: return number(call<int32_t>(HHP_FUNCTION_GET), 0);
    case HHP_FIELD_NUMBER: case HHP_FIELD_TRUTH: return number(call<int32_t>(HHP_FUNCTION_GET), HHP_ABSENT);
    case HHP_FIELD_WORD: return text(hhp_enum_word(hhp_field_enum(field_), call<int32_t>(HHP_FUNCTION_GET)));
    default: return text(call<const char *>(HHP_FUNCTION_GET));
    }
  }  operator std::string() const { return std::get<std::string>(get()); }
  operator int64_t() const { return std::get<int64_t>(get()); }
  field &operator=(int64_t number) {
    bool is_wide = hhp_field_type(field_) == HHP_FIELD_KRONER;
    auto narrow = static_cast<int32_t>(number);
    must(is_wide || narrow == number ? HHP_OK : HHP_ERR_RANGE);
    must(is_wide ? call<hhp_status>(HHP_FUNCTION_SET, number) : call<hhp_status>(HHP_FUNCTION_SET, narrow));
    return *this;
  }
  field &operator=(const std::string &word) { // of a list, one more
    if (hhp_field_type(field_) == HHP_FIELD_WORD) {
      int32_t number = hhp_enum_number(hhp_field_enum(field_), word.c_str());
      must(number == HHP_ABSENT ? HHP_ERR_ENUM : HHP_OK); // which would take the value away
      return *this = int64_t{number};
    }
    must(call<hhp_status>(hhp_field_is_list(field_) ? HHP_FUNCTION_ADD : HHP_FUNCTION_SET, word.c_str()));
    return *this;
  }

  size_t size() const { return call<size_t>(HHP_FUNCTION_COUNT); }
  std::vector<std::string> texts() const {
    std::vector<std::string> found;
    for (size_t i = 0; i < size(); i++)
      found.emplace_back(call<const char *>(HHP_FUNCTION_AT, i));
    return found;
  }
  node object() const;                  // the one that is there once
  std::vector<node> objects() const;    // those of a list
  node add(const std::string &id) const; // to a list of objects that have ids

private:
  template <class R, class... A> R call(int32_t function, A... arguments) const {
    const char *name = hhp_field_function(field_, function);
    void *found = name == nullptr ? nullptr : dlsym(RTLD_DEFAULT, name);
    if (found == nullptr)
      throw std::logic_error(std::string(hhp_field_name(field_)) + " has no such function");
    return reinterpret_cast<R (*)(void *, A...)>(found)(object_, arguments...);
  }
  static value number(int64_t found, int64_t absent) { return found == absent ? value() : value(found); }
  static value text(const char *found) { return found == nullptr ? value() : value(std::string(found)); }

  std::shared_ptr<hhp_plan> plan_;
  void *object_;
  const hhp_field *field_;
};

// Any object of a plan. It keeps the plan alive.
class node {
public:
  node(std::shared_ptr<hhp_plan> plan, void *object, const hhp_entity *entity)
      : plan_(std::move(plan)), object_(object), entity_(entity) {}
  field operator[](const char *name) const { return field(plan_, object_, entity_, name); }

protected:
  std::shared_ptr<hhp_plan> plan_;
  void *object_;
  const hhp_entity *entity_;
};
inline node field::object() const { return {plan_, call<void *>(HHP_FUNCTION_GET), hhp_field_target(field_)}; }
inline std::vector<node> field::objects() const {
  std::vector<node> found;
  for (size_t i = 0; i < size(); i++)
    found.emplace_back(plan_, call<void *>(HHP_FUNCTION_AT, i), hhp_field_target(field_));
  return found;
}
inline node field::add(const std::string &id) const {
  void *made = nullptr;
  must(hhp_entity_has_id(hhp_field_target(field_)) ? HHP_OK : HHP_ERR_ARGUMENT);
  must(call<hhp_status>(HHP_FUNCTION_ADD, id.c_str(), &made));
  return {plan_, made, hhp_field_target(field_)};
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

class plan : public node {
public:
  static plan load(const std::string &path) {
    hhp_plan *made = nullptr;
    must(hhp_plan_load(&made, path.c_str(), nullptr));
    return plan(made);
  }
  void validate(report &into) const { must(hhp_plan_validate(plan_.get(), nullptr, into.get())); }
  hhp_cofinancing_result cofinancing() const {
    hhp_cofinancing_result result;
    must(hhp_plan_cofinancing(plan_.get(), nullptr, &result, sizeof result));
    return result;
  }

private:
  explicit plan(hhp_plan *made) : node(std::shared_ptr<hhp_plan>(made, hhp_plan_free), made, hhp_entity_at(0)) {}
};

} // namespace helhedsplan
