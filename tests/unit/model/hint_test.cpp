// What is said to a key that a record does not have: where it belongs, or what it is called here.
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

// The hint for one key of a tool, or of what the text around it makes.
std::string hint_for(const std::string& key, const std::string& before = "tools: [{id: a, name: A, ",
                     const std::string& after = "}]\n") {
  const std::string said = brief_of(before + "\"" + key + "\": 1" + after);
  const std::size_t open = said.rfind(" (");
  return said.find('\n') != std::string::npos || open == std::string::npos
             ? said
             : said.substr(open + 2, said.size() - open - 3);
}

struct HintCase {
  const char* key;
  const char* hint;
};

TEST_CASE("what sheets call the fields of a tool is known") {
  for (const HintCase& c : std::initializer_list<HintCase>{
           {"active_users", "use 'active' under 'usage'"},
           {"Active Users", "use 'active' under 'usage'"},
           {"active-users", "use 'active' under 'usage'"},
           {"annual_cost", "write cost: {amount: …, per: year}"},
           {"monthly cost", "write cost: {amount: …, per: month}"},
           {"approved", "use 'approved_by'"},
           {"assigned_seats", "use 'assigned' under 'seats'"},
           {"business_owner", "use 'owner'"},
           {"IT Owner", "use 'technical_owner'"},
           {"department", "use 'user_teams', or the owner's team"},
           {"function", "use 'category' or 'capabilities'"},
           {"last_reviewed", "use 'reviewed_on'"},
           {"licences", "use 'purchased' under 'seats'"},
           {"Licenses", "use 'purchased' under 'seats'"},
           {"notice period", "use 'notice_days' under 'contract'"},
           {"purpose", "use 'problem'"},
           {"price", "use 'cost', or 'unit_price' under 'pricing'"},
           {"pricing_metric", "use 'metrics' under 'pricing'"},
           {"publisher", "use 'vendor'"},
           {"supplier", "use 'vendor'"},
           {"purchase_date", "use 'purchased_on'"},
           {"renewal", "use 'ends' under 'contract'"},
           {"renewal_date", "use 'ends' under 'contract'"},
           {"renews_on", "use 'ends' under 'contract'"},
           {"teams", "use 'user_teams'"},
           {"use_case", "use 'problem'"},
           {"users", "use 'active' under 'usage'"},
       }) {
    INFO(c.key);
    CHECK(hint_for(c.key) == c.hint);
  }
}

TEST_CASE("a field of a block is said to belong there, however deep") {
  for (const HintCase& c : std::initializer_list<HintCase>{
           {"purchased", "'purchased' belongs under 'seats'"},
           {"active", "'active' belongs under 'usage'"},
           {"last_activity_on", "'last_activity_on' belongs under 'usage'"},
           {"metrics", "'metrics' belongs under 'pricing'"},
           {"annual", "'annual' belongs under 'pricing.lower_plan'"},
           {"ends", "'ends' belongs under 'contract'"},
           {"auto_renews", "'auto_renews' belongs under 'contract'"},
           {"sso", "'sso' belongs under 'security'"},
           {"personal", "'personal' belongs under 'data'"},
           {"autonomous", "'autonomous' belongs under 'ai'"},
           {"regions", "'regions' belongs under 'scope'"},
           {"amount", "'amount' belongs under 'pricing.unit_price'"},
           {"implementation", "'implementation' belongs under 'one_time'"},
       }) {
    INFO(c.key);
    CHECK(hint_for(c.key) == c.hint);
  }
}

TEST_CASE("a slip of the finger is told from a field of something else, and from a field of nothing") {
  for (const HintCase& c : std::initializer_list<HintCase>{
           {"vendr", "did you mean 'vendor'?"},
           {"onwer", "did you mean 'owner'?"},
           {"Owner", "did you mean 'owner'?"},
           {"catagory", "did you mean 'category'?"},
           {"live-on", "did you mean 'live_on'?"},
           {"purchasd_on", "did you mean 'purchased_on'?"},
           {"headcount", "'headcount' is a field of a team"},
           {"baseline", "'baseline' is a field of a kpi"},
           {"priority", "'priority' is a field of an objective"},
           {"hours", "'hours' is a field of a training"},
           {"banana", "see `martech-audit schema reference`"},
           {"supports_tools", "see `martech-audit schema reference`"},
           {"500", "a comma ends a value within braces: write 12000, not 12,000"},
           {"not_applicable", "see `martech-audit schema reference`"},
       }) {
    INFO(c.key);
    CHECK(hint_for(c.key) == c.hint);
  }
}

TEST_CASE("a field outside of its block, or of the file, is sent there") {
  struct Case {
    const char *before, *key, *after, *hint;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"tools: [{id: a, name: A, seats: {", "owner", "}}]\n",
            "'owner' belongs to the tool itself, outside 'seats'"},
           {"tools: [{id: a, name: A, usage: {", "purchased", "}}]\n", "'purchased' belongs under 'seats'"},
           {"tools: [{id: a, name: A, contract: {", "end", "}}]\n", "did you mean 'ends'?"},
           {"tools: [{id: a, name: A, contract: {", "x-mine", "}}]\n",
            "x-… keys belong next to the fields of a tool"},
           {"tools: [{id: a, name: A, usage: {history: [{", "activ", "}]}}]\n", "did you mean 'active'?"},
           {"", "purchased", "\n", "see `martech-audit schema reference`"},
           {"", "tool", "\n", "did you mean 'tools'?"},
           {"", "people_", "\n", "did you mean 'people'?"},
           {"", "roadmap", "\n", "'roadmap' belongs under 'strategy'"},
           {"", "currency", "\n", "'currency' belongs under 'organisation'"},
           {"strategy: {", "review", "}\n", "one of: reviewed_on, roadmap"},
           {"strategy: {", "tools", "}\n", "'tools' belongs at the top level of the file"},
           {"objectives: [{id: o, ", "kpi", "}]\n", "did you mean 'kpis'?"},
           {"objectives: [{id: o, ", "vendor", "}]\n", "'vendor' is a field of a tool"},
           {"kpis: [{id: k, worth: {amount: 1, ", "on", "}}]\n", "'on' belongs under 'history'"},
           {"teams: [{id: t, ", "skills", "}]\n", "'skills' is a field of a person"},
           {"people: [{id: p, ", "department", "}]\n", "'department' is a field of a team"},
           {"budgets: [{id: b, ", "starts", "}]\n", "'starts' belongs under 'period'"},
       }) {
    INFO(c.before << c.key);
    CHECK(hint_for(c.key, c.before, c.after) == c.hint);
  }
}

}  // namespace
}  // namespace martech_audit::test
