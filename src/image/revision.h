// A Dockerfile as it is now: its text and tree, what the engine would make of
// it, what the image starts with and as whom, and the build context with the
// files that edits have added.
//
// A value that never changes: an edit gives the next one. Cheap to copy. What
// is asked for is worked out once and kept, without a lock, so one revision and
// its copies belong to one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files/build_context.h"
#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"
#include "image/start/image_start.h"

namespace harden {

// What a step of harden does to a file.
struct Change {
  std::vector<Edit> edits;
  std::vector<NewFile> files;  // for the build context

  bool empty() const { return edits.empty() && files.empty(); }
  void add(const Fix& fix);
};

class Revision {
 public:
  // The file as it was given. `context` and the base images of the options have
  // to outlive it and what comes after it; both may be null. Any text will do.
  // Throws UnknownTarget (see image_state.h).
  Revision(SourceFile source, const EvaluateOptions& options,
           const BuildContext* context);

  // The file once the change is made: the one place where edits are applied.
  // Throws std::logic_error, which names `author`, when edits overlap or when
  // the engine would take this text but not the next: bugs of the author.
  Revision after(const Change& change, std::string_view author) const;

  std::string_view text() const;
  // What these refer to lives as long as the revision: none is asked of one
  // that ends with the expression. The one that becomes the image.
  StageView stage() const& { return start().stage(); }
  StageView stage() && = delete;
  const Document& document() const&;
  const Document& document() && = delete;
  const Evaluation& evaluation() const&;
  const Evaluation& evaluation() && = delete;
  // As given, with the new files over it; null for none at all.
  const BuildContext* context() const&;
  const BuildContext* context() && = delete;
  const ImageStart& start() const&;
  const ImageStart& start() && = delete;
  // As whom the image runs.
  const EffectiveUser& user() const&;
  const EffectiveUser& user() && = delete;
  // A quick look at the whole text, for sudo or a group that it trusts: files
  // without have nothing to do with it.
  bool mentions_sudo() const;

  // What was added to the context, the latest of each path.
  const std::vector<NewFile>& files() const&;
  const std::vector<NewFile>& files() && = delete;
  // What led here from the file as it was given, the first change first.
  std::vector<std::vector<Edit>> edits() const;
  // Turns places in this text into places in the file as it was given.
  void map_back(Diagnostic& diagnostic) const;

 private:
  struct State;
  explicit Revision(std::shared_ptr<const State> state);

  std::shared_ptr<const State> state_;
};

}  // namespace harden
