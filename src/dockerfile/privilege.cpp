// Words for reports and policies alike.
#include "dockerfile/image_state.h"

namespace harden {

std::string_view to_string(Privilege privilege) {
  switch (privilege) {
    case Privilege::root:
      return "root";
    case Privilege::unprivileged:
      return "unprivileged";
    case Privilege::steps_down:
      return "steps-down";
    case Privilege::cannot_start:
      return "cannot-start";
    case Privilege::unknown:
      break;
  }
  return "unknown";
}

}  // namespace harden
