#include "image/files/copied_file.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "dockerfile/document.h"
#include "knowledge/knowledge.h"
#include "memory_context.h"

namespace harden {
namespace {

constexpr const char* script = "#!/bin/sh\nexec \"$@\"\n";

class CopiedFileTest : public testing::Test {
 protected:
  CopiedFile find(std::string text, std::string_view program,
                  bool by_shell = false) {
    document_ = parse(SourceFile("Dockerfile", std::move(text)));
    EvaluateOptions options;
    options.bases = &builtin_bases();
    evaluation_ = evaluate(document_, options);
    return CopiedFiles({document_, evaluation_, evaluation_.target,
                        no_context_ ? nullptr : &context_})
        .find(program, by_shell);
  }
  // Where it comes from, and to which line and place of the image.
  std::string origin(std::string text, std::string_view program) {
    const CopiedFile found = find(std::move(text), program);
    if (!found.at_hand()) return found.because;
    const Instruction& it = document_.instructions[*found.instruction];
    return found.context_path + " " +
           std::to_string(document_.source->position(it.span.begin).line) +
           " " + found.image_path;
  }

  MemoryContext context_{{{"entry.sh", script, 0755},
                          {"docker/entry.sh", script, 0755},
                          {"docker/run", script, 0644},
                          {"docker/docker-php", script, 0755},
                          {"rootfs/usr/bin/start", script, 0755},
                          {"plain.sh", "exec server\n"},
                          {"notes", "exec server\n"},
                          {"server",
                           "\x7f"
                           "ELF",
                           0755}}};
  bool no_context_ = false;
  Document document_;
  Evaluation evaluation_;
};

constexpr const char* debian = "FROM debian:12\n";

std::string on_debian(const std::string& lines) { return debian + lines; }

TEST_F(CopiedFileTest, TellsAllAboutAScript) {
  const CopiedFile found =
      find(on_debian("COPY notes docker/run /opt/\n"), "/opt/run");
  EXPECT_TRUE(found.is_script);
  EXPECT_FALSE(found.unseen);
  EXPECT_EQ(found.instruction, 1u);
  EXPECT_EQ(found.source, 1u);
  EXPECT_EQ(found.image_path, "/opt/run");
  EXPECT_EQ(found.context_path, "docker/run");
  EXPECT_EQ(found.mode, 0644u);
  EXPECT_EQ(found.text, script);
  EXPECT_EQ(found.heredoc, std::nullopt);
  EXPECT_EQ(found.changed_by, std::nullopt);
}

TEST_F(CopiedFileTest, FindsItWhereverCopyPutsIt) {
  struct Case {
    const char* copy;
    const char* program;
    const char* origin;
  };
  const Case cases[] = {
      {"COPY entry.sh /start.sh", "/start.sh", "entry.sh 2 /start.sh"},
      {"COPY ./entry.sh /opt/", "/opt/entry.sh", "entry.sh 2 /opt/entry.sh"},
      {"COPY entry.sh /usr/local/bin", "/usr/local/bin/entry.sh",
       "entry.sh 2 /usr/local/bin/entry.sh"},
      {"COPY docker/ /", "/run", "docker/run 2 /run"},
      {"COPY . .", "/docker/run", "docker/run 2 /docker/run"},
      {"COPY rootfs /", "/usr/bin/start",
       "rootfs/usr/bin/start 2 /usr/bin/start"},
      {"COPY *.sh /", "/entry.sh", "entry.sh 2 /entry.sh"},
      {"COPY docker/docker-* /x/", "/x/docker-php",
       "docker/docker-php 2 /x/docker-php"},
      {"COPY root* /", "/usr/bin/start",
       "rootfs/usr/bin/start 2 /usr/bin/start"},
      {"COPY --chmod=755 --chown=1:1 entry.sh /e", "/e", "entry.sh 2 /e"},
      {"ADD entry.sh /e", "/e", "entry.sh 2 /e"},
      {"ENV D=/srv\nARG F=entry\nCOPY $F.sh ${D}/", "/srv/entry.sh",
       "entry.sh 4 /srv/entry.sh"},
      {"WORKDIR /app\nCOPY entry.sh .", "./entry.sh",
       "entry.sh 3 /app/entry.sh"},
      {"COPY entry.sh /usr/local/bin/", "entry.sh",
       "entry.sh 2 /usr/local/bin/entry.sh"},
      {"ENV PATH=/app/bin:/usr/bin\nCOPY entry.sh /app/bin/go", "go",
       "entry.sh 3 /app/bin/go"},
      {"COPY docker/run /e\nCOPY entry.sh /e", "/e", "entry.sh 3 /e"},
  };
  for (const Case& it : cases) {
    EXPECT_EQ(origin(on_debian(it.copy), it.program), it.origin) << it.copy;
  }
}

TEST_F(CopiedFileTest, FollowsStages) {
  EXPECT_EQ(origin("FROM debian:12 AS base\nCOPY entry.sh /e\nFROM base\n"
                   "RUN true\n",
                   "/e"),
            "entry.sh 2 /e");
  EXPECT_EQ(origin("FROM debian:12 AS a\nCOPY docker /src\n"
                   "FROM debian:12 AS b\nCOPY --from=a /src/run /out/\n"
                   "FROM debian:12\nCOPY --from=b /out /bin\n",
                   "/bin/run"),
            "docker/run 2 /src/run");
  EXPECT_EQ(origin("FROM debian:12\nCOPY --from=tools:1 /entrypoint.sh /\n",
                   "/entrypoint.sh"),
            "it is copied from the image `tools:1`");
}

TEST_F(CopiedFileTest, FollowsWhatRunDoesWithIt) {
  for (const char* run :
       {"COPY entry.sh /usr/local/bin/\nRUN ln -s usr/local/bin/entry.sh /e",
        "COPY entry.sh /opt/x\nRUN ln -sf /opt/x /e",
        "RUN ln -sf /opt/x /e\nCOPY entry.sh /opt/x",
        "COPY entry.sh /opt/e\nRUN ln -s /opt/e /",
        "COPY entry.sh /opt/\nRUN mkdir /a && ln -s /opt /o && cp /o/entry.sh "
        "/e",
        "WORKDIR /w\nCOPY entry.sh .\nRUN chmod +x entry.sh && mv entry.sh /e",
        "COPY entry.sh /opt/\nRUN cd /opt && mv *.sh / && mv /entry.sh /e",
        "COPY entry.sh /opt/\nRUN install -D -m 0755 /opt/entry.sh /e",
        "COPY entry.sh /o/e\nRUN cp -r /o/. /",
        "COPY entry.sh /e\nRUN tr -d '\\r' < /e > /e.new && mv /e.new /e"}) {
    const CopiedFile found = find(on_debian(run), "/e");
    EXPECT_EQ(found.context_path, "entry.sh") << run;
    EXPECT_EQ(found.changed_by, std::nullopt) << run;
  }
}

TEST_F(CopiedFileTest, TellsWhichRunChangesIt) {
  const std::string copy = on_debian("COPY entry.sh /e\n");
  for (const char* run :
       {"RUN sed -i 's/a/b/' /e", "RUN echo more >> /e",
        "RUN echo more | tee -a /e", "RUN cd / && sed -i.bak -e s/a/b/ *",
        "RUN sed -i -e 's/\\r$//' -e 's/x/y/' /e"}) {
    EXPECT_EQ(find(copy + run, "/e").changed_by, 2u) << run;
  }
  for (const char* run : {"RUN sed -i 's/\\r$//' /e && chmod 755 /e",
                          "RUN dos2unix /e", "RUN sed -i -e 's/\\r//g' /e",
                          "RUN sed 's/a/b/' /e", "RUN sed -i s/a/b/ /etc/e"}) {
    EXPECT_EQ(find(copy + run, "/e").changed_by, std::nullopt) << run;
  }
  EXPECT_EQ(find(on_debian("RUN sed -i s/a/b/ /e\nCOPY entry.sh /e"), "/e")
                .changed_by,
            std::nullopt);
}

TEST_F(CopiedFileTest, SaysWhyItIsNotAtHand) {
  struct Case {
    const char* lines;
    const char* because;
  };
  const Case cases[] = {
      {"RUN echo '#!/bin/sh' > /run", "it is written by the `RUN` in line 2"},
      {"RUN cat <<X > /run\necho\nX", "it is written by the `RUN` in line 2"},
      {"COPY <<X /y\nX\nRUN curl -fsSLo /run https://a.b/c",
       "it is downloaded by the `RUN` in line 4"},
      {"WORKDIR /\nRUN wget -q https://a.b/c/run?x",
       "it is downloaded by the `RUN` in line 3"},
      {"RUN git clone https://a.b/c.git /src && cp /src/e /run",
       "it is downloaded by the `RUN` in line 2"},
  };
  for (const Case& it : cases) {
    const CopiedFile found = find(on_debian(it.lines), "/run");
    EXPECT_EQ(found.because, it.because) << it.lines;
    EXPECT_TRUE(found.is_script);
    EXPECT_FALSE(found.at_hand());
    EXPECT_NE(found.help, "");
  }
  EXPECT_FALSE(
      find(on_debian("ADD https://a.b/tini /tini\n"), "/tini").is_script);
  EXPECT_FALSE(find(on_debian("RUN make > /log\n"), "/e").is_script);
}

TEST_F(CopiedFileTest, ProgramsAreNoScripts) {
  EXPECT_FALSE(find(on_debian("RUN curl -o /server https://a.b/c"), "/server")
                   .is_script);
  EXPECT_FALSE(find(on_debian("ARG TARGETARCH\nCOPY dist/$TARGETARCH/server /"),
                    "/server")
                   .is_script);
  const std::string stage =
      "FROM debian:12 AS b\nRUN git clone https://a.b/c /src && make\n";
  EXPECT_FALSE(
      find(stage + "FROM debian:12\nCOPY --from=b /src/server /\n", "/server")
          .is_script);
  EXPECT_EQ(find(stage + "FROM debian:12\nCOPY entry.sh /bin/run\n"
                         "COPY --from=b /src/server /bin/\n",
                 "/bin/run")
                .context_path,
            "entry.sh");
}

TEST_F(CopiedFileTest, ReadsHeredocs) {
  const CopiedFile found =
      find(on_debian("COPY <<-'EOF' /entry\n\t#!/bin/sh\n\texec a\nEOF\n"),
           "/entry");
  EXPECT_TRUE(found.is_script);
  EXPECT_TRUE(found.at_hand());
  EXPECT_EQ(found.heredoc, 0u);
  EXPECT_FALSE(found.heredoc_expands);
  EXPECT_EQ(found.text, "#!/bin/sh\nexec a\n");
  EXPECT_EQ(
      origin(on_debian("COPY <<run.sh /x/\n#!/bin/sh\nrun.sh\n"), "/x/run.sh"),
      " 2 /x/run.sh");
}

TEST_F(CopiedFileTest, NamesAWiderContextThatHoldsIt) {
  const std::string lines = on_debian("COPY app/go.sh /\n");
  EXPECT_EQ(find(lines, "/go.sh").help, "");
  EXPECT_TRUE(find(lines, "/go.sh").unseen);
  context_.wider_path = "app/go.sh";
  context_.wider_folder = "../..";
  EXPECT_EQ(find(lines, "/go.sh").help,
            "`../..` holds `app/go.sh`; give it with `--context ../..`");
}

TEST_F(CopiedFileTest, KnowsScriptsByTheirFirstLineOrName) {
  EXPECT_TRUE(find(on_debian("COPY plain.sh /x.sh"), "/x.sh").is_script);
  EXPECT_FALSE(find(on_debian("COPY notes /x"), "/x").is_script);
  EXPECT_TRUE(find(on_debian("COPY notes /x"), "/x", true).is_script);
  EXPECT_FALSE(find(on_debian("COPY server /run"), "/run").is_script);
  EXPECT_TRUE(find(debian, "/entrypoint.sh").unseen);
  EXPECT_FALSE(find(debian, "nginx").is_script);
  EXPECT_FALSE(find(on_debian("COPY --parents entry.sh /"), "/e").at_hand());
}

TEST_F(CopiedFileTest, WithoutAContextOnlyNamesTell) {
  no_context_ = true;
  EXPECT_TRUE(find(on_debian("COPY launch /"), "/launch").unseen);
  EXPECT_FALSE(find(on_debian("COPY main.py /"), "/main.py").is_script);
  EXPECT_FALSE(find(on_debian("COPY . /app"), "/app/server").is_script);
}

// Links in a circle, and copies that could come from many places.
TEST_F(CopiedFileTest, EndsOnHostileFiles) {
  EXPECT_EQ(find(on_debian("RUN ln -s /a /b && ln -s /b /a"), "/a").because,
            "it is put there, from where nobody knows, by the `RUN` in line 2");
  std::string lines = debian;
  for (int i = 0; i < 300; ++i) lines += "RUN cp -r /a/. /b && cp -r /b/. /a\n";
  EXPECT_FALSE(find(lines, "/a/x").is_script);
}

}  // namespace
}  // namespace harden
