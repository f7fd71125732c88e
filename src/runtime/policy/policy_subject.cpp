#include "runtime/policy/policy_subject.h"

#include <utility>

#include "base/text/append.h"
#include "base/text/paths.h"
#include "image/files/resolved_transfer.h"
#include "image/program/built_program.h"

namespace harden {
namespace {

// `COPY --from=build /rootfs /` onto nothing: the stage that it comes from.
StageView contents_of(const StageView& stage) {
  if (stage.state().base_reference != "scratch") return stage;
  for (std::size_t i = stage.lines().begin; i < stage.lines().end; ++i) {
    const auto copy = resolve_transfer(stage, i);
    if (!copy || !copy->from || copy->destination != "/") continue;
    for (std::size_t j = 0; j < stage.index; ++j) {
      if (stage.at(j).lines().name == *copy->from) return stage.at(j);
    }
  }
  return stage;
}

std::vector<std::string> programs_of(const PolicySubject& subject) {
  if (subject.script && !subject.script->programs.empty()) {
    return subject.script->programs;
  }
  if (!subject.start.programs.empty()) return subject.start.programs;
  const auto& cmd = subject.state().cmd;
  if (cmd && cmd->exec_form && !cmd->argv.empty()) return {cmd->argv.front()};
  return {};
}

const Runtime* runtime_of(const PolicySubject& subject) {
  for (const std::string& it : subject.programs) {
    const Runtime* found = find_runtime_of_program(base_name(it));
    if (found != nullptr) return found;
  }
  const auto& base = subject.state().base;
  if (base == nullptr || base->runtime.empty()) return nullptr;
  return find_runtime(base->runtime);
}

// Whether a line of the file compiles the program that starts.
std::string_view compiler_of(const PolicySubject& subject) {
  if (subject.programs.empty()) return {};
  const std::string& program = subject.programs.front();
  ProgramTrace trace(subject.contents);
  for (const std::string_view folder :
       {"", "/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/",
        "/sbin/", "/bin/"}) {
    if (program.starts_with('/') != folder.empty()) continue;
    const auto found = trace.find(std::string(folder) + program);
    if (found) return to_string(found->build.tool);
  }
  return {};
}

}  // namespace

PolicySubject::PolicySubject(const Revision& file,
                             const PolicyWishes& the_wishes)
    : StageView(file.stage()),
      user(file.user()),
      wishes(the_wishes),
      contents(contents_of(*this)),
      start(file.start().program()),
      script(file.start().script()) {
  if (script) append(start.commands, script->commands);
  programs = programs_of(*this);
  runtime = runtime_of(*this);
  if (runtime == nullptr) compiled_from = compiler_of(*this);
}

std::string PolicySubject::place(Span span) const {
  return file_name() + ":" +
         std::to_string(document.source->position(span.begin).line);
}

std::string PolicySubject::file_name() const {
  return wishes.final_name.empty() ? document.source->name()
                                   : wishes.final_name;
}

Reason PolicySubject::from_file(std::size_t instruction,
                                std::string text) const {
  return {Reason::Source::file, std::move(text),
          place(StageView::instruction(instruction).span)};
}

Reason known(std::string entry, std::string text) {
  return {Reason::Source::knowledge, std::move(text), std::move(entry)};
}

Reason standard(std::string text) {
  return {Reason::Source::standard, std::move(text), {}};
}

}  // namespace harden
