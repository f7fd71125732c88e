int main(void) { return getaddrinfo(0, 0, 0, 0); }
