// Those that unpack or copy whole trees.
#include <string>
#include <string_view>
#include <vector>

#include "command/argument_options.h"
#include "command/interpreters.h"
#include "command/path_acts.h"

namespace harden {
namespace {

// `tar xzf FILE` is `tar -xzf FILE`.
std::vector<Field> with_dash(std::span<const Field> argv) {
  std::vector<Field> result(argv.begin(), argv.end());
  if (result.size() > 1 && !result[1].value.starts_with('-')) {
    result[1].value.insert(result[1].value.begin(), '-');
  }
  return result;
}

// As root tar gives what it unpacks its owners, and fails when it cannot.
void add_unpacked(Acts& acts, const PathTarget& target, bool owners) {
  const std::size_t before = acts.size();
  add_write(acts, target, true);
  if (!owners || acts.size() == before) return;
  auto& capabilities = acts.back().capabilities;
  capabilities.insert(capabilities.begin(), Capability::chown);
}

Acts tar(const CommandLine& line) {
  const std::vector<Field> argv = with_dash(line.argv);
  const ArgumentOptions options(
      argv, {.letters_with_value = "fCTXbgHIKLNVF",
             .names_with_value = "--file --directory --files-from --exclude "
                                 "--exclude-from --transform --owner --group "
                                 "--mode --mtime"});
  Acts acts;
  if (options.has({"-x", "--extract", "--get"})) {
    if (options.has({"-O", "--to-stdout"})) return {};
    const Field* folder = options.value({"-C", "--directory"});
    add_unpacked(acts, named_or_folder(folder, line.folder),
                 !options.has({"-o", "--no-same-owner"}));
    return acts;
  }
  const Field* archive = options.value({"-f", "--file"});
  const bool lists = options.has({"-t", "--list"}) || archive == nullptr ||
                     archive->value == "-";
  if (!lists) add_write(acts, target_of(*archive, line.folder));
  return acts;
}

Acts unzip(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "dPx"});
  if (options.has({"-l", "-t", "-v", "-p", "-Z", "-z"})) return {};
  Acts acts;
  const Field* folder = options.value({"-d"});
  add_write(acts, named_or_folder(folder, line.folder), true);
  return acts;
}

Acts cpio(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "CDEFHIMOR"});
  if (!options.has({"-i", "--extract", "-p", "--pass-through"})) return {};
  Acts acts;
  add_unpacked(acts, named_or_folder(options.value({"-D"}), line.folder),
               !options.has({"--no-preserve-owner"}));
  return acts;
}

constexpr OptionSyntax rsync_syntax = {
    .letters_with_value = "efTBM",
    .names_with_value =
        "--exclude --include --exclude-from --include-from --files-from "
        "--filter --rsh --port --password-file --bwlimit --chown --chmod "
        "--max-size --min-size --timeout --temp-dir --log-file --backup-dir "
        "--suffix --out-format --usermap --groupmap"};

Acts rsync(const CommandLine& line) {
  const ArgumentOptions options(line.argv, rsync_syntax);
  if (options.operands.size() < 2) return {};
  const Field& last = line.argv[options.operands.back()];
  // `host:folder` lies elsewhere.
  if (last.value.find(':') != std::string::npos) return {};
  const PathTarget target = target_of(last, line.folder);
  Acts acts;
  add_write(acts, target, true);
  const Field* account = options.value({"--chown"});
  if (options.has(
          {"-a", "--archive", "-o", "-g", "--owner", "--group", "--chown"})) {
    const bool known = account != nullptr && account->known;
    add_owner(acts, target, true, known ? account->value : "");
  }
  return acts;
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
