#include "rewrite/scratch/scratch_subject.h"

#include <utility>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"
#include "dockerfile/model/context_glob.h"
#include "image/files/resolved_transfer.h"

namespace harden {

ScratchSubject::ScratchSubject(const Revision& file,
                               const RewriteOptions& the_options)
    : StageView(file.stage()),
      user(file.user()),
      options(the_options),
      config(image_config(*this)),
      start(file.start().program()),
      image_start_(file.start()),
      trace_(*this) {}

const CopiedContext& ScratchSubject::context_of(std::size_t stage) {
  const auto found = contexts_.find(stage);
  if (found != contexts_.end()) return found->second;
  return contexts_.emplace(stage, copied_context(at(stage))).first->second;
}

std::vector<std::size_t> ScratchSubject::reached_stages() const {
  std::set<std::size_t> result{index};
  for (const std::size_t i : chain()) {
    const auto* from = document.instructions[i].flag("from");
    if (from == nullptr || !from->value) continue;
    if (const auto it = trace_.stage_of_copy(from->value->value)) {
      result.insert(*it);
    }
  }
  return {result.begin(), result.end()};
}

NotScratch ScratchSubject::refuse(Span span, std::string message,
                                  std::string help) const {
  return {false, span, std::move(message), std::move(help)};
}

NotScratch ScratchSubject::refuse_at(std::size_t instruction,
                                     std::string message,
                                     std::string help) const {
  return refuse(StageView::instruction(instruction).span, std::move(message),
                std::move(help));
}

NotScratch ScratchSubject::refuse_stage(std::string message,
                                        std::string help) const {
  return refuse_at(lines().begin, std::move(message), std::move(help));
}

namespace {

constexpr std::size_t most_files = 20000;

std::string joined(const std::string& folder, std::string_view name) {
  if (name.empty()) return folder;
  return (folder == "/" ? "" : folder) + "/" + std::string(name);
}

class CopiedContextLister {
 public:
  explicit CopiedContextLister(const StageView& stage) : stage_(stage) {}

  void add(const ResolvedTransfer& transfer) {
    for (const auto& source : transfer.sources) {
      if (source.heredoc) {
        add_heredoc(transfer, *source.heredoc);
      } else if (source.is_address) {
        incomplete(transfer, "downloads " + source.path);
      } else {
        if (stage_.context == nullptr) {
          incomplete(transfer,
                     "copies from the build context, which is not at hand");
        } else {
          add(transfer, source.path);
        }
      }
    }
  }

  CopiedContext result_;

 private:
  void incomplete(const ResolvedTransfer& transfer, const std::string& what) {
    result_.incomplete_because =
        stage_.line_of(transfer.instruction) + " " + what;
  }

  void add_heredoc(const ResolvedTransfer& transfer, std::size_t heredoc) {
    const Heredoc& it =
        stage_.instruction(transfer.instruction).heredocs[heredoc];
    const std::string to = transfer.into_folder
                               ? joined(transfer.destination, it.delimiter)
                               : transfer.destination;
    result_.files.push_back({to, to, transfer.instruction, to,
                             std::string(stage_.document.text(it.body))});
  }

  void add(const ResolvedTransfer& transfer, const std::string& source) {
    const auto matches = context_matches(*stage_.context, source);
    for (const std::string& match : matches) {
      const auto entry = stage_.context->find(match);
      if (!entry) {
        // A pattern may match nothing: `COPY go.sum* ./`.
        if (!is_path_pattern(source)) {
          incomplete(transfer, "copies " + source +
                                   ", which is not in the build context");
        }
      } else if (entry->directory) {
        add_folder(transfer, *entry);
      } else {
        const bool folder = transfer.into_folder || matches.size() > 1 ||
                            is_path_pattern(source);
        const std::string to =
            folder ? joined(transfer.destination, base_name(entry->path))
                   : transfer.destination;
        result_.files.push_back({entry->path, to, transfer.instruction, to});
      }
    }
  }

  void add_folder(const ResolvedTransfer& transfer, const ContextEntry& top) {
    const auto below = stage_.context->list(top.path, most_files);
    if (result_.files.size() + below.size() >= most_files) {
      incomplete(transfer, "copies more files than harden looks at");
      return;
    }
    const std::size_t skip = top.path == "." ? 0 : top.path.size() + 1;
    for (const ContextEntry& it : below) {
      if (it.directory) continue;
      const std::string rest = it.path.substr(skip);
      const std::string first = rest.substr(0, rest.find('/'));
      result_.files.push_back({it.path, joined(transfer.destination, rest),
                               transfer.instruction,
                               joined(transfer.destination, first)});
    }
  }

  const StageView stage_;
};

}  // namespace

CopiedContext copied_context(const StageView& stage) {
  CopiedContextLister lister(stage);
  for (const std::size_t i : stage.chain()) {
    if (!lister.result_.incomplete_because.empty()) break;
    if (stage.instruction(i).as<Transfer>() == nullptr) continue;
    const auto transfer = resolve_transfer(stage, i);
    if (!transfer) {
      return {{}, "`COPY --parents` is not followed"};
    }
    if (!transfer->from) lister.add(*transfer);
  }
  return std::move(lister.result_);
}

}  // namespace harden
