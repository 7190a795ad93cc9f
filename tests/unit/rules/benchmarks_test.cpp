// Sets of benchmarks, and packs that go back to them.
#include "rules/benchmarks.h"

#include "rules/param.h"
#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

constexpr std::string_view published = R"(benchmarks: "2026.1"
items:
  - {id: use, value: 0.54, says: 54% are used, population: 12 firms, source: Survey, edition: "2025", grade: B}
  - {id: lead, value: 90, says: 90 days ahead, source: A vendor, grade: C}
)";

constexpr std::string_view pack_head = "pack: test\nversion: 1.0.0\ntitle: Test\n";

std::string with_params(std::string_view params, std::string_view rule_lines = "") {
  return std::string(pack_head) + "params:\n" + std::string(params) + "rules:\n" + rule(rule_lines);
}

std::string set(std::string_view items) { return "benchmarks: \"2024\"\nitems:\n" + std::string(items); }

std::optional<RuleSet> load_with(std::string_view text, const std::vector<Document>& sets,
                                 Diagnostics& diagnostics) {
  const PackDocument packs[] = {{document("pack.yaml", text), false}};
  return load_packs(packs, {.rules = {}, .params = {}, .facts = all_facts(), .benchmarks = sets},
                    diagnostics);
}

std::string faults_of(std::string_view text, std::string_view given = "") {
  std::vector<Document> sets{document("published.yaml", published)};
  if (!given.empty()) sets.push_back(document("given.yaml", given));
  Diagnostics diagnostics;
  load_with(text, sets, diagnostics);
  return "\n" + render(diagnostics);
}

std::string first_param(std::string_view text, std::string_view given = "") {
  std::vector<Document> sets{document("published.yaml", published)};
  if (!given.empty()) sets.push_back(document("given.yaml", given));
  Diagnostics diagnostics;
  const auto rules = load_with(text, sets, diagnostics);
  REQUIRE(rules);
  const Param& param = rules->packs()[0].params[0];
  return rules::param_text(param.value) + " of " + param.benchmark + (param.pinned ? ", pinned: " : ": ") +
         param.source;
}

constexpr std::string_view share = "  share: {type: double, benchmark: use, min: 0, max: 1, about: a}\n";

}  // namespace

TEST_CASE("A benchmark gives a parameter its value and its source") {
  CHECK(first_param(with_params(share)) == "0.54 of use: Survey 2025 (12 firms): 54% are used (grade B)");
  CHECK(first_param(with_params("  days: {type: int, benchmark: lead, about: a}\n")) ==
        "90 of lead: A vendor, undated: 90 days ahead (grade C)");
}

TEST_CASE("A later set goes before an earlier one, number by number") {
  const std::string lower =
      set("  - {id: use, value: 0.47, says: 47% are used, source: Survey, edition: '2024', grade: A}\n");
  CHECK(first_param(with_params(share), lower) == "0.47 of use, pinned: Survey 2024: 47% are used (grade A)");
  const std::string same = set("  - {id: use, value: 0.540, says: As before, source: Survey, grade: A}\n");
  CHECK(first_param(with_params(share), same) == "0.54 of use: Survey, undated: As before (grade A)");
  CHECK(first_param(with_params("  days: {type: int, benchmark: lead, about: a}\n" + std::string(share)),
                    lower) == "90 of lead: A vendor, undated: 90 days ahead (grade C)");
}

TEST_CASE("References may be benchmarks") {
  std::vector<Document> sets{document("published.yaml", published)};
  Diagnostics diagnostics;
  const auto rules =
      load_with(with_params(share, "references: [A book, {benchmark: lead}]"), sets, diagnostics);
  REQUIRE(rules);
  CHECK(rules->rules()[0].references ==
        std::vector<std::string>{"A book", "A vendor, undated: 90 days ahead (grade C)"});
}

