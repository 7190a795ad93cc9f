// The public conformance tests of CEL (google/cel-spec), as JSON: see MARTECH_AUDIT_CEL_CONFORMANCE below.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "cel/cel.h"
#include "cel/values.h"
#include "support/catch.h"
#include "support/skip.h"

namespace martech_audit::cel {
namespace {

using Json = nlohmann::json;

std::filesystem::path conformance_folder() {
  const char* given = std::getenv("MARTECH_AUDIT_CEL_CONFORMANCE");
  if (given != nullptr) return given;
  return std::filesystem::path(MARTECH_AUDIT_SHARED_DATA) / "cel-conformance";
}

double real_of(const std::string& text) {
  if (text == "nan" || text == "NaN") return std::nan("");
  if (text == "inf" || text == "Infinity") return HUGE_VAL;
  if (text == "-inf" || text == "-Infinity") return -HUGE_VAL;
  return std::stod(text);
}

std::string octets_of(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    out.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  }
  return out;
}

std::int64_t integer_of(const Json& json) {
  return json.is_string() ? std::stoll(json.get<std::string>()) : json.get<std::int64_t>();
}

Value instant_of(const Json& json, bool timestamp) {
  const std::int64_t seconds = integer_of(json.at("s"));
  const std::int64_t nanos = json.contains("n") ? integer_of(json.at("n")) : 0;
  const std::int64_t carry = nanos < 0 ? 1 : 0;  // protobuf gives negative nanoseconds with negative seconds
  const auto rest = static_cast<std::uint32_t>(nanos + carry * 1'000'000'000);
  return timestamp ? Value::timestamp(seconds - carry, rest) : Value::duration(seconds - carry, rest);
}

Value value_of(const Json& json, Arena& arena);

Value list_of(const Json& items, Arena& arena) {
  const std::span<Value> list = arena.make<Value>(items.size());
  std::transform(items.begin(), items.end(), list.begin(),
                 [&](const Json& item) { return value_of(item, arena); });
  return Value::list(list);
}

Value map_of(const Json& pairs, Arena& arena) {
  const std::span<MapEntry> entries = arena.make<MapEntry>(pairs.size());
  std::transform(pairs.begin(), pairs.end(), entries.begin(), [&](const Json& pair) {
    return MapEntry{value_of(pair.at(0), arena), value_of(pair.at(1), arena)};
  });
  return Value::map(arena.copy(Map{entries}));
}

Value value_of(const Json& json, Arena& arena) {
  const std::string tag = json.at("t");
  if (tag == "null") return Value::null();
  const Json& value = json.at("v");
  if (tag == "bool") return Value::boolean(value.get<bool>());
  if (tag == "int") return Value::integer(std::stoll(value.get<std::string>()));
  if (tag == "uint") return Value::unsigned_integer(std::stoull(value.get<std::string>()));
  if (tag == "double") return Value::real(real_of(value.get<std::string>()));
  if (tag == "string")
    return Value::string(arena.copy(std::string_view(value.get_ref<const std::string&>())));
  if (tag == "bytes") return Value::bytes(arena.copy(std::string_view(octets_of(value.get<std::string>()))));
  if (tag == "type") return Value::type(arena.copy(std::string_view(value.get_ref<const std::string&>())));
  if (tag == "list") return list_of(value, arena);
  if (tag == "map") return map_of(value, arena);
  return instant_of(value, tag == "timestamp");
}

// Of one kind, unlike CEL's equality; NaN is NaN.
bool same(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.is(ValueKind::real)) {
    return (std::isnan(a.as_real()) && std::isnan(b.as_real())) || a.as_real() == b.as_real();
  }
  if (a.is(ValueKind::list)) {
    return std::equal(a.as_list().begin(), a.as_list().end(), b.as_list().begin(), b.as_list().end(), same);
  }
  return equals(a, b);
}

struct Bound {
  std::map<std::string, std::uint32_t> index;
  std::vector<Value> values;
};

void declare_variables(const Json& test, Environment& environment, Bound& bound) {
  const Json type_env = test.value("type_env", Json::array());
  for (const Json& variable : type_env) {
    const std::string name = variable.at("name");
    bound.index[name] =
        environment.declare(name, parse_type(variable.at("type").get<std::string>()).value_or(Type::dyn()));
  }
  const Json bindings = test.value("bindings", Json::object());
  for (const auto& [name, value] : bindings.items()) {
    if (!bound.index.contains(name)) bound.index[name] = environment.declare(name, Type::dyn());
  }
}

// Empty where the test passes.
std::string run(const Json& test) {
  Arena arena;
  Environment environment;
  Bound bound;
  environment.set_container(test.value("container", ""));
  declare_variables(test, environment, bound);
  const EvaluationError unbound{"this variable has no value", 0};
  bound.values.resize(bound.index.size(), Value::error(&unbound));
  const Json bindings = test.value("bindings", Json::object());
  for (const auto& [name, value] : bindings.items()) {
    bound.values[bound.index[name]] = value_of(value, arena);
  }
  CompileOptions options;
  options.check = !test.value("disable_check", false);
  const Compiled compiled = compile(environment, test.at("expr").get<std::string>(), options);
  const bool wants_error = test.contains("error");
  if (!compiled.program) {
    return wants_error ? "" : "does not compile: " + compiled.issues.front().message;
  }
  if (test.contains("deduced_type") &&
      test.at("deduced_type") != to_string(compiled.program->result_type())) {
    return "has the type " + to_string(compiled.program->result_type());
  }
  Activation activation{bound.values, {}, arena};
  const Value got = compiled.program->evaluate(activation);
  if (wants_error) return got.is_error() ? "" : "expected an error, got " + to_text(got);
  if (!test.contains("value")) return "";
  const Value expected = value_of(test.at("value"), arena);
  return same(expected, got) ? "" : "expected " + to_text(expected) + ", got " + to_text(got);
}

TEST_CASE("conformance with the specification") {
  const std::filesystem::path folder = conformance_folder();
  if (!std::filesystem::is_directory(folder)) return tests::skip(folder.string());
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    std::size_t passed = 0;
    const Json tests = Json::parse(std::ifstream(file));
    for (const Json& test : tests) {
      const std::string fault = run(test);
      passed += fault.empty() ? 1 : 0;
      INFO(file.stem().string() << " " << test.value("section", "") << "/" << test.value("name", ""));
      INFO(test.at("expr").get<std::string>());
      CHECK(fault == "");
    }
    std::cout << file.stem().string() << " " << passed << "/" << tests.size() << "\n";
  }
}

}  // namespace
}  // namespace martech_audit::cel
