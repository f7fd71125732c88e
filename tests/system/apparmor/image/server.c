// A service that tries whatever it is told to, and answers with "ok" or why
// not: what an attacker inside could do.
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int result(int value) { return value < 0 ? errno : 0; }

static int opened(const char* path, int flags) {
  const int file = open(path, flags, 0600);
  const int error = result(file);
  char byte;
  if (file < 0) return error;
  if (!(flags & O_CREAT) && read(file, &byte, 1) < 0) return errno;
  close(file);
  return 0;
}

static int started(const char* program) {
  const pid_t child = fork();
  int status = 0;
  if (child == 0) {
    execl(program, program, "nothing", (char*)0);
    _exit(errno);
  }
  if (child < 0 || waitpid(child, &status, 0) < 0) return errno;
  return WIFEXITED(status) ? WEXITSTATUS(status) : ECANCELED;
}

static int attempt(const char* what, const char* path) {
  if (!strcmp(what, "hello")) return 0;
  if (!strcmp(what, "raw")) return result(socket(AF_INET, SOCK_RAW, 1));
  if (!strcmp(what, "packet")) return result(socket(AF_PACKET, SOCK_RAW, 0));
  if (!strcmp(what, "udp")) return result(socket(AF_INET, SOCK_DGRAM, 0));
  if (!strcmp(what, "read")) return opened(path, O_RDONLY);
  if (!strcmp(what, "write")) return opened(path, O_WRONLY | O_CREAT);
  if (!strcmp(what, "mount")) return result(mount("none", path, "tmpfs", 0, ""));
  if (!strcmp(what, "exec")) return started(path);
  return EINVAL;
}

static void serve(int client) {
  char line[256] = "", what[32] = "", path[200] = "", answer[80];
  const ssize_t got = read(client, line, sizeof line - 1);
  if (got > 0) sscanf(line, "%31s %199s", what, path);
  const int error = attempt(what, path);
  snprintf(answer, sizeof answer, "%s\n", error ? strerror(error) : "ok");
  if (write(client, answer, strlen(answer)) < 0) return;
}

int main(int count, char** words) {
  (void)words;
  if (count > 1) return 0;  // started by itself
  const int yes = 1, port = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_port = htons(8080),
                                .sin_addr = {htonl(INADDR_LOOPBACK)}};
  setsockopt(port, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(port, (struct sockaddr*)&address, sizeof address) < 0) return 1;
  if (listen(port, 8) < 0) return 1;
  for (;;) {
    const int client = accept(port, 0, 0);
    if (client < 0) continue;
    serve(client);
    close(client);
  }
}
