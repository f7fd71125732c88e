#include "claim.h"

#include "image/revision.h"
#include "knowledge/knowledge.h"
#include "memory_context.h"

namespace harden::differential {
namespace {

std::string dockerfile(const std::vector<std::string>& arguments) {
  std::string text =
      "FROM debian:12\n"
      "RUN apt-get update && apt-get install -y gosu su-exec sudo tini\n"
      "RUN useradd -u 1000 app\n"
      "COPY entry.sh /entry.sh\n"
      "ENTRYPOINT [\"/entry.sh\"]\n"
      "CMD [";
  for (const std::string& it : arguments) {
    if (text.back() == '"') text += ", ";
    text += "\"" + it + "\"";
  }
  return text + "]\n";
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

}  // namespace

Claimed claim_of(const std::string& script,
                 const std::vector<std::string>& arguments) {
  const MemoryContext context({{"entry.sh", script, 0755}});
  EvaluateOptions options;
  options.bases = &builtin_bases();
  const Revision file(SourceFile("Dockerfile", dockerfile(arguments)), options,
                      &context);
  const EffectiveUser& user = file.user();
  return {kind_of(user.privilege), user.message};
}

}  // namespace harden::differential
