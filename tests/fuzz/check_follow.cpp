#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "findings/driver.h"
#include "follow_invariants.h"
#include "knowledge/knowledge.h"
#include "memory_context.h"
#include "shell/shell_script.h"

namespace harden::test {
namespace {

using Files = std::vector<MemoryContext::File>;

constexpr std::string_view dockerfile =
    "FROM debian:12\n"
    "RUN apt-get update && apt-get install -y gosu && useradd -u 1500 app\n"
    "COPY entry.sh /entry.sh\n"
    "ENTRYPOINT [\"/entry.sh\"]\n"
    "CMD [\"server\", \"--flag\"]\n";

Hardened run(const std::string& text, const Files& files) {
  const MemoryContext context(files);
  Options options;
  options.evaluate.bases = &builtin_bases();
  options.context = &context;
  options.may_write_files = true;
  return harden(SourceFile("Dockerfile", text), options);
}

// How much of it could not be read.
std::size_t opaque_in(const shell::List& list);

struct OpaqueCount {
  std::size_t operator()(const shell::Opaque&) const { return 1; }
  std::size_t operator()(const shell::Group& it) const {
    return opaque_in(it.body);
  }
  std::size_t operator()(const shell::Subshell& it) const {
    return opaque_in(it.body);
  }
  std::size_t operator()(const shell::Loop& it) const {
    return opaque_in(it.condition) + opaque_in(it.body);
  }
  std::size_t operator()(const shell::For& it) const {
    return opaque_in(it.body);
  }
  std::size_t operator()(const shell::Function& it) const {
    return opaque_in(it.body);
  }
  std::size_t operator()(const shell::If& it) const {
    std::size_t count = it.otherwise ? opaque_in(*it.otherwise) : 0;
    for (const auto& branch : it.branches) {
      count += opaque_in(branch.condition) + opaque_in(branch.body);
    }
    return count;
  }
  std::size_t operator()(const shell::Case& it) const {
    std::size_t count = 0;
    for (const auto& item : it.items) count += opaque_in(item.body);
    return count;
  }
  template <typename Other>
  std::size_t operator()(const Other&) const {
    return 0;
  }
};

std::size_t opaque_in(const shell::List& list) {
  std::size_t count = 0;
  for (const shell::AndOr& it : list) {
    for (const shell::Pipeline& pipeline : it.pipelines) {
      for (const shell::Command& command : pipeline.commands) {
        count += std::visit(OpaqueCount(), command.body);
      }
    }
  }
  return count;
}

std::size_t opaque_of(const std::string& script) {
  return opaque_in(shell::parse_script(script).commands);
}

// In the same order; others may stand between them.
bool has_bytes_of(std::string_view text, std::string_view before) {
  std::size_t at = 0;
  for (const char c : text) {
    if (at < before.size() && before[at] == c) ++at;
  }
  return at == before.size();
}

// Those are taken out where gosu takes their place.
bool may_name_su(std::string_view script) {
  return script.find("su") != std::string_view::npos;
}

void check_rewritten(const std::string& before, const std::string& after) {
  if (opaque_of(after) > opaque_of(before)) {
    throw Violation("the rewritten script cannot be read:\n" + after);
  }
  if (!may_name_su(before) && !has_bytes_of(after, before)) {
    throw Violation("the rewritten script lost something:\n" + after);
  }
}

}  // namespace

void check_start_script(const std::string& bytes) {
  Files files{{"entry.sh", bytes, 0755}};
  const std::string text(dockerfile);
  const Hardened first = run(text, files);
  const Hardened same = run(text, files);
  if (first.text() != same.text() ||
      first.before().message != same.before().message) {
    throw Violation("it is not said the same each time");
  }
  if (first.text() == text) return;
  for (const NewFile& it : first.files()) {
    if (it.path.ends_with(".sh")) check_rewritten(bytes, it.text);
    files.push_back({it.path, it.text, it.mode});
  }
  const Hardened second = run(std::string(first.text()), files);
  if (second.text() != first.text()) {
    throw Violation("a second run changes the file again:\n" +
                    std::string(second.text()));
  }
  if (second.before().privilege != first.after().privilege) {
    throw Violation("the second run sees another user: " +
                    second.before().message);
  }
}

}  // namespace harden::test
