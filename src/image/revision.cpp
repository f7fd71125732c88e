#include "image/revision.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "base/text/find_any.h"
#include "dockerfile/document.h"
#include "image/files/overlay_context.h"
#include "image/user/builder_user.h"
#include "image/user/image_user.h"

namespace harden {
namespace {

EvaluateOptions with_context(EvaluateOptions options,
                             const BuildContext* context) {
  options.context = context;
  return options;
}

}  // namespace

void Change::add(const Fix& fix) {
  edits.insert(edits.end(), fix.edits.begin(), fix.edits.end());
  files.insert(files.end(), fix.files.begin(), fix.files.end());
}

// Everything points into what stands above it, so a state never moves.
struct Revision::State {
  State(SourceFile source, const EvaluateOptions& the_options,
        const BuildContext* given_context, std::vector<NewFile> new_files)
      : options(the_options),
        given(given_context),
        overlay(given_context),
        document(parse(std::move(source))) {
    for (NewFile& it : new_files) overlay.add(std::move(it));
    evaluation = evaluate(document, with_context(options, context()));
    start.emplace(
        StageView{document, evaluation, evaluation.target, context()});
  }

  // Of the other builders only where the file shows that they may differ.
  EffectiveUser found_user() const {
    if (options.builder) {
      const std::string other = text_for(
          *options.builder, document.source->bytes(), document.style.escape);
      if (!other.empty()) return user_with(*options.builder, other);
    }
    EffectiveUser own = image_user(*start);
    if (options.builder) return own;
    std::vector<BuilderAnswer> answers{{Builder::buildkit, std::move(own)}};
    for (const Builder it : {Builder::classic, Builder::buildah}) {
      const std::string other =
          text_for(it, document.source->bytes(), document.style.escape);
      if (other.empty() && !evaluation.depends_on_builder) continue;
      answers.push_back({it, user_with(it, other)});
      if (!other.empty()) {
        answers.back().user.message += "; a line that ends in `" +
                                       std::string(2, document.style.escape) +
                                       "` goes on there";
      }
    }
    return combined_user(std::move(answers));
  }

  EffectiveUser user_with(Builder builder,
                          const std::string& other_text) const {
    EvaluateOptions changed = options;
    changed.builder = builder;
    if (other_text.empty()) {
      const Evaluation other =
          evaluate(document, with_context(changed, context()));
      return image_user(ImageStart({document, other, other.target, context()}));
    }
    const State other(SourceFile(document.source->name(), other_text), changed,
                      given, overlay.files());
    return image_user(*other.start);
  }

  const BuildContext* context() const {
    return overlay.files().empty() ? given : &overlay;
  }

  const EvaluateOptions options;
  const BuildContext* given;
  OverlayContext overlay;
  Document document;
  Evaluation evaluation;
  std::optional<ImageStart> start;
  mutable std::optional<EffectiveUser> user;
  mutable std::optional<bool> mentions_sudo;
  // Where it comes from; null and empty for the file as it was given.
  std::shared_ptr<const State> before;
  std::vector<Edit> edits;
  OffsetsBeforeEdits offsets{{}};
};

Revision::Revision(SourceFile source, const EvaluateOptions& options,
                   const BuildContext* context)
    : state_(std::make_shared<State>(std::move(source), options, context,
                                     std::vector<NewFile>())) {}

Revision::Revision(std::shared_ptr<const State> state)
    : state_(std::move(state)) {}

Revision Revision::after(const Change& change, std::string_view author) const {
  std::vector<NewFile> all = files();
  all.insert(all.end(), change.files.begin(), change.files.end());
  auto next = std::make_shared<State>(
      SourceFile(document().source->name(), apply_edits(text(), change.edits)),
      state_->options, state_->given, std::move(all));
  const std::vector<Diagnostic>& problems = next->document.problems;
  if (problems.size() > document().problems.size()) {
    throw std::logic_error(std::string(author) +
                           " breaks the file: " + problems.back().message);
  }
  next->before = state_;
  next->edits = change.edits;
  next->offsets = OffsetsBeforeEdits(change.edits);
  return Revision(std::move(next));
}

std::string_view Revision::text() const { return document().source->bytes(); }
const Document& Revision::document() const& { return state_->document; }
const Evaluation& Revision::evaluation() const& { return state_->evaluation; }
const BuildContext* Revision::context() const& { return state_->context(); }
const ImageStart& Revision::start() const& { return *state_->start; }

const EffectiveUser& Revision::user() const& {
  if (!state_->user) state_->user = state_->found_user();
  return *state_->user;
}

bool Revision::mentions_sudo() const {
  if (!state_->mentions_sudo) {
    state_->mentions_sudo = contains_word(text(), "sudo") ||
                            contains_word(text(), "wheel") ||
                            contains_word(text(), "admin");
  }
  return *state_->mentions_sudo;
}

const std::vector<NewFile>& Revision::files() const& {
  return state_->overlay.files();
}

std::vector<std::vector<Edit>> Revision::edits() const {
  std::vector<std::vector<Edit>> all;
  for (const State* it = state_.get(); it->before; it = it->before.get()) {
    if (!it->edits.empty()) all.push_back(it->edits);
  }
  std::reverse(all.begin(), all.end());
  return all;
}

void Revision::map_back(Diagnostic& diagnostic) const {
  for (const State* it = state_.get(); it->before; it = it->before.get()) {
    diagnostic.span = it->offsets.of(diagnostic.span);
    for (Label& label : diagnostic.labels) {
      label.span = it->offsets.of(label.span);
    }
  }
}

}  // namespace harden
