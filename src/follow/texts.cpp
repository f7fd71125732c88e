// Other texts that run: scripts of the image, `sh -c LINE`, what a shell reads,
// and commands of xargs and find.
#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/shell_call.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/programs.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

std::vector<FieldValue> fields_from(const std::vector<FieldValue>& fields,
                                    std::size_t from) {
  if (from >= fields.size()) return {};
  return {fields.begin() + static_cast<std::ptrdiff_t>(from), fields.end()};
}

}  // namespace

// What lies there was not in the image.
bool anybody_may_have_put(std::string_view path) {
  return path.starts_with("/tmp") || path.starts_with("/var/tmp") ||
         path.starts_with("/dev");
}

const ScriptText& Follower::file_source(ScriptFile file) {
  const auto found = files_.find(file.image_path);
  if (found != files_.end()) return *found->second;
  result_.files.push_back(std::move(file));
  const ScriptFile& kept = result_.files.back();
  const Source& source = add_source(result_.files.size() - 1, 0, kept.text);
  files_[kept.image_path] = &source;
  return source;
}

void Follower::other_shell(const Source& source, Interpreter shell,
                           std::vector<FieldValue> arguments, ShellState& state,
                           bool tail) {
  Context context = context_;
  context.source = &source;
  context.place.reset();
  context.called = context_.called || !tail;
  ShellState own;
  own.folder = state.folder;
  own.variables = state.variables.seen_by_programs();
  own.arguments = std::move(arguments);
  if (functions_exported_) own.functions = state.functions;
  if (shell.login) {
    own.variables.forget();
    for (const char* file : {"profile", ".profile", ".bash_profile",
                             ".bash_login", ".bashrc", "bash.bashrc"}) {
      files_run_.push_back({place_of(context_.command), {Field{file}}});
    }
  }
  const Within within(*this, context);
  auto loops = std::exchange(loops_, {});
  auto calls = std::exchange(calls_, {});
  auto before = std::exchange(surroundings_.shell, std::move(shell.name));
  auto script = std::exchange(
      surroundings_.script,
      shell.zero.certain() ? std::move(shell.zero.text) : std::string());
  ++shells_;
  const auto* top = std::exchange(top_, &source.tree.commands);
  auto given_up = std::exchange(given_up_, ShellState::dead());
  list(source.tree.commands, own, tail);
  merge_into(own, std::exchange(given_up_, std::move(given_up)));
  top_ = top;
  loops_ = std::move(loops);
  calls_ = std::move(calls);
  --shells_;
  surroundings_.shell = std::move(before);
  surroundings_.script = std::move(script);
  // It is the script's end, whatever became of it.
  if (tail) state.live = own.live;
  state.status.reset();
}

// A script of the image: followed as a program of its own. False when it is
// not at hand.
bool Follower::called_script(const std::vector<FieldValue>& fields,
                             ShellState& state, bool tail) {
  const Value& name = fields.front().value;
  if (input_.files == nullptr || !name.known || depth_ > deepest_call) {
    return false;
  }
  std::size_t at = 0;
  bool login = false;
  if (may_be_shell(name.text)) {
    const ShellCall call = harden::shell_call(fields);
    login = call.is_login;
    if (!call.file()) return false;
    at = *call.file();
  }
  if (!fields[at].value.known || fields[at].any_number) return false;
  const std::string& program = fields[at].value.text;
  const bool is_path = program.find('/') != std::string::npos || at > 0;
  if (!is_path && !program.ends_with(".sh") &&
      program.find("entrypoint") == std::string::npos) {
    return false;
  }
  auto file = input_.files->find(program);
  if (!file) return false;
  const Source& source = file_source(*std::move(file));
  other_shell(
      source,
      {at > 0 ? name.text : source.tree.interpreter, login, fields[at].value},
      fields_from(fields, at + 1), state, tail);
  return true;
}

// `sh -c LINE NAME ARGUMENTS`: at the script's end it counts only where it
// steps down; else the shell is the program.
void Follower::shell_line(const shell::Command& it, const Interpreter& shell,
                          const Value& line, std::vector<FieldValue> arguments,
                          ShellState& state, bool tail) {
  if (!line.certain() || !going_on(it.span)) {
    return add_untold(it.span, "runs a line that the script does not tell");
  }
  Source& source = add_source(context_.source->file, 0, line.text);
  source.place = place_of(it.span).span;
  other_shell(source, shell, std::move(arguments), state, tail);
}

