package kz.zharshy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A Bot API client of a few lines. */
final class SandboxClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SandboxServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SandboxClient(SandboxServer server) {
    this.server = server;
  }

  HttpResponse<String> post(String path, String body) {
    return post(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String path, String contentType, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.apiAddress().resolve(path))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> answer(String method, String body) {
    return post("/bot" + server.token() + "/" + method, body);
  }

  JsonNode call(String method, String body) {
    return parse(answer(method, body).body());
  }

  JsonNode result(String method, String body) {
    JsonNode answer = call(method, body);
    assertThat(answer.path("ok").asBoolean()).as("%s", answer).isTrue();
    return answer.path("result");
  }

  /** Code and description. */
  String refusal(String method, String body) {
    JsonNode answer = call(method, body);
    return answer.path("error_code").asText() + " " + answer.path("description").asText();
  }

  String message(String text) {
    return "{\"chat_id\": \"@zharshy_sandbox\", \"text\": \"" + text + "\"}";
  }

  JsonNode send(String text) {
    return result("sendMessage", message(text));
  }

  JsonNode sendPhoto(String caption, byte[] photo) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, "name=\"chat_id\"", "@zharshy_sandbox".getBytes(StandardCharsets.UTF_8));
    field(body, "name=\"caption\"", caption.getBytes(StandardCharsets.UTF_8));
    field(body, "name=\"photo\"; filename=\"river.png\"", photo);
    body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    JsonNode answer =
        parse(
            post(
                    "/bot" + server.token() + "/sendPhoto",
                    "multipart/form-data; boundary=limit",
                    body.toByteArray())
                .body());
    assertThat(answer.path("ok").asBoolean()).as("%s", answer).isTrue();
    return answer.path("result");
  }

  private static void field(ByteArrayOutputStream body, String name, byte[] value) {
    String head = "--limit\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(value);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  static byte[] png(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** An order of the page; the HTTP status where it was refused. */
  JsonNode order(String name, String body) {
    HttpResponse<String> answer = post("/sandbox/" + name, body);
    assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
    return parse(answer.body());
  }

  /** A call as a form in the address. */
  JsonNode get(String methodAndQuery) {
    HttpRequest request =
        HttpRequest.newBuilder(
                server.apiAddress().resolve("/bot" + server.token() + "/" + methodAndQuery))
            .build();
    try {
      return parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The page's answer to a request that names that host. */
  String page(String host) {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.pageAddress().getPort())) {
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(body, e);
    }
  }
}
