#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/rules/rule.h"
#include "dockerfile/model/scope.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "image/files/resolved_transfer.h"
#include "image/start/start_text.h"
#include "rewrite/passes.h"
#include "rewrite/scratch/rootfs_script.h"
#include "rewrite/scratch/stage_lines.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo bare_scratch = {
    .code = "HD143",
    .name = "bare-scratch",
    .summary = "An image from scratch lacks what programs look for",
    .what =
        "The last stage is `FROM scratch` and ran as root; nothing in the "
        "file brings a passwd for its new user.",
    .why =
        "A user without a name has no home, and programs that ask for their "
        "own name fail; without certificates and a /tmp that everybody may "
        "write, so does what an unprivileged program tries next.",
    .remedy =
        "harden collects passwd and group, and certificates, time zones and "
        "nsswitch.conf where they are there, in a stage of its own on top of "
        "the one that the program is copied from.",
    .before =
        "FROM golang:1.22 AS build\n"
        "WORKDIR /src\n"
        "COPY . .\n"
        "RUN go build -o /hello .\n"
        "\n"
        "FROM scratch\n"
        "COPY --from=build /hello /hello\n"
        "ENTRYPOINT [\"/hello\"]\n",
    .references = {"https://docs.docker.com/build/building/base-images/"
                   "#create-a-minimal-base-image-using-scratch",
                   "https://pkg.go.dev/cmd/cgo"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .of_rewrite = true,
};

}  // namespace rule

namespace {

class ScratchCompletion {
 public:
  explicit ScratchCompletion(const PassInput& input)
      : stage_(input.file.stage()),
        options_(input.options),
        user_(input.file.user()) {}

  Findings run() {
    if (user_.privilege != Privilege::unprivileged || !user_.uid ||
        !user_.gid) {
      return {};
    }
    const auto source = source_stage();
    if (!source) return {};
    Diagnostic result = finding(
        rule::bare_scratch, stage_.instruction(stage_.lines().begin).span,
        "nothing gives the user of this image a name, certificates and a /tmp "
        "to write to");
    const std::string numbers =
        std::to_string(*user_.uid) + ":" + std::to_string(*user_.gid);
    result.fix = Fix{"collect them from the stage that the program comes from",
                     Safety::safe, edits(*source, numbers)};
    return {std::move(result)};
  }

 private:
  // That of the first COPY --from, when it can run a shell script; none when
  // the file brings a whole file system, or one of the files itself.
  std::optional<std::size_t> source_stage() const {
    const StageNames names(stage_.document);
    std::optional<std::size_t> source;
    for (const std::size_t i : stage_.chain()) {
      const Instruction& it = stage_.instruction(i);
      if (it.as<Transfer>() == nullptr) continue;
      const auto transfer = resolve_transfer(stage_, i);
      if (!transfer || brings_system(*transfer)) return std::nullopt;
      if (!source && transfer->from) source = names.for_copy(*transfer->from);
    }
    if (!source || *source >= stage_.index ||
        stage_.index + 1 != stage_.document.stages.size() ||
        !has_shell(*source)) {
      return std::nullopt;
    }
    return source;
  }

  static bool brings_system(const ResolvedTransfer& transfer) {
    const std::string& to = transfer.destination;
    const bool into_root = to == "/" || to == "/etc";
    return to == "/etc/passwd" || to == "/tmp" ||
           (into_root &&
            std::ranges::any_of(transfer.sources,
                                [](const ResolvedTransfer::Source& it) {
                                  return is_system(it.path);
                                }));
  }
  // A folder over the root: `/rootfs`, `.`; or passwd itself.
  static bool is_system(const std::string& path) {
    const auto name = path.substr(path.rfind('/') + 1);
    return name == "passwd" || name == "tmp" || name.empty() || name == "." ||
           name.find("root") != std::string::npos;
  }

  bool has_shell(std::size_t stage) const {
    const StageView view = stage_.at(stage);
    const ImageState& state = view.state();
    const bool known = state.base != nullptr && state.base->has_shell &&
                       state.base->family != Family::windows;
    return known && state.onbuild_users.empty() &&
           start_shell(view, view.lines().end).readable;
  }

  std::vector<Edit> edits(std::size_t source, const std::string& user) const {
    const std::string name = free_stage_name(stage_.document, "files");
    const Instruction& from = stage_.instruction(stage_.lines().begin);
    NewLines lines;
    comment(lines,
            "Collects what programs look for in every image (added by harden)");
    lines.lines.push_back(keyword(Keyword::from) + " " + name_of(source) +
                          as_name(stage_.document, name));
    lines.lines.push_back(keyword(Keyword::user) + " 0");
    lines.lines.push_back(rootfs_run(
        stage_.document, system_rootfs_script(user, options_.comments)));
    NewLines copy;
    copy.lines.push_back(keyword(Keyword::copy) + " --from=" + name +
                         " /rootfs /");
    std::vector<Edit> result{insert_before(stage_.document, from, lines),
                             insert_after(stage_.document, from, copy)};
    if (stage_.document.stages[source].name.empty()) {
      const auto* base =
          stage_.instruction(stage_.document.stages[source].begin).as<From>();
      const std::uint32_t end = base->image.span.end;
      result.push_back({{end, end}, as_name(stage_.document, new_name())});
    }
    return result;
  }

  // FROM takes no number.
  std::string name_of(std::size_t stage) const {
    const Instruction& from =
        stage_.instruction(stage_.document.stages[stage].begin);
    const auto& alias = from.as<From>()->alias;
    return alias ? alias->value : new_name();
  }
  std::string new_name() const {
    return free_stage_name(stage_.document, "build");
  }

  std::string keyword(Keyword word) const {
    return keyword_in_style(stage_.document, word);
  }
  void comment(NewLines& lines, const char* text) const {
    if (options_.comments) lines.lines.push_back(std::string("# ") + text);
  }

  const StageView stage_;
  const RewriteOptions& options_;
  const EffectiveUser& user_;
};

}  // namespace

Findings complete_scratch(const PassInput& input) {
  if (input.options.rootfs == RootfsMode::keep ||
      input.before.privilege != Privilege::root) {
    return {};
  }
  return ScratchCompletion(input).run();
}

}  // namespace harden
