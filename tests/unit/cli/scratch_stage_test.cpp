// What a last stage from scratch must keep of the one that it replaces.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "findings/driver.h"
#include "knowledge/knowledge.h"
#include "memory_context.h"

namespace harden {
namespace {

struct Both {
  Hardened result;
  ImageState before;
  ImageState after;
  Document document;
};

const std::string go_main = "package main\n\nfunc main() { select {} }\n";

Both both(const std::string& text, std::vector<MemoryContext::File> files) {
  files.push_back({"go.mod", "module example.org/api\n"});
  files.push_back({"main.go", go_main});
  const MemoryContext context(std::move(files));
  Options options;
  options.evaluate.bases = &builtin_bases();
  options.context = &context;
  Both both{harden(SourceFile("Dockerfile", text), options), {}, {}, {}};
  const Evaluation& before = both.result.original.evaluation();
  both.before = before.stages[before.target];
  both.document = both.result.final.document();
  const Evaluation after = evaluate(both.document, options.evaluate);
  both.after = after.stages[after.target];
  // Once more changes nothing.
  EXPECT_EQ(
      harden(SourceFile("Dockerfile", std::string(both.result.text())), options)
          .text(),
      both.result.text());
  return both;
}

std::vector<std::string> paths(const std::vector<PathSetting>& settings) {
  std::vector<std::string> result;
  for (const PathSetting& it : settings) result.push_back(it.path);
  std::sort(result.begin(), result.end());
  return result;
}

std::string command(const std::optional<Launch>& launch) {
  if (!launch) return "none";
  std::string text = launch->exec_form ? "exec" : "shell " + launch->text;
  for (const std::string& it : launch->argv) text += "|" + it;
  return text;
}

void expect_same_configuration(const Both& it) {
  ASSERT_EQ(it.after.base_reference, "scratch") << it.result.text();
  EXPECT_TRUE(it.document.problems.empty());
  for (const auto& [name, variable] : it.before.env) {
    const auto found = it.after.env.find(name);
    ASSERT_NE(found, it.after.env.end()) << name;
    EXPECT_EQ(found->second.value, variable.value) << name;
  }
  EXPECT_EQ(it.after.workdir, it.before.workdir);
  EXPECT_EQ(it.after.ports, it.before.ports);
  EXPECT_EQ(paths(it.after.volumes), paths(it.before.volumes));
  EXPECT_EQ(command(it.after.entrypoint), command(it.before.entrypoint));
  EXPECT_EQ(command(it.after.cmd), command(it.before.cmd));
  EXPECT_EQ(it.result.after().privilege, Privilege::unprivileged);
}

const std::string go_build =
    "FROM golang:1.22 AS build\n"
    "WORKDIR /src\n"
    "COPY . .\n"
    "RUN go build -o /api .\n";

TEST(ScratchStage, KeepsTheConfiguration) {
  expect_same_configuration(both(go_build +
                                     "FROM alpine:3.19\n"
                                     "ARG PORT=8080\n"
                                     "ENV PORT=$PORT A=1\n"
                                     "ENV B=$A-2 \\\n"
                                     "    # why\n"
                                     "    C=\"x y\"\n"
                                     "WORKDIR /srv\n"
                                     "WORKDIR api\n"
                                     "EXPOSE $PORT 53/udp\n"
                                     "VOLUME [\"/data\", \"/srv/state\"]\n"
                                     "COPY --from=build /api /api\n"
                                     "ENTRYPOINT [\"/api\"]\n"
                                     "CMD [\"--port\", \"8080\"]\n",
                                 {}));
}

TEST(ScratchStage, KeepsWhatAnEarlierStageSet) {
  expect_same_configuration(both(go_build +
                                     "FROM debian:12 AS runtime\n"
                                     "ENV TZ=UTC\n"
                                     "WORKDIR /srv\n"
                                     "CMD [\"false\"]\n"
                                     "FROM runtime\n"
                                     "COPY --from=build /api /usr/bin/api\n"
                                     "ENTRYPOINT [\"api\"]\n",
                                 {}));
}

TEST(ScratchStage, KeepsTheWorkdirOfTheBase) {
  expect_same_configuration(
      both("FROM golang:1.22\n"
           "COPY . .\n"
           "RUN go build -o api .\n"
           "CMD [\"./api\"]\n",
           {}));
  expect_same_configuration(
      both("FROM golang:1.22\n"
           "WORKDIR src/api\n"
           "COPY . .\n"
           "RUN go build -o api .\n"
           "CMD [\"./api\"]\n",
           {}));
}

TEST(ScratchStage, TakesDataButNoSourcesAlong) {
  const Both it = both(
      "FROM golang:1.22\n"
      "WORKDIR /app\n"
      "COPY . .\n"
      "RUN go build -o /usr/bin/api .\n"
      "CMD [\"api\"]\n",
      {{"web/index.html", "<p>"}, {"web/x.go", "package web\n"}, {"a.md", ""}});
  expect_same_configuration(it);
  EXPECT_NE(it.result.text().find("/app/web"), std::string::npos);
  EXPECT_EQ(it.result.text().find("/app/a.md"), std::string::npos);
  EXPECT_EQ(it.result.text().find("/app/main.go"), std::string::npos);
}

}  // namespace
}  // namespace harden
