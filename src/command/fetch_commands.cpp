// Those that fetch or generate files, into a place that an option names.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/interpreters.h"
#include "command/path_acts.h"

namespace harden {
namespace {

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
  const Field* folder = options.value({"--output-dir"});
  for (const ArgumentOption& option : options.options) {
    const bool file = is_one_of(
        option.name,
        {"-o", "--output", "-c", "--cookie-jar", "-D", "--dump-header"});
    if (!file || !option.value || option.value->value == "-") continue;
    add_write(acts, target_of(*option.value, line.folder));
  }
  if (options.has({"-O", "--remote-name", "--remote-name-all"})) {
    add_write(acts, named_or_folder(folder, line.folder));
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
  const Field* file = options.value({"-O", "--output-document"});
  const Field* folder = options.value({"-P", "--directory-prefix"});
  if (file == nullptr) {
    add_write(acts, named_or_folder(folder, line.folder));
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
      named_or_folder(options.value({"-C", "--work-tree"}), line.folder);
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
  const Field* file = options.value({"-f"});
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
  const Field* file = options.value({"-o", "--output", "--out"});
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

constexpr NamedInterpreter fetch_table[] = {

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

std::span<const NamedInterpreter> fetch_interpreters() { return fetch_table; }

}  // namespace harden
