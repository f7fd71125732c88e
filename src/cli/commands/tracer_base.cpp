#include "cli/commands/tracer_base.h"

#include "base/text/word_lists.h"

namespace harden::cli {
namespace {

constexpr std::string_view default_base = "debian:bookworm-slim";

constexpr Family with_packages[] = {Family::alpine,     Family::amazonlinux,
                                    Family::azurelinux, Family::debian,
                                    Family::redhat,     Family::suse};

bool has_packages(const ImageState& state) {
  return state.base != nullptr && state.base->has_shell &&
         is_one_of(state.base->family, with_packages);
}

// Nothing is known about it, but an engine can have it.
bool is_worth_a_try(const ImageState& state) {
  return state.base == nullptr && !state.base_reference.empty() &&
         state.base_reference != "scratch" &&
         state.base_reference.find('$') == std::string::npos;
}

template <typename Fits>
std::string find_base(const Evaluation& evaluation, const Fits& fits) {
  const ImageState& last = evaluation.stages[evaluation.target];
  if (fits(last)) return last.base_reference;
  for (std::size_t i = evaluation.stages.size(); i-- > 0;) {
    const ImageState& state = evaluation.stages[i];
    if (fits(state)) return state.base_reference;
  }
  return {};
}

}  // namespace

std::string tracer_base(const Evaluation& evaluation) {
  std::string base = find_base(evaluation, has_packages);
  if (base.empty()) base = find_base(evaluation, is_worth_a_try);
  return base.empty() ? std::string(default_base) : base;
}

}  // namespace harden::cli
