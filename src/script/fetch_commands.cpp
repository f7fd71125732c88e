// Those that unpack, fetch or generate files into a place that an option names.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "script/argument_options.h"
#include "script/interpreters.h"
#include "script/path_acts.h"

namespace harden::script {
namespace {

bool is_one_of(std::string_view word,
               std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

const Field* value_of(const ArgumentOption* option) {
  return option != nullptr && option->value ? &*option->value : nullptr;
}

PathTarget here(const CommandLine& line) {
  return {line.folder.value_or(std::string()), false};
}

// What an option names, otherwise the folder where the command runs.
PathTarget named_or_here(const CommandLine& line, const Field* named) {
  return named != nullptr ? target_of(*named, line.folder) : here(line);
}

// `tar xzf FILE` is `tar -xzf FILE`.
std::vector<Field> with_dash(std::span<const Field> argv) {
  std::vector<Field> result(argv.begin(), argv.end());
  if (result.size() > 1 && !result[1].value.starts_with('-')) {
    result[1].value.insert(0, "-");
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
    const Field* folder = value_of(options.find({"-C", "--directory"}));
    add_unpacked(acts, named_or_here(line, folder),
                 !options.has({"-o", "--no-same-owner"}));
    return acts;
  }
  const Field* archive = value_of(options.find({"-f", "--file"}));
  const bool lists = options.has({"-t", "--list"}) || archive == nullptr ||
                     archive->value == "-";
  if (!lists) add_write(acts, target_of(*archive, line.folder));
  return acts;
}

Acts unzip(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "dPx"});
  if (options.has({"-l", "-t", "-v", "-p", "-Z", "-z"})) return {};
  Acts acts;
  const Field* folder = value_of(options.find({"-d"}));
  add_write(acts, named_or_here(line, folder), true);
  return acts;
}

Acts cpio(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {.letters_with_value = "CDEFHIMOR"});
  if (!options.has({"-i", "--extract", "-p", "--pass-through"})) return {};
  Acts acts;
  add_unpacked(acts, named_or_here(line, value_of(options.find({"-D"}))),
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
  const Field* account = value_of(options.find({"--chown"}));
  if (options.has(
          {"-a", "--archive", "-o", "-g", "--owner", "--group", "--chown"})) {
    const bool known = account != nullptr && account->known;
    add_owner(acts, target, true, known ? account->value : "");
  }
  return acts;
}

Acts curl(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv,
      {.letters_with_value = "oHdXuAebcmwxyYzCDEFTUKQrtP",
       .names_with_value =
           "--output --output-dir --header --data --data-raw --data-binary "
           "--data-urlencode --request --user --user-agent --retry "
           "--retry-delay --retry-max-time --connect-timeout --max-time "
           "--write-out --cacert --cert --key --proxy --url --form "
           "--upload-file --cookie --cookie-jar --dump-header --referer "
           "--resolve --unix-socket"});
  Acts acts;
  const Field* folder = value_of(options.find({"--output-dir"}));
  for (const ArgumentOption& option : options.options) {
    const bool file = is_one_of(
        option.name,
        {"-o", "--output", "-c", "--cookie-jar", "-D", "--dump-header"});
    if (!file || !option.value || option.value->value == "-") continue;
    add_write(acts, target_of(*option.value, line.folder));
  }
  if (options.has({"-O", "--remote-name", "--remote-name-all"})) {
    add_write(acts, named_or_here(line, folder));
  }
  return acts;
}

Acts wget(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "OPoaeitTUQwABDIRX",
                  .names_with_value =
                      "--output-document --directory-prefix --output-file "
                      "--header --post-data --post-file --timeout --tries "
                      "--user --password --user-agent --method --body-data"});
  if (options.has({"--spider"}) || options.operands.empty()) return {};
  Acts acts;
  const Field* file = value_of(options.find({"-O", "--output-document"}));
  const Field* folder = value_of(options.find({"-P", "--directory-prefix"}));
  if (file == nullptr) {
    add_write(acts, named_or_here(line, folder));
  } else if (file->value != "-") {
    add_write(acts, target_of(*file, line.folder));
  }
  return acts;
}

