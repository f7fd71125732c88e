// /etc/passwd and /etc/group, written behind the tools' backs or brought along.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/files/build_context.h"
#include "command/command_words.h"

namespace harden {

bool is_account_file(std::string_view path);

// cp, mv, tar, … over the two files or the directories they are in, and what
// names one of them and is not known to read it only. `words` begin with the
// program.
bool changes_account_files(const CommandWords& words);

// Whether /etc/passwd itself is among them, so that known lines may change.
bool names_passwd(const CommandWords& words);

// /etc/passwd and /etc/group, as files of the build context bring them.
enum class Database { passwd, group };
std::string_view path_of(Database database);

// A database that a COPY brings along.
struct BroughtFile {
  bool brought = false;
  std::optional<std::string> text;  // none when it cannot be read
};
struct BroughtAccounts {
  BroughtFile passwd;
  BroughtFile group;
};

// A source of COPY or ADD that lies in the build context.
struct ContextSource {
  std::string path;         // as written, perhaps a pattern
  std::string destination;  // absolute: "/", "/etc", or one of the files
  bool into_folder = false;
  bool unpacks = false;  // ADD does so with archives
};

class ContextAccounts {
 public:
  // Null: there is no context.
  explicit ContextAccounts(const BuildContext* context) : context_(context) {}

  // nullopt when nobody can tell what the source brings.
  std::optional<BroughtAccounts> look(const ContextSource& source);

 private:
  bool add_entry(const std::string& path, const ContextSource& source,
                 BroughtAccounts& out);
  void add_folder(const std::string& path, const ContextSource& source,
                  BroughtAccounts& out);
  bool add_file(const std::string& path, const ContextSource& source,
                BroughtAccounts& out);
  BroughtFile read(const std::string& path);
  bool may_look();

  const BuildContext* context_;
  // A file may have any number of COPY lines; each look costs the disk.
  std::size_t looks_ = 0;
};

}  // namespace harden
