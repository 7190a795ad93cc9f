#include "base/wrap.h"

#include <algorithm>

#include "base/text.h"

namespace martech_audit {
namespace {

class LineBreaker {
 public:
  LineBreaker(std::string_view text, std::size_t first, std::size_t rest, LongWords long_words)
      : text_(text), room_(first), rest_(rest), long_words_(long_words) {}

  // What stands from `begin` to `end` and has no space, after what was added before.
  void add(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    const std::size_t blanks = begin - end_;
    if (used_ > 0 && used_ + blanks + display_width(word) > room_) {
      break_at(begin);
    } else {
      used_ += blanks;
    }
    while (long_words_ == LongWords::cut && used_ + width_of(begin, end) > room_) {
      const std::size_t cut = begin + bytes_that_fit(begin, end);
      if (cut == end) break;
      end_ = cut;
      break_at(cut);
      begin = cut;
    }
    used_ += width_of(begin, end);
    end_ = end;
  }

  std::vector<std::string_view> lines() && {
    break_at(text_.size());
    return std::move(lines_);
  }

 private:
  std::size_t width_of_escape(std::size_t begin) const {
    const bool begins_line = text_.find_first_not_of(' ', begin_) == begin;
    return begins_line && text_.substr(begin).starts_with("::") ? 3 : 0;
  }

  std::size_t width_of(std::size_t begin, std::size_t end) const {
    return display_width(text_.substr(begin, end - begin)) + width_of_escape(begin);
  }

  // At least one character, so that cutting always ends.
  std::size_t bytes_that_fit(std::size_t begin, std::size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    std::size_t bytes = fitting(word, room_ - std::min(room_, used_ + width_of_escape(begin)));
    if (bytes == 0) next_character(word, bytes);
    return bytes;
  }

  void break_at(std::size_t begin) {
    lines_.push_back(text_.substr(begin_, end_ - begin_));
    begin_ = end_ = begin;
    used_ = 0;
    room_ = rest_;
  }

  std::string_view text_;
  std::vector<std::string_view> lines_;
  std::size_t begin_ = 0;  // of the line
  std::size_t end_ = 0;    // of its last word
  std::size_t used_ = 0;   // columns
  std::size_t room_;
  std::size_t rest_;
  LongWords long_words_;
};

}  // namespace

std::vector<std::string_view> wrap_lines(std::string_view text, std::size_t first, std::size_t rest,
                                         LongWords long_words) {
  LineBreaker breaker(text, first, rest, long_words);
  for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    breaker.add(at, end);
    at = end;
  }
  return std::move(breaker).lines();
}

std::string flowed(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char c : trim(text)) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (is_blank && !blank) out += ' ';
    if (!is_blank) out += c;
    blank = is_blank;
  }
  return out;
}

}  // namespace martech_audit
