// docs/method.md names every rule there is, and no other.
#include <regex>
#include <set>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::method {
namespace {

std::set<std::string> matches(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) found.insert((*at)[1]);
  return found;
}

TEST_CASE("the method's page names every built-in rule, and no other") {
  const std::string page = read_text(MARTECH_AUDIT_SOURCE_DIR "/docs/method.md");
  const std::size_t begin = page.find("## What is checked");
  const std::string table = page.substr(begin, page.find("## Exemptions") - begin);
  const std::set<std::string> rules =
      matches(martech_audit({"rules", "docs"}).out, "\n\\| `([a-z0-9-]+)` \\| [^\n]* \\| [0-9]+ \\|");
  CHECK(rules.size() > 40);
  CHECK(matches(table, "`([a-z0-9-]+)`") == rules);
}

}  // namespace
}  // namespace martech_audit::tests::method
