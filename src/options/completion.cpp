#include "options/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace martech_audit::options {
namespace {

class Completion {
 public:
  explicit Completion(const Command& root) : root_(root), at_(&root) {}

  // A word before the one that is completed.
  void pass(std::string_view word) {
    if (pending_ != nullptr) {
      if (word != "=") pending_ = nullptr;  // where the shell takes "--fail-on=high" apart
    } else if (only_arguments_ || !word.starts_with('-') || word == "-") {
      pass_argument(word);
    } else if (word == "--") {
      only_arguments_ = true;
    } else if (const Value* value = option_of(word); value != nullptr && !value->option().is_flag()) {
      pending_ = word.find('=') == std::string_view::npos ? value : nullptr;
    }
  }

  std::string complete(std::string_view word) {
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string_view::npos;
    if (pending_ != nullptr) {
      add_words(pending_->option(), word == "=" ? "" : word, "");
    } else if (equals != std::string_view::npos && !only_arguments_) {
      if (const Value* value = option_of(word); value != nullptr && !value->option().is_flag())
        add_words(value->option(), word.substr(equals + 1), fmt::format("--{}=", value->option().name));
    } else if (word.starts_with('-') && !only_arguments_) {
      add_options(word);
    } else {
      add_arguments(word);
    }
    return std::move(text_);
  }

 private:
  void pass_argument(std::string_view word) {
    const auto part = std::ranges::find(at_->parts, word, &Command::name);
    if (part != at_->parts.end()) {
      at_ = &*part;
    } else {
      ++arguments_;
    }
  }

  // That of "--fail-on", "--fail-on=high" or "-f".
  const Value* option_of(std::string_view word) const {
    const std::string_view name = word.substr(0, word.find('='));
    for (const Command* of : {at_, &root_}) {
      for (const Value& value : of->values) {
        const Option& option = value.option();
        const bool is_letter = name.size() == 2 && option.letter != 0 && name[1] == option.letter;
        const bool is_name = name.starts_with("--") && name.substr(2) == option.name;
        if (option.is_named() && (is_letter || is_name)) return &value;
      }
    }
    return nullptr;
  }

  void add(std::string_view begun, std::string_view before, std::string_view word, std::string_view summary) {
    if (!word.starts_with(begun) || !offered_.insert(std::string(word)).second) return;
    text_ += fmt::format("{}{}{}{}\n", before, word, summary.empty() ? "" : "\t", summary);
  }

  void add_words(const Option& option, std::string_view begun, std::string_view before) {
    if (option.words != nullptr) {
      for (const std::string_view word : option.words()) add(begun, before, word, {});
    } else if (option.kind == Kind::path) {
      text_ += ":files\n";
    }
  }

  void add_options(std::string_view begun) {
    for (const Command* of : {at_, &root_}) {
      for (const Value& value : of->values) {
        const Option& option = value.option();
        if (option.is_named()) add(begun, "", fmt::format("--{}", option.name), option.summary);
      }
    }
    for (const Option* option : {&help_option, &version_option}) {
      if (option == &help_option || at_ == &root_)
        add(begun, "", fmt::format("--{}", option->name), option->summary);
    }
  }

  // The argument that comes next; the last one takes all that follow where it is a list.
  void add_arguments(std::string_view begun) {
    for (const Command& part : at_->parts) add(begun, "", part.name, part.summary);
    std::size_t left = arguments_;
    for (const Value& value : at_->values) {
      if (value.option().is_named()) continue;
      if (left == 0 || value.is_list()) return add_words(value.option(), begun, "");
      --left;
    }
  }

  const Command& root_;
  const Command* at_;
  const Value* pending_ = nullptr;  // an option whose value comes next
  bool only_arguments_ = false;
  std::size_t arguments_ = 0;
  std::set<std::string> offered_;
  std::string text_;
};

constexpr std::string_view bash_script = R"(# bash completion of martech-audit
_martech_audit() {
  local line word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "${word#=}")
    else
      COMPREPLY+=("${line%%$'\t'*}")
    fi
  done < <(martech-audit __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _martech_audit martech-audit
)";

constexpr std::string_view zsh_script = R"(#compdef martech-audit
_martech_audit() {
  local line files
  local -a found
  for line in "${(@f)$(martech-audit __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then files=1
    elif [[ -n $line ]]; then found+=("${${line//:/\\:}/$'\t'/:}")
    fi
  done
  (( $#found )) && _describe -V martech-audit found
  [[ -n $files ]] && _files
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _martech_audit; else compdef _martech_audit martech-audit; fi
)";

constexpr std::string_view fish_script = R"(# fish completion of martech-audit
function __martech_audit_candidates
    set -l words (commandline -opc) (commandline -ct)
    for line in (martech-audit __complete -- $words[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            printf '%s\n' $line
        end
    end
end
complete -c martech-audit -f -a '(__martech_audit_candidates)'
)";

}  // namespace

std::string candidates(const Command& root, std::span<const std::string> words) {
  if (words.empty()) return {};
  Completion completion(root);
  for (const std::string& word : words.first(words.size() - 1)) completion.pass(word);
  return completion.complete(words.back());
}

std::string_view completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script;
  return shell == "zsh" ? zsh_script : fish_script;
}

}  // namespace martech_audit::options
