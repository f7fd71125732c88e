#include "dockerfile/accounts/account_files.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "dockerfile/model/context_glob.h"
#include "knowledge/lists/programs.h"

namespace harden {

bool is_account_file(std::string_view path) {
  return path == "/etc/passwd" || path == "/etc/group";
}

namespace {

// `-i`, `-ri`, `-i.bak`, `--in-place`; or a script with `w FILE`.
bool edits_in_place(const CommandWords& arguments) {
  return std::ranges::any_of(arguments, [](const CommandWord& it) {
    const std::string_view word = it.text;
    const bool options = word.starts_with('-') && !word.starts_with("--");
    // A script with variables in it is not an option.
    const bool may_be_option =
        !it.known && (word.empty() || word[0] == '$' || word[0] == '-');
    return may_be_option || word.starts_with("--in-place") ||
           (options && word.find('i') != word.npos) ||
           word.find("w /etc/") != word.npos;
  });
}

// Far more than any image has accounts.
constexpr std::size_t most_bytes = std::size_t{64} << 10;
constexpr std::size_t most_looks = 2000;
// Going through a folder is dearer than looking for one file.
constexpr std::size_t looks_of_pattern = 100;

std::string in_context(std::string_view path) {
  const std::string rooted = absolute_path("/", path);
  return rooted == "/" ? "." : rooted.substr(1);
}

// Text that cannot be an archive, packed or not: those have zeros or begin
// with a letter of their own.
bool is_text(const std::string& bytes) {
  if (bytes.starts_with("BZh")) return false;
  return bytes.find('\0') == std::string::npos &&
         (bytes.empty() || static_cast<unsigned char>(bytes[0]) < 0x80);
}

}  // namespace

namespace {

// `open('/etc/passwd')`, `--output=/etc/passwd`, but not `/rootfs/etc/passwd`.
bool names_file(const CommandWords& words, std::string_view file) {
  constexpr std::string_view before = "'\" =(,";
  return std::ranges::any_of(words.behind(1), [&](const CommandWord& it) {
    const std::size_t at = it.text.find(file);
    return at != it.text.npos &&
           (at == 0 || before.find(it.text[at - 1]) != before.npos);
  });
}

// Puts its last operand in the place of what was there.
bool replaces_account_files(const CommandWords& words) {
  if (words.size() < 2) return false;
  const std::string_view to = words[words.size() - 1].text;
  return is_account_file(to) || to == "/etc" || to == "/etc/" || to == "/";
}

}  // namespace

bool names_passwd(const CommandWords& words) {
  if (names_file(words, "/etc/passwd")) return true;
  const bool in_etc = std::ranges::any_of(words.behind(1), [](const auto& it) {
    return it.text == "/etc" || it.text == "/etc/";
  });
  if (!in_etc) return false;
  // Nobody has seen the archive; of files each has a name.
  return is_one_of(program_name(words.front()), {"tar", "unzip"}) ||
         std::ranges::any_of(words.behind(1), [](const CommandWord& it) {
           return base_name(it.text) == "passwd";
         });
}

bool changes_account_files(const CommandWords& words) {
  const std::string_view program = program_name(words.front());
  if (is_one_of(program, {"cp", "mv", "ln", "install", "rsync"})) {
    return replaces_account_files(words);
  }
  const CommandWords arguments = words.behind(1);
  if (program == "tar" || program == "unzip") {
    return std::ranges::any_of(arguments, [](const CommandWord& it) {
      return it.text == "/" || it.text == "/etc" || it.text == "/etc/";
    });
  }
  const bool reads = lists::account_file_readers.contains(program) ||
                     (is_one_of(program, {"awk", "gawk", "sed"}) &&
                      !edits_in_place(arguments));
  return !reads && (names_passwd(words) || names_file(words, "/etc/group"));
}

std::string_view path_of(Database database) {
  return database == Database::passwd ? "/etc/passwd" : "/etc/group";
}

bool ContextAccounts::may_look() { return ++looks_ <= most_looks; }

std::optional<BroughtAccounts> ContextAccounts::look(
    const ContextSource& source) {
  if (context_ == nullptr) return std::nullopt;
  if (is_path_pattern(source.path)) looks_ += looks_of_pattern;
  if (!may_look()) return std::nullopt;
  const auto matches = context_matches(*context_, source.path);
  if (matches.empty()) return std::nullopt;
  BroughtAccounts result;
  for (const std::string& it : matches) {
    if (!may_look() || !add_entry(it, source, result)) return std::nullopt;
  }
  return result;
}

bool ContextAccounts::add_entry(const std::string& path,
                                const ContextSource& source,
                                BroughtAccounts& out) {
  const auto entry = context_->find(path);
  if (!entry) return false;
  if (!entry->directory) return add_file(path, source, out);
  const bool over = source.destination == "/" || source.destination == "/etc";
  if (over) add_folder(path, source, out);
  return over;
}

void ContextAccounts::add_folder(const std::string& path,
                                 const ContextSource& source,
                                 BroughtAccounts& out) {
  for (const Database database : {Database::passwd, Database::group}) {
    std::string_view below = path_of(database);
    if (source.destination == "/etc") below.remove_prefix(4);
    const std::string file = in_context(path + std::string(below));
    const auto entry = context_->find(file);
    if (!entry || entry->directory) continue;
    (database == Database::passwd ? out.passwd : out.group) = read(file);
  }
}

bool ContextAccounts::add_file(const std::string& path,
                               const ContextSource& source,
                               BroughtAccounts& out) {
  const std::string target =
      source.into_folder ? absolute_path(source.destination, base_name(path))
                         : source.destination;
  for (const Database database : {Database::passwd, Database::group}) {
    if (target != path_of(database)) continue;
    (database == Database::passwd ? out.passwd : out.group) = read(path);
    return true;
  }
  if (!source.unpacks) return true;
  const auto bytes = context_->read(path, most_bytes);
  return bytes && is_text(*bytes);
}

BroughtFile ContextAccounts::read(const std::string& path) {
  return {true, context_->read(path, most_bytes)};
}

}  // namespace harden
