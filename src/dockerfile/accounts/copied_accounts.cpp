#include "dockerfile/accounts/copied_accounts.h"

#include <algorithm>
#include <string_view>

#include "base/text/paths.h"
#include "dockerfile/accounts/account_table.h"

namespace harden {
namespace {

class AccountFilesCopier {
 public:
  AccountFilesCopier(const AccountCopies& files, ImageState& state)
      : files_(files), state_(state) {}

  void run() {
    const std::string& written = *files_.destination.value;
    destination_ = absolute_path(state_.workdir, written);
    into_directory_ = written.ends_with('/') || written.ends_with("/.") ||
                      files_.sources.size() > 1;
    if (is_over_etc()) into_directory_ = true;
    for (const auto& source : files_.sources) {
      if (source.path.value) copy(source);
    }
  }

 private:
  bool is_over_etc() const {
    return destination_ == "/" || destination_ == "/etc";
  }

  void copy(const AccountCopies::Source& source) {
    const std::string& path = *source.path.value;
    if (!source.heredoc && files_.context != nullptr) {
      const auto brought = files_.context->look(
          {path, destination_, into_directory_, files_.is_add});
      if (brought) return bring(*brought);
    }
    const std::string from = absolute_path("/", path);
    bool replaced = false;
    for (const Database database : {Database::passwd, Database::group}) {
      const std::string_view file = path_of(database);
      if (target(from) != file) continue;
      if (source.text) {
        write(database, *source.text);
      } else {
        replace(database, from == file && !source.heredoc);
      }
      replaced = true;
    }
    if (is_over_etc() && !replaced && !source.heredoc) directory(from);
  }

  std::string target(const std::string& from) const {
    return into_directory_ ? absolute_path(destination_, base_name(from))
                           : destination_;
  }

  void bring(const BroughtAccounts& files) {
    for (const Database database : {Database::passwd, Database::group}) {
      const BroughtFile& it =
          database == Database::passwd ? files.passwd : files.group;
      if (!it.brought) continue;
      if (it.text) {
        write(database, *it.text);
      } else {
        replace(database, false);
      }
    }
  }

  // A whole directory over the root or /etc may bring the files along.
  void directory(const std::string& from) {
    if (files_.from != nullptr &&
        (from == destination_ || (destination_ == "/" && is_root(from)))) {
      replace(Database::passwd, true);
      replace(Database::group, true);
    } else {
      mark_incomplete(state_, {Unknown::Kind::copied_over, destination_});
    }
  }

  // It holds some of the accounts; which of them, the lines do not tell.
  bool is_root(const std::string& folder) const {
    const auto& roots = files_.from->account_copies;
    return std::find(roots.begin(), roots.end(), folder) != roots.end();
  }

  void clear(Database database) {
    if (database == Database::group) {
      state_.groups.clear();
      return;
    }
    state_.accounts_incomplete = {};
    state_.only_system_accounts_missing = false;
    state_.accounts.clear();
  }

  // These lines and no others: root as well is what they say.
  void write(Database database, std::string_view lines) {
    clear(database);
    if (database == Database::group) {
      return add_group_lines(state_, lines, files_.instruction);
    }
    state_.has_passwd = false;
    add_passwd_lines(state_, lines, files_.instruction);
  }

  void replace(Database database, bool same_file) {
    const bool passwd = database == Database::passwd;
    (passwd ? state_.has_passwd : state_.has_group) = true;
    const ImageState* from = same_file ? files_.from : nullptr;
    clear(database);
    if (from != nullptr && passwd) state_.accounts = from->accounts;
    if (from != nullptr && !passwd) state_.groups = from->groups;
    if (from == nullptr) {
      mark_incomplete(state_, {Unknown::Kind::copied_accounts,
                               std::string(path_of(database))});
    } else if (!from->base) {
      mark_incomplete(state_, from->base_unknown);
    } else if (from->accounts_incomplete) {
      mark_incomplete(state_, from->accounts_incomplete,
                      from->only_system_accounts_missing);
    }
  }

  const AccountCopies& files_;
  ImageState& state_;
  std::string destination_;
  bool into_directory_ = false;
};

}  // namespace

bool concerns_accounts(const AccountCopies& files, const ImageState& state) {
  // A destination that is not known is hardly ever the account database.
  if (!files.destination.value) return false;
  const std::string to = absolute_path(state.workdir, *files.destination.value);
  return to == "/" || to == "/etc" || to == path_of(Database::passwd) ||
         to == path_of(Database::group);
}

void copy_accounts(const AccountCopies& files, ImageState& state) {
  if (concerns_accounts(files, state)) AccountFilesCopier(files, state).run();
}

}  // namespace harden
