#include "import/cells/private_text.h"

#include <algorithm>

#include "base/text.h"

namespace martech_audit::import {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_of_address(char c) {
  return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z') ||
         std::string_view("._+-").find(c) != std::string_view::npos;
}

}  // namespace

bool has_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == text.npos || at == 0 || !is_of_address(text[at - 1])) return false;
  const std::string_view domain = text.substr(at + 1);
  const auto* end = std::find_if_not(domain.begin(), domain.end(), is_of_address);
  const std::string_view host(domain.begin(), end);
  const std::size_t point = host.find('.');
  return point != host.npos && point > 0 && point + 1 < host.size();
}

bool is_licence_key(std::string_view text) {
  text = trim(text);
  const std::size_t group = text.find('-');
  constexpr std::size_t shortest = 4;
  constexpr std::size_t longest = 8;
  if (group == text.npos || group < shortest || group > longest || text.size() < 3 * group) return false;
  if ((text.size() + 1) % (group + 1) != 0) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool between = (i + 1) % (group + 1) == 0;
    if (between ? text[i] != '-' : !is_capital(text[i]) && !is_digit(text[i])) return false;
  }
  return std::any_of(text.begin(), text.end(), is_capital) && std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace martech_audit::import
