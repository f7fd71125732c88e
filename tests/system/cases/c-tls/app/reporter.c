/* Tells what the image that it runs in gives to it:
 * GET /status, GET /peer?NAME. */
#include <arpa/inet.h>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static const char *wrote(const char *pattern) {
  char name[64];
  snprintf(name, sizeof name, "%s/xXXXXXX", pattern);
  int file = mkstemp(name);
  if (file < 0) return "no";
  close(file);
  return unlink(name) == 0 ? "yes" : "no";
}

static void status(FILE *out) {
  char zone[16];
  time_t now = time(NULL);
  struct passwd *root = getpwuid(0);
  strftime(zone, sizeof zone, "%Z", localtime(&now));
  fprintf(out, "stored: %s\ntmp: %s\nzone: %s\nroot: %s\n", wrote("/data"),
          wrote("/tmp"), zone, root != NULL ? root->pw_name : "nobody knows");
}

static int connect_to(const char *name, FILE *out) {
  struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found, *it;
  char text[64];
  int error = getaddrinfo(name, "9443", &hints, &found), s = -1;
  if (error != 0) {
    fprintf(out, "address: %s\n", gai_strerror(error));
    return -1;
  }
  for (it = found; it != NULL; it = it->ai_next) {
    getnameinfo(it->ai_addr, it->ai_addrlen, text, sizeof text, NULL, 0,
                NI_NUMERICHOST);
    fprintf(out, "address: %s\n", text);
  }
  for (it = found; it != NULL; it = it->ai_next) {
    s = socket(it->ai_family, it->ai_socktype, it->ai_protocol);
    if (s >= 0 && connect(s, it->ai_addr, it->ai_addrlen) == 0) break;
    if (s >= 0) close(s);
    s = -1;
  }
  freeaddrinfo(found);
  return s;
}

static void ask(SSL *ssl, const char *name, FILE *out) {
  char reply[1024], *body;
  int size = snprintf(reply, sizeof reply,
                      "GET / HTTP/1.0\r\nHost: %s\r\n\r\n", name);
  size_t got = 0;
  SSL_write(ssl, reply, size);
  while ((size = SSL_read(ssl, reply + got,
                          (int)(sizeof reply - got - 1))) > 0) {
    got += (size_t)size;
  }
  reply[got] = '\0';
  body = strstr(reply, "\r\n\r\n");
  fprintf(out, "peer: %s", body != NULL ? body + 4 : "\n");
}

static void peer(const char *name, FILE *out) {
  int s = connect_to(name, out);
  if (s < 0) {
    fprintf(out, "peer: not reached\n");
    return;
  }
  SSL_CTX *context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_set_default_verify_paths(context);
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  SSL *ssl = SSL_new(context);
  SSL_set_fd(ssl, s);
  SSL_set_tlsext_host_name(ssl, name);
  SSL_set1_host(ssl, name);
  if (SSL_connect(ssl) == 1) {
    ask(ssl, name, out);
  } else {
    fprintf(out, "peer: refused: %s\n",
            ERR_reason_error_string(ERR_peek_last_error()));
  }
  SSL_free(ssl);
  SSL_CTX_free(context);
  close(s);
}

static void *answer(void *argument) {
  int client = (int)(long)argument;
  char request[4096];
  ssize_t got = read(client, request, sizeof request - 1);
  FILE *out = fdopen(client, "w");
  request[got > 0 ? got : 0] = '\0';
  fprintf(out, "HTTP/1.0 200 OK\r\n\r\n");
  if (strncmp(request, "GET /peer?", 10) == 0) {
    request[strcspn(request + 10, " ") + 10] = '\0';
    peer(request + 10, out);
  } else {
    status(out);
  }
  fclose(out);
  pthread_exit(NULL);
}

int main(void) {
  int on = 1, server = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_port = htons(8080)};
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(server, (struct sockaddr *)&address, sizeof address) != 0 ||
      listen(server, 16) != 0) {
    perror("reporter");
    return 1;
  }
  for (;;) {
    pthread_t thread;
    int client = accept(server, NULL, NULL);
    if (client < 0) continue;
    if (pthread_create(&thread, NULL, answer, (void *)(long)client) == 0) {
      pthread_detach(thread);
    }
  }
}
