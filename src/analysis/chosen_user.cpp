#include "analysis/chosen_user.h"

#include <algorithm>
#include <string_view>

#include "analysis/stage_chain.h"

namespace harden {
namespace {

// Fits the range of every distribution's tools and is nobody's default.
constexpr std::uint32_t first_uid = 10001;
constexpr std::string_view default_name = "app";

bool is_unprivileged(const KnownAccount& account) {
  return account.uid != 0u && account.name != "root";
}

class Choice {
 public:
  Choice(const Document& document, const Evaluation& evaluation,
         const ImageTools& tools, const Options& options)
      : document_(document),
        evaluation_(evaluation),
        state_(evaluation.stages[evaluation.target]),
        tools_(tools),
        options_(options) {}

  ChosenUser run() const {
    if (!options_.user.empty() || options_.uid || options_.gid) return asked();
    if (auto found = earlier()) return *found;
    if (auto found = created_but_unused()) return *found;
    if (auto found = ready()) return *found;
    return fresh(free_name(), first_uid, std::nullopt);
  }

 private:
  const KnownAccount* account(std::string_view name) const {
    auto found =
        std::find_if(state_.accounts.begin(), state_.accounts.end(),
                     [&](const KnownAccount& it) { return it.name == name; });
    return found == state_.accounts.end() ? nullptr : &*found;
  }

  static ChosenUser existing(const KnownAccount& it, std::string because) {
    return {it.name,           it.uid, it.gid, false, !it.groups.empty(),
            std::move(because)};
  }

  // A user that is made, or a bare number where nothing can make one.
  ChosenUser fresh(std::string name, std::uint32_t uid,
                   std::optional<std::uint32_t> gid) const {
    const bool create = tools_.has_shell;
    std::string because =
        create ? "no account of the image is meant for the program"
               : "the image has no shell that could create a user, and a "
                 "number needs none";
    if (!create) name.clear();
    return {std::move(name), uid,   gid.value_or(uid),
            create,          false, std::move(because)};
  }

  ChosenUser asked() const {
    const std::string name =
        options_.user.empty() ? free_name() : options_.user;
    if (const KnownAccount* it = account(name);
        it != nullptr && !options_.user.empty()) {
      return existing(*it, "asked for with `--user`");
    }
    ChosenUser result =
        fresh(name, options_.uid.value_or(first_uid), options_.gid);
    result.because = "asked for on the command line";
    return result;
  }

  // The user that the image had before the file switched to root.
  std::optional<ChosenUser> earlier() const {
    const auto chain = stage_chain(document_, evaluation_, evaluation_.target);
    std::optional<ChosenUser> result;
    for (std::size_t index : chain) {
      const UserSetting& setting = evaluation_.user_before[index];
      const EffectiveUser user = effective_user(document_, state_, setting);
      if (user.privilege != Privilege::unprivileged) continue;
      result = ChosenUser{user.name,
                          user.uid,
                          user.gid,
                          false,
                          false,
                          "the image ran as this user before it switched to "
                          "root"};
      if (const KnownAccount* it = account(user.name)) {
        result->in_groups = !it->groups.empty();
      }
    }
    return result;
  }

  std::optional<ChosenUser> created_but_unused() const {
    const KnownAccount* best = nullptr;
    for (const KnownAccount& it : state_.accounts) {
      if (!it.instruction || !is_unprivileged(it)) continue;
      if (best == nullptr) best = &it;
    }
    if (best == nullptr) return std::nullopt;
    return existing(*best, "the file creates this user and never uses it");
  }

  std::optional<ChosenUser> ready() const {
    if (state_.base == nullptr || state_.base->ready_account.empty()) {
      return std::nullopt;
    }
    const KnownAccount* it = account(state_.base->ready_account);
    if (it == nullptr || !is_unprivileged(*it)) return std::nullopt;
    return existing(*it, "the base image ships this user for its program");
  }

  bool name_is_taken(std::string_view name) const {
    return account(name) != nullptr ||
           std::any_of(state_.groups.begin(), state_.groups.end(),
                       [&](const KnownGroup& it) { return it.name == name; });
  }

  std::string free_name() const {
    std::string name(default_name);
    for (int number = 1; name_is_taken(name); ++number) {
      name = std::string(default_name) + std::to_string(number);
    }
    return name;
  }

  const Document& document_;
  const Evaluation& evaluation_;
  const ImageState& state_;
  const ImageTools& tools_;
  const Options& options_;
};

}  // namespace

std::string ChosenUser::owner_argument() const {
  const std::string user = uid ? std::to_string(*uid) : name;
  if (gid) return user + ":" + std::to_string(*gid);
  // `chown name:` gives the group that the account logs in with.
  return user + ":";
}

std::string ChosenUser::user_argument(UserStyle style) const {
  if ((style == UserStyle::name && !name.empty()) || !uid) return name;
  if (!gid || in_groups) return std::to_string(*uid);
  return std::to_string(*uid) + ":" + std::to_string(*gid);
}

ChosenUser choose_user(const Document& document, const Evaluation& evaluation,
                       const ImageTools& tools, const Options& options) {
  return Choice(document, evaluation, tools, options).run();
}

}  // namespace harden
