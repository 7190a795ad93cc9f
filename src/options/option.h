// Option: one row of the table of options. The command line, environment variables, keys of the
// configuration, `config show`, completion, the manual page and the configuration's schema are all made from
// it.
//
//     Row{Option::number("max-gap", "0-100", "Fail above this gap", 0, 100)
//             .with_key("gate", "max_gap", Stricter::lower),
//         &GateFlags::max_gap}
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace martech_audit::options {

// What a value looks like.
enum class Kind : std::uint8_t {
  text,
  word,   // one of words()
  known,  // usually one of words(); whoever reads it says more of what is wrong
  date,
  number,  // from `least` to `most`
  count,   // the same, whole
  path,
  colour,  // #rrggbb, dark enough to be read on white
};

// What a value must be so that it makes the gate stricter than another one: all that a configuration may say
// against a policy.
enum class Stricter : std::uint8_t {
  never,           // it decides what is judged, and how
  lower,           // of numbers, or there was none
  higher,          // of numbers, or there was none
  lower_severity,  // of those that fail the gate
  on,
  added,       // to what the policy says: waivers, which are listed wherever they come from
  irrelevant,  // it does not touch the verdict
};

// The key of the configuration that stands for the option; none where it has no name.
struct Key {
  std::string_view group;  // "gate", or empty
  std::string_view name;   // in its group
  Stricter stricter;
  std::string_view about;  // one clause, where the option's own speaks of the command line
};

enum class Place : std::uint8_t { named, argument, required_argument };  // of an argument, no dashes

struct Option {
  using Words = std::vector<std::string_view> (*)();

  std::string_view name = {};     // "fail-on"
  std::string_view value = {};    // "SEVERITY"; empty: a flag
  std::string_view summary = {};  // one clause
  Kind kind = Kind::text;
  Words words = nullptr;  // for checks and completion; what they view outlives the process
  double least = 0;
  double most = std::numeric_limits<double>::max();
  char letter = 0;
  Place place = Place::named;
  bool lists_words = false;  // at the end of the summary
  bool shows_default = false;
  bool is_configurable = true;  // by the environment and the configuration
  Key key = {{}, {}, Stricter::never, {}};

  bool is_flag() const { return value.empty(); }
  bool is_named() const { return place == Place::named; }

  // Made by the value that it takes.
  static constexpr Option flag(std::string_view name, std::string_view summary) {
    return {name, {}, summary};
  }
  static constexpr Option text(std::string_view name, std::string_view value, std::string_view summary) {
    return {name, value, summary};
  }
  static constexpr Option date(std::string_view name, std::string_view value, std::string_view summary) {
    return {name, value, summary, Kind::date};
  }
  static constexpr Option path(std::string_view name, std::string_view value, std::string_view summary) {
    return {name, value, summary, Kind::path};
  }
  static constexpr Option colour(std::string_view name, std::string_view value, std::string_view summary) {
    return {name, value, summary, Kind::colour};
  }
  static constexpr Option word(std::string_view name, std::string_view value, std::string_view summary,
                               Words words) {
    return {name, value, summary, Kind::word, words};
  }
  static constexpr Option known(std::string_view name, std::string_view value, std::string_view summary,
                                Words words) {
    return {name, value, summary, Kind::known, words};
  }
  static constexpr Option number(std::string_view name, std::string_view value, std::string_view summary,
                                 double least = 0, double most = std::numeric_limits<double>::max()) {
    return {name, value, summary, Kind::number, nullptr, least, most};
  }
  static constexpr Option count(std::string_view name, std::string_view value, std::string_view summary,
                                double least, double most) {
    return {name, value, summary, Kind::count, nullptr, least, most};
  }

  // What else there is to say, one behind the other.
  constexpr Option& with_letter(char one) {
    letter = one;
    return *this;
  }
  constexpr Option& as_argument(Place of_it = Place::argument) {
    place = of_it;
    return *this;
  }
  constexpr Option& as_required_argument() { return as_argument(Place::required_argument); }
  constexpr Option& listing_words() {
    lists_words = true;
    return *this;
  }
  constexpr Option& with_default() {
    shows_default = true;
    return *this;
  }
  constexpr Option& not_configurable() {
    is_configurable = false;
    return *this;
  }
  constexpr Option& with_key(std::string_view group, std::string_view name_in_group,
                             Stricter stricter = Stricter::never, std::string_view about = {}) {
    key = {group, name_in_group, stricter, about};
    return *this;
  }
};

// Where values go: a member of the struct of options that a row is of, and the same of one such struct.
template <class Owner>
using Member =
    std::variant<bool Owner::*, std::string Owner::*, std::vector<std::string> Owner::*, std::size_t Owner::*,
                 std::optional<int> Owner::*, std::optional<double> Owner::*>;
using Target = std::variant<bool*, std::string*, std::vector<std::string>*, std::size_t*, std::optional<int>*,
                            std::optional<double>*>;

template <class Owner>
struct Row {
  Option option;
  Member<Owner> member;
};
template <class Owner, class T>
Row(Option, T Owner::*) -> Row<Owner>;

// The summary, and the words where it lists them.
std::string summary_of(const Option& option);

// "gate.fail_on"
std::string name_of(const Key& key);

// Why the option does not take `text`, in a clause that says what to write; empty where it does.
std::string fault_of(const Option& option, const std::string& text);

// Of a flag whose value has no fault.
bool is_on(std::string_view text);

// Whether `value` makes the gate at least as strict as `other` does; both as the option takes them.
bool is_as_strict(const Option& option, std::string_view value, std::string_view other);

}  // namespace martech_audit::options
