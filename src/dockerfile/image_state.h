// What the engine would record for an image after an instruction, and what
// RUN lines did to its users: the result of evaluating a Document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"
#include "base/source/diagnostic.h"
#include "command/unknown.h"
#include "dockerfile/builder.h"
#include "dockerfile/document.h"
#include "knowledge/base_image.h"

namespace harden {

// A variable's value, or why the file does not tell it.
struct Variable {
  std::optional<std::string> value;
  Unknown unknown;  // the reason, when value is none
};
using Variables = std::map<std::string, Variable, std::less<>>;

// USER as in effect at some point.
struct UserSetting {
  // Quotes and variables resolved, as the engine records it: "", "app",
  // "1000:1000". Meaningless when it is unknown.
  std::string spec;
  Unknown unknown;
  // The USER that set it; nullopt when the base or nobody did.
  std::optional<std::size_t> instruction;
  bool known() const { return !unknown; }
};

// A user or group that exists in the image.
struct KnownAccount {
  std::string name;
  // nullopt: the file does not tell (`useradd app` picks the next free id).
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
  std::string home;                 // empty when unknown
  std::string group;                // primary group's name when known
  std::vector<std::string> groups;  // supplementary
  // The RUN that created it; nullopt for one of the base image.
  std::optional<std::size_t> instruction;
  // Set when the uid was given but the file does not tell it ("`ARG UID` has
  // no default"). With neither uid nor reason, the tool picked a free one:
  // never 0.
  Unknown uid_unknown = {};
  // What made it may not have run.
  bool maybe = false;
};
struct KnownGroup {
  std::string name;
  std::optional<std::uint32_t> gid;
  std::optional<std::size_t> instruction;
};

// ENTRYPOINT or CMD in effect.
struct Launch {
  bool exec_form = true;
  std::vector<std::string>
      argv;          // exec form; as written, engines expand nothing
  std::string text;  // shell form
  // nullopt when it comes from the base image.
  std::optional<std::size_t> instruction;
};

struct PathSetting {
  std::string path;  // absolute, variables resolved; as written when unknown
  std::optional<std::size_t> instruction;  // nullopt: from the base image
};

struct ImageState {
  // Nothing is built on the base: the file stands for the image itself.
  bool is_image = false;
  // The image below all stages ("debian:12"), variables resolved; "scratch".
  std::string base_reference;
  // Null when nothing is known about it (see base_unknown).
  std::shared_ptr<const BaseImage> base;
  Unknown base_unknown;
  // Index of the FROM that names the base (of the earliest stage inherited).
  std::size_t base_instruction = 0;

  UserSetting user;
  Variables env;
  Variables args;
  std::string workdir;  // empty: never set
  std::optional<Launch> entrypoint;
  std::optional<Launch> cmd;
  std::vector<std::string> shell;  // empty: the default
  std::vector<std::string> ports;  // as written, variables resolved
  std::vector<PathSetting> volumes;
  std::vector<KnownAccount> accounts;
  std::vector<KnownGroup> groups;
  // A RUN might have created users in a way that could not be read, or COPY
  // brought another /etc/passwd: names may exist that are not in `accounts`.
  Unknown accounts_incomplete;
  // USER in an ONBUILD of this image: concerns only those built on it.
  std::vector<std::size_t> onbuild_users;
  // False on scratch until something brings an /etc/passwd: no name can be
  // looked up, not even root's. `accounts` and `groups` leave out root unless
  // a line of the file changed it.
  bool has_passwd = true;
  bool has_group = true;
  // What accounts_incomplete says adds system accounts only (package
  // installation): their ids are below 1000.
  bool only_system_accounts_missing = false;
  // Folders F for which a RUN takes lines of /etc/passwd into F/etc/passwd: the
  // root of another image, which gets them by COPY.
  std::vector<std::string> account_copies;
  // Why `workdir` is not known; it is then as written.
  Unknown workdir_unknown;
};

struct RunScript;  // model/run_script.h

struct Evaluation {
  std::vector<ImageState> stages;  // at the end of each, in file order
  // The earlier stage that each is built on; none for an image.
  std::vector<std::optional<std::size_t>> parents;
  // For each instruction: the user that it runs as, and its WORKDIR.
  std::vector<UserSetting> user_before;
  std::vector<std::string> workdir_before;
  // For each RUN its commands, read once; null for other instructions.
  std::vector<std::shared_ptr<const RunScript>> run_scripts;
  // What is known about the images that COPY takes files from; null: nothing.
  std::map<std::string, std::shared_ptr<const BaseImage>, std::less<>>
      copied_from;
  // The stage that becomes the image: the last, or --target's.
  std::size_t target = 0;
  // Something stands there of which another builder makes something else.
  bool depends_on_builder = false;
  std::vector<Diagnostic> problems;
};

struct EvaluateOptions {
  std::map<std::string, std::string, std::less<>> build_args;
  std::string target;     // stage name or number; empty: the last stage
  bool is_image = false;  // see ImageState
  // nullopt: BuildKit; whoever asks for the user looks at the others, too.
  std::optional<Builder> builder = std::nullopt;
  const BaseImages* bases = nullptr;  // null: nothing is known about any image
  // For /etc/passwd and /etc/group that lie there; null when there is none.
  const BuildContext* context = nullptr;
};

class UnknownTarget : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Throws UnknownTarget, naming the stages there are, when no stage has the
// target's name.
Evaluation evaluate(const Document& document, const EvaluateOptions& options);

// As whom the image's program runs.
enum class Privilege {
  root,          // uid 0
  unprivileged,  // shown to be another
  steps_down,    // starts as uid 0, its entrypoint steps down
  cannot_start,  // the engine refuses this USER
  unknown,       // the file does not tell
};
std::string_view to_string(Privilege privilege);

struct EffectiveUser {
  Privilege privilege = Privilege::unknown;
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
  std::string name;  // empty when it has none or none is known
  // One sentence: "`USER` is never set in the final stage, so the process runs
  // as uid 0", "unknown because `ARG APP_USER` has no default".
  std::string message;
  std::vector<std::string> because;
  // Of one that starts as root: "… so the process starts as uid 0", where it
  // may not stay so.
  std::string start_message = {};
  // Of unknown and cannot_start: the clause of the message that says why.
  std::string reason = {};
  // Of unknown: what the answer hangs on, where that is one thing.
  Unknown unknown = {};
  // The USER or FROM that decides.
  Span span;
  // True when the process has gid 0 though its uid is not 0.
  bool root_group = false;
  // Of steps_down: where, "docker-entrypoint.sh:14"; empty when the base's own
  // entrypoint does it.
  std::string stepped_down_in = {};
};

// As whom the container starts, whatever it starts with.
EffectiveUser starting_user(const Document& document,
                            const Evaluation& evaluation);
// The same, and a step-down of the base's own entrypoint, as the instructions
// tell it; analysis/image_user.h looks into files as well.
EffectiveUser effective_user(const Document& document,
                             const Evaluation& evaluation);
// The start for any setting in any state, such as the user of a RUN.
EffectiveUser effective_user(const Document& document, const ImageState& state,
                             const UserSetting& setting);

}  // namespace harden
