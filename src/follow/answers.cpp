// What conditions answer and what `$(…)` prints.
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "follow/arithmetic.h"
#include "follow/follower.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

using shell::Word;
using shell::WordPart;

constexpr int deepest_substitution = 100;

bool is_quoted(const Word& word) { return word.parts.front().quoted; }

bool is_junction(const ConditionWord& word) {
  const std::string& text = word.field.value.text;
  return !word.quoted && (text == "&&" || text == "||");
}

// The only command of a script, when it is one simple command.
const shell::Simple* only_command(const shell::Script& script) {
  if (script.commands.size() != 1 || script.commands[0].pipelines.size() != 1 ||
      script.commands[0].pipelines[0].commands.size() != 1) {
    return nullptr;
  }
  return script.commands[0].pipelines[0].commands[0].as<shell::Simple>();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

Answer Follower::bracket_test(const shell::Simple& it, ShellState& state) {
  std::vector<ConditionWord> words;
  for (std::size_t i = 1; i < it.words.size(); ++i) {
    std::vector<FieldValue> fields;
    expander_.add_fields(it.words[i], context_.source->text, state, fields);
    for (FieldValue& field : fields) {
      words.push_back({std::move(field), is_quoted(it.words[i])});
    }
  }
  const bool bracket = it.words.front().parts.front().text == "[";
  if (bracket) {
    if (words.empty() || words.back().field.value.text != "]") {
      return std::nullopt;
    }
    words.pop_back();
  }
  work_out_names(words);
  const Answer answer =
      evaluate_condition(words, false, expander_.pattern_budget());
  // dash knows `=` only, and fails.
  const bool disputed =
      !surroundings_.is_bash() &&
      std::ranges::any_of(words, [](const ConditionWord& word) {
        return word.field.value.text == "==";
      });
  return disputed && answer == true ? std::nullopt : answer;
}

// `[ -v NAME ]`
void Follower::work_out_names(const std::vector<ConditionWord>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i - 1].field.value.text == "-v") {
      expander_.work_out_subscripts(words[i].field.value.text);
    }
  }
}

// `[[ n=0 -eq 0 ]]`: both sides are arithmetic.
void Follower::work_out_numbers(std::vector<ConditionWord>& words,
                                ShellState& state) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string& op = words[i].field.value.text;
    if (words[i].quoted ||
        !is_one_of(op, {"-eq", "-ne", "-lt", "-le", "-gt", "-ge"})) {
      continue;
    }
    for (Value* side : {&words[i - 1].field.value, &words[i + 1].field.value}) {
      if (!side->certain()) continue;
      const auto number = evaluate_arithmetic(side->text, expander_, state);
      *side = number ? Value::of(std::to_string(*number))
                     : Value::unknown(side->text);
    }
  }
}

Answer Follower::extended_test(const shell::Test& it, ShellState& state) {
  std::vector<ConditionWord> words;
  const std::string_view text = context_.source->text;
  const ShellState before_all = state;
  for (const Word& word : it.words) {
    ConditionWord next;
    next.quoted = is_quoted(word);
    const std::string before = words.empty() || words.back().quoted
                                   ? ""
                                   : words.back().field.value.text;
    next.field.value = expander_.value_of(word, text, state);
    if (before == "==" || before == "=" || before == "!=") {
      next.pattern = expander_.pattern_of(word, text, state);
      // What it matches is known only when the pattern is.
      if (!next.pattern) next.field.value.known = false;
    }
    words.push_back(std::move(next));
  }
  work_out_numbers(words, state);
  work_out_names(words);
  // `&&` and `||` leave things out.
  if (std::ranges::any_of(words, is_junction)) merge_into(state, before_all);
  if (shell_options_.contains("nocasematch")) return std::nullopt;
  const Answer answer =
      evaluate_condition(words, true, expander_.pattern_budget());
  // No command of dash.
  return !surroundings_.is_bash() && answer == true ? std::nullopt : answer;
}

