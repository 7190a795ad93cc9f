// Addresses of products on the web.
#pragma once

#include <string>
#include <string_view>

namespace martech_audit::catalogue {

// "https://app.hubspot.com/contacts" → "app.hubspot.com"
std::string host_of(std::string_view url);

// Whether the host is the domain or lies below it.
bool lies_in(std::string_view host, std::string_view domain);

// Whether a part of the address says that many products are listed there: "apps.shopify.com/…",
// "…/products/monitor", "…/marketplace/…".
bool is_in_a_store(std::string_view url);

}  // namespace martech_audit::catalogue
