#include "claim.h"

#include "image/revision.h"
#include "knowledge/knowledge.h"
#include "memory_context.h"

namespace harden::differential {
namespace {

std::string joined_words(const std::vector<std::string>& words) {
  std::string text = "[";
  for (const std::string& it : words) {
    if (text.back() == '"') text += ", ";
    text += "\"" + it + "\"";
  }
  return text + "]";
}

std::string dockerfile(const std::vector<std::string>& arguments) {
  return "FROM debian:12\n"
         "RUN apt-get update && apt-get install -y gosu su-exec sudo tini\n"
         "RUN useradd -u 1000 app\n"
         "COPY entry.sh /entry.sh\n"
         "ENTRYPOINT [\"/entry.sh\"]\n"
         "CMD " +
         joined_words(arguments) + "\n";
}

Claim kind_of(Privilege privilege) {
  switch (privilege) {
    case Privilege::root:
      return Claim::root;
    case Privilege::unprivileged:
    case Privilege::steps_down:
      return Claim::unprivileged;
    default:
      return Claim::unknown;
  }
}

Claimed claim_of_image(const std::string& dockerfile,
                       const std::string& script) {
  const MemoryContext context({{"entry.sh", script, 0755}});
  EvaluateOptions options;
  options.bases = &builtin_bases();
  const Revision file(SourceFile("Dockerfile", dockerfile), options, &context);
  const EffectiveUser& user = file.user();
  return {kind_of(user.privilege), user.message};
}

}  // namespace

Claimed claim_of(const std::string& script,
                 const std::vector<std::string>& arguments) {
  return claim_of_image(dockerfile(arguments), script);
}

Claimed claim_of_entrypoint(
    const std::string& script, const std::vector<std::string>& arguments,
    const std::string& account, unsigned uid,
    const std::vector<std::pair<std::string, std::string>>& variables) {
  std::string text = "FROM debian:12\nRUN useradd -u " + std::to_string(uid) +
                     " " + account + "\n";
  for (const auto& [name, value] : variables) {
    text += "ENV " + name + "=" + value + "\n";
  }
  return claim_of_image(text +
                            "COPY entry.sh /entry.sh\n"
                            "ENTRYPOINT [\"/entry.sh\"]\nCMD " +
                            joined_words(arguments) + "\n",
                        script);
}

}  // namespace harden::differential
