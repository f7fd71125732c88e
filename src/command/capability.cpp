#include "command/command_meaning.h"

namespace harden {

std::string_view to_string(Capability capability) {
  switch (capability) {
    case Capability::chown:
      return "CHOWN";
    case Capability::dac_override:
      return "DAC_OVERRIDE";
    case Capability::fowner:
      return "FOWNER";
    case Capability::fsetid:
      return "FSETID";
    case Capability::kill:
      return "KILL";
    case Capability::setgid:
      return "SETGID";
    case Capability::setuid:
      return "SETUID";
    case Capability::setfcap:
      return "SETFCAP";
    case Capability::net_admin:
      return "NET_ADMIN";
    case Capability::net_bind_service:
      return "NET_BIND_SERVICE";
    case Capability::net_raw:
      return "NET_RAW";
    case Capability::sys_admin:
      return "SYS_ADMIN";
    case Capability::sys_chroot:
      return "SYS_CHROOT";
    case Capability::sys_module:
      return "SYS_MODULE";
  }
  return "";
}

}  // namespace harden
