// Text that a CI service prints in its log must start none of the service's commands.
//
// GitHub's runner obeys "::name …::data" at the beginning of a line and "##[name …]data" anywhere in one,
// Azure Pipelines "##[…]" and "##vso[…]", TeamCity "##teamcity[…]". So no bracket may follow "##" and
// letters, and no line may begin with two colons, blanks before them or not. The character that would make it
// so is written as an escape; all others stay. Characters beyond ASCII, controls and colours count for
// nothing, since runners compare texts by rules that overlook many of them. GitLab's marks need an escape
// character, which is never printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace martech_audit {

class CommandGuard {
 public:
  enum class Spelling : std::uint8_t { shown, json };  // "\x5b", as controls are shown, or "\u005b"

  // For text that is a value within a line.
  static CommandGuard within_line(Spelling spelling = Spelling::shown);
  // For a stream from its beginning.
  explicit CommandGuard(Spelling spelling = Spelling::shown) : spelling_(spelling) {}
  // The same where lines that begin with "::" are commands on purpose.
  static CommandGuard of_commands();

  // Appends what may be printed. Pieces may be cut anywhere.
  void append(std::string& out, std::string_view piece);

 private:
  enum class Line : std::uint8_t { begins, colon, within, any };
  enum class Hashes : std::uint8_t { none, one, two, word };

  bool is_idle() const;
  bool completes(char c);
  void follow_line(char c);
  void follow_hashes(char c);
  void append_escape(std::string& out, char c) const;

  Spelling spelling_;
  Line line_ = Line::begins;
  Hashes hashes_ = Hashes::none;
  bool in_colour_ = false;
};

// A whole text, which is a value within a line.
std::string without_commands(std::string text);

}  // namespace martech_audit
