#include "image/user/chosen_user.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "image/files/run_paths.h"
#include "image/user/package_user.h"
#include "image/user/taken_ids.h"

namespace harden {
namespace {

// Fits the range of every distribution's tools and is nobody's default.
constexpr std::uint32_t first_uid = 10001;
// People: below are the accounts of the system, and nobody is the last one.
constexpr std::uint32_t first_person = 1000;
constexpr std::uint32_t nobody = 65534;
constexpr std::string_view default_name = "app";

// A name that USER takes as a name: `useradd 00` makes an account, but `USER
// 00` is root.
bool is_plain_name(std::string_view name) {
  return !name.empty() && (name.front() < '0' || name.front() > '9') &&
         name.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
             ".-") == std::string_view::npos &&
         name.front() != '-';
}

// A uid that only a build argument tells may be 0.
bool is_unprivileged(const KnownAccount& account) {
  return account.uid != 0u && account.name != "root" &&
         is_plain_name(account.name) && !account.uid_unknown;
}

class UserChooser {
 public:
  UserChooser(const StageView& stage, const ImageTools& tools,
              const UserWishes& options, const std::string& preferred,
              const std::optional<InstalledServer>& server,
              const std::string& package)
      : stage_(stage),
        state_(stage.state()),
        tools_(tools),
        options_(options),
        preferred_(preferred),
        server_(server),
        package_(package),
        taken_(state_),
        changes_(run_paths(stage)) {}

  ChosenUser run() const {
    if (!options_.user.empty() || options_.uid || options_.gid) return asked();
    if (auto found = scripts_own()) return *found;
    const KnownAccount* own = created_but_unused();
    // An account that the file gives things to is meant, whatever a package
    // thinks.
    const bool gifted = own != nullptr && gifts(mentions(), *own) > 0;
    if (!gifted) {
      if (auto found = servers_own()) return *found;
    }
    if (auto found = inherited()) return *found;
    if (own != nullptr) {
      return existing(*own, "the file creates this user and never uses it");
    }
    if (auto found = earlier()) return *found;
    if (auto found = ready()) return *found;
    return fresh(free_name(), free_uid(), std::nullopt);
  }

 private:
  ChosenUser existing(const KnownAccount& it, std::string because) const {
    ChosenUser result{
        it.name, it.uid, it.gid, false, !it.groups.empty(), std::move(because)};
    if (it.instruction && has_ids_from_arguments(*it.instruction)) {
      result.uid = result.gid = std::nullopt;
      result.no_number_because = "its uid comes with `--build-arg`";
    } else if (!it.uid) {
      result.no_number_because = "its uid is not in the file";
    }
    return result;
  }

  // `useradd --uid $UID`: another build may give another number.
  bool has_ids_from_arguments(std::size_t index) const {
    for (const SimpleCommand& it : stage_.commands_of(index)) {
      for (std::size_t i = 1; i < it.words.size(); ++i) {
        const bool is_id = is_id_option(it.words[i].value) ||
                           is_id_option(it.words[i - 1].value);
        if (is_id && names_argument(it.words[i])) return true;
      }
    }
    return false;
  }

  static bool is_id_option(std::string_view word) {
    return word.starts_with("-u") || word.starts_with("--uid") ||
           word.starts_with("-g") || word.starts_with("--gid");
  }

  bool names_argument(const ShellWord& word) const {
    return std::ranges::any_of(word.variables, [&](Span span) {
      std::string_view name =
          std::string_view(word.value).substr(span.begin, span.size());
      name.remove_prefix(name.starts_with("${") ? 2 : 1);
      name = name.substr(0, name.find_first_of("}:-+#%/"));
      return state_.args.find(name) != state_.args.end();
    });
  }

  // A user that is made, or a bare number where nothing can make one.
  ChosenUser fresh(std::string name, std::uint32_t uid,
                   std::optional<std::uint32_t> gid) const {
    const bool create = tools_.has_shell;
    std::string because =
        create ? "no account of the image is meant for the program"
               : "the image has no shell that could create a user, and a "
                 "number needs none";
    if (create && !package_.empty()) {
      because += "; where the package `" + package_ +
                 "` makes one, name it with `--user`";
    }
    if (!create) name.clear();
    return {std::move(name),
            uid,
            gid.value_or(uid),
            create,
            false,
            std::move(because),
            {},
            taken_.group_of(gid.value_or(uid))};
  }

