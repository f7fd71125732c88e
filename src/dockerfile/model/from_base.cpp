#include "dockerfile/model/from_base.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text/ascii.h"
#include "dockerfile/accounts/account_table.h"
#include "dockerfile/accounts/resolve_user.h"

namespace harden {
namespace {

// BuildKit sets it where the base image does not (util/system/path.go).
constexpr std::string_view kDefaultPath =
    "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

std::shared_ptr<const BaseImage> scratch() {
  BaseImage image;
  image.id = "scratch";
  image.family = Family::scratch;
  image.has_shell = false;
  image.has_user_tools = false;
  image.user = "";
  image.runs_as_any_user = true;
  image.env_complete = true;
  return std::make_shared<const BaseImage>(std::move(image));
}

std::string group_name(const BaseImage& base, const Account& account) {
  for (const Group& group : base.groups) {
    if (group.gid == account.gid) return group.name;
  }
  return account.gid == 0 ? "root" : account.name;
}

void take_accounts(const BaseImage& base, ImageState& state) {
  state.accounts.reserve(base.accounts.size());
  state.groups.reserve(base.groups.size());
  for (const Account& it : base.accounts) {
    KnownAccount account;
    account.name = it.name;
    account.uid = it.uid;
    account.gid = it.gid;
    account.home = it.home;
    account.group = group_name(base, it);
    account.groups = it.groups;
    state.accounts.push_back(std::move(account));
  }
  for (const Group& group : base.groups) {
    state.groups.push_back({group.name, group.gid, std::nullopt});
  }
}

// Names that the base itself relies on exist, though nobody wrote down which
// ids they have. They are not root's: the tables would say so.
void take_own_names(const BaseImage& base, ImageState& state) {
  const std::string user = base.user.value_or("");
  for (const std::string& name : {user.substr(0, user.find(':')),
                                  base.ready_account, base.steps_down_to}) {
    const UserSpec spec = parse_user_spec(name);
    if (spec.user.kind != Identity::Kind::name || name == "root") continue;
    KnownAccount account;
    account.name = name;
    add_account(state, std::move(account));
  }
}

void take_env(const BaseImage& base, ImageState& state) {
  for (const std::string& entry : base.env) {
    const std::size_t equals = std::min(entry.find('='), entry.size());
    Variable value{entry.substr(std::min(equals + 1, entry.size())), {}};
    state.env.insert_or_assign(entry.substr(0, equals), std::move(value));
  }
  if (base.env_complete && base.family != Family::windows) {
    state.env.try_emplace("PATH", Variable{std::string(kDefaultPath), {}});
  }
}

std::optional<Launch> launch(const std::vector<std::string>& argv) {
  if (argv.empty()) return std::nullopt;
  Launch result;
  result.argv = argv;
  return result;
}

void take(std::shared_ptr<const BaseImage> base, ImageState& state) {
  if (base->user) {
    state.user.spec = *base->user;
  } else if (base->family == Family::windows) {
    // Nano Server alone starts as the restricted account (Microsoft's
    // container documentation, "Secure Windows containers").
    const bool nano =
        state.base_reference.find("nanoserver") != std::string::npos;
    state.user.spec = nano ? "ContainerUser" : "ContainerAdministrator";
  } else {
    state.user.unknown = {state.is_image ? Unknown::Kind::user_of_image
                                         : Unknown::Kind::user_of_base,
                          state.base_reference};
  }
  take_env(*base, state);
  take_accounts(*base, state);
  take_own_names(*base, state);
  state.workdir = base->workdir;
  state.entrypoint = launch(base->entrypoint);
  state.cmd = launch(base->cmd);
  state.ports = base->ports;
  for (const WrittenPath& path : base->writes) {
    if (path.volume) state.volumes.push_back({path.path, std::nullopt});
  }
  state.has_passwd = state.has_group = base->family != Family::scratch;
  state.base = std::move(base);
}

bool has_upper_case(std::string_view text) { return lower_case(text) != text; }

// The repository of a reference, without registry, tag and digest. A first
// part with a dot, a colon or an upper-case letter is the registry
// (github.com/distribution/reference, splitDockerDomain).
std::string_view repository_of(std::string_view reference) {
  reference = reference.substr(0, reference.find('@'));
  const std::size_t slash = reference.find('/');
  if (slash != std::string_view::npos) {
    const std::string_view first = reference.substr(0, slash);
    if (first.find_first_of(".:") != std::string_view::npos ||
        first == "localhost" || has_upper_case(first)) {
      reference.remove_prefix(slash + 1);
    }
  }
  return reference.substr(0, reference.find(':'));
}

void check_case(BuildContextOfFile& file, std::size_t stage, Span span,
                const std::string& reference) {
  if (!has_upper_case(repository_of(reference))) return;
  const std::string lower = lower_case(reference);
  std::string help = "write `" + lower + "`";
  if (file.names.for_from(lower, stage)) {
    help = "stage names are stored in lower case: write `FROM " + lower + "`";
  }
  report_error(file, span,
               "`FROM " + reference +
                   "` is refused: the name of a repository must be lowercase",
               std::move(help));
}

}  // namespace

FromTarget resolve_from(BuildContextOfFile& file, std::size_t stage) {
  const Instruction& instruction =
      file.document.instructions[file.document.stages[stage].begin];
  const auto* from = instruction.as<From>();
  if (from == nullptr) return {{}, "", Unknown::Kind::from_line};
  const Word& image = from->image;
  Variable name = expand_in(file, image, file.global);
  if (!name.value) return {{}, image.value, name.unknown};
  if (name.value->empty()) {
    report_error(file, image.span,
                 "`" + image.value +
                     "` is empty, so no image is "
                     "named",
                 "only an `ARG` before the first `FROM` can be used here");
    return {{}, image.value, {Unknown::Kind::empty_base, image.value}};
  }
  if (auto found = file.names.for_from(*name.value, stage)) {
    return {found, *name.value, {}};
  }
  check_case(file, stage, image.span, *name.value);
  return {{}, *name.value, {}};
}

ImageState state_of_base(const std::string& reference,
                         const EvaluateOptions& options) {
  ImageState state;
  state.is_image = options.is_image;
  state.base_reference = reference;
  if (reference == "scratch") {
    take(scratch(), state);
    return state;
  }
  if (options.bases != nullptr) {
    if (auto found = options.bases->find(reference)) {
      take(std::make_shared<const BaseImage>(std::move(*found)), state);
      return state;
    }
  }
  state.base_unknown = {
      state.is_image ? Unknown::Kind::image : Unknown::Kind::base_image,
      reference};
  state.user.unknown = state.base_unknown;
  return state;
}

}  // namespace harden
