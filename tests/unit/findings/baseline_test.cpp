#include "findings/baseline.h"

#include <fmt/format.h>

#include "unit/findings/sample.h"

using namespace martech_audit;
using namespace martech_audit::findings_test;

namespace {

const std::string a_print(32, 'a'), b_print(32, 'b'), c_print(32, 'c');

Currency currency(std::string_view code) { return *Currency::parse(code); }

SourcePtr file(const std::string& text) { return std::make_shared<const Source>("known.txt", text); }

// "EUR", then a line an entry with the line that it stands on; or what is wrong.
std::string read_back(const std::string& text) {
  Diagnostics diagnostics;
  const std::optional<Baseline> baseline = read_baseline(file(text), diagnostics);
  if (!baseline || diagnostics.has_errors()) return "\n" + render(diagnostics);
  std::string out = fmt::format("\n{}\n", baseline->currency.code());
  for (const BaselineEntry& entry : baseline->entries) {
    const Position at = entry.where.source->position(entry.where.begin);
    out += fmt::format("{} {} {} on line {}\n", entry.fingerprint.substr(0, 2), name(entry.severity),
                       entry.minor, at.line);
  }
  return out;
}

std::string with_head(const std::string& lines) { return "# martech-audit baseline 1 EUR\n" + lines; }

Finding finding(Severity severity, std::int64_t claimed, std::string_view print,
                std::string_view entity = "crm") {
  Finding made;
  made.severity = severity;
  made.entity = {EntityKind::tool, entity, entity};
  if (claimed > 0)
    made.claims = {{MoneyClass::at_risk, {claimed, currency("EUR")}, {claimed, currency("EUR")}, {}}};
  std::copy(print.begin(), print.end(), made.fingerprint.begin());
  return made;
}

}  // namespace

TEST_CASE("a baseline has an entry a line, comments and empty lines aside") {
  CHECK(read_back(with_head("shelfware tool/crm high 9600.00 " + a_print + "\n\n# by hand\n" +
                            "no-roadmap organisation low 0.00 " + b_print + "\n")) == R"(
EUR
aa high 960000 on line 2
bb low 0 on line 5
)");
  CHECK(read_back(with_head("")) == "\nEUR\n");
  CHECK(read_back("# martech-audit baseline 1 EUR") == "\nEUR\n");
  CHECK(read_back("# martech-audit baseline 1 JPY\nr tool/a info 700 " + a_print) ==
        "\nJPY\naa info 700 on line 2\n");
}

TEST_CASE("a baseline may come with the line ends, blanks and tabs of another system") {
  CHECK(read_back("# martech-audit baseline 1 EUR \r\n  shelfware tool/crm  critical  1.5   " + a_print +
                  " \r\n\r\n") == "\nEUR\naa critical 150 on line 2\n");
}

TEST_CASE("rule and entity are for people, and may be anything") {
  CHECK(read_back(with_head("high 1.00 " + a_print + "\n")) == "\nEUR\naa high 100 on line 2\n");
  CHECK(read_back(with_head("a rule of ours tool/the crm high 1.00 " + a_print + "\n")) ==
        "\nEUR\naa high 100 on line 2\n");
}

TEST_CASE("what is no baseline is said without its text") {
  const std::string refused =
      "\nerror: known.txt is not a baseline\n      hint: write it again with `martech-audit scan "
      "--write-baseline FILE`\n";
  for (const char* text : {"", "\n# martech-audit baseline 1 EUR\n", "# martech-audit baseline 2 EUR\n",
                           "# martech-audit baseline 1 \n", "# martech-audit baseline 1 EUX\n",
                           "# martech-audit baseline 1 eur\n", "# martech-audit baseline 1 EUR of today\n",
                           "#martech-audit baseline 1 EUR\n", "password: secret\n"}) {
    INFO(text);
    CHECK(read_back(text) == refused);
  }
}

TEST_CASE("a baseline is text") {
  const std::string first = "# martech-audit baseline 1 EUR\n";
  CHECK(read_back(first + "r\xff tool/a high 1.00 " + a_print + "\n") ==
        "\nknown.txt:2:2: error: byte 0xff at offset 32 is not UTF-8\n"
        "    2 | r\\xff tool/a high 1.00 " +
            a_print +
            "\n"
            "      |  ^~~~\n"
            "      hint: save the file as UTF-8\n");
  CHECK(read_back(first + "r\x1b tool/a high 1.00 " + a_print + "\n")
            .starts_with("\nknown.txt:2:2: error: control character U+001B is not allowed\n"));
}

