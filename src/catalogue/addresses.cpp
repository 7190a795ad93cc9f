#include "catalogue/addresses.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace martech_audit::catalogue {
namespace {

using namespace std::string_view_literals;

constexpr std::array store_words{
    "add-ons"sv,      "addons"sv,   "app-directory"sv, "app-store"sv,   "appexchange"sv, "apps"sv,
    "appstore"sv,     "catalog"sv,  "connect"sv,       "ecosystem"sv,   "exchange"sv,    "extensions"sv,
    "integrations"sv, "listing"sv,  "market"sv,        "marketplace"sv, "partners"sv,    "plugins"sv,
    "products"sv,     "services"sv, "store"sv,         "webstore"sv};
static_assert(std::ranges::is_sorted(store_words));

std::string_view without_scheme(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const bool has_scheme =
      scheme != url.npos && url.find_first_of("/?#") > scheme;  // not one of an address in it
  return has_scheme ? url.substr(scheme + 3) : url;
}

}  // namespace

std::string host_of(std::string_view url) {
  url = without_scheme(url);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != url.npos) url.remove_prefix(user + 1);
  return lower_ascii(url.substr(0, url.find(':')));
}

bool lies_in(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

bool is_in_a_store(std::string_view url) {
  const std::string_view address = without_scheme(url);
  const std::string parts = lower_ascii(address.substr(0, address.find_first_of("?#")));
  for (std::size_t begin = 0; begin < parts.size();) {
    const std::size_t end = std::min(parts.find_first_of("./", begin), parts.size());
    if (std::ranges::binary_search(store_words, std::string_view(parts).substr(begin, end - begin)))
      return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace martech_audit::catalogue
