#include "model/copied_accounts.h"

#include <algorithm>
#include <string_view>

#include "model/account_table.h"
#include "model/paths.h"

namespace harden::model {
namespace {

enum class Database { passwd, group };

std::string_view path_of(Database database) {
  return database == Database::passwd ? "/etc/passwd" : "/etc/group";
}

class Copier {
 public:
  Copier(const CopiedFiles& files, ImageState& state)
      : files_(files), state_(state) {}

  void run() {
    const std::string& written = *files_.destination.value;
    destination_ = absolute_path(state_.workdir, written);
    into_directory_ = written.ends_with('/') || written.ends_with("/.") ||
                      files_.sources.size() > 1;
    if (destination_ == "/" || destination_ == "/etc") into_directory_ = true;
    for (const Variable& source : files_.sources) {
      if (source.value) copy(*source.value);
    }
  }

 private:
  void copy(const std::string& source) {
    if (source.starts_with("<<")) return here_document(source);
    const std::string from = absolute_path("/", source);
    bool replaced = false;
    for (const Database database : {Database::passwd, Database::group}) {
      const std::string_view file = path_of(database);
      const std::string target =
          into_directory_
              ? absolute_path(destination_, from.substr(from.rfind('/') + 1))
              : destination_;
      if (target != file) continue;
      replace(database, from == file);
      replaced = true;
    }
    const bool over_etc = destination_ == "/" || destination_ == "/etc";
    if (over_etc && !replaced) directory(from);
  }

  // The lines are the file's own, but heredocs of COPY are rare for this.
  void here_document(const std::string&) {
    for (const Database database : {Database::passwd, Database::group}) {
      if (destination_ == path_of(database)) replace(database, false);
    }
  }

  // A whole directory over the root or /etc may bring the files along.
  void directory(const std::string& from) {
    if (files_.from != nullptr &&
        (from == destination_ || (destination_ == "/" && is_root(from)))) {
      replace(Database::passwd, true);
      replace(Database::group, true);
    } else {
      mark_incomplete(state_, "files copied to `" + destination_ +
                                  "` may bring another /etc/passwd");
    }
  }

  // It holds some of the accounts; which of them, the lines do not tell.
  bool is_root(const std::string& folder) const {
    const auto& roots = files_.from->account_copies;
    return std::find(roots.begin(), roots.end(), folder) != roots.end();
  }

  void replace(Database database, bool same_file) {
    const bool passwd = database == Database::passwd;
    (passwd ? state_.has_passwd : state_.has_group) = true;
    const ImageState* from = same_file ? files_.from : nullptr;
    if (passwd) {
      state_.accounts_incomplete_because.clear();
      state_.only_system_accounts_missing = false;
      state_.accounts.clear();
      if (from != nullptr) state_.accounts = from->accounts;
    } else {
      state_.groups.clear();
      if (from != nullptr) state_.groups = from->groups;
    }
    if (from == nullptr) {
      mark_incomplete(state_, "the lines of the copied `" +
                                  std::string(path_of(database)) +
                                  "` are not known");
    } else if (!from->base) {
      mark_incomplete(state_, from->base_unknown_because);
    } else if (!from->accounts_incomplete_because.empty()) {
      mark_incomplete(state_, from->accounts_incomplete_because,
                      from->only_system_accounts_missing);
    }
  }

  const CopiedFiles& files_;
  ImageState& state_;
  std::string destination_;
  bool into_directory_ = false;
};

}  // namespace

bool concerns_accounts(const CopiedFiles& files, const ImageState& state) {
  // A destination that is not known is hardly ever the account database.
  if (!files.destination.value) return false;
  const std::string to = absolute_path(state.workdir, *files.destination.value);
  return to == "/" || to == "/etc" || to == path_of(Database::passwd) ||
         to == path_of(Database::group);
}

void copy_accounts(const CopiedFiles& files, ImageState& state) {
  if (concerns_accounts(files, state)) Copier(files, state).run();
}

}  // namespace harden::model
