#include "config/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "config/fields.h"
#include "document/document.h"
#include "record/read_value.h"

namespace martech_audit {
namespace {

using options::Kind;
using options::Value;

class ConfigReader {
 public:
  ConfigReader(std::string folder, const options::Keys& keys, Config& config, Diagnostics& diagnostics)
      : folder_(std::move(folder)), keys_(keys), config_(config), diagnostics_(diagnostics) {}

  void read(Node root) {
    if (!record::expect_mapping(root, "a configuration", "write keys as 'name: value'", diagnostics_)) return;
    for (const Node value : root) read_member(value);
  }

 private:
  void read_member(Node value) {
    if (value.is_null()) return record::report_empty_field(value, diagnostics_);
    const std::vector<std::string_view> groups = keys_.groups();
    if (std::ranges::find(groups, value.key()) != groups.end()) return read_group(value);
    if (const Value* known = keys_.find("", value.key())) return read_option(*known, value);
    if (record::HandReader(diagnostics_).take_member(value, config_) != 0) return;
    std::vector<std::string_view> names = groups;
    for (const record::FieldText& field : record::fields_of<Config>()) names.push_back(field.name);
    const std::vector<std::string_view> of_options = keys_.names("");
    names.insert(names.end(), of_options.begin(), of_options.end());
    record::report_unknown_field(value, record::Fields<Config>::noun, names, diagnostics_);
  }

  void read_group(Node group) {
    const std::string_view name = group.key();
    const std::vector<std::string_view> names = keys_.names(name);
    const std::string hint = fmt::format("write its keys below it: {}", fmt::join(names, ", "));
    if (!record::expect_mapping(group, fmt::format("'{}'", name), hint, diagnostics_)) return;
    for (const Node value : group) {
      if (const Value* known = keys_.find(name, value.key())) {
        value.is_null() ? record::report_empty_field(value, diagnostics_) : read_option(*known, value);
        continue;
      }
      record::report_unknown_field(value, fmt::format("the {}", name), names, diagnostics_);
    }
  }

  void read_option(const Value& key, Node value) {
    Config::OptionValue option{&key.option(), {}, value.where()};
    const std::vector<Node> items =
        key.is_list() ? record::read_list(value, diagnostics_) : std::vector{value};
    for (const Node item : items) {
      if (auto text = text_of(key.option(), item))
        option.items.push_back({*std::move(text), std::string(item.text()), item.where()});
    }
    if (!option.items.empty()) config_.options.push_back(std::move(option));
  }

  std::optional<std::string> text_of(const options::Option& option, Node item) {
    if (option.is_flag()) {
      const auto flag = record::read_flag(item, diagnostics_);
      return flag ? std::optional(std::string(*flag ? "true" : "false")) : std::nullopt;
    }
    const auto text = record::read_text(item, diagnostics_);
    if (!text) return std::nullopt;
    if (option.kind != Kind::path) return std::string(*text);
    return (std::filesystem::path(folder_) / std::string(*text)).lexically_normal().string();
  }

  std::string folder_;
  const options::Keys& keys_;
  Config& config_;
  Diagnostics& diagnostics_;
};

// Whether there is nothing but remarks: a file in which every key was commented out asks for nothing.
bool says_nothing(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::string_view said = trim(line);
    if (!said.empty() && !said.starts_with('#')) return false;
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return true;
}

}  // namespace

std::optional<Config> read_config(const SourcePtr& source, const std::string& folder,
                                  const options::Keys& keys, Diagnostics& diagnostics) {
  Config config;
  if (says_nothing(source->text())) return config;
  const std::optional<Document> document = read_document(source, diagnostics);
  if (!document) return std::nullopt;
  ConfigReader(folder, keys, config, diagnostics).read(document->root());
  for (WaiverFile& file : config.waivers) file.parsed = document->shared_tree();
  return config;
}

}  // namespace martech_audit