std::optional<Value> Follower::input_text(const shell::Command& it,
                                          ShellState& state) {
  for (const shell::Redirection& each : it.redirections) {
    if (each.op == "<<<") {
      return expander_.value_of(each.target, context_.source->text, state);
    }
    if (each.op.starts_with("<<")) {
      std::string text = words_of(each.heredoc);
      const bool plain = !each.heredoc_expands ||
                         text.find_first_of("$`\\") == std::string::npos;
      return plain ? Value::of(std::move(text)) : Value::unknown(text);
    }
    if (each.op == "<") return Value::unknown();
  }
  return std::nullopt;
}

bool Follower::shell_call(const shell::Command& it,
                          const std::vector<FieldValue>& fields,
                          ShellState& state, bool tail) {
  const Value& name = fields.front().value;
  if (!name.known || !may_be_shell(name.text)) return false;
  const ShellCall call = harden::shell_call(fields);
  if (!call.known) {
    add_untold(it.span, "starts a shell that may run anything");
    return false;
  }
  if (call.line()) {
    const std::size_t at = *call.line();
    const Value zero = at + 1 < fields.size() ? fields[at + 1].value : name;
    shell_line(it, {name.text, call.is_login, zero}, fields[at].value,
               fields_from(fields, at + 2), state, tail);
    return true;
  }
  if (call.file()) {
    if (called_script(fields, state, tail)) return true;
    files_run_.push_back({place_of(it.span), {to_field(fields[*call.file()])}});
    const std::string& path = fields[*call.file()].value.text;
    if (anybody_may_have_put(path)) {
      add_untold(it.span, "runs a file from where anybody may write");
    }
    return false;
  }
  // It reads its commands.
  const auto text = input_text(it, state);
  if (text && text->certain()) {
    shell_line(it, {name.text, call.is_login}, *text, {}, state, tail);
    return true;
  }
  if (!tail || context_.in_subshell || text) {
    add_untold(it.span, "runs what standard input says");
  }
  return false;
}

// Commands that run once for each line or file, if at all.
void Follower::repeated(const shell::Command& it,
                        const std::vector<FieldValue>& fields,
                        ShellState& state) {
  const std::string_view name = base_name(fields.front().value.text);
  if (!fields.front().value.known || !is_one_of(name, {"find", "xargs"})) {
    return;
  }
  std::vector<FieldValue> command;
  const auto run = [&] {
    if (command.empty()) return;
    const std::vector<Field> words = to_fields(command);
    const std::size_t program = behind_wrappers(words);
    if (program < words.size() && !words[program].known) {
      add_untold(it.span, "starts the programs that it reads");
    }
    Context context = context_;
    context.in_subshell = true;
    const Within within(*this, context);
    ShellState own = state;
    const std::size_t ran = result_.ran.size();
    // What it does to files is told with the folders of the whole command.
    const bool quiet = std::exchange(quiet_, true);
    external(it, std::exchange(command, {}), own, false);
    quiet_ = quiet;
    result_.ran.resize(ran);
  };
  const FieldValue some{Value::unknown("{}"), false, it.span};
  if (name == "find") {
    bool inside = false;
    for (const FieldValue& field : fields) {
      const std::string& word = field.value.text;
      if (is_one_of(word, {"-exec", "-execdir", "-ok", "-okdir"})) {
        inside = true;
      } else if (inside && (word == ";" || word == "\\;" || word == "+")) {
        run();
        inside = false;
      } else if (inside) {
        const bool found = word.find("{}") != std::string::npos;
        command.push_back(found ? some : field);
      }
    }
    return run();
  }
  const ArgumentOptions options(fields, xargs_syntax);
  for (const std::size_t at : options.operands) command.push_back(fields[at]);
  const ArgumentOption* place = options.find({"-I", "-i", "--replace"});
  if (place == nullptr && !command.empty()) {
    command.push_back({Value::unknown("{}"), true, it.span});
  }
  const std::string_view braces =
      place != nullptr && place->value ? place->value->text : "{}";
  for (FieldValue& word : command) {
    if (place != nullptr && word.value.text.find(braces) != std::string::npos) {
      word = some;
    }
  }
  run();
}

// In this shell, with its variables.
void Follower::follow_here(const shell::Command& it, const std::string& text,
                           ShellState& state, bool tail) {
  Source& source = add_source(context_.source->file, 0, text);
  source.place = place_of(it.span).span;
  Context context = context_;
  context.source = &source;
  context.place.reset();
  const Within within(*this, context);
  if (!going_on({})) return;
  list(source.tree.commands, state, tail);
  // Some shells give up the text only.
  merge_into(state, given_up_);
}

}  // namespace harden
