#include "config/fields.h"

#include <fmt/format.h>

#include "base/edit_distance.h"
#include "base/text.h"
#include "catalogue/categories.h"

namespace martech_audit::record {
namespace {

constexpr std::string_view params_hint = "write, for instance, params: {contracts: {lead_days: 90}}";

void report_setting(const HandReader& from, Node node) {
  const std::string given = node.is_scalar() ? fmt::format("'{}'", shorten(node.text(), 40)) : found(node);
  from.diagnostics().error(node.where(),
                           fmt::format("the setting of rule '{}' {}", node.key(),
                                       node.is_null() ? "is empty" : "cannot be " + given),
                           "write on, off, a severity, or {severity: low, weight: 5}");
}

// "off", "on" or a severity alone.
void read_switch(const HandReader& from, Node node, RuleSetting& setting) {
  const std::string_view word = node.text();
  if (word == "off" || word == "false") {
    setting.enabled = false;
  } else if (word == "on" || word == "true") {
    setting.enabled = true;
  } else if (const auto of_findings = severity(word)) {
    setting.severity = of_findings;
  } else {
    report_setting(from, node);
  }
}

void read_each(const HandReader& from, Node mapping, std::string_view hint, const auto& take) {
  const auto members = each(hint, take);
  Form<std::remove_cvref_t<decltype(members)>>::read(from, mapping, members);
}

// Packs, their parameters, the values.
void read_params(const HandReader& from, Node packs, std::string_view category,
                 std::vector<ParamSetting>& settings) {
  read_each(from, packs, params_hint, [&](const HandReader&, Node pack) {
    read_each(from, pack, params_hint, [&](const HandReader&, Node value) {
      if (const auto text = read_text(value, from.diagnostics())) {
        settings.push_back({std::string(pack.key()), std::string(value.key()), std::string(*text),
                            std::string(category), value.where()});
      }
    });
  });
}

void warn_of_category(const HandReader& from, Node category) {
  const auto hint = [&] {
    std::vector<std::string_view> names;
    for (const catalogue::Category& known : catalogue::categories()) names.push_back(known.id);
    return did_you_mean(category.key(), names);
  };
  from.diagnostics().warning(category.key_where(),
                             fmt::format("'{}' is not a known category", category.key()), hint);
}

}  // namespace

void Form<RuleSetting>::read(const HandReader& from, Node node, RuleSetting& setting) {
  setting.rule = node.key();
  setting.where = node.key_where();
  if (node.is_mapping()) {
    from.object(node, setting);
  } else if (node.is_scalar()) {
    read_switch(from, node, setting);
  } else {
    report_setting(from, node);
  }
}

void Form<config::RulesField>::read(const HandReader& from, Node node, const config::RulesField& of) {
  of.settings.reserve(node.size());
  read_each(from, node, "write, for instance, rules: {unused-licences: off}",
            [&](const HandReader&, Node rule) { from.add(rule, of.settings); });
}

void Form<config::ParamsField>::read(const HandReader& from, Node node, const config::ParamsField& of) {
  read_params(from, node, {}, of.settings);
}

void Form<config::ThresholdsField>::read(const HandReader& from, Node node,
                                         const config::ThresholdsField& of) {
  read_each(from, node, "write, for instance, thresholds: {crm: {spend: {target_active: 0.8}}}",
            [&](const HandReader&, Node category) {
              if (catalogue::category_named(category.key()) == nullptr) warn_of_category(from, category);
              read_params(from, category, category.key(), of.settings);
            });
}

void Form<config::PolicyField>::read(const HandReader& from, Node node, const config::PolicyField& of) {
  of.where = node.key_where();
  from.object(node, of.policy);
}

void Form<config::Approvers>::read(const HandReader& from, Node node, const config::Approvers& of) {
  from.items(node, of.names);
  if (of.names.empty())
    from.diagnostics().error(node.where(), "'approved_by' is empty", "write approved_by: [cfo, head-of-it]");
}

}  // namespace martech_audit::record
