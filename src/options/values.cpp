#include "options/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace martech_audit::options {
namespace {

template <class Number>
Number number_in(const std::string& text) {
  double value = 0;  // of a whole number, too, which may be written 1e2
  std::from_chars(text.data(), text.data() + text.size(), value);
  return static_cast<Number>(value);
}

void store(const std::string& text, bool& to) { to = is_on(text); }
void store(const std::string& text, std::string& to) { to = text; }
void store(const std::string& text, std::vector<std::string>& to) { to.push_back(text); }
void store(const std::string& text, std::size_t& to) { to = number_in<std::size_t>(text); }
void store(const std::string& text, std::optional<int>& to) { to = number_in<int>(text); }
void store(const std::string& text, std::optional<double>& to) { to = number_in<double>(text); }

}  // namespace

Value::Value(const Option& option, Target target) : option_(&option), target_(target) {
  const auto* const text = std::get_if<std::string*>(&target);
  if (option.shows_default && text != nullptr) standard_ = **text;
}

void Value::give(const std::vector<std::string>& texts, Origin origin, const Location& where) {
  if (!is_list()) texts_.clear();
  texts_.insert(texts_.end(), texts.begin(), texts.end());
  for (const std::string& text : texts) std::visit([&](auto* to) { store(text, *to); }, target_);
  origin_ = origin;
  where_ = where;
}

Value* Values::find(std::string_view name) {
  const auto named = [&](const Value& value) {
    return value.option().is_named() && value.option().name == name;
  };
  const auto found = std::ranges::find_if(values_, named);
  return found == values_.end() ? nullptr : &*found;
}

const Value* Values::find(std::string_view name) const { return const_cast<Values*>(this)->find(name); }

std::string variable_of(std::string_view option) {
  std::string name = "MARTECH_AUDIT_";
  for (const char c : option)
    name += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

std::string take_environment(Values& values) {
  for (Value& value : values) {
    const Option& option = value.option();
    if (value.is_given() || !option.is_named() || !option.is_configurable) continue;
    const std::string variable = variable_of(option.name);
    const char* const text = std::getenv(variable.c_str());
    if (text == nullptr || *text == '\0') continue;
    const std::string fault = fault_of(option, text);
    if (!fault.empty()) return fmt::format("{}: --{}: {}", variable, option.name, fault);
    value.give({text}, Origin::environment);
  }
  return {};
}

}  // namespace martech_audit::options
