// What makes an image of a Dockerfile, and where builders do not agree about
// it. Measured with docker.io 20.10.24 (classic and BuildKit) and buildah
// 1.28.2 of Debian 12.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text/enum_words.h"

namespace harden {

enum class Builder : std::uint8_t {
  buildkit,
  classic,  // DOCKER_BUILDKIT=0
  buildah,  // as podman build, in the format of OCI
};
inline constexpr auto builders =
    enum_words<Builder::buildkit, Builder::buildah>("buildkit", "classic",
                                                    "buildah");

struct BuilderTraits {
  std::string_view name;  // for messages
  // `ENV U=x`, `ARG U=y`: words see y.
  bool arg_hides_env;
  // `ARG U=x`, `ARG U`: x stays.
  bool bare_arg_keeps_value;
  // The ARGs of a stage hold in those that are built on it.
  bool stages_inherit_args;
  bool fires_onbuild;
  // A SHELL counts for RUN, CMD and ENTRYPOINT.
  bool takes_shell;
  // `ARG TARGETARCH` has a value.
  bool sets_platform;
  // HTTP_PROXY and its like need no ARG.
  bool gives_proxies;
  // `$$` is a variable that nobody sets; it stays otherwise.
  bool reads_special_names;
  // `COPY --from` may name a stage that follows.
  bool copies_from_later;
  // A line that ends in two escape characters ends there.
  bool keeps_two_escapes;
};
const BuilderTraits& traits_of(Builder builder);

}  // namespace harden
