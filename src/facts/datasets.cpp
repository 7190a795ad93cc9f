#include "facts/datasets.h"

#include <array>
#include <map>
#include <string>

#include "facts/context.h"
#include "facts/customer_record.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/rivals.h"
#include "facts/subjects.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

// What some data sets leave open. One tool's own data sets do not concern it.
class Doubts {
 public:
  void add(const Record* tool, const std::vector<Missing>& missing) {
    has_several_ = has_several_ || tool == nullptr || (is_any_ && tool != first_);
    if (!is_any_) first_ = tool;
    is_any_ = true;
    note_missing(missing_, missing);
  }
  bool concern(const Record* tool) const { return has_several_ || (is_any_ && tool != first_); }
  const std::vector<Missing>& missing() const { return missing_; }

 private:
  bool is_any_ = false;
  bool has_several_ = false;
  const Record* first_ = nullptr;
  std::vector<Missing> missing_;
};

class DataSetReader {
 public:
  explicit DataSetReader(const Context& context, const CustomerRecord& customer_record)
      : context_(context),
        customer_record_(customer_record),
        by_id_(sorted_by_id(context.inventory.entities(EntityKind::dataset), dataset_field::id)) {}

  DataSets read() {
    for (std::uint32_t i = 0; i < by_id_.size(); ++i) enter(i);
    DataSets found;
    found.rival_records.resize(by_id_.size());
    found.joined.resize(by_id_.size());
    const auto rival_records = rivals_of(records_);
    const auto other_stores = rivals_of(stores_);
    for (std::uint32_t i = 0; i < by_id_.size(); ++i) {
      found.rival_records[by_id_[i]->index] = rival_records_of(*by_id_[i], rival_records[i]);
      found.joined[by_id_[i]->index] = is_joined(*by_id_[i], !other_stores[i].empty());
    }
    return found;
  }

 private:
  static constexpr std::string_view any_subject{};

  void enter(std::uint32_t position) {
    const Record& dataset = *by_id_[position];
    const Record* tool = reference_of(dataset, dataset_field::tool);
    const auto subject = subject_of(dataset);
    if (tool != nullptr && !is_in_use(context_, *tool)) return;
    if (boolean_of(dataset, dataset_field::record_of) != false) {
      const std::array fields{dataset_field::record_of, dataset_field::subject, dataset_field::tool};
      enter(records_, record_doubts_[subject.value_or(std::string(any_subject))], position, fields);
    }
    if (!subject || *subject == "customer") {
      const std::array fields{dataset_field::subject, dataset_field::tool};
      enter(stores_, store_doubts_, position, fields);
    }
  }

  // One of which everything is said contends; others leave it open.
  void enter(std::vector<Contender>& contenders, Doubts& doubts, std::uint32_t position,
             std::span<const FieldPath> fields) {
    const Record& dataset = *by_id_[position];
    const Record* tool = reference_of(dataset, dataset_field::tool);
    std::vector<Missing> missing;
    for (const FieldPath& field : fields) note_missing(missing, dataset, field);
    if (!missing.empty()) return doubts.add(tool, missing);
    const auto next = static_cast<std::uint32_t>(subjects_.size());
    const std::uint32_t subject = subjects_.try_emplace(*subject_of(dataset), next).first->second;
    contenders.push_back({subject, tool->index, tool, position});
  }

  // By position, those of others empty.
  std::vector<std::vector<std::uint32_t>> rivals_of(const std::vector<Contender>& contenders) const {
    std::vector<std::vector<std::uint32_t>> by_position(by_id_.size());
    auto rivals = find_rivals(contenders);
    for (std::size_t i = 0; i < contenders.size(); ++i)
      by_position[contenders[i].item] = std::move(rivals[i]);
    return by_position;
  }

  Value rival_records_of(const Record& dataset, const std::vector<std::uint32_t>& rivals) const {
    Given given(dataset);
    const bool is_record = given.boolean(dataset_field::record_of);
    if (given && !is_record) return context_.list({});
    given.text(dataset_field::subject);
    const Record* tool = given.reference(dataset_field::tool);
    if (!given) return given.unknown(context_.memory);
    std::vector<Value> found;
    found.reserve(rivals.size());
    for (const std::uint32_t position : rivals) found.push_back(Value::record(by_id_[position]));
    if (!found.empty() || !is_in_use(context_, *tool)) return context_.list(found);
    std::vector<Missing> missing;
    for (const std::string& subject : {*subject_of(dataset), std::string(any_subject)}) {
      const auto doubts = record_doubts_.find(subject);
      if (doubts == record_doubts_.end() || !doubts->second.concern(tool)) continue;
      const auto& open = doubts->second.missing();
      note_missing(missing, open);
    }
    return missing.empty() ? context_.list({}) : context_.unknown(missing);
  }

  Value is_joined(const Record& dataset, bool has_others) const {
    Given given(dataset);
    given.text(dataset_field::subject);
    if (given && !is_about_customers(dataset)) return Value::boolean(true);
    const Record* tool = given.reference(dataset_field::tool);
    if (!given) return given.unknown(context_.memory);
    const Value& reached = customer_record_.reached_set[tool->index];
    if (has_others || (!reached.is_unknown() && reached.as_boolean())) return reached;
    if (!store_doubts_.concern(tool) || !is_in_use(context_, *tool)) return Value::boolean(true);
    given.fact(reached);
    given.fact(context_.unknown(store_doubts_.missing()));
    return given.unknown(context_.memory);
  }

  const Context& context_;
  const CustomerRecord& customer_record_;
  std::vector<const Record*> by_id_;
  std::map<std::string, std::uint32_t> subjects_;
  std::vector<Contender> records_;                            // that claim to be the record of their subject
  std::vector<Contender> stores_;                             // of customers
  std::map<std::string, Doubts, std::less<>> record_doubts_;  // by subject
  Doubts store_doubts_;
};

}  // namespace

DataSets derive_data_sets(const Context& context, const CustomerRecord& customer_record) {
  return DataSetReader(context, customer_record).read();
}

Value dataset_about_customers(const Context& context, const Record& dataset) {
  Given given(dataset);
  given.text(dataset_field::subject);
  return given ? Value::boolean(is_about_customers(dataset)) : given.unknown(context.memory);
}

Value dataset_joined(const Context&, const DataSets& data_sets, const Record& dataset) {
  return data_sets.joined[dataset.index];
}

Value dataset_rival_records(const Context&, const DataSets& data_sets, const Record& dataset) {
  return data_sets.rival_records[dataset.index];
}

// Where nothing is collected, nothing lies idle.
Value org_decided_share(const Context& context, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::datasets);
  std::int64_t collected = 0;
  std::int64_t decided = 0;
  for (const Record& dataset : context.inventory.entities(EntityKind::dataset)) {
    const auto is_collected = boolean_of(dataset, dataset_field::collected);
    if (!is_collected) given.lacks(dataset, dataset_field::collected);
    if (is_collected != true || is_ruled_out(dataset, dataset_field::decisions)) continue;
    ++collected;
    if (!links_of(dataset, dataset_field::decisions).empty()) ++decided;
  }
  if (!given) return given.unknown(context.memory);
  return Value::real(collected == 0 ? 1.0 : ratio(decided, collected));
}

}  // namespace martech_audit::facts
