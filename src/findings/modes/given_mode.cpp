#include "findings/modes/given_mode.h"

#include <algorithm>
#include <utility>

#include "command/argument_options.h"

namespace harden::rule {
namespace {

unsigned octal_value(std::string_view mode) {
  unsigned value = 0;
  for (const char c : mode) value = value * 8 + static_cast<unsigned>(c - '0');
  return value;
}

bool has(std::string_view text, char c) {
  return text.find(c) != std::string_view::npos;
}

// One clause of `u+s,o-w`; of `u+r-w` the first step.
void add_clause(std::string_view clause, ModeBits& bits) {
  const std::size_t at = clause.find_first_of("+-=");
  if (at == std::string_view::npos || clause[at] == '-') return;
  const std::string_view who = clause.substr(0, at);
  std::string_view what = clause.substr(at + 1);
  what = what.substr(0, what.find_first_of("+-="));
  const bool all = has(who, 'a');
  if (has(what, 's')) {
    bits.set_uid |= who.empty() || all || has(who, 'u');
    bits.set_gid |= who.empty() || all || has(who, 'g');
  }
  // Without a letter the umask takes writing from others.
  bits.others_write |= has(what, 'w') && (all || has(who, 'o'));
  bits.sticky |= has(what, 't');
}

// `-m 4755`, `--mode=4755`.
const CommandWord* mode_option(const ArgumentOptions& options) {
  return options.value({"-m", "--mode"});
}

void take_paths(const Call& call, const std::vector<std::size_t>& operands,
                std::size_t from, GivenMode& result) {
  for (std::size_t i = from; i < operands.size(); ++i) {
    const ShellWord& it = call.argv[operands[i]];
    if (it.known) result.paths.push_back(it.value);
  }
}

// The first operand is the mode.
std::optional<CommandWord> chmod_mode(const Call& call, GivenMode& result) {
  const ArgumentOptions options(call.argv, {.names_with_value = "--reference"});
  if (options.has({"--reference"}) || options.operands.empty()) {
    return std::nullopt;
  }
  result.recursive = options.has({"-R", "--recursive"});
  take_paths(call, options.operands, 1, result);
  return call.argv[options.operands.front()];
}

std::optional<CommandWord> install_mode(const Call& call, GivenMode& result) {
  const ArgumentOptions options(
      call.argv, {.letters_with_value = "mogtS",
                  .names_with_value = "--mode --owner --group "
                                      "--target-directory --suffix"});
  const CommandWord* mode = mode_option(options);
  if (mode == nullptr) return std::nullopt;
  result.for_folders = options.has({"-d", "--directory"});
  // The last operand is the destination, or all of them are folders.
  const std::size_t count = options.operands.size();
  const bool last_only = !result.for_folders && count > 0;
  take_paths(call, options.operands, last_only ? count - 1 : 0, result);
  return *mode;
}

std::optional<CommandWord> mkdir_mode(const Call& call, GivenMode& result) {
  const ArgumentOptions options(
      call.argv, {.letters_with_value = "m", .names_with_value = "--mode"});
  const CommandWord* mode = mode_option(options);
  if (mode == nullptr) return std::nullopt;
  result.for_folders = true;
  take_paths(call, options.operands, 0, result);
  return *mode;
}

// `find … -exec chmod 4755 {} +`
std::optional<CommandWord> find_mode(const Call& call, GivenMode& result) {
  for (std::size_t i = 1; i + 2 < call.argv.size(); ++i) {
    const std::string& word = call.argv[i].value;
    if (word == "-type") result.for_folders = call.argv[i + 1].value == "d";
    if (word != "-exec" && word != "-execdir") continue;
    if (program_name(call.argv[i + 1]) != "chmod") continue;
    std::size_t mode = i + 2;
    if (call.argv[mode].value == "-R") ++mode;
    result.recursive = true;
    if (call.argv[1].known) result.paths.push_back(call.argv[1].value);
    if (mode >= call.argv.size()) return std::nullopt;
    return CommandWord(call.argv[mode]);
  }
  return std::nullopt;
}

std::optional<Span> place_of_mode(const Subject& subject, const Call& call,
                                  const CommandWord& mode) {
  if (!subject.is_in_one_piece(call, mode.span)) return std::nullopt;
  const Span place = subject.place(call, mode.span);
  // Not `--mode=755`, not `"755"`.
  return subject.document.text(place) == mode.text ? std::optional(place)
                                                   : std::nullopt;
}

}  // namespace

std::optional<GivenMode> given_mode(const Subject& subject, const Call& call) {
  GivenMode result{call.instruction, {}, call.program, {}};
  std::optional<CommandWord> mode;
  if (result.tool == "chmod") mode = chmod_mode(call, result);
  if (result.tool == "install") mode = install_mode(call, result);
  if (result.tool == "mkdir") mode = mkdir_mode(call, result);
  if (result.tool == "find") mode = find_mode(call, result);
  if (!mode || !mode->known) return std::nullopt;
  if (result.tool == "find") result.tool = "chmod";
  result.place = subject.place(call);
  result.mode = mode->text;
  result.mode_place = place_of_mode(subject, call, *mode);
  return result;
}

std::optional<GivenMode> copied_mode(const Subject& subject,
                                     std::size_t instruction) {
  const Instruction& it = subject.instruction(instruction);
  const auto* transfer = it.as<Transfer>();
  const Flag* flag = it.flag("chmod");
  if (transfer == nullptr || flag == nullptr || !flag->value ||
      has(flag->value->value, '$')) {
    return std::nullopt;
  }
  GivenMode result{instruction, flag->span, to_string(it.keyword),
                   flag->value->value};
  result.mode_place = flag->value->span;
  if (!has(transfer->destination.value, '$')) {
    result.paths.push_back(transfer->destination.value);
  }
  return result;
}

bool is_octal_mode(std::string_view mode) {
  return !mode.empty() &&
         mode.find_first_not_of("01234567") == std::string_view::npos &&
         mode.size() <= 5;
}

ModeBits added_bits(std::string_view mode) {
  ModeBits bits;
  if (is_octal_mode(mode)) {
    const unsigned value = octal_value(mode);
    bits.set_uid = (value & 04000) != 0;
    bits.set_gid = (value & 02000) != 0;
    bits.sticky = (value & 01000) != 0;
    bits.others_write = (value & 0002) != 0;
    return bits;
  }
  while (!mode.empty()) {
    const std::size_t comma = std::min(mode.find(','), mode.size());
    add_clause(mode.substr(0, comma), bits);
    mode.remove_prefix(std::min(comma + 1, mode.size()));
  }
  return bits;
}

bool clears_set_id(std::string_view mode) {
  if (is_octal_mode(mode)) return (octal_value(mode) & 06000) == 0;
  const std::size_t at = mode.find('-');
  return at != std::string_view::npos && has(mode.substr(at), 's');
}

namespace {

// `-perm /6000`, `-perm -4000`, `-perm +6000`, `-perm -u=s`.
bool asks_for_set_id(std::string_view perm) {
  perm.remove_prefix(std::min(perm.find_first_not_of("/-+"), perm.size()));
  const ModeBits bits = added_bits(perm);
  return bits.set_uid || bits.set_gid;
}

// What behind `-exec` stands does.
bool clears(const Call& call, std::size_t at) {
  if (at >= call.argv.size()) return false;
  const std::string_view program = program_name(call.argv[at]);
  if (program == "rm") return true;
  return program == "chmod" && at + 1 < call.argv.size() &&
         clears_set_id(call.argv[at + 1].value);
}

}  // namespace

bool clears_all_set_ids(const Call& call) {
  if (call.program != "find") return false;
  bool asks = false;
  // Else its output is read by something like `xargs chmod a-s`.
  bool does = true;
  for (std::size_t i = 1; i + 1 < call.argv.size(); ++i) {
    const std::string& word = call.argv[i].value;
    if (word == "-perm") asks |= asks_for_set_id(call.argv[i + 1].value);
    if (word == "-exec" || word == "-execdir") does = clears(call, i + 1);
  }
  return asks && does;
}

namespace {

// More than anybody sets; each later mode looks through them.
constexpr std::size_t most_found = 100;

class LastingModeCollector {
 public:
  LastingModeCollector(const Subject& subject, const ModeQuestion& question)
      : subject_(subject), question_(question) {}

