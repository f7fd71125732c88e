#include "cli/commands/tracer_base.h"

namespace harden::cli {
namespace {

constexpr std::string_view default_base = "debian:bookworm-slim";

bool has_packages(const ImageState& state) {
  if (state.base == nullptr || !state.base->has_shell) return false;
  switch (state.base->family) {
    case Family::alpine:
    case Family::amazonlinux:
    case Family::azurelinux:
    case Family::debian:
    case Family::redhat:
    case Family::suse:
      return true;
    default:
      return false;
  }
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
