#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/paths.h"
#include "dockerfile/accounts/account_table.h"
#include "findings/modes/started_file.h"
#include "findings/subject.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"

namespace harden::rule {

extern constexpr RuleInfo writable_code = {
    .code = "HD460",
    .name = "writable-code",
    .summary = "The program belongs to the user that it runs as",
    .what =
        "ENTRYPOINT or CMD name a file (`/app/server`, `node server.js`) that "
        "`COPY --chown` or `chown -R` gives to the image's user. Programs that "
        "are found through PATH or started by tools such as npm are not looked "
        "at.",
    .why =
        "Whoever gets into the program can replace it, and stays: also after "
        "the process is restarted. A program of root's cannot be changed by "
        "the user that runs it.",
    .remedy =
        "Leave the program to root, readable for all, and give the user the "
        "folders that it writes. A read-only root file system has the same "
        "effect.",
    .before =
        "FROM debian:12\nRUN useradd --uid 1000 app\n"
        "COPY --chown=app server /app/server\nUSER app\n"
        "CMD [\"/app/server\"]\n",
    .references = {"https://docs.docker.com/reference/dockerfile/"
                   "#copy---chown---chmod",
                   "https://cwe.mitre.org/data/definitions/732.html"},
    .severity = Severity::info,
};

namespace {

bool lies_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() + 1 && path.starts_with(folder) &&
         (folder == "/" || path[folder.size()] == '/');
}

// A source whose contents are copied, not itself, as far as names tell.
bool may_be_folder(std::string_view source) {
  return source == "." || source.ends_with('/') ||
         base_name(source).find('.') == std::string_view::npos;
}

// Whether the COPY or ADD may bring the file.
bool may_bring(const ResolvedTransfer& it, const std::string& path) {
  if (it.destination == path && !it.into_folder) return true;
  if (!lies_below(path, it.destination)) return false;
  std::string_view rest(path);
  rest.remove_prefix(it.destination == "/" ? 1 : it.destination.size() + 1);
  return std::ranges::any_of(it.sources, [&](const auto& source) {
    return base_name(source.path) == rest || may_be_folder(source.path);
  });
}

// A shell line may start many; the first ones tell enough.
constexpr std::size_t most_files = 4;

class WritableCodeCheck {
 public:
  WritableCodeCheck(const Subject& subject, Findings& findings)
      : subject_(subject), user_(subject.user), findings_(findings) {}

  void run() {
    auto files = started_files(*subject_.image);
    if (files.empty()) return;
    files.resize(std::min(files.size(), most_files));
    changes_ = run_paths(subject_.document, subject_.evaluation,
                         subject_.evaluation.target);
    for (const std::string& it : files) {
      if (const auto place = given_at(it)) return say(*place, it);
    }
  }

 private:
  // "app:app", "1000"
  bool is_user(std::string_view owner) const {
    owner = owner.substr(0, owner.find(':'));
    if (owner.empty()) return false;
    if (const auto uid = parse_id(owner)) return uid == user_.uid;
    return owner == user_.name;
  }

  // Where the file is given to the user for the last time.
  std::optional<Span> given_at(const std::string& path) const {
    std::optional<Span> place;
    std::size_t brought = 0;
    for (const std::size_t i : subject_.image_instructions()) {
      const Instruction& it = subject_.document.instructions[i];
      if (it.as<Transfer>() == nullptr) continue;
      const auto transfer =
          resolve_transfer(subject_.document, subject_.evaluation,
                           harden::stage_of(subject_.document, i), i);
      if (!transfer || !may_bring(*transfer, path)) continue;
      const Flag* chown = it.flag("chown");
      const bool given =
          chown != nullptr && chown->value && is_user(chown->value->value);
      place = given ? std::optional(chown->span) : std::nullopt;
      brought = i;
    }
    return brought == 0 ? std::nullopt : after_chown(path, brought, place);
  }

  std::optional<Span> after_chown(const std::string& path, std::size_t brought,
                                  std::optional<Span> place) const {
    for (const PathChange& it : changes_) {
      if (it.kind != PathChange::Kind::owned || it.maybe ||
          it.instruction < brought) {
        continue;
      }
      const bool concerns =
          it.path == path || (it.recursive && lies_below(path, it.path));
      if (!concerns) continue;
      place = is_user(it.owner) ? std::optional(place_of_chown(it.instruction))
                                : std::nullopt;
    }
    return place;
  }

  Span place_of_chown(std::size_t instruction) const {
    for (const Call& it : subject_.calls_of(instruction)) {
      if (it.program == "chown") return subject_.place(it);
    }
    return subject_.document.instructions[instruction].span;
  }

  void say(Span place, const std::string& path) {
    findings_.push_back(finding(
        writable_code, place,
        fmt::format("`{}` belongs to the user that runs it: whoever gets into "
                    "the program can replace it for good",
                    path),
        "leave the program to root, and give the user only the folders that "
        "it writes"));
  }

  const Subject& subject_;
  const EffectiveUser& user_;
  Findings& findings_;
  std::vector<PathChange> changes_;
};

}  // namespace

void check_writable_code(const Subject& subject, Findings& findings) {
  if (subject.image == nullptr ||
      subject.user.privilege != Privilege::unprivileged) {
    return;
  }
  WritableCodeCheck(subject, findings).run();
}

}  // namespace harden::rule
