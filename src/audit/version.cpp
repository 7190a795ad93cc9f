#include "martech_audit/audit.h"

namespace martech_audit {

std::string_view version() { return MARTECH_AUDIT_VERSION; }
std::string_view release_date() { return MARTECH_AUDIT_RELEASED; }

}  // namespace martech_audit
