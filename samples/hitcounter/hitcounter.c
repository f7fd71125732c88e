/* hitcounter PORT: counts visits in a file.
 *
 * GET /            a greeting, whether it could count, and its time zone
 * GET /peer?NAME   what the server https://NAME:9443/ says */
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "peer.h"

static const char count_file[] = "/var/lib/hitcounter/count";
static const char greeting_file[] = "/etc/hitcounter/greeting.txt";

static void stop(int signal) {
  (void)signal;
  _exit(0);
}

static long next_count(void) {
  long count = 0;
  FILE *file = fopen(count_file, "r");
  if (file != NULL) {
    if (fscanf(file, "%ld", &count) != 1) count = 0;
    fclose(file);
  }
  ++count;
  file = fopen(count_file, "w");
  if (file == NULL) return -1;
  fprintf(file, "%ld\n", count);
  return fclose(file) == 0 ? count : -1;
}

static int scratch_file_works(void) {
  char name[] = "/tmp/hitcounter.XXXXXX";
  int file = mkstemp(name);
  if (file < 0) return 0;
  close(file);
  return unlink(name) == 0;
}

static void greet(char *text, size_t size) {
  FILE *file = fopen(greeting_file, "r");
  if (file == NULL || fgets(text, (int)size, file) == NULL) text[0] = '\0';
  text[strcspn(text, "\n")] = '\0';
  if (file != NULL) fclose(file);
}

static void status(FILE *out) {
  char greeting[200], zone[16];
  time_t now = time(NULL);
  greet(greeting, sizeof greeting);
  strftime(zone, sizeof zone, "%Z", localtime(&now));
  fprintf(out, "%s\nstored: %s\ntmp: %s\nzone: %s\n", greeting,
          next_count() > 0 ? "yes" : "no", scratch_file_works() ? "yes" : "no",
          zone);
}

static void answer(int client, FILE *out) {
  static const char peer[] = "GET /peer?";
  char request[4096];
  ssize_t got = read(client, request, sizeof request - 1);
  if (got <= 0) return;
  request[got] = '\0';
  fprintf(out, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n");
  if (strncmp(request, peer, strlen(peer)) == 0) {
    char *name = request + strlen(peer);
    name[strcspn(name, " \r\n")] = '\0';
    ask_peer(name, out);
  } else {
    status(out);
  }
}

static void serve(int client) {
  FILE *out = fdopen(client, "w");
  if (out == NULL) {
    close(client);
    return;
  }
  answer(client, out);
  if (fclose(out) != 0) perror("answer");
}

int main(int argc, char **argv) {
  int on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET};
  address.sin_port = htons((unsigned short)atoi(argc > 1 ? argv[1] : "8080"));
  signal(SIGINT, stop);
  signal(SIGPIPE, SIG_IGN);
  int server = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 ||
      listen(server, 16) != 0) {
    perror("hitcounter");
    return 1;
  }
  for (;;) {
    int client = accept(server, NULL, NULL);
    if (client < 0) continue;
    serve(client);
  }
}
