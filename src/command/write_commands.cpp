// Those that make, change or remove files whose paths are their arguments.
#include <algorithm>
#include <string>
#include <string_view>

#include "command/argument_options.h"
#include "command/interpreters.h"
#include "command/path_acts.h"

namespace harden {
namespace {

std::string_view name_of(const CommandLine& line) {
  return program_name(line.argv[0]);
}

Acts write_operands(const CommandLine& line, const ArgumentOptions& options,
                    std::size_t from, bool recursive) {
  Acts acts;
  for (std::size_t index = from; index < options.operands.size(); ++index) {
    const Field& path = line.argv[options.operands[index]];
    add_write(acts, target_of(path, line.folder), recursive);
  }
  return acts;
}

// Letters that take a value, by command.
constexpr OptionSyntax syntax_of(std::string_view name) {
  if (name == "mkdir" || name == "mkfifo") return {"m", "--mode"};
  if (name == "touch") return {"drt", "--date --reference --time"};
  if (name == "truncate") return {"rs", "--reference --size"};
  if (name == "shred") return {"ns", "--iterations --size"};
  return {};
}

// mkdir, rm, touch, tee, …: every operand is written.
Acts all_operands(const CommandLine& line) {
  const ArgumentOptions options(line.argv, syntax_of(name_of(line)));
  const bool recursive =
      name_of(line) == "rm" && options.has({"-r", "-R", "--recursive"});
  return write_operands(line, options, 0, recursive);
}

constexpr OptionSyntax copy_syntax = {
    .letters_with_value = "tSgmo",
    .names_with_value = "--target-directory --suffix --group --mode --owner"};

// Of cp, mv, ln and install: the last operand, or what -t names.
PathTarget destination(const CommandLine& line,
                       const ArgumentOptions& options) {
  const ArgumentOption* folder = options.find({"-t", "--target-directory"});
  if (folder != nullptr && folder->value) {
    return target_of(*folder->value, line.folder);
  }
  // `ln -s /a/b` makes ./b.
  if (options.operands.size() < 2) {
    return {line.folder.value_or(std::string()), true};
  }
  return target_of(line.argv[options.operands.back()], line.folder);
}

// As root it ends with an error when it cannot keep the owners.
bool keeps_owners(const ArgumentOptions& options) {
  if (options.has({"-a", "--archive", "-p"})) return true;
  const ArgumentOption* kept = options.find({"--preserve"});
  return kept != nullptr &&
         (!kept->value ||
          kept->value->value.find("owner") != std::string::npos ||
          kept->value->value.find("all") != std::string::npos);
}

Acts cp(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  const bool recursive =
      options.has({"-r", "-R", "-a", "--recursive", "--archive"});
  const PathTarget target = destination(line, options);
  Acts acts;
  add_write(acts, target, recursive);
  if (keeps_owners(options) && !anybody_may_write(target.path)) {
    add_owner(acts, target, recursive, "");
  }
  return acts;
}

Acts mv(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  Acts acts = write_operands(line, options, 0, false);
  if (options.has({"-t", "--target-directory"})) {
    add_write(acts, destination(line, options));
  }
  return acts;
}

Acts ln(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  Acts acts;
  add_write(acts, destination(line, options));
  return acts;
}

std::string value_of(const ArgumentOption* option) {
  const bool known = option != nullptr && option->value && option->value->known;
  return known ? option->value->value : std::string();
}

// Those that install makes: with -d all operands are folders.
void add_installed(Acts& acts, const CommandLine& line,
                   const ArgumentOptions& options, const std::string* account) {
  const bool folders = options.has({"-d", "--directory"});
  const auto add = [&](const PathTarget& target) {
    if (account == nullptr) return add_write(acts, target);
    add_owner(acts, target, false, *account);
  };
  if (!folders) return add(destination(line, options));
  for (const std::size_t operand : options.operands) {
    add(target_of(line.argv[operand], line.folder));
  }
}

Acts install(const CommandLine& line) {
  const ArgumentOptions options(line.argv, copy_syntax);
  Acts acts;
  add_installed(acts, line, options, nullptr);
  if (options.has({"-o", "-g", "--owner", "--group"})) {
    std::string account = value_of(options.find({"-o", "--owner"}));
    const std::string group = value_of(options.find({"-g", "--group"}));
    if (!group.empty()) account += ":" + group;
    add_installed(acts, line, options, &account);
  }
  return acts;
}

Acts dd(const CommandLine& line) {
  Acts acts;
  for (Field field : line.argv.subspan(1)) {
    if (!field.value.starts_with("of=")) continue;
    field.value.erase(0, 3);
    add_write(acts, target_of(field, line.folder));
  }
  return acts;
}

// Only `sed -i` writes; its first operand is the script unless -e or -f is.
Acts sed(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "efl",
                  .names_with_value = "--expression --file --line-length"});
  if (!options.has({"-i", "--in-place"})) return {};
  const bool has_script = options.has({"-e", "-f", "--expression", "--file"});
  return write_operands(line, options, has_script ? 0 : 1, false);
}

Acts perl(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "eEIM"});
  if (!options.has({"-i"})) return {};
  return write_operands(line, options, options.has({"-e", "-E"}) ? 0 : 1,
                        false);
}

// Below TMPDIR unless the template is a path.
Acts mktemp(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "p"});
  const ArgumentOption* folder = options.find({"-p", "--tmpdir"});
  Acts acts;
  if (folder != nullptr && folder->value) {
    add_write(acts, target_of(*folder->value, line.folder));
    return acts;
  }
  if (folder != nullptr || options.has({"-t"})) return {};
  return write_operands(line, options, 0, false);
}

// The first operand, or none: `crudini --set FILE …`, `htpasswd -b FILE …`.
Acts first_operand(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  const bool shows = options.has({"--get", "-n"});
  if (shows || options.operands.empty()) return {};
  Acts acts;
  add_write(acts, target_of(line.argv[options.operands[0]], line.folder));
  return acts;
}

// gzip, xz, …: FILE becomes another one, unless it goes to the output.
Acts compress(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "S"});
  if (options.has(
          {"-c", "--stdout", "--to-stdout", "-l", "--list", "-t", "--test"})) {
    return {};
  }
  return write_operands(line, options, 0, false);
}

// `-i` changes the files: yq, xmlstarlet's -L.
Acts in_place(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  if (!options.has({"-i", "--inplace", "--in-place", "-L"})) return {};
  Acts acts;
  if (!options.operands.empty()) {
    const Field& file = line.argv[options.operands.back()];
    add_write(acts, target_of(file, line.folder));
  }
  return acts;
}

constexpr NamedInterpreter write_table[] = {
    {"mkdir", all_operands},
    {"rmdir", all_operands},
    {"rm", all_operands},
    {"unlink", all_operands},
    {"touch", all_operands},
    {"tee", all_operands},
    {"truncate", all_operands},
    {"mkfifo", all_operands},
    {"shred", all_operands},
    {"sponge", all_operands},
    {"dos2unix", all_operands},
    {"unix2dos", all_operands},
    {"ed", all_operands},
    {"ex", all_operands},
    {"vi", all_operands},
    {"vim", all_operands},
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