// Settings of git lie in the home, or in the repository that it is about.
Acts git(const CommandLine& line) {
  const ArgumentOptions options(line.argv,
                                {.letters_with_value = "Cc",
                                 .names_with_value = "--git-dir --work-tree",
                                 .stops_at_operand = true});
  if (options.operands.empty()) return {};
  const std::string_view verb = line.argv[options.operands[0]].value;
  PathTarget target =
      named_or_here(line, value_of(options.find({"-C", "--work-tree"})));
  if (verb == "clone") {
    const ArgumentOptions rest(
        line.argv.subspan(options.operands[0]),
        {.letters_with_value = "bcjou",
         .names_with_value = "--branch --depth --origin --config "
                             "--reference --jobs --filter"});
    const auto& operands = rest.operands;
    if (operands.size() > 1) {
      target =
          target_of(line.argv[options.operands[0] + operands[1]], line.folder);
    }
  } else if (!is_one_of(verb,
                        {"pull",      "fetch",  "checkout", "reset",   "init",
                         "submodule", "clean",  "apply",    "merge",   "stash",
                         "add",       "commit", "switch",   "restore", "rebase",
                         "am",        "lfs",    "gc",       "rm",      "mv"})) {
    return {};
  }
  Acts acts;
  add_write(acts, target, true);
  return acts;
}

// The value behind one of the words: openssl and keytool have long options
// with one dash.
void add_after(Acts& acts, const CommandLine& line,
               std::initializer_list<std::string_view> words) {
  for (std::size_t at = 1; at + 1 < line.argv.size(); ++at) {
    if (!is_one_of(line.argv[at].value, words)) continue;
    add_write(acts, target_of(line.argv[at + 1], line.folder));
  }
}

Acts openssl(const CommandLine& line) {
  Acts acts;
  add_after(acts, line, {"-out", "-keyout", "-outdir", "-CAserial"});
  return acts;
}

bool has_word(const CommandLine& line,
              std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(
      line.argv, [&](const Field& it) { return is_one_of(it.value, words); });
}

Acts keytool(const CommandLine& line) {
  Acts acts;
  if (has_word(line, {"-exportcert", "-export", "-certreq"})) {
    add_after(acts, line, {"-file"});
  } else if (!has_word(line, {"-list", "-printcert", "-help"})) {
    add_after(acts, line, {"-keystore", "-destkeystore"});
    // The keystore of the JVM, wherever that lies.
    if (has_word(line, {"-cacerts"})) add_write(acts, {});
  }
  return acts;
}

// `-A` makes the host keys; otherwise -f names the file.
Acts ssh_keygen(const CommandLine& line) {
  const ArgumentOptions options(line.argv,
                                {.letters_with_value = "fNtbCEFIOPRsTUVWYZmn"});
  if (options.has({"-l", "-y", "-F", "-B", "-Y", "-L"})) return {};
  Acts acts;
  const Field* file = value_of(options.find({"-f"}));
  if (options.has({"-A"})) {
    const std::string before = file != nullptr ? file->value : "";
    const bool known = file == nullptr || file->known;
    add_write(acts, target_of({before + "/etc/ssh", known}, line.folder));
  } else if (file != nullptr) {
    add_write(acts, target_of(*file, line.folder));
  }
  return acts;
}

// `-o FILE`: sort, gomplate, envplate.
Acts output_option(const CommandLine& line) {
  const ArgumentOptions options(line.argv,
                                {.letters_with_value = "of",
                                 .names_with_value = "--output --out --file"});
  const Field* file = value_of(options.find({"-o", "--output", "--out"}));
  Acts acts;
  if (file != nullptr && file->value != "-") {
    add_write(acts, target_of(*file, line.folder));
  }
  return acts;
}

// They write what their own settings name.
Acts somewhere(const CommandLine&) {
  Acts acts;
  add_write(acts, {});
  return acts;
}

constexpr NamedInterpreter interpreters[] = {
    {"tar", tar},
    {"unzip", unzip},
    {"cpio", cpio},
    {"rsync", rsync},
    {"curl", curl},
    {"wget", wget},
    {"git", git},
    {"openssl", openssl},
    {"keytool", keytool},
    {"ssh-keygen", ssh_keygen},
    {"sort", output_option},
    {"gomplate", output_option},
    {"iconv", output_option},
    {"confd", somewhere},
    {"augtool", somewhere},
    {"patch", somewhere},
};

}  // namespace

std::span<const NamedInterpreter> fetch_interpreters() { return interpreters; }

}  // namespace harden::script
