#include "image/files/resolved_transfer.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "dockerfile/model/scope.h"

namespace harden {
namespace {

// How far variables are followed, so that long files stay quick.
constexpr std::size_t most_lines = 2000;

// The variables of a stage's end, but for those that a later line sets again:
// what they were before is not kept.
class ScopeBefore : public VariableSource {
 public:
  ScopeBefore(const StageView& stage, std::size_t instruction)
      : document_(stage.document),
        end_(std::min(stage.lines().end, instruction + most_lines)),
        instruction_(instruction),
        scope_(stage.state()) {}

  Binding find(std::string_view name) const override {
    for (std::size_t i = instruction_ + 1; i < end_; ++i) {
      const auto* list = document_.instructions[i].as<Assignments>();
      if (list == nullptr) continue;
      for (const Assignment& it : list->list) {
        if (it.name.value != name) continue;
        return {Binding::State::unknown, {}, Unknown::Kind::set_again};
      }
    }
    return scope_.find(name);
  }

 private:
  const Document& document_;
  std::size_t end_;
  std::size_t instruction_;
  StageScope scope_;
};

std::optional<std::size_t> heredoc_of(const Document& document,
                                      const Instruction& it,
                                      std::string_view source) {
  for (std::size_t i = 0; i < it.heredocs.size(); ++i) {
    if (document.text(it.heredocs[i].opener) == source) return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ResolvedTransfer> resolve_transfer(const StageView& stage,
                                                 std::size_t instruction) {
  const Instruction& it = stage.instruction(instruction);
  const auto* transfer = it.as<Transfer>();
  if (transfer == nullptr || it.flag("parents") != nullptr) {
    return std::nullopt;
  }
  const ScopeBefore scope(stage.of(instruction), instruction);
  auto text = [&](const Word& word) {
    Expansion result =
        expand_word(word.value, scope,
                    {.escape = stage.document.style.escape, .limit = 4096});
    return result.known() ? result.value : word.value;
  };
  ResolvedTransfer result;
  result.instruction = instruction;
  for (const Word& word : transfer->sources) {
    const auto heredoc = heredoc_of(stage.document, it, word.value);
    ResolvedTransfer::Source source{heredoc ? word.value : text(word), heredoc};
    source.is_address = !heredoc && source.path.find("://") < 8;
    if (heredoc) source.path = it.heredocs[*heredoc].delimiter;
    result.sources.push_back(std::move(source));
  }
  const std::string raw = text(transfer->destination);
  result.destination =
      absolute_path(stage.evaluation.workdir_before[instruction], raw);
  result.into_folder = raw.ends_with('/') || raw == "." ||
                       raw.ends_with("/.") || result.sources.size() > 1;
  if (const Flag* from = it.flag("from"); from != nullptr && from->value) {
    result.from = from->value->value;
  }
  return result;
}

}  // namespace harden
