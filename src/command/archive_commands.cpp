// Those that unpack or copy whole trees.
#include <string>
#include <string_view>
#include <vector>

#include "command/argument_options.h"
#include "command/field.h"
#include "command/interpreters.h"

namespace harden {
namespace {

using Kind = FileEffect::Kind;

// `tar xzf FILE` is `tar -xzf FILE`.
std::vector<Field> with_dash(const CommandWords& argv) {
  std::vector<Field> result;
  for (const CommandWord& it : argv) {
    result.push_back({std::string(it.text), it.known, it.any_number, it.span});
  }
  if (result.size() > 1 && !result[1].value.starts_with('-')) {
    result[1].value.insert(result[1].value.begin(), '-');
  }
  return result;
}

Effects unpacked(PathTarget to, bool keeps_owners) {
  return {{{.kind = Kind::unpacked,
            .to = std::move(to),
            .recursive = true,
            .keeps_owners = keeps_owners}},
          {}};
}

Effects tar(const CommandLine& line) {
  const std::vector<Field> argv = with_dash(line.argv);
  const ArgumentOptions options(
      argv, {.letters_with_value = "fCTXbgHIKLNVF",
             .names_with_value = "--file --directory --files-from --exclude "
                                 "--exclude-from --transform --owner --group "
                                 "--mode --mtime"});
  if (options.has({"-x", "--extract", "--get"})) {
    if (options.has({"-O", "--to-stdout"})) return {};
    const CommandWord* folder = options.value({"-C", "--directory"});
    return unpacked(named_or_folder(folder, line.folder),
                    !options.has({"-o", "--no-same-owner"}));
  }
  const CommandWord* archive = options.value({"-f", "--file"});
  const bool lists = options.has({"-t", "--list"}) || archive == nullptr ||
                     archive->text == "-";
  if (lists) return {};
  return {{{.kind = Kind::written, .to = target_of(*archive, line.folder)}},
          {}};
}

Effects unzip(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "dPx"});
  if (options.has({"-l", "-t", "-v", "-p", "-Z", "-z"})) return {};
  return unpacked(named_or_folder(options.value({"-d"}), line.folder), false);
}

Effects cpio(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "CDEFHIMOR"});
  if (!options.has({"-i", "--extract", "-p", "--pass-through"})) return {};
  return unpacked(named_or_folder(options.value({"-D"}), line.folder),
                  !options.has({"--no-preserve-owner"}));
}

constexpr OptionSyntax rsync_syntax = {
    .letters_with_value = "efTBM",
    .names_with_value =
        "--exclude --include --exclude-from --include-from --files-from "
        "--filter --rsh --port --password-file --bwlimit --chown --chmod "
        "--max-size --min-size --timeout --temp-dir --log-file --backup-dir "
        "--suffix --out-format --usermap --groupmap"};

Effects rsync(const CommandLine& line) {
  const ArgumentOptions options(line.argv, rsync_syntax);
  if (options.operands.size() < 2) return {};
  const CommandWord last = line.argv[options.operands.back()];
  // `host:folder` lies elsewhere.
  if (last.text.find(':') != std::string::npos) return {};
  Effects effects = unpacked(target_of(last, line.folder), false);
  if (options.has(
          {"-a", "--archive", "-o", "-g", "--owner", "--group", "--chown"})) {
    const CommandWord* account = options.value({"--chown"});
    FileEffect owned{.kind = Kind::owned,
                     .to = effects.files.front().to,
                     .recursive = true,
                     .keeps_owners = account == nullptr};
    if (account != nullptr && account->known) owned.text = account->text;
    effects.files.push_back(std::move(owned));
  }
  return effects;
}

constexpr NamedInterpreter archive_table[] = {
    {"tar", tar},
    {"unzip", unzip},
    {"cpio", cpio},
    {"rsync", rsync},
};

}  // namespace

std::span<const NamedInterpreter> archive_interpreters() {
  return archive_table;
}

}  // namespace harden
