// diff(): findings that come, go and change, what moved the gap, and the gate of what is new.
#include "sides.h"
#include "support/catch.h"

namespace martech_audit::diffs {
namespace {

// The stack edited, against the stack as it was.
std::string after(std::initializer_list<Edit> edits, const GateOptions& gate = {}) {
  return compared(side("old.yaml", std::string(stack())), side("new.yaml", edited(stack(), edits)), gate);
}

std::string after(const Change& change) {
  const std::string text(stack());
  return compared(side("old.yaml", text), side("new.yaml", text, change));
}

TEST_CASE("the same stack has not changed") {
  CHECK(after(std::initializer_list<Edit>{}) == "");
  CHECK(after({{"name: Acme", "name: Acme Inc"}}) == "");
}

TEST_CASE("a finding that comes is new, one that goes is fixed") {
  CHECK(after({{"owner: ana, cost: 1000", "cost: 1000"}}) ==
        "new: no-owner mail\n"
        "lost: tool mail: owner is no longer given\n"
        "gap: inventory more\n");
  CHECK(after({{"status: active, cost: 12000", "status: active, owner: ana, cost: 12000"}}) ==
        "ended: no-owner crm (fixed)\n"
        "claimed: tool crm: owner is ana instead of not given, which nothing shows\n"
        "gap: inventory less\n");
}

TEST_CASE("a finding of more money or higher severity is worse, of less better") {
  CHECK(after({{"active: 6, measured_on: 2026-11-01", "active: 5, measured_on: 2026-11-02"}}) ==
        "worse: idle-seats crm from low 480000 to low 600000\n"
        "gap: inventory more\n");
  CHECK(after({{"active: 6, measured_on: 2026-11-01", "active: 4, measured_on: 2026-11-02"}}) ==
        "worse: idle-seats crm from low 480000 to high 720000\n"
        "gap: inventory more\n"
        "fails: fail_on high, 1\n");
  CHECK(after({{"active: 6, measured_on: 2026-11-01", "active: 8, measured_on: 2026-11-02"}}) ==
        "better: idle-seats crm from low 480000 to low 240000\n"
        "gap: inventory less\n");
  CHECK(after({{"active: 6, measured_on: 2026-11-01", "active: 10, measured_on: 2026-11-02"}}) ==
        "ended: idle-seats crm (fixed)\n"
        "gap: inventory less\n");
  CHECK(compared(side("a", edited(stack(), {{"active: 6, measured_on: 2026-11-01",
                                             "active: 4, measured_on: 2026-11-02"}})),
                 side("b", std::string(stack()))) ==
        "better: idle-seats crm from high 720000 to low 480000\n"
        "gap: inventory less\n");
}

TEST_CASE("what is daily work is told where something got better by it") {
  CHECK(after({{"status: active, owner: ana, cost: 1000",
                "status: active, technical_owner: ana, owner: ana, "
                "cost: 1000"}}) == "");
  // No more than a hundredth of all costs, and it ends a finding, or none.
  const auto cheaper = [](std::string_view most) {
    const Change limit = [&](AuditOptions& options) {
      options.params.push_back({"house", "most_cost", std::string(most)});
    };
    return compared(side("a", std::string(stack()), limit),
                    side("b", edited(stack(), {{"cost: 12000", "cost: 11900"}}), limit));
  };
  const std::string fall =
      "claimed: tool crm: the yearly cost is EUR 11900.00 instead of 12000.00, and the "
      "contract did not start anew\n";
  CHECK(cheaper("11950").find(fall) != std::string::npos);
  CHECK(cheaper("11000").find("claimed") == std::string::npos);
}

TEST_CASE("a finding ends in one of seven ways, and only one of them is a fix") {
  CHECK(after({{"category: crm, ", "category: cdp, "}}) ==
        "ended: costly crm (inapplicable)\n"
        "lost: tool crm: category is cdp instead of crm\n"
        "gap: inventory less\n");
  CHECK(after({{"status: active, cost: 12000",
                "status: active, operated_by: agency, owner: ana, cost: 12000"}}) ==
        "ended: no-owner crm (weakened)\n"
        "lost: tool crm: operated_by is agency instead of not given\n"
        "claimed: tool crm: owner is ana instead of not given, which nothing shows\n"
        "gap: inventory less\n");
  CHECK(after({{"usage: {active: 6, measured_on: 2026-11-01}", "notes: nobody counts any more"}}) ==
        "ended: idle-seats crm (undecided)\n"
        "lost: tool crm: usage is no longer given\n"
        "lost: idle-seats for tool crm can no longer be decided\n"
        "gap: inventory more\n");
  CHECK(after({{"  - {id: crm, name: CRM, category: crm, status: active, cost: 12000, seats: {purchased: "
                "10}, usage: "
                "{active: 6, measured_on: 2026-11-01}}\n",
                ""}}) ==
        "ended: no-owner crm (removed)\n"
        "ended: idle-seats crm (removed)\n"
        "ended: costly crm (removed)\n"
        "lost: tool crm was removed\n"
        "gap: inventory less\n");
  CHECK(after({{"status: active, cost: 12000",
                "status: active, cost: 12000, waivers: [{rule: costly, reason: Worth it, owner: ana, "
                "expires: 2027-01-31}]"}}) ==
        "ended: costly crm (waived)\n"
        "loosened: costly for tool crm waived until 2027-01-31 by ana: Worth it\n");
  CHECK(after([](AuditOptions& options) {
          options.rules = {{"costly", false, {}, {}}};
        }) ==
        "ended: costly crm (rule_off)\n"
        "loosened: rule costly disabled\n"
        "not comparable\n"
        "gap: configuration less\n");
}

TEST_CASE("a finding of an entity of another name is another finding") {
  CHECK(after({{"{id: grow, title: Grow,", "{id: thrive, title: Grow,"}}) ==
        "new: no-customer thrive\n"
        "ended: no-customer grow (removed)\n"
        "lost: objective grow was removed\n");
}

TEST_CASE("a setting that loosens and one that is taken back are told apart") {
  const auto off = [](AuditOptions& options) { options.rules = {{"costly", false, {}, {}}}; };
  const std::string text(stack());
  CHECK(compared(side("a", text, off), side("b", text, off)) == "");
  CHECK(compared(side("a", text, off), side("b", text)) ==
        "new: costly crm\n"
        "tightened: rule costly disabled\n"
        "not comparable\n"
        "gap: configuration more\n");
  CHECK(after([](AuditOptions& options) {
          options.rules = {{"costly", {}, Severity::info, {}}};
        }) ==
        "better: costly crm from low 0 to info 0\n"
        "loosened: rule costly set to info\n"
        "not comparable\n"
        "gap: configuration less\n");
  CHECK(after([](AuditOptions& options) {
          options.params = {{"house", "most_cost", "20000"}};
        }) ==
        "ended: costly crm (fixed)\n"
        "loosened: parameter house.most_cost set to 20000\n"
        "not comparable\n"
        "gap: configuration less\n");
}

TEST_CASE("the gate of a comparison is put to what is new") {
  const std::initializer_list<Edit> worse{
      {"active: 6, measured_on: 2026-11-01", "active: 4, measured_on: 2026-11-02"},
      {"owner: ana, cost: 1000", "cost: 1000"}};
  const std::string bad =
      edited(stack(), {{"active: 6, measured_on: 2026-11-01", "active: 4, measured_on: 2026-11-02"}});
  GateOptions gate;
  CHECK(compared(side("a", bad), side("b", bad), gate) == "");
  gate.fail_on_new = true;
  CHECK(compared(side("a", bad), side("b", bad), gate) == "");
  CHECK(after({{"owner: ana, cost: 1000", "cost: 1000"}}, gate).find("fails: fail_on_new") !=
        std::string::npos);
  gate = {};
  gate.fail_on = Severity::medium;
  CHECK(after(worse, gate).find("fails: fail_on medium, 2\n") != std::string::npos);
  gate = {};
  gate.fail_on_lost_evidence = true;
  CHECK(after({{"active: 6, measured_on: 2026-11-01", "active: 6"}}, gate) ==
        "lost: tool crm: usage.measured_on is no longer given\n"
        "fails: fail_on_lost_evidence 0, 1\n");
  gate = {};
  gate.fail_on_loosened = true;
  const std::string text(stack());
  CHECK(compared(side("a", text),
                 side("b", text,
                      [](AuditOptions& options) {
                        options.rules = {{"costly", false, {}, {}}};
                      }),
                 gate)
            .ends_with("fails: fail_on_loosened 0, 1\n"));
  gate = {};
  gate.max_gap = 0;
  CHECK(compared(side("a", text), side("b", text), gate).find("fails: max_gap 0, ") == 0);
}

TEST_CASE("what moved the gap adds up, whichever sides can be judged anew") {
  const std::string text(stack()),
      other = edited(stack(), {{"active: 6, measured_on: 2026-11-01", "active: 4, measured_on: 2026-11-02"}});
  const auto off = [](AuditOptions& options) { options.rules = {{"costly", false, {}, {}}}; };
  const auto gap = [](const std::string& lines) {
    const std::size_t at = lines.find("gap: ");
    return at == std::string::npos ? "" : lines.substr(at + 5, lines.find('\n', at) - at - 5);
  };
  const auto before = [&] { return side("a", text); };
  CHECK(gap(compared(before(), side("b", other, off))) == "inventory more, configuration less");
  CHECK(gap(compared(saved(before()), side("b", other, off))) == "inventory more, configuration less");
  CHECK(gap(compared(before(), saved(side("b", other, off)))) == "inventory more, configuration less");
  CHECK(gap(compared(saved(before()), saved(side("b", other)))) == "inventory more");
  CHECK(gap(compared(saved(before()), saved(side("b", text, off)))) == "configuration less");
  CHECK(gap(compared(saved(before()), saved(before()))) == "");
}

TEST_CASE("of saved reports evidence is not known, and not said to be lost") {
  const std::string text(stack()), less = edited(stack(), {{", measured_on: 2026-11-01", ""}});
  CHECK(compared(saved(side("a", text)), side("b", less)) == "");
  CHECK(compared(side("a", text), saved(side("b", less))) == "");
  CHECK(compared(side("a", text), side("b", less)) ==
        "lost: tool crm: usage.measured_on is no longer given\n");
  GateOptions gate;
  gate.fail_on_lost_evidence = true;
  CHECK(compared(saved(side("a", text)), side("b", less), gate) == "");
}

TEST_CASE("two currencies are no two states of one stack") {
  const std::string dollars = edited(stack(), {{"currency: EUR", "currency: USD"}});
  CHECK(compared(side("old.yaml", std::string(stack())), side("new.yaml", dollars)) ==
        "error: the baseline old.yaml uses EUR, the inventory uses USD\n");
}

}  // namespace
}  // namespace martech_audit::diffs
