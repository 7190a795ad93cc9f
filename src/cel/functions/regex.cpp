// Regular expressions (RE2).
#include <re2/re2.h>

#include <vector>

#include "cel/functions/functions.h"
#include "cel/functions/support.h"
#include "cel/values.h"

namespace martech_audit::cel::functions {

namespace {

// What a pattern given as no constant costs for being compiled each time.
constexpr std::size_t compile_cost = 100;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }
std::string_view view(re2::StringPiece text) { return {text.data(), text.size()}; }

re2::RE2::Options options() {
  re2::RE2::Options quiet;
  quiet.set_log_errors(false);
  return quiet;
}

std::shared_ptr<const re2::RE2> compile(std::string_view pattern) {
  return std::make_shared<const re2::RE2>(piece(pattern), options());
}

std::string fault_of(const re2::RE2& regex) { return "invalid regular expression: " + regex.error(); }

Prepared prepare(const Value& constant) {
  if (!constant.is(ValueKind::string)) return {};
  auto regex = compile(constant.as_text());
  if (!regex->ok()) return {nullptr, fault_of(*regex)};
  return {std::move(regex), {}};
}

// Compiled beforehand, or now.
std::shared_ptr<const re2::RE2> regex_of(const CallContext& context, const Value& pattern) {
  if (context.prepared != nullptr)
    return {std::shared_ptr<const void>(), static_cast<const re2::RE2*>(context.prepared)};
  context.charge(compile_cost + pattern.as_text().size());
  return compile(pattern.as_text());
}

Value matches_(const CallContext& context, Arguments arguments) {
  const auto regex = regex_of(context, arguments[1]);
  if (!regex->ok()) return context.error(fault_of(*regex));
  context.charge(weight(arguments[0]));
  return Value::boolean(re2::RE2::PartialMatch(piece(arguments[0].as_text()), *regex));
}

// The matches one after another, `groups` of each; an empty match moves on by a character.
class Matches {
 public:
  Matches(const re2::RE2& regex, std::string_view text, int groups)
      : regex_(regex), text_(piece(text)), groups_(static_cast<std::size_t>(groups) + 1) {}

  bool next() {
    if (at_ > text_.size() || !regex_.Match(text_, at_, text_.size(), re2::RE2::UNANCHORED, groups_.data(),
                                            static_cast<int>(groups_.size()))) {
      return false;
    }
    begin_ = static_cast<std::size_t>(groups_[0].data() - text_.data());
    at_ = begin_ + groups_[0].size();
    if (groups_[0].empty()) step_over_character();
    return true;
  }

  std::size_t begin() const { return begin_; }
  std::size_t end() const { return begin_ + groups_[0].size(); }
  const std::vector<re2::StringPiece>& groups() const { return groups_; }

 private:
  void step_over_character() {
    ++at_;
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xc0U) == 0x80U) ++at_;
  }

  const re2::RE2& regex_;
  re2::StringPiece text_;
  std::vector<re2::StringPiece> groups_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

// \1 to \9 stand for groups, \0 for all of the match, \\ for a backslash. False where it names another thing.
bool append_replacement(std::string& out, std::string_view replacement,
                        const std::vector<re2::StringPiece>& groups) {
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    if (replacement[i] != '\\') {
      out.push_back(replacement[i]);
      continue;
    }
    if (++i == replacement.size()) return false;
    const char c = replacement[i];
    const auto group = static_cast<std::size_t>(c - '0');
    if (c == '\\') {
      out.push_back(c);
    } else if (c >= '0' && c <= '9' && group < groups.size()) {
      out.append(view(groups[group]));
    } else {
      return false;
    }
  }
  return true;
}

Value replace_matches(const CallContext& context, Arguments arguments) {
  const auto regex = regex_of(context, arguments[1]);
  if (!regex->ok()) return context.error(fault_of(*regex));
  const std::string_view text = arguments[0].as_text();
  std::int64_t left = arguments.size() > 3 ? arguments[3].as_integer() : -1;
  std::string out;
  std::size_t copied = 0;
  for (Matches matches(*regex, text, regex->NumberOfCapturingGroups()); left != 0 && matches.next(); --left) {
    out.append(text.substr(copied, matches.begin() - copied));
    if (!append_replacement(out, arguments[2].as_text(), matches.groups())) {
      return context.error("the replacement names an unknown group");
    }
    copied = matches.end();
    if (!afford(context, 1 + arguments[2].as_text().size() / 16) || is_too_long(out)) break;
  }
  return string_result(context, out.append(text.substr(copied)));
}

// The group where there is one, else all of the match.
std::string_view extracted(const Matches& matches) { return view(matches.groups().back()); }

Value extract_(const CallContext& context, Arguments arguments) {
  const auto regex = regex_of(context, arguments[1]);
  if (!regex->ok()) return context.error(fault_of(*regex));
  if (regex->NumberOfCapturingGroups() > 1) return context.error("the expression has more than one group");
  context.charge(weight(arguments[0]));
  Matches matches(*regex, arguments[0].as_text(), regex->NumberOfCapturingGroups());
  if (!matches.next() || extracted(matches).data() == nullptr) return Value::optional(nullptr);
  return some(context, Value::string(extracted(matches)));
}

Value extract_all_(const CallContext& context, Arguments arguments) {
  const auto regex = regex_of(context, arguments[1]);
  if (!regex->ok()) return context.error(fault_of(*regex));
  if (regex->NumberOfCapturingGroups() > 1) return context.error("the expression has more than one group");
  std::vector<Value> found;
  Matches matches(*regex, arguments[0].as_text(), regex->NumberOfCapturingGroups());
  while (matches.next()) {
    if (extracted(matches).data() != nullptr) found.push_back(Value::string(extracted(matches)));
  }
  return list_result(context, found);
}

constexpr Overload matches_overloads[] = {{"string.matches(string) -> bool", &matches_},
                                          {"matches(string, string) -> bool", &matches_}};
constexpr Overload extract_overloads[] = {
    {"regex.extract(string, string) -> optional_type(string)", &extract_}};
constexpr Overload extract_all_overloads[] = {
    {"regex.extractAll(string, string) -> list(string)", &extract_all_}};
constexpr Overload replace_matches_overloads[] = {
    {"regex.replace(string, string, string) -> string", &replace_matches},
    {"regex.replace(string, string, string, int) -> string", &replace_matches}};

}  // namespace

const Function extract{"regex.extract",
                       extract_overloads,
                       "The first match, or its group, if there is one.",
                       "regex.extract('v1.20', '[0-9]+[.]([0-9]+)').value()",
                       "\"20\"",
                       &prepare,
                       1};
const Function extract_all{"regex.extractAll",
                           extract_all_overloads,
                           "All matches, or their groups.",
                           "regex.extractAll('a1b22', '[0-9]+')",
                           "[\"1\", \"22\"]",
                           &prepare,
                           1};
const Function matches{"matches",
                       matches_overloads,
                       "Whether the expression (RE2) is found in the text.",
                       "'banana'.matches('ba(na)+$')",
                       "true",
                       &prepare,
                       1};
const Function regex_replace{"regex.replace",
                             replace_matches_overloads,
                             "Replaces all matches, or the given number; \\\\1 is a group.",
                             "regex.replace('2026-11', '([0-9]+)-([0-9]+)', r'\\2/\\1')",
                             "\"11/2026\"",
                             &prepare,
                             1};

}  // namespace martech_audit::cel::functions
