#include "report/text/wrap.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace martech_audit::report {
namespace {

// What stands between two places where a line may break, with the blanks before it.
struct Word {
  Text blanks;
  Text pieces;
};

std::size_t width_of(const Text& text) {
  std::size_t width = 0;
  for (const Span& span : text) width += display_width(span.text);
  return width;
}

void append(Text& text, std::string_view more, Ink ink) {
  if (more.empty()) return;
  if (!text.empty() && text.back().ink == ink) {
    text.back().text += more;
  } else {
    text.push_back({std::string(more), ink});
  }
}

void append(Text& text, const Text& more) {
  for (const Span& span : more) append(text, span.text, span.ink);
}

std::vector<Word> words_of(const Text& text) {
  std::vector<Word> words(1);
  for (const Span& span : text) {
    for (std::string_view left = span.text; !left.empty();) {
      const std::size_t blanks = std::min(left.find_first_not_of(' '), left.size());
      if (blanks > 0 && !words.back().pieces.empty()) words.emplace_back();
      append(words.back().blanks, left.substr(0, blanks), span.ink);
      left.remove_prefix(blanks);
      const std::size_t end = std::min(left.find(' '), left.size());
      append(words.back().pieces, left.substr(0, end), span.ink);
      left.remove_prefix(end);
    }
  }
  return words;
}

// Takes as much of `word` as fits into `columns`; at least one character, so that cutting always ends.
Text take(Text& word, std::size_t columns) {
  Text taken;
  while (!word.empty()) {
    Span& span = word.front();
    std::size_t bytes = fitting(span.text, columns);
    if (bytes == 0 && taken.empty()) next_character(span.text, bytes);
    append(taken, std::string_view(span.text).substr(0, bytes), span.ink);
    columns -= std::min(columns, display_width(span.text.substr(0, bytes)));
    if (bytes < span.text.size()) {
      span.text.erase(0, bytes);
      break;
    }
    word.erase(word.begin());
  }
  return taken;
}

// Two colons that begin a line would begin a command of a CI service; escaped later, they would not fit.
void begin_line_with(Text& word) {
  if (!word.empty() && word.front().text.starts_with("::")) word.front().text.replace(1, 1, "\\x3a");
}

class Wrapping {
 public:
  Wrapping(std::size_t first, std::size_t rest) : room_(first), rest_(rest) {}

  void add(Word word) {
    const std::size_t blanks = width_of(word.blanks);
    const bool begins = used_ == 0 || used_ + blanks + width_of(word.pieces) > room_;
    if (begins) begin_line_with(word.pieces);
    if (begins && used_ > 0) {
      new_line();
    } else {
      append(line_, word.blanks);
      used_ += blanks;
    }
    while (used_ + width_of(word.pieces) > room_ && room_ > 0) {
      append(line_, take(word.pieces, room_ - std::min(room_, used_)));
      if (word.pieces.empty()) break;
      begin_line_with(word.pieces);
      new_line();
    }
    used_ += width_of(word.pieces);
    append(line_, word.pieces);
  }

  std::vector<Text> lines() && {
    lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

 private:
  void new_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
    room_ = rest_;
  }

  std::vector<Text> lines_;
  Text line_;
  std::size_t used_ = 0;
  std::size_t room_;
  std::size_t rest_;
};

}  // namespace

std::vector<Text> wrap(const Text& text, std::size_t first, std::size_t rest) {
  Wrapping wrapping(first, rest);
  for (Word& word : words_of(text)) {
    if (!word.pieces.empty()) wrapping.add(std::move(word));
  }
  return std::move(wrapping).lines();
}

}  // namespace martech_audit::report
