# Builds Zharshy and runs it as an unprivileged user.
#   docker build -t zharshy .
#   docker run -d --restart unless-stopped --name zharshy -e ZHARSHY_BOT_TOKEN -v zharshy-data:/data -v "$PWD/config:/config:ro" zharshy
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
# The libraries are a layer of their own, kept until pom.xml changes.
RUN mvn -B -q dependency:go-offline || true
COPY src src
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data --create-home zharshy
COPY --from=build /build/target/zharshy.jar /opt/zharshy/zharshy.jar
# The queue lives in the volume, and so does the inbox folder.
ENV ZHARSHY_DATABASE=/data/zharshy.db \
    ZHARSHY_INBOX=/data/inbox \
    ZHARSHY_POSTS_TEMPLATES=/config/templates \
    ZHARSHY_HEALTH_PORT=8090
USER zharshy
WORKDIR /data
VOLUME /data
# bash opens the connection itself: the image has no curl.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8090 && printf 'GET /health HTTP/1.0\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# 192 MB of heap serve an archive of a million articles. Where memory has run out, or Java itself
# crashes, nothing in the process can be relied on: Java notes it for the next start, and ends.
ENTRYPOINT ["java", "-Xmx192m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
  "-XX:OnOutOfMemoryError=echo OutOfMemoryError >> $ZHARSHY_DATABASE.at-work", \
  "-XX:OnError=echo Crash >> $ZHARSHY_DATABASE.at-work", \
  "-jar", "/opt/zharshy/zharshy.jar"]
CMD ["run", "--config", "/config/zharshy.yaml"]
