#include "dockerfile/accounts/resolve_user.h"

#include <algorithm>
#include <utility>

#include "base/quote/visible_text.h"
#include "base/text/ascii.h"
#include "dockerfile/accounts/account_table.h"
#include "dockerfile/model/scope.h"

namespace harden {
namespace {

// Ids end at the largest 32-bit signed number, though Linux knows more.
constexpr std::uint64_t kMaxId = 2147483647;

// strconv.Atoi: an optional sign and decimal digits, nothing else. `00`, `+0`
// and `-0` are all 0.
Identity parse_identity(std::string_view text) {
  Identity result;
  result.text = text;
  if (text.empty()) return result;
  const bool negative = text.front() == '-';
  std::string_view digits = text;
  if (negative || text.front() == '+') digits.remove_prefix(1);
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    result.kind = Identity::Kind::name;
    return result;
  }
  std::uint64_t value = 0;
  for (const char c : digits) {
    value = std::min<std::uint64_t>(
        value * 10 + static_cast<std::uint64_t>(c - '0'), kMaxId + 1);
  }
  if (value > kMaxId || (negative && value > 0)) {
    result.kind = Identity::Kind::out_of_range;
    return result;
  }
  result.kind = Identity::Kind::number;
  result.number = static_cast<std::uint32_t>(value);
  return result;
}

// Packages take ids below this for the users they bring.
constexpr std::uint32_t kFirstPerson = 1000;

class UserSpecResolver {
 public:
  UserSpecResolver(const ImageState& state, std::string_view spec)
      : state_(state), spec_(parse_user_spec(spec)) {}

  ResolvedUser run() {
    if (user() && group()) {
      const bool root = result_.uid == 0;
      result_.privilege = root ? Privilege::root : Privilege::unprivileged;
      result_.root_group = !root && result_.gid == 0;
    }
    return std::move(result_);
  }

 private:
  bool stop(Privilege privilege, std::string why) {
    result_.privilege = privilege;
    result_.why = std::move(why);
    return false;
  }

  bool user() {
    switch (spec_.user.kind) {
      case Identity::Kind::absent:
        by_number(0);
        return true;
      case Identity::Kind::number:
        by_number(spec_.user.number);
        return true;
      case Identity::Kind::out_of_range:
        return out_of_range(spec_.user.text);
      case Identity::Kind::name:
        break;
    }
    return by_name(spec_.user.text);
  }

  bool out_of_range(std::string_view id) {
    return stop(
        Privilege::cannot_start,
        in_backticks(id) + " is outside the range of ids, 0 to 2147483647");
  }

  // An account is not needed; when there is one, it gives the group.
  void by_number(std::uint32_t uid) {
    result_.uid = uid;
    // The first line with the number counts, and that is root's; the tables
    // leave it out.
    const bool is_root = uid == 0 && state_.has_passwd &&
                         find_account(state_, "root") == nullptr;
    if (!is_root) result_.account = find_account(state_, uid);
    if (result_.account != nullptr) {
      result_.name = result_.account->name;
      result_.gid = result_.account->gid;
    } else if (uid == 0) {
      result_.gid = 0;
      if (state_.has_passwd) result_.name = "root";
    } else if (is_complete(uid)) {
      result_.gid = 0;
      result_.gid_why = "no account has uid " + std::to_string(uid) +
                        " and no group is given, so the process has gid 0";
    } else {
      result_.gid_why =
          "the gid is 0 unless an account has uid " + std::to_string(uid);
    }
  }

  bool by_name(std::string_view name) {
    result_.name = name;
    result_.account = find_account(state_, name);
    if (result_.account == nullptr) return absent_name(name);
    const KnownAccount& account = *result_.account;
    result_.uid = account.uid;
    result_.gid = account.gid;
    if (!account.uid && account.uid_unknown) {
      result_.unknown = account.uid_unknown;
      return stop(Privilege::unknown, account.uid_unknown.text());
    }
    return true;
  }

