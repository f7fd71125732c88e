// Those that make, change or remove files whose paths are their arguments.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/interpreters.h"

namespace harden {
namespace {

using Kind = FileEffect::Kind;
using Operands = std::span<const std::size_t>;

std::string_view name_of(const CommandLine& line) {
  return program_name(line.argv[0]);
}

// The same for each operand.
Effects on_operands(const CommandLine& line, Operands operands,
                    FileEffect effect) {
  Effects effects;
  effects.files.reserve(std::min(operands.size(), most_effects));
  for (const std::size_t operand : operands) {
    if (effects.files.size() >= most_effects) break;
    effect.to = target_of(line.argv[operand], line.folder);
    effects.files.push_back(effect);
  }
  return effects;
}

Effects on_operands(const CommandLine& line, Operands operands, Kind kind) {
  return on_operands(line, operands, FileEffect{.kind = kind, .to = {}});
}

Effects mkdir(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "m", .names_with_value = "--mode"});
  return on_operands(line, options.operands,
                     {.kind = Kind::made,
                      .to = {},
                      .must_be_new = !options.has({"-p", "--parents"})});
}

Effects touch(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "drt",
                  .names_with_value = "--date --reference --time"});
  return on_operands(line, options.operands, Kind::made_file);
}

Effects mkfifo(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "m", .names_with_value = "--mode"});
  return on_operands(line, options.operands, Kind::made_file);
}

Effects rm(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  return on_operands(line, options.operands,
                     {.kind = Kind::removed,
                      .to = {},
                      .recursive = options.has({"-r", "-R", "--recursive"})});
}

Effects tee(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  const bool appends = options.has({"-a", "--append"});
  return on_operands(line, options.operands,
                     appends ? Kind::changed : Kind::written);
}

Effects line_ends(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  return on_operands(line, options.operands, Kind::line_ends);
}

// truncate, shred, and editors: in what way, nobody knows.
Effects change_all(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = name_of(line) == "shred"      ? "ns"
                                        : name_of(line) == "truncate" ? "rs"
                                                                      : "",
                  .names_with_value = "--reference --size --iterations"});
  return on_operands(line, options.operands, Kind::changed);
}

constexpr OptionSyntax copy_syntax = {
    .letters_with_value = "tSgmo",
    .names_with_value = "--target-directory --suffix --group --mode --owner"};

// Of cp, mv, ln and install: what goes where.
struct Transfers {
  std::vector<std::size_t> sources;
  PathTarget to;
  bool into_folder = true;
};

Transfers transfers(const CommandLine& line, const ArgumentOptions& options) {
  Transfers result;
  result.sources = options.operands;
  if (const auto* folder = options.value({"-t", "--target-directory"})) {
    result.to = target_of(*folder, line.folder);
  } else if (result.sources.size() < 2) {
    // `ln -s /a/b` makes ./b.
    result.to = something_in(line.folder);
    result.to.pattern = result.to.path;
  } else {
    const CommandWord last = line.argv[result.sources.back()];
    result.sources.pop_back();
    result.to = target_of(last, line.folder);
    result.into_folder = result.sources.size() > 1 ||
                         last.text.ends_with('/') ||
                         base_name(last.text) == ".";
  }
  return result;
}

// `cp -r docker/. /` copies what is in the folder.
PathTarget copied_from(const CommandWord& word,
                       const std::optional<std::string>& folder) {
  PathTarget from = target_of(word, folder);
  if (!from.pattern.empty() && word.text.ends_with("/.")) from.pattern += "/.";
  return from;
}

Effects transfer(const CommandLine& line, const ArgumentOptions& options,
                 FileEffect effect) {
  Transfers them = transfers(line, options);
  effect.to = std::move(them.to);
  effect.into_folder = them.into_folder;
  Effects effects;
  for (const std::size_t source : them.sources) {
    if (effects.files.size() >= most_effects) break;
    effect.from = copied_from(line.argv[source], line.folder);
    effects.files.push_back(effect);
  }
  return effects;
}

