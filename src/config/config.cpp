#include "config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "base/edit_distance.h"
#include "base/text.h"
#include "catalogue/categories.h"
#include "document/document.h"
#include "document/scalar.h"
#include "record/read_value.h"
#include "rules/words.h"

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
    const std::string_view key = value.key();
    if (value.is_null()) return record::report_empty_field(value, diagnostics_);
    if (key == "gate") return read_group(value);
    if (key == "rules") return read_rules(value);
    if (key == "params") return read_params(value, {});
    if (key == "thresholds") return read_thresholds(value);
    if (key == "waiver_policy") return read_waiver_policy(value);
    if (key == "waivers") {
      config_.waivers = {{value.where().source, true}};
    } else if (const Value* known = keys_.find("", key)) {
      read_option(*known, value);
    } else {
      std::vector<std::string_view> names{"gate",       "rules",   "params",
                                          "thresholds", "waivers", "waiver_policy"};
      const std::vector<std::string_view> of_options = keys_.names("");
      names.insert(names.end(), of_options.begin(), of_options.end());
      record::report_unknown_field(value, "the configuration", names, diagnostics_);
    }
  }

  void read_group(Node group) {
    if (!record::expect_mapping(group, "'gate'", "write, for instance, gate: {fail_on: high}", diagnostics_))
      return;
    for (const Node value : group) {
      if (const Value* known = keys_.find("gate", value.key())) {
        value.is_null() ? record::report_empty_field(value, diagnostics_) : read_option(*known, value);
        continue;
      }
      record::report_unknown_field(value, "the gate", keys_.names("gate"), diagnostics_);
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

  void read_rules(Node rules) {
    if (!record::expect_mapping(rules, "'rules'", "write, for instance, rules: {unused-licences: off}",
                                diagnostics_))
      return;
    for (const Node value : rules) {
      RuleSetting setting{std::string(value.key()), {}, {}, {}, value.key_where()};
      if (value.is_mapping()) {
        read_setting(value, setting);
      } else if (value.is_scalar()) {
        read_switch(value, setting);
      } else {
        report_setting(value);
        continue;
      }
      config_.rules.push_back(std::move(setting));
    }
  }

  void report_setting(Node value) {
    diagnostics_.error(value.where(), fmt::format("the setting of rule '{}' is empty", value.key()),
                       "write on, off, a severity, or {severity: low, weight: 5}");
  }

  // "off", "on" or a severity alone.
  void read_switch(Node value, RuleSetting& setting) {
    const std::string_view word = value.text();
    if (word == "off" || word == "false") {
      setting.enabled = false;
    } else if (word == "on" || word == "true") {
      setting.enabled = true;
    } else if (const auto of_findings = severity(word)) {
      setting.severity = of_findings;
    } else {
      report_setting(value);
    }
  }

  void read_setting(Node mapping, RuleSetting& setting) {
    for (const Node value : mapping) {
      if (value.key() == "enabled") {
        setting.enabled = record::read_flag(value, diagnostics_);
      } else if (value.key() == "severity") {
        setting.severity = value.is_scalar() ? severity(value.text()) : std::nullopt;
        if (!setting.severity) {
          diagnostics_.error(value.where(), "'severity' is not a severity",
                             "write critical, high, medium, low or info");
        }
      } else if (value.key() == "weight") {
        setting.weight = record::read_whole(value, 0, rules::largest_weight, diagnostics_);
      } else {
        record::report_unknown_field(value, "a rule's setting",
                                     std::array<std::string_view, 3>{"enabled", "severity", "weight"},
                                     diagnostics_);
      }
    }
  }

  void read_waiver_policy(Node policy) {
    if (!record::expect_mapping(policy, "'waiver_policy'",
                                "write, for instance, waiver_policy: {approved_by: [cfo]}", diagnostics_))
      return;
    config_.waiver_policy_at = policy.key_where();
    for (const Node value : policy) {
      if (value.key() == "approved_by") {
        for (const Node item : record::read_list(value, diagnostics_)) {
          if (const auto text = record::read_text(item, diagnostics_))
            config_.waiver_policy.approved_by.emplace_back(*text);
        }
        if (config_.waiver_policy.approved_by.empty())
          diagnostics_.error(value.where(), "'approved_by' is empty", "write approved_by: [cfo, head-of-it]");
      } else if (value.key() == "max_days") {
        config_.waiver_policy.max_days = read_days(value);
      } else {
        record::report_unknown_field(value, "the waiver policy",
                                     std::array<std::string_view, 2>{"approved_by", "max_days"},
                                     diagnostics_);
      }
    }
  }

  std::optional<int> read_days(Node value) {
    constexpr int most = 36500;
    int days = 0;
    const std::string_view text = value.is_scalar() ? value.text() : std::string_view();
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (failed == std::errc() && end == text.data() + text.size() && days >= 1 && days <= most) return days;
    diagnostics_.error(value.where(),
                       fmt::format("'{}' must be a number of days from 1 to {}", value.key(), most),
                       fmt::format("write {}: 90", value.key()));
    return std::nullopt;
  }

  // Packs, their parameters, the values.
  void read_params(Node packs, std::string_view category) {
    constexpr const char* hint = "write, for instance, params: {contracts: {lead_days: 90}}";
    if (!record::expect_mapping(packs, fmt::format("'{}'", packs.key()), hint, diagnostics_)) return;
    for (const Node pack : packs) {
      if (!record::expect_mapping(pack, fmt::format("'{}'", pack.key()), hint, diagnostics_)) continue;
      for (const Node value : pack) {
        const auto text = record::read_text(value, diagnostics_);
        if (text)
          config_.params.push_back({std::string(pack.key()), std::string(value.key()), std::string(*text),
                                    std::string(category), value.where()});
      }
    }
  }

  void read_thresholds(Node categories) {
    if (!record::expect_mapping(categories, "'thresholds'",
                                "write, for instance, thresholds: {crm: {spend: {target_active: 0.8}}}",
                                diagnostics_))
      return;
    for (const Node packs : categories) {
      if (catalogue::category_named(packs.key()) == nullptr) warn_of_category(packs);
      read_params(packs, packs.key());
    }
  }

  void warn_of_category(Node packs) {
    const auto hint = [&] {
      std::vector<std::string_view> names;
      for (const catalogue::Category& category : catalogue::categories()) names.push_back(category.id);
      return did_you_mean(packs.key(), names);
    };
    diagnostics_.warning(packs.key_where(), fmt::format("'{}' is not a known category", packs.key()), hint);
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
  return config;
}

}  // namespace martech_audit
