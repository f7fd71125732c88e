#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

std::optional<ScriptWrite::Kind> kind_of(const Act& act,
                                         std::string_view text) {
  switch (act.kind) {
    case Act::Kind::owner:
      // Of the container's own output, which is not a file of the image.
      if (text.find("/proc/$$/fd/") != text.npos) return {};
      return act.recursive ? ScriptWrite::Kind::folder
                           : ScriptWrite::Kind::file;
    case Act::Kind::mode:
      return ScriptWrite::Kind::file;
    case Act::Kind::write:
      if (text.starts_with("rm ") || text.starts_with("rmdir ")) return {};
      return text.starts_with("mkdir ") ? ScriptWrite::Kind::folder
                                        : ScriptWrite::Kind::file;
    case Act::Kind::account:
    case Act::Kind::package:
    case Act::Kind::system:
      return ScriptWrite::Kind::system;
    default:
      // What a program does that nobody knows, the service itself may do, too.
      return {};
  }
}

// Patterns name what nobody can mount.
bool has_no_pattern(std::string_view path) {
  return path.find_first_of("*?[") == path.npos;
}

// A script that starts itself again does not do as the user what it did as
// root.
const Followed& followed_by(const PolicySubject& subject) {
  const StartScript& script = *subject.script;
  const bool as_user = subject.user.privilege == Privilege::unprivileged &&
                       !script.unprivileged.hand_overs.empty();
  return as_user ? script.unprivileged : script.followed;
}

}  // namespace

std::vector<ScriptWrite> script_writes(const PolicySubject& subject) {
  std::vector<ScriptWrite> result;
  if (!subject.script) return result;
  const Followed& followed = followed_by(subject);
  for (const RootAct& it : followed.acts) {
    std::string text = text_of(followed, it.place);
    text = text.substr(0, std::min(text.find('\n'), std::size_t{80}));
    const auto kind = kind_of(it.act, text);
    if (!kind) continue;
    ScriptWrite write;
    write.kind = *kind;
    if (has_no_pattern(it.act.path)) write.path = it.act.path;
    write.reason = {Reason::Source::file, "`" + text + "`",
                    subject.script->place(it.place)};
    result.push_back(std::move(write));
  }
  return result;
}

}  // namespace harden