bool keeps_owners(const ArgumentOptions& options) {
  if (options.has({"-a", "--archive", "-p"})) return true;
  const ArgumentOption* kept = options.find({"--preserve"});
  return kept != nullptr &&
         (!kept->value ||
          kept->value->text.find("owner") != std::string::npos ||
          kept->value->text.find("all") != std::string::npos);
}

Effects cp(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  return transfer(
      line, options,
      {.kind = Kind::copied,
       .to = {},
       .recursive = options.has({"-r", "-R", "-a", "--recursive", "--archive"}),
       .keeps_owners = keeps_owners(options)});
}

Effects mv(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  return transfer(line, options,
                  {.kind = Kind::moved, .to = {}, .must_be_new = true});
}

// What a link leads to may be relative to where it lies: then as written.
void keep_as_written(const CommandWord& word, FileEffect& link) {
  if (word.known && !word.text.empty() && word.text[0] != '/') {
    link.from.pattern = word.text;
  }
}

Effects ln(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  const bool symbolic = options.has({"-s", "--symbolic"});
  Effects effects = transfer(line, options,
                             {.kind = symbolic ? Kind::linked : Kind::copied,
                              .to = {},
                              .must_be_new = true});
  for (std::size_t i = 0; symbolic && i < effects.files.size(); ++i) {
    keep_as_written(line.argv[options.operands[i]], effects.files[i]);
  }
  return effects;
}

// "app:grp" of -o and -g; nothing when one of them is not known.
std::optional<std::string> installed_owner(const ArgumentOptions& options) {
  const CommandWord* owner = options.value({"-o", "--owner"});
  const CommandWord* group = options.value({"-g", "--group"});
  std::string account;
  for (const CommandWord* it : {owner, group}) {
    if (it != nullptr && !it->known) return std::nullopt;
  }
  if (owner != nullptr) account = owner->text;
  if (group != nullptr) account.append(":").append(group->text);
  return account;
}

// With -d all operands are folders.
Effects install(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  Effects effects =
      options.has({"-d", "--directory"})
          ? on_operands(line, options.operands, Kind::made)
          : transfer(line, options, {.kind = Kind::copied, .to = {}});
  if (!options.has({"-o", "-g", "--owner", "--group"})) return effects;
  const auto account = installed_owner(options);
  for (std::size_t i = 0, count = effects.files.size(); i < count; ++i) {
    const FileEffect& made = effects.files[i];
    FileEffect owned{.kind = Kind::owned, .to = made.to, .text = account};
    if (made.into_folder) owned.to = {made.to.path, true};
    effects.files.push_back(std::move(owned));
  }
  return effects;
}

Effects dd(const CommandLine& line) {
  Effects effects;
  for (CommandWord word : line.argv.behind(1)) {
    if (!word.text.starts_with("of=")) continue;
    word.text.remove_prefix(3);
    effects.files.push_back(
        {.kind = Kind::written, .to = target_of(word, line.folder)});
  }
  return effects;
}

// `s/\r$//`, `s/\r//g`, with any delimiter; the shell may have left `\r` or
// the character itself.
bool mends_line_ends(std::string_view script) {
  if (script.size() < 4 || script[0] != 's') return false;
  const std::string delimiter(1, script[1]);
  for (const char* pattern : {"\\r", "\\r$", "\\r\\+$", "\\x0D$", "\r", "\r$",
                              "^M$", "\\r*$", "\\s*$", "\\015$"}) {
    const std::string want = "s" + delimiter + pattern + delimiter + delimiter;
    if (script == want || script == want + "g") return true;
  }
  return false;
}

