#include "import/workbook/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace martech_audit::import {
namespace {

// Signs that several currencies share, by the language of the format.
struct LocalSign {
  std::string_view sign;
  unsigned language;
  std::string_view code;
};
constexpr std::array local_signs{
    LocalSign{"$", 0x0409, "USD"},        LocalSign{"$", 0x1009, "CAD"},
    LocalSign{"$", 0x0C09, "AUD"},        LocalSign{"$", 0x1409, "NZD"},
    LocalSign{"$", 0x4809, "SGD"},        LocalSign{"$", 0x0C04, "HKD"},
    LocalSign{"$", 0x0404, "TWD"},        LocalSign{"$", 0x080A, "MXN"},
    LocalSign{"\xC2\xA5", 0x0411, "JPY"}, LocalSign{"\xC2\xA5", 0x0804, "CNY"},
    LocalSign{"kr", 0x041D, "SEK"},       LocalSign{"kr", 0x0414, "NOK"},
    LocalSign{"kr", 0x0406, "DKK"},
};

// "$-409": a sign and the language it is of. A language without a sign says nothing.
std::string currency_of(std::string_view text) {
  const std::size_t dash = text.rfind('-');
  const std::string_view sign = trim(text.substr(0, dash));
  if (dash == text.npos) return std::string(sign);
  const std::string_view language = text.substr(dash + 1);
  unsigned number = 0;
  std::from_chars(language.data(), language.data() + language.size(), number, 16);
  for (const LocalSign& known : local_signs) {
    if (known.sign == sign && known.language == (number & 0xFFFFU)) return std::string(known.code);
  }
  return std::string(sign);
}

bool is_currency_sign(char32_t c) {
  return c == '$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0xE3F;
}

// What stands beside a number, where it is a word or the sign of a currency.
std::string word_beside(std::string_view text) {
  constexpr std::string_view own_marks = "-+() ";
  const std::size_t begin = text.find_first_not_of(own_marks);
  if (begin == text.npos) return {};
  text = text.substr(begin, text.find_last_not_of(own_marks) - begin + 1);
  return text.find_first_of("%,;:/") == text.npos ? std::string(text) : std::string();
}

bool has_currency_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_currency_sign(next_code_point(text, at))) return true;
  }
  return false;
}

class FormatReader {
 public:
  explicit FormatReader(std::string_view code) : code_(code) {}

  NumberFormat read() {
    while (at_ < code_.size() && code_[at_] != ';') step();
    NumberFormat format;
    format.kind = kind();
    // Of scaled numbers (12k for 12,000) and fractions the text around is not that of the number itself.
    if (format.kind != NumberFormat::Kind::number || scaled_ || fraction_) return format;
    format.before = around(before_);
    format.after = around(after_);
    if (money_) format.decimals = decimals_;
    return format;
  }

 private:
  NumberFormat::Kind kind() const {
    if (elapsed_) return NumberFormat::Kind::elapsed;
    if (day_ || (month_ && !time_)) return NumberFormat::Kind::day;
    if (time_) return NumberFormat::Kind::time;
    return percent_ ? NumberFormat::Kind::percent : NumberFormat::Kind::number;
  }

