// What the rules of `harden check` look at, worked out once.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rules/rule.h"
#include "findings/images/taken_images.h"
#include "findings/options.h"
#include "findings/runs/calls.h"
#include "image/revision.h"

namespace harden::rule {

class Subject : public StageView {
 public:
  Subject(const Revision& file, const Options& given);

  const EffectiveUser& user;
  const Options& options;
  const std::vector<TakenImage> taken_images;
  // At the end of the stage that becomes the image; null in a file without
  // stages.
  const ImageState* image = nullptr;

  // The instructions whose traces are in the final image, as they run.
  const std::vector<std::size_t>& image_instructions() const { return chain_; }
  // Of the stage that becomes the image, or of one that it is built on.
  bool in_image(std::size_t instruction) const;
  // The stage of an instruction; none for one before the first FROM.
  const Stage* stage_of(std::size_t instruction) const;
  // The image below that stage and what is known of it; null before any FROM.
  const ImageState* state_of(std::size_t instruction) const;

  // Of all RUN lines in the order of the file.
  const Calls& calls() const { return calls_; }
  std::span<const Call> calls_of(std::size_t instruction) const {
    return calls_.of(instruction);
  }
  // The source range of a stretch of the text that a RUN's shell gets. The
  // whole instruction where that cannot be told: exec forms, heredocs whose
  // tabs are taken out, several heredocs.
  Span place(std::size_t instruction, Span in_script) const;
  // Of a call and of a stretch of the text that it stands in; of a nested one
  // the word around it.
  Span place(const Call& call) const;
  Span place(const Call& call, Span in_text) const;
  // Whether place() gives the very bytes of the stretch: an edit there changes
  // it and nothing else.
  bool is_in_one_piece(const Call& call, Span in_text) const;

 private:
  std::vector<std::size_t> chain_;
  std::vector<char> in_image_;
  Calls calls_;
};

// What a check keeps that looks at one place after another.
class SubjectCheck {
 public:
  SubjectCheck(const Subject& subject, Findings& findings)
      : subject_(subject), findings_(findings) {}

 protected:
  Diagnostic& report(const RuleInfo& rule, Span place, std::string message,
                     std::string help = {}) {
    return harden::report(findings_, rule, place, std::move(message),
                          std::move(help));
  }

  const Subject& subject_;
  Findings& findings_;
};

// The flag of a RUN with that value; null: there is none.
const Flag* run_flag(const Instruction& instruction, std::string_view name,
                     std::string_view value);

}  // namespace harden::rule

namespace harden {

template <>
std::span<const RuleCheck<rule::Subject>> rule_checks();

}  // namespace harden
