#include "facts/subjects.h"

#include "base/text.h"
#include "facts/fields.h"
#include "facts/given.h"

namespace martech_audit::facts {

std::optional<std::string> subject_of(const Record& dataset) {
  if (!is_given(dataset, dataset_field::subject)) return std::nullopt;
  std::string subject = lower_ascii(text_of(dataset, dataset_field::subject));
  return subject == "customers" ? "customer" : subject;
}

bool is_about_customers(const Record& dataset) { return subject_of(dataset) == "customer"; }

}  // namespace martech_audit::facts