TEST_CASE("What packs say of benchmarks must hold") {
  CHECK(faults_of(with_params(R"(  share: {type: double, benchmark: usee, about: a}
  word: {type: string, benchmark: use, about: a}
  both: {type: double, benchmark: use, default: 1, about: a}
  days: {type: int, benchmark: use, about: a}
  most: {type: double, benchmark: lead, max: 1, about: a}
)",
                              "references: [{benchmark: leed}, {benchmark: lead, a: b}, []]")) == R"(
pack.yaml:5:36: error: unknown benchmark 'usee'
    5 |   share: {type: double, benchmark: usee, about: a}
      |                                    ^~~~
      hint: did you mean 'use'?
pack.yaml:6:35: error: a benchmark is a number, not a string
    6 |   word: {type: string, benchmark: use, about: a}
      |                                   ^~~
      hint: write a default and its source
pack.yaml:7:24: error: the benchmark already gives the value and source
    7 |   both: {type: double, benchmark: use, default: 1, about: a}
      |                        ^~~~~~~~~
      hint: leave out 'default' and 'source', or the benchmark
published.yaml:3:22: error: the benchmark 'use' must be a whole number, not '0.54'
    3 |   - {id: use, value: 0.54, says: 54% are used, population: 12 firms, source: Survey, edition: "2025"…
      |                      ^~~~
      hint: change the benchmark or the type of parameter 'days'
published.yaml:4:23: error: 90 is above the maximum, 1
    4 |   - {id: lead, value: 90, says: 90 days ahead, source: A vendor, grade: C}
      |                       ^~
      hint: change the benchmark or the bound of parameter 'most'
pack.yaml:12:30: error: unknown benchmark 'leed'
   12 |     references: [{benchmark: leed}, {benchmark: lead, a: b}, []]
      |                              ^~~~
      hint: did you mean 'lead'?
pack.yaml:12:37: error: a reference must be text, or name a benchmark
   12 |     references: [{benchmark: leed}, {benchmark: lead, a: b}, []]
      |                                     ^~~~~~~~~~~~~~~~~~~~~~~
      hint: write a text in quotes, or {benchmark: its-id}
pack.yaml:12:62: error: an item of the list must be text, not a list
   12 |     references: [{benchmark: leed}, {benchmark: lead, a: b}, []]
      |                                                              ^~
      hint: write one text, in quotes if it starts with '['
)");
}

TEST_CASE("Sets of benchmarks say who published what") {
  CHECK(faults_of(with_params(share), R"(benchmarks: 2024
items:
  - {id: use, value: 50%, says: half, source: Survey, grade: D}
  - {id: lead, value: 1, says: one, source: A vendor, grade: A}
  - {id: lead, value: 2, says: two, source: A vendor, grade: A, year: 2024}
  - {value: 3}
)") == R"(
given.yaml:3:22: error: 'value' must be a number
    3 |   - {id: use, value: 50%, says: half, source: Survey, grade: D}
      |                      ^~~
      hint: write a number such as 0.5, without quotes; a share is 0.5, not 50%
given.yaml:3:62: error: unknown grade 'D'
    3 |   - {id: use, value: 50%, says: half, source: Survey, grade: D}
      |                                                              ^
      hint: one of: A, B, C
given.yaml:5:65: error: unknown field 'year' of a benchmark
    5 |   - {id: lead, value: 2, says: two, source: A vendor, grade: A, year: 2024}
      |                                                                 ^~~~
      hint: one of: id, value, says, population, source, edition, url, grade
given.yaml:6:5: error: a benchmark needs 'id'
    6 |   - {value: 3}
      |     ^~~~~~~~~~
      hint: id: id used by packs
given.yaml:6:5: error: a benchmark needs 'says'
    6 |   - {value: 3}
      |     ^~~~~~~~~~
      hint: says: what the number says, in one clause
given.yaml:6:5: error: a benchmark needs 'source'
    6 |   - {value: 3}
      |     ^~~~~~~~~~
      hint: source: who published it, and where
given.yaml:6:5: error: a benchmark needs 'grade'
    6 |   - {value: 3}
      |     ^~~~~~~~~~
      hint: grade: A: original publication; B: reputable secondary source; C: vendor claim or single page
given.yaml:5:10: error: benchmark 'lead' is given twice
    5 |   - {id: lead, value: 2, says: two, source: A vendor, grade: A, year: 2024}
      |          ^~~~
      hint: keep one of the two
given.yaml:4:10: note: first given here
    4 |   - {id: lead, value: 1, says: one, source: A vendor, grade: A}
      |          ^~~~
given.yaml:4:10: warning: no rule uses benchmark 'lead'
    4 |   - {id: lead, value: 1, says: one, source: A vendor, grade: A}
      |          ^~~~
      hint: one of: use
)");
  CHECK(faults_of(with_params(share), "benchmarks: 2024\nitems: {use: 0.5}\n") == R"(
given.yaml:2:8: error: 'items' must be a list, not a mapping
    2 | items: {use: 0.5}
      |        ^~~~~~~~~~
      hint: start each benchmark with '- id: …'
)");
  CHECK(faults_of(with_params(share), "rules: []\n") == R"(
given.yaml:1:1: error: unknown field 'rules' of a set of benchmarks
    1 | rules: []
      | ^~~~~
      hint: one of: benchmarks, about, items
given.yaml:1:1: error: a set of benchmarks needs 'benchmarks'
    1 | rules: []
      | ^~~~~
      hint: benchmarks: edition of the benchmarks, such as 2026.11
given.yaml:1:1: error: a set of benchmarks needs 'items'
    1 | rules: []
      | ^~~~~
      hint: items: the benchmarks
)");
}

TEST_CASE("A number that nothing goes back to is no secret") {
  CHECK(faults_of(with_params(share),
                  set("  - {id: usage, value: 0.4, says: less, source: Survey, grade: A}\n")) == R"(
given.yaml:3:10: warning: no rule uses benchmark 'usage'
    3 |   - {id: usage, value: 0.4, says: less, source: Survey, grade: A}
      |          ^~~~~
      hint: one of: use
)");
}
