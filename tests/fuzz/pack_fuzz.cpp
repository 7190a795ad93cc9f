// Any bytes as a rule pack, put to the smaller example. Comments set parameters and switch rules:
//
//   #param PACK.NAME=VALUE
//   #rule ID=off, or a severity
#include "fuzzing.h"

namespace martech_audit::fuzz {
namespace {

void set_parameter(AuditOptions& options, std::string_view name, std::string_view value) {
  const std::size_t dot = std::min(name.find('.'), name.size());
  ParamSetting setting{std::string(name.substr(0, dot)), {}, std::string(value)};
  if (dot < name.size()) setting.name = name.substr(dot + 1);
  options.params.push_back(std::move(setting));
}

void set_rule(AuditOptions& options, std::string_view id, std::string_view value) {
  RuleSetting setting{.rule = std::string(id), .enabled = {}, .severity = severity(value), .weight = {}};
  if (value == "off") setting.enabled = false;
  options.rules.push_back(std::move(setting));
}

void read_setting(AuditOptions& options, std::string_view line) {
  const std::size_t space = line.find(' ');
  const std::size_t equals = line.find('=', std::min(space, line.size()));
  if (equals == line.npos) return;
  const std::string_view name = line.substr(space + 1, equals - space - 1);
  if (line.starts_with("#param ")) set_parameter(options, name, line.substr(equals + 1));
  if (line.starts_with("#rule ")) set_rule(options, name, line.substr(equals + 1));
}

}  // namespace

void check_input(std::string_view text) {
  static const SourcePtr inventory = source("inventory.yaml", file_text("examples/starter/inventory.yaml"));
  AuditOptions options = fuzz::options();
  options.packs = {source("pack.yaml", text)};
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    read_setting(options, text.substr(begin, end - begin));
    begin = end + 1;
  }
  check_audit({inventory}, options);
}

}  // namespace martech_audit::fuzz
