#include "import/workbook/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "document/limits.h"
#include "import/workbook/limits.h"

namespace martech_audit::import {
namespace {

// "../media/a.png" as seen from "xl/worksheets/": "xl/media/a.png"; "/xl/a.xml" is seen from the root.
std::string resolved(std::string_view folder, std::string_view target) {
  std::string path(target.starts_with('/') ? std::string_view() : folder);
  for (std::size_t at = 0; at <= target.size();) {
    const std::size_t end = std::min(target.find('/', at), target.size());
    const std::string_view step = target.substr(at, end - at);
    at = end + 1;
    if (step == "..") {
      path.resize(path.empty() ? 0 : path.rfind('/', path.size() - 1));
      path.resize(path.rfind('/') == path.npos ? 0 : path.rfind('/') + 1);
    } else if (!step.empty() && step != ".") {
      path += step;
      if (end < target.size()) path += '/';
    }
  }
  return path;
}

Refusal too_many(std::size_t most, std::string_view things) {
  return refusal(fmt::format("the workbook has more than {}", counted(most, things)), save_again);
}

class RelationReader : public XmlHandler {
 public:
  RelationReader(std::string_view folder, Relations& relations)
      : XmlHandler(Names::local), folder_(folder), relations_(relations) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    if (relations_.size() == workbook_limits::relations) return fail(too_many(relations_.size(), "relation"));
    const std::string_view type = attributes["Type"];
    relations_.insert_or_assign(
        std::string(attributes["Id"]),
        Relation{std::string(type.substr(type.rfind('/') + 1)), resolved(folder_, attributes["Target"])});
  }
  void close(std::string_view) override {}

 private:
  std::string_view folder_;
  Relations& relations_;
};

class StringReader : public XmlHandler {
 public:
  explicit StringReader(SharedStrings& strings) : XmlHandler(Names::local), strings_(strings) {}

  void open(std::string_view name, const XmlAttributes&) override { text_.open(name); }
  void close(std::string_view name) override {
    text_.close(name);
    if (name == "si") strings_.add(text_.take());
  }
  void text(std::string_view text) override { text_.add(text); }

 private:
  SharedStrings& strings_;
  StringText text_;
};

class StyleReader : public XmlHandler {
 public:
  explicit StyleReader(std::vector<NumberFormat>& styles) : XmlHandler(Names::local), styles_(styles) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") in_cells_ = true;
    const std::uint32_t id = whole_attribute(attributes["numFmtId"]);
    if (name == "numFmt") formats_.insert_or_assign(id, number_format(attributes["formatCode"]));
    if (std::max(styles_.size(), formats_.size()) > workbook_limits::formats)
      return fail(too_many(workbook_limits::formats, "cell format"));
    if (name != "xf" || !in_cells_) return;
    const auto own = formats_.find(id);
    styles_.push_back(own == formats_.end() ? built_in_format(id) : own->second);
  }
  void close(std::string_view name) override { in_cells_ = in_cells_ && name != "cellXfs"; }

 private:
  std::vector<NumberFormat>& styles_;
  std::map<std::uint32_t, NumberFormat> formats_;
  bool in_cells_ = false;
};

}  // namespace

std::string without_escapes(std::string text) {
  constexpr std::size_t length = 7;  // of _x000D_
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
    if (at < copied || at + length > text.size() || text[at + length - 1] != '_') continue;
    unsigned code = 0;
    const char* digits = text.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
    const bool is_text = code == '\t' || code == '\n' || code == '\r' || (code >= ' ' && code < 0xD800);
    if (error != std::errc() || end != digits + 4 || !is_text) continue;
    out += text.substr(copied, at - copied);
    append_utf8(out, code);
    copied = at + length;
  }
  if (copied == 0) return text;
  return out + text.substr(copied);
}

std::uint32_t whole_attribute(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

bool is_true(std::string_view attribute) { return attribute == "1" || attribute == "true"; }

void StringText::open(std::string_view name) {
  if (name == "rPh") ++phonetic_;
  in_text_ = name == "t" && phonetic_ == 0;
}

void StringText::close(std::string_view name) {
  if (name == "rPh") --phonetic_;
  in_text_ = false;
}

void StringText::add(std::string_view text) {
  // One byte more than a cell may have tells that there is too much.
  if (in_text_ && text_.size() <= limits::scalar_length) text_ += text;
}

void SharedStrings::add(std::string_view text) {
  texts_ += text;
  ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

std::string_view SharedStrings::operator[](std::size_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(texts_).substr(begin, ends_[number] - begin);
}

Refusal read_relations(Archive& archive, std::string_view part, Relations& relations) {
  const std::size_t name = part.rfind('/') == part.npos ? 0 : part.rfind('/') + 1;
  const std::string_view folder = part.substr(0, name);
  RelationReader reader(folder, relations);
  return read_xml(archive, std::string(folder) + "_rels/" + std::string(part.substr(name)) + ".rels", reader);
}

Refusal read_shared_strings(Archive& archive, std::string_view part, SharedStrings& strings) {
  StringReader reader(strings);
  return read_xml(archive, part, reader);
}

Refusal read_styles(Archive& archive, std::string_view part, std::vector<NumberFormat>& styles) {
  StyleReader reader(styles);
  return read_xml(archive, part, reader);
}

}  // namespace martech_audit::import
