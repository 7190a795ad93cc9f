#include "import/declarations.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "import/header_names.h"

namespace martech_audit::import {
namespace {

class Declarer {
 public:
  explicit Declarer(EntityKind kind) : kind_(kind) {}

  // Each id once, as a cell may name the same thing twice.
  void replace(std::vector<Scalar>& items) {
    std::vector<Scalar> ids;
    for (const Scalar& item : items) {
      const std::string& id = id_of(item.text);
      const bool is_new =
          std::none_of(ids.begin(), ids.end(), [&](const Scalar& other) { return other.text == id; });
      if (is_new) ids.push_back({id, false});
    }
    items = std::move(ids);
  }

  std::vector<Declaration> declared() && { return std::move(declared_); }

 private:
  const std::string& id_of(const std::string& title) {
    const auto [at, is_new] = ids_.try_emplace(lower_ascii(title));
    if (is_new) {
      at->second = unique_id(id_from(title, kind_));
      declared_.push_back({kind_, at->second, title});
    }
    return at->second;
  }

  std::string unique_id(const std::string& base) {
    std::string id = base;
    for (std::size_t copy = 2; !taken_.insert(id).second; ++copy) id = fmt::format("{}-{}", base, copy);
    return id;
  }

  EntityKind kind_;
  std::vector<Declaration> declared_;
  std::map<std::string, std::string> ids_;  // by title in lower case
  std::set<std::string> taken_;
};

}  // namespace

std::vector<Declaration> declare_references(std::vector<Draft>& drafts, EntityKind kind) {
  std::vector<Declaration> all;
  for (const Field& field : shape_of(kind).fields) {
    if (field.kind != FieldKind::reference || !is_declared_by_import(field.target)) continue;
    Declarer declarer(field.target);
    for (Draft& draft : drafts) {
      const auto found = draft.fields.find(field.name);
      if (found != draft.fields.end()) declarer.replace(found->second.items);
    }
    for (Declaration& declaration : std::move(declarer).declared()) all.push_back(std::move(declaration));
  }
  return all;
}

}  // namespace martech_audit::import
