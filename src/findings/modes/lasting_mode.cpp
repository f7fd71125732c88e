#include "findings/modes/lasting_mode.h"

#include <algorithm>
#include <string>
#include <utility>

namespace harden::rule {
namespace {

// More than anybody sets; each later mode looks through them.
constexpr std::size_t most_found = 100;

class LastingModeCollector {
 public:
  LastingModeCollector(const Subject& subject, const ModeQuestion& question)
      : subject_(subject), question_(question) {}

  std::vector<GivenMode> run() {
    for (const std::size_t i : subject_.image_instructions()) {
      if (const auto it = copied_mode(subject_, i)) take(*it);
      for (const Call& call : subject_.calls_of(i)) look(call);
    }
    return std::move(found_);
  }

 private:
  void look(const Call& call) {
    if (question_.takes_all_back && question_.takes_all_back(call)) {
      return found_.clear();
    }
    if (call.program == "rm") {
      for (const Field& it : call.argv) forget(it.value);
    } else if (const auto it = given_mode(subject_, call)) {
      take(*it);
    }
  }

  void take(const GivenMode& it) {
    if (question_.counts(it)) {
      if (found_.size() < most_found) found_.push_back(it);
    } else if (question_.takes_back(it.mode)) {
      for (const std::string& path : it.paths) forget(path);
    }
  }

  void forget(const std::string& path) {
    std::erase_if(found_, [&](GivenMode& it) {
      return std::erase(it.paths, path) > 0 && it.paths.empty();
    });
  }

  const Subject& subject_;
  const ModeQuestion& question_;
  std::vector<GivenMode> found_;
};

}  // namespace

std::vector<GivenMode> lasting_modes(const Subject& subject,
                                     const ModeQuestion& question) {
  return LastingModeCollector(subject, question).run();
}

}  // namespace harden::rule