Answer Follower::arithmetic_test(Span inner, ShellState& state) {
  const ShellState before = state;
  const auto number = evaluate_arithmetic(
      std::string_view(context_.source->text).substr(inner.begin, inner.size()),
      expander_, state);
  if (!surroundings_.is_bash()) {
    // In dash two subshells.
    merge_into(state, before);
    return std::nullopt;
  }
  if (!number) return std::nullopt;
  return *number != 0;
}

// Whether programs of the system are found.
bool Follower::has_usual_path(const ShellState& state) {
  files_run_.push_back({place_of(context_.command), {Field{"id"}}});
  const Value* path = state.variables.find("PATH");
  if (path == nullptr || path->origin == Value::Origin::files) return true;
  const std::string& text = path->text;
  return text.find("$PATH") != text.npos || text.find("${PATH") != text.npos ||
         text.find("/usr/bin") != text.npos;
}

Value Follower::output_of(std::string_view script, std::uint32_t offset,
                          const ShellState& state) {
  const std::string_view command = trimmed(script);
  const bool root = surroundings_.root;
  const bool is_id =
      (command.find("id") != command.npos || command == "whoami") &&
      !aliases_.contains("id") && !aliases_.contains("whoami") &&
      state.functions.find("id") == nullptr &&
      state.functions.find("whoami") == nullptr && has_usual_path(state);
  if (!is_id) {
    // Somebody else answers.
  } else if (command == "id -u" || command == "id -g" ||
             command == "/usr/bin/id -u") {
    return Value::of(root ? "0" : "10001");
  } else if (command == "whoami" || command == "id -un" ||
             command == "id -u -n") {
    return Value::of(root ? "root" : "app");
  }
  Value unknown = Value::unknown("$(" + std::string(script) + ")");
  if (depth_ > deepest_substitution || !going_on({})) return unknown;
  const Source& source = substitution_source(offset, script);
  Context context = context_;
  context.source = &source;
  context.place.reset();
  context.in_subshell = true;
  context.called = true;
  const Within within(*this, context);
  auto loops = std::exchange(loops_, {});
  auto calls = std::exchange(calls_, {});
  ShellState own = state;
  list(source.tree.commands, own, false);
  loops_ = std::move(loops);
  calls_ = std::move(calls);
  const Value printed = printed_by(source, state);
  return printed.known ? printed : unknown;
}

// echo, printf '%s', basename, dirname, pwd, `command -v`.
Value Follower::printed_by(const Source& source, ShellState state) {
  const shell::Simple* simple = only_command(source.tree);
  if (simple == nullptr || simple->words.empty()) return Value::unknown();
  std::vector<FieldValue> fields;
  for (const Word& word : simple->words) {
    expander_.add_fields(word, source.text, state, fields);
  }
  if (fields.empty()) return Value::unknown();
  const std::string name = fields.front().value.text;
  if (state.functions.find(name) != nullptr) return Value::unknown();
  if (name == "pwd" && state.folder) return {*state.folder, true, true};
  if (name == "printf") return printed(fields, 1);
  if (fields.size() < 2) return Value::unknown();
  Value last = fields.back().value;
  if (fields.back().any_number || !last.known) return Value::unknown();
  if (name == "basename" && fields.size() == 2) {
    last.text.erase(0, last.text.rfind('/') + 1);
  } else if (name == "dirname" && fields.size() == 2) {
    const std::size_t slash = last.text.rfind('/');
    last.text = slash == std::string::npos ? "."
                : slash == 0               ? "/"
                                           : last.text.substr(0, slash);
  } else if (name == "readlink" || name == "realpath" || name == "which" ||
             (name == "command" && fields[1].value.text == "-v")) {
    last.soft = true;
  } else if (name != "echo" || fields.size() != 2 ||
             last.text.starts_with('-') ||
             last.text.find('\\') != std::string::npos) {
    return Value::unknown();
  }
  return last;
}

}  // namespace harden
