#include "saved/verify.h"

#include <fmt/format.h>

#include <charconv>
#include <set>

#include "base/text.h"
#include "document/document.h"
#include "report/writers.h"
#include "saved/recompute.h"

namespace martech_audit::saved {
namespace {

Document as_json(const AuditReport& report) {
  std::string text;
  report::write_json(report, {}, [&](std::string_view bytes) { text += bytes; });
  Diagnostics none;
  return *read_document(std::make_shared<const Source>("report.json", std::move(text)), none);
}

std::string shown(Node node) {
  constexpr std::size_t widest = 60;
  if (!node) return {};
  if (node.is_null()) return "null";
  if (node.is_sequence()) return counted(node.size(), "item");
  if (node.is_mapping()) return "an object";
  const std::string text = escape_controls(shorten(node.text(), widest));
  return node.plain() ? text : fmt::format("\"{}\"", text);
}

// Without a sign before 0, zeros at the end and a point behind which nothing stands.
std::string normalised(std::string_view decimal) {
  std::string text(decimal);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

// Digit by digit; a number with an exponent by the nearest double.
bool same_number(std::string_view a, std::string_view b) {
  const auto has_exponent = [](std::string_view text) { return text.find_first_of("eE") != text.npos; };
  if (!has_exponent(a) && !has_exponent(b)) return normalised(a) == normalised(b);
  double x = 0, y = 0;
  const auto read = [](std::string_view text, double& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
  };
  return read(a, x) && read(b, y) && x == y;
}

bool same_scalar(Node a, Node b) {
  if (a.plain() != b.plain()) return false;
  return a.text() == b.text() || (a.plain() && same_number(a.text(), b.text()));
}

class Comparison {
 public:
  Comparison(const Document& report) : report_(report) {}

  void compare(Node says, Node expected) {
    if (says.kind() != expected.kind()) return add(says, expected);
    if (says.is_mapping()) return compare_members(says, expected);
    if (says.is_sequence()) return compare_items(says, expected);
    if (says.is_scalar() && !same_scalar(says, expected)) add(says, expected);
  }

  std::vector<Discrepancy> found() && { return std::move(found_); }

 private:
  void compare_members(Node says, Node expected) {
    std::set<std::string_view> met;
    for (const Node member : says) {
      met.insert(member.key());
      const Node other = expected.find(member.key());
      other ? compare(member, other) : add(member, other);
    }
    for (const Node member : expected) {
      if (!met.contains(member.key()))
        found_.push_back({fmt::format("{}/{}", report_.pointer(says.id()), member.key()), {}, shown(member)});
    }
  }

  void compare_items(Node says, Node expected) {
    if (says.size() != expected.size()) return add(says, expected);
    auto other = expected.begin();
    for (const Node item : says) {
      compare(item, *other);
      ++other;
    }
  }

  void add(Node says, Node expected) {
    found_.push_back({report_.pointer(says.id()), shown(says), shown(expected)});
  }

  const Document& report_;
  std::vector<Discrepancy> found_;
};

}  // namespace

std::vector<Discrepancy> differences(const SourcePtr& source, const AuditReport& expected) {
  Diagnostics reported;  // when the report was read
  const std::optional<Document> says = read_document(source, reported);
  const Document right = as_json(expected);
  Comparison comparison(*says);
  comparison.compare(says->root(), right.root());
  std::vector<Discrepancy> found = std::move(comparison).found();
  // Of a report that differs elsewhere the digest differs, too: that says nothing more.
  if (found.size() > 1) std::erase_if(found, [](const Discrepancy& one) { return one.pointer == "/digest"; });
  return found;
}

std::vector<Discrepancy> verify(const SourcePtr& source, const AuditReport& report) {
  return differences(source, recomputed(report));
}

}  // namespace martech_audit::saved