  std::vector<GivenMode> run() {
    for (const std::size_t i : subject_.image_instructions()) {
      if (const auto it = copied_mode(subject_, i)) take(*it);
      for (const Call& call : subject_.calls_of(i)) look(call);
    }
    return std::move(found_);
  }

 private:
  void look(const Call& call) {
    if (question_.takes_all_back && question_.takes_all_back(call)) {
      return found_.clear();
    }
    if (call.program == "rm") {
      for (const ShellWord& it : call.argv) forget(it.value);
    } else if (const auto it = given_mode(subject_, call)) {
      take(*it);
    }
  }

  void take(const GivenMode& it) {
    if (question_.counts(it)) {
      if (found_.size() < most_found) found_.push_back(it);
    } else if (question_.takes_back(it.mode)) {
      for (const std::string& path : it.paths) forget(path);
    }
  }

  void forget(const std::string& path) {
    std::erase_if(found_, [&](GivenMode& it) {
      return std::erase(it.paths, path) > 0 && it.paths.empty();
    });
  }

  const Subject& subject_;
  const ModeQuestion& question_;
  std::vector<GivenMode> found_;
};

}  // namespace

std::vector<GivenMode> lasting_modes(const Subject& subject,
                                     const ModeQuestion& question) {
  return LastingModeCollector(subject, question).run();
}

}  // namespace harden::rule