TEST_CASE("each line that is no entry is marked, and the file refused") {
  const std::string hint = "  hint: write it again with `martech-audit scan --write-baseline FILE`\n";
  const auto fault = [&](std::string_view line) {
    return fmt::format(
        "\nknown.txt:2:1: error: this line is not a baseline entry\n    2 | {}\n      | {}\n    {}", line,
        "^" + std::string(line.size() - 1, '~'), hint);
  };
  for (const std::string& line :
       {"r tool/a high 1.00 " + std::string(31, 'a'), "r tool/a high 1.00 " + std::string(33, 'a'),
        "r tool/a high 1.00 " + std::string(32, 'A'), "r tool/a high 1.00 " + std::string(32, 'g'),
        "r tool/a grave 1.00 " + a_print, "r tool/a High 1.00 " + a_print, "r tool/a high 1.000 " + a_print,
        "r tool/a high 1,00 " + a_print, "r tool/a high " + a_print, a_print,
        "r tool/a high 99999999999999999999 " + a_print}) {
    INFO(line);
    CHECK(read_back(with_head(line + "\n")) == fault(line));
  }
}

TEST_CASE("all faults of a baseline are told, with the good lines between them") {
  Diagnostics diagnostics;
  const auto baseline =
      read_baseline(file(with_head("one\nr tool/a high 1.00 " + a_print + "\ntwo\n")), diagnostics);
  REQUIRE(baseline);
  CHECK(baseline->entries.size() == 1);
  CHECK(diagnostics.errors() == 2);
}

namespace {

struct Known {
  Severity severity;
  std::int64_t minor;
  std::string_view print;
};

Baseline baseline(const std::vector<Known>& entries) {
  Baseline made{"known.txt", currency("EUR"), {}};
  const SourcePtr source = file(with_head("one\ntwo\nthree\n"));
  std::uint32_t at = 31;  // behind the first line
  for (const Known& one : entries) {
    made.entries.push_back({std::string(one.print), one.severity, one.minor, {source, at, at + 3}});
    at += 4;
  }
  return made;
}

// "known worsened, 1 known 0 fresh 1 worsened 0 stale", then what is warned of.
std::string compared(const std::vector<Known>& entries, std::vector<Finding> findings,
                     const std::vector<Finding>& waived = {}) {
  Diagnostics diagnostics;
  const BaselineUse use =
      compare_with_baseline(baseline(entries), currency("EUR"), findings, waived, diagnostics);
  std::string text;
  for (const Finding& one : findings) text += std::string(name(one.novelty)) + " ";
  text +=
      fmt::format("| {} known {} new {} worsened {} stale", use.known, use.fresh, use.worsened, use.stale);
  return diagnostics.empty() ? text : text + "\n" + render(diagnostics);
}

}  // namespace

TEST_CASE("a finding is known until it is more severe or claims more money") {
  using enum Severity;
  const std::vector<Known> entry{{medium, 500, a_print}};
  CHECK(compared(entry, {finding(medium, 500, a_print)}) == "known | 1 known 0 new 0 worsened 0 stale");
  CHECK(compared(entry, {finding(low, 500, a_print)}) == "known | 1 known 0 new 0 worsened 0 stale");
  CHECK(compared(entry, {finding(medium, 499, a_print)}) == "known | 1 known 0 new 0 worsened 0 stale");
  CHECK(compared(entry, {finding(medium, 0, a_print)}) == "known | 1 known 0 new 0 worsened 0 stale");
  CHECK(compared(entry, {finding(high, 500, a_print)}) == "worsened | 0 known 0 new 1 worsened 0 stale");
  CHECK(compared(entry, {finding(medium, 501, a_print)}) == "worsened | 0 known 0 new 1 worsened 0 stale");
  CHECK(compared(entry, {finding(low, 501, a_print)}) == "worsened | 0 known 0 new 1 worsened 0 stale");
  CHECK(compared({}, {finding(info, 0, a_print)}) == "new | 0 known 1 new 0 worsened 0 stale");
  CHECK(compared(entry, {finding(critical, 0, b_print), finding(medium, 0, a_print),
                         finding(low, 9, c_print)}) == "new known new | 1 known 2 new 0 worsened 0 stale");
}

TEST_CASE("of a line that a merge left twice the stricter one counts, in any order") {
  using enum Severity;
  const Known strict{low, 900, a_print}, lax{high, 100, a_print}, less{low, 300, a_print};
  for (const std::vector<Known>& entries :
       {std::vector{strict, lax, less}, {less, lax, strict}, {lax, less, strict}}) {
    CHECK(compared(entries, {finding(low, 300, a_print)}) == "known | 1 known 0 new 0 worsened 0 stale");
    CHECK(compared(entries, {finding(low, 301, a_print)}) == "worsened | 0 known 0 new 1 worsened 0 stale");
    CHECK(compared(entries, {finding(medium, 1, a_print)}) == "worsened | 0 known 0 new 1 worsened 0 stale");
  }
}

