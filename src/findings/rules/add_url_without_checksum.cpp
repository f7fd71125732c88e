#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "findings/runs/downloads.h"
#include "findings/subject.h"
#include "image/files/resolved_transfer.h"
#include "knowledge/lists/network.h"

namespace harden::rule {

extern constexpr RuleInfo add_url_without_checksum = {
    .code = "HD430",
    .name = "add-url-without-checksum",
    .summary = "ADD downloads something that nothing checks",
    .what =
        "A source of ADD is an address, without `--checksum`, and no later RUN "
        "of the stage compares checksums or signatures (`sha256sum -c`, `gpg "
        "--verify`, cosign). Signatures and lists of checksums may be "
        "downloaded as they are. A git repository is remarked on when it names "
        "no commit.",
    .why =
        "Whoever controls the server, the name or the connection puts what "
        "they like into the image, and a build of tomorrow is not the one of "
        "today.",
    .remedy = "`ADD --checksum=sha256:… https://…`; for git `….git#<commit>`.",
    .before =
        "FROM alpine:3.20\nADD https://example.com/app /usr/local/bin/app\n"
        "USER 1000:1000\nCMD [\"app\"]\n",
    .references =
        {"https://docs.docker.com/reference/dockerfile/#add---checksum",
         "https://docs.docker.com/build/building/best-practices/"
         "#add-or-copy"},
    .severity = Severity::warning,
};

namespace {

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") ==
         std::string_view::npos;
}

// What BuildKit clones: `git@host:path`, `git://…`, `https://….git#ref`.
bool is_git(std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("#?"));
  return address.starts_with("git@") || address.starts_with("git://") ||
         address.starts_with("ssh://") ||
         (address.starts_with("http") && path.ends_with(".git"));
}

// A commit's name is its own checksum; a variable may hold one.
bool may_name_commit(std::string_view address) {
  const std::size_t hash = address.find('#');
  std::string_view ref =
      hash == std::string_view::npos ? "" : address.substr(hash + 1);
  ref = ref.substr(0, ref.find(':'));
  constexpr std::size_t full = 40;
  if (ref.size() >= full && is_hex(ref)) return true;
  if (address.find('$') != std::string_view::npos) return true;
  return address.find("checksum=") != std::string_view::npos ||
         address.find("commit=") != std::string_view::npos;
}

// Signatures and lists of checksums: with them something else is checked.
bool is_for_checking(std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("#?"));
  return !lists::signature_endings.suffix_of(path).empty();
}

class RemoteAddCheck : public SubjectCheck {
 public:
  RemoteAddCheck(const Subject& subject, Findings& findings)
      : SubjectCheck(subject, findings) {
    for (const Call& it : subject.calls().all()) {
      if (checks_files(it)) checks_.push_back(it.instruction);
    }
  }

  void at(std::size_t instruction) {
    const Instruction& it = subject_.instruction(instruction);
    const auto* words = it.as<Transfer>();
    const Stage* stage = subject_.stage_of(instruction);
    if (it.keyword != Keyword::add || words == nullptr || stage == nullptr ||
        it.flag("checksum") != nullptr || is_checked(instruction, *stage)) {
      return;
    }
    const auto transfer = resolve_transfer(subject_, instruction);
    if (!transfer) return;
    for (std::size_t i = 0; i < transfer->sources.size(); ++i) {
      look(words->sources[i], transfer->sources[i]);
    }
  }

 private:
  // A RUN behind it in the stage compares checksums or signatures.
  bool is_checked(std::size_t instruction, const Stage& stage) const {
    const auto next =
        std::upper_bound(checks_.begin(), checks_.end(), instruction);
    return next != checks_.end() && *next < stage.end;
  }

  void look(const Word& word, const ResolvedTransfer::Source& source) {
    if (source.heredoc) return;
    const std::string& address = source.path;
    if (is_git(address)) {
      if (!may_name_commit(address)) repository(word, address);
      return;
    }
    const bool download =
        address.starts_with("http://") || address.starts_with("https://");
    if (!download || is_for_checking(address)) return;
    report(
        add_url_without_checksum, word.span,
        fmt::format("`ADD {}` takes whatever the server sends, unchecked",
                    address),
        "add `--checksum=sha256:…`, so that another content fails the build");
  }

  void repository(const Word& word, const std::string& address) {
    Diagnostic& said = report(
        add_url_without_checksum, word.span,
        fmt::format("`ADD {}` takes what a branch or tag names, which may be "
                    "another commit tomorrow",
                    address),
        "name the commit: `…#<commit>`, or `--checksum=<commit>` beside a tag");
    // Git checks what it gets; which commit that is stays open.
    said.severity = Severity::info;
  }

  std::vector<std::size_t> checks_;  // instructions, ascending
};

}  // namespace

void check_add_url_without_checksum(const Subject& subject,
                                    Findings& findings) {
  RemoteAddCheck look(subject, findings);
  for (std::size_t i = 0; i < subject.document.instructions.size(); ++i) {
    look.at(i);
  }
}

}  // namespace harden::rule
