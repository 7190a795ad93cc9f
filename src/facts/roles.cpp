#include "facts/roles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {
namespace {

struct Category {
  std::string_view slug;
  Roles roles;
};

// Slugs of the taxonomy, and what else people write for the same. Sorted.
constexpr std::array categories{
    Category{"advertising", Role::advertise},
    Category{"affiliate", Role::advertise},
    Category{"analytics", Role::count_visits | Role::attribute},
    Category{"app-analytics", Role::count_visits | Role::attribute},
    Category{"attribution", Role::attribute},
    Category{"bi-data-science", Role::attribute},
    Category{"crm", Role::keep_customers},
    Category{"data-warehouse", Role::attribute},
    Category{"display-advertising", Role::advertise},
    Category{"display-programmatic", Role::advertise},
    Category{"ecommerce-marketing", Role::send},
    Category{"ecommerce-platform", Role::sell},
    Category{"ecommerce-platforms", Role::sell},
    Category{"email-marketing", Role::send},
    Category{"marketing-analytics", Role::attribute},
    Category{"marketing-automation", Role::send},
    Category{"mobile-marketing", Role::send},
    Category{"mobile-web-analytics", Role::count_visits | Role::attribute},
    Category{"native-content-ads", Role::advertise},
    Category{"point-of-sale", Role::sell},
    Category{"search-advertising", Role::advertise},
    Category{"search-social-ads", Role::advertise},
    Category{"social-advertising", Role::advertise},
    Category{"video-advertising", Role::advertise},
    Category{"web-analytics", Role::count_visits | Role::attribute},
};
static_assert(std::ranges::is_sorted(categories, {}, &Category::slug));

}  // namespace

std::optional<Roles> roles_of(const Record& tool) {
  if (is_ruled_out(tool, tool_field::category)) return Roles{0};
  if (!is_given(tool, tool_field::category)) return std::nullopt;
  std::string slug = lower_ascii(text_of(tool, tool_field::category));
  std::ranges::replace(slug, ' ', '-');
  const auto at = std::ranges::lower_bound(categories, std::string_view(slug), {}, &Category::slug);
  return at != categories.end() && at->slug == slug ? at->roles : Roles{0};
}

}  // namespace martech_audit::facts
