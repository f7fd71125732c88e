FROM node:20
ENV PLAYWRIGHT_BROWSERS_PATH=/browsers
WORKDIR /bot
COPY . .
RUN npx playwright install chromium
RUN HOME=/opt/home pip install --user tool
RUN export UV_PYTHON_INSTALL_DIR=/opt/uv && uv python install 3.12
# Run as an unprivileged user (added by harden)
USER 1000:1000
CMD ["node", "bot.js"]
