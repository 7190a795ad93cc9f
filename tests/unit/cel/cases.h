// Tables of expressions.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "shop.h"
#include "support/catch.h"

namespace martech_audit::cel {

struct ValueCase {
  std::string_view text;
  std::string_view result;  // the value as text, or the issues where it does not compile
};

// Of the shop's first tool.
inline void check(std::initializer_list<ValueCase> cases) {
  Shop shop;
  for (const ValueCase& c : cases) {
    INFO(c.text);
    CHECK(shop(std::string(c.text)) == c.result);
  }
}

}  // namespace martech_audit::cel
