FROM registry.example.com/base:1
RUN sudo make install
USER 10001:10001
