#include <fmt/format.h>

#include <algorithm>

#include "base/decimals.h"
#include "base/slots.h"
#include "model/field_path.h"
#include "model/passes.h"

namespace martech_audit::model {
namespace {

constexpr std::size_t amount_slot = *money_shape.index_of("amount");
constexpr std::size_t currency_slot = *money_shape.index_of("currency");
constexpr std::size_t per_slot = *money_shape.index_of("per");

class MoneyPass {
 public:
  explicit MoneyPass(Building& building) : building_(building) {}

  void run() {
    complete_blocks(EntityKind::tool);
    complete_blocks(EntityKind::training);
    complete_amounts(EntityKind::budget);
    complete_amounts(EntityKind::ledger);
    complete_worth();
    report_rates();
  }

 private:
  void complete_blocks(EntityKind kind) {
    for (const Record& record : building_.storage.list(kind).records) {
      walk(record, kind == EntityKind::tool ? currency_of_cost(record) : Value::unknown());
    }
  }

  // In which a tool's prices are, too, where they do not say.
  static Value currency_of_cost(const Record& tool) {
    constexpr std::size_t slot = *tool_shape.index_of("cost");
    const Value& cost = values_of(tool)[slot];
    return cost.is(ValueKind::record) ? values_of(*cost.as_record())[currency_slot] : Value::unknown();
  }

  void walk(const Record& record, const Value& of_cost) {
    const Shape& shape = shape_of(record);
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      const Field& field = shape.fields[i];
      if (field.kind != FieldKind::block || field.list || !values_of(record)[i].is(ValueKind::record))
        continue;
      const Record& inner = *values_of(record)[i].as_record();
      if (field.block == &money_shape) {
        complete(inner, field, is_pricing(shape) ? of_cost : Value::unknown());
      } else {
        walk(inner, of_cost);
      }
    }
  }

  static bool is_pricing(const Shape& shape) {
    return &shape == &pricing_shape || &shape == &lower_plan_shape;
  }

  void complete(const Record& money, const Field& field, const Value& usual) {
    Value& per = room_for(money, per_slot);
    if (per.is_unknown() && !field.fallback.empty()) per = Value::string(field.fallback);
    Value& slot = room_for(money, currency_slot);
    if (is_left_open(slot, money, "currency") && usual.is(ValueKind::string)) slot = usual;
    const auto currency = complete_currency(slot, money, "currency");
    if (currency) check_decimals(values_of(money)[amount_slot], *currency, money, "amount");
  }

  // Plain amounts with one currency beside them.
  void complete_amounts(EntityKind kind) {
    const Shape& shape = shape_for(kind);
    const std::size_t beside = *shape.index_of("currency");
    for (const Record& record : building_.storage.list(kind).records) {
      const auto currency = complete_currency(room_for(record, beside), record, "currency");
      if (!currency) continue;
      for (std::size_t i = 0; i < shape.fields.size(); ++i) {
        if (shape.fields[i].kind == FieldKind::decimal) {
          check_decimals(values_of(record)[i], *currency, record, shape.fields[i].name);
        }
      }
    }
  }

  void complete_worth() {
    constexpr std::size_t worth = *kpi_shape.index_of("worth");
    constexpr std::size_t currency = *kpi_worth_shape.index_of("currency");
    for (const Record& kpi : building_.storage.list(EntityKind::kpi).records) {
      if (!values_of(kpi)[worth].is(ValueKind::record)) continue;
      const Record& block = *values_of(kpi)[worth].as_record();
      complete_currency(room_for(block, currency), block, "currency");
    }
  }

  // Nothing where no currency can be told, which has been reported.
  std::optional<Currency> complete_currency(Value& slot, const Record& record, std::string_view field) {
    const Currency own = building_.storage.currency;
    if (is_left_open(slot, record, field) && own != Currency()) slot = Value::string(own_code());
    if (!slot.is(ValueKind::string)) return std::nullopt;
    const auto currency = Currency::parse(slot.as_text());
    if (own != Currency() && *currency != own && !has_rate(*currency)) note_missing_rate(*currency, record);
    return currency;
  }

  bool is_left_open(const Value& slot, const Record& record, std::string_view field) const {
    return slot.is_unknown() && slot.missing().empty() && !building_.node(record).find(field);
  }

  std::string_view own_code() const {
    constexpr std::size_t slot = *organisation_shape.index_of("currency");
    return values_of(building_.storage.organisation)[slot].as_text();
  }

  bool has_rate(Currency currency) const {
    const auto& rates = building_.storage.rates;
    return std::any_of(rates.begin(), rates.end(), [&](const auto& rate) { return rate.first == currency; });
  }

  void check_decimals(const Value& amount, Currency currency, const Record& record, std::string_view field) {
    if (!amount.is(ValueKind::decimal)) return;
    const Decimal decimal = decimal_of(amount);
    if (Money::from(decimal, currency)) return;
    const int digits = currency.decimals();
    building_.diagnostics.error(location_of(building_.storage, record, field),
                                fmt::format("{} has more decimals than {}, which has {}", decimal.to_string(),
                                            currency.code(), digits),
                                "amounts are exact: round it to the currency's smallest unit");
  }

  struct MissingRate {
    Currency currency;
    Location where;
    std::size_t places;
  };

  void note_missing_rate(Currency currency, const Record& record) {
    for (MissingRate& missing : missing_rates_) {
      if (missing.currency == currency) {
        ++missing.places;
        return;
      }
    }
    missing_rates_.push_back({currency, location_of(building_.storage, record, "currency"), 1});
  }

  void report_rates() {
    for (const MissingRate& missing : missing_rates_) {
      const std::string more = missing.places == 1 ? "" : fmt::format(", used {} times,", missing.places);
      building_.diagnostics.error(
          missing.where,
          fmt::format("{}{} has no exchange rate to {}", missing.currency.code(), more, own_code()),
          fmt::format("add exchange_rates: {{{}: {{rate: …, as_of: …}}}} under 'organisation'",
                      missing.currency.code()));
    }
  }

  Building& building_;
  std::vector<MissingRate> missing_rates_;
};

}  // namespace

void complete_money(Building& building) { MoneyPass(building).run(); }

}  // namespace martech_audit::model
