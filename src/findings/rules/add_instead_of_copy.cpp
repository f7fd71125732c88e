#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "dockerfile/model/context_glob.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "findings/subject.h"
#include "image/files/resolved_transfer.h"
#include "knowledge/lists/file_names.h"

namespace harden::rule {

extern constexpr RuleInfo add_instead_of_copy = {
    .code = "HD431",
    .name = "add-instead-of-copy",
    .summary = "ADD does what COPY does",
    .what =
        "All sources of an ADD are local and none is an archive by its name. "
        "Where all names are those of folders or plain files, `harden fix` "
        "writes COPY; where one may be an archive (ADD looks at the content, "
        "not the name), it is only said.",
    .why =
        "ADD unpacks archives and follows addresses: whoever can change a "
        "source can place files anywhere below the destination.",
    .remedy = "Write COPY.",
    .before =
        "FROM alpine:3.20\nADD app.conf /etc/\nUSER 1000:1000\n"
        "CMD [\"app\"]\n",
    .after =
        "FROM alpine:3.20\nCOPY app.conf /etc/\nUSER 1000:1000\n"
        "CMD [\"app\"]\n",
    .references =
        {"https://docs.docker.com/reference/dockerfile/#add---checksum",
         "https://docs.docker.com/build/building/best-practices/"
         "#add-or-copy"},
    .severity = Severity::info,
};

namespace {

// ADD unpacks what begins like a tar archive, also a compressed one, whatever
// it is called: only names of other things are safe.

enum class SourceKind { plain, archive, unknown };

// By name; of a pattern the part behind its last `*`.
SourceKind kind_of_name(std::string_view path) {
  const std::string low = lower_case(path);
  const std::string_view name =
      std::string_view(low).substr(low.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (lists::plain_file_names.contains(name)) return SourceKind::plain;
  if (dot == std::string_view::npos) return SourceKind::unknown;
  const std::string_view end = name.substr(dot + 1);
  if (lists::archive_endings.contains(end)) return SourceKind::archive;
  const bool open = end.find_first_of("*?[\\") != std::string_view::npos;
  return !open && lists::plain_endings.contains(end) ? SourceKind::plain
                                                     : SourceKind::unknown;
}

bool is_folder_name(std::string_view path) {
  return path == "." || path == ".." || path.empty() || path.ends_with('/') ||
         path.ends_with("/.");
}

SourceKind kind_in_context(const BuildContext& context,
                           const std::string& path) {
  const std::vector<std::string> matches = context_matches(context, path);
  bool plain = !matches.empty();
  for (const std::string& it : matches) {
    const auto found = context.find(it);
    if (found && found->directory) continue;
    const SourceKind kind = kind_of_name(it);
    if (kind == SourceKind::archive) return kind;
    plain = plain && kind == SourceKind::plain;
  }
  return plain ? SourceKind::plain : SourceKind::unknown;
}

class AddCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void at(std::size_t instruction) {
    const Instruction& it = subject_.instruction(instruction);
    if (it.keyword != Keyword::add || it.as<Transfer>() == nullptr) return;
    const bool only_add = it.flag("checksum") != nullptr ||
                          it.flag("keep-git-dir") != nullptr ||
                          it.flag("unpack") != nullptr;
    if (only_add || subject_.stage_of(instruction) == nullptr) return;
    const auto transfer = resolve_transfer(subject_, instruction);
    if (!transfer) return;
    SourceKind all = SourceKind::plain;
    for (const auto& source : transfer->sources) {
      const SourceKind kind = kind_of(source);
      if (kind == SourceKind::archive) return;
      if (kind == SourceKind::unknown) all = kind;
    }
    say(it, all == SourceKind::plain);
  }

 private:
  // Addresses count as archives: COPY takes neither.
  SourceKind kind_of(const ResolvedTransfer::Source& source) const {
    if (source.heredoc) return SourceKind::plain;
    if (source.is_address || source.path.starts_with("git@")) {
      return SourceKind::archive;
    }
    if (source.path.find('$') != std::string::npos) return SourceKind::archive;
    if (is_folder_name(source.path)) return SourceKind::plain;
    const SourceKind named = kind_of_name(source.path);
    const BuildContext* context = subject_.context;
    if (named != SourceKind::unknown || context == nullptr) return named;
    return kind_in_context(*context, source.path);
  }

  void say(const Instruction& it, bool plain) {
    Diagnostic& said = report(
        add_instead_of_copy, it.keyword_span,
        "`ADD` also unpacks archives and downloads: whoever changes the "
        "source may get more than a copy",
        plain ? "write `COPY`"
              : "write `COPY`, unless this is an archive to be unpacked");
    if (plain) {
      said.fix = Fix{"write `COPY`",
                     Safety::safe,
                     {{it.keyword_span,
                       keyword_in_style(subject_.document, Keyword::copy)}}};
    }
  }
};

}  // namespace

void check_add_instead_of_copy(const Subject& subject, Findings& findings) {
  AddCheck look(subject, findings);
  for (std::size_t i = 0; i < subject.document.instructions.size(); ++i) {
    look.at(i);
  }
}

}  // namespace harden::rule
