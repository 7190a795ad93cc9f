// Octets written as text.
#include <optional>

#include "base/base64.h"
#include "cel/functions/functions.h"
#include "cel/functions/support.h"

namespace martech_audit::cel::functions {

namespace {

Value encode_(const CallContext& context, Arguments arguments) {
  return string_result(context, base64(arguments[0].as_text()));
}

Value decode_(const CallContext& context, Arguments arguments) {
  const std::optional<std::string> bytes = from_base64(arguments[0].as_text());
  return bytes ? Value::bytes(string_result(context, *bytes).as_text()) : context.error("this is not base64");
}

constexpr Overload encode_overloads[] = {{"base64.encode(bytes) -> string", &encode_}};
constexpr Overload decode_overloads[] = {{"base64.decode(string) -> bytes", &decode_}};

}  // namespace

const Function base64_decode{"base64.decode", decode_overloads, "Decodes base64.", "base64.decode('aGk=')",
                             "b\"hi\""};
const Function base64_encode{"base64.encode", encode_overloads, "Encodes bytes as base64.",
                             "base64.encode(b'hi')", "\"aGk=\""};

}  // namespace martech_audit::cel::functions
