#include <fmt/format.h>

#include <map>
#include <string>

#include "base/glob/go_glob.h"
#include "dockerfile/model/context_glob.h"
#include "findings/secrets/secret_file.h"
#include "findings/subject.h"
#include "image/files/resolved_transfer.h"

namespace harden::rule {

extern constexpr RuleInfo secret_file_copied = {
    .code = "HD411",
    .name = "secret-file-copied",
    .summary = "A file with keys or credentials is copied into the image",
    .what =
        "COPY or ADD names a private key (`id_rsa`, `server.key`, `*.p12`, "
        "`.ssh`), credentials (`.netrc`, `.aws/credentials`, "
        "`.docker/config.json`, `kubeconfig`) or settings that often hold some "
        "(`.env`, `.npmrc`, `.pypirc`). Where the build context is at hand, "
        "the file itself decides: a `.npmrc` without a token is fine, a "
        "`.pem` with a private key is not. Samples (`.env.example`), public "
        "keys and certificates do not count.\n\n"
        "In stages that are not shipped only private keys are remarked on: no "
        "layer of theirs is in the image, but the build's cache keeps them, "
        "and it may be exported.",
    .why =
        "Whoever pulls the image can read the file, also when a later `RUN rm` "
        "hides it: the layer below still has it.",
    .remedy =
        "Mount it for the command that needs it (`RUN --mount=type=secret`, "
        "`RUN --mount=type=ssh`), or give it when the container starts, and "
        "list it in .dockerignore.",
    .before =
        "FROM alpine:3.20\nCOPY id_rsa /root/.ssh/id_rsa\n"
        "RUN git clone git@example.com:app.git\nUSER 1000:1000\n",
    .references = {"https://docs.docker.com/build/building/secrets/",
                   "https://docs.docker.com/build/concepts/context/"
                   "#dockerignore-files"},
    .severity = Severity::warning,
};

namespace {

constexpr std::string_view copied_secret_remedy =
    "give it to the one command that needs it, `RUN --mount=type=secret,id=… "
    "…` or `--mount=type=ssh`, or mount it when the container starts; name it "
    "in .dockerignore";

struct SecretJudgement {
  Severity severity;
  std::string what;
};

// What the name promises, corrected by what the file holds.
std::optional<SecretJudgement> judge(std::string_view path,
                                     const FileContent& content,
                                     bool in_image) {
  const Severity usual = secret_file_copied.severity;
  const auto named = secret_file_of_name(path);
  if (content.private_key || named == SecretFile::private_key) {
    // A certificate, or an empty file that is there for tests.
    const std::string_view file = path.substr(path.rfind('/') + 1);
    const bool text = file.ends_with(".pem") || file.ends_with(".key");
    if (content.read && !content.private_key && text) return std::nullopt;
    // No layer of the image, but one of the build's cache, which may be
    // exported and outlives the key's removal.
    return SecretJudgement{in_image ? Severity::error : Severity::info,
                           "a private key"};
  }
  if (!named || !in_image) return std::nullopt;
  if (named == SecretFile::credentials) {
    return SecretJudgement{usual, "credentials"};
  }
  if (content.read) {
    if (!content.secret) return std::nullopt;
    return SecretJudgement{usual, "a file with secrets"};
  }
  // The others mostly hold other settings.
  const bool likely = path.find(".env") != std::string_view::npos;
  return SecretJudgement{likely ? usual : Severity::info,
                         "a file that often holds secrets"};
}

class CopiedSecretCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void at(std::size_t instruction) {
    const auto* words = subject_.instruction(instruction).as<Transfer>();
    if (words == nullptr || subject_.stage_of(instruction) == nullptr) return;
    const auto transfer = resolve_transfer(subject_, instruction);
    if (!transfer) return;
    for (std::size_t i = 0; i < transfer->sources.size(); ++i) {
      const auto& source = transfer->sources[i];
      if (source.heredoc || source.is_address) continue;
      look(instruction, words->sources[i], source.path,
           transfer->from.has_value());
    }
  }

 private:
  // Read once, however often it is copied.
  const FileContent& content(const BuildContext* context,
                             const std::string& path) {
    static const FileContent nothing;
    if (context == nullptr) return nothing;
    const auto [at, is_new] = contents_.try_emplace(path);
    if (is_new) at->second = secret_content(context, path);
    return at->second;
  }

  void look(std::size_t instruction, const Word& word, const std::string& path,
            bool from_elsewhere) {
    const BuildContext* context = from_elsewhere ? nullptr : subject_.context;
    if (is_path_pattern(path)) return pattern(instruction, word, path, context);
    const auto found =
        judge(path, content(context, path), subject_.in_image(instruction));
    if (found) say(instruction, word, path, *found);
  }

  // Of what it takes, the first that is worth a word.
  void pattern(std::size_t instruction, const Word& word,
               const std::string& path, const BuildContext* context) {
    if (context == nullptr) return;
    for (const std::string& it : context_matches(*context, path)) {
      const auto found =
          judge(it, content(context, it), subject_.in_image(instruction));
      if (found) return say(instruction, word, it, *found);
    }
  }

  void say(std::size_t instruction, const Word& word, std::string_view path,
           const SecretJudgement& judged) {
    const Instruction& it = subject_.instruction(instruction);
    const bool in_image = subject_.in_image(instruction);
    Diagnostic& said =
        report(secret_file_copied, word.span,
               fmt::format(
                   "`{} {}` takes {} into {}", to_string(it.keyword), path,
                   judged.what,
                   in_image ? "the image, where it stays even if a later line "
                              "removes it"
                            : "a layer of the build, which stays in its cache"),
               std::string(copied_secret_remedy));
    said.severity = judged.severity;
  }

  std::map<std::string, FileContent> contents_;
};

}  // namespace

void check_secret_file_copied(const Subject& subject, Findings& findings) {
  CopiedSecretCheck look(subject, findings);
  for (std::size_t i = 0; i < subject.document.instructions.size(); ++i) {
    look.at(i);
  }
}

}  // namespace harden::rule
