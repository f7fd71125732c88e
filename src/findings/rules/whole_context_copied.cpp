#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/glob/go_glob.h"
#include "base/text/joined_texts.h"
#include "findings/secrets/secret_file.h"
#include "findings/subject.h"
#include "image/files/resolved_transfer.h"
#include "knowledge/lists/secrets.h"

namespace harden::rule {

extern constexpr RuleInfo whole_context_copied = {
    .code = "HD452",
    .name = "whole-context-copied",
    .summary = "The image gets all files of the build context",
    .what =
        "`COPY .` or `ADD .` of the image, where the build context is at hand. "
        "A warning says which of its files should not be there (`.git`, "
        "`.ssh`, an `.env` with secrets, …); a remark, that no .dockerignore "
        "is in force, and any later file goes along. Stages that are not "
        "shipped, and files that another context is meant for, are left alone.",
    .why =
        "Histories, keys and local settings are published with the image, and "
        "nobody sees it in the Dockerfile.",
    .remedy =
        "Name what the image needs, or list in .dockerignore what it does not: "
        "best `*` and exceptions.",
    .before =
        "FROM node:22\nWORKDIR /app\nCOPY . .\nUSER node\n"
        "CMD [\"node\", \"server.js\"]\n",
    .references = {"https://docs.docker.com/build/concepts/context/"
                   "#dockerignore-files"},
    .severity = Severity::info,
};

namespace {

class ContextCopyCheck : public SubjectCheck {
 public:
  ContextCopyCheck(const Subject& subject, const BuildContext& context,
                   Findings& findings)
      : SubjectCheck(subject, findings), context_(context) {}

  void run() {
    for (const std::size_t i : subject_.image_instructions()) {
      const Instruction& it = subject_.instruction(i);
      if (it.keyword == Keyword::copy || it.keyword == Keyword::add) look(i);
    }
  }

 private:
  void look(std::size_t instruction) {
    const auto transfer = resolve_transfer(subject_, instruction);
    if (!transfer || transfer->from) return;
    const auto* words = subject_.instruction(instruction).as<Transfer>();
    for (std::size_t i = 0; i < transfer->sources.size(); ++i) {
      const auto& source = transfer->sources[i];
      const bool whole =
          !source.heredoc && (source.path == "." || source.path == "./" ||
                              source.path == "/" || source.path == "./.");
      if (whole && is_the_context()) say(instruction, words->sources[i]);
    }
  }

  // Files that are copied and not there: the image is built from elsewhere.
  bool is_the_context() {
    if (!known_) known_ = all_sources_are_there();
    return *known_;
  }

  bool all_sources_are_there() const {
    const auto& document = subject_.document;
    for (std::size_t i = 0; i < document.instructions.size(); ++i) {
      if (subject_.stage_of(i) == nullptr) continue;
      const auto transfer = resolve_transfer(subject_, i);
      if (!transfer || transfer->from) continue;
      for (const auto& source : transfer->sources) {
        const bool plain = !source.heredoc && !source.is_address &&
                           !is_path_pattern(source.path) &&
                           source.path.find('$') == std::string::npos;
        if (plain && !context_.find(source.path)) return false;
      }
    }
    return true;
  }

  std::vector<std::string> private_files(const Instruction& copy) {
    if (!private_) private_ = present();
    std::vector<std::string> found;
    for (const std::string& it : *private_) {
      if (!is_left_out(copy, it)) found.push_back(it);
    }
    return found;
  }

  std::vector<std::string> present() const {
    std::vector<std::string> found;
    for (const SortedWords& list :
         {lists::history_folders, lists::credential_folders, lists::key_files,
          lists::credential_files}) {
      for (const std::string_view it : list) {
        if (context_.find(it)) found.emplace_back(it);
      }
    }
    if (context_.find(".ssh")) found.emplace_back(".ssh");
    for (const std::string_view it : lists::settings_files) {
      if (secret_content(&context_, std::string(it)).secret) {
        found.emplace_back(it);
      }
    }
    return found;
  }

  // `--exclude=.git`.
  static bool is_left_out(const Instruction& copy, std::string_view path) {
    return std::ranges::any_of(copy.flags, [&](auto& it) {
      if (it.name != "exclude" || !it.value) return false;
      std::string_view pattern = it.value->value;
      if (pattern.starts_with("**/")) pattern.remove_prefix(3);
      return matches_path(pattern, path);
    });
  }

  void say(std::size_t instruction, const Word& word) {
    const Instruction& copy = subject_.instruction(instruction);
    const std::vector<std::string> files = private_files(copy);
    if (!files.empty()) return say_files(copy, word, files);
    const bool ignores = context_.has_ignore_file().value_or(true) ||
                         !context_.wider_context(".dockerignore").empty() ||
                         copy.flag("exclude") != nullptr;
    if (ignores) return;
    report(
        whole_context_copied, word.span,
        fmt::format("`{} {}` takes all files along, and no .dockerignore says "
                    "which stay out: a later `.env` or `.git` is in the image",
                    to_string(copy.keyword), word.value),
        "name what the image needs, or write a .dockerignore");
  }

  void say_files(const Instruction& copy, const Word& word,
                 const std::vector<std::string>& files) {
    Diagnostic& said = report(
        whole_context_copied, word.span,
        fmt::format("`{} {}` takes {} into the image, where everybody can read "
                    "it who has the image",
                    to_string(copy.keyword), word.value, quoted_list(files)),
        "list it in .dockerignore");
    // They are there, not only to be feared.
    said.severity = Severity::warning;
  }

  const BuildContext& context_;
  std::optional<bool> known_;
  std::optional<std::vector<std::string>> private_;
};

}  // namespace

void check_whole_context_copied(const Subject& subject, Findings& findings) {
  if (subject.context == nullptr) return;
  ContextCopyCheck(subject, *subject.context, findings).run();
}

}  // namespace harden::rule
