// The containers that were read, as many as one file may describe.
#pragma once

#include <cstddef>
#include <vector>

#include "base/source/source_file.h"
#include "containers/container_settings.h"

namespace harden::containers {

class Containers {
 public:
  Containers(const SourceFile& source, std::vector<ContainerSettings>& out)
      : source_(source), out_(out) {}

  // Throws BadInput when it is one too many: aliases may repeat one list in
  // thousands of services.
  void add(ContainerSettings container);

 private:
  const SourceFile& source_;
  std::vector<ContainerSettings>& out_;
  std::size_t settings_ = 0;
};

}  // namespace harden::containers
