#include "findings/report/summary.h"

#include <fmt/format.h>

#include "base/quote/visible_text.h"
#include "base/text/palette.h"

namespace harden {
namespace {

std::string describe_ids(const EffectiveUser& user) {
  if (!user.uid) return "uid not told by the file";
  if (!user.gid) return fmt::format("uid {}", *user.uid);
  if (user.name.empty()) {
    return fmt::format("uid {}, gid {}", *user.uid, *user.gid);
  }
  return fmt::format("{}:{}", *user.uid, *user.gid);
}

std::string painted_user(const EffectiveUser& user, const Palette& palette) {
  const auto text = describe_user(user);
  switch (user.privilege) {
    case Privilege::unprivileged:
      return palette.good(text);
    case Privilege::root:
    case Privilege::cannot_start:
      return palette.bad(text);
    case Privilege::steps_down:
    case Privilege::unknown:
      break;
  }
  return palette.of(Severity::warning, text);
}

}  // namespace

std::string describe_user(const EffectiveUser& user) {
  switch (user.privilege) {
    case Privilege::root:
      // Windows has accounts without numbers.
      if (!user.uid && !user.name.empty()) return visible(user.name);
      return "root (uid 0)";
    case Privilege::unprivileged:
      if (user.name.empty()) return describe_ids(user);
      if (!user.uid && user.name == "ContainerUser") return user.name;
      return fmt::format("{} ({})", visible(user.name), describe_ids(user));
    case Privilege::steps_down:
    case Privilege::cannot_start:
    case Privilege::unknown:
      break;
  }
  return visible(user.message);
}

std::string user_change(const EffectiveUser& before, const EffectiveUser& after,
                        bool colour, bool doubted) {
  const Palette palette(colour);
  return fmt::format(
      "{} {}\n{}  {}{}\n", palette.bold("before:"),
      painted_user(before, palette), palette.bold("after:"),
      painted_user(after, palette),
      doubted ? ", who may not be able to write all that the program writes"
              : "");
}

std::string user_line(std::string_view file, const EffectiveUser& user,
                      bool colour) {
  const Palette palette(colour);
  const bool sure = user.privilege == Privilege::root ||
                    user.privilege == Privilege::unprivileged;
  return fmt::format("{} {}{}\n",
                     palette.bold(fmt::format("{}:", visible(file))),
                     sure ? "runs as " : "", painted_user(user, palette));
}

}  // namespace harden