// Only `sed -i` writes; its first operand is the script unless -e or -f is.
Effects sed(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "efl",
                  .names_with_value = "--expression --file --line-length"});
  if (!options.has({"-i", "--in-place"})) return {};
  Operands files = options.operands;
  bool has_script = options.has({"-f", "--file"});
  bool harmless = !has_script;
  for (const ArgumentOption& it : options.options) {
    if (!it.is("-e") && !it.is("--expression")) continue;
    has_script = true;
    harmless &= it.value && mends_line_ends(it.value->text);
  }
  if (!has_script && !files.empty()) {
    harmless = mends_line_ends(line.argv[files.front()].text);
    files = files.subspan(1);
  }
  return on_operands(line, files, harmless ? Kind::line_ends : Kind::changed);
}

Effects perl(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "eEIM"});
  if (!options.has({"-i"})) return {};
  Operands files = options.operands;
  if (!options.has({"-e", "-E"}) && !files.empty()) files = files.subspan(1);
  return on_operands(line, files, Kind::changed);
}

// Below TMPDIR unless the template is a path.
Effects mktemp(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "p"});
  const ArgumentOption* folder = options.find({"-p", "--tmpdir"});
  if (folder != nullptr && folder->value) {
    return {
        {{.kind = Kind::changed, .to = target_of(*folder->value, line.folder)}},
        {}};
  }
  if (folder != nullptr || options.has({"-t"})) return {};
  return on_operands(line, options.operands, Kind::made_file);
}

// The first operand, or none: `crudini --set FILE …`, `htpasswd -b FILE …`.
Effects first_operand(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  const bool shows = options.has({"--get", "-n"});
  if (shows || options.operands.empty()) return {};
  return on_operands(line, Operands(options.operands).first(1), Kind::changed);
}

// gzip, xz, …: FILE becomes another one, unless it goes to the output.
Effects compress(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "S"});
  if (options.has(
          {"-c", "--stdout", "--to-stdout", "-l", "--list", "-t", "--test"})) {
    return {};
  }
  return on_operands(line, options.operands, Kind::changed);
}

// `-i` changes the files: yq, xmlstarlet's -L.
Effects in_place(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  if (!options.has({"-i", "--inplace", "--in-place", "-L"}) ||
      options.operands.empty()) {
    return {};
  }
  return on_operands(line, Operands(options.operands).last(1), Kind::changed);
}

// What a patch names itself is not known.
Effects patch(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv,
      {.letters_with_value = "BDFVYdgioprz",
       .names_with_value = "--directory --input --strip --output --fuzz"});
  if (options.operands.empty() || options.has({"-o", "--output"})) {
    return {{{.kind = Kind::changed, .to = {}}}, {}};
  }
  return on_operands(line, Operands(options.operands).first(1), Kind::changed);
}

constexpr NamedInterpreter write_table[] = {
    {"mkdir", mkdir},
    {"rmdir", rm},
    {"rm", rm},
    {"unlink", rm},
    {"touch", touch},
    {"tee", tee},
    {"sponge", tee},
    {"truncate", change_all},
    {"mkfifo", mkfifo},
    {"shred", change_all},
    {"dos2unix", line_ends},
    {"unix2dos", line_ends},
    {"ed", change_all},
    {"ex", change_all},
    {"vi", change_all},
    {"vim", change_all},
    {"patch", patch},
    {"cp", cp},
    {"mv", mv},
    {"ln", ln},
    {"link", ln},
    {"install", install},
    {"dd", dd},
    {"sed", sed},
    {"perl", perl},
    {"mktemp", mktemp},
    {"crudini", first_operand},
    {"htpasswd", first_operand},
    {"htdigest", first_operand},
    {"zip", first_operand},
    {"gzip", compress},
    {"gunzip", compress},
    {"bzip2", compress},
    {"bunzip2", compress},
    {"xz", compress},
    {"unxz", compress},
    {"zstd", compress},
    {"unzstd", compress},
    {"yq", in_place},
    {"xmlstarlet", in_place},
};

}  // namespace

std::span<const NamedInterpreter> write_interpreters() { return write_table; }

}  // namespace harden
