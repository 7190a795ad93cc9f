// Octets written as text.
#include <array>
#include <optional>

#include "cel/functions/functions.h"
#include "cel/functions/support.h"

namespace martech_audit::cel::functions {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string encode(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view group = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8 | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) out += i <= group.size() ? alphabet[bits >> (18 - 6 * i) & 63U] : '=';
  }
  return out;
}

// With padding or without.
std::optional<std::string> decode(std::string_view text) {
  const bool padded = text.ends_with('=');
  if (padded && text.size() % 4 != 0) return std::nullopt;
  for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  if (text.size() % 4 == 1) return std::nullopt;
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = alphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push_back(static_cast<char>(bits >> count & 255U));
  }
  return out;
}

Value encode_(const CallContext& context, Arguments arguments) {
  return string_result(context, encode(arguments[0].as_text()));
}

Value decode_(const CallContext& context, Arguments arguments) {
  const std::optional<std::string> bytes = decode(arguments[0].as_text());
  return bytes ? Value::bytes(string_result(context, *bytes).as_text()) : context.error("this is not base64");
}

constexpr Overload encode_overloads[] = {{"base64.encode(bytes) -> string", &encode_}};
constexpr Overload decode_overloads[] = {{"base64.decode(string) -> bytes", &decode_}};

}  // namespace

const Function base64_decode{"base64.decode", decode_overloads, "The octets that base64 stands for.",
                             "base64.decode('aGk=')", "b\"hi\""};
const Function base64_encode{"base64.encode", encode_overloads, "Octets as base64.", "base64.encode(b'hi')",
                             "\"aGk=\""};

}  // namespace martech_audit::cel::functions
