#include "rules/pack_schema.h"

#include "record/schema_writer.h"
#include "rules/benchmarks.h"
#include "rules/pack_fields.h"

namespace martech_audit {

std::string rules_schema() { return record::schema_of<rules::PackDraft>("Rule pack of martech-audit"); }
std::string benchmarks_schema() {
  return record::schema_of<rules::BenchmarkFile>("Set of benchmarks of martech-audit");
}

}  // namespace martech_audit
