#include "containers/containers.h"

#include <utility>

#include "containers/refuse.h"

namespace harden::containers {
namespace {

constexpr std::size_t max_containers = 5'000;
constexpr std::size_t max_settings = 50'000;

// What the rules will look at, one by one.
std::size_t count_settings(const ContainerSettings& it) {
  return it.mounts.size() + it.ports.size() + it.devices.size() +
         it.cap_add.size() + it.cap_drop.size() + it.sysctls.size() +
         it.selinux.size() + it.build_args.size() + it.unmasked.size();
}

}  // namespace

void Containers::add(ContainerSettings container) {
  settings_ += count_settings(container);
  const Span span = container.span;
  out_.push_back(std::move(container));
  if (out_.size() <= max_containers && settings_ <= max_settings) return;
  refuse(source_, span.begin,
         "more than 5,000 containers, or 50,000 settings of them, in one file; "
         "split it");
}

}  // namespace harden::containers
