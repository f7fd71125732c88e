#include "dockerfile/builder.h"

namespace harden {

const BuilderTraits& traits_of(Builder builder) {
  static constexpr BuilderTraits buildkit = {.name = "BuildKit",
                                             .arg_hides_env = true,
                                             .bare_arg_keeps_value = true,
                                             .stages_inherit_args = true,
                                             .fires_onbuild = true,
                                             .takes_shell = true,
                                             .sets_platform = true,
                                             .gives_proxies = false,
                                             .reads_special_names = true,
                                             .copies_from_later = true,
                                             .keeps_two_escapes = true};
  static constexpr BuilderTraits classic = {.name = "the classic builder",
                                            .arg_hides_env = false,
                                            .bare_arg_keeps_value = false,
                                            .stages_inherit_args = false,
                                            .fires_onbuild = true,
                                            .takes_shell = true,
                                            .sets_platform = false,
                                            .gives_proxies = true,
                                            .reads_special_names = true,
                                            .copies_from_later = false,
                                            .keeps_two_escapes = true};
  static constexpr BuilderTraits buildah = {.name = "buildah",
                                            .arg_hides_env = false,
                                            .bare_arg_keeps_value = true,
                                            .stages_inherit_args = false,
                                            .fires_onbuild = false,
                                            .takes_shell = false,
                                            .sets_platform = true,
                                            .gives_proxies = true,
                                            .reads_special_names = false,
                                            .copies_from_later = true,
                                            .keeps_two_escapes = false};
  switch (builder) {
    case Builder::classic:
      return classic;
    case Builder::buildah:
      return buildah;
    default:
      return buildkit;
  }
}

}  // namespace harden
