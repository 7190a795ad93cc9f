#include "report/text/wrap.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/wrap.h"

namespace martech_audit::report {
namespace {

// Cuts lines out of what they are the text of, from the front.
class Cutter {
 public:
  explicit Cutter(const Text& text) : span_(text.begin()) {}

  // `skipped` bytes on, a line of `size` bytes.
  Text line(std::size_t skipped, std::size_t size) {
    Text line;
    while (skipped > 0) skipped -= take(skipped).size();
    while (size > 0) {
      const Ink ink = span_->ink;
      const std::string_view piece = take(size);
      size -= piece.size();
      if (!line.empty() && line.back().ink == ink) {
        line.back().text += piece;
      } else if (!piece.empty()) {
        line.push_back({std::string(piece), ink});
      }
    }
    return line;
  }

 private:
  // At most `bytes` of one span.
  std::string_view take(std::size_t bytes) {
    const std::string_view piece = std::string_view(span_->text).substr(taken_, bytes);
    taken_ += piece.size();
    if (taken_ == span_->text.size()) {
      ++span_;
      taken_ = 0;
    }
    return piece;
  }

  Text::const_iterator span_;
  std::size_t taken_ = 0;  // of the span
};

// Two colons that begin a line would begin a command of a CI service; escaped later, they would not fit.
void guard_begin(Text& line) {
  for (Span& span : line) {
    const std::size_t at = span.text.find_first_not_of(' ');
    if (at == std::string::npos) continue;
    if (std::string_view(span.text).substr(at).starts_with("::")) span.text.replace(at + 1, 1, "\\x3a");
    return;
  }
}

}  // namespace

std::vector<Text> wrap(const Text& text, std::size_t first, std::size_t rest) {
  std::string whole;
  for (const Span& span : text) whole += span.text;
  std::vector<Text> lines;
  Cutter cutter(text);
  const char* end = whole.data();
  for (const std::string_view line : wrap_lines(whole, first, rest, LongWords::cut)) {
    lines.push_back(cutter.line(static_cast<std::size_t>(line.data() - end), line.size()));
    guard_begin(lines.back());
    end = line.data() + line.size();
  }
  return lines;
}

}  // namespace martech_audit::report