  bool absent_name(std::string_view name) {
    if (name == "root" && state_.has_passwd) {
      result_.uid = result_.gid = 0;
      return true;
    }
    if (knows_names()) {
      const bool number_like = name.find_first_of("0123456789") == 0 ||
                               name.find_first_of("+- ") == 0;
      std::string why = "no account is called " + in_backticks(name);
      if (number_like)
        why = in_backticks(name) + " is not a number, and " + why;
      if (!state_.has_passwd) why = "there is no /etc/passwd, so " + why;
      if (name.find(" #") != std::string_view::npos) {
        why += "; a comment needs a line of its own";
      }
      return stop(Privilege::cannot_start, std::move(why));
    }
    if (state_.base && state_.only_system_accounts_missing) {
      return of_a_package(name);
    }
    result_.unknown =
        state_.base ? state_.accounts_incomplete : state_.base_unknown;
    return stop(Privilege::unknown, why_incomplete(name));
  }

  // Only packages may have created it. They give uid 0 to nobody but root, and
  // if none created it nothing starts: whichever it is, it is not root.
  bool of_a_package(std::string_view name) {
    result_.uid_why = "no line creates " + in_backticks(name) + ", so " +
                      state_.accounts_incomplete.text() +
                      "; no package gives uid 0 to another name than root";
    return true;
  }

  std::string why_incomplete(std::string_view name) const {
    if (!state_.base) {
      return state_.base_unknown.text() + ", which may define " +
             in_backticks(name);
    }
    if (state_.accounts_incomplete) {
      return "no line creates " + in_backticks(name) + ", but " +
             state_.accounts_incomplete.text();
    }
    return std::string("the users of the ") +
           (state_.is_image ? "image " : "base image ") +
           in_backticks(state_.base_reference) + " are not known";
  }

  bool group() {
    switch (spec_.group.kind) {
      case Identity::Kind::absent:
        return true;
      case Identity::Kind::number:
        set_gid(spec_.group.number);
        return true;
      case Identity::Kind::out_of_range:
        return out_of_range(spec_.group.text);
      case Identity::Kind::name:
        break;
    }
    return group_by_name(spec_.group.text);
  }

  void set_gid(std::optional<std::uint32_t> gid) {
    result_.gid = gid;
    result_.gid_why.clear();
    if (gid == 0) result_.gid_why = "the group of the `USER` is gid 0";
  }

  // The groups of a base image are not all listed, those of scratch are.
  bool group_by_name(std::string_view name) {
    const auto gid = gid_of(state_, name);
    set_gid(gid);
    if (gid || find_group(state_, name) != nullptr) return true;
    const bool scratch = state_.base && state_.base->family == Family::scratch;
    if (scratch && !state_.accounts_incomplete) {
      return stop(Privilege::cannot_start,
                  "no group is called " + in_backticks(name));
    }
    result_.gid_why = "the gid of " + in_backticks(name) + " is not known";
    return true;
  }

  bool knows_base() const {
    return state_.base && (state_.base->family == Family::scratch ||
                           !state_.base->accounts.empty());
  }
  bool knows_names() const {
    return knows_base() && !state_.accounts_incomplete;
  }
  bool is_complete(std::uint32_t uid) const {
    return knows_names() || (knows_base() && uid >= kFirstPerson &&
                             state_.only_system_accounts_missing);
  }

  const ImageState& state_;
  UserSpec spec_;
  ResolvedUser result_;
};

// Windows has no numbers: ContainerAdministrator may do everything in the
// container, ContainerUser may not. `user manager\` may stand before them.
ResolvedUser resolve_windows(std::string_view spec) {
  ResolvedUser result;
  result.name = spec.substr(spec.rfind('\\') + 1);
  const std::string name = lower_case(result.name);
  if (name == "containeradministrator" || name == "administrator" ||
      name == "system") {
    result.privilege = Privilege::root;
  } else if (name == "containeruser") {
    result.privilege = Privilege::unprivileged;
  } else {
    result.why = "the accounts of Windows images are not known";
  }
  return result;
}

}  // namespace

UserSpec parse_user_spec(std::string_view spec) {
  const std::size_t colon = std::min(spec.find(':'), spec.size());
  std::string_view group = spec.substr(std::min(colon + 1, spec.size()));
  group = group.substr(0, group.find(':'));
  return {parse_identity(spec.substr(0, colon)), parse_identity(group)};
}

ResolvedUser resolve_user(const ImageState& state, std::string_view spec) {
  if (state.base && state.base->family == Family::windows) {
    return resolve_windows(spec);
  }
  return UserSpecResolver(state, spec).run();
}

}  // namespace harden