  void step() {
    const char c = code_[at_];
    switch (c) {
      case '"':
        return quoted();
      case '\\':
        ++at_;
        return literal();
      case '_':
      case '*':
        ++at_;
        if (at_ < code_.size()) next_code_point(code_, at_);
        return;
      case '[':
        return bracketed();
      case '%':
        percent_ = true;
        break;
      case '/':
        fraction_ = digits_;
        break;
      case ',':  // behind the last digit it divides by a thousand
        scaled_ = digits_;
        break;
      case '.':
        point_ = true;
        break;
      case '0':
      case '#':
      case '?':
        digits_ = true;
        scaled_ = scaled_ && point_;
        if (point_) ++decimals_;
        break;
      default:
        if (is_letter(c)) return letter(c);
        if (c == '$' || static_cast<unsigned char>(c) >= 0x80) return literal();
        break;  // brackets, signs, blanks, the place of a text
    }
    ++at_;
  }

  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  void letter(char c) {
    for (const std::string_view word : {"general", "am/pm", "a/p"}) {
      if (lower_ascii(code_.substr(at_, word.size())) != word) continue;
      time_ = time_ || word != "general";
      digits_ = digits_ || word == "general";
      at_ += word.size();
      return;
    }
    const char lower = static_cast<char>(c | 0x20);
    const bool exponent = lower == 'e' && digits_;
    day_ =
        day_ || lower == 'y' || lower == 'd' || lower == 'b' || (lower == 'e' && !exponent) || lower == 'g';
    month_ = month_ || lower == 'm';
    time_ = time_ || lower == 'h' || lower == 's';
    ++at_;
  }

  void quoted() {
    const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
    add(code_.substr(at_ + 1, end - at_ - 1));
    at_ = std::min(end + 1, code_.size());
  }

  void bracketed() {
    const std::size_t end = std::min(code_.find(']', at_), code_.size());
    const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, code_.size());
    if (inside.starts_with('$')) {
      const std::string currency = currency_of(inside.substr(1));
      money_ = money_ || !currency.empty();
      return add(currency);
    }
    const std::string lower = lower_ascii(inside);
    elapsed_ = elapsed_ || (!lower.empty() && lower.find_first_not_of(lower[0]) == lower.npos &&
                            (lower[0] == 'h' || lower[0] == 'm' || lower[0] == 's'));
  }

  void literal() {
    if (at_ >= code_.size()) return;
    const std::size_t begin = at_;
    next_code_point(code_, at_);
    add(code_.substr(begin, at_ - begin));
  }

  void add(std::string_view text) {
    money_ = money_ || has_currency_sign(text);
    (digits_ ? after_ : before_) += text;
  }

  // Signs, brackets and dashes of a number are its own.
  static std::string around(std::string_view text) {
    text = trim(text);
    constexpr std::string_view marks = "-+()/:,.' ";
    return text.find_first_not_of(marks) == text.npos ? std::string() : std::string(text);
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::string before_, after_;
  int decimals_ = 0;
  bool digits_ = false, point_ = false, scaled_ = false, fraction_ = false;
  bool percent_ = false, day_ = false, month_ = false, time_ = false, elapsed_ = false, money_ = false;
};

constexpr bool is_between(unsigned id, unsigned first, unsigned last) { return id >= first && id <= last; }

}  // namespace

NumberFormat number_format(std::string_view code) { return FormatReader(code).read(); }

NumberFormat shown_format(std::string_view shown, std::string_view number) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t first = shown.find_first_of(digits);
  const std::size_t first_of_number = std::min(number.find_first_of(digits), number.size());
  if (first == shown.npos) return {};
  std::string shown_digits;
  std::copy_if(shown.begin(), shown.end(), std::back_inserter(shown_digits), is_digit);
  const std::size_t end = std::min(number.find_first_not_of(digits, first_of_number), number.size());
  if (!shown_digits.starts_with(number.substr(first_of_number, end - first_of_number))) return {};
  NumberFormat format;
  format.before = word_beside(shown.substr(0, first));
  format.after = word_beside(shown.substr(shown.find_last_of(digits) + 1));
  if (has_currency_sign(format.before) || has_currency_sign(format.after)) format.decimals = 2;
  return format;
}

NumberFormat built_in_format(unsigned id) {
  using Kind = NumberFormat::Kind;
  if (id == 9 || id == 10) return {Kind::percent};
  if (is_between(id, 14, 17) || id == 22 || is_between(id, 27, 36) || is_between(id, 50, 58))
    return {Kind::day};
  if (is_between(id, 18, 21) || id == 45 || id == 47) return {Kind::time};
  return {id == 46 ? Kind::elapsed : Kind::number};
}

}  // namespace martech_audit::import
