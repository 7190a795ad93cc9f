#include "cel/signature.h"

#include <vector>

namespace martech_audit::cel {

namespace {

// Types up to the closing parenthesis; false where the text is not that.
bool read_parameters(std::string_view& text, std::vector<Type>& parameters, bool& variadic) {
  if (text.starts_with(')')) {
    text.remove_prefix(1);
    return true;
  }
  while (true) {
    const std::size_t dots = text.find("...");
    const std::size_t end = text.find_first_of(",)");
    std::string_view simple = text;
    variadic = dots < end;
    if (variadic) simple = text.substr(0, dots);
    const std::optional<Type> type = read_type(simple);
    if (!type) return false;
    parameters.push_back(*type);
    text = variadic ? text.substr(dots + 3) : simple;
    if (text.empty()) return false;
    const char separator = text.front();
    text.remove_prefix(1);
    if (separator == ')') return true;
    if (separator != ',') return false;
  }
}

}  // namespace

const Signature* read_signature(const Overload& overload, std::string_view name, Arena& arena) {
  std::string_view text = overload.signature;
  Signature signature{&overload, !text.starts_with(name), false, {}, Type()};
  std::vector<Type> parameters;
  if (signature.member) {
    const std::size_t dot = text.find("." + std::string(name) + "(");
    if (dot == std::string_view::npos) return nullptr;
    const std::optional<Type> receiver = parse_type(text.substr(0, dot));
    if (!receiver) return nullptr;
    parameters.push_back(*receiver);
    text.remove_prefix(dot + 1);
  }
  text.remove_prefix(name.size());
  if (!text.starts_with('(')) return nullptr;
  text.remove_prefix(1);
  if (!read_parameters(text, parameters, signature.variadic) || !text.starts_with(" -> ")) return nullptr;
  const std::optional<Type> result = parse_type(text.substr(4));
  if (!result) return nullptr;
  signature.result = *result;
  signature.parameters = arena.copy(std::span<const Type>(parameters));
  Signature* kept = &arena.make<Signature>(1)[0];
  *kept = signature;
  return kept;
}

bool admits(Type parameter, ValueKind kind) {
  switch (parameter.kind()) {
    case TypeKind::null:
      return kind == ValueKind::null;
    case TypeKind::boolean:
      return kind == ValueKind::boolean;
    case TypeKind::integer:
      return kind == ValueKind::integer;
    case TypeKind::unsigned_integer:
      return kind == ValueKind::unsigned_integer;
    case TypeKind::real:
      return kind == ValueKind::real;
    case TypeKind::string:
      return kind == ValueKind::string;
    case TypeKind::bytes:
      return kind == ValueKind::bytes;
    case TypeKind::timestamp:
      return kind == ValueKind::timestamp;
    case TypeKind::duration:
      return kind == ValueKind::duration;
    case TypeKind::list:
      return kind == ValueKind::list;
    case TypeKind::map:
      return kind == ValueKind::map;
    case TypeKind::optional:
      return kind == ValueKind::optional;
    case TypeKind::type:
      return kind == ValueKind::type;
    case TypeKind::structure:
      return kind == ValueKind::record;
    default:
      return true;  // dyn and letters
  }
}

}  // namespace martech_audit::cel
