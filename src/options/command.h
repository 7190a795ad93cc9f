// Command: a word of the command line, the options it takes, and what it does; as data.
#pragma once

#include <array>
#include <functional>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "options/values.h"

namespace martech_audit::options {

// Options that belong together: rows of a struct, those of a struct within it, or several of either. Rows
// must outlive it.
template <class Owner>
class Group {
 public:
  template <std::size_t count>
  Group(const std::array<Row<Owner>, count>& rows)
      : bind_([&rows](Owner& owner, Values& values) {
          values.add(std::span<const Row<Owner>>(rows), owner);
        }) {}

  template <class Part>
  Group(Part Owner::*part, Group<Part> group)
      : bind_([part, group = std::move(group)](Owner& owner, Values& values) {
          group.bind(owner.*part, values);
        }) {}

  Group(std::initializer_list<Group> groups)
      : bind_([all = std::vector<Group>(groups)](Owner& owner, Values& values) {
          for (const Group& group : all) group.bind(owner, values);
        }) {}

  void bind(Owner& owner, Values& values) const { bind_(owner, values); }

 private:
  std::function<void(Owner&, Values&)> bind_;
};

struct Command;

// A command that was named: all that the line and the environment say is in place.
struct Call {
  const Command& root;  // the program itself
  Values& values;       // of the command's own options
};

struct Command {
  std::string_view name;
  std::string_view summary;
  Values values = {};                        // those of the program itself are taken by every command, too
  std::vector<Command> parts = {};           // commands of its own, of which one must be named
  std::function<int(const Call&)> run = {};  // gives the exit code; owns what `values` go to
};

// What `--help` and `--version` say of themselves.
inline constexpr Option help_option =
    Option::flag("help", "Print this help message and exit").with_letter('h');
inline constexpr Option version_option =
    Option::flag("version", "Display program version information and exit");

}  // namespace martech_audit::options
