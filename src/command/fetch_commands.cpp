// Those that fetch or generate files, into a place that an option names.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/interpreters.h"

namespace harden {
namespace {

using Kind = FileEffect::Kind;

void add(Effects& effects, Kind kind, PathTarget to, bool recursive = false) {
  effects.files.push_back(
      {.kind = kind, .to = std::move(to), .recursive = recursive});
}

// What the path of an address ends with, in a folder; the folder where nobody
// knows.
PathTarget named_by(const CommandWord& address, const PathTarget& folder) {
  std::string_view name =
      address.text.substr(0, address.text.find_first_of("?#"));
  const std::size_t scheme = name.find("://");
  if (scheme != name.npos) name.remove_prefix(scheme + 3);
  const std::size_t slash = name.find_last_of("/:");
  if (!address.known || slash == name.npos || slash + 1 == name.size() ||
      folder.pattern.empty()) {
    return {folder.path, folder.below};
  }
  return target_of(name.substr(slash + 1), folder.path);
}

// Files that keep the names that they have where they come from.
void add_named(Effects& effects, const CommandLine& line,
               const ArgumentOptions& options, const CommandWord* folder) {
  const PathTarget to = named_or_folder(folder, line.folder);
  bool any = false;
  for (const std::size_t operand : options.operands) {
    if (effects.files.size() >= most_effects) break;
    const CommandWord address = line.argv[operand];
    if (address.text.find("://") == address.text.npos) continue;
    add(effects, Kind::downloaded, named_by(address, to));
    any = true;
  }
  if (!any) add(effects, Kind::downloaded, {to.path, to.below});
}

constexpr OptionSyntax curl_syntax = {
    .letters_with_value = "oHdXuAebcmwxyYzCDEFTUKQrtP",
    .names_with_value =
        "--output --output-dir --header --data --data-raw --data-binary "
        "--data-urlencode --request --user --user-agent --retry "
        "--retry-delay --retry-max-time --connect-timeout --max-time "
        "--write-out --cacert --cert --key --proxy --url --form "
        "--upload-file --cookie --cookie-jar --dump-header --referer "
        "--resolve --unix-socket"};

Effects curl(const CommandLine& line) {
  const ArgumentOptions options(line.argv, curl_syntax);
  Effects effects;
  for (const ArgumentOption& it : options.options) {
    if (!it.value || it.value->text == "-") continue;
    if (it.is("-o") || it.is("--output")) {
      add(effects, Kind::downloaded, target_of(*it.value, line.folder));
    } else if (it.is("-c") || it.is("--cookie-jar") || it.is("-D") ||
               it.is("--dump-header")) {
      add(effects, Kind::written, target_of(*it.value, line.folder));
    }
  }
  if (options.has({"-O", "--remote-name", "--remote-name-all"})) {
    add_named(effects, line, options, options.value({"--output-dir"}));
  }
  return effects;
}

constexpr OptionSyntax wget_syntax = {
    .letters_with_value = "OPoaeitTUQwABDIRX",
    .names_with_value =
        "--output-document --directory-prefix --output-file "
        "--header --post-data --post-file --timeout --tries "
        "--user --password --user-agent --method --body-data"};

Effects wget(const CommandLine& line) {
  const ArgumentOptions options(line.argv, wget_syntax);
  if (options.has({"--spider"}) || options.operands.empty()) return {};
  Effects effects;
  const CommandWord* file = options.value({"-O", "--output-document"});
  if (file == nullptr) {
    add_named(effects, line, options,
              options.value({"-P", "--directory-prefix"}));
  } else if (file->text != "-") {
    add(effects, Kind::downloaded, target_of(*file, line.folder));
  }
  return effects;
}

constexpr OptionSyntax clone_syntax = {
    .letters_with_value = "bcjou",
    .names_with_value =
        "--branch --depth --origin --config --reference --jobs "
        "--filter"};

// `git clone ADDRESS [FOLDER]`
PathTarget cloned_to(const CommandWords& words,
                     const std::optional<std::string>& folder) {
  const ArgumentOptions options(words, clone_syntax);
  const auto& operands = options.operands;
  if (operands.size() > 1) return target_of(words[operands[1]], folder);
  if (operands.empty()) return something_in(folder);
  CommandWord address = words[operands[0]];
  if (address.text.ends_with(".git")) address.text.remove_suffix(4);
  return named_by(address, named_or_folder(nullptr, folder));
}

// Settings of git lie in the home, or in the repository that it is about.
Effects git(const CommandLine& line) {
  const ArgumentOptions options(line.argv,
                                {.letters_with_value = "Cc",
                                 .names_with_value = "--git-dir --work-tree",
                                 .stops_at_operand = true});
  if (options.operands.empty()) return {};
  const std::string_view verb = line.argv[options.operands[0]].text;
  PathTarget target =
      named_or_folder(options.value({"-C", "--work-tree"}), line.folder);
  Effects effects;
  if (verb == "clone") {
    const std::optional<std::string> folder =
        target.pattern.empty() ? std::nullopt : std::optional(target.pattern);
    add(effects, Kind::downloaded,
        cloned_to(line.argv.behind(options.operands[0]), folder), true);
  } else if (is_one_of(verb,
                       {"pull",      "fetch",  "checkout", "reset",   "init",
                        "submodule", "clean",  "apply",    "merge",   "stash",
                        "add",       "commit", "switch",   "restore", "rebase",
                        "am",        "lfs",    "gc",       "rm",      "mv"})) {
    add(effects, Kind::unpacked, std::move(target), true);
  }
  return effects;
}

// The value behind one of the words: openssl and keytool have long options
// with one dash.
void add_after(Effects& effects, const CommandLine& line,
               std::initializer_list<std::string_view> words) {
  for (std::size_t at = 1; at + 1 < line.argv.size(); ++at) {
    if (!is_one_of(line.argv[at].text, words)) continue;
    add(effects, Kind::written, target_of(line.argv[at + 1], line.folder));
  }
}

Effects openssl(const CommandLine& line) {
  Effects effects;
  add_after(effects, line, {"-out", "-keyout", "-outdir", "-CAserial"});
  return effects;
}

bool has_word(const CommandLine& line,
              std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(line.argv, [&](const CommandWord& it) {
    return is_one_of(it.text, words);
  });
}

Effects keytool(const CommandLine& line) {
  Effects effects;
  if (has_word(line, {"-exportcert", "-export", "-certreq"})) {
    add_after(effects, line, {"-file"});
  } else if (!has_word(line, {"-list", "-printcert", "-help"})) {
    add_after(effects, line, {"-keystore", "-destkeystore"});
    // The keystore of the JVM, wherever that lies.
    if (has_word(line, {"-cacerts"})) add(effects, Kind::changed, {});
  }
  return effects;
}

// `-A` makes the host keys; otherwise -f names the file.
Effects ssh_keygen(const CommandLine& line) {
  const ArgumentOptions options(line.argv,
                                {.letters_with_value = "fNtbCEFIOPRsTUVWYZmn"});
  if (options.has({"-l", "-y", "-F", "-B", "-Y", "-L"})) return {};
  Effects effects;
  const CommandWord* file = options.value({"-f"});
  if (options.has({"-A"})) {
    const bool known = file == nullptr || file->known;
    const std::string path =
        (file != nullptr ? std::string(file->text) : "") + "/etc/ssh";
    add(effects, Kind::written, target_of({path, known}, line.folder));
  } else if (file != nullptr) {
    add(effects, Kind::written, target_of(*file, line.folder));
  }
  return effects;
}

// `-o FILE`: sort, gomplate, envplate.
Effects output_option(const CommandLine& line) {
  const ArgumentOptions options(line.argv,
                                {.letters_with_value = "of",
                                 .names_with_value = "--output --out --file"});
  const CommandWord* file = options.value({"-o", "--output", "--out"});
  Effects effects;
  if (file != nullptr && file->text != "-") {
    add(effects, Kind::written, target_of(*file, line.folder));
  }
  return effects;
}

// They write what their own settings name.
Effects somewhere(const CommandLine&) {
  Effects effects;
  add(effects, Kind::changed, {});
  return effects;
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
};

}  // namespace

std::span<const NamedInterpreter> fetch_interpreters() { return fetch_table; }

}  // namespace harden
