// What a configuration says beside options: reader, hints and schema follow these lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/vocabulary.h"
#include "config/config.h"
#include "record/hand_forms.h"
#include "rules/words.h"

namespace martech_audit::config {

using Schema = options::Schema;

// Forms that configurations alone have.
struct RulesField {
  std::vector<RuleSetting>& settings;
};
struct ParamsField {
  std::vector<ParamSetting>& settings;
};
struct ThresholdsField {
  std::vector<ParamSetting>& settings;
};
struct PolicyField {
  WaiverPolicy& policy;
  Location& where;
};
struct Approvers {
  std::vector<std::string>& names;
};
struct WaiversField {
  std::vector<WaiverFile>& files;
};

inline constexpr int longest_waiver = 36500;  // days

// Of an item of the inventory's field table.
void describe_waiver(Schema& schema);

}  // namespace martech_audit::config

namespace martech_audit::record {

template <>
struct Fields<Config> {
  static constexpr std::string_view noun = "the configuration";

  template <class V>
  static void of(V& visit, Config& config) {
    visit.optional("rules", config::RulesField{config.rules},
                   "per rule: on, off, a severity, or a severity and a weight");
    visit.optional("params", config::ParamsField{config.params}, "by pack: values of its parameters");
    visit.optional("thresholds", config::ThresholdsField{config.params},
                   "per tool category: parameters that differ, by pack");
    visit.optional("waiver_policy", config::PolicyField{config.waiver_policy, config.waiver_policy_at},
                   "required approvers and maximum length of waivers in days");
    visit.optional("waivers", config::WaiversField{config.waivers}, "findings that are accepted for a while");
  }
};

template <>
struct Fields<RuleSetting> {
  static constexpr std::string_view noun = "a rule's setting";

  template <class V>
  static void of(V& visit, RuleSetting& setting) {
    visit.optional("enabled", setting.enabled, "false: the rule is not checked");
    visit.optional("severity", Choice<std::optional<Severity>>{"severity", severity_words, setting.severity},
                   "of its findings");
    visit.optional("weight", Whole<std::optional<int>>{setting.weight, 0, rules::largest_weight},
                   "in the score");
  }
};

template <>
struct Fields<WaiverPolicy> {
  static constexpr std::string_view noun = "the waiver policy";

  template <class V>
  static void of(V& visit, WaiverPolicy& policy) {
    visit.optional("approved_by", config::Approvers{policy.approved_by}, "who may approve waivers");
    visit.optional("max_days", Whole<std::optional<int>>{policy.max_days, 1, config::longest_waiver},
                   "days that a waiver may last");
  }
};

// A word, or a mapping that says more.
template <>
struct Form<RuleSetting> {
  static void describe(auto& schema) {
    schema.any_of(
        [&] {
          std::vector<std::string_view> words{"on", "off"};
          words.insert(words.end(), severity_words_worst_first.begin(), severity_words_worst_first.end());
          schema.words(words);
        },
        [&] { schema.template form<bool>(); }, [&] { schema.template object<RuleSetting>(); });
  }
  static void read(const HandReader& from, Node node, RuleSetting& setting);
};

template <>
struct Form<config::RulesField> {
  static void describe(auto& schema) {
    schema.by_any_key([&] { schema.template form<RuleSetting>(); });
  }
  static void read(const HandReader& from, Node node, const config::RulesField& of);
};

template <>
struct Form<config::ParamsField> {
  static void describe(auto& schema) {
    schema.by_any_key([&] { schema.by_any_key([&] { schema.template form<AnyScalar>(); }); });
  }
  static void read(const HandReader& from, Node node, const config::ParamsField& of);
};

template <>
struct Form<config::ThresholdsField> {
  static void describe(auto& schema) {
    schema.by_any_key([&] { schema.template form<config::ParamsField>(); });
  }
  static void read(const HandReader& from, Node node, const config::ThresholdsField& of);
};

template <>
struct Form<config::PolicyField> {
  static void describe(auto& schema) { schema.template form<WaiverPolicy>(); }
  static void read(const HandReader& from, Node node, const config::PolicyField& of);
};

template <>
struct Form<config::Approvers> {
  static void describe(auto& schema) { schema.template form<std::vector<std::string>>(); }
  static void read(const HandReader& from, Node node, const config::Approvers& of);
};

// Read where waivers beside the inventory are.
template <>
struct Form<config::WaiversField> {
  static void describe(auto& schema) {
    schema.member("type", "array");
    schema.within("items", [&] { config::describe_waiver(schema); });
  }
  static void read(const HandReader&, Node node, const config::WaiversField& of) {
    of.files = {{node.where().source, true}};
  }
};

}  // namespace martech_audit::record
