// Whether a file brings gosu. At 0733439 any word `gosu` in the text of a RUN,
// COPY or ADD did, a comment or `echo` too; the image then started with
// `exec gosu`, and without one.
#include <gtest/gtest.h>

#include <string>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/files/image_tools.h"

namespace harden {
namespace {

bool brings(const std::string& lines) {
  const Document document =
      parse(SourceFile("Dockerfile", "FROM debian:12\n" + lines + "\n"));
  const Evaluation evaluation = evaluate(document, {});
  return brings_program({document, evaluation, evaluation.target, nullptr},
                        "gosu");
}

TEST(BroughtProgram, IsInstalledStartedOrPutIntoPath) {
  for (const char* it :
       {"RUN apt-get update && apt-get install -y --no-install-recommends gosu",
        "RUN apk add --no-cache gosu=1.14-r1", "RUN dnf -y install gosu",
        "RUN gosu nobody true", "RUN /usr/sbin/gosu --version",
        "RUN wget -O /usr/local/bin/gosu https://example.com/gosu-amd64",
        "RUN curl -fsSL -o /usr/local/bin/gosu https://example.com/x",
        "RUN cd /usr/local/bin && curl -fsSL -o gosu https://example.com/x",
        "RUN chmod +x /usr/local/bin/gosu", "RUN cp /src/gosu /usr/bin/",
        "RUN mv /tmp/gosu-amd64 /usr/local/sbin/gosu",
        "RUN install -m 0755 /src/gosu-amd64 /usr/bin/gosu",
        "RUN ln -s /opt/gosu/bin/gosu /usr/bin/gosu",
        "COPY --from=tianon/gosu /gosu /usr/local/bin/",
        "COPY gosu-amd64 /usr/local/bin/gosu",
        "ADD https://example.com/gosu-amd64 /usr/bin/gosu",
        "ENV PATH=/opt/bin:/usr/bin\nCOPY gosu /opt/bin/",
        "RUN rm /usr/bin/gosu; cp /x /usr/bin/gosu",
        "RUN apt-get purge gosu && apt-get install gosu"}) {
    EXPECT_TRUE(brings(it)) << it;
  }
}

TEST(BroughtProgram, IsNotThereBecauseSomeTextSaysItsName) {
  for (const char* it :
       {"RUN true && \\\n    # no gosu please\n    true", "RUN echo gosu",
        "RUN : gosu", "RUN apt-get install -y gosu-doc",
        "RUN apt-get install -y curl # gosu", "ENV WITH=gosu",
        "RUN apt-get purge -y gosu", "RUN grep -q gosu /etc/passwd",
        "RUN command -v gosu || true", "COPY gosu /opt/tools/gosu",
        "COPY gosu.txt /usr/local/bin/", "COPY gosu /usr/share/doc/",
        "RUN wget https://example.com/gosu.asc",
        "RUN apt-get install -y gosu && apt-get purge -y gosu",
        "COPY gosu /usr/bin/\nRUN rm /usr/bin/gosu"}) {
    EXPECT_FALSE(brings(it)) << it;
  }
}

}  // namespace
}  // namespace harden