  ChosenUser asked() const {
    const KnownAccount* found = options_.user.empty()
                                    ? taken_.account(options_.uid)
                                    : taken_.account(options_.user);
    const bool other_number =
        found != nullptr && options_.uid && found->uid != options_.uid;
    if (found != nullptr && !other_number) {
      ChosenUser result = existing(*found, "asked for on the command line");
      if (options_.gid && options_.gid != result.gid) {
        result.gid = options_.gid;
        result.in_groups = false;
      }
      return result;
    }
    const auto package = found == nullptr && !options_.user.empty()
                             ? package_account(stage_, options_.user)
                             : std::nullopt;
    if (package) {
      return package_user(stage_, tools_, options_, *package,
                          "asked for on the command line");
    }
    ChosenUser result =
        fresh(options_.user.empty() ? free_name() : options_.user,
              options_.uid.value_or(free_uid()), options_.gid);
    result.because = "asked for on the command line";
    // A name or a number that is taken cannot be created once more; the
    // numbers alone work without an account.
    if (other_number || taken_.account(result.uid) != nullptr) {
      result.create = false;
      result.name.clear();
    }
    return result;
  }

  std::optional<ChosenUser> scripts_own() const {
    const KnownAccount* found = taken_.account(preferred_);
    if (found == nullptr || !is_unprivileged(*found)) return std::nullopt;
    return existing(*found, "the start script is written for it");
  }

  // Whom its package makes for it, or the account of the system that it is
  // for, or whom an option names.
  std::optional<ChosenUser> servers_own() const {
    if (!server_ || server_->account.empty()) return std::nullopt;
    const std::string program = "`" + std::string(server_->name()) + "`";
    const std::string because =
        server_->named_by.empty()
            ? program + " is meant to run as it"
            : program + " is told `" + server_->named_by + "`";
    if (const KnownAccount* found = taken_.account(server_->account)) {
      if (!is_unprivileged(*found)) return std::nullopt;
      return existing(*found, because);
    }
    if (const auto package = package_account(stage_, server_->account)) {
      return package_user(stage_, tools_, options_, *package, because);
    }
    // Of a base that is not known; the package needs the account, too.
    if (state_.base != nullptr || server_->account != server_->facts->account) {
      return std::nullopt;
    }
    return user_by_name(server_->account, because);
  }

  // As whom the stage begins when the file switches to root in it: the user of
  // the base image, or the last one of an earlier stage.
  std::optional<ChosenUser> inherited() const {
    const std::size_t first = stage_.lines().begin + 1;
    if (first >= stage_.evaluation.user_before.size()) return std::nullopt;
    return earlier_at(first);
  }

  std::optional<ChosenUser> earlier_at(std::size_t index) const {
    const UserSetting& setting = stage_.evaluation.user_before[index];
    const EffectiveUser user = effective_user(stage_.document, state_, setting);
    if (user.privilege != Privilege::unprivileged) return std::nullopt;
    ChosenUser result{
        user.name, user.uid,
        user.gid,  false,
        false,     "the image ran as this user before it switched to root"};
    if (const KnownAccount* it = taken_.account(user.name)) {
      result.in_groups =
          !it->groups.empty() && setting.spec.find(':') == std::string::npos;
    }
    return result;
  }

  // The user of the last instruction before the file switched to root.
  std::optional<ChosenUser> earlier() const {
    auto chain = stage_.chain();
    std::reverse(chain.begin(), chain.end());
    const UserSetting* last = nullptr;
    for (std::size_t index : chain) {
      const UserSetting& now = stage_.evaluation.user_before[index];
      const bool same = last != nullptr && last->spec == now.spec &&
                        last->instruction == now.instruction;
      last = &now;
      if (same) continue;
      if (auto found = earlier_at(index)) return found;
    }
    return std::nullopt;
  }

