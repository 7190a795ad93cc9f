#include "document/json_copy.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <span>

#include "document/scalar.h"

namespace martech_audit {
namespace {

using Steps = std::span<const std::string>;

std::string json_string(std::string_view text) { return nlohmann::json(text).dump(); }

std::string scalar(Node node) {
  const std::string_view text = node.text();
  if (is_null(text, node.plain())) return "null";
  if (const auto value = boolean(text, node.plain())) return *value ? "true" : "false";
  if (const auto value = integer(text, node.plain())) return fmt::format("{}", *value);
  if (const auto value = decimal(text, node.plain())) return value->to_string();
  if (const auto value = real(text, node.plain())) return fmt::format("{}", *value);
  return json_string(text);
}

class Copier {
 public:
  explicit Copier(const Change& change) : change_(change) {}

  std::optional<std::string> run(Node root) {
    write(root, change_.steps, !change_.steps.empty());
    return lost_ ? std::nullopt : std::optional(std::move(out_));
  }

 private:
  // `on_the_way`: the change lies at or below this node, `steps` further down.
  void write(Node node, Steps steps, bool on_the_way) {
    if (on_the_way && steps.empty()) {
      out_ += change_.json;
    } else if (node.is_mapping()) {
      write_mapping(node, steps, on_the_way);
    } else if (node.is_sequence()) {
      write_sequence(node, steps, on_the_way);
    } else if (on_the_way && node.is_null()) {
      write_new(steps);
    } else if (on_the_way && steps.size() == 1 && steps.front() == "-") {
      out_ += "[" + scalar(node) + "," + change_.json + "]";  // a list of one, written without brackets
    } else {
      lost_ = lost_ || on_the_way;
      out_ += node.is_null() ? "null" : scalar(node);
    }
  }

  void write_mapping(Node node, Steps steps, bool on_the_way) {
    out_ += '{';
    bool found = false;
    std::string_view comma;
    for (const Node item : node) {
      const bool here = on_the_way && item.key() == steps.front();
      out_ += fmt::format("{}{}:", comma, json_string(item.key()));
      write(item, here ? steps.subspan(1) : Steps(), here);
      found = found || here;
      comma = ",";
    }
    if (on_the_way && !found) {
      out_ += fmt::format("{}{}:", comma, json_string(steps.front()));
      write_new(steps.subspan(1));
    }
    out_ += '}';
  }

  void write_sequence(Node node, Steps steps, bool on_the_way) {
    const bool adds = on_the_way && steps.front() == "-";
    const std::size_t wanted = on_the_way && !adds ? index_of(steps.front()) : node.size();
    lost_ = lost_ || (on_the_way && !adds && wanted >= node.size());
    out_ += '[';
    std::size_t index = 0;
    for (const Node item : node) {
      if (index > 0) out_ += ',';
      const bool here = on_the_way && !adds && index == wanted;
      write(item, here ? steps.subspan(1) : Steps(), here);
      ++index;
    }
    if (adds) out_ += fmt::format("{}{}", index > 0 ? "," : "", change_.json);
    out_ += ']';
  }

  void write_new(Steps steps) {
    if (steps.empty()) {
      out_ += change_.json;
    } else if (steps.front() == "-") {
      out_ += "[" + change_.json + "]";
    } else {
      out_ += "{" + json_string(steps.front()) + ":";
      write_new(steps.subspan(1));
      out_ += '}';
    }
  }

  static std::size_t index_of(const std::string& step) {
    std::size_t index = 0;
    const auto [end, fault] = std::from_chars(step.data(), step.data() + step.size(), index);
    const bool whole = fault == std::errc() && end == step.data() + step.size();
    return whole ? index : static_cast<std::size_t>(-1);
  }

  const Change& change_;
  std::string out_;
  bool lost_ = false;  // the steps do not lead anywhere
};

}  // namespace

std::optional<std::string> json_copy(const Document& document, const Change& change) {
  return Copier(change).run(document.root());
}

}  // namespace martech_audit
