// The program: from the command line to the exit status.
#pragma once

namespace harden::cli {

int run(int argc, const char* const* argv);

}  // namespace harden::cli
