#include "rules/expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cel/parser.h"
#include "rules/word_check.h"

namespace martech_audit::rules {
namespace {

using cel::Type;
using cel::TypeKind;

std::optional<Type> expected(Wanted wanted) {
  switch (wanted) {
    case Wanted::truth:
      return Type::of(TypeKind::boolean);
    case Wanted::fraction:
      return Type::of(TypeKind::real);
    case Wanted::instant:
      return Type::of(TypeKind::timestamp);
    case Wanted::number:
    case Wanted::entity:
    case Wanted::anything:
      break;
  }
  return std::nullopt;
}

std::string_view hint(Wanted wanted) {
  switch (wanted) {
    case Wanted::truth:
      return "write a condition, such as tool.seats.assigned > 0 or has(tool.owner)";
    case Wanted::fraction:
      return "write a share such as 0.5; of whole numbers, double(a) / double(b)";
    case Wanted::instant:
      return "write a date, such as tool.action_by or as_of + days(30)";
    case Wanted::number:
      return "write an amount, such as tool.annual_cost";
    case Wanted::entity:
      return "write an entity, such as tool.duplicates[0]";
    case Wanted::anything:
      break;
  }
  return {};
}

bool may_be_number(Type type) {
  return type.is(TypeKind::dyn) || type.is(TypeKind::integer) || type.is(TypeKind::unsigned_integer) ||
         type.is(TypeKind::real);
}

}  // namespace

cel::Compiled compile_checked(const cel::Environment& environment, std::string_view text, Wanted wanted) {
  cel::Compiled compiled;
  std::optional<cel::Ast> ast = cel::parse(text, environment.limits(), compiled.issues);
  if (!ast) return compiled;
  std::vector<cel::Issue> never = check_words(environment, *ast);
  compiled = cel::compile(environment, *std::move(ast),
                          {.expected = expected(wanted), .expected_hint = hint(wanted)});
  std::ranges::move(never, std::back_inserter(compiled.issues));
  return compiled;
}

Location place_in(const Expression& expression, std::uint32_t at) {
  const std::size_t begin = std::size_t{expression.offset} + at;
  return expression.node.where(begin, begin + 1);
}

std::optional<Expression> compile_part(const cel::Environment& environment, Node node, std::string_view text,
                                       Wanted wanted, Diagnostics& diagnostics) {
  const auto offset = static_cast<std::uint32_t>(text.data() - node.text().data());
  cel::Compiled compiled = compile_checked(environment, text, wanted);
  for (cel::Issue& issue : compiled.issues) {
    const std::size_t begin = std::size_t{offset} + issue.begin;
    const std::size_t end = std::size_t{offset} + std::max(issue.end, issue.begin);
    diagnostics.error(node.where(begin, end), std::move(issue.message), std::move(issue.hint));
  }
  if (!compiled.program || !compiled.issues.empty()) return std::nullopt;
  const Type type = compiled.program->result_type();
  if (wanted == Wanted::number && !may_be_number(type)) {
    diagnostics.error(node.where(), fmt::format("an amount must be a number, not {}", cel::to_string(type)),
                      std::string(hint(wanted)));
    return std::nullopt;
  }
  return Expression{*std::move(compiled.program), node, offset};
}

std::optional<Expression> compile_node(const cel::Environment& environment, Node node, Wanted wanted,
                                       Diagnostics& diagnostics) {
  if (!node) return std::nullopt;
  return compile_part(environment, node, node.text(), wanted, diagnostics);
}

}  // namespace martech_audit::rules
