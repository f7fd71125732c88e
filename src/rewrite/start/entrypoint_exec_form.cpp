// Lets the program be PID 1.
//
// In shell form a shell is PID 1, and few shells pass signals on: `docker stop`
// waits ten seconds and kills. Exec form changes what the engine records, so it
// is written only where the program gets the same words:
// image/start/exec_form.cpp decides. A line that needs the shell keeps it, and
// the shell makes way for the program with `exec`.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/quote/json_string.h"
#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "image/image_rules.h"
#include "image/start/exec_form.h"
#include "rewrite/passes.h"

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

// `["node", "server.js"]`, or `["/bin/sh", "-c", "cd /app && exec node x"]`.
std::vector<Edit> list_edits(const Instruction& instruction,
                             const Command& command, const ExecForm& form) {
  ListFormEditor writer(instruction, command);
  return form.words.empty() ? writer.shell(form.shell, form.exec_at)
                            : writer.program(form.words);
}

Fix fix_of(const Document& document, const ExecForm& form) {
  const Instruction& instruction = document.instructions[form.instruction];
  Fix fix;
  fix.title = form.words.empty() ? "the shell makes way with `exec`"
                                 : "written in exec form";
  fix.safety = Safety::changes_behaviour;
  fix.edits = list_edits(instruction, *instruction.as<Command>(), form);
  return fix;
}

}  // namespace

Findings run_entrypoint_exec_form(const PassInput& input) {
  Findings said;
  const auto forms = exec_forms(input.file.stage());
  for (const ExecForm& form : forms) {
    Diagnostic finding = rule::shell_form_finding(input.file.document(), form);
    if (!form.stays()) finding.fix = fix_of(input.file.document(), form);
    said.push_back(std::move(finding));
  }
  input.drop_excused_fixes(said);
  return said;
}

}  // namespace harden
