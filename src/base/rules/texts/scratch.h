// HD140–HD143: what the final image holds.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view scratch_references[] = {
    "https://docs.docker.com/build/building/base-images/"
    "#create-a-minimal-base-image-using-scratch",
    "https://pkg.go.dev/cmd/cgo",
};
inline constexpr RuleInfo scratch_stage = {
    .code = "HD140",
    .name = "scratch-stage",
    .summary = "The image holds a system that its program does not need",
    .what =
        "The image starts one static program that a `go build`, `cargo build` "
        "or C compiler of the same file makes, on top of a whole distribution. "
        "With `--rootfs=scratch` also a program that loads shared objects, or "
        "one of Python or nginx.",
    .why =
        "A shell, a package manager, a compiler and every library are there "
        "for whoever gets into the program, and have to be patched though "
        "nothing uses them.",
    .remedy =
        "harden collects the program, its user, certificates, time zones, "
        "/tmp and the files and folders that `COPY` and `RUN` made for it into "
        "/rootfs, and adds a last stage `FROM scratch` with that and the same "
        "configuration. `go build` gets `CGO_ENABLED=0 -trimpath -ldflags '-s "
        "-w'`. It is done only where the sources in the build context show no "
        "cgo and no call of other programs; `--rootfs=keep` leaves the base. "
        "`--rootfs=scratch` also takes the shared objects that the program and "
        "its plug-ins load, what glibc loads for them, and the folders of the "
        "runtime; `--keep PATH` adds what else it opens, `--keep-shell` the "
        "shell of a start script.",
    .before =
        "FROM golang:1.22\n"
        "WORKDIR /src\n"
        "COPY <<EOF main.go\n"
        "package main\n"
        "func main() { select {} }\n"
        "EOF\n"
        "RUN go build -o /hello main.go\n"
        "CMD [\"/hello\"]\n",
    .references = scratch_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .of_rewrite = true,
};

inline constexpr RuleInfo base_kept = {
    .code = "HD141",
    .name = "base-kept",
    .summary = "The final image is not made from scratch, and why",
    .what =
        "The file builds a program that could be alone in its image, and "
        "something speaks against it, or `--rootfs=scratch` asked for it.",
    .why =
        "A scratch image that lacks one file fails when the program first "
        "opens it, perhaps weeks later.",
    .remedy =
        "The message names what is in the way and the next step: exec form, "
        "`--artifact PATH` for a program that harden does not find, "
        "`--drop-healthcheck` for a check that nothing in the image could run, "
        "`--keep PATH` for what the program needs and the files do not tell.",
    .before =
        "FROM golang:1.22\n"
        "COPY . /src\n"
        "RUN go build -o /hello /src/main.go\n"
        "HEALTHCHECK CMD curl -f localhost:8080\n"
        "CMD [\"/hello\"]\n",
    .references = scratch_references,
    .severity = Severity::note,
    .safety = Safety::safe,
    .of_rewrite = true,
};

inline constexpr RuleInfo rootfs_doubt = {
    .code = "HD142",
    .name = "rootfs-doubt",
    .summary = "An image from scratch may lack something",
    .what =
        "Something in the file or the sources shows that the program may open "
        "or start more than what was found, and `--keep` or `--artifact` says "
        "that this is known.",
    .why =
        "A scratch image that lacks one file fails when the program first "
        "opens it, perhaps weeks later.",
    .remedy =
        "Try all that the program does in the new image, and add what is "
        "missing with `--keep PATH` or `keep` in harden.toml.",
    .before =
        "FROM python:3.11\n"
        "RUN apt-get update && apt-get install -y ffmpeg\n"
        "WORKDIR /app\n"
        "COPY <<EOF app.py\n"
        "print('hello')\n"
        "EOF\n"
        "CMD [\"python\", \"app.py\"]\n",
    .references = scratch_references,
    .severity = Severity::warning,
    .safety = Safety::safe,
    .of_rewrite = true,
};

inline constexpr RuleInfo bare_scratch = {
    .code = "HD143",
    .name = "bare-scratch",
    .summary = "An image from scratch lacks what programs look for",
    .what =
        "The last stage is `FROM scratch` and ran as root; nothing in the "
        "file brings a passwd for its new user.",
    .why =
        "A user without a name has no home, and programs that ask for their "
        "own name fail; without certificates and a /tmp that everybody may "
        "write, so does what an unprivileged program tries next.",
    .remedy =
        "harden collects passwd and group, and certificates, time zones and "
        "nsswitch.conf where they are there, in a stage of its own on top of "
        "the one that the program is copied from.",
    .before =
        "FROM golang:1.22 AS build\n"
        "WORKDIR /src\n"
        "COPY . .\n"
        "RUN go build -o /hello .\n"
        "\n"
        "FROM scratch\n"
        "COPY --from=build /hello /hello\n"
        "ENTRYPOINT [\"/hello\"]\n",
    .references = scratch_references,
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .of_rewrite = true,
};

}  // namespace harden::rule_texts
