#include "dockerfile/accounts/context_accounts.h"

#include <utility>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"
#include "dockerfile/model/context_glob.h"

namespace harden {
namespace {

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
      source.into_folder
          ? absolute_path(source.destination, path.substr(path.rfind('/') + 1))
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