  // What the chain says of users by name or number: whom USER names, and to
  // whom how many things are given.
  struct UidMentions {
    std::set<std::string, std::less<>> users;
    std::map<std::string, std::size_t, std::less<>> gifts;
  };

  UidMentions mentions() const {
    UidMentions result;
    const auto user_part = [](const std::string& spec) {
      return spec.substr(0, spec.find(':'));
    };
    for (const PathChange& change : changes_) {
      if (change.kind == PathChange::Kind::owned) ++result.gifts[change.owner];
    }
    for (std::size_t i : stage_.chain()) {
      const UserSetting& setting = stage_.evaluation.user_before[i];
      if (setting.instruction) result.users.insert(user_part(setting.spec));
      const Flag* chown = stage_.instruction(i).flag("chown");
      if (chown == nullptr || !chown->value) continue;
      ++result.gifts[user_part(chown->value->value)];
    }
    return result;
  }

  static std::size_t gifts(const UidMentions& mentions,
                           const KnownAccount& it) {
    const auto count = [&](const std::string& owner) {
      const auto found = mentions.gifts.find(owner);
      return found == mentions.gifts.end() ? 0 : found->second;
    };
    return count(it.name) + (it.uid ? count(std::to_string(*it.uid)) : 0);
  }

  // Of a passwd that is copied most are the system's: daemon, nobody.
  bool is_made_for_use(const KnownAccount& it) const {
    if (!it.instruction) return false;
    if (stage_.instruction(*it.instruction).keyword == Keyword::run) {
      return true;
    }
    return it.uid && *it.uid >= first_person && *it.uid < nobody;
  }

  // Of several the one that the file gives most to, else the first.
  const KnownAccount* created_but_unused() const {
    const UidMentions said = mentions();
    const KnownAccount* best = nullptr;
    for (const KnownAccount& it : state_.accounts) {
      const bool used = said.users.find(it.name) != said.users.end();
      if (!is_made_for_use(it) || !is_unprivileged(it) || used) continue;
      if (best == nullptr || gifts(said, it) > gifts(said, *best)) best = &it;
    }
    return best;
  }

  std::optional<ChosenUser> ready() const {
    if (state_.base == nullptr || state_.base->ready_account.empty()) {
      return std::nullopt;
    }
    const KnownAccount* it = taken_.account(state_.base->ready_account);
    if (it == nullptr || !is_unprivileged(*it)) return std::nullopt;
    return existing(*it, "the base image ships this user for its program");
  }

  std::string free_name() const {
    std::string name(default_name);
    for (int number = 1; taken_.has_name(name); ++number) {
      name = std::string(default_name) + std::to_string(number);
    }
    return name;
  }

  std::uint32_t free_uid() const { return taken_.free_id(first_uid); }

  const StageView stage_;
  const ImageState& state_;
  const ImageTools& tools_;
  const UserWishes& options_;
  const std::string& preferred_;
  const std::optional<InstalledServer>& server_;
  const std::string& package_;
  TakenIds taken_;
  std::vector<PathChange> changes_;
};

}  // namespace

std::string ChosenUser::owner_argument() const {
  const std::string user = uid ? std::to_string(*uid) : name;
  if (gid) return user + ":" + std::to_string(*gid);
  // `chown name:` gives the group that the account logs in with.
  return user + ":";
}

std::string ChosenUser::account() const {
  return name.empty() && uid ? std::to_string(*uid) : name;
}

std::string ChosenUser::known_as() const {
  return create && !made_before ? std::string() : account();
}

std::string ChosenUser::user_argument(UserStyle style) const {
  if ((style == UserStyle::name && !name.empty()) || !uid) return name;
  if (!gid || in_groups) return std::to_string(*uid);
  return std::to_string(*uid) + ":" + std::to_string(*gid);
}

ChosenUser choose_user(const StageView& stage, const ImageTools& tools,
                       const UserWishes& options, const std::string& preferred,
                       const std::optional<InstalledServer>& server,
                       const std::string& package) {
  return UserChooser(stage, tools, options, preferred, server, package).run();
}

}  // namespace harden
