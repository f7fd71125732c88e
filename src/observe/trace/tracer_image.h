// The tracing variant of an image: the image itself, and strace beside it in a
// folder of its own.
//
// strace comes with its loader and libraries and is started through that
// loader. So it runs in any image, also in one from scratch or of another
// libc, and nothing that the program sees is changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harden::trace {

// Where strace and the logs lie in the tracing variant.
inline constexpr std::string_view tracer_folder = "/harden-trace";

// `tracer` is the image that strace is taken from, or installed in.
std::string tracing_dockerfile(const std::string& image,
                               const std::string& tracer);

// What is started instead of `argv`: its first word is the new entrypoint. The
// program stays the first process, so that signals reach it as they would
// without strace, when `first`; else strace waits for its end.
std::vector<std::string> traced(const std::vector<std::string>& argv,
                                const std::string& log, bool first);

// "/harden-trace/log/NAME"
std::string log_path(std::string_view name);

}  // namespace harden::trace
