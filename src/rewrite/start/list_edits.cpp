#include "rewrite/start/list_edits.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/quote/json_string.h"

namespace harden {
namespace {

class ListFormEditor {
 public:
  ListFormEditor(const Instruction& instruction, const Command& command)
      : arguments_(instruction.arguments),
        text_(shell_text(instruction, command)),
        begin_(command.text_begin) {}

  std::vector<Edit> program(const std::vector<PlainWord>& words) {
    // A leading `exec` and what separates it.
    if (words.front().span.begin > 0) {
      edits_.push_back({source({0, words.front().span.begin}), {}});
    }
    for (const PlainWord& it : words) {
      const bool first = &it == &words.front();
      const bool last = &it == &words.back();
      edits_.push_back(
          {source(it.span),
           (first ? "[" : "") + json_string(it.value) + (last ? "]" : ",")});
    }
    return std::move(edits_);
  }

  std::vector<Edit> shell(const std::vector<std::string>& shell,
                          std::uint32_t exec_at) {
    std::string opening = "[";
    for (const std::string& it : shell) opening += json_string(it) + ", ";
    insert(0, opening + "\"");
    insert(exec_at, "exec ");
    for (std::uint32_t at = 0; at < text_.size(); ++at) {
      std::string written = json_character(text_[at]);
      if (written.size() == 1) continue;
      edits_.push_back({source({at, at + 1}), std::move(written)});
    }
    const auto size = static_cast<std::uint32_t>(text_.size());
    const std::uint32_t end = source({size - 1, size}).end;
    edits_.push_back({{end, end}, "\"]"});
    return std::move(edits_);
  }

 private:
  Span source(Span span) const {
    return arguments_.to_source(begin_ + span.begin, begin_ + span.end);
  }

  void insert(std::uint32_t at, std::string text) {
    const std::uint32_t place = source({at, at + 1}).begin;
    edits_.push_back({{place, place}, std::move(text)});
  }

  const LogicalText& arguments_;
  std::string_view text_;
  std::uint32_t begin_;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> list_edits(const Instruction& instruction,
                             const Command& command, const ExecForm& form) {
  ListFormEditor writer(instruction, command);
  return form.words.empty() ? writer.shell(form.shell, form.exec_at)
                            : writer.program(form.words);
}

}  // namespace harden
