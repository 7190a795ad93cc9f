// One option: what it takes, what is stricter, what the manual and the configuration say of it.
#include "options/option.h"

#include "bakery.h"
#include "options/completion.h"
#include "options/keys.h"
#include "options/manual.h"
#include "support/catch.h"

namespace martech_audit::tests {
namespace {

const Option& baking(std::string_view name) {
  for (const auto& row : baking_rows) {
    if (row.option.name == name) return row.option;
  }
  throw std::logic_error("no option " + std::string(name));
}

std::string fault(std::string_view name, const std::string& text) {
  return options::fault_of(baking(name), text);
}

TEST_CASE("a number lies between its ends, both included, and a count is whole") {
  const auto outside = [](std::string_view text, std::string_view what, std::string_view ends) {
    return "cannot be '" + std::string(text) + "'; write a " + std::string(what) + " from " +
           std::string(ends);
  };
  for (const char* text : {"0", "300", "180.5", "1e2", "0.0"}) CHECK(fault("heat", text) == "");
  for (const char* text :
       {"-1", "300.5", "301", "1e999", "nan", "inf", "warm", "1,5", "1 ", " 1", "0x10", "+1"}) {
    INFO(text);
    CHECK(fault("heat", text) == outside(text, "number", "0 to 300"));
  }
  for (const char* text : {"1", "600", "6e2", "30.0"}) CHECK(fault("minutes", text) == "");
  CHECK(fault("minutes", "1.5") == outside("1.5", "whole number", "1 to 600"));
  CHECK(fault("minutes", "0") == outside("0", "number", "1 to 600"));
  CHECK(fault("minutes", "601") == outside("601", "number", "1 to 600"));
  CHECK(fault("minutes", "0.5") == outside("0.5", "number", "1 to 600"));
  CHECK(fault("heat", "") == "cannot be empty");
}

TEST_CASE("a number without an upper end asks for 0 or more") {
  const Option open = Option::number("gap", "POINTS", "Gap");
  CHECK(options::fault_of(open, "1e300") == "");
  CHECK(options::fault_of(open, "-0.1") ==
        "cannot be '-0.1'; write a number of 0 or more, without thousands separators");
  CHECK(options::fault_of(open, "1,000") ==
        "cannot be '1,000'; write a number of 0 or more, without thousands separators");
}

TEST_CASE("a flag is on or off in many words, and no other") {
  for (const char* text : {"true", "TRUE", "yes", "on", "1", "t", "y", "enable"}) {
    CHECK(fault("cold", text) == "");
    CHECK(options::is_on(text));
  }
  for (const char* text : {"false", "No", "off", "0", "f", "n", "disable"}) {
    CHECK(fault("cold", text) == "");
    CHECK_FALSE(options::is_on(text));
  }
  for (const char* text : {"", "2", "maybe", "truee"})
    CHECK(fault("cold", text) == "cannot be '" + std::string(text) + "'; write true or false");
}

TEST_CASE("a word is one of the list, and the nearest is named; text is anything but nothing") {
  CHECK(fault("oven", "wood") == "");
  CHECK(fault("oven", "Wood") == "cannot be 'Wood'; did you mean 'wood'?");
  CHECK(fault("oven", "coal") == "cannot be 'coal'; one of: electric, gas, wood");
  CHECK(fault("oven", "") == "cannot be empty");
  CHECK(fault("diary", "") == "cannot be empty");
  CHECK(fault("diary", "any where") == "");
  CHECK(fault("cakes", "") == "");  // of arguments the shell tells
}

TEST_CASE("as strict is the same, or on the strict side") {
  const auto strict = [](Stricter stricter, std::string_view value, std::string_view other) {
    return options::is_as_strict(Option::text("x", "X", "X").with_key("g", "x", stricter), value, other);
  };
  using enum Stricter;
  CHECK(strict(lower, "5", "5.0"));
  CHECK(strict(lower, "4", "5"));
  CHECK_FALSE(strict(lower, "6", "5"));
  CHECK_FALSE(strict(lower, "nonsense", "5"));
  CHECK(strict(higher, "5", "5.0"));
  CHECK(strict(higher, "6", "5"));
  CHECK_FALSE(strict(higher, "4", "5"));
  CHECK_FALSE(strict(higher, "nonsense", "5"));
  CHECK(strict(lower_severity, "low", "high"));
  CHECK(strict(lower_severity, "high", "high"));
  CHECK_FALSE(strict(lower_severity, "critical", "high"));
  CHECK_FALSE(strict(lower_severity, "never", "critical"));
  CHECK(strict(never, "a", "a"));
  CHECK_FALSE(strict(never, "a", "b"));
  CHECK(strict(on, "true", "false"));
  CHECK(strict(on, "true", "yes"));
  CHECK(strict(on, "false", "off"));
  CHECK_FALSE(strict(on, "false", "true"));
  CHECK(strict(added, "a", "b"));
  CHECK(strict(irrelevant, "a", "b"));
}

TEST_CASE("an option lists its words where it is to, and a key has the name of its group") {
  CHECK(options::summary_of(baking("oven")) == "Oven: electric, gas, wood");
  CHECK(options::summary_of(baking("topping")) == "Topping; repeatable");
  CHECK(options::name_of(baking("oven").key) == "kitchen.oven");
  CHECK(options::name_of(baking("minutes").key) == "minutes");
}

std::string between(std::string_view text, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from);
  return std::string(text.substr(begin, text.find(to, begin) - begin));
}

TEST_CASE("the manual lists options and commands, escaped for roff") {
  const std::string page = options::manual_page(bakery(), "1.2", "2026-11-24");
  CHECK(page.starts_with(
      ".TH MARTECH\\-AUDIT 1 \"2026-11-24\" \"martech\\-audit 1.2\" \"User Commands\"\n.SH NAME\n"));
  CHECK(between(page, ".SH COMMANDS", ".SH EXIT STATUS") == R"(.SH COMMANDS
.SS bake
\fBbake\fR [\fIoptions\fR] \fIRECIPE\fR [\fICAKE\fR ...]
.PP
Bake by a recipe.
.TP
\fIRECIPE\fR
What to bake by.
.TP
\fICAKE\fR
Cakes.
.TP
\fB\-o\fR, \fB\-\-oven\fR \fIOVEN\fR
Oven: electric, gas, wood.
Default: gas.
.TP
\fB\-\-heat\fR \fIDEGREES\fR
Heat.
.TP
\fB\-\-minutes\fR \fIN\fR
Time in the oven.
.TP
\fB\-\-topping\fR \fITOPPING\fR
Topping; repeatable.
.TP
\fB\-\-diary\fR \fIFILE\fR
Where to write it down.
.TP
\fB\-\-cold\fR
Let it cool.
.SS stock
\fBstock\fR [\fIoptions\fR]
.PP
What is in stock.
.SS stock list
\fBstock list\fR [\fIoptions\fR]
.PP
Bake by a recipe.
.SS stock lend
\fBstock lend\fR [\fIoptions\fR]
.PP
Bake by a recipe.
)");
  CHECK(between(page, "\\fB\\-v", ".SH COMMANDS") == "\\fB\\-v\\fR, \\fB\\-\\-verbose\\fR\nSay more.\n");
}

TEST_CASE("nothing of a summary is a request to roff, and a line is broken at blanks") {
  Command root{"bakery", "Bakes."};
  root.parts = {
      Command{"a-b", ".TH of \\ and - signs"}, Command{"c", "'quoted"},
      Command{"d", "Lines of seventy-nine columns, which is what is left of eighty, .are broken before it"}};
  const std::string page = options::manual_page(root, "1", "2026-11-24");
  CHECK(page.find(".SS a\\-b\n\\fBa\\-b\\fR [\\fIoptions\\fR]\n.PP\n\\&.TH of \\e and \\- signs.\n") !=
        page.npos);
  CHECK(page.find("\n\\&'quoted.\n") != page.npos);
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = page.find('\n', at);
    const std::string line = page.substr(at, end - at);
    INFO(line);
    CHECK((line.size() <= 81 || line.find(' ') == line.npos || line.starts_with('.')));
    at = end + 1;
  }
}

TEST_CASE("a key of the configuration has the values of its option, or a list of them") {
  const Command root = bakery();
  const options::Keys keys(root);
  CHECK(keys.names("kitchen") == std::vector<std::string_view>{"oven", "heat", "cold"});
  CHECK(keys.names("") == std::vector<std::string_view>{"minutes", "toppings"});
  CHECK(keys.names("garden").empty());
  CHECK(keys.find("kitchen", "oven")->option().name == "oven");
  CHECK(keys.find("", "oven") == nullptr);
  CHECK(keys.find("kitchen", "minutes") == nullptr);
}

TEST_CASE("each shell gets its own script") {
  CHECK(options::completion_script("bash").starts_with("# bash completion of martech-audit\n"));
  CHECK(options::completion_script("zsh").starts_with("#compdef martech-audit\n"));
  CHECK(options::completion_script("fish").starts_with("# fish completion of martech-audit\n"));
}

}  // namespace
}  // namespace martech_audit::tests