TEST_CASE("entries that match nothing are stale, and the first of them is shown") {
  using enum Severity;
  CHECK(compared({{low, 0, a_print}, {low, 0, b_print}}, {finding(low, 0, a_print)}) ==
        R"(known | 1 known 0 new 0 worsened 1 stale
known.txt:3:1: warning: 1 entry of the baseline no longer matches a finding
    3 | two
      | ^~~
      hint: remove them with --prune-baseline
)");
  CHECK(compared({{low, 0, a_print}, {low, 0, b_print}, {low, 0, c_print}}, {finding(low, 0, a_print)}) ==
        R"(known | 1 known 0 new 0 worsened 2 stale
known.txt:3:1: warning: 2 entries of the baseline no longer match a finding
    3 | two
      | ^~~
      hint: remove them with --prune-baseline
)");
}

TEST_CASE("a waived finding keeps its entry, and is itself neither known nor new") {
  using enum Severity;
  CHECK(compared({{low, 0, a_print}}, {}, {finding(high, 900, a_print)}) ==
        "| 0 known 0 new 0 worsened 0 stale");
  CHECK(compared({}, {}, {finding(high, 900, a_print)}) == "| 0 known 0 new 0 worsened 0 stale");
}

TEST_CASE("amounts of another currency are no comparison") {
  Diagnostics diagnostics;
  std::vector<Finding> findings{finding(Severity::low, 0, a_print)};
  Baseline known = baseline({{Severity::low, 0, a_print}});
  known.path = "known\x1b[31m.txt";
  const BaselineUse use = compare_with_baseline(known, currency("USD"), findings, {}, diagnostics);
  CHECK(render(diagnostics) ==
        "error: the baseline known\\x1b[31m.txt uses EUR, the inventory uses USD\n"
        "      hint: write it again with `martech-audit scan --write-baseline FILE`\n");
  CHECK(use.known + use.fresh + use.worsened + use.stale == 0);
  CHECK(findings[0].novelty == Novelty::uncompared);
}

namespace {

std::vector<Rule> two_rules() { return {rule("shelfware"), rule("a-rule", EntityKind::organisation)}; }

}  // namespace

TEST_CASE("a baseline is written sorted, so that versions merge line by line") {
  Finding of_all = finding(Severity::low, 0, b_print, "");
  of_all.rule = 1;
  of_all.entity.kind = EntityKind::organisation;
  const std::vector<Finding> findings{finding(Severity::high, 120000, a_print, "zeta"),
                                      finding(Severity::info, 5, c_print, "crm\nshelfware x high 1.00"),
                                      of_all};
  const std::string text = baseline_text(findings, two_rules(), currency("EUR"));
  CHECK(text == "# martech-audit baseline 1 EUR\na-rule organisation low 0.00 " + b_print +
                    "\nshelfware tool/crm\\nshelfware x high 1.00 info 0.05 " + c_print +
                    "\nshelfware tool/zeta high 1200.00 " + a_print + "\n");
  CHECK(read_back(text) == "\nEUR\nbb low 0 on line 2\ncc info 5 on line 3\naa high 120000 on line 4\n");
  CHECK(baseline_text({}, {}, currency("JPY")) == "# martech-audit baseline 1 JPY\n");
}

TEST_CASE("the findings of one run are a baseline for the next") {
  const std::vector<Finding> before{finding(Severity::high, 100, a_print),
                                    finding(Severity::low, 0, b_print)};
  const Baseline known = baseline_of(before, currency("EUR"), "base");
  std::vector<Finding> after{finding(Severity::high, 100, a_print), finding(Severity::medium, 0, b_print)};
  Diagnostics diagnostics;
  const BaselineUse use = compare_with_baseline(known, currency("EUR"), after, {}, diagnostics);
  CHECK(use.path == "base");
  CHECK(after[0].novelty == Novelty::known);
  CHECK(after[1].novelty == Novelty::worsened);
  CHECK(diagnostics.empty());
}

TEST_CASE("pruning takes the lines of what is gone, and leaves every other as it is") {
  const std::vector<Finding> findings{finding(Severity::low, 0, a_print)};
  const std::vector<Finding> waived{finding(Severity::low, 0, b_print)};
  const std::string head = with_head("# what we live with\n\n");
  const std::string of_a = "r tool/a  high 1.00 " + a_print, of_b = "r tool/b high 1.00 " + b_print;
  const std::string of_c = "r tool/c high 1.00 " + c_print, comment = "# was: r tool/c high 1.00 " + c_print;
  const auto pruned = [&](const std::string& text) { return pruned_baseline(file(text), findings, waived); };
  CHECK(pruned(head + of_a + "\n" + of_c + "\n" + of_b + "\n") == head + of_a + "\n" + of_b + "\n");
  CHECK(pruned(head + of_c + "\n" + comment + "\nnot an entry\n" + of_a) ==
        head + comment + "\nnot an entry\n" + of_a + "\n");
  CHECK(pruned(head + of_c + " \r\n" + of_a + "\r\n") == head + of_a + "\r\n");
  CHECK(pruned("") == "");
}
