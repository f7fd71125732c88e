#include "findings/subject.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "dockerfile/model/run_script.h"

namespace harden::rule {

Subject::Subject(const Revision& file, const Options& given)
    : StageView(file.stage()),
      user(file.user()),
      options(given),
      taken_images(rule::taken_images(document, evaluation)),
      in_image_(document.instructions.size(), 0) {
  if (!document.stages.empty()) {
    image = &state();
    chain_ = chain();
  }
  for (const std::size_t it : chain_) in_image_[it] = 1;
  std::size_t commands = 0;
  for (std::size_t i = 0; i < document.instructions.size(); ++i) {
    commands += run_script(evaluation, i).commands.size();
  }
  calls_.reserve(commands);
  for (std::size_t i = 0; i < document.instructions.size(); ++i) {
    const auto& script = run_script(evaluation, i);
    if (!script.commands.empty()) calls_.add(i, script.commands);
  }
}

bool Subject::in_image(std::size_t instruction) const {
  return in_image_[instruction] != 0;
}

const Stage* Subject::stage_of(std::size_t instruction) const {
  const auto behind = std::partition_point(
      document.stages.begin(), document.stages.end(),
      [&](const Stage& it) { return it.begin <= instruction; });
  return behind == document.stages.begin() ? nullptr : &*(behind - 1);
}

const ImageState* Subject::state_of(std::size_t instruction) const {
  const Stage* stage = stage_of(instruction);
  if (stage == nullptr) return nullptr;
  return &evaluation
              .stages[static_cast<std::size_t>(stage - document.stages.data())];
}

Span Subject::place(std::size_t instruction, Span in_script) const {
  const Instruction& run = document.instructions[instruction];
  const auto* command = run.as<Command>();
  if (command == nullptr || command->form == Command::Form::exec) {
    return run.span;
  }
  if (const Heredoc* only = lone_heredoc(run, *command)) {
    if (only->strips_tabs) return run.span;
    return {only->body.begin + in_script.begin,
            only->body.begin + in_script.end};
  }
  const auto end = static_cast<std::uint32_t>(run.arguments.text.size());
  if (command->text_begin + in_script.end > end) return run.span;
  return run.arguments.to_source(command->text_begin + in_script.begin,
                                 command->text_begin + in_script.end);
}

Span Subject::place(const Call& call) const {
  return place(call.instruction, call.span);
}

Span Subject::place(const Call& call, Span in_text) const {
  return place(call.instruction, call.nested ? call.span : in_text);
}

bool Subject::is_in_one_piece(const Call& call, Span in_text) const {
  if (call.nested) return false;
  const Span found = place(call.instruction, in_text);
  return found != document.instructions[call.instruction].span &&
         found.size() == in_text.size();
}

const Flag* run_flag(const Instruction& instruction, std::string_view name,
                     std::string_view value) {
  if (instruction.keyword != Keyword::run) return nullptr;
  const Flag* flag = instruction.flag(name);
  return flag != nullptr && flag->value && flag->value->value == value
             ? flag
             : nullptr;
}

}  // namespace harden::rule
